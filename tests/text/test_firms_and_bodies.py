"""Names of firms and public bodies in ordinary news: genitives, short forms, and what tells a firm from a body."""

import pytest

from kgraph.model import Text
from tests.text.reading import model, resolved, things

C, ORG, P, H, L = "Company", "Organization", "Product", "Person", "Place"

ROWS = [
    # a chain that is a genitive, where nothing is possessed
    ("Halbord’s has 12.8% of the bicycle market, Orbix 11.7%.", {(C, "Halbord’s")}, {(C, "Halbord")}),
    ("Now Marlowe's and its offer are off the table.", {(C, "Marlowe's")}, set()),
    ("Tolden lost its contract to supply McArden's, a third of its sales.", {(C, "McArden's")}, set()),
    (
        "Tom Farr is chief merchant of Tom's Outdoor Goods in Leeds.",
        {(C, "Tom's Outdoor Goods")},
        {(P, "Outdoor Goods")},
    ),
    # who foresees what a market will be, whose data shows it, who holds a share of it
    ("Zandor foresees $49.6 billion by 2029; ZRK estimates growth at 4%.", {(C, "Zandor"), (C, "ZRK")}, set()),
    ("Fewer phones were shipped, Crosspoint data shows.", {(C, "Crosspoint")}, set()),
    ("The result was less than the 4.57 billion in a ZSEG poll of analysts.", {(C, "ZSEG")}, set()),
    ("ZYD had 16.2% of the market, ZEMC and WEK lost market share.", {(C, "ZYD"), (C, "ZEMC"), (C, "WEK")}, set()),
    ("China's BOK leads, before its compatriots CSQT and HKD.", {(C, "CSQT"), (C, "HKD")}, set()),
    (
        "Census data shows that Jane Hill sees growth at 4%, and GDP data suggests more.",
        set(),
        {(C, "Census"), (C, "GDP")},
    ),
    ("The new ZMOT had 20% more power than the old one.", set(), {(C, "ZMOT")}),
    # what a firm is called by its trade, before its name
    ("Meatpacker Zinerva SA of Brazil bids for Orbix.", {(C, "Zinerva")}, {(C, "Meatpacker Zinerva")}),
    (
        "The discounter Kwik Stop, buyout house Dark Star and toymaker Zugo left.",
        {(C, "Kwik Stop"), (C, "Dark Star")},
        set(),
    ),
    ("Start-up ZelSense completed a round.", {(C, "ZelSense")}, set()),
    ("Dan Farr met lawmaker Jane Miller in the fashion house.", {(H, "Jane Miller")}, {(C, "Jane Miller")}),
    ("Copies of the cholesterol pill Lipitrex ate at sales.", {(P, "Lipitrex")}, {(C, "Lipitrex")}),
    # peoples, which ones of them, how many, and their families
    ("Lithuanian startup Zelbo hired a Swede.", {(C, "Zelbo")}, {(C, "Lithuanian"), (C, "Swede")}),
    ("Large Korean hospitals take part.", set(), {(ORG, "Large Korean"), (C, "Large Korean")}),
    ("Twelve NHS hospital trusts pay.", set(), {(ORG, "Twelve NHS")}),
    ("The billionaire Zelman brothers bought Orbix.", set(), {(C, "Zelman")}),
    # what is measured, paid or held, and a day of the month
    ("Kranvo sold 133 GWh of batteries, TiO2 and ZnO.", set(), {(P, "GWh"), (C, "TiO2"), (P, "TiO2"), (C, "ZnO")}),
    (
        "The fund paid 2 billion Euros (DKr3bn) at the HealthxSummit.",
        set(),
        {(C, "Euros"), (C, "DKr3bn"), (C, "HealthxSummit")},
    ),
    ("Sept 1 Zieto Oyj has acquired Emrik.", {(C, "Zieto")}, {(C, "1 Zieto")}),
    ("Kranvo netted a first with US FDA.", {(ORG, "FDA"), (L, "United States")}, {(C, "US FDA")}),
    # what ends with a country because its words are plain, and what a body is called
    ("Laboratory Company of America said it will pay.", {(C, "Laboratory Company of America")}, set()),
    ("Zelbo Corporation of Japan bought Orbix.", {(C, "Zelbo"), (L, "Japan")}, set()),
    ("They met at the Museum of Modern Design in Leeds.", {(ORG, "Museum of Modern Design")}, set()),
    ("The think tank Te Puna Whakaro and regulator ZRB agreed.", {(ORG, "Te Puna Whakaro"), (ORG, "ZRB")}, set()),
    ("The news agency Zelvox said so, as did the firm Kranvo.", set(), {(ORG, "Zelvox"), (ORG, "Kranvo")}),
    # firms of other languages, and those that look like persons where figures are theirs
    ("Meat came from Aurora Alimentos and JBX Aves.", {(C, "Aurora Alimentos"), (C, "JBX Aves")}, set()),
    ("On figures from Taylor Nelson Sofrex, its slice shrank to 8%.", {(C, "Taylor Nelson Sofrex")}, set()),
    ("Some 65 GW of wind farms were built, says Wood Mackenson.", {(C, "Wood Mackenson")}, set()),
    ("Sales grew 4%, says Jane Miller.", {(H, "Jane Miller")}, {(C, "Jane Miller")}),
    # an acronym that is a rank when it is written otherwise
    ("DSX, ADM, BASF, and Cargill count among the major players.", {(C, "ADM"), (C, "DSX")}, set()),
    ("Adm. Jane Miller, the Co-Editor, spoke.", {(H, "Jane Miller")}, {(C, "Co-Editor"), (C, "Adm")}),
    # ordinals
    ("Gileon Science and Second Genotype have partnered.", {(C, "Second Genotype")}, set()),
    ("The mayor and First Lady have agreed, and New Zelbo has opened.", set(), {(C, "First Lady")}),
    ("The Japan Bath Salts Market will grow.", set(), {(C, "Japan Bath Salts")}),
    # a part of who employs somebody, and a sum in euros
    ("He is director of the International Division at Sheba.", set(), {(C, "International Division")}),
    ("Kranvo pays $2.3 million (EU €2 million).", {(C, "Kranvo")}, {(ORG, "European Union")}),
    # where something is, or where the name stands alone as well
    ("Halbord's chief met Halbord's has-beens, and Halbord paid.", {(C, "Halbord")}, {(C, "Halbord's")}),
    ("The share was higher than Samsung's, and Nokia's has been a long fall.", {(C, "Nokia")}, {(C, "Nokia's")}),
    ("Tom Farr said he met Dana Miller's friends.", {(H, "Dana Miller")}, {(C, "Dana Miller's")}),
]


