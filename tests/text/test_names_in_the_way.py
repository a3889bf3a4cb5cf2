"""What looks like a firm's name and is none, or is another's: titles, slogans, towns of datelines, plans, products."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, resolved, things

C, ORG, P, H = "Company", "Organization", "Product", "Person"
TITLE = "Zelbura Promotes Orbix Care: the Tool that Reduces the Risk of Infection"

ROWS = [
    # the headline, once more before the text
    (TITLE, f"{TITLE} - The tool uses alerts to avoid risks. Zelbura grows.", {(C, "Zelbura")}, {(C, "Zelbura Promotes Orbix Care")}),
    (TITLE, f"{TITLE}. Zelbura grows.", {(C, "Zelbura")}, {(C, "Zelbura Promotes Orbix Care")}),
    ("Kestrel Imaging faces new competition from Zelbura", "Kestrel Imaging faces new competition from Zelbura Labs and Orbix Inc.", {(C, "Zelbura Labs")}, set()),
    ("Zelbura Networks", "Zelbura Networks announced a new tool for nurses.", {(C, "Zelbura Networks")}, set()),
    # what bears a firm's name in its text
    ("Zelbura grows", "Zelbura announced an integration between Zelbura Zero Trust Mover and Azure.", {(C, "Zelbura"), (P, "Zelbura Zero Trust Mover")}, set()),
    ("Zelbura grows", "Zelbura announced that Zelbura Kazakhstan opened an office. The company hired Jane Miller.", set(), {(P, "Zelbura Kazakhstan")}),
    ("Zelbura grows", "Zelbura Identity announced a tool. Zelbura said so.", {(C, "Zelbura Identity")}, {(P, "Zelbura Identity")}),
    # datelines
    ("Zelbura grows in May", "NEWTON & PARIS--(BUSINESS WIRE)--Zelbura, a provider of search, grows.", {(C, "Zelbura")}, {(C, "NEWTON & PARIS")}),
    ("Zelbura grows in May", "MAPLE COLLEGE, Pa., April 13, 2021 /PRNewswire/ -- Zelbura, a provider of search, grows.", {(C, "Zelbura")}, {(ORG, "MAPLE COLLEGE")}),
    ("Zelbura grows in May", "MAPLE COLLEGE said on April 13 in the Newswire that Zelbura grows.", {(ORG, "MAPLE COLLEGE")}, set()),
    # what the text writes small
    ("U.S. Enterprises Expecting More from Providers", "U.S. enterprises are expecting more from their partners.", set(), {(C, "U.S. Enterprises"), (ORG, "U.S. Enterprises")}),
    ("Zelbura Enterprises Expecting More from Providers", "Some enterprises are expecting more from their partners.", {(C, "Zelbura Enterprises")}, set()),
    # what a firm calls itself
    ("Zelbura grows", "Zelbura, the Assurance Cloud Company and leading provider of tools, grows.", {(C, "Zelbura")}, {(C, "Assurance Cloud")}),
    ("Zelbura grows", "Zelbura bought the Orbix Assurance Company and its tools.", {(C, "Orbix Assurance")}, set()),
    # what begins with an organization's name
    ("Zelbura grows", "Zelbura has met NATO Impact Level 5 in May.", set(), {(ORG, "NATO Impact Level")}),
    ("Zelbura grows", "Zelbura met the NATO Innovation Fund in May.", {(ORG, "NATO Innovation Fund")}, set()),
    # verbs that the text has in small letters
    ("Zelbura Preps Azure Cloud Mover for MSPs", "Zelbura preps Azure Cloud Mover for all who need it.", {(C, "Zelbura")}, {(C, "Zelbura Preps")}),
    ("Zelbura Quorz Azure Cloud Mover for MSPs", "Zelbura Quorz preps Azure Cloud Mover for all who need it.", {(C, "Zelbura Quorz")}, set()),
    # plain words that begin a sentence and a firm's name
    ("Zelbura grows", "Data Center Dynamics reported that Zelbura has signed a deal.", {(C, "Data Center Dynamics")}, {(C, "Center Dynamics")}),
    ("Zelbura grows", "Cloud Motion Foundation, home to many projects, said so.", {(ORG, "Cloud Motion Foundation")}, {(ORG, "Motion Foundation")}),
    ("Zelbura grows", "Medical devices helps nurses. Medical Devices prices rise. Local Police Department said so. Hospital Systems said so.", set(), {(C, "Medical Devices"), (ORG, "Local Police Department"), (C, "Hospital Systems")}),
    # an ordinary word in capitals that begins a coined name
    ("RIB Kranvo Group Announces New Cloud Service", "It was said in May that all of it is new.", {(C, "RIB Kranvo Group")}, {(C, "Kranvo Group")}),
    ("NEW Kranvo Group Announces Better Pumps For Nurses", "It was said in May that all of it is new.", {(C, "Kranvo Group")}, {(C, "NEW Kranvo Group")}),
    # ranks of partners
    ("Zelbura grows", "Zelbura, a Microsoft Managed Partner in India, expands.", {(C, "Microsoft")}, {(C, "Microsoft Managed")}),
    ("Zelbura grows", "Zelbura works with Microsoft Gold Partner Kranvo Networks in India.", {(C, "Microsoft"), (C, "Kranvo Networks")}, set()),
    # persons behind an office
    ("Zelbura Grows With Dynamic New EMEA CTO Bas van Zelkaam", "It was said in May.", {(H, "Bas van Zelkaam")}, {(C, "Zelkaam")}),
    ("Zelbura Grows With Bas to Zelkaam in New Deal", "It was said in May.", set(), {(H, "Bas to Zelkaam")}),
    ("Zelbura grows", "Zelbura VP of 5G Strategy Shawn Hakl told us that it grows.", {(H, "Shawn Hakl")}, {(C, "Strategy Shawn Hakl")}),
    # hours
    ("Zelbura grows", "Join us from 9:00 AM-11:00 AM Pacific Time, in partnership with Intel.", {(C, "Intel")}, {(C, "AM Pacific Time")}),
    ("Zelbura grows", "Pacific Time Systems Inc. announced a tool with Intel.", {(C, "Pacific Time Systems")}, set()),
    # branches of industry
    ("Zelbura grows", "The Media & Entertainment (M&E) industry grows.", set(), {(C, "Media & Entertainment")}),
    ("Zelbura grows", "The firm bought Orbix & Kranvo (O&K) in May. The industry grows.", {(C, "Orbix & Kranvo")}, set()),
    # firms join forces
    ("Zelbura Join Forces with Microsoft to Add New Capabilities to Azure Maps", "Zelbura said so.", {(C, "Zelbura")}, {(ORG, "Zelbura Join Forces")}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "text", "found", "missing"), ROWS)
def test_names_in_the_way(headline: str, text: str, found: set[tuple[str, str]], missing: set[tuple[str, str]]) -> None:
    given = things(resolved(Text(headline, text), language=model()))
    assert found <= given
    assert not missing & given
