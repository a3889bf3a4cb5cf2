"""Whom a valuation is of: the name that a verb reaches it with, the raiser, "the company" of earlier words."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def valuations(text: Text) -> set[tuple[str, str]]:
    found = market_figures.extract(text)
    return {(str(f.value // 1_000_000), f.subject) for f in found if f.measure == KG.VALUATION}


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Orbixo doubles valuation to $900 million with $30 million Series E", "Orbixo"),
        ("Orbixo has quadrupled its valuation to $900 million.", "Orbixo"),
        ("Orbixo, the imaging startup, reached a $900 million valuation in July.", "Orbixo"),
        ("Dutch fintech Orbixo raised €65 million in 2021 at a valuation of $900 million.", "Orbixo"),
        ("Orbixo raised $30 million in its IPO, valuing the Swedish lender at $900 million.", "Orbixo"),
        ("Orbixo's latest round valued the robot maker at $900 million.", "Orbixo"),
        ("The deal values Orbixo Holding AB at $900 million.", "Orbixo Holding AB"),
        ("The deal values Orbixo, a Swedish proteomics company, at $900 million.", "Orbixo"),
        ("The bid gives Orbixo a price tag of $900 million.", "Orbixo"),
        ("The investment pegs Orbixo's worth at $900 million.", "Orbixo"),
        ("At that price, the company would be valued at $900 million.", ""),
    ],
)
def test_whom_a_valuation_is_of(words: str, owner: str) -> None:
    assert valuations(Text(body=words)) == {("900", owner)}


def test_the_company_of_a_valuation_is_the_one_that_raised() -> None:
    headline = "Orbixo Health lands $43M Series C led by Tarn Ventures"
    assert valuations(Text(headline, "The round values the San Francisco startup at $900 million.")) == {
        ("900", "Orbixo Health")
    }
    assert valuations(Text(headline, "Tarn Ventures led the round at a $900 million valuation.")) == {
        ("900", "Orbixo Health")
    }


@pytest.mark.parametrize(
    "words",
    [
        "Orbixo signed a contract valued at $900 million.",
        "The court valued the shares at $900 million.",
        "Tarn valued the property in Leeds at $900 million.",
    ],
)
def test_what_is_valued_and_no_company_has_no_valuation(words: str) -> None:
    assert not valuations(Text(body=words))
