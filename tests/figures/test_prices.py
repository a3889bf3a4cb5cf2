"""What things cost, in the words of those who sell them, and what is no price."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def prices(words: str) -> set[tuple[str, str]]:
    found = market_figures.extract(Text("Orbix and the rest", words))
    return {(str(f.value), f.subject) for f in found if f.measure == KG.PRICE}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Orbix Watch 2 starts at $799.", {("799", "Orbix Watch 2")}),
        ("The Orbix Watch 2 is priced from £1,049.", {("1049", "Orbix Watch 2")}),
        ("The Orbix 3S retails for $299.99.", {("299.99", "Orbix 3S")}),
        ("The Orbix Watch will set you back €449.", {("449", "Orbix Watch")}),
        ("The headset carries a price tag of $3,499.", {("3499", "")}),
        ("Orbix Pro costs $200 a month.", {("200", "Orbix Pro")}),
        ("Tarn launches Orbix Go at ₹399 a month in India.", {("399", "Orbix Go")}),
        ("Orbix Pro, priced at $30 per user per month, went on sale in May.", {("30", "Orbix Pro")}),
        ("Orbix Pro rises to $16.99 per user a month.", {("16.99", "Orbix Pro")}),
        ("The Orbix Display glasses will go on sale for $799 on Sept. 30.", {("799", "Orbix Display")}),
        ("Tarn cut the price of the Orbix 7 to $44,990.", {("44990", "Orbix 7")}),
        ("At $1,299, the Orbix Pro 12 undercuts its rivals.", {("1299", "Orbix Pro 12")}),
        ("The Orbix Ring 5, from $349, tracks sleep.", {("349", "Orbix Ring 5")}),
        ("Prices start at $1,199 for the small model.", {("1199", "")}),
        ("The tests cost the lab $12 each.", {("12", "")}),
        ("The company sells the scanner for $2,500.", {("2500", "")}),
    ],
)
def test_what_a_thing_costs(words: str, expected: set[tuple[str, str]]) -> None:
    assert prices(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Gold sells for $3,300 an ounce.",
        "Bitcoin dropped to $98,400.",
        "The stock, which started at $12, has lost half of that.",
        "At $48, the stock is cheap.",
        "The business has revenue of $45 million a year.",
        "The pump market is priced at $1.",
        "The Orbix Watch sells for $7",
    ],
)
def test_what_is_no_price(words: str) -> None:
    assert prices(words) == set()
