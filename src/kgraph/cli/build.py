"""``kgraph build``: a folder of documents to a folder of exports."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from kgraph import folders, identity, ontology
from kgraph.cli import over_tables
from kgraph.cli import report as reports
from kgraph.cli.interruption import interruptible
from kgraph.errors import UsageError
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from kgraph.report import Outcome
from kgraph.resolution import decisions
from kgraph.sources import find

_STAGES = {
    "read": "Reading documents",
    "extract": "Reading their words",
    "resolve": "Bringing names together",
    "write": "Writing exports",
}


def command(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Folders, files or patterns to read.", show_default=False)
    ],
    exports: Annotated[Path, typer.Option("--out", "-o", metavar="EXPORTS", help="Where to write.")] = Path("exports"),
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where there is a problem or an unknown key.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing: build again and compare with the exports, byte by byte.")
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The spaCy model; 'rules' for none.", show_default="the best installed"),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out what a text says with less confidence.")
    ] = 0.5,
    resolution: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Your decisions about names: same, different, type, alias.", show_default=False
        ),
    ] = None,
    base_iri: Annotated[
        str, typer.Option("--base-iri", metavar="IRI", help="What the things' IRIs begin with.")
    ] = identity.BASE,
    licence: Annotated[
        str,
        typer.Option(
            "--license", metavar="IRI", help="Under which licence the dataset is passed on.", show_default=False
        ),
    ] = "",
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Build from nothing: use nothing that earlier builds found.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="How many processes read.", show_default="one for each processor"),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(metavar="local|spark[:MASTER]", help="What builds: this machine, or Apache Spark, over tables."),
    ] = "local",
    in_memory: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            help="Up to how many files the local engine holds everything in memory. What is more is built over tables, "
            "which spill to the disk, and written in parts: partitioned Parquet and N-Quads.",
        ),
    ] = over_tables.IN_MEMORY,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Build the graph of a folder of documents and write it in every format.

    Reads Markdown with YAML front matter, YAML data files and plain-text reports, by content and not by name.

    Writes graph.ttl, graph.nq, graph.jsonld, graph.graphml, nodes.parquet, edges.parquet, graph.html and
    manifest.json: all of them or, where something goes wrong, none. A corpus too large for memory is built over tables
    and written in parts instead.

    [dim]kgraph build seeds/ -o exports/[/dim]
    """
    shown = Console(stderr=True)
    decided = decisions.read(resolution) if resolution else decisions.NONE
    options = Options(
        base=base_iri,
        model=model,
        min_confidence=min_confidence,
        decisions=decided,
        license=licence,
        workers=workers,
    )
    found = find(sources)
    if reason := over_tables.why(len(found[0]), engine, in_memory):
        if check:
            raise UsageError(f"--check compares with a build in memory, and this one goes over tables: {reason}")
        over_tables.run(sources, exports, engine, options, reason, anew=no_cache, strict=strict, as_json=as_json)
        return
    with (
        interruptible("the exports are as they were, and what was read is kept for the next build"),
        Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=shown,
            disable=not shown.is_terminal,
            transient=True,
            auto_refresh=False,  # no thread beside us: worker processes are forked
        ) as progress,
    ):
        tasks: dict[str, Any] = {}
        refreshed = 0.0

        def tell(stage: str, done: int, total: int) -> None:
            nonlocal refreshed
            if stage not in tasks:
                tasks[stage] = progress.add_task(_STAGES.get(stage, stage), total=total)
            progress.update(tasks[stage], completed=done, total=total)
            if (now := time.monotonic()) - refreshed > 0.1 or done == total:
                refreshed = now
                progress.refresh()

        if check:
            # Loaded only here: a build that finds nothing new ends before that.
            from kgraph import building, writing  # noqa: PLC0415

            graph, report = building.build(sources, options, tell)
            about = {"notes": report.notes, "documents": report.documents}
            differing = writing.compare(graph, exports, about)
        else:
            outcome = rebuild(
                sources,
                exports,
                options,
                found=found,
                progress=tell,
                waiting=lambda: shown.print(f"another build into {escape(str(exports))} is under way: waiting for it"),
                use_cache=not no_cache,
            )
    if check:
        _say_check(differing, exports, as_json)
        raise typer.Exit(1 if differing else 0)
    if outcome.is_new:
        folders.remove_parts(exports)
    for notice in outcome.notices:
        shown.print(f"[yellow]kgraph:[/yellow] {escape(notice)}")
    if as_json:
        typer.echo(json.dumps(_summary(outcome), indent=1, ensure_ascii=False))
    else:
        _say(Console(), outcome, exports)
    report = outcome.report
    if strict and (report.problems or report.unknown_keys):
        raise typer.Exit(1)


def _summary(outcome: Outcome) -> dict[str, Any]:
    report, manifest = outcome.report, outcome.manifest
    return {
        **reports.plain(report),
        "nodes": manifest["nodes"],
        "edges": manifest["edges"],
        "artefacts": manifest["artefacts"],
        "written": outcome.is_new,
        "changes": outcome.changes,
    }


def _say(out: Console, outcome: Outcome, exports: Path) -> None:
    report, nodes, edges = outcome.report, outcome.manifest["nodes"], outcome.manifest["edges"]
    out.print(_counts(nodes, edges))
    reports.say(out, report)
    say_changes(out, outcome)
    out.print(
        f"[b]{report.documents:,}[/b] documents, [b]{sum(nodes.values()):,}[/b] nodes, "
        f"[b]{sum(edges.values()):,}[/b] edges, {len(report.problems):,} problems, "
        f"{len(report.unknown_keys):,} unknown keys → [b]{escape(str(exports))}[/b]"
    )


def say_changes(out: Console, outcome: Outcome) -> None:
    """Print what came and went since the exports before."""
    if not outcome.is_new:
        out.print("nothing changed since the exports were written")
    for how, found in (outcome.changes or {}).items():
        parts = [
            f"{count:,} {ontology.label(name)}"
            for kind in ("node", "edge")
            for name, count in sorted(found[kind].items(), key=_by_count)
        ]
        if parts:
            out.print(f"{how}: {', '.join(parts)}")


def _counts(nodes: Mapping[str, int], edges: Mapping[str, int]) -> Table:
    table = Table("nodes", "", "edges", "", box=None, pad_edge=False)
    left = [(ontology.label(name), f"{count:,}") for name, count in sorted(nodes.items(), key=_by_count)]
    right = [(ontology.label(name), f"{count:,}") for name, count in sorted(edges.items(), key=_by_count)]
    for row in range(max(len(left), len(right))):
        table.add_row(*(left[row] if row < len(left) else ("", "")), *(right[row] if row < len(right) else ("", "")))
    return table


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _say_check(differing: list[str], exports: Path, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"differing": differing}))
    elif differing:
        Console().print(f"[red]not the same:[/red] {', '.join(differing)} in {escape(str(exports))}")
    else:
        Console().print(f"the same bytes: a rebuild equals {escape(str(exports))}")
