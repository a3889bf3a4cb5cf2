"""A sentence as a line of words and slots, which the patterns of relations read.

Every name is a slot that knows what the name may be; "it" and "the company" are slots of whom the text spoke last.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kgraph.extractors.entities import Sentence
from kgraph.extractors.relation_patterns import EARLIER, LETTERS, UNKNOWN
from kgraph.text import word_class

ORGANIZATION = ("Company", "Organization")
FIRST_INDEX = 0xE100
CERTIFICATE = "\ue006"
_CERTIFICATES = word_class(
    "specialization specialisation competency certification accreditation designation specializations competencies "
    "certifications msp msps"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Topic(NamedTuple):
    """Whom the sentences before spoke of: the mentions that "it", "the company" and "the hospital" stand for."""

    last: int = -1
    """The organisation that was last the subject of a sentence; -1 for none."""
    company: int = -1
    """The company that was."""

    def meant_by(self, noun: str) -> int:
        """Whom "the" with this noun means."""
        return self.last if noun in _PUBLIC or self.company < 0 else self.company

    def after(self, sentence: Sentence, kinds: Sequence[str]) -> "Topic":
        """The topic after one more sentence: what a preposition governs, and who only approves, is none."""
        words = sentence.words
        named = [(first, end, m) for first, end, m in sentence.mentions if kinds[m] in ORGANIZATION]
        free = [
            m
            for first, end, m in named
            if (words[first - 1 - (first > 1 and words[first - 1].lower() == "the")].lower() if first else "")
            not in _GOVERNING
            and not {word.lower() for word in words[end : end + 3]} & _APPROVES
        ]
        last = free[0] if free else self.last if self.last >= 0 or not named else named[0][2]
        return Topic(last, last if last >= 0 and kinds[last] == "Company" else self.company)


_GOVERNING = word_class("at of by with from in to for via on against into than through under")
_APPROVES = word_class("granted grants cleared clears approved approves authorized authorizes issued issues")
_PUBLIC = word_class(
    "hospital system university agency organization organisation nonprofit group bank provider insurer"
)


_ANAPHORS = word_class(
    "company firm startup giant vendor group organization retailer insurer bank hospital system maker "
    "provider university agency"
)


def encode(sentence: Sentence, kinds: Sequence[str], slots: Sequence[str], topic: Topic) -> tuple[str, list[int]]:
    """A sentence as a line of words and slots, and the mention behind each slot.

    "The company" stands for the organisation that was last spoken of, in an earlier sentence.
    """
    out: list[str] = []
    table: list[int] = []
    words = sentence.words
    at = 0
    if topic.last >= 0 and len(words) > 2 and words[0].lower() == "it" and words[1].lower() not in _EXPLETIVE:
        out.append(LETTERS[kinds[topic.last]] + chr(FIRST_INDEX))
        table.append(topic.last)
        at = 1
    elif topic.last >= 0 and len(words) > 2 and words[0].lower() in ("its", "their"):
        out.extend([LETTERS[kinds[topic.last]] + chr(FIRST_INDEX), "'s"])
        table.append(topic.last)
        at = 1
    named = next((m for _, _, m in sentence.mentions if kinds[m] in ORGANIZATION), -1)
    for first, end, mention in sentence.mentions:
        if first < at:
            continue
        _words(words[at:first], out, table, kinds, topic if not table else Topic(), _only_firm(table, kinds))
        letter = CERTIFICATE if _is_certificate(words, first, end) else LETTERS.get(slots[mention], UNKNOWN)
        out.append(letter + chr(FIRST_INDEX + len(table)))
        table.append(mention)
        at = end
        if words[end - 1][-1] in "sxz" and words[end : end + 1] in (["'"], ["’"]):
            out.append("'s")  # "Philips' subsidiary"
            at += 1
        stop = _firm_of_place(sentence, first, end, kinds) if kinds[mention] == "Place" else 0
        known = topic.meant_by(words[stop - 1].lower()) if topic.last >= 0 else named
        if stop and known >= 0:
            out.extend(["-", "based", LETTERS[kinds[known]] + chr(FIRST_INDEX + len(table))])
            table.append(known)
            at = stop
    about_person = len(table) == 1 and kinds[table[0]] == "Person"
    _words(words[at:], out, table, kinds, topic if not table or about_person else Topic(), _only_firm(table, kinds))
    if topic.last >= 0 and table and topic.last not in table:
        out.extend([".", ";", EARLIER, LETTERS[kinds[topic.last]] + chr(FIRST_INDEX + len(table))])
        table.append(topic.last)
    return f" {' '.join(out)} ", table


def _is_certificate(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name is that of a certificate: "Azure Expert MSP", "Advanced Specialization"."""
    last = words[end - 1].lower()
    return last in _CERTIFICATES or (last == "provider" and end - first > 3 and words[end - 2].lower() == "service")


