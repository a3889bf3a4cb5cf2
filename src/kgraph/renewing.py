"""Exports brought up to date by what changed, or by a build of everything where the last one remembers too little."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from kgraph import building, diff, fingerprint, folders, packing, updating, writing
from kgraph.cache import Cache
from kgraph.corpus import ForgottenError
from kgraph.errors import ExportError
from kgraph.exporters import parquet
from kgraph.given import Given
from kgraph.model import Iri
from kgraph.options import Options
from kgraph.report import Outcome, Progress, Report, key_of
from kgraph.updating import Memory
from kgraph.workers import Pool

MEMORY, FRESH = "memory.bin", "memory.new"
_GROWTH, _SPARE = 3, 1 << 26
_BINDING = 32
"""Bytes before what is remembered, which say of which exports it is."""


def renew(
    paths: Sequence[str | os.PathLike[str]],
    given: Given,
    folder: Path,
    options: Options,
    progress: Progress,
    cache: Cache,
    pool: Pool,
) -> Outcome:
    """Bring exports up to date.

    Args:
        paths: what to build from.
        given: what stands there.
        folder: of the exports.
        options: how to build.
        progress: is told how far the build is.
        cache: what earlier builds found.
        pool: of the processes that read; ended as soon as everything is read.

    Raises:
        UsageError: if there is nothing to read.
        ExportError: if the folder cannot be written.
    """
    told: Callable[[int, int], None] = partial(progress, "write")
    memory = _recalled(folder) if cache.path is not None else None
    # What no build asks for any more is dropped where everything is built: now and then that has to be.
    if memory is not None and cache.room <= _GROWTH * memory.room + _SPARE:
        former = parquet.Former(folder)
        with suppress(ForgottenError):
            change, report = updating.update(
                memory, given, options, cache, partial(_leading_to, former), progress, pool, lambda: former.tables
            )
            also = partial(_set_down, memory, report, folder)
            about = _about(report, options)
            done = writing.update(change, folder, about, told, options.workers, tables=former, also=also)
            if done is not None:
                return _kept(Outcome(done[0], report, done[1], is_new=True), folder, cache)
    before = diff.outline(folder)
    memory = Memory.of(given, options)
    graph, report = building.build(paths, options, progress, cache, given, memory, pool)
    changes = diff.summary(before, diff.outline_of(graph)) if before is not None else None
    remember = cache.path is not None
    manifest = writing.write(graph, folder, _about(report, options), told, options.workers, remember=remember)
    cache.tidy()
    memory.room = cache.room
    if remember:
        _set_down(memory, report, folder)
    return _kept(Outcome(manifest, report, changes, is_new=True), folder, cache)


def _leading_to(former: parquet.Former, ends: set[Iri]) -> set[Iri]:
    """The nodes of the former graph from which an edge leads to one of these."""
    if former.tables is None:
        raise ForgottenError
    return diff.sources_of_edges(former.tables[1], ends)


def _about(report: Report, options: Options) -> dict[str, Any]:
    """What the manifest says of how the graph was made."""
    return {
        "notes": report.notes,
        "documents": report.documents,
        "options": {"base": options.base, "model": options.model, "min_confidence": options.min_confidence},
        "built_from": report.built_from,
        "resolution": report.resolution,
    }


def _set_down(memory: Memory, report: Report, folder: Path) -> None:
    """Write down what a build remembers, under a name that nobody reads before the exports are in their places."""
    if not report.built_from:  # the next build shall try again
        return
    fresh = folder / folders.STATE / FRESH
    data = memory.pack()
    try:
        with fresh.open("wb") as file:
            file.writelines((_binding(report.built_from, data), data))
    except OSError:  # the next build works it out
        with suppress(OSError):
            fresh.unlink()


def _kept(outcome: Outcome, folder: Path, cache: Cache) -> Outcome:
    """Keep what the next build can use."""
    report = outcome.report
    if report.built_from and cache.path is not None:
        with suppress(OSError):
            (folder / folders.STATE / FRESH).replace(folder / folders.STATE / MEMORY)
        kept = report.documents, report.problems, report.keys, report.notes
        cache.store([(key_of(report.built_from), packing.pack(kept))])
    return outcome


def _recalled(folder: Path) -> Memory | None:
    """What the build that made the exports remembered, if it is whole, of these exports and of this program."""
    with suppress(OSError, ExportError, ForgottenError):
        with (folder / folders.STATE / MEMORY).open("rb") as file:
            binding, packed = file.read(_BINDING), file.read()
        if binding == _binding(folders.read_manifest(folder).get("built_from", ""), packed):
            return Memory.unpack(packed)
    return None


def _binding(built_from: str, data: bytes) -> bytes:
    return fingerprint.of(fingerprint.program(), built_from, data)
