"""Which patterns a line can match at all: asked of every line, so that each pattern is tried on few of them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kgraph.extractors.anchors import LONGEST
from kgraph.extractors.relation_patterns import LETTERS, Pattern, patterns

WORDS = 1 << 14
"""How many words are remembered with their beginnings."""


class _Index(NamedTuple):
    """Sets of patterns as bits, the first pattern the lowest."""

    patterns: Sequence[Pattern]
    beginning: Mapping[str, Sequence[tuple[int, int]]]
    """Of each word's beginning: the rank of an anchor, and the patterns that it holds at that rank."""
    without: Sequence[int]
    """The patterns that have no anchor of each rank."""
    subject: Mapping[str, int]
    """The patterns whose subject a letter may be."""
    object: Mapping[str, int]


def possible(line: str) -> list[Pattern]:
    """The patterns that may match a line, in their order."""
    index = _index()
    subjects = objects = 0
    for letter in index.subject:
        if letter in line:
            subjects |= index.subject[letter]
            objects |= index.object[letter]
    held = list(index.without)
    for word in line.split():
        for rank, bits in _anchoring(word):
            held[rank] |= bits
    left = subjects & objects
    for bits in held:
        left &= bits
    found = []
    while left:
        lowest = left & -left
        found.append(index.patterns[lowest.bit_length() - 1])
        left ^= lowest
    return found


@lru_cache(maxsize=WORDS)
def _anchoring(word: str) -> tuple[tuple[int, int], ...]:
    """The patterns of which a word holds an anchor, by the rank of the anchor."""
    known, found = _index().beginning, dict[int, int]()
    for length in range(1, LONGEST + 1):
        for rank, bits in known.get(word[:length], ()):
            found[rank] = found.get(rank, 0) | bits
    return tuple(found.items())


@lru_cache(maxsize=1)
def _index() -> _Index:
    every = patterns()
    ranks = max(len(pattern.anchors) for pattern in every)
    beginning: dict[str, dict[int, int]] = {}
    without = [0] * ranks
    subject, object_ = (dict.fromkeys(LETTERS.values(), 0) for _ in range(2))
    for number, pattern in enumerate(every):
        for rank, words in enumerate(pattern.anchors):
            for word in words:
                bits = beginning.setdefault(word, {})
                bits[rank] = bits.get(rank, 0) | 1 << number
        for rank in range(len(pattern.anchors), ranks):
            without[rank] |= 1 << number
        for letter in pattern.subject_letters:
            subject[letter] |= 1 << number
        for letter in pattern.object_letters:
            object_[letter] |= 1 << number
    return _Index(every, {word: sorted(bits.items()) for word, bits in beginning.items()}, without, subject, object_)
