"""Every format of a graph, several at once where that is worth it."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from kgraph import exporters
from kgraph.aside import Aside
from kgraph.change import Change
from kgraph.explore import WORTH_FORKING
from kgraph.exporters import Exporter
from kgraph.exporters.parquet import Former
from kgraph.exporters.sealing import Checksums, Sealing
from kgraph.graph import Graph

TOO_LARGE_TO_FORK = 2_000_000
"""Edges above which a graph is written by one process: each that is forked needs memory of its own in the end."""


def write(graph: Graph, folder: Path, tell: Callable[[int, int], None]) -> Checksums:
    """Write every format into a folder, safely on its disk; give the checksums.

    Args:
        graph: what to write.
        folder: where.
        tell: called with how many formats are written, and how many there are.

    Raises:
        ExportError: where the graph holds what the ontology does not know.
        OSError: if the folder cannot be written.
    """
    is_long = WORTH_FORKING <= graph.number_of_edges() <= TOO_LARGE_TO_FORK
    written = _carry_out(lambda exporter: exporter.write(graph, folder), folder, is_long, tell)
    assert written is not None  # noqa: S101 - a whole graph tells all
    return written


def update(
    change: Change,
    former: Former,
    folder: Path,
    tell: Callable[[int, int], None],
    also: Callable[[], object] = lambda: None,
) -> Checksums | None:
    """Write into a folder, safely on its disk, what becomes of every format by a change.

    Args:
        change: of the graph.
        former: what is there of the former graph.
        folder: where to write.
        tell: called with how many formats are written, and how many there are.
        also: is called once, by a process that has less to do than this one.

    Returns:
        The checksums; None where not all of them can be told from the change and the former files.

    Raises:
        ExportError: where the graph holds what the ontology does not know.
        OSError: if the folder cannot be written.
    """
    is_long = former.tables is not None and len(former.tables[1]) >= WORTH_FORKING
    return _carry_out(lambda exporter: exporter.update(change, former, folder), folder, is_long, tell, also)


def file_names(exporter: Exporter) -> tuple[str, ...]:
    """The files that an exporter writes."""
    return (exporter.NAME,) if isinstance(exporter.NAME, str) else tuple(exporter.NAME)


def _carry_out(
    work: Callable[[Exporter], bool | None],
    folder: Path,
    is_long: bool,
    tell: Callable[[int, int], None],
    also: Callable[[], object] = lambda: None,
) -> Checksums | None:
    """Let every exporter do its work, all but the last of them aside; None where one says that it cannot."""
    first, *rest = (partial(_finish, work, exporter, folder) for exporter in exporters.EXPORTERS)
    *others, longest = (partial(_and_then, first, also), *rest)
    found: Checksums = {}
    with ExitStack() as begun:
        aside = [begun.enter_context(Aside(other, is_long=is_long)) for other in others]
        due: list[Callable[[], Checksums | None]] = [longest, *(each.answer for each in aside)]
        for done, answer in enumerate(due, start=1):
            checksums = answer()
            if checksums is None:
                return None
            found |= checksums
            tell(done, len(exporters.EXPORTERS))
    return found


def _and_then(work: Callable[[], Checksums | None], then: Callable[[], object]) -> Checksums | None:
    """Work, and do something else if that went well."""
    found = work()
    if found is not None:
        then()
    return found


def _finish(work: Callable[[Exporter], bool | None], exporter: Exporter, folder: Path) -> Checksums | None:
    """Let an exporter work, see its files safely on the disk, and give their checksums."""
    with Sealing(folder) as sealing:
        return None if work(exporter) is False else sealing.checksums(file_names(exporter))
