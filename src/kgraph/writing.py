"""A graph to its folder of exports, all of them or none, and the manifest that says what they are made of."""

import errno
import hashlib
import json
import os
import platform
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from kgraph import exporters, sources
from kgraph.errors import ExportError
from kgraph.explore import arrangement
from kgraph.exporters import Exporter, splicing
from kgraph.graph import Graph
from kgraph.version import __version__
from kgraph.workers import Died, Pool, can_fork, default_workers

MANIFEST = "manifest.json"
STATE = sources.STATE
READY = "ready"
ARRANGEMENT = "arrangement.bin"
WORTH_FORKING, TOO_LARGE_TO_FORK = 20_000, 2_000_000
"""Edges between which formats are written by several processes: each of them needs memory of its own in the end."""
_STAGED = "staged-"
_LIBRARIES = ("networkx", "pyoxigraph", "pyarrow", "spacy", "rdflib", "pyvis", "python-frontmatter", "PyYAML")


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
    or writes the folder finishes the moving (:func:`recover`).

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
    try:
        with exclusive(folder), _remembering(folder, remember):
            recover(folder)
            _clear(folder)
            splicing.forget(folder / STATE)
            staged = Path(tempfile.mkdtemp(prefix=_STAGED, dir=folder / STATE))
            try:
                _export(graph, staged, workers, tell)
                names = [name for exporter in exporters.EXPORTERS for name in file_names(exporter)]
                manifest = describe(graph, staged, names, about or {})
                text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
                (staged / MANIFEST).write_text(text, encoding="utf-8")
                for name in [*names, MANIFEST]:
                    _settle(staged / name)
                _settle(staged)
                staged.rename(folder / STATE / READY)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
            recover(folder)
            splicing.bind(folder / STATE, manifest["artefacts"])
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            reason = "no space is left on the disk; what was there before stays as it was"
        else:
            reason = error.strerror or str(error)
        raise ExportError(f"the exports cannot be written to {folder}: {reason}") from error
    return manifest


@contextmanager
def _remembering(folder: Path, wanted: bool) -> Iterator[None]:
    """Let formats use what is there, and keep what the next time needs."""
    if not wanted:
        yield
        return
    state = folder / STATE
    try:
        artefacts = read_manifest(folder)["artefacts"]
    except (ExportError, KeyError):
        artefacts = {}
    blocks = splicing.memory.set(splicing.Memory(folder, artefacts, state))
    places = arrangement.memory.set(state / ARRANGEMENT)
    try:
        yield
    finally:
        arrangement.memory.reset(places)
        splicing.memory.reset(blocks)


_in_hand: "Graph | None" = None
"""The graph that is being written, for the processes that are forked to write it."""


def _export(graph: Graph, staged: Path, workers: int | None, tell: Callable[[int, int], None]) -> None:
    """Write every format, several at once where the graph is worth it and this process can be forked."""
    global _in_hand  # noqa: PLW0603 - what is forked finds it there; sending it would take longer than writing it
    formats = range(len(exporters.EXPORTERS))
    size = graph.number_of_edges()
    count = min(default_workers() if workers is None else workers, len(formats))
    if count < 2 or not WORTH_FORKING <= size <= TOO_LARGE_TO_FORK or not can_fork():
        for number in formats:
            exporters.EXPORTERS[number].write(graph, staged)
            tell(number + 1, len(formats))
        return
    _in_hand = graph
    try:
        with Pool(count) as pool:
            # The page takes longest and stands last.
            answers = pool.run("kgraph.writing:export_formats", (str(staged),), list(reversed(formats)), 1)
            for done, (_, answer) in enumerate(answers, start=1):
                if isinstance(answer, Died):
                    raise ExportError(f"the exports cannot be written: {answer.reason}")
                if answer is not None:
                    raise OSError(*answer)
                tell(done, len(formats))
    finally:
        _in_hand = None


