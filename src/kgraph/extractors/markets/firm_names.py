"""Whether a name that holds a share or a place can be a firm's: no segment, no region, no ordinary word."""

import re

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.markets.listed_names import Player
from kgraph.extractors.word_lists import COUNTERS

_COMMON_NOUN = re.compile(
    r"\b(?:segments?|software|hardware|services?|solutions?|hospitals?|clinics?|cloud|imaging|learning|"
    r"systems?|devices?|applications?|users?|sector|"
    r"industry|retail|banking|healthcare|manufacturing|government|education|enterprises?|consumers?|therapy|"
    r"diagnostics?|platforms?|providers?|"
    r"category|others?|rest|vendors|players|companies|startups)$",
    re.IGNORECASE,
)


_FIELD = re.compile(
    r"(?:ology|ography|iatrics|oscopy|tion|ing|ment|ware|wear|care|apy|ics|ery|ance|ity|ers|ists|banks)$", re.IGNORECASE
)
"""How fields and trades end, which a sentence may begin with in a capital: "Cardiology held 30 %"."""


_NO_FIRM = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December)\b|(?:May|Christmas|Easter|Thanksgiving|Black Friday|[GMkT]Wh?|[GT]B|FY\d*|\d+\w?|"
    r"[A-Z]\w*-[a-z]+(?:ed|ing)|AI|IoT|IT|"
    r"No|The|It|That|This|He|She|They|We|In)$|(?:i[A-Z]\w+s|PCs|TVs|EVs|GPUs|CPUs|SSDs|SUVs|OEMs?|ODMs?|Low|High|Medium)$|\d?[QH]\d|"
    r".*\b(?:Shares?|Sales|Shipments|Revenue|Markets?|Rate|Prices|Research|Analytics|Insights|Intelligence|Consulting|"
    r"Report|Tracker)$"
)
"""What is counted, those who count it and when: no holder of a share."""
_OWNED = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|his|her)\s"
    r"(?:(?!(?:to|with|from|by|over|on|in|for|than|rivals?|competitors?|peers?)\b)[$€£\w.,-]+\s){0,2}$"
)
"""Before what is a firm's, no firm: "thanks to *its new* Mi Band"."""


def _is_common(name: str) -> bool:
    """Whether a word that begins a sentence can be an ordinary one, and names no company that is known."""
    words = lexicon.shipped()
    known = any(entry.type in ("Company", "Product") for entry in words.known(name))
    return not known and any(words.is_ordinary(part.lower()) for part in name.split("-"))


def holder(content: str, name: str, start: int, end: int) -> Player | None:
    """Where the holder of a share is named, where it is a name and not a segment or a region."""
    at = content.find(name, start, end)
    return Player(name, at, at + len(name)) if at >= 0 and may_hold(content, name, at, start) else None


def may_hold(content: str, name: str, at: int, start: int) -> bool:
    """Whether the name at ``at`` can be a firm's, in a sentence that begins at ``start``."""
    if not (name[0].isupper() or name[0].isdigit() or re.match(r"[a-z]{1,3}[A-Z]", name)) or regions.is_region(name):
        return False
    if name in COUNTERS or _NO_FIRM.match(name) or _OWNED.search(content, max(start, at - 24), at):
        return False
    if is_known(name):
        return True
    if (
        re.search(r"\s[a-z]{3,}|,", name)
        or _COMMON_NOUN.search(name)
        or re.match(r"\s?(?:segment|sub-segment|category|end-user)", content[at + len(name) : at + len(name) + 14])
    ):
        return False
    alone = at == start and " " not in name and name[1:].islower()
    return not alone or not (
        _is_common(name) or _FIELD.search(name) or re.search(rf"\b{re.escape(name.lower())}\b", content)
    )


def is_known(name: str) -> bool:
    """Whether it is, or begins with, the name of a firm that is known and no ordinary word: "Google Cloud"."""
    words = lexicon.shipped()
    return any(
        any(entry.type == "Company" for entry in words.known(form)) and not words.is_ordinary(form)
        for form in {name, name.split(maxsplit=1)[0]}
    )


def is_person(player: Player) -> bool:
    """Whether a name of two words begins with a given name: "makers of films include *Jane Miller*"."""
    words = player.name.split()
    return len(words) == _FIRST_AND_LAST and words[0] in lexicon.shipped().first_names


_FIRST_AND_LAST = 2
