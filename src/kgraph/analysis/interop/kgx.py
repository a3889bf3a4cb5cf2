r"""KGX TSV (https://github.com/biolink/kgx/blob/master/specification/kgx-format.md): ``nodes.tsv`` and ``edges.tsv``.

``category`` and ``predicate`` are CURIEs of the ontology's terms; Biolink has no classes for markets and products, and
none is pretended. Ids are IRIs. ``publications`` names the articles that say an edge. KGX has no quoting: tabs, line
ends and backslashes stand as ``\t``, ``\n``, ``\r`` and ``\\``, and the bar between the values of a list as
``\|`` within one.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from kgraph import ontology
from kgraph.analysis.interop import values
from kgraph.errors import ExportError
from kgraph.graph import Graph

NODES, EDGES = "nodes.tsv", "edges.tsv"
_ABOUT = "kgraph.json"
_EDGE = ("id", "subject", "predicate", "object", "relation", "publications", "confidence", "support", "claims")
_TO = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\|"}
_FROM = {written: said for said, written in _TO.items()} | {"\\e": ""}


def write(graph: Graph, folder: str | Path) -> None:
    """Write the graph as two TSV files (and what the graph itself holds as ``kgraph.json``) into a folder."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    nodes = sorted(graph)
    declared = [name for name in values.columns(graph.nodes[iri] for iri in nodes) if name not in {"type", "label"}]
    rows = (
        [
            _escaped(iri),
            _category(graph.nodes[iri]["type"]),
            _cell(graph.nodes[iri]["label"]),
            *(_cell(graph.nodes[iri].get(name)) for name in declared),
        ]
        for iri in nodes
    )
    # KGX's own "name" is the label; schema:name has another column.
    _write(folder / NODES, ["id", "category", "name", *(_column(name) for name in declared)], rows)
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    _write(
        folder / EDGES,
        _EDGE,
        (
            [
                *(str(number), _escaped(source), _curie(key), _escaped(target), _escaped(key)),
                "|".join(sorted({_escaped(claim["article"]) for claim in held["claims"]})),
                *(repr(held["confidence"]), str(held["support"]), _escaped(values.claims(held["claims"]))),
            ]
            for number, (source, target, key, held) in enumerate(edges)
        ),
    )
    (folder / _ABOUT).write_text(values.about(graph), encoding="utf-8")


def _column(name: str) -> str:
    return f"schema_{name}" if name in {"id", "category", "name"} else name


def _category(name: str) -> str:
    known = ontology.load().classes.get(name)
    return _curie(known.iri) if known else f"kg:{name}"


def _curie(iri: str) -> str:
    for prefix, namespace in sorted(ontology.PREFIXES.items(), key=lambda item: (-len(item[1]), item[0])):
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _cell(held: Any) -> str:
    if held is None:
        return ""
    if isinstance(held, list):
        return "|".join(_escaped(values.text(each)) or "\\e" for each in held)
    return _escaped(values.text(held)) or "\\e"


def _escaped(said: str) -> str:
    return "".join(_TO.get(each, each) for each in said)


def _unescaped(said: str) -> str:
    return re.sub(r"\\.", lambda found: _FROM.get(found[0], found[0]), said)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(header) + "\n")
        file.writelines("\t".join(row) + "\n" for row in rows)


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        header = file.readline().rstrip("\n").split("\t")
        for line in file:
            yield dict(zip(header, line.removesuffix("\n").split("\t"), strict=True))


def read(folder: str | Path) -> Graph:
    """The graph that :func:`write` wrote.

    Raises:
        ExportError: if the folder does not hold it.
    """
    folder = Path(folder)
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        graph: Graph = nx.MultiDiGraph(base=about["base"], documents=about["documents"])
        for row in _rows(folder / NODES):
            held: dict[str, Any] = {"type": row["category"].partition(":")[2], "label": _unescaped(row["name"])}
            for column, said in row.items():
                name = column.removeprefix("schema_")
                if column in {"id", "category", "name"} or said == "":
                    continue
                if ontology.property(name).multiple:
                    held[name] = values.values(name, map(_unescaped, re.findall(r"(?:\\.|[^|\\])+", said)))
                else:
                    held[name] = values.value(name, _unescaped(said))
            graph.add_node(_unescaped(row["id"]), **held)
        for row in _rows(folder / EDGES):
            key = _unescaped(row["relation"])
            said = _unescaped(row["claims"])
            attributes = values.edge_attributes(ontology.local_name(key), row["confidence"], row["support"], said)
            graph.add_edge(_unescaped(row["subject"]), _unescaped(row["object"]), key, **attributes)
    except (OSError, KeyError, ValueError) as error:
        raise ExportError(f"{folder} holds no KGX files that kgraph wrote: {error}") from error
    return graph
