"""The command line: one file for each command, all of them named in one table.

Exit codes: 0 done; 1 done with problems under ``--strict``, or a check that failed; 2 wrong use or nothing to do.
"""

import sys
from importlib import import_module

import typer
from rich.console import Console
from rich.markup import escape

import kgraph
from kgraph.errors import KgraphError

COMMANDS: dict[str, str] = {
    "build": "Build",
    "watch": "Build",
    "diff": "Ask",
    "query": "Ask",
    "explain": "Ask",
    "path": "Ask",
    "stats": "Ask",
    "vocab": "Vocabularies",
    "score": "Check",
}
"""Each command's module below this package, and the panel of the help that it stands in."""

app = typer.Typer(
    name="kgraph",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Turn a folder of articles and market reports into a [b]knowledge graph[/b] whose every edge shows the words "
    "that say it.\n\nStart with:  [cyan]kgraph build seeds/ -o exports/[/cyan]",
    epilog="Exit codes: 0 done · 1 problems under --strict, or a check that failed · 2 wrong use or nothing to do",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {kgraph.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Hold what belongs to all commands."""


for _name, _panel in COMMANDS.items():
    _module = import_module(f"kgraph.cli.{_name}")
    if isinstance(getattr(_module, "app", None), typer.Typer):
        app.add_typer(_module.app, name=_name, rich_help_panel=_panel)
    else:
        app.command(_name, rich_help_panel=_panel)(getattr(_module, "command", None) or getattr(_module, _name))


def main() -> None:
    """Run the command line; the one place where errors become sentences and exit codes."""
    try:
        app()
    except KgraphError as error:
        Console(stderr=True, soft_wrap=True).print(f"[red]kgraph:[/red] {escape(str(error))}")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
