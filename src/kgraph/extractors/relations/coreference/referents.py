"""Whom "the company", "the Boston company" and "it" mean, by what stands around them and by whom the text spoke of."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.coreference.anaphors import is_dealt_with
from kgraph.extractors.relations.coreference.referring_nouns import BUYERS, PUBLIC, SELLERS, STRICTLY_PUBLIC, YOUNG
from kgraph.extractors.relations.coreference.speakers import hears
from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.extractors.relations.ends import ORGANIZATION
from kgraph.text import word_class


@dataclass(frozen=True, slots=True)
class Referents:
    """The referents of the anaphors of one sentence."""

    sentence: Sentence
    kinds: Sequence[str]
    topic: Topic
    table: list[int]
    """The mentions that the sentence has named so far."""

    @property
    def words(self) -> Sequence[str]:
        """The words of the sentence."""
        return self.sentence.words

    def firm_at(self, first: int, noun: str, named: int, owns: bool) -> int:
        """Whom "the", a place and this noun mean; ``named`` is whom the sentence names first, perhaps later on.

        ``owns`` tells that it is "the Boston company's".
        """
        firms = [mention for mention in self.table if self.kinds[mention] in ORGANIZATION]
        if not firms:
            return self._not_placed(self.topic.meant_by(noun)) if self.topic.last >= 0 else named
        if noun not in PUBLIC:  # no regulator is "the Boston-based company"
            firms = [mention for mention in firms if self.kinds[mention] == "Company"] or firms
        before = [word.lower() for word in self.words[max(0, first - 3) : first - 1]]
        if noun in BUYERS and self.topic.last >= 0:
            return self.topic.last
        if self.topic.last >= 0 and not _JOINING_ONE.isdisjoint(self.words[max(0, first - 1 - _NEAR) : first - 1]):
            meant = self.topic.meant_by(noun)
            return meant if meant not in firms else -1  # "Acme's president will join the board of the Boston firm"
        if before and before[-1] in ("while", "whereas") and len(set(firms)) == 1:
            other = self._other_of_pair(firms[0])
            if other >= 0:
                return other  # "while the US chip giant provides"
        own = owns and len(set(firms)) == 1 and _TAKING.isdisjoint(before)
        own = own or (before[-2:-1] == [","] and before[-1].endswith("ing"))  # ", putting the Dublin company in"
        if before and (before[-1] in _SAME_AT or before == ["part", "of"] or own):
            return firms[0]
        if len(set(firms)) == 1 and is_dealt_with(self.words, first - 1):
            return self._other_than(firms[0], noun)  # "Sanmina will take over the Secaucus company"
        if before and before[-1] in ("in", "into"):
            return -1  # "put money into the Boston company": whose it is not, nobody can tell
        if noun in PUBLIC and noun not in ("bank", "provider", "insurer", "network"):
            firms = [mention for mention in firms if self.kinds[mention] == "Organization"] or [self.topic.last]
            return firms[-1] if firms[-1] >= 0 and self.kinds[firms[-1]] == "Organization" else -1
        if firms[-1] != firms[0]:
            others = [each for each in firms if not self.topic.is_same(each, firms[-1])]
            if (
                before
                and before[-1] == "to"
                and owns
                and all(self.topic.is_same(each, others[0]) for each in others[1:])
            ):
                return others[0] if others else firms[-1]  # "brings Zelbo's maps to the Detroit firm's cars"
            return firms[-1]
        if before and before[-1] in _GOVERNING:
            return -1
        return self._not_placed(self._spoken_of(noun))

    def _not_placed(self, meant: int) -> int:
        """Whom a place is told of: the other of two firms, where the text has said where the first one is."""
        topic = self.topic
        if meant < 0 or meant >= len(topic.same) or topic.same[meant] not in topic.placed:
            return meant
        other = self._other_of_pair(meant)
        return other if other >= 0 and topic.same[other] not in topic.placed else meant

    def firm_meant(self, k: int, noun: str, following: str, step: int) -> int:
        """Whom "the" at the ``k``-th word means with a noun ``step`` words behind it, and what follows that; or -1."""
        firms = {mention for mention in self.table if self.kinds[mention] in ORGANIZATION}
        before = self.words[k - 1].lower() if k else ""
        owns = following in ("'s", "’s")
        if (
            owns
            and before == ","
            and self.topic.last >= 0
            and self.kinds[self.table[-1] if self.table else self.topic.last] == "Person"
            and self.topic.last not in firms
            and (self._only_hear(firms) or self._quoted_by_us(firms, k))
        ):  # "said Jane Miller, *the firm's* chief"
            return self.topic.last if noun in YOUNG else self.topic.meant_by(noun)
        if (
            before in ("that", "said", "says", ",")
            and firms
            and self.topic.last not in firms
            and self._only_hear(firms)
        ):
            told = self.topic.meant_by(noun)
            if told >= 0 and any(word.lower() in _TELLING for word in self.words[:k]):
                return told  # "told Acme that *the carrier* is"
        if before.startswith(_BUYING) and noun not in PUBLIC:
            ordered = [m for m in dict.fromkeys(self.table) if self.kinds[m] in (*ORGANIZATION, "")]
            if len(ordered) == 2 and ordered[0] in firms and not self.topic.is_same(*ordered):
                return ordered[1]  # "Acme led a round at Zelbo before it bought the firm"
        if self.topic.teller >= 0 and noun in _COUNTING and self.words[k + 1].lower() in _OF_COUNTING:
            return self.topic.teller  # "said the analyst house's research director"
        if noun in SELLERS and firms and self.topic.seller >= 0:
            return self.topic.seller  # "the health system will add the vendor's chatbot"
        if noun in STRICTLY_PUBLIC and len(firms) == 1 and self.topic.public >= 0:
            firms = {mention for mention in firms if self.kinds[mention] == "Organization"} or {self.topic.public}
        if len(firms) > 1 and following in ("'s", "’s") and step > 1 and self.words[k + 1][0].isupper():
            ordered = [mention for mention in self.table if mention in firms]
            return ordered[-1] if ordered[-1] != ordered[0] else -1  # "a deal with Acme to use the Israeli firm's"
        if len(firms) > 1 and noun not in PUBLIC:
            firms = {mention for mention in firms if self.kinds[mention] == "Company"} or firms
        if len(firms) == 1 and not _JOINING_ONE.isdisjoint(self.words[max(0, k - _NEAR) : k]):
            meant = self.topic.meant_by(noun) if self.topic.last >= 0 else -1
            return meant if meant not in firms else -1  # "Acme's president will join the board of the startup"
        if len(firms) == 1 and is_dealt_with(self.words, k):
            meant = self._other_than(next(iter(firms)), noun)
            return -1 if noun in STRICTLY_PUBLIC and self.kinds[meant] == "Company" else meant
        if len(firms) == 1 and (following in ("'s", "’s") or before in _SAME):
            return next(iter(firms))
        if firms or self.topic.last < 0:
            return -1
        return self.topic.meant_by(noun)

    def _only_hear(self, firms: Set[int]) -> bool:
        """Whether a sentence speaks of none of some firms: a preposition governs them, or they are told something."""
        return firms <= {m for first, _, m in self.sentence.mentions if first and hears(self.sentence, first)}

    def _quoted_by_us(self, firms: Set[int], k: int) -> bool:
        """Whether only a quotation names some firms, in which somebody speaks of "us": ""*We* chose Acme," said"."""
        words = self.words
        end = next((j for j in range(k - 1, 0, -1) if words[j] in _QUOTES), 0)
        return (
            bool(firms)
            and any(word.lower() in _US for word in words[:end])
            and not any(first > end for first, _, m in self.sentence.mentions if m in firms)
        )

    def it(self, k: int) -> int:
        """Whom or what an "it" means within a sentence, or -1.

        It is whom another firm buys or backs, where nothing but firms has been spoken of; what somebody uses or
        launches; or who does something after a date: "On Monday *it* unveiled".
        """
        following = self.words[k + 1].lower() if k + 1 < len(self.words) else ""
        if not self.table:
            after = k + 1
            while after + 1 < len(self.words) and self.words[after] in _AUXILIARIES:
                after += 1
            first = self.words[self.words[0] in ("Only", "Just", "And", "But")].lower()
            fronted = k < _FRONT and first in _DATING and self.words[after : after + 1] != []
            fronted = fronted and self.words[after].lower() in _FIRMS_DO
            return self.topic.last if fronted else self._thing(k, following)
        thing = self._thing(k, following)
        if thing >= 0:
            return thing
        firms = {mention for mention in self.table if self.kinds[mention] in ORGANIZATION}
        if len(firms) != 1 or self.topic.product >= 0 or not is_dealt_with(self.words, k):
            return -1
        return self._other_than(next(iter(firms)), "company")

    def _thing(self, k: int, following: str) -> int:
        """Which product an "it" means that somebody uses or launches: the one that was spoken of last, or -1."""
        before = self.words[max(0, k - 3) : k]
        if before[-1].lower() not in _HANDLING or following in ("'s", "’s") or "first" in before:
            return -1  # who was "among the first to use it" is told of lists
        named = {mention for mention in self.table if self.kinds[mention] in ("Product", "")}
        if self.table and not self.kinds[self.table[0]]:
            named.discard(self.table[0])  # who does it, whatever he is
        if named:
            return next(iter(named)) if len(named) == 1 and self.kinds[next(iter(named))] == "Product" else -1
        return self.topic.product if self.topic.is_free else -1

    def _other_than(self, firm: int, noun: str) -> int:
        """Whom "the" with this noun means where it is not the one firm that the sentence names."""
        other = self._other_of_pair(firm)
        if other >= 0:
            return other
        meant = self._spoken_of(noun)
        return -1 if meant < 0 or self.topic.is_same(meant, firm) else meant

    def _spoken_of(self, noun: str) -> int:
        """Whom "the" with this noun means by what was said before: who was bought, or who did something last."""
        return self.topic.target if self.topic.target >= 0 else self.topic.meant_by(noun)

    def _other_of_pair(self, firm: int) -> int:
        """The other of the two organisations that the last sentence named, if a firm is one of them, or -1."""
        others = [each for each in self.topic.pair if not self.topic.is_same(each, firm)]
        return others[0] if len(others) == 1 < len(self.topic.pair) else -1


_QUOTES = ('"', "”")
_US = ("we", "us", "our", "we've", "we're")
_HANDLING = word_class(
    "use uses used using adopt adopts adopted adopting deploy deploys deployed deploying install installs installed "
    "installing implement implemented implementing pilot piloted piloting trial trialled "
    "launch launches launched launching unveil unveiled unveiling introduce introduced introducing release released "
    "releasing shipping"
)
"""Words before an "it" that is no firm."""
_FRONT = 7
_AUXILIARIES = word_class("has had also already just recently")
"""Between an "it" and what it did: "Only in March *it had* bought Zelbo"."""
_DATING = word_class("on in last this earlier later next since today yesterday then now")
_FIRMS_DO = word_class(
    "unveiled unveils launched launches introduced introduces acquired acquires bought buys signed signs hired hires "
    "named appointed raised raises adopted chose selected partnered invested opened plans expects agreed struck "
    "snapped bid swallowed spent sold"
)
"""What only firms do: the "it" before them is no product."""
_COUNTING = word_class("house firm company group consultancy outfit organization organisation provider")
_OF_COUNTING = word_class("analyst research market advisory intelligence forecasting polling insights")
"""Whom "the analyst house" and "the research firm" mean is who was quoted."""
_TELLING = word_class("told tells")
_SAME = word_class(
    "said says that added where when after as and , but because which at by of for - since while so means meaning lets"
)
"""Words before "the company" where it is the sentence's own subject rather than another's object."""
_SAME_AT = word_class("at said says that where when after as and , but because while since so - ; :")
_TAKING = word_class(
    "over buy buys bought buying acquire acquires acquired acquiring purchase purchases purchased for into"
)
"""Before "the Boston company's" where it is another's."""
_GOVERNING = word_class("of from by with to for")
_JOINING_ONE = word_class("join joins joined joining left leaves leaving quit quits")
_NEAR = 6
_BUYING = ("acquir", "buy", "bought", "purchas")
