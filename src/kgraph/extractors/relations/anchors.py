"""What a pattern cannot match without: words' beginnings, read off its regular expression.

Trying every pattern on every line is what reading relations costs; most need a verb that most lines do not have.
Reading them off all patterns takes as long as half a model takes to load, so what they are is kept beside the patterns
(``patterns/anchors.tsv``, written by ``poe generate``); of an expression that is not there they are read off.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

LONGEST = 10
"""Letters of a word's beginning that are compared."""
END = "$"
"""Behind a word that is compared as a whole: "in$" is no beginning of "into"."""
_COMMON = frozenset(
    "the and for with from its has was will are his that this in of to by on at as a an or is it 's ' new now".split()
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
    """A group with its brackets, a class of characters, an escape, letters of a word or a single character."""

    begin: int
    end: int
    optional: bool


class Span(NamedTuple):
    """An alternative: where it begins and ends."""

    begin: int
    end: int


KEPT = "patterns/anchors.tsv"
Anchors = tuple[frozenset[str], ...]
_MEMORY: dict[tuple[str, bool, bool], Anchors] = {}
_ENDS: dict[tuple[str, bool], bool] = {}
_BEGINNINGS: dict[tuple[str, bool], frozenset[str]] = {}
"""What is known of groups: expressions have many of them in common."""


def anchors(expression: str) -> Anchors:
    """Sets of words' beginnings; one of each set must occur in whatever ``expression`` matches. The rarest is first.

    Args:
        expression: a regular expression over lines of words.
    """
    found = kept(expression)
    return read_off(expression) if found is None else found.anchors


def read_off(expression: str) -> Anchors:
    """What :func:`anchors` gives, worked out."""
    read = Expression(expression)
    return read.anchors(read.alternatives(WHOLE, 0, len(expression)), begins=False, ends=False)


class Needed(NamedTuple):
    """What is kept of an expression."""

    anchors: Anchors
    sequence: Anchors
    """What :mod:`.sequences` reads off it."""


def kept(expression: str) -> Needed | None:
    """What the file holds of an expression, or None."""
    columns = _kept().get(digest(expression))
    return None if columns is None else Needed(*map(_sets, columns))


def _sets(column: str) -> Anchors:
    return tuple(frozenset(each.split(" ")) for each in column.split("|")) if column else ()


@lru_cache(maxsize=1)
def _kept() -> dict[str, list[str]]:
    place = resources.files("kgraph.extractors.relations") / KEPT
    lines = place.read_text(encoding="utf-8").splitlines() if place.is_file() else ()
    return {key: columns for key, *columns in (line.split("\t") for line in lines)}


def digest(expression: str) -> str:
    """What stands for an expression in the file of anchors that are kept."""
    return hashlib.sha256(expression.encode()).hexdigest()[:16]


WHOLE = -1
"""Stands for the group that an expression as a whole is."""


@dataclass
class Expression:
    """A regular expression whose brackets have been looked for, once."""

    text: str
    ends: dict[int, int] = field(default_factory=dict)
    """Where each group ends, by where it begins."""
    bars: dict[int, list[int]] = field(default_factory=dict)
    """Where the alternatives of each group are parted."""

    def __post_init__(self) -> None:
        """Look for the brackets."""
        within = [WHOLE]
        for mark in _MARK.finditer(self.text):
            if mark[0] == "(":
                within.append(mark.start())
            elif mark[0] == ")":
                self.ends[within.pop()] = mark.end()
            elif mark[0] == "|":
                self.bars.setdefault(within[-1], []).append(mark.start())

    def alternatives(self, group: int, begin: int, end: int) -> list[Span]:
        """The alternatives of a group that stand between two places."""
        bars = self.bars.get(group, [])
        return [*map(Span, (begin, *(bar + 1 for bar in bars)), (*bars, end))]

    def inside(self, group: int) -> list[Span]:
        """The alternatives of the group that begins at a place."""
        return self.alternatives(group, _OPENING.match(self.text, group).end(), self.ends[group] - 1)  # type: ignore[union-attr]

    def anchors(self, alternatives: list[Span], begins: bool, ends: bool) -> Anchors:
        """What one of some alternatives cannot match without; ``ends`` tells whether a blank follows them."""
        if len(alternatives) > 1:
            every = [self._anchors(each, begins, ends) for each in alternatives]
            return (frozenset().union(*(each[0] for each in every)),) if all(every) else ()
        return self._anchors(alternatives[0], begins, ends)

    def _anchors(self, alternative: Span, begins: bool, ends: bool) -> Anchors:
        found: dict[frozenset[str], None] = {}
        for item in self.items(alternative):
            if begins and (first := self.beginnings(item.begin, alternative.end, ends)):
                found[first] = None
            if not item.optional and item.begin in self.ends:
                within = self.is_end(item.end, alternative.end, ends)
                key = self.text[item.begin : item.end], begins, within
                inner = _MEMORY.get(key)
                if inner is None:
                    inner = _MEMORY[key] = self.anchors(self.inside(item.begin), begins, within)
                found |= dict.fromkeys(inner)
            begins = self.begins_after(item, begins)
        return tuple(sorted(found, key=_commonness))

    def is_end(self, at: int, end: int, ends: bool) -> bool:
        """Whether a word that goes up to a place ends there: a blank follows."""
        return ends if at == end else self.text[at] == " " and not _QUANTIFIER.match(self.text, at + 1, end)

    def begins_after(self, item: _Item, begins: bool) -> bool:
        """Whether a word begins after a part, if one does or does not begin before it."""
        if self.text.startswith(_LOOK, item.begin):
            return begins
        if item.optional and not begins:
            return False
        if item.begin not in self.ends:
            return self.text[item.begin : item.end] == " "
        key = self.text[item.begin : item.end], begins
        ends = _ENDS.get(key)
        if ends is None:
            ends = _ENDS[key] = all(self._begins_after(each, begins) for each in self.inside(item.begin))
        return ends

    def _begins_after(self, alternative: Span, begins: bool) -> bool:
        for item in self.items(alternative):
            begins = self.begins_after(item, begins)
        return begins

    def items(self, alternative: Span) -> Iterator[_Item]:
        """The parts of an alternative at its outermost level, without their quantifiers."""
        at, end = alternative
        while at < end:
            stop = self._end(at, end)
            quantifier = _QUANTIFIER.match(self.text, stop, end)
            optional = quantifier is not None and _OPTIONAL.match(quantifier[0]) is not None
            yield _Item(at, stop, optional or self.text.startswith(_LOOK, at))
            at = _after(quantifier, self.text) if quantifier else stop

    def _end(self, at: int, end: int) -> int:
        """Where the part that begins at a place ends."""
        first = self.text[at]
        if first == "\\":
            return at + (4 if self.text[at + 1] == "x" else 2)
        if first == "[":
            return _CLASS.match(self.text, at, end).end()  # type: ignore[union-attr]
        if first == "(":
            return self.ends[at]
        letters = _LETTERS.match(self.text, at, end)
        return letters.end() if letters else at + 1

    def beginnings(self, at: int, end: int, ends: bool) -> frozenset[str]:
        """The word beginnings with which a match may begin of what stands there; empty where it may begin otherwise.

        A short word that a blank must follow is told as a whole.
        """
        found: frozenset[str] = frozenset()
        while self.text.startswith("(?:", at) and at < end:
            quantifier = _QUANTIFIER.match(self.text, self.ends[at], end)
            after = _after(quantifier, self.text) if quantifier else self.ends[at]
            within = (quantifier is None or quantifier[0] == "?") and self.is_end(after, end, ends)
            key = self.text[at : self.ends[at]], within
            every = _BEGINNINGS.get(key)
            if every is None:
                parts = [self.beginnings(*each, within) for each in self.inside(at)]
                every = _BEGINNINGS[key] = frozenset().union(*parts) if all(parts) else frozenset()
            if not every:
                return frozenset()
            found |= every
            if not quantifier or not _OPTIONAL.match(quantifier[0]):
                return found
            at = after  # or it is left out
        if at < end and self.text.startswith("\\x27", at):
            return found | {"'s" if self.text.startswith("\\x27s", at) else "'"}
        literal = _LITERAL.match(self.text, at, end)
        if not literal:
            return frozenset()
        word = literal[0][:-1] if _QUANTIFIER.match(self.text, literal.end(), end) else literal[0]
        if len(word) < 2:
            return frozenset()
        whole = len(word) <= LONGEST and word == literal[0] and self.is_end(literal.end(), end, ends)
        return found | {word + END if whole else word[:LONGEST]}


def _after(quantifier: re.Match[str], text: str) -> int:
    """Where what follows a quantifier begins: it may be a lazy one."""
    return quantifier.end() + text.startswith("?", quantifier.end())


def _commonness(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """Less for what fewer lines have: no common words, few ways to begin."""
    return len({word.removesuffix(END) for word in words} & _COMMON), len(words), sorted(words)
