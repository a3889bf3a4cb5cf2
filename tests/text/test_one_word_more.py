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
]  # fmt: skip


@pytest.mark.parametrize(("body", "gives", "never"), SAID)
def test_what_is_said(body, gives, never):
    found = relations(resolved(Text("", body), language=model()))
    assert gives <= found
    assert not never & found
