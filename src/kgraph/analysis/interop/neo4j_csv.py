r"""CSV for Neo4j's bulk import (https://neo4j.com/docs/operations-manual/current/import/).

Writes ``nodes.csv`` and ``relationships.csv`` into a folder, to be imported with::

    neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv \
        --array-delimiter=U+001F --multiline-fields=true

Nodes carry the labels of their class and of the classes above it. A decimal is a ``double`` there, which Neo4j may
round; the file itself keeps every digit.
"""

import csv
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx

from kgraph import ontology
from kgraph.analysis.interop import tabular, values
from kgraph.errors import ExportError
from kgraph.graph import Graph

NODES, RELATIONSHIPS = "nodes.csv", "relationships.csv"
BETWEEN = "\x1f"
"""Stands between the values of a list; in a value it is ``_x001F_``, as in ISO/IEC 29500-1, 22.9.2.19."""
_ABOUT = "kgraph.json"
_TYPES = {"list": "string[]"}


def write(graph: Graph, folder: str | Path) -> None:
    """Write the graph as two CSV files (and what the graph itself holds as ``kgraph.json``) into a folder."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    nodes = sorted(graph)
    declared = {
        name: kind for name, kind in values.columns(graph.nodes[iri] for iri in nodes).items() if name != "type"
    }
    header = ["iri:ID", ":LABEL", "class"]
    header += [name if kind == "string" else f"{name}:{_TYPES.get(kind, kind)}" for name, kind in declared.items()]
    tabular.write(folder / NODES, header, (_node(graph, iri, list(declared)) for iri in nodes))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    tabular.write(
        folder / RELATIONSHIPS,
        [":START_ID", ":END_ID", ":TYPE", "predicate", "confidence:double", "support:long", "claims"],
        (
            [
                source,
                target,
                held["label"],
                key,
                repr(held["confidence"]),
                str(held["support"]),
                values.claims(held["claims"]),
            ]
            for source, target, key, held in edges
        ),
    )
    (folder / _ABOUT).write_text(values.about(graph), encoding="utf-8")


def _node(graph: Graph, iri: str, names: list[str]) -> list[str]:
    held = graph.nodes[iri]
    labels = (
        [ontology.local_name(each) for each in ontology.types(held["type"])] if _known(held["type"]) else [held["type"]]
    )
    return [iri, BETWEEN.join(dict.fromkeys(labels)), held["type"], *(_cell(held.get(name)) for name in names)]


def _known(name: str) -> bool:
    return name in ontology.load().classes


def _cell(held: Any) -> str:
    """A value; what is absent is an empty cell, so an empty text is written as an escape of nothing."""
    if held is None:
        return ""
    if isinstance(held, list):
        return BETWEEN.join(_escaped(values.text(each)) for each in held)
    return _escaped(values.text(held))


def _escaped(said: str) -> str:
    return re.sub("_(?=x(?:001F|005F)?_)", "_x005F_", said).replace(BETWEEN, "_x001F_") or "_x_"


def _unescaped(said: str) -> str:
    return "" if said == "_x_" else re.sub("_x(001F|005F)_", lambda found: chr(int(found[1], 16)), said)


def read(folder: str | Path) -> Graph:
    """The graph that :func:`write` wrote.

    Raises:
        ExportError: if the folder does not hold it.
    """
    folder = Path(folder)
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        graph: Graph = nx.MultiDiGraph(base=about["base"], documents=about["documents"])
        for row in tabular.read(folder / NODES):
            held: dict[str, Any] = {"type": row["class"]}
            for column, said in row.items():
                if column in {"iri:ID", ":LABEL", "class"} or said == "":
                    continue
                name, _, kind = column.partition(":")
                if kind == "string[]":
                    held[name] = values.values(name, map(_unescaped, said.split(BETWEEN)))
                else:
                    held[name] = values.value(name, _unescaped(said))
            graph.add_node(row["iri:ID"], **held)
        for row in tabular.read(folder / RELATIONSHIPS):
            attributes = values.edge_attributes(
                row[":TYPE"], row["confidence:double"], row["support:long"], row["claims"]
            )
            graph.add_edge(row[":START_ID"], row[":END_ID"], row["predicate"], **attributes)
    except (OSError, KeyError, ValueError, csv.Error) as error:
        raise ExportError(f"{folder} holds no CSV files for Neo4j that kgraph wrote: {error}") from error
    return graph
