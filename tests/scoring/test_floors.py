"""The whole way, from documents to a graph that is scored: nothing falls below what was reached before."""

import json
import re
from pathlib import Path

import pytest
import yaml

from kgraph import scoring, writing
from kgraph.building import build

GOLD = Path(__file__).parents[1] / "gold"
SHARED_GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
DEVELOPMENT = {
    "news": {"companies": 0.93, "products": 0.88, "people": 0.8, "relations": 0.85, "figures strict": 0.95},
    "reports": {"companies": 0.93, "people": 0.9, "places": 0.9, "relations": 0.85, "figures strict": 0.95},
}


def write_documents(gold: Path, kind: str, folder: Path) -> None:
    """The annotated texts as documents in the shape of the corpora."""
    folder.mkdir()
    if kind == "reports":
        for path in sorted((gold / "reports").glob("*.txt")):
            text = re.sub(r"\A# url:[^\n]*\n?", "", path.read_text(encoding="utf-8"))
            (folder / path.name).write_text(text, encoding="utf-8")
        return
    for item in json.loads((gold / "news.sample.json").read_text(encoding="utf-8")):
        front = {"title": item["title"], "excerpt": item["excerpt"], "webUrl": item.get("url") or None}
        shown = yaml.safe_dump({key: value for key, value in front.items() if value}, allow_unicode=True)
        (folder / f"{item['id']}.md").write_text(f"---\n{shown}---\n", encoding="utf-8")


@pytest.mark.parametrize("kind", ["news", "reports"])
@pytest.mark.parametrize("gold", [GOLD, SHARED_GOLD], ids=["own", "development"])
def test_the_pipeline_reaches_its_floors(gold: Path, kind: str, tmp_path: Path) -> None:
    if not gold.is_dir():
        pytest.skip(f"needs the gold standard at {gold}")
    write_documents(gold, kind, tmp_path / "documents")
    graph, _ = build([tmp_path / "documents"])
    writing.write(graph, tmp_path / "exports")
    report = scoring.score_files(gold / f"{kind}.gold.jsonl", tmp_path / "exports")
    floors = scoring.read_floors(GOLD / f"{kind}.floors.json") if gold == GOLD else DEVELOPMENT[kind]
    assert report.missing == ()
    assert report.below(floors) == []
    assert all(tally.fp == 0 for tally in report.evidence.values())
