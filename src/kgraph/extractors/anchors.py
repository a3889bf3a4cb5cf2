"""What a pattern cannot match without: words' beginnings, read off its regular expression.

Trying every pattern on every line is what reading relations costs; most need a verb that most lines do not have.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

ANCHOR = 5
"""Letters of a word's beginning that are compared."""
_COMMON = frozenset("the and for with from its has was will are his that this in of to by on at as a an or".split())
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
_LITERAL = re.compile(r"[a-z0-9]+")
_OPTIONAL = re.compile(r"[?*]|\{0,")


class _Item(NamedTuple):
    text: str
    """A group with its brackets, a class of characters, an escape or a single character."""
    optional: bool


def anchors(expression: str) -> frozenset[str]:
    """Beginnings of words one of which must occur in whatever ``expression`` matches; empty where none is known."""
    best: frozenset[str] = frozenset()
    items = list(_items(expression))
    begins = False
    for number, item in enumerate(items):
        if begins and not item.optional:
            found = _beginnings("".join(each.text for each in items[number:]))
            if found and not found & _COMMON and (not best or len(found) < len(best)):
                best = found
        begins = item.text == " " or (item.text[0] == "(" and item.text[:-1].endswith(" "))
    return best


def beginnings(line: str) -> frozenset[str]:
    """The beginnings of the words of a line, as :func:`anchors` gives them."""
    words = set(line.split())
    return frozenset([word[:length] for length in range(2, ANCHOR + 1) for word in words])


def _items(expression: str) -> Iterator[_Item]:
    """The parts of an expression at its outermost level, without their quantifiers."""
    at = 0
    while at < len(expression):
        end = _end(expression, at)
        quantifier = _QUANTIFIER.match(expression, end)
        optional = quantifier is not None and _OPTIONAL.match(quantifier[0]) is not None
        yield _Item(expression[at:end], optional or expression.startswith(("(?=", "(?!", "(?<"), at))
        at = quantifier.end() if quantifier else end
        at += expression.startswith("?", at) and quantifier is not None  # a lazy quantifier


def _end(expression: str, at: int) -> int:
    """Where the part that begins at ``at`` ends."""
    first = expression[at]
    if first == "\\":
        return at + (4 if expression[at + 1] == "x" else 2)
    if first == "[":
        return _class_end(expression, at)
    if first != "(":
        return at + 1
    depth, k = 0, at
    while k < len(expression):
        character = expression[k]
        if character == "\\":
            k += 2
            continue
        if character == "[":
            k = _class_end(expression, k)
            continue
        depth += (character == "(") - (character == ")")
        k += 1
        if not depth:
            break
    return k


def _class_end(expression: str, at: int) -> int:
    k = at + 1
    while expression[k] != "]" or k == at + 1:
        k += 2 if expression[k] == "\\" else 1
    return k + 1


def _beginnings(expression: str) -> frozenset[str]:
    """The word beginnings with which a match of ``expression`` may begin; empty where it may begin otherwise."""
    if not expression or expression.startswith(("(?=", "(?!", "(?<", "(?P")):
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
    return frozenset({word[:ANCHOR]}) if len(word) > 1 else frozenset()


def _alternatives(inside: str) -> list[str]:
    found, start, at = [], 0, 0
    while at < len(inside):
        if inside[at] == "|":
            found.append(inside[start:at])
            start = at = at + 1
            continue
        at = _end(inside, at)
    return [*found, inside[start:]]
