"""The firm that a text is about: whose officers speak and whose rivals are named where no sentence says whose."""

import pytest

from kgraph.model import Text
from tests.text.reading import relations, resolved

ABOUT = "Two rounds at once for Zelbono Inc."
TOLD = {
    "Half of it came from KKR, co-founder and CEO Jane Miller tells reporters.": ("Jane Miller", "worksFor", "Zelbono"),
    "Half of it came from KKR, said Jane Miller, chief financial officer.": ("Jane Miller", "worksFor", "Zelbono"),
    "KKR has put money into rivals Teladoc and Commure as well.": ("Zelbono", "competesWith", "Commure"),
    "Microsoft, EY and Deloitte are among its partners.": ("Deloitte", "partnersWith", "Zelbono"),
}
NOT_TOLD = {
    "KKR put in the money, KKR's CEO Jane Miller tells reporters.": ("Jane Miller", "worksFor", "Zelbono"),
    "KKR put in the money, said Jane Miller, CEO of Commure.": ("Jane Miller", "worksFor", "Zelbono"),
    "KKR put in the money. Jane Miller is CEO of Commure. CEO Jane Miller agreed.": (
        "Jane Miller",
        "worksFor",
        "Zelbono",
    ),
    "KKR put in the money, former CEO Jane Miller tells reporters.": ("Jane Miller", "worksFor", "Zelbono"),
    "Teladoc's rival Commure got more.": ("Zelbono", "competesWith", "Commure"),
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_nobody_elses_is_the_main_firms(text):
    found = relations(resolved(Text(ABOUT, text)))
    subject, predicate, object_ = TOLD[text]
    assert {(subject, predicate, object_), (object_, predicate, subject)} & found


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_said_of_another_is_not(text):
    assert NOT_TOLD[text] not in relations(resolved(Text(ABOUT, text)))


def test_a_headline_with_two_firms_is_about_neither():
    found = relations(
        resolved(Text("Zelbono Inc. sues Orbixo Inc.", "KKR put in money, CEO Jane Miller tells reporters."))
    )
    assert not [each for each in found if each[1] == "worksFor"]
