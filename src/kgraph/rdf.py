"""The graph as RDF, and RDF as the graph again: the one place that knows how the two correspond.

Everything the graph holds is told as :class:`Description` values in a stable order, claims and extractors included,
so that every RDF exporter writes the same triples and none decides anything. A term is a plain pair, because a graph of
a million triples is written three times in a build: objects of an RDF library would cost more than all the writing.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import networkx as nx
import pyoxigraph as ox

from kgraph import identity, ontology
from kgraph.errors import ExportError
from kgraph.graph import Graph
from kgraph.model import Iri, Value
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA

Targets: TypeAlias = dict[Iri, dict[Iri, dict[str, Any]]]
"""Where the edges of a node lead: target -> key -> attributes."""

_XSD = ontology.PREFIXES["xsd"]
STRING = _XSD + "string"
_ENTITY = ontology.PREFIXES["prov"] + "Entity"


Term: TypeAlias = tuple[str, Iri]
"""An RDF term: the value and its datatype. The datatype of an IRI is "", that of plain text ``xsd:string``."""

Predication: TypeAlias = tuple[Iri, str, Iri, tuple[Iri, ...]]
"""What is said of a subject: predicate, the object's value and datatype, and the articles that say so, sorted; no
articles where it is said of a thing once for all."""


class Description(NamedTuple):
    """A subject and everything said of it: the types, most specific first, the label, then by predicate and object."""

    subject: Iri
    said: list[Predication]


class Quad(NamedTuple):
    """A statement of a dataset. ``graph`` is an article, or "" for the default graph."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri = ""


def edges(graph: Graph, nodes: Iterable[Iri] | None = None) -> Iterator[tuple[Iri, Iri, Iri, dict[str, Any]]]:
    """Every edge, or those that lead from some nodes, as source, target, key and attributes, in that order.

    What networkx offers is five times slower.
    """
    adjacency = dict(graph.adjacency())
    for source in sorted(adjacency if nodes is None else nodes):
        for target, key, data in edges_from(adjacency[source]):
            yield source, target, key, data


def edges_from(targets: Targets) -> Iterator[tuple[Iri, Iri, dict[str, Any]]]:
    """The edges from one node as target, key and attributes, in that order."""
    for target in sorted(targets):
        keys = targets[target]
        for key in sorted(keys):
            yield target, key, keys[key]


# --- Values and terms ---------------------------------------------------------------------------------------------

_INTEGERS = frozenset(_XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long"))
# Datatypes whose Python value is the lexical form itself.
_TEXTUAL = frozenset(_XSD + name for name in ("gYearMonth", "anyURI", "duration", "language"))
_G_YEAR, _DECIMAL, _BOOLEAN, _DATE, _DATE_TIME, _OFFSET = (
    _XSD + name for name in ("gYear", "decimal", "boolean", "date", "dateTime", "nonNegativeInteger")
)


def plain(number: Decimal) -> str:
    """A decimal in digits, without an exponent and without zeros that say nothing.

    >>> plain(Decimal("1.260E9")), plain(Decimal("17.30")), plain(Decimal("-0"))
    ('1260000000', '17.3', '0')
    """
    if not number.is_finite():
        raise ExportError(f"{number} is no number that can be written")
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in {"-0", ""} else digits


def instant(moment: datetime) -> str:
    """A moment as ``xsd:dateTime``: in UTC with ``Z``; one whose zone nobody gave stays without.

    >>> from datetime import timedelta, timezone
    >>> instant(datetime(2024, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))), instant(datetime(2024, 5, 1))
    ('2024-05-01T10:30:00Z', '2024-05-01T00:00:00')
    """
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:  # the first or last day that Python knows: its own offset stays
            return moment.isoformat()
    zone = "" if moment.tzinfo is None else "Z"
    fraction = f".{moment.microsecond:06}".rstrip("0") if moment.microsecond else ""
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%S}{fraction}{zone}"


def term(value: Value, datatype: Iri, *, link: bool = False) -> Term:
    """A Python value as the term that a property with that range takes.

    Args:
        value: as it stands in the graph.
        datatype: the property's range; what Python knows better (a date where a moment could stand) goes before it.
        link: whether the property's values are web addresses. What is no IRI stays text (``xsd:anyURI``), so that
            the RDF is always valid.
    """
    # A bool is an int, and a datetime a date: the order matters.
    if isinstance(value, str):
        if link:
            return (value, "") if is_iri(value) else (value, _XSD + "anyURI")
        return value, datatype if datatype in _TEXTUAL else STRING
    if isinstance(value, bool):
        return "true" if value else "false", _BOOLEAN
    if isinstance(value, int):
        if datatype == _G_YEAR:
            return f"{value:05}" if value < 0 else f"{value:04}", _G_YEAR
        return str(value), datatype if datatype in _INTEGERS or datatype == _DECIMAL else _XSD + "integer"
    if isinstance(value, datetime):
        return instant(value), _DATE_TIME
    if isinstance(value, date):
        return value.isoformat(), _DATE
    if isinstance(value, Decimal):
        return plain(value), _DECIMAL
    if isinstance(value, float):
        return plain(Decimal(repr(value))), _DECIMAL
    raise ExportError(f"{value!r} is a {type(value).__name__}, which no datatype of the ontology holds")


