"""What a thing of the graph is, what it has to do with another, and which words say so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

import networkx as nx
from rapidfuzz import fuzz, process

from kgraph import identity, ontology
from kgraph.errors import UsageError
from kgraph.graph import Graph
from kgraph.model import Iri

_NEAR = 80
"""How alike two names are at least, out of 100, for one to be taken for a misspelling of the other."""
_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Match:
    """The node that a name stands for."""

    iri: Iri
    certain: bool
    """False where the name was not found and a similar one was taken."""
    others: tuple[Iri, ...] = ()
    """Further nodes of that name, which are less connected."""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge, with the evidence for it."""

    subject: Iri
    predicate: Iri
    object: Iri
    confidence: float
    support: int
    claims: tuple[dict[str, Any], ...]
    """As the edge holds them, the most confident first; none where front matter states the edge."""
    documents: tuple[str, ...]
    """The source documents that describe the subject; they state what no claim states."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node and all that is known of it."""

    iri: Iri
    type: str
    label: str
    attributes: dict[str, Any]
    documents: tuple[str, ...]
    outgoing: tuple[Link, ...]
    incoming: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What two nodes have to do with each other."""

    one: Iri
    other: Iri
    links: tuple[Link, ...]
    """The edges between them, in both directions."""
    common: tuple[tuple[Iri, tuple[Link, ...]], ...]
    """Other nodes that are connected to both, the least connected (the most telling) first, each with its edges."""


def find(graph: Graph, name: str) -> Match:
    """The node that somebody means.

    Args:
        graph: where to look.
        name: an IRI, whole or below the base; a label or other name, in any case; a source document's path; or, where
            nothing else fits, something like one of these names. Of several nodes with one name the best connected is
            taken.

    Raises:
        UsageError: if nothing is called so, with the nearest names.
    """
    base = graph.graph.get("base", identity.BASE)
    prefix, _, local = name.partition(":")
    for iri in (name, name.strip("<>"), base + name, ontology.PREFIXES.get(prefix, base + prefix + "/") + local):
        if iri in graph:
            return Match(iri, True)
    names: dict[str, list[Iri]] = {}
    for iri, held in graph.nodes(data=True):
        for each in {held.get("label", ""), *held.get("altLabel", ()), *held.get("path", ())}:
            names.setdefault(each, []).append(iri)
    if name in names:
        return _best(graph, names[name], certain=True)
    folded: dict[str, set[Iri]] = {}
    for each, iris in names.items():
        folded.setdefault(_folded(each), set()).update(iris)
    folded.pop("", None)
    wanted = _folded(name)
    if wanted in folded:
        return _best(graph, folded[wanted], certain=True)
    near = process.extract(wanted, list(folded), scorer=fuzz.ratio, processor=None, limit=_SUGGESTED, score_cutoff=50)
    if near and near[0][1] >= _NEAR:
        return _best(graph, folded[near[0][0]], certain=False)
    labels = (graph.nodes[iri]["label"] for each, _, _ in near for iri in sorted(folded[each]))
    suggestions = list(dict.fromkeys(labels))[:_SUGGESTED]
    hint = f": did you mean {'; '.join(suggestions)}?" if suggestions else ""
    raise UsageError(f"nothing in the graph is called {name!r}{hint}")


def find_pair(graph: Graph, one: str, other: str) -> tuple[Match, Match]:
    """The two nodes that somebody means who names them together.

    Of several nodes with these names, the two that most claims, or else most edges, connect; where nothing connects any
    of them, the best connected ones.

    Raises:
        UsageError: if nothing is called so.
    """
    first, second = find(graph, one), find(graph, other)

    def connection(pair: tuple[Iri, Iri]) -> tuple[int, int]:
        edges = _edges_between(graph, *pair)
        return sum(len(data.get("claims") or ()) for *_, data in edges), len(edges)

    chosen = max(product((first.iri, *first.others), (second.iri, *second.others)), key=connection)
    return _chosen(first, chosen[0]), _chosen(second, chosen[1])


def _chosen(match: Match, iri: Iri) -> Match:
    """The match with another of its nodes in front."""
    return Match(iri, match.certain, tuple(each for each in (match.iri, *match.others) if each != iri))


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip().casefold()


def _best(graph: Graph, iris: Iterable[Iri], *, certain: bool) -> Match:
    """The best connected of some nodes."""
    first, *rest = sorted(iris, key=lambda iri: (-graph.degree(iri), iri))
    return Match(first, certain, tuple(rest))


def explain(graph: Graph, iri: Iri) -> Explanation:
    """A node, its attributes, its edges, and where each comes from.

    Edges are sorted by predicate, then by support and confidence, the strongest first.
    """
    held = dict(graph.nodes[iri])
    kind, label = held.pop("type"), held.pop("label")
    stating = documents(graph)
    outgoing = [_link(stating, s, o, p, data) for s, o, p, data in graph.out_edges(iri, keys=True, data=True)]
    incoming = [_link(stating, s, o, p, data) for s, o, p, data in graph.in_edges(iri, keys=True, data=True)]
    return Explanation(
        iri,
        kind,
        label,
        held,
        stating.get(iri, ()),
        tuple(sorted(outgoing, key=_strength)),
        tuple(sorted(incoming, key=_strength)),
    )


def explain_pair(graph: Graph, one: Iri, other: Iri) -> Pair:
    """The edges between two nodes with their evidence, and what else connects the two."""
    stating = documents(graph)

    def between(source: Iri, target: Iri) -> list[Link]:
        return sorted((_link(stating, *edge) for edge in _edges_between(graph, source, target)), key=_strength)

    shared = (_neighbours(graph, one) & _neighbours(graph, other)) - {one, other}
    common = sorted(shared, key=lambda iri: (graph.degree(iri), iri))
    ways = ((iri, (*between(one, iri), *between(iri, other))) for iri in common)
    return Pair(one, other, tuple(between(one, other)), tuple(ways))


def path(graph: Graph, one: Iri, other: Iri) -> list[list[Link]]:
    """The shortest way from one node to another along edges in either direction: for each step, the edges it may take.

    Of ways with equally many steps, the one through the least connected nodes: that two companies stand in articles
    of the same publisher says less than that one launched a product with the other. Empty where there is no way.
    """
    stating = documents(graph)
    everything = 10.0 * max(1, graph.number_of_edges())
    degree = dict(graph.degree())
    ways = graph.to_undirected(as_view=True)
    try:
        nodes = nx.dijkstra_path(ways, one, other, weight=lambda _, target, __: 1 + degree[target] / everything)
    except nx.NetworkXNoPath:
        return []
    return [
        sorted((_link(stating, *edge) for edge in _edges_between(graph, source, target)), key=_strength)
        for source, target in pairwise(nodes)
    ]


def _edges_between(graph: Graph, one: Iri, other: Iri) -> list[tuple[Iri, Iri, Iri, dict[str, Any]]]:
    """The edges between two nodes in both directions, each as subject, object, key and attributes."""
    directions = dict.fromkeys([(one, other), (other, one)])
    return [(s, o, str(key), data) for s, o in directions for key, data in (graph.get_edge_data(s, o) or {}).items()]


def documents(graph: Graph) -> dict[Iri, tuple[str, ...]]:
    """For each thing the source documents that describe it."""
    stating: dict[Iri, list[str]] = {}
    for each, document in sorted(graph.graph.get("documents", {}).items()):
        for iri in document["states"]:
            stating.setdefault(iri, []).append(each)
    return {iri: tuple(paths) for iri, paths in stating.items()}


def _neighbours(graph: Graph, iri: Iri) -> set[Iri]:
    return {*graph.successors(iri), *graph.predecessors(iri)}


def _link(stating: dict[Iri, tuple[str, ...]], subject: Iri, object_: Iri, key: Iri, data: dict[str, Any]) -> Link:
    claims = sorted(data.get("claims") or (), key=lambda each: (-each["confidence"], each["article"], each["start"]))
    return Link(subject, key, object_, data["confidence"], data["support"], tuple(claims), stating.get(subject, ()))


def _strength(link: Link) -> tuple[Any, ...]:
    return link.predicate, -link.support, -link.confidence, link.subject, link.object
