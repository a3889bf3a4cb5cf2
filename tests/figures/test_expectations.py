"""What is foreseen of a company's revenue is none, and the year in which it began dates no figure."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def revenues(words: str) -> list[tuple[str, str]]:
    found = market_figures.extract(Text(body=words))
    return [(str(f.value // 1_000_000), f.subject) for f in found if f.measure == KG.REVENUE]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orbix Systems topped estimates with revenue of $699M vs. $684M expected.", [("699", "Orbix Systems")]),
        ("Orbix reported revenue of $699 million versus $684 million estimated by Tarn.", [("699", "Orbix")]),
        ("Orbix had revenue of $699 million, above the $684 million the Street wanted.", [("699", "Orbix")]),
        ("Analysts polled by Tarn had been looking for revenue of $684 million.", []),
        ("Wall Street was expecting sales of $684 million, Tarn data showed.", []),
        ("The consensus estimate calls for sales of $684 million.", []),
        ("Orbix beat what analysts had expected, with revenue of $699 million.", [("699", "Orbix")]),
        ("Orbix now sees revenue of $684 million to $699 million.", [("684", "Orbix"), ("699", "Orbix")]),
        ("Orbix raised its revenue forecast to $699 million from $684 million.", [("699", "Orbix")]),
        ("Orbix grew revenue to $699 million from $684 million.", [("684", "Orbix"), ("699", "Orbix")]),
    ],
)
def test_what_is_expected_is_no_revenue(words: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(revenues(words)) == expected


def test_a_market_that_analysts_expect_is_one() -> None:
    [figure] = market_figures.extract(Text(body="Analysts expected the pump market to reach $684 million in 2030."))
    assert (figure.measure, figure.year) == (KG.MARKET_SIZE, 2030)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("The company, founded in 2019, has raised $70 million.", None),
        ("Launched in Berlin in early 2019, Orbix has raised $70 million.", None),
        ("Orbix has raised $70 million since its founding in 2019.", None),
        ("Orbix raised $70 million in 2019.", 2019),
        ("Founded by two nurses, Orbix raised $70 million in 2019.", 2019),
    ],
)
def test_the_year_in_which_a_firm_began_dates_no_figure(words: str, year: int | None) -> None:
    [figure] = market_figures.extract(Text("Orbix nets $70 million", words))
    assert figure.year == year
