"""What a vendor tells of its own product names tools and features, and hardly ever firms."""

import pytest

from kgraph.model import Text
from kgraph.namespace import KG
from tests.text.reading import read, resolved, things

NOTES = [
    ("Zelbo drivers are now in preview", "Azure Monitor now reads PyZelbo packages and the OpenKranvo format."),
    ("General availability: PyZelbo packages", "Write OpenKranvo files with the PyZelbo client of Azure Monitor."),
    ("Azure Monitor support for PyZelbo (public preview)", "PyZelbo reads OpenKranvo files."),
    ("PyZelbo in Azure Monitor will be retired on 31 August", "Move from PyZelbo packages to OpenKranvo ones."),
    ("PyZelbo 3 in Azure Monitor is retiring on 31 August", "Move from PyZelbo packages to OpenKranvo ones."),
    ("How to read packages in Azure Monitor", "You can read PyZelbo packages and OpenKranvo files with one query."),
]
NEWS = [
    ("PyZelbo is now available on Azure", "PyZelbo, a start-up, announced that OpenKranvo bought a stake in it."),
    ("OpenKranvo and PyZelbo settle their quarrel", "PyZelbo bought OpenKranvo in March, and sues it since May."),
]


@pytest.mark.parametrize(("headline", "words"), NOTES)
def test_a_release_note_names_no_firms(headline, words):
    found = things(resolved(Text(headline, words)))
    assert not {("Company", "PyZelbo"), ("Company", "OpenKranvo")} & found
    assert ("Product", "PyZelbo") in found


@pytest.mark.parametrize(("headline", "words"), NEWS)
def test_other_news_does(headline, words):
    assert {("Company", "PyZelbo"), ("Company", "OpenKranvo")} <= things(resolved(Text(headline, words)))


@pytest.mark.parametrize(
    ("headline", "words", "is_firm"),
    [
        ("Azure Monitor limits increase more than twofold", "The maximum zCore limit is higher now.", False),
        ("zCore speeds time to insight with Azure Monitor", "A new tool helps zCore to learn from data.", True),
        ("Azure Monitor limits increase more than twofold", "The start-up zCore says that it was time.", True),
    ],
)
def test_a_capital_letter_makes_no_firm_where_none_is_spoken_of(headline, words, is_firm):
    assert (("Company", "zCore") in things(resolved(Text(headline, words)))) == is_firm


def test_a_word_like_any_other_is_no_product_for_that():
    note = Text("Translator: new languages now available", "Translator now reads Odia, Dari and Pashto.")
    assert not {label for kind, label in things(resolved(note)) if kind in ("Company", "Product")} & {"Dari", "Pashto"}


def joined(text: str) -> set[frozenset[str]]:
    (extraction,) = read(text)
    names = [mention.name for mention in extraction.mentions]
    return {
        frozenset((names[claim.subject], names[claim.object]))
        for claim in extraction.claims
        if claim.predicate == KG.INTEGRATES_WITH
    }


def test_what_only_names_a_feature_works_with_nothing():
    assert joined("Infrastructure Encryption for Azure Monitor is now in preview") == set()
    assert joined("Power BI for Azure Monitor is now in preview") == {frozenset(("Power BI", "Azure Monitor"))}


def test_what_is_for_sale_on_a_whole_platform_is_in_no_product():
    assert joined("The Power BI preview is now available on Azure") == set()
    assert joined("The Power BI preview is now available on Azure Files") == {frozenset(("Power BI", "Azure Files"))}
