"""``kgraph diff``: what came, went and changed between two exports."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kgraph import diff, ontology
from kgraph.loading import load

_SHOWN = 40


class Format(StrEnum):
    """How the differences are written."""

    TABLE = "table"
    JSON = "json"
    PATCH = "patch"


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A folder of exports.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.", show_default=False)],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="A table, JSON, or N-Quads to delete (D) and to add (A).")
    ] = Format.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Say what came, went and changed from one build to another, and which documents caused it.

    Exit codes: 0 the same or not, 1 exports that cannot be read.

    [dim]kgraph diff exports-of-may/ exports/[/dim]
    """
    before, after = load(old), load(new)
    if form is Format.PATCH and not as_json:
        for line in diff.patch(before, after):
            typer.echo(line)
        return
    changes = diff.compare(before, after)
    documents = sorted(diff.documents_between(before, after))
    if as_json or form is Format.JSON:
        said = {
            "summary": diff.count(changes),
            "documents": documents,
            "changes": [each._asdict() for each in changes],
        }
        typer.echo(json.dumps(said, indent=1, ensure_ascii=False))
        return
    _say(Console(), changes, documents)


def _say(out: Console, changes: list[diff.Change], documents: list[str]) -> None:
    if not changes:
        out.print("the same graph")
        return
    counted = Table("", "", "type", "how many", box=None, pad_edge=False)
    for how, by in diff.count(changes).items():
        for what, types in by.items():
            for name, number in sorted(types.items(), key=lambda pair: (-pair[1], pair[0])):
                counted.add_row(how, what, escape(ontology.label(name)), f"{number:,}")
    table = Table("", "what", "name", "because of")
    for each in changes[:_SHOWN]:
        caused = ", ".join(each.documents[:2]) + (" …" if len(each.documents) > 2 else "")
        table.add_row(each.how, escape(ontology.label(each.type)), escape(each.label), escape(caused))
    out.print(table)
    if len(changes) > _SHOWN:
        out.print(f"… and {len(changes) - _SHOWN:,} more: [cyan]--format json[/cyan] lists all of them")
    out.print(counted)
    out.print(f"{len(changes):,} changes, caused by {len(documents):,} documents")
