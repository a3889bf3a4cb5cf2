"""What the front matter of the seeds says, fact by fact."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kgraph import readers, sources
from kgraph.extractors import structure
from kgraph.extractors.structure.accounts import Account
from kgraph.extractors.structure.offerings import parse_label
from kgraph.model import Description, Text
from kgraph.namespace import KG, RDF, RDFS, SCHEMA, SKOS


@pytest.fixture(scope="module")
def accounts(seeds: Path) -> list[Account]:
    return [structure.describe(document) for file in sources.find([seeds])[0] if (document := readers.read(file)[0])]


def said(description: Description, predicate: str) -> list[object]:
    return [fact.object for fact in description.facts if fact.predicate == predicate]


def named(account: Account, iri: object, predicate: str = RDFS.LABEL) -> list[object]:
    return [fact.object for fact in account.own.about_others if (fact.subject, fact.predicate) == (iri, predicate)]


def test_a_news_curators_article(accounts: list[Account]) -> None:
    own = accounts[0].own
    assert said(own, RDF.TYPE) == ["Article"]
    assert str(said(own, SCHEMA.HEADLINE)[0]).startswith("Global $50+ Billion Healthcare")
    assert said(own, SCHEMA.DATE_PUBLISHED) == [datetime(2021, 1, 15, 13, 58, tzinfo=UTC)]
    assert (said(own, KG.QUALITY), said(own, KG.HEAT)) == ([21], [-1])
    assert [named(accounts[0], iri) for iri in said(own, SCHEMA.PUBLISHER)] == [["Benzinga.com"]]
    assert [named(accounts[0], iri)[0] for iri in said(own, SCHEMA.ABOUT)] == ["AI in Healthcare", "AI"]
    assert len(own.aliases) == 1, "the AMP address and the AMP cache's are one"
    assert len(said(own, KG.RELATED)) == len(accounts[0].others) == 4


def test_a_related_article_is_an_article_of_its_own(accounts: list[Account]) -> None:
    other = accounts[2].others[0]
    assert said(other, SCHEMA.URL) == [
        "https://www.tmcnet.com/usubmit/-global-ai-artificial-intelligence-precision-medicine-market-size-/2023/01/20/9746711.htm"
    ]
    assert said(other, KG.QUALITY) == [34]
    assert other.text.headline == "Global (AI) Artificial Intelligence in Precision Medicine Market"
    assert other.text.abstract.startswith("According to the research report")


def test_a_health_it_curators_article(accounts: list[Account]) -> None:
    account = accounts[3]
    own = account.own
    assert said(own, SCHEMA.DATE_PUBLISHED) == [date(2023, 7, 19)]
    assert said(own, SCHEMA.DATE_MODIFIED) == [datetime(2023, 7, 19, 8, 49, 11, 182362, tzinfo=UTC)]
    assert said(own, SCHEMA.IDENTIFIER) == ["19227"]
    assert own.text.abstract.endswith(
        "research and development (R&D) timelines, assisting clinical judgements, and encouraging im"
    )
    assert own.text.body.count("\n") == 1
    assert "(R&D)" in own.text.body
    labels = [named(account, iri)[0] for iri in said(own, SCHEMA.ABOUT)]
    assert labels == ["Patient Outcome Assessment", "Pharma Industry", "Medication Management", "Machine Learning"]
    schemes = [named(account, named(account, iri, SKOS.IN_SCHEME)[0])[0] for iri in said(own, SCHEMA.ABOUT)]
    assert schemes == [
        "Medical Subject Headings (MeSH)",
        "Events Taxonomies",
        "Healthcare IT News",
        "Healthcare IT News",
    ]
    makers = {
        named(account, iri)[0]: [named(account, maker)[0] for maker in named(account, iri, SCHEMA.MANUFACTURER)]
        for iri in said(own, KG.RELATED_OFFERING)
    }
    assert makers == {
        "TDS Clinical Service": ["Transaction Data Systems"],
        "MindTrace's Platform": ["MindTrace"],
        "YOURmeds Smart Medication Management Solutions": [],
        "Medication Adherence": [],
        "EHR Medication Management": [],
    }


def test_a_plain_report_is_its_body(accounts: list[Account]) -> None:
    own = accounts[4].own
    assert said(own, RDF.TYPE) == ["Report"]
    assert (own.text.headline, own.text.abstract) == ("", "")
    assert own.text.content.startswith("The Global Smart Healthcare Market was valued")
    assert own.text.content.endswith("(10% Customization is Free) |")
    assert said(own, KG.PATH) == ["004_0ec80b02f98d4e60.txt"]


def test_no_ciphertext_comes_through(accounts: list[Account]) -> None:
    assert "Xx0YGZNwhiEL9" not in repr(accounts)


@pytest.mark.parametrize(
    ("label", "parsed"),
    [
        ("Acme Health - Pill Minder", ("Pill Minder", "Acme Health")),
        ("Acme – Pill – Minder", ("Pill – Minder", "Acme")),
        ("Acme Labs' Minder", ("Acme Labs' Minder", "")),
        ("Acme Labs's Minder", ("Acme Labs's Minder", "Acme Labs")),
        ("Acme’s Minder", ("Acme’s Minder", "Acme")),
        ("Children's Health Portal", ("Children's Health Portal", "")),
        ("Parkinson's Tracker", ("Parkinson's Tracker", "")),
        ("Follow-up Reminder", ("Follow-up Reminder", "")),
        ("X-ray Viewer", ("X-ray Viewer", "")),
    ],
)
def test_an_offerings_maker(label: str, parsed: tuple[str, str]) -> None:
    assert parse_label(label) == parsed


def test_the_text_leaves_no_empty_line() -> None:
    assert Text("H", "", "B").content == "H\nB"
    assert Text("", "A", "").content == "A"
    assert Text().content == ""
