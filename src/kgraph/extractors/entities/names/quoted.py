"""Names that quotation marks enclose whole: "launches ‘Zelbo *For Operators*’"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import BREAKER, CALENDAR, CAPITAL, NUMBER, STOP
from kgraph.text import word_class

_OPENING, _CLOSING = frozenset("‘“'\""), frozenset("’”'\"")
_JOINING = word_class("for of For Of &")
_MOST = 8


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
    return [*whole, *_owned(words, flags, whole)] if not set(_POSSESSIVES).isdisjoint(words) else whole


def _owned(words: Sequence[str], flags: Sequence[int], names: list[Name]) -> list[Name]:
    """What somebody owns that quotation marks enclose and no name is found in: "Zelbo's ‘*Learn TV*’ helps"."""
    taken = {k for name in names for k in range(name.first, name.end)}
    found = []
    for k in range(2, len(words) - 2):
        if words[k - 1] in _OPENING and words[k - 2] in _POSSESSIVES:
            end = next((j for j in range(k, min(len(words), k + _MOST)) if words[j] in _CLOSING), k)
            capitals = all(
                flags[j] & (CAPITAL | STOP | BREAKER | CALENDAR) == CAPITAL and j not in taken for j in range(k, end)
            )
            if capitals and is_owned(words, k, end):
                found.append(Name(k, end, (), (), "run"))
    return found


def is_owned(words: Sequence[str], first: int, end: int) -> bool:
    """Whether somebody owns what quotation marks enclose, and it is no undertaking: not "Zelbo's ‘More Oak’ plan"."""
    after = words[end + 1].lower() if end + 1 < len(words) else ""
    return (
        1 < first < end - 1
        and words[first - 1] in _OPENING
        and words[first - 2] in _POSSESSIVES
        and words[end : end + 1] != []
        and words[end] in _CLOSING
        and after not in _UNDERTAKINGS
    )


_POSSESSIVES = ("'s", "’s")
_UNDERTAKINGS = word_class(
    "plan plans program programme initiative campaign project push pledge strategy effort team show segment series "
    "host podcast"
)
"""What else bears a name than a product, behind it."""


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
