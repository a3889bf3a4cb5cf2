"""``kgraph resolve``: what the user should decide about names."""

from pathlib import Path
from typing import Annotated

import typer
import yaml

from kgraph.cli.terminal import console, inert
from kgraph.resolution import decisions, record


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A resolution.yaml to check.", show_default=False)
    ] = None,
    suggest: Annotated[bool, typer.Option("--suggest", help="Print pairs of names that may be one thing.")] = False,
    exports: Annotated[Path, typer.Option("--on", metavar="EXPORTS", help="What kgraph build wrote.")] = Path(
        "exports"
    ),
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Pairs shown.")] = 100,
) -> int:
    """Check a file of decisions about names, or propose pairs for it.

    The file overrules what kgraph makes of names: which are the same, which are different, of what class a name is, and
    which alias stands for what. Proposed pairs are printed as such a file, under "different": move those that are one
    thing to "same".

    [dim]kgraph resolve --suggest > resolution.yaml[/dim]
    """
    if suggest:
        found = record.suggestions(record.read(exports / "manifest.json").doubtful, limit)
        typer.echo(yaml.safe_dump(dict(found), allow_unicode=True, sort_keys=False), nl=False)
        return 0
    given = decisions.read(file or Path("resolution.yaml"))
    counts = (len(given.same), len(given.different), len(given.types), len(given.aliases))
    console().print(inert("same {}, different {}, type {}, alias {}".format(*counts)))
    return 0
