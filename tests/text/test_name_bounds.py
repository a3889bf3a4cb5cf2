"""Where names begin and end: a text with the name that it must give, and another with what must stand there instead."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import read

WAYS = [
    ("what powers it ends its name", "They sell Managed Virtual Zelbo Powered by Acme.", "Managed Virtual Zelbo", "They sell Zelbo Powered Mesh by Acme.", "Zelbo Powered Mesh"),
    ("a verb of a title ends a name", "ZelboPro Delivers an interface for teams that look for areas of need.", "ZelboPro", "They call Zelbo Controls a leader.", "Zelbo Controls"),
    ("a modal verb ends a name", "Zelbo Process Planner Can be bought here.", "Zelbo Process Planner", "Zelbo Process Can opened.", "Zelbo Process Can"),
    ("a legal form that needs no stop", "They will acquire the Swiss firm Zelbo AG.", "Zelbo AG", "They will acquire the firm Zelbo Inc.", "Zelbo Inc."),
    ("a manager that is software", "We saw Acme build their Vault Manager offering.", "Vault Manager", "We saw Acme's Dana Zarlow, Vault Manager at Acme.", "Dana Zarlow"),
    ("a manager of a known product", "Azure Firewall Manager now supports networks.", "Azure Firewall Manager", "She is Azure Firewall Manager at Acme.", "Azure Firewall"),
    ("like, at the beginning of a sentence", "They fell. Like Freestyle Zelbo Flash, it measures sugar.", "Freestyle Zelbo Flash", "They fell for LikeZelbo Flash.", "LikeZelbo Flash"),
    ("an acronym that says the kind", "Acme's ThingZelbo IoT platform works.", "ThingZelbo", "Acme uses Azure IoT services.", "Azure IoT"),
    ("an at sign between capitals", "Microsoft revealed ID@Zelbo, a program.", "ID@Zelbo", "Write to us@Zelbo or Zelbo.", "Zelbo"),
    ("on demand", "They announced the availability of Zelbo On Demand in Spain.", "Zelbo On Demand", "They met Zelbo On a Friday.", "Zelbo"),
    ("an ordinary word behind one that begins a sentence", "Our Snapdragon solution grows. They agree.", "Snapdragon", "Our Zelbo solution grows.", "Zelbo"),
    ("capitals inside an ordinary word of a headline", "Is Acme’s SONiC Winning The War Of The Clouds? || Many things are ironic.", "SONiC", "Is Acme’s Sonic Zelbo Winning The War Of The Clouds? || Many are ironic.", "Zelbo"),
    ("the field that what is launched is for", "They announced the availability of DxZelbo for IoT in Spain.", "DxZelbo for IoT", "They announced the availability of DxZelbo for IoT teams in Spain.", "DxZelbo"),
    ("a small letter that begins what is launched", "The launch of zelbhumby Model Lab pleased them.", "zelbhumby Model Lab", "The launch of healthy Model Lab pleased them.", "Model Lab"),
    ("a launch in progress", "Acme is releasing zelbio Nimbo for Azure in Spain.", "zelbio Nimbo for Azure", "Acme is selling Nimbo for Azure in Spain.", "Nimbo"),
    ("a headline's offer", "Zelbo Data Capture and Cleaning Platform Now Available in Spain || Zelbo grows.", "Zelbo Data Capture and Cleaning Platform", "Zelbo Data Capture and Cleaning Solutions Now Available in Spain || Zelbo grows.", "Zelbo"),
    ("a headline's offer that the text names shorter", "Zelbo Vantage Earth Data Service Available via Azure || Acme announced Zelbo Vantage Earth in Spain.", "Zelbo Vantage Earth", "Zelbo Vantage Earth Data Service Available via Azure || Acme grows.", "Zelbo Vantage Earth Data Service"),
    ("a headline's offer of one word", "Zelbo Vantage Now Available in Spain || Zelbo grows.", "Zelbo Vantage", "Zelbo Services Now Available in Spain || Zelbo grows.", "Zelbo"),
    ("those whom a thing is for", "Acme sells the Zelbo Edge Developer Kit in Spain.", "Zelbo Edge Developer Kit", "Acme met Zelbo Developer Dana Zarlow in Spain.", "Dana Zarlow"),
    ("a program for partners", "Acme joined the Zelbo Exchange Partner Program.", "Zelbo Exchange Partner Program", "Acme joined Zelbo Partner Dana Zarlow.", "Dana Zarlow"),
    ("all that stands between quotation marks", "Acme Unveils Telco Playbook With ‘Azure For Operators’ || Acme grows.", "Azure For Operators", "Acme Unveils Telco Playbook With ‘Azure Is For Operators’ || Acme grows.", "Azure"),
    ("a region before what is there", "It is here in Japan East and Canada Central Azure regions.", "Canada Central", "It is here in Canada Central Zelbo regions.", "Canada Central Zelbo"),
    ("a region before its zones", "Brazil South Availability Zones are open.", "Brazil South", "Zelbo Availability Zones are open.", "Zelbo Availability Zones"),
    ("a make before whose machines they are", "Acme rents out Dsv4 and Edsv4 Azure VMs in Spain.", "Edsv4", "Acme rents out Zelbo Azure machines in Spain.", "Zelbo Azure"),
    ("a make before machines", "Acme rents out Lsv2 VMs in Spain.", "Lsv2", "Acme rents out Zelbo Windows 10 in Spain.", "Zelbo Windows 10"),
    ("a region of the US", "It is here in South Central US, and in Spain.", "South Central US", "It is here for Acme US, and in Spain.", "Acme"),
    ("a generation of a known thing", "Acme runs on the 3rd Generation Intel Xeon Scalable processors.", "Intel Xeon Scalable", "Acme met the Next Generation Zelbo team.", "Next Generation Zelbo"),
    ("a make of machines", "Acme rents out DCsv2-series machines in Spain.", "DCsv2-series", "Acme keeps Zelbo-series data in Spain.", "Zelbo"),
    ("what Azure Arc manages", "Acme runs Azure Arc enabled SQL Server in Spain.", "Azure Arc enabled SQL Server", "Last year Azure Arc enabled them to grow.", "Azure Arc"),
    ("a prefix with which a name begins", "Acme offers its Multi-access Edge Zelbo platform in Spain.", "Multi-access Edge Zelbo", "Acme offers Zelbo Flexible Server Auto-grow storage in Spain.", "Zelbo Flexible Server"),
    ("a kind of what is based on it", "Acme offers its Zelbo SaaS-based technology in Spain.", "Zelbo", "Acme offers its Toronto Zelbo-based technology in Spain.", "Toronto Zelbo"),
    ("a known platform that a headline's offer is for", "Acme Announces General Availability of New Zelbo Backup for Microsoft Azure || Acme grows.", "Zelbo Backup for Microsoft Azure", "Acme Distinguished as Certified Zelbo Service Provider for Second Consecutive Year || Acme grows.", "Zelbo Service Provider"),
    ("a firm's launch under its own name", "Zelbo Signs Big Oak Deal; To Roll Out Zelbo Surround || Acme grows.", "Zelbo Surround", "Zelbo Signs Big Oak Deal; To Harm Zelbo Surround || Acme grows.", "Zelbo"),
    ("quotation marks behind an owner", "Acme's ‘Learn TV’ helps people || Acme grows.", "Learn TV", "Acme's Learn TV helps people || Acme grows.", "Acme"),
    ("letters that a product's model bears", "Acme likes the iPhone SE in Spain.", "iPhone SE", "Acme likes Zelbo SE in Spain.", "Zelbo SE"),
    ("what a known cloud is", "Acme runs Microsoft Azure Cloud Computing Platform in Spain.", "Microsoft Azure", "Acme runs Microsoft Azure Cloud Services in Spain.", "Microsoft Azure Cloud Services"),
    ("an infinitive in capitals", "How they use Microsoft Azure To Meet Needs in Spain.", "Microsoft Azure", "How they use Zelbo Tomorrow in Spain.", "Zelbo Tomorrow"),
    ("known names with small words", "Acme runs Azure Monitor for containers in Spain.", "Azure Monitor for containers", "Acme runs Azure Monitor for barns in Spain.", "Azure Monitor"),
    ("the day of a month", "By Dana Zarlow June 16, 2020, for Acme.", "Dana Zarlow", "They sell Zelbo Nova 16 in Spain.", "Zelbo Nova 16"),
    ("the hour of a day", "At 07:25 PM EDT Microsoft Azure fell in Spain.", "Microsoft Azure", "They like PM EDT Zelbo in Spain.", "PM EDT Zelbo"),
    ("round the clock", "Acme offers Zelbo 24/7 support in Spain.", "Zelbo", "Acme offers Zelbo 24 in Spain.", "Zelbo 24"),
    ("a headline that the text repeats", "Microsoft Azure, Xbox Sales Surge During Pandemic || Microsoft Azure, Xbox Sales Surge During Pandemic - It helped.", "Xbox", "Microsoft Azure, Xbox Sales Surge During Pandemic || Microsoft Azure, Xbox Sales Surge During Pandemic helped.", "Xbox Sales Surge During Pandemic"),
    ("a sentence without a stop before it", "She is Program Manager, Azure Networking We continue to grow in Spain.", "Azure Networking", "They read Zelbo Before We Go in Spain.", "Zelbo Before We Go"),
    ("a town before its country", "Access in a few clicks Stuttgart Germany June 17 2021 Acme grows.", "Stuttgart", "They opened in Germany Central and in Spain.", "Germany Central"),
    ("an owner in capitals", "They are bringing ZELBOKNOWN’S BATTLEGROUNDS to Azure.", "ZELBOKNOWN’S BATTLEGROUNDS", "They are bringing Zelboknown’s Battlegrounds to Azure.", "Zelboknown"),
    ("an underscore inside a word", "Acme rents out NV_Zelbo machines in Spain.", "NV_Zelbo", "Acme writes _Zelbo_ in Spain.", "Zelbo"),
    ("a dash of three letters", "Acme grows. Zelboâ€”hosted on Azureâ€”helps teams.", "Zelbo", "Acme grows. They like Zelboâ in Spain.", "Zelboâ"),
    ("a later verb of a title", "ServiceNow Stock Outperforms Top Cloud Rivals || Shares are up 20%.", "ServiceNow", "ServiceNow Stock Planner Cloud Now Available in Spain || Shares are up 20%.", "ServiceNow Stock Planner Cloud"),
    ("a place before what is sold there", "Acme To Invest $1 Bln In Poland Cloud || Acme will invest there.", "Poland", "Acme To Invest $1 Bln In Zelbo Cloud || Acme will invest there.", "Zelbo Cloud"),
    ("support for something", "Acme offers Zelbo Routing Support for Azure in Spain.", "Zelbo Routing", "Acme offers Zelbo Routing Suite for Azure in Spain.", "Zelbo Routing Suite for Azure"),
    ("a town glued to a name", "They are certified on Microsoft AzureWATERLOO, Ontario, Nov. 10, 2020.", "WATERLOO", "They like AzureWATERLOO models in Spain.", "AzureWATERLOO"),
    ("a sentence glued to a name", "They use Azure IoT and PowerPointThe underlying data model grows.", "PowerPoint", "They use SmartThe in Spain.", "SmartThe"),
    ("a dateline behind capitals", "Fuels Zelbo Timely Analytics Sydney, Australia, June 5, 2020 – Acme grows.", "Sydney", "They met at the University of Toronto, Canada, on June 5.", "University of Toronto"),
    ("a town of two words in a dateline", "Fuels Zelbo Timely Analytics WAKEFIELD, MA / ACCESSWIRE / Acme grows.", "WAKEFIELD", "They met near West Chester, Pa., on June 5.", "West Chester"),
    ("a family's particle in a title", "New EMEA CTO Bas van Zelburg || Acme grows.", "Bas van Zelburg", "New EMEA CTO Bas Vanier Leaves || Acme grows.", "Bas Vanier"),
    ("what one is told to do", "Encrypt Zelbo disks in your lab.", "Zelbo", "They like Encrypt Zelbo disks.", "Encrypt Zelbo"),
    ("half of a word in capitals", "Zelbo for Azure Government Pay-As-You-Go subscriptions grows in Spain.", "Azure Government", "They sell Zelbo Pay - Acme agrees.", "Zelbo Pay"),
    ("two models", "Acme sells the ZX100 & ZX200 in Spain.", "ZX200", "Acme sells Zelbo & ZX200 in Spain.", "Zelbo & ZX200"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), [each[1:3] for each in WAYS] + [each[3:] for each in WAYS])
def test_a_name_ends_where_it_should(text: str, name: str) -> None:
    headline, _, abstract = text.rpartition(" || ")
    [extraction] = read(Text(headline, abstract))
    assert name in {mention.name for mention in extraction.mentions}
