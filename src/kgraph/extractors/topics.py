"""Of whom and of what a text spoke last: what "it", "the company" and "the platform" of the next sentence stand for."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kgraph.extractors.entities import Sentence
from kgraph.extractors.relation_ends import ORGANIZATION
from kgraph.model import Claim
from kgraph.namespace import KG, SCHEMA
from kgraph.text import word_class


class Topic(NamedTuple):
    """What the sentences before spoke of: indices of mentions, -1 for none."""

    last: int = -1
    """The organisation that was last the subject of a sentence: "it", "the hospital"."""
    company: int = -1
    """The company that was: "the company"."""
    product: int = -1
    """The one product that the last sentence with any spoke of: "the platform"."""
    about_product: bool = False
    """Whether the last sentence began with it: "it" may stand for the product."""
    is_free: bool = False
    """Whether no preposition governed it."""
    target: int = -1
    """The company that was last said to be bought or funded by another: "the startup"."""

    launcher: int = -1
    """The organisation that the last sentence let launch something without naming it."""
    public: int = -1
    """The hospital, university or agency that was last named, wherever it stood."""
    is_public: bool = False
    """Whether ``last`` is one itself."""
    pair: tuple[int, ...] = ()
    """The two organisations that the last sentence named, if it named two: "the companies", "both"."""
    seller: int = -1
    """The company whose product the last sentence said that another organisation uses: "the vendor"."""

    def meant_by(self, noun: str) -> int:
        """Whom "the" with this noun means."""
        if noun in BUYERS:
            return self.last
        if noun in SELLERS and self.seller >= 0:
            return self.seller
        if noun in STRICTLY_PUBLIC and self.public >= 0 and not self.is_public:
            return self.public
        if self.target >= 0 and noun in _YOUNG:
            return self.target
        if noun in _YOUNG and self.last >= 0 and self.last == self.public:
            return self.company if self.company != self.last else -1  # a health system is no startup
        return self.last if noun in PUBLIC or self.company < 0 else self.company

    def after(self, sentence: Sentence, kinds: Sequence[str]) -> "Topic":
        """The topic after one more sentence: what a preposition governs, and who only approves, is none."""
        named = [(first, end, m) for first, end, m in sentence.mentions if kinds[m] in ORGANIZATION]
        speaking = [(first, end, m) for first, end, m in named if not _approves(sentence.words, end)]
        free = [
            m
            for first, end, m in speaking
            if not _is_governed(sentence.words, first)
            and not _in_brackets(sentence.words, first, end)
            and not _owns_next(sentence.words, end, named)
            and not _was_left(sentence.words, first)
            and not _only_tells(sentence.words, end, named)
            and sentence.words[end : end + 2] not in ([",", "its"], [",", "their"])  # "Acme, its subsidiary,"
        ]
        last = self.last
        if last >= 0 and (
            self._goes_on(sentence.words) or _is_of_place(sentence, kinds) or _only_relates(sentence.words)
        ):
            free = []
        if free:
            last = free[0]
        elif last < 0 and named:
            last = (speaking or named)[0][2]
        company = self.company
        if last >= 0 and kinds[last] == "Company":
            company = last
        elif company < 0:
            company = next((m for _, _, m in speaking if kinds[m] == "Company"), -1)
        public = {m for _, _, m in named if kinds[m] == "Organization"}
        public = public or {m for first, end, m in named if _is_of_care(sentence.words, first, end)}
        maybe = [each for each in sentence.mentions if kinds[each[2]] in (*ORGANIZATION, "")]
        target = _bought(sentence, maybe if len(maybe) == 2 else named)
        return Topic(
            last,
            company,
            *self._product_after(sentence, kinds),
            target if target >= 0 else self.target,
            _launcher(sentence, named, [first for first, _, m in sentence.mentions if kinds[m] == "Product"]),
            max(public, default=self.public),
            last in public or (last == self.last and self.is_public),
            _pair(sentence, [(m, kinds[m]) for _, _, m in sentence.mentions]),
            self.seller,
        )

    def with_seller(self, claims: Sequence[Claim]) -> "Topic":
        """The topic after a sentence with these claims: who makes what another organisation uses is its vendor."""
        users = {claim.object: claim.subject for claim in claims if claim.predicate == KG.USES}
        for claim in claims:
            if claim.predicate == SCHEMA.MANUFACTURER and users.get(claim.subject, claim.object) != claim.object:
                return self._replace(seller=claim.object)
        return self

    def joined(self, organization: int, kinds: Sequence[str]) -> "Topic":
        """The topic after somebody was said to take office somewhere: "He was named chief" goes on with it."""
        company = organization if kinds[organization] == "Company" else self.company
        return self._replace(last=organization, company=company, is_public=kinds[organization] == "Organization")

    @staticmethod
    def _goes_on(words: Sequence[str]) -> bool:
        """Whether a sentence speaks on of whom the last one spoke of: "It has not said whether"."""
        begins = [word.lower() for word in words[:3]]
        return (
            begins[:1] in (["it"], ["they"])
            or (begins[:1] == ["the"] and _begins_with_firm(words))
            or ("it" in words and any(b == "it" and a in _DONE_TO_IT for a, b in pairwise(words[1:])))
        )

    def _product_after(self, sentence: Sentence, kinds: Sequence[str]) -> tuple[int, bool, bool]:
        products = [
            (first, m)
            for first, end, m in sentence.mentions
            if kinds[m] == "Product"
            and not (first and sentence.words[first - 1].lower().startswith(_LEFT))
            and sentence.words[end - 1].lower() not in _SHOPS
        ]
        if not products:
            return self.product, False, self.is_free
        free = [m for first, m in products if not _is_governed(sentence.words, first)]
        begins = bool(sentence.mentions) and sentence.mentions[0][2] == products[0][1] and products[0][0] < _EARLY
        if begins:
            return products[0][1], True, True
        meant = free or [m for _, m in products]
        return (meant[0] if len(meant) == 1 else -1), False, bool(free)


_DONE_TO_IT = word_class("owned owns bought backed backs funded in of behind joined founded acquired led")
"""Words before an "it" that is not the sentence's own subject: "Acme has owned it since 2018"."""
_LEFT = ("replac", "rival", "unlike", "abandon", "ditch", "retir")
"""Before a product of which the text does not go on to speak."""
_SHOPS = word_class("marketplace appsource store")
"""Where things are sold, which are not what a text speaks of."""
_EARLY = 3
"""A mention that begins before this word is the sentence's subject."""


