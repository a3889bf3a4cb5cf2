"""What can go wrong, as a tree.

::

    KgraphError                 anything kgraph refuses to do, with a sentence for the user
    ├── UsageError              the command or call makes no sense, or there is nothing to do (exit code 2)
    ├── UnreadableError         one document cannot be read; carries the place (never reaches the user as an exception)
    ├── ExportError             the exports cannot be written or read back
    │   └── MissingExportError  they are not there
    ├── QueryError              a SPARQL query is wrong; carries line, column and what was expected
    ├── VocabularyError         a vocabulary file is broken; carries the file and the place
    └── MissingExtraError       an optional package is needed; names the extra to install

A document that cannot be used is no exception but a :class:`kgraph.model.Problem` in the build's report:
the rest of the corpus goes on.
"""

from pathlib import Path


class KgraphError(Exception):
    """Anything kgraph refuses to do. ``str(error)`` is a sentence meant for the user."""

    exit_code = 1


class UsageError(KgraphError):
    """The command or call makes no sense as it stands, or there is nothing to do."""

    exit_code = 2


class UnreadableError(KgraphError):
    """One document cannot be read. Readers raise it; :func:`kgraph.readers.read` makes it a problem of the report."""

    def __init__(self, place: str, reason: str) -> None:
        """Say where ("line 7", a field, or "" for the whole file) and why."""
        super().__init__(f"{place}: {reason}" if place else reason)
        self.place, self.reason = place, reason


class ExportError(KgraphError):
    """The exports cannot be written, or cannot be read back."""


class MissingExportError(ExportError):
    """A folder does not hold the exports that are asked for."""

    def __init__(self, folder: Path, name: str) -> None:
        """Name the ``folder`` and the file, and say what to do."""
        if (folder / "nquads").is_dir():
            way = "it is a build in parts: publish it to a store, or build it with --in-memory (docs/scale.md)"
        else:
            way = "run kgraph build first, or name another folder"
        super().__init__(f"{folder} holds no {name}: {way}")


class QueryError(KgraphError):
    """A SPARQL query is wrong: the message gives line, column and what was expected."""

    def __init__(self, message: str, line: int = 0, column: int = 0, expected: tuple[str, ...] = ()) -> None:
        """Keep where the query goes wrong (from 1; 0 where it is the query as a whole) and what could stand there."""
        super().__init__(message)
        self.line = line
        self.column = column
        self.expected = expected


class VocabularyError(KgraphError):
    """A vocabulary file is broken: the message names the file and the place."""


class MissingExtraError(KgraphError):
    """An optional package is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        """Name the ``extra`` that brings ``package``."""
        super().__init__(f"{package} is not installed: pip install 'kgraph[{extra}]'")
        self.extra = extra
