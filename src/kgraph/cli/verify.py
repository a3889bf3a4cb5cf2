"""``kgraph verify``: every cited word against the sources."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kgraph import ontology, verify


def command(
    exports: Annotated[Path, typer.Argument(metavar="EXPORTS", help="The exports to check.", show_default=False)],
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="What they were built from.", show_default=False)
    ],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many failures to show.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that was found as JSON.")] = False,
) -> None:
    """Check that the words of every claim and figure stand in the sources, exactly where the graph says.

    Reads the sources again; trusts neither extractors nor caches. Exit code 1 where a word or a checksum differs.

    [dim]kgraph verify exports/ seeds/[/dim]
    """
    found = verify.verify(exports, sources)
    if as_json:
        said = {
            "claims": found.claims,
            "figures": found.figures,
            "documents": found.documents,
            "failures": [each._asdict() for each in found.failures],
            "changes": [each._asdict() for each in found.changes],
        }
        typer.echo(json.dumps(said, indent=1, ensure_ascii=False))
    else:
        _say(Console(soft_wrap=True), found, limit)
    raise typer.Exit(0 if found.holds else 1)


def _say(out: Console, found: verify.Verification, limit: int) -> None:
    for change in found.changes[:limit]:
        what = "has changed since the build" if change.found else "is gone, or cannot be read"
        out.print(f"[yellow]![/yellow] {escape(change.path)} {what}")
    for each in found.failures[:limit]:
        predicate = "" if each.kind == "figure" else f" for {ontology.local_name(each.statement[1])}"
        stands = "there is no such text any more" if each.found is None else f"there stands {each.found!r}"
        out.print(
            f"[red]✗[/red] {escape(each.article)}, {each.start}-{each.end}: the {each.kind}{predicate} cites "
            f"{escape(repr(each.exact))}, but {escape(stands)}"
        )
    for count, what in ((len(found.changes), "changed documents"), (len(found.failures), "failures")):
        if count > limit:
            out.print(f"… and {count - limit:,} more {what}: [cyan]kgraph verify --json[/cyan] lists all of them")
    checked = f"{found.claims:,} claims and {found.figures:,} figures of {found.documents:,} documents"
    if found.holds:
        out.print(f"every word stands where it should: {checked}")
    else:
        out.print(f"[red]{len(found.failures):,} of {checked} fail[/red], {len(found.changes):,} documents changed")
