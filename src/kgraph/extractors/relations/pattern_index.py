"""Which patterns a line can match at all: asked of every line, so that each pattern is tried on few of them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_

from kgraph.extractors.relations.anchors import END, LONGEST
from kgraph.extractors.relations.expressions import (
    ALLIES,
    BUYER,
    EARLIER,
    LAUNCHER,
    MAIN,
    PRODUCT,
    RAISER,
    Pattern,
    patterns,
)

WORDS = 1 << 14
"""How many words are remembered with what they hold."""
ROWS = 3
"""Needs of a pattern that are asked for wherever they stand: the most telling; each more is asked of every word."""
STEPS = 4
"""Needs of a pattern that must follow each other."""
MARKS = (EARLIER, LAUNCHER, PRODUCT, BUYER, RAISER, MAIN, ALLIES)
FEW = 5
"""Slots of which all letters are remembered as they stand."""
OUTLINES = 1 << 13
"""How many orders of slots are remembered with the patterns that they can fill."""

Needs = Sequence[frozenset[str]]
"""Of each of these sets a line must hold one: a single character anywhere, or the beginning of a word."""


class Index(dict[str, int]):
    """What each word holds of what expressions need, as bits: a row of all expressions for each of their needs."""

    def __init__(self, expressions: Sequence[Needs]) -> None:
        super().__init__()
        count = len(expressions)
        rows = max(map(len, expressions), default=0)
        self._whole = (1 << count) - 1
        self._shifts = [row * count for row in range(1, rows)]
        self._always = 0
        """What needs nothing, or nothing more."""
        self._holders: dict[str, int] = {}
        for number, needs in enumerate(expressions):
            for row, every in enumerate(needs):
                for each in every:
                    self._holders[each] = self._holders.get(each, 0) | 1 << row * count + number
            for row in range(len(needs), rows):
                self._always |= 1 << row * count + number
        self._characters = [each for each in self._holders if len(each) == 1]

    def __missing__(self, word: str) -> int:
        """What a word holds that has not been met, or not lately."""
        if len(self) >= WORDS:
            self.clear()
        held = self._holders.get(word + END, 0)
        for each in self._characters:
            if each in word:
                held |= self._holders[each]
        for length in range(2, LONGEST + 1):
            held |= self._holders.get(word[:length], 0)
        self[word] = held
        return held

    def fitting(self, line: str) -> int:
        """The expressions that may match a line, the first of them the lowest bit."""
        held = reduce(or_, filter(None, map(self.__getitem__, line.split())), self._always)
        fit = held & self._whole
        for shift in self._shifts:
            fit &= held >> shift
        return fit


class OrderedIndex(Index):
    """The same of expressions some of whose needs must be held by words that follow each other.

    The rows of these come first, those of the last steps together. A word takes an expression a step on where it holds
    what the step needs and the step before it has been taken.
    """

    def __init__(self, sequences: Sequence[Needs], expressions: Sequence[Needs]) -> None:
        """Take the sequences of expressions, of :data:`STEPS` at most, and what they need wherever it stands."""
        super().__init__(
            [
                [*[frozenset[str]()] * (STEPS - len(steps)), *steps, *needs]
                for steps, needs in zip(sequences, expressions, strict=True)
            ]
        )
        self._count = count = len(expressions)
        last = STEPS - 1
        self._open = (1 << (len(self._shifts) + 1) * count) - (1 << STEPS * count)
        """What may be held before anything else is."""
        for number, steps in enumerate(sequences):
            if steps:
                self._open |= 1 << (STEPS - len(steps)) * count + number
            else:
                self._always |= 1 << last * count + number
        self._shifts = [last * count, *self._shifts[last:]]

    def fitting(self, line: str) -> int:
        """The expressions that may match a line, the first of them the lowest bit."""
        taken, opened, count = self._always, self._open, self._count
        for held in filter(None, map(self.__getitem__, line.split())):
            taken |= held & (taken << count | opened)
        fit = self._whole
        for shift in self._shifts:
            fit &= taken >> shift
        return fit


def possible(line: str) -> list[Pattern]:
    """The patterns that may match a line, in their order."""
    every, index = patterns(), _index()
    fit = f"{index.fitting(line) & _fillable(_outline(_SLOT.findall(line))):b}"[::-1]
    found, at = [], fit.find("1")
    while at >= 0:
        found.append(every[at])
        at = fit.find("1", at + 1)
    return found


_SLOT = re.compile("[\ue000-\ue008]")


def _outline(letters: Sequence[str]) -> str:
    """The letters of a line's slots, of each the first and the last: what stands between them fills nothing more."""
    if len(letters) <= FEW:
        return "".join(letters)
    last = {letter: place for place, letter in enumerate(letters)}
    first = {letter: place for place, letter in reversed(list(enumerate(letters)))}
    return "".join([each for place, each in enumerate(letters) if place in (first[each], last[each])])


@lru_cache(maxsize=OUTLINES)
def _fillable(letters: str) -> int:
    """The patterns, as bits, that find slots for both their ends, in their order, among slots of these letters."""
    bits = 0
    for (left, right), some in _by_ends().items():
        first = next((place for place, letter in enumerate(letters) if letter in left), len(letters))
        if any(letter in right for letter in letters[first + 1 :]):
            bits |= some
    return bits


@lru_cache(maxsize=1)
def _by_ends() -> Mapping[tuple[frozenset[str], frozenset[str]], int]:
    """The patterns, as bits, by the letters of the end that they name first and of the other."""
    found: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    for number, pattern in enumerate(patterns()):
        ends = (pattern.subject_letters, pattern.object_letters)
        if pattern.match.find("(?P<o>") < pattern.match.find("(?P<s>"):
            ends = ends[::-1]
        found[ends] = found.get(ends, 0) | 1 << number
    return found


@lru_cache(maxsize=1)
def _index() -> OrderedIndex:
    return OrderedIndex([_steps(pattern) for pattern in patterns()], [_needs(pattern) for pattern in patterns()])


def _needs(pattern: Pattern) -> Needs:
    """Where it speaks of what an earlier sentence named, the mark of that, its brackets and its anchors."""
    marks = frozenset(each for each in MARKS if each in pattern.match)
    brackets = [frozenset(mark) for mark in pattern.holds]
    return [*([marks] if marks else []), *brackets, *sorted(pattern.anchors, key=len)][:ROWS]


def _steps(pattern: Pattern) -> Needs:
    """The most telling of what must follow each other: words rather than slots, of few words rather than of many."""
    every = enumerate(pattern.sequence)
    telling = sorted(every, key=lambda step: (any(len(each) == 1 for each in step[1]), len(step[1])))
    return [needed for _, needed in sorted(telling[:STEPS], key=lambda step: step[0])]
