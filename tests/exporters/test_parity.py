"""Every format, read back, is the graph."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from kgraph import explore, ontology, rdf
from kgraph.exporters import EXPORTERS, graphml, html, jsonld, nquads, parquet, turtle
from kgraph.loading import load

from .graphs import XSD, example, graphs

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
Graph = Any


def held(graph: Graph) -> tuple[Any, ...]:
    """What a graph says, for comparison: equal values of one kind are equal, whatever their zone or their zeros."""

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return [plain(each) for each in value]
        if isinstance(value, datetime):
            return ("moment", rdf.instant(value))
        if isinstance(value, Decimal):
            return ("decimal", rdf.plain(value))
        return (type(value).__name__, value)

    nodes = {iri: {name: plain(value) for name, value in data.items()} for iri, data in graph.nodes(data=True)}
    edges = {(s, o, p): data for s, o, p, data in graph.edges(keys=True, data=True)}
    return nodes, edges, graph.graph["documents"], graph.graph["base"]


def from_rdf(name: str, folder: Path, base: str) -> Graph:
    return rdf.graph_of(rdf.quads(ox.parse(path=folder / name)), base)


def from_graphml(folder: Path, base: str, original: Graph) -> Graph:
    """GraphML knows fewer types than the ontology, which tells what the strings stand for."""
    read = nx.read_graphml(folder / graphml.NAME, force_multigraph=True)
    graph = nx.MultiDiGraph(base=base, documents=original.graph["documents"])

    def value(name: str, found: Any) -> Any:
        if isinstance(found, str):
            found = graphml.unescape(found)
        if name in {"type", "label"}:
            return found
        known = ontology.property(name)
        if known.multiple:
            return sorted(one(known, each) for each in json.loads(found))
        return one(known, found)

    def one(known: ontology.Property, found: Any) -> Any:
        ranges = {iri.removeprefix(XSD) for iri in known.range}
        if "decimal" in ranges:
            return Decimal(str(found))
        if "integer" in ranges or "nonNegativeInteger" in ranges or "gYear" in ranges:
            return int(found)
        if "dateTime" in ranges:
            return datetime.fromisoformat(found) if "T" in found else date.fromisoformat(found)
        return found

    for iri, data in read.nodes(data=True):
        graph.add_node(iri, **{name: value(name, found) for name, found in data.items()})
    for source, target, key, data in read.edges(keys=True, data=True):
        assert data.pop("key") == key
        claims = json.loads(graphml.unescape(data["claims"])) if "claims" in data else []
        graph.add_edge(source, target, key, **{**data, "claims": claims})
    return graph


FORMATS: dict[str, Callable[[Path, Graph], Graph]] = {
    "turtle": lambda folder, graph: from_rdf(turtle.NAME, folder, graph.graph["base"]),
    "nquads": lambda folder, graph: from_rdf(nquads.NAME, folder, graph.graph["base"]),
    "jsonld": lambda folder, graph: from_rdf(jsonld.NAME, folder, graph.graph["base"]),
    "graphml": lambda folder, graph: from_graphml(folder, graph.graph["base"], graph),
    "parquet": lambda folder, graph: load(folder),
}
MODULES = {"turtle": turtle, "nquads": nquads, "jsonld": jsonld, "graphml": graphml, "parquet": parquet}


def check(name: str, graph: Graph, folder: Path) -> None:
    before = held(graph)
    MODULES[name].write(graph, folder)
    assert held(graph) == before, "writing changed the graph"
    nodes, edges, documents, base = held(FORMATS[name](folder, graph))
    assert nodes == before[0]
    assert edges == before[1]
    if name not in {"turtle", "jsonld"}:  # what documents say of articles stands in the dataset alone
        assert documents == before[2]
    assert base == before[3]


@pytest.mark.parametrize("name", FORMATS)
def test_the_example_survives(name: str, tmp_path: Path) -> None:
    check(name, example(), tmp_path)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_survives(name: str, tmp_path: Path) -> None:
    check(name, nx.MultiDiGraph(base="https://example.org/", documents={}), tmp_path)


@pytest.mark.parametrize("name", FORMATS)
@given(graph=graphs())
@FEW
def test_any_graph_survives(name: str, tmp_path: Path, graph: Graph) -> None:
    check(name, graph, tmp_path)


@given(graph=graphs())
@settings(FEW, max_examples=15)
def test_the_page_of_the_tables_is_that_of_the_graph(tmp_path: Path, graph: Graph) -> None:
    html.write(graph, tmp_path)
    assert (tmp_path / html.NAME).read_text("utf-8") == explore.page(graph)


def triples(path: Path) -> set[tuple[str, str, rdf.Term]]:
    """What rdflib reads, with every literal as it is written."""
    read = rdflib.Graph().parse(path)
    found = set()
    for subject, predicate, object_ in read:
        assert not isinstance(subject, rdflib.BNode)
        assert not isinstance(object_, rdflib.BNode)
        literal = isinstance(object_, rdflib.Literal)
        datatype = str(object_.datatype or rdf.STRING) if literal else ""
        found.add((str(subject), str(predicate), (str(object_), datatype)))
    return found


@pytest.fixture
def _literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def said(graph: Graph) -> set[tuple[str, str, rdf.Term]]:
    return {(s, p, (o, datatype)) for s, predications in rdf.descriptions(graph) for p, o, datatype, _ in predications}


@pytest.mark.usefixtures("_literals_as_written")
@given(graph=graphs())
@FEW
def test_rdflib_reads_the_turtle_equal_literal_by_literal(tmp_path: Path, graph: Graph) -> None:
    turtle.write(graph, tmp_path)
    assert triples(tmp_path / turtle.NAME) == said(graph)


@pytest.mark.usefixtures("_literals_as_written")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own reader
def test_rdflib_reads_the_json_ld_equal(tmp_path: Path) -> None:
    graph = example()
    jsonld.write(graph, tmp_path)
    assert triples(tmp_path / jsonld.NAME) == said(graph)


@given(graph=graphs())
@FEW
def test_the_named_graphs_together_are_the_turtle(tmp_path: Path, graph: Graph) -> None:
    nquads.write(graph, tmp_path)
    turtle.write(graph, tmp_path)
    dataset = set(rdf.quads(ox.parse(path=tmp_path / nquads.NAME)))
    sources = {each[:3] for each in rdf.documents(graph)}
    assert {each[:3] for each in dataset} - sources == {
        each[:3] for each in rdf.quads(ox.parse(path=tmp_path / turtle.NAME))
    }
    # A named graph is an article's, and holds what that article says.
    for subject, predicate, object_, name in dataset:
        kind = graph.nodes[subject]["type"] if subject in graph else ""
        if name:
            assert name in graph
        else:
            assert kind not in {"Article", "Report"} or (subject, predicate, object_) in sources


def test_what_stands_in_an_articles_graph(tmp_path: Path) -> None:
    nquads.write(example(), tmp_path)
    by_graph: dict[str, set[str]] = {}
    for subject, predicate, _, name in rdf.quads(ox.parse(path=tmp_path / nquads.NAME)):
        by_graph.setdefault(name.rpartition("/")[2], set()).add(
            f"{subject.split('/')[-2]} {ontology.local_name(predicate)}"
        )
    assert "medtronic" not in by_graph
    assert {"company launched", "claim exact", "example.org headline"} <= by_graph["1"]
    assert {"company launched", "claim exact"} <= by_graph["2"]
    assert {"figure value", "figure wasDerivedFrom", "path headline"} <= by_graph["report.txt"]
    assert {"company label", "document sha256", "extractor label", "example.org wasDerivedFrom"} <= by_graph[""]
    assert not {"company launched", "figure value", "example.org headline"} & by_graph[""]


def test_the_order_of_nodes_and_edges_changes_no_byte(tmp_path: Path) -> None:
    graph = example()
    shuffled: Graph = nx.MultiDiGraph(**graph.graph)
    shuffled.add_nodes_from((iri, dict(reversed(data.items()))) for iri, data in reversed(list(graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    for folder, each in (("one", graph), ("other", shuffled)):
        (tmp_path / folder).mkdir()
        for exporter in EXPORTERS:
            exporter.write(each, tmp_path / folder)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == 8
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes(), name


def test_moments_are_written_in_utc(tmp_path: Path) -> None:
    turtle.write(example(), tmp_path)
    assert '"2024-05-01T10:30:00Z"^^xsd:dateTime' in (tmp_path / turtle.NAME).read_text("utf-8")
    parquet.write(example(), tmp_path)
    published = load(tmp_path).nodes["https://w3id.org/kgraph/id/article/example.org/1"]["datePublished"]
    assert (published, published.tzinfo) == (datetime(2024, 5, 1, 10, 30, tzinfo=UTC), UTC)


def test_the_documentation_lists_the_columns_of_the_tables() -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
    for field in parquet.node_schema():
        kind = "list<struct>" if field.name == "other" else str(field.type).replace("list<item: ", "list<")
        assert (field.name, kind) in listed
    assert {field.name for field in parquet.EDGE_SCHEMA} <= set(re.findall(r"`(\w+)`", text))
