"""A build into a folder of exports: nothing where nothing changed, and else no more than what changed."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from kgraph import building, diff, fingerprint, folders, packing, updating, writing
from kgraph.building import Given, Report
from kgraph.cache import Cache
from kgraph.collector import no_cyclic_collection
from kgraph.corpus import ForgottenError
from kgraph.deriving import Progress
from kgraph.errors import ExportError
from kgraph.options import Options
from kgraph.updating import Memory

CACHE, MEMORY = "cache.sqlite", "memory.bin"
_BINDING = 32
"""Bytes before what is remembered, which say of which exports it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build into a folder did."""

    manifest: dict[str, Any]
    report: Report
    changes: diff.Summary | None
    """What came and went; None where there were no exports before."""
    is_new: bool
    """Whether anything was written; else the exports that were there are those of the same input."""
    notices: tuple[str, ...] = ()
    """What the user should know of the cache."""


def rebuild(
    paths: Sequence[str | os.PathLike[str]],
    folder: Path,
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    waiting: Callable[[], None] = lambda: None,
    use_cache: bool = True,
) -> Outcome:
    """Build the graph of some sources into a folder of exports.

    The result is what a build from nothing would write, byte by byte; earlier builds into the folder save time.

    Args:
        paths: what to read.
        folder: of the exports.
        options: how.
        progress: is told how far the build is.
        waiting: is called where another build into the folder is under way; this one waits for it.
        use_cache: whether to use what earlier builds found.

    Raises:
        UsageError: if there is nothing to read.
        ExportError: if the folder cannot be written.
    """
    options = options or Options()
    try:
        with folders.exclusive(folder, waiting), no_cyclic_collection():
            folders.recover(folder)
            with Cache(folder / folders.STATE / CACHE if use_cache else None) as cache:
                given = building.look(paths)
                outcome = _unchanged(given, folder, options, cache) if use_cache else None
                if outcome is None:
                    outcome = _changed(paths, given, folder, options, progress or (lambda *_: None), cache)
                if cache.set_aside is not None:
                    notice = f"the cache was broken or not ours: set aside as {cache.set_aside.name}, begun anew"
                    outcome = replace(outcome, notices=(notice,))
            return outcome
    except OSError as error:
        raise ExportError(f"the exports cannot be written to {folder}: {error.strerror or error}") from error


def _unchanged(given: Given, folder: Path, options: Options, cache: Cache) -> Outcome | None:
    """What is there already, if it was made from the same input and is whole."""
    try:
        manifest = folders.read_manifest(folder)
    except ExportError:
        return None
    if not manifest.get("built_from"):
        return None
    origin = building.built_from(given, options)
    if manifest["built_from"] != origin:
        return None
    key = _report_key(origin)
    packed = cache.fetch([key]).get(key)
    if packed is None or not folders.is_current(folder, manifest, trust=True):
        return None
    with suppress(packing.UnpackError, TypeError, ValueError):
        documents, found, keys, notes = packing.unpack(packed)
        report = Report(documents, found, keys, notes, origin, manifest.get("resolution", {}))
        return Outcome(manifest, report, None, is_new=False)
    return None


def _changed(
    paths: Sequence[str | os.PathLike[str]],
    given: Given,
    folder: Path,
    options: Options,
    progress: Progress,
    cache: Cache,
) -> Outcome:
    told: Callable[[int, int], None] = partial(progress, "write")
    if cache.path is not None and (memory := _recalled(folder)) is not None:
        leading_to = partial(diff.sources_of_edges, folder)
        with suppress(ForgottenError):
            change, report = updating.update(memory, given, options, cache, leading_to, progress)
            done = writing.update(change, folder, _about(report, options), told, options.workers)
            if done is not None:
                return _kept(Outcome(done[0], report, done[1], is_new=True), memory, folder, cache)
    before = diff.outline(folder)
    memory = Memory.of(given, options)
    graph, report = building.build(paths, options, progress, cache, given, memory)
    changes = diff.summary(before, diff.outline_of(graph)) if before is not None else None
    remember = cache.path is not None
    manifest = writing.write(graph, folder, _about(report, options), told, options.workers, remember=remember)
    return _kept(Outcome(manifest, report, changes, is_new=True), memory, folder, cache)


def _about(report: Report, options: Options) -> dict[str, Any]:
    """What the manifest says of how the graph was made."""
    return {
        "notes": report.notes,
        "documents": report.documents,
        "options": {"base": options.base, "model": options.model, "min_confidence": options.min_confidence},
        "built_from": report.built_from,
        "resolution": report.resolution,
    }


def _kept(outcome: Outcome, memory: Memory, folder: Path, cache: Cache) -> Outcome:
    """Keep what the next build can use."""
    report = outcome.report
    if report.built_from and cache.path is not None:
        data = memory.pack()
        with suppress(OSError):  # the next build works it out
            (folder / folders.STATE / MEMORY).write_bytes(_binding(report.built_from, data) + data)
        kept = report.documents, report.problems, report.keys, report.notes
        cache.store([(_report_key(report.built_from), packing.pack(kept))])
    cache.tidy()
    return outcome


def _recalled(folder: Path) -> Memory | None:
    """What the build that made the exports remembered, if it is whole and of these exports."""
    with suppress(OSError, ExportError, ForgottenError):
        data = (folder / folders.STATE / MEMORY).read_bytes()
        binding, packed = data[:_BINDING], data[_BINDING:]
        if binding == _binding(folders.read_manifest(folder).get("built_from", ""), packed):
            return Memory.unpack(packed)
    return None


def _binding(built_from: str, data: bytes) -> bytes:
    return fingerprint.of(built_from, data)


def _report_key(built_from: str) -> bytes:
    return fingerprint.of("report", built_from)
