"""The story on one page: files to documents, documents to descriptions and claims, and all of them to one graph."""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from kgraph import identity, ledger, merge, readers, sources
from kgraph.errors import UnreadableError, UsageError
from kgraph.extractors import structure
from kgraph.extractors.structure.accounts import Account
from kgraph.graph import Assembly, Graph, assemble
from kgraph.model import Iri, Problem

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told."""

    base: Iri = identity.BASE
    model: str | None = None
    """The language model's name; None for the best one installed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to say beside the graph."""

    documents: int
    problems: list[Problem]
    keys: list[ledger.Entry]
    notes: dict[str, str] = field(default_factory=dict)
    """What was used: the language model, vocabularies."""

    @property
    def unknown_keys(self) -> list[ledger.Entry]:
        """Front-matter keys that nothing accounts for."""
        return [entry for entry in self.keys if entry.status == "unknown"]


def build(
    paths: Iterable[str | os.PathLike[str]], options: Options | None = None, progress: Progress | None = None
) -> tuple[Graph, Report]:
    """Build the graph of all documents in folders, files and patterns.

    Raises:
        UsageError: if there is nothing to read.
    """
    options, tell = options or Options(), progress or (lambda *_: None)
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", options.base, re.I):
        raise UsageError(f"the base IRI {options.base!r} is no absolute IRI that ends in / or #")
    files, problems = sources.find(paths)
    accounts, keys, more = account_for(files, partial(tell, "read"))
    problems += more
    if not accounts:
        raise UsageError(f"nothing to build from: none of {len(files) + len(problems)} files could be read")
    merged = merge.merge(accounts)
    problems += merged.problems
    documents = {path: {"sha256": merged.checksums[path], "states": states} for path, states in merged.states.items()}
    assembly = assemble(merged.facts, documents=documents, base=options.base)
    return assembly.graph, Report(len(accounts), sorted({*problems, *_dangling(assembly)}), keys)


def account_for(
    files: list[sources.SourceFile], tell: Callable[[int, int], None]
) -> tuple[list[Account], list[ledger.Entry], list[Problem]]:
    """Read files and describe what their front matter says, one by one: only what it says is kept."""
    accounts, problems, counted = [], [], ledger.Ledger()
    for done, file in enumerate(files, start=1):
        document, noted = readers.read(file)
        problems += noted
        if document is not None:
            try:
                counted.add(document.path, ledger.keys_of(document.metadata))
                accounts.append(structure.describe(document))
            except UnreadableError as error:
                problems.append(Problem(document.path, error.place, error.reason))
        tell(done, len(files))
    return accounts, counted.entries(), problems


def _dangling(assembly: Assembly) -> list[Problem]:
    """Name what documents refer to and no document describes."""
    return [
        Problem(
            each.subject.removeprefix(identity.BASE),
            each.predicate.rpartition("/")[2],
            f"refers to {each.object.removeprefix(identity.BASE)}, which no document describes",
        )
        for each in assembly.dangling
    ]
