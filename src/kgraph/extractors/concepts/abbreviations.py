"""Abbreviations that a text defines itself: "electronic health records (EHRs)".

The method is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing 2003: candidates are short forms in brackets after their long form,
or long forms in brackets after their short form; the characters of the short form are looked for in the long form from
right to left, and the first of them has to begin a word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Span = tuple[int, int]

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,200})[)\]]")
_SHORT_END = re.compile(r"[;,:]|\s+or\s+|\s+and\s+(?=also\b)|\s+-\s+")
_WORD = re.compile(r"[^\s()\[\]]+")
LONGEST_SHORT = 10
WINDOW = 300
"""How far before a bracket a long form may begin, in code points."""


class Abbreviation(NamedTuple):
    """A short form and its long form with their places as (start, end) offsets in code points."""

    short: str
    short_span: Span
    long: str
    long_span: Span


def _is_short_form(text: str) -> bool:
    """Say whether ``text`` can be a short form: 2 to 10 characters, one word, or two with a capital.

    Measurements and references in brackets ("p < 0.05", "n=101", "10 mg/kg", "patient 1") look much like short forms.
    """
    words = text.split()
    return (
        2 <= len(text) <= LONGEST_SHORT
        and 1 <= len(words) <= 2
        and text[0].isalnum()
        and any(character.isalpha() for character in words[0])
        and (len(words) == 1 or any(character.isupper() for character in text))
        and not any(character in "=<>%±" for character in text)
        and not words[-1].replace(".", "").isdigit()
    )


def _long_form_start(short: str, text: str) -> int | None:
    """Return where in ``text`` the long form of ``short`` begins, the long form being a tail of ``text``."""
    place = len(text) - 1
    for index in range(len(short) - 1, -1, -1):
        wanted = short[index].lower()
        if not wanted.isalnum():
            continue
        while place >= 0 and (
            text[place].lower() != wanted or (index == 0 and place > 0 and text[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
        place -= 1
    start = place + 1
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in '([{"“':
        start -= 1
    return start


def _definition(text: str, short_span: Span, before: Span) -> Abbreviation | None:
    """Return the abbreviation with its short form at ``short_span`` and its long form at the end of ``before``."""
    short = text[slice(*short_span)]
    limit = min(len(short) + 5, len(short) * 2)
    words = list(_WORD.finditer(text, *before))[-limit:]
    if not words:
        return None
    offset, end = words[0].start(), words[-1].end()
    found = _long_form_start(short, text[offset:end])
    if found is None:
        return None
    start = offset + found
    while start < end and not text[start].isalnum():
        start += 1
    long = text[start:end]
    if len(long) <= len(short) or short in long.split() or not any(c.isalpha() for c in long):
        return None
    return Abbreviation(short, short_span, long, (start, end))


def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that ``text`` defines, in that order; of a short form the first definition counts."""
    found: dict[str, Abbreviation] = {}
    for bracket in _BRACKETS.finditer(text):
        start, end = bracket.span(1)
        cut = _SHORT_END.search(text, start, end)
        inner_end = cut.start() if cut else end
        while start < inner_end and text[start] in " \"'“”":
            start += 1
        while start < inner_end and text[inner_end - 1] in " \"'“”":
            inner_end -= 1
        inner = text[start:inner_end]
        window = max(0, bracket.start() - WINDOW)
        line = max(text.rfind("\n", window, bracket.start()), text.rfind(". ", window, bracket.start()) + 1, window)
        definition = None
        if _is_short_form(inner):
            definition = _definition(text, (start, inner_end), (line, bracket.start()))
        if definition is None and len(inner.split()) > 1:
            words = list(_WORD.finditer(text, max(line, bracket.start() - 40), bracket.start()))
            if words and _is_short_form(words[-1][0]) and any(c.isupper() for c in words[-1][0]):
                swapped = _definition(text, words[-1].span(), (start, end))
                if swapped is not None and swapped.long_span[0] == start:
                    definition = swapped
        if definition is not None:
            found.setdefault(definition.short, definition)
    return tuple(found.values())
