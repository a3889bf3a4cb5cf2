"""Hyphens in names: those that join two names, those behind a small letter, and those before one."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.korean import is_korean
from kgraph.extractors.entities.names.vocabulary import COUNTRY, WELL_KNOWN
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
            or _are_countries(word, lexicon)
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


def _are_countries(joined: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen joins two countries or states: "the *US-China* trade", "the *EU-Japan* pact"."""
    if not _JOINED.fullmatch(joined) or lexicon.known(joined):
        return False
    halves = map(lexicon.known, joined.split("-"))
    return all(any(each.type in _LANDS and each.weight >= COUNTRY for each in known) for known in halves)


_LANDS = ("Place", "Organization")
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


def together(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The same tokens; names stand whole that go on in small letters: "Chey *Tae-won*", "Called *Zelbo-pulse*, it"."""
    words, starts = tokens
    joined = [
        k
        for k in range(1, len(words) - 1)
        if words[k] == "-"
        and words[k + 1].islower()
        and starts[k] == starts[k - 1] + len(words[k - 1])
        and starts[k + 1] == starts[k] + 1
        and _FIRST_HALF.fullmatch(words[k - 1])
        and _SECOND_HALF.fullmatch(words[k + 1])
        and words[k + 2 : k + 3] != ["-"]
        and (_is_given(words, k, lexicon) or _is_coined(words, k, lexicon))
    ]
    if not joined:
        return tokens
    whole: list[str] = []
    begins: list[int] = []
    last = 0
    for k in joined:
        whole += (*words[last : k - 1], f"{words[k - 1]}-{words[k + 1]}")
        begins += starts[last:k]
        last = k + 2
    return Tokens(whole + words[last:], begins + starts[last:])


_FIRST_HALF = re.compile(r"[A-Z][^\W\d_A-Z]+")
_SECOND_HALF = re.compile(r"[^\W\d_]{2,9}")


def _is_given(words: Sequence[str], k: int, lexicon: Lexicon) -> bool:
    """Whether somebody's name has a hyphen at ``k``: beside another name, and no English word behind it."""
    first, second = words[k - 1], words[k + 1]
    before, after = words[k - 2] if k > 1 else "", words[k + 2] if k + 2 < len(words) else ""
    if is_korean(f"{first}-{second}"):
        return before[:1].isupper()
    if not (
        _is_name(before, lexicon) or (after[:1].isupper() and not before[:1].isupper() and _is_name(after, lexicon))
    ):
        return False
    if second in lexicon.words and before[:1].isupper() and _is_free(words, k, lexicon):
        return True  # "Dana *Har-even*, director"
    if second in lexicon.words or first.lower() in _PREFIXES:
        return (
            second.capitalize() in lexicon.first_names and first in lexicon.first_names and second not in lexicon.words
        )
    if first.lower() in lexicon.words:
        return before in lexicon.first_names  # "Dana *Bar-lev*"
    return not lexicon.known(first)


def _is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word beside it may be the rest of somebody's name."""
    return (
        word[:1].isupper()
        and not word.isupper()
        and (
            word in lexicon.first_names
            or word in lexicon.surnames
            or (word.lower() not in lexicon.words and not lexicon.known(word))
        )
    )


def _is_coined(words: Sequence[str], k: int, lexicon: Lexicon) -> bool:
    """Whether what is launched or called so has a hyphen at ``k``: "launched *Zelbo-scan*, a tool"."""
    return k > 1 and words[k - 2].lower() in _NAMING and _is_free(words, k, lexicon)


def _is_free(words: Sequence[str], k: int, lexicon: Lexicon) -> bool:
    """Whether no other word is told of by what is joined at ``k``: not "launched *Zelbo-powered* chips"."""
    first, second = words[k - 1], words[k + 1]
    return (
        (k + 2 == len(words) or words[k + 2] in _ENDING)
        and first.lower() not in lexicon.words
        and first.lower() not in _PREFIXES
        and not lexicon.known(first)
        and not second.endswith(("ed", "ing"))
        and second not in _ATTRIBUTES
    )


_NAMING = word_class(
    "called named dubbed branded christened launched launches unveiled unveils introduced introduces released releases "
    "debuted debuts"
)
_ENDING = frozenset(',.;:()”"’')
_ATTRIBUTES = word_class("wide like free only style grade native first led specific ready")
