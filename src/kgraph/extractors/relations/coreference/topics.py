"""Of whom and of what a text spoke last: what "it", "the company" and "the platform" of the next sentence stand for."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.coreference.referring_nouns import (
    BUYERS,
    FIRMS,
    PRODUCTS,
    PUBLIC,
    SELLERS,
    STARTUPS,
    STRICTLY_PUBLIC,
    UNITS,
    YOUNG,
)
from kgraph.extractors.relations.coreference.speakers import (
    approves,
    begins_with_firm,
    in_brackets,
    is_governed,
    is_of_place,
    is_only_bought,
    launch_at,
    listed_from,
    only_relates,
    only_tells,
    owns_next,
    stands_aside,
    tells,
    was_left,
)
from kgraph.extractors.relations.ends import ORGANIZATION
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

    unit: int = -1
    """The company that was last said to be a part of another: "the unit"."""
    teller: int = -1
    """The organisation whose word or count a sentence last gave: "the research firm"."""
    buyer: int = -1
    """The company that an earlier sentence let buy a firm without naming that: "the vendor that has bought it"."""
    raiser: int = -1
    """Whose round of money the sentence in hand tells of (:mod:`.rounds`)."""
    main: int = -1
    """The organisation that the text is about (:mod:`.main_firm`)."""
    allies: tuple[int, ...] = ()
    """The two organisations whose partnership the sentence in hand speaks of (:mod:`.allies`)."""
    placed: frozenset[int] = frozenset()
    """The firms of which the text has said where they are: "the Dayton company" is rather another."""
    same: tuple[int, ...] = ()
    """For each mention of the text the first that may be of the same firm."""

    def is_same(self, mention: int, other: int) -> bool:
        """Whether two mentions may be of one firm."""
        return mention == other or (max(mention, other) < len(self.same) and self.same[mention] == self.same[other])

    def meant_by(self, noun: str) -> int:
        """Whom "the" with this noun means."""
        if noun in UNITS and self.unit >= 0:
            return self.unit
        if noun in BUYERS:
            return self.last
        if noun in SELLERS and self.seller >= 0:
            return self.seller
        if noun in STRICTLY_PUBLIC and self.public >= 0 and not self.is_public:
            return self.public
        if self.target >= 0 and noun in YOUNG:
            return self.target
        if self.raiser >= 0 and noun in STARTUPS:
            return self.raiser
        if noun in YOUNG and self.last >= 0 and self.last == self.public:
            return self.company if self.company != self.last else -1  # a health system is no startup
        return self.last if noun in PUBLIC or self.company < 0 else self.company

    def after(self, sentence: Sentence, kinds: Sequence[str]) -> "Topic":
        """The topic after one more sentence: what a preposition governs, and who only approves, is none."""
        named = [(first, end, m) for first, end, m in sentence.mentions if kinds[m] in ORGANIZATION]
        speaking = [(first, end, m) for first, end, m in named if not approves(sentence.words, end)]
        listed = listed_from(sentence.words)
        free = [
            m
            for first, end, m in speaking
            if first < listed
            and not stands_aside(sentence.words, first, named)
            and not in_brackets(sentence.words, first, end)
            and not owns_next(sentence.words, end, named)
            and not is_only_bought(sentence.words, first, end)
            and not was_left(sentence.words, first)
            and not only_tells(sentence.words, end, named)
            and sentence.words[end : end + 2] not in ([",", "its"], [",", "their"])  # "Acme, its subsidiary,"
        ]
        last = self.last
        if last >= 0 and (
            self._goes_on(sentence.words) or is_of_place(sentence, kinds) or only_relates(sentence.words)
        ):
            free = []
        if free:
            last = free[0]
        elif last < 0 and named:
            last = (speaking or named)[0][2]
        elif last == self.buyer >= 0 and sentence.mentions[:1] and not sentence.mentions[0][0]:
            open_one = sentence.mentions[0][2]  # after "Acme buys a startup" the next sentence names that
            last = open_one if not kinds[open_one] and not self.is_same(open_one, last) else last
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
            _pair(sentence, named),
            self.seller,
            self.unit,
            next((m for first, end, m in named if tells(sentence.words, first, end)), self.teller),
            buyer if (buyer := _buyer(sentence, kinds)) >= 0 else self.buyer,
            main=self.main,
            placed=self.placed,
            same=self.same,
        )

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
            or (begins[:1] == ["the"] and begins_with_firm(words))
            or ("its" in words and any(b == "its" and a in _THEY_DO for a, b in pairwise(words)))
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
        free = [m for first, m in products if not is_governed(sentence.words, first)]
        begins = bool(sentence.mentions) and sentence.mentions[0][2] == products[0][1] and products[0][0] < _EARLY
        if begins:
            return products[0][1], True, True
        meant = free or [m for _, m in products]
        return (meant[0] if len(meant) == 1 else -1), False, bool(free)


_DONE_TO_IT = word_class("owned owns bought backed backs funded in of behind joined founded acquired led")
"""Words before an "it" that is not the sentence's own subject: "Acme has owned it since 2018"."""
_THEY_DO = word_class("use run adopt deploy license sell resell distribute recommend")
"""Verbs of several, before what is another's: "Mayo and Duke *use its* scribe"."""
_LEFT = ("replac", "rival", "unlike", "abandon", "ditch", "retir")
"""Before a product of which the text does not go on to speak."""
_SHOPS = word_class("marketplace appsource store")
"""Where things are sold, which are not what a text speaks of."""
_EARLY = 3
"""A mention that begins before this word is the sentence's subject."""


def _pair(sentence: Sentence, named: Sequence[tuple[int, int, int]]) -> tuple[int, ...]:
    """The two organisations of a sentence that names no more."""
    if len(named) < 2:
        return ()
    found = {" ".join(sentence.words[first:end]).lower(): m for first, end, m in named}
    return tuple(found.values()) if len(found) == 2 else ()


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


def _buyer(sentence: Sentence, kinds: Sequence[str]) -> int:
    """Who buys "a startup", where the sentence names nobody else, or -1."""
    named = [(first, end, m) for first, end, m in sentence.mentions if kinds[m] != "Place"]
    if len(named) != 1:
        return -1
    ((_, end, mention),) = named
    if kinds[mention] not in (*ORGANIZATION, ""):
        return -1
    words = [word.lower() for word in sentence.words[end : end + _REACH]]
    verb = next((k for k, word in enumerate(words[:_EARLY]) if word.startswith(_TAKING_OVER)), -1)
    said = words[verb + 1 : verb + 1 + _NEAR_OBJECT]
    return mention if verb >= 0 and not FIRMS.isdisjoint(said) and not _SOMEBODY.isdisjoint(said) else -1


_TAKING_OVER = ("acqui", "buys", "buying", "bought", "purchas", "swallow", "snap", "scoop", "gobbl", "absorb", "pick")
_NEAR_OBJECT = 9
_SOMEBODY = word_class("a an another its rival startup start-up company firm")
"""Words of which one stands before or in "a startup nobody had seen"."""


def _launcher(sentence: Sentence, named: Sequence[tuple[int, int, int]], products: Sequence[int]) -> int:
    """Who launches "a new service", where the sentence says so and does not name it, or -1."""
    for _, end, mention in named:
        words = [word.lower() for word in sentence.words[end : end + _REACH]]
        verb = launch_at(words, _NEAR)
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
