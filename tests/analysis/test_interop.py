"""What is written for another tool and read back is the graph, whatever stands in it; and the tools read it."""

import json
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from kgraph.analysis.interop import cx2, gexf, igraph, kgx, neo4j_csv, pandas, polars, pyg
from kgraph.errors import ExportError

from ..exporters.graphs import example, graphs
from ..exporters.test_parity import held

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
FILES = {"gexf": gexf, "cx2": cx2, "neo4j": neo4j_csv, "kgx": kgx}
VALUES = {"pandas": pandas, "polars": polars, "igraph": igraph}


def check(name, graph, folder):
    before = held(graph)
    if name in FILES:
        FILES[name].write(graph, folder / name)
        back = FILES[name].read(folder / name)
    else:
        pytest.importorskip(name)
        back = VALUES[name].read(VALUES[name].write(graph))
    assert held(graph) == before, "writing changed the graph"
    nodes, edges, documents, base = held(back)
    assert nodes == before[0]
    assert edges == before[1]
    assert documents == before[2]
    assert base == before[3]


@pytest.mark.parametrize("name", [*FILES, *VALUES])
def test_the_example_survives(name, tmp_path):
    check(name, example(), tmp_path)


@pytest.mark.parametrize("name", [*FILES, *VALUES])
def test_an_empty_graph_survives(name, tmp_path):
    check(name, nx.MultiDiGraph(base="https://example.org/", documents={}), tmp_path)


@pytest.mark.parametrize("name", [*FILES, *VALUES])
@given(graph=graphs())
@FEW
def test_any_graph_survives(name, tmp_path, graph):
    check(name, graph, tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_such_file_is_refused(name, tmp_path):
    with pytest.raises(ExportError, match="kgraph wrote"):
        FILES[name].read(tmp_path / "absent")
    broken = tmp_path / "broken"
    broken.write_text("<gexf>")
    with pytest.raises(ExportError, match="kgraph wrote"):
        FILES[name].read(broken)


@given(graph=graphs())
@FEW
def test_edge_lists_hold_every_edge(graph):
    edges = pyg.write(graph)
    back = pyg.read(edges)
    assert set(back.edges(keys=True, data="support")) == set(graph.edges(keys=True, data="support"))
    assert dict(back.nodes(data="type")) == dict(graph.nodes(data="type"))
    parts = pyg.hetero(graph)
    assert sum(index.shape[1] for index in parts.edge_index.values()) == graph.number_of_edges()
    for (source, label, target), index in parts.edge_index.items():
        assert index.dtype == np.int64
        for a, b in index.T:
            found = graph.get_edge_data(parts.nodes[source][a], parts.nodes[target][b])
            assert label in {each["label"] for each in found.values()}


def test_gephi_gets_days(tmp_path):
    gexf.write(example(), tmp_path / "graph.gexf")
    root = ElementTree.parse(tmp_path / "graph.gexf").getroot()
    space = {"g": gexf.NAMESPACE}
    assert root.find("g:graph", space).get("mode") == "dynamic"
    spans = {each.get("label"): (each.get("start"), each.get("end")) for each in root.iterfind(".//g:node", space)}
    assert spans["Medtronic launches GI Genius"] == ("2024-05-01", None)
    assert spans["Medtronic"] == ("2024-05-01", "2024-05-02")
    assert spans["Smart Healthcare"] == (None, None)
    launched = next(each for each in root.iterfind(".//g:edge", space) if each.get("label") == "launched")
    assert (launched.get("start"), launched.get("end")) == ("2024-05-01", "2024-05-02")


def test_cytoscape_gets_what_it_declares(tmp_path):
    cx2.write(example(), tmp_path / "graph.cx2")
    aspects = {}
    for aspect in json.loads((tmp_path / "graph.cx2").read_text("utf-8")):
        aspects |= aspect
    counts = {each["name"]: each["elementCount"] for each in aspects["metaData"]}
    assert counts["nodes"] == len(aspects["nodes"])
    assert counts["edges"] == len(aspects["edges"])
    kinds = {
        "string": str,
        "boolean": bool,
        "long": int,
        "integer": int,
        "double": (int, float),
        "list_of_string": list,
    }
    for aspect in ("nodes", "edges"):
        declared = aspects["attributeDeclarations"][0][aspect]
        for each in aspects[aspect]:
            assert all(isinstance(value, kinds[declared[name]["d"]]) for name, value in each["v"].items())


def test_neo4j_gets_labels_and_types(tmp_path):
    neo4j_csv.write(example(), tmp_path)
    header, *rows = (tmp_path / "nodes.csv").read_text("utf-8").splitlines()
    assert header.startswith("iri:ID,:LABEL,class,")
    assert "quality:long" in header
    assert "altLabel:string[]" in header
    company = next(row for row in rows if "/company/" in row)
    assert {"Company", "Organization", "Corporation"} <= set(company.split(",")[1].split(neo4j_csv.BETWEEN))


def test_kgx_has_the_columns_it_must_have(tmp_path):
    kgx.write(example(), tmp_path)
    nodes, edges = ((tmp_path / name).read_text("utf-8").split("\n") for name in (kgx.NODES, kgx.EDGES))
    assert nodes[0].split("\t")[:3] == ["id", "category", "name"]
    assert {"subject", "predicate", "object", "publications"} <= set(edges[0].split("\t"))
    assert any("\tkg:Company\tMedtronic\t" in line for line in nodes)
    assert any("\tkg:launched\t" in line and "|" in line for line in edges)
    assert all(line.count("\t") == nodes[0].count("\t") for line in nodes if line)
