"""``kgraph publish``: the exports into a store."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from kgraph import publish


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="The store's Graph Store endpoint.", show_default=False)],
    exports: Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="What kgraph build wrote.")] = Path(
        "exports"
    ),
    update: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="The store's SPARQL Update endpoint: the default graph is then sent its difference only.",
            show_default="none",
        ),
    ] = "",
    user: Annotated[
        str, typer.Option(help="A name; the password stands in KGRAPH_PASSWORD.", show_default="none")
    ] = "",
    token: Annotated[str, typer.Option(envvar="KGRAPH_TOKEN", help="A bearer token.", show_default="none")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Send every graph, whatever was sent before.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
) -> None:
    """Bring a store up to date by the Graph Store Protocol: each changed graph is replaced, each lost one removed.

    An empty store is filled all at once. Works with Oxigraph, Fuseki, GraphDB and whatever else speaks the protocol;
    what is interrupted goes on where it stopped.

    [dim]kgraph publish http://127.0.0.1:7878/store --update http://127.0.0.1:7878/update --on exports/[/dim]
    """
    credentials = publish.Credentials(token, user, os.environ.get("KGRAPH_PASSWORD", "") if user else "")
    shown = Console(stderr=True)
    with Progress(console=shown, disable=not shown.is_terminal, transient=True) as progress:
        task = progress.add_task("Publishing graphs", total=None)
        plan = publish.publish(
            exports,
            url,
            credentials,
            update=update,
            everything=everything,
            dry_run=dry_run,
            tell=lambda done, total: progress.update(task, completed=done, total=total or None),
        )
    verbs = ("to send", "to remove") if dry_run else ("loaded" if plan.in_bulk else "sent", "removed")
    told = [f"{len(plan.put):,} graphs {verbs[0]}", f"{len(plan.delete):,} {verbs[1]}"]
    if plan.removed or plan.added:
        told.append(f"{len(plan.removed):,} statements out of the default graph and {len(plan.added):,} into it")
    typer.echo(f"{', '.join(told)}, {plan.unchanged:,} unchanged: {url}")
