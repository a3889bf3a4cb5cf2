"""Who leads a market, said in a sentence of running text: "The market is dominated by X and Y", "X and Y lead it"."""

import re
from collections.abc import Iterator

CUE = "arket"
"""A sentence without it speaks of no market."""

_LED_BY = re.compile(
    r"\bmarkets?\s+(?:(?:is|are|was|were|remains?|has been)\s+)?(?:[a-z]+ly\s+|still\s+|currently\s+)?"
    r"(?:dominated|led|controlled|ruled|contested|shared|headed|populated)\s+by\s+"
    r"(?:(?:[a-z-]+\s+){0,3}(?:such\s+as|like|including)\s+)?(?:the\s+likes\s+of\s+)?"
)
_LEAD = re.compile(
    r"\s+(?:together\s+|jointly\s+|both\s+|all\s+|still\s+)?(?:dominate|lead|rule|control|share|top|compete\s+in|"
    r"vie\s+for|fight\s+over|account\s+for\s+(?:a|an|most|half|two|three|nearly|over|more|almost|about)\b[^.,;]{0,30}\s+of)"
    r"\s+(?:the|a|an|this)\s+[^.,;]{0,70}\bmarket\b"
)
_TRAILED_BY = re.compile(r"\bmarket\s?,\s+(?:closely\s+)?(?:followed|trailed|chased)\s+by\s+")


def lists(words: str) -> Iterator[tuple[int, int]]:
    """Where in a sentence the names of a market's leaders may begin and end."""
    if CUE not in words:
        return
    for expression in (_LED_BY, _TRAILED_BY):
        found = expression.search(words)
        if found:
            yield found.end(), len(words)
    found = _LEAD.search(words)
    if found:
        yield 0, found.start()
