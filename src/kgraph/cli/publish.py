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
    user: Annotated[
        str, typer.Option(help="A name; the password stands in KGRAPH_PASSWORD.", show_default="none")
    ] = "",
    token: Annotated[str, typer.Option(envvar="KGRAPH_TOKEN", help="A bearer token.", show_default="none")] = "",
    update: Annotated[
        str,
        typer.Option(
            metavar="URL", help="The store's endpoint for SPARQL updates.", show_default="Oxigraph's; of others none"
        ),
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Send every graph, whatever was sent before.")] = False,
    loaded: Annotated[
        bool, typer.Option("--loaded", help="Send nothing: a loader of the store's own has loaded these exports.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
) -> None:
    """Bring a store up to date by the Graph Store Protocol: each changed graph is replaced, each lost one removed.

    What the default graph says is replaced subject by subject; an empty store is filled in bulk. Works with Oxigraph,
    Fuseki, GraphDB and whatever else speaks it; what is interrupted goes on where it stopped.

    [dim]kgraph publish http://127.0.0.1:7878/store --on exports/[/dim]
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
            is_loaded=loaded,
            dry_run=dry_run,
            tell=lambda done, total: progress.update(task, completed=done, total=total),
        )
    verbs = ("to send", "to remove") if dry_run else ("sent", "removed")
    default = f", {len(plan.changed):,} subjects of the default graph" if plan.changed else ""
    typer.echo(
        f"{len(plan.put):,} graphs{default} {verbs[0]}, {len(plan.delete):,} {verbs[1]}, {plan.unchanged:,} unchanged: "
        f"{url}"
    )
