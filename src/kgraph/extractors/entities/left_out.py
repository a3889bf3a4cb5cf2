"""What looks like a name and is left out: a newswire and a town in a dateline, a name in which a feed breaks off."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.typing_evidence.setting import NOTHING
from kgraph.lexicon import Lexicon, form_of
from kgraph.model import Mention
from kgraph.text import word_class

_DATELINE = 10
_ENDS = ("", "...", "…")
CUT = 6.0
"""Log-odds that what a feed breaks off in is no name."""


def is_wire(words: Sequence[str], name: Name) -> bool:
    """Whether a name is that of the newswire in a dateline, of which no text speaks: "Feb 27 (*Reuters*) - Acme"."""
    return (
        0 < name.first < _DATELINE
        and name.end + 1 < len(words)
        and words[name.first - 1] == "("
        and words[name.end] == ")"
        and words[name.end + 1] in ("-", "–", "—", "--")
    )


def in_dateline(words: Sequence[str], name: Name) -> bool:
    """Whether capitals stand in a dateline, between where a release begins and its newswire.

    "*STATE COLLEGE*, Pa., April 13 /PRNewswire/": a town, whatever its words, and no firm.
    """
    inside = words[name.first : name.end]
    if not any(word.isupper() and len(word) > 1 for word in inside) or any(word.islower() for word in inside):
        return False
    if "&" not in inside and not all(word.isupper() or word in _JOINTS for word in inside):
        return False
    for k in range(name.end, min(name.end + _DATELINE + 4, len(words))):
        lower = words[k].lower()
        if lower.startswith(_WIRES):
            return k - name.end > 1 or not words[name.end].isalpha()
        if words[k].isalpha() and words[k].islower() and lower not in _SMALL:
            return False
    return False


def is_town(words: Sequence[str], name: Name) -> bool:
    """Whether a name of a dateline is a single town's, with nothing that sticks to it: not "*NEW YORK & PARIS*"."""
    before = words[name.first - 1] if name.first else ""
    return (
        all(word.isalpha() for word in words[name.first : name.end])
        and words[name.end] not in _JOINTS
        and before not in _JOINTS
    )


_WIRES = (
    "prnewswire",
    "newswire",
    "prweb",
    "globenewswire",
    "einpresswire",
    "accesswire",
    "cnw",
    "wire",
    "businesswire",
)
_JOINTS = ("&", "'", "’")
_SMALL = word_class("and or the of")


def without_cut(content: str, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; one that the text breaks off in is none, as a fuller word or name shows: "on *Micro*"."""
    last = mentions[-1] if mentions else None
    if last and content[last.end :].strip() in _ENDS and "\n" in content[: last.start]:
        cut = content[last.start : last.end]
        fuller = re.search(rf"\b{re.escape(cut)}(?!s\b)\w", content)
        if fuller or (not lexicon.known(cut) and _begins_known(cut, lexicon)):
            mentions[-1] = last._replace(types=((NOTHING, CUT),))
    return mentions


def _begins_known(cut: str, lexicon: Lexicon) -> bool:
    """Whether a known name begins with these words and a single way to go on is known: "Amazon Web"."""
    form = form_of(cut)
    if len(form) == 1 or not (forms := lexicon.names.get(form[0])):
        return False
    return len({each[len(form)] for each in forms if len(each) > len(form) and each[: len(form)] == form}) == 1
