"""Names of kinds that no list can hold: those that a number begins, and those that an "and" joins."""

from collections.abc import Sequence

from kgraph.extractors.names.forms import CURRENCIES, UNITS, is_plural
from kgraph.extractors.names.vocabulary import Vocabulary
from kgraph.extractors.shapes import AMBIGUOUS, CAMEL, CAPITAL, GENERIC, STOP, WEAK
from kgraph.text import word_class

BEGINNERS = frozenset(':"“‘|–—;?!')


def is_numbered_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether a number begins a company's name: "1910 Genetics", where no preposition makes it a year."""
    if i + 1 == len(words) or not flags[i + 1] & CAPITAL:
        return False
    free = i == 0 or words[i - 1] in BEGINNERS or words[i - 1] in (",", "(", "with", "and")
    return (free and words[i + 1].lower() in given.firms) or _is_counted_like_a_firm(given, words, flags, i)


def _is_counted_like_a_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether what follows a number can be no thing that is counted: "buys *6 River Systems* from"."""
    number, end = words[i], i + 1
    if len(number) > 3 or not number.isdigit() or (i and words[i - 1].lower() in _BEFORE_COUNTS):
        return False
    while end < len(words) and flags[end] & CAPITAL and not flags[end] & (GENERIC | STOP):
        if given.lexicon.match(words, end, len(words))[1]:
            return False
        end += 1
    after = words[end] if end < len(words) else ""
    return (
        end > i + 2
        and words[end - 1].lower() in given.firms
        and not (after.islower() and (is_plural(after, flags[end]) or after in UNITS))
    )


_BEFORE_COUNTS = word_class("$ € £ ¥ # no number top best first last phase type version chapter - .") | CURRENCIES


def end_of_part(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where a name of ordinary words ends that an "and" joins and "business" follows; 0 where it is none.

    "Walmart's *Advanced Systems and Robotics* business": such names have an owner, and no word in them is a name alone.
    """
    owned = i > 0 and words[i - 1] in _OWNING
    if not owned and not (i and words[i - 1].lower() == "the"):
        return 0
    end = j + 1
    while end < min(len(words), j + 4) and flags[end] & CAPITAL:
        end += 1
    inside = [*range(i, j), *range(j + 1, end)]
    if owned:
        is_part = end < len(words) and words[end] in _PARTS_OF_FIRMS
    else:
        is_part = words[end - 1].lower() in _AUTHORITIES and end > j + 2  # "the Roads and Transport Authority"
    plain = all(flags[k] & WEAK and not flags[k] & (CAMEL | AMBIGUOUS) for k in inside)
    return end if is_part and plain and not any(given.lexicon.known(words[k]) for k in inside) else 0


OFFICES = word_class("office department ministry bureau university")
_OWNING = ("'s", "’s", "'", "’", "its", "their")
_AUTHORITIES = word_class("authority commission agency ministry department administration council association bureau")
_PARTS_OF_FIRMS = word_class("business unit division arm segment subsidiary operation operations")
