"""A graph to its folder of exports, all of them or none, and the manifest that says what they are made of."""

import errno
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from kgraph import diff, manifest, stamps
from kgraph.aside import allowed
from kgraph.change import Change
from kgraph.errors import ExportError
from kgraph.explore import arrangement
from kgraph.exporters import parquet, side_by_side, splicing
from kgraph.folders import MANIFEST, READY, STATE, exclusive, read_manifest, recover, settle
from kgraph.graph import Graph
from kgraph.workers import Pool

ARRANGEMENT = "arrangement.bin"
_STAGED = "staged-"


def write(
    graph: Graph,
    folder: Path,
    about: Mapping[str, Any] | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
    workers: int | None = None,
    *,
    remember: bool = False,
) -> dict[str, Any]:
    """Write every export and the manifest; give the manifest.

    All of it is written to a folder of its own first, made safe on the disk, and then declared ready by one renaming:
    the moment from which the new exports count. Only then are the files moved over the old ones. A process that is
    killed before that moment leaves the old exports whole; of one that is killed after it, the next command that reads
    or writes the folder finishes the moving (:func:`kgraph.folders.recover`).

    Args:
        graph: what to write.
        folder: made where it does not exist.
        about: what the manifest shall say of how the graph was made.
        tell: called with how many formats are written, and how many there are.
        workers: how many processes write; None for one on each processor.
        remember: whether to take over what did not change from the exports that are there, and to keep beside them
            what the next time needs for that. The bytes are the same.

    Raises:
        ExportError: if the folder cannot be written.
    """
    with _replacing(folder), _remembering(folder, remember), _staging(folder) as staged, _by(workers):
        artefacts = side_by_side.write(graph, staged, tell)
        return _declare(graph, staged, artefacts, folder, about or {})


def update(
    change: Change,
    folder: Path,
    about: Mapping[str, Any] | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
    workers: int | None = None,
    *,
    tables: parquet.Former | None = None,
    also: Callable[[], object] = lambda: None,
) -> tuple[dict[str, Any], diff.Summary] | None:
    """Write what becomes of the exports in a folder by a change, as :func:`write` would write the whole graph.

    Args:
        change: what is not as it was when these exports were written, with ``remember``.
        folder: of the exports.
        about: what the manifest shall say of how the graph was made.
        tell: called with how many formats are written, and how many there are.
        workers: how many processes write; None for one on each processor.
        tables: those in the folder, where they have been read already.
        also: is called once, beside the writing where that can be; what it changes in memory may be lost.

    Returns:
        The manifest, and what came and went; None, and nothing is touched, where the former exports are not what they
        were, or do not tell all that is needed: then the whole graph has to be written.

    Raises:
        ExportError: if the folder cannot be written.
    """
    with (
        _replacing(folder),
        _remembering(folder, wanted=True) as former,
        _staging(folder) as staged,
        _by(workers),
    ):
        if former is None or not former.are_whole(parquet.NAME):
            return None
        tables = tables or parquet.Former(folder)
        artefacts = side_by_side.update(change, tables, staged, tell, also)
        if artefacts is None or tables.tables is None:
            return None
        changes = diff.summary(*diff.outlines_of(change, *tables.tables))
        return _declare(change.graph, staged, artefacts, folder, about or {}), changes


@contextmanager
def _replacing(folder: Path) -> Iterator[None]:
    """Hold the right to write into a folder, and name what the disk refuses."""
    try:
        with exclusive(folder):
            recover(folder)
            yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            reason = "no space is left on the disk; what was there before stays as it was"
        else:
            reason = error.strerror or str(error)
        raise ExportError(f"the exports cannot be written to {folder}: {reason}") from error


def _by(workers: int | None) -> AbstractContextManager[None]:
    """Make calls aside only where several processes may write."""
    return allowed(Pool(workers).size > 1)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder for new exports, which is gone afterwards where they were not declared ready."""
    for begun in (folder / STATE).glob(f"{_STAGED}*"):  # by builds that were killed
        shutil.rmtree(begun, ignore_errors=True)
    splicing.forget(folder / STATE)
    staged = Path(tempfile.mkdtemp(prefix=_STAGED, dir=folder / STATE))
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _declare(
    graph: Graph, staged: Path, artefacts: Mapping[str, str], folder: Path, about: Mapping[str, Any]
) -> dict[str, Any]:
    """Let new exports count from now on: describe them, and put them in the place of the old ones."""
    found = manifest.of(graph.graph, staged, artefacts, about)
    text = json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    (staged / MANIFEST).write_text(text, encoding="utf-8")
    settle(staged / MANIFEST)
    settle(staged)
    written = (staged / MANIFEST).stat().st_mtime_ns
    staged.rename(folder / STATE / READY)
    recover(folder, beside=True)
    splicing.bind(folder / STATE, found["artefacts"])
    stamps.take(folder, found["artefacts"], folder / STATE, written)
    return found


@contextmanager
def _remembering(folder: Path, wanted: bool) -> Iterator[splicing.Memory | None]:
    """Let formats use what is there, and keep what the next time needs."""
    if not wanted:
        yield None
        return
    state = folder / STATE
    try:
        artefacts = read_manifest(folder)["artefacts"]
    except (ExportError, KeyError):
        artefacts = {}
    former = splicing.Memory(folder, artefacts, state)
    blocks = splicing.memory.set(former)
    places = arrangement.memory.set(state / ARRANGEMENT)
    try:
        yield former if artefacts else None
    finally:
        arrangement.memory.reset(places)
        splicing.memory.reset(blocks)


def compare(graph: Graph, folder: Path, about: Mapping[str, Any] | None = None) -> list[str]:
    """The names of the artefacts in a folder that are not, byte by byte, what the graph would be written as.

    Raises:
        ExportError: if the folder holds no exports.
    """
    read_manifest(folder)
    with tempfile.TemporaryDirectory(prefix="kgraph-") as elsewhere:
        anew = write(graph, Path(elsewhere), about)["artefacts"]
    return [
        name for name in sorted(anew) if not (folder / name).is_file() or stamps.checksum(folder / name) != anew[name]
    ]
