"""Whose the money is, in texts that tell of the rounds of several firms."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def raised(body: str, headline: str = "") -> dict[str, float]:
    found = market_figures.extract(Text(headline, body))
    return {each.subject: float(each.value) / 1e6 for each in found if each.measure == KG.FUNDING}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Most rounds went to kiosks. Orbixo Labs got $60 million in March, Zelbo $30 million and Acme $20 million.",
            {"Orbixo Labs": 60.0, "Zelbo": 30.0, "Acme": 20.0},
        ),
        (
            "Acme raised $50 million from funds. Orbixo Health, which plans to list, collected $25 million in May.",
            {"Acme": 50.0, "Orbixo Health": 25.0},
        ),
        ("Acme raised $9 million. Orbixo Inc., of Oslo, followed with $5 million.", {"Acme": 9.0, "Orbixo Inc.": 5.0}),
        (
            "Kiosk lender Orbixo has filed for bankruptcy; in five years it had raised at least $40 million.",
            {"Orbixo": 40.0},
        ),
    ],
)
def test_each_firm_has_its_own_round(words: str, expected: dict[str, float]) -> None:
    assert raised(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Orbixo Labs got $60 million in March.",
        "Most rounds went to kiosks. Orbixo Labs got $60 million in revenue.",
        "Most rounds went to kiosks. Orbixo Labs got a grant, $60 million.",
        "Most rounds went to kiosks. Orbixo Labs landed a $60 million contract.",
    ],
)
def test_other_money_is_no_round(words: str) -> None:
    assert raised(words) == {}
