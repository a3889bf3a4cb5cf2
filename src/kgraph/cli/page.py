"""``kgraph page``: the page of the whole graph anew, with a title or a SPARQL box."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from kgraph import explore
from kgraph.cli.explain import Exports
from kgraph.cli.terminal import console
from kgraph.explore import sparql as sparql_box
from kgraph.loading import load

Output = Annotated[Path, typer.Option("--output", "-o", help="The page to write.")]
Engine = Annotated[
    Path | None,
    typer.Option("--sparql", metavar="FOLDER", help="Add a SPARQL box: the unpacked npm package oxigraph (MIT)."),
]


def shipped() -> dict[str, str]:
    """Return the queries that come with kgraph, by the question at their head."""
    files = sorted(resources.files("kgraph.queries").iterdir(), key=lambda file: file.name)
    texts = [file.read_text(encoding="utf-8") for file in files if file.name.endswith(".rq")]
    return {text.partition("\n")[0].lstrip("# "): text for text in texts}


def command(
    exports: Exports = Path("exports"),
    output: Output = Path("graph.html"),
    title: str = typer.Option("", help="What stands at the head of the page."),
    sparql: Engine = None,
) -> int:
    """Write the page of the whole graph anew, with a title of its own or a SPARQL box that works offline.

    [dim]npm pack oxigraph && tar xf oxigraph-*.tgz && kgraph page --sparql package -o ask.html[/dim]
    """
    graph = load(exports)
    ask = None
    if sparql:
        ask = sparql_box.read(sparql, (exports / "graph.ttl").read_text(encoding="utf-8"), shipped())
    output.write_text(explore.page(graph, title=title or None, ask=ask), encoding="utf-8", newline="\n")
    console().print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges → {output}")
    return 0
