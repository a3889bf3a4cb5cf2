"""``kgraph view``: the surroundings of one thing as a small page with live physics."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.explain import Exports
from kgraph.cli.terminal import console
from kgraph.explore import pyvis_page, subgraph
from kgraph.loading import load

Output = Annotated[Path, typer.Option("--output", "-o", help="The page to write.")]


def command(
    node: str = typer.Argument(metavar="NODE", help="A name or an IRI.", show_default=False),
    exports: Exports = Path("exports"),
    hops: int = typer.Option(2, min=1, max=6, help="How many edges away."),
    limit: int = typer.Option(pyvis_page.LIMIT, min=1, help="How many nodes at most, the nearest and best linked."),
    output: Output = Path("view.html"),
) -> int:
    """Write a page that shows what lies around one thing, to look at, to move about and to send to others.

    It works from disk without a network. For the whole graph there is [b]graph.html[/b] among the exports.

    [dim]kgraph view Medtronic --hops 2[/dim]
    """
    graph = load(exports)
    start = subgraph.find(graph, node)
    part = subgraph.around(graph, start, hops=hops, limit=limit)
    page = pyvis_page.to_pyvis(part, title=f"Around {graph.nodes[start].get('label') or start}")
    output.write_text(page.generate_html(), encoding="utf-8", newline="\n")
    console().print(f"{part.number_of_nodes()} nodes, {part.number_of_edges()} edges → {output}")
    return 0
