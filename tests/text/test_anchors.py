"""What must stand in a line for a regular expression to match it, read off the expression."""

import pytest

from kgraph.extractors.anchors import anchors

CASES = {
    " (?:buys|bought) X": [{"buys", "bought"}],
    " X (?:deals?|pacts?) with": [{"with"}, {"deal", "pact"}],  # a last letter that may be missing is left out
    " (?:now )?launch(?:es|ed)": [{"now", "launch"}, {"launch"}],
    " (?:co-)?founder ": [{"co", "founde"}],  # whether "founder" begins a word is open
    " (?:[a-z]+ )?partnership": [{"partne"}],
    "(?: a| b)": [],  # a single letter says too little
    " (?:in [a-z]+ alliance|under their pact) ": [{"allian", "pact"}, {"in", "under"}],
    "(?! not )[A-Z]": [],
    "glued(?:on)": [],
}


@pytest.mark.parametrize("expression", CASES)
def test_anchors_of_an_expression(expression):
    assert {frozenset(each) for each in CASES[expression]} == set(anchors(expression))
