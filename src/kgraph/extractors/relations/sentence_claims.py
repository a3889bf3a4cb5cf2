"""What one sentence states between its names, by the patterns of ``patterns/*.toml``."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations import modality
from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.extractors.relations.dates import date_of
from kgraph.extractors.relations.expressions import ONE, Pattern
from kgraph.extractors.relations.lines import FIRST_INDEX, encode
from kgraph.extractors.relations.match_guards import (
    FELL_THROUGH,
    MODIFIES,
    NOT_BOUGHT,
    is_asked,
    is_compared,
    is_fronted,
    is_no_subject,
)
from kgraph.extractors.relations.offices import is_over
from kgraph.extractors.relations.pair_guards import OF_WARES, Pairs
from kgraph.extractors.relations.pattern_index import MARKS, possible
from kgraph.extractors.relations.readings import readings
from kgraph.extractors.steps import Steps
from kgraph.lexicon import Lexicon
from kgraph.model import Claim, Mention
from kgraph.namespace import KG, SCHEMA

_INDEX = re.compile(f"[\ue000-\ue008]({ONE})(?! 's )")
"""A slot, but not whose the next one is: "Azure and *Acme's* Orbix"."""
ANNOUNCED = 0.75
"""How sure a plan to buy a firm, or to use or launch a product is: news tells of it so before it is done."""
_ANNOUNCED = (KG.ACQUIRED, KG.USES, KG.LAUNCHED)


def claims_of(
    content: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    kinds: Sequence[str],
    slots: Sequence[str],
    topic: Topic,
    lexicon: Lexicon,
) -> Steps[list[Claim]]:
    """What the patterns find in one sentence, a claim for each reading, pattern and pair of mentions."""
    line, table = encode(sentence, kinds, slots, topic)
    if len(table) < 2:
        return []
    yield "readings"
    texts = list(readings(line))
    yield "possible"
    tried = [(text, possible(text)) for text in texts]
    yield "patterns"
    matching = [(text, *each) for text, some in tried for each in _matching(text, some)]
    if not matching:
        return []
    yield "claims"
    claims: list[Claim] = []
    pairs = Pairs(content, mentions, kinds, table, lexicon)
    date: str | None = None
    for text, pattern, first in matching:
        for found in _matches(pattern, text, first):
            factor = _factor(pattern, text, found)
            for left, right in _pairs(found, table) if factor > 0 else ():
                joined = pairs.joined(pattern, left, right)
                if joined:
                    date = date_of(sentence.words) if date is None else date
                    claims.append(
                        Claim(
                            joined[0], pattern.predicate, joined[1], sentence.start, sentence.end,
                            round(pattern.confidence * factor, 3), pattern.name, date,
                        )
                    )  # fmt: skip
    return claims


def _matching(text: str, some: Sequence[Pattern]) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """Those of some patterns that match a reading, each with its first match."""
    for pattern in some:
        if pattern.requires and not pattern.requires.search(text):
            continue  # what it asks for is found faster than the whole
        first = pattern.expression.search(text)
        if first:
            yield pattern, first


def _factor(pattern: Pattern, text: str, found: re.Match[str]) -> float:
    """How sure the words around a match leave what its pattern says; 0 where they speak against it."""
    if _is_ruled_out(pattern, text, found):
        return 0.0
    if pattern.presupposed:
        return 1.0
    factor = modality.certainty(text, found.start(), _said(found), lasting=pattern.lasting)
    return ANNOUNCED if pattern.predicate in _ANNOUNCED and factor == modality.PLANNED else factor


def _matches(pattern: Pattern, text: str, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """The first match of a pattern and those after it; behind what is no subject it is tried on after its slot.

    Where an earlier sentence named the object, more may follow: "Jane Miller acts as CFO, *Tom Field* became chairman".
    """
    found: re.Match[str] | None = first
    while found:
        at = max(_said(found), found.start() + 1)
        if pattern.clause and is_compared(text, found.start()):
            at = found.start() + 2
        elif not (pattern.clause and is_no_subject(text, found.start())):
            yield found
        elif (
            pattern.predicate in OF_WARES  # "after a deal with Acme, *Orbixo* said that its Zelbo"
            or text.startswith(" , and ", found.start() + 2)
            or is_fronted(text, found.start())
        ):
            at = found.start() + 2  # "the care arm of Acme, and *Orbixo* teamed up with", "after buying Acme, *Orbixo*"
        found = pattern.expression.search(text, at)


_TAKEN_UP = (KG.LAUNCHED, KG.USES)
"""What one does for another is no launch or use of one's own: "Mayo has hired *Orbixo to roll out Epic*"."""
_GONE = re.compile(
    r" (?:succeed(?:s|ed(?! by)|ing)?|replac(?:es?|ed(?! by)|ing)|predecessor|ousts?|ousted|fires|fired|"
    r"(?:takes?|took|taking) over from|successor (?:to|of)|follow(?:s|ed|ing)) (?:[a-z-]+ |, ){0,4}$"
)
"""Before the name of somebody whose role another has now."""


def _is_ruled_out(pattern: Pattern, text: str, found: re.Match[str]) -> bool:
    """Whether the words around a match speak against it."""
    predicate = pattern.predicate
    if pattern.not_words and pattern.not_words.search(f" {text[max(0, found.start() - 12) : found.end()]} "):
        return True
    if predicate == SCHEMA.WORKS_FOR and (
        _GONE.search(text, max(0, found.start("s") - 60), found.start("s")) or is_over(text, found)
    ):
        return True
    if predicate != KG.USES and MODIFIES.match(text, found.end("o") if predicate == KG.LAUNCHED else found.end()):
        return True
    if pattern.clause and predicate in _TAKEN_UP and is_asked(text, found.start()):
        return True
    return predicate == KG.ACQUIRED and bool(
        NOT_BOUGHT.match(text, found.end("o") - 2) or FELL_THROUGH.match(text, found.end())
    )


_OF_PERSON = re.compile(
    f"[\ue000-\ue008]{ONE} (?:co-?founders?|co - founders?|founders?|ceo|chief executive|chairman|boss) [\ue003\ue008]"
)
"""The last of a list that only tells whose somebody is: "led by KKR, Acme and *Orbixo* co-founder Jane Miller"."""


def _said(found: re.Match[str]) -> int:
    """Where what a match says ends: before the rest of a sentence whose subject an earlier one named."""
    mark = _MARK.search(found.string, found.start(), found.end())
    if not mark:
        return found.end()
    return max((found.end(group) for group in ("s", "o") if found.end(group) <= mark.start()), default=mark.start())


_MARK = re.compile(f"[{''.join(MARKS)}]")


def _pairs(found: re.Match[str], table: Sequence[int]) -> Iterator[tuple[int, int]]:
    groups = found.groupdict()
    if "pair" in groups:
        members = [table[ord(c) - FIRST_INDEX] for c in _INDEX.findall(groups["pair"])]
        yield from ((a, b) for i, a in enumerate(members[:8]) for b in members[i + 1 : 8])
        return
    subjects = _INDEX.findall(groups["s"])
    if len(subjects) > 1 and _OF_PERSON.match(found.string, found.end("s") - 2):
        del subjects[-1]
    for s in subjects:
        for o in _INDEX.findall(groups["o"]):
            yield table[ord(s) - FIRST_INDEX], table[ord(o) - FIRST_INDEX]
