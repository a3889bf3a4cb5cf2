"""What a benchmark counts the relations of news by is sound: each text once, known relations, names at both ends."""

import json
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
