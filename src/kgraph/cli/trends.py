"""``kgraph trends``: what is rising and what is falling."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli import tables

_DAY = "%Y-%m-%d"


def command(
    exports: tables.Exports = Path("exports"),
    kinds: Annotated[
        list[str] | None, typer.Option("--type", "-t", metavar="CLASS", help="Only things of a class, such as Product.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=[_DAY], help="First day of the recent period.", show_default="the last quarter of stories"
        ),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=[_DAY], help="Its last day.", show_default="the last story's")
    ] = None,
    before: Annotated[
        datetime | None,
        typer.Option(formats=[_DAY], help="First day of the earlier period.", show_default="the first story's"),
    ] = None,
    number: tables.Number = 15,
    as_json: tables.Json = False,
    as_csv: tables.Csv = False,
) -> None:
    """Show what is told of more often than before, and what less.

    Compares a thing's share of the independent stories in a recent period with its share before. The interval is the
    exact 95 % interval of the ratio; rising and falling are only those that stay significant after correction for
    having looked at many (false discovery rate 5 %).

    [dim]kgraph trends exports/ --type Product --since 2021-01-01[/dim]
    """
    from kgraph.analysis.stories import story_days  # noqa: PLC0415 - what computes is loaded by what computes
    from kgraph.analysis.trends import THINGS, Trend, periods, trends  # noqa: PLC0415

    tables.one_format(as_json, as_csv)
    graph = tables.load(exports)
    first, last, start = (moment.date() if moment else None for moment in (since, until, before))
    span = periods(story_days(graph).values(), since=first, until=last, before=start)
    found = trends(graph, tables.known_kinds(kinds or THINGS), since=first, until=last, before=start)
    rising = [row for row in found if row.direction == "rising"]
    falling = [row for row in found if row.direction == "falling"]
    if as_json:
        about = {name: day.isoformat() for name, day in span._asdict().items()}
        tables.print_json({"periods": about, "rows": found.records()})
        return
    if as_csv:
        tables.print_csv(found.csv())
        return
    columns = {"": "left", "thing": "wrap", "type": "left", "earlier": "right", "recent": "right", "ratio": "right"}
    columns |= {"95 % interval": "right", "q": "right"}

    def cells(rows: list[Trend], sign: str) -> list[tuple[object, ...]]:
        return [
            (
                *(sign, row.thing, row.type, row.earlier, row.recent, tables.shown(round(row.ratio, 2))),
                f"{tables.shown(round(row.low, 2))} to {tables.shown(round(row.high, 2))}",
                f"{row.q:.2g}",
            )
            for row in rows[:number]
        ]

    note = f"{len(rising):,} rising, {len(falling):,} falling, {len(found) - len(rising) - len(falling):,} steady"
    if not rising and not falling:
        note += ": no difference is larger than chance makes it"
    title = f"{span.before} to {span.since} against {span.since} to {span.until}"
    tables.draw(title, columns, cells(rising, "↑") + cells(falling, "↓"), note)
