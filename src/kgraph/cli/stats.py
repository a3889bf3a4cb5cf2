"""``kgraph stats``: the exports in numbers."""

import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kgraph import ontology
from kgraph.cli.scheme_stats import as_rows, as_tree, scheme_branches
from kgraph.cli.terminal import console, inert
from kgraph.errors import UsageError
from kgraph.loading import load
from kgraph.silence import Silence, of_graph
from kgraph.stats import Stats, stats

_SHOWN = 40


def command(
    exports: Annotated[Path, typer.Argument(metavar="EXPORTS", help="What kgraph build wrote.")] = Path("exports"),
    scheme: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="How often each branch of a concept scheme is used: mesh, a label."),
    ] = None,
    silent: Annotated[
        bool, typer.Option("--silent", help="List the sentences that name two known things and gave no statement.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the counts as CSV: what, name, count.")] = False,
) -> None:
    """Show how much of what the graph holds, and how much of it rests on words.

    [dim]kgraph stats exports/ --json[/dim]
    """
    if as_json and as_csv:
        raise UsageError("choose one of --json and --csv")
    graph = load(exports)
    if as_csv:
        _write_rows(stats(graph))
    elif scheme is not None:
        branches = scheme_branches(graph, scheme)
        if not branches:
            raise UsageError(f"no concept of a scheme {scheme!r} is used in {exports}")
        if as_json:
            typer.echo(json.dumps(as_rows(branches), indent=1, ensure_ascii=False))
        else:
            console().print(as_tree(branches, scheme))
    elif silent:
        _show_silence(of_graph(graph), as_json)
    elif as_json:
        typer.echo(json.dumps(asdict(stats(graph)), indent=1, ensure_ascii=False))
    else:
        _show(stats(graph))


def _write_rows(found: Stats) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("what", "name", "count"))
    for what, counts in asdict(found).items():
        if isinstance(counts, dict):
            writer.writerows((what, name, count) for name, count in counts.items())
        else:
            writer.writerow((what, "", counts))


def _show_silence(silences: list[Silence], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([each._asdict() for each in silences], indent=1, ensure_ascii=False))
        return
    table = Table("articles", "names", "sentence", show_lines=True)
    for each in silences[:_SHOWN]:
        table.add_row(str(len(each.articles)), inert(", ".join(each.names)), inert(" ".join(each.exact.split())))
    out = console()
    out.print(table)
    out.print(f"{len(silences):,} sentences name two known things and gave no statement")


def _show(found: Stats) -> None:
    out = console()
    left = list(found.nodes_by_type.items())
    right = list(found.edges_by_predicate.items())
    table = Table("nodes", "", "edges", "", box=None, pad_edge=False)
    for row in range(max(len(left), len(right))):
        cells = []
        for column in (left, right):
            name, count = column[row] if row < len(column) else ("", None)
            cells += [inert(ontology.label(name) if name else ""), inert("" if count is None else f"{count:,}")]
        table.add_row(*cells)
    out.print(table)
    out.print()
    if found.first_published:
        out.print(f"published {found.first_published} to {found.last_published}")
    for name, count in found.claims_by_extractor.items():
        out.print(inert(f"{count:,} claims by {name}"))
    out.print(
        f"{found.edges_with_claims:,} edges rest on claims, {found.multiple_support:,} on several independent stories"
    )
    out.print(
        f"{found.components:,} unconnected parts, {found.largest_component:,} nodes in the largest, "
        f"{found.isolated:,} nodes alone"
    )
    out.print(f"{found.documents:,} documents, {found.nodes:,} nodes, {found.edges:,} edges, {found.claims:,} claims")
