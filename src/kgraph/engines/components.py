"""Connected components of a table of edges: in memory by SciPy, above a size by set operations.

The latter alternate large-star and small-star (Kiveris et al., "Connected components in MapReduce and beyond", SoCC
2014): every node comes to hang on the least of its component, in a number of rounds that grows with the logarithm of
the longest chain; no round holds more edges than the first.
"""

from typing import Any, Protocol, TypeAlias

import numpy as np

from kgraph.errors import KgraphError

IN_MEMORY = 2_000_000
"""Edges up to which memory is the place for them: some 400 MB."""
ROUNDS = 64
Label: TypeAlias = tuple[str, str]
"""A node, and the least node of its component."""


class Steps(Protocol):
    """What :class:`.plan.Plan` offers: named tables, and queries over them."""

    def step(self, query: str, /, into: str = "", **terms: str) -> None:
        """Make a table of the query of that name."""

    def ask(self, query: str, /, **terms: str) -> list[tuple[Any, ...]]:
        """The rows that the query of that name gives."""


def in_memory(edges: list[tuple[str, str]]) -> list[Label]:
    """The label of each node that has an edge, sorted."""
    from scipy.sparse import coo_array  # noqa: PLC0415 - heavy, and only a build over tables comes here
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    nodes, flat = np.unique(np.array(edges, dtype=object).reshape(-1), return_inverse=True)
    if not len(nodes):
        return []
    ends = flat.reshape(-1, 2)
    matrix = coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(len(nodes), len(nodes)))
    count, component = connected_components(matrix, directed=False)
    least = np.full(count, len(nodes))
    np.minimum.at(least, component, np.arange(len(nodes)))
    return [(str(node), str(nodes[least[part]])) for node, part in zip(nodes, component, strict=True)]


def by_stars(steps: Steps, edges: str, labels: str) -> int:
    """Make a table of labels of a table of edges (``u``, ``v``) by set operations; give how many rounds it took.

    Raises:
        KgraphError: if there is no end to it, which the algorithm rules out.
    """
    steps.step("stars_start", into=f"{edges}_0", edges=edges)
    for turn in range(1, ROUNDS):
        before, large, after = f"{edges}_{turn - 1}", f"{edges}_{turn}_large", f"{edges}_{turn}"
        steps.step("stars_large", into=large, edges=before)
        steps.step("stars_small", into=after, edges=large)
        if steps.ask("stars_changed", new=after, old=before) == [(0, 0)]:
            steps.step("stars_labels", into=labels, edges=after)
            return turn
    raise KgraphError(f"components were not found in {ROUNDS} rounds")
