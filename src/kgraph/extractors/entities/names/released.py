"""Names of what is launched: "the launch of Zelbo *for IT*", "launches *zelbo* Planner"."""

from collections.abc import Sequence

from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, CAPITAL, GENERIC, WEAK
from kgraph.text import word_class

LAUNCHES = word_class(
    "launches launched launching unveils unveiled unveiling introduces introduced introducing releases released "
    "releasing debuts debuted announces announced announcing"
)
_RELEASED = word_class("availability launch release version debut preview introduction")
_AFTER_NAMES = word_class(", . ; : ) is are has will can in on at to with by which that and now as from")
_SHORTEST = 4


def is_release_of(words: Sequence[str], i: int) -> bool:
    """Whether the launch of what begins at ``i`` is told: "the *availability of* Zelbo"."""
    return i > 1 and words[i - 1] == "of" and words[i - 2].lower() in _RELEASED


def is_launched(words: Sequence[str], i: int) -> bool:
    """Whether somebody launches what begins at ``i``."""
    return i > 0 and (words[i - 1].lower() in LAUNCHES or is_release_of(words, i))


def is_for_field(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether what is launched bears the acronym of the field that it is for: "the launch of Zelbo *for IoT*"."""
    return (
        bool(flags[j + 1] & GENERIC and flags[j + 1] & (ACRONYM | CAMEL))
        and is_launched(words, i)
        and (j + 2 == len(words) or words[j + 2] in _AFTER_NAMES)
    )


def is_small_ware(words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether what is launched begins with a coined word that is written small: "is launching *zelbix* Planner"."""
    word = words[i]
    return (
        not flags[i] & WEAK
        and len(word) >= _SHORTEST
        and word.islower()
        and i + 1 < len(words)
        and bool(flags[i + 1] & CAPITAL)
        and is_launched(words, i)
    )
