"""Names of kinds that lists do not know, each kind in several invented texts, and in some where it is none.

Each row tells the kind, a headline and a text, the things that they must give and those that they must not.
"""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, relations, resolved, things

C, ORG, P, H, L = "Company", "Organization", "Product", "Person", "Place"

ROWS = [
    (
        "opening",
        "",
        "Use Azure Logic Apps to copy files. Dubbed Azure Monitor, it watches them. Deploy Power BI first.",
        {("Product", "Azure Logic Apps"), ("Product", "Azure Monitor")},
        {("Product", "Use Azure Logic Apps"), ("Company", "Dubbed Azure Monitor"), ("Product", "Deploy Power BI")},
    ),
    (
        "based",
        "",
        "The university runs its models on Processor-based HBv3 clusters in Leeds.",
        set(),
        {("Company", "HBv3"), ("Place", "Processor")},
    ),
    ("counted", "", "Orbixo made the list of the top 6 Cloud Backup Systems.", set(), {("Company", "6 Cloud Backup Systems")}),
    # a number begins a firm's name
    ("number", "", "Zorbix Group is acquiring 7 Summit Systems, a maker of robots, for $40 million.", {(C, "7 Summit Systems"), (C, "Zorbix Group")}, {(C, "Summit Systems")}),
    ("number", "Lumira buys 9 Harbor Labs", "Lumira Inc. bought 9 Harbor Labs from Kranvo Ltd. on Monday.", {(C, "9 Harbor Labs"), (C, "Lumira")}, {(C, "Harbor Labs")}),
    ("number", "", "The round was led by 8 Rivers Capital, a London investor.", {(C, "8 Rivers Capital")}, {(C, "Rivers Capital")}),
    ("number", "", "In 2019 Summit Systems, a maker of robots, hired 300 people.", {(C, "Summit Systems")}, {(C, "2019 Summit Systems")}),
    ("number", "", "Zorbix Inc. raised $12 Million from Lumira Capital and opened 4 Boston offices.", {(C, "Lumira Capital"), (L, "Boston")}, {(C, "4 Boston")}),
    ("number", "", "The company runs 32-bit Zorbiq processors and bought 5 Airbus jets.", {(C, "Airbus")}, {(C, "5 Airbus")}),
    # an "and" inside the name of a part of a firm
    ("joined", "", "Zorbix Inc. will buy Siemens' Process Controls and Drives business for $90 million.", {(C, "Process Controls and Drives")}, {(C, "Drives"), (C, "Process Controls")}),
    ("joined", "", "Kranvo Ltd. has agreed to acquire Walmart's Health and Wellness unit.", {(C, "Walmart")}, {(C, "Wellness"), (C, "Health")}),
    ("joined", "", "Lumira Inc. acquired Intel's Altera and Mobileye units.", {(C, "Intel")}, {(C, "Altera and Mobileye")}),
    ("joined", "", "Zorbix Inc. bought Kranvo Ltd. and Lumira Inc., a business of Intel.", {(C, "Zorbix"), (C, "Kranvo"), (C, "Lumira")}, {(C, "Kranvo Ltd. and Lumira Inc.")}),
    # a nationality belongs to the name
    ("nationality", "", "Kranvo raised $9 million. Danish Growth Partners and Lumira Capital also invested.", {(C, "Danish Growth Partners")}, {(C, "Growth Partners")}),
    ("nationality", "", "The round was led by Israeli Innovation Fund, which knows Kranvo Ltd. well.", {(C, "Israeli Innovation Fund")}, {(C, "Innovation Fund")}),
    ("nationality", "", "Dutch startup Zorbiq has raised $4 million from Swiss Lumira Capital.", {(C, "Zorbiq")}, {(C, "Dutch startup Zorbiq"), (C, "Dutch Zorbiq")}),
    ("nationality", "", "German Siemens and French Orange Business met Finnish companies on Monday.", {(C, "Siemens")}, {(C, "German Siemens"), (C, "Finnish companies")}),
    # firms that look like people
    ("person", "", "Kranvo raised $50 million in a Series B led by Mary Bridge and Lumira Capital LP.", {(C, "Mary Bridge"), (C, "Lumira Capital")}, {(H, "Mary Bridge")}),
    ("person", "", "AI firm Zorbiq has closed a Series A round co-led by Charlotte Square and Kranvo Ventures.", {(C, "Charlotte Square")}, {(H, "Charlotte Square")}),
    ("person", "", "The seed round was led by Daniel Gross, and Kranvo Ventures joined.", {(H, "Daniel Gross"), (C, "Kranvo Ventures")}, {(C, "Daniel Gross")}),
    ("person", "", "The team led by Jane Miller and Mark Street, both engineers, built Zorbiq.", {(H, "Jane Miller"), (H, "Mark Street")}, {(C, "Mark Street")}),
    # one ordinary word, in words that only a firm or a product can stand in
    ("ordinary", "", "Dubai-based Morning and Zorbiq Inc. have already signed up as customers.", {(C, "Morning"), (C, "Zorbiq")}, set()),
    ("ordinary", "", "Customers include Google, Netflix and Crush, which pay by the hour.", {(C, "Crush")}, set()),
    ("ordinary", "", "Kranvo Logistics will deploy Walker robots from Zorbiq Inc. in its warehouses.", {(P, "Walker"), (C, "Kranvo Logistics")}, set()),
    ("ordinary", "", "Google, Microsoft and Congress met the Treasury on Monday, and the Internet was slow.", {(C, "Google")}, {(C, "Congress"), (C, "Treasury"), (C, "Internet")}),
    ("ordinary", "", "Boston-based Engineers and Scientists have signed the letter to the Board.", {(L, "Boston")}, {(C, "Engineers"), (C, "Scientists"), (C, "Board")}),
    ("ordinary", "", "Zorbiq has 2 million customers and provides services to banks.", {(C, "Zorbiq")}, set()),
    # what follows a name says that it is a firm
    ("law firm", "", "They announced the launch of Zadek Morani law firm on Monday.", {(C, "Zadek Morani")}, {(P, "Zadek Morani"), (L, "Zadek Morani")}),
    ("law firm", "", "He left the Kestrano private equity firm for the Belvado hotel chain.", {(C, "Kestrano"), (C, "Belvado")}, {(P, "Kestrano"), (P, "Belvado")}),
    ("law firm", "", "The Boston law firm and the Germany hotel chain are closed.", {(L, "Boston"), (L, "Germany")}, {(C, "Boston"), (C, "Germany")}),
    ("law firm", "", "They use the Belvado hotel software every day.", set(), {(C, "Belvado")}),
    # headlines: verbs that are heads of products' names, and firms of ordinary words
    ("verb", "Google Files Lawsuit Against Patent Trolls", "The case may take years.", {(C, "Google")}, {(P, "Google Files")}),
    ("verb", "Oracle Files the First of Many Appeals", "The case may take years.", {(C, "Oracle")}, {(P, "Oracle Files")}),
    ("verb", "Moving Shares to Azure Files for Faster Access", "The storage is cheap.", {(P, "Azure Files")}, {(P, "Azure")}),
    ("verb", "Summit Wireless Partners with Microsoft on Sensors", "All the news on sensors, every day.", {(C, "Summit Wireless"), (C, "Microsoft")}, set()),
    ("verb", "Broken Arrow Technologies Acquires Zorbiq", "The price was not told.", {(C, "Broken Arrow Technologies"), (C, "Zorbiq")}, set()),
    ("verb", "Renewable Energy Wins More Hearts in Germany", "Wind is cheap.", {(L, "Germany")}, {(C, "Renewable Energy")}),
    ("verb", "Digital Imaging Partners With Patients in Mind", "A look at how clinics change.", set(), {(C, "Imaging Partners")}),
    # a place does not go on with a verb
    ("place", "", "Zorbiq Inc. cleans the air in Norway Provides insights on dust across 12 cities.", {(L, "Norway"), (C, "Zorbiq")}, {(P, "Norway Provides"), (C, "Norway Provides")}),
    ("place", "", "It is safe in Kenya Announces new rules for dust today.", {(L, "Kenya")}, {(C, "Kenya Announces")}),
    ("place", "", "He works for Japan Airlines and at Boston Partners in Ohio.", {(C, "Japan Airlines"), (C, "Boston Partners")}, {(L, "Japan")}),
    # kinds of firms, versions and amounts
    ("kind", "Agri-Tech Startup Zorbiq Wins Prize", "The Agri-Tech startup Zorbiq won a prize.", {(C, "Zorbiq")}, {(C, "Agri-Tech"), (P, "Agri-Tech")}),
    ("kind", "Prop-Tech Firm Kranvo Opens Office", "Kranvo Ltd. opened an office.", {(C, "Kranvo")}, {(C, "Prop-Tech")}),
    ("kind", "", "Bi-Tech makes pumps. Shares of Bi-Tech Inc. rose.", {(C, "Bi-Tech")}, set()),
    ("version", "", "Microsoft confirmed that its Windows 11X will be late.", {(P, "Windows 11X")}, {(P, "Windows")}),
    ("version", "", "It sells the Zorbo 3C scanner and all Zorbo 16-bit chips.", {(P, "Zorbo 3C")}, {(P, "Zorbo 16"), (C, "Zorbo 16")}),
    ("version", "", "Azure 5G services are worth US$ 80 billion, US $ 3 per head.", {(P, "Microsoft Azure")}, {(L, "United States"), (P, "Azure 5G")}),
    ("version", "", "In the US 80 million people use it.", {(L, "United States")}, set()),
    ("tail", "Zorbiq Moving to Microsoft's Azure Cloud Platform for Film Making", "Zorbiq Inc. moves its work to Azure.", {(P, "Microsoft Azure"), (C, "Zorbiq")}, {(P, "Azure Cloud Platform for Film"), (P, "Azure Cloud Platform")}),
    ("tail", "Kranvo Picks Azure Cloud Services for Payroll", "Kranvo Ltd. picks Azure.", {(P, "Microsoft Azure")}, {(P, "Azure Cloud Services for Payroll")}),
    # titles of officers
    ("rank", "", "The Defense Department spokesman Lt. Col. Peter Harver said no. Maj. Jane Miller agreed.", {(H, "Peter Harver"), (H, "Jane Miller")}, {(H, "Col. Peter Harver")}),
    ("rank", "", "Cmdr. Rebecca Harver and Brig. Gen. Thomas Millar met.", {(H, "Rebecca Harver"), (H, "Thomas Millar")}, set()),
    ("rank", "", "The Col Nord pass and Zorbiq Inc. are far away.", {(C, "Zorbiq")}, {(H, "Nord")}),
    # short for a longer name of the text
    ("short", "Steadfast strikes deal", "Steadfast Surgical will buy Kranvo Ltd. Steadfast CEO Gary Harver is glad.", {(C, "Steadfast Surgical"), (H, "Gary Harver")}, {(C, "Steadfast")}),
    ("short", "", "John Harvane has bought Kranvo Ltd., said Jane Miller of Harvane. John Harvane Inc. makes tractors.", {(C, "John Harvane")}, {(C, "Harvane"), (H, "Harvane")}),
    ("short", "", "Summit Robotics hired people. Summit attendees came to Berlin, and Summit said nothing.", {(C, "Summit Robotics")}, set()),
    ("short", "", "The new Azure Quick Queue System (QQS) is fast. Azure QQS is cheap.", {(P, "Azure Quick Queue System")}, {(P, "Azure QQS")}),
    ("short", "", "The Zelbo Hockey Association (ZHA) and the ZHA B-League use Azure.", {(ORG, "Zelbo Hockey Association")}, set()),
    ("short", "", "Rented are DCsv2 machines, NV-series machines and Zelbo's ‘Studio Alpha’ tools.", {(P, "DCsv2"), (P, "NV-series"), (P, "Studio Alpha")}, set()),
    ("short", "Acme to Extend Azure Cloud to Zelbo's Terrazo Platform", "Acme will extend Azure to the Terrazo platform for its users.", {(P, "Terrazo Platform")}, {(P, "Terrazo")}),
    ("short", "Acme to Extend Azure Cloud to Zelbo's Power BI App", "Acme will extend Azure to the Power BI service for its users.", {(P, "Power BI")}, {(P, "Power BI App")}),
    # an ordinary word that is a subject with no article
    ("subject", "Comet signs deal with NATO", "Comet will supply NATO with daily images of the sea.", {(C, "Comet")}, set()),
    ("subject", "Thimble opens in Seoul", "Thimble opened an office in Seoul and hired twenty people.", {(C, "Thimble")}, set()),
    ("subject", "Copper, a bank for teens, is for sale", "Copper, backed by Zelbo Ventures, is looking for a buyer.", {(C, "Copper"), (C, "Zelbo Ventures")}, set()),
    ("subject", "Demand will raise prices", "Demand will raise prices for pumps, and growth is strong.", set(), {(C, "Demand")}),
    ("subject", "Inflation cools", "Inflation has raised costs at Philips this year.", {(C, "Philips")}, {(C, "Inflation")}),
    ("subject", "Court signs off on deal", "Court filings show that the court signed the papers of Philips.", {(C, "Philips")}, {(C, "Court")}),
    ("subject", "Nurses sign new deal", "Nurses signed a new deal with Philips on Monday.", {(C, "Philips")}, {(C, "Nurses")}),
    # an ordinary word behind what it is called
    ("called", "", "Payments startup Thimble is closing, a year after it raised $9 million.", {(C, "Thimble")}, set()),
    ("called", "", "Benefits company Copper has moved its staff to Azure.", {(C, "Copper")}, set()),
    ("called", "", "It has customers such as Lantern and Comet in Berlin.", {(C, "Lantern"), (C, "Comet")}, set()),
    ("called", "", "The company Monday told staff that the firm Internet policy stays.", set(), {(C, "Monday"), (C, "Internet")}),
    ("called", "", "It has customers such as Doctors and Nurses in Berlin.", set(), {(C, "Doctors"), (C, "Nurses")}),
    # firms of several ordinary words
    ("words", "Second Wave Robotics gets $27 million", "Zelbo Ventures led the round in Second Wave Robotics.", {(C, "Second Wave Robotics"), (C, "Zelbo Ventures")}, {(C, "Wave Robotics")}),
    ("words", "", "Both Prairie Bank and Harvest Foods already use Azure for their payroll in Berlin, where they work.", {(C, "Prairie Bank"), (C, "Harvest Foods")}, set()),
    ("words", "", "Sound Agriculture of Dayton, Ohio, halted sales. Bold Machines will follow.", {(C, "Sound Agriculture"), (C, "Bold Machines")}, {(P, "Bold Machines")}),
    ("words", "", "In the Third Quarter 2020 the First Lady opened the World Food Bank in Rome.", {(L, "Rome")}, {(C, "Third Quarter"), (C, "First Lady"), (C, "World Food Bank")}),
    ("words", "", "Azure Virtual Machines and two Systems are cheap.", {(P, "Azure Virtual Machines")}, {(C, "Azure Virtual Machines"), (C, "Systems")}),
    # people and offices
    ("office", "", "Philips hired Samsung veteran Kim Dae-hyun and Park Ji-woo.", {(H, "Kim Dae-hyun"), (H, "Park Ji-woo")}, {(H, "Kim Dae")}),
    ("office", "", "Kim Park-based firms and Lee Jones-led teams met Philips.", {(C, "Philips")}, {(H, "Kim Park-based"), (H, "Lee Jones-led")}),
    ("office", "", "The chief product officer Eilon Zareshef said that it works.", {(H, "Eilon Zareshef")}, {(C, "Eilon Zareshef")}),
    ("office", "", "Philips will test pumps with the Harbors and Transport Authority in Oslo.", {(ORG, "Harbors and Transport Authority")}, {(ORG, "Transport Authority")}),
    ("office", "", "The Office of the Surveyor warned the Microsoft and Transport Authority teams.", {(ORG, "Office of the Surveyor")}, {(ORG, "Microsoft and Transport Authority")}),
    # where money comes from, what is bought, and what is only a market's or an aircraft's
    ("money", "", "Kranvo, a maker of pumps, has raised $18 million from Lantern and Thimble.", {(C, "Lantern"), (C, "Thimble"), (C, "Kranvo")}, set()),
    ("money", "", "Kranvo Ltd. raised $18 million from Jane Miller and Mark Harver.", {(H, "Jane Miller"), (H, "Mark Harver")}, {(C, "Jane Miller"), (C, "Mark Harver")}),
    ("money", "", "Kranvo Ltd. raised eyebrows with letters from Doctors and from Germany.", {(L, "Germany")}, {(C, "Doctors"), (C, "Germany")}),
    ("money", "", "Zelbo Global bought Lantern from Kranvo Ltd. of Berlin for $19 million.", {(C, "Lantern"), (C, "Zelbo Global"), (L, "Berlin")}, set()),
    ("money", "", "Zelbo Global bought Treasuries and German Bunds in May.", {(C, "Zelbo Global")}, {(C, "Treasuries"), (C, "Bunds")}),
    ("money", "", "The QEMS sensor market stood at $15 billion, Philips said.", {(C, "Philips")}, {(P, "QEMS"), (C, "QEMS")}),
    ("money", "", "The Zorbo sensor is on the market, Philips said.", {(P, "Zorbo")}, set()),
    ("money", "", "Philips flew an F-16 and a T-72 in a trial.", {(C, "Philips")}, {(C, "F-16"), (C, "T-72")}),
    ("money", "Brokerage Bold Street files papers", "Brokerage Bold Street filed for a listing in May, as Philips had done.", {(C, "Bold Street")}, {(C, "Brokerage Bold Street")}),
    ("share", "", "Microsoft Corp. (MSFT-4.1%) fell on Monday.", {(C, "Microsoft")}, {(P, "MSFT-4.1"), (C, "MSFT-4.1")}),
    ("share", "", "Kranvo Ltd. (now selling the MSFT-4.1 printer) fell on Monday.", {(P, "MSFT-4.1")}, set()),
    ("body", "", "The DoD’s Joint Inference Center is in a hurry, and so is the Zelbo Innovation Lab.", {(ORG, "Joint Inference Center"), (ORG, "Zelbo Innovation Lab")}, {(P, "Joint Inference Center"), (P, "Zelbo Innovation Lab")}),
    ("body", "", "The bank uses the Zelbo Backup Center, a platform, in Spain.", {(P, "Zelbo Backup Center")}, {(ORG, "Zelbo Backup Center")}),
    ("body", "", "This post was written by the Azure Mobility Team, which uses Azure Monitor at its Berlin 1 Data Center.", {(P, "Azure Monitor"), (L, "Berlin 1 Data Center")}, {(P, "Azure Mobility Team"), (P, "Berlin 1 Data Center")}),
    ("phrase", "", "Kranvo Ltd., a North American Artificial Intelligence software company, grows in Spain.", {(C, "Kranvo")}, {(P, "North American Artificial Intelligence"), (C, "North American Artificial Intelligence")}),
    ("phrase", "", "The tool of Kranvo Ltd. speaks Albanian, Amharic, Khmer, Lao, and Tigrinya, and is sold in Myanmar.", {(L, "Myanmar")}, {(L, "Khmer"), (L, "Lao"), (L, "Amharic"), (L, "Tigrinya")}),
    ("no product", "", "Kranvo Ltd. runs Terminal: v0.11 is the first version that moves data over RDMA with QoS.", {(C, "Kranvo")}, {(P, "v0.11"), (P, "RDMA"), (P, "QoS")}),
    ("no product", "", "Kranvo Ltd. grows. Disclaimer | Accessibility Statement | Commerce Policy | Zelbo Data Centers", {(C, "Kranvo")}, {(P, "Commerce Policy"), (P, "Accessibility Statement"), (P, "Zelbo Data Centers")}),
    ("no product", "", "Kranvo Ltd. uses Azure Policy and sells the new Volvo V60 in Spain.", {(P, "Azure Policy"), (P, "Volvo V60")}, set()),
    ("no name", "", "Kranvo Ltd. (S&P/ASX 200) is at FIPS Level 3 in its FYQ3 and supports I/O Virtualization.", {(C, "Kranvo")}, {(P, "ASX 200"), (P, "Level 3"), (P, "FYQ3"), (P, "O Virtualization")}),
    ("no name", "", "Kranvo Ltd. bought Zone 5 Technologies and Level 3 Communications for $9 million.", {(C, "Zone 5 Technologies"), (C, "Level 3 Communications")}, set()),
    ("no product", "", "Kranvo Ltd. says that its new Azure Policies help, as the Cookie Policy does.", {(P, "Azure Policies")}, {(P, "Cookie Policy")}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "headline", "body", "gives", "never"), ROWS)
