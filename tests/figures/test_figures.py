from decimal import Decimal

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Figure, Text
from kgraph.namespace import KG


def one(words: str, headline: str = "") -> Figure:
    [figure] = market_figures.extract(Text(headline, words))
    return figure


def brief(text: Text) -> set[tuple[str, str, str, str, int | None, int | None, int | None]]:
    return {
        (f.measure.rpartition("#")[2], str(f.value), f.unit, f.region or f.subject, f.year, f.from_year, f.to_year)
        for f in market_figures.extract(text)
    }


def test_size_and_growth_with_years_region_and_forecast() -> None:
    words = (
        "The Global Smart Healthcare Market was valued at USD 288487.62 Million in 2024 and is "
        "anticipated to reach a value of USD 1033977.95 Million by 2032 expanding at a CAGR of "
        "17.3%% between 2025 and 2032."
    )
    found = {(f.measure, f.value): f for f in market_figures.extract(Text(body=words))}
    now, then, growth = (
        found[KG.MARKET_SIZE, Decimal("288487620000")],
        found[KG.MARKET_SIZE, Decimal("1033977950000")],
        found[KG.CAGR, Decimal("17.3")],
    )
    assert len(found) == 3
    assert {f.market for f in found.values()} == {"Smart Healthcare"}
    assert {f.region for f in found.values()} == {"Global"}
    assert [(now.year, now.is_forecast), (then.year, then.is_forecast)] == [(2024, False), (2032, True)]
    assert (growth.year, growth.from_year, growth.to_year, growth.is_forecast) == (None, 2025, 2032, True)
    assert all(words[f.start : f.end] == words for f in found.values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Europe accounted for 28 % of the Smart Healthcare Market in 2024, with Germany in front.",
            {("share", "28", "percent", "Europe", 2024, None, None)},
        ),
        (
            "China: 18 % share in the Smart Healthcare Market | Strong manufacturing",
            {("share", "18", "percent", "China", None, None, None)},
        ),
        (
            "North America accounted for the largest market share at 41 % in 2024 however, Asia-Pacific is "
            "expected to register the fastest growth, expanding at a CAGR of 19.4 % between 2025 and 2032.",
            {
                ("share", "41", "percent", "North America", 2024, None, None),
                ("cagr", "19.4", "percent", "Asia-Pacific", None, 2025, 2032),
            },
        ),
        (
            "As of Q1 2020, Azure held 17% of the public cloud market, behind AWS’s 32%.",
            {
                ("share", "17", "percent", "Azure", 2020, None, None),
                ("share", "32", "percent", "AWS", 2020, None, None),
            },
        ),
        (
            "Sales of scanners in the CT scanner market were $7.9 billion in 2020 and will be $7.8 billion in "
            "2021, a CAGR of -1.4%.",
            {
                ("marketSize", "7900000000", "USD", "", 2020, None, None),
                ("marketSize", "7800000000", "USD", "", 2021, None, None),
                ("cagr", "-1.4", "percent", "", None, 2020, 2021),
            },
        ),
        (
            "The lens market was USD 5 billion and USD 6 billion in 2019 and 2020, respectively.",
            {
                ("marketSize", "5000000000", "USD", "", 2019, None, None),
                ("marketSize", "6000000000", "USD", "", 2020, None, None),
            },
        ),
        (
            "Acme reported revenue of $30.6 billion in 2019, up from $29.95 billion in 2018.",
            {
                ("revenue", "30600000000", "USD", "Acme", 2019, None, None),
                ("revenue", "29950000000", "USD", "Acme", 2018, None, None),
            },
        ),
        ("The round values Acme at $2 billion.", {("valuation", "2000000000", "USD", "Acme", None, None, None)}),
        (
            "Foo, a maker of cancer tests, has raised $26 million.",
            {("funding", "26000000", "USD", "Foo", None, None, None)},
        ),
        (
            "Hospitals learn of the $600 million round that Isomorphic Labs raised in March.",
            {("funding", "600000000", "USD", "Isomorphic Labs", None, None, None)},
        ),
        (
            "Zeta will buy Quux Labs, based in Oslo, for €40 million in cash.",
            {("price", "40000000", "EUR", "Quux Labs", None, None, None)},
        ),
        (
            "Foo Bio secured $325M for cancer drugs, Bar Labs landed $120M, and Quux raised $73M.",
            {
                ("funding", "325000000", "USD", "Foo Bio", None, None, None),
                ("funding", "120000000", "USD", "Bar Labs", None, None, None),
                ("funding", "73000000", "USD", "Quux", None, None, None),
            },
        ),
        (
            "Acme, Beta and Gamma lead the lens market with shares of 33%, 20% and 10%, respectively.",
            {
                ("share", "33", "percent", "Acme", None, None, None),
                ("share", "20", "percent", "Beta", None, None, None),
                ("share", "10", "percent", "Gamma", None, None, None),
            },
        ),
        (
            "The lens market will grow from 10.25 USD Billion in 2025 to 16.02 USD Billion by 2035.",
            {
                ("marketSize", "10250000000", "USD", "", 2025, None, None),
                ("marketSize", "16020000000", "USD", "", 2035, None, None),
            },
        ),
        (
            "Stryker's net sales rose 11.8% to $4.9 billion in 2023.",
            {("revenue", "4900000000", "USD", "Stryker", 2023, None, None)},
        ),
        (
            "Much of it came from $200 million raised by Tempus, a maker of software.",
            {("funding", "200000000", "USD", "Tempus", None, None, None)},
        ),
        ("The plan costs $8 per user per month.", {("price", "8", "USD", "", None, None, None)}),
    ],
)
def test_what_a_sentence_measures(words: str, expected: set[tuple[object, ...]]) -> None:
    assert brief(Text(body=words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The global healthcare artificial intelligence (AI) market is expected to grow at a CAGR of 41.",
        "The scanner market is expected to reach USD",
        "The market is poised to grow by USD 557.96 million during 2020-2024.",
        "Some 65 % of healthcare organizations report AI is reshaping operations in the market.",
        "Customization is 10% free.",
        "Microsoft won a $10 billion cloud computing contract.",
        "The stock gained 50% and earnings were $1.40 per share.",
        "Setting up an EHR can exceed USD 30,000 per physician.",
        "Alibaba will invest $28 billion in cloud technologies.",
        "Microsoft announced a $1.5 billion five-year investment in Italy.",
        "The firm is in talks to buy a 2.5% stake in Acme for US$2 billion.",
        "Revenues rose 15% from last year (up 16% at constant currency).",
        "The agency plans to spend $100 million on cloud services.",
        "Start-ups raised $5 billion in funding this year.",
        "It is 2024, and version 3.5 has 40 features.",
        "",
    ],
)
def test_what_is_no_figure(words: str) -> None:
    assert market_figures.extract(Text(abstract=words)) == ()


