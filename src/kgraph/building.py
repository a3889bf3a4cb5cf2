"""The story on one page: files to documents, documents to descriptions and claims, and all of them to one graph."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from kgraph import identity, ledger, merge, sources, stages, stories
from kgraph.cache import Cache
from kgraph.deriving import Derived, derive, mentions, read_texts
from kgraph.errors import UsageError
from kgraph.extractors.structure.accounts import Account
from kgraph.given import Given, built_from, look
from kgraph.graph import Assembly, Dangling, Graph, assemble
from kgraph.mentioned import Mentioned
from kgraph.model import Fact, Iri, Problem, Statement
from kgraph.options import Options
from kgraph.report import Progress, Report, notes
from kgraph.workers import DIED, Pool

_T = TypeVar("_T")


def build(
    paths: Iterable[str | os.PathLike[str]],
    options: Options | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    given: Given | None = None,
    remember: "Remember | None" = None,
    pool: Pool | None = None,
) -> tuple[Graph, Report]:
    """Build the graph of all documents in folders, files and patterns.

    Args:
        paths: what to read.
        options: how.
        progress: is told how far the build is.
        cache: what earlier builds found; the graph is the same with and without it.
        given: what stands at these paths, where that is known already.
        remember: is shown what the graph is made of before it is let go.
        pool: of the processes that read; ended as soon as everything is read.

    Raises:
        UsageError: if there is nothing to read.
    """
    options, tell, cache = options or Options(), progress or (lambda *_: None), cache or Cache()
    given = given or look(paths)
    with pool or Pool(options.workers) as readers:
        accounts, counted, noted = account_for(given.files, partial(tell, "read"), given.digests, cache, readers)
        if not accounts:
            raise UsageError(
                f"nothing to build from: none of {len(given.files) + len(given.problems)} files could be read"
            )
        merged, count = merge.merge(accounts), len(accounts)
        if remember is not None:
            remember.structure(accounts, merged, counted, noted)
        accounts.clear()  # from here on what is no longer needed is let go, so that the graph alone grows
        read = read_texts(merged, options, tell, cache, readers, None if remember is None else remember.stories)
    tell("resolve", 0, 1)
    mentioned = Mentioned()
    mentioned.enter(read.words, read.concepts_of())
    said = derive(merged, mentioned, read, options)
    mentioning = mentions(read, said.names, options)
    del read
    if remember is not None:
        remember.said(merged, mentioned, said, mentioning)
    statements = [*said.statements, *mentioning]
    said.statements.clear()
    del mentioned, mentioning
    facts = _handed([*merged.facts, *said.facts])
    merged.facts.clear()
    merged.texts.clear()
    said.facts.clear()
    assembly = put_together(facts, _handed(statements), said, merged.checksums, merged.states, options)
    if remember is not None:
        remember.graph(assembly)
    tell("resolve", 1, 1)
    found = [*noted, *merged.problems, *said.problems, *map(undescribed, assembly.dangling)]
    return assembly.graph, report(given, options, count, found, counted, said.resolved)


def put_together(
    facts: Iterable[Fact],
    statements: Iterable[Statement],
    said: Derived,
    checksums: Mapping[str, str],
    states: Mapping[str, Sequence[Iri]],
    options: Options,
    elsewhere: Container[Iri] = (),
) -> Assembly:
    """Put a graph together.

    Args:
        facts: what is known.
        statements: what texts state.
        said: what is worked out of words and names; of it are taken the stories.
        checksums: of the documents, by path.
        states: what each of them describes.
        options: how to build.
        elsewhere: what is described in another place.
    """
    documents = {path: {"sha256": sha256, "states": states[path]} for path, sha256 in checksums.items()}
    assembly = assemble(
        facts, statements, documents=documents, stories=said.story_of, base=options.base, elsewhere=elsewhere
    )
    if options.license:
        assembly.graph.graph["license"] = options.license
    return assembly


def report(
    given: Given,
    options: Options,
    documents: int,
    found: list[Problem],
    counted: ledger.Ledger,
    resolved: dict[str, Any],
) -> Report:
    """What a build has to say.

    Args:
        given: what was to be read.
        options: how.
        documents: how many could be read.
        found: what was wrong with them.
        counted: their keys.
        resolved: the record of resolution.
    """
    problems = sorted({*given.problems, *found})
    # What a process died of may pass: the next build shall try again.
    origin = "" if any(DIED in each.reason for each in problems) else built_from(given, options)
    return Report(documents, problems, counted.entries(), notes(options), origin, resolved)


class Remember(Protocol):
    """Is shown what a graph is made of."""

    @property
    def stories(self) -> stories.Remembered:
        """Takes what there is to know of the stories that articles tell."""

    def structure(
        self, accounts: list[Account], merged: merge.Merged, counted: ledger.Ledger, noted: list[Problem]
    ) -> None:
        """All accounts, what they come to, their keys, and what was wrong with the files."""

    def said(self, merged: merge.Merged, mentioned: Mentioned, said: Derived, mentions: Iterable[Statement]) -> None:
        """What all articles mention, what is worked out of it, and the same as statements."""

    def graph(self, assembly: Assembly) -> None:
        """What it all comes to."""


def _handed(values: list[_T]) -> Iterator[_T]:
    """The values in their order, each forgotten when the next is asked for."""
    values.reverse()
    while values:
        yield values.pop()


def account_for(
    files: list[sources.SourceFile],
    tell: Callable[[int, int], None],
    digests: list[bytes] | None = None,
    cache: Cache | None = None,
    pool: Pool | None = None,
) -> tuple[list[Account], ledger.Ledger, list[Problem]]:
    """Read files and describe what their front matter says, one by one: only what it says is kept."""
    accounts: list[Account] = []
    problems: list[Problem] = []
    counted = ledger.Ledger()
    read = stages.read_all(files, digests or [*map(sources.digest_of, files)], cache or Cache(), pool or Pool(0), tell)
    for file, (account, keys, noted) in zip(files, read(), strict=True):
        problems += noted
        counted.add(file.path, keys)
        if account is not None:
            accounts.append(account)
    return accounts, counted, problems


def undescribed(edge: Dangling) -> Problem:
    """Name what documents refer to and no document describes."""
    return Problem(
        edge.subject.removeprefix(identity.BASE),
        edge.predicate.rpartition("/")[2],
        f"refers to {edge.object.removeprefix(identity.BASE)}, which no document describes",
    )
