"""The gold standard is sound: every name stands in its text, every pattern and trap is there."""

import json
from pathlib import Path

import pytest

from kgraph.scoring import gold

HERE = Path(__file__).parent
RAW = [
    json.loads(line)
    for kind in ("news", "reports")
    for line in (HERE / f"{kind}.gold.jsonl").read_text("utf-8").splitlines()
]
TEXTS = gold.texts(HERE / "news.sample.json") | gold.texts(HERE / "reports")


def test_there_are_sixty_texts_and_more_each_once() -> None:
    assert len(RAW) >= 60
    assert len({item["id"] for item in RAW}) == len(RAW) == len(TEXTS)


@pytest.mark.parametrize("item", RAW, ids=lambda item: item["id"])
def test_every_annotation_stands_in_the_text(item: dict) -> None:  # type: ignore[type-arg]
    text = TEXTS[item["id"]]
    names = {each["name"] for kind in gold.KINDS for each in item[kind]} | {
        name for kind in gold.KINDS for name in item["optional"][kind]
    }
    for each in (each for kind in gold.KINDS for each in item[kind]):
        assert all(surface in text for surface in each["surfaces"])
        assert each.get("maker") is None or each["maker"] in names
    for relation in (*item["relations"], *item["optional"]["relations"]):
        assert relation["cue"] in text
        assert relation["p"] in {*gold.RELATIONS, gold.RAISED}
        assert relation["s"] in names
        assert relation["p"] in {"competesIn", gold.RAISED} or relation["o"] in names
    assert all(figure["surface"] in text for figure in (*item["market"], *item["optional"]["market"]))
    assert item["tests"]


def test_every_relation_and_measure_is_covered() -> None:
    relations = {relation["p"] for item in RAW for relation in item["relations"]}
    measures = {figure["measure"] for item in RAW for figure in item["market"]}
    assert relations == {*gold.RELATIONS, gold.RAISED}
    assert measures == {"marketSize", "cagr", "share", "funding", "revenue", "valuation", "price"}
