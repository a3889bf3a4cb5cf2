"""Which names are found, and of what class, in texts of our own."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, read, resolved, things

CASES = [
    # running text
    ("The Seattle startup Orbixo, a maker of wearables, hired Jane Miller.", {("Company", "Orbixo"), ("Person", "Jane Miller"), ("Place", "Seattle")}),
    ("Zorbit Ltd. (NASDAQ: ZRB) rose by 3 %.", {("Company", "Zorbit")}),
    ("It runs on the Orbix platform.", {("Product", "Orbix")}),
    ("Researchers at the University of Heidelberg and Duke University agree.", {("Organization", "University of Heidelberg"), ("Organization", "Duke University")}),
    ("The Department of Energy asked.", {("Organization", "Department of Energy")}),
    ("Azure Event Grid and Azure Database for MySQL are cheap.", {("Product", "Azure Event Grid"), ("Product", "Azure Database for MySQL")}),
    ("Dr. Jane Miller, CEO of Orbixo, agreed.", {("Person", "Jane Miller"), ("Company", "Orbixo")}),
    ("AI, ML and MRI help with COVID-19 in March.", set()),
    ("The company said that the new cloud software is safe.", set()),
    ("Our HoloLens 2 is new.", {("Product", "HoloLens 2")}),
    # headlines
    ("Philips Unveils New Zorbix Scanner For Hospitals In Germany", {("Company", "Philips"), ("Product", "Zorbix Scanner"), ("Place", "Germany")}),
    ("How Hospitals Can Use Digital Tools To Improve Patient Outcomes", set()),
    ("Five Reasons Why Cloud Migration Projects Fail", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_names(text, expected):
    assert {each for each in things(resolved(text, language=model())) if each[0] != "Market"} == expected


def test_a_headline_is_cut_where_the_running_text_shows_the_name():
    text = Text(
        "Zorbit Health Cloud Wins Big Hospital Deal", "The deal is worth millions for Zorbit Health Cloud users."
    )
    assert ("Product", "Zorbit Health Cloud") in things(resolved(text))


def test_a_name_goes_on_to_the_last_of_two_forms_of_a_firm():
    (found,) = read("It signed with Zorba Electric Co. Ltd., which agreed. The rival is Zelbo Co. Its board agreed.")
    assert [each.name for each in found.mentions] == ["Zorba Electric Co. Ltd.", "Zelbo Co."]


def test_acronyms_stand_for_what_they_are_defined_as():
    (extraction,) = read("The Zorbit Cloud Explorer (ZCE) is new. ZCE is fast.")
    assert {m.stands_for for m in extraction.mentions if m.name == "ZCE"} == {"Zorbit Cloud Explorer"}


def test_a_firm_that_opens_a_headline_ends_before_what_it_does():
    def first(headline):
        return read(Text(headline, "It was said in May that all of it is new."))[0].mentions[0].name

    assert first("Zelburo Debuts Security Platform for Managing Microsoft 365 Accounts") == "Zelburo"
    assert first("Zelburo Networks Extends Security Platform for Managing Accounts") == "Zelburo Networks"


def test_a_given_name_that_is_a_word_too_begins_a_persons_name_behind_a_role_in_a_headline():
    def found(headline):
        return {m.name for m in read(Text(headline, "It was said in May that all of it is new."))[0].mentions}

    assert "Mark Zelburkoski" in found("Orbixo CEO Mark Zelburkoski Gets Technical About Pandemic Fixes")
    assert "Mark Zelburkoski" not in found("Orbixo Customers Mark Zelburkoski Day With Pandemic Fixes")


def test_words_that_spell_an_acronym_are_one_name():
    text = "The fund backs the Healthcare Orbit Exchange of New York (HOENY) and Azure Zelbo Ingress Controller (AZIC)."
    assert {"Healthcare Orbit Exchange of New York", "Azure Zelbo Ingress Controller"} <= {
        m.name for m in read(text)[0].mentions
    }
    apart = "The fund backs the Healthcare Orbit Exchange of New York (HQX) and Jane Miller, Chief Zelbo Officer (CZO)."
    assert not {"Healthcare Orbit Exchange of New York", "Chief Zelbo Officer"} & {
        m.name for m in read(apart)[0].mentions
    }


def test_an_acronym_stands_for_what_the_text_says_even_where_lists_know_another():
    assert things(resolved("The Azure Monitor Agent (AMA) is new. The AMA is fast.")) == {
        ("Product", "Azure Monitor Agent")
    }
    assert ("Organization", "American Medical Association") in things(
        resolved("The American Medical Association (AMA) is old. The AMA is large.")
    )


def test_a_surname_stands_for_the_person():
    (extraction,) = read("Jane Millersson spoke. Then Millersson left.")
    assert [m.stands_for for m in extraction.mentions if m.name == "Millersson"] == ["Jane Millersson"]


def test_tickers_and_newswires_are_no_names():
    (extraction,) = read("PRNewswire/ -- Royal Philips (NYSE: PHG, AEX: PHIA) and BUSINESS WIRE met.")
    assert {m.name for m in extraction.mentions} == {"Royal Philips"}


def test_offsets_point_at_the_names():
    text = Text("Philips & Microsoft", "Über Siemens Healthineers™ in „Erlangen“.", "• Then Dexcom’s G7 came.")
    (extraction,) = read(text)
    for mention in extraction.mentions:
        assert " ".join(text.content[mention.start : mention.end].split()) == mention.name


def test_a_text_is_read_alike_whatever_stands_around_it():
    one, two = "Philips acquires Orbixo.", "Orbixo platform users met in Berlin."
    assert read(one, two) == [*read(one), *read(two)]
    assert read(one, two, language=model()) == [*read(one, language=model()), *read(two, language=model())]


def test_evidence_names_each_class_once():
    market = Text(
        "Zelbo Managed Services Market is Booming Worldwide | IBM",
        "The latest study on the Zelbo Managed Services market is out.",
    )
    list_ = Text(
        "Orbixo and Kranvo Ltd. met", "Orbixo, Kranvo Ltd. and Zelbo Inc. bought six Orbixos from Lumira Labs."
    )
    for extraction in read(market, list_):
        for mention in extraction.mentions:
            kinds = [kind for kind, _ in mention.types]
            assert kinds == sorted(set(kinds))
