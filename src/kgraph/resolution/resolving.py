"""Mentions and claims of a corpus to things and statements.

Every mention is typed and joined with others of its thing; then it and every claim becomes a
:class:`~kgraph.model.Statement` between IRIs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence as Words
from kgraph.model import Iri, Statement
from kgraph.namespace import SCHEMA
from kgraph.resolution import relations
from kgraph.resolution.components import Merge, path
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.mentions import Place, Source, typed
from kgraph.resolution.merging import Node
from kgraph.resolution.naming import KnownThing, Thing, resolve_names
from kgraph.resolution.pairs import Doubt
from kgraph.resolution.spelling import fold

EXTRACTOR = "names/1"


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
    places = typed(corpus, decisions)
    nodes = _nodes(corpus, places)
    named = resolve_names(nodes, known, lexicon, decisions)
    statements = mention_statements(corpus, places, named.iris, min_confidence)
    kinds = {thing.iri: thing.type for thing in named.things}
    statements += relations.statements(corpus, places, named.iris, kinds, named.makers, min_confidence)
    used = {end for each in statements for end in (each.subject, str(each.object))}
    kept = tuple(sorted((t for t in named.things if t.iri in used or not t.is_new), key=lambda t: t.iri))
    return Resolution(kept, tuple(statements), tuple(sorted(named.merges)), tuple(sorted(named.doubtful)), named.names)


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