def test_a_value_said_twice_is_one_figure_with_all_that_is_said() -> None:
    figure = one(
        "The global cloud market will reach USD 596.0 billion by 2027.", "Cloud Market Size Worth $596.0 Billion"
    )
    assert (figure.year, figure.region, figure.is_forecast) == (2027, "Global", True)


def test_the_market_carries_on_to_the_next_sentence() -> None:
    text = Text(
        body="The worldwide market for wound gel stood at USD 1.65 billion in 2025. That figure "
        "should climb to USD 4.35 billion in 2031."
    )
    assert {(f.year, f.market, f.region) for f in market_figures.extract(text)} == {
        (2025, "wound gel", "Global"),
        (2031, "wound gel", "Global"),
    }


def test_that_year_is_the_year_of_the_sentence_before() -> None:
    words = (
        "Orbix held 31% of the global hearing aid market in 2024. "
        "The market was worth about $9.4 billion that year. Analysts see it at $12 billion in 2030."
    )
    sizes = {f.value: f.year for f in market_figures.extract(Text("", words)) if f.measure == KG.MARKET_SIZE}
    assert sizes[Decimal("9400000000")] == 2024
    assert one("The market for pumps is worth $3 billion that year.").year is None


@pytest.mark.parametrize(
    ("said", "unit"),
    [("Swedish crowns", "SEK"), ("Danish kroner", "DKK"), ("Hong Kong dollars", "HKD"), ("zlotys", "PLN")],
)
def test_currencies_in_words(said: str, unit: str) -> None:
    found = one(f"Orbix Inc. reported revenue of 842 million {said} for the quarter.")
    assert (found.value, found.unit) == (Decimal("842000000"), unit)


def test_a_table_gives_figures_in_their_rows() -> None:
    body = (
        "The Wound Gel Market grows.\n| Item | Value |\n|---|---|\n| Market value, 2025 | USD "
        "1.65 Billion |\n| CAGR, 2026-2031 | 17.54% |"
    )
    found = market_figures.extract(Text(body=body))
    assert [body[f.start : f.end] for f in found] == [
        "| Market value, 2025 | USD 1.65 Billion |",
        "| CAGR, 2026-2031 | 17.54% |",
    ]
    assert [(f.market, f.year, f.from_year, f.to_year) for f in found] == [
        ("Wound Gel", 2025, None, None),
        ("Wound Gel", None, 2026, 2031),
    ]


