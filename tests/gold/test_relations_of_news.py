"""What a benchmark counts the relations of news by is sound: each text once, known relations, names at both ends."""

import json
import subprocess
import sys
from pathlib import Path

from kgraph.scoring import gold

FILE = Path(__file__).parents[2] / "benchmarks" / "relations.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def test_each_text_stands_there_once_read_or_unread() -> None:
    assert len({(row["file"], row["index"]) for row in ROWS}) == len(ROWS) == 1989
    assert {row["part"] for row in ROWS} == {"read", "unread"}


def test_every_relation_is_known_and_joins_names() -> None:
    for row in ROWS:
        for subjects, relation, objects in (*row["relations"], *row["optional"]):
            assert relation in gold.RELATIONS or relation == gold.RAISED
            assert min(map(len, subjects))
            assert min(map(len, objects))


def test_texts_and_what_was_found_in_them_can_be_built_and_scored(tmp_path: Path) -> None:
    rows = [row for row in ROWS if row["part"] == "unread"][:3]
    news = tmp_path / "news"
    news.mkdir()
    for file in {row["file"] for row in rows}:
        told = [{"title": f"{file} {number}", "excerpt": "Nothing happened."} for number in range(200)]
        (news / file).write_text(f"---\n{json.dumps({'related': told})}\n---\n", "utf-8")
    script = Path(__file__).parents[2] / "benchmarks" / "relations.py"
    out = tmp_path / "out"
    subprocess.run([sys.executable, script, news, "--part", "unread", "--write", out], check=True, capture_output=True)
    items = gold.read(out / "gold.jsonl")
    assert len(items) == len(list((out / "texts").glob("*.md"))) >= len(rows)
    wanted = sum(relation != gold.RAISED for row in rows for _, relation, _ in row["relations"])
    assert sum(len(item.relations) for item in items[: len(rows)]) == wanted
