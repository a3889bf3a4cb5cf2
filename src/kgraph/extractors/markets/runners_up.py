"""Who comes behind the first of a market: "Acme holds 30 %, ahead of X and Y", "X came third, Y fourth".

Asked only of a sentence that says who leads or shares a market, and of the one after it.
"""

import re
from collections.abc import Iterable, Iterator

from kgraph.extractors import regions
from kgraph.extractors.figures import holders
from kgraph.extractors.markets.leaders import list_before
from kgraph.extractors.markets.listed_names import Player, names

_BEHIND = re.compile(
    r"(?:,?\s(?:(?:closely|then)\s)?(?:followed|trailed|chased)\s(?:closely\s)?by"
    r"|,?\s(?:(?:well|just|far|slightly|narrowly|comfortably|clearly)\s)?ahead\sof|,?\sbehind(?:\s(?:only|just))?"
    r"|,\s(?:then|before))\s(?:(?:rivals?|only|both)\s)?(?=[A-Z])"
)
_FOLLOW = re.compile(
    r"\s(?:(?:both|then)\s)?(?:follow|trail|come\snext|come\sbehind|are\snext|are\sbehind|round\sout\sthe)\b"
)
_RANK = re.compile(
    r"\s(?:(?:came|comes|was|is|ranks|ranked|finished|finishes|placed|takes|took|slipped|rose|climbed|dropped|fell|moved)\s"
    r"(?:(?:back|up|in|to|into|at|down|only)\s){0,2})?(?:the\s)?(?:second|third|fourth|fifth|sixth|last)(?![\w-])"
    r"(?!\s(?!place|spot|position|on|with|at|in|and|by|behind|ahead)[a-z])"
)
"""After a name and its place: "Acme *came third*, Beta *fourth*", but not "Acme's third quarter"."""
ASIDE = re.compile(r",\s(?:the|an?|whose|which|part|formerly|now)\s[^,;]{3,90},$")
"""Between the two: "Acme*, the kiosk unit of Orbixo Ltd.,* came third"."""
_NO_FIRM = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December|Christmas|Easter|Thanksgiving|Black Friday|Q[1-4])\b"
)


def behind(content: str, start: int, end: int) -> Iterator[Player]:
    """The firms of a sentence that it puts behind another."""
    words = content[start:end]
    for found in _BEHIND.finditer(words):
        yield from _firms(names(content, start + found.end(), end))
    for found in _RANK.finditer(words):
        aside = ASIDE.search(words, 0, found.start())
        named = holders.before(words, aside.start() if aside else found.start())
        if named is not None and named.end >= found.start() - _REACH:
            yield from _firms([Player(named.name, start + named.start, start + named.end)])
    follow = _FOLLOW.search(words)
    first = list_before(words, follow.start()) if follow else None
    if follow and first is not None:
        yield from _firms(names(content, start + first, start + follow.start()))


_REACH = 100
"""Code points of an aside between a name and its place."""


def _firms(players: Iterable[Player]) -> Iterator[Player]:
    for player in players:
        if not regions.is_region(player.name) and not _NO_FIRM.match(player.name):
            yield player
