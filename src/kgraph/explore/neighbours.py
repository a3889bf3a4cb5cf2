"""What lies next to what, in arrays: who is near, and the shortest ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The neighbours of numbered nodes, each once, in the order of their numbers; edges count both ways."""

    there: Ints
    """Those of the first node, then those of the second, and so on."""
    bounds: Ints
    """Where in ``there`` those of each node begin; and where the last ones end."""

    @classmethod
    def of(cls, n: int, source: Ints, target: Ints) -> Neighbours:
        """The neighbours along edges between ``n`` nodes."""
        width = max(n, 1)
        pairs = np.unique(np.concatenate([source * width + target, target * width + source]))
        here, there = np.divmod(pairs, width)
        return cls(there, np.searchsorted(here, np.arange(n + 1)))

    @property
    def degree(self) -> Ints:
        """How many neighbours each node has."""
        return np.diff(self.bounds)

    def around(self, node: int) -> list[int]:
        """The neighbours of a node."""
        found: list[int] = self.there[self.bounds[node] : self.bounds[node + 1]].tolist()
        return found

    def ways(self, start: int) -> Ints:
        """Of each node the one before it on a shortest way from ``start``; -1 where none leads.

        Of equally short ways it is the one that a search in breadth meets first, neighbours by their numbers.
        """
        before = np.full(len(self.bounds) - 1, -1, dtype=np.int64)
        before[start] = start
        edge = np.array([start])
        while len(edge):
            count = self.degree[edge]
            # the neighbours of all nodes at the edge of what is known, one node's after the other's
            skipped = np.repeat(self.bounds[edge] - np.cumsum(count) + count, count)
            there, here = self.there[skipped + np.arange(len(skipped))], np.repeat(edge, count)
            unseen = before[there] < 0
            there, first = np.unique(there[unseen], return_index=True)
            before[there] = here[unseen][first]
            edge = there[np.argsort(first)]
        return before
