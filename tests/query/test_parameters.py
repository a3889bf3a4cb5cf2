"""Queries with parameters: bound as terms, never pasted; and answers to those that need a graph with contradictions."""

import csv
import io
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kgraph import ontology, query
from kgraph.cli import application
from kgraph.errors import UsageError
from tests.evidence import COMPANY, GROWTH, MARKET, PRODUCT, REPORTED, build, corpus, export

KG = ontology.PREFIXES["kg"]


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parameters")
    graph = build(corpus(folder / "sources"))
    rival = "https://w3id.org/kgraph/id/company/olympus"
    graph.add_node(rival, type="Company", label="Olympus")
    for maker in (COMPANY, rival):
        key = "https://schema.org/manufacturer"
        graph.add_edge(PRODUCT, maker, key, label="manufacturer", confidence=1.0, support=1, claims=[])
    another = "https://w3id.org/kgraph/id/figure/" + "0" * 20
    graph.add_node(another, **{**graph.nodes[GROWTH], "value": graph.nodes[GROWTH]["value"] + 2, "exact": "another"})
    for _, target, key, data in list(nx.MultiDiGraph(graph).out_edges(GROWTH, keys=True, data=True)):
        graph.add_edge(another, target, key, **data)
    assert graph.has_edge(another, MARKET)
    assert graph.has_edge(another, REPORTED)
    return export(graph, folder / "exports")


def found(exports: Path, name: str, **values: str) -> list[str]:
    """The answer's rows without the columns that show what was set."""
    answer = query.run(name, exports, values)
    hidden = len(query.shipped()[name].parameters)
    made = csv.reader(io.StringIO(query.as_csv(answer), newline=""))
    return [",".join(row[: len(row) - hidden]) for row in made][1:]


def test_what_a_parameter_names_is_found_in_any_case(exports: Path) -> None:
    everything = found(exports, "company")
    assert everything
    assert found(exports, "company", company="MEDTRONIC") == [row for row in everything if row.startswith("Medtronic")]
    assert found(exports, "company", company="medtronic PLC.") == found(exports, "company", company="Medtronic")
    assert found(exports, "company", company="nobody") == []
    assert found(exports, "certifications", by="fda")
    assert found(exports, "article", title="launches gi")
    assert found(exports, "quarters", company="Medtronic")[0].startswith("2021-Q2,Medtronic,2")
    assert found(exports, "allies", company="Medtronic") == ["Medtronic,GI Genius,Olympus"]


def test_contradictions_and_makers(exports: Path) -> None:
    (row,) = found(exports, "contradictions")
    assert ",17.3,19.3,percent," in row
    assert found(exports, "makers") == ["GI Genius,Medtronic", "GI Genius,Olympus"]
    assert found(exports, "reprinters") == ["Reprints,Example News,1"]


@pytest.mark.parametrize(
    "value",
    [
        'x" } # ',
        "x') || true",
        "\\",
        '"""',
        "?c",
        "<http://example.org/>",
        "} UNION { ?c ?p ?o",
        "\n",
        "\u0000",
        "x" * 100_000,
    ],
)
@pytest.mark.parametrize("name", ["company", "allies", "quarters"])
def test_a_hostile_value_finds_nothing_and_changes_nothing(exports: Path, name: str, value: str) -> None:
    assert found(exports, name, company=value) == []


def test_a_value_is_the_same_term_in_the_engine(exports: Path) -> None:
    value = 'it\'s "quoted"\n\\ ?x {}'
    answer = query.ask(ox.Store(), "SELECT ?given { }", {"given": value})
    assert [row["given"].value for row in answer] == [value]


def test_an_unknown_parameter_is_a_sentence(exports: Path) -> None:
    with pytest.raises(UsageError, match="it has company"):
        query.run("company", exports, {"firm": "Medtronic"})
    run = CliRunner()
    fine = run.invoke(
        application(), ["query", "company", "--set", "company=Medtronic", "--on", str(exports), "--format", "csv"]
    )
    assert fine.exit_code == 0, fine.output
    assert "GI Genius" in fine.stdout


def test_there_are_thirty_and_parameters_are_declared() -> None:
    shipped = query.shipped()
    assert len(shipped) >= 30
    assert sum(bool(each.parameters) for each in shipped.values()) >= 6
    for each in shipped.values():
        for name, meaning in each.parameters.items():
            assert f"?{name}" in each.text
            assert meaning.endswith(".")
