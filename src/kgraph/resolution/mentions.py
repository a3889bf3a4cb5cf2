"""What each mention of a corpus is: by the evidence of all mentions of its name, and by what stands around it."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from kgraph.model import Extraction, Iri, Mention, Text
from kgraph.resolution import merging
from kgraph.resolution.calibration import probability
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.spelling import fold
from kgraph.resolution.types import Evidence, decide, decide_mention


class Source(NamedTuple):
    """One article's text and what was extracted from it."""

    article: Iri
    text: Text
    extraction: Extraction


class Place(NamedTuple):
    """A mention after typing: the node it belongs to, and the confidence that it is one of that class."""

    node: tuple[str, str]
    confidence: float


class Decided(NamedTuple):
    """What a name is, by all its mentions together."""

    scores: dict[str, float]
    kind: str
    odds: float


_FORM = attrgetter("name", "stands_for", "types")
"""All of a mention that decides what it is in a corpus."""


def typed(corpus: Sequence[Source], decisions: Decisions) -> list[list[Place]]:
    """For each source, what each of its mentions is: by all the mentions of its name together."""
    forms = [[*map(_FORM, source.extraction.mentions)] for source in corpus]
    texts = {source.text: row for source, row in zip(corpus, forms, strict=True)}  # a copy is no further evidence
    totals: dict[str, Evidence] = {}
    for (name, stands_for, types), mentions in Counter(chain.from_iterable(texts.values())).items():
        key = key_of(name, stands_for)
        if (evidence := totals.get(key)) is None:
            evidence = totals[key] = Evidence()
        evidence.add(types, mentions)
    decided = {key: decided_by(evidence) for key, evidence in totals.items()}
    known: dict[tuple[str, str, tuple[tuple[str, float], ...]], Place] = {}

    def place(mention: Mention, form: tuple[str, str, tuple[tuple[str, float], ...]]) -> Place:
        if (found := known.get(form)) is None:
            found = known[form] = place_of(mention, decided[key_of(mention.name, mention.stands_for)], decisions)
        return found

    return [[*map(place, source.extraction.mentions, row)] for source, row in zip(corpus, forms, strict=True)]


def key_of(name: str, stands_for: str) -> str:
    """The folded name under which mentions of one name meet."""
    return fold(stands_for or name)


def decided_by(evidence: Evidence) -> Decided:
    """What the evidence of all mentions of a name makes of it."""
    scores = evidence.scores()
    return Decided(scores, *decide(scores))


def place_of(mention: Mention, decided: Decided, decisions: Decisions) -> Place:
    """What one mention is, by what its name is in the corpus and by what stands around it."""
    key, odds = key_of(mention.name, mention.stands_for), decided.odds
    local = dict(mention.types)
    kind = decisions.type_of(key) or decide_mention(local, decided.scores, decided.kind)
    if kind != decided.kind:
        odds = decide(local)[1]
    if kind == "Market":
        key = merging.market_key(mention.name)
    return Place((key, kind), 0.99 if decisions.type_of(key) else probability(kind, odds))
