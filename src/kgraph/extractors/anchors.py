"""What a pattern cannot match without: words' beginnings, read off its regular expression.

Trying every pattern on every line is what reading relations costs; most need a verb that most lines do not have.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MEMORY = 4096
"""Parts that are remembered: patterns have many of them in common."""
LONGEST = 6
"""Letters of a word's beginning that are compared."""
_COMMON = frozenset(
    "the and for with from its has was will are his that this in of to by on at as a an or is it".split()
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_LITERAL = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile(r"[a-z0-9]+(?=[a-z0-9][?*+{])|[a-z0-9]+")
"""Letters on which no quantifier hangs: together they are a part."""
_OPTIONAL = re.compile(r"[?*]|\{0,")
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_MARK = re.compile(rf"\\.|{_CLASS.pattern}|[()|]", re.DOTALL)
_OPENING = re.compile(r"\((?:\?:|\?P<\w+>)?")


class _Item(NamedTuple):
    text: str
    """A group with its brackets, a class of characters, an escape, letters of a word or a single character."""
    optional: bool
    at: int


@lru_cache(maxsize=MEMORY)
def anchors(expression: str, begins: bool = False) -> tuple[frozenset[str], ...]:
    """Sets of words' beginnings; one of each set must occur in whatever ``expression`` matches. The rarest is first.

    Args:
        expression: a regular expression over lines of words.
        begins: whether it begins where a word does.
    """
    alternatives = _alternatives(expression)
    if len(alternatives) > 1:
        every = [anchors(each, begins) for each in alternatives]
        return (frozenset().union(*(each[0] for each in every)),) if all(every) else ()
    found: dict[frozenset[str], None] = {}
    for item in _items(expression):
        if begins and (first := _beginnings(expression[item.at :])):
            found[first] = None
        if not item.optional and (opening := _OPENING.match(item.text)):
            found |= dict.fromkeys(anchors(item.text[opening.end() : -1], begins))
        begins = _begins_after(item, begins)
    return tuple(sorted(found, key=_commonness))


def _begins_after(item: _Item, begins: bool) -> bool:
    """Whether a word begins after a part, if one does or does not begin before it."""
    if item.text.startswith(_LOOK):
        return begins
    opening = _OPENING.match(item.text)
    ends = _begins_after_all(item.text[opening.end() : -1], begins) if opening else item.text == " "
    return ends and (begins or not item.optional)


@lru_cache(maxsize=MEMORY)
def _begins_after_all(inside: str, begins: bool) -> bool:
    every = []
    for alternative in _alternatives(inside):
        there = begins
        for item in _items(alternative):
            there = _begins_after(item, there)
        every.append(there)
    return all(every)


def _commonness(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """Less for what fewer lines have: no common words, few ways to begin."""
    return len(words & _COMMON), len(words), sorted(words)


@lru_cache(maxsize=MEMORY)
def _items(expression: str) -> tuple[_Item, ...]:
    """The parts of an expression at its outermost level, without their quantifiers."""
    return tuple(_parts(expression))


def _parts(expression: str) -> Iterator[_Item]:
    at = 0
    while at < len(expression):
        end = _end(expression, at)
        quantifier = _QUANTIFIER.match(expression, end)
        optional = quantifier is not None and _OPTIONAL.match(quantifier[0]) is not None
        yield _Item(expression[at:end], optional or expression.startswith(_LOOK, at), at)
        at = quantifier.end() if quantifier else end
        at += expression.startswith("?", at) and quantifier is not None  # a lazy quantifier


def _end(expression: str, at: int) -> int:
    """Where the part that begins at ``at`` ends."""
    first = expression[at]
    if first == "\\":
        return at + (4 if expression[at + 1] == "x" else 2)
    if first == "[":
        return _CLASS.match(expression, at).end()  # type: ignore[union-attr]
    if first != "(":
        letters = _LETTERS.match(expression, at)
        return letters.end() if letters else at + 1
    depth = 0
    for mark in _MARK.finditer(expression, at):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if not depth:
            return mark.end()
    return len(expression)


@lru_cache(maxsize=MEMORY)
def _beginnings(expression: str) -> frozenset[str]:
    """The word beginnings with which a match of ``expression`` may begin; empty where it may begin otherwise."""
    if not expression or expression.startswith((*_LOOK, "(?P")):
        return frozenset()
    if expression.startswith("(?:"):
        end = _end(expression, 0)
        quantifier = _QUANTIFIER.match(expression, end)
        parts = [_beginnings(each) for each in _alternatives(expression[3 : end - 1])]
        if quantifier and _OPTIONAL.match(quantifier[0]):
            parts.append(_beginnings(expression[quantifier.end() :].removeprefix("?")))  # or it is left out
        return frozenset().union(*parts) if all(parts) else frozenset()
    if expression.startswith("\\x27"):
        return frozenset({"'s" if expression.startswith("\\x27s") else "'"})
    literal = _LITERAL.match(expression)
    if not literal:
        return frozenset()
    word, following = literal[0], expression[literal.end() :]
    if _QUANTIFIER.match(following):
        word, following = word[:-1], ""
    return frozenset({word[:LONGEST]}) if len(word) > 1 else frozenset()


@lru_cache(maxsize=MEMORY)
def _alternatives(inside: str) -> tuple[str, ...]:
    found, start, depth = [], 0, 0
    for mark in _MARK.finditer(inside):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == "|" and not depth:
            found.append(inside[start : mark.start()])
            start = mark.end()
    return (*found, inside[start:])
