"""GEXF 1.3 for Gephi (https://gexf.net/schema.html), dynamic: the timeline shows what is told of when.

An article exists from the day on which it was published; anything else from the day of the first article that tells of
it to that of the last. An edge with claims spans the days of their articles. What nothing dates is always there.
Lists and claims are JSON; characters that XML cannot hold stand as ``_xHHHH_``, as in GraphML.
"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import networkx as nx

from kgraph import ontology
from kgraph.analysis.interop import values
from kgraph.analysis.stories import published
from kgraph.errors import ExportError
from kgraph.exporters.graphml import escape, unescape
from kgraph.graph import Graph
from kgraph.model import Iri

NAMESPACE = "http://gexf.net/1.3"
_KINDS = {"list": "string"}


def write(graph: Graph, path: str | Path) -> None:
    """Write the graph as a GEXF file."""
    nodes = sorted(graph)
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    declared = {
        name: kind for name, kind in values.columns(graph.nodes[iri] for iri in nodes).items() if name != "label"
    }
    numbers = {name: number for number, name in enumerate(declared)}
    days = {iri: day for iri in nodes if (day := published(graph, iri))}
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{NAMESPACE}" version="1.3">\n')
        file.write(f"<meta><description>{escape(values.about(graph))}</description></meta>\n")
        file.write(
            '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
        )
        file.write('<attributes class="node" mode="static">\n')
        for name, kind in declared.items():
            file.write(f'<attribute id="{numbers[name]}" title={_quoted(name)} type="{_KINDS.get(kind, kind)}"/>\n')
        file.write('</attributes>\n<attributes class="edge" mode="static">\n')
        for number, (name, kind) in enumerate(_EDGE.items()):
            file.write(f'<attribute id="{number}" title="{name}" type="{kind}"/>\n')
        file.write("</attributes>\n<nodes>\n")
        for iri in nodes:
            held = graph.nodes[iri]
            said = [(numbers[name], _written(held[name])) for name in sorted(held) if name != "label"]
            span = _span([days[iri]] if iri in days else _told(graph, iri, days), open_end=iri in days)
            file.write(f"<node id={_quoted(iri)} label={_quoted(held['label'])}{span}>{_attvalues(said)}</node>\n")
        file.write("</nodes>\n<edges>\n")
        for number, (source, target, key, held) in enumerate(edges):
            told = [days[claim["article"]] for claim in held["claims"] if claim["article"] in days]
            said = list(
                enumerate((key, repr(float(held["confidence"])), str(held["support"]), values.claims(held["claims"])))
            )
            file.write(
                f'<edge id="{number}" source={_quoted(source)} target={_quoted(target)} label={_quoted(held["label"])} '
                f'weight="{held["support"]}"{_span(told)}>{_attvalues(said)}</edge>\n'
            )
        file.write("</edges>\n</graph>\n</gexf>\n")


_EDGE = {"key": "string", "confidence": "double", "support": "long", "claims": "string"}


def _written(held: Any) -> str:
    return (
        json.dumps([values.text(each) for each in held], ensure_ascii=False)
        if isinstance(held, list)
        else values.text(held)
    )


def _quoted(said: str) -> str:
    """An attribute of XML; white space is kept only as character references."""
    shown = quoteattr(unescape_entities(escape(said)))
    return shown.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def unescape_entities(said: str) -> str:
    """A text that :func:`escape` made, with its entities as characters again: attributes are quoted elsewhere."""
    return said.replace("&#13;", "\r").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def _attvalues(said: Iterable[tuple[int, str]]) -> str:
    each = "".join(f'<attvalue for="{number}" value={_quoted(text)}/>' for number, text in said)
    return f"<attvalues>{each}</attvalues>"


def _told(graph: Graph, iri: Iri, days: dict[Iri, date]) -> list[date]:
    return sorted(days[source] for source in graph.pred[iri] if source in days)


def _span(days: list[date], *, open_end: bool = False) -> str:
    if not days:
        return ""
    end = "" if open_end else f' end="{max(days)}"'
    return f' start="{min(days)}"{end}'


def read(path: str | Path) -> Graph:
    """The graph that :func:`write` wrote.

    Raises:
        ExportError: if the file is no GEXF file of kgraph.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - one's own file; expat bounds what entities may expand to
        return _graph(root)
    except (ET.ParseError, OSError, KeyError, ValueError, AttributeError) as error:
        raise ExportError(f"{path} is no GEXF file that kgraph wrote: {error}") from error


def _graph(root: ET.Element) -> Graph:
    tag = f"{{{NAMESPACE}}}".__add__
    about = json.loads(unescape(root.findtext(f"{tag('meta')}/{tag('description')}") or "{}"))
    graph: Graph = nx.MultiDiGraph(base=about["base"], documents=about["documents"])
    titles = {
        element.get("class", ""): {each.get("id", ""): unescape(each.get("title", "")) for each in element}
        for element in root.iter(tag("attributes"))
    }

    def held(element: ET.Element, kind: str) -> dict[str, str]:
        found = element.iter(tag("attvalue"))
        return {titles[kind][each.get("for", "")]: unescape(each.get("value", "")) for each in found}

    for element in root.iter(tag("node")):
        said = {"label": unescape(element.get("label", ""))} | held(element, "node")
        graph.add_node(unescape(element.get("id", "")), **{name: _value(name, text) for name, text in said.items()})
    for element in root.iter(tag("edge")):
        said = held(element, "edge")
        source, target = (unescape(element.get(end, "")) for end in ("source", "target"))
        label = unescape(element.get("label", ""))
        attributes = values.edge_attributes(label, said["confidence"], said["support"], said["claims"])
        graph.add_edge(source, target, said["key"], **attributes)
    return graph


def _value(name: str, said: str) -> Any:
    if name in {"type", "label"} or not ontology.property(name).multiple:
        return values.value(name, said)
    return values.values(name, json.loads(said))
