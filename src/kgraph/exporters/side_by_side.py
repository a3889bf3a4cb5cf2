"""Every format of a graph, several at once where that is worth it."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from kgraph import exporters
from kgraph.aside import Aside
from kgraph.change import Change
from kgraph.errors import ExportError
from kgraph.exporters import parquet
from kgraph.graph import Graph
from kgraph.workers import Died, Pool, can_fork, default_workers

WORTH_FORKING, TOO_LARGE_TO_FORK = 20_000, 2_000_000
"""Edges between which formats are written by several processes: each of them needs memory of its own in the end."""

_in_hand: "Graph | None" = None
"""The graph that is being written, for the processes that are forked to write it."""


def write(graph: Graph, folder: Path, workers: int | None, tell: Callable[[int, int], None]) -> None:
    """Write every format into a folder.

    Args:
        graph: what to write.
        folder: where.
        workers: how many processes write; None for one on each processor.
        tell: called with how many formats are written, and how many there are.

    Raises:
        ExportError: if a process dies.
        OSError: if the folder cannot be written.
    """
    global _in_hand  # noqa: PLW0603 - what is forked finds it there; sending it would take longer than writing it
    formats = range(len(exporters.EXPORTERS))
    count = min(default_workers() if workers is None else workers, len(formats))
    if count < 2 or not WORTH_FORKING <= graph.number_of_edges() <= TOO_LARGE_TO_FORK or not can_fork():
        for number in formats:
            exporters.EXPORTERS[number].write(graph, folder)
            tell(number + 1, len(formats))
        return
    _in_hand = graph
    try:
        with Pool(count) as pool:
            # The page takes longest and stands last.
            work = f"{__name__}:write_some"
            for done, (_, answer) in enumerate(pool.run(work, (str(folder),), list(reversed(formats)), 1), start=1):
                if isinstance(answer, Died):
                    raise ExportError(f"the exports cannot be written: {answer.reason}")
                if answer is not None:
                    raise OSError(*answer)
                tell(done, len(formats))
    finally:
        _in_hand = None


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
    *others, longest = (partial(exporter.update, change, old, folder) for exporter in exporters.EXPORTERS)
    with ExitStack() as begun:
        is_long = parquet.count(old / parquet.EDGES) >= WORTH_FORKING
        waiting: list[Callable[[], bool]] = [longest]
        waiting += [begun.enter_context(Aside(other, is_long=is_long)).answer for other in others]
        for done, answer in enumerate(waiting, start=1):
            if not answer():
                return False
            tell(done, len(exporters.EXPORTERS))
    return True


def write_some(folder: str, numbers: list[int]) -> list[tuple[int | None, str] | None]:
    """Work of a process: write some formats of the graph in hand; for each nothing, or the error of the disk."""
    answers: list[tuple[int | None, str] | None] = []
    for number in numbers:
        try:
            assert _in_hand is not None  # noqa: S101 - forked with it
            exporters.EXPORTERS[number].write(_in_hand, Path(folder))
            answers.append(None)
        except OSError as error:
            answers.append((error.errno, error.strerror or str(error)))
    return answers
