import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kgraph.cli.score import score

GOLD = Path(__file__).parents[1] / "gold" / "reports.gold.jsonl"
app = typer.Typer()
app.command()(score)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(
        '<urn:a> a <https://w3id.org/kgraph/ontology#Article> ; <https://w3id.org/kgraph/ontology#path> "r01.txt" ;\n'
        "  <https://schema.org/mentions> <urn:l> .\n"
        "<urn:l> a <https://w3id.org/kgraph/ontology#Company> ; <http://www.w3.org/2000/01/rdf-schema#label> "
        '"Lonza" .\n',
        "utf-8",
    )
    return tmp_path


def test_the_table_shows_rows_and_errors(exports: Path) -> None:
    result = CliRunner().invoke(app, [str(GOLD), "--on", str(exports), "--errors", "1"])
    assert result.exit_code == 0
    assert "companies" in result.output
    assert "without an article: r02, r03, r04" in result.output
    assert "missed" in result.output


def test_json_holds_the_whole_report(exports: Path) -> None:
    result = CliRunner().invoke(app, [str(GOLD), "--on", str(exports), "--json"])
    report = json.loads(result.output)
    assert report["rows"]["companies"]["tp"] == 1
    assert report["rows"]["companies"]["precision"] == 1
    assert report["items"] == 4


def test_below_a_floor_the_exit_code_is_one(exports: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"companies": 0.9}')
    result = CliRunner().invoke(app, [str(GOLD), "--on", str(exports), "--floors", str(floors)])
    assert result.exit_code == 1
    assert "companies: F1" in result.output
    floors.write_text('{"companies": 0.01}')
    assert CliRunner().invoke(app, [str(GOLD), "--on", str(exports), "--floors", str(floors)]).exit_code == 0