def export_formats(staged: str, numbers: list[int]) -> list[tuple[int | None, str] | None]:
    """Work of a process: write some formats of the graph in hand; for each nothing, or the error of the disk."""
    answers: list[tuple[int | None, str] | None] = []
    for number in numbers:
        try:
            assert _in_hand is not None  # noqa: S101 - forked with it
            exporters.EXPORTERS[number].write(_in_hand, Path(staged))
            answers.append(None)
        except OSError as error:
            answers.append((error.errno, error.strerror or str(error)))
    return answers


def recover(folder: Path) -> None:
    """Finish what a build was killed at after its exports were ready: move them over the old ones.

    Raises:
        ExportError: if they cannot be moved.
    """
    ready = folder / STATE / READY
    if not ready.is_dir():
        return
    try:
        for file in sorted(ready.iterdir(), key=lambda file: (file.name == MANIFEST, file.name)):
            with suppress(FileNotFoundError):  # somebody else finishes it too
                file.replace(folder / file.name)
        with suppress(FileNotFoundError):
            ready.rmdir()
        _settle(folder)
    except OSError as error:
        raise ExportError(f"a build into {folder} was interrupted and cannot be finished: {error.strerror}") from error


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the right to write into a folder: no two builds write into one at once.

    Args:
        folder: made where it does not exist.
        waiting: called where somebody else holds the right; after that, we wait until he is done, or dead.

    Raises:
        OSError: if the folder cannot be written.
    """
    state = folder / STATE
    state.mkdir(parents=True, exist_ok=True)
    if not (state / ".gitignore").exists():
        (state / ".gitignore").write_text("*\n")
    lock = FileLock(state / "lock", is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def is_current(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether every artefact that a manifest names is there, byte by byte."""
    artefacts = manifest.get("artefacts")
    return isinstance(artefacts, dict) and all(
        (folder / name).is_file() and checksum(folder / name) == known for name, known in artefacts.items()
    )


def _clear(folder: Path) -> None:
    """Remove what killed builds had begun."""
    for begun in (folder / STATE).glob(f"{_STAGED}*"):
        shutil.rmtree(begun, ignore_errors=True)


def _settle(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def compare(graph: Graph, folder: Path, about: Mapping[str, Any] | None = None) -> list[str]:
    """The names of the artefacts in a folder that are not, byte by byte, what the graph would be written as.

    Raises:
        ExportError: if the folder holds no exports.
    """
    read_manifest(folder)
    with tempfile.TemporaryDirectory(prefix="kgraph-") as elsewhere:
        anew = write(graph, Path(elsewhere), about)["artefacts"]
    return [name for name in sorted(anew) if not (folder / name).is_file() or checksum(folder / name) != anew[name]]


def file_names(exporter: Exporter) -> tuple[str, ...]:
    """The files that an exporter writes."""
    return (exporter.NAME,) if isinstance(exporter.NAME, str) else tuple(exporter.NAME)


def describe(graph: Graph, folder: Path, names: list[str], about: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest of some exports: versions, counts, and the checksum of every source and every artefact."""
    return {
        "kgraph": __version__,
        "built": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "python": platform.python_version(),
        "libraries": {name: version for name in _LIBRARIES if (version := _version(name))},
        "base": graph.graph["base"],
        "nodes": dict(sorted(Counter(held["type"] for _, held in graph.nodes(data=True)).items())),
        "edges": dict(sorted(Counter(held["label"] for _, _, held in graph.edges(data=True)).items())),
        "sources": {path: each["sha256"] for path, each in graph.graph["documents"].items()},
        "artefacts": {name: checksum(folder / name) for name in names},
        **about,
    }


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder of exports.

    Raises:
        ExportError: if there is none, or it is broken.
    """
    recover(folder)
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ExportError(f"{folder} holds no readable {MANIFEST}: run kgraph build first") from error
    if not isinstance(found, dict):
        raise ExportError(f"the {MANIFEST} in {folder} is broken: no mapping")
    return found


@cache
def _version(name: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""
