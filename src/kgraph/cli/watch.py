"""``kgraph watch``: builds again whenever files change, for people who write."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kgraph import identity
from kgraph.cli.build import say_changes
from kgraph.cli.interruption import interruptible
from kgraph.errors import KgraphError
from kgraph.folders import STATE
from kgraph.options import Options
from kgraph.rebuilding import rebuild

QUIET = 400
"""Milliseconds without a change after which a build begins: an editor writes a file in several steps."""


def command(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Folders or files to watch.", show_default=False)
    ],
    exports: Annotated[Path, typer.Option("--out", "-o", metavar="EXPORTS", help="Where to write.")] = Path("exports"),
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The spaCy model; 'rules' for none.", show_default="the best installed"),
    ] = None,
    base_iri: Annotated[
        str, typer.Option("--base-iri", metavar="IRI", help="What the things' IRIs begin with.")
    ] = identity.BASE,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="How many processes read.", show_default="one for each processor"),
    ] = None,
) -> None:
    """Build the graph, and build it again whenever a file of the sources changes, until Ctrl-C.

    [dim]kgraph watch notes/ -o exports/[/dim]
    """
    import watchfiles  # noqa: PLC0415 - the other commands start without it

    out, options = Console(), Options(base=base_iri, model=model, workers=workers)
    places = [place if place.is_dir() else place.parent for place in map(Path, sources)]
    own = exports.resolve()

    def matters(_: object, path: str) -> bool:
        changed = Path(path).resolve()
        return not changed.is_relative_to(own) and STATE not in changed.parts and not changed.name.startswith(".")

    def once() -> None:
        try:
            outcome = rebuild(sources, exports, options)
        except KgraphError as error:  # what somebody is writing may be broken for a while
            out.print(f"[red]kgraph:[/red] {escape(str(error))}")
            return
        say_changes(out, outcome)
        for problem in outcome.report.problems:
            out.print(f"[yellow]{escape(problem.path)}[/yellow] {escape(problem.place)}: {escape(problem.reason)}")
        out.print(f"{outcome.report.documents:,} documents → [b]{escape(str(exports))}[/b], watching")

    with interruptible("no longer watching; the exports are whole"):
        once()
        for _ in watchfiles.watch(*places, watch_filter=matters, debounce=QUIET, raise_interrupt=True):
            once()
