"""Where and when a newswire has a story from: "PUNE, India, May 11, 2021 (GLOBE NEWSWIRE) -- "."""

import re

_FRONT = re.compile(r"(?P<line>[^;:$€£%]{2,90}?\s?)(?:--|[—–]|(?<=\)\s)-|(?<=\))-|(?<=/\s)-|(?<=/)-)\s")
_SMALL = frozenset({"and", "of", "de"})
_TELLS = re.compile(
    r"[(/]|\b[A-Z]{3,}\b|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?\s\d{1,2}\b"
)
"""A wire, a town in capitals or a day: without any it is no dateline ("Orbixo Health – the maker of")."""


def without_dateline(words: str) -> str:
    """Write blanks over the dateline in front of a sentence: its place and year are no figure's.

    >>> without_dateline("PUNE, India, May 11, 2021 -- Telehealth grows").strip()
    'Telehealth grows'
    """
    front = _FRONT.match(words)
    if front is None or not _TELLS.search(front["line"]):
        return words
    if any(word[0].islower() and word not in _SMALL for word in front["line"].split()):
        return words
    return " " * front.end() + words[front.end() :]
