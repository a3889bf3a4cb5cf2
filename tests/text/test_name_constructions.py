"""The ways in which English texts say what a name is: an example in which each must hold, and one in which it must not.

Each row tells the way, a text with the thing that it must give, and a text with a thing that it must not.
"""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, read, relations, resolved, things

WAYS = [
    # people
    ("a given name that is a city's too", "We met Brandon Zarlow in May.", ("Person", "Brandon Zarlow"), "The Brandon Platform grew.", ("Person", "Brandon Platform")),
    ("a given name that is a company's too", "Dana Zarlow told reporters that it works.", ("Person", "Dana Zarlow"), "They run Dana Analytics 2.", ("Person", "Dana Analytics 2")),
    ("a given name that is a month's too", "Jan van de Winkel told reporters that it works.", ("Person", "Jan van de Winkel"), "In Jan Orbixo Inc. told reporters that it works.", ("Person", "Jan Orbixo Inc.")),
    ("a given name that is an adjective too", "Christian Bruch, the chief executive of Philips, agreed.", ("Person", "Christian Bruch"), "Christian groups, the friends of Philips, agreed.", ("Person", "Christian")),
    ("said before a name", 'The tool is fast, said Aznor Midovar.', ("Person", "Aznor Midovar"), "The CEO said uMZ Vela PET is fast.", ("Person", "uMZ Vela PET")),
    ("an office that is a product's last word too", "At the fair we met Zelbo Inc. Senior Program Manager Kevin Farlow and others.", ("Person", "Kevin Farlow"), "At the fair we saw Azure Resource Manager Kevin liked and others.", ("Person", "Kevin")),
    ("a rank and a field before an office", "The staff, headed by Assistant City Manager Jason Kruckeburg, want three more years.", ("Person", "Jason Kruckeburg"), "The staff, headed by Assistant City Manager Jason Kruckeburg, want three more years.", ("Company", "Assistant City")),
    ("what an office is for", "After the fair, the Vice Chancellor for Research Jane Miller said so to all who had asked.", ("Person", "Jane Miller"), "After the fair, the Vice Chancellor for Research Jane Miller said so to all who had asked.", ("Person", "Research Jane Miller")),
    ("what somebody is head of", "After the fair, the Vice President of Cloud Strategy Shawn Hale said so to all who had asked.", ("Person", "Shawn Hale"), "The president of Zelbo Oak Hale Inc. said so to all who had asked.", ("Person", "Oak Hale")),
    ("a judge", "On Monday Judge Patricia Camden ordered Zelbo Inc. to pay.", ("Person", "Patricia Camden"), "On Monday Judge Zelbo Systems Inc. bought it.", ("Person", "Zelbo Systems")),
    ("points in an office", "On Monday C.E.O. Carl Manning called it a great day.", ("Person", "Carl Manning"), "On Monday C.E.O. Carl Manning called it a great day.", ("Person", "C.E.O. Carl Manning")),
    ("two particles", "A public information officer, Celia Kranz de la Rosa, has confirmed it.", ("Person", "Celia Kranz de la Rosa"), "A public information officer, Celia Kranz, de la Rosa said, has confirmed it.", ("Person", "Celia Kranz de la Rosa")),
    ("two given names, the first a town's", "Zelbo Inc. has hired Mary Beth Zelburg as its counsel.", ("Person", "Mary Beth Zelburg"), "In Boston Beth Zelburg was hired by Zelbo Inc.", ("Person", "Boston Beth Zelburg")),
    ("a degree behind unlisted names", "At Zelbo Health, Tarunek Kapadoor, MD, is in charge.", ("Person", "Tarunek Kapadoor"), "They met in Zelbury Park, MD, in May.", ("Person", "Zelbury Park")),
    # lists
    ("corporation of a country", "Zorbit Lamp Corporation of India grew.", ("Company", "Zorbit Lamp Corporation of India"), "The Zorbit Lamp Corporation of Chicago grew.", ("Company", "Zorbit Lamp Corporation of Chicago")),
    ("owns brands such as", "Philips owns lamp brands such as Zorbit and Lumira.", ("Product", "Lumira"), "Philips pays lamp brands such as Zorbit and Lumira.", ("Product", "Lumira")),
    ("products, including", "Its products, including Zorbit and Lumira, help doctors.", ("Product", "Lumira"), "Its founders, including Zorbit and Lumira, help doctors.", ("Product", "Lumira")),
    ("companies such as", "It works for companies such as Zelbo and Kranvo.", ("Company", "Kranvo"), "It works for companies like Jane Miller's Zelbo.", ("Company", "Jane Miller")),
    ("hospitals such as", "It has clients at hospitals such as Marlowe Hill.", ("Organization", "Marlowe Hill"), "It has clients at firms such as Marlowe Hill.", ("Organization", "Marlowe Hill")),
    # products
    ("clearance for", "Orbixo Inc. won FDA clearance for LungZo Software.", ("Product", "LungZo Software"), "Orbixo Inc. won praise from LungZo Software.", ("Product", "LungZo Software")),
    ("cleared", "The FDA cleared Brevora last week.", ("Product", "Brevora"), "The FDA sued Brevora last week.", ("Product", "Brevora")),
    ("used, from its maker", "Clinics use Zetalab from Orbixo Inc. every day.", ("Product", "Zetalab"), "Clinics hire Zetalab and Orbixo Inc. every day.", ("Product", "Zetalab")),
    ("is now available", "Zorvia is now available in Europe.", ("Product", "Zorvia"), "Zorvia is now hiring in Europe.", ("Product", "Zorvia")),
    ("works with", "The system works with ZetaCT and helps.", ("Product", "ZetaCT"), "The firm is working with ZetaCT and helps.", ("Product", "ZetaCT")),
    ("called", "They built a tool called First Read for nurses.", ("Product", "First Read"), "They first read the rules.", ("Product", "First Read")),
    ("a version", "Doctors like ProZon Detection v4.0 very much.", ("Product", "ProZon Detection v4.0"), "Doctors like version v4.0 very much.", ("Product", "v4.0")),
    ("a model's field strength", "They bought the Zorba 5T scanner.", ("Product", "Zorba 5T"), "They bought the Zorba 5 million shares.", ("Product", "Zorba 5")),
    ("for, with a capital letter amid small ones", "Microsoft announced Azure for Operators today.", ("Product", "Azure for Operators"), "Microsoft sells Azure for operators today.", ("Product", "Azure for operators")),
    ("as a Service", "It offers Zorba Dimension as a Service to banks.", ("Product", "Zorba Dimension as a Service"), "It offers Zorba Dimension as a gift to banks.", ("Product", "Zorba Dimension as a gift")),
    ("a lower-case brand that goes on", "The team runs syngo Dynamics here.", ("Product", "syngo Dynamics"), "The team runs syngo quickly here.", ("Product", "syngo quickly")),
    ("hyphened capitals", "Rival Orbixo Inc. sells Endo-Aid.", ("Product", "Endo-Aid"), "Rival Orbixo Inc. sells first-aid kits.", ("Product", "first-aid")),
    ("a small letter before two capitals", "Nurses use Zorbo's iQM every day.", ("Product", "iQM"), "Nurses use Zorbo's vCPU every day.", ("Product", "vCPU")),
    ("a machine that an apposition names", "Roche shows Axzelio, a machine for labs, in May.", ("Product", "Axzelio"), "Roche shows Axzelio, a maker of machines, in May.", ("Product", "Axzelio")),
    ("a version alone is none", "They run Zorba Deploy 2.0 now.", ("Product", "Zorba Deploy 2.0"), "They announced Version 2.0 of it.", ("Product", "Version 2.0")),
    ("a feature of a known product", "Query Shift for Azure Storage saves time.", ("Product", "Query Shift"), "Query Shift for old barns saves time.", ("Product", "Query Shift")),
    ("who works on a known product is none", "Query Shift on Azure Storage saves time.", ("Product", "Query Shift"), "It was written by Query Shift on Azure Storage.", ("Product", "Query Shift")),
    ("what is bought for a known product is none", "ZQRM in Azure Storage saves time.", ("Product", "ZQRM"), "Orbixo Inc. acquires ZQRM in Azure Storage deal.", ("Product", "ZQRM")),
    ("in a bracket behind what it is", "It has a new snapshot tool (ZetSnapper) for nurses.", ("Product", "ZetSnapper"), "It has a new regional rival (ZetSnapper) for nurses.", ("Product", "ZetSnapper")),
    ("in a bracket behind a known product", "Azure Data Explorer (Zelbusto) is fast.", ("Product", "Zelbusto"), "Its old shop (Zelbusto) is fast.", ("Product", "Zelbusto")),
    ("supported by a known product", "Azure Backup now supports Archive Shift.", ("Product", "Archive Shift"), "The mayor now supports Archive Shift.", ("Product", "Archive Shift")),
    ("customers gain access to it", "Azure customers worldwide now gain access to Pelican to save time.", ("Product", "Pelican"), "Farmers worldwide now gain access to Pelican to save time.", ("Product", "Pelican")),
    ("a size behind a product's name", "Azure Storage 200 TB blobs are here.", ("Product", "Azure Storage"), "HoloLens 2 glasses are here.", ("Product", "HoloLens")),
    ("an order at the beginning", "Use T-SQL in Azure Synapse now.", ("Product", "T-SQL"), "Use T-SQL in Azure Synapse now.", ("Product", "Use T-SQL")),
    ("what is called so at the beginning", "Deliver Java apps with Power Apps.", ("Product", "Java"), "Deliver Java apps with Power Apps.", ("Product", "Deliver Java")),
    # places
    ("two regions that an & joins", "It is available in UAE Central & Japan West.", ("Place", "Japan West"), "It is available in UAE Central & Japan West.", ("Company", "UAE Central & Japan West")),
    ("a firm of two places is one", "The firm Marlowe & West Inc. agreed.", ("Company", "Marlowe & West"), "It is available in East US & West Europe.", ("Company", "East US & West Europe")),
    # organisations
    ("a regulator's name ends before what it cleared", "It has clearance from the U.S. Food and Drug Administration for Zorvia.", ("Organization", "FDA"), "It has clearance from the U.S. Food and Drug Administration for Zorvia.", ("Organization", "U.S. Food and Drug Administration for Zorvia")),
    ("a network of hospitals", "The Marlowe Health Network agreed.", ("Organization", "Marlowe Health Network"), "The Marlowe Radio Network agreed.", ("Organization", "Marlowe Radio Network")),
    ("an office", "The Zealand Investment Office approved it.", ("Organization", "Zealand Investment Office"), "He uses Microsoft Office at home.", ("Organization", "Microsoft Office")),
    ("a group of people", "Firms joined the Zeta Standards Group.", ("Organization", "Zeta Standards Group"), "Firms joined the Zeta Holdings Group.", ("Organization", "Zeta Holdings Group")),
    # companies
    ("founded", "She also founded Zelbono.", ("Company", "Zelbono"), "She also visited Zurich.", ("Company", "Zurich")),
    ("a day's short name in capitals", "The solutions firm SUN Mobility said so.", ("Company", "SUN Mobility"), "On Sun the shop is shut.", ("Company", "Sun")),
    ("the model's tag at the beginning", "Granulate's solution helps companies optimize workloads.", ("Company", "Granulate"), "Patients said it is good. Officials announced a deal.", ("Company", "Officials")),
    ("a known acronym that ends like another word", "CDW hired a new chief.", ("Company", "CDW"), "CDS hired a new chief.", ("Company", "CDS")),
    ("invested in", "Microsoft invested $1.5 billion in Zeta42 in April.", ("Company", "Zeta42"), "Microsoft trusted 15 people in Zeta42 in April.", ("Company", "Zeta42")),
    ("two companies that a hyphen joins", "Analysts like the Microsoft-Citrix pact.", ("Company", "Citrix"), "Analysts like the Zorbix-Lumira pact.", ("Company", "Lumira")),
    ("the company's thing", "Zorbiq, the company's imaging software, is fast.", ("Product", "Zorbiq"), "Zorbiq, the company's imaging chief, is fast.", ("Product", "Zorbiq")),
    ("a ticker after an ordinary word", "Elastic (NYSE: ESTC) grew.", ("Company", "Elastic"), "Elastic (and cheap) bands grew.", ("Company", "Elastic")),
    ("a fuller name of the text", "Novartis paid for Avidity Biosciences. Avidity chief Jane Miller agreed.", ("Person", "Jane Miller"), "Novartis paid for it. Avidity of that kind is rare.", ("Company", "Avidity")),
    ("based in a town", "Toronto-based Analytics 4 Life grew.", ("Company", "Analytics 4 Life"), "NVME-based Storage Target Management grew.", ("Company", "Storage Target Management")),
    ("a firm's fund", "K12, Microsoft's venture fund, grew.", ("Company", "K12"), "K12, Microsoft's imaging software, grew.", ("Company", "K12")),
    ("a saint's", "Nurses joined St. Joseph's Health System.", ("Organization", "St. Joseph's Health System"), "Nurses joined Zorba's Health System.", ("Organization", "Zorba's Health System")),
    ("a name that begins small after a stop", "Doctors like it. iCAD said so.", ("Company", "iCAD"), "Doctors like it. vCPUs said so.", ("Company", "vCPUs")),
    ("what is launched for a platform", "It announced the launch of Zorbix for Microsoft Azure.", ("Product", "Zorbix for Microsoft Azure"), "It announced support of Zorbix for Microsoft Azure.", ("Product", "Zorbix for Microsoft Azure")),
    ("an office of several words before a firm", "A view by Rodrigo Estrella, Architecture Services Director, NEORIX - The digital economy is here.", ("Company", "NEORIX"), "A view by Rodrigo Estrella, Corporate Vice President, Communications - The digital economy is here.", ("Company", "Communications")),
    ("its director of something", "Marlowe Battery’s director of IT likes it.", ("Company", "Marlowe Battery"), "Marlowe Battery’s degree of wear is low.", ("Company", "Marlowe Battery")),
    # terms, lists and careers
    ("an acronym behind an article", "Zelbo Inc. bought a QVNO that sells plans.", ("Company", "Zelbo"), "Zelbo Inc. bought a QVNO that sells plans in Spain.", ("Company", "QVNO")),
    ("an acronym that small words spell out", "It makes driver aid systems (DAS) for Zelbo Inc. now.", ("Company", "Zelbo"), "It makes zonal driver aid systems (ZDAS). The firm Zelbo Inc. bought ZDAS.", ("Company", "ZDAS")),
    ("seated, whatever it is called", "They agreed to buy Friendly Marlow, the Boise-headquartered QVNO that sells plans.", ("Company", "Friendly Marlow"), "They agreed to see Boise, the state's capital.", ("Company", "Boise")),
    ("where somebody was chief", "Hale was COO at Serenity and worked for Verdant.", ("Company", "Serenity"), "Hale was at peace with Serenity and with nature.", ("Company", "Serenity")),
    ("whom somebody worked for", "Hale was COO at Serenity and worked for Verdant.", ("Company", "Verdant"), "Hale was glad and worked for Marketing.", ("Company", "Marketing")),
    ("what somebody headed", "Hale previously headed Serenity and left.", ("Company", "Serenity"), "Hale previously headed Engineering and left.", ("Company", "Engineering")),
    ("written small where somebody was chief", "She was CTO at zelbix for years.", ("Company", "zelbix"), "She was CTO at daybreak for years.", ("Company", "daybreak")),
    ("who was outbid", "The sources said that Cinder Network and Pallas were outbid.", ("Company", "Cinder Network"), "The sources said that Cinder Network and Pallas were red.", ("Company", "Cinder Network")),
    ("whose founder is named", "A group around Orbit Mobile founder Tom Hale bought it.", ("Company", "Orbit Mobile"), "A group around Orbit Mobile users bought it.", ("Company", "Orbit Mobile")),
    ("rivals at the beginning", "Rivals Cascade and Simply Home have banked $100 million.", ("Company", "Simply Home"), "Cascade and Simply Home have lasted long.", ("Company", "Simply Home")),
    ("two tablets", "Orbixo Inc. sells Lantern and Sparrow, two tablets for nurses.", ("Product", "Sparrow"), "Orbixo Inc. sees Lantern and Sparrow, two rivals of old.", ("Product", "Sparrow")),
    ("three startups", "It took in Pollen and Zelanto, three startups from Porto.", ("Company", "Zelanto"), "It took in Pollen and Zelanto, three drugs from Porto.", ("Company", "Zelanto")),
    ("priced", "Priced at $900, Horizon weighs 60 grams.", ("Product", "Horizon"), "Launched by $900, Horizon hired 60 people.", ("Product", "Horizon")),
    ("a plug-in for another", "The team has put the Datadog Plug-in for Okta to work.", ("Product", "Datadog Plug-in for Okta"), "The team has put the Datadog plug-in for Okta to work.", ("Product", "Datadog Plug-in")),
    ("a connector for another", "They like the Veeam Connector for ServiceNow a lot.", ("Product", "Veeam Connector for ServiceNow"), "They like the Veeam gift for ServiceNow a lot.", ("Product", "Veeam gift for ServiceNow")),
    ("plain words behind a known firm", "Buyers on Visa Payables Automation can settle invoices.", ("Product", "Visa Payables Automation"), "Buyers at Siemens Mobility can settle invoices.", ("Product", "Siemens Mobility")),
    ("security of a known firm", "Teams run Splunk Enterprise Security there.", ("Product", "Splunk Enterprise Security"), "Teams met Zelvo Enterprise Security there.", ("Product", "Zelvo Enterprise Security")),
    ("a class of cars", "Volvo showed its Concept EX Class in May.", ("Product", "Concept EX Class"), "Volvo raised its Series B in May.", ("Product", "Series B")),
    ("a body for two fields", "She works at the agency's Center for Devices and Radiological Health in Maryland.", ("Organization", "Center for Devices and Radiological Health"), "She works at the Center for Devices and Jane Miller does not.", ("Organization", "Center for Devices and Jane Miller")),
    ("an ordinal without an article", "It bought the startup 9th Orbit for cash.", ("Company", "9th Orbit"), "It met at the 9th Orbit Summit for cash.", ("Company", "9th Orbit")),
    ("a figure before small letters", "9orbs, a Boston startup, raised money.", ("Company", "9orbs"), "About 12million dollars, a big sum, was raised.", ("Company", "12million")),
    ("an ordinary word behind New and a town", "They bought the Dallas-based New Lantern, a consultancy.", ("Company", "New Lantern"), "They chose a Dallas-based new lantern maker.", ("Company", "New Lantern")),
    ("Sun, no day of the week", "The purchase of Sun Orbitals in 2010 was dear.", ("Company", "Sun Orbitals"), "On Sun the purchase of Orbitals was dear.", ("Company", "Sun Orbitals")),
    ("General, no rank", "The money is there. General Meridian led $3 million for Zelbo Inc. in May.", ("Company", "General Meridian"), "The money is there. General Hoover led 3 million men of Zelbo Inc. in May.", ("Company", "General Hoover")),
    ("dubbed so at the beginning", "Orbixo Inc. launched a scanner. Dubbed Lumira, it weighs two kilos.", ("Product", "Lumira"), "Orbixo Inc. launched a scanner. Dubbed Lumira, it weighs two kilos.", ("Product", "Dubbed Lumira")),
    ("capitals behind a digit", "Australian telco 7QX has agreed to pay.", ("Company", "7QX"), "The telco 8GB has agreed to pay.", ("Company", "8GB")),
    # places
    ("headquartered in", "Zelbo Inc., headquartered in Ottendorf, has a plan.", ("Place", "Ottendorf"), "Zelbo Inc., said to be based on Ottendorf, has a plan.", ("Place", "Ottendorf")),
    ("the hospital in", "The hospital in Nor-Wes-Bay has a plan.", ("Place", "Nor-Wes-Bay"), "The belief in Nor-Wes-Bay has a plan.", ("Place", "Nor-Wes-Bay")),
    ("the county of", "It stands in the neighbouring county of Ost-Agmark.", ("Place", "Ost-Agmark"), "It is the latest release of Ost-Agmark.", ("Place", "Ost-Agmark")),
    ("a town of a state, whatever its last word", "Inovelle of Zelbury Church, Va., has a plan.", ("Place", "Zelbury Church"), "The pastor of Zelbury Church has a plan.", ("Place", "Zelbury Church")),
    ("a town that begins like a firm", "Zelbo Inc. (Abbott Park, Illinois) has a plan.", ("Place", "Abbott Park"), "Zelbo Inc. (Abbott Park, Orbixo) has a plan.", ("Place", "Abbott Park")),
    ("the code of a state behind an unlisted town", "Orbixo Systems of Otterdorf, CT, has a plan.", ("Place", "Otterdorf"), "The makers of Otterdorf, CT, and other scans have a plan.", ("Place", "Otterdorf")),
    ("a new town that opens a sentence", "New Hyde Park, N.Y.-based Zelbo Health has a plan.", ("Place", "New Hyde Park"), "New Microsoft Azure tools help Zelbo Health.", ("Place", "New Microsoft")),
    ("a direction before a state in a name", "Southern Arizona Urgent Care has nine clinics.", ("Company", "Southern Arizona Urgent Care"), "Southern Arizona Jane Miller has nine clinics.", ("Company", "Southern Arizona Jane Miller")),
    ("a city that acts", "The City of Tukwiler has picked Zelbo Inc. for it.", ("Organization", "City of Tukwiler"), "In the city of Tukwiler it rains.", ("Organization", "city of Tukwiler")),
    ("a firm's town", "Nurses work at the Bothell law firm Zelbono Inc. now.", ("Place", "Bothell"), "Nurses work at the Zorbell arm of Zelbono Inc. now.", ("Place", "Zorbell")),
    ("a town before its state, and based", "Mobile, Ala.-based Zelbono Inc. grew.", ("Place", "Mobile"), "Mobile, fast and cheap-based tools grew.", ("Place", "Mobile")),
    ("a degree that is a state's code too", "Jane Chandler, MD, who runs it, agreed.", ("Person", "Jane Chandler"), "Jane Chandler, MD, who runs it, agreed.", ("Place", "Maryland")),
    ("a given name that is a company's too, named to an office", "Alan Zarlow was named chief of surgery.", ("Person", "Alan Zarlow"), "Alan Zarlow 3 was named best tool.", ("Person", "Alan Zarlow 3")),
    # no names
    ("a quarter", "They use Zorba20 software.", ("Product", "Zorba20"), "Microsoft told FY20 results.", ("Product", "FY20")),
    ("an event by its year", "They met at Zerocon in May. Zerocon Corp. said so.", ("Company", "Zerocon"), "They met at DesignCon 2021 in May.", ("Company", "DesignCon")),
    ("a company's team", "She uses Microsoft Zeta SDK.", ("Product", "Microsoft Zeta SDK"), "She joined the Microsoft ZLG team.", ("Product", "Microsoft ZLG")),
    ("what Acme sells", "She uses Google Cloud Platform.", ("Product", "Google Cloud Platform"), "She uses Microsoft Cloud Services.", ("Product", "Microsoft Cloud Services")),
    ("a county", "It serves Rutlandshire villages.", ("Place", "Rutlandshire"), "It serves Zorbit villages.", ("Place", "Zorbit")),
    ("said with an auxiliary", "ZELB has announced a plan.", ("Company", "ZELB"), "ZELB has grown a lot.", ("Company", "ZELB")),
    ("what does something with its own", "ZLR brings its software to nurses in May.", ("Company", "ZLR"), "ZLR brings some software to nurses in May.", ("Company", "ZLR")),
    ("said behind an apposition", "Zelbono, the leading security solution for email, announced a tool.", ("Company", "Zelbono"), "Zelbono, the leading security solution for email, announced support for Azure.", ("Company", "Zelbono")),
    ("a noun that an and joins to the company's", "Zelbono, a leading technology and legal services company, grew.", ("Company", "Zelbono"), "Zelbono, a leading technology and its tools, grew.", ("Company", "Zelbono")),
    ("provider of", "Nurses like Zelbo Journey, provider of tools.", ("Company", "Zelbo Journey"), "Nurses like Zelbo Journey, friend of tools.", ("Company", "Zelbo Journey")),
    ("a firm in a country", "Clerks met Zelbono Kazakhstan there.", ("Company", "Zelbono Kazakhstan"), "Clerks met Jane Kazakhstan there.", ("Company", "Jane Kazakhstan")),
    ("a newswire's mark", "RPT-Zelbono Inc. grew.", ("Company", "Zelbono"), "RPT-Zelbono Inc. grew.", ("Company", "RPT-Zelbono")),
    ("a name written small that begins a sentence", "zelbix joins a program of Microsoft.", ("Company", "zelbix"), "zelbix loves a program of Microsoft.", ("Company", "zelbix")),
    ("an office in whose name it stands", "The Department of Defense Inspector General agreed.", ("Organization", "Department of Defense"), "The Department of Defense Inspector General agreed.", ("Organization", "Department of Defense Inspector General")),
    ("powered by", "Powered by Azure, PostZel sorts mail.", ("Product", "PostZel"), "Amazed by Azure, PostZel sorts mail.", ("Product", "PostZel")),
    ("from end to end", "It sells Zelbix End-to-End Builder.", ("Product", "Zelbix End-to-End Builder"), "It sells Zelbix End-to-end.", ("Product", "Zelbix End-to-end")),
    ("launched for a platform", "Acme launches Zelbix for Microsoft Azure.", ("Product", "Zelbix for Microsoft Azure"), "Acme launches Zelbix for Microsoft Azure customers.", ("Product", "Zelbix for Microsoft Azure")),
    ("a part of a town", "It is in Midtown Atlanta.", ("Place", "Midtown Atlanta"), "It is in Zelbit Atlanta.", ("Place", "Zelbit Atlanta")),
    ("what somebody excels in", "Zelbono Inc. met experts in Zelbono Planning.", ("Company", "Zelbono"), "Zelbono Inc. is a leader in Financial Planning Solutions.", ("Company", "Financial Planning Solutions")),
    ("a people of two words", "Nurses like Sri Lanka.", ("Place", "Sri Lanka"), "Sri Lankan firms grew.", ("Person", "Sri Lankan")),
    ("a generation", "They use Zelbix 2 software.", ("Product", "Zelbix 2"), "New Gen2 pricing is out.", ("Company", "Gen2")),
    ("a word made of another", "Zelbix Inc. makes tools.", ("Company", "Zelbix"), "Choppiness hurts Microsoft.", ("Company", "Choppiness")),
    ("an ordinary word that owns something", "The hospital is rolling out Regard's insights tool.", ("Company", "Regard"), "The hospital is rolling out Patients' insights tool.", ("Company", "Patients")),
    ("a unit", "It sold its tanker unit Zelbo Tankers in May.", ("Company", "Zelbo Tankers"), "It sold its tanker Zelbo Tanker in May.", ("Company", "Zelbo Tanker")),
    ("a disease", "Zelbono Inc. said so.", ("Company", "Zelbono"), "It treats Danon disease.", ("Company", "Danon")),
    ("a legal form written small", "ICON plc and Mural Health join forces.", ("Company", "ICON"), "ICON is a word that Mural Health likes.", ("Company", "ICON")),
    ("what a firm is called in one word", "Chipmaker Zelbono grew.", ("Company", "Zelbono"), "Chipmaker Zelbono grew.", ("Company", "Chipmaker Zelbono")),
    ("a word before a role", "Jane Miller, Senior Director, Zelbono Inc., agreed.", ("Company", "Zelbono"), "Jane Miller, Senior Director, Zelbono Inc., agreed.", ("Company", "Senior")),
    ("a product's availability", "Datametica announced Pelican's availability in May.", ("Product", "Pelican"), "Datametica announced Pelican's founder in May.", ("Product", "Pelican")),
    ("what products do", "Nurses say that Zelbia plugs into Epic.", ("Product", "Zelbia"), "Nurses say that Zelbia hires into May.", ("Product", "Zelbia")),
    ("a word that stands before another", "Zelbix Inc. grew.", ("Company", "Zelbix"), "Post-COVID-19 growth and post-COVID-19 care help.", ("Company", "post-COVID-19")),
    ("an instance for another thing", "Microsoft launched Azure Managed Instance for Apache Cassandra.", ("Product", "Azure Managed Instance for Apache Cassandra"), "Microsoft launched Azure Managed Instance for banks.", ("Product", "Azure Managed Instance for banks")),
    ("a newswire in a dateline", "Feb 27 (Reuters) - Zelbo Inc. said so.", ("Company", "Zelbo"), "Feb 27 (Reuters) - Zelbo Inc. said so.", ("Company", "Reuters")),
    ("a role that two share", "Tokyo's co-CEO Kota Kubo agreed.", ("Person", "Kota Kubo"), "Co-CEO Kota Kubo agreed.", ("Person", "Co-CEO Kota Kubo")),
    ("a given name with a hyphen and a particle", "SUSE boss Dirk-Peter van Leeuwen agreed.", ("Person", "Dirk-Peter van Leeuwen"), "SUSE town Zelb-Ort van Leeuwen agreed.", ("Person", "Zelb-Ort van Leeuwen")),
    ("founders", "Its co-founders Will Uppington and Shayak Sen will join Snowflake.", ("Person", "Shayak Sen"), "Its lawyers will sue Sen. Jane Miller.", ("Person", "Sen")),
    ("a list of what was bought", "Zelbo Inc. also bought Convex and FieldRoutes.", ("Company", "FieldRoutes"), "Zelbo Inc. also uses Convex and FieldRoutes.", ("Company", "FieldRoutes")),
    ("backers", "Existing backers Altimeter and Coatue Inc. agreed.", ("Company", "Altimeter"), "Existing tools Altimeter and Coatue Inc. agreed.", ("Company", "Altimeter")),
    ("a trial of", "Zelbo Inc. is running a trial of ZelbIQ.", ("Product", "ZelbIQ"), "Zelbo Inc. is running a rival of ZelbIQ.", ("Product", "ZelbIQ")),
    ("a state in two letters", "It is in Westwood, MA.", ("Place", "Massachusetts"), "It has an MFA.", ("Place", "Massachusetts")),
    ("a chief behind an ordinary word", "Nurses agree. Intuitive CEO Dave Rosa agreed.", ("Company", "Intuitive Surgical"), "Nurses agree. Intuitive tools help.", ("Company", "Intuitive Surgical")),
    ("the company of a town", "She is head of the Westborough company.", ("Place", "Westborough"), "She is head of the firm Westborough Inc.", ("Place", "Westborough")),
    ("its arm", "Atos will sell Worldgrid, its energy consulting arm.", ("Company", "Worldgrid"), "Atos will sell Worldgrid, its energy consulting tool.", ("Company", "Worldgrid")),
    ("owned by", "AvaSure, owned by Goldman Sachs Alternatives, grew.", ("Company", "Goldman Sachs Alternatives"), "AvaSure, liked in Goldman Sachs Alternatives, grew.", ("Company", "Goldman Sachs Alternatives")),
    ("a hospital's name before the noun", "It is worn at the chain's Zelbcrest hospital.", ("Organization", "Zelbcrest"), "It is worn at the chain's Zelbcrest party.", ("Organization", "Zelbcrest")),
    ("a public body with an and in its name", "It won a contract from Customs and Border Protection.", ("Organization", "U.S. Customs and Border Protection"), "It won a contract for customs and borders.", ("Organization", "U.S. Customs and Border Protection")),
    ("a number between capitals", "Cloud 9 Infosystems announced a plan.", ("Company", "Cloud 9 Infosystems"), "Cloud 9 months grew.", ("Company", "Cloud 9")),
    ("a doctor's firm", "Dr. Sulam Zelb Medical Services Group grew.", ("Company", "Dr. Sulam Zelb Medical Services Group"), "Dr. Sulam Zelb grew.", ("Person", "Dr. Sulam Zelb")),
    ("two known firms that an ampersand joins", "The bank looked at AWS & Oracle.", ("Company", "Oracle"), "The bank looked at Zelb & Oracle.", ("Company", "Oracle")),
    ("a small word before AI", "Together AI, the cloud provider, grew.", ("Company", "Together AI"), "Together with AI, the cloud provider, grew.", ("Company", "Together AI")),
    ("plain words that launch something", "Data Intensity announced the launch of it.", ("Company", "Data Intensity"), "Data Scientists announced the launch of it.", ("Company", "Data Scientists")),
    ("a slogan", "Zelbono, a Trusted AI Company, grew.", ("Company", "Zelbono"), "Zelbono, the Trusted AI Company, grew.", ("Company", "Trusted AI")),
    ("a center for something", "It runs at the Zelben Center for Advanced Computing.", ("Organization", "Zelben Center for Advanced Computing"), "It runs on the Azure Center for SAP solutions.", ("Organization", "Azure Center for SAP")),
    ("a network of computers", "Bell launched Zelb Fabric, a supercomputing network.", ("Product", "Zelb Fabric"), "Bell launched Zelb Fabric, a hospital network.", ("Product", "Zelb Fabric")),
    ("a hospital for children", "Children's Minnesota has signed a contract with Sectra.", ("Organization", "Children's Minnesota"), "Zelbo Minnesota has signed a contract with Sectra.", ("Organization", "Zelbo Minnesota")),
    ("chips of a maker", "It runs Nvidia H100 GPUs.", ("Product", "Nvidia H100"), "It runs Nvidia H100 GPUs.", ("Product", "Nvidia H100 GPUs")),
    ("a department of which somebody is vice president", "Jane Miller, Vice President of Zelbono Inc., agreed.", ("Company", "Zelbono"), "Jane Miller, Vice President of Modern Life, agreed.", ("Company", "Modern Life")),
    ("a product of a country's", "Its UK Azure regions grew.", ("Product", "Microsoft Azure"), "Its UK Azure regions grew.", ("Product", "UK Azure")),
    ("half of what an offer is called", "It launched three new Zelbix Solutions offerings.", ("Company", "Zelbix Solutions"), "It launched three new Data and Analytics Solutions offerings.", ("Company", "Analytics Solutions")),
    ("a sentence whose words are short", "Mike Donnelly is CIO of Zelbo Health Partners in Easton.", ("Company", "Zelbo Health Partners"), "Why It Is Good To Be a Partner in Easton", ("Person", "Mike Donnelly")),
    ("a language", "It works on its programming language Zelbit.", ("Product", "Zelbit"), "It works on its programming with Zelbit.", ("Product", "Zelbit")),
    ("capitals inside the last word", "Nurses use Zelbinet RiskOps to help.", ("Product", "Zelbinet RiskOps"), "Nurses use Jane McRiskon to help.", ("Product", "Jane McRiskon")),
    ("a place's program", "It sold the Zelbit Health Group business.", ("Company", "Zelbit Health Group"), "It sold Zelbit Inc.'s California Medicare business.", ("Company", "California Medicare")),
    ("a ministry", "It was made by the Ministry of Transport and Communications.", ("Organization", "Ministry of Transport and Communications"), "It was made by Zelbon Communications.", ("Organization", "Zelbon Communications")),
    ("a rival", "Rival Whoop launched a strap. It beat Oura.", ("Company", "Whoop"), "Rival Whoop launched a strap. It beat Oura.", ("Company", "Rival Whoop")),
    ("what tools are of", "It tests Azure Stream Analytics now.", ("Product", "Azure Stream Analytics"), "The Azure Stream Analytics CI/CD tools are good.", ("Product", "Azure Stream Analytics CI")),
    ("a people in short", "Brit firm Zelbono Inc. grew.", ("Company", "Zelbono"), "Brit firm Zelbono Inc. grew.", ("Company", "Brit")),
    ("an owner that ends in s", "Secureworks' Zelgis XDR will be sold by Dell.", ("Product", "Zelgis XDR"), "Secureworks and Zelgis XDR will be sold by Dell.", ("Product", "Zelgis XDR")),
    ("competes with", "Amperity competes with Segment, owned by Twilio.", ("Company", "Segment"), "Amperity competes in Segment, liked by Twilio.", ("Company", "Segment")),
    ("an ordinal before a word that is none", "It bought Meducation from First Databank in May.", ("Company", "First Databank"), "It bought Meducation from First Nurses in May.", ("Company", "First Nurses")),
    ("a center of care behind a place", "She works at Long Island Jewish Medical Center.", ("Organization", "Long Island Jewish Medical Center"), "She works on the Long Island Data Center.", ("Organization", "Long Island Data Center")),
    ("announced on a day", "Wind River on Monday announced that it joins the club.", ("Company", "Wind River"), "Wind River on Monday was quiet.", ("Company", "Wind River")),
    ("a small name behind what a firm is called", "The data company dunnhumby is ready.", ("Company", "dunnhumby"), "The data people dunnhumby is ready.", ("Company", "dunnhumby")),
    ("a New in the name of a town", "Nurses work in New Hyde Park, N.Y., now.", ("Place", "New Hyde Park"), "Nurses like New Azure tools.", ("Product", "New Azure")),
    ("a state in stops", "It is in Zelbury, N.Y., now.", ("Place", "New York"), "It is in Zelbury, N.B., now.", ("Place", "New York")),
    ("chips", "It gives them Zelbwell GPUs.", ("Product", "Zelbwell"), "It gives them Zelbwell roses.", ("Product", "Zelbwell")),
    ("plain words with a kind of firm", "Thinking Machines Lab, the startup behind it, grew.", ("Company", "Thinking Machines Lab"), "Thinking Machines, which help, grew.", ("Company", "Thinking Machines")),
    ("a number that begins a firm's name", "Two Chairs, a mental health startup, grew.", ("Company", "Two Chairs"), "Two Chairs, which help, broke.", ("Company", "Two Chairs")),
    ("a small word inside what was bought", "Cognizant bought New Signature in May.", ("Company", "New Signature"), "Cognizant likes New Signature in May.", ("Company", "New Signature")),
    ("recovery from disasters", "It announced availability of its software, ZelStream DR, today.", ("Product", "ZelStream DR"), "It announced availability of its software, Zelstream CEO, today.", ("Product", "Zelstream CEO")),
    ("an adjective before a known firm", "It has Microsoft Cloud Products.", ("Product", "Microsoft Cloud Products"), "It has Flexible Microsoft Cloud Products.", ("Company", "Flexible Microsoft Cloud Products")),
    ("part of", "Zelsense Weller, part of Microsoft, agreed.", ("Company", "Zelsense Weller"), "Zelsense Weller, fan of Microsoft, agreed.", ("Company", "Zelsense Weller")),
    ("an edition for a field", "It uses NVIDIA Zelsaac for Healthcare now.", ("Product", "NVIDIA Zelsaac for Healthcare"), "It uses NVIDIA Zelsaac for healthcare now.", ("Product", "NVIDIA Zelsaac for healthcare")),
    ("an insurer of a state", "Blue Shield of California agreed.", ("Company", "Blue Shield of California"), "Sonova of California agreed.", ("Company", "Sonova of California")),
    ("what firms did with their own", "Ontrak lost its largest customer in 2021. Ontrak fell.", ("Company", "Ontrak"), "Patients lost their largest hospital in 2021.", ("Company", "Patients")),
    ("a hospital that gives money", "It raised $5 million from CVS Health, Zelmann Health System and Pinta Partners.", ("Organization", "Zelmann Health System"), "It raised $5 million from CVS Health, Zelmann Sound System and Pinta Partners.", ("Organization", "Zelmann Sound System")),
    ("a purchase of", "Mitel has closed its purchase of Unify from Atos.", ("Company", "Unify"), "Mitel has closed its kind of Unify from Atos.", ("Company", "Unify")),
    ("led by somebody", "The firm is led by Dmitry Zagalovskiy.", ("Person", "Dmitry Zagalovskiy"), "The firm is led by Zelbono Partners.", ("Person", "Zelbono Partners")),
    ("an office in a byline", "Teams By Allison Radecki, CIO, Zeam Zuntory - it is good.", ("Company", "Zeam Zuntory"), "Teams By Allison Radecki, CIO, Zeam Zuntory - it is good.", ("Person", "Zeam Zuntory")),
    ("a name before AI", "It will wind down Zargo AI, its venture.", ("Company", "Zargo AI"), "It will wind down Zargo IT, its venture.", ("Company", "Zargo IT")),
    ("a legal form of Malaysia", "Zelcom Axiata Berhad agreed.", ("Company", "Zelcom Axiata Berhad"), "Zelcom Axiata Berhan agreed.", ("Company", "Zelcom Axiata Berhad")),
    ("a hyphen behind a known firm", "Analysts like the Microsoft-AccuWeather partnership.", ("Company", "AccuWeather"), "Analysts like the Microsoft-native partnership.", ("Company", "native")),
    ("an amount of data", "It grew from Zelb.", ("Company", "Zelb"), "It grew from 5 TB to 200 TB.", ("Company", "TB")),
    ("a portfolio", "It sells its Zelballic Software-as-a-Service portfolio.", ("Product", "Zelballic"), "It sells its Zelballic Software-as-a-Service shares.", ("Product", "Zelballic Software-as-a-Service")),
    ("a body inside a hospital", "She works at Mayo Clinic. Mayo Clinic Platform grew.", ("Organization", "Mayo Clinic"), "She works at Mayo Clinic Platform.", ("Organization", "Mayo Clinic")),
    ("a product before an ampersand", "It uses Azure IoT Central & Zelb Video Analytics.", ("Product", "Azure IoT Central"), "It uses Azure IoT Central & Zelb Video Analytics.", ("Product", "Azure IoT Central & Zelb Video Analytics")),
    ("capitals that are a word too", "RIB Zelbeider Group announced new tools.", ("Company", "RIB Zelbeider Group"), "RIB Zelbeider has announced a plan.", ("Person", "RIB Zelbeider")),
    ("what an analyst is of", "Industry Analyst Patrick Moorhead agreed.", ("Person", "Patrick Moorhead"), "Ranked Industry Analyst Patrick Moorhead agreed.", ("Company", "Ranked Industry")),
    ("a number of known things", "Get 6 Microsoft Azure courses for $35.", ("Product", "Microsoft Azure"), "Get 6 Microsoft Azure courses for $35.", ("Product", "6 Microsoft Azure")),
    ("a town behind a firm", "Zelbento, Montreal, has released tools.", ("Place", "Montréal"), "Zelbento, Montreal, has released tools.", ("Company", "Montreal")),
    ("a startup whose name looks like a plural", "SK Telecom backs chip startup Rebellions now.", ("Company", "Rebellions"), "SK Telecom backs chip startup Executives now.", ("Company", "SK Telecom Executives")),
    ("a small name with its legal form", "Kiteworks had acquired zelbemo ag, a vendor.", ("Company", "zelbemo"), "Kiteworks had acquired zelbemo tools, a vendor.", ("Company", "zelbemo")),
    ("a department of an office at a firm", "Alex Gallagher, VP of Cloud GTM at Canonical, agreed.", ("Company", "Canonical"), "Alex Gallagher, VP of Cloud GTM at Canonical, agreed.", ("Company", "Cloud GTM")),
    ("its rival", "Zelbmed, its local rival, grew.", ("Company", "Zelbmed"), "Zelbmed, its local tool, grew.", ("Company", "Zelbmed")),
    ("capitals owned by another", "QTS, owned by Blackstone, has land.", ("Company", "QTS"), "QTS, loved by Blackstone, is it.", ("Product", "QTS")),
    ("a phrase in capitals", "It has Zelbix Cloud for Financial Services.", ("Product", "Zelbix Cloud for Financial Services"), "It is good for Financial Services.", ("Product", "Financial Services")),
    ("what bears its maker's name for a platform", "It announced New Relic for Azure, an integration.", ("Product", "New Relic for Azure"), "It announced New Relic for Azure customers.", ("Product", "New Relic for Azure")),
    # phrases that only firms complete
    ("to keep pace with", "The bank wants to keep pace with K34 and Bonzolo.", ("Company", "K34"), "The bank wants to keep talks with K34 going.", ("Company", "K34")),
    ("ahead of, in a list", "It is worth more, ahead of OPay and Finch Cash.", ("Company", "Finch Cash"), "It is worth more than Cash and gold.", ("Company", "Cash")),
    ("according to", "According to Wagescale, jobs pay well.", ("Company", "Wagescale"), "According to Jane Miller, jobs pay well.", ("Company", "Jane Miller")),
    ("a spokesman for", "A spokesman for Sonata told us so.", ("Company", "Sonata"), "A taste for Sonata music helps.", ("Company", "Sonata")),
    ("shares of", "Shares of Beacon fell on Friday.", ("Company", "Beacon"), "Rays of Beacon fell on us.", ("Company", "Beacon")),
    ("values somebody at", "The round values Beacon at $4 billion.", ("Company", "Beacon"), "The firm values Beacon hills in all.", ("Company", "Beacon")),
    ("acquiring an unknown name", "It would like to acquire Zinfineon.", ("Company", "Zinfineon"), "It would like to acquire Skills.", ("Company", "Skills")),
    ("a merger of", "The merger of Zista and Kestrel is done.", ("Company", "Kestrel"), "The song of Zista and Kestrel is done.", ("Company", "Kestrel")),
    ("spun off", "The group spun off Zumovio in May.", ("Company", "Zumovio"), "The group took off Sunday in May.", ("Company", "Sunday")),
    ("a regulator fined", "It fined Vantage and two other lenders.", ("Company", "Vantage"), "It found Vantage points and two other places.", ("Company", "Vantage")),
    ("came from", "Competition came from Ziguire and Agility.", ("Company", "Agility"), "Their laughter came from Agility.", ("Company", "Agility")),
    ("an order went to", "The order went to Zalstom, beating Hitachi Rail.", ("Company", "Hitachi Rail"), "He took Samsung Power Bank along.", ("Company", "Samsung Power Bank")),
    ("among its customers", "Acme Inc. counts Zyft, Gusto and Notion among its customers.", ("Company", "Gusto"), "Acme Inc. has Zeal, Gusto and Notion of it.", ("Company", "Gusto")),
    ("and other lenders", "Zantage and other lenders agreed.", ("Company", "Zantage"), "Zantage and other tools agreed.", ("Company", "Zantage")),
    ("the bidders are", "The bidders are Zinven, Anchor and EQT.", ("Company", "Anchor"), "The tools are Zinven, Anchor and Hammer.", ("Company", "Hammer")),
    ("at a firm, we", "At Zorba Market Intelligence, we tell all.", ("Company", "Zorba Market Intelligence"), "At Easter, we tell all.", ("Company", "Easter")),
    ("a firm's chief in other words", "It does not help, says Zexotec supremo Jane Miller.", ("Company", "Zexotec"), "It does not help, says Zexotec supremo Jane Miller.", ("Person", "Zexotec")),
    ("a firm's provider by country", "Zode4, UK provider of clouds, won.", ("Company", "Zode4"), "Zode4, UK edition of clouds, won.", ("Company", "Zode4")),
    ("a challenger of banks", "We wrote about Daylight, a focused neobank whose boss left.", ("Company", "Daylight"), "We wrote about Daylight, a focused beam whose colour left.", ("Product", "Daylight")),
    ("a paper", "As told to Zelbase News in May.", ("Company", "Zelbase News"), "As told in Stock Market News in May.", ("Company", "Stock Market News")),
    ("teamed up with a name", "Ford teamed up with Zkiff Energy in 2021.", ("Company", "Ford"), "Police teamed up with Zkiff Energy in 2021.", ("Company", "Police")),
    ("put money into a name", "Chime has invested $40 million in Zkiff Energy.", ("Company", "Chime"), "Half was invested in Zkiff Energy.", ("Company", "Half")),
    ("is working with a name", "Harbor is working with Zkiff Energy.", ("Company", "Harbor"), "Procurement is working with Zkiff Energy.", ("Company", "Procurement")),
    ("struck a deal", "Mercy struck a deal with Zkiff Energy.", ("Company", "Mercy"), "Lightning struck a tree of Zkiff Energy.", ("Company", "Lightning")),
    ("one and another have", "Ford and Zkiff Energy have teamed up.", ("Company", "Ford"), "Guidance and Zkiff Energy fell.", ("Company", "Guidance")),
    ("has acquired", "Notion has acquired Zkiff.", ("Company", "Notion"), "Management has acquired Zkiff.", ("Company", "Management")),
    # nouns behind a name
    ("somebody's thing", "Hospitals use Zarowd Inc.'s Falcon security platform.", ("Product", "Falcon"), "Hospitals like Zarowd Inc.'s Falcon handlers.", ("Product", "Falcon")),
    ("several of somebody's things", "It is sold with Zelbo Inc.'s Sunrise, Meridian and Opal tools.", ("Product", "Meridian"), "It is sold with Zelbo Inc., Meridian and Opal Inc. today.", ("Product", "Meridian")),
    ("what a suite comprises", "The suite comprises Ledger, Pulse and Atlas modules.", ("Product", "Ledger"), "The day comprises Ledger, Pulse and Atlas talks.", ("Product", "Ledger")),
    ("three products", "It sells three products, Harbor, Lantern and Zipline, to banks.", ("Product", "Lantern"), "It sells to three towns, Harbor, Lantern and Zipline, in May.", ("Product", "Lantern")),
    ("kept as its system", "The hospital kept Zintas as its PACS.", ("Product", "Zintas"), "The hospital kept Zintas as its adviser.", ("Product", "Zintas")),
    ("is designed to", "Zelbix Model Lab is designed to solve it.", ("Product", "Zelbix Model Lab"), "Zelbix Model Lab is hiring to solve it.", ("Product", "Zelbix Model Lab")),
    ("a system called", "It will deliver a system called Zastword to us.", ("Product", "Zastword"), "It will deliver a firm called Zastword to us.", ("Product", "Zastword")),
    ("a chip by its number", "Sales of NVIDIA's H35 stopped.", ("Product", "H35"), "Sales in H1 and Q3 stopped.", ("Product", "H1")),
    ("a protein", "It tests the antibody ZLX-010 now.", ("Product", "ZLX-010"), "It tests a PD-1 inhibitor now.", ("Product", "PD-1")),
    ("a version behind small letters", "We sell amplozy4.0 in shops.", ("Product", "amplozy4.0"), "We sell version4.0 in shops.", ("Company", "version4.0")),
    ("a firm's thing of an ordinary name", "It is sold with Zabbott's Proclaim in May.", ("Product", "Proclaim"), "It is sold with Zabbott's Board in May.", ("Product", "Board")),
    ("formerly of", "Jane Miller, formerly of Sapient, joins.", ("Company", "Sapient"), "Jane Miller, fond of Sapient beings, joins.", ("Company", "Sapient")),
    # public bodies
    ("an alliance of", "The South East Alliance of Rural Care has grown.", ("Organization", "South East Alliance of Rural Care"), "The South East Alliance of Rural Care has grown.", ("Company", "Rural Care")),
    ("two fields of a hospital", "The Marlowe Surgery and Rehabilitation Hospital has it.", ("Organization", "Marlowe Surgery and Rehabilitation Hospital"), "The Marlowe Surgery and Stanford Hospital have it.", ("Organization", "Marlowe Surgery and Stanford Hospital")),
    ("members of a college", "The Royal College of Physicians and Surgeons asked.", ("Organization", "Royal College of Physicians and Surgeons"), "The Royal College of Physicians and Patients asked.", ("Organization", "Royal College of Physicians and Patients")),
    ("several fields of an agency", "The Agency for Science, Technology and Research helps.", ("Organization", "Agency for Science, Technology and Research"), "The Agency for Science, Zelbo and Research helps.", ("Organization", "Agency for Science, Zelbo and Research")),
    ("the crown's", "A petition came from HM Courts and Tribunals Service.", ("Organization", "HM Courts and Tribunals Service"), "A petition came from Zelbo Courts and Tribunals.", ("Organization", "Zelbo Courts and Tribunals")),
    ("forces", "The Zealand Defense Forces tested it.", ("Organization", "Zealand Defense Forces"), "The Zealand Defense Systems tested it.", ("Organization", "Zealand Defense Systems")),
    # persons
    ("an initial that is a word", "It came after Dennis A. Zuilenburg resigned.", ("Person", "Dennis A. Zuilenburg"), "It came after Dennis A. Zuilenburg resigned.", ("Company", "Dennis")),
    ("a given name of a town with an initial", "It was Mary K. Zorbe who left.", ("Person", "Mary K. Zorbe"), "It was Mary K. Zorbe who left.", ("Place", "Mary")),
    ("a field behind somebody's office", "They write so, says Jane Miller, Vice President, Clinical Informatics, in the new book.", ("Person", "Jane Miller"), "They write so, says Jane Miller, Vice President, Clinical Informatics, in the new book.", ("Company", "Clinical Informatics")),
    # no names
    ("what an acronym means", "The EDA (Electronic Design Automation) people agreed with Zelbono Inc.", ("Company", "Zelbono"), "The EDA (Electronic Design Automation) people agreed with Zelbono Inc.", ("Company", "Electronic Design Automation")),
    ("a rank among many", "It is one of Zelbono Inc.'s TOP 5 Azure partners.", ("Company", "Zelbono"), "It is one of Zelbono Inc.'s TOP 5 Azure partners.", ("Company", "5 Azure")),
    ("an examination", "Take the ZX-350 Microsoft Azure exam.", ("Product", "Microsoft Azure"), "Take the ZX-350 Microsoft Azure exam.", ("Company", "ZX-350 Microsoft Azure")),
    ("a denial", "Zelbono Inc. is good.", ("Company", "Zelbono"), "Wouldn't it be good?", ("Company", "Wouldn")),
    ("a sentence begun anew", "In association with Zelgo Zelgo has grown.", ("Company", "Zelgo"), "In association with Zelgo Zelgo has grown.", ("Company", "Zelgo Zelgo")),
    ("a branch of industry", "FinTechs like Zelbo and Kranvo grew.", ("Company", "Zelbo"), "FinTechs like Zelbo and Kranvo grew.", ("Company", "FinTechs")),
    ("the trust in general", "The Zelbo Hospital agreed.", ("Organization", "Zelbo Hospital"), "It is good for the Trust's hospitals.", ("Company", "Trust")),
    # bodies with a possessive, a state or a "for" inside; criminals; plans
    ("a trust of two saints or towns", "Kelm's and St Osric's Foundation Trust went live.", ("Organization", "Kelm's and St Osric's Foundation Trust"), "Kelm's and Zorba's nurses told the Foundation Trust so.", ("Organization", "Kelm's and Zorba's")),
    ("a trust named after a saint", "Marlow and St Aldan's Foundation Trust went live.", ("Organization", "Marlow and St Aldan's Foundation Trust"), "Marlow and St Aldan's nurses went live.", ("Organization", "Marlow and St Aldan's")),
    ("a state inside a hospital's name", "Dellingham (Minn.) Medical Center will use the software.", ("Organization", "Dellingham Medical Center"), "Dellingham (Minn.) Orbix software will be used.", ("Organization", "Dellingham Orbix")),
    ("a body of the health service for something", "NHS Planning for Care has agreed the contract.", ("Organization", "NHS Planning for Care"), "NHS Digital for Orbix was a source of money.", ("Organization", "NHS Digital for Orbix")),
    ("a health service behind a town, before a plural", "It was told by three Leeds NHS trusts today.", ("Organization", "NHS"), "It was told by three Leeds NHS trusts today.", ("Organization", "Leeds NHS")),
    ("a health plan", "The server of Santa Belisa Family Health Plan failed.", ("Organization", "Santa Belisa Family Health Plan"), "The server of Santa Belisa Family Plan failed.", ("Organization", "Santa Belisa Family Plan")),
    ("a ransomware gang", "Ransomware gang Krox claimed the attack.", ("Organization", "Krox"), "Insurance giant Krox claimed the money.", ("Organization", "Krox")),
    ("a gang's kind behind its name", "The Vorlag ransomware group has listed it.", ("Organization", "Vorlag"), "The Vorlag insurance group has listed it.", ("Organization", "Vorlag")),
    ("a public body before its project", "The Defense Department NORVIK contract grew.", ("Organization", "Department of Defense"), "The Defense Department NORVIK contract grew.", ("Organization", "Defense Department NORVIK")),
    ("a town that is a word, before its state", "Mobile, Ala.-based Brennan Health told patients.", ("Place", "Mobile"), "Mobile phones told patients nothing.", ("Place", "Mobile")),
    # firms told by the words around them
    ("a firm behind what it is called and a comma", "Records were exposed at a billing vendor, Central Claims Consultants.", ("Company", "Central Claims Consultants"), "Records were exposed at an open fair, Central Claims Days.", ("Company", "Central Claims Days")),
    ("a firm by its officer", "Former Beacon executive Tom Hale joined the board.", ("Company", "Beacon"), "Former Finance chief Tom Hale joined the board.", ("Company", "Finance")),
    ("a firm by its officer at the beginning", "Harbor CEO Jane Miller said the deal would close soon.", ("Company", "Harbor"), "Hospital CEO Jane Miller said the deal would close soon.", ("Company", "Hospital")),
    ("one chosen over another", "The hospital chose Harbor over Beacon for its records.", ("Company", "Beacon"), "The hospital moved over Beacon Hill for its records.", ("Company", "Beacon")),
    ("sellers in the plural", "We know the vendors Harbor and Ribbon well.", ("Company", "Harbor"), "We know the towns Harbor and Ribbon well.", ("Company", "Harbor")),
    ("what a single word does as firms do", "The lawsuit says Beacon stole trade secrets.", ("Company", "Beacon"), "The lawsuit says Beacon lights are trade secrets.", ("Company", "Beacon")),
    ("an ordinary word among firms, before a verb", "Developers from Amazon, Google, Ericsson and Flick take part.", ("Company", "Flick"), "Developers from Amazon, Google, Ericsson and Cloud vendors take part.", ("Company", "Cloud")),
    ("a ranked partner", "Rita Gentel, Alliance Enablement Director at APN Premier Consulting Partner Slant, expects more talent.", ("Company", "Slant"), "Rita Gentel, Alliance Enablement Director at APN Premier Consulting Partner Slant, expects more talent.", ("Company", "APN")),
    # products
    ("what it is called, in capitals", "The agency cleared AI Stroke Triage Device VelaBrain.", ("Product", "VelaBrain"), "The agency cleared AI Stroke Triage Device VelaBrain.", ("Product", "AI Stroke Triage Device VelaBrain")),
    ("what a version is of", "Vexmark Inc. announced Version 3.0 of the Vexmark Mesh Operator for Kubernetes.", ("Product", "Vexmark Mesh Operator for Kubernetes"), "Vexmark Inc. announced Version 3.0 of the Vexmark Mesh Operator for Kubernetes.", ("Product", "Version 3.0")),
    ("a verb and a small word that a hyphen joins", "Kelvora's TwoStep Sign-on is integrated with the directory.", ("Product", "TwoStep Sign-on"), "Kelvora's TwoStep Sign-on is integrated with the directory.", ("Product", "TwoStep Sign")),
    ("the level of a certificate", "Sit the AWS Certified Data Builder – Associate exam.", ("Product", "AWS Certified Data Builder – Associate"), "Sit near the Orbix Data Builder – Associate professors do.", ("Product", "Orbix Data Builder – Associate")),
    ("an ordinary word that is owned, with adjectives before it", "The state bought Cordel's off-the-shelf Falcon EHR solution.", ("Product", "Falcon EHR"), "The state bought Cordel's off-the-shelf Falcon feathers.", ("Product", "Falcon")),
    # no names
    ("a programme's acronym in brackets", "It is told by Zelbit Inc. today.", ("Company", "Zelbit"), "It runs England's National Programme for IT (NPfET).", ("Company", "NPfET")),
    ("a term that is spelled out", "Makers like Zelbit Inc. do so.", ("Company", "Zelbit"), "It guards networks and Operational Technology (OT) devices.", ("Company", "Operational Technology")),
    ("a role that a hyphen ends", "Makers like Zelbit Inc. do so.", ("Company", "Zelbit"), "We look for a DevOps-Analyst now.", ("Company", "DevOps-Analyst")),
    ("a word that begins a sentence and counts", "Makers like Zelbit Inc. do so.", ("Company", "Zelbit"), "Neither has said when it will end.", ("Company", "Neither")),
    ("a plan of ordinary words", "Makers like Zelbit Inc. do so.", ("Company", "Zelbit"), "It grows by its Health Care Growth strategy.", ("Company", "Health Care Growth")),
    # what is no firm's name though it looks like one
    ("plain words that end as firms' names do", "Those interested in Zelbo Solutions like Azure.", ("Company", "Zelbo Solutions"), "Those interested in IoT Solutions like Azure.", ("Company", "IoT Solutions")),
    ("a suite of a firm that everybody knows", "He likes Microsoft Security a lot.", ("Product", "Microsoft Security"), "He likes Microsoft Security a lot.", ("Company", "Microsoft Security")),
    ("a firm's name inside a word", "It is on the MicrosoftZelSource today.", ("Product", "MicrosoftZelSource"), "It is on the MicrosoftZelSource today.", ("Company", "MicrosoftZelSource")),
    ("an exchange that is a firm's", "It works with Zelbo Guards (SGX: ZG) today.", ("Company", "Zelbo Guards"), "It works with Software Guards (SGX) today.", ("Company", "Software Guards")),
    ("what one does to something", "Zelatel of Kranvo Inc. said so. Philips bought it.", ("Company", "Philips"), "The year was long. Misconfiguration of cloud controls has grown.", ("Company", "Misconfiguration")),
    ("a cipher", "It is a firm that Philips bought.", ("Company", "Philips"), "Data is safe with 256-bit AES encryption.", ("Company", "AES")),
    ("languages", "The tool knows the firms Zelbo, Odia and Dari.", ("Company", "Zelbo"), "The tool knows the Odia, Dari and Pashto languages.", ("Company", "Odia")),
    ("an initiative in quotation marks", "It is part of the “Zelbo Malaysia” group.", ("Company", "Zelbo Malaysia"), "It is part of the “Zelbo Malaysia” initiative.", ("Company", "Zelbo Malaysia")),
    ("an office in brackets", "The Microsoft Teams product group—Rish Tandon (Corporate Vice President) wrote it.", ("Person", "Rish Tandon"), "The Microsoft Teams product group—Rish Tandon (Corporate Vice President) wrote it.", ("Company", "Rish Tandon")),
    ("who says something of himself", "And Jacobs said he is not worried.", ("Person", "Jacobs"), "And Jacobs said he is not worried.", ("Company", "Jacobs")),
    ("what describes with a hyphen", "Philips sees a spike in Zelbo-Plus Attacks.", ("Company", "Philips"), "Acme said so. Spike in Video Conferencing-Themed Attacks.", ("Company", "Conferencing-Themed")),
    ("a term behind a role in capitals", "It is the developer Rivet that grew.", ("Company", "Rivet"), "They increase Developer Velocity today.", ("Company", "Velocity")),
    ("what is used with something", "You start managing your data with Azure Files.", ("Product", "Azure Files"), "It enables managing your Data Lakes using Azure Files.", ("Company", "Data Lakes")),
]  # fmt: skip


