"""What engines are, what they refuse, and that nobody else knows them."""

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import kgraph.engines as package
from kgraph import folders
from kgraph.cli import application
from kgraph.engines import open_engine, outputs
from kgraph.engines.guarded import EngineError, Limits
from kgraph.engines.plan import Plan, queries
from kgraph.errors import ExportError, MissingExtraError, UsageError
from tests.conftest import ROOT
from tests.engines.runs import needs_duckdb

SOURCE = Path(package.__file__).parent


def test_adapters_are_small_and_alone() -> None:
    adapters = [SOURCE / f"{name}.py" for name in package.ENGINES]
    assert sum(len(file.read_text().splitlines()) for file in adapters) < 150
    importing = re.compile(r"^\s*(?:import|from)\s+(?:duckdb|pyspark)\b", re.M)
    homes = {file for file in (ROOT / "src").rglob("*.py") if importing.search(file.read_text())}
    assert homes == set(adapters)


def test_set_operations_are_named_once_and_say_their_tables() -> None:
    text = "".join(file.read_text() for file in (SOURCE / "sql").glob("*.sql"))
    names = re.findall(r"^-- name: (.*)$", text, re.M)
    assert len(names) == len(set(names)) == len(queries())
    assert all(query.startswith(("select", "with")) for query in queries().values())


@pytest.mark.parametrize("name", ["flink", "local:4", "spark:my cluster", ""])
def test_other_engines_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        open_engine(name, 1, "1GB", tmp_path)


@pytest.mark.parametrize(("name", "package", "extra"), [("local", "duckdb", "scale"), ("spark", "pyspark", "spark")])
def test_a_missing_package_is_named_with_its_extra(
    name: str, package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"kgraph.engines.{name}", raising=False)
    with pytest.raises(MissingExtraError, match=re.escape(f"kgraph[{extra}]")):
        open_engine(name, 1, "1GB", tmp_path)


def test_spark_refuses_a_relative_output(seeds: Path) -> None:
    with pytest.raises(UsageError, match="relative path"):
        outputs.build([seeds], Path("exports"), "spark:local[2]")


def invoked(*told: object) -> Result:
    """What ``kgraph build`` does."""
    return CliRunner().invoke(application(["build"]), ["build", *map(str, told)])


@needs_duckdb
def test_a_large_corpus_goes_over_tables_by_itself(seeds: Path, tmp_path: Path) -> None:
    out, count = tmp_path / "out", len(list(seeds.iterdir()))
    told = [seeds, "-o", out, "--model", "rules", "--license", "https://example.org/licence"]
    small = invoked(*told, "--in-memory", count)
    assert small.exit_code == 0, small.output
    assert (out / "graph.nq").is_file()
    large = invoked(*told, "--in-memory", count - 1)
    assert large.exit_code == 0, large.output
    assert f"over tables, in parts: {count} files are more than --in-memory {count - 1}" in large.stderr
    assert not (out / "graph.nq").exists()  # it would say what was
    assert json.loads((out / "manifest.json").read_text())["license"] == "https://example.org/licence"
    assert invoked(*told).exit_code == 0
    assert (out / "graph.nq").is_file()
    assert not [name for name in folders.IN_PARTS if (out / name).exists()]
    (out / "nodes").mkdir()
    (out / "nodes" / "mine.txt").touch()
    assert isinstance(invoked(*told, "--in-memory", 0).exception, ExportError)
    assert invoked(*told).exit_code == 0
    assert (out / "nodes" / "mine.txt").exists()


def test_without_duckdb_it_says_what_to_do(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.delitem(sys.modules, "kgraph.engines.local", raising=False)
    found = invoked(seeds, "-o", tmp_path / "out", "--in-memory", 1)
    assert isinstance(found.exception, UsageError)
    assert "kgraph[scale]" in str(found.exception)
    assert "--in-memory" in str(found.exception)


@needs_duckdb
def test_the_command_builds_over_tables(seeds: Path, tmp_path: Path) -> None:
    run = CliRunner()
    told = ["build", str(seeds), "-o", str(tmp_path / "out"), "--in-memory", "0", "--model", "rules", "--json"]
    found = run.invoke(application(), told)
    assert found.exit_code == 0, found.output
    assert json.loads(found.stdout)["documents"] == len(list(seeds.iterdir()))
    assert {each.name for each in (tmp_path / "out").iterdir()} >= {*folders.IN_PARTS, "manifest.json"}
    assert isinstance(run.invoke(application(), [*told, "--check"]).exception, UsageError)


@needs_duckdb
def test_what_an_engine_raises_becomes_a_sentence(tmp_path: Path) -> None:
    engine = open_engine("local", 1, "200MB", tmp_path)
    plan = Plan(engine, tmp_path, Limits(), lambda *_: None)
    with pytest.raises(EngineError, match=r"wanted: .*no_such_column"):
        plan.sql("wanted", "select no_such_column")
    with pytest.raises(EngineError, match="a question to the tables"):
        plan.fetch("select no_such_column")
    engine.close()
