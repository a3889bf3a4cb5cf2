"""``kgraph validate``: exports against the shapes, and the ontology against OWL 2 RL."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kgraph import validate


def command(
    places: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[EXPORTS|FILE]...", help="Folders of exports, or RDF files.", show_default="exports/"),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(metavar="shacl|pyshacl", help="The SHACL engine.", show_default="the faster one installed"),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many findings to show.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print all findings as JSON.")] = False,
) -> None:
    """Check exports against the SHACL shapes of the graph's contract, and the ontology itself.

    Every finding names the node, the property and the rule. Needs the extra [b]validate[/b].

    [dim]kgraph validate exports/[/dim]
    """
    findings = validate.check_ontology()
    for place in places or [Path("exports")]:
        found = (
            validate.check_exports(place, engine) if place.is_dir() else validate.check(validate.read(place), engine)
        )
        findings += found
    if as_json:
        typer.echo(json.dumps([asdict(each) for each in findings], indent=1, ensure_ascii=False))
    else:
        out = Console(soft_wrap=True)
        for each in findings[:limit]:
            out.print(f"[red]✗[/red] {escape(str(each))}")
        if len(findings) > limit:
            out.print(f"… and {len(findings) - limit:,} more: [cyan]kgraph validate --json[/cyan] lists all of them")
        rules = f"{len({each.name for each in validate.rules().values()}):,} rules"
        out.print(f"[red]{len(findings):,} findings[/red] against {rules}" if findings else f"conforms to all {rules}")
    raise typer.Exit(1 if findings else 0)
