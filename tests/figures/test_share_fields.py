"""Shares of fields that no word "market" names, and parts of things that are no field."""
# ruff: noqa: E501

from decimal import Decimal

import pytest

from kgraph.extractors.figures import extract
from kgraph.extractors.markets import extract as markets
from kgraph.model import Text
from kgraph.namespace import KG

SHARES = [
    ("Orbixo shipped 20% of all smartphones in the quarter; Zelbo had 18%.", "smartphones", {"Orbixo": "20", "Zelbo": "18"}),
    ("Orbixo accounted for 24% of PC shipments, Zelbo for 22%.", "PC", {"Orbixo": "24", "Zelbo": "22"}),
    ("Orbixo commands roughly 80% of the AI chip business.", "AI chip", {"Orbixo": "80"}),
    ("Orbixo's slice of the tablet pie climbed to 20.5%.", "tablet", {"Orbixo": "20.5"}),
    ("With a 34% share, Orbixo is the largest seller of insulin pumps.", "insulin pumps", {"Orbixo": "34"}),
    ("Among EHR vendors, Orbixo holds 31 percent and Zelbo 24 percent.", "EHR", {"Orbixo": "31", "Zelbo": "24"}),
    ("In the wearables segment, Orbixo's share fell to 30%, while Zelbo's rose to 12%.", "wearables", {"Orbixo": "30", "Zelbo": "12"}),
    ("Of the 41 million tablets shipped in May, Orbixo sold 38 percent and Zelbo 21 percent.", "tablets", {"Orbixo": "38", "Zelbo": "21"}),
    ("Orbixo ranks third among smartwatch makers, with 8% of units.", "smartwatch", {"Orbixo": "8"}),
    ("Orbixo's share of CRM software stood at 23.8 percent.", "CRM software", {"Orbixo": "23.8"}),
    ("Orbixo enjoys an 80 percent share of gene sequencing, analysts reckon.", "gene sequencing", {"Orbixo": "80"}),
    ("Orbixo remains the biggest dialysis provider with about a third of the market, Zelbo has 22%.", "dialysis", {"Zelbo": "22"}),
    ("Orbixo made up 62% of new EV registrations in California.", "EV", {"Orbixo": "62"}),
    ("Orbixo still controls more than 80% of the surgical robot market.", "surgical robot", {"Orbixo": "80"}),
]  # fmt: skip
NO_SHARES = [
    "Orbixo spends 20% of all its buildings' cost on heating.",
    "According to Orbixo, 90 percent of decision makers believe in it.",
    "Orbixo contributes 100% of qualifying offer purchases.",
    "The past year has seen 90 percent of companies reporting cloud usage.",
    "Orbixo cut 12% of jobs among nurses.",
    "Share of voice rose to 12% for Orbixo.",
]


@pytest.mark.parametrize(("words", "field", "held"), SHARES)
def test_shares_of_fields(words, field, held):
    text = Text(abstract=words)
    found = {(each.subject, each.value, each.market) for each in extract(text) if each.measure == KG.SHARE}
    assert found == {(name, Decimal(value), field) for name, value in held.items()}
    mentions, claims = markets(text)
    assert {(mentions[each.subject].name, mentions[each.object].name) for each in claims} >= {(n, field) for n in held}


@pytest.mark.parametrize("words", NO_SHARES)
def test_parts_of_other_things(words):
    assert not [each for each in extract(Text(abstract=words)) if each.measure == KG.SHARE and each.market]
