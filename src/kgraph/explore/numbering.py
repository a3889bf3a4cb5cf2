"""The order of nodes and edges on a page: what matters most stands first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kgraph.explore.layout import Links
from kgraph.explore.told import Floats, Ints, Told

# What holds vocabularies together says nothing about the articles: it neither ranks nor places, and a page begins
# without it.
SCAFFOLD = frozenset({"inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "measure"})
# How much an edge counts in ranks, communities and layout, where that is not 1: who published an article says little
# of what it belongs with.
SHARES = {"publisher": 0.25, **dict.fromkeys(sorted(SCAFFOLD), 0.0)}


@dataclass(frozen=True, slots=True)
class Numbered:
    """How nodes and edges are numbered: nodes by falling PageRank, then IRI; edges by source, key, target."""

    node: Ints
    """The row of each node, by its number."""
    number: Ints
    """The number of each node, by its row."""
    rank: Floats
    edge: Ints
    """The row of each edge, by its number."""
    source: Ints
    target: Ints
    key: Ints
    share: Floats
    """How much each edge counts."""


def pagerank(n: int, source: Ints, target: Ints, weight: Floats) -> Floats:
    """Return the PageRank (Brin & Page 1998) of each node, every edge counted both ways by its weight, to 1e-10.

    As edges count both ways, the eigenvalues of the walk are real, and the Chebyshev semi-iterative method (Golub &
    Varga 1961) needs two fifths of the steps that plain iteration takes.
    """
    if n == 0:
        return np.zeros(0)
    links = Links.of(n, source, target, weight)
    degree = links.degree
    share = np.divide(_WALKED, degree, out=np.zeros(n), where=degree > 0)
    # What a node without links has, and every other one gets from those and from jumps.
    base = (1 - _WALKED) / (n - _WALKED * np.count_nonzero(degree == 0))
    before = score = np.full(n, base)
    step = 1.0
    for number in range(200):
        wanted = links.gather(score * share) + base
        if float(np.abs(wanted - score).sum()) < 1e-10:
            return wanted
        step = 1 / (1 - _WALKED**2 * step / (2 if number == 1 else 4)) if number else 1.0
        before, score = score, step * (wanted - before) + before
    return score


_WALKED = 0.85
"""How often a walk goes on along a link."""


def shares(told: Told) -> Floats:
    """How much each edge of a graph counts, by its row."""
    return np.array([SHARES.get(label, 1.0) for label in told.labels], dtype=np.float64)[told.key.code]


def number(told: Told) -> Numbered:
    """Return the numbers of the nodes and edges of a graph."""
    n, share = len(told.nodes), shares(told)
    score = np.round(pagerank(n, told.source, told.target, share), 12)
    node = np.lexsort((np.arange(n), -score))
    place = np.empty(n, dtype=np.int64)
    place[node] = np.arange(n)
    source, target, key = place[told.source], place[told.target], told.key.code
    edge = np.lexsort((target, key, source))
    return Numbered(node, place, score[node], edge, source[edge], target[edge], key[edge], share[edge])
