"""How the analysis commands take their exports and print their rows: for people, as JSON, or as CSV."""

import difflib
import gc
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Column
from rich.table import Table as Drawn

import kgraph
from kgraph import ontology
from kgraph.cli.terminal import console, inert
from kgraph.errors import UsageError
from kgraph.graph import Graph

Exports = Annotated[Path, typer.Argument(metavar="EXPORTS", help="What kgraph build wrote.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Number = Annotated[int, typer.Option("--number", "-n", min=1, help="How many rows to print.")]


def load(exports: Path) -> Graph:
    """The graph of some exports, for the one use that a command makes of it.

    What was loaded stays until the command ends: the cyclic garbage collector need not go through it.
    """
    graph = kgraph.load(exports)
    gc.freeze()
    return graph


def one_format(as_json: bool, as_csv: bool) -> None:
    """Refuse two formats at once.

    Raises:
        UsageError: if both are asked for.
    """
    if as_json and as_csv:
        raise UsageError("choose one of --json and --csv")


def known_kinds(kinds: Iterable[str]) -> list[str]:
    """The classes that are asked for.

    Raises:
        UsageError: if the ontology has no such class.
    """
    known = ontology.load().classes
    wanted = list(kinds)
    for kind in wanted:
        if kind not in known:
            near = difflib.get_close_matches(kind.title(), sorted(known), 1, 0.6)
            raise UsageError(f"there is no class {kind!r}" + (f": did you mean {near[0]}?" if near else ""))
    return wanted


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False))


def print_csv(text: str) -> None:
    """Print CSV as it is, whatever the platform's line ends."""
    sys.stdout.write(text)


def draw(title: str, columns: dict[str, str], rows: Iterable[Sequence[Any]], note: str = "") -> None:
    """Print a table for people; a column in which nothing stands is left out.

    Args:
        title: above it.
        columns: each one's heading, and how it stands: "left", "right", or "wrap" for text that may take several lines.
        rows: the cells; what is no string is shown by :func:`shown`.
        note: below it, dimmed.
    """
    out = console()
    cells = [[inert(shown(cell)) for cell in row] for row in rows]
    kept = [place for place in range(len(columns)) if not cells or any(row[place].plain for row in cells)]
    heads = [
        Column(heading, justify="right" if how == "right" else "left", no_wrap=how != "wrap")
        for place, (heading, how) in enumerate(columns.items())
        if place in kept
    ]
    table = Drawn(*heads, title=inert(title, "bold"), title_justify="left", box=None, pad_edge=False)
    for row in cells:
        table.add_row(*(row[place] for place in kept))
    out.print(table)
    if note:
        out.print(inert(note, "dim"))


def shown(cell: Any) -> str:
    """A cell for people: thousands apart, four digits of what is measured, nothing for what is absent."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return "∞" if cell == float("inf") else f"{cell:,.4g}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
