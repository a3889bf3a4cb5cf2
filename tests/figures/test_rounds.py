"""Money that a company raises, in the words of many writers, and sums that nobody invested."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def raised(words: str, headline: str = "") -> set[tuple[str, str]]:
    found = market_figures.extract(Text(headline, words))
    return {(str(f.value // 1_000_000), f.subject) for f in found if f.measure == KG.FUNDING}


@pytest.mark.parametrize(
    ("words", "raiser"),
    [
        ("Orbixo has picked up €25 million from Tarn and Velora.", "Orbixo"),
        ("Orbixo has collected $25 million in total from Tarn, Velora and others.", "Orbixo"),
        ("Orbixo seeks $25 million at a valuation above $2 billion, sources say", "Orbixo"),
        ("Orbixo scores US$25 million at US$465 million valuation", "Orbixo"),
        ("With fresh capital of $25 million, Orbixo wants to speed up trials.", "Orbixo"),
        ("Backed with $25 million from Tarn, Orbixo wants to speed up trials.", "Orbixo"),
        ("Fresh off a $25 million Series C, Orbixo Clinic plans to go public.", "Orbixo Clinic"),
        ("The round brings Orbixo's total raised to $25 million.", "Orbixo"),
        ("Orbixo priced its IPO at $78 a share, raising $25 million.", "Orbixo"),
        ("Orbixo got a $25 million cash infusion from its owners.", "Orbixo"),
        ("Tarn led a $25 million investment in Orbixo AI.", "Orbixo AI"),
        ("Ōrbixo raised $25 million.", "Ōrbixo"),
    ],
)
def test_who_raised(words: str, raiser: str) -> None:
    assert raised(words) == {("25", raiser)}


@pytest.mark.parametrize(
    ("headline", "raiser"),
    [
        ("Orbixo: $25 million to put robots into every clinic", "Orbixo"),
        ("Orbixo drums up $25 million to expand in Spain", "Orbixo"),
        ("Orbixo Health snaps up $25M Series B to automate claims", "Orbixo Health"),
    ],
)
def test_who_raised_in_a_headline(headline: str, raiser: str) -> None:
    assert raised("Robots are on the rise.", headline) == {("25", raiser)}


def test_a_company_goes_on_being_told_of_as_the_biotech() -> None:
    words = "The Cambridge, Mass.-based biotech has now pulled in $145 million since its founding in 2018."
    assert raised(words, "Orbixo nets $60 million to push its drug into the clinic") == {
        ("60", "Orbixo"),
        ("145", "Orbixo"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Orbixo raised $25 million in a bond sale.",
        "Orbixo secured a $25 million loan from Tarn.",
        "The state secured $25 million from the Velora Foundation.",
        "The city won $25 million from NASA.",
        "The foundation gave $25 million to Velora Clinic.",
        "Orbixo sold $25 million of notes.",
    ],
)
def test_what_is_no_round(words: str) -> None:
    assert raised(words) == set()


def test_money_of_many_has_a_year_and_a_place_and_no_owner() -> None:
    words = "European healthtech funding fell to €3.8 billion in 2024."
    [figure] = market_figures.extract(Text(abstract=words))
    assert (figure.measure, figure.subject, figure.region, figure.year) == (KG.FUNDING, "", "Europe", 2024)
    assert raised("Start-ups in digital health raised $6.4 billion in the first half of 2025.") == {("6400", "")}