def test_a_label_on_a_line_of_its_own_belongs_to_the_amount_below() -> None:
    body = "Wound Gel Market\n\nBase Year Value (2024)\n\n$48 billion\n\nCAGR (2025-2034)\n\n5.2%\n"
    found = market_figures.extract(Text(body=body))
    assert [(str(f.value), f.year, f.from_year, body[f.start : f.end]) for f in found] == [
        ("48000000000", 2024, None, "Base Year Value (2024)\n\n$48 billion"),
        ("5.2", None, 2025, "CAGR (2025-2034)\n\n5.2%"),
    ]


def test_two_companies_with_equal_shares_are_two_figures() -> None:
    found = market_figures.extract(Text(abstract="In the pump market Acme Corp holds 17% and Beta Corp 17%."))
    assert sorted(f.subject for f in found) == ["Acme Corp", "Beta Corp"]


def test_the_same_text_gives_the_same_figures_in_the_same_order() -> None:
    text = Text(
        "Lens Market worth $5 billion", "It was $4 billion in 2020; Zeiss held 30% of the lens market and Hoya 20%."
    )
    assert market_figures.extract(text) == market_figures.extract(text)
    assert list(market_figures.extract(text)) == sorted(
        market_figures.extract(text), key=lambda f: (f.start, f.end, f.measure, f.value, f.subject)
    )


def test_a_valuation_is_no_funding_round() -> None:
    found = brief(Text("", "Orbixo raised $141 million in Series B funding at a $1.64 billion valuation."))
    assert {(measure, value) for measure, value, *_ in found} == {("funding", "141000000"), ("valuation", "1640000000")}
    found = brief(Text("", "Orbixo raised $120 million at a valuation of $1.2 billion and hired 40 people."))
    assert {(measure, value) for measure, value, *_ in found} == {("funding", "120000000"), ("valuation", "1200000000")}


def test_a_profit_said_next_does_not_hide_the_revenue() -> None:
    assert one("Alphabet reported revenues of $55.3 billion and a profit of $18 billion.").measure == KG.REVENUE


def test_who_raises_stands_after_its_town() -> None:
    assert one("San Francisco's Innovaccer has raised $275 million.").subject == "Innovaccer"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orbix Corp took in $37.2 billion in the quarter to Sept. 30, up 12%.", {("37200000000", "Orbix Corp", None)}),
        ("Tarn Inc. earned $65 million. Revenue edged up 1% to $607 million.", {("607000000", "Tarn Inc.", None)}),
        ("Sales at Nordval rose 29 percent to €10.08 billion in 2021.", {("10080000000", "Nordval", 2021)}),
        ("With revenue of $900 million, Velora leads.", {("900000000", "Velora", None)}),
        ("Net sales came in at $9.5 billion, Velora said.", {("9500000000", "Velora", None)}),
        ("Fabrion, which turned over £85m last year, employs 400.", {("85000000", "Fabrion", None)}),
        ("In the quarter, Orbix Corp's cloud segment grew 20% to $13 billion.", {("13000000000", "Orbix Corp", None)}),
        (
            "The top chip firms by revenue in 2022 were Orbix ($46 billion) and Kelvox ($26 billion).",
            {("46000000000", "Orbix", 2022), ("26000000000", "Kelvox", 2022)},
        ),
        (
            "Orbix expects revenue of $2.8 billion to $2.9 billion.",
            {("2800000000", "Orbix", None), ("2900000000", "Orbix", None)},
        ),
        (
            "Orbix had revenue of $37 billion; $35.7 billion is what analysts had expected.",
            {("37000000000", "Orbix", None)},
        ),
        ("The start-up took in $20 million from investors last year.", set()),
    ],
)
def test_whose_takings_a_text_tells(words: str, expected: set[tuple[str, str, int | None]]) -> None:
    found = market_figures.extract(Text(abstract=words))
    assert {(str(f.value), f.subject, f.year) for f in found if f.measure == KG.REVENUE} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Orvexa took 18.7 per cent of the pump market, while Tarn, on 5.7 per cent, squeezed ahead of Kelvox's 5.6 "
            "per cent to claim third place.",
            {("18.7", "Orvexa"), ("5.7", "Tarn"), ("5.6", "Kelvox")},
        ),
        (
            "Orvexa's share of the pump market slipped to 19.2 percent, while Kelvox's climbed to 17.3 percent.",
            {("19.2", "Orvexa"), ("17.3", "Kelvox")},
        ),
        ("Orvexa commands a 28 percent slice of the pump market.", {("28", "Orvexa")}),
        ("With 42% of the pump market, Orvexa is ahead.", {("42", "Orvexa")}),
        ("According to Tarn Research, Orvexa held a 20.9% share of the pump market.", {("20.9", "Orvexa")}),
        (
            "Orvexa's share of the pump market rose from 2.4% in 2010 to 4.6% in 2011.",
            {("2.4", "Orvexa"), ("4.6", "Orvexa")},
        ),
        ("Orvexa Health contributes 16% of the group's revenue.", {("16", "Orvexa Health")}),
        ("Exports contribute 16% of the pump maker's costs.", set()),
    ],
)
def test_whose_share_it_is(words: str, expected: set[tuple[str, str]]) -> None:
    found = market_figures.extract(Text(abstract=words))
    assert {(str(f.value), f.subject) for f in found if f.measure == KG.SHARE} == expected