def value(literal: Term) -> Value:
    """A literal as the Python value that stands in the graph. What its datatype forbids stays text."""
    text, datatype = literal
    try:
        if datatype in _INTEGERS or datatype == _G_YEAR:
            return int(text)
        if datatype == _DECIMAL:
            return Decimal(text)
        if datatype == _DATE_TIME:
            return datetime.fromisoformat(text)
        if datatype == _DATE:
            return date.fromisoformat(text)
    except (ValueError, ArithmeticError):
        return text
    return text == "true" if datatype == _BOOLEAN else text


@lru_cache(maxsize=100_000)
def is_iri(text: str) -> bool:
    """Whether the text is an absolute IRI by RFC 3987."""
    try:
        ox.NamedNode(text)
    except ValueError:  # a lone surrogate raises UnicodeEncodeError, which is one
        return False
    return True


_PARTIAL_DATES = (
    (re.compile(r"-?\d{4,}"), _G_YEAR),
    (re.compile(r"-?\d{4,}-\d\d"), _XSD + "gYearMonth"),
    (re.compile(r"-?\d{4,}-\d\d-\d\d"), _DATE),
)


def partial_date(text: str) -> Term:
    """``2024``, ``2024-05`` or ``2024-05-01`` as the literal of that precision; anything else as text."""
    for pattern, datatype in _PARTIAL_DATES:
        if pattern.fullmatch(text):
            return text, datatype
    return text, STRING


# --- Graph to RDF -------------------------------------------------------------------------------------------------


def _attribute_terms(name: str, held: Any) -> tuple[Iri, list[Term]]:
    """A property's IRI, and the terms for what a node holds under its local name."""
    try:
        known = ontology.property(name)
    except KeyError:
        raise ExportError(f"the attribute {name!r} stands for no property of the ontology") from None
    values = held if isinstance(held, list | tuple | set | frozenset) else (held,)
    return known.iri, [term(each, known.range_iri, link=known.is_link) for each in values]


def _node(iri: Iri, attributes: dict[str, Any], targets: Targets) -> list[Predication]:
    """What is said of one node: its types and attributes, and its edges to others."""
    if not is_iri(iri):
        raise ExportError(f"{iri!r} is no absolute IRI, so it cannot identify a node")
    kind = attributes.get("type", "")
    try:
        types = ontology.types(kind)
    except KeyError:
        raise ExportError(f"{iri}: {kind!r} is no class of the ontology") from None
    # An article's own description, and a figure with all that belongs to it, stand in the graph of the article.
    own: tuple[Iri, ...] = ()
    if KG.Article in types:
        own = (iri,)
    elif KG.MarketFigure in types:
        own = tuple(sorted(other for other, keys in targets.items() if PROV.WAS_DERIVED_FROM in keys))
    said: list[Predication] = []
    for name, held in attributes.items():
        if name not in {"type", "label"}:
            predicate, terms = _attribute_terms(name, held)
            said += [(predicate, text, datatype, own) for text, datatype in terms]
    for other, keys in targets.items():
        for key, data in keys.items():
            claims = data.get("claims")
            articles = tuple(sorted({*own, *(claim["article"] for claim in claims)})) if claims else own
            said.append((key, other, "", articles))
    said.sort()
    head: list[Predication] = [(RDF.TYPE, each, "", own) for each in types]
    if "label" in attributes:
        head.append((RDFS.LABEL, attributes["label"], STRING, own))
    return head + said


def _claim(subject: Iri, predicate: Iri, object_: Iri, claim: dict[str, Any], extractor: Iri) -> list[Predication]:
    """One claim of an edge, as a thing of its own."""
    by = (claim["article"],)
    said: list[Predication] = [
        *((RDF.TYPE, each, "", by) for each in ontology.types("Claim")),
        (OA.END, str(claim["end"]), _OFFSET, by),
        (OA.EXACT, claim["exact"], STRING, by),
        (OA.START, str(claim["start"]), _OFFSET, by),
        (PROV.WAS_DERIVED_FROM, claim["article"], "", by),
        (PROV.WAS_GENERATED_BY, extractor, "", by),
        (RDF.OBJECT, object_, "", by),
        (RDF.PREDICATE, predicate, "", by),
        (RDF.SUBJECT, subject, "", by),
        (KG.CONFIDENCE, *term(claim["confidence"], _DECIMAL), by),
    ]
    if claim.get("startDate"):
        said.append((SCHEMA.START_DATE, *partial_date(str(claim["startDate"])), by))
    return said


