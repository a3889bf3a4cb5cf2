"""Any SKOS scheme in Turtle, N-Triples or RDF/XML (https://www.w3.org/TR/skos-reference/), streamed by pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph

from kgraph.concepts import Concept, ConceptScheme, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies.opening import head, open_binary

TITLE = "SKOS"
SCHEME = None
LARGEST = 1 << 30
"""Largest file taken, in unpacked bytes: a scheme's concepts are held in memory until all is read."""
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TITLES = (
    "http://purl.org/dc/terms/title",
    "http://purl.org/dc/elements/1.1/title",
    "http://www.w3.org/2000/01/rdf-schema#label",
)
_LABELS = {"prefLabel": LabelKind.PREFERRED, "altLabel": LabelKind.ALTERNATIVE, "hiddenLabel": LabelKind.HIDDEN}
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_NOTES = ("definition", "scopeNote", "note", "example", "editorialNote")


class _Counting:
    """A stream that refuses to go on beyond ``LARGEST`` bytes, so that a small packed file cannot fill the memory."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._left = LARGEST

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise VocabularyError(f"{self._name}: a SKOS file of more than {LARGEST >> 30} GB is not read")
        return piece


class _Facts:
    """What a file says about one resource."""

    __slots__ = ("broader", "is_concept", "labels", "matches", "notations", "notes")

    def __init__(self) -> None:
        self.is_concept = False
        self.labels: list[Label] = []
        self.notations: list[str] = []
        self.broader: set[str] = set()
        self.matches: set[tuple[str, str]] = set()
        self.notes: dict[str, str] = {}


def _format(text: str) -> pyoxigraph.RdfFormat:
    if re.match(r"\s*(<\?xml|<rdf:RDF|<!DOCTYPE|<!--)", text):
        return pyoxigraph.RdfFormat.RDF_XML
    return pyoxigraph.RdfFormat.TURTLE  # N-Triples is Turtle too


def recognises(name: str, head: str) -> bool:
    """Say whether this looks like RDF; that there are concepts in it shows on reading."""
    rdf = name.removesuffix(".gz").endswith((".ttl", ".rdf", ".nt", ".skos", ".owl"))
    return rdf or _SKOS in head or "<rdf:RDF" in head


def scheme(path: Path) -> ConceptScheme | None:
    """Return the first ``skos:ConceptScheme`` of the file with its title."""
    schemes: set[str] = set()
    titles: dict[str, dict[str, str]] = {}
    for subject, predicate, value in _triples(path):
        if predicate == _TYPE and value.value == _SKOS + "ConceptScheme":
            schemes.add(subject)
        elif predicate in (*_TITLES, _SKOS + "prefLabel") and isinstance(value, pyoxigraph.Literal):
            titles.setdefault(subject, {}).setdefault((value.language or "")[:2], value.value)
    for iri in sorted(schemes):
        names = titles.get(iri, {})
        return ConceptScheme(iri, names.get("en") or names.get("") or next(iter(names.values()), iri))
    return None


def _triples(path: Path) -> Iterator[tuple[str, str, pyoxigraph.NamedNode | pyoxigraph.Literal]]:
    try:
        with open_binary(path) as stream:
            source = cast("IO[bytes]", _Counting(stream, path.name))
            for triple in pyoxigraph.parse(source, format=_format(head(path)), base_iri="urn:kgraph:vocabulary"):
                value = triple.object
                if isinstance(triple.subject, pyoxigraph.NamedNode) and isinstance(
                    value, (pyoxigraph.NamedNode, pyoxigraph.Literal)
                ):
                    yield triple.subject.value, triple.predicate.value, value
    except (SyntaxError, ValueError, OSError, EOFError) as error:
        place = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise VocabularyError(f"{path.name}{place}: {getattr(error, 'msg', None) or error}") from error


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the concepts of ``path``, by IRI.

    A concept's identifier is the last part of its IRI where that names no other concept, and else the IRI. Cycles are
    kept: ``kgraph vocab check`` reports them, and nothing that walks the hierarchy follows them round.
    """
    facts: dict[str, _Facts] = {}
    for subject, predicate, value in _triples(path):
        if predicate == _TYPE and value.value == _SKOS + "Concept":
            facts.setdefault(subject, _Facts()).is_concept = True
        elif predicate.startswith(_SKOS):
            _take(facts, subject, predicate[len(_SKOS) :], value)
    concepts = {iri: about for iri, about in facts.items() if about.is_concept}
    if not concepts:
        raise VocabularyError(f"{path.name}: no skos:Concept in it")
    short: dict[str, list[str]] = {}
    for iri in concepts:
        short.setdefault(re.split(r"[/#:]", iri.rstrip("/#"))[-1], []).append(iri)
    identifiers = {iris[0]: name for name, iris in short.items() if len(iris) == 1 and name}
    for iri in sorted(concepts):
        about = concepts[iri]
        yield Concept(
            id=identifiers.get(iri, iri),
            iri=iri,
            labels=tuple(sorted(set(about.labels), key=lambda label: (label.kind, label.language, label.text))),
            notations=tuple(sorted(set(about.notations))),
            broader=tuple(sorted(identifiers.get(parent, parent) for parent in about.broader)),
            note=next((about.notes[name] for name in _NOTES if name in about.notes), ""),
            matches=tuple(sorted(about.matches)),
        )


def _take(facts: dict[str, _Facts], subject: str, name: str, value: pyoxigraph.NamedNode | pyoxigraph.Literal) -> None:
    about = facts.setdefault(subject, _Facts())
    if isinstance(value, pyoxigraph.Literal):
        if name in _LABELS:
            about.labels.append(Label(value.value, _LABELS[name], value.language or ""))
        elif name == "notation":
            about.notations.append(value.value)
        elif name in _NOTES and ((value.language or "en").startswith("en") or name not in about.notes):
            about.notes[name] = value.value
    elif name == "broader":
        about.broader.add(value.value)
    elif name == "narrower":
        facts.setdefault(value.value, _Facts()).broader.add(subject)
    elif name in _MATCHES:
        about.matches.add((name, value.value))
