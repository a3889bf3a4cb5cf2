import pytest

from kgraph.extractors.figures.market_figures import MEASURES, fired
from kgraph.extractors.figures.rules import RULES
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import without_vagueness


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_in_its_example_and_not_in_its_counter_example(rule: Rule) -> None:
    if not rule.name.startswith("other "):
        assert rule.name in [name for _, name in fired(rule.example)]
    assert rule.name not in [name for _, name in fired(rule.counter)]


def test_every_rule_has_a_name_of_its_own_and_a_known_measure() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.measure for rule in RULES} <= {*MEASURES, "", "same", "as before"}
    assert set(MEASURES) <= {rule.measure for rule in RULES}
    assert all(rule.confidence > 0 for rule in RULES if rule.measure)


@pytest.mark.parametrize(
    ("words", "bare"), [("worth an estimated ", "worth "), ("of more than ", "of "), ("raised ", "raised ")]
)
def test_vague_words_are_taken_away(words: str, bare: str) -> None:
    assert without_vagueness(words) == bare
