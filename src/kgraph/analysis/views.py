"""Networks in the graph: each function gives one plain networkx graph that any algorithm takes.

Nodes are IRIs with ``label`` and ``type``, added in the order of their IRIs; what an edge weighs stands in ``weight``.
Weights count independent stories (:mod:`kgraph.analysis.stories`), never reprints.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from kgraph.analysis.stories import TOLD_BY, by_story, independent, of_kind, stories, told
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import KG, SCHEMA

Network: TypeAlias = "nx.Graph[str]"

_NOT_THINGS = frozenset({"MarketFigure", "Measure", "ConceptScheme"})


def comentions(
    graph: Graph,
    kinds: Collection[str] = ("Company",),
    *,
    by: Collection[Iri] = TOLD_BY,
    min_weight: int = 1,
    min_confidence: float = 0.0,
) -> Network:
    """Which things are told of together: two of them are tied by each independent story that tells of both.

    Args:
        graph: as ``kgraph.load`` returns it.
        kinds: local names of the classes to look at; subclasses are included.
        by: the edges that count, from articles to the things.
        min_weight: ties of fewer stories are left out.
        min_confidence: mentions below it are left out.

    Returns:
        An undirected graph. Each node has ``stories`` (in how many it is told of); each edge ``weight`` and
        ``stories``, the sorted IRIs of the articles that stand for them. Things told of nowhere are left out.
    """
    things = told(graph, kinds, by=by, min_confidence=min_confidence)
    network = _network(graph, (thing for thing, its in things.items() if its))
    for thing in network:
        network.nodes[thing]["stories"] = len(things[thing])
    pairs: defaultdict[tuple[Iri, Iri], list[Iri]] = defaultdict(list)
    for story, those in by_story(things).items():
        for pair in combinations(those, 2):
            pairs[pair].append(story)
    for (one, other), shared in sorted(pairs.items()):
        if len(shared) >= min_weight:
            network.add_edge(one, other, weight=len(shared), stories=shared)
    return network


def topic_cooccurrence(graph: Graph, *, min_weight: int = 1) -> Network:
    """Which topics and categories stand together on stories; see :func:`comentions`."""
    return comentions(graph, ("Topic", "Category"), min_weight=min_weight)


def company_products(graph: Graph) -> Network:
    """Which organisation makes or launched which product, as a bipartite graph.

    Returns:
        Organisations have ``bipartite`` 0, products 1; edges have ``relations`` (the labels of the statements) and
        ``weight``: the independent stories that say one of them, 1 where front matter does.
    """
    same = stories(graph)
    network: Network = nx.Graph()
    ends: list[tuple[Iri, Iri, Iri]] = []
    for product in of_kind(graph, ("Product",)):
        ends += [
            (maker, product, SCHEMA.MANUFACTURER)
            for maker, keys in graph.adj[product].items()
            if SCHEMA.MANUFACTURER in keys
        ]
        ends += [(maker, product, KG.LAUNCHED) for maker, keys in graph.pred[product].items() if KG.LAUNCHED in keys]
    sides = {iri: side for maker, product, _ in ends for side, iri in ((0, maker), (1, product))}
    for iri in sorted(sides):
        network.add_node(iri, bipartite=sides[iri], **_named(graph, iri))
    said: dict[tuple[Iri, Iri], tuple[set[str], set[Iri]]] = {}
    for maker, product, key in sorted(ends):
        subject, thing = (product, maker) if key == SCHEMA.MANUFACTURER else (maker, product)
        held = graph.edges[subject, thing, key]
        relations, its = said.setdefault((maker, product), (set(), set()))
        relations.add(held["label"])
        its |= independent((claim["article"] for claim in held["claims"]), same)
    for (maker, product), (relations, its) in said.items():
        network.add_edge(maker, product, weight=len(its) or 1, relations=sorted(relations))
    return network


def provider_topics(graph: Graph) -> Network:
    """Which provider writes about which topic, as a bipartite graph; :func:`project` folds it onto one side.

    Returns:
        Providers have ``bipartite`` 0, topics and categories 1; an edge's ``weight`` is the number of the provider's
        stories about the topic (a story that two providers print counts for both).
    """
    same = stories(graph)
    pairs: defaultdict[tuple[Iri, Iri], set[Iri]] = defaultdict(set)
    topics = set(of_kind(graph, ("Topic", "Category")))
    for article in of_kind(graph, ("Article",)):
        neighbours = graph.adj[article]
        about = [iri for iri, keys in neighbours.items() if SCHEMA.ABOUT in keys and iri in topics]
        for provider in [iri for iri, keys in neighbours.items() if SCHEMA.PUBLISHER in keys]:
            for topic in about:
                pairs[provider, topic].add(same.get(article, article))
    network: Network = nx.Graph()
    sides = {iri: side for pair in pairs for side, iri in enumerate(pair)}
    for iri in sorted(sides):
        network.add_node(iri, bipartite=sides[iri], **_named(graph, iri))
    for (provider, topic), its in sorted(pairs.items()):
        network.add_edge(provider, topic, weight=len(its))
    return network


def project(network: Network, side: int) -> Network:
    """One side of a bipartite graph, two nodes tied by the number of neighbours they share.

    Args:
        network: with ``bipartite`` 0 or 1 on each node.
        side: the side to keep.
    """
    kept = [node for node, held in network.nodes(data=True) if held.get("bipartite") == side]
    if len(kept) == len(network):  # networkx refuses a graph without another side
        return nx.Graph(network.subgraph(kept))
    projected: Network = nx.bipartite.weighted_projected_graph(network, kept)
    return projected


def related(graph: Graph) -> "nx.DiGraph[str]":
    """Which article's page links to which other as related: a directed graph, every weight 1."""
    ends = []
    for article in of_kind(graph, ("Article",)):
        ends += [(article, other) for other, keys in graph.adj[article].items() if KG.RELATED in keys]
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_nodes_from((iri, _named(graph, iri)) for iri in sorted({iri for pair in ends for iri in pair}))
    network.add_edges_from(sorted(ends), weight=1)
    return network


def everything(graph: Graph) -> Network:
    """All things with every statement between them, undirected; a tie weighs the support of all its statements.

    Market figures, measures and concept schemes are left out: they are values and books, no things.
    """
    network = _network(graph, (iri for iri, held in graph.nodes(data=True) if held["type"] not in _NOT_THINGS))
    weights: defaultdict[tuple[Iri, Iri], int] = defaultdict(int)
    for subject, thing, weight in graph.edges(data="support", default=1):
        if subject != thing and subject in network and thing in network:
            weights[(subject, thing) if subject < thing else (thing, subject)] += weight
    network.add_edges_from((one, other, {"weight": weights[one, other]}) for one, other in sorted(weights))
    return network


def _named(graph: Graph, iri: Iri) -> dict[str, str]:
    held = graph.nodes[iri]
    return {"label": held["label"], "type": held["type"]}


def _network(graph: Graph, iris: Iterable[Iri]) -> Network:
    """A network without ties."""
    network: Network = nx.Graph()
    network.add_nodes_from((iri, _named(graph, iri)) for iri in sorted(iris))
    return network


VIEWS: dict[str, Callable[[Graph], Network]] = {
    "all": everything,
    "companies": comentions,
    "related": related,
    "products": company_products,
    "providers": provider_topics,
    "topics": topic_cooccurrence,
}
"""The views that the command line offers, by name."""
