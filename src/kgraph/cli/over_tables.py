"""``kgraph build`` over tables: what does not fit in memory, on this machine or a cluster."""

import json
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape

from kgraph.cli import report as reports
from kgraph.cli.interruption import interruptible
from kgraph.errors import MissingExtraError, UsageError
from kgraph.options import Options

IN_MEMORY = 20_000
"""Files up to which a build holds everything in memory: within 4 GB, as docs/scale.md measures it."""


def why(count: int, engine: str, most: int) -> str:
    """Why a build of so many files goes over tables; empty where memory is the place for it."""
    if engine != "local":
        return f"as --engine {engine} says"
    return f"{count:,} files are more than --in-memory {most}" if count > most else ""


def run(
    paths: list[str],
    exports: Path,
    engine: str,
    options: Options,
    reason: str,
    *,
    anew: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Build, and say what came of it.

    Raises:
        UsageError: if what this needs is not installed, though nobody asked for an engine.
    """
    from kgraph.engines import outputs  # noqa: PLC0415 - a build in memory does without

    shown = Console(stderr=True)
    shown.print(f"[dim]building over tables, in parts: {escape(reason)}[/dim]")

    def tell(stage: str, tasks: int) -> None:
        if shown.is_terminal:
            shown.print(f"[dim]{stage.replace('_', ' ')}: {tasks:,} tasks done[/dim]")

    try:
        with interruptible("what was there is as it was, and the next build goes on from here"):
            manifest, report = outputs.build(paths, exports, engine, options, tell=tell, anew=anew)
    except MissingExtraError as error:
        if engine != "local":
            raise
        raise UsageError(
            f"{reason}, so they are built over tables, for which {error}; "
            "or give --in-memory a larger number, if this machine has the memory"
        ) from None
    if as_json:
        typer.echo(json.dumps(manifest | reports.plain(report), indent=1, ensure_ascii=False))
    else:
        out = Console()
        reports.say(out, report)
        nodes, edges = sum(manifest["nodes"].values()), sum(manifest["edges"].values())
        out.print(
            f"[b]{report.documents:,}[/b] documents, [b]{nodes:,}[/b] nodes, [b]{edges:,}[/b] edges, "
            f"{len(report.problems):,} problems → [b]{escape(str(exports))}[/b]"
        )
    if strict and (report.problems or report.unknown_keys):
        raise typer.Exit(1)
