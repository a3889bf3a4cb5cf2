"""Growth a year and sizes of markets, in the words of headlines and of those who count."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


@pytest.mark.parametrize(
    ("words", "measure", "market"),
    [
        ("Robotic surgery market set for 15.2% annual growth through 2032", KG.CAGR, "Robotic surgery"),
        ("Analysts see the weight-loss market peaking at $80 billion", KG.MARKET_SIZE, "weight-loss"),
        ("Worldwide public cloud end-user spending will total $80 billion.", KG.MARKET_SIZE, "public cloud"),
    ],
)
def test_what_is_told_of_a_market(words: str, measure: str, market: str) -> None:
    [figure] = market_figures.extract(Text(headline=words))
    assert (figure.measure, figure.market) == (measure, market)


def test_the_growth_of_a_firm_is_no_rate_of_a_market() -> None:
    assert not market_figures.extract(Text(headline="Robotic surgery firm set for 15.2% annual growth through 2032"))
