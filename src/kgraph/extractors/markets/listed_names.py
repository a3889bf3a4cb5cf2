"""The names of a list of firms: "Acme Inc., Beta & Co (Switzerland) and Gamma, among others"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.word_lists import NO_PLAYER

LONGEST_LIST = 200
"""Names; no report lists more players than that, hostile text may."""

_DIVIDER = re.compile(
    r"\s*(?:[,;•·|\n\t]|\s/\s|\s-\s(?=[A-Z]))\s*(?:(?:and|&|as well as)\s+(?=[^\W_]))?|\s+(?:and|as well "
    r"as)\s+(?=[A-Z0-9])",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|Corp|Co|PLC|plc|GmbH|AG|SA|S\.A|S\.p\.A|NV|N\.V|BV|B\.V|AB|AS|A/S|"
    r"Limited|Incorporated|Pvt|Pty|KGaA|SE|KG|Corporation|Company|Sarl|SAS|KK|K\.K)\b\.?",
)
_NAME = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?:[A-Z0-9]|[a-z]{1,3}[A-Z])[^\s,;()|]*(?:\s+(?:(?:of|de|the|for|und|et|y|"
    r"di|&|and(?=\s+Company\b)|\+)\s+)?(?:[A-Z0-9&]|[a-z]{1,3}[A-Z])[^\s,;()|]*){0,6})",
)
_ENDS = re.compile(
    r"\b(?:among\s+(?:many\s+)?others?|and\s+(?:many\s+)?others?|etc|and more|to name a few|amongst others)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_ITS_PART = re.compile(
    r"(?:['’]s)?,?\s*(?:(?:with|at|on|has|holds|for)\s+)?(?:(?:a|an|about|around|nearly|some)\s+)*"
    r"\d{1,3}(?:\.\d{1,2})?\s?(?:%|per\s?cent)(?:\s+(?:market\s+)?share)?\s*$"
)
"""What may be said of each listed firm: "Acme *with 31 percent*, Beta *20%*"."""
_COUPLES = re.compile(
    r"\b(?:Johnson|Procter|Ernst|Marsh|Rohde|Black|Smith|Bausch|Frost|Bang|Rolls|Barnes|Marks|Wolters|"
    r"Thomson|Boston|Brown|Burr|Sullivan|Standard|Eli Lilly|Merck|Deere|Bed|Dun|Young|Moody|Roper|Pratt|"
    r"Harman|Becton|Arm|Research|Hewlett)\b"
)


class Player(NamedTuple):
    """A name where a text lists it; offsets count from the text's start."""

    name: str
    start: int
    end: int


def names(content: str, start: int, end: int) -> Iterator[Player]:
    """The names of a list, up to the first element that is no name."""
    stop = _ENDS.search(content, start, end)
    end = stop.start() if stop else end
    pieces = _pieces(content, start, end)
    for i, (a, b) in enumerate(pieces[:LONGEST_LIST]):
        last = i == len(pieces) - 1
        couple = re.search(r"\s&\s", content[a:b])
        if (
            last
            and couple
            and len(pieces) > 1
            and not _LEGAL.match(content, a + couple.end())
            and not _COUPLES.search(content, a, a + couple.start() + 1)
        ):
            halves = [(a, a + couple.start()), (a + couple.end(), b)]
        else:
            halves = [(a, b)]
        for first, stop_at in halves:
            name = named(content, first, stop_at)
            if name is None:
                if not content[first:stop_at].strip(" .|"):
                    continue
                return
            yield name
            rest = _COUNTRY.sub("", _ITS_PART.sub("", content[name.end : stop_at])).strip(" .|\"”’'®™:")
            if rest and not re.fullmatch(r"\([^()]*\)?", rest):
                return


def _pieces(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The elements between the dividers; "Inc." and its like stay with the name before them."""
    pieces: list[tuple[int, int]] = []
    whole = [found.span() for found in _with_commas().finditer(content, start, end)]
    at = start
    for divider in _DIVIDER.finditer(content, start, end):
        if _LEGAL.match(content, divider.end()) and not re.match(
            r"[\w.]+\s+[A-Z]", content[divider.end() : divider.end() + 20]
        ):
            continue
        if any(first < divider.start() < last for first, last in whole):
            continue
        if content.count("(", at, divider.start()) > content.count(")", at, divider.start()):
            continue
        pieces.append((at, divider.start()))
        at = divider.end()
        if len(pieces) > LONGEST_LIST:
            return pieces
    pieces.append((at, end))
    return pieces


_SMALL_INSIDE = frozenset({",", "on", "in", "to", "by", "with", "at", "from"})
"""What else ends a name."""


@lru_cache(maxsize=1)
def _with_commas() -> re.Pattern[str]:
    """The shipped firms in whose names a comma or small word stands: "Becton, Dickinson", "Doctor on Demand"."""
    forms = {
        form
        for each in lexicon.shipped().names.values()
        for form, known in each.items()
        if not _SMALL_INSIDE.isdisjoint(form) and any(entry.type == "Company" for entry in known)
    }
    return re.compile("|".join(r"\s*".join(map(re.escape, form)) for form in sorted(forms, key=lambda f: (-len(f), f))))


_BEGIN_NAMES = frozenset({"global", "north", "south", "east", "west", "base"})
_NO_COMPANY = re.compile(r"^[\d.,%$€£]+\s?(?:billion|million|bn|%)?$|\bMarkets?\b(?! Systems)", re.IGNORECASE)


_QUARTER = re.compile(r"(?:\d[QH]\d{0,4}|[QH]\d)\s(?=[A-Z])")
_SEAT = re.compile(r"([A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})['’]s\s(?=[A-Z])")
"""Before a firm the country that it is from: "South Korea's LG Display"."""


def named(content: str, start: int, end: int) -> Player | None:
    """The name that an element of a list begins with; None for regions, segments and ordinary words."""
    while start < end and content[start] in " \t\n•·*–—-\"“'‘":
        start += 1
    quarter = _QUARTER.match(content, start, end)
    start = quarter.end() if quarter else start
    seat = _SEAT.match(content, start, end)
    if seat and regions.is_region(seat[1]):
        start = seat.end()
    found = _NAME.match(content, start, min(end, start + 120))
    if found is None:
        return None
    whole = _with_commas().match(content, start, end)
    first, last = whole.span() if whole else found.span("name")
    legal = re.match(rf"(?:(?:,\s*|\s+){_LEGAL.pattern})+", content[last : min(end, last + 40)])
    if legal:
        last += legal.end()
    name = content[first:last]
    trimmed = re.sub(r"[\s(&+\"”’'®™:–—-]+$", "", name)
    if not re.search(rf"(?:{_LEGAL.pattern[:-3]}\.|\b[A-Z]\.)$", trimmed):
        trimmed = trimmed.rstrip(".")
    trimmed = re.sub(r"\s+\d[\d.]*%$", "", trimmed)
    if not lexicon.shipped().known(trimmed.replace("’", "'")):
        trimmed = re.sub(r"['’]s$", "", trimmed)
    name = " ".join(trimmed.split())
    words = name.lower().split()
    owner = re.match(r"(.+?)['’]s\s", name)
    if owner and any(entry.type == "Company" for entry in lexicon.shipped().known(owner[1])):
        return None  # "Microsoft's Azure"
    if not words or words[0] in NO_PLAYER - _BEGIN_NAMES or all(word in NO_PLAYER for word in words):
        return None
    if len(name) < 2 or not re.search(r"[A-Za-z]", name) or regions.is_region(name) or _NO_COMPANY.search(name):
        return None
    return Player(name, first, first + len(trimmed))
