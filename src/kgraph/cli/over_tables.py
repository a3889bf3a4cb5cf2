"""``kgraph build --engine``: a build over tables, on this machine or a cluster."""

import json
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape

from kgraph.building import Options
from kgraph.cli.interruption import interruptible
from kgraph.engines import outputs

_SHOWN = 20


def run(sources: list[str], exports: Path, engine: str, options: Options, *, strict: bool, as_json: bool) -> None:
    """Build, and say what came of it."""
    shown = Console(stderr=True)

    def tell(stage: str, tasks: int) -> None:
        if shown.is_terminal:
            shown.print(f"[dim]{stage.replace('_', ' ')}: {tasks:,} tasks done[/dim]")

    with interruptible("what was there is as it was, and the next build goes on from here"):
        manifest, report = outputs.build(sources, exports, engine, options, tell=tell)
    if as_json:
        problems = [problem._asdict() for problem in report.problems]
        keys = [{"key": e.key, "occurrences": e.occurrences, "example": e.example} for e in report.unknown_keys]
        typer.echo(json.dumps(manifest | {"problems": problems, "unknown_keys": keys}, indent=1, ensure_ascii=False))
    else:
        for problem in report.problems[:_SHOWN]:
            shown.print(escape(" ".join(filter(None, (f"{problem.path}:", problem.place, problem.reason)))))
        if len(report.problems) > _SHOWN:
            shown.print(f"… and {len(report.problems) - _SHOWN:,} more problems: manifest.json lists all of them")
        nodes, edges = sum(manifest["nodes"].values()), sum(manifest["edges"].values())
        Console().print(
            f"[b]{report.documents:,}[/b] documents, [b]{nodes:,}[/b] nodes, [b]{edges:,}[/b] edges, "
            f"{len(report.problems):,} problems → [b]{escape(str(exports))}[/b]"
        )
    if strict and (report.problems or report.unknown_keys):
        raise typer.Exit(1)
