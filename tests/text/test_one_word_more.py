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
]  # fmt: skip


@pytest.mark.parametrize(("body", "gives", "never"), SAID)
def test_what_is_said(body, gives, never):
    found = relations(resolved(Text("", body), language=model()))
    assert gives <= found
    assert not never & found
