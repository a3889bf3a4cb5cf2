"""What only stands before a name: a role, a nationality, what a thing is."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.bodies import is_body_of_nation, is_of_region
from kgraph.extractors.entities.names.forms import is_doubtful
from kgraph.extractors.entities.names.persons import is_given_name, is_title
from kgraph.extractors.entities.names.things_before import end_of_kind
from kgraph.extractors.entities.names.vocabulary import WELL_KNOWN, Vocabulary
from kgraph.extractors.entities.shapes import (
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    ORDINARY,
    STOP,
    WEAK,
)
from kgraph.text import word_class


def before_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int) -> int:
    """How many words only stand before a name: "*AI Imaging Device* VelaBrain"."""
    return int(_only_precedes(given, words, flags, i, end, stop)) or end_of_kind(given, words, flags, i, end) - i


def _only_precedes(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int) -> bool:
    """Whether a word only stands before a name: a role, a nationality, what a thing is."""
    flag = flags[i]
    if words[i] in _HOURS and i and (words[i - 1][-1].isdigit() or words[i - 1] in _HOURS or words[i - 1][-2:] == "m."):
        return True  # "June 16, 2020, 07:25 *PM EDT* Zelbo added"
    if flag & GENERIC and stop == i and i + 1 < end and _is_whole_name(given, words, flags, i + 1, end):
        return True
    if flag & NATIONALITY and is_given_name(words, flags, i, end):
        return False
    if flag & CAMEL and _CODE.fullmatch(words[i]) and given.lexicon.match(words, i + 1, end)[1]:
        return True  # "the *ZX-300* Microsoft Azure exam"
    if flag & ORDINARY and stop == i and _is_well_known(given, words, flags, i + 1, end):
        return True  # "*Flexible* Microsoft Cloud Products"
    if words[i] == "Dr" and i + 3 < end and words[i + 1] == "." and words[end - 1].lower() in _PRACTICES:
        return False  # "Dr. Sulaiman Al Habib Medical Group"
    if flag & NATIONALITY and (
        is_fund(given, words, flags, i + 1, end)
        or is_bank_of(words, i + 1, end)
        or is_body_of_nation(given, words, flags, i + 1, end)
        or is_of_region(given, words, i, end)
    ):
        return False
    if flag & NATIONALITY and not (i + 1 < end and is_part_of_name(given, words, flags, i + 1)):
        return not any(word.lower() in given.tails for word in words[i + 1 : end])
    if words[i] in _GENERATIONS and 0 < i < end - 1 and words[i - 1][-2:].lower() in _ORDINALS:
        return bool(given.lexicon.match(words, i + 1, end)[1])  # "3rd *Generation* Intel Xeon"
    is_rank = words[i].lower() in given.roles and words[i] not in _NO_RANKS
    return is_rank or words[i] == "." or is_title(words, flags, i, end)


_NO_RANKS = frozenset("ADM COL MAJ SEN REP REV GOV SGT CAPT CPL LT DAME SIR HON PVT".split())
"""Ranks and titles that nobody writes in capitals: these are firms ("*ADM*, BASF and Cargill")."""
_HOURS = frozenset("AM PM ET EST EDT PT PST PDT CT CST CDT MT MST MDT GMT UTC BST CET CEST IST JST SGT HKT".split())
"""What stands behind the time of the day."""
_GENERATIONS = ("Generation", "Gen")
_ORDINALS = ("st", "nd", "rd", "th", "xt")
"""Ends of what counts generations: "2nd", "next"."""
_CODE = re.compile(r"[A-Z]{2,3}-?\d{2,4}")


def is_fund(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether an investor's name of ordinary words goes on here from a nationality: "Dutch *Founders Fund*".

    Lists may know another by it.
    """
    return (
        k + 1 < end
        and words[end - 1].lower() in _FUNDS
        and all(flags[each] & ORDINARY and not flags[each] & (GENERIC | STOP) for each in range(k, end))
    )


def is_bank_of(words: Sequence[str], k: int, end: int) -> bool:
    """Whether the name of a bank goes on here from a nationality: "Canadian *Imperial Bank of Commerce*"."""
    return any(words[each : each + 2] == ["Bank", "of"] for each in range(k, min(k + 3, end)))


def _is_well_known(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether a well-known firm's name that is no ordinary word begins here, after an adjective."""
    if not words[k - 1].endswith(_ADJECTIVES) or k >= end or flags[k] & WEAK:
        return False
    _, known = given.lexicon.match(words, k, end)
    return bool(known) and known[-1].type == "Company" and known[-1].weight >= WELL_KNOWN


_ADJECTIVES = ("ible", "able", "ient", "ial", "ous", "ive", "ful")
_PRACTICES = word_class("group hospital hospitals clinic clinics laboratories labs centre center foundation reddy's")
"""Last words of the names of firms that a doctor's name begins."""
_FUNDS = word_class("fund funds ventures capital partners angels")


def is_part_of_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a capitalised ordinary word belongs to the adjective before it: "Northern *Valley* Health"."""
    flag, lower = flags[k], words[k].lower()
    return (
        bool(flag & CAPITAL and flag & ORDINARY)
        and not flag & (GENERIC | STOP | BREAKER | CALENDAR)
        and lower not in given.roles
        and lower not in given.openers
        and not given.lexicon.match(words, k, len(words))[1]
    )


def _is_whole_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether what follows a generic word is a name of its own: "SaaS *Medidata*", "AI *Dorin Comaniciu*"."""
    if k + 1 < end and flags[k] & GIVEN and not flags[k] & ORDINARY:
        return True
    stop, known = given.lexicon.match(words, k, end)
    return k < stop == end and known[-1].type == "Company" and not is_doubtful(known, flags[k])
