"""Names of kinds that no list can hold: those that a number begins, and those that an "and" joins."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import CURRENCIES, UNITS, is_plural
from kgraph.extractors.entities.names.vocabulary import PARTICLES, UNCOUNTED, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    PROPER,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.text import word_class

BEGINNERS = frozenset(':"“‘|–—;?!')


def is_numbered_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether a number begins a company's name: "1910 Genetics", where no preposition makes it a year."""
    if i + 1 == len(words) or not flags[i + 1] & CAPITAL:
        return False
    if _is_numbered_house(given, words, flags, i):
        return True
    free = i == 0 or words[i - 1] in BEGINNERS or words[i - 1] in (",", "(", "with", "and")
    is_firm = words[i + 1].lower() in given.firms and not flags[i + 1] & ACRONYM  # not "12 NHS hospitals"
    return (free and is_firm) or _is_counted_like_a_firm(given, words, flags, i)


def _is_numbered_house(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether one end of a firm's name follows that nobody counts: "what *451 Research* calls", "at *650 Group*"."""
    after = words[i + 2] if i + 2 < len(words) else "."
    return (
        words[i].isdigit()
        and len(words[i]) <= _DIGITS
        and words[i + 1] in _HOUSES
        and words[i + 1].lower() in given.firms
        and (
            i == 0
            or (words[i - 1].lower() not in _BEFORE_COUNTS and words[i - 1] != "," and not flags[i - 1] & CAPITAL)
        )
        and not (after.islower() and is_plural(after, flags[i + 2] if i + 2 < len(words) else 0))
    )


_DIGITS = 3
_HOUSES = ("Research", "Group", "Global", "Ventures", "Holdings", "Consulting")
"""Ends of firms' names of which there is no number: not "3 Partners", "20 Systems"."""


def _is_counted_like_a_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether what follows a number can be no thing that is counted: "buys *6 River Systems* from"."""
    number, end = words[i], i + 1
    if (
        len(number) > 3
        or not number.isdigit()
        or (i and (words[i - 1].lower() in _BEFORE_COUNTS or flags[i - 1] & CALENDAR))
    ):
        return False
    while end < len(words) and flags[end] & CAPITAL and not flags[end] & (GENERIC | STOP):
        if given.lexicon.match(words, end, len(words))[1]:
            return False
        end += 1
    after = words[end] if end < len(words) else ""
    return (
        end > i + 2
        and (words[end - 1].lower() in given.firms or words[end - 1].lower() in given.legal)
        and not (after.islower() and (is_plural(after, flags[end]) or after in UNITS))
    )


def is_numbered_inside(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether an ordinary word, a number and what is no thing that is counted are a firm: "*Cloud 9 Infosystems*"."""
    return (
        i + 2 < end
        and words[i + 1].isdigit()
        and not flags[i] & (STOP | CALENDAR)
        and (not flags[i + 2] & WEAK or words[end - 1].lower() in given.firms)
        and not given.lexicon.match(words, i + 2, end)[1]
    )


def is_ai_firm(given: Vocabulary, words: Sequence[str], i: int, end: int) -> bool:
    """Whether a small word is a firm's name with "AI" behind it: "*Together AI*, the cloud provider,"."""
    return (
        words[i + 1 : end] == ["AI"]
        and words[i].isalpha()
        and words[i] not in _NOT_FIRMS
        and end < len(words)
        and (words[end] in ("'s", "’s") or words[end] in given.company_verbs or words[end : end + 2] == [",", "the"])
    )


_NOT_FIRMS = frozenset(
    "The A An This That These Those Its Their Our Your His Her My If As But And Of For Agentic".split()
)


def is_sun(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether "Sun" is no day of the week but begins a firm's name: "the acquisition of *Sun Orbitals*"."""
    return words[i] == "Sun" and i + 1 < end and not flags[i + 1] & (CALENDAR | STOP | NUMBER)


def is_general_firm(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether "General" is no rank but begins a firm's name, as no surname follows: "*General Meridian* led"."""
    return (
        words[i] == "General"
        and i + 2 == end
        and (i == 0 or words[i - 1].islower() or words[i - 1] == ",")
        and not flags[i + 1] & (SURNAME | GIVEN | STOP | GENERIC | NATIONALITY)
        and words[i + 1] not in _CIVIL
        and bool(flags[i + 1] & (ORDINARY | PROPER) or _INVESTS.intersection(words[end : end + 1]))
        and words[end : end + 1] != ["of"]
    )


_INVESTS = word_class("led leads co-led backed backs invested invests bought buys acquired acquires funded")
_CIVIL = frozenset("Manager Counsel Electric Motors Mills Dynamics Assembly Hospital Partner Secretary".split())
"""What "General" stands before in the names of offices, and of firms that lists know."""
_BEFORE_COUNTS = word_class("$ € £ ¥ # no number top best first last phase type version chapter - .") | CURRENCIES


def opens_small(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether a sentence begins with a name that is written small: "*odix* joins", "*quantilope* raises"."""
    word = words[0]
    return (
        len(words) > _SHORTEST
        and len(word) >= _SHORTEST
        and word.isalpha()
        and word.islower()
        and not flags[0] & (WEAK | BREAKER)
        and (
            words[1] in given.company_verbs
            or (words[1][0].isupper() and words[1].endswith(("s", "ed")) and bool(flags[1] & ORDINARY))
            or words[1] in ("'s", "’s", "joins", "has", "today", "was", "announced")
        )
    )


_SHORTEST = 3


def opens_small_name(words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether a sentence begins with a name whose first word is written small: "*zelbix Model Lab* is"."""
    word = words[0]
    return (
        len(words) > _SHORTEST + 1
        and len(word) > _SHORTEST
        and word.isalpha()
        and word.islower()
        and not flags[0] & (WEAK | BREAKER)
        and word not in PARTICLES
        and bool(flags[1] & CAPITAL)
        and not flags[1] & (STOP | CALENDAR | BREAKER)
        and bool(flags[2] & CAPITAL)
    )


def is_small_firm(words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether a name that is written small follows what a firm is called: "the company *dunnhumby* is"."""
    word = words[i]
    if words[i - 1] in ("at", "of") and words[i - 2] in _DEALT[words[i - 1]] and not flags[i] & (WEAK | BREAKER):
        return word.isalpha() and word.islower() and not word.endswith(_ENDS_OF_WORDS)
    return (
        (words[i - 1].lower() in _CALLED or words[i + 1 : i + 2] in _LEGAL)
        and word.isalpha()
        and word.islower()
        and not flags[i] & (WEAK | BREAKER)
        and i + 1 < len(words)
        and (words[i + 1] in _AFTER_SMALL or words[i + 1 : i + 2] in _LEGAL or words[i + 1].endswith(("s", "ed")))
    )


_DEALT = {
    "at": word_class("CEO COO CTO CFO CIO CMO chairman president"),
    "of": word_class("acquisition takeover buyout"),
}
"""Before a firm's name, though written small: "was COO at *zelbix*", "the takeover of *zelbix*"."""
_ENDS_OF_WORDS = (
    "s",
    "ing",
    "ed",
    "ion",
    "ity",
    "ment",
    "logy",
    "ism",
    "ate",
    "ide",
    "ine",
    "ware",
    "er",
    "or",
    "ance",
)
"""How small words end that a list of common ones may lack."""
_LEGAL = (["ag"], ["AG"], ["gmbh"], ["GmbH"], ["plc"], ["Inc"], ["Ltd"], ["LLC"], ["AB"])
"""Behind a name that is written small: "acquired *totemo* ag"."""
_CALLED = word_class("company startup start-up firm vendor")
_AFTER_SMALL = word_class("is has will , . and was said 's ’s to in for on")


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


def end_of_trust(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where the name of a trust of two places ends that an "and" joins; 0 where it is none.

    "*Taunton and Somerset NHS Foundation Trust*".
    """
    end = j + 1
    while end < min(len(words), j + 7) and flags[end] & CAPITAL:
        end += 1
    return end if j - i < _LONG_PLACE and "NHS" in words[j + 2 : end] and words[end - 1] in _TRUSTS else 0


def end_of_organ(words: Sequence[str], flags: Sequence[int], stop: int) -> int:
    """Where the name of a body of a known organisation ends whose name ends at ``stop``; ``stop`` where it is none.

    "United Nations *Development Programme*".
    """
    for k in range(stop + 1, min(stop + 3, len(words))):
        if not flags[k - 1] & CAPITAL or flags[k - 1] & BREAKER:
            return stop
        if words[k] in _BODIES or (words[k] == "Program" and words[stop - 1] == "Nations"):
            return k + 1
    return stop


_BODIES = ("Programme", "Agency", "Fund", "Commission", "Mission")


def end_before_passive(words: Sequence[str], flags: Sequence[int]) -> int:
    """Where a name ends that a headline begins with, whose first word is a verb's form: "*Coding Dojo* Chosen by"."""
    return (
        2
        if len(words) > _SHORT_HEADLINE
        and words[2] in _DONE
        and words[3].lower() == "by"
        and words[0].endswith("ing")
        and flags[1] & (CAPITAL | WEAK) == CAPITAL
        and words[0] not in _PRESENTING
        else 0
    )


_SHORT_HEADLINE = 4
_DONE = frozenset("Chosen Selected Named Picked Acquired Recognized Recognised Awarded Tapped Backed Bought".split())
_PRESENTING = frozenset("Introducing Presenting Announcing Welcoming Meeting Using Buying Testing Reviewing".split())
_LONG_PLACE = 3
_TRUSTS = ("Trust", "NHS", "Board")
OFFICES = word_class("office department ministry bureau university")
_OWNING = ("'s", "’s", "'", "’", "its", "their")
_AUTHORITIES = word_class("authority commission agency ministry department administration council association bureau")
_PARTS_OF_FIRMS = word_class("business unit division arm segment subsidiary operation operations")


_OFFICERS = word_class(
    "CEO CFO CTO COO CIO CISO CMO chief president chairman chairwoman founder co-founder cofounder executive boss "
    "spokesman spokeswoman spokesperson veteran alumnus director trainer"
)


_FIELDS = word_class(
    "finance marketing sales product design operations strategy policy legal privacy people communications innovation "
    "information medical nursing engineering cloud security digital commercial creative compliance risk brand content "
    "tech tax audit supply procurement government union church police army party state city county hospital company "
    "bank school university agency industry vice deputy acting former current interim co then"
)
"""Of what, or of whom, an officer is told by an ordinary word that is no name."""


def has_officer(words: Sequence[str], flags: Sequence[int], end: int) -> bool:
    """Whether who works there follows a name, with his own: "*Beacon* executive Tom Hale", "*Canvas* CEO Jane Hill"."""
    if words[end - 1].lower() in _FIELDS or words[end - 1].lower() in UNCOUNTED:
        return False  # "Finance chief Gary Harver"
    for k in range(end, min(end + 4, len(words) - 1)):
        if words[k] in _OFFICERS and flags[k + 1] & GIVEN:
            return True
        if not words[k].islower() and words[k] not in _OFFICERS:
            return False
    return False