_EXPLETIVE = word_class("is was 's ’s seems appears takes remains")
"""Verbs of an "it" that stands for nothing: "It is unclear whether"."""


def _firm_of_place(sentence: Sentence, first: int, end: int, kinds: Sequence[str]) -> int:
    """Where "the Boston-based insurer", "the Chicago company" or "the Dayton, Ohio, health system" ends, or 0."""
    words = sentence.words
    if not first or words[first - 1].lower() != "the":
        return 0
    apposed = any(stop == first - 2 and kinds[m] in ORGANIZATION for _, stop, m in sentence.mentions)
    at = end
    state = next((stop for begin, stop, m in sentence.mentions if begin == at + 1 and kinds[m] == "Place"), 0)
    if state and words[at] == ",":
        at = state + (words[state : state + 1] == ["."])
    at += words[at : at + 1] == [","]
    based = [word.lower() for word in words[at : at + 2]] in (["-", "based"], ["-", "headquartered"])
    at += 2 * based
    for k in range(at, min(at + 4, len(words))):
        if any(begin <= k < stop for begin, stop, _ in sentence.mentions):
            return 0
        if words[k].lower() in _ANAPHORS:
            following = words[k + 1].lower() if k + 1 < len(words) else ""
            another = any(begin == k + 1 for begin, _, _ in sentence.mentions)
            another = another or following in ("of", "in", "for", "that")
            another = another or (apposed and following not in _SPEAKS)  # "Orbixo, the Boston startup behind it"
            return 0 if another else k + 1
    return 0


_SPEAKS = word_class("said says announced announces reported confirmed told added disclosed stated wrote")


def _only_firm(table: Sequence[int], kinds: Sequence[str]) -> int:
    """The one organisation that a sentence has named so far, or -1: "the company's chief" is its chief."""
    firms = {mention for mention in table if kinds[mention] in ORGANIZATION}
    return firms.pop() if len(firms) == 1 else -1


def _words(
    words: Sequence[str], out: list[str], table: list[int], kinds: Sequence[str], topic: Topic, firm: int
) -> None:
    k = 0
    while k < len(words):
        word = (
            words[k].lower().replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "-")
        )
        if (
            firm >= 0
            and word == "the"
            and words[k + 2 : k + 3] in (["'s"], ["’s"])
            and words[k + 1].lower() in _ANAPHORS
        ):
            out.append(LETTERS[kinds[firm]] + chr(FIRST_INDEX + len(table)))
            table.append(firm)
            k += 2
            continue
        if topic.last >= 0 and word == "the":
            step = next((i for i in (1, 2) if k + i < len(words) and words[k + i].lower() in _ANAPHORS), 0)
            if step:
                meant = topic.meant_by(words[k + step].lower())
                out.append(LETTERS.get(kinds[meant], UNKNOWN) + chr(FIRST_INDEX + len(table)))
                table.append(meant)
                k += step + 1
                continue
        if word == "." and k and words[k - 1].lower() in _SHORTENED:
            k += 1
            continue
        out.append(_PRIVATE.sub("", word) if len(word) < 200 else "…")
        k += 1


_SHORTENED = word_class(
    "dr mr mrs ms prof rep sen gov gen maj lt col capt sgt rev hon jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Words whose full stop ends no sentence."""
