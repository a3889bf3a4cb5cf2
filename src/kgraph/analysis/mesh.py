"""How often each branch of a thesaurus is told of: what stands under a heading counts for the heading."""

from collections import defaultdict
from typing import NamedTuple

from kgraph.analysis.stories import told
from kgraph.analysis.table import Table
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import SKOS

_CONCEPTS = ("Topic", "Category", "Concept", "Market")
_MATCHES = (SKOS.EXACT_MATCH, SKOS.CLOSE_MATCH)


class Branch(NamedTuple):
    """A concept with all that is narrower."""

    concept: str
    notation: tuple[str, ...]
    """Its places in the hierarchy, for MeSH its tree numbers."""
    own: int
    """Independent stories that tell of the concept itself (or of a topic that matches it)."""
    stories: int
    """Independent stories that tell of it or of anything narrower, each counted once."""
    narrower: int
    """How many narrower concepts the graph has, at any depth."""
    iri: Iri


def mesh_branches(graph: Graph, prefix: str = "http://id.nlm.nih.gov/mesh/") -> Table[Branch]:
    """The concepts of a thesaurus that stories tell of, rolled up along ``skos:broader``; the most told of first.

    Args:
        graph: as ``kgraph.load`` returns it.
        prefix: what the IRIs of the thesaurus's concepts begin with; "" for all concepts of the graph.
    """
    wanted = sorted(
        iri for iri, held in graph.nodes(data=True) if (iri.startswith(prefix) if prefix else held["type"] in _CONCEPTS)
    )
    its = told(graph, {held["type"] for _, held in graph.nodes(data=True)})
    own: dict[Iri, set[Iri]] = {}
    for concept in wanted:
        own[concept] = set(its[concept])
        for other, keys in (*graph.pred[concept].items(), *graph.adj[concept].items()):
            if any(key in keys for key in _MATCHES):
                own[concept] |= its[other]
    within: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for concept in wanted:
        for above in _above(graph, concept):
            within[above].add(concept)
    rows = []
    for concept in wanted:
        below = within[concept] | {concept}
        stories = set().union(*(own[each] for each in below))
        if stories:
            held = graph.nodes[concept]
            notation = held.get("notation", ())
            places = (notation,) if isinstance(notation, str) else tuple(notation)
            rows.append(Branch(held["label"], places, len(own[concept]), len(stories), len(below) - 1, concept))
    return Table(Branch, sorted(rows, key=lambda row: (-row.stories, row.narrower, row.iri)))


def _above(graph: Graph, concept: Iri) -> set[Iri]:
    """All broader concepts, at any distance; a circle in the hierarchy does no harm."""
    found: set[Iri] = set()
    level = [concept]
    while level:
        level = [
            up
            for each in level
            for up, keys in graph.adj[each].items()
            if SKOS.BROADER in keys and up not in found and up != concept
        ]
        found.update(level)
    return found
