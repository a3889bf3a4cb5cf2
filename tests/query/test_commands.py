"""The commands as people and scripts meet them."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kgraph.cli import explain, path, query, stats
from kgraph.errors import UsageError
from kgraph.exporters import nquads, parquet, turtle

from ..exporters.graphs import BASE, example

app = typer.Typer()
for name, module in (("query", query), ("explain", explain), ("path", path), ("stats", stats)):
    app.command(name)(module.command)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = example()
    hostile = "\x1b[2J[red]<script>alert(1)</script>[/red]\u202egnp.exe"
    graph.add_node(BASE + "company/hostile", type="Company", label=hostile, altLabel=["hostile"])
    graph.add_edge(
        BASE + "company/hostile", BASE + "product/gi-genius", "https://w3id.org/kgraph/ontology#uses",
        label="uses", confidence=1.0, support=1, claims=[],
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("exports")
    for exporter in (turtle, nquads, parquet):
        exporter.write(graph, folder)
    return folder


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(word) for word in words], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def test_query_prints_a_table_csv_json_and_turtle(exports: Path) -> None:
    table = run("query", "launches", "--on", exports).stdout
    assert "Medtronic launched GI Genius in 2021." in table
    assert "2 rows" in table
    asked = "SELECT ?l { ?p a kg:Product ; rdfs:label ?l }"
    assert run("query", asked, "--on", exports, "--format", "csv").stdout_bytes == b"l\r\nGI Genius\r\n"
    found = json.loads(run("query", asked, "--on", exports, "--format", "json").stdout)
    assert found["results"]["bindings"] == [{"l": {"type": "literal", "value": "GI Genius"}}]
    assert "kg:launched" in run("query", "business-graph", "--on", exports).stdout
    assert run("query", "ASK { ?s ?p ?o }", "--on", exports).stdout == "yes\n"
    listed = run("query", "--list").stdout
    assert "vocabulary-links" in listed
    with pytest.raises(UsageError, match="nothing to ask"):
        run("query", "--on", exports)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_an_endless_query_can_be_interrupted(exports: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
    code = "import sys, pathlib; from kgraph.cli import query; print('asked', flush=True);"
    code += "query.command(sys.argv[1], pathlib.Path(sys.argv[2]))"
    with subprocess.Popen([sys.executable, "-c", code, endless, str(exports)], stdout=subprocess.PIPE) as asked:
        assert asked.stdout is not None
        assert asked.stdout.readline().strip() == b"asked"
        time.sleep(1)
        assert asked.poll() is None
        asked.send_signal(signal.SIGINT)
        assert asked.wait(timeout=20) == -signal.SIGINT


def test_explain_shows_edges_and_words(exports: Path) -> None:
    said = run("explain", "medtronic", "--on", exports).stdout
    assert "“Medtronic launched GI Genius in 2021.”" in said
    assert "0.90, 2 stories" in said
    guessed = run("explain", "Medtroinc", "GI Genius", "--on", exports)
    assert "taken for 'Medtronic'" in guessed.stderr
    assert "Medtronic (Company) — launched → GI Genius (Product)" in guessed.stdout
    whole = json.loads(run("explain", "one.md", "--on", exports, "--json").stdout)
    assert whole["attributes"]["datePublished"] == "2024-05-01T10:30:00Z"
    assert whole["documents"] == ["one.md"]


def test_path_shows_each_step(exports: Path) -> None:
    shown = run("path", "Medtronic", "Digital Health", "--on", exports).stdout.splitlines()
    assert shown[0].endswith("— mentions → Medtronic (Company)  0.80, 1 story")
    assert shown[-2].endswith("— about → Digital Health (Topic)")
    assert len(json.loads(run("path", "Medtronic", "Digital Health", "--on", exports, "--json").stdout)) == 2
    nowhere = run("path", "Medtronic", BASE + "article/path/report.txt", "--on", exports)
    assert "are not connected" in nowhere.stdout
    assert nowhere.return_value == 1


def test_stats_counts(exports: Path) -> None:
    found = json.loads(run("stats", exports, "--json").stdout)
    assert found["nodes_by_type"]["Company"] == 2
    assert "5 claims" in run("stats", exports).stdout


def test_what_strangers_wrote_commands_no_terminal(exports: Path) -> None:
    for words in (["explain", "hostile"], ["explain", "GI Genius"], ["query", "SELECT ?l { ?c rdfs:label ?l }"]):
        said = run(*words, "--on", exports).stdout
        assert "\\x1b[2J[red]<script>alert(1)</script>[/red]\\x202egnp.exe" in said
        assert "\x1b" not in said
        assert "\u202e" not in said