@pytest.mark.parametrize(("way", "text", "thing", "other", "no_thing"), WAYS, ids=[way[0] for way in WAYS])
def test_a_way_holds_in_its_example_and_not_in_its_counter_example(way, text, thing, other, no_thing):
    assert thing in things(resolved(text, language=model())), way
    assert no_thing not in things(resolved(other, language=model())), way


def test_a_sign_lost_to_a_question_mark_ends_no_sentence():
    assert ("Product", "Zeta Quartzon") in things(resolved("They use the Zeta Quartzon? suite of tools."))


def test_an_ordinary_surname_is_a_name_where_the_whole_name_stands():
    text = Text("Shares slide after Witty exit", "Andrew Witty stepped down. Analysts praised Witty.")
    (extraction,) = read(text, language=model())
    assert {m.stands_for for m in extraction.mentions if m.name == "Witty"} == {"Andrew Witty"}
    assert ("Person", "Andrew Witty") in things(resolved(text, language=model()))


def test_a_certificate_begins_after_the_verb():
    text = Text("Zorba Earns Kubernetes on Microsoft Azure Advanced Specialization", "Zorba Inc. is proud.")
    assert ("Product", "Kubernetes on Microsoft Azure Advanced Specialization") in things(resolved(text))


def test_two_rare_words_that_are_somebodys_are_a_person_rather_than_a_product():
    rare, ordinary = read("As told to Orbixo's Aznor Midovar.", "As told to Orbixo's Zeta Scanner.")
    kinds = [dict(extraction.mentions[-1].types) for extraction in (rare, ordinary)]
    assert kinds[0].get("Person", 0) > kinds[0].get("Product", 0)
    assert kinds[1].get("Person", 0) < kinds[1].get("Product", 0)


