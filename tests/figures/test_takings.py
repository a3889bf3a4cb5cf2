"""Whose revenue it is, in the words of many writers, and what is no revenue."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def revenues(words: str) -> set[tuple[str, str]]:
    found = market_figures.extract(Text("", words))
    return {(str(f.value // 1_000_000), f.subject) for f in found if f.measure == KG.REVENUE}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Revenue for fiscal 2024 came to $236 million, an increase of 10%, Orbix said.", {("236", "Orbix")}),
        ("Product revenue was $236 million, up 32% year over year, Orbix said.", {("236", "Orbix")}),
        ("Revenue in the Velora Cloud unit rose 26% to $236 million.", {("236", "Velora Cloud")}),
        ("The commercial cloud segment alone brought in $236 million in the quarter.", {("236", "commercial cloud")}),
        ("Orbix is on pace for $236 million in annual revenue.", {("236", "Orbix")}),
        ("Orbix itself reported $236 million in Data Center revenue for the quarter.", {("236", "Orbix")}),
        (
            "Orbix Corp's revenue was 18 million euros last year; Tarn's was $236 million.",
            {("18", "Orbix Corp"), ("236", "Tarn")},
        ),
        (
            "Revenue at Orbix rose 15% to $236 million, from $210 million in Q2 2023.",
            {("236", "Orbix"), ("210", "Orbix")},
        ),
        ("Orbix posted Q1 revenue of Rs 23.6 crore", {("236", "Orbix")}),
        ("Orbix booked an annual profit: the unit brought in $236 million in the fiscal year.", {("236", "Orbix")}),
    ],
)
def test_whose_revenue_it_is(words: str, expected: set[tuple[str, str]]) -> None:
    assert revenues(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Business Standard rises to $14.40 and Business Plus to $21.60.",
        "Tarn's profit was $18 million last year; Orbix's was $236 million.",
    ],
)
def test_what_is_no_revenue(words: str) -> None:
    assert revenues(words) == set()


def test_what_is_sold_worldwide_is_a_market() -> None:
    words = (
        "Even with factories idle, semiconductor revenue worldwide rose 10.4 percent to $466 million in 2020, IDC said."
    )
    [figure] = [f for f in market_figures.extract(Text("", words)) if f.measure != KG.SHARE]
    assert (figure.measure, figure.market, figure.region, figure.year) == (
        KG.MARKET_SIZE,
        "semiconductor",
        "Global",
        2020,
    )
