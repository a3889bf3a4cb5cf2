"""A sentence as a line of words and slots, which the patterns of relations read.

Every name is a slot that knows what the name may be; "it", "the company" and "the platform" are slots of whom and of
what the text spoke last.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.exchanges import EXCHANGES
from kgraph.extractors.relations.amount_words import is_amount
from kgraph.extractors.relations.coreference.anaphors import both_named, firm_of_place, noun_at, tells_of_firm
from kgraph.extractors.relations.coreference.main_firm import CUES
from kgraph.extractors.relations.coreference.referents import Referents
from kgraph.extractors.relations.coreference.referring_nouns import FIRMS, LIMITED, NOUNS, OF_PRODUCTS, OTHERS, PRODUCTS
from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.extractors.relations.ends import ORGANIZATION
from kgraph.extractors.relations.expressions import (
    ALLIES,
    BUYER,
    DASH,
    EARLIER,
    LAUNCHER,
    LETTERS,
    MAIN,
    PRODUCT,
    RAISER,
    UNKNOWN,
)
from kgraph.extractors.relations.offices import CHIEFS, is_department, opens_with_officer
from kgraph.text import word_class

FIRST_INDEX = 0xE100
CERTIFICATE = "\ue006"
_CERTIFICATES = word_class(
    "specialization specialisation competency certification accreditation designation specializations competencies "
    "certifications msp msps certified status"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_POINT = re.compile(r"(?<=[0-9])[.,](?=[0-9])|(?<=\w\w)\.(?=\w)")
_QUOTES = str.maketrans({"’": "'", "“": '"', "”": '"', "–": DASH, "—": DASH})
LONGEST = 200
"""Letters of a word; a longer one is no word."""
WORDS = 1 << 14
"""How many words are remembered as they stand in lines."""


def encode(sentence: Sentence, kinds: Sequence[str], slots: Sequence[str], topic: Topic) -> tuple[str, list[int]]:
    """A sentence as a line of words and slots, and the mention behind each slot.

    "The company" stands for the organisation that was last spoken of, in an earlier sentence; where this one has
    named a single one itself, for that.
    """
    line = _Line(sentence, kinds, topic)
    words = sentence.words
    at = line.begin()
    for first, end, mention in sentence.mentions:
        if first < at or is_department(words, first, end) or (first and is_amount(words[first - 1], words[first])):
            continue
        if first > 1 and words[first - 1] == ":" and words[first - 2].lower() in EXCHANGES:
            continue  # "Acme Corp. (NASDAQ: ACME)": the same firm
        line.add_words(at, first)
        letter = CERTIFICATE if _is_certificate(words, first, end) else LETTERS.get(slots[mention], UNKNOWN)
        line.add_slot(mention, letter)
        at = end
        if words[end - 1][-1] in "sxzSXZ" and words[end : end + 1] in (["'"], ["’"]):
            line.out.append("'s")  # "Philips' subsidiary"
            at += 1
        elif words[end : end + 2] in _TURNED:
            line.out.append("'s")
            at += 2
        stop = firm_of_place(sentence, first, end, kinds) if kinds[mention] == "Place" else 0
        if not stop:
            continue
        named = next((m for _, _, m in sentence.mentions if kinds[m] in ORGANIZATION), -1)
        owns = words[stop : stop + 1] in (["'s"], ["’s"])
        known = line.referents.firm_at(first, noun_at(words, stop - 1), named, owns)
        if known == named and not line.table and "by" in words[stop : stop + 4]:
            known = -1  # "the Irvine software house, owned by Acme": it is not Acme that is meant
        if known >= 0:
            line.out.extend(["-", "based"])
            line.add_slot(known)
            at = stop
    line.add_words(at, len(words))
    if line.table or topic.buyer >= 0 or topic.allies:
        line.add_earlier(topic)
    return f" {' '.join(line.out)} ", line.table


class _Written(dict[str, str]):
    """Words as they stand in lines: "Orbix’s" is "orbix's" there."""

    def __missing__(self, word: str) -> str:
        written = word.lower().translate(_QUOTES)
        if not written.isascii() or not written.isalpha():
            written = _PRIVATE.sub("", _POINT.sub("·", written))
        if len(written) >= LONGEST:
            written = "…"
        if len(word) < LONGEST:
            if len(self) >= WORDS:
                self.clear()
            self[word] = written
        return written


_WRITTEN = _Written()


class _Line:
    """A line in the making."""

    def __init__(self, sentence: Sentence, kinds: Sequence[str], topic: Topic) -> None:
        self.words = sentence.words
        self.written = [*map(_WRITTEN.__getitem__, sentence.words)]
        self.kinds = kinds
        self.topic = topic
        self.out: list[str] = []
        self.table: list[int] = []
        self.sentence = sentence
        self.first_slot = 0
        """How many words stand before the first slot."""

    @property
    def referents(self) -> Referents:
        """What tells whom its anaphors mean: few sentences have any."""
        return Referents(self.sentence, self.kinds, self.topic, self.table)

    def add_slot(self, mention: int, letter: str = "") -> None:
        """Append what a mention may be; an anaphor is what the text has taken its name for."""
        if not self.table:
            self.first_slot = len(self.out)
        letter = letter or LETTERS.get(self.kinds[mention], UNKNOWN)
        self.out.append(letter + chr(FIRST_INDEX + len(self.table)))
        self.table.append(mention)

    def add_earlier(self, topic: Topic) -> None:
        """Append whom and what the sentences before spoke of, each behind its mark."""
        is_unnamed = topic.main >= 0 and topic.main not in self.table
        opens = bool(self.table) and self.first_slot < _EARLY
        users = topic.is_free and not _USERS.isdisjoint(self.out)
        last = topic.target if topic.target >= 0 and (self._is_founder() or self._is_of_round()) else topic.last
        if topic.raiser >= 0 and opens_with_officer(self.out):
            last = topic.raiser  # who speaks in news of a round is the chief of whom it is for
        for mark, meant, wanted in (
            (EARLIER, last, True),
            (LAUNCHER, topic.launcher, opens),
            (PRODUCT, topic.product, users),
            (BUYER, topic.buyer, topic.buyer >= 0 and "it" in self.out),
        ):
            if wanted and meant >= 0 and (mark == LAUNCHER or meant not in self.table or self._opens_with_office(mark)):
                self.out.extend([".", ";", mark])
                self.add_slot(meant)
        if topic.raiser >= 0:
            self.out.extend([".", ";", RAISER])
            self.add_slot(topic.raiser, LETTERS["Company"])  # who raises money is a firm
        if topic.allies:
            self.out.extend([".", ";", ALLIES])
            self.add_slot(topic.allies[0])
            self.out.append("and")
            self.add_slot(topic.allies[1])
        if is_unnamed and not CUES.isdisjoint(self.out):
            self.out.extend([".", ";", MAIN])
            self.add_slot(topic.main)

    def _opens_with_office(self, mark: str) -> bool:
        """Whether the sentence begins with somebody's office, though it names whose later: "CEO Jane Miller said"."""
        return mark == EARLIER and self.words[0].lower() in CHIEFS

    def _is_founder(self) -> bool:
        """Whether the sentence begins with "Jane Miller, its founder": of whom was bought, not of the buyer."""
        words = self.words[:_OPENING]
        return any(a == "," and b == "its" and "founder" in words[k:] for k, (a, b) in enumerate(pairwise(words)))

    def _is_of_round(self) -> bool:
        """Whether the sentence goes on about a round: what an investor of it is said to have funded is its target."""
        return not _ROUNDS.isdisjoint(self.out) and not _JOINING.isdisjoint(self.out)

    def begin(self) -> int:
        """Read "it" and "its" at the beginning; the number of words that took."""
        topic, words = self.topic, self.words
        if len(words) < _SHORTEST or (topic.last < 0 and topic.product < 0):
            return 0
        first, second = words[0].lower(), words[1].lower()
        if first == "it" and topic.product >= 0 and self._speaks_of_product(second):
            self.add_slot(topic.product)
            return 1
        if topic.last < 0:
            return 0
        if first == "it" and (second not in _EXPLETIVE or tells_of_firm(words)):
            self.add_slot(topic.last)
            return 1
        if first in ("its", "their"):
            self.add_slot(topic.last)
            if second in _MAKERS:
                return 2
            self.out.append("'s")
            return 1
        return 0

    def _speaks_of_product(self, verb: str) -> bool:
        words = [word.lower() for word in self.words[1:4]]
        if verb in ("is", "was", "can", "will", "has", "also"):
            if words[:2] == ["is", "based"] and words[2:] != ["on"]:
                return False  # "It is based in Dayton"
            return bool(_DONE_TO_PRODUCTS & set(words)) or (self.topic.about_product and verb != "has")
        return verb in OF_PRODUCTS and (self.topic.about_product or verb in _TECHNICAL or self.topic.last < 0)

    def add_words(self, first: int, end: int) -> None:
        """Append words, the anaphors among them as slots."""
        words, written, append = self.words, self.written, self.out.append
        k = self._after_forms(first, end)
        while k < end:
            word = written[k]
            if word not in _LOOKED_AT:
                append(word)
                k += 1
                continue
            if k < _EARLY and self.topic.pair and not self.table and word in ("the", "both"):
                step = both_named(words, k)
                if step:
                    self.add_slot(self.topic.pair[0])
                    append("and")
                    self.add_slot(self.topic.pair[1])
                    k += step
                    continue
            if word in ("the", "this"):
                step, meant = self._anaphor(k, end)
                if step:
                    self.add_slot(meant)
                    k += step
                    continue
            elif word == "it" and k:
                meant = self.referents.it(k)
                if meant >= 0:
                    self.add_slot(meant)
                    k += 1
                    continue
            elif word in _RANKS and words[k + 1 : k + 2] == ["."]:
                k += 2
                continue
            elif word == "." and k and words[k - 1].lower() in _SHORTENED:
                k += 1
                continue
            append(word)
            k += 1

    def _after_forms(self, first: int, end: int) -> int:
        """Where a firm's form ends that stands outside of its name: "Orbixo Co. *Ltd.* signs"."""
        k = first
        while self.table and 0 < k < end - 1 and self.words[k].rstrip(".").lower() in _FORMS:
            k += 2 if self.words[k + 1] == "." and k + 2 < len(self.words) else 1
        return k

    def _anaphor(self, k: int, end: int) -> tuple[int, int]:
        """How many words from the ``k``-th on stand for something named before, and for which mention; 0 for none."""
        joined = False
        for step in range(1, min(_LONGEST_ANAPHOR, end - k)):
            noun = self.words[k + step].lower()
            following = self.words[k + step + 1].lower() if k + step + 1 < len(self.words) else ""
            if noun == "-" and step > 1 and following.endswith(_PARTICIPLES):
                joined = True
                continue  # "the Irish-domiciled maker"
            if k + step + 1 == end < len(self.words) and noun in NOUNS:
                return 0, -1  # "the startup Orbix"
            if (
                noun in _VERBS
                or (noun in OTHERS and not (noun == "cloud" and following not in PRODUCTS))
                or not noun[0].isalnum()
                or (following == "-" and noun in FIRMS)
            ):
                return 0, -1  # "the enterprise-class database"
            if noun.endswith("est") and len(noun) > _SUPERLATIVE:
                return 0, -1  # "the fastest growing application"
            if following and following[0].isalpha() and following not in _AFTER_ANAPHORS and noun in NOUNS:
                if following in LIMITED and not (following in _LOOSELY and step == 1):
                    return 0, -1
                if following in NOUNS:
                    continue
            if (
                following == ","
                and self.words[k + step + 2 : k + step + 3]
                and self.words[k + step + 2].lower() in _CALLED
            ):
                return 0, -1  # "the solution, dubbed Orbix"
            if noun == "shop" and k and self.words[k - 1].lower().startswith("mind"):
                return 0, -1  # "minds the shop"
            if noun in FIRMS and not (noun == "system" and step == 1 and self.topic.product >= 0):
                meant = self.referents.firm_meant(k, noun_at(self.words, k + step), following, step)
                if meant >= 0:
                    return step + 1, meant
            if noun in PRODUCTS and joined:
                return 0, -1  # "the AI-powered platform" may be a new one
            if noun in PRODUCTS or noun == "system":
                if (
                    following in ("'s", "’s")
                    and self.words[k + step + 2 : k + step + 3]
                    and self.topic.last >= 0
                    and self.words[k + step + 2].lower() in _OFFICES
                    and (noun in FIRMS or noun == "platform")
                ):
                    return step + 1, self.topic.last  # "the system's chief nursing officer"
                product = self.topic.product
                if product >= 0 and not any(self.kinds[m] in ("Product", "") for m in self.table):
                    return step + 1, product
                return 0, -1
        return 0, -1


