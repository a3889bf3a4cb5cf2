"""Matching many names in a text at once: letters and digits only, whole words only, every place, in linear time.

The text is folded character by character (case, accents and punctuation go, Greek letters become words) and searched
with one Aho-Corasick automaton (A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18, 1975); what it
finds is told in offsets of the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

import ahocorasick_rs

from kgraph.concepts import fold_character

_RUN = re.compile(r"\s{2,}|\u00ad|\u200b")


class _Folding(dict[int, str]):
    """Folds characters for ``str.translate`` and remembers the answers."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold_character(character)
        self[code] = folded
        return folded


_FOLDING = _Folding({code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})


class Folded:
    """A text in the form in which names are matched, and the way back to its offsets."""

    __slots__ = ("_from", "_to", "text")

    def __init__(self, original: str) -> None:
        """Fold ``original``; runs of white space count as one blank."""
        self._from: list[int] = [0]
        self._to: list[int] = [0]
        several = "" if original.isascii() else "".join(c for c in set(original) if len(_FOLDING[ord(c)]) != 1)
        if not several and not _RUN.search(original):
            self.text = original.translate(_FOLDING)
            return
        pattern = re.compile(f"{_RUN.pattern}|[{re.escape(several)}]") if several else _RUN
        parts: list[str] = []
        length = last = 0
        for match in pattern.finditer(original):
            start, end = match.span()
            between = original[last:start].translate(_FOLDING)
            here = "" if match[0] in "\u00ad\u200b" else match[0].translate(_FOLDING)
            if here.isspace():
                here = " "
            parts += (between, here)
            length += len(between)
            self._from += (length, length + len(here))
            self._to += (start, end)
            length += len(here)
            last = end
        parts.append(original[last:].translate(_FOLDING))
        self.text = "".join(parts)

    def original(self, place: int) -> int:
        """Return the offset in the original text of ``place`` in the folded one."""
        if len(self._from) == 1:
            return place
        index = bisect_right(self._from, place) - 1
        found = self._to[index] + place - self._from[index]
        return (
            found if index + 1 == len(self._to) else min(found, self._to[index + 1] - 1)
        )  # inside a written-out letter


def fold_name(name: str) -> str:
    """Return ``name`` in the form in which it is matched: a name that has no letter or digit folds to nothing."""
    if name.isascii() and "  " not in name:
        return name.translate(_FOLDING).strip()
    return Folded(name.strip()).text.strip()


class Matcher:
    """An automaton over folded names."""

    __slots__ = ("_automaton",)

    def __init__(self, folded_names: Iterable[str]) -> None:
        """Build it; the matches number the names in this order."""
        self._automaton = ahocorasick_rs.AhoCorasick(
            (f" {name} " for name in folded_names), matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def find(self, folded: Folded) -> list[tuple[int, int, int]]:
        """Return (start, end, number) of every name at every place, in offsets of the original text."""
        found = self._automaton.find_matches_as_indexes(f" {folded.text} ", overlapping=True)
        original = folded.original
        return [(original(start), original(end - 3) + 1, number) for number, start, end in found]


def find_words(words: Iterable[str], text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, word) where one of ``words`` stands in ``text`` just as written, or with a plural's s."""
    wanted = list(words)
    automaton = ahocorasick_rs.AhoCorasick(wanted, matchkind=ahocorasick_rs.MatchKind.Standard)
    found = []
    for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if start and text[start - 1].isalnum():
            continue
        if not text[end : end + 1].isalnum():
            found.append((start, end, wanted[number]))
        elif text[end] == "s" and not text[end + 1 : end + 2].isalnum():
            found.append((start, end + 1, wanted[number]))
    return found
