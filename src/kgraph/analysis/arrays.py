"""A networkx graph as arrays, which is what the fast engines take. Converting is part of what they cost.

Nodes are numbered in the order of their IRIs, whatever order the graph holds them in, so that what is computed from the
arrays depends on nothing but the graph's content.
"""

import importlib.util
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kgraph.errors import MissingExtraError, UsageError

Engine: TypeAlias = Literal["auto", "networkx", "networkit"]


@dataclass(frozen=True, slots=True)
class Arrays:
    """The adjacency of a simple graph in compressed rows; an undirected edge stands in both of its rows."""

    nodes: list[str]
    starts: NDArray[np.int64]
    targets: NDArray[np.int64]
    weights: NDArray[np.float64] | None
    directed: bool

    @property
    def sources(self) -> NDArray[np.int64]:
        """The row of each target."""
        return np.repeat(np.arange(len(self.nodes)), np.diff(self.starts))


def arrays(graph: "nx.Graph[str]", weight: str | None = "weight") -> Arrays:
    """The arrays of a graph.

    Args:
        graph: a simple graph, directed or not.
        weight: the edge attribute that weighs; 1 where an edge has none. None: no weights.

    Raises:
        UsageError: if the graph may hold parallel edges: a view of it is wanted, not the knowledge graph itself.
    """
    if graph.is_multigraph():
        raise UsageError("this measure is of a simple graph: make one with a function of kgraph.analysis.views")
    nodes = sorted(graph)
    place = {node: number for number, node in enumerate(nodes)}.__getitem__
    adjacency: dict[str, dict[str, dict[str, Any]]] = vars(graph)["_adj"]  # its view is twice as slow
    rows = [adjacency[node] for node in nodes]
    targets = np.fromiter(map(place, chain.from_iterable(rows)), dtype=np.int64)
    starts = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, rows), dtype=np.int64, count=len(nodes)), out=starts[1:])
    weights = None
    if weight is not None:
        weights = np.fromiter((held.get(weight, 1) for row in rows for held in row.values()), dtype=np.float64)
    return Arrays(nodes, starts, targets, weights, graph.is_directed())


def chosen(engine: Engine, *, large: bool) -> Literal["networkx", "networkit"]:
    """The engine that does the work: "auto" takes the fast one, where it is installed, for what is large.

    Raises:
        MissingExtraError: if networkit is asked for by name and is not installed.
        UsageError: if there is no such engine.
    """
    installed = importlib.util.find_spec("networkit") is not None
    if engine == "auto":
        return "networkit" if installed and large else "networkx"
    if engine == "networkit":
        if not installed:
            raise MissingExtraError("fast", "networkit")
        return "networkit"
    if engine != "networkx":
        raise UsageError(f"there is no engine {engine!r}: auto, networkx or networkit")
    return "networkx"


def networkit_graph(held: Arrays) -> Any:
    """The graph as networkit has it, self-loops left out.

    Args:
        held: as :func:`arrays` returns it.
    """
    import networkit as nk  # noqa: PLC0415 - an extra

    sources, targets = held.sources, held.targets
    kept = sources != targets if held.directed else sources < targets
    weights = np.ones(len(targets)) if held.weights is None else held.weights
    return nk.GraphFromCoo(
        (weights[kept], (sources[kept], targets[kept])),
        n=len(held.nodes),
        directed=held.directed,
        weighted=held.weights is not None,
    )


def symmetric(held: Arrays) -> Arrays:
    """The graph without directions and self-loops; the weights of opposite edges added up."""
    weights = np.ones(len(held.targets)) if held.weights is None else held.weights
    kept = held.sources != held.targets
    sources, targets, weights = held.sources[kept], held.targets[kept], weights[kept]
    if held.directed:
        sources, targets = np.concatenate([sources, targets]), np.concatenate([targets, sources])
        weights = np.concatenate([weights, weights])
    count = len(held.nodes)
    matrix = sparse.coo_array((weights, (sources, targets)), shape=(count, count)).tocsr()
    matrix.sum_duplicates()
    starts, ends = matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64)
    return Arrays(held.nodes, starts, ends, None if held.weights is None else matrix.data, directed=False)


def numbered(held: Arrays) -> "nx.Graph[int]":
    """The graph for networkx, with numbers for IRIs in their order: what it computes then varies with no hash seed."""
    plain: nx.Graph[int] = nx.DiGraph() if held.directed else nx.Graph()
    plain.add_nodes_from(range(len(held.nodes)))
    weights = np.ones(len(held.targets)) if held.weights is None else held.weights
    plain.add_weighted_edges_from(zip(held.sources.tolist(), held.targets.tolist(), weights.tolist(), strict=True))
    return plain
