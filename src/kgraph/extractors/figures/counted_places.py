"""Where a text counts what is bought and sold: the place that its headline or its words name with the field."""

import re
from functools import lru_cache

from kgraph.extractors import regions

_PLACE = "(?P<place>" + "|".join(map(re.escape, (*regions.NAMES, *regions.ADJECTIVES))) + ")"
_COUNTED = (
    r"(?:markets?|shipments|sales|spend(?:ing)?|expenditure|outlays?|demand|shares?|industry|sector|rankings?|"
    r"registrations|deliveries|pie|tab)"
)
_FIRST = (
    r"(?i:(?:second|third|fourth|fifth|2nd|3rd)[- ])?(?:biggest|largest|leading|top|No\. ?\d|"
    r"number[- ](?:one|two|three))"
)
_MAKERS = (
    r"(?:grocers?|vendors?|makers?|suppliers?|retailers?|sellers?|insurers?|operators?|carriers?|providers?|brands?)"
)
_ALL_MAKERS = _MAKERS.replace("s?|", "s|").replace("s?)", "s)")
_WITH_FIELD = re.compile(
    rf"(?<![\w-]){_PLACE}(?:['’]s?)?\s(?:(?:[a-z][\w&/-]*|[A-Z][A-Z]+)\s){{0,4}}?(?:[A-Z][\w&/-]+\s){{0,2}}?(?:(?i:{_COUNTED})|{_ALL_MAKERS})\b"
    r"(?! (?:software|tech\w*|stocks?|price|rose|fell|up|down|jump|slump|surge|plunge|in\s[A-Z][a-z]+\s(?:Inc|Corp)))"
)
"""A place before what is counted there: "*China* smartphone shares", "the *Chinese* spend"."""
_FIRST_THERE = re.compile(rf"(?<![\w-]){_PLACE}(?:['’]s?)?\s{_FIRST}\b")
"""A place before who is first there: "the *UK’s* biggest grocer"."""
_IN_PLACE = re.compile(
    rf"\b(?i:{_COUNTED}|{_FIRST}|{_MAKERS})\b(?:\s[\w&-]+){{0,3}}?\s(?:in|across|of|within)\s(?:the\s)?{_PLACE}(?![\w-])"
    rf"|^In\s(?:the\s)?{_PLACE.replace('place', 'front')},\s"
    rf"|\b{_FIRST}\s{_PLACE.replace('place', 'whose')}\s(?:[\w-]+\s){{1,3}}?{_MAKERS}\b"
)
"""A place behind it: "every grocer in the *UK*", "tablet sales across *Europe*"."""
MOST_READ = 3_000
"""Letters of a text in which the place is looked for."""


@lru_cache(maxsize=256)
def _all(words: str) -> frozenset[str]:
    """The places in which the words count; every number of a sentence asks for them."""
    found: set[str] = set()
    for expression in (_WITH_FIELD, _FIRST_THERE, _IN_PLACE):
        for match in expression.finditer(words):
            found.add(regions.canonical(next(filter(None, match.groups()))))
    return frozenset(found)


_SEAT = re.compile(
    r"(?:['’]s?\s(?:[a-z-]+\s){0,3}[A-Z]|[-–](?:based|headquartered|listed|born)|(?:,\s[A-Z][\w.]+)?\s(?:[a-z-]+\s){0,2}?(?:firm|company|"
    r"group|giant|maker|start-?up|vendor|researcher|consultancy|analyst|authority|government|regulator|media|newspaper|"
    r"conglomerate|rival|brand|tech|official|minister)s?\b)"
)
"""Behind a place that says only who comes from there."""


def only_place(words: str) -> str:
    """The one place that the words name at all, not as somebody's seat; "" where they name several or none."""
    if regions.is_world(words):
        return ""
    named = regions.regions(words[:MOST_READ])
    told = {place for place, _, end in named if not _SEAT.match(words, end)}
    return told.pop() if len({place for place, _, _ in named}) == len(told) == 1 else ""


def counted_place(words: str) -> str:
    """The one place in which the words count something; "" where they name none or several, or the world.

    >>> counted_place("China smartphone shares, Q3 2024: vivo stays in front")
    'China'
    >>> counted_place("China's BOE leads")
    ''
    """
    if regions.is_world(words):
        return ""
    found = _all(words[:MOST_READ])
    return next(iter(found)) if len(found) == 1 else ""
