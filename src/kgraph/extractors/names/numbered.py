"""Names that begin with a figure and letters: "9th Orbit", "9orbs"; who counts or ranks something writes otherwise."""

import re
from collections.abc import Sequence

from kgraph.extractors.names.forms import UNITS, is_plural
from kgraph.extractors.names.vocabulary import Vocabulary
from kgraph.extractors.shapes import ACRONYM, CALENDAR, CAPITAL, GENERIC, NUMBER, STOP
from kgraph.text import word_class

_ORDINAL = re.compile("[1-9][0-9]?(?:st|nd|rd|th|AM|PM)")
_COINED = re.compile("[1-9][0-9]?([a-z]{4,})")
_COUNTED = UNITS | word_class(
    "inch inches core cores times fold plus some years yrs hours hrs mins secs gbps mbps bits bytes watt watts volt "
    "metre metres meter meters miles mile feet foot gram grams litre litres dollars euros pounds cents"
)
"""What a figure may run together with: "12million" is no name."""
_RANKED = word_class(
    "annual anniversary edition generation gen century quarter grade street avenue floor place district circuit "
    "amendment day week month year birthday congress session round season series symposium conference summit "
    "international world global biennial"
)
"""What something is the eighth of, which is no name that an ordinal begins: "*8th Annual* Orbix Summit"."""
_OWNING = ("the", "The", "its", "their", "a", "an", "his", "her", "this", "'s", "’s", "on", "-", "$")
_LONGEST = 2


def begins_with_ordinal(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether an ordinal without an article begins a name: "raised by *9th Orbit*", not "the 8th Annual Summit"."""
    if _ORDINAL.fullmatch(words[i]) is None or (i and words[i - 1] in _OWNING):
        return False
    end = i + 1
    while end < len(words) and flags[end] & CAPITAL:
        if flags[end] & (ACRONYM | GENERIC | STOP | CALENDAR | NUMBER) or words[end].lower() in _RANKED:
            return False
        end += 1
    after = words[end] if end < len(words) else ""
    return (
        0 < end - i - 1 <= _LONGEST
        and not is_plural(words[end - 1], flags[end - 1])
        and after not in _RANKED
        and not given.lexicon.match(words, i + 1, end)[1]
    )


def is_coined(word: str) -> bool:
    """Whether a figure and small letters are a firm's name: "*9orbs* has raised", not "12million"."""
    found = _COINED.fullmatch(word)
    return found is not None and found[1] not in _COUNTED
