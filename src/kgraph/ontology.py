"""Questions answered from ``ontology/``: label, comment, classes above, datatype, key, colour.

``python -m kgraph.ontology_reference`` writes what is generated from the ontology anew: ``src/kgraph/namespace.py`` and
``docs/ontology.md``. A test holds both against it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.model import Iri

PREFIXES = {
    "kg": "https://w3id.org/kgraph/ontology#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "mesh": "http://id.nlm.nih.gov/mesh/",
}
_KG, _SCHEMA, _RDF, _RDFS, _OWL, _XSD = (PREFIXES[p] for p in ("kg", "schema", "rdf", "rdfs", "owl", "xsd"))


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A kind of thing."""

    iri: Iri
    local_name: str
    label: str
    comment: str
    colour: str
    """``#rrggbb``."""
    types: tuple[Iri, ...]
    """The class itself and every class above it, nearest first, then by IRI: all of them are stated in RDF."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of things."""

    iri: Iri
    local_name: str
    label: str
    comment: str
    domain: tuple[Iri, ...]
    range: tuple[Iri, ...]
    """Datatypes or classes; several where any of them may stand."""
    is_object: bool
    """Whether its values are nodes: such a property is an edge."""
    is_link: bool
    """Whether its values are web addresses: an IRI in RDF, an attribute (a string) in networkx."""
    multiple: bool
    """Whether a thing may have several values: such an attribute is a list."""
    symmetric: bool
    keys: tuple[str, ...]
    """The front-matter keys that state it."""

    @property
    def range_iri(self) -> Iri:
        """The one range, or the first where there are several."""
        return self.range[0] if self.range else ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole of ``ontology/kgraph.ttl``, by local name."""

    classes: dict[str, OntologyClass]
    properties: dict[str, Property]
    """Of two that share a local name (``kg:subject`` and ``rdf:subject``) the one that nodes of the graph have."""
    every_property: tuple[Property, ...]
    measures: dict[str, str]
    """Local name of each measure and its label."""


@cache
def folder() -> Path:
    """Where the ontology's files are: beside the package in a wheel, at the top of a checkout otherwise.

    Raises:
        KgraphError: if they are in neither place.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "_ontology", here.parents[1] / "ontology"):
        if (place / "kgraph.ttl").is_file():
            return place
    raise KgraphError("the ontology is missing from this installation: reinstall kgraph")


def local_name(iri: Iri) -> str:
    """What follows the last ``#`` or ``/``."""
    return iri.rpartition("#")[2].rpartition("/")[2]


@cache
def load() -> Ontology:
    """Read ``kgraph.ttl`` once."""
    facts: dict[Iri, dict[Iri, list[str]]] = {}
    for triple in ox.parse(path=str(folder() / "kgraph.ttl")):
        subject, value = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            facts.setdefault(subject.value, {}).setdefault(triple.predicate.value, []).append(value.value)

    def one(iri: Iri, predicate: Iri) -> str:
        return next(iter(facts.get(iri, {}).get(predicate, ())), "")

    def above(iri: Iri) -> list[Iri]:
        found, level = [iri], [iri]
        while level:
            level = sorted(
                {up for each in level for up in facts.get(each, {}).get(_RDFS + "subClassOf", ())} - {*found}
            )
            found += level
        return found

    classes, measures = {}, {}
    properties: list[Property] = []
    for iri, said in facts.items():
        kinds, name = said.get(_RDF + "type", []), local_name(iri)
        label, comment = one(iri, _RDFS + "label"), one(iri, _RDFS + "comment")
        if _OWL + "Class" in kinds:
            if not label:  # a class of another vocabulary, named only so that ours can stand below it
                continue
            classes[name] = OntologyClass(iri, name, label, comment, one(iri, _KG + "colour"), tuple(above(iri)))
        elif _KG + "Measure" in kinds:
            measures[name] = label
        elif {_OWL + "ObjectProperty", _OWL + "DatatypeProperty", _KG + "LinkProperty"} & {*kinds}:
            properties.append(
                Property(
                    iri,
                    name,
                    label,
                    comment,
                    tuple(said.get(_RDFS + "domain", []) + said.get(_SCHEMA + "domainIncludes", [])),
                    tuple(said.get(_RDFS + "range", []) + said.get(_SCHEMA + "rangeIncludes", [])),
                    is_object=_OWL + "ObjectProperty" in kinds,
                    is_link=_KG + "LinkProperty" in kinds,
                    multiple=_OWL + "FunctionalProperty" not in kinds,
                    symmetric=_OWL + "SymmetricProperty" in kinds,
                    keys=tuple(said.get(_KG + "frontMatterKey", ())),
                )
            )
    properties.sort(key=lambda each: (each.iri.startswith(_KG), each.iri))
    by_name = {each.local_name: each for each in properties}
    classes.pop("LinkProperty", None)  # it says something about this file, not about the graph
    return Ontology(classes, by_name, tuple(properties), measures)


@cache
def property(local_name: str) -> Property:  # noqa: A001 - the field's own word
    """The property of that local name. Raises: KeyError."""
    return load().properties[local_name]


@cache
def types(class_name: str) -> tuple[Iri, ...]:
    """A class's IRI and those of all classes above it. Raises: KeyError."""
    return load().classes[class_name].types


@cache
def class_of(iris: frozenset[Iri]) -> str:
    """The local name of the most specific class among some types of one thing; "" where none is known."""
    known = [each for each in load().classes.values() if each.iri in iris]
    return min(known, key=lambda each: (-len(each.types), each.iri)).local_name if known else ""


def is_a(class_name: str, other: str) -> bool:
    """Whether every thing of one class is one of the other."""
    return load().classes[other].iri in types(class_name)


def label(name: str) -> str:
    """How a class, property or measure is called in front of people."""
    found = load()
    for table in (found.properties, found.classes):
        if name in table:
            return table[name].label
    return found.measures.get(name, name)


@cache
def measures() -> dict[Iri, str]:
    """The measures that a market figure may have, by their IRIs in order, with how people call them."""
    return {PREFIXES["kg"] + name: label for name, label in sorted(load().measures.items())}


def colour(class_name: str) -> str:
    """The colour of a class in pictures, ``#rrggbb``."""
    known = load().classes.get(class_name)
    return known.colour if known else "#999999"


@cache
def known_keys() -> dict[str, Iri]:
    """Every front-matter key path that states something, with a property it states."""
    return {key: each.iri for each in load().properties.values() for key in each.keys}


@cache
def ignored_keys() -> dict[str, str]:
    """Every front-matter key path that is left out on purpose, with the reason; ``*`` ends a pattern."""
    with (folder() / "ignored-keys.toml").open("rb") as file:
        return {key: reason for group in tomllib.load(file).values() for key, reason in group.items()}
