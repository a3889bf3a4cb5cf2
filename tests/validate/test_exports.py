"""Builds conform: of the seeds, and (with ``-m long``) of the azure corpus where its exports are at hand."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgraph import building, validate, writing
from kgraph.cli import application
from tests.evidence import build, corpus, export

pytest.importorskip("pyshacl")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    graph, _ = building.build([SEEDS])
    writing.write(graph, folder)
    return folder


@pytest.mark.parametrize(
    "engine",  # pyshacl takes a minute for what the other does in half a second
    [pytest.param(each, marks=[pytest.mark.long] if each == "pyshacl" else []) for each in validate.ENGINES],
)
def test_the_seeds_conform(seeds: Path, engine: str) -> None:
    pytest.importorskip(engine)
    assert validate.check_exports(seeds, engine) == []


@pytest.mark.parametrize("engine", list(validate.ENGINES))
def test_a_small_corpus_conforms_whatever_the_engine(tmp_path: Path, engine: str) -> None:
    pytest.importorskip(engine)
    exports = export(build(corpus(tmp_path / "sources")), tmp_path / "exports")
    assert validate.check_exports(exports, engine) == []


def test_every_artefact_in_rdf_conforms(seeds: Path) -> None:
    for name in ("graph.ttl", "graph.nq", "graph.jsonld"):
        assert validate.check(validate.read(seeds / name)) == []


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    exports = export(build(corpus(tmp_path / "sources")), tmp_path / "exports")
    fine = CliRunner().invoke(application(), ["validate", str(exports)])
    assert fine.exit_code == 0
    assert "conforms" in fine.stdout
    broken = tmp_path / "broken.ttl"
    text = (exports / "graph.ttl").read_text(encoding="utf-8")
    broken.write_text(text.replace('kg:unit "USD"', 'kg:unit "dollars"', 1), encoding="utf-8")
    found = CliRunner().invoke(application(), ["validate", str(broken), "--json"])
    assert found.exit_code == 1
    assert [each["rule"] for each in json.loads(found.stdout)] == ["unit-value"]
    assert "kg:unit" in CliRunner().invoke(application(), ["validate", str(broken)]).stdout


@pytest.mark.parametrize("content", ["no turtle at all {", "<a> <b> ", "\x00"])
def test_a_file_that_is_no_rdf_is_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(validate.ExportError, match="broken"):
        list(validate.read(path))


@pytest.mark.long
@pytest.mark.skipif("KGRAPH_AZURE_EXPORTS" not in os.environ, reason="KGRAPH_AZURE_EXPORTS names no exports")
def test_the_azure_corpus_conforms() -> None:
    assert validate.check_exports(Path(os.environ["KGRAPH_AZURE_EXPORTS"])) == []
