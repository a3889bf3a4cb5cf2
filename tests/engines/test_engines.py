"""What engines are, what they refuse, and that nobody else knows them."""

import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kgraph.engines as package
from kgraph.cli import application
from kgraph.engines import open_engine, outputs
from kgraph.engines.guarded import EngineError, Limits
from kgraph.engines.plan import Plan, queries
from kgraph.errors import MissingExtraError, UsageError
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


@needs_duckdb
def test_the_command_builds_over_tables(seeds: Path, tmp_path: Path) -> None:
    run = CliRunner()
    told = ["build", str(seeds), "-o", str(tmp_path / "out"), "--engine", "local", "--model", "rules", "--json"]
    found = run.invoke(application(), told)
    assert found.exit_code == 0, found.output
    assert json.loads(found.stdout)["documents"] == len(list(seeds.iterdir()))
    assert {each.name for each in (tmp_path / "out").iterdir()} >= {*outputs.FOLDERS, "manifest.json"}
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
