"""Whose round a text tells of, who put money into it, and who raised what it counts."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from kgraph.namespace import KG
from tests.text.reading import model, read, relations, resolved

LEAD, JOINED, OLD = "Zelbo Capital", "Haro Ventures", "Lumira Partners"


def backers(headline: str, words: str) -> set[tuple[str, str]]:
    found = relations(resolved(Text(headline, words), language=model()))
    return {(s, o) for s, p, o in found if p == "investedIn"}


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Kranvo nabs $22M to cut paperwork", f"{LEAD} is leading the deal, joined by {JOINED}, {OLD} and Quell co-founder Anna Brandt."),
        ("", f"Kranvo Ltd. has raised a $30 million Series B. {LEAD} and {JOINED} led; {OLD}, already a shareholder, took part again."),
        ("", f"Nairobi-based lender Kranvo has collected $80 million in a Series C that {LEAD} led. {JOINED} joined, as did the insider {OLD}."),
        ("", f"{LEAD} has led a $45 million Series B round for robotics company Kranvo. The round was supported by existing investor {OLD} plus new investors logistics firm {JOINED} and others."),
        ("", f"Kranvo Ltd. said it had raised $20 million. {LEAD} and {JOINED} were joined in the round by the earlier backer {OLD}."),
        ("", f"The $20 million Series A for Kranvo Ltd. was led by {LEAD} and included {JOINED} and {OLD}."),
        ("", f"Kranvo Ltd. raised $9 million. {LEAD} wrote the biggest check, with {JOINED} and {OLD} rounding out the syndicate."),
        ("", f"Fresh off a $25 million seed round from {LEAD}, {JOINED} and {OLD}, legal startup Kranvo has hired 20 people."),
        ("", f"Kranvo Ltd. (Peru) raised $3 Million, {LEAD} and {JOINED} leading. {OLD} and Google's founders chipped in."),
        ("", f"Kranvo Ltd. has $22 million to build a plant. {LEAD} and {JOINED} are new among its owners; {OLD} took part again."),
        ("", f"Kranvo Ltd. raised $9 million, most of which was put up by {LEAD}. {JOINED} and {OLD} are among the shareholders who joined."),
        ("", f"{LEAD} has led a $3 million seed round in Kranvo Ltd. with {JOINED} and {OLD}."),
        ("", f"{LEAD} and {JOINED} gave Kranvo Ltd. $20 million. {OLD} has bought a fifth of Kranvo Ltd. since."),
        ("", f"Lender Kranvo Ltd. went under, pulled down by rates; in five years it had raised at least $9 million from {LEAD}, {JOINED} and {OLD}."),
        ("Kranvo lands $33M to sort alerts", f"Tom Hale was head of the army's Quell Inc. and built Kranvo Ltd. later. The Boston-based startup has now got $33 million in a Series C led by {LEAD}, {JOINED} and {OLD}."),
        ("", f"Kranvo Ltd. raised $9 million in a round led by {LEAD}, {JOINED}, {OLD} and Quell co-founder Anna Brandt."),
        ("Investors back a pump maker", f"{LEAD} led the round, alongside {JOINED} and {OLD}. Kranvo Ltd. has raised $30 million so far."),
    ],
)  # fmt: skip
def test_who_takes_part_in_a_round_invests_in_who_raises_it(headline, words):
    assert backers(headline, words) == {(each, "Kranvo") for each in (LEAD, JOINED, OLD)}


@pytest.mark.parametrize(
    "words",
    [
        "Kranvo Ltd. raised $30 million last year. On Tuesday Microsoft and Siemens joined its partner programme.",
        "After Kranvo Ltd. raised $30 million, Pfizer signed up as a customer, followed by Roche and Merck.",
        f"{LEAD} raised $20 billion for its eighth fund. Pension investors Haro Pensions and Lumira returned.",
        "Kranvo Ltd. raised prices by 5%, joined by its rivals Siemens and Philips.",
        "The seminar was led by Deloitte; Siemens and Philips joined.",
        "Kranvo Ltd. raised $8 million. It sells to Siemens and Bosch, and will compete with Oracle.",
    ],
)
def test_what_else_follows_on_a_round_is_no_investment(words):
    assert not backers("", words)


def test_each_firm_of_a_list_of_rounds_has_its_own_backers():
    words = f"Kranvo Ltd. raised $5 million. {LEAD} led. Lumira Inc. raised $7 million. {JOINED} led."
    assert backers("", words) == {(LEAD, "Kranvo"), (JOINED, "Lumira")}


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Kranvo nabs $60M to cut paperwork", f"{LEAD} is leading the deal."),
        ("", "Kranvo, founded by former Google engineer Lena Ruiz with Tom Okafor, its CTO, has raised $60 million to date."),
        ("", f"{LEAD} and {JOINED} have backed Munich-based Kranvo in a $60 million Series A."),
        ("", "Clinical AI company Kranvo has taken in another $60 million from investors."),
        ("", "Two deals in two days: Kranvo, Oslo, Norway, has collected $60 million from its investors."),
        ("Global investor leads $60m round", f"{LEAD} has led a $60 million Series B round for artificial intelligence (AI) company kranvo.ai."),
    ],
)  # fmt: skip
def test_money_is_of_who_raises_it(headline, words):
    (extraction,) = read(Text(headline, words), language=model())
    (figure,) = [each for each in extraction.figures if each.measure == KG.FUNDING]
    assert (figure.value, figure.subject.lower().removesuffix(".ai")) == (60_000_000, "kranvo")
