"""Who leads a field that no word "market" names: "The EHR segment is dominated by X and Y", "makers of pumps are …"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.extractors.cues import Cues
from kgraph.extractors.markets.leaders import list_before

_CUES = Cues("ominat", "led by", "ontroll", "aptur", "ccount", "hold", "held", " of ")
"""A sentence without any of them says nothing of the kind: asked first, because it is quick."""
FIELD = (
    r"(?:(?!(?:and|or|the|of|in|for|to|is|its|their|our|that|which|two|three|four|five|six|ten)\b)"
    r"[\w&/-]+\s(?:\([^()]{1,30}\)\s)?){1,6}?"
)
"""The words of a field before its makers: "CT scanner" in "CT scanner makers"."""
_FIELD = rf"(?P<field>{FIELD})"
_AREA = r"(?:space|segment|sector|industry|arena|field|category|niche)"
_LED_BY = re.compile(
    rf"\b[Tt]he\s{_FIELD}{_AREA}\s(?:(?:is|are|was|were|has|been|still|now|long|currently|largely|mostly|[a-z]+ly)\s){{1,4}}"
    r"(?:dominated|led|controlled|ruled|headed|topped)\s(?:(?:largely|mostly|mainly|jointly)\s)?by\s"
    r"(?:(?:the\s)?(?:likes\sof|two|three|giants|vendors|companies|firms|such\sas|like)\s){0,4}(?=[A-Z])"
)
_LEAD = re.compile(
    rf"\s(?:(?:together|jointly|both|all|still|now|currently|[a-z]+ly)\s){{0,2}}(?:dominate|lead|control|rule|head|top)\s"
    rf"(?:(?:market|field|competition|pack)\s(?:in|for)\s)?the\s{_FIELD}{_AREA}\b"
)
PART = (
    r"(?:(?:a|an|the|some|about|around|roughly|nearly|almost|over|more\sthan|at\sleast|just|well)\s){0,3}"
    r"(?:half|most|two[- ]thirds|(?:a|one)[- ]third|three[- ](?:quarters|fourths)|four[- ]fifths|bulk|"
    r"(?:vast\s)?majority|lion['’]s\sshare|\d{1,3}(?:\.\d{1,2})?\s?(?:%|per\s?cent))"
)
_CAPTURE = re.compile(
    r"\s(?:(?:together|jointly|combined|both|all|still|now|have|had|has|to|[a-z]+ly)\s){0,4}"
    r"(?:captured?|won|win|took|take|account(?:ed)?\sfor|made\sup|make\sup|held|hold|controlled|control|signed|sign|"
    rf"grabbed|claimed)\s{PART}\sof\s(?:(?:all|new|the|total|U\.S\.|US|global|worldwide)\s){{0,3}}{_FIELD}"
    r"(?:systems?\s)?(?:contracts|installations|installs|deals|orders|shipments|deployments|beds|purchases|wins|licen[cs]es|"
    r"customers|seats|spending|sales|revenues?|business|trips|traffic)\b"
)
_MAKERS = re.compile(
    r"\b(?:[Vv]endors|[Ss]uppliers|[Mm]akers|[Pp]roviders|[Mm]anufacturers|[Pp]roducers|[Dd]evelopers|[Ss]ellers)\sof\s"
    rf"{_FIELD}(?:include|included|are|were)\s:?\s?(?=[A-Z])"
)


class Led(NamedTuple):
    """Where the names of a field's leaders stand, and the field's own; offsets count from the sentence's start."""

    start: int
    end: int
    field: tuple[int, int]


def led(words: str) -> Iterator[Led]:
    """The fields of a sentence with those who lead them."""
    if "arket" in words or not _CUES.within(words):
        return
    for expression in (_LED_BY, _MAKERS):
        found = expression.search(words)
        if found:
            yield Led(found.end(), len(words), found.span("field"))
    for expression in (_LEAD, _CAPTURE):
        found = expression.search(words)
        first = list_before(words, found.start()) if found else None
        if found and first is not None:
            yield Led(first, found.start(), found.span("field"))
