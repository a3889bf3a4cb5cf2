"""What tells persons, places and products from firms in ordinary news, each way with what it must not change."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, resolved, things

C, ORG, P, H, L = "Company", "Organization", "Product", "Person", "Place"

ROWS = [
    # given names that go on behind a hyphen or an apostrophe
    ("", "SK Group chairman Chey Tae-won met Park Jung-ho in Seoul.", {(H, "Chey Tae-won"), (H, "Park Jung-ho")}, {(H, "Chey Tae")}),
    ("", "The chip chief, Jun Young-hyun, and SK's Park Sun-young spoke.", {(H, "Jun Young-hyun"), (H, "Park Sun-young")}, set()),
    ("", "It was signed by Dana Bar-lev, director of the institute, and Ofer Ben-tovim, head of research.", {(H, "Dana Bar-lev"), (H, "Ofer Ben-tovim")}, set()),
    ("", "Amir Ra'anan, chief executive of Kranvo, and Sa'ad Al-Otaibi spoke; they'll go.", {(H, "Amir Ra'anan"), (H, "Sa'ad Al-Otaibi")}, set()),
    ("", "The Seoul-listed firm, the Tokyo-born Kenji Sato and London-area hospitals have signed.", {(L, "Seoul"), (L, "London")}, {(H, "Tokyo-born Kenji Sato"), (C, "Seoul-listed")}),
    ("", "So-so results, Man-made fibres and No-go zones: Kranvo Ltd. had all.", {(C, "Kranvo")}, {(H, "So-so"), (P, "Man-made")}),
    # what is called or launched so
    ("", "Kranvo Ltd. launched Dermo-scan, a skin scanner, on Monday.", {(P, "Dermo-scan")}, {(P, "Dermo")}),
    ("", "Kranvo Ltd. launched Zelbo-powered chips for radars.", {(C, "Kranvo")}, {(P, "Zelbo-powered")}),
    ("", "The satellite uses Ka-band and Ku-band capacity.", set(), {(P, "Ka"), (P, "Ku")}),
    # envoys
    ("", "The German Ambassador to Japan Hans Zelburg met the Ambassador to the UAE Eitan Ne’eman.", {(H, "Hans Zelburg"), (H, "Eitan Ne’eman"), (L, "Japan"), (L, "UAE")}, set()),
    # parts of countries
    ("", "Kranvo Ltd. owns a wind farm in Northern Jutland, a mill in Bahia and one in Côte d'Ivoire.", {(L, "Northern Jutland"), (L, "Bahia"), (L, "Ivory Coast")}, {(C, "Bahia"), (L, "Jutland")}),
    ("", "Northern Rock and Western Digital fell on Monday.", {(C, "Western Digital")}, {(L, "Northern Rock")}),
    # countries of currencies and of firms of plain words
    ("Payments to Reach US Dollar 40 Billion", "The market was US$ 3.1 bn.", set(), {(L, "United States")}),
    ("", "The US firm Kranvo sold it for 5 million dollars.", {(L, "United States")}, set()),
    ("", "In June, the supplier Textile Corporation of America said that it would adopt the test.", {(C, "Textile Corporation of America")}, {(L, "United States")}),
    ("", "Zelbo Corporation of Canada said that it would adopt the test.", {(L, "Canada")}, set()),
    # units, formulas and sums
    ("", "The plant stored 3.2 GWh, and its 400 GbE ports and SpO2 sensors are for IIoT makers.", set(), {(P, "GWh"), (P, "GbE"), (C, "IIoT"), (P, "SpO2")}),
    ("", "The plant is to get BRR1.1 billion.", set(), {(P, "BRR1.1")}),
    # what medicines are made of
    ("", "The FDA approved donanemab, and Kranvo Ltd. sells osimertinib.", {(P, "donanemab"), (P, "osimertinib")}, set()),
    ("", "A vitamin was sold at a grab bar in Punjab.", {(L, "Punjab")}, {(P, "grab")}),
    # the noun before a name
    ("", "Its cholesterol pill Zelvor lost its patent, and so did the blood thinner Klopiva.", {(P, "Zelvor"), (P, "Klopiva")}, set()),
    ("", "Kranvo Ltd. sold its clothing label Marlow and approved the drug Zelbo makes.", {(P, "Marlow")}, {(P, "Zelbo")}),
    ("", "Prices range to $700 for the new Roku Streambar.", {(P, "Roku Streambar")}, set()),
    ("", "They met the new Zelbo Group and the new Dana Farlow.", {(C, "Zelbo Group")}, {(P, "Zelbo Group"), (P, "Dana Farlow")}),
    ("", "Huawei and its €99 Talk Band came second, ahead of the iQOO Z range.", {(P, "Talk Band"), (P, "iQOO Z")}, set()),
    ("", "The Dolphin Y of BYD Group sold well, as the headline told of Harman FlexTune.", {(P, "Dolphin Y"), (P, "Harman FlexTune")}, set()),
    # firms named after others
    ("", "Sony Display said it would close a plant, and Samsung Display and LG Display followed.", {(C, "Sony Display"), (C, "Samsung Display")}, {(P, "LG Display")}),
    ("", "Cooperativa Zelbocampos is building a plant.", {(C, "Cooperativa Zelbocampos")}, set()),
    ("", "The two share fifth place in the Zelbo Global Startup Index.", set(), {(P, "Zelbo Global Startup Index")}),
    ("", "The first links Vale General Hospital with A*STAR's Diagnostics Development Hub, designed for patients.", {(ORG, "Diagnostics Development Hub")}, {(P, "Diagnostics Development Hub")}),
    # persons, and what looks like one
    ("", "Fahad Zelbari of Kranvo Ltd. met Kenji Zelburo, Ngozi Zelba and Osnat Zelbovitz.", {(H, "Fahad Zelbari"), (H, "Kenji Zelburo"), (H, "Ngozi Zelba"), (H, "Osnat Zelbovitz")}, set()),
    ("", "Luca Health, Dario Health and Yael Software raised money.", {(C, "Luca Health"), (C, "Yael Software")}, {(H, "Luca Health")}),
    ("", "Wm Zelburg may take it over, and so may Mattia & Cie.", {(C, "Wm Zelburg"), (C, "Mattia & Cie")}, {(H, "Wm Zelburg")}),
    ("", "Roz Hall has been named President, Cardiac Portfolio effective March 1.", set(), {(H, "Cardiac Portfolio"), (C, "Cardiac Portfolio")}),
    ("", "Sales fell, on figures from Harris Nelson Sofrek. The boss told Asharq Al-Yawm. The maker told Dana Farlow that it would grow.", {(C, "Harris Nelson Sofrek"), (C, "Asharq Al-Yawm"), (H, "Dana Farlow")}, {(H, "Asharq Al-Yawm")}),
    ("", "The New Zealand think tank Te Kura Ahurei spoke.", {(ORG, "Te Kura Ahurei")}, {(H, "Te Kura Ahurei")}),
    # where what stands in towns stands
    ("", "JBS buys the pork unit in Ana Terra and the plant at Barra Velha, Santa Catarina.", {(L, "Ana Terra"), (L, "Barra Velha"), (L, "Santa Catarina")}, {(H, "Ana Terra")}),
    ("", "12.87 % Projected CAGR, India, and a hospital in College Vale, India.", {(L, "College Vale")}, {(L, "Projected CAGR")}),
    ("US-China trade talks resume", "The UK-India pact lifts Guinea-Bissau and Asia-Pacific.", {(L, "United States"), (L, "India"), (L, "Guinea-Bissau"), (L, "Asia-Pacific")}, {(L, "Guinea")}),
    # parts of firms, brands that are towns, many of one product
    ("", "BT spoke of the growth of its Global Services business.", {(C, "BT")}, {(P, "Global Services")}),
    ("", "Its clothing label George could fetch £3bn.", {(P, "George")}, {(L, "George")}),
    ("", "Apple sold 33.8 million iPhones; Huawei, Lenovo and LG each closed in.", {(P, "iPhone"), (C, "Huawei")}, {(C, "iPhones")}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "gives", "never"), ROWS)
def test_kinds_of_names_in_news(headline, body, gives, never):
    found = things(resolved(Text(headline, body), language=model()))
    assert gives <= found
    assert not never & found
