"""Whether the words that the graph cites stand in the sources, at the offsets that it gives.

The sources are read again, and the text of each article is put together the way a build does it: readers, structure,
merging. Nothing of the extractors is needed, so that a claim can be checked without trusting what made it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from kgraph import identity, merge, sources
from kgraph.building import account_for
from kgraph.graph import Graph
from kgraph.loading import load
from kgraph.model import Iri
from kgraph.namespace import PROV


class Failure(NamedTuple):
    """Words that do not stand where the graph says."""

    kind: str
    """"claim" or "figure"."""
    article: Iri
    statement: tuple[Iri, Iri, Iri]
    """What the words are cited for; for a figure its IRI, twice, around ``prov:wasDerivedFrom``."""
    start: int
    end: int
    exact: str
    """The words cited."""
    found: str | None
    """The words that stand there; None where the article has no text any more."""


class Change(NamedTuple):
    """A source document that is not the one that the graph was made from."""

    path: str
    recorded: str
    """The SHA-256 in the graph."""
    found: str
    """The SHA-256 of the file; empty where there is none that can be read."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of checking a graph against its sources."""

    claims: int
    figures: int
    documents: int
    """How many of each were checked."""
    failures: list[Failure]
    """Sorted by article and place."""
    changes: list[Change]
    """Sorted by path."""

    @property
    def holds(self) -> bool:
        """Whether every word stands where it should, in the very files."""
        return not self.failures and not self.changes


class Citation(NamedTuple):
    """Words that the graph cites."""

    kind: str
    article: Iri
    statement: tuple[Iri, Iri, Iri]
    start: int
    end: int
    exact: str


def verify(
    folder: Path, paths: Iterable[str | PathLike[str]], progress: Callable[[int, int], None] = lambda *_: None
) -> Verification:
    """Check the exports of a folder against the sources that they were built from.

    Args:
        folder: of exports.
        paths: the sources, named as the build was told.
        progress: called with how many documents are read, and how many there are.

    Raises:
        ExportError: if there are no exports.
        UsageError: if a source does not exist.
    """
    graph = load(folder)
    files, _ = sources.find(paths)
    accounts, _, _ = account_for(files, progress)
    merged = merge.merge(accounts)
    base = graph.graph["base"]
    texts = {identity.below(base, iri): text.content for iri, text in merged.texts.items()}
    cited = sorted(citations(graph))
    failures = []
    for each in cited:
        text = texts.get(each.article)
        found = text[each.start : each.end] if text is not None and 0 <= each.start <= each.end else None
        if found != each.exact:
            failures.append(Failure(each.kind, each.article, each.statement, each.start, each.end, each.exact, found))
    documents = graph.graph["documents"]
    changes = [
        Change(path, document["sha256"], merged.checksums.get(path, ""))
        for path, document in sorted(documents.items())
        if merged.checksums.get(path) != document["sha256"]
    ]
    figures = sum(each.kind == "figure" for each in cited)
    failures.sort(key=lambda each: (each.article, each.start, each.end, each.statement))
    return Verification(len(cited) - figures, figures, len(documents), failures, changes)


def citations(graph: Graph) -> Iterator[Citation]:
    """All words that a graph cites, with what they are cited for."""
    for subject, object_, predicate, data in graph.edges(keys=True, data=True):
        for claim in data.get("claims") or ():
            statement = subject, predicate, object_
            yield Citation("claim", claim["article"], statement, claim["start"], claim["end"], claim["exact"])
    for figure, held in graph.nodes(data=True):
        if held["type"] == "MarketFigure":
            for _, article, predicate in graph.out_edges(figure, keys=True):
                if predicate == PROV.WAS_DERIVED_FROM:
                    statement = figure, predicate, figure
                    yield Citation("figure", article, statement, held["start"], held["end"], held["exact"])
