"""Names that quotation marks enclose whole: "launches ‘Zelbo *For Operators*’"."""

from collections.abc import Sequence

from kgraph.extractors.names.vocabulary import Name
from kgraph.extractors.shapes import BREAKER, CALENDAR, CAPITAL, NUMBER, STOP
from kgraph.text import word_class

_OPENING, _CLOSING = frozenset("‘“'\""), frozenset("’”'\"")
_JOINING = word_class("for of For Of &")
_MOST = 5


def whole_in_quotes(words: Sequence[str], flags: Sequence[int], names: list[Name]) -> list[Name]:
    """The same names; one that only begins what stands between quotation marks is all of that."""
    if _OPENING.isdisjoint(words):
        return names
    whole: list[Name] = []
    reached = 0
    for name in names:
        if name.first < reached:
            continue
        end = _end_of_quoted(words, flags, name)
        reached = end
        whole.append(name if end == name.end else name._replace(end=end, known=(), brand=name.known or name.brand))
    return whole


def _end_of_quoted(words: Sequence[str], flags: Sequence[int], name: Name) -> int:
    """Where the quotation ends that a name begins, if only words with a capital letter follow the name in it."""
    if name.first == 0 or words[name.first - 1] not in _OPENING:
        return name.end
    for k in range(name.end, min(len(words), name.end + _MOST)):
        if words[k] in _CLOSING:
            return k if words[k - 1] not in _JOINING else name.end
        if words[k] not in _JOINING and not (
            flags[k] & (CAPITAL | STOP | BREAKER | CALENDAR) == CAPITAL or flags[k] & NUMBER
        ):
            break
    return name.end
