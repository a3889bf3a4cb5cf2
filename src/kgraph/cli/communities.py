"""``kgraph communities``: who belongs together."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli import tables
from kgraph.errors import UsageError


def command(
    exports: tables.Exports = Path("exports"),
    on: Annotated[
        str | None,
        typer.Option(
            metavar="VIEW",
            help="companies, related, products, providers, topics or all.",
            show_default="companies, or related where none are told of together",
        ),
    ] = None,
    method: Annotated[str, typer.Option(help="louvain, or leiden (with kgraph\\[fast]).")] = "louvain",
    resolution: Annotated[float, typer.Option(min=0.0, help="Above 1 for more and smaller communities.")] = 1.0,
    seed: Annotated[int, typer.Option(min=0, help="Of the order in which nodes are moved.")] = 0,
    smallest: Annotated[int, typer.Option(min=1, help="Leave out communities with fewer members.")] = 3,
    number: tables.Number = 15,
    as_json: tables.Json = False,
    as_csv: tables.Csv = False,
) -> None:
    """Show the communities of a view of the graph, with the names and topics that tell what each is.

    [dim]kgraph communities exports/ --on related[/dim]
    """
    from kgraph.analysis.communities import communities, partition  # noqa: PLC0415 - loaded by what computes
    from kgraph.analysis.views import VIEWS  # noqa: PLC0415

    tables.one_format(as_json, as_csv)
    if on is not None and on not in VIEWS:
        raise UsageError(f"there is no view {on!r}: {', '.join(VIEWS)}")
    if method not in {"louvain", "leiden"}:
        raise UsageError(f"there is no method {method!r}: louvain or leiden")
    graph = tables.load(exports)
    view = on or "companies"
    network = VIEWS[view](graph)
    if on is None and not network.number_of_edges():
        view = "related"
        network = VIEWS[view](graph)
    split = partition(network, method=method, resolution=resolution, seed=seed)  # type: ignore[arg-type]
    found = communities(graph, network, split, smallest=smallest)
    if as_json:
        about = {"view": view, "method": split.method, "modularity": split.modularity}
        tables.print_json({**about, "communities": len(split.communities), "rows": found.records()})
    elif as_csv:
        tables.print_csv(found.csv())
    else:
        columns = {"": "right", "community": "wrap", "size": "right", "inside": "right", "topics": "wrap"}
        cells = [
            (row.number, row.label, row.size, f"{row.inside:.0%}", ", ".join(row.topics)) for row in found[:number]
        ]
        note = (
            f"{split.method}; view: {view}; modularity {split.modularity:.3f}; {len(split.communities):,} communities, "
        )
        note += f"{len(found):,} of at least {smallest}"
        tables.draw("Who belongs together", columns, cells, note)
