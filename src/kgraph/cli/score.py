"""``kgraph score``: how right a graph is, against a gold standard."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from kgraph import scoring
from kgraph.scoring.matching import Tally, ratios

WIDTH = 120
"""Of the table where it is not shown on a terminal."""


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Gold annotations, one text a line.")],
    on: Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="The folder that kgraph build wrote.")] = Path(
        "exports"
    ),
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="The annotated texts: a JSON sample or a folder of reports. [default: beside GOLD]"
        ),
    ] = None,
    errors: Annotated[int, typer.Option(metavar="N", help="Show what is wrong in up to N texts.")] = 0,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Least F1 by row; exit with 1 below any of them.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Score a graph: precision, recall and F1 by type and relation, with bootstrap intervals and the errors."""
    report = scoring.score_files(gold, on, texts)
    failures = report.below(scoring.read_floors(floors)) if floors else []
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    if as_json:
        console.print_json(json.dumps(report.plain() | {"below floors": failures}, ensure_ascii=False))
    else:
        console.print(_table(report))
        console.print(f"{report.items} texts; without an article: {', '.join(report.missing) or 'none'}")
        for line in _wrong(report, errors):
            console.print(line, markup=False, highlight=False)
        for sentence in failures:
            console.print(sentence, markup=False)
    if failures:
        raise typer.Exit(1)


def _table(report: scoring.Report) -> Table:
    table = Table()
    table.add_column("")
    for heading in ("gold", "right", "wrong", "missed", "ignored", "twice", "precision", "recall", "F1"):
        table.add_column(heading, justify="right")
    table.add_column("95 % of F1")
    for name, tally in report.rows.items():
        interval = report.intervals.get(name)
        table.add_row(
            name,
            *_cells(tally),
            f"{interval[0]:.3f}-{interval[1]:.3f}" if interval else "",
            style="bold" if name in scoring.OVERALL else None,
        )
    for kind, tally in report.evidence.items():
        share = ratios(tally)["precision"]
        table.add_row(
            f"evidence {kind}",
            "",
            str(tally.tp),
            str(tally.fp),
            "",
            "",
            "",
            "-" if share is None else f"{share:.3f}",
            "",
            "",
            "",
        )
    return table


def _cells(tally: Tally) -> list[str]:
    counts = (tally.tp + tally.fn, tally.tp, tally.fp, tally.fn, tally.ignored, tally.duplicates)
    return [*map(str, counts), *("-" if value is None else f"{value:.3f}" for value in ratios(tally).values())]


def _wrong(report: scoring.Report, limit: int) -> list[str]:
    lines = []
    for item, rows in list(report.errors.items())[:limit]:
        lines.append(item + (" (no article)" if item in report.missing else ""))
        for name, tally in rows.items():
            lines += [
                f"  {name:<17} {kind:<6} {' | '.join(names)}"
                for kind, names in (("false", tally.false), ("missed", tally.missed))
                if names
            ]
    return lines
