"""Who is set against whom in a field: "Acme overtook Zelbo in cloud computing", "trails only Zelbo in analytics"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.extractors.cues import Cues
from kgraph.extractors.markets.leading_makers import ENDS, GOODS_FIELD

_CUES = Cues(
    "gain", "clos", "catch", "caught", "narrow", "overt", "surpass", "outpac", "trail", "lag", "challeng", "chas",
    "rival", "beat", "ehind ", "head of", "compet",
)  # fmt: skip
"""A sentence without any of them sets nobody against anybody: asked first, because it is quick."""
_AGAINST = (
    r"(?:gain(?:s|ed|ing)?\s(?:more\s)?(?:ground\s)?on|(?:inch|mov|edg|draw|com|creep|crept)(?:s|es|ed|ing|e)?\scloser\sto|clos(?:es|ed|ing)\s(?:in\son|the\sgap\s(?:with|to|on|between\sit\sand))|"
    r"(?:catch(?:es|ing)?|caught)\sup\s(?:with|to)|narrow(?:s|ed|ing)?\s(?:the|its)\sgap\swith|overt(?:akes?|ook|aken|aking)|"
    r"surpass(?:es|ed|ing)?|outpac(?:es|ed|ing)|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?:\sbehind)?|challeng(?:es|ed|ing)|"
    r"chas(?:es|ed|ing)|rival(?:s|ed|ing)|beat(?:s|ing)?|(?:is|was|remains)\s(?:well\s|just\s|far\s)?(?:behind|ahead\sof)|"
    r"compet(?:es|ed|ing|e)\s(?:with|against))"
)
_RIVALRY = re.compile(
    rf"\s{_AGAINST}\s(?:(?:only|just|the)\s)?(?:(?:market\s)?(?:leaders?|rivals?|giants?)\s)?"
    rf"(?P<other>[A-Z][\w.&’'+-]*(?:\s[A-Z][\w.&’'+-]*){{0,3}})\s(?:in|for)\s{GOODS_FIELD}{ENDS}"
)


class Rivalry(NamedTuple):
    """Where the first firm's name ends, where the second's begins, and where the field's stands."""

    end: int
    other: int
    field: tuple[int, int]


def rivalries(words: str) -> Iterator[Rivalry]:
    """The pairs of firms that a sentence sets against each other in a field."""
    found = _RIVALRY.search(words) if _CUES.within(words) else None
    if found:
        yield Rivalry(found.start(), found.start("other"), found.span("field"))
