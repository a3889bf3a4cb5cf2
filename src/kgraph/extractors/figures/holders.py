"""Whose figure it is: the name before "holds 21%", before "raises $26 million", after "investment in".

Names are runs of capitalised words. A common noun in front of a name ("startup", "the data provider") is left out, an
apposition ("Jvion, a maker of software, raised …") is stepped over.
"""

import re
from typing import NamedTuple

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.word_lists import HEADLINE_VERBS, KINDS_OF_COMPANY, NO_HOLDER, PROJECTS


class Holder(NamedTuple):
    """A name with its span in the sentence."""

    name: str
    start: int
    end: int


_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_WORD = (
    rf"(?:[{_CAPITAL}0-9][\w&.+’'®™/-]*(?:–(?:based|backed|headquartered))?|[a-z]{{1,3}}[A-Z][\w&.’'-]*|"
    r"[a-z][\w-]{2,30}\.(?:ai|io|com|co|net|org|bio|health)(?![\w.]))"
)
_RUN = re.compile(rf"{_WORD}(?:\s(?:(?:of|&|for|de|the)\s)?{_WORD}){{0,6}}")
_SEAT = re.compile(r",\s(?:[A-Z][\w.]{0,20}\s?){1,3}[–-]based|[–-]based")
"""After a place that only says where a company sits: "Nashua, New Hampshire-based"."""
_STATE_SEAT = re.compile(r",\s[A-Z][\w. ]{1,25}[-–](?:based|headquartered)")
_TOWN = re.compile(r",\s(?:the|an?)\s[^,]{1,40}$")
"""The town before a state: "HeartFlow, *the Mountain View*, Calif.-based maker"."""
_BASED = re.compile(r"[-–](?:based|backed|headquartered)$")
_LEGAL_WORD = re.compile(r"(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|AG|SA|NV|Limited|Corporation)\.?,?")
_SUFFIX = re.compile(
    r",?\s+(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|AG|SA|NV|N\.V|S\.A|Co|Limited|Corporation|Incorporated)\b\.?$"
)
_APPOSITION = re.compile(r"(?:,\s[^,]{2,120},|\s?[—–]\s?[^—–]{2,120}[—–])\s*$")
_AUX = re.compile(
    r"(?:\s*\b(?:has|have|had|is|was|are|were|will|would|to|could|may|might|also|just|recently|today|now|"
    r"quietly|announced(?: that)?|"
    r"announces|it|itself|themselves|said|says|who|which|that|alone|already|reportedly|still|currently|then|successfully|each|"
    r"combined|collectively|"
    r"jointly|together|"
    r"followed|closely|remains?|continues?|leads?|led|next|in total|officially|on \w+day|nearly|about|around|"
    r"the|a|an|largest|biggest))+\s*$",
    re.IGNORECASE,
)  # fmt: skip


def before(words: str, end: int) -> Holder | None:
    """The name that stands directly before ``end``, auxiliaries and one apposition between them allowed."""
    left = words[max(0, end - 220) : end]
    offset = end - len(left)
    for _ in range(4):
        left = left.rstrip()
        shorter = _AUX.sub("", left)
        shorter = re.sub(r"\s*\([^()]{1,60}\)\s*$", "", shorter)
        if shorter == left:
            break
        left = shorter
    gap = _APPOSITION.search(left)
    candidates = [left[: gap.start()]] if gap and not _SUFFIX.search(left.rstrip(", ")) else []
    if candidates and gap and _STATE_SEAT.match(gap[0]):
        candidates = [_TOWN.sub("", candidates[0])]
    for text in [*candidates, left.rstrip(" ,")]:
        name = _last_run(text)
        if name is not None:
            return Holder(name[0], offset + name[1], offset + name[2])
    return None


def after(words: str, start: int) -> Holder | None:
    """The name that begins at ``start``, an article skipped."""
    skip = re.compile(r"\s*(?:the |a |an )?(?:[a-z-]+ ){0,5}").match(words, start)
    found = _RUN.match(words, skip.end() if skip else start)
    return _trimmed(found[0], found.start()) if found else None


def at(words: str, start: int) -> Holder | None:
    """The name that begins exactly at ``start``."""
    found = _RUN.match(words, start)
    named = _trimmed(found[0], found.start()) if found and not _SEAT.match(words, found.end()) else None
    return named if named is not None and named.start == start else None


_KINDS_OF_AI = frozenset(
    "Generative Healthcare Health Medical Ethical Responsible Enterprise Physical Agentic Sovereign Clinical "
    "Trustworthy "
    "Industrial Applied Frontier Artificial Open-source Safe Explainable Edge".split()
)
"""Words before "AI" that make no company's name."""


