"""Whose "the partnership" is: of the two organisations that a text has named, where it names no third."""

import pytest

from kgraph.model import Text
from tests.text.reading import relations, resolved

TOGETHER = ("Philips", "partnersWith", "Zelbono")
HEADLINE = "Zelbono Inc. to put its scanners into Philips' wards"
SAYINGS = (
    "The collaboration will enable service providers to scan more.",
    "Under a new five-year strategic alliance, Zelbono will build more of them.",
    "According to a release, the multiyear partnership makes scanners cheap.",
)
NOTHING = (
    "The collaboration with Siemens will enable providers to scan more.",
    "Siemens does the same, and the collaboration will enable providers to scan more.",
    "Zelbono's partnership brought scanners in May.",
    "Philips acquired Zelbono in May. The partnership will make scanners cheap.",
    "Zelbono and Philips broke off their alliance in May.",
)


@pytest.mark.parametrize("text", SAYINGS)
def test_the_partnership_is_of_the_two_that_were_named(text):
    found = relations(resolved(Text(HEADLINE, text)))
    assert TOGETHER in found or TOGETHER[::-1] in found


@pytest.mark.parametrize("text", NOTHING)
def test_another_partnership_is_not(text):
    found = relations(resolved(Text(HEADLINE, text)))
    assert not {TOGETHER, TOGETHER[::-1]} & found


def test_an_alliance_of_a_known_firm_is_none_of_its_name():
    found = relations(resolved(Text("Zelbono, Microsoft Alliance to Cut Waste", "The alliance will help Zelbono Inc.")))
    assert {("Microsoft", "partnersWith", "Zelbono"), ("Zelbono", "partnersWith", "Microsoft")} & found
