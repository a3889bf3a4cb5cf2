"""Mentions and claims of a corpus to things and statements.

Every mention is typed and joined with others of its thing; then it and every claim becomes a
:class:`~kgraph.model.Statement` between IRIs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence as Words
from kgraph.model import Extraction, Iri, Mention, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution import merging, relations
from kgraph.resolution.calibration import probability
from kgraph.resolution.components import Merge, path
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.merging import Node
from kgraph.resolution.naming import KnownThing, Thing, resolve_names
from kgraph.resolution.pairs import Doubt
from kgraph.resolution.spelling import fold
from kgraph.resolution.types import Evidence, decide, decide_mention

EXTRACTOR = "names/1"


class Source(NamedTuple):
    """One article's text and what was extracted from it."""

    article: Iri
    text: Text
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Resolution:
    """What resolution found."""

    things: tuple[Thing, ...] = ()
    statements: tuple[Statement, ...] = ()
    merges: tuple[Merge, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    names: dict[tuple[str, str], Iri] = field(default_factory=dict)
    """``(folded name, class) -> IRI`` of every spelling, for what comes with a name only (a figure's subject)."""

    def iri_of(self, name: str, *types: str) -> Iri | None:
        """The thing that ``name`` names, of the first class of ``types`` that has one."""
        key = fold(name)
        return next((self.names[key, kind] for kind in types if (key, kind) in self.names), None)

    def why(self, a: str, b: str) -> tuple[Merge, ...]:
        """The chain of reasons that makes two names (as written or as labels) one thing; empty where they are not."""
        return path(self.merges, fold(a), fold(b))


def resolve(
    sources: Iterable[Source],
    known: Iterable[KnownThing] = (),
    lexicon: Lexicon | None = None,
    decisions: Decisions = NONE,
    min_confidence: float = 0.0,
) -> Resolution:
    """Resolve all mentions and claims of a corpus.

    The result depends on the set of ``sources`` only, not on their order. Mentions whose confidence is below
    ``min_confidence`` are left out, and so is every claim between them or below it itself.
    """
    corpus = sorted(sources, key=lambda source: source.article)
    places = _type_names(corpus, decisions)
    nodes = _nodes(corpus, places)
    named = resolve_names(nodes, known, lexicon, decisions)
    statements = mention_statements(corpus, places, named.iris, min_confidence)
    kinds = {thing.iri: thing.type for thing in named.things}
    statements += relations.statements(corpus, places, named.iris, kinds, named.makers, min_confidence)
    used = {end for each in statements for end in (each.subject, str(each.object))}
    kept = tuple(sorted((t for t in named.things if t.iri in used or not t.is_new), key=lambda t: t.iri))
    return Resolution(kept, tuple(statements), tuple(sorted(named.merges)), tuple(sorted(named.doubtful)), named.names)


class Place(NamedTuple):
    """A mention after typing: the node it belongs to, and the confidence that it is one of that class."""

    node: tuple[str, str]
    confidence: float


class Decided(NamedTuple):
    """What a name is, by all its mentions together."""

    scores: dict[str, float]
    kind: str
    odds: float


def _type_names(corpus: Sequence[Source], decisions: Decisions) -> list[list[Place]]:
    """For each source, what each of its mentions is."""
    totals: dict[str, Evidence] = {}
    seen: set[Text] = set()
    for source in corpus:
        if source.text in seen:
            continue  # a copy is no further evidence
        seen.add(source.text)
        for mention in source.extraction.mentions:
            key = key_of(mention.name, mention.stands_for)
            if (evidence := totals.get(key)) is None:
                evidence = totals[key] = Evidence()
            evidence.add(mention.types)
    decided = {key: decided_by(evidence) for key, evidence in totals.items()}
    known: dict[tuple[str, str, tuple[tuple[str, float], ...]], Place] = {}

    def place(mention: Mention) -> Place:
        alike = mention.name, mention.stands_for, mention.types  # all that decides it within a corpus
        if (found := known.get(alike)) is None:
            found = known[alike] = place_of(mention, decided[key_of(mention.name, mention.stands_for)], decisions)
        return found

    return [[place(mention) for mention in source.extraction.mentions] for source in corpus]


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


def _nodes(corpus: Sequence[Source], places: Sequence[Sequence[Place]]) -> dict[tuple[str, str], Node]:
    nodes: dict[tuple[str, str], Node] = {}
    for source, row in zip(corpus, places, strict=True):
        for mention, place in zip(source.extraction.mentions, row, strict=True):
            if (node := nodes.get(place.node)) is None:
                node = nodes[place.node] = Node(*place.node)
            node.count(mention.name, is_short=bool(mention.stands_for))
            node.confidence = max(node.confidence, place.confidence)
            if mention.stands_for:
                node.stands_for.setdefault(mention.name, mention.stands_for)
    return nodes


def mention_statements(
    corpus: Sequence[Source], places: Sequence[Sequence[Place]], iris: Mapping[tuple[str, str], Iri], least: float
) -> list[Statement]:
    """Which article mentions what, and in which words."""
    evidence: dict[tuple[Iri, Iri], list[Words]] = {}
    for source, row in zip(corpus, places, strict=True):
        content = source.text.content
        for mention, place in zip(source.extraction.mentions, row, strict=True):
            if place.confidence < least:
                continue
            exact = content[mention.start : mention.end]
            words = Words(source.article, exact, mention.start, mention.end, place.confidence, EXTRACTOR)
            evidence.setdefault((source.article, iris[place.node]), []).append(words)
    return [
        Statement(a, SCHEMA.MENTIONS, o, tuple(sorted(set(each), key=_order)))
        for (a, o), each in sorted(evidence.items())
    ]


def _order(words: Words) -> tuple[str, int, int, str]:
    return words.article, words.start, words.end, words.extractor
