"""Fields that a sentence sizes in money without the word "market", and firms that it must not take for one."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.extractors.markets.sized_fields import sized_field
from kgraph.model import Text
from kgraph.namespace import KG

SIZED = [
    ("The pump controls category, a $21 billion business in 2018, will quadruple.", "pump controls"),
    ("Pump controls, currently a $2.2bn market, keep growing.", "Pump controls"),
    ("The pump controls field generated revenues of $27.6 billion in 2021.", "pump controls"),
    ("The pump controls business, worth $6.7 billion in 2021, keeps growing.", "pump controls"),
    ("The pump segment, by contrast, was good for $12.3 billion.", "pump"),
    ("Home dialysis to be worth $666.9 billion by 2030", "Home dialysis"),
    ("From $1.5 billion in 2022, home dialysis should bring in $8.2 billion by 2026.", "home dialysis"),
    ("For the third quarter of 2022, pump controls spending hit $63 billion.", "pump controls"),
    ("Public pump spending is to total $679 billion in 2024.", "Public pump"),
    ("Server revenue rose 5.2 percent to $25.8 billion in 2020, Gartner said.", "Server"),
    ("Home dialysis: up 14.3% to $1.9 billion, researchers say", "Home dialysis"),
]
NO_FIELD = [
    "Its pump controls business, worth $6.7 billion in 2021, keeps growing.",
    "Orvexa's pump segment was good for $12.3 billion.",
    "Microsoft to be worth $3 trillion by 2030",
    "Once worth $8.3 billion, Orvexa is for sale.",
    "Server revenue rose 5.2 percent to $25.8 billion, the company said.",
    "Capital spending is to total $65 billion in 2024.",
    "Net revenue rose 5.2 percent to $25.8 billion, Gartner said of itself.",
    "The company, worth $6.7 billion in 2021, keeps growing.",
    "The home dialysis business has 2,000 workers.",
]


@pytest.mark.parametrize(("words", "name"), SIZED)
def test_a_field_is_sized(words: str, name: str) -> None:
    found = sized_field(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("words", NO_FIELD)
def test_a_firm_is_no_field(words: str) -> None:
    assert sized_field(words) is None


def sizes(headline: str, abstract: str) -> set[tuple[int, str, int | None]]:
    found = market_figures.extract(Text(headline, abstract))
    return {(int(each.value), each.region, each.year) for each in found if each.measure == KG.MARKET_SIZE}


def test_the_place_and_day_of_a_dateline_are_no_figures() -> None:
    line = "PUNE, India, May 11, 2021 (GLOBE NEWSWIRE) -- "
    told = "The telehealth market, worth USD 41 million globally in 2018, keeps growing."
    assert sizes("", line + told) == {(41_000_000, "Global", 2018)}


def test_what_buyers_spend_is_a_size_and_what_a_firm_spends_is_none() -> None:
    told = "{} spent $9 million on home dialysis in the first three months of 2020."
    assert sizes("", told.format("Chinese hospitals")) == {(9_000_000, "China", 2020)}
    assert sizes("", told.format("Orvexa")) == set()


def test_two_sizes_of_one_span_are_its_first_and_its_last_year() -> None:
    told = "The home dialysis market will climb from $3 million to $5 million over 2021-2031."
    assert {(value, year) for value, _, year in sizes("", told)} == {(3_000_000, 2021), (5_000_000, 2031)}


def test_a_year_in_front_of_a_sentence_is_that_of_all_its_sizes_but_of_none_to_come() -> None:
    told = "In the second quarter of 2020 Orvexa and Kelvox lost ground in a pump market that swelled to $24 million{}"
    assert sizes("", told.format(" worldwide.")) == {(24_000_000, "Global", 2020)}
    assert {year for _, _, year in sizes("", told.format(", up from $20 million a year earlier."))} == {2019, 2020}
    told = "The pump market, $11 million today, will be worth $50 million in 2030."
    assert {(value, year) for value, _, year in sizes("", told)} == {(11_000_000, None), (50_000_000, 2030)}
