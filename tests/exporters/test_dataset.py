"""The dataset's description: right counts, no time, the same bytes."""

from pathlib import Path

import pyoxigraph as ox

from kgraph.exporters import dataset, turtle
from tests.evidence import build, corpus
from tests.exporters.graphs import example

PREFIXES = dataset.PREFIXES | {"dcterms": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#"}


def test_counts_are_those_of_the_graph(tmp_path: Path) -> None:
    graph = build(corpus(tmp_path / "sources"))
    turtle.write(graph, tmp_path)
    dataset.write(graph, tmp_path)
    data, described = ox.Store(), ox.Store()
    data.load(path=str(tmp_path / "graph.ttl"))
    described.load(path=str(tmp_path / "dataset.ttl"))

    def one(query: str) -> str:
        ((found,),) = described.query(query, prefixes=PREFIXES)
        return found.value

    assert int(one("SELECT ?n { ?d a dcat:Dataset ; void:triples ?n }")) == len(data)
    for part, kind, count in (("class", "a", "entities"), ("property", "?p", "triples")):
        rows = list(described.query(f"SELECT ?x ?n {{ ?part void:{part} ?x ; void:{count} ?n }}", prefixes=PREFIXES))
        assert rows
        for row in rows:
            pattern = f"?s a {row['x']}" if kind == "a" else f"?s {row['x']} ?o"
            ((number,),) = data.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
            assert number.value == row["n"].value
    assert int(one("SELECT (COUNT(*) AS ?n) { ?making prov:used ?document }")) == 2
    assert bool(
        described.query("ASK { ?d dcterms:rights ?r ; void:vocabulary <https://schema.org/> }", prefixes=PREFIXES)
    )
    assert not [quad for quad in described if isinstance(quad.object, ox.BlankNode)]


def test_no_time_and_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        dataset.write(example(), tmp_path / name)
    text = (tmp_path / "one" / "dataset.ttl").read_text(encoding="utf-8")
    assert text == (tmp_path / "two" / "dataset.ttl").read_text(encoding="utf-8")
    assert "dateTime" not in text
