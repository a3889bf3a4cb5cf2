import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def owned(words: str, headline: str = "") -> set[tuple[str, str, str]]:
    return {
        (f.measure.rpartition("#")[2], str(f.value), f.subject) for f in market_figures.extract(Text(headline, words))
    }


@pytest.mark.parametrize(
    ("words", "measure", "values"),
    [
        ("Velora ($60m), Orbix ($40m) and Fabrion Pay ($20m) had the largest rounds.", "funding", (60, 40, 20)),
        ("Velora raised $60m, Orbix $40m and Fabrion Pay another $20m.", "funding", (60, 40, 20)),
        ("Velora, Orbix and Fabrion Pay raised $60m, $40m and $20m.", "funding", (60, 40, 20)),
        ("Investors backed Velora with $60m, Orbix with $40m and Fabrion Pay with $20m.", "funding", (60, 40, 20)),
        ("Revenue was highest at Velora ($60m), Orbix ($40m) and Fabrion Pay ($20m).", "revenue", (60, 40, 20)),
        ("Velora had sales of $60m, Orbix $40m and Fabrion Pay $20m.", "revenue", (60, 40, 20)),
        ("Velora is valued at $60m, Orbix at $40m and Fabrion Pay at $20m.", "valuation", (60, 40, 20)),
        ("Most valuable are Velora ($60m), Orbix ($40m) and Fabrion Pay ($20m).", "valuation", (60, 40, 20)),
    ],
)
def test_each_sum_of_a_list_is_its_own_names(words: str, measure: str, values: tuple[int, ...]) -> None:
    names = ("Velora", "Orbix", "Fabrion Pay")
    assert owned(words) == {(measure, f"{value}000000", name) for value, name in zip(values, names, strict=True)}


@pytest.mark.parametrize(
    "words",
    [
        "Fines hit Velora ($60m) and Orbix ($40m), whatever their funding.",
        "Grants went to Ulm University ($60m) and Bergen Hospital ($40m).",
        "Velora and Orbix cut costs by $60m and $40m.",
        "Losses widened at Velora ($60m) and Orbix ($40m) after new funding.",
        "Funding rose most in Germany ($60m) and France ($40m).",
    ],
)
def test_what_a_list_counts_otherwise_is_nobodys_figure(words: str) -> None:
    assert owned(words) == set()


def test_a_share_holds_for_the_place_and_year_that_its_list_begins_with() -> None:
    words = "With 43% of the phone market in Brazil in 2022, Velora led Orbix, a Fabrion unit, on 20% and Kelvox on 9%."
    found = market_figures.extract(Text(abstract=words))
    assert {(f.subject, str(f.value), f.region, f.year) for f in found if f.measure == KG.SHARE} == {
        ("Velora", "43", "Brazil", 2022), ("Orbix", "20", "Brazil", 2022), ("Kelvox", "9", "Brazil", 2022),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Robotics start-ups in Europe took in $5 billion from January to March, up from $3 billion.",
            {("5000000000", "Europe"), ("3000000000", "Europe")},
        ),
        ("Investors poured $5 billion into robotics start-ups in India.", {("5000000000", "India")}),
        ("Global funding for robotics start-ups fell to $5 billion.", {("5000000000", "Global")}),
        ("The start-ups took in $5 billion.", set()),
    ],
)
def test_what_many_raised_is_nobodys_and_has_a_place(words: str, expected: set[tuple[str, str]]) -> None:
    found = [f for f in market_figures.extract(Text(abstract=words)) if f.measure == KG.FUNDING]
    assert {(str(f.value), f.region) for f in found} == expected
    assert not any(f.subject for f in found)


def test_the_year_of_the_books_stands_in_the_headline() -> None:
    [figure] = market_figures.extract(
        Text("Velora Results for Fiscal Q2 2020", "Velora reported quarterly revenue of $101m.")
    )
    assert (figure.subject, figure.year) == ("Velora", 2020)


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Velora lands another $150 million", {("funding", "150000000", "Velora")}),
        ("Velora lands another $150 million contract", set()),
        ("Town gets $150 million to rebuild its port after federal grant", set()),
    ],
)
def test_a_headline_alone_may_tell_of_a_round(headline: str, found: set[tuple[str, str, str]]) -> None:
    assert owned("It has 60 staff.", headline) == found


@pytest.mark.parametrize(
    "words",
    [
        "Velora, most recently valued at $3 billion, flies parcels.",
        "Velora, which is worth $3 billion, flies parcels.",
        "The offer puts a value of $3 billion on Velora.",
        "Kelvox bids $5 a share for Velora, a maker of kites, which puts a value of $3 billion on the group.",
        "The round takes the valuation of Velora to $3 billion.",
        "Velora (valuation: $3 billion) flies parcels.",
        "With a market value of $3 billion, Velora leads.",
    ],
)
def test_a_value_in_every_wording_is_a_valuation(words: str) -> None:
    assert ("valuation", "3000000000", "Velora") in owned(words)