def test_kinds_of_names(kind, headline, body, gives, never):
    found = things(resolved(Text(headline, body), language=model()))
    assert gives <= found
    assert not never & found


INV, LOC, EMP, COMP, IN, ACQ, MAKES, PART, INT, USES = (
    "investedIn", "location", "worksFor", "competesWith", "competesIn", "acquired", "manufacturer", "partnersWith",
    "integratesWith", "uses",
)  # fmt: skip
SAID = [
    # investors that a later sentence adds
    ("Kranvo bags $9m", "Lumira Capital has led a $9 million seed round in Kranvo, a maker of pumps. Danish Growth Partners, Zelbo Fund and Haro Ventures also put in money.", {("Danish Growth Partners", INV, "Kranvo"), ("Zelbo Fund", INV, "Kranvo"), ("Haro Ventures", INV, "Kranvo"), ("Lumira Capital", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. raised $9 million. Zelbo Fund and Haro Ventures also came in.", {("Zelbo Fund", INV, "Kranvo"), ("Haro Ventures", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. raised $9 million. Zelbo Fund wrote a cheque as well.", {("Zelbo Fund", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. raised $9 million. Zelbo Fund and Haro Ventures also put in an appearance in Berlin.", set(), {("Zelbo Fund", INV, "Kranvo")}),
    ("", "Kranvo raised $50 million in a Series B co-led by Mary Bridge and Lumira Capital LP.", {("Mary Bridge", INV, "Kranvo"), ("Lumira Capital", INV, "Kranvo")}, {("Mary Bridge", EMP, "Kranvo")}),
    # who competes
    ("", "Kranvo Surgical CEO Gary Harver is bracing for competition from Lumira Inc. and from Zelbo Ltd., the parent of Haro.", {("Kranvo Surgical", COMP, "Lumira"), ("Kranvo Surgical", COMP, "Zelbo"), ("Gary Harver", EMP, "Kranvo Surgical")}, set()),
    ("", "Kranvo Ltd. fears new competition from Lumira Inc. in Europe.", {("Kranvo", COMP, "Lumira")}, set()),
    ("", "Kranvo Ltd. praised the competition rules from Lumira Inc. in Europe.", set(), {("Kranvo", COMP, "Lumira")}),
    ("", "The pump market will reach $3 billion. Philips, Siemens and Medtronic are named as key players.", {("Philips", IN, "pump"), ("Siemens", IN, "pump"), ("Medtronic", IN, "pump")}, set()),
    ("", "The pump market will reach $3 billion. Philips, Siemens and Medtronic are listed among the leading vendors.", {("Philips", IN, "pump"), ("Medtronic", IN, "pump")}, set()),
    ("", "The pump market will reach $3 billion. Philips and Siemens are suing key players.", set(), {("Philips", IN, "pump")}),
    # where and whose
    ("", "Philips announced the acquisition of Kranvo Ltd., a privately held pioneer of artificial lungs based in London.", {("Kranvo", LOC, "London"), ("Philips", ACQ, "Kranvo")}, set()),
    ("", "Philips bought Kranvo Ltd., a maker of pumps used by hospitals based in London.", set(), {("Philips", LOC, "London")}),
    ("", "Jane Miller, vice president of pumps at Philips subsidiary Kranvo Technology, said so.", {("Jane Miller", EMP, "Kranvo Technology")}, {("Jane Miller", EMP, "Philips")}),
    ("", "Jane Miller, head of design at Siemens-owned Kranvo Ltd., said so.", {("Jane Miller", EMP, "Kranvo")}, {("Jane Miller", EMP, "Siemens")}),
    ("", "Jane Miller, vice president of pumps at Philips, said the subsidiary Kranvo Ltd. is fine.", {("Jane Miller", EMP, "Philips")}, {("Jane Miller", EMP, "Kranvo")}),
    ("", "In a statement, Defense Department spokesperson Lt. Col. Peter Harver said the department was pleased.", {("Peter Harver", EMP, "Department of Defense")}, set()),
    ("", "Philips is getting two companies for one price: Kranvo Imaging, maker of the Zorbo CT scanner, and sister firm Lumira Robotics.", {("Philips", ACQ, "Kranvo Imaging"), ("Philips", ACQ, "Lumira Robotics")}, set()),
    ("", "Philips has bought two startups: Kranvo Imaging and Lumira Robotics.", {("Philips", ACQ, "Kranvo Imaging"), ("Philips", ACQ, "Lumira Robotics")}, set()),
    ("", "Philips is suing two companies: Kranvo Imaging and Lumira Robotics.", set(), {("Philips", ACQ, "Kranvo Imaging")}),
    # products
    ("", "The entire line of VMware Horizon Cloud services is now available with connectivity to Azure Event Hubs.", {("Azure Event Hubs", INT, "VMware Horizon")}, set()),
    ("", "Microsoft improved its popular, open source, cross-platform code editor, Zorbo Studio Code (ZSC), for Java.", {("Zorbo Studio Code", MAKES, "Microsoft")}, set()),
    ("", "Philips praised its long, good and lasting relations with a fine editor, Zorbo Studio Code (ZSC), for Java.", set(), {("Zorbo Studio Code", MAKES, "Philips")}),
    ("Philips Becoming Siemens' Official Imaging Partner", "The deal is for five years.", {("Philips", PART, "Siemens")}, set()),
    ("", "Philips is becoming Siemens' most feared rival.", set(), {("Philips", PART, "Siemens")}),
    ("", "Google Cloud plans new regions in Chile and Germany, the last of them under an agreement it concluded with Kranvo Ltd. in May.", {("Google Cloud", PART, "Kranvo")}, set()),
    ("", "Philips plans to sign an agreement with Kranvo Ltd. in May.", set(), {("Philips", PART, "Kranvo")}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "says", "never"), SAID)
def test_what_hangs_on_such_names(headline, body, says, never):
    found = relations(resolved(Text(headline, body), language=model()))
    assert says <= found
    assert not never & found
