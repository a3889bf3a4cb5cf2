"""Attribute values as text, and back: the ontology tells what a text stands for."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kgraph import ontology, rdf
from kgraph.graph import Graph

_XSD = ontology.PREFIXES["xsd"]
EDGE_TEXTS = ("label",)
"""The attributes of edges beside them are ``confidence``, ``support`` and ``claims``."""


def text(value: Any) -> str:
    """One value as its lexical form in RDF: dates in ISO 8601, "true" and "false", decimals without exponent."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return rdf.instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return rdf.plain(value) if isinstance(value, Decimal) else str(value)


def value(name: str, said: str) -> Any:
    """The value of a node's attribute that :func:`text` wrote. What is no value of the property's range stays text."""
    if name in {"type", "label"}:
        return said
    ranges = {iri.removeprefix(_XSD) for iri in ontology.property(name).range}
    if "decimal" in ranges:
        kind = "decimal"
    elif ranges & {"dateTime", "date"}:
        kind = "dateTime" if "T" in said else "date"
    else:
        kind = next(
            (each for each in ("integer", "nonNegativeInteger", "gYear", "boolean") if each in ranges), "string"
        )
    return rdf.value((said, _XSD + kind))


def values(name: str, said: Iterable[str]) -> list[Any]:
    """Several values of a node's attribute."""
    return [value(name, each) for each in said]


def kind(found: Iterable[Any]) -> str:
    """What holds all of some values: "boolean", "long", "double" or "string"; with "list" before it for lists."""
    kinds = {_kind(each) for each in found}
    if kinds == {"long", "double"}:
        return "double"
    return kinds.pop() if len(kinds) == 1 else "list" if any(each.startswith("list") for each in kinds) else "string"


def _kind(each: Any) -> str:
    match each:
        case bool():
            return "boolean"
        case int() if -(2**63) <= each < 2**63:
            return "long"
        case float() | Decimal():
            return "double"
        case list() | tuple():
            return "list"
        case _:
            return "string"


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Each attribute and the kind that holds all its values, by name."""
    held: dict[str, set[str]] = {}
    samples: dict[tuple[str, str], Any] = {}
    for row in rows:
        for name, each in row.items():
            one = _kind(each)
            held.setdefault(name, set()).add(one)
            samples[name, one] = each
    return {name: kind([samples[name, one] for one in sorted(held[name])]) for name in sorted(held)}


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def claims(found: list[dict[str, Any]]) -> str:
    """An edge's claims as JSON."""
    return _encode(found)


def edge_attributes(label: str, confidence: str | float, support: str | int, said: str) -> dict[str, Any]:
    """An edge's attributes from their texts."""
    return {
        "label": label,
        "confidence": float(confidence),
        "support": int(support),
        "claims": json.loads(said) if said else [],
    }


def about(graph: Graph) -> str:
    """What the graph itself holds, its base and its documents, as JSON."""
    return _encode({"base": graph.graph.get("base", ""), "documents": graph.graph.get("documents", {})})
