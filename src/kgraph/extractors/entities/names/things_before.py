"""Words in capitals before or behind a name that only say what it is: "*AI Triage Device* VelaBrain", "Version 2.0"."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import ABSTRACT, Vocabulary
from kgraph.extractors.entities.shapes import ACRONYM, AMBIGUOUS, CAMEL, CAPITAL, GENERIC, NUMBER, ORDINARY, STOP, WEAK
from kgraph.text import word_class

_KINDS = word_class(
    "device software system platform app tool solution scanner algorithm assistant robot chatbot application wearable "
    "monitor sensor implant pump ventilator catheter engine suite"
)
_MOST = 3
"""Words of a name that follow what it is called."""


def end_of_kind(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> int:
    """Where ordinary words in capitals end that call the product whose coined name follows them; ``i`` where none do.

    "*AI Imaging Device* VelaBrain": at least two words, the last of them what a product is called.
    """
    for k in range(i + 2, end):
        if flags[k - 1] & CAPITAL and words[k - 1].lower() in _KINDS:
            coined = (not flags[k] & (WEAK | NUMBER) or bool(flags[k] & CAMEL)) and words[k].isalnum()
            plain = all(flags[each] & (ORDINARY | GENERIC) and not flags[each] & CAMEL for each in range(i, k))
            if coined and plain and len(words[k]) > _MOST and end - k <= _MOST and words[k].lower() not in given.legal:
                return k
    return i


_VERSION = re.compile(r"[vV](?:\d|\d+(?:\.\d+)+)")
_VERSIONS = word_class("version release")


def is_version_alone(words: Sequence[str], flags: Sequence[int], first: int, end: int) -> bool:
    """Whether only a version is named: "announced *Version 2.0* of Orbix", "Orbix Terminal: *v0.11*"."""
    if end == first + 1:
        return words[first][0] in "vV" and _VERSION.fullmatch(words[first]) is not None
    return end == first + 2 and words[first].lower() in _VERSIONS and bool(flags[first + 1] & NUMBER)


_UNDERTAKINGS = word_class("contract contracts deal bid award tender procurement project program programme case spat")


def precedes_project(words: Sequence[str], flags: Sequence[int], stop: int, end: int) -> bool:
    """Whether a public body's name ends at ``stop``, before its project's: "the Defence Ministry *NORVIK* contract"."""
    return (
        stop == end - 1
        and bool(flags[stop] & (ACRONYM | CAMEL))
        and end < len(words)
        and words[end].lower() in _UNDERTAKINGS
    )


def is_project(words: Sequence[str], flags: Sequence[int], first: int, end: int) -> bool:
    """Whether ordinary words behind a firm's name only tell of a project with it: "Cerner *EHR Project*"."""
    return words[end - 1].lower() in _PROJECTS and all(
        flags[k] & (ORDINARY | GENERIC) and not flags[k] & CAMEL for k in range(first, end)
    )


_PROJECTS = word_class("project projects rollout contract deal lawsuit case go-live implementation")
_PARTICLES_OF_VERBS = ("on", "in", "up", "off", "out", "ons", "ins")
_VERBS_OF_NOUNS = frozenset(
    "Sign Log Plug Add Check Opt Start Scale Drop Walk Stand Pop Hand Try Clip Single-Sign".split()
)


def is_verb_noun(words: Sequence[str], j: int) -> bool:
    """Whether a hyphen at ``j`` and a small word end a noun made of a verb: "TwoStep *Sign-on*"."""
    return words[j - 1] in _VERBS_OF_NOUNS and words[j + 1 : j + 2] != [] and words[j + 1] in _PARTICLES_OF_VERBS


def is_extension(words: Sequence[str], i: int, j: int) -> bool:
    """Whether a name from ``i`` to ``j`` ends with what extends something else: "Orbix *Add-on* for Kranvo"."""
    return j - i > _MOST and words[j - 2] == "-" and f"{words[j - 3]}-{words[j - 1]}".lower() in _EXTENSIONS


_EXTENSIONS = word_class("add-on add-in plug-in")
_LEVELS = frozenset("Associate Professional Specialty Speciality Foundational Expert Fundamentals Practitioner".split())


def is_level(words: Sequence[str], i: int, j: int) -> bool:
    """Whether a dash at ``j`` goes on with the level of a certificate: "Certified Data Builder *– Associate*"."""
    return words[j + 1 : j + 2] != [] and words[j + 1] in _LEVELS and "Certified" in words[i:j]


RANKS = frozenset(
    "Premier Gold Silver Platinum Advanced Select Preferred Certified Elite Global Consulting Technology "
    "Services Solution Solutions Tier Delivery Managed Authorized Authorised Training".split()
)


def end_of_rank(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> int:
    """Where the words end that rank somebody's partner, "Partner" included; ``i`` where none begin there.

    "AWS *Premier Tier Services Partner* Orbix".
    """
    k = i
    while k < end and words[k] in RANKS:
        k += 1
    is_partner = i < k < end and words[k] == "Partner" and k + 1 < end and not flags[k + 1] & STOP
    return k + 1 if is_partner else i


def end_of_rank_alone(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> int:
    """The same behind a known firm's name, where nobody's name need follow: "a Microsoft *Managed Partner* in"."""
    rank = end_of_rank(words, flags, i, end)
    return (
        end if rank == i and i + 1 < end and words[end - 1] == "Partner" and set(words[i : end - 1]) <= RANKS else rank
    )


def is_role_of(words: Sequence[str], flags: Sequence[int], i: int, cut: int, resume: int) -> bool:
    """Whether ordinary words behind a comma only tell what somebody directs: "*Alliance Enablement* Director at"."""
    return (
        i > 1
        and words[i - 1] == ","
        and words[resume - 1] in _DIRECTING
        and resume < len(words)
        and words[resume] in ("at", "of", "for", "with", "in", ",")
        and all(
            (flags[k] & (ORDINARY | GENERIC | STOP) or words[k].endswith(ABSTRACT)) and not flags[k] & CAMEL
            for k in range(i, cut)
        )
        and (cut > i + 1 or not flags[i] & AMBIGUOUS)
    )


def is_scheme(words: Sequence[str], flags: Sequence[int], i: int, cut: int, resume: int) -> bool:
    """Whether an acronym only says whose partners are ranked: "*APN* Premier Consulting Partner Orbix"."""
    return words[resume - 1] == "Partner" and resume > cut + 1 == i + 2 and bool(flags[i] & ACRONYM)


_DIRECTING = frozenset("Director Manager Lead Engineer Architect Specialist Consultant Strategist Evangelist".split())


def is_owner(words: Sequence[str], i: int, end: int) -> bool:
    """Whether an apposition only says whose firm something is: "Zelbo, an *Orbixo* Company, announced"."""
    return (
        words[end - 1] in ("Company", "Business", "Brand")
        and i > 1
        and words[i - 1] in ("a", "an")
        and words[i - 2] in (",", "(")
    )
