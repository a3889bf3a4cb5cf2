"""Whom "the company" and "it" mean where another firm buys, backs or works with them."""

import pytest

from kgraph.model import Text
from tests.text.reading import relations, resolved

BOUGHT = ("Philips", "acquired", "Zelbono")
SAYINGS = {
    "Zelbono Inc. sells scanners. Last year Philips acquired the company.": BOUGHT,
    "Zelbono Inc. sells scanners. Philips has agreed to buy the startup for $20 million.": BOUGHT,
    "Zelbono Inc. sells scanners. Philips completed its acquisition of the company in May.": BOUGHT,
    "Zelbono Inc. sells scanners. Philips has taken over the scanner maker.": BOUGHT,
    "Zelbono Inc. sells scanners. Philips acquired it in 2012.": BOUGHT,
    "Zelbono Inc. sells scanners. It was bought by Philips.": BOUGHT,
    "Mayo Clinic uses scanners of Zelbono Inc. in its wards. Philips bought the company in 2012.": BOUGHT,
    "Philips sells scanners. Zelbono Inc. was acquired by the company in March.": BOUGHT,
    "Zelbono Inc. sells scanners. Philips invested in it two years ago.": ("Philips", "investedIn", "Zelbono"),
    "Zelbono Inc. sells scanners. KKR is an investor in the company.": ("KKR", "investedIn", "Zelbono"),
    "Zelbono Inc. sells scanners. Philips has partnered with the company.": ("Philips", "partnersWith", "Zelbono"),
    "Philips sells scanners. Only in September it had struck a $2 million deal for Zelbono Inc.": BOUGHT,
    "Zelbono Inc. sells scanners. It is a subsidiary of Philips.": ("Zelbono", "parentOrganization", "Philips"),
}
NOTHING = (
    "Zelbono Inc. posted results. Zelbono said it would buy the company.",
    "Zelbono Inc. sells scanners. Philips praised the company.",
    "Philips sells scanners. Only in September had it struck its staff that Zelbono Inc. does so too.",
    "Zelbono Inc. sells scanners. Philips declined to buy the company.",
    "Zelbono Inc. sells scanners. Philips plans to acquire a company in Berlin.",
    "Zelbono Inc. sells scanners. Philips owns the hospital in Boston.",
    "Zelbono Inc. sells scanners. It was the first time that Philips bought scanners.",
    "Zelbono Inc. launched Orbix, a scanner. Philips bought it for its wards.",
)


@pytest.mark.parametrize("text", SAYINGS)
def test_what_another_firm_deals_with_is_the_firm_named_before(text):
    assert SAYINGS[text] in {tuple(each) for each in relations(resolved(text))}


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_deals_with_is_not(text):
    firms = {"Philips", "Zelbono"}
    assert not [each for each in relations(resolved(text)) if {each[0], each[2]} == firms]


def test_the_other_of_the_two_that_a_headline_names_is_meant():
    text = Text("Zelbono Inc. ends up at Philips", "Philips is acquiring the Boston scanner company.")
    assert BOUGHT in relations(resolved(text))