def test_a_name_that_the_text_breaks_off_in_is_none():
    text = Text("Red Hat brings tools to Microsoft Azure", "Red Hat today announced Red Hat Zelbix on Micro")
    assert "Micro" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_name_at_the_end_is_not_cut_because_its_plural_stands_too():
    text = Text(
        "ZelbIQ helps", "Nurses have many ZelbIQs, and the company Orbix Inc. sells the ZelbIQ platform and ZelbIQ"
    )
    assert any(m.name == "ZelbIQ" and dict(m.types).get("Nothing", 0.0) < 6.0 for m in read(text)[0].mentions[-1:])


def test_a_product_is_no_fuller_name_of_its_maker():
    text = Text("SymphonyZel WellZack Now Available", "We welcome SymphonyZel’s WellZack, and SymphonyZel is glad.")
    assert {("Company", "SymphonyZel"), ("Product", "SymphonyZel WellZack")} <= things(resolved(text, language=model()))


def test_a_headline_that_tells_what_is_available_names_a_product():
    text = Text("ZelWork Now Available in Microsoft Azure", "It is easy.")
    assert ("Product", "ZelWork") in things(resolved(text, language=model()))


def test_a_known_name_that_the_text_breaks_off_in_is_none():
    text = Text("Arista is a better stock", "Azure is a challenger to the leader Amazon Web ...")
    assert "Amazon Web" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_headline_begins_with_a_name_that_goes_on_to_its_verb():
    text = Text("Zelbo Harvest Launches New Tools for Lawyers and Clerks", "It is easy.")
    assert "Zelbo Harvest" in {mention.name for (each,) in [read(text, language=model())] for mention in each.mentions}


