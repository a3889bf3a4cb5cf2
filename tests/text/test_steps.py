"""Texts that are read in step are read as each would be alone."""

import pytest

from kgraph import language
from kgraph.extractors import text as extractor
from kgraph.extractors.steps import Steps, in_step
from kgraph.lexicon import shipped
from kgraph.model import Text

TEXTS = [
    Text("Contoso acquires Fabrikam", "The company raised $5 million. It was led by Acme Ventures and Zelbo Capital."),
    Text("", "", "Nothing is named here."),
    Text(),
    Text("Zelbo launches Orbix on Azure", "Orbix works with Microsoft Teams. The tool is used by Mayo Clinic."),
    Text("Cloud market to reach $90 billion by 2027", "Key players are Microsoft, Amazon and Google."),
]


def work(done: list[tuple[str, int]], number: int, *steps: str) -> Steps[int]:
    for step in steps:
        yield step
        done.append((step, number))
    return number


def test_each_step_is_done_for_all_that_wait_for_it() -> None:
    done: list[tuple[str, int]] = []
    works = (work(done, 0, "names", "claims"), work(done, 1, "names", "names", "claims"), work(done, 2))
    assert in_step(works) == [0, 1, 2]
    assert done[:2] == [("names", 0), ("names", 1)]
    assert sorted(done[2:]) == [("claims", 0), ("claims", 1), ("names", 1)]
    assert in_step(iter(())) == []


def test_what_fails_in_a_step_fails() -> None:
    def fails() -> Steps[int]:
        yield "names"
        raise KeyError

    with pytest.raises(KeyError):
        in_step([fails()])


def test_a_text_says_the_same_alone_and_among_others(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = language.load(language.RULES)
    together = list(extractor.extract(TEXTS * 3, rules, shipped()))
    assert together[:5] == together[5:10] == together[10:]
    assert together[:5] == [said for text in TEXTS for said in extractor.extract([text], rules, shipped())]
    for name, few in (("IN_STEP", 2), ("MOST_HELD", 60)):
        monkeypatch.setattr(extractor, name, few)
        assert list(extractor.extract(TEXTS * 3, rules, shipped())) == together
