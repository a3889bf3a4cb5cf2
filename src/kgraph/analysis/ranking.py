"""What matters most in a graph: things ranked by one measure on one view, with how often they are told of."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.analysis.measures import Scores, betweenness, cores, degrees, pagerank
from kgraph.analysis.stories import of_kind, told
from kgraph.analysis.table import Table
from kgraph.analysis.views import VIEWS
from kgraph.errors import UsageError
from kgraph.graph import Graph
from kgraph.model import Iri

MEASURES: dict[str, Callable[..., Scores]] = {
    "pagerank": pagerank,
    "betweenness": betweenness,
    "core": cores,
    "degree": degrees,
}
"""The measures that a ranking goes by, by name; beside them "stories"."""
NOT_RANKED = frozenset({"MarketFigure", "Measure", "ConceptScheme"})


class Ranked(NamedTuple):
    """One place of a ranking."""

    rank: int
    thing: str
    type: str
    score: float
    stories: int
    """How many independent stories tell of it."""
    iri: Iri


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking, and what it goes by."""

    rows: Table[Ranked]
    method: str


def ranking(graph: Graph, kinds: Collection[str] = (), *, by: str = "pagerank", on: str = "all") -> Ranking:
    """Rank the things of a graph.

    Args:
        graph: as ``kgraph.load`` returns it.
        kinds: local names of classes to list, subclasses included; all, if empty. The measure is of the whole view.
        by: a key of :data:`MEASURES`, or "stories": in how many independent stories a thing is told of.
        on: a key of :data:`kgraph.analysis.views.VIEWS`.

    Raises:
        UsageError: if there is no such measure or view.
    """
    if on not in VIEWS:
        raise UsageError(f"there is no view {on!r}: {', '.join(VIEWS)}")
    if by != "stories" and by not in MEASURES:
        raise UsageError(f"there is no measure {by!r}: {', '.join(MEASURES)} or stories")
    types = {graph.nodes[iri]["type"] for iri in of_kind(graph, kinds)} if kinds else _types(graph)
    counted = {iri: len(its) for iri, its in told(graph, types).items()}
    if by == "stories":
        scores = Scores({iri: float(its) for iri, its in counted.items() if its}, "independent stories that tell of it")
    else:
        found = MEASURES[by](VIEWS[on](graph))
        scores = Scores({iri: score for iri, score in found.values.items() if iri in counted}, found.method)
    rows = [
        Ranked(rank, graph.nodes[iri]["label"], graph.nodes[iri]["type"], score, counted[iri], iri)
        for rank, (iri, score) in enumerate(scores.top(), 1)
    ]
    where = "" if by == "stories" else f"; view: {on}"
    return Ranking(Table(Ranked, rows), scores.method + where)


def _types(graph: Graph) -> set[str]:
    return {held["type"] for _, held in graph.nodes(data=True)} - NOT_RANKED