def _is_governed(words: Sequence[str], first: int) -> bool:
    """Whether a preposition stands before a name; "the availability of X" speaks of X."""
    at = first - 1
    while at > 0 and words[at].lower() in _BEFORE_NAMES:
        at -= 1
    if at < 0 or words[at].lower() not in _GOVERNING:
        return False
    return not (words[at].lower() == "of" and at and words[at - 1].lower() in _EVENTS)


def _in_brackets(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name stands alone in brackets: "March 3 (*Reuters*) - Acme"."""
    return first > 0 and words[first - 1] == "(" and words[end : end + 1] == [")"]


def _only_relates(words: Sequence[str]) -> bool:
    """Whether a sentence only tells who else has to do with whom the last one spoke of: "X and Y *are clients*"."""
    end = [word.lower() for word in words[-5:] if word != "."]
    return bool(end) and end[-1] in _ONLY_RELATED and not _ARE.isdisjoint(end[:-1])


_ARE = word_class("are is were also among")


def _is_of_place(sentence: Sentence, kinds: Sequence[str]) -> bool:
    """Whether a sentence speaks on of whom the last one spoke of: "*The Salt Lake City system* chose"."""
    words = sentence.words
    if len(words) < _REACH_OF_PLACE or words[0].lower() != "the" or not sentence.mentions:
        return False
    first, end, mention = sentence.mentions[0]
    if first != 1 or kinds[mention] != "Place":
        return False
    at = end + 2 * (words[end : end + 2] in (["-", "based"], ["-", "headquartered"]))
    following = [word.lower() for word in words[at : at + 4]]
    noun = next((k for k, word in enumerate(following[:3]) if word in FIRMS), -1)
    return noun >= 0 and (noun + 1 >= len(following) or following[noun + 1] not in LIMITED)


_REACH_OF_PLACE = 5


def _owns_next(words: Sequence[str], end: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether another organisation's name follows a possessive: "*Alphabet*'s Verily"."""
    return words[end : end + 1] in (["'s"], ["’s"]) and any(end < first <= end + _CLOSE for first, _, _ in named)


_CLOSE = 2


def _begins_with_firm(words: Sequence[str]) -> bool:
    """Whether a sentence begins with "the company", "the Dutch company", "the database giant"."""
    for k in (1, 2, 3):
        if k + 1 >= len(words) or not words[k].isalpha() or words[k].lower() in OTHERS:
            return False
        if words[k].lower() in FIRMS:
            return words[k + 1].lower() not in LIMITED and words[k + 1].islower()
    return False


def _only_tells(words: Sequence[str], end: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name only tells what the next one is: "*Apple* management startup Kandji", "*Acme* rival Zelb"."""
    following = next((first for first, _, _ in named if first > end), -1)
    return (
        0 < following - end <= _MODIFYING
        and words[following - 1].lower() in FIRMS | _RELATED
        and all(word.isalpha() and word.islower() and word not in _FUNCTION for word in words[end:following])
    )


_MODIFYING = 6
_RELATED = word_class(
    "partner rival competitor customer spinoff spinout specialist reseller integrator veteran backer supplier alumnus"
)
_FUNCTION = word_class("and or of for with by in to from at on has is was said says buys acquires")


def _pair(sentence: Sentence, named: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """The two organisations of a sentence that names no more; what may be one counts too."""
    found = {
        " ".join(sentence.words[first:end]).lower(): m
        for (first, end, m), (_, kind) in zip(sentence.mentions, named, strict=True)
        if kind in ORGANIZATION
    }
    return tuple(found.values()) if len(found) == 2 else ()


_FORMER = word_class("former ex formerly previously")


def _was_left(words: Sequence[str], first: int) -> bool:
    """Whether somebody only worked there before: "a former *Acme* executive"."""
    return first > 0 and words[first - 1 - (words[first - 1] == "-" and first > 1)].lower() in _FORMER


_CARE = word_class("health hospital hospitals clinic clinics medicine medical university college infirmary")


def _is_of_care(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name of several words says that it is a hospital's or a university's, whatever class it has."""
    return end - first > 1 and not _CARE.isdisjoint(word.lower() for word in words[first + 1 : end])


def _bought(sentence: Sentence, named: Sequence[tuple[int, int, int]]) -> int:
    """The second of a sentence's two companies where it buys or funds, or -1."""
    if len(named) != 2 or named[0][2] == named[1][2]:
        return -1
    between = sentence.words[named[0][1] : named[1][0]]
    if any(word.lower().startswith(_BUYING) for word in between) and "by" not in between:
        return named[1][2]
    return -1


def _launcher(sentence: Sentence, named: Sequence[tuple[int, int, int]], products: Sequence[int]) -> int:
    """Who launches "a new service", where the sentence says so and does not name it, or -1."""
    for _, end, mention in named:
        words = [word.lower() for word in sentence.words[end : end + _REACH]]
        verb = next((k for k, word in enumerate(words[:_NEAR]) if word.startswith(_LAUNCHING)), -1)
        if verb < 0:
            continue
        said = words[verb + 1 :]
        said = said[: next((k for k, word in enumerate(said) if word in _ENDING), len(said))]
        if any(
            verb < first - end <= verb + len(said) and sentence.words[first - 1] in ("its", "their")
            for first in products
        ):
            continue  # "announced new features for its Orbix"
        if not _EVENTFUL.isdisjoint(said) or not (
            sentence.headline
            or not _FRESH.isdisjoint(said[:_AT_ONCE])
            or (not sentence.start and not PRODUCTS.isdisjoint(said[:_AT_ONCE]))
        ):
            continue
        if not words[verb].startswith(_TELLING) or not PRODUCTS.isdisjoint(said) or not _SYSTEMS.isdisjoint(said):
            return mention
    return -1


_REACH, _NEAR = 34, 22
_ENDING = word_class("; : . that which who to after as and")
_LAUNCHING = ("launch", "unveil", "introduc", "releas", "debut", "announc", "preview", "roll")
_TELLING = "announc"
_AT_ONCE = 4
_FRESH = word_class("a an new first its another")
_EVENTFUL = word_class(
    "report study survey partnership collaboration alliance agreement plan plans initiative campaign region regions "
    "center centre centers fund office results earnings contest challenge program programme investigation search bid "
    "attack event conference partner"
)
"""What is launched or announced and is no product."""
_SYSTEMS = word_class("system version feature functionality program capability")


def _approves(words: Sequence[str], end: int) -> bool:
    """Whether who stands before ``end`` only approves, or puts in money as well: the text is about another."""
    ahead = [word.lower() for word in words[end : end + _AHEAD]]
    following, further = set(ahead[:4]), set(ahead[:9])
    if (
        {"participated", "participating"} & set(ahead)
        or ("also" in following and {"invested", "part", "joined"} & further)
        or (following & {"led", "owned", "owns", "holds"} and {"stake", "round", "series"} & further)
        or any(word == "joined" and after in (".", ",") for word, after in pairwise(ahead))
        or (not _BEING.isdisjoint(ahead[:_SUBJECTS]) and not _ATTENDING.isdisjoint(ahead))
    ):
        return True
    return bool(following & _APPROVES) or bool(following & _GIVING and following & {"nod", "off"})


_ONLY_RELATED = word_class(
    "clients customers users partners investors backers client customer investor backer adopters"
)
_AHEAD = 12
_SUBJECTS = 7
_BEING = word_class("is are was were remain remains acted advised")
_ATTENDING = word_class(
    "investors shareholders backers underwriter underwriters adviser advisor advisers advisors bookrunners"
)
"""What those are of whom the text does not go on to speak: "Fidelity and State Street will remain *investors*"."""
_BEFORE_NAMES = word_class("the its their new a an")
_GOVERNING = word_class("at of by with from in to for via on against into than through under near")
_EVENTS = word_class("availability launch release debut introduction preview version generation rollout unveiling")
_GIVING = word_class("gives gave signs signed")
_APPROVES = word_class(
    "granted grants cleared clears approved approves authorized authorizes issued issues nod okays greenlights"
)
_BUYING = (
    "acqui",
    "buy",
    "bought",
    "purchas",
    "invest",
    "takeover",
    "stake",
    "trialing",
    "piloting",
    "testing",
    "tests",
    "picks",
    "taps",
    "select",
    "turns",
    "favor",
)
_YOUNG = word_class("startup start-up upstart unicorn biotech developer specialist builder target")
BUYERS = word_class("buyer acquirer suitor")
SELLERS = word_class("vendor supplier")
STRICTLY_PUBLIC = word_class(
    "hospital university clinic institution institute ministry department agency school trust nonprofit"
)
PUBLIC = word_class(
    "hospital system university agency organization organisation nonprofit bank provider insurer network school "
    "clinic institution institute ministry department regulator center centre trust"
)

FIRMS = word_class(
    "company firm startup giant vendor group organization organisation retailer insurer bank hospital system maker "
    "provider university agency chain carrier lender automaker carmaker chipmaker drugmaker manufacturer developer "
    "operator supplier consultancy conglomerate nonprofit network business unicorn biotech grocer distributor "
    "clinic institution institute buyer acquirer titan behemoth specialist integrator utility airline telco builder "
    "corporation enterprise multinational subsidiary unit outfit upstart reseller studio publisher broker miner "
    "house collective insurtech fintech medtech reinsurer cooperative shop refiner shipper railway grocery watchmaker "
    "drugstore foundry brewer devicemaker planemaker toymaker phonemaker bookseller shipbuilder homebuilder exchange "
    "brokerage wholesaler caterer hotelier streamer label laboratory"
)
"""Nouns that stand for an organisation that was named."""
PRODUCTS = word_class(
    "tool platform software app application device solution service product scanner assistant offering suite sensor "
    "chip wearable robot database copilot chatbot watch headset phone tablet drug vaccine test model scribe monitor "
    "pump implant glasses module engine toolkit framework agent ring patch gadget handset laptop console add-on plugin "
    "extension package"
)
"""Nouns that stand for a product that was named."""
OTHERS = word_class(
    "first only other parent second third same entire target whole private public individual best top most largest "
    "biggest leading next latest combined resulting merged acquired rival another every any new average typical cloud"
)
"""Words after "the" that make the noun mean somebody else: "the parent company", "the largest provider"."""
LIMITED = word_class("of that which behind for in who whose to where from with")
"""Words after the noun that say which one is meant: "the company behind it"."""
OF_PRODUCTS = word_class(
    "runs integrates works supports connects plugs sits comes detects lets allows enables helps uses leverages "
    "offers includes analyzes analyses provides features combines automates requires syncs embeds"
)
"""Verbs by which "it" stands for a product rather than for its maker, where both were named."""