def is_company_like(name: str) -> bool:
    """Whether a name can be a company's that is invested in: no region, no "Polish Cloud Project", no "AI"."""
    words = name.split()
    if len(words) == 2 and words[1] == "AI" and words[0] not in _KINDS_OF_AI:
        return not regions.is_region(words[0]) and words[0] not in regions.ADJECTIVES
    return (
        not regions.is_region(name)
        and words[0] not in regions.ADJECTIVES
        and not any(regions.is_region(" ".join(words[:n])) for n in (1, 2))
        and words[-1].lower() not in PROJECTS
        and not (name.isupper() and len(name) <= 3)
    )


def possessive(words: str, start: int, end: int) -> Holder | None:
    """The last "X's" or "X" of the stretch that a cue such as "revenue" follows."""
    best: Holder | None = None
    for found in _RUN.finditer(words, start, end):
        name = _trimmed(found[0], found.start())
        if name is not None:
            best = name
    return best


def among(words: str, start: int, end: int) -> Holder | None:
    """The first name of a stretch that is no place: "Nashua, New Hampshire-based … company iCAD" gives iCAD."""
    for found in _RUN.finditer(words, start, end):
        if _SEAT.match(words, found.end()):
            continue
        name = _trimmed(found[0], found.start())
        if name is not None and not regions.is_region(name.name) and name.name not in regions.ADJECTIVES:
            return name
    return None


def first(words: str, end: int) -> Holder | None:
    """The first name of a sentence, before ``end``.

    A single word that begins the sentence before a word in lower case may be any word ("Cloud security start-up Wiz"):
    it counts where no other name follows.
    """
    doubtful: Holder | None = None
    for found in _RUN.finditer(words, 0, end):
        name = None if _SEAT.match(words, found.end()) else _trimmed(found[0], found.start())
        if name is None or regions.is_region(name.name):
            continue
        if name.start == 0 and " " not in name.name and re.match(r"\s[a-z]", words[name.end :]):
            doubtful = name
            continue
        return name
    return doubtful


def _last_run(text: str) -> tuple[str, int, int] | None:
    suffix = re.search(r",\s(?:Inc|Ltd|LLC|Corp|Co)\.?$", text)
    core = text[: suffix.start()] if suffix else text
    last: re.Match[str] | None = None
    for found in _RUN.finditer(core):
        last = found
    if last is None or core[last.end() :].strip(" '’s®™\"”"):
        return None
    name = _trimmed(last[0], last.start())
    if name is None:
        return None
    end = len(text) if suffix and name.end == len(core.rstrip()) else name.end
    return " ".join(text[name.start : end].split()), name.start, end


_QUARTER = re.compile(r"\d[QH]\d{0,4}|[QH]\d")


def _trimmed(run: str, start: int) -> Holder | None:
    """Common nouns and what stands before them taken off the front, a possessive or full stop off the end."""
    words = [(found[0], found.start(), found.end()) for found in re.finditer(r"\S+", run)]
    for i, (word, _, last) in enumerate(words[:-1][:3]):
        if re.search(r"['’]s$", word) and regions.is_region(run[words[0][1] : last - 2]):
            words = words[i + 1 :]  # "South Korea's LG Display"
            break
    for i, (word, _, _) in enumerate(words):
        if re.search(r"['’]s$", word) and i + 1 < len(words):
            words = words[: i + 1]
            break
    while len(words) > 1 and _QUARTER.fullmatch(words[0][0]):
        words = words[1:]
    while words and (_is_common(words[0][0]) or (len(words) > 1 and words[0][0] in regions.ADJECTIVES)):
        words = words[1:]
    based = max((i for i, (word, _, _) in enumerate(words) if _BASED.search(word)), default=-1)
    words = words[based + 1 :]
    cut = max((i for i, (word, _, _) in enumerate(words) if word.lower() in KINDS_OF_COMPANY), default=-1)
    words = words[cut + 1 :] if cut + 1 < len(words) else words
    verb = next((i for i, (word, _, _) in enumerate(words) if i and word.lower() in HEADLINE_VERBS), len(words))
    words = words[:verb]
    legal = next((i for i, (word, _, _) in enumerate(words) if _LEGAL_WORD.fullmatch(word)), len(words))
    words = words[: legal + 1]
    if not words:
        return None
    name = " ".join(run[words[0][1] : words[-1][2]].split())
    known = name.endswith("s") and lexicon.shipped().known(name.replace("’", "'"))
    bare = name if known else re.sub(r"['’]s?$", "", name)  # "Sainsbury's" is the name
    if not re.search(r"\b(?:Inc|Corp|Ltd|Co|No)\.$", bare):
        bare = bare.rstrip(".,")
    if len(bare) < 2 or not re.search(r"[A-Za-z]", bare) or bare.lower() in NO_HOLDER:
        return None
    return Holder(bare, start + words[0][1], start + words[0][1] + len(bare))


def _is_common(word: str) -> bool:
    lower = word.lower()
    return (
        lower in NO_HOLDER
        or word[0].isdigit()
        or lower.endswith(("-based", "–based", "-backed", "–backed", "headquartered"))
    )
