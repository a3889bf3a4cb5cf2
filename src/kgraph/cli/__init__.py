"""The command line: one file for each command, all of them named in one table.

Exit codes: 0 done; 1 done with problems under ``--strict``, or a check that failed; 2 wrong use or nothing to do.
"""

import atexit
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import wraps
from importlib import import_module
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape

from kgraph.collector import no_cyclic_collection
from kgraph.errors import KgraphError
from kgraph.version import __version__

COMMANDS: dict[str, str] = {
    "build": "Build",
    "watch": "Build",
    "query": "Ask",
    "explain": "Ask",
    "path": "Ask",
    "diff": "Ask",
    "stats": "Analyse",
    "top": "Analyse",
    "trends": "Analyse",
    "communities": "Analyse",
    "markets": "Analyse",
    "view": "Show and share",
    "page": "Show and share",
    "serve": "Show and share",
    "publish": "Show and share",
    "why": "Names and vocabularies",
    "resolve": "Names and vocabularies",
    "vocab": "Names and vocabularies",
    "score": "Check",
    "validate": "Check",
    "verify": "Check",
}
"""Each command's module below this package, and the panel of the help that it stands in."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Hold what belongs to all commands."""


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with some of the commands; each one's module is imported only if it is named."""
    made = typer.Typer(
        name="kgraph",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        help="Turn a folder of articles and market reports into a [b]knowledge graph[/b] whose every edge shows the "
        "words that say it.\n\nStart with:  [cyan]kgraph build seeds/ -o exports/[/cyan]",
        epilog="Exit codes: 0 done · 1 problems under --strict, or a check that failed · 2 wrong use or nothing to do",
    )
    made.callback()(_root)
    for name in names:
        module, panel = import_module(f"kgraph.cli.{name}"), COMMANDS[name]
        if isinstance(getattr(module, "app", None), typer.Typer):
            made.add_typer(module.app, name=name, rich_help_panel=panel)
        else:
            command = getattr(module, "command", None) or getattr(module, name)
            made.command(name, rich_help_panel=panel)(_exiting(command))
    return made


def _exiting(command: Callable[..., int | None]) -> Callable[..., None]:
    """A command that ends the program with the exit code it returns."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        if code := command(*arguments, **options):
            raise typer.Exit(code)

    return run


_LIBRARIES = {
    "OPENBLAS_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
"""What libraries are told before they are loaded. What is worth it runs in processes of ours: threads of numpy's would
only wait. Arrow's own memory comes in pages of two megabytes, which are cleared whatever is needed of them."""


def main() -> None:
    """Run the command line and end the program, without taking apart in memory all that it made."""
    try:
        _run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    atexit._run_exitfuncs()
    with suppress(OSError, ValueError):  # closed where nobody reads it any more
        sys.stderr.flush()
    os._exit(code)


def _run() -> None:
    """Run the command line; the one place where errors become sentences and exit codes."""
    for name, value in _LIBRARIES.items():
        os.environ.setdefault(name, value)
    wanted = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "")
    try:
        try:
            with no_cyclic_collection():
                commands = application([wanted] if wanted in COMMANDS else COMMANDS)
            commands()
        finally:
            sys.stdout.flush()
    except KgraphError as error:
        _say(str(error))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except OSError as error:
        place = error.filename or "what was to be printed could not be written"
        _say(f"{place}: {error.strerror or error}")
        sys.exit(1)


def _say(reason: str) -> None:
    Console(stderr=True, soft_wrap=True).print(f"[red]kgraph:[/red] {escape(reason)}")
