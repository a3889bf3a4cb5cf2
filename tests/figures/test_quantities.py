from decimal import Decimal

import pytest

from kgraph.extractors.figures.quantities import CURRENCIES, CURRENCY_WORDS, may_hold_amount, money, percentages, years


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("USD 288487.62 Million in 2024", "288487620000", "USD"),
        ("a $50+ Billion market", "50000000000", "USD"),
        ("USD$27 billion more", "27000000000", "USD"),
        ("US$4.2bn more", "4200000000", "USD"),
        ("$1.5m more", "1500000", "USD"),
        ("a 107-billion-dollar industry", "107000000000", "USD"),
        ("Rs 350 crore more", "3500000000", "INR"),
        ("€1,5 billion more", "1500000000", "EUR"),
        ("CNY 23.5 billion more", "23500000000", "CNY"),
        ("A$2,500,000 more", "2500000", "AUD"),
        ("10 million euros more", "10000000", "EUR"),
        ("15 billion U.S. dollars more", "15000000000", "USD"),
        ("CHF 48 million", "48000000", "CHF"),
        ("$199 each", "199", "USD"),
        ("€5 million (appr. $5.5 million)", "5000000", "EUR"),
    ],
)
def test_one_amount_of_money(words: str, value: str, unit: str) -> None:
    [quantity] = money(words)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "words",
    [
        "revenue hit $41.",
        "worth USD 12",
        "between $5-7 million",
        "version 3.5 of it",
        "3 usd-like things",
        "Rs 11,",
        "A4 paper",
        "$",
        "",
        "the 1990s",
    ],
)
def test_no_complete_amount(words: str) -> None:
    assert money(words) == []


def test_growth_from_one_amount_to_another_is_no_range() -> None:
    assert [q.value for q in money("from USD 2 billion to USD 3 billion now")] == [2_000_000_000, 3_000_000_000]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("17.3%%", "17.3"),
        ("41 %", "41"),
        ("-1.4%", "-1.4"),
        ("9 percent", "9"),
        ("12.2 per cent", "12.2"),
        ("a 20-percent cut", "20"),
        ("0%", "0"),
    ],
)
def test_one_percentage(words: str, value: str) -> None:
    assert [q.value for q in percentages(words)] == [Decimal(value)]


@pytest.mark.parametrize("words", ["a CAGR of 41.", "10-20% of it", "5 to 7% of it", "3–6% CAGR", "%", "99.99.1%"])
def test_no_complete_percentage(words: str) -> None:
    assert percentages(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2025 - 2032", [(2025, 2032)]),
        ("from 2020 to 2027", [(2020, 2027)]),
        ("between 2025 and 2032", [(2025, 2032)]),
        ("2019–24", [(2019, 2024)]),
        ("in 2019 and 2020", [(2019, 2019), (2020, 2020)]),
        ("USD 2020 in 2021", [(2020, 2020), (2021, 2021)]),
        ("May 06, 2020 it was", []),
        ("for the quarter ended June 30, 2020", [(2020, 2020)]),
        ("20205", []),
        ("$2020", []),
    ],
)
def test_years(words: str, expected: list[tuple[int, int]]) -> None:
    assert [(y.first, y.last) for y in years(words)] == expected


def test_spans_are_verbatim() -> None:
    words = "It rose from €5 million to $7.5 million, or 50 %, in 2020-2024."
    for found in (*money(words), *percentages(words), *years(words)):
        assert words[found.start : found.end] in {"€5 million", "$7.5 million", "50 %", "2020-2024"}


@pytest.mark.parametrize("name", sorted(CURRENCIES))
def test_no_sign_of_a_currency_is_passed_over(name: str) -> None:
    texts = [f"worth {each}{gap}5 million" for each in (name, name.upper()) for gap in ("", " ", "\u00a0")]
    assert any(money(text) for text in texts)
    assert all(may_hold_amount(text) for text in texts if money(text))


@pytest.mark.parametrize("name", sorted(CURRENCY_WORDS))
def test_no_word_for_a_currency_is_passed_over(name: str) -> None:
    texts = [
        f"worth {amount}{name} today" for amount in ("5 million ", "5 ", "5m ", "5-million-", "5", "5 million\u00a0")
    ]
    assert any(money(text) for text in texts)
    assert all(may_hold_amount(text) for text in texts if money(text))


@pytest.mark.parametrize(
    "share", ["5 %", "5%", "5 percent", "5 per cent", "5 pct", "5\u00a0percent", "5-percent", "5 %%"]
)
def test_no_percentage_is_passed_over(share: str) -> None:
    assert percentages(f"some {share} of it")
    assert may_hold_amount(f"some {share} of it")


def test_numbers_alone_are_no_amounts() -> None:
    assert not any(map(may_hold_amount, ("version 5", "in 2024", "R5 and S3", "5 researchers")))