def extractor(name: str, base: Iri) -> Description:
    """A version of an extractor, given as ``name/version``."""
    return Description(identity.below(base, identity.extractor(name)), _extractor(name))


def _extractor(name: str) -> list[Predication]:
    return [*((RDF.TYPE, each, "", ()) for each in ontology.types("Extractor")), (RDFS.LABEL, name, STRING, ())]


class Telling:
    """What a graph says, subject by subject: its nodes, its claims and their extractors.

    Each claim belongs to the node from which its edge leads, its owner: what is said of a node and of its claims
    depends on the node's attributes, its edges and the graph's base alone.
    """

    def __init__(self, graph: Graph) -> None:
        self.base: Iri = graph.graph["base"]
        self.nodes = graph.nodes
        self.targets: dict[Iri, Targets] = dict(graph.adjacency())
        self.claims: dict[Iri, tuple[Iri, Iri, Iri, dict[str, Any], Iri]] = {}
        self.extractors: dict[Iri, str] = {}
        self._known: dict[str, Iri] = {}

    def read_claims(self, owner: Iri) -> tuple[list[Iri], set[str]]:
        """The IRIs of a node's claims, which can be described from now on, and the extractors that made them."""
        found, names = [], set()
        for object_, keys in self.targets[owner].items():
            for predicate, data in keys.items():
                for claim in data.get("claims") or ():
                    name, article = claim["extractor"], claim["article"]
                    start, end = claim["start"], claim["end"]
                    iri = identity.below(
                        self.base, identity.claim(owner, predicate, object_, article, start, end, name)
                    )
                    # An edge holds one claim of an extractor for the same words; were there two, the first stands.
                    if iri not in self.claims:
                        self.claims[iri] = owner, predicate, object_, claim, self.extractor(name)
                        found.append(iri)
                        names.add(name)
        return found, names

    def extractor(self, name: str) -> Iri:
        """The IRI of an extractor, which can be described from now on."""
        iri = self._known.get(name)
        if iri is None:
            iri = self._known[name] = identity.below(self.base, identity.extractor(name))
            self.extractors[iri] = name
        return iri

    def describe(self, subject: Iri) -> Description:
        """All that is said of one subject.

        Raises:
            ExportError: where the graph holds what the ontology does not know.
        """
        if subject in self.claims:
            return Description(subject, _claim(*self.claims[subject]))
        if subject in self.extractors:
            return Description(subject, _extractor(self.extractors[subject]))
        return Description(subject, _node(subject, self.nodes[subject], self.targets[subject]))


def descriptions(graph: Graph) -> Iterator[Description]:
    """All that the graph says, sorted by subject: its nodes, its claims and their extractors.

    Raises:
        ExportError: where the graph holds what the ontology does not know.
    """
    telling = Telling(graph)
    for owner in telling.targets:
        telling.read_claims(owner)
    for subject in sorted({*telling.nodes, *telling.claims, *telling.extractors}):
        yield telling.describe(subject)


def documents(graph: Graph) -> Iterator[Quad]:
    """Which source document describes which article: said about the sources, in the default graph of a dataset."""
    base = graph.graph["base"]
    for path, document in sorted(graph.graph.get("documents", {}).items()):
        yield from document_quads(path, document["sha256"], document["states"], base)


def document_quads(path: str, sha256: str, states: Iterable[Iri], base: Iri) -> Iterator[Quad]:
    """What is said about one source document, which states what the articles are."""
    iri = identity.below(base, identity.document(path))
    yield Quad(iri, RDF.TYPE, (_ENTITY, ""))
    yield Quad(iri, KG.PATH, (path, STRING))
    yield Quad(iri, KG.SHA256, (sha256, STRING))
    for article in sorted(states):
        yield Quad(article, PROV.WAS_DERIVED_FROM, (iri, ""))


# --- RDF to graph -------------------------------------------------------------------------------------------------


def quads(terms: Iterable[ox.Quad] | Iterable[ox.Triple]) -> Iterator[Quad]:
    """What pyoxigraph read, as statements. Raises: ExportError on a blank node, which no export of kgraph holds."""
    for each in terms:
        subject, object_ = each.subject, each.object
        graph = getattr(each, "graph_name", None)
        if not isinstance(subject, ox.NamedNode) or not isinstance(object_, ox.NamedNode | ox.Literal):
            raise ExportError(f"{each} holds a term without an IRI")
        held = object_.value, object_.datatype.value if isinstance(object_, ox.Literal) else ""
        yield Quad(subject.value, each.predicate.value, held, graph.value if isinstance(graph, ox.NamedNode) else "")


