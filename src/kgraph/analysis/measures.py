"""How much each node matters: PageRank, betweenness, cores, bridges, and which tie is likely to come.

networkx is the reference; where another engine computes, it computes the same numbers (``tests/analysis``).
"""

import heapq
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
from scipy import sparse

from kgraph.analysis.arrays import Arrays, Engine, arrays, chosen, networkit_graph, numbered
from kgraph.analysis.table import Table
from kgraph.errors import KgraphError, UsageError
from kgraph.model import Iri

TOLERANCE = 1e-10
_ROWS = 512
_WORK = {"networkx": 5e6, "networkit": 1e9}
"""Nodes and edges that an engine visits in two or three seconds: one search from one source visits all."""
_FEWEST_SAMPLES = 100


@dataclass(frozen=True, slots=True)
class Scores:
    """A number for each node, and how it was found."""

    values: dict[Iri, float]
    """By IRI, sorted by it."""
    method: str
    """What was computed, by which engine, and whether it is exact."""
    samples: int = 0
    """How many source nodes an estimate rests on; 0 where the numbers are exact."""

    def top(self, count: int | None = None) -> list[tuple[Iri, float]]:
        """The highest, highest first; what is equal to twelve digits goes by IRI."""
        ranked = sorted(self.values.items(), key=lambda item: (-float(f"{item[1]:.12g}"), item[0]))
        return ranked[:count]


def pagerank(
    graph: "nx.Graph[str]",
    *,
    damping: float = 0.85,
    weight: str | None = "weight",
    tolerance: float = TOLERANCE,
    limit: int = 10_000,
) -> Scores:
    """PageRank (Brin and Page 1998), by power iteration until it has converged.

    The same numbers as ``networkx.pagerank(graph, tol=tolerance)``, several times faster: most of networkx's time goes
    into making the matrix. Its default tolerance of 1e-6 per node stops far too early on large graphs.

    Args:
        graph: a simple graph; an undirected edge counts in both directions.
        damping: how likely the surfer follows an edge.
        weight: the edge attribute that weighs, or None.
        tolerance: per node; iteration ends when all scores together changed by less than it times the nodes.
        limit: iterations after which it gives up.

    Raises:
        KgraphError: if the iteration has not converged by then.
    """
    held = arrays(graph, weight)
    count = len(held.nodes)
    if not count:
        return Scores({}, "PageRank of an empty graph")
    matrix = _matrix(held)
    out = matrix.sum(axis=1)
    sinks = out == 0
    share = np.divide(damping, out, out=np.zeros(count), where=~sinks)
    flow = matrix.T
    scores = np.full(count, 1 / count)
    for _ in range(limit):
        known = scores
        scores = flow @ (known * share) + (damping * known[sinks].sum() + 1 - damping) / count
        if np.abs(scores - known).sum() < count * tolerance:
            values = dict(zip(held.nodes, scores.tolist(), strict=True))
            return Scores(values, f"PageRank, damping {damping:g}, converged to {tolerance:g} per node (SciPy)")
    raise KgraphError(f"PageRank has not converged to {tolerance:g} after {limit} iterations")


def betweenness(
    graph: "nx.Graph[str]", *, engine: Engine = "auto", samples: int | None = None, seed: int = 0
) -> Scores:
    """Betweenness (Freeman 1977) by Brandes' algorithm (2001), every edge of length 1; normalised.

    Exact where nodes times edges allow it in a few seconds, else estimated from some source nodes (Brandes and Pich
    2007); ``method`` and ``samples`` say which.

    Args:
        graph: a simple graph.
        engine: "networkx", "networkit" (the extra ``fast``), or "auto".
        samples: how many source nodes to take; 0 for the exact number whatever it costs; None to decide by size.
        seed: of the choice of source nodes.

    Raises:
        MissingExtraError: if networkit is asked for and missing.
    """
    count = graph.number_of_nodes()
    visits = count * (count + graph.number_of_edges())
    used = chosen(engine, large=visits > _WORK["networkx"])
    if samples is None:
        affordable = int(_WORK[used] / (count + graph.number_of_edges() + 1))
        samples = 0 if affordable >= count else max(_FEWEST_SAMPLES, affordable)
    samples = 0 if samples >= count else samples
    if used == "networkit":
        scores = _networkit_betweenness(arrays(graph, None), samples, seed)
    else:
        held = arrays(graph, None)
        found = nx.betweenness_centrality(numbered(held), k=samples or None, seed=seed)
        scores = {node: float(found[number]) for number, node in enumerate(held.nodes)}
    how = f"estimated from {samples:,} of {count:,} nodes as sources (seed {seed})" if samples else "exact"
    return Scores(scores, f"betweenness, {how} ({used})", samples)


def _networkit_betweenness(held: Arrays, samples: int, seed: int) -> dict[Iri, float]:
    import networkit as nk  # noqa: PLC0415 - an extra

    if len(held.nodes) < 3:
        return dict.fromkeys(held.nodes, 0.0)
    nk.setSeed(seed, False)
    made = networkit_graph(held)
    if samples:
        run = nk.centrality.EstimateBetweenness(made, samples, normalized=True)
    else:
        run = nk.centrality.Betweenness(made, normalized=True)
    run.run()
    return dict(zip(held.nodes, run.scores(), strict=True))


def cores(graph: "nx.Graph[str]") -> Scores:
    """The core number of each node (Seidman 1983): the largest k for which it is in the k-core.

    Args:
        graph: a simple graph; edge directions and self-loops are left aside.
    """
    plain: nx.Graph[str] = nx.Graph(graph)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    found = nx.core_number(plain)
    return Scores({node: float(found[node]) for node in sorted(found)}, "core number (networkx)")