def test_a_hyphened_word_makes_no_running_text_of_a_headline():
    text = Text("Zelban Introduces Cloud-based Security for Citrix ShareFile", "Zelban today announced it.")
    assert {("Company", "Zelban"), ("Product", "Citrix ShareFile")} <= things(resolved(text, language=model()))


def test_a_products_own_name_stands_for_that_with_the_first_word_of_its_maker():
    text = Text("FDA clears Butterfly Network's third-generation probe iQ3", "It cleared Butterfly iQ3.")
    assert {label for kind, label in things(resolved(text, language=model())) if kind == "Product"} == {"Butterfly iQ3"}


def test_a_word_that_only_tells_what_a_thing_is_makes_nothing():
    told = relations(resolved("Microsoft launched Cloud PC. Cloud was a firm. Cloud Inc. is too.", language=model()))
    assert ("Microsoft", "launched", "Cloud PC") in told


def test_a_headline_may_begin_with_a_name_that_is_written_small():
    text = Text("dunnhumby Extends Machine Learning Automation Tool", "Customers are glad.")
    assert ("Company", "dunnhumby") in things(resolved(text, language=model()))


def test_a_kind_of_firm_ends_a_products_name_before_the_firms_in_a_headline():
    text = Text("Microsoft Cloud Provider AvePoint Going Public Via Apex Technology", "AvePoint will go public.")
    assert "Microsoft Cloud Provider AvePoint" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_name_without_its_initial_stands_for_the_whole():
    text = "N. Zarris Computer Corporation has acquired MEDHOST. Zarris also owns Altera Digital Health."
    assert {label for _, label in things(resolved(text, language=model()))} >= {"N. Zarris Computer"}
    assert "Zarris" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_list_of_players_may_hold_a_name_with_a_comma_and_an_and():
    text = Text(
        "Global Infusion Pump Market Report 2024",
        "Prominent vendors include Becton, Dickinson and Company, Getinge AB, Zelbo Inc., and Kranvo Inc.",
    )
    found = {s for s, p, _ in relations(resolved(text)) if p == "competesIn"}
    assert len(found) == 4
    assert "Kranvo" in found


