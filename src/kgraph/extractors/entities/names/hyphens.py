"""Hyphens in names: those that join two names, and those behind a small letter."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import WELL_KNOWN
from kgraph.lexicon import Lexicon
from kgraph.text import Tokens, word_class

_JOINED = re.compile("[A-Z][^-]+-[A-Z][^-]+")
_EX = re.compile("(?:[Ee]x|[Tt]hen)-[A-Z].*")
_WIRES = word_class("RPT BRIEF EXCLUSIVE UPDATE WRAPUP CORRECTED REFILE FACTBOX ANALYSIS FOCUS TIMELINE POLL")
_WIRED = re.compile(rf"(?:{'|'.join(sorted(_WIRES))}|\d)-[A-Z].*")
"""What newswires set before a headline: "*RPT*-Microsoft to invest", "UPDATE *2*-Acme sells"."""


def apart(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The same tokens; what a hyphen joins to a company stands apart: "the *Microsoft-Citrix* pact", "*ex-Cerner*"."""
    joined = [
        k
        for k, word in enumerate(tokens.words)
        if "-" in word
        and word != "-"
        and (
            _EX.fullmatch(word)
            or (k < _EARLY and _WIRED.fullmatch(word) and not lexicon.known(word))
            or _are_companies(word, lexicon)
            or (_DEALS.intersection(tokens.words[k + 1 : k + 3]) and _is_with_company(word, lexicon))
        )
    ]
    if not joined:
        return tokens
    words: list[str] = []
    starts: list[int] = []
    last = 0
    for k in joined:
        first, _, second = tokens.words[k].partition("-")
        start = tokens.starts[k]
        at = start + len(first)
        first = first.lower() if k < _EARLY and first.isupper() and first in _WIRES else first
        first = first.lower() if first in ("Ex", "Then") else first  # "Ex-Cerner chief": no name
        words += (*tokens.words[last:k], first, "-", second)
        starts += (*tokens.starts[last:k], start, at, at + 1)
        last = k + 1
    return Tokens(words + tokens.words[last:], starts + tokens.starts[last:])


def _are_companies(joined: str, lexicon: Lexicon) -> bool:
    if not _JOINED.fullmatch(joined):
        return False
    halves = map(lexicon.known, joined.split("-"))
    return all(any(each.type == "Company" for each in known) for known in halves)


_EARLY = 2
_DEALS = word_class("deal deals pact partnership alliance agreement tie-up collaboration merger venture")
_PREFIXES = word_class("non anti pre post pro ex mid inter intra co multi all new former big neo pan mega")


def _is_with_company(joined: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen joins a name to that of a well-known company, before "deal": "the *Krafton-Microsoft* deal"."""
    first, _, second = joined.partition("-")
    return (
        _JOINED.fullmatch(joined) is not None
        and first.lower() not in _PREFIXES
        and first.lower() not in lexicon.words
        and not lexicon.known(joined)
        and any(
            each.type == "Company" and each.weight >= WELL_KNOWN
            for each in (*lexicon.known(second), *(lexicon.known(first) if second.lower() not in lexicon.words else ()))
        )
    )


_HYPHENED = re.compile("[a-z]{1,2}-[A-Z][a-z]{2,}")


def is_hyphened(words: Sequence[str], i: int) -> bool:
    """Whether a name has a small letter before its hyphen, and is told to be one: "with *e-Care*, its record"."""
    return words[i + 1 : i + 2] == [","] and words[i + 2 : i + 3] in _TOLD and _HYPHENED.fullmatch(words[i]) is not None


_TOLD = (["its"], ["a"], ["an"], ["the"])
