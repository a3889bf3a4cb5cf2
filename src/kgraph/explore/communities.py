"""Communities of a graph: groups of nodes that are linked among themselves more than with the rest.

The Louvain method (Blondel et al. 2008, "Fast unfolding of communities in large networks", J. Stat. Mech. P10008) with
the queue of Traag, Waltman and van Eck (2019, "From Louvain to Leiden", Scientific Reports 9:5233): a node is looked
at again only where a neighbour has moved. Nodes are visited in the order of their numbers and not at random, so that
the same graph always falls into the same groups, and most groups stay what they are when a document is added: networkx
shuffles all nodes anew when there is one more. Edges that nearly everything has (an article's publisher, say) weigh
less: a hub of thousands ties nothing together.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_LEAST_GAIN = 1e-9
"""Of modularity, times all weight: less is rounding, and nodes would move for ever."""


def weights(n: int, source: Ints, target: Ints) -> Floats:
    """Return a weight for each edge: ``1 / log2(2 + d)``, *d* the larger of its ends' degrees."""
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    larger = np.maximum(degree[source], degree[target])
    return np.asarray(1.0 / np.log2(2.0 + larger))


def find(content: NDArray[np.bool_], source: Ints, target: Ints, weight: Floats) -> Ints:
    """Return the community of each node under weighted edges, numbered from 0 by falling size, then smallest member.

    Only nodes marked as ``content`` are looked at; those of them without an edge share a community after the others,
    and all that is no content shares the last.
    """
    n = len(content)
    linked = np.zeros(n, dtype=bool)
    linked[source] = linked[target] = True
    label = _louvain(n, source, target, np.round(weight, 6))
    rest = np.where(content, n, n + 1)
    label = np.where(linked, label, rest)
    found, first, place, size = np.unique(label, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -size, np.where(found < n, 0, found)))
    number = np.empty(len(found), dtype=np.int64)
    number[order] = np.arange(len(found))
    return np.asarray(number[place], dtype=np.int64)


def _louvain(n: int, source: Ints, target: Ints, weight: Floats) -> Ints:
    """Return a label from 0 to n - 1 for each node: of its community."""
    member = np.arange(n)
    while True:
        low, high = np.minimum(source, target), np.maximum(source, target)
        pair, inverse = np.unique(low * max(n, 1) + high, return_inverse=True)
        weight = np.bincount(inverse, weight, len(pair)).astype(np.float64)
        source, target = np.divmod(pair, max(n, 1))
        moved = _settled(n, source, target, weight)
        kept, renumbered = np.unique(moved, return_inverse=True)
        if len(kept) == n:
            return member
        member = renumbered[member]
        source, target, n = renumbered[source], renumbered[target], len(kept)


def _settled(n: int, source: Ints, target: Ints, weight: Floats) -> Ints:
    """Move each node to the community that gains most by it, until none gains: pairs come once, loops included."""
    degree = np.bincount(source, weight, n) + np.bincount(target, weight, n)
    all_weight = float(degree.sum())
    apart = source != target
    ends = np.concatenate([source[apart], target[apart]])
    others = np.concatenate([target[apart], source[apart]])
    order = np.lexsort((others, ends))
    bounds = np.searchsorted(ends[order], np.arange(n + 1)).tolist()
    near, shares = others[order].tolist(), np.concatenate([weight[apart], weight[apart]])[order].tolist()
    of, total, strength = list(range(n)), degree.tolist(), degree.tolist()
    queue, queued = deque(range(n)), bytearray(b"\1") * n
    while queue:
        node = queue.popleft()
        queued[node] = 0
        begin, end = bounds[node], bounds[node + 1]
        if begin == end:
            continue
        home, own = of[node], strength[node]
        total[home] -= own
        links: dict[int, float] = {home: 0.0}
        for other, share in zip(near[begin:end], shares[begin:end], strict=True):
            there = of[other]
            links[there] = links.get(there, 0.0) + share
        pull = own / all_weight
        best, most = home, links[home] - total[home] * pull + _LEAST_GAIN
        for there, share in links.items():
            if share - total[there] * pull > most:
                best, most = there, share - total[there] * pull
        total[best] += own
        if best != home:
            of[node] = best
            for other in near[begin:end]:
                if not queued[other] and of[other] != best:
                    queued[other] = 1
                    queue.append(other)
    return np.asarray(of, dtype=np.int64)
