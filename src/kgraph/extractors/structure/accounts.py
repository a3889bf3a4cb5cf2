"""What a document amounts to: the descriptions in it and what was wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Description, Document, Fact, Iri, Problem, Value
from kgraph.namespace import KG, RDF, RDFS


@dataclass(frozen=True, slots=True)
class Account:
    """All that one document says in its structure."""

    path: str
    sha256: str
    own: Description
    """Of the thing that the document is about."""
    others: tuple[Description, ...] = ()
    """Of articles that it describes in passing: its ``related`` list."""
    problems: tuple[Problem, ...] = ()


def facts(subject: Iri, class_name: str, label: str, *more: tuple[Iri, Iri | Value | None]) -> list[Fact]:
    """Type, label, and whatever else has a value."""
    made = [Fact(subject, RDF.TYPE, class_name), Fact(subject, RDFS.LABEL, label)]
    made += [Fact(subject, predicate, value) for predicate, value in more if value is not None and value != ""]
    return made


def source_facts(subject: Iri, document: Document) -> list[Fact]:
    """Which document is about a thing."""
    return [Fact(subject, KG.PATH, document.path), Fact(subject, KG.SHA256, document.sha256)]


def account(
    document: Document, own: Description, notes: Iterable[tuple[str, str]], others: Iterable[Description] = ()
) -> Account:
    """Put an account together."""
    problems = dict.fromkeys(Problem(document.path, *note) for note in notes)
    return Account(document.path, document.sha256, own, tuple(others), tuple(problems))
