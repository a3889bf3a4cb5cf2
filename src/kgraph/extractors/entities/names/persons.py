"""Where a person's name begins in a run of capitals: behind an office, or behind what the office is for."""

from collections.abc import Collection, Sequence

from kgraph.extractors.entities.korean import is_korean
from kgraph.extractors.entities.names.vocabulary import PARTICLES
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.text import word_class

_MOST = 4
"""Words of a person's name, initials and their stops included."""
_FAR = 5
"""Words that tell what an office is for."""
_NO_FAMILY = GENERIC | NUMBER | ACRONYM | STOP | CALENDAR
_FAMILIES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "O’", "Von", "St", "Be")
"""What a capital letter may follow in a family's name."""
_MODALS = frozenset("Will May".split())
_TITLES = frozenset("Advocate Judge Coach Secretary-General Director-General Vice-President Comptroller".split())
"""Offices that stand in names of other kinds as well: they are offices only before somebody."""
_OF_FAMILIES = word_class("de den ter ten von van della del dos da di la der den")


def begins_person(words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether a given name and a family's stand from ``k`` to ``end``: "Program Manager *Kevin Farlow*"."""
    if not (k + 1 < end <= k + _MOST and flags[k] & GIVEN and flags[end - 1] & CAPITAL):
        return False
    last, family = flags[end - 1], words[end - 1]
    if last & _NO_FAMILY or (last & ORDINARY and not last & SURNAME):
        return False
    if last & CAMEL and not (family.startswith(_FAMILIES) or "-" in family):
        return False
    return all(len(words[m]) == 1 or flags[m] & (GIVEN | SURNAME) for m in range(k + 1, end - 1))


def is_before_person(words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether somebody's name follows the office that ends at ``k``, or what it is for: "Manager *for Asia* Ann Hale".

    A word that is an office elsewhere ("Orbixo Fleet *Manager*") is one here by that.
    """
    if begins_person(words, flags, k, end):
        return True
    if k >= end or words[k] not in ("of", "for"):
        return False
    return any(begins_after_office(words, flags, m, end) for m in range(k + 2, min(k + _FAR, end - 1)))


def begins_after_office(words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether a name begins at ``k`` that no other kind of name goes on with: "VP of Cloud Strategy *Shawn Hale*"."""
    return begins_person(words, flags, k, end) and not flags[k] & flags[end - 1] & ORDINARY


def is_title(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether an office that may be a name's first word as well stands before somebody: "*Judge* Ann B. Zelburg"."""
    return words[i] in _TITLES and begins_person(words, flags, i + 1, end)


def end_of_officer(words: Sequence[str], flags: Sequence[int], i: int) -> int:
    """Where the name ends that an office stands before in a headline: "Orbixo CTO *Mark Zelburg* Gets Technical"."""
    if words[i] in _MODALS:
        return 0
    if words[i + 1 : i + 2] and words[i + 1] in _OF_FAMILIES:
        end = i + 3 + (words[i + 2 : i + 3] != [] and words[i + 2] in _OF_FAMILIES)
        plain = end <= len(words) and flags[end - 1] & (CAPITAL | _NO_FAMILY) == CAPITAL
        return end if plain else 0  # "CTO *Bas van Zelburg* Leaves"
    end = i + 4 if words[i + 2 : i + 3] == ["."] else i + 2
    return end if end <= len(words) and begins_person(words, flags, i, end) else 0


def is_family_particle(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether a family's name goes on with a particle at ``j``: "Celia Kranz *de la* Rosa"."""
    return (
        words[j] in _OF_FAMILIES and j - i > 1 and bool(flags[i] & GIVEN) and not flags[j - 1] & (ORDINARY | _NO_FAMILY)
    )


def is_second_given(flags: Sequence[int], i: int, k: int) -> bool:
    """Whether a given name that is a town's as well goes on with another: "*Mary Beth* Zelburg"."""
    return k == i + 1 and bool(flags[i] & GIVEN)


def is_envoy(words: Sequence[str], i: int) -> bool:
    """Whether an office stands before the place at ``i`` to which somebody is sent: "Ambassador to the *Congo*"."""
    k = i - 1 - (i > 0 and words[i - 1] == "the")
    return k > 0 and words[k] in ("to", "of", "in") and words[k - 1].lower() in _ENVOYS


_ENVOYS = word_class("ambassador ambassador-designate envoy consul consul-general commissioner attaché governor mayor")


def is_of_office(
    words: Sequence[str], flags: Sequence[int], i: int, cut: int, resume: int, modifiers: Collection[str]
) -> bool:
    """Whether ordinary words before somebody only tell his office: "Chancellor for *Research* Ann Hale".

    So do those that a rank begins: "*Assistant City* Manager Ann Hale".
    """
    if not all(flags[k] & (ORDINARY | GENERIC) and not flags[k] & CAMEL for k in range(i, cut)):
        return False
    if resume == cut:
        return i > 1 and words[i - 1] in ("of", "for")
    return words[i].lower() in modifiers


def is_given_name(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a given name that is also a month or an ordinary word begins a person's name: "*Jan* van de Winkel"."""
    if i + 1 < end and is_korean(words[i + 1]):
        return True  # "Jun Young-hyun"
    if not flags[i] & GIVEN or i + 1 >= end:
        return False
    following = flags[i + 1]
    if words[i + 1] in PARTICLES or following & (SURNAME | ORDINARY) == SURNAME:
        return True
    plain = following & CAPITAL and not following & (WEAK | CAMEL | NUMBER) and not words[i + 1].isupper()
    before = words[i - 1].lower() if i else ""
    return bool(
        plain and (flags[i] & NATIONALITY or before in _BEFORE_PERSONS)
    )  # "Christian Bruch", "chief, Will Uppington"


_BEFORE_PERSONS = word_class(
    ", said by founders co-founders cofounders executives boss chief executive president director founder officer "
    "chairman ceo cto cfo dr"
)
