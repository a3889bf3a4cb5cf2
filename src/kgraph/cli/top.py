"""``kgraph top``: what matters most in the graph."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli import tables


def command(
    exports: tables.Exports = Path("exports"),
    kinds: Annotated[
        list[str] | None, typer.Option("--type", "-t", metavar="CLASS", help="Only things of a class, such as Company.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="MEASURE", help="pagerank, betweenness, core, degree or stories.")
    ] = "pagerank",
    on: Annotated[
        str, typer.Option(metavar="VIEW", help="all, companies, related, products, providers or topics.")
    ] = "all",
    number: tables.Number = 20,
    as_json: tables.Json = False,
    as_csv: tables.Csv = False,
) -> None:
    """Show what matters most: companies, products, articles, topics, ranked by a measure on a view of the graph.

    A view weighs a tie by the independent stories that tell of it, so that reprints count once.

    [dim]kgraph top exports/ --type Company --by betweenness --on companies[/dim]
    """
    from kgraph.analysis.ranking import ranking  # noqa: PLC0415 - what computes is loaded by what computes

    tables.one_format(as_json, as_csv)
    graph = tables.load(exports)
    found = ranking(graph, tables.known_kinds(kinds or ()), by=by, on=on)
    rows = found.rows[:number]
    if as_json:
        tables.print_json({"method": found.method, "rows": rows.records()})
    elif as_csv:
        tables.print_csv(rows.csv())
    else:
        columns = {"": "right", "thing": "wrap", "type": "left", "stories": "right"}
        cells: list[tuple[object, ...]] = [(row.rank, row.thing, row.type, row.stories) for row in rows]
        if by != "stories":
            columns[by] = "right"
            cells = [(*cell, row.score) for cell, row in zip(cells, rows, strict=True)]
        tables.draw("What matters most", columns, cells, f"{found.method}; {len(found.rows):,} ranked")
