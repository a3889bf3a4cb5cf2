"""``graph.jsonld``: the whole graph in JSON-LD, for those who read JSON.

https://www.w3.org/TR/json-ld11/ ; one ``@graph`` with an object for each subject, one a line. Keys are the properties'
local names; the context says what they stand for, which of them hold IRIs and which datatype the others have.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kgraph import ontology, rdf
from kgraph.model import Iri
from kgraph.namespace import RDF

NAME = "graph.jsonld"

_XSD = ontology.PREFIXES["xsd"]
_NUMBERS = frozenset(_XSD + name for name in ("integer", "nonNegativeInteger"))
_BOOLEAN = _XSD + "boolean"
# What a JSON number can say without loss in every reader (RFC 8259, section 6).
_LARGEST = 2**53


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


def objects(descriptions: Iterable[rdf.Description], keys: dict[Iri, tuple[str, Iri]]) -> Iterator[str]:
    """One JSON object for each subject."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for subject, predications in descriptions:
        held: dict[str, list[Any]] = {}
        for predicate, (value, datatype), _ in predications:
            if predicate == RDF.TYPE:
                held.setdefault("@type", []).append(_curie(value))
                continue
            key, expected = keys.get(predicate) or (predicate, "")
            written: Any = value
            if not datatype:
                if expected != "@id":
                    written = {"@id": value}
            elif datatype != expected:
                written = {"@value": value} if datatype == rdf.STRING else {"@value": value, "@type": _curie(datatype)}
            elif datatype in _NUMBERS and -_LARGEST < int(value) < _LARGEST:
                written = int(value)
            elif datatype == _BOOLEAN:
                written = value == "true"
            held.setdefault(key, []).append(written)
        flat = {"@id": subject} | {key: found[0] if len(found) == 1 else found for key, found in held.items()}
        yield encode(flat)


def write(graph: rdf.Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    terms, keys = context()
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context":{json.dumps(terms, ensure_ascii=False)},\n"@graph":[')
        comma = "\n"
        for each in objects(rdf.descriptions(graph), keys):
            file.write(comma + each)
            comma = ",\n"
        file.write("\n]}\n")
