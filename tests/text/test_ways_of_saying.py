"""Ways of saying who uses, buys, funds, makes and leads what, in invented sentences, traps among them."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, relations, resolved, things

USES, ACQ, INV, INT, MAKES, EMP, PART, CERT, LOC, HAS, LAUNCHED = (
    "uses", "acquired", "investedIn", "integratesWith", "manufacturer", "worksFor", "partnersWith", "certifiedBy",
    "location", "hasPart", "launched",
)  # fmt: skip
C, O, P, H, L = "Company", "Organization", "Product", "Person", "Place"  # noqa: E741
SAID = [
    ("", "The round comes after Jane Miller of Kranvo fame set it up.", set(), {("Jane Miller", EMP, "Kranvo")}),
    ("", "Jane Miller, once CEO of Kranvo Ltd., was made chairwoman.", set(), {("Jane Miller", EMP, "Kranvo")}),
    ("", "Zelbo Development, a Kranvo Company, today announced it.", {("Zelbo Development", "parentOrganization", "Kranvo")}, set()),
    ("", "Zelbo Development, a Trusted Company, today announced it.", set(), {("Zelbo Development", "parentOrganization", "Trusted")}),
    # whom a subject belongs to, who is quoted of "us", and who only stands aside
    ("", "Kranvo Ltd. picked Zelbo Inc. last week. \"We have selected Zelbo Inc. as the best of all,\" said Tom Field, the group's CTO.", {("Tom Field", EMP, "Kranvo")}, {("Tom Field", EMP, "Zelbo")}),
    ("", "Shares of Kranvo Ltd. rose 9% after it agreed to be bought by Zelbo Inc. for $4 billion.", {("Zelbo", ACQ, "Kranvo")}, set()),
    ("", "Kranvo Ltd. has doubled in size since buying Zelbo Inc. in 2020.", {("Kranvo", ACQ, "Zelbo")}, set()),
    ("", "Kranvo Ltd. has doubled in size since Zelbo Inc. began buying Harwell Ltd.", set(), {("Kranvo", ACQ, "Harwell")}),
    ("", "Kranvo Ltd., part of the nonprofit Harwell Inc., is teaming up with Zelbo Inc. on care.", {("Kranvo", PART, "Zelbo")}, {("Harwell", PART, "Zelbo")}),
    ("", "Kranvo Ltd.'s purchase of Zelbo Inc., put at $28 billion by Harwell Inc., is its largest.", {("Kranvo", ACQ, "Zelbo")}, {("Harwell", ACQ, "Zelbo")}),
    ("", "WASHINGTON — Satellite operator Kranvo Ltd. has bought Zelbo Inc. from another.", {("Kranvo", ACQ, "Zelbo")}, {("Kranvo", LOC, "Washington")}),
    ("", "It had money from Kranvo Ltd. of South Africa, China's Zelbo Inc. and others.", {("Zelbo", LOC, "China")}, {("Zelbo", LOC, "South Africa")}),
    ("", "Kranvo Ltd. has invested in 50 startups, among them Zelbo Inc. and Harwell Ltd.", {("Kranvo", INV, "Zelbo"), ("Kranvo", INV, "Harwell")}, set()),
    ("", "Zelbo Inc. raised $5 million in a round led by Jane Miller, a partner at Kranvo Capital.", {("Kranvo Capital", INV, "Zelbo")}, {("Jane Miller", EMP, "Zelbo")}),
    ("", "Kranvo Capital, which owns Zelbo Inc. shares, voted no.", {("Kranvo Capital", INV, "Zelbo")}, {("Zelbo", "parentOrganization", "Kranvo Capital")}),
    ("", "Kranvo Ltd. is a member of Zelbo Inc.'s Research Council.", set(), {("Kranvo", "parentOrganization", "Zelbo")}),
    ("", "Kranvo Ltd. will cooperate in cancer research with Zelbo Inc.", {("Kranvo", PART, "Zelbo")}, set()),
    ("", "Kranvo Ltd. tapped the former CEO of Zelbo Inc., Rob Farlow, to lead its imaging business.", {("Rob Farlow", EMP, "Kranvo")}, {("Rob Farlow", EMP, "Zelbo")}),
    # offices and seats
    ("", "Kranvo Ltd. grew in March. Jane Miller acts as chief financial officer, and in May Tom Field was elected chairman.", {("Jane Miller", EMP, "Kranvo"), ("Tom Field", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd. lost ten vendors last year, admitted Jane Miller, its senior vice president of sales.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd. lost ten vendors last year, and Jane Miller is not its senior vice president.", set(), {("Jane Miller", EMP, "Kranvo")}),
    ("", "Kranvo Ltd. grew in March. The plan was written by Chief Information Officer Jane Miller in a week.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "Jane Miller, CTIO of Kranvo Ltd., agreed.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "A view by Jane Miller, CTO, Kranvo Ltd. - Like most firms, we grew.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "A view by Jane Miller, CTO, Kranvo-based and glad.", set(), {("Jane Miller", EMP, "Kranvo")}),
    ("", "Kranvo Ltd.'s managing director for South East Asia, James Hannal, agreed.", {("James Hannal", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd.'s rival in South East Asia, James Hannal, agreed.", set(), {("James Hannal", EMP, "Kranvo")}),
    ("", "Jane Miller, who looks after sales at Kranvo Ltd., agreed.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "Jane Miller, who looked for sales at Kranvo Ltd., agreed.", set(), {("Jane Miller", EMP, "Kranvo")}),
    ("", "Jane Miller will go on heading Latin American investments at Kranvo Ltd.", {("Jane Miller", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd., run since March by Tom Field, agreed.", {("Tom Field", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd., sued since March by Tom Field, agreed.", set(), {("Tom Field", EMP, "Kranvo")}),
    ("", "Zelbo Inc. has acquired Kranvo Ltd. in Kenya, which grew.", {("Kranvo", LOC, "Kenya")}, {("Zelbo", LOC, "Kenya")}),
    ("", "Zelbo Inc. has acquired shares from Kranvo Ltd. in Kenya, which grew.", set(), {("Kranvo", LOC, "Kenya")}),
    ("", "Zelbo Inc. has acquired UK Microsoft partner Kranvo Ltd. to grow.", {("Kranvo", LOC, "United Kingdom")}, set()),
    ("", "Zelbo Inc. grew in the UK as Microsoft partner Kranvo Ltd. fell.", set(), {("Kranvo", LOC, "United Kingdom")}),
    ("", "It has customers such as Kranvo Ltd. in Florida and others.", {("Kranvo", LOC, "Florida")}, set()),
    # acquired: what was rumoured before the subject came
    ("", "Two months after Quell walked away from its bid for it, Harwell Ltd. has agreed to pay $46 a share for Zorbo Inc., a pump maker.", {("Harwell", ACQ, "Zorbo")}, set()),
    ("", "If its bid is accepted, Harwell Ltd. pays $46 a share for Zorbo Inc., a pump maker.", set(), {("Harwell", ACQ, "Zorbo")}),
    # uses: going live
    ("", "Dunmore NHS Foundation Trust went live last weekend with e-Ward, its £12 million patient record from Meditech.", {("Dunmore NHS Foundation Trust", USES, "e-Ward")}, set()),
    ("", "Harwell Hospital went live the same week with Nervecentre's Zorbo Notes.", {("Harwell Hospital", USES, "Zorbo Notes")}, set()),
    ("", "Harwell Hospital has gone live across four wards with Zorbo Notes, a viewer made by Kranvo Ltd.", {("Harwell Hospital", USES, "Zorbo Notes")}, set()),
    ("", "Harwell Hospital lives with the Zorbo Notes outage.", set(), {("Harwell Hospital", USES, "Zorbo Notes")}),
    ("", "Harwell Hospital switched on Epic EHR in May.", {("Harwell Hospital", USES, "Epic EHR")}, set()),
    ("", "Harwell Hospital switched off Epic EHR in May.", set(), {("Harwell Hospital", USES, "Epic EHR")}),
    ("", "Mayo Clinic runs the Allscripts Sunrise record in its wards and Epic EHR in its clinics.", {("Mayo Clinic", USES, "Allscripts Sunrise"), ("Mayo Clinic", USES, "Epic EHR")}, set()),
    ("", "Mayo Clinic uses Epic EHR in its wards and Zorbo Notes, another viewer, in its outpatient clinics.", {("Mayo Clinic", USES, "Epic EHR"), ("Mayo Clinic", USES, "Zorbo Notes")}, set()),
    ("", "Vodafone will run its 5G services in Spain on Nokia's Cloud Packet Core.", {("Vodafone", USES, "Cloud Packet Core")}, set()),
    ("", "Vodafone will run its booth in Spain beside Nokia's Cloud Packet Core.", set(), {("Vodafone", USES, "Cloud Packet Core")}),
    ("", "Kranvo Ltd. will go on to develop and deploy its media tools on Microsoft Azure.", {("Kranvo", USES, "Microsoft Azure")}, set()),
    ("Microsoft Azure Platform to Be Used by Mayo Clinic", "The clinic said so on Monday.", {("Mayo Clinic", USES, "Microsoft Azure")}, set()),
    ("Microsoft Azure Platform to Be Reviewed by Mayo Clinic", "The clinic said so on Monday.", set(), {("Mayo Clinic", USES, "Microsoft Azure")}),
    ("", "Frimley Health NHS Foundation Trust is now live with Epic EHR, the trust said.", {("Frimley Health NHS Foundation Trust", USES, "Epic EHR")}, set()),
    ("", "Ochsner Health standardises its contact centres on Microsoft Teams and has turned on Power BI.", {("Ochsner Health", USES, "Microsoft Teams"), ("Ochsner Health", USES, "Power BI")}, set()),
    ("", "Ochsner Health uses Epic EHR for records, Microsoft Teams for meetings and Power BI for reports.", {("Ochsner Health", USES, "Epic EHR"), ("Ochsner Health", USES, "Microsoft Teams"), ("Ochsner Health", USES, "Power BI")}, set()),
    # uses: one for another
    ("", "Kranvo Ltd. drops Slack for Microsoft Teams.", {("Kranvo", USES, "Microsoft Teams")}, {("Kranvo", USES, "Slack")}),
    ("", "Kranvo Ltd. drops support for Microsoft Teams.", set(), {("Kranvo", USES, "Microsoft Teams")}),
    ("", "Kranvo Ltd. will move its reports off Snowflake and onto Power BI.", {("Kranvo", USES, "Power BI")}, {("Kranvo", USES, "Snowflake")}),
    ("", "Kranvo Ltd. has picked up Snowflake stock.", set(), {("Kranvo", USES, "Snowflake")}),
    ("", "Harwell Hospital and Ochsner Health plan to end their contracts with Cerner and have moved to Epic EHR.", {("Harwell Hospital", USES, "Epic EHR"), ("Ochsner Health", USES, "Epic EHR")}, {("Harwell Hospital", PART, "Cerner")}),
    # uses: what its vendor is given
    ("", "Harwell Hospital has awarded a patient records contract to Cerner.", {("Harwell Hospital", USES, "Cerner")}, set()),
    ("", "Harwell Hospital is one of twenty still running legacy Cerner systems.", {("Harwell Hospital", USES, "Cerner")}, set()),
    ("", "Cerner has won a £12m contract from Harwell Hospital to supply a shared record.", {("Harwell Hospital", USES, "Cerner")}, {("Cerner", USES, "Harwell Hospital")}),
    ("", "Cerner, whose messaging tools are in use at Ochsner Health and Mayo Clinic, has a new chief.", {("Ochsner Health", USES, "Cerner"), ("Mayo Clinic", USES, "Cerner")}, set()),
    ("", "Harwell Hospital will outsource its billing and coding to Kranvo Ltd. of Leeds.", set(), {("Kranvo", USES, "Harwell Hospital"), ("Kranvo", MAKES, "Harwell Hospital")}),
    ("", "A court has awarded a $20 million payment to Cerner.", set(), {("court", USES, "Cerner")}),
    # uses: who does it for whom
    ("", "Nurses at Harwell Hospital's London site rely on Power BI.", {("Harwell Hospital", USES, "Power BI")}, set()),
    ("", "Harwell Hospital said its nurses now monitor patients through Power BI.", {("Harwell Hospital", USES, "Power BI")}, {("Power BI", MAKES, "Harwell Hospital")}),
    ("", "Kranvo Ltd. has moved Ochsner Health's patient records to Microsoft Azure.", {("Ochsner Health", USES, "Microsoft Azure")}, {("Kranvo", USES, "Microsoft Azure")}),
    ("", "GI Genius, a rival of Power BI, is used by Mayo Clinic.", {("Mayo Clinic", USES, "GI Genius")}, {("Mayo Clinic", USES, "Power BI")}),
    ("", "Kranvo Ltd. has raised $20 million. Ochsner Health and Mayo Clinic use its app. Competitors include Lumira Inc. and Zelbo Ltd.", set(), {("Ochsner Health", "competesWith", "Lumira"), ("Ochsner Health", "competesWith", "Zelbo")}),
    ("", "Philips grew. Philips customers include Mayo Clinic and Ochsner Health. Its Zorbo Notes viewer is new.", {("Zorbo Notes", MAKES, "Philips")}, {("Zorbo Notes", MAKES, "Ochsner Health")}),
    ("", "Kranvo Ltd. is replacing its Oracle PeopleSoft system.", set(), {("Oracle PeopleSoft", MAKES, "Kranvo")}),
    # uses, makes, launched and works with: more ways
    ("", "Harwell Hospital uses a range of older systems, including Philips's Orbix Studio and Power BI.", {("Harwell Hospital", USES, "Orbix Studio"), ("Harwell Hospital", USES, "Power BI")}, set()),
    ("", "Kranvo Ltd. will install Epic EHR at Mayo Clinic.", {("Mayo Clinic", USES, "Epic EHR")}, {("Kranvo", USES, "Epic EHR")}),
    ("", "Mayo Clinic is moving its forty clinics onto one instance of Epic EHR.", {("Mayo Clinic", USES, "Epic EHR")}, set()),
    ("", "Mayo Clinic's images now sit in Microsoft Azure.", {("Mayo Clinic", USES, "Microsoft Azure")}, set()),
    ("", "Mayo Clinic has completed its switch from paper to Epic EHR.", {("Mayo Clinic", USES, "Epic EHR")}, set()),
    ("", "Kranvo Ltd. is working with Oracle on their new Oracle PeopleSoft service.", {("Oracle PeopleSoft", MAKES, "Oracle")}, {("Oracle PeopleSoft", MAKES, "Kranvo")}),
    ("", "Philips announced changes to its private and hybrid offering Orbix Studio.", {("Orbix Studio", MAKES, "Philips")}, set()),
    ("", "Philips announced talks between its lawyers and Zorbo Notes.", set(), {("Zorbo Notes", MAKES, "Philips")}),
    ("", "Philips today announced Version 2.0 of Zorbo Notes.", {("Philips", LAUNCHED, "Zorbo Notes")}, {("Philips", LAUNCHED, "Version 2.0")}),
    ("", "Philips has kicked off sales of Zorbo Notes in Japan.", {("Philips", LAUNCHED, "Zorbo Notes")}, set()),
    ("", "Philips has kicked off talks on Zorbo Notes in Japan.", set(), {("Philips", LAUNCHED, "Zorbo Notes")}),
    ("", "Power BI and Azure Monitor are now linked in London.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("", "Power BI and Azure Monitor are now liked in London.", set(), {("Azure Monitor", INT, "Power BI")}),
    ("", "Power BI is available as a plug-in for Microsoft Teams.", {("Microsoft Teams", INT, "Power BI")}, set()),
    # acquired
    ("", "Having bought Lumira Imaging Inc., Quell Labs Inc. and Orvexa Ltd., Philips has launched Zorbo Notes, a viewer.", {("Philips", ACQ, "Lumira Imaging"), ("Philips", ACQ, "Quell Labs"), ("Philips", ACQ, "Orvexa"), ("Philips", LAUNCHED, "Zorbo Notes")}, {("Quell Labs", ACQ, "Lumira Imaging"), ("Orvexa", LAUNCHED, "Zorbo Notes")}),
    ("", "After buying Lumira Imaging Inc., Philips launched Zorbo Notes, a viewer.", {("Philips", ACQ, "Lumira Imaging"), ("Philips", LAUNCHED, "Zorbo Notes")}, {("Lumira Imaging", LAUNCHED, "Zorbo Notes")}),
    ("", "Chicago software firm Kranvo Ltd. is going further into health with its $90 million deal to acquire Lumira Imaging Inc., a maker of viewers.", {("Kranvo", ACQ, "Lumira Imaging")}, set()),
    ("", "Philips has agreed to acquire 61.5 percent of Lumira Imaging Inc. for $90 million.", {("Philips", ACQ, "Lumira Imaging")}, set()),
    ("", "Philips has agreed to acquire two percent of its power from Lumira Imaging Inc. in Ohio.", set(), {("Philips", ACQ, "Lumira Imaging")}),
    ("", "Philips and Siemens have signed an agreement for Philips to acquire Siemens' Zorbix imaging assets for $90 million.", {("Philips", ACQ, "Zorbix")}, {("Siemens", ACQ, "Zorbix")}),
    ("", "Philips and Siemens have signed an agreement for Philips to supply Siemens' Zorbix imaging site.", set(), {("Philips", ACQ, "Zorbix")}),
    ("", "Kranvo Ltd. agreed to be acquired by an affiliate of Zelbo Capital, a private equity firm, for $544 million.", {("Zelbo Capital", ACQ, "Kranvo")}, set()),
    ("", "Radiology provider Kranvo Ltd. agreed to be taken private by Zelbo Capital for about $294 million in cash.", {("Zelbo Capital", ACQ, "Kranvo")}, set()),
    ("", "For $320 million in cash, Philips is acquiring Kranvo Ltd., a Leeds University spinoff with Siemens among its clients, and Lumira Inc., whose tools are in use in Ohio.", {("Philips", ACQ, "Kranvo"), ("Philips", ACQ, "Lumira")}, {("Philips", ACQ, "Siemens")}),
    ("", "Philips has agreed to sell its imaging unit, Lumira Inc., to Siemens for $2 billion.", {("Siemens", ACQ, "Lumira")}, set()),
    ("", "Within weeks Philips picked up Kranvo Ltd. and Siemens bought Lumira Inc. in Ohio.", {("Philips", ACQ, "Kranvo"), ("Siemens", ACQ, "Lumira")}, {("Philips", ACQ, "Siemens")}),
    ("", "The takeover of Kranvo Ltd. by Philips fell apart in 2022.", set(), {("Philips", ACQ, "Kranvo")}),
    ("", "Kranvo Ltd. sells to Siemens and Philips.", set(), {("Siemens", ACQ, "Kranvo"), ("Philips", ACQ, "Kranvo")}),
    # acquired: who and whom the sentences before named
    ("Once worth $3 billion, Kranvo Inc. ends up at Siemens", "Siemens is acquiring the cloud security company, which took in $900 million from Zelbo Capital.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("", "Kranvo Ltd. makes viewers. Siemens bought the company in 2019.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("", "Kranvo Ltd. makes viewers. Siemens praised the company in 2019.", set(), {("Siemens", ACQ, "Kranvo")}),
    ("", "Kranvo Ltd. makes viewers. Siemens has acquired the Boston-based company for $3 billion.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("", "Siemens led a round at Kranvo Ltd. two years before it bought the firm outright.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("Siemens swallows a startup nobody had seen", "Kranvo Ltd. never came out of stealth. The scanner maker that has bought it hopes to grow.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("Siemens sues a startup nobody had seen", "Kranvo Ltd. never came out of stealth. The scanner maker that has bought it hopes to grow.", set(), {("Siemens", ACQ, "Kranvo")}),
    ("", "Siemens, which bought viewer maker Kranvo Ltd. in 2007, and Philips, which bought Lumira Inc. in 2008, are rivals.", {("Siemens", ACQ, "Kranvo"), ("Philips", ACQ, "Lumira")}, {("Siemens", ACQ, "Philips")}),
    ("", "Siemens won clearance from Britain for its planned $4 billion takeover of viewer maker Kranvo Ltd. in May.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("", "Siemens would not say how much it paid for Kranvo Ltd.", {("Siemens", ACQ, "Kranvo")}, set()),
    ("", "Kranvo Ltd. sold 12 percent of its shares to Siemens.", {("Siemens", INV, "Kranvo")}, {("Siemens", ACQ, "Kranvo")}),
    ("", "Siemens will fold Kranvo Ltd. into its Lumira unit, which had backed Kranvo Ltd. in a Series D round.", {("Lumira", "parentOrganization", "Siemens"), ("Lumira", INV, "Kranvo")}, {("Lumira", "parentOrganization", "Kranvo")}),
    # investedIn
    ("", "Kranvo Ltd., a lender in Nairobi, has secured $70 million in debt and equity. Zelbo Capital led the equity portion, with Lumira Ventures and Haro Fund participating.", {("Zelbo Capital", INV, "Kranvo"), ("Lumira Ventures", INV, "Kranvo"), ("Haro Fund", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. has raised $70 million. Zelbo Capital led the equity tranche.", {("Zelbo Capital", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. sells pumps. Zelbo Capital led the equity talks with unions participating.", set(), {("Zelbo Capital", INV, "Kranvo")}),
    ("", "Kranvo Ltd. has raised $20 million from the Zelbo Global Health Fund and Haro Venture Partners.", {("Zelbo Global Health Fund", INV, "Kranvo"), ("Haro Venture Partners", INV, "Kranvo")}, set()),
    ("", "Kranvo Ltd. has raised $50 million in equity and debt. Zelbo Capital led the round with Lumira Ventures and Haro Fund participating.", {("Zelbo Capital", INV, "Kranvo"), ("Lumira Ventures", INV, "Kranvo"), ("Haro Fund", INV, "Kranvo")}, {("Haro Fund", INV, "Zelbo Capital")}),
    ("", "Kranvo Ltd. secured $125 million. The equity piece was led by Zelbo Capital.", {("Zelbo Capital", INV, "Kranvo")}, set()),
    # integratesWith
    ("", "Azure Monitor, the software that powers Power BI, Microsoft Teams and other services, went down.", {("Azure Monitor", INT, "Power BI"), ("Azure Monitor", INT, "Microsoft Teams")}, set()),
    ("", "Microsoft Azure, the cloud behind the growth of Xbox Live, went down.", set(), {("Microsoft Azure", INT, "Xbox Live")}),
    ("", "By ingesting logs from Power BI and Microsoft Teams, Azure Sentinel spots attacks.", {("Azure Sentinel", INT, "Power BI"), ("Azure Sentinel", INT, "Microsoft Teams")}, {("Power BI", INT, "Microsoft Teams")}),
    # integratesWith: what a firm announces, and for which platform
    ("Power BI Unveils Endpoint Monitoring Integration with Azure Sentinel", "Its users are glad.", {("Azure Sentinel", INT, "Power BI")}, set()),
    ("", "Azure Sentinel extends its backup platform with Power BI and Microsoft Teams support.", {("Azure Sentinel", INT, "Power BI"), ("Azure Sentinel", INT, "Microsoft Teams")}, set()),
    ("", "Kranvo Ltd. extends its hours for Power BI support staff.", set(), {("Kranvo", INT, "Power BI")}),
    ("", "Kranvo Ltd. launches its Azure Sentinel suite on Power BI.", {("Azure Sentinel", INT, "Power BI")}, set()),
    ("", "Kranvo Ltd. has brought its pump management course to Microsoft Azure users.", set(), {("Kranvo", INT, "Microsoft Azure")}),
    ("", "Microsoft has announced new monitoring tools for Azure Sentinel.", set(), {("Microsoft", INT, "Azure Sentinel")}),
    ("", "Azure Sentinel integrates with tools such as Power BI and Microsoft Teams.", {("Azure Sentinel", INT, "Power BI"), ("Azure Sentinel", INT, "Microsoft Teams")}, set()),
    ("", "Azure Sentinel works with data stored in Power BI.", {("Azure Sentinel", INT, "Power BI")}, set()),
    ("", "Azure Sentinel integrates with Power BI and SES' Microsoft Teams.", {("Azure Sentinel", INT, "Microsoft Teams")}, {("Azure Sentinel", INT, "SES")}),
    ("", "Microsoft Azure rents out Azure Sentinel machines featuring Intel Xeon processors.", {("Azure Sentinel", INT, "Intel Xeon")}, {("Azure Sentinel", HAS, "Intel Xeon")}),
    # hasPart
    ("", "Microsoft has repositioned some of its Azure services, including Azure Sentinel.", set(), {("Microsoft Azure", HAS, "Azure Sentinel")}),
    ("", "Microsoft 365 bundles existing tools like Microsoft Teams and Power BI.", {("Microsoft 365", HAS, "Microsoft Teams"), ("Microsoft 365", HAS, "Power BI")}, set()),
    # partnersWith, certifiedBy
    ("", "Philips and Chinese partner Kranvo Co. Ltd. have inked an agreement with Lumira Inc. of Boston.", {("Philips", PART, "Kranvo"), ("Philips", PART, "Lumira"), ("Kranvo", PART, "Lumira")}, set()),
    ("", "Philips has entered into an agreement with Kranvo Inc. to acquire its viewers.", set(), {("Philips", PART, "Kranvo")}),
    ("", "Kranvo Inc. said it's licensing a family of sensors to Philips.", {("Kranvo", PART, "Philips")}, set()),
    ("", "Kranvo Inc., which has developed FDA-cleared triage algorithms, is growing.", {("Kranvo", CERT, "FDA")}, set()),
    ("", "Kranvo Inc. sells alternatives to FDA-cleared triage algorithms.", set(), {("Kranvo", CERT, "FDA")}),
    ("", "Kranvo Inc. and Lumira Inc. row over a defense contract.", set(), {("Kranvo", PART, "Lumira")}),
    ("", "Kranvo Inc. and Lumira Inc. broke off their alliance in May.", set(), {("Kranvo", PART, "Lumira")}),
    ("", "Hospitals such as Mayo Clinic and Ochsner Health have formed partnerships with Kranvo Inc. in May.", {("Mayo Clinic", PART, "Kranvo"), ("Ochsner Health", PART, "Kranvo")}, {("Mayo Clinic", PART, "Ochsner Health")}),
    ("", "Kranvo Inc. is working with researchers at Mayo Clinic on a viewer.", {("Kranvo", PART, "Mayo Clinic")}, set()),
    ("", "Harwell Hospital, part of Dayton-based Ochsner Health, teamed up with Kranvo Inc. in May.", {("Harwell Hospital", PART, "Kranvo")}, {("Ochsner Health", PART, "Kranvo")}),
    ("", "Under an agreement announced by the two companies, Kranvo Inc. is embedding the tools of Lumira Inc. in its viewer.", {("Kranvo", PART, "Lumira")}, set()),
    ("", "Kranvo Inc. has been given the green light by the FDA.", {("Kranvo", CERT, "FDA")}, set()),
    # where they are
    ("", "Kranvo Health, Dayton, Ohio, and Lumira Health share data.", {("Kranvo Health", LOC, "Dayton")}, {("Kranvo Health", LOC, "Ohio")}),
    ("", "The Salem, Ore., hospital system Kranvo Health is growing.", {("Kranvo Health", LOC, "Salem")}, set()),
    ("", "Mobile, Ala.-based Kranvo Health is growing.", {("Kranvo Health", LOC, "Mobile")}, {("Kranvo Health", LOC, "Alabama")}),
    ("Leaders of Philips discuss a deal", "Leaders with Philips spoke of the company's purchase of imaging vendor Kranvo Inc. last week. The Amsterdam-based company signed on Monday.", {("Philips", LOC, "Amsterdam")}, {("Kranvo", LOC, "Amsterdam")}),
    # who works where
    ("", "Jane Miller, Global Sales Enablement Director at Microsoft partner Kranvo Inc., expects more.", {("Jane Miller", EMP, "Kranvo")}, {("Jane Miller", EMP, "Microsoft")}),
    ("", "Philips, which closed its purchase of Kranvo Inc. in May and got new CEO Jane Miller along with it, has sued a rival.", {("Jane Miller", EMP, "Philips")}, {("Jane Miller", EMP, "Kranvo")}),
    ("", "Philips grew in March. Chief executive Jane Miller means to hire: the company has plans for Japan.", {("Jane Miller", EMP, "Philips")}, set()),
    ("", "Philips grew in March. Chief executive Jane Miller left for Kranvo Inc. in May.", set(), {("Jane Miller", EMP, "Philips")}),
    ("", "Gary Harver and Jane Miller, chief executive of Philips, spoke.", {("Jane Miller", EMP, "Philips")}, {("Gary Harver", EMP, "Philips")}),
    ("", "Philips grew in March. Many had doubts over the company's Kranvo acquisition. Chief executive Jane Miller has none.", {("Jane Miller", EMP, "Philips")}, {("Jane Miller", EMP, "Kranvo")}),
    # makes, employs, hasFeature
    ("", "Philips has bought Kranvo SA, the Grenoble company behind the Zorbo Hip and Zorbo Knee robots.", {("Zorbo Hip", MAKES, "Kranvo"), ("Zorbo Knee", MAKES, "Kranvo"), ("Philips", ACQ, "Kranvo")}, set()),
    ("", "Philips has bought Kranvo SA, the Grenoble company behind the Zorbo Hip robot. Gary Harver, its founder and CEO, stays.", {("Gary Harver", EMP, "Kranvo")}, {("Gary Harver", EMP, "Philips")}),
    ("", "Mayo Clinic adopted openZORBO, the open source record of Kranvo Ltd., in May. Zorbo Theatres, a module of openZORBO, is live.", {("openZORBO", HAS, "Zorbo Theatres"), ("openZORBO", MAKES, "Kranvo")}, {("Zorbo Theatres", MAKES, "openZORBO")}),
    ("", "Kranvo Ltd. has raised $20 million. RedStar, its app for diabetes, will reach patients this year, says chief executive Gary Harver.", {("RedStar", MAKES, "Kranvo"), ("Gary Harver", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd. has raised $20 million. RedStar, a rival's app for diabetes, is free, says analyst Gary Harver.", set(), {("RedStar", MAKES, "Kranvo"), ("Gary Harver", EMP, "Kranvo")}),
    ("", "At Kranvo, based in Dayton, Ohio, Jane Miller succeeds Gary Harver as chief information officer.", {("Jane Miller", EMP, "Kranvo"), ("Kranvo", LOC, "Dayton")}, {("Gary Harver", EMP, "Kranvo")}),
    ("", "At Lantern, based in Dayton, Ohio, Jane Miller succeeds Gary Harver as chief financial officer.", {("Jane Miller", EMP, "Lantern"), ("Lantern", LOC, "Dayton")}, set()),
    ("", "At dinner, based on a list, Jane Miller succeeds Gary Harver as chief speaker.", set(), {("Jane Miller", EMP, "Dinner")}),
    # employs: who had an office, and whose a research firm's is
    ("", "Gary Harver, chief executive of Kranvo Ltd., said so.", {("Gary Harver", EMP, "Kranvo")}, set()),
    ("", "Gary Harver, chief executive of Kranvo Ltd., stepped down in June.", set(), {("Gary Harver", EMP, "Kranvo")}),
    ("", "Gary Harver resigned as chief executive of Kranvo Ltd. on Monday.", set(), {("Gary Harver", EMP, "Kranvo")}),
    ("", "Kranvo Ltd. said Tuesday that Gary Harver would stay on as chief executive.", {("Gary Harver", EMP, "Kranvo")}, set()),
    ("", "Kranvo Ltd. has a new director. Former Zelbo Ltd. chief Gary Harver joins the board of the Boston-based firm.", {("Gary Harver", EMP, "Kranvo")}, {("Gary Harver", EMP, "Zelbo")}),
    ("", "Under President Gary Harver, Kranvo Ltd. has expanded its lobbying.", set(), {("Gary Harver", EMP, "Kranvo")}),
    ("", "Gary Harver left Philips to become chief executive of Kranvo Ltd.", {("Gary Harver", EMP, "Kranvo")}, {("Gary Harver", EMP, "Philips")}),
    ("", "Kranvo Ltd. grew. Previously, Gary Harver served as chief nurse at Philips.", set(), {("Gary Harver", EMP, "Philips")}),
    ("", "Sales of pumps rose, Gartner reckons. Kranvo Ltd. sold most. Prices fall, said the research house's director, Gary Harver.", {("Gary Harver", EMP, "Gartner")}, {("Gary Harver", EMP, "Kranvo")}),
    ("", "Kranvo Ltd. has fired its chief. Finance chief Gary Harver minds the shop until May.", {("Gary Harver", EMP, "Kranvo")}, set()),
    # location, launched, makes
    ("", "Kranvo Health (AR) has bought pumps.", {("Kranvo Health", LOC, "AR")}, set()),
    ("", "Augmented reality (AR) helps Kranvo Health.", set(), {("Kranvo Health", LOC, "AR")}),
    ("", "Philips wasted no time: at its May summit it launched IntelliSpace, a viewer.", {("Philips", LAUNCHED, "IntelliSpace")}, set()),
    ("", "The unit sells Kranvo Ltd.'s Falcon, Opal and Sentry scanners.", {("Falcon", MAKES, "Kranvo"), ("Opal", MAKES, "Kranvo"), ("Sentry", MAKES, "Kranvo")}, set()),
    # partnersWith
    ("", "Kranvo Ltd. will pay $3 million for Lumira Inc., the care arm of Zelbo Ltd., and Stanford University teamed up with Intel and Nvidia on a platform.", {("Stanford", PART, "Intel"), ("Stanford", PART, "NVIDIA")}, {("Zelbo", PART, "Stanford"), ("Lumira", PART, "Stanford")}),
    ("", "Philips and Stanford University teamed up with Intel on a platform.", {("Philips", PART, "Intel"), ("Stanford", PART, "Intel")}, set()),
    # certifiedBy
    ("", "Orbixo, which reads scans, has been cleared by the US Food and Drug Administration.", {("Orbixo", CERT, "FDA")}, set()),
    ("", "Kranvo Ltd. grew in May. RedStar, its app for asthma, was approved by the US Food and Drug Administration and will be sold this year.", {("RedStar", CERT, "FDA")}, set()),
    ("", "RedStar, its app for asthma, was sued by the US Food and Drug Administration.", set(), {("RedStar", CERT, "FDA")}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "says", "never"), SAID)
def test_what_is_said(headline, body, says, never):
    found = relations(resolved(Text(headline, body), language=model()))
    found |= {(object_, said, subject) for subject, said, object_ in found if said in (PART, INT)}
    assert says <= found
    assert not never & found


NAMED = [
    # banks and trusts
    ("Standard Harver Bank taps Microsoft Azure to grow", "The lender wants to grow.", {(C, "Standard Harver Bank")}, {(P, "Standard Harver Bank")}),
    ("", "Lloyds Trust Bank uses Microsoft Azure, and Barclays Bank does not.", set(), {(P, "Lloyds Trust Bank"), (P, "Barclays Bank")}),
    ("", "Azure Data Bank and Samsung Power Bank are two products.", set(), {(C, "Samsung Power Bank")}),
    # two places and a trust
    ("", "Barnsley and Rotherham NHS Foundation Trust has bought pumps.", {(O, "Barnsley and Rotherham NHS Foundation Trust")}, {(O, "Rotherham NHS Foundation Trust")}),
    ("", "Devon and Cornwall NHS Trust has bought pumps.", {(O, "Devon and Cornwall NHS Trust")}, {(O, "Cornwall NHS Trust")}),
    ("", "Leeds and Philips will meet the NHS.", {(C, "Philips"), (L, "Leeds")}, {(O, "Leeds and Philips")}),
    # a house of two kinds of work, and an alliance
    ("", "The Kranvo Surgery and Rehabilitation Hospital has bought pumps.", {(O, "Kranvo Surgery and Rehabilitation Hospital")}, {(O, "Rehabilitation Hospital")}),
    ("", "Epic Systems and Mayo Clinic have bought pumps.", {(O, "Mayo Clinic")}, {(O, "Epic Systems and Mayo Clinic")}),
    ("", "The North Kranvo Alliance of Rural Health has bought pumps.", set(), {(O, "North Kranvo Alliance"), (C, "Rural Health")}),
    # initials, numbers of models, and products of ordinary words
    ("", "Philips grew after Dennis A. Zarlow resigned.", {(H, "Dennis A. Zarlow")}, set()),
    ("", "Philips will be led by B.J. Zarlow from May.", {(H, "B.J. Zarlow")}, set()),
    ("", "Buyers want proof that NVIDIA's H20 is safe.", {(P, "H20")}, set()),
    ("", "Sales of NVIDIA rose in H2 and in Q3.", set(), {(P, "H2"), (P, "Q3")}),
    ("", "A bad update to Microsoft's Falcon security platform knocked out phones.", {(P, "Falcon")}, set()),
    # a nationality and a bank
    ("", "The Australian Regal Bank of Commerce (ARBC) uses Azure.", {(C, "Australian Regal Bank of Commerce")}, {(O, "Regal Bank of Commerce")}),
    ("", "The Canadian firm Philips and the German Siemens met.", {(C, "Philips"), (C, "Siemens")}, {(C, "Canadian Philips")}),
    # longer than what is known
    ("", "Philips works with the United Nations Population Fund on pumps.", {(O, "United Nations Population Fund")}, {(O, "United Nations")}),
    ("", "Philips and the United Nations Environment Programme met.", {(O, "United Nations Environment Programme")}, {(O, "United Nations")}),
    # parts of a series
    ("A Road to Azure Monitor Part 4 : Alerts", "We spoke of Azure Monitor before.", {(P, "Azure Monitor")}, {(P, "Azure Monitor Part 4")}),
    ("", "We spoke of Azure Monitor Episode 12 last week.", {(P, "Azure Monitor")}, {(P, "Azure Monitor Episode 12")}),
    ("", "We tried the HoloLens 2 last week.", {(P, "HoloLens 2")}, set()),
    # two names that a hyphen joins
    ("Philips-Microsoft Azure deal hints at growth", "Philips is glad.", {(C, "Philips"), (P, "Microsoft Azure")}, {(C, "Philips-Microsoft Azure")}),
    ("", "The Zelbo-Microsoft deal is for five years.", {(C, "Microsoft")}, {(C, "Zelbo-Microsoft")}),
    ("", "The Hewlett-Packard deal is for five years.", set(), {(C, "Hewlett"), (C, "Packard")}),
    # what a known product is for
    ("Introducing Microsoft Cloud for Nonprofit - Microsoft Blogs", "They have had to adapt.", {(P, "Microsoft Cloud for Nonprofit")}, {(P, "Microsoft Cloud")}),
    ("", "Microsoft announced Microsoft Cloud for Retail.", {(P, "Microsoft Cloud for Retail")}, {(P, "Microsoft Cloud")}),
    ("Microsoft Cloud for Beginners", "A course on Azure.", set(), {(P, "Microsoft Cloud for Beginners")}),
    # tails
    ("", "Kranvo Ltd. recruited Jane Miller from Target Global Tech as its chief technology officer.", {(C, "Target Global Tech")}, {(P, "Target Global Tech")}),
    ("", "Gary Harver, president of Nokia Network Services, said so.", {(H, "Gary Harver")}, {(P, "Network Services")}),
    # the first word of a headline before a passive
    ("Baking Zorbo Chosen by Microsoft as a Training Partner", "It will teach people.", {(C, "Baking Zorbo")}, {(C, "Zorbo")}),
    ("Learning Zorbix Selected by Philips for Training", "It will teach people.", {(C, "Learning Zorbix")}, {(C, "Zorbix")}),
    # text that ran together
    ("", "It aligns with Philips on solutionsBOSTON, June 3, 2021.", {(C, "Philips")}, {(P, "solutionsBOSTON"), (C, "solutionsBOSTON")}),
    ("", "It moved to macOS and to iPadOS.", set(), {(C, "mac"), (L, "OS")}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "gives", "never"), NAMED)
def test_what_is_named(headline, body, gives, never):
    found = things(resolved(Text(headline, body), language=model()))
    assert gives <= found
    assert not never & found
