"""Shares in the words of those who count, the year they are of, and percentages that are none."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def shares(words: str, headline: str = "") -> set[tuple[str, str, int | None]]:
    found = market_figures.extract(Text(headline, words))
    return {(str(f.value), f.subject, f.year) for f in found if f.measure == KG.SHARE}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The software segment dominated with 46.3% of the market last year.", {("46.3", "software", None)}),
        (
            "Orbix's share of the pump market fell to 22% from 25% a year earlier.",
            {("22", "Orbix", None), ("25", "Orbix", None)},
        ),
        ("Orbix's share of the pump market shed 2 percentage points, to 17.1 percent.", {("17.1", "Orbix", None)}),
        (
            "In the pump market the ranking is: Orbix, 32.9%; Tarn, 24.4%; Velora, 16.7%.",
            {("32.9", "Orbix", None), ("24.4", "Tarn", None), ("16.7", "Velora", None)},
        ),
        (
            "Worldwide spending on pumps hit $26.3 billion. Orbix walked away with 31.5 percent of it.",
            {("31.5", "Orbix", None)},
        ),
    ],
)
def test_who_has_which_share(words: str, expected: set[tuple[str, str, int | None]]) -> None:
    assert shares(words) == expected


@pytest.mark.parametrize(
    ("headline", "words", "year"),
    [
        ("Pump shipments shrink", "Vendors shipped 35 pumps in Q3 of 2018. Orbix had 20% of the pump market.", 2018),
        ("Pump sales grew in 2015", "Orbix led with 20% of the pump market last year.", 2015),
        ("Pump market to grow in 2030", "Orbix led with 20% of the pump market last year.", None),
    ],
)
def test_the_year_of_a_share_stands_in_what_went_before(headline: str, words: str, year: int | None) -> None:
    assert shares(words, headline) == {("20", "Orbix", year)}


@pytest.mark.parametrize(
    "words",
    [
        "The offer of $19 a share is a 38% premium to the last close.",
        "Oncology made up 28% of sales.",
    ],
)
def test_what_is_no_share(words: str) -> None:
    assert shares(words) == set()
