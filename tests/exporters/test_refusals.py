"""What cannot be written or read is refused with a sentence, and what is merely strange is kept."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kgraph.errors import ExportError
from kgraph.exporters import EXPORTERS, graphml, jsonld, nquads, parquet, turtle
from kgraph.loading import load

from .graphs import BASE, NASTY, SCHEMA
from .test_parity import FORMATS, check

RDF = (turtle, nquads, jsonld)


def graph(**attributes: Any) -> "nx.MultiDiGraph[str]":
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=BASE, documents={})
    made.add_node(BASE + "article/a", **{"type": "Article", "label": "A", **attributes})
    return made


@pytest.mark.parametrize("name", FORMATS)
def test_long_and_nasty_texts_survive(name: str, tmp_path: Path) -> None:
    long = "<script>alert('é\U0001f9ea')</script>\x0b\u2028\\" * 3_300
    assert len(long) > 100_000
    check(name, graph(headline=long, label=long, abstract="".join(NASTY), hiddenLabel=sorted(NASTY)), tmp_path)


@pytest.mark.parametrize("exporter", [*RDF, parquet])
def test_an_attribute_that_the_ontology_does_not_know_is_refused(exporter: Any, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="'pagerank' stands for no"):
        exporter.write(graph(pagerank=0.5), tmp_path)


@pytest.mark.parametrize("exporter", [graphml, parquet])
def test_an_unknown_attribute_of_an_edge_is_refused(exporter: Any, tmp_path: Path) -> None:
    made = graph()
    iri = BASE + "article/a"
    made.add_edge(iri, iri, SCHEMA + "about", label="about", confidence=1.0, support=1, claims=[], weight=3)
    with pytest.raises(ExportError, match="an edge has no attribute 'weight'"):
        exporter.write(made, tmp_path)


@pytest.mark.parametrize("exporter", RDF)
@pytest.mark.parametrize(
    ("attributes", "complaint"),
    [
        ({"type": "Spaceship"}, "'Spaceship' is no class"),
        ({"quality": float("nan")}, "no number"),
        ({"headline": object()}, "no datatype"),
    ],
)
def test_what_is_no_graph_of_the_ontology_is_refused(
    exporter: Any, attributes: dict[str, Any], complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=complaint):
        exporter.write(graph(**attributes), tmp_path)


@pytest.mark.parametrize("exporter", RDF)
def test_a_node_without_an_iri_is_refused(exporter: Any, tmp_path: Path) -> None:
    made = graph()
    made.add_node("no iri", type="Article", label="B")
    with pytest.raises(ExportError, match="'no iri' is no absolute IRI"):
        exporter.write(made, tmp_path)


def test_a_folder_without_exports_or_with_broken_ones_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"holds no nodes\.parquet"):
        load(tmp_path)
    parquet.write(graph(), tmp_path)
    (tmp_path / parquet.EDGES).write_bytes(b"PAR1 and nothing else")
    with pytest.raises(ExportError, match="are broken or no exports"):
        load(tmp_path)


def test_the_table_of_exporters_names_each_file_once() -> None:
    names = [name for each in EXPORTERS for name in ([each.NAME] if isinstance(each.NAME, str) else each.NAME)]
    assert len(names) == len(set(names))
    assert {turtle.NAME, nquads.NAME, jsonld.NAME, graphml.NAME, parquet.NODES, parquet.EDGES} <= set(names)
