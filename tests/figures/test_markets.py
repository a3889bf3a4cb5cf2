import pytest

from kgraph.extractors import markets
from kgraph.model import Text
from kgraph.namespace import KG


def players(text: Text) -> dict[str, list[str]]:
    mentions, claims = markets.extract(text)
    found: dict[str, list[str]] = {}
    for claim in claims:
        assert claim.predicate == KG.COMPETES_IN
        assert mentions[claim.object].types[0][0] == "Market"
        assert mentions[claim.subject].types[0][0] == "Company"
        assert claim.start <= mentions[claim.subject].start < mentions[claim.subject].end <= claim.end
        found.setdefault(mentions[claim.object].name, []).append(mentions[claim.subject].name)
    for mention in mentions:
        assert " ".join(text.content[mention.start : mention.end].split()).startswith(mention.name.split()[0])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            Text("Cloud VPN Market Growing | Key Player SAP, Microsoft, AT&T", ""),
            {"Cloud VPN": ["SAP", "Microsoft", "AT&T"]},
        ),
        (
            Text(
                body="The leading suppliers of the ventilator market are GE HealthCare, Hamilton Medical AG "
                "(Switzerland), NIDEK Co., Ltd., and Mindray, among others."
            ),
            {"ventilator": ["GE HealthCare", "Hamilton Medical AG", "NIDEK Co., Ltd.", "Mindray"]},
        ),
        (
            Text(body="Pump Market\nKey players:\nAcme Inc.\n• Beta GmbH\n3. Gamma AB\nThe pump market grows."),
            {"Pump": ["Acme Inc.", "Beta GmbH", "Gamma AB"]},
        ),
        (
            Text(
                body="The Pump Market grows.\nKey Players Analyzed |\nSiemens Healthineers, Medtronic PLC, "
                "ResMed Inc. |"
            ),
            {"Pump": ["Siemens Healthineers", "Medtronic PLC", "ResMed Inc."]},
        ),
        (
            Text("Drug Market - Key Players Include Pfizer, Johnson & Johnson", ""),
            {"Drug": ["Pfizer", "Johnson & Johnson"]},
        ),
        (
            Text("Ad Market - Key Players Include Google, Oracle & Adobe Among Others", ""),
            {"Ad": ["Google", "Oracle", "Adobe"]},
        ),
        (Text(body="In the pump market Acme Corp holds 17% and Beta Corp 12%."), {"pump": ["Acme Corp", "Beta Corp"]}),
    ],
)
def test_who_competes_in_a_market(text: Text, expected: dict[str, list[str]]) -> None:
    assert players(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Key players are watching the pump market.",
        "The software segment held 40% of the pump market.",
        "X-ray holds 30% of the imaging market.",
        "Cardiology held 40% of the imaging market.",
        "Europe held 40% of the imaging market.",
        "Key players such as Acme and Beta met.",
        "",
    ],
)
def test_nobody_is_named_to_compete(words: str) -> None:
    assert players(Text(abstract=words)) == {}


def test_a_market_is_mentioned_as_written() -> None:
    mentions, _ = markets.extract(Text("Global Smart Healthcare Market to 2027", "It grows."))
    assert [(m.name, m.start, m.end, m.types) for m in mentions] == [("Smart Healthcare", 7, 23, (("Market", 4.0),))]
