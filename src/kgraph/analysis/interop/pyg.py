"""PyTorch Geometric's edge lists (https://pytorch-geometric.readthedocs.io), as NumPy arrays: torch is not needed.

For ``Data``: ``torch.from_numpy(edges.edge_index)``. For ``HeteroData``::

    for ends, index in hetero(graph).edge_index.items():
        data[ends].edge_index = torch.from_numpy(index)
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kgraph.graph import Graph
from kgraph.model import Iri


@dataclass(frozen=True, slots=True, eq=False)
class EdgeList:
    """A graph as arrays."""

    nodes: list[Iri]
    """By IRI; a node's number is its place."""
    node_types: list[str]
    labels: list[str]
    edge_index: NDArray[np.int64]
    """Two rows: the numbers of the sources and of the targets."""
    edge_type: NDArray[np.int64]
    """For each edge the place of its key in ``keys``."""
    edge_weight: NDArray[np.float64]
    """Its support: how many independent stories say it."""
    keys: list[Iri]
    """The predicates, sorted."""


def write(graph: Graph) -> EdgeList:
    """The graph as one edge list with types."""
    nodes = sorted(graph)
    place = {iri: number for number, iri in enumerate(nodes)}
    held = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    edges = [(source, target, key, said["support"]) for source, target, key, said in held]
    keys = sorted({key for _, _, key, _ in edges})
    kind = {key: number for number, key in enumerate(keys)}
    return EdgeList(
        nodes,
        [graph.nodes[iri]["type"] for iri in nodes],
        [graph.nodes[iri]["label"] for iri in nodes],
        np.array([[place[s] for s, *_ in edges], [place[t] for _, t, *_ in edges]], dtype=np.int64),
        np.array([kind[key] for _, _, key, _ in edges], dtype=np.int64),
        np.array([support for *_, support in edges], dtype=np.float64),
        keys,
    )


def read(edges: EdgeList) -> Graph:
    """The nodes, edges and weights back; other attributes and the words are not in an edge list."""
    graph: Graph = nx.MultiDiGraph()
    for iri, kind, label in zip(edges.nodes, edges.node_types, edges.labels, strict=True):
        graph.add_node(iri, type=kind, label=label)
    rows = zip(*edges.edge_index.tolist(), edges.edge_type.tolist(), edges.edge_weight.tolist(), strict=True)
    for source, target, kind, weight in rows:
        graph.add_edge(edges.nodes[source], edges.nodes[target], edges.keys[kind], support=int(weight))
    return graph


@dataclass(frozen=True, slots=True, eq=False)
class Hetero:
    """A graph as arrays for each type, as ``HeteroData`` has it."""

    nodes: dict[str, list[Iri]]
    """By type; a node's number is its place in its type."""
    edge_index: dict[tuple[str, str, str], NDArray[np.int64]]
    """By (type of the source, the predicate's local name, type of the target)."""


def hetero(graph: Graph) -> Hetero:
    """The graph as edge lists between types."""
    nodes: dict[str, list[Iri]] = {}
    place: dict[Iri, int] = {}
    for iri in sorted(graph):
        those = nodes.setdefault(graph.nodes[iri]["type"], [])
        place[iri] = len(those)
        those.append(iri)
    pairs: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for source, target, _, held in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        ends = graph.nodes[source]["type"], held["label"], graph.nodes[target]["type"]
        pairs.setdefault(ends, []).append((place[source], place[target]))
    index = {ends: np.array(pairs[ends], dtype=np.int64).T for ends in sorted(pairs)}
    return Hetero({kind: nodes[kind] for kind in sorted(nodes)}, index)
