"""Every pattern of a relation finds its example, and not its counter-example."""

import pytest

from kgraph.extractors.relations import ends, expressions, pattern_index, sentence_claims
from kgraph.language import Language
from kgraph.model import Text
from tests.text.reading import model, read, rules

PATTERNS = expressions.patterns()
LANGUAGES = [pytest.param(rules, id="rules"), pytest.param(model, id="model")]


def claimed(text: str, language: Language) -> set[tuple[str, str, str, float]]:
    (extraction,) = read(Text(abstract=text), language=language)
    names = [mention.name.rstrip(".") for mention in extraction.mentions]
    return {(names[c.subject], c.predicate, names[c.object], c.confidence) for c in extraction.claims}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_pattern_finds_its_example(pattern, language, monkeypatch):
    possible = pattern_index.possible
    monkeypatch.setattr(
        sentence_claims, "possible", lambda *line: [each for each in possible(*line) if each is pattern]
    )
    found = claimed(pattern.example, language())
    for subject, object_ in pattern.expect:
        assert any(s.startswith(subject) and o.startswith(object_) for s, _, o, _ in found), found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_no_pattern_finds_the_counter_example(pattern, language):
    found = claimed(pattern.counter, language())
    assert not [each for each in found if each[1] == pattern.predicate and each[3] >= 0.5]


def test_names_are_unique_and_predicates_known():
    assert len({pattern.name for pattern in PATTERNS}) == len(PATTERNS)
    assert {pattern.predicate for pattern in PATTERNS} <= ends.ENDS.keys()
