"""``kgraph markets``: market figures with their sentences, and whether their arithmetic holds."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

import kgraph
from kgraph import ontology
from kgraph.cli import tables


def command(
    exports: tables.Exports = Path("exports"),
    market: Annotated[
        str, typer.Option("--market", "-m", metavar="TEXT", help="Only markets with this in their name.")
    ] = "",
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="How many rows of each table to print.")] = 50,
    as_json: tables.Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the figures as CSV.")] = False,
) -> None:
    """Show the market figures with the sentences that say them.

    Checks each forecast: do its start, its end and its years make the growth rate that it states? And shows where
    sources contradict each other: one market, year and measure, but different values.

    [dim]kgraph markets exports/ --market "smart healthcare"[/dim]
    """
    from kgraph.analysis.figures import contradictions, figures  # noqa: PLC0415 - loaded by what computes
    from kgraph.analysis.forecasts import amounts, forecasts, plain  # noqa: PLC0415

    tables.one_format(as_json, as_csv)
    found = figures(kgraph.load(exports), market)
    checked, contrary = forecasts(found), contradictions(found)
    if as_json:
        said = [
            {**record, "arithmetic": row.arithmetic} for record, row in zip(checked.records(), checked, strict=True)
        ]
        tables.print_json({"figures": found.records(), "forecasts": said, "contradictions": contrary.records()})
        return
    if as_csv:
        tables.print_csv(found.csv())
        return
    out = Console()
    if not found:
        out.print(
            "The graph has no market figures" + (f" of a market with {escape(market)!r} in its name" if market else "")
        )
        return
    rows = [
        (
            *(row.market or row.subject, ontology.label(row.measure), amounts(row.unit, row.value)[0], row.period),
            *(row.region, row.subject if row.market else "", "forecast" if row.is_forecast else "", row.sentence),
        )
        for row in found[:number]
    ]
    heads = {"market": "left", "measure": "left", "value": "right", "when": "left", "where": "left", "of": "left"}
    tables.draw(
        "Market figures", {**heads, " ": "left", "sentence": "wrap"}, rows, _more(len(found), number, "figures")
    )
    if checked:
        out.print("\nForecasts")
        for row in checked[:number]:
            name = " · ".join(filter(None, (row.market, row.subject, row.region)))
            out.print(f"[b]{escape(name)}[/b]: {escape(row.arithmetic)}", soft_wrap=True)
            for sentence in dict.fromkeys(filter(None, (row.sentence, row.stated_sentence))):
                out.print(f"  [dim]“{escape(sentence)}”[/dim]", soft_wrap=True)
    if contrary:
        out.print("\nContradictions")
        for each in contrary[:number]:
            name = " · ".join(filter(None, (each.market, each.subject, each.region)))
            said_of = f"{ontology.label(each.measure)} {each.period}"
            ratio = f", a ratio of {plain(round(each.high / each.low, 2))}" if each.ratio else ""
            out.print(f"[b]{escape(name)}[/b]: {escape(said_of)}{ratio}", soft_wrap=True)
            for value, sentence, source in zip(each.values, each.sentences, each.sources, strict=True):
                out.print(
                    f"  {escape(amounts(each.unit, value)[0])} [dim]“{escape(sentence)}” ({escape(source)})[/dim]",
                    soft_wrap=True,
                )


def _more(count: int, number: int, what: str) -> str:
    return f"{number:,} of {count:,} {what}: --number, --market, --json" if count > number else f"{count:,} {what}"
