"""Shares of fields that no word "market" names, and parts of things that are no field."""
# ruff: noqa: E501

from decimal import Decimal

import pytest

from kgraph.extractors.figures.market_figures import extract
from kgraph.extractors.markets.competitors import extract as markets
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
    ("Orbixo (33%), Zelbo (20%) and Kranvo (9%) take most of what companies spend on cloud infrastructure.", "cloud infrastructure", {"Orbixo": "33", "Zelbo": "20", "Kranvo": "9"}),
    ("Orbixo led smartwatch sales with 36%, followed by Zelbo (10%) and Kranvo (9%).", "smartwatch", {"Orbixo": "36", "Zelbo": "10", "Kranvo": "9"}),
    ("In cloud infrastructure Orbixo is on 32%, Zelbo on 23% and Kranvo on 10%.", "cloud infrastructure", {"Orbixo": "32", "Zelbo": "23", "Kranvo": "10"}),
    ("Hospital EHR installations were split between Orbixo (36%), Zelbo (25%) and Kranvo (9%).", "Hospital EHR", {"Orbixo": "36", "Zelbo": "25", "Kranvo": "9"}),
    ("Orbixo still controls more than 80% of the surgical robot market.", "surgical robot", {"Orbixo": "80"}),
]  # fmt: skip
NO_SHARES = [
    "Orbixo spends 20% of all its buildings' cost on heating.",
    "According to Orbixo, 90 percent of decision makers believe in it.",
    "Orbixo contributes 100% of qualifying offer purchases.",
    "The past year has seen 90 percent of companies reporting cloud usage.",
    "Orbixo cut 12% of jobs among nurses.",
    "Share of voice rose to 12% for Orbixo.",
    "Orbixo rose 5%, Zelbo 3% and Kranvo 2%.",
    "Orbixo (5%), Zelbo (3%) and Kranvo (2%) gained on strong results.",
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


def test_what_the_headline_counts_is_the_field_of_bare_shares():
    text = Text("Tablet shipments fall again", "Vendor shares in May: Orbixo 38.6%, Zelbo 15.9% and Kranvo 8.1%.")
    found = {(each.subject, str(each.value), each.market) for each in extract(text) if each.measure == KG.SHARE}
    assert found == {("Orbixo", "38.6", "Tablet"), ("Zelbo", "15.9", "Tablet"), ("Kranvo", "8.1", "Tablet")}
