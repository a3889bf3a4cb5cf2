"""What each mention of a corpus is: by the evidence of all mentions of its name, and by what stands around it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeAlias

from kgraph.model import Extraction, Iri, Text
from kgraph.resolution import merging
from kgraph.resolution.calibration import probability
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.spelling import fold
from kgraph.resolution.types import Evidence, decide, decide_mention

Form: TypeAlias = tuple[str, str, tuple[tuple[str, float], ...]]
"""All of a mention that decides what it is in a corpus: its name, what that stands for, and the local evidence."""
Row: TypeAlias = tuple[Form, ...]
"""The forms of the mentions of a text, in their order."""


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


@dataclass(frozen=True, slots=True)
class Typing:
    """What the forms of a corpus are, and what that follows from."""

    counts: dict[Form, int] = field(default_factory=dict)
    """How often each stands in distinct texts."""
    keys: dict[Form, str] = field(default_factory=dict)
    """Under which all mentions of its name meet."""
    places: dict[Form, Place] = field(default_factory=dict)


def row_of(extraction: Extraction) -> Row:
    """The forms of the mentions of a text."""
    return tuple((mention.name, mention.stands_for, mention.types) for mention in extraction.mentions)


def typed(texts: Mapping[Text, Row], decisions: Decisions, known: Typing | None = None) -> Typing:
    """What mentions are, by all the mentions of their name together.

    Args:
        texts: the forms in each distinct text: a copy is no further evidence.
        decisions: of the user.
        known: of an earlier state of the corpus, by the same decisions: a name is decided again only where it is
            written otherwise now, or more or less often.
    """
    before = known or Typing()
    counts = Counter(chain.from_iterable(texts.values()))
    keys = {form: before.keys.get(form) or key_of(form[0], form[1]) for form in counts}
    touched = {key for form, key in keys.items() if counts[form] != before.counts.get(form)}
    touched |= {key for form, key in before.keys.items() if form not in counts}
    totals: dict[str, Evidence] = {}
    for form, key in keys.items():
        if key in touched:
            if (evidence := totals.get(key)) is None:
                evidence = totals[key] = Evidence()
            evidence.add(form[2], counts[form])
    decided = {key: decided_by(evidence) for key, evidence in totals.items()}
    places = {
        form: place_of(form, key, decided[key], decisions) if key in touched else before.places[form]
        for form, key in keys.items()
    }
    return Typing(dict(counts), keys, places)


def key_of(name: str, stands_for: str) -> str:
    """The folded name under which mentions of one name meet."""
    return fold(stands_for or name)


def decided_by(evidence: Evidence) -> Decided:
    """What the evidence of all mentions of a name makes of it."""
    scores = evidence.scores()
    return Decided(scores, *decide(scores))


def place_of(form: Form, key: str, decided: Decided, decisions: Decisions) -> Place:
    """What mentions of one form are, by what their name is in the corpus and by what stands around them.

    Args:
        form: how they are written, and what stands around them.
        key: under which all mentions of the name meet.
        decided: what the name is.
        decisions: of the user.
    """
    name, fuller, types = form
    local, odds = dict(types), decided.odds
    kind = decisions.type_of(key) or decide_mention(local, decided.scores, decided.kind)
    if kind != decided.kind:
        odds = decide(local)[1]
    if kind == "Market":
        key = merging.market_key(fuller or name)
    return Place((key, kind), 0.99 if decisions.type_of(key) else probability(kind, odds))


def nodes_of(mentions: Mapping[Form, int], places: Mapping[Form, Place]) -> dict[tuple[str, str], merging.Node]:
    """The distinct names of a corpus, with how often each is written how.

    Args:
        mentions: how often each form stands in the texts of all articles.
        places: what they are.
    """
    nodes: dict[tuple[str, str], merging.Node] = {}
    for form, count in mentions.items():
        place, (name, stands_for, _) = places[form], form
        if (node := nodes.get(place.node)) is None:
            node = nodes[place.node] = merging.Node(*place.node)
        node.count(name, stands_for, count)
        node.confidence = max(node.confidence, place.confidence)
    return nodes
