"""``kgraph stats``: the exports in numbers."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kgraph import ontology
from kgraph.cli.terminal import console, inert
from kgraph.loading import load
from kgraph.stats import Stats, stats


def command(
    exports: Annotated[Path, typer.Argument(metavar="EXPORTS", help="What kgraph build wrote.")] = Path("exports"),
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as JSON.")] = False,
) -> int:
    """Show how much of what the graph holds, and how much of it rests on words.

    [dim]kgraph stats exports/ --json[/dim]
    """
    found = stats(load(exports))
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=1, ensure_ascii=False))
    else:
        _show(found)
    return 0


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