def degrees(graph: "nx.Graph[str]", weight: str | None = "weight") -> Scores:
    """The sum of the weights of each node's edges."""
    found = dict(graph.degree(weight=weight))
    return Scores({node: float(found[node]) for node in sorted(found)}, "weighted degree")


class Bridge(NamedTuple):
    """A tie without which its two sides would hang together nowhere."""

    one: Iri
    other: Iri
    one_label: str
    other_label: str
    weight: float
    cut_off: int
    """How many nodes the smaller side has."""


def bridges(graph: "nx.Graph[str]") -> Table[Bridge]:
    """The bridges of a graph (Tarjan 1974), those that hold the most together first.

    Args:
        graph: a simple graph; edge directions are left aside.
    """
    plain: nx.Graph[str] = nx.Graph(graph)
    found = sorted((min(pair), max(pair)) for pair in nx.bridges(plain))
    sizes = _cut_off(plain, found)
    rows = [
        Bridge(
            one,
            other,
            plain.nodes[one].get("label", one),
            plain.nodes[other].get("label", other),
            plain.edges[one, other].get("weight", 1),
            sizes[one, other],
        )
        for one, other in found
    ]
    rows.sort(key=lambda row: (-row.cut_off, row.one, row.other))
    return Table(Bridge, rows)


def _cut_off(plain: "nx.Graph[str]", found: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The size of each bridge's smaller side, summed from the leaves of the forest that the bridges make."""
    rest = plain.copy()
    rest.remove_edges_from(found)
    block: dict[str, int] = {}
    size: list[int] = []
    for number, members in enumerate(nx.connected_components(rest)):
        block |= dict.fromkeys(members, number)
        size.append(len(members))
    forest: nx.Graph[int] = nx.Graph()
    forest.add_nodes_from(range(len(size)))
    forest.add_edges_from((block[one], block[other]) for one, other in found)
    below = dict(enumerate(size))
    sides: dict[frozenset[int], int] = {}
    for tree in nx.connected_components(forest):
        whole = sum(size[each] for each in tree)
        for child, parent in reversed([(b, a) for a, b in nx.bfs_edges(forest, min(tree))]):
            below[parent] += below[child]
            sides[frozenset((child, parent))] = min(below[child], whole - below[child])
    return {pair: sides[frozenset((block[pair[0]], block[pair[1]]))] for pair in found}


class Prediction(NamedTuple):
    """Two nodes without a tie, and how likely one looks."""

    one: Iri
    other: Iri
    one_label: str
    other_label: str
    score: float
    shared: int
    """How many neighbours they have in common."""


def likely_links(graph: "nx.Graph[str]", count: int = 20, *, method: str = "adamic_adar") -> Table[Prediction]:
    """The pairs most likely to be tied next, judged by the neighbours they share; highest first.

    Args:
        graph: a simple undirected graph.
        count: how many pairs.
        method: "adamic_adar" (Adamic and Adar 2003: each shared neighbour counts 1 / ln of its degree) or
            "resource_allocation" (Zhou et al. 2009: 1 / its degree).

    Raises:
        UsageError: if the graph is directed or there is no such method.
    """
    if graph.is_directed():
        raise UsageError("links are predicted on an undirected graph: pass graph.to_undirected()")
    if method not in {"adamic_adar", "resource_allocation"}:
        raise UsageError(f"there is no method {method!r}: adamic_adar or resource_allocation")
    plain: nx.Graph[str] = nx.Graph(graph)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    held = arrays(plain, None)
    if not len(held.targets):
        return Table(Prediction)
    tied = _matrix(held)
    degree = np.maximum(np.diff(held.starts), 1).astype(float)
    # A neighbour of degree one ties nobody to anybody, so what it would count never matters.
    worth = 1 / np.log(np.maximum(degree, 2)) if method == "adamic_adar" else 1 / degree
    best: list[tuple[float, int, int, int]] = []
    for first in range(0, len(held.nodes), _ROWS):
        rows = tied[first : first + _ROWS]
        block = (rows @ sparse.diags_array(worth) @ tied).tocoo()
        shared = (rows @ tied).tocsr()
        fresh = block.col > block.row + first
        found = zip(block.data[fresh].tolist(), block.row[fresh].tolist(), block.col[fresh].tolist(), strict=True)
        floor = best[0][0] if len(best) >= count else 0.0
        for score, row, other in found:
            rounded = float(f"{score:.12g}")  # the sum's last digits depend on its order
            if rounded >= floor and held.nodes[other] not in plain.adj[held.nodes[first + row]]:
                entry = (rounded, -(first + row), -other, int(shared[row, other]))
                if len(best) < count:
                    heapq.heappush(best, entry)
                elif entry > best[0]:
                    heapq.heapreplace(best, entry)
                    floor = best[0][0]

    def label(node: str) -> str:
        return str(plain.nodes[node].get("label", node))

    found_rows = []
    for score, one, other, shared_count in sorted(best, reverse=True):
        a, b = held.nodes[-one], held.nodes[-other]
        found_rows.append(Prediction(a, b, label(a), label(b), score, shared_count))
    return Table(Prediction, found_rows)


def _matrix(held: Arrays) -> Any:
    """The weighted adjacency matrix."""
    weights = np.ones(len(held.targets)) if held.weights is None else held.weights
    return sparse.csr_array((weights, held.targets, held.starts), shape=(len(held.nodes), len(held.nodes)))
