"""What a build has to say beside the graph, and of a folder of exports that it has brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kgraph import fingerprint, language, ledger, vocabularies
from kgraph.model import Problem
from kgraph.options import Options

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to say beside the graph."""

    documents: int
    problems: list[Problem]
    keys: list[ledger.Entry]
    notes: dict[str, str] = field(default_factory=dict)
    """What was used: the language model, vocabularies."""
    built_from: str = ""
    """A digest of all that the graph depends on: the files, the options, the vocabulary, the program."""
    resolution: dict[str, Any] = field(default_factory=dict)
    """Which names were merged, with the reasons, and which pairs are doubtful (see :mod:`kgraph.resolution.record`)."""

    @property
    def unknown_keys(self) -> list[ledger.Entry]:
        """Front-matter keys that nothing accounts for."""
        return [entry for entry in self.keys if entry.status == "unknown"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build into a folder did."""

    manifest: dict[str, Any]
    report: Report
    changes: dict[str, dict[str, dict[str, int]]] | None
    """What came and went (see :func:`kgraph.diff.summary`); None where there were no exports before."""
    is_new: bool
    """Whether anything was written; else the exports that were there are those of the same input."""
    notices: tuple[str, ...] = ()
    """What the user should know of the cache."""


def key_of(built_from: str) -> bytes:
    """Names the report of a build from that in a cache."""
    return fingerprint.of("report", built_from)


def notes(options: Options) -> dict[str, str]:
    """What a build uses, for people: the language model, the vocabulary."""
    scheme = vocabularies.default_mesh().scheme
    return {
        "language model": language.Language(*language.identify(options.model)).description,
        "vocabulary": f"{scheme.title} {scheme.version}",
    }
