"""A graph in numbers."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import networkx as nx

from kgraph import ontology
from kgraph.graph import Graph


@dataclass(frozen=True, slots=True)
class Stats:
    """How much of what a graph holds. Counts by name are sorted, the largest first."""

    documents: int
    """Source documents."""
    nodes: int
    edges: int
    nodes_by_type: dict[str, int]
    """By the most specific class's local name."""
    edges_by_predicate: dict[str, int]
    """By the predicate's local name."""
    claims: int
    """Places in texts that state an edge."""
    claims_by_extractor: dict[str, int]
    edges_with_claims: int
    multiple_support: int
    """Edges that more than one independent story states."""
    first_published: str | None
    """The first day on which an article appeared, and the last; None where no date is known."""
    last_published: str | None
    components: int
    """Parts of the graph that no edge connects."""
    largest_component: int
    """Nodes in the largest part."""
    isolated: int
    """Nodes without an edge."""


def stats(graph: Graph) -> Stats:
    """Count what the graph holds."""
    types, predicates, extractors = Counter[str](), Counter[str](), Counter[str]()
    days: list[str] = []
    for _, held in graph.nodes(data=True):
        types[held["type"]] += 1
        published = held.get("datePublished")
        if isinstance(published, date) and ontology.is_a(held["type"], "Article"):
            days.append(published.isoformat()[:10])
    evident = several = 0
    for _, _, held in graph.edges(data=True):
        predicates[held["label"]] += 1
        claims = held.get("claims") or ()
        extractors.update(claim["extractor"] for claim in claims)
        evident += bool(claims)
        several += held["support"] > 1
    sizes = [len(each) for each in nx.weakly_connected_components(graph)]
    return Stats(
        documents=len(graph.graph.get("documents", ())),
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        nodes_by_type=_sorted(types),
        edges_by_predicate=_sorted(predicates),
        claims=extractors.total(),
        claims_by_extractor=_sorted(extractors),
        edges_with_claims=evident,
        multiple_support=several,
        first_published=min(days, default=None),
        last_published=max(days, default=None),
        components=len(sizes),
        largest_component=max(sizes, default=0),
        isolated=sum(not degree for _, degree in graph.degree()),
    )


def _sorted(counts: "Counter[str]") -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