_ROUNDS = word_class("round financing funding raise")
_JOINING = word_class("also participated joined part")
_SHORTEST = 3
_EARLY, _OPENING = 6, 9
_CALLED = word_class("called dubbed named known branded code-named codenamed")
_USERS = word_class("adopters users customers clients sites among")
_VERBS = word_class(
    "will would can could may might should must is are was were has have had does did to that which who"
)
"""Where what "the" begins has ended: in "the alliance *will* enable service providers", no service is meant."""
_SUPERLATIVE = 5
"""Letters: a "guest" or a "test" is no superlative."""
_LONGEST_ANAPHOR = 6
"""Words: "the German software group's"."""
_PARTICIPLES = ("ed", "based", "owned", "run", "led", "built", "held", "listed")
_OFFICES = word_class(
    "cdo cno cnio cro cpo chro cso cmo svp evp vp "
    "chief ceo cfo cto coo cio ciso cmio president chairman director head vice medical spokesman founder"
)
_MAKERS = word_class("maker manufacturer developer creator")
_DONE_TO_PRODUCTS = word_class(
    "built powered based designed hosted available integrated embedded compatible used deployed part trained intended "
    "expected connect integrate work run"
)
_TECHNICAL = word_class("runs integrates connects plugs sits syncs embeds works supports comes")
_EXPLETIVE = word_class("is was 's ’s seems appears takes remains")
"""Verbs of an "it" that stands for nothing: "It is unclear whether"."""
_AFTER_ANAPHORS = word_class("'s ’s said says announced")
_LOOSELY = word_class("in for to with from")
"""Words that may follow "the company" without saying which: "the company in March"."""


def _is_certificate(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name is that of a certificate: "Azure Expert MSP", "Advanced Specialization"."""
    last = words[end - 1].lower()
    return (
        last in _CERTIFICATES
        or (last == "provider" and end - first > 3 and words[end - 2].lower() in ("service", "services"))
        or (last.isdigit() and end - first > 2 and words[end - 2].lower() == "stage")
    )


_TURNED = (["‘", "s"], ["`", "s"], ["´", "s"])
"""A possessive with a wrong mark: "Acme ‘s"."""
_FORMS = word_class("ltd inc llc plc corp gmbh")
"""Forms of firms that the tokens of their names may end before."""
_RANKS = word_class("prof lt col maj capt sgt cmdr adm brig")
"""Of officers: they say nothing of whom somebody works for."""
_LOOKED_AT = _RANKS | {"the", "this", "both", "it", "."}
"""All other words stand in lines as they are."""
_SHORTENED = word_class(
    "dr mr mrs ms prof rep sen gov gen maj lt col capt sgt rev hon jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Words whose full stop ends no sentence."""
