"""In which order something must stand in a line for a regular expression to match it, read off the expression."""

import pytest

from kgraph.extractors.relations.expressions import patterns
from kgraph.extractors.relations.pattern_index import OrderedIndex
from kgraph.extractors.relations.sequences import read_off, sequence

ORG, PRODUCT = "\ue000", "\ue002"
CASES = {
    f"[{ORG}]. (?:buys|bought) (?:the )?[{PRODUCT}].": [{ORG}, {"buys$", "bought$"}, {PRODUCT}],
    r"[\ue000\ue002]. with": [{ORG, PRODUCT}, {"with"}],  # letters may be written out
    f"(?P<s>[{ORG}].) (?:[a-z]+ )?launch(?:es|ed) ": [{ORG}, {"launch"}],
    "(?:a|b)": [],
    " in | on ": [],  # alternatives need nothing together
    f" deal (?! with )(?:[a-z]+ )?(?P<o>[{ORG}].(?: and [{ORG}].)?)": [{"deal$"}, {ORG}],
    f" cloud[{ORG}].": [{"cloud"}],  # what is not parted by a blank is of the same word
}


@pytest.mark.parametrize("expression", CASES)
def test_sequence_of_an_expression(expression):
    assert [frozenset(each) for each in CASES[expression]] == list(sequence(expression))


def test_what_is_kept_of_the_patterns_is_what_is_read_off_them():
    for pattern in patterns():
        assert pattern.sequence == read_off(pattern.match), pattern.name


def test_words_must_follow_each_other_and_each_takes_one_step():
    sequences = [[frozenset({"partner"}), frozenset({"with$"})], [frozenset({"with$"})], []]
    index = OrderedIndex(sequences, [[], [], [frozenset({"deal"})]])
    assert index.fitting(" he partners with them ") == 0b011
    assert index.fitting(" with them he partners ") == 0b010
    assert index.fitting(" a deal with partners ") == 0b110
    twice = OrderedIndex([[frozenset({"team"}), frozenset({"te"})]], [[]])
    assert twice.fitting(" team ") == 0
    assert twice.fitting(" team test ") == 1
