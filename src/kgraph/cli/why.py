"""``kgraph why``: why two names are one thing."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.terminal import console, inert
from kgraph.resolution import record
from kgraph.resolution.spelling import fold


def command(
    one: Annotated[str, typer.Argument(metavar="A", help="A name as a text has it.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.", show_default=False)],
    exports: Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="What kgraph build wrote.")] = Path(
        "exports"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the reasons as JSON.")] = False,
) -> int:
    """Show why two names were taken for one thing: the chain of merges, each with its reason.

    Exit code 1 where they were not. Overrule a merge in resolution.yaml, under "different".

    [dim]kgraph why "Azure AD" "Microsoft Azure Active Directory"[/dim]
    """
    chain = record.read(exports / "manifest.json").why(one, other)
    if as_json:
        typer.echo(json.dumps([merge._asdict() for merge in chain], indent=1, ensure_ascii=False))
        return 0 if chain else 1
    out = console()
    if fold(one) == fold(other):
        out.print(inert(f"{one} and {other} are one name but for case, signs and legal forms"))
        return 0
    for merge in chain:
        out.print(inert(f"{merge.left} = {merge.right}", "bold"), inert(f"({merge.type}): {merge.reason}"))
    if not chain:
        out.print(inert(f"{one} and {other} were not taken for one thing"))
    return 0 if chain else 1
