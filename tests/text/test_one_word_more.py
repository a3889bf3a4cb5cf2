"""What patterns find though a word more stands in a sentence, and what a word keeps them from."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import model, relations, resolved

INT, LAUNCHED, PARTS = "integratesWith", "launched", "hasPart"
SAID = [
    # a list whose members are called something before their names
    ("Microsoft has launched its Power BI service, as well as its data storage offering Azure Monitor.", {("Microsoft", LAUNCHED, "Azure Monitor")}, set()),
    ("Microsoft has launched its Power BI service, as old as its data storage offering Azure Monitor.", set(), {("Microsoft", LAUNCHED, "Azure Monitor")}),
    # a plan to launch is told of as it is announced, and a date that is expected is no advice
    ("Kranvo Ltd. is about to open Orbix Studio, a viewer for clinics.", {("Kranvo", LAUNCHED, "Orbix Studio")}, set()),
    ("Kranvo Ltd. may open Orbix Studio, a viewer for clinics.", set(), {("Kranvo", LAUNCHED, "Orbix Studio")}),
    ("Azure Monitor for Power BI should be available in fall.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("Azure Monitor for Power BI should be scrapped in fall.", set(), {("Azure Monitor", INT, "Power BI")}),
    # launches
    ("Microsoft's unique cloud for U.S. agencies and their partners known as Azure Monitor became generally tedious.", set(), {("Microsoft", LAUNCHED, "Azure Monitor")}),
    ("Kranvo Ltd. today announces an extension of its ties with Zelbo Inc. aligned to the launch of Orbix Studio.", {("Kranvo", LAUNCHED, "Orbix Studio")}, set()),
    ("Kranvo Ltd. has shown an interest in such tools, starting with the launch of Orbix Studio.", {("Kranvo", LAUNCHED, "Orbix Studio")}, set()),
    ("Kranvo Ltd. has shown an interest in such tools, starting with the purchase of Orbix Studio.", set(), {("Kranvo", LAUNCHED, "Orbix Studio")}),
    ("Kranvo Ltd. will begin to offer Orbix Studio, a viewer.", {("Kranvo", LAUNCHED, "Orbix Studio")}, set()),
    ("Kranvo Ltd. will begin to doubt Orbix Studio, a viewer.", set(), {("Kranvo", LAUNCHED, "Orbix Studio")}),
    ("Microsoft's unique cloud for U.S. agencies and their partners known as Azure Monitor became generally available.", {("Microsoft", LAUNCHED, "Azure Monitor")}, set()),
    ("Kranvo Ltd. announced two new models of sensors (Orbix Studio and Zorbo Notes), both of glass.", {("Kranvo", LAUNCHED, "Orbix Studio"), ("Kranvo", LAUNCHED, "Zorbo Notes")}, set()),
    ("Kranvo Ltd. announced two new models of sensors (compatible with Orbix Studio and Zorbo Notes), both of glass.", set(), {("Kranvo", LAUNCHED, "Orbix Studio")}),
    ("Kranvo Ltd. aims Orbix Studio for a fall release.", {("Kranvo", LAUNCHED, "Orbix Studio")}, set()),
    ("Kranvo Ltd. aims Orbix Studio for a fall in revenue.", set(), {("Kranvo", LAUNCHED, "Orbix Studio")}),
    ("Kranvo Ltd. showed its first viewers today: the Kranvo Tab 8, which is small, and the cheaper Kranvo Tab 5.", {("Kranvo", LAUNCHED, "Kranvo Tab 5")}, set()),
    # what works with what
    ("Google also announced the production release of Anthos for Amazon's AWS and more.", {("Amazon Web Services", INT, "Anthos")}, set()),
    ("Azure Monitor comes preinstalled on Power BI.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("Azure Monitor comes uninvited on Power BI.", set(), {("Azure Monitor", INT, "Power BI")}),
    ("They like Power BI, the engine behind its new internet of things service, Azure Monitor.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("The Azure Monitor and Power BI apps will be able to control one another.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("The Azure Monitor and Power BI apps will be able to control their owners.", set(), {("Azure Monitor", INT, "Power BI")}),
    ("Azure Monitor is now commercially available on Power BI and beyond.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("They extend data and analytics solutions like Azure Monitor and Epic EHR to the Power BI tool.", {("Azure Monitor", INT, "Power BI"), ("Epic EHR", INT, "Power BI")}, set()),
    ("They extend, unlike Azure Monitor and Epic EHR, the Power BI tool.", set(), {("Azure Monitor", INT, "Power BI")}),
    ("Orbix Studio can connect to Azure cloud services such as Power BI.", {("Orbix Studio", INT, "Power BI")}, set()),
    ("Zelbo Inc. is moving to Epic EHR on Microsoft Azure.", {("Epic EHR", INT, "Microsoft Azure")}, set()),
    # release notes
    ("You can use Azure Monitor to monitor Power BI environments.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("You can use Azure Monitor to forget Power BI environments.", set(), {("Azure Monitor", INT, "Power BI")}),
    ("Protecting Power BI environments with Azure Monitor.", {("Azure Monitor", INT, "Power BI")}, set()),
    ("Monitor your Power BI workload compliance with Azure Monitor.", set(), {("Azure Monitor", INT, "Power BI")}),
    # parts
    ("Azure Monitor is for now part of the Power BI firmware.", {("Power BI", PARTS, "Azure Monitor")}, set()),
    ("Azure Monitor is for now south of the Power BI market.", set(), {("Power BI", PARTS, "Azure Monitor")}),
    ("Orbix Studio is the as-a-service layer to its Azure Monitor platform.", {("Azure Monitor", PARTS, "Orbix Studio")}, set()),
    # "it" before any name of its sentence
    ("Orbix Studio is a new viewer. Subscribers can install it as an add-on to Power BI.", {("Orbix Studio", INT, "Power BI")}, set()),
    ("Orbix Studio is a new viewer. Subscribers can install one as an add-on to Power BI.", set(), {("Orbix Studio", INT, "Power BI")}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "gives", "never"), SAID)
def test_what_is_said(body, gives, never):
    found = relations(resolved(Text("", body), language=model()))
    assert gives <= found
    assert not never & found
