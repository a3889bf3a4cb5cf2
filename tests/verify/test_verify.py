"""Every cited word is found in the sources; one changed byte fails exactly the citations that it touches."""

import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgraph import building, verify, writing
from kgraph.cli import application
from tests.evidence import FIRST, LAUNCH, REPORT, build, corpus, export

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def world(tmp_path: Path) -> tuple[Path, Path]:
    sources = corpus(tmp_path / "sources")
    return export(build(sources), tmp_path / "exports"), sources


def test_untouched_sources_hold(world: tuple[Path, Path]) -> None:
    found = verify.verify(world[0], [world[1]])
    assert found.holds
    assert (found.claims, found.figures, found.documents) == (9, 3, 2)


def test_under_another_base_too(tmp_path: Path) -> None:
    sources = corpus(tmp_path / "sources")
    exports = export(build(sources, "https://example.org/kg/"), tmp_path / "exports")
    assert verify.verify(exports, [sources]).holds


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("news/launch.md", LAUNCH, "launched GI Genius in 2021"),
        ("news/launch.md", LAUNCH, "cleared"),
        ("news/launch.md", LAUNCH, "Dublin"),
        ("news/launch.md", LAUNCH, "polyps"),
        ("news/launch.md", LAUNCH, "launched GI Genius, an AI module"),
        ("reports/smart.txt", REPORT, "1.26"),
        ("reports/smart.txt", REPORT, "17.3%"),
        ("reports/smart.txt", REPORT, "Market"),
    ],
)
def test_one_changed_byte_fails_exactly_the_citations_that_it_touches(
    world: tuple[Path, Path], name: str, text: str, word: str
) -> None:
    exports, sources = world
    before = verify.load(exports)
    at = text.index(word)
    changed = text[:at] + ("X" if text[at] != "X" else "Y") + text[at + 1 :]
    (sources / name).write_text(changed, encoding="utf-8")
    found = verify.verify(exports, [sources])
    assert [each.path for each in found.changes] == [name]
    texts = {each.article: each for each in found.failures}
    assert len(texts) <= 1
    touched = [each for each in verify.citations(before) if word in each.exact]
    assert {(each.statement, each.start, each.end) for each in found.failures} == {
        (each.statement, each.start, each.end) for each in touched
    }
    for each in found.failures:
        assert each.found is not None
        assert len(each.found) == len(each.exact)
        assert sum(one != other for one, other in zip(each.found, each.exact, strict=True)) == 1


def test_a_source_that_is_gone_fails_all_its_citations(world: tuple[Path, Path]) -> None:
    exports, sources = world
    (sources / "reports" / "smart.txt").unlink()
    # Without the folder the paths would be relative to another one.
    (sources / "reports" / "other.txt").write_text("Nothing of that.", encoding="utf-8")
    found = verify.verify(exports, [sources])
    assert [(each.path, each.found) for each in found.changes] == [("reports/smart.txt", "")]
    assert len(found.failures) == 4
    assert {each.found for each in found.failures} == {None}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    graph, _ = building.build([SEEDS])
    writing.write(graph, folder)
    return folder


def test_the_seeds_hold(seeds: Path) -> None:
    found = verify.verify(seeds, [SEEDS])
    assert found.holds
    assert found.claims > 300
    assert found.figures > 5


def test_a_changed_byte_anywhere_in_a_report_fails_exactly_what_it_touches(seeds: Path, tmp_path: Path) -> None:
    name = "004_0ec80b02f98d4e60.txt"
    text = (SEEDS / name).read_text(encoding="utf-8")
    cited = [each for each in verify.citations(verify.load(seeds)) if each.article.endswith(name)]
    assert len(cited) > 50
    lead = len(text) - len(text.lstrip("\ufeff\n\t "))
    chosen = random.Random(7)
    letters = [
        place for place in range(lead + 5, len(text.rstrip())) if text[place].isascii() and text[place].isalnum()
    ]
    for seed in SEEDS.iterdir():
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    for place in chosen.sample(letters, 5):
        changed = text[:place] + ("q" if text[place] != "q" else "x") + text[place + 1 :]
        (tmp_path / name).write_text(changed, encoding="utf-8", newline="")
        found = verify.verify(seeds, [tmp_path])
        touched = {(e.statement, e.start, e.end) for e in cited if e.start <= place - lead < e.end}
        assert {(each.statement, each.start, each.end) for each in found.failures} == touched


def test_the_command_says_what_differs(world: tuple[Path, Path]) -> None:
    exports, sources = world
    fine = CliRunner().invoke(application(), ["verify", str(exports), str(sources)])
    assert fine.exit_code == 0
    assert "9 claims and 3 figures of 2 documents" in fine.stdout
    (sources / "news" / "launch.md").write_text(LAUNCH.replace("cleared", "cheered"), encoding="utf-8")
    said = CliRunner().invoke(application(), ["verify", str(exports), str(sources)])
    assert said.exit_code == 1
    assert "cheered" in said.stdout
    assert FIRST in said.stdout
    as_json = CliRunner().invoke(application(), ["verify", str(exports), str(sources), "--json"])
    assert [each["start"] for each in json.loads(as_json.stdout)["failures"]]
    assert CliRunner().invoke(application(), ["verify", str(exports)]).exit_code == 2
