"""What must stand in a line for a regular expression to match it, read off the expression."""

from importlib import resources

import pytest

from kgraph.extractors.relations.anchor_table import table
from kgraph.extractors.relations.anchors import KEPT, anchors, read_off
from kgraph.extractors.relations.expressions import patterns

CASES = {
    " (?:buys|bought) X": [{"buys$", "bought$"}],  # followed by a blank: whole words
    " X (?:deals?|pacts?) with": [{"with"}, {"deal", "pact"}],  # a last letter that may be missing is left out
    " (?:now )?launch(?:es|ed)": [{"now$", "launch"}, {"launch"}],
    " (?:co-)?founder ": [{"co", "founder$"}],  # whether "founder" begins a word is open
    " (?:[a-z]+ )?partnership": [{"partnershi"}],
    "(?: a| b)": [],  # a single letter says too little
    " (?:in [a-z]+ alliance|under their pact) ": [{"alliance$", "pact$"}, {"in$", "under$"}],
    " (?:run|ran)(?: on)? ": [{"run", "ran"}],  # what follows may be left out
    " (?:on|up)+ ": [{"on", "up"}],  # and what is repeated may follow itself
    " (?:in|out) ?of": [{"in", "out"}],
    "(?! not )[A-Z]": [],
    "glued(?:on)": [],
}


@pytest.mark.parametrize("expression", CASES)
def test_anchors_of_an_expression(expression):
    assert {frozenset(each) for each in CASES[expression]} == set(anchors(expression))


def test_what_is_kept_of_the_patterns_is_what_is_read_off_them():
    kept = resources.files("kgraph.extractors.relations") / KEPT
    assert kept.read_text(encoding="utf-8") == table(), "run: poe generate"
    for pattern in patterns():
        assert pattern.anchors == read_off(pattern.match), pattern.name
