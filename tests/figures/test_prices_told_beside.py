"""Prices beside prices, sums in other words, currencies by code and letter, and sums that "they came to"."""

from decimal import Decimal

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.extractors.figures.quantities import money
from kgraph.model import Text
from kgraph.namespace import KG


def _values(headline: str, abstract: str, measure: object) -> set[str]:
    found = market_figures.extract(Text(headline=headline, abstract=abstract))
    return {str(figure.value) for figure in found if figure.measure == measure}


@pytest.mark.parametrize(
    ("headline", "abstract", "prices"),
    [
        (
            "Zelbo Suite now costs more",
            "The Starter plan will set you back $7.20 per user per month instead of $6. Standard rises to $14.40 and "
            "Plus to $21.60.",
            {"7.2", "6", "14.4", "21.6"},
        ),
        ("Zelbo hikes plans", "Customers will pay £6.99 and £10.99 a month respectively.", {"6.99", "10.99"}),
        ("Kelvox cuts prices", "Kelvox cut the Zelbo Reader from $259 to $199.", {"259", "199"}),
        ("Zelbo shares rise", "The shares closed at $349. Brokers see $400.", set()),
        ("Zelbo Ring costs $399", "Buyers get a $50 gift card.", {"399"}),
        ("Sales are slow", "Sales of the $3,499 Zelbo Pro are slow.", {"3499"}),
        ("Awards", "The jury spoke of the $5,000 Zelbo Award.", set()),
    ],
)
def test_prices_beside_a_price(headline: str, abstract: str, prices: set[str]) -> None:
    assert _values(headline, abstract, KG.PRICE) == prices


def test_a_price_holds_in_its_place() -> None:
    found = market_figures.extract(Text(abstract="Zelbo lifts the price of its plan in Norway to £22.99 from £19.99."))
    assert {(str(f.value), f.region) for f in found} == {("22.99", "Norway"), ("19.99", "Norway")}


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("sales rose to NGN185.5 billion", "185500000000", "NGN"),
        ("turnover of R59.3bn", "59300000000", "ZAR"),
        ("a round worth four million US dollars", "4000000", "USD"),
        ("about Dh551 million", "551000000", "AED"),
        ("took in 48 billion Kenyan shillings", "48000000000", "KES"),
    ],
)
def test_more_currencies(words: str, value: str, unit: str) -> None:
    [found] = money(words + " a year")
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("words", ["R5 and S3 are plans", "four million people", "a R2 unit"])
def test_what_is_no_sum(words: str) -> None:
    assert money(words) == []


def test_what_the_books_of_a_firm_sum_up_to() -> None:
    text = (
        "Zelbo's revenues for the fourth quarter came to $1.28 billion. For the full year they totaled $4.09 billion."
    )
    assert _values("", text, KG.REVENUE) == {"1280000000", "4090000000"}


def test_the_books_of_a_firm_are_no_market() -> None:
    found = market_figures.extract(
        Text(abstract="Net sales of Zelbo Plc for January - March 2011 were EUR 5,324 thousand.")
    )
    assert [(f.measure, f.year) for f in found] == [(KG.REVENUE, 2011)]


def test_makers_of_a_field_take_in_what_their_market_is_worth() -> None:
    text = "Server makers worldwide took in more than $11.8 billion during the third quarter of 2004, Gartner said."
    [found] = market_figures.extract(Text(abstract=text))
    assert (found.measure, found.market, found.year, found.region) == (KG.MARKET_SIZE, "Server", 2004, "Global")


def test_a_sum_of_the_headline_is_told_again_under_another_name() -> None:
    text = Text(
        headline="Rocket firm Zelbo nets $70 million",
        abstract="Oslo Stellar Technology, better known as Zelbo, has obtained $70 million in Series C funding.",
    )
    assert len(market_figures.extract(text)) == 1


def test_rates_that_differ_in_their_last_digit_are_two() -> None:
    text = "The pump market grew at a CAGR of 12.94%. It will grow at a CAGR of 12.92% to 2026."
    assert _values("", text, KG.CAGR) == {"12.94", "12.92"}


def test_a_value_said_less_exactly_is_one() -> None:
    text = Text(
        headline="Pump market to hit $12.9 billion", abstract="The pump market will reach $12.94 billion in 2026."
    )
    assert len(market_figures.extract(text)) == 1
