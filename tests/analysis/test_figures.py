"""Figures come out as they are said, their arithmetic is checked, and contradictions are more than rounding."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import analysis
from kgraph.analysis.figures import agree
from kgraph.analysis.forecasts import DOES_NOT_FIT, FITS, NOT_STATED, OTHER_YEARS, amounts
from kgraph.errors import UsageError

from .graphs import article, empty, figure


@given(start=st.floats(1, 1e12), rate=st.floats(-50, 100), years=st.integers(1, 30))
def test_growth_is_undone_by_the_rate(start, rate, years):
    end = start * (1 + rate / 100) ** years
    assert analysis.cagr(start, end, years) == pytest.approx(rate, abs=1e-6)


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1, 0, 1), (1, 1, 0), (-1, 1, 1)])
def test_no_rate_without_a_start_an_end_and_years(wrong):
    with pytest.raises(UsageError):
        analysis.cagr(*wrong)


def forecast(stated="", start="100", end="200", years=(2020, 2030), rate_years=(2020, 2030), region="Global"):
    graph = empty()
    source = article(graph, "report", date(2021, 1, 1))
    figure(graph, "1", source, "Robots", "marketSize", start, "USD", year=years[0], region=region)
    figure(graph, "2", source, "Robots", "marketSize", end, "USD", year=years[1], region=region, isForecast=True)
    if stated:
        rate = dict(zip(("fromYear", "toYear"), rate_years, strict=True))
        figure(graph, "3", source, "Robots", "cagr", stated, "percent", region=region, isForecast=True, **rate)
    return analysis.forecasts(analysis.figures(graph))


@pytest.mark.parametrize(
    ("stated", "verdict", "years"),
    [
        ("7.2", FITS, 10),  # 7.177
        ("7", FITS, 10),
        ("7.18", FITS, 10),
        ("8.0", OTHER_YEARS, 9),  # 8.006 over nine years
        ("6.5", OTHER_YEARS, 11),
        ("12", DOES_NOT_FIT, None),
        ("", NOT_STATED, None),
    ],
)
def test_a_stated_rate_fits_or_does_not(stated, verdict, years):
    (row,) = forecast(stated)
    assert (row.verdict, row.years_of_stated) == (verdict, years)
    assert row.implied == pytest.approx(7.1773, abs=1e-4)


def test_the_smart_healthcare_forecast():
    (row,) = forecast("17.3", "288487620000", "1033977950000", (2024, 2032), (2025, 2032))
    assert row.arithmetic == (
        "USD 288,487.62 million in 2024 to USD 1,033,977.95 million in 2032 in eight years "
        "is a CAGR of 17.3 %, as stated"
    )
    (row,) = forecast("41", "288487620000", "1033977950000", (2024, 2032), (2025, 2032))
    assert row.arithmetic.endswith("is a CAGR of 17.3 %; 41 % stated does not fit")


def test_the_years_of_the_rate_choose_the_sizes():
    graph = empty()
    source = article(graph, "report")
    for name, (year, value) in enumerate(((2015, "10"), (2020, "100"), (2030, "200"))):
        figure(graph, str(name), source, "Robots", "marketSize", value, "USD", year=year)
    figure(graph, "rate", source, "Robots", "cagr", "7.2", "percent", fromYear=2020, toYear=2030)
    (row,) = analysis.forecasts(analysis.figures(graph))
    assert (row.start_year, row.end_year, row.verdict) == (2020, 2030, FITS)


def test_one_size_is_no_forecast_and_markets_are_kept_apart():
    graph = empty()
    source = article(graph, "report")
    figure(graph, "1", source, "Robots", "marketSize", "1", "USD", year=2020)
    figure(graph, "2", source, "Drones", "marketSize", "2", "USD", year=2030)
    figure(graph, "3", source, "Robots", "marketSize", "2", "EUR", year=2030)
    figure(graph, "4", source, "Robots", "marketSize", "2", "USD", year=2030, region="China")
    assert not analysis.forecasts(analysis.figures(graph))


def test_a_reprint_is_one_forecast():
    graph = empty()
    first = article(graph, "report")
    for source in (first, article(graph, "copy", copy_of=first)):
        for year, value in ((2020, "100"), (2030, "200")):
            figure(graph, f"{source[-4:]}{year}", source, "Robots", "marketSize", value, "USD", year=year)
    assert len(analysis.forecasts(analysis.figures(graph))) == 1
    assert not analysis.contradictions(analysis.figures(graph))


def test_contradictions_are_of_one_market_year_and_measure():
    graph = empty()
    one, two, three = (article(graph, name) for name in ("one", "two", "three"))
    figure(graph, "1", one, "Robots", "marketSize", "1260000000", "USD", year=2022)
    figure(graph, "2", two, "Robots", "marketSize", "1260400000", "USD", year=2022)  # rounds to the first
    figure(graph, "3", two, "Robots", "marketSize", "1900000000", "USD", year=2023)
    figure(graph, "4", three, "Robots", "marketSize", "1900000000", "EUR", year=2022)
    figure(graph, "5", three, "Robots", "cagr", "12", "percent")  # of no period
    figure(graph, "6", one, "Robots", "cagr", "15", "percent")
    assert not analysis.contradictions(analysis.figures(graph))
    figure(graph, "7", three, "Robots", "marketSize", "2520000000", "USD", year=2022)
    (row,) = analysis.contradictions(analysis.figures(graph))
    assert (row.low, row.high, row.ratio, row.stories) == (Decimal("1260000000"), Decimal("2520000000"), 2.0, 3)
    assert len(row.sentences) == len(row.sources) == len(row.values) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("17.3", "17.30", True),
        ("17.3", "17", True),
        ("17.3", "17.4", False),
        ("1000000000", "1400000000", False),
        ("288487620000", "288490000000", True),
        ("41", "41.4", True),
        ("41.9", "41", True),  # cut off
        ("0", "5", False),
        ("-3", "3", False),
    ],
)
def test_values_agree_but_for_rounding(one, other, same):
    assert agree(Decimal(one), Decimal(other)) is same
    assert agree(Decimal(other), Decimal(one)) is same


@given(st.decimals(1, 10**12, places=2), st.integers(2, 6))
def test_a_value_agrees_with_itself_rounded(value, digits):
    rounded = Decimal(f"{value:.{digits}g}")
    assert agree(value, rounded)
    assert amounts("USD", value)[0].startswith("USD ")


def test_figures_of_a_market_by_name():
    graph = empty()
    source = article(graph, "report", date(2021, 5, 4))
    figure(graph, "1", source, "Smart Healthcare", "share", "41", "percent", year=2024, region="North America")
    figure(graph, "2", source, "Robots", "share", "4", "percent", fromYear=2024, toYear=2030)
    (row,) = analysis.figures(graph, "smart HEALTH")
    assert row[:6] == ("Smart Healthcare", "share", Decimal(41), "percent", 2024, None)
    assert (row.region, row.sentence, row.source, row.published) == (
        "North America",
        "Smart Healthcare: 41",
        "report",
        date(2021, 5, 4),
    )
    assert [row.period for row in analysis.figures(graph)] == ["2024–2030", "2024"]
