"""Who stands behind the leader of a market."""

import pytest

from kgraph.extractors.markets import competitors
from kgraph.model import Text


def players(words: str) -> set[str]:
    mentions, claims = competitors.extract(Text(body=words))
    assert {mentions[claim.object].name for claim in claims} <= {"kiosk", "kiosk hosting"}
    return {mentions[claim.subject].name for claim in claims}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Orbixo holds 16% of the kiosk market, Gartner found, behind only Zelbo and Acme.",
            {"Orbixo", "Zelbo", "Acme"},
        ),
        (
            "Orbixo holds 16% of the kiosk market, ahead of Zelbo (10.2) and Acme (7.8), while Betamax lost.",
            {"Orbixo", "Zelbo", "Acme"},
        ),
        (
            "In the kiosk market, Orbixo Systems (OS) continues to be the share leader, followed by Zelbo and Acme.",
            {"Orbixo Systems", "Zelbo", "Acme"},
        ),
        (
            "Orbixo held 40% of the kiosk market. Zelbo Cloud, a unit of Acme Ltd., came third and Betamax fourth.",
            {"Orbixo", "Zelbo Cloud", "Betamax"},
        ),
        (
            "Orbixo dominates the kiosk market. Zelbo and Acme follow with 3% each, then Betamax, Gammax and Deltax.",
            {"Orbixo", "Zelbo", "Acme", "Betamax", "Gammax", "Deltax"},
        ),
        (
            "In the ranking of kiosk vendors the first are Orbixo (24%), Gammax (15%) and Deltax (8%). Zelbo, whose "
            "sales doubled, is fourth and Acme fifth.",
            {"Orbixo", "Gammax", "Deltax", "Zelbo", "Acme"},
        ),
        ("It wants a slice of the kiosk market that Orbixo Medical dominates.", {"Orbixo Medical"}),
        ("Zelbo meets Orbixo, whose booth leads the market for kiosk hosting.", {"Orbixo"}),
        ("Orbixo has an unassailable lead in the kiosk market.", {"Orbixo"}),
    ],
)
def test_who_stands_behind_competes_too(words: str, expected: set[str]) -> None:
    assert players(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orbixo holds 16% of the kiosk market, ahead of Europe and Asia.", {"Orbixo"}),
        ("Orbixo held 16% of the kiosk market ahead of Christmas.", {"Orbixo"}),
        ("Orbixo held 16% of the kiosk market. Its CEO spoke in the Zelbo third quarter.", {"Orbixo"}),
        ("Zelbo came third and Acme fourth.", set()),
        ("Orbixo has a leading role in the kiosk market.", set()),
    ],
)
def test_what_stands_behind_is_no_firm(words: str, expected: set[str]) -> None:
    assert players(words) == expected