@pytest.mark.parametrize(("text", "found", "missing"), ROWS)
def test_firms_and_bodies(text: str, found: set[tuple[str, str]], missing: set[tuple[str, str]]):
    names = things(resolved(Text(abstract=text), language=model()))
    assert found <= names
    assert not missing & names


SHORT = [
    # what a body says and reports makes no firm of its acronym
    (
        "Sales are to rise, says the International Trade Agency (ITA). ITA announced that it will report, ITA said.",
        {(ORG, "International Trade Agency")},
        {(C, "International Trade Agency"), (C, "ITA")},
    ),
    ("Figures from the National Retail Federation (NRF) are out.", {(ORG, "National Retail Federation")}, set()),
    ("We guard Operational Technology (OT) devices.", set(), {(ORG, "Operational Technology")}),
    # a listed acronym and the name that it is short for
    (
        "The International Devices Corporation (IDC) releases data, IDC said.",
        {(C, "IDC")},
        {(C, "International Devices")},
    ),
    ("IDC said so, as did the International Devices Corporation.", {(C, "IDC")}, {(C, "International Devices")}),
    # a body whose acronym is better known as another country's, and a firm by another name
    (
        "Japan's FTC cleared it. Kerada has the go-ahead of Japan's Fair Trade Commission.",
        {(ORG, "Fair Trade Commission")},
        {(ORG, "Federal Trade Commission")},
    ),
    (
        "Tronax Limited will buy The Natural Oxide Company Limited, known as Cristan. Cristan agreed.",
        {(C, "Tronax"), (C, "Natural Oxide")},
        {(C, "Cristan")},
    ),
    # a firm with and without the word that tells what it makes, or where it sits
    ("BMW leads: BMW Group sold more cars than Audi.", {(C, "BMW")}, {(C, "BMW Group")}),
    (
        "Kerada pays. Kerada Pharmaceutical, the Japanese drugmaker, bought Zelbo.",
        {(C, "Kerada Pharmaceutical")},
        {(C, "Kerada")},
    ),
    (
        "Car maker Zhejiang Leapzon Technology wants a billion. Leapzon said it will list.",
        {(C, "Zhejiang Leapzon Technology")},
        {(C, "Leapzon")},
    ),
    ("LG sued LG Display, and Siemens left Siemens Energy.", {(C, "Siemens"), (C, "Siemens Energy")}, set()),
]


@pytest.mark.parametrize(("text", "found", "missing"), SHORT)
def test_short_forms_of_firms_and_bodies(text: str, found: set[tuple[str, str]], missing: set[tuple[str, str]]):
    names = things(resolved(Text(abstract=text), language=model()))
    assert found <= names
    assert not missing & names
