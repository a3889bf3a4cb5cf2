"""Every format of a graph, several at once where that is worth it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from kgraph import exporters
from kgraph.aside import Aside
from kgraph.change import Change
from kgraph.explore import WORTH_FORKING
from kgraph.exporters import parquet
from kgraph.graph import Graph

TOO_LARGE_TO_FORK = 2_000_000
"""Edges above which a graph is written by one process: each that is forked needs memory of its own in the end."""


def write(graph: Graph, folder: Path, tell: Callable[[int, int], None]) -> None:
    """Write every format into a folder.

    Args:
        graph: what to write.
        folder: where.
        tell: called with how many formats are written, and how many there are.

    Raises:
        ExportError: where the graph holds what the ontology does not know.
        OSError: if the folder cannot be written.
    """
    calls = [partial(exporter.write, graph, folder) for exporter in exporters.EXPORTERS]
    _carry_out(calls, WORTH_FORKING <= graph.number_of_edges() <= TOO_LARGE_TO_FORK, tell)


def update(change: Change, old: Path, folder: Path, tell: Callable[[int, int], None]) -> bool:
    """Write into a folder what becomes of every format by a change.

    Args:
        change: of the graph.
        old: where the former files are.
        folder: where to write.
        tell: called with how many formats are written, and how many there are.

    Returns:
        Whether all of them can be told from the change and the former files.

    Raises:
        ExportError: where the graph holds what the ontology does not know.
        OSError: if the folder cannot be written.
    """
    calls = [partial(exporter.update, change, old, folder) for exporter in exporters.EXPORTERS]
    return _carry_out(calls, parquet.count(old / parquet.EDGES) >= WORTH_FORKING, tell)


def _carry_out(calls: Sequence[Callable[[], bool | None]], is_long: bool, tell: Callable[[int, int], None]) -> bool:
    """Make some calls, all but the last of them aside; whether none of them answers that it cannot be."""
    *others, longest = calls  # the page takes longest and stands last
    with ExitStack() as begun:
        aside = [begun.enter_context(Aside(other, is_long=is_long)) for other in others]
        due: list[Callable[[], bool | None]] = [longest, *(each.answer for each in aside)]
        for done, answer in enumerate(due, start=1):
            if answer() is False:
                return False
            tell(done, len(calls))
    return True
