"""Connected components of a table of edges: in memory by SciPy, above a size by set operations.

The latter alternate large-star and small-star (Kiveris et al., "Connected components in MapReduce and beyond", SoCC
2014): every node comes to hang on the least of its component, in a number of rounds that grows with the logarithm of
the longest chain; no round holds more edges than the first.
"""

from typing import Protocol, TypeAlias

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from kgraph.errors import KgraphError

IN_MEMORY = 2_000_000
"""Edges up to which memory is the place for them: some 400 MB."""
ROUNDS = 64
Label: TypeAlias = tuple[str, str]
"""A node, and the least node of its component."""


class Steps(Protocol):
    """What :mod:`.plan` offers: named tables, and queries over them."""

    def sql(self, name: str, query: str) -> None:
        """Make the table of that name what the query gives."""

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """The rows that a query gives."""

    def rename(self, name: str, other: str) -> None:
        """Call a table by another name."""


def in_memory(edges: list[tuple[str, str]]) -> list[Label]:
    """The label of each node that has an edge, sorted."""
    nodes, flat = np.unique(np.array(edges, dtype=object).reshape(-1), return_inverse=True)
    if not len(nodes):
        return []
    ends = flat.reshape(-1, 2)
    matrix = coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(len(nodes), len(nodes)))
    count, component = connected_components(matrix, directed=False)
    least = np.full(count, len(nodes))
    np.minimum.at(least, component, np.arange(len(nodes)))
    return [(str(node), str(nodes[least[part]])) for node, part in zip(nodes, component, strict=True)]


_START = "select distinct greatest(u, v) as u, least(u, v) as v from {edges} where u <> v"
_BOTH = "(select u as a, v as b from {edges} union all select v as a, u as b from {edges})"
_LARGE = f"""
select distinct s.b as u, m.root as v from {_BOTH} s
join (select a, least(a, min(b)) as root from {_BOTH} t group by a) m on s.a = m.a
where s.b > s.a
"""
_SMALL = """
select distinct u, v from (
    select l.v as u, m.root as v from {edges} l
    join (select u, min(v) as root from {edges} group by u) m on l.u = m.u where l.v <> m.root
    union all
    select u, min(v) as v from {edges} group by u
) stars
"""
_CHANGED = """
select (select count(*) from {new}) - (select count(*) from {old}),
    (select count(*) from {new} n left join {old} o on n.u = o.u and n.v = o.v where o.u is null)
"""
_LABELS = "select u as node, v as label from {edges} union select v as node, v as label from {edges}"


def by_stars(steps: Steps, edges: str, labels: str) -> int:
    """Make a table of labels of a table of edges (``u``, ``v``) by set operations; give how many rounds it took.

    Raises:
        KgraphError: if there is no end to it, which the algorithm rules out.
    """
    steps.sql(f"{edges}_0", _START.format(edges=edges))
    for turn in range(1, ROUNDS):
        before, large, after = f"{edges}_{turn - 1}", f"{edges}_{turn}_large", f"{edges}_{turn}"
        steps.sql(large, _LARGE.format(edges=before))
        steps.sql(after, _SMALL.format(edges=large))
        ((more, other),) = steps.fetch(_CHANGED.format(new=after, old=before))
        if (more, other) == (0, 0):
            steps.sql(labels, _LABELS.format(edges=after))
            return turn
    raise KgraphError(f"components were not found in {ROUNDS} rounds")
