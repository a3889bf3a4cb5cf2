"""A build over tables into a folder: whole, or as it was before; and gone on with where one was interrupted."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph import fingerprint, folders, sources
from kgraph.engines import open_engine, pipeline
from kgraph.engines.guarded import Limits
from kgraph.engines.plan import Plan
from kgraph.errors import ExportError, UsageError
from kgraph.given import settings
from kgraph.options import Options
from kgraph.report import Report, notes
from kgraph.version import __version__

WORK = "tables"


@dataclass(frozen=True, slots=True)
class Scale:
    """How a build over tables is divided and bounded."""

    split_size: int = 250
    """Documents, or texts, that a task is given at once."""
    memory: str = "2GB"
    """What set operations may hold on this machine before they spill to the disk; Spark has settings of its own."""
    limits: Limits = field(default_factory=Limits)


def build(
    paths: Sequence[str | os.PathLike[str]],
    folder: Path,
    engine: str,
    options: Options | None = None,
    scale: Scale | None = None,
    tell: Callable[[str, int], None] = lambda *_: None,
    *,
    anew: bool = False,
) -> tuple[dict[str, Any], Report]:
    """Build the graph of some sources as tables, with an engine.

    The statements are those of :func:`kgraph.building.build`. What a build that was interrupted had finished is used
    again, if the sources, the options and the program are the same.

    Args:
        paths: what to read.
        folder: for the outputs; every worker of the engine must see it under this name.
        engine: ``local``, ``spark`` or ``spark:MASTER``.
        options: how to build.
        scale: how to divide the work.
        tell: is told the name of each stage that is done, and of how many tasks it was.
        anew: use nothing that an interrupted build had finished.

    Returns:
        The manifest and the report.

    Raises:
        UsageError: if there is nothing to read, no such engine, or the output cannot be where it shall.
        ExportError: if the outputs cannot be written.
    """
    options, scale = options or Options(), scale or Scale()
    if engine.startswith("spark") and not folder.is_absolute():
        raise UsageError(
            f"{folder} is a relative path, which each worker of Spark would take for a folder of its own: "
            "name the output from the root on, on a disk that all of them share"
        )
    folder = folder.absolute()
    files, problems = sources.find(paths)
    try:
        with folders.exclusive(folder):
            state = folder / folders.STATE / WORK
            work = state / _given(files, options, scale)
            for other in state.glob("*"):
                if other != work or anew:
                    shutil.rmtree(other, ignore_errors=True)
            work.mkdir(parents=True, exist_ok=True)
            opened = open_engine(engine, options.workers, scale.memory, work / "spilled")
            try:
                plan = Plan(opened, work, scale.limits, tell)
                found = pipeline.build(plan, files, options, work, scale.split_size)
                report = _report(found, problems, options)
                manifest = _publish(plan, folder, work, options, report)
            finally:
                opened.close()
            shutil.rmtree(state, ignore_errors=True)
    except OSError as error:
        raise ExportError(f"the exports cannot be written to {folder}: {error.strerror or error}") from error
    return manifest, report


def _given(files: Sequence[sources.SourceFile], options: Options, scale: Scale) -> str:
    """A name for all that the tables depend on; files by their size and time, which a cluster can ask quickly."""
    seen = hashlib.sha256()
    for file in files:
        status = file.location.stat()
        seen.update(f"{file.path}\0{file.location}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return fingerprint.of(fingerprint.program(), settings(options), repr(scale), seen.hexdigest()).hex()[:24]


def _report(found: pipeline.Findings, problems: list[Any], options: Options) -> Report:
    everything = sorted({*problems, *found.problems})
    return Report(found.documents, everything, found.keys, notes(options), "", found.resolution)


def _publish(plan: Plan, folder: Path, work: Path, options: Options, report: Report) -> dict[str, Any]:
    """Put the parts where they belong, the manifest last."""
    ready = work / "ready"
    shutil.rmtree(ready, ignore_errors=True)
    for name in folders.IN_PARTS:
        (ready / name).mkdir(parents=True)
        for number, file in enumerate(sorted(plan.files["graph_quads" if name == "nquads" else f"graph_{name}"])):
            _place(Path(file), ready / name / f"part-{number:06}{Path(file).suffix}")
    parts = {name: len(list((ready / name).iterdir())) for name in folders.IN_PARTS}
    manifest = {
        "kgraph": __version__,
        "base": options.base,
        **({"license": options.license} if options.license else {}),
        "documents": report.documents,
        "notes": report.notes,
        "nodes": dict(sorted(plan.fetch("select type, count(*) from graph_nodes group by type"))),
        "edges": dict(sorted(plan.fetch("select label, count(*) from graph_edges group by label"))),
        "parts": parts,
        "problems": [list(problem) for problem in report.problems],
        "resolution": report.resolution,
    }
    for name in folders.IN_PARTS:
        if (folder / name).exists() and not folders.holds_parts(folder / name):
            raise ExportError(f"{folder / name} holds what kgraph has not written: build into another folder")
    _remove_artefacts(folder)
    for name in folders.IN_PARTS:
        shutil.rmtree(folder / name, ignore_errors=True)
        (ready / name).rename(folder / name)
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / folders.MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def _remove_artefacts(folder: Path) -> None:
    """Remove the manifest, and the files that it names: those of a build in memory would say what was."""
    try:
        artefacts = folders.read_manifest(folder).get("artefacts", {})
    except ExportError:
        artefacts = {}
    (folder / folders.MANIFEST).unlink(missing_ok=True)
    for name in map(str, artefacts):
        if Path(name).name == name:
            (folder / name).unlink(missing_ok=True)


def _place(file: Path, target: Path) -> None:
    """Give a part its place, and leave it where it is as well: an interrupted build looks for it there."""
    try:
        os.link(file, target)
    except OSError:  # some network file systems have no links
        shutil.copyfile(file, target)
