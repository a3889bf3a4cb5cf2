"""CX2 for Cytoscape (https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/)."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx

from kgraph import ontology
from kgraph.analysis.interop import values
from kgraph.errors import ExportError
from kgraph.graph import Graph

_TYPES = {"list": "list_of_string"}
_EDGE = {"key": "string", "interaction": "string", "confidence": "double", "support": "integer", "claims": "string"}


def write(graph: Graph, path: str | Path) -> None:
    """Write the graph as a CX2 file; ``name`` is the label, ``interaction`` the predicate's, as Cytoscape expects."""
    nodes = sorted(graph)
    number = {iri: place for place, iri in enumerate(nodes)}
    declared = values.columns(graph.nodes[iri] for iri in nodes)
    # A double of JSON would cut a decimal's digits off.
    for name in declared:
        if declared[name] == "double" and not all(_is_exact(graph.nodes[iri].get(name)) for iri in nodes):
            declared[name] = "string"
    names = {name: "name" if name == "label" else f"schema_{name}" if name == "name" else name for name in declared}
    cx = [
        {"CXVersion": "2.0", "hasFragments": False},
        {
            "metaData": [
                {"elementCount": 1, "name": "attributeDeclarations"},
                {"elementCount": 1, "name": "networkAttributes"},
                {"elementCount": len(nodes), "name": "nodes"},
                {"elementCount": graph.number_of_edges(), "name": "edges"},
            ]
        },
        {
            "attributeDeclarations": [
                {
                    "networkAttributes": {"name": {"d": "string"}, "kgraph": {"d": "string"}},
                    "nodes": {"iri": {"d": "string"}}
                    | {names[name]: {"d": _TYPES.get(kind, kind)} for name, kind in declared.items()},
                    "edges": {name: {"d": kind} for name, kind in _EDGE.items()},
                }
            ]
        },
        {"networkAttributes": [{"name": "kgraph", "kgraph": values.about(graph)}]},
        {
            "nodes": [
                {
                    "id": number[iri],
                    "v": {"iri": iri}
                    | {names[name]: _json(held, declared[name]) for name, held in sorted(graph.nodes[iri].items())},
                }
                for iri in nodes
            ]
        },
        {
            "edges": [
                {
                    "id": place,
                    "s": number[source],
                    "t": number[target],
                    "v": {
                        "key": key,
                        "interaction": held["label"],
                        "confidence": held["confidence"],
                        "support": held["support"],
                        "claims": values.claims(held["claims"]),
                    },
                }
                for place, (source, target, key, held) in enumerate(
                    sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
                )
            ]
        },
        {"status": [{"success": True, "error": ""}]},
    ]
    Path(path).write_text(json.dumps(cx, ensure_ascii=False), encoding="utf-8")


def _is_exact(held: Any) -> bool:
    return not isinstance(held, Decimal) or Decimal(repr(float(held))) == held


def _json(held: Any, kind: str) -> Any:
    if isinstance(held, list):
        return [values.text(each) for each in held]
    if kind == "double":
        return float(held)
    return held if kind in {"boolean", "long"} else values.text(held)


def read(path: str | Path) -> Graph:
    """The graph that :func:`write` wrote.

    Raises:
        ExportError: if the file is no CX2 file of kgraph.
    """
    try:
        aspects: dict[str, Any] = {}
        for aspect in json.loads(Path(path).read_text(encoding="utf-8")):
            aspects |= aspect
        about = json.loads(aspects["networkAttributes"][0]["kgraph"])
        graph: Graph = nx.MultiDiGraph(base=about["base"], documents=about["documents"])
        iris = {}
        for node in aspects["nodes"]:
            held = dict(node["v"])
            iris[node["id"]] = iri = held.pop("iri")
            held["label"] = held.pop("name")
            if "schema_name" in held:
                held["name"] = held.pop("schema_name")
            graph.add_node(iri, **{name: _value(name, said) for name, said in held.items()})
        for edge in aspects["edges"]:
            said = edge["v"]
            attributes = values.edge_attributes(
                said["interaction"], said["confidence"], said["support"], said["claims"]
            )
            graph.add_edge(iris[edge["s"]], iris[edge["t"]], said["key"], **attributes)
    except (OSError, KeyError, TypeError, ValueError, IndexError) as error:
        raise ExportError(f"{path} is no CX2 file that kgraph wrote: {error}") from error
    return graph


def _value(name: str, said: Any) -> Any:
    if isinstance(said, list):
        return values.values(name, said)
    if isinstance(said, float):
        return Decimal(repr(said))
    if isinstance(said, int):
        return Decimal(said) if name in _decimals() else said
    return values.value(name, said)


def _decimals() -> set[str]:
    decimal = ontology.PREFIXES["xsd"] + "decimal"
    return {name for name, each in ontology.load().properties.items() if decimal in each.range}