def graph_of(statements: Iterable[Quad], base: Iri) -> Graph:
    """The graph that the statements describe: claims are folded into the edges again.

    Args:
        statements: of any export, in any order; the same triple in several named graphs counts once.
        base: the base IRI, which RDF itself does not tell.
    """
    said: dict[Iri, dict[Iri, set[Term]]] = {}
    for subject, predicate, object_, _ in statements:
        said.setdefault(subject, {}).setdefault(predicate, set()).add(object_)
    claim_type, extractor_type, document_type = (KG.Claim, ""), (KG.Extractor, ""), (_ENTITY, "")
    folded = {
        subject
        for subject, facts in said.items()
        if facts.get(RDF.TYPE, set()) & {claim_type, extractor_type, document_type}
    }
    graph: Graph = nx.MultiDiGraph(base=base)
    sources: dict[str, dict[str, Any]] = {
        subject: {"sha256": _one(facts, KG.SHA256), "states": []}
        for subject, facts in said.items()
        if document_type in facts.get(RDF.TYPE, ())
    }
    things = sorted(said.keys() - folded)
    for subject in things:
        graph.add_node(subject, **_attributes(said[subject]))
    for subject in things:
        for predicate, objects in sorted(said[subject].items()):
            for object_ in sorted(objects):
                target = object_[0]
                if target in sources and predicate == PROV.WAS_DERIVED_FROM:
                    sources[target]["states"].append(subject)
                elif predicate != RDF.TYPE and _is_edge(predicate, object_):
                    graph.add_edge(subject, target, predicate, label=ontology.local_name(predicate), claims=[])
    for facts in said.values():
        if claim_type in facts.get(RDF.TYPE, ()):
            ends = (_one(facts, RDF.SUBJECT), _one(facts, RDF.OBJECT), _one(facts, RDF.PREDICATE))
            graph.edges[ends]["claims"].append(_claim_of(facts, said))
    stories = _stories(graph)
    for _, _, data in graph.edges(data=True):
        claims = data["claims"]
        claims.sort(key=lambda claim: (claim["article"], claim["start"], claim["end"], claim["extractor"]))
        data["confidence"] = max((claim["confidence"] for claim in claims), default=1.0)
        data["support"] = len({stories.get(claim["article"], claim["article"]) for claim in claims}) or 1
    graph.graph["documents"] = {str(_one(said[iri], KG.PATH)): source for iri, source in sorted(sources.items())}
    return graph


def _stories(graph: Graph) -> dict[Iri, Iri]:
    """The first article of the story that each reprinted article tells."""
    reprints: nx.Graph[Iri] = nx.Graph()
    reprints.add_edges_from((one, other) for one, other, key in graph.edges(keys=True) if key == KG.SAME_STORY_AS)
    return {each: min(story) for story in nx.connected_components(reprints) for each in story}


def _one(facts: dict[Iri, set[Term]], predicate: Iri) -> str:
    """The only value of a property that every such thing has."""
    (only,) = facts[predicate]
    return only[0]


def _is_edge(predicate: Iri, object_: Term) -> bool:
    """Whether a statement leads to a node; a link leads out of the graph."""
    return not object_[1] and predicate not in _links()


@lru_cache(maxsize=1)
def _links() -> frozenset[Iri]:
    return frozenset(each.iri for each in ontology.load().properties.values() if each.is_link)


def _attributes(facts: dict[Iri, set[Term]]) -> dict[str, Any]:
    """What a node holds: its class, its label and its literals under their local names."""
    held: dict[str, Any] = {"type": ontology.class_of(frozenset(iri for iri, _ in facts.get(RDF.TYPE, ())))}
    for predicate, objects in sorted(facts.items()):
        if predicate == RDF.TYPE or any(_is_edge(predicate, each) for each in objects):
            continue
        known = ontology.property(ontology.local_name(predicate))
        values = sorted(map(value, objects), key=_sort_key)
        held[known.local_name] = values if known.multiple else values[0]
    return held


def _sort_key(held: Value) -> tuple[str, Any]:
    """Values of one kind in their own order, kinds by name: a hostile file may mix them."""
    return str(type(held)), held


def _claim_of(facts: dict[Iri, set[Term]], said: dict[Iri, dict[Iri, set[Term]]]) -> dict[str, Any]:
    """A claim as an edge holds it."""
    claim: dict[str, Any] = {
        "article": _one(facts, PROV.WAS_DERIVED_FROM),
        "exact": _one(facts, OA.EXACT),
        "start": int(_one(facts, OA.START)),
        "end": int(_one(facts, OA.END)),
        "confidence": float(_one(facts, KG.CONFIDENCE)),
        "extractor": _one(said[_one(facts, PROV.WAS_GENERATED_BY)], RDFS.LABEL),
    }
    if SCHEMA.START_DATE in facts:
        claim["startDate"] = _one(facts, SCHEMA.START_DATE)
    return claim
