"""``kgraph path``: how one thing leads to another."""

from dataclasses import asdict
from pathlib import Path

import typer

from kgraph.cli.explain import AsJson, Exports, meant, node, print_json, show_link
from kgraph.cli.terminal import console
from kgraph.explain import path
from kgraph.loading import load


def command(
    one: str = typer.Argument(metavar="A", help="A name, an IRI or a document's path.", show_default=False),
    other: str = typer.Argument(metavar="B", help="Another.", show_default=False),
    exports: Exports = Path("exports"),
    as_json: AsJson = False,
) -> int:
    """Show the shortest way from one thing to another, step by step, with the words that say each step.

    Exit code 1 where there is no way.

    [dim]kgraph path Medtronic "Smart Healthcare"[/dim]
    """
    graph = load(exports)
    start, end = meant(graph, one, other)
    steps = path(graph, start, end)
    if as_json:
        print_json([[asdict(link) for link in step] for step in steps])
    else:
        out = console()
        if not steps:
            same = start == end
            out.print(node(graph, start), "is the same thing" if same else "and", *([] if same else [node(graph, end)]))
            if not same:
                out.print("are not connected")
        for step in steps:
            for link in step:
                show_link(out, graph, link)
    return 0 if steps or start == end else 1
