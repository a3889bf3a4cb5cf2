"""Where the sentences and the rows of tables stand in a text.

A line break always ends a sentence; a full stop does unless it belongs to an abbreviation, an initial or a number.
Longer stretches than :data:`LONGEST` are cut at a space, so that what follows stays linear in hostile input.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.extractors.word_lists import ABBREVIATIONS
from kgraph.model import Text

LONGEST = 1000
"""Code points; a sentence of a press release has rarely more than 600."""

LONGEST_LABEL = 70
"""Code points of a line that can be the label of the next."""
_AMOUNT = re.compile(
    r"(?:USD|US\$|EUR|GBP|[$€£])?\s?\d[\d.,]{0,20}\s?\+?(?:%|(?:million|billion|trillion|bn|mn|m|"
    r"b)\b)?\s?(?:USD|EUR)?",
    re.IGNORECASE,
)
MOST_LINES = 12
"""Over which one row of a table is spread."""
_RULE = re.compile(r"[|\s:-]*-{2,}[|\s:-]*")
_STOP = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s)")
_NEXT = re.compile(r"\s+[\"“‘'(\[«•*–—-]*\s?[^\Wa-z_]")
_LISTED = re.compile(r"\s*\([^().]{1,50}\)[,;]")
"""What goes on with a list after a stop: "Philips N.V. *(Netherlands),* Omron"."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
"""Before the last full stop of a person's or firm's initials: "J.R. Watkins Co."."""
_LAST_WORD = re.compile(r"[\w.&]*\w$")


class Sentence(NamedTuple):
    """A span of ``Text.content``."""

    start: int
    end: int
    part: int
    """0 for the headline, 1 for the abstract, 2 for the body."""
    is_row: bool
    """Whether it is the row of a table: cells divided by bars or tabs."""
    is_last: bool
    """Whether nothing follows in its part: feeds cut abstracts off there."""


def parts(text: Text) -> Iterator[tuple[int, int, int]]:
    """(part, start, end) of headline, abstract and body in ``text.content``; absent ones are left out."""
    at = 0
    for part, words in enumerate((text.headline, text.abstract, text.body)):
        if words:
            yield part, at, at + len(words)
            at += len(words) + 1


def sentences(text: Text) -> list[Sentence]:
    """All sentences and rows in the order of the text, blanks around them left out."""
    content = text.content
    found: list[Sentence] = []
    for part, start, end in parts(text):
        spans = [
            (*span, row)
            for line, stop, row in _lines(content, start, end)
            for span in ([(line, stop)] if row and stop - line <= LONGEST else _split(content, line, stop))
        ]
        found += [Sentence(a, b, part, row, i == len(spans) - 1) for i, (a, b, row) in enumerate(spans)]
    return found


def _lines(content: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Lines, stripped; a table's row whose value stands on the next line is joined with it."""
    lines = []
    at = start
    while at < end:
        stop = content.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = content[at:stop]
        if line.strip():
            lines.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at = stop + 1
    bars = 0
    i = 0
    while i < len(lines):
        first, stop = lines[i]
        line = content[first:stop]
        if _RULE.fullmatch(line):
            bars = line.count("|")
        elif "|" not in line:
            bars = 0
        row = bars > 0 or _is_row(line) or _is_label_of_next(content, lines, i)
        last = _row_end(content, lines, i, bars) if row else i
        if last > i:
            stop, i = lines[last][1], last
        yield first, stop, row
        i += 1


def _row_end(content: str, lines: list[tuple[int, int]], i: int, bars: int) -> int:
    """The line on which a row ends that a scraper broke: where the rule's number of bars is reached.

    Without a rule a closed label is joined with the value that follows.
    """
    line = content[lines[i][0] : lines[i][1]]
    if bars > 1 and not _RULE.fullmatch(line):
        seen = line.count("|")
        for last in range(i, min(i + MOST_LINES, len(lines))):
            seen += content.count("|", *lines[last]) if last > i else 0
            if lines[last][1] - lines[i][0] > LONGEST or seen > bars:
                return i
            if seen == bars:
                return last
        return i
    if _is_label_of_next(content, lines, i):
        return i + 1
    if _is_label(line) and i + 1 < len(lines):
        follower = content[lines[i + 1][0] : lines[i + 1][1]]
        if not _is_label(follower) or _is_value(follower):
            return i + 1
    return i


def _is_row(line: str) -> bool:
    return line.startswith("|") or line.endswith("|") or "\t" in line or (line.count("|") > 1 and len(line) < 400)


def _is_label(line: str) -> bool:
    """Whether a line is a single cell that is closed: "Market Revenue in 2024 |"."""
    return line.endswith("|") and "|" not in line.strip("| \t") and bool(line.strip("| \t")) and len(line) < 120


def _is_label_of_next(content: str, lines: list[tuple[int, int]], i: int) -> bool:
    """Whether a short line is the label of the amount that fills the next: "Base year value (2024)", "$48 billion"."""
    if i + 1 == len(lines) or lines[i][1] - lines[i][0] > LONGEST_LABEL:
        return False
    line = content[lines[i][0] : lines[i][1]]
    return line[-1] not in ".!?;,|" and _AMOUNT.fullmatch(content[lines[i + 1][0] : lines[i + 1][1]]) is not None


def _is_value(line: str) -> bool:
    """Whether a closed cell can only be a value: a list, or it begins with a number."""
    return line.count(",") > 1 or bool(re.match(r"[\W_]*(?:USD|US\$|EUR|[$€£])?[\s\d.,%+-]*\d", line, re.IGNORECASE))


def _split(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(content, start, end):
        if not _NEXT.match(content, stop.end(), min(end, stop.end() + 12)):
            continue
        if content[stop.start()] == "." and (
            _LISTED.match(content, stop.end(), min(end, stop.end() + 60))
            or _is_abbreviation(content[max(at, stop.start() - 12) : stop.start()])
            or content[at : stop.start()].strip(" •*").isdigit()
        ):
            continue
        yield from _bounded(content, at, stop.end())
        at = stop.end()
    yield from _bounded(content, at, end)


def _is_abbreviation(before: str) -> bool:
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper()) or bool(_INITIALS.fullmatch(word))


def _bounded(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = content.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield from _bounded(content, start, cut)
        start = cut
    words = content[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
