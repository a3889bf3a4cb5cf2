"""What a text calls a name, before or behind it: criminals, a firm behind its kind, a plan, a law, a term."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.unlisted import has_officer
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, UNCOUNTED, Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, CAPITAL, GENERIC, GIVEN, NUMBER, ORDINARY, SURNAME
from kgraph.extractors.entities.typing_evidence import institutions
from kgraph.extractors.entities.typing_evidence.conduct import spoken
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PRODUCT, Setting
from kgraph.text import word_class

_NEAR, _LEAST = 6, 4


def from_before(name: Name, setting: Setting, found: defaultdict[str, float]) -> bool:
    """Add what the words before a name call it; whether they do."""
    words, i = setting.words, name.first
    before = words[i - 1] if i else ""
    if not name.known and not words[i].isdigit() and institutions.is_gang(words, i, name.end):
        found.update({ORGANIZATION: found[ORGANIZATION] + 4.0, COMPANY: found[COMPANY] - 1.5})
    elif before == "the" and _is_of_version(words, i):
        found[PRODUCT] += 2.5
    elif name.known or name.brand:
        return False
    elif before == "," and (_is_apposed_firm(name, setting) or _speaks_between(name, setting)):
        found.update({COMPANY: found[COMPANY] + 3.0, PERSON: found[PERSON] - 1.0})
    elif before == "under" and _is_coined(name, setting):
        found[NOTHING] += 1.7  # what one gets something under is a law or a programme: "received under NPfET"
    else:
        return False
    return True


def from_behind(name: Name, setting: Setting, found: defaultdict[str, float]) -> bool:
    """Add what the words behind a name call it; whether they do."""
    words, end = setting.words, name.end
    after = words[end].lower() if end < len(words) else ""
    if after == "(" and _is_term(name, setting):
        found[NOTHING] += 3.0
    elif (after in _PLANS and _is_plan(name, setting)) or (after in ("”", '"') and _is_quoted_plan(name, setting)):
        found[NOTHING] += 2.5
    elif after == "(" and _is_titled(name, setting):
        found.update({PERSON: found[PERSON] + 2.5, COMPANY: found[COMPANY] - 1.0})
    elif after == ")" and _is_of_programme(name, setting):
        found[NOTHING] += 3.0
    elif name.how in ("weak", "initial") and end - name.first == 1 and has_officer(words, setting.flags, end):
        found[COMPANY] += 3.0  # "former *Beacon* executive Tom Hale"
    elif not (name.known or name.brand or setting.headline) and has_officer(words, setting.flags, end):
        found.update(
            {COMPANY: found[COMPANY] + 2.0, PRODUCT: found[PRODUCT] - 1.0}
        )  # "*Orbix Mobile* founder Tom Hale"
    else:
        return False
    return True


def _is_coined(name: Name, setting: Setting) -> bool:
    """Whether an unknown name is a single word of capitals, all or some."""
    alone = name.end - name.first == 1 and not (name.known or name.brand)
    return alone and bool(setting.flags[name.first] & (ACRONYM | CAMEL))


def _is_of_version(words: Sequence[str], i: int) -> bool:
    """Whether a version of what follows is counted: "Version 2.0 of the *Orbix Runner*"."""
    counted = words[i - 3 : i - 2] != [] and words[i - 3][:1].isdigit()
    return i > _LEAST and words[i - 2] == "of" and counted and words[i - 4].lower() in ("version", "release")


def _is_apposed_firm(name: Name, setting: Setting) -> bool:
    """Whether what a firm is called stands before its name, and a comma: "at a billing vendor, *Orbix Partners*."."""
    words, i, end = setting.words, name.first, name.end
    if (
        i < _LEAST
        or words[i - 2] not in _CALLED_FIRMS
        or (setting.flags[i] & GIVEN and end - i > 1)
        or (end < len(words) and words[end] not in (",", ".", ";", ")", "("))
        or setting.headline
    ):
        return False
    return any(word.lower() in _DETERMINERS for word in words[max(0, i - _NEAR - 1) : i - 2])


def _speaks_between(name: Name, setting: Setting) -> bool:
    """Whether a sentence begins with what a firm or its ware is, and the name announces something behind it.

    "Leading payments platform, *Orbixo*, announces a new deal", "UK-based software provider, *ORB*, has announced".
    """
    words, i, end = setting.words, name.first, name.end
    return (
        words[end : end + 1] == [","]
        and words[i - 2].islower()
        and i <= _LONGEST_OPENING
        and spoken(words, end + 1) > 0
        and words[i - 2] in _SPEAKING
        and "," not in words[: i - 1]
        and _OWNERS.isdisjoint(words[: i - 1])
        and not (setting.flags[i] & GIVEN and end - i > 1)
    )


_LONGEST_OPENING = 14
_SPEAKING = word_class(
    "platform service app network marketplace specialist leader giant pioneer firm company provider vendor developer "
    "supplier maker startup start-up integrator distributor consultancy bank insurer retailer operator exchange"
)
_OWNERS = word_class("'s ’s its their our his her Its Their Our")


_CALLED_FIRMS = word_class(
    "vendor provider supplier company firm startup start-up consultancy contractor subcontractor maker developer "
    "subsidiary insurer processor reseller distributor integrator unit"
)
_DETERMINERS = word_class("a an the its their one another his her our")


def _is_of_programme(name: Name, setting: Setting) -> bool:
    """Whether an acronym in brackets stands for a programme or a law: "the National Plan for IT (*NPfIT*)"."""
    words, i = setting.words, name.first
    if name.end - i > 1 or words[i - 1] != "(" or name.known:
        return False
    return any(word in _PROGRAMMES for word in words[max(0, i - _LONG_FORM) : i - 1])


_PROGRAMMES = word_class("Programme Program Act Initiative Plan Project Scheme Directive Regulation Law Bill")
_LONG_FORM = 7
_PLANS = word_class("strategy strategies initiative initiatives program programs programme programmes approach")


def _is_plan(name: Name, setting: Setting) -> bool:
    """Whether ordinary words in capitals name what somebody plans: "its *Health Care Growth* strategy"."""
    return (
        name.end - name.first > 1
        and not (name.known or name.brand)
        and all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(name.first, name.end))
    )


def _is_quoted_plan(name: Name, setting: Setting) -> bool:
    """Whether a name in quotation marks is what somebody plans: "part of the “*Orbix Malaysia*” initiative"."""
    words, i, end = setting.words, name.first, name.end
    return i > 0 and words[i - 1] in ("“", '"') and words[end + 1 : end + 2] != [] and words[end + 1] in _PLANS


def _is_titled(name: Name, setting: Setting) -> bool:
    """Whether an office in capitals stands in brackets behind two words: "*Jane Miller* (Corporate Vice President)"."""
    words, end = setting.words, name.end
    return (
        end - name.first == _BOTH
        and not (name.known or name.brand)
        and not any(setting.flags[k] & (ORDINARY | GENERIC | NUMBER | CAMEL | ACRONYM) for k in range(name.first, end))
        and ")" in words[end + 2 : end + 7]
        and words[words.index(")", end) - 1] in _OFFICES
    )


_BOTH = 2
_OFFICES = frozenset(
    "President Director Manager Officer Engineer CEO CTO CFO COO CIO CMO Founder Chairman Chair".split()
)


def _is_term(name: Name, setting: Setting) -> bool:
    """Whether ordinary words are a term that an acronym stands for: "*Operational Technology* (OT) devices"."""
    words, i, end = setting.words, name.first, name.end
    return (
        words[end + 2 : end + 3] == [")"]
        and end - i > 1
        and not (i and words[i - 1] in ("'s", "’s", "its", "their"))
        and not (name.known or name.brand)
        and words[end - 1].lower() not in _BODIES
        and words[end + 1] == "".join(word[0] for word in words[i:end])
        and all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(i, end))
        and (words[end - 1].lower() in UNCOUNTED or words[end - 1].lower().endswith(ABSTRACT))
    )


_BODIES = word_class(
    "federation confederation association corporation organization organisation commission foundation institution "
    "coalition delegation"
)
"""What ends like an activity and is who acts: "National Retail *Federation* (NRF)"."""


def is_persons(setting: Setting, i: int) -> bool:
    """Whether somebody with both names owns what stands at ``i``: his firm rather than a thing."""
    flags = setting.flags
    return (
        i > _BOTH_NAMES
        and setting.words[i - 1] in ("'s", "’s")
        and bool(flags[i - 3] & GIVEN and flags[i - 2] & CAPITAL)
        and bool(flags[i - 2] & SURNAME or not flags[i - 2] & (ORDINARY | GENERIC | ACRONYM | CAMEL | NUMBER))
    )


_BOTH_NAMES = 3
