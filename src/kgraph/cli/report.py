"""What a build has to report, the same wherever it was built: as JSON, and for people."""

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kgraph.report import Report

_SHOWN = 20


def plain(report: Report) -> dict[str, Any]:
    """As JSON holds it."""
    keys = [{"key": each.key, "occurrences": each.occurrences, "example": each.example} for each in report.unknown_keys]
    return {
        "documents": report.documents,
        "notes": report.notes,
        "problems": [problem._asdict() for problem in report.problems],
        "unknown_keys": keys,
    }


def say(out: Console, report: Report) -> None:
    """Print what was used, which keys nothing accounts for, and what was wrong."""
    for name, value in report.notes.items():
        out.print(f"[dim]{escape(name)}: {escape(value)}[/dim]")
    if report.unknown_keys:
        table = Table("key", "times", "for example in", title="Front-matter keys that nothing accounts for")
        for entry in report.unknown_keys[:_SHOWN]:
            table.add_row(escape(entry.key), f"{entry.occurrences:,}", escape(entry.example))
        out.print(table)
        _more(out, len(report.unknown_keys), "keys")
    if report.problems:
        table = Table("file", "where", "what", title="Problems")
        for problem in report.problems[:_SHOWN]:
            table.add_row(escape(problem.path), escape(problem.place), escape(problem.reason))
        out.print(table)
        _more(out, len(report.problems), "problems")


def _more(out: Console, count: int, what: str) -> None:
    if count > _SHOWN:
        out.print(f"… and {count - _SHOWN:,} more {what}: [cyan]kgraph build --json[/cyan] lists all of them")
