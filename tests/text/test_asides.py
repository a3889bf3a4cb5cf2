"""What a sentence says is found whatever stands in front of it, behind it or between its parts.

Every pattern's example that begins with its subject is said again in each of these ways. Where a way does not fit an
example (a second apposition, a noun that the pattern itself asks for) it may be missed: the floors allow for that.
"""

import re
from functools import cache

import pytest

from kgraph.extractors.relations import expressions
from kgraph.model import Extraction
from tests.text.reading import read

FIRM, PRODUCT, ANY = {"Company"}, {"Product"}, {"Company", "Organization", "Product", "Person"}
PATTERNS = [each for each in expressions.patterns() if ". " not in each.example]
WAYS = [
    (ANY, "On Monday, {s}{verb}", 0.97),
    (ANY, "In March 2023, {s}{verb}", 0.97),
    (ANY, "Meanwhile, {s}{verb}", 0.97),
    (ANY, "While rivals struggle, {s}{verb}", 0.95),
    (ANY, "Sales grew 10% last year, and {s}{verb}", 0.95),
    (ANY, "{s}, a maker of scanners,{verb}", 0.95),
    (ANY, "{s}, which employs 300 people,{verb}", 0.95),
    (ANY, "{s}, together with others in the field,{verb}", 0.83),
    (ANY, "{s}, once a laggard,{verb}", 0.97),
    (ANY, "{s} — for years a laggard —{verb}", 0.97),
    (ANY, "{s} – based in Leeds –{verb}", 0.97),
    (ANY, "{s} (formerly known as Dimble){verb}", 0.97),
    (FIRM, "{s} (NASDAQ: ABCD){verb}", 0.97),
    (FIRM, "Leeds-based {s}{verb}", 0.97),
    (FIRM, "Swedish software firm {s}{verb}", 0.97),
    (FIRM, "{s} reported results on Monday. It{verb}", 0.9),
    (FIRM, "{s} reported results on Monday. The company{verb}", 0.97),
    (ANY, "{s}{end}, according to a filing.", 0.97),
    (ANY, "{s}{end}, which analysts had expected.", 0.97),
]
OBJECTS = [
    (FIRM, "the startup {o}", 0.97),
    (FIRM, "Swedish software firm {o}", 0.97),
    (FIRM, "smaller rival {o}", 0.97),
    (FIRM, "Leeds-based {o}", 0.97),
    (PRODUCT, "cloud-based {o}", 0.95),
    (PRODUCT, "the new {o}", 0.95),
]


def claimed(extraction) -> set[tuple[str, str, str]]:
    names = [(mention.stands_for or mention.name).rstrip(".") for mention in extraction.mentions]
    return {(names[c.subject], c.predicate, names[c.object]) for c in extraction.claims if c.confidence >= 0.5}


def finds(extraction, pattern) -> bool:
    subject, object_ = pattern.expect[0]
    return any(
        s.startswith(subject) and p == pattern.predicate and o.startswith(object_) for s, p, o in claimed(extraction)
    )


def kind(extraction, name: str) -> str:
    named = next((mention for mention in extraction.mentions if mention.name.startswith(name)), None)
    return max(named.types, key=lambda row: row[1])[0] if named else ""


@cache
def examples() -> list[tuple[expressions.Pattern, Extraction]]:
    """The patterns whose example is found as it stands, with what it gives."""
    read_so = zip(PATTERNS, read(*(each.example for each in PATTERNS)), strict=True)
    return [(pattern, extraction) for pattern, extraction in read_so if finds(extraction, pattern)]


def share_found(said: dict[str, object]) -> float:
    assert len(said) > 60
    return sum(map(finds, read(*said), said.values())) / len(said)


@pytest.mark.parametrize(("kinds", "way", "least"), WAYS, ids=[way for _, way, _ in WAYS])
def test_what_stands_around_it_changes_nothing(kinds, way, least):
    said = {}
    for pattern, extraction in examples():
        subject, _ = pattern.expect[0]
        verb = pattern.example.removeprefix(subject)
        if (
            verb != pattern.example
            and re.match(" [a-z]", verb)
            and verb[-1] == "."
            and kind(extraction, subject) in kinds
        ):
            said[way.format(s=subject, verb=verb, end=verb[:-1])] = pattern
    assert share_found(said) >= least


@pytest.mark.parametrize(("kinds", "way", "least"), OBJECTS, ids=[way for _, way, _ in OBJECTS])
def test_what_something_is_called_before_its_name_changes_nothing(kinds, way, least):
    said = {}
    for pattern, extraction in examples():
        _, object_ = pattern.expect[0]
        before, name, after = pattern.example.partition(object_)
        is_bare = re.search("[a-z](?<!the)(?<!its)(?<! a)(?<! an)(?<!new)(?<!of) $", before)
        if is_bare and not after.startswith("'s") and kind(extraction, object_) in kinds:
            said[before + way.format(o=name) + after] = pattern
    assert share_found(said) >= least
