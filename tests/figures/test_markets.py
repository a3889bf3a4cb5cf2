import pytest

from kgraph.extractors.markets import competitors
from kgraph.model import Text
from kgraph.namespace import KG


def players(text: Text) -> dict[str, list[str]]:
    mentions, claims = competitors.extract(text)
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
            Text(
                body="The major players in the pump market are Acme plc. (Ireland), Royal Beta N.V. (Netherlands), "
                "and Gamma."
            ),
            {"pump": ["Acme plc.", "Royal Beta N.V.", "Gamma"]},
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
            Text("Pump Market to Boom by 2030 | Medtronic, Zelbo Medical, Baxter", ""),
            {"Pump": ["Medtronic", "Zelbo Medical", "Baxter"]},
        ),
        (
            Text("Pump Market is Booming Worldwide with Medtronic, Zelbo Medical, Baxter", ""),
            {"Pump": ["Medtronic", "Zelbo Medical", "Baxter"]},
        ),
        (
            Text("Pump Market Key Players (Medtronic, Zelbo, Baxter) and Forecast to 2027", ""),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="Top players involved in the Pump Market are: Medtronic, Zelbo, Baxter"),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="The key players of the Pump Market are listed below: Medtronic, Zelbo, Baxter"),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="The following are some of the top players in the Pump Market: Medtronic, Zelbo, Baxter"),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="The Pump Market grows. The report profiles Medtronic, Zelbo and Baxter."),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="The Pump Market grows. Medtronic, Zelbo and Baxter are among the vendors profiled."),
            {"Pump": ["Medtronic", "Zelbo", "Baxter"]},
        ),
        (
            Text(body="The pump market consists of several players, including Medtronic, Zelbo and Baxter."),
            {"pump": ["Medtronic", "Zelbo", "Baxter"]},
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
        (
            Text(body="Leading organizations in the pump market are Orvexa, Blue Fern Health and Kalder Imaging Inc."),
            {"pump": ["Orvexa", "Blue Fern Health", "Kalder Imaging Inc."]},
        ),
        (
            Text(body="Active companies in the market include Orvexa (NYSE: ORX) and Kelvox. The pump market grows."),
            {"pump": ["Orvexa", "Kelvox"]},
        ),
        (
            Text(
                body="The top 3 pump design companies (by revenue) in 2023 were Orvexa ($6 billion), Kelvox and Tarn."
            ),
            {"pump design": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (
            Text(body="The largest makers of pumps are Orvexa, Kelvox and Tarn."),
            {"pumps": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (
            Text(body="Orvexa and Kelvox are the two biggest vendors of dosing pumps."),
            {"dosing pumps": ["Orvexa", "Kelvox"]},
        ),
        (
            Text(body="The ecosystem of the pump market is led by Tier-1 players such as Orvexa, Kelvox, and Tarn."),
            {"pump": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (
            Text(
                body="The pump market is highly concentrated, with Orvexa, Kelvox and Tarn holding the largest shares."
            ),
            {"pump": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (Text(body="Orvexa and Kelvox make up two-thirds of the pump market."), {"pump": ["Orvexa", "Kelvox"]}),
        (
            Text(body="The pump market is small and Orvexa, Kelvox and Tarn account for more than half of the market."),
            {"pump": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (Text(body="The pump market is home to players like Orvexa and Kelvox."), {"pump": ["Orvexa", "Kelvox"]}),
        (
            Text(body="Key players dominate the pump market, including Orvexa and Kelvox."),
            {"pump": ["Orvexa", "Kelvox"]},
        ),
        (
            Text(body="The study lists Orvexa, Kelvox and Tarn as key players in the pump market."),
            {"pump": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (Text(body="Dosing is a busy market in which Orvexa and Kelvox compete."), {"Dosing": ["Orvexa", "Kelvox"]}),
        (Text(body="Orvexa Health dominates the pump market."), {"pump": ["Orvexa Health"]}),
        (Text(body="Orvexa Health, the leader in the pump market, grew."), {"pump": ["Orvexa Health"]}),
        (
            Text(body="Global pump revenue rose to $9bn in 2014. Orvexa Ltd took 21% of the market and Kelvox AG 11%."),
            {"pump": ["Orvexa Ltd", "Kelvox AG"]},
        ),
        (Text(body="Orvexa and Kelvox dominate the U.S. pump market."), {"pump": ["Orvexa", "Kelvox"]}),
        (Text(body="Orvexa Health dominates the market for dosing pumps."), {"dosing pumps": ["Orvexa Health"]}),
        (
            Text(body="Orvexa has entered the pump market, where it meets Kelvox and Tarn."),
            {"pump": ["Kelvox", "Tarn"]},
        ),
        (Text(body="The pump market is split between Orvexa and Kelvox."), {"pump": ["Orvexa", "Kelvox"]}),
        (
            Text(body="The dosing pump segment is dominated by Orvexa and Kelvox."),
            {"dosing pump": ["Orvexa", "Kelvox"]},
        ),
        (
            Text(body="Makers of dosing pumps include Orvexa, Kelvox and Tarn."),
            {"dosing pumps": ["Orvexa", "Kelvox", "Tarn"]},
        ),
        (
            Text(body="Orvexa and Kelvox combined captured three-fourths of new dosing pump contracts in 2012."),
            {"dosing pump": ["Orvexa", "Kelvox"]},
        ),
        (
            Text(body="The top pump vendors by hospital count are Orvexa, Kelvox and Tarn."),
            {"pump": ["Orvexa", "Kelvox", "Tarn"]},
        ),
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
        "The leading tech companies are Acme and Beta.",
        "Leading hospitals such as Acme Clinic and Beta Clinic use what the pump market offers.",
        "Customers such as Acme and Beta lead the market in using the tool.",
        "Its biggest customers are Acme and Beta. The pump market grows.",
        "Key partners include Acme and Beta. The pump market grows.",
        "The pump market is small. Rivals include Acme and Beta's founder.",
        "Orvexa and Kelvox won most of the votes.",
        "Makers of films include Jane Miller and Tom Hale.",
        "The tour is led by Orvexa and Kelvox.",
        "",
    ],
)
def test_nobody_is_named_to_compete(words: str) -> None:
    assert players(Text(abstract=words)) == {}


@pytest.mark.parametrize(
    "headline",
    [
        "Pump Market to Boom by 2030 | Growth, Trends, Key Segments",
        "Pump Market - Cardiology, Oncology, Neurology",
        "Pump Market | North America, Europe, Asia Pacific",
        "Pump Market by 2030 : Hardware, Software, Services",
        "Pump Market with 12 Tables, Pie Charts, Graphs",
    ],
)
def test_a_headline_that_lists_no_players(headline: str) -> None:
    assert players(Text(headline)) == {}


def test_a_market_is_mentioned_as_written() -> None:
    mentions, _ = competitors.extract(Text("Global Smart Healthcare Market to 2027", "It grows."))
    assert [(m.name, m.start, m.end, m.types) for m in mentions] == [("Smart Healthcare", 7, 23, (("Market", 4.0),))]
