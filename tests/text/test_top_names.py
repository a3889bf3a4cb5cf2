"""The most mentioned companies and products of a real corpus, held against a list judged by hand."""

from collections import Counter
from pathlib import Path

import pytest

from kgraph.building import build
from kgraph.namespace import SCHEMA
from kgraph.options import Options
from kgraph.resolution.spelling import fold, squash

JUDGED = Path(__file__).parent / "judged_names.tsv"
MOST = 200


def judged() -> dict[tuple[str, str], bool]:
    rows = (line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(name, kind): verdict == "right" for name, kind, verdict in rows}


def test_the_list_is_judged():
    verdicts = judged()
    assert len(verdicts) >= MOST
    assert sum(verdicts.values()) >= 0.95 * len(verdicts)
    assert {kind for _, kind in verdicts} == {"Company", "Product"}


@pytest.mark.long
def test_most_mentioned_names_are_right(azure):
    graph, _ = build([azure / "_news"], Options(min_confidence=0.5))
    counts = Counter(end for _, end, key in graph.edges(keys=True) if key == SCHEMA.MENTIONS)
    named = [
        (graph.nodes[node]["label"], graph.nodes[node]["type"])
        for node, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if graph.nodes[node].get("type") in ("Company", "Product")
    ][:MOST]
    verdicts = judged()
    wrong_or_new = [each for each in named if not verdicts.get(each, False)]
    assert len(wrong_or_new) <= 0.05 * MOST, wrong_or_new
    # a platform and the company that is called after it are two things of one name
    assert len({(squash(fold(name)), kind) for name, kind in named}) == len(named)