def test_another_place_in_the_next_clause_is_the_second_figures() -> None:
    words = (
        "The Latin America pump market is set to expand at a CAGR of 20.5% to 2026, while Africa and Middle East "
        "exceeded USD 1.1 billion in 2019."
    )
    assert {(f.measure, f.region) for f in market_figures.extract(Text(abstract=words))} == {
        (KG.CAGR, "Latin America"),
        (KG.MARKET_SIZE, "Africa and Middle East"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Orvexa and Kelvox raised $320 million and $275 million, respectively.",
            {("funding", "Orvexa"), ("funding", "Kelvox")},
        ),
        (
            "Sales at Orvexa and Kelvox came to $4 billion and $3 billion respectively.",
            {("revenue", "Orvexa"), ("revenue", "Kelvox")},
        ),
        ("Orvexa held 62% of the U.S. pump market in 2022.", {("share", "Orvexa")}),
    ],
)
def test_whose_figure_it_is_in_turn_and_past_initials(words: str, expected: set[tuple[str, str]]) -> None:
    assert {(f.measure.rpartition("#")[2], f.subject) for f in market_figures.extract(Text(body=words))} == expected


def test_the_year_of_a_round_stands_behind_its_month() -> None:
    assert one("Orvexa raised $15 million in Series A funding in March 2023.").year == 2023


def test_a_value_that_a_firm_once_had_is_a_valuation() -> None:
    assert one("Fortnum is buying it.", "Once worth $8.3 billion, Orvexa ends up at Fortnum").measure == KG.VALUATION
    assert one("The purchase price of Orvexa was $2 billion; Fortnum buys it.").measure == KG.PRICE


@pytest.mark.parametrize(
    ("headline", "abstract", "found"),
    [
        ("The Orbix course bundle is on sale for $70", "Six books.", {"70"}),
        ("The Orbix course bundle is on sale for $70 ...", "Six books.", set()),
        ("Orbix lessons", "The course bundle is on sale for $70", set()),
        ("Get all the training to become an Orbix expert for under $40.", "Six books.", {"40"}),
        ("Learn Orbix with this $50 training bundle", "Six books.", {"50"}),
        ("Orbix fined for late training", "It has to pay for $40 of lessons.", set()),
    ],
)
def test_a_price_ends_a_headline_but_may_be_cut_off_in_an_abstract(
    headline: str, abstract: str, found: set[str]
) -> None:
    prices = {str(f.value) for f in market_figures.extract(Text(headline, abstract)) if f.measure == KG.PRICE}
    assert prices == found


@pytest.mark.parametrize(
    ("words", "value", "region"),
    [
        ("Orbix expects revenues of $27 billion in the UAE by 2024.", "27000000000", "UAE"),
        ("Orbix reports $38 billion in Q4 2020 revenue.", "38000000000", ""),
        ("Orbix told of its earnings, including revenue of $38 billion, on Monday.", "38000000000", ""),
    ],
)
def test_revenue_is_found_beside_quarters_and_earnings_and_has_a_place(words: str, value: str, region: str) -> None:
    [figure] = [f for f in market_figures.extract(Text("Orbix results", words)) if f.measure == KG.REVENUE]
    assert (str(figure.value), figure.region) == (value, region)
