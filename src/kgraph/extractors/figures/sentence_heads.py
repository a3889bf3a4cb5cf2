"""The company that a sentence is about: the name it begins with, where that does something or owns what does."""

import re

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.figures import holders

_FRONT = re.compile(
    r"(?:(?:In|On|For|After|At|Last|During|Since|By|As)\s[^,;:]{2,60},\s)?"
    r"(?:(?:Shares|Stock) (?:of|in) )?"
    r"(?:[“\"‘']?(?:The\s)?(?:[A-Z][\w.]*[\s,]{1,2}){1,4}?[A-Z]?[\w.]*[-–]based\s)?"
    r"(?:(?:[A-Za-z-]+\s){0,4}?(?:giant|maker|group|company|firm|startup|start-up|specialist|provider|developer|"
    r"vendor|bank|"
    r"retailer|insurer|chipmaker|drugmaker|lender|exchange|operator|manufacturer|supplier|biotech|studio)\s)?"
)
_ACTS = re.compile(
    r"(?P<owns>['’]s?\s)|(?:\s\([^()]{1,40}\))?(?:,\s[^,]{2,90},)?"
    r"\s(?:(?:has|have|had|also|today|just|now|on \w+day)\s)*(?P<verb>[a-z]+|Announces|Reports|Posts|Delivers|"
    r"Records)\b"
)
_ITS_BOOKS = re.compile(
    r"\s(?:(?:on \w+day|that|its|today|late)\s)*(?:[a-z-]+\s){0,2}?"
    r"(?:revenues?|sales|earnings|profits?|turnover|net|it)\b"
)
_FORM = re.compile(r"&|\b(?:Inc|Corp|Co|Ltd|PLC|plc|AG|SE|Group|Systems|Technologies|Software)\b")
"""What only a firm's name holds."""
_BACKS = re.compile(
    r"(?:,\s[^,]{2,90},)?\s(?:also |has |have )?(?:(?:co-)?(?:led|leads|leading)\s(?:[\w$€£.-]+\s){0,5}?(?:round|"
    r"financing|"
    r"investment|raise|series|funding)\b|(?:invest(?:ed|s)|participated|took part)\b)",
    re.IGNORECASE,
)
"""What those do who put money into the company of a text."""
_TELLS = frozenset({"said", "says", "told", "added", "noted", "wrote", "and", "or", "of", "in", "at", "for", "reckons"})
"""Verbs of those who speak about a company, and words after which the name goes on."""


def company_at_head(words: str) -> str:
    """The name that a sentence begins with as its subject or as the owner of the subject; "" where it is unsure."""
    front = _FRONT.match(words)
    named = holders.at(words, front.end() if front else 0)
    if named is None and front and front.end():
        named = holders.at(words, 0)
    if named is None or regions.is_region(named.name) or named.name in regions.ADJECTIVES:
        return ""
    acts = _ACTS.match(words, named.end)
    if (
        acts is None
        or _BACKS.match(words, named.end)
        or ((acts["verb"] or "") in _TELLS and not _of_itself(words, named, acts))
    ):
        return ""
    return "" if " " not in named.name and is_ordinary(named.name) else named.name


def _of_itself(words: str, named: holders.Holder, acts: re.Match[str]) -> bool:
    """Whether a firm tells of its own books ("Acme Corp said sales rose"), which an analyst or an officer may not."""
    if not _ITS_BOOKS.match(words, acts.end()):
        return False
    known = any(entry.type == "Company" for entry in lexicon.shipped().known(named.name))
    return known or _FORM.search(named.name) is not None


def is_ordinary(word: str) -> bool:
    """Whether a single word with which a sentence begins may be any word, as no company of that name is known."""
    known = lexicon.shipped()
    if any(entry.type == "Company" for entry in known.known(word)):
        return False
    return any(known.is_ordinary(part.lower()) for part in word.split("-"))
