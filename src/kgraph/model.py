"""The frozen values that travel from a file to the graph, named by the standards they follow.

::

    Document ──describe──> Description* ──┐
                               │          ├──resolve──> Statement* ──> networkx.MultiDiGraph
                             Text ──extract──> Extraction (Mention, Claim, Figure)

A :class:`Claim` may still speak in names; a :class:`Statement` speaks in IRIs only, so a name that was not resolved
cannot get into the graph.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

Iri: TypeAlias = str
"""An absolute IRI. Everything that identifies a thing is one; the ontology says which properties take one."""

Value: TypeAlias = str | bool | int | float | Decimal | date | datetime
"""What a literal is in Python; the property's range in the ontology gives its XML Schema type."""


class Problem(NamedTuple):
    """Something in the input that could not be used. The rest goes on; the build's report lists it."""

    path: str
    """Relative to the source folder, with ``/`` between the parts."""
    place: str
    """A line ("line 7"), a field ("provider.domain") or "" where the whole file is meant."""
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One source file as read."""

    path: str
    """Relative to the source folder, with ``/`` between the parts."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    form: str
    """The reader that understood it: "markdown", "report", "yaml"."""
    metadata: Mapping[str, Any] = field(hash=False)
    """The front matter as plain values; empty where there is none."""
    body: str
    """The body as plain text, mark-up removed."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one article. Offsets of evidence count code points in :attr:`content`."""

    headline: str = ""
    abstract: str = ""
    body: str = ""

    @property
    def content(self) -> str:
        """Headline, abstract and body, each on a line of its own; what is absent leaves no empty line."""
        return "\n".join(filter(None, (self.headline, self.abstract, self.body)))

    @property
    def parts(self) -> tuple[str, ...]:
        """What there is of headline, abstract and body: these are read apart."""
        return tuple(filter(None, (self.headline, self.abstract, self.body)))


class Fact(NamedTuple):
    """A triple whose ends are known; the object is an IRI where the ontology says so, else a literal."""

    subject: Iri
    predicate: Iri
    object: Iri | Value


@dataclass(frozen=True, slots=True)
class Description:
    """What one place in the input says of one thing: an article's front matter, an entry of a ``related`` list …"""

    subject: Iri
    facts: tuple[Fact, ...]
    """What is said of the subject itself. One description of each article wins (see :mod:`kgraph.merge`)."""
    about_others: tuple[Fact, ...] = ()
    """What is said in passing of other things (the provider's name, a category's scheme): all of it is kept."""
    text: Text = Text()
    aliases: tuple[Iri, ...] = ()
    """Other IRIs that an address of the same thing would give: its AMP addresses."""


class Mention(NamedTuple):
    """A name where it stands in a text."""

    name: str
    """As written, white space collapsed."""
    start: int
    end: int
    types: tuple[tuple[str, float], ...]
    """Local evidence: ``(class's local name, weight in log-odds)``, sorted by class; resolution sums it."""
    stands_for: str = ""
    """The fuller name in the same text that this one is short for ("Siemens" after "Siemens Healthineers")."""
    iri: Iri = ""
    """Where the thing is known already: a MeSH descriptor."""

    def weight(self, kind: str) -> float:
        """The evidence of being of one class, in log-odds; 0 where there is none."""
        for each, weight in self.types:
            if each == kind:
                return weight
        return 0.0

    def lead(self, kind: str) -> float:
        """By how much a class leads all others, in log-odds."""
        own, most = 0.0, None
        for other, weight in self.types:
            if other == kind:
                own = weight
            elif most is None or weight > most:
                most = weight
        return own - (most or 0.0)

    def with_evidence(self, further: Mapping[str, float]) -> "Mention":
        """The same mention with further evidence, in log-odds by class."""
        types = dict(self.types)
        for kind, weight in further.items():
            types[kind] = round(types.get(kind, 0.0) + weight, 3)
        return Mention(self.name, self.start, self.end, tuple(sorted(types.items())), self.stands_for, self.iri)


class Claim(NamedTuple):
    """A relation that a text states between two of its mentions, given by their places in the list of mentions."""

    subject: int
    predicate: Iri
    object: int
    start: int
    end: int
    """Span of the sentence that says it."""
    confidence: float
    pattern: str
    """The name of the pattern that found it."""
    start_date: str = ""
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` where the sentence dates the event."""


class Figure(NamedTuple):
    """A measured value of a market or a company, as a text states it."""

    measure: Iri
    value: Decimal
    """In base units: "USD 1.26 Billion" is 1260000000, "17.3%" is 17.3."""
    unit: str
    """ISO 4217 code, or "percent"."""
    start: int
    end: int
    """Span of the sentence (or table row) that says it."""
    confidence: float
    is_forecast: bool
    market: str = ""
    """The market's name; empty where the figure is a company's."""
    subject: str = ""
    """Whose figure it is, by name: a company, a segment, a region."""
    region: str = ""
    year: int | None = None
    from_year: int | None = None
    to_year: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the words of one text say. A pure function of the text, the lexicon and the extractors' versions."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A place in a text that names a concept: ``text[start:end]``, in code points.

    ``central`` says that the text is about the concept (``schema:about``) and does not only mention it.
    """

    start: int
    end: int
    text: str
    concept: str
    confidence: float
    central: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that make a statement: a verbatim span of an article's text."""

    article: Iri
    exact: str
    start: int
    end: int
    confidence: float
    extractor: str
    """Name and version of the extractor, ``name/version``."""
    start_date: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple of the graph, with the evidence for it. Structural statements carry none: the front matter says them."""

    subject: Iri
    predicate: Iri
    object: Iri | Value
    evidence: tuple[Evidence, ...] = ()