def test_two_known_firms_that_an_ampersand_joins_in_a_headline_are_two():
    text = Text("Cloud Services Industry to 2030 - Featuring IBM, Microsoft & Amazon Among Others", "It grew.")
    assert {("Company", "Microsoft"), ("Company", "Amazon")} <= things(resolved(text, language=model()))


def test_an_adjective_made_of_a_verb_is_no_part_of_a_name_in_a_headline():
    text = Text("Exoprise Office 365 Transactable SaaS Offer Available in the Azure Marketplace", "Exoprise is glad.")
    assert "Office 365 Transactable" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_verb_behind_can_is_no_name_in_a_headline():
    text = Text("These Zelbo Courses Can Kickzart Your New Cloud Career", "It is easy.")
    assert "Kickzart" not in {label for _, label in things(resolved(text, language=model()))}


def test_a_name_may_begin_with_a_small_word_and_go_on_in_capitals():
    text = Text("zunnbumby Speeds Work with New Tool", "zunnbumby Model Lab is designed to solve hard tasks.")
    found = things(resolved(text, language=model()))
    assert {("Company", "zunnbumby"), ("Product", "zunnbumby Model Lab")} <= found


def test_what_begins_with_a_products_name_is_a_product():
    text = "With its NetZault software Veritas delivers NetZault Parallel Streaming, a patented way to protect data."
    assert ("Product", "NetZault Parallel Streaming") in things(resolved(text, language=model()))


