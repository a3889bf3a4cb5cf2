"""Names in news of business, money and health: each construction in invented texts, and in some where it is none.

Each row tells the construction, a headline and a text, the things that they must give and those that they must not.
"""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, resolved, things

C, ORG, P, H, L = "Company", "Organization", "Product", "Person", "Place"

ROWS = [
    # how much money, and in which round of it, is no part of a name
    ("money", "", "Sequoia put in INR 120 Cr, Kranvo Partners INR 45.5 Cr and Lumira Capital INR 20 Cr.", {(C, "Kranvo Partners"), (C, "Lumira Capital")}, {(C, "Kranvo Partners INR"), (P, "Cr")}),
    ("money", "Zorbiq Bags CNY15.7B in China 5G Deals", "Telkom spent IDR15.7tn and Telkomsel Rp 4.2 trillion on networks last year.", {(C, "Telkomsel")}, {(P, "CNY15.7"), (C, "IDR15.7tn"), (C, "Telkomsel Rp")}),
    ("money", "", "Kranvo Ltd. drew $25 Mn from Sofina in Series G and had closed a B+ round in May.", {(C, "Kranvo"), (C, "Sofina")}, {(P, "Mn"), (P, "Series G"), (C, "B+")}),
    ("money", "", "Microsoft showed the Xbox Series X in May.", {(P, "Xbox Series X")}, set()),
    # who is placed among others, and who stands in a list of shares
    ("ranked", "ZQTL takes top spot, BQX second in global battery sales", "ZQTL kept the crown with 35% of the market.", {(C, "ZQTL"), (C, "BQX")}, set()),
    ("ranked", "", "QK Zelbix came second (21.7%; $1.35B), and Micron collected $925M.", {(C, "QK Zelbix")}, {(H, "QK Zelbix")}),
    ("ranked", "", "Imports came first with 40% of sales, and Grocery, 40%; Apparel, 20%; and Toys, 10% make the rest.", set(), {(C, "Imports"), (C, "Grocery"), (C, "Apparel"), (C, "Toys")}),
    ("shares", "", "The ranking: Epic, 32.9%; Cerner, 24.4%; Meditech, 16.7%; QPSI, 8.7%; Zedhost, 3.1%.", {(C, "Epic"), (C, "QPSI"), (C, "Zedhost")}, set()),
    ("shares", "", "Uptake was 40% in Texas, 30% in Ohio and 5% in Maine.", {(L, "Texas"), (L, "Ohio")}, {(C, "Texas"), (C, "Ohio")}),
    # a firm's legal form ends its name, and is no name with the firm's kind alone
    ("legal", "", "Swing Therapeutics Inc. picked up a designation, and Run Biosciences Inc. and Sing Pharma Ltd. merged.", {(C, "Swing Therapeutics"), (C, "Run Biosciences")}, {(C, "Therapeutics"), (C, "Biosciences")}),
    ("legal", "", "Zelbix SA raised $54 million with Sofinnova Partners SAS on board.", {(C, "Sofinnova Partners")}, {(C, "SAS")}),
    ("legal", "", "Kranvo SAS, which left SAS Institute, sold 1,200 Zelbix 320 Series APs in October.", {(C, "Kranvo"), (P, "Zelbix 320 Series")}, {(C, "Zelbix 320 Series"), (C, "Zelbix 320 Series APs")}),
    # what only tells of time or reach stands before a name, and is none
    ("before", "", "Longtime Zelbo executive Mary Barra joins Kranvo. Then-Intel CEO Paul Otellini said so.", {(C, "Zelbo"), (C, "Intel"), (H, "Paul Otellini")}, {(C, "Longtime Zelbo"), (C, "Then-Intel")}),
    ("before", "", "Groupwide orders rose 3%. Companywide headcount fell. Nationwide Insurance raised prices. Eyewear lagged.", {(C, "Nationwide Insurance")}, {(C, "Groupwide"), (C, "Companywide"), (C, "Eyewear")}),
    # fairs, ailments, kinds of chips and what streets stand for are no names here
    ("event", "", "Taking the stage at Orbitex in Taiwan two days after Nvidia, Intel CEO Pat Gelsinger spoke. At Kranvica in Berlin, Siemens showed a scanner.", {(C, "Intel"), (C, "Siemens")}, {(C, "Orbitex"), (C, "Kranvica")}),
    ("event", "", "She announced her move at Zelbo Health in a speech. At Kranvo in Bremen, engineers work on pumps.", {(C, "Zelbo Health"), (C, "Kranvo")}, set()),
    ("term", "", "Some 33 million live with AFib, and patients with QxBD or QZX may get the drug from Zelbix Inc.", {(C, "Zelbix")}, {(C, "AFib"), (C, "QxBD"), (C, "QZX")}),
    ("term", "Mobile DRAM revenue +14.8% in Q2", "Samsung has 62% of mobile DRAM, and Social Security numbers were stolen.", {(C, "Samsung")}, {(C, "DRAM"), (C, "Mobile DRAM"), (C, "Social Security")}),
    ("term", "Cloud growth carries Microsoft past Wall Street forecasts", "The Wall Street Journal said so.", {(C, "Microsoft"), (C, "The Wall Street Journal")}, {(L, "Wall Street")}),
    # people by what is said of people only
    ("people", "", "Zelkrishna, 57, takes over on April 6. Zinni Roketty, who retires in May, praised him.", {(H, "Zelkrishna"), (H, "Zinni Roketty")}, {(C, "Zinni Roketty"), (C, "Zelkrishna")}),
    ("people", "", "The last was Kranvo, Zelon Busk's startup, and clinic director Sutrizno agreed with David Mou, M.D., of Zelbix Inc.", {(H, "Zelon Busk"), (H, "Sutrizno"), (H, "David Mou"), (C, "Zelbix")}, {(C, "Zelon Busk"), (C, "Sutrizno")}),
    ("people", "", "Kranvo Bank, which pays, sued Zelbix Inc., and Orbix Health, 20 clinics of Lumira Inc., closed.", {(C, "Kranvo Bank"), (C, "Zelbix")}, {(H, "Kranvo Bank"), (H, "Orbix Health")}),
    ("people", "", "Citrix paid $2.25 billion for Zelbix's Wrangler Topco.", {(C, "Citrix"), (C, "Wrangler Topco")}, {(H, "Wrangler Topco")}),
    # names of hospitals, universities and public bodies with small words inside
    ("bodies", "", "Surgeons at the University of Texas at Zelburn and of the Prince of Wales Hospital met nurses of King Edward VII Hospital and St Peter's Hospital in Leeds.", {(ORG, "University of Texas at Zelburn"), (ORG, "Prince of Wales Hospital"), (ORG, "King Edward VII Hospital"), (ORG, "St Peter's Hospital")}, set()),
    ("bodies", "", "Staff of the University of Zurich met at Google. The Prince of Wales met a doctor at Guy's and St Thomas' Hospital.", {(ORG, "University of Zurich"), (C, "Google"), (ORG, "Guy's and St Thomas' Hospital")}, {(ORG, "University of Zurich met at Google")}),
    ("bodies", "", "Hospital Clínic de Zelbona and the Universidad de Chile signed with the Queen Elizabeth The Queen Mother Hospital in Margate.", {(ORG, "Hospital Clínic de Zelbona"), (ORG, "Universidad de Chile"), (ORG, "Queen Elizabeth The Queen Mother Hospital")}, {(H, "Queen Elizabeth")}),
    ("bodies", "", "Zelfra, the Home Office, the Ministry of Justice and the Department for Work and Pensions will share a back office.", {(ORG, "Zelfra"), (ORG, "Ministry of Justice")}, {(C, "Zelfra")}),
    ("bodies", "", "UNC Charlotte and UBS London signed. Chief Justice John Roberts chairs the Fortis National Mental Health Program.", {(ORG, "UNC Charlotte"), (H, "John Roberts")}, {(L, "UNC Charlotte"), (ORG, "UBS London"), (C, "Fortis National Mental Health Program")}),
    # firms by their ends and by what only firms have
    ("ends", "Why Zelbix Software Stock Popped Today", "QZMA Intelligence and Dell'Oro Group expect more. Threat Intelligence is a field.", {(C, "Zelbix Software"), (C, "QZMA Intelligence"), (C, "Dell'Oro Group")}, {(P, "QZMA Intelligence"), (C, "Threat Intelligence"), (C, "Oro Group")}),
    ("ends", "Why Zelbix Software Stock Popped Today", "It agreed to be bought by Thoma Bravo for $81 apiece. Analysts at 650 Group and what 451 Research wrote say so.", {(C, "Zelbix Software"), (C, "650 Group"), (C, "451 Research")}, {(P, "Zelbix Software")}),
    ("ends", "", "Nokia signed with China Mobile and China Unicom in Shanghai. Kranvo sells a U.S. Healthcare Cloud in 20 Group tours.", {(C, "China Mobile")}, {(C, "20 Group")}),
    ("twin", "", "Modern Zelth Health and Lyra Health agreed. Modern Health and Lyra Health crossed the same mark. Modern Health needs data.", {(C, "Modern Health"), (C, "Lyra Health")}, set()),
    ("twin", "", "Digital Health and patients matter. Cloud software and Zelbix Software grew.", set(), {(C, "Digital Health"), (C, "Cloud software")}),
    ("agency", "", "Kranvo Inc. joined CMS's program. CMS finalized the rule, but the CMS added themes for bloggers.", {(ORG, "Centers for Medicare & Medicaid Services")}, set()),
    ("agency", "", "Kranvo Inc. sells a CMS that added themes for bloggers.", {(C, "Kranvo")}, {(ORG, "Centers for Medicare & Medicaid Services")}),
    ("office", "", "Nina Zell, President of Technology and Operations at Kranvo Inc., left. The president of Zelbix Systems spoke.", {(C, "Kranvo"), (C, "Zelbix Systems")}, {(C, "Technology"), (C, "Operations")}),
    ("term", "", "Chrome OS and PHP 7.4 are supported, and Mobile DRAM revenue rose. Kranvo offers Threat Intelligence.", {(P, "Chrome OS"), (P, "PHP 7.4")}, {(C, "Mobile DRAM"), (C, "Threat Intelligence")}),
    ("programme", "", "Samir Parikh chairs the Zelbix National Mental Health Program of Kranvo Inc.", {(C, "Kranvo")}, {(C, "Zelbix National Mental Health Program")}),
    # two firms side by side, the verb between them left out
    ("gapped", "", "Accenture is taking over Zelbix of Sweden, and Deloitte Kranvo Labs. Accenture bought Lumira Group in May, and Capgemini Lyons Consulting.", {(C, "Deloitte"), (C, "Kranvo Labs"), (C, "Capgemini"), (C, "Lyons Consulting")}, {(C, "Deloitte Kranvo Labs"), (C, "Capgemini Lyons Consulting")}),
    ("gapped", "", "He bought Siemens Mobility and Hitachi Rail. Google acquired Zelbix, Kranvo Labs, and Siemens Healthineers.", {(C, "Siemens Mobility"), (C, "Hitachi Rail"), (C, "Siemens Healthineers")}, {(C, "Siemens"), (C, "Hitachi")}),
    # hospitals that a text calls a system
    ("system", "", "Hackers broke into Zelipps Health's network around May 1, the San Diego-based system said Tuesday.", {(ORG, "Zelipps Health")}, {(C, "Zelipps Health")}),
    ("system", "", "Zelpring Health bought the system of Kranvo Inc., and the Java-compatible system works.", {(C, "Zelpring Health")}, {(ORG, "Zelpring Health")}),
    ("people", "", "Jon Zeddie Research has run the numbers for 2024. Dr. Jon Zeddie, president of the firm that bears his name, says so.", {(C, "Jon Zeddie Research"), (H, "Jon Zeddie")}, {(H, "Jon Zeddie Research")}),
    ("term", "QX", "QX", set(), {(C, "QX")}),
    ("legal", "Microsoft, SAS in deal to provide SAS Cloud on Azure in Sydney", "Microsoft, SAS and Oracle agreed.", {(C, "Microsoft"), (C, "SAS")}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "headline", "body", "gives", "never"), ROWS)
def test_names(kind, headline, body, gives, never):
    del kind
    found = things(resolved(Text(headline, body), language=model()))
    assert gives <= found
    assert not never & found
