"""``graph.graphml``: the graph for Gephi, yEd, Cytoscape and networkx, in GraphML.

http://graphml.graphdrawing.org/specification.html ; read it with
``networkx.read_graphml("graph.graphml", force_multigraph=True)``, which takes the edges' keys from the data named
``key`` (and leaves it among the attributes). Edges carry no XML id: GraphML wants those unique, edge keys
are not.

GraphML knows booleans, integers, decimals and strings. What else an attribute holds is written as a string: dates in
ISO 8601, lists (and an edge's claims) as JSON; empty lists are left out. Characters that XML 1.0 cannot hold stand as
``_xHHHH_``, and the underscore before a text that looks like that as ``_x005F_`` (the convention of ISO/IEC 29500-1,
22.9.2.19), so that nothing is lost; :func:`unescape` undoes it.

The file is streamed, because networkx builds the whole tree in memory: ten times the time and forty times the memory.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias
from xml.sax.saxutils import quoteattr

from kgraph import rdf
from kgraph.errors import ExportError
from kgraph.graph import Graph
from kgraph.model import Iri

NAME = "graph.graphml"

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_TO_ESCAPE = re.compile(f"[{_FORBIDDEN}]|_(?=x[0-9A-F]{{4}}_)")
_ESCAPED = re.compile("_x([0-9A-F]{4})_")
_NEEDS_CARE = re.compile(f"[{_FORBIDDEN}&<>\r_]")


def escape(text: str) -> str:
    r"""A text as XML character data, with what XML 1.0 cannot hold made visible.

    >>> escape("a < b\x07"), escape("_x0007_")
    ('a &lt; b_x0007_', '_x005F_x0007_')
    """
    if not _NEEDS_CARE.search(text):
        return text
    text = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    # A reader turns a bare carriage return into a line feed (XML 1.0, 2.11).
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def unescape(text: str) -> str:
    """The text that :func:`escape` was given, from what an XML reader returns."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _plain(value: Any) -> Any:
    """A value that JSON and GraphML know."""
    if isinstance(value, datetime):
        return rdf.instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return rdf.plain(value) if isinstance(value, Decimal) else value


_encode = json.JSONEncoder(ensure_ascii=False, default=_plain, separators=(",", ":"), sort_keys=True).encode


def _written(value: Any, kind: str) -> str:
    """A value as XML character data of an attribute of that GraphML type."""
    if type(value) is str:
        return escape(value)
    if type(value) is bool:
        return "true" if value else "false"
    if isinstance(value, list | dict | tuple):
        return escape(_encode(value))
    return repr(float(value)) if kind == "double" else escape(str(_plain(value)))


def _type(value: Any) -> str:
    """The GraphML type that holds the value without loss."""
    match value:
        case bool():
            return "boolean"
        case int() if -(2**63) <= value < 2**63:
            return "long"
        case float():
            return "double"
        case Decimal() if Decimal(repr(float(value))) == value:
            return "double"
        case _:
            return "string"


Shape: TypeAlias = tuple[tuple[str, str], ...]
"""The names of a node's attributes, with the types of their values."""


def shape_of(attributes: Mapping[str, Any]) -> Shape:
    """The names and types of attributes."""
    return tuple([(name, _type(value)) for name, value in attributes.items()])


def _types(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The type of each attribute: that of its values, or string where they differ."""
    kinds: dict[str, set[str]] = {}
    for name, kind in found:
        kinds.setdefault(name, set()).add(kind)
    for each in kinds.values():
        if each == {"long", "double"}:
            each.discard("long")
    return {name: each.pop() if len(each) == 1 else "string" for name, each in sorted(kinds.items())}


_OF_EDGES = {"key": "string", "label": "string", "confidence": "double", "support": "long", "claims": "string"}


class Lines:
    """The lines of a GraphML file: those of a node and of the edges that lead from it depend on nothing else."""

    tail = "</graph>\n</graphml>\n"

    def __init__(self, graph: Graph, attributes: Iterable[tuple[str, str]]) -> None:
        """Write nodes of a graph.

        Args:
            graph: which holds them, and may lack others.
            attributes: names and types that occur in the whole graph.
        """
        self._graph = graph
        self._of_nodes = _types(attributes)
        self._opening: dict[tuple[str, str], str] = {}
        keys: list[str] = []
        for domain, kinds in (("node", self._of_nodes), ("edge", _OF_EDGES)):
            for name, kind in kinds.items():
                key = f"d{len(keys)}"
                self._opening[domain, name] = f'<data key="{key}">'
                keys.append(f'<key id="{key}" for="{domain}" attr.name={quoteattr(name)} attr.type="{kind}"/>\n')
        self.head = _HEAD + "".join(keys) + '<graph edgedefault="directed">\n'
        """How the file begins: which attributes there are, and their types."""

    def node(self, iri: Iri) -> str:
        """The line of one node."""
        data = "".join(
            f"{self._opening['node', name]}{_written(value, self._of_nodes[name])}</data>"
            for name, value in sorted(self._graph.nodes[iri].items())
            if value != []
        )
        return f"<node id={_address(iri)}>{data}</node>\n"

    def edges(self, source: Iri, targets: rdf.Targets) -> str:
        """The lines of all edges that lead from a node, together."""
        key, label, confidence, support, claims = (self._opening["edge", name] for name in _OF_EDGES)
        written = []
        for target, predicate, held in rdf.edges_from(targets):
            if unknown := held.keys() - _OF_EDGES.keys():
                raise ExportError(f"{source} {predicate}: an edge has no attribute {min(unknown)!r}")
            words = f"{claims}{escape(_encode(held['claims']))}</data>" if held.get("claims") else ""
            written.append(
                f"<edge source={_address(source)} target={_address(target)}>{key}{escape(predicate)}</data>"
                f"{label}{escape(held['label'])}</data>{confidence}{float(held['confidence'])!r}</data>"
                f"{support}{held['support']}</data>{words}</edge>\n"
            )
        return "".join(written)


_address = lru_cache(maxsize=1 << 16)(quoteattr)


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    lines = Lines(graph, (each for _, data in graph.nodes(data=True) for each in shape_of(data)))
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as file:
        file.write(lines.head)
        file.writelines(map(lines.node, sorted(graph.nodes)))
        file.writelines(lines.edges(source, targets) for source, targets in sorted(graph.adjacency()))
        file.write(lines.tail)
