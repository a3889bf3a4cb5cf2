"""Which names are one thing."""

import pytest

from kgraph.errors import UsageError
from kgraph.extractors.text import extract
from kgraph.lexicon import shipped
from kgraph.model import Text
from kgraph.resolution.decisions import parse
from kgraph.resolution.mentions import Source
from kgraph.resolution.naming import KnownThing
from kgraph.resolution.spelling import digits, fold, squash, without_suffix
from tests.text.reading import resolve, resolved, rules, things


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cisco Systems Inc.", "Cisco Systems"),
        ("Medtronic PLC", "medtronic"),
        ("GI Genius™", "GI Genius"),
        ("The Orbix  Platform", "Orbix Platform"),
        ("Zorbit GmbH & Co. KG", "zorbit gmbh &"),
        ("Acme Co., Ltd.", "Acme"),
    ],
)
def test_spellings_that_meet(one, other):
    assert fold(one) == fold(other)


def test_a_legal_form_alone_is_a_name():
    assert without_suffix("Limited") == "Limited"


def test_digits_never_merge():
    assert digits("Windows 10") != digits("Windows 11")
    assert squash(fold("Real-Time Earth")) == squash(fold("Real Time Earth"))


def labels(*texts: str, kind: str) -> set[str]:
    return {label for type_, label in things(resolved(*texts)) if type_ == kind}


def test_ge_and_ge_healthcare_are_two():
    found = labels("GE Healthcare grew. GE, its parent, grew too.", "General Electric (GE) grew.", kind="Company")
    assert found == {"GE Healthcare", "General Electric"}


def test_siemens_is_not_siemens_healthineers():
    assert labels("Siemens Healthineers met Siemens.", kind="Company") == {"Siemens Healthineers", "Siemens"}


def test_versions_stay_apart():
    text = "The HoloLens and the HoloLens 2 run apps from Windows 10 and Windows 11."
    assert {"HoloLens", "HoloLens 2", "Windows 10", "Windows 11"} <= labels(text, kind="Product")


def test_a_product_with_and_without_its_makers_name():
    found = resolved("Zorbit Inc. sells Zorbit Explorer Suite.", "The Explorer Suite platform is from Zorbit Inc.")
    (suite,) = [thing for thing in found.things if thing.type == "Product"]
    assert {suite.label, *suite.alternatives} == {"Zorbit Explorer Suite", "Explorer Suite"}
    assert "maker" in found.why("Explorer Suite", "Zorbit Explorer Suite")[0].reason


def test_a_person_is_never_a_company():
    found = things(resolved("Dell Technologies hired Michael Dell. Michael Dell, CEO of Dell, smiled."))
    assert {("Company", "Dell"), ("Person", "Michael Dell")} <= found


def test_homographs_of_different_classes_stay_apart():
    text = "Orbixo Inc. (NASDAQ: ORB) grew."
    found = things(resolved(text, "They live in the city of Orbixo.", "Orbixo Inc. is a company."))
    assert ("Company", "Orbixo") in found
    iris = {thing.iri for thing in resolved("Washington-based Orbixo grew.", "Dr. Paul Washington spoke.").things}
    assert any("/place/" in iri for iri in iris)
    assert any("/person/" in iri for iri in iris)


def test_misspelt_names_meet_and_doubtful_ones_are_proposed():
    found = resolved(
        "Hyperledgeron Biolabs Corp. grew.", "Hyperledgerom Biolabs Corp. grew.", "Hyperlodgerim Biolabs Corp. grew."
    )
    assert found.why("Hyperledgeron Biolabs", "Hyperledgerom Biolabs")
    assert any("hyperlodgerim biolabs" in (doubt.left, doubt.right) for doubt in found.doubtful)


def test_decisions_overrule_and_undoing_them_gives_the_earlier_result():
    texts = ("Orbixo Corp. grew.", "Zorbit Corp. grew.")
    before = resolved(*texts)
    joined = resolved(*texts, decisions=parse({"same": [["Orbixo", "Zorbit"]]}))
    assert len([t for t in joined.things if t.type == "Company"]) == 1
    assert joined.why("Orbixo", "Zorbit")[0].reason == "decided in resolution.yaml: same"
    assert resolved(*texts, decisions=parse({})) == before


def test_different_keeps_apart_what_rules_would_join():
    texts = ("Hyperledgeron Biolabs Corp. grew.", "Hyperledgerom Biolabs Corp. grew.")
    assert len(labels(*texts, kind="Company")) == 1
    apart = resolved(*texts, decisions=parse({"different": [["Hyperledgeron Biolabs", "Hyperledgerom Biolabs"]]}))
    assert len([t for t in apart.things if t.type == "Company"]) == 2


def test_type_and_alias_are_decided():
    decisions = parse({"type": {"Orbixo": "Product"}, "alias": {"Big Blue": "IBM"}})
    found = things(resolved("Orbixo Corp. grew.", "IBM, or Big Blue Corp., grew.", decisions=decisions))
    assert ("Product", "Orbixo Corp.") in found
    assert ("Company", "IBM") in found
    assert ("Company", "Big Blue") not in found


@pytest.mark.parametrize(
    "data", [[], {"sam": []}, {"same": "a"}, {"same": [["a"]]}, {"type": {"a": "City"}}, {"alias": {"a": 1}}]
)
def test_senseless_decisions_are_refused(data):
    with pytest.raises(UsageError):
        parse(data)


def test_order_does_not_matter():
    texts = [Text(abstract=t) for t in ("Philips bought Orbixo.", "Orbixo platform users met.", "Royal Philips grew.")]
    read = zip(texts, extract(texts, rules(), shipped()), strict=True)
    sources = [Source(f"https://example.org/{i}", text, said) for i, (text, said) in enumerate(read)]
    assert resolve(sources, lexicon=shipped()) == resolve(reversed(sources), lexicon=shipped())


def test_declared_things_keep_their_iri():
    text = Text(abstract="Doctors like the Orbix Explorer platform by Zorbit Inc.")
    sources = [Source("https://example.org/a", text, next(iter(extract([text], rules(), shipped()))))]
    known = [KnownThing("https://example.org/declared", "Product", "Orbix Explorer")]
    found = resolve(sources, known, shipped())
    (product,) = [thing for thing in found.things if thing.label == "Orbix Explorer"]
    assert product.iri == "https://example.org/declared"
    assert not product.is_new


def test_a_copy_is_no_further_evidence():
    text = "Orbixo grew."
    one, many = resolved(text, least=0.0), resolved(*[text] * 20, least=0.0)
    assert {t.confidence for t in one.things} == {t.confidence for t in many.things}


def test_confidence_below_the_threshold_is_left_out():
    text = "Seamlessly Zorbat went."
    assert all(w.confidence >= 0.9 for s in resolved(text, least=0.9).statements for w in s.evidence)
