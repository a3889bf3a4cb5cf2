"""``kgraph build``: a folder of documents to a folder of exports."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from kgraph import identity, ontology, writing
from kgraph.building import Options, Report, build
from kgraph.graph import Graph

_SHOWN = 20
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
    base_iri: Annotated[
        str, typer.Option("--base-iri", metavar="IRI", help="What the things' IRIs begin with.")
    ] = identity.BASE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Build the graph of a folder of documents and write it in every format.

    Reads Markdown with YAML front matter, YAML data files and plain-text reports, by content and not by name.

    Writes graph.ttl, graph.nq, graph.jsonld, graph.graphml, nodes.parquet, edges.parquet, graph.html and
    manifest.json: all of them or, where something goes wrong, none.

    [dim]kgraph build seeds/ -o exports/[/dim]
    """
    shown = Console(stderr=True)
    options = Options(base=base_iri, model=model, min_confidence=min_confidence)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=shown,
        disable=not shown.is_terminal,
        transient=True,
    ) as progress:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(_STAGES.get(stage, stage), total=total)
            progress.update(tasks[stage], completed=done, total=total)

        graph, report = build(sources, options, tell)
        about = {
            "notes": report.notes,
            "documents": report.documents,
            "options": {"base": base_iri, "model": model, "min_confidence": min_confidence},
        }
        if check:
            differing = writing.compare(graph, exports, about)
        else:
            manifest = writing.write(graph, exports, about, lambda done, total: tell("write", done, total))
    if check:
        _say_check(differing, exports, as_json)
        raise typer.Exit(1 if differing else 0)
    if as_json:
        typer.echo(json.dumps(_summary(report, manifest), indent=1, ensure_ascii=False))
    else:
        _say(Console(), graph, report, exports)
    if strict and (report.problems or report.unknown_keys):
        raise typer.Exit(1)


def _summary(report: Report, manifest: dict[str, Any]) -> dict[str, Any]:
    return {
        "documents": report.documents,
        "nodes": manifest["nodes"],
        "edges": manifest["edges"],
        "notes": report.notes,
        "problems": [problem._asdict() for problem in report.problems],
        "unknown_keys": [
            {"key": entry.key, "occurrences": entry.occurrences, "example": entry.example}
            for entry in report.unknown_keys
        ],
        "artefacts": manifest["artefacts"],
    }


def _say(out: Console, graph: Graph, report: Report, exports: Path) -> None:
    out.print(_counts(graph))
    for name, value in report.notes.items():
        out.print(f"[dim]{escape(name)}: {escape(value)}[/dim]")
    if report.unknown_keys:
        table = Table("key", "times", "for example in", title="Front-matter keys that nothing accounts for")
        for entry in report.unknown_keys[:_SHOWN]:
            table.add_row(escape(entry.key), f"{entry.occurrences:,}", escape(entry.example))
        out.print(table)
        _more(out, len(report.unknown_keys), "keys")
    if report.problems:
        table = Table("file", "where", "what", title="Problems")
        for problem in report.problems[:_SHOWN]:
            table.add_row(escape(problem.path), escape(problem.place), escape(problem.reason))
        out.print(table)
        _more(out, len(report.problems), "problems")
    out.print(
        f"[b]{report.documents:,}[/b] documents, [b]{graph.number_of_nodes():,}[/b] nodes, "
        f"[b]{graph.number_of_edges():,}[/b] edges, {len(report.problems):,} problems, "
        f"{len(report.unknown_keys):,} unknown keys → [b]{escape(str(exports))}[/b]"
    )


def _more(out: Console, count: int, what: str) -> None:
    if count > _SHOWN:
        out.print(f"… and {count - _SHOWN:,} more {what}: [cyan]kgraph build --json[/cyan] lists all of them")


def _counts(graph: Graph) -> Table:
    nodes: dict[str, int] = {}
    edges: dict[str, int] = {}
    for _, held in graph.nodes(data=True):
        nodes[held["type"]] = nodes.get(held["type"], 0) + 1
    for _, _, held in graph.edges(data=True):
        edges[held["label"]] = edges.get(held["label"], 0) + 1
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
