"""``graph.jsonld``: the whole graph in JSON-LD, for those who read JSON.

https://www.w3.org/TR/json-ld11/ ; one ``@graph`` with an object for each subject, one a line. Keys are the properties'
local names; the context says what they stand for, which of them hold IRIs and which datatype the others have.
"""

import json
from functools import cache
from itertools import groupby
from json.encoder import encode_basestring as _text
from operator import itemgetter
from pathlib import Path
from typing import Any

from kgraph import ontology, rdf
from kgraph.exporters.frame import Frame
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import RDF

NAME = "graph.jsonld"

_XSD = ontology.PREFIXES["xsd"]
_NUMBERS = frozenset(_XSD + name for name in ("integer", "nonNegativeInteger"))
_BOOLEAN = _XSD + "boolean"
# So many digits a JSON number holds without loss in every reader (RFC 8259, section 6).
_LONGEST = 16


@cache
def _curie(iri: Iri) -> str:
    """The IRI with a prefix of the ontology, or as it is."""
    for prefix, namespace in ontology.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def context() -> tuple[dict[str, Any], dict[Iri, tuple[str, Iri]]]:
    """The ``@context``, and for each property its key and the datatype that the context gives it ("@id" for IRIs).

    Where two vocabularies have a property of one name, kgraph's own keeps the short key and the other gets its prefix.
    """
    context: dict[str, Any] = dict(ontology.PREFIXES)
    keys: dict[Iri, tuple[str, Iri]] = {}
    order = list(ontology.PREFIXES)
    for each in sorted(
        ontology.load().properties.values(), key=lambda p: (order.index(_curie(p.iri).split(":")[0]), p.iri)
    ):
        key = each.local_name if each.local_name not in context else _curie(each.iri)
        if each.is_object or each.is_link:
            coercion, datatype = {"@type": "@id"}, "@id"
        elif each.range_iri in {"", rdf.STRING}:
            coercion, datatype = {}, rdf.STRING
        else:
            coercion, datatype = {"@type": _curie(each.range_iri)}, each.range_iri
        context[key] = {"@id": _curie(each.iri), **coercion} if coercion else _curie(each.iri)
        keys[each.iri] = (key, datatype)
    return context, keys


def block(described: rdf.Description, keys: dict[Iri, tuple[str, Iri]]) -> str:
    """The JSON object for one subject."""
    subject, said = described
    parts = [f'{{"@id":{_text(subject)}']
    # What is said comes sorted by predicate, so that the values of one key stand together.
    for predicate, together in groupby(said, itemgetter(0)):
        key, expected = _TYPE if predicate == RDF.TYPE else keys.get(predicate) or (predicate, "")
        values = [_value(value, datatype, expected) for _, value, datatype, _ in together]
        parts.append(f'"{key}":{values[0]}' if len(values) == 1 else f'"{key}":[{",".join(values)}]')
    return ",".join(parts) + "}"


_TYPE = ("@type", "@type")


def _value(value: str, datatype: Iri, expected: Iri) -> str:
    """An object as JSON, where the context says to expect that datatype ("@id": an IRI, "@type": a class)."""
    if not datatype:
        if expected == "@id":
            return _text(value)
        return _text(_curie(value)) if expected == "@type" else f'{{"@id":{_text(value)}}}'
    if datatype == expected:
        if datatype == _BOOLEAN or (datatype in _NUMBERS and len(value) < _LONGEST):
            return value
        return _text(value)
    if datatype == rdf.STRING:
        return f'{{"@value":{_text(value)}}}'
    return f'{{"@value":{_text(value)},"@type":{_text(_curie(datatype))}}}'


def frame() -> Frame:
    """How the file is put together."""
    terms, keys = context()
    head = f'{{"@context":{json.dumps(terms, ensure_ascii=False)},\n"@graph":[\n'
    return Frame(head, lambda described: block(described, keys), "\n]}\n", between=",\n")


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    frame().write(rdf.descriptions(graph), folder / NAME)