def test_a_surname_that_is_a_towns_is_that_of_the_person_the_text_names():
    text = "It picked Dale Henderson as its chief. Before that Henderson worked at Zelbo Group."
    assert "Henderson" not in {label for kind, label in things(resolved(text, language=model())) if kind == "Place"}


def test_a_firm_that_is_a_word_of_every_day_begins_a_headline_and_does_something():
    text = Text("Alphabet drops Oracle for SAP to run its books", "It is easy.")
    assert ("Company", "Alphabet") in things(resolved(text, language=model()))


def test_what_a_headline_says_to_be_somebodys_is_the_machine_that_the_text_tells_of():
    text = Text(
        "Robixa's Apollo joins the warehouse",
        "Unveiled in May, the machine of the Denver-based startup lifts 40 pounds. Two Apollos exist so far.",
    )
    found = things(resolved(text, language=model()))
    assert ("Product", "Apollo") in found
    assert not {("Company", "Apollo"), ("Company", "Apollos"), ("Product", "Apollos")} & found


def test_what_is_counted_is_no_firm():
    text = Text("Hackers want cash", "They demand six Bitcoins from Cloudnor, which has none.")
    assert ("Company", "Bitcoins") not in things(resolved(text, language=model()))


def test_the_subject_of_a_headline_is_the_group_that_the_text_tells_of():
    text = Text("MKD goes shopping again", "With Zelqule the US group gains a drug. It is paying $20 a share.")
    assert ("Company", "MKD") in things(resolved(text, language=model()))
    other = Text("MKD goes shopping again", "With Zelqule the US army gains a drug. It is paying $20 a share.")
    assert ("Company", "MKD") not in things(resolved(other, language=model()))


def test_a_body_goes_on_behind_an_and_in_a_headline():
    text = Text("Institute for Clinical and Translational Research Chooses Zelbo Cloud", "It is easy.")
    assert ("Organization", "Institute for Clinical and Translational Research") in things(resolved(text))


def test_an_office_in_a_headline_stands_before_whoever_bears_a_given_name_that_is_a_word():
    found = things(resolved(Text("Zelbo CTO Mark Zelburg Gets Technical About Fixes", "It works."), language=model()))
    assert ("Person", "Mark Zelburg") in found
    other = things(resolved(Text("Zelbo CTO Will Zelburg Every Fix in May", "It works."), language=model()))
    assert ("Person", "Will Zelburg") not in other
