"""Shares that a text tells side by side, with verbs of its own, and percentages beside names that are no shares."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def shares(headline: str, abstract: str) -> dict[str, tuple[str, int | None]]:
    found = market_figures.extract(Text(headline, abstract))
    return {each.subject: (str(each.value.normalize()), each.year) for each in found if each.measure == KG.SHARE}


TOLD = [
    (
        "",
        "In the second quarter of 2024 Orvexa took 14.9 per cent of the pump market. Kelvox came third with "
        "10.5 per cent, "
        "while Tarn settled for 7.2 per cent.",
        {"Orvexa": ("14.9", 2024), "Kelvox": ("10.5", 2024), "Tarn": ("7.2", 2024)},
    ),
    (
        "Pump shipments sink again",
        "Orvexa remained on top with 34.6% of shipments. Fabrion, Kelvox and Tarn rounded out the top five "
        "with 7.0%, 6.1% "
        "and 4.4%.",
        {"Orvexa": ("34.6", None), "Fabrion": ("7", None), "Kelvox": ("6.1", None), "Tarn": ("4.4", None)},
    ),
    (
        "",
        "Hospitals spent $9 billion on home dialysis in the third quarter of 2023, of which Orvexa pocketed "
        "39 percent. "
        "Kelvox made up 18 percent and Tarn 15 percent.",
        {"Orvexa": ("39", 2023), "Kelvox": ("18", 2023), "Tarn": ("15", 2023)},
    ),
    (
        "",
        "Of the 71 million pumps that left factories in 2022, IDC attributes 29.2% to Orvexa, 18.8% to Kelvox "
        "and 6.6% to Tarn.",
        {"Orvexa": ("29.2", 2022), "Kelvox": ("18.8", 2022), "Tarn": ("6.6", 2022)},
    ),
    (
        "",
        "Orvexa kept the crown in insulin pumps with 35.0% of the world market in 2023. Kelvox came to 16.2%.",
        {"Orvexa": ("35", 2023), "Kelvox": ("16.2", 2023)},
    ),
    (
        "Pump sales grew 12% to $26.3bn in 2015",
        "Orvexa led with 19.7 per cent of pump sales last year, followed by Kelvox (10.2 per cent).",
        {"Orvexa": ("19.7", 2015), "Kelvox": ("10.2", 2015)},
    ),
    ("", "Its share of the pump market fell 2 points to 17 percent.", {"": ("17", None)}),
]


@pytest.mark.parametrize(("headline", "abstract", "expected"), TOLD)
def test_shares_told_side_by_side(headline: str, abstract: str, expected: dict[str, tuple[str, int | None]]) -> None:
    assert shares(headline, abstract) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Orvexa's gross margin came to 75%, Kelvox's to 69%, Tarn's to 60%.",
        "Orvexa stock dropped 9%, Kelvox 4% and Tarn 2%.",
        "Pump sales at Orvexa rose 6.5%, at Kelvox 4% and at Tarn 10%.",
        "The survey found 62% of hospitals prefer Orvexa, 20% Kelvox and 9% Tarn.",
        "Orvexa will own 49% of Fabrion, and Kelvox 10% of Tarn.",
        "In a pump market of $4 billion, Orvexa cut 14 percent of its staff and Kelvox 9 percent.",
        "Orvexa's test was 95% effective and Kelvox's 94.1%.",
    ],
)
def test_other_percentages_beside_names_are_no_shares(words: str) -> None:
    assert shares("", words) == {}


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("In 2021 the pump market grew. Orvexa holds 20% of it.", 2021),
        ("The pump market will grow by 9% in 2030. Orvexa holds 20% of it.", None),
        ("In 2021 and in 2022 the pump market grew. Orvexa had 20% of it.", None),
    ],
)
def test_the_one_year_in_which_a_text_counts_is_that_of_its_shares(words: str, year: int | None) -> None:
    assert {each.year for each in market_figures.extract(Text(abstract=words)) if each.measure == KG.SHARE} == {year}
