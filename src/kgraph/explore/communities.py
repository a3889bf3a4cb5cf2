"""Communities of a graph: groups of nodes that are linked among themselves more than with the rest.

The Louvain method (Blondel et al. 2008, "Fast unfolding of communities in large networks", J. Stat. Mech. P10008), as
networkx implements it, on nodes numbered in a fixed order, so that the same graph always falls into the same groups.
Edges that nearly everything has (an article's publisher, say) weigh less: a hub of thousands ties nothing together.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def weights(n: int, source: Ints, target: Ints) -> Floats:
    """Return a weight for each edge: ``1 / log2(2 + d)``, *d* the larger of its ends' degrees."""
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    larger = np.maximum(degree[source], degree[target])
    return np.asarray(1.0 / np.log2(2.0 + larger))


def find(content: NDArray[np.bool_], source: Ints, target: Ints, weight: Floats, *, seed: int = 7) -> Ints:
    """Return the community of each node under weighted edges, numbered from 0 by falling size, then smallest member.

    Only nodes marked as ``content`` are looked at; those of them without an edge share a community after the others,
    and all that is no content shares the last.
    """
    n = len(content)
    graph: nx.Graph[int] = nx.Graph()
    linked = np.unique(np.concatenate([source, target]))
    graph.add_nodes_from(linked.tolist())
    low, high = np.minimum(source, target), np.maximum(source, target)
    keep = low != high
    pair, inverse = np.unique(low[keep] * n + high[keep], return_inverse=True)
    total = np.round(np.bincount(inverse, weights=weight[keep], minlength=len(pair)), 6)
    graph.add_weighted_edges_from(zip((pair // n).tolist(), (pair % n).tolist(), total.tolist(), strict=True))
    groups = [sorted(g) for g in nx.community.louvain_communities(graph, seed=seed)] if len(linked) else []
    groups.sort(key=lambda g: (-len(g), g[0]))
    alone = np.zeros(n, dtype=bool)
    alone[:] = content
    alone[linked] = False
    groups += [np.flatnonzero(rest).tolist() for rest in (alone, ~content) if rest.any()]
    result = np.zeros(n, dtype=np.int64)
    for number, group in enumerate(groups):
        result[group] = number
    return result
