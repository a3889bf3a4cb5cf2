"""``kgraph markets``: market figures with their sentences, and whether their arithmetic holds."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph import ontology
from kgraph.cli import tables
from kgraph.cli.terminal import console, inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.analysis.figures import Contradiction, Figure
    from kgraph.analysis.forecasts import Forecast


def command(
    exports: tables.Exports = Path("exports"),
    market: Annotated[
        str, typer.Option("--market", "-m", metavar="TEXT", help="Only markets with this in their name.")
    ] = "",
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="How many of each kind to print.")] = 50,
    as_json: tables.Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the figures as CSV.")] = False,
) -> None:
    """Show the market figures with the sentences that say them.

    Checks each forecast: do its start, its end and its years make the growth rate that it states? And shows where
    sources contradict each other: one market, year and measure, but different values.

    [dim]kgraph markets exports/ --market "smart healthcare"[/dim]
    """
    from kgraph.analysis.figures import contradictions, figures  # noqa: PLC0415 - loaded by what computes
    from kgraph.analysis.forecasts import forecasts  # noqa: PLC0415

    tables.one_format(as_json, as_csv)
    found = figures(tables.load(exports), market)
    checked, contrary = forecasts(found), contradictions(found)
    if as_json:
        said = [
            {**record, "arithmetic": row.arithmetic} for record, row in zip(checked.records(), checked, strict=True)
        ]
        tables.print_json({"figures": found.records(), "forecasts": said, "contradictions": contrary.records()})
    elif as_csv:
        tables.print_csv(found.csv())
    elif not found:
        console().print(inert("no market figures" + (f" of {market!r}" if market else "")))
    else:
        _say_forecasts(checked[:number])
        _say_contradictions(contrary[:number])
        _say_figures(found[:number])
        shown = f"{number:,} of them shown: --number, --market, --json" if len(found) > number else ""
        counted = f"{len(found):,} figures, {len(checked):,} forecasts, {len(contrary):,} contradictions"
        console().print(inert(", ".join(filter(None, (counted, shown))), "dim"))


def _say_forecasts(rows: "Iterable[Forecast]") -> None:
    out = console()
    for row in rows:
        out.print(inert(_name(row.market, row.subject, row.region), "bold"))
        out.print(inert(f"  {row.arithmetic}", "" if row.verdict != "does not fit" else "yellow"), soft_wrap=True)
        for sentence in dict.fromkeys(filter(None, (row.sentence, row.stated_sentence))):
            out.print(inert(f"  “{sentence}”", "dim"), soft_wrap=True)
        out.print()


def _say_contradictions(rows: "Iterable[Contradiction]") -> None:
    from kgraph.analysis.forecasts import amounts  # noqa: PLC0415

    out = console()
    for row in rows:
        what = f"{ontology.label(row.measure)} {row.period}: the sources contradict each other"
        out.print(inert(_name(row.market, row.subject, row.region), "bold"), inert(what))
        for value, sentence, source in zip(row.values, row.sentences, row.sources, strict=True):
            out.print(
                inert(f"  {amounts(row.unit, value)[0]}"), inert(f"“{sentence}” ({source})", "dim"), soft_wrap=True
            )
        out.print()


def _say_figures(rows: "Iterable[Figure]") -> None:
    """The figures of each market, with the sentences below: one sentence often says several."""
    from kgraph.analysis.forecasts import amounts  # noqa: PLC0415

    out = console()
    columns = {"measure": "left", "value": "right", "when": "left", "where": "left", "whose": "left", "": "left"}
    for name, group in groupby(rows, key=lambda row: row.market or row.subject):
        those = list(group)
        places = {sentence: f"[{place}]" for place, sentence in enumerate(dict.fromkeys(r.sentence for r in those), 1)}
        cells = [
            (
                ontology.label(row.measure) + (", forecast" if row.is_forecast else ""),
                amounts(row.unit, row.value)[0],
                row.period,
                row.region,
                row.subject if row.market else "",
                places[row.sentence],
            )
            for row in those
        ]
        tables.draw(name, columns, cells)
        for sentence, place in places.items():
            out.print(inert(f"{place} “{sentence}”", "dim"), soft_wrap=True)
        out.print()


def _name(market: str, subject: str, region: str) -> str:
    return " · ".join(filter(None, (market, subject, region)))
