"""What an exported graph says of each article, in the terms of a gold file."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pyoxigraph as ox

from kgraph.errors import ExportError
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA, SKOS
from kgraph.scoring.gold import INVERSE, KINDS, RAISED, RELATIONS, SYMMETRIC, address, comparable


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph by its names."""

    iri: str
    label: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A relation that the graph states, named and directed as in the gold."""

    predicate: str
    subject: Node
    object: Node

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two claims of one statement."""
        ends = (self.subject.iri, self.object.iri)
        return (self.predicate, *(sorted(ends) if self.predicate in SYMMETRIC else ends))


@dataclass(frozen=True, slots=True)
class Observed:
    """A market figure of the graph."""

    measure: str
    value: float
    unit: str
    year: int | None
    period: tuple[int | None, int | None]
    regions: frozenset[str]
    owner: Node


@dataclass(frozen=True, slots=True)
class Span:
    """The words that a claim or figure rests on."""

    kind: str
    """"mention", "relation" or "figure"."""
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that a graph says of one article."""

    entities: dict[str, list[Node]] = field(default_factory=dict)
    relations: list[Said] = field(default_factory=list)
    figures: list[Observed] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    headline: str = ""
    abstract: str = ""


_NOBODY = Node("", "?", frozenset())
_GOLD_NAME = {iri: name for name, iri in RELATIONS.items()}


class ExportedGraph:
    """The articles of an export, found by their address or by the name of their file."""

    def __init__(self, store: ox.Store) -> None:
        """Index the articles of a store."""
        self._store = store
        self._index: defaultdict[str, set[str]] = defaultdict(set)
        articles = {s for kind in (KG.Article, KG.Report) for s in self._subjects(RDF.TYPE, ox.NamedNode(kind))}
        for article in articles:
            for url in self._values(article, SCHEMA.URL):
                self._index[f"url {address(url)}"].add(article)
        for document in self._subjects(KG.PATH, None):
            for path in map(PurePosixPath, self._values(document, KG.PATH)):
                if document in articles:
                    self._index[f"id {path.stem}"].add(document)

    @classmethod
    def read(cls, folder: Path) -> "ExportedGraph":
        """The graph of an exports folder, or of a single RDF file.

        Raises:
            ExportError: if there is none, or it cannot be read.
        """
        path = folder / "graph.ttl" if folder.is_dir() else folder
        store = ox.Store()
        try:
            store.bulk_load(path=str(path))
        except (OSError, ValueError, SyntaxError) as error:
            raise ExportError(f"{path} cannot be read as RDF: {error}") from error
        return cls(store)

    def articles(self, identifier: str, url: str) -> set[str]:
        """The IRIs of an item's article: by its address, else by its file's name; usually one."""
        return self._index.get(f"url {address(url)}", set()) or self._index.get(f"id {identifier}", set())

    def found(self, articles: Iterable[str]) -> Found:
        """Everything said of the articles with these IRIs, read as one."""
        articles = sorted(articles)
        derived = {s for article in articles for s in self._subjects(PROV.WAS_DERIVED_FROM, ox.NamedNode(article))}
        relations: list[Said] = []
        figures: list[Observed] = []
        spans: list[Span] = []
        for claim in sorted(derived):
            types = self._values(claim, RDF.TYPE)
            if KG.MarketFigure in types:
                kind, figure = "figure", self._figure(claim)
                figures.append(figure)
                if figure.measure == "funding":
                    amount = f"{figure.value:.12g} {figure.unit}"
                    relations.append(Said(RAISED, figure.owner, Node(amount, amount, frozenset())))
            elif KG.Claim in types:
                predicate = self._first(claim, RDF.PREDICATE)
                kind = "mention" if predicate == SCHEMA.MENTIONS else "relation"
                relations += self._said(claim, predicate)
            else:
                continue
            start, end = _integer(self._first(claim, OA.START)), _integer(self._first(claim, OA.END))
            spans.append(Span(kind, self._first(claim, OA.EXACT), -1 if start is None else start, end or 0))
        entities: dict[str, list[Node]] = {kind: [] for kind in KINDS}
        for entity in sorted({each for article in articles for each in self._values(article, SCHEMA.MENTIONS)}):
            types = self._values(entity, RDF.TYPE)
            kind = next((kind for kind, name in KINDS.items() if getattr(KG, name) in types), "")
            if kind:
                entities[kind].append(self._node(entity))
        headline, abstract = (
            max((self._first(article, p) for article in articles), default="")
            for p in (SCHEMA.HEADLINE, SCHEMA.ABSTRACT)
        )
        return Found(
            entities, list({said.key: said for said in relations}.values()), figures, spans, headline, abstract
        )

    def _said(self, claim: str, predicate: str) -> list[Said]:
        ends = [self._first(claim, p) for p in (RDF.SUBJECT, RDF.OBJECT)]
        if predicate not in _GOLD_NAME or not all(ends):
            return []
        name = _GOLD_NAME[predicate]
        first, second = map(self._node, reversed(ends) if name in INVERSE else ends)
        return [Said(name, first, second)]

    def _figure(self, iri: str) -> Observed:
        year, start, end = (_integer(self._first(iri, p)) for p in (KG.YEAR, KG.FROM_YEAR, KG.TO_YEAR))
        owner = self._first(iri, KG.SUBJECT) or self._first(iri, KG.MARKET)
        value = re.fullmatch(r"[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?", self._first(iri, SCHEMA.VALUE))
        return Observed(
            self._first(iri, KG.MEASURE).rpartition("#")[2],
            float(value[0]) if value else float("nan"),
            self._first(iri, KG.UNIT),
            year,
            (start, end),
            frozenset(name for region in self._values(iri, KG.REGION) for name in self._node(region).names),
            self._node(owner) if owner else _NOBODY,
        )

    def _node(self, iri: str) -> Node:
        labels = self._values(iri, RDFS.LABEL) + self._values(iri, SKOS.ALT_LABEL)
        return Node(iri, (labels or [iri])[0], frozenset(filter(None, map(comparable, labels))))

    def _values(self, subject: str, predicate: str) -> list[str]:
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
        return sorted({quad.object.value for quad in quads if not isinstance(quad.object, ox.Triple)})

    def _first(self, subject: str, predicate: str) -> str:
        return next(iter(self._values(subject, predicate)), "")

    def _subjects(self, predicate: str, obj: ox.NamedNode | None) -> set[str]:
        quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), obj, None)
        return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def _integer(text: str) -> int | None:
    found = re.match(r"[+-]?\d+", text)
    return int(found[0]) if found else None
