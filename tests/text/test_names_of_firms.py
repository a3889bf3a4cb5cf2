"""Names of firms, hospitals and public bodies: where they begin and end, and what tells that they are firms."""

import pytest

from kgraph.model import Text
from tests.text.reading import model, resolved, things

C, ORG, P, H, L = "Company", "Organization", "Product", "Person", "Place"


ROWS = [
    # what a public body is called may begin with a nationality, though lists know a field in it
    ("The Danish Digital Health Agency has chosen Zelbo.", {(ORG, "Danish Digital Health Agency")}, set()),
    ("Danish Health Secretary Jane Miller met Zelbo.", {(H, "Jane Miller")}, {(ORG, "Danish Health")}),
    # a hospital with its clinics
    (
        "Maple Hospital and Clinics of Dover bought tablets.",
        {(ORG, "Maple Hospital and Clinics")},
        {(ORG, "Maple Hospital")},
    ),
    ("Maple Hospital and Clinics International Ltd. signed.", {(ORG, "Maple Hospital")}, set()),
    # a saint's hospital, where nothing is the saint's
    ("Until now St. Lukas's had no chief of information.", {(ORG, "St. Lukas's")}, set()),
    ("He saw the dome of St. Peter's church in the rain.", set(), {(ORG, "St. Peter's")}),
    # towns that act, not where one lives
    ("The City of Marlowe requires a new system.", {(ORG, "City of Marlowe")}, set()),
    ("He lives in the City of London with his dog.", {(L, "London")}, {(ORG, "City of London")}),
    # who renders services of health or finance, not what is sold
    ("KL Health Services will pay Zelbo $11 million a year.", {(ORG, "KL Health Services")}, set()),
    ("Kranvo Financial Services has hired Jane Miller.", {(C, "Kranvo Financial Services")}, set()),
    ("The firm runs Kranvo Cloud Services in Leeds.", set(), {(C, "Kranvo Cloud Services")}),
    # several legal forms
    ("Zorix Technology Co. Ltd. may look beyond China.", {(C, "Zorix Technology")}, set()),
    ("Yet ZorSe Innovation Pvt., operator of Tokra, raised $5 million.", {(C, "ZorSe Innovation")}, {(C, "ZorSe")}),
    ("The medal went to Kranvo Pvt Jane Miller.", set(), {(C, "Kranvo Pvt")}),
    # a department is none where the last word is only a firm's
    ("Dan Farr is managing director of United Ferry Ventures.", {(C, "United Ferry Ventures")}, set()),
    ("Dan Farr is managing director of Business Development.", set(), {(C, "Business Development")}),
    # a month or a day begins the name of a firm
    ("The takeover of Sun Microsystems was approved.", {(C, "Sun Microsystems")}, set()),
    ("In May Kranvo Systems said so.", {(C, "Kranvo Systems")}, {(C, "May Kranvo Systems")}),
    ("It was told in a June Microsoft announcement.", {(C, "Microsoft")}, {(C, "June Microsoft")}),
    # a plural in capitals that ends a name is no verb
    ("Shares are held by Dana Farr and by Volvo Cars in Sweden.", {(C, "Volvo Cars")}, set()),
    ("Microsoft Challenges Researchers to Hack Azure Sphere.", set(), {(P, "Microsoft Challenges")}),
    # ordinals and digits
    ("8th Harbor, of Dover, got $2 million from Kranvo Partners.", {(C, "8th Harbor")}, set()),
    ("21st Harbor Oncology hired Jane Miller.", {(C, "21st Harbor Oncology")}, set()),
    ("4th Quarter results, and 5th Avenue, was what he saw.", set(), {(C, "4th Quarter"), (C, "5th Avenue")}),
    ("7swifts, a maker of software, has raised $3 million.", {(C, "7swifts")}, set()),
    ("5million users have it on their phones.", set(), {(C, "5million")}),
    (
        "Others do well: 8 Harbor Robots Inc., founded here, took in $5 million.",
        {(C, "8 Harbor Robots")},
        {(C, "Harbor Robots")},
    ),
    # a small word in capitals
    ("Kranvo sold its chips to OFF Semiconductor, based in Dover.", {(C, "OFF Semiconductor")}, {(C, "Semiconductor")}),
    (
        "On Friday Semiconductor makers met in Dover.",
        set(),
        {(C, "Friday Semiconductor"), (C, "On Friday Semiconductor")},
    ),
    # a direction with its place
    (
        "Southern Ohio Heart Care, with nine offices, has been bought by Zelbo Health.",
        {(C, "Southern Ohio Heart Care")},
        {(C, "Ohio Heart Care")},
    ),
    ("Western Pennsylvania lies there.", {(L, "Western Pennsylvania")}, {(C, "Western Pennsylvania")}),
    # of what kind a firm is
    ("Tissual AI company Zelbo has taken in $15 million.", {(C, "Zelbo")}, {(C, "Tissual AI")}),
    ("Argova AI said it hired Jane Miller.", {(C, "Argova AI")}, set()),
    # heads of firms behind what looks like a person's name
    (
        "Royal Kranvo Shell bought Zelbix. With Kairos Power, Google has a deal.",
        {(C, "Kairos Power"), (C, "Royal Kranvo Shell")},
        {(H, "Kairos Power")},
    ),
    ("Roy Power works at Zelbo.", {(H, "Roy Power")}, {(C, "Roy Power")}),
    # acronyms that do what only firms do
    ("The office which QBX opened last year has 55 people.", {(C, "QBX")}, set()),
    ("The QBX opened at noon, and an RPW was sold.", set(), {(C, "QBX"), (C, "RPW")}),
    # whose millions are spent on it
    ("Honeywell spent $1.5 billion on Zelbo.", {(C, "Zelbo")}, set()),
    ("Honeywell spent $1.5 billion on Zelbo ads.", set(), set()),
    # a mark of conformity, and a province
    ("Its sensor has won the CE Mark this year.", set(), {(C, "CE Mark")}),
    ("It serves Newfoundland and Labrador.", {(L, "Newfoundland and Labrador")}, {(C, "Labrador")}),
    ("New Hyde Park, N.Y.-based Kranvo Health decided so.", {(L, "New Hyde Park")}, {(L, "Hyde Park")}),
]


@pytest.mark.parametrize(("text", "found", "missing"), ROWS, ids=[row[0] for row in ROWS])
def test_names_of_firms(text: str, found: set[tuple[str, str]], missing: set[tuple[str, str]]):
    names = things(resolved(text, language=model()))
    assert found <= names, names
    assert not missing & names, names


def test_what_is_a_towns_or_a_persons_is_a_firm_and_no_thing():
    body = "{}, which has sold its system, is content. The system is great, and {}'s chief is Dan Hill."
    for owner, kind in (("Bremen", C), ("Dana Miller", C), ("Kranvotec", P)):
        text = Text(f"{owner}'s Zelbix passes Compleo to Orbixo", body.format("Zelbix", "Zelbix"))
        assert (kind, "Zelbix") in things(resolved(text, language=model())), owner


def test_a_lender_may_be_an_ordinary_word():
    found = things(resolved("It teams up with pay later lender Harbor, and with Verizon.", language=model()))
    assert (C, "Harbor") in found
