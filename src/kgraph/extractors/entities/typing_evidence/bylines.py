"""Firms of those who write or speak: "By Jane Miller, CIO, *Beam Orchard* -"."""

from collections.abc import Sequence

from kgraph.extractors.entities.shapes import GENERIC, ORDINARY
from kgraph.extractors.entities.typing_evidence.apposition import PERSON_NOUNS
from kgraph.extractors.entities.typing_evidence.setting import Setting

_OFFICES = frozenset("CEO CFO CTO COO CIO CISO CMO CMIO President Chairman Founder Director VP SVP EVP".split())
_DASHES = ("-", "–", "—")
_FAR, _LEAST = 20, 6
_LONGEST = 5
"""Words of an office: "Vice President of Cloud Services"."""


def is_office(setting: Setting, i: int, end: int) -> bool:
    """Whether somebody's office stands before the name from ``i`` to ``end``, and a comma before it."""
    words = setting.words
    if i < _LEAST - 2 or words[i - 1] != ",":
        return False
    if words[i - 2] in _OFFICES and (words[i - 3] == "," or _is_long_office(setting, i, end)):
        return True
    return i >= _LEAST and words[end : end + 1] != [] and words[end] in _DASHES and _is_byline(words, i)


def _is_long_office(setting: Setting, i: int, end: int) -> bool:
    """Whether an office has several words: "Jane Miller, Services Director, *Orbixo* -".

    A common word behind it is a part of it: "Jane Miller, Vice President, *Communications*".
    """
    words = setting.words
    comma = next((k for k in range(i - 3, max(1, i - _LONGEST - 2), -1) if words[k] == ","), 0)
    return (
        comma > 0
        and all(word[0].isupper() or word in ("of", "and", "&") for word in words[comma + 1 : i - 1])
        and not all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(i, end))
    )


def _is_byline(words: Sequence[str], i: int) -> bool:
    """Whether somebody's name and office lead to a name: "By Jane Miller, Director of Audits, Europe, *Orbixo* -"."""
    by = next((k for k in range(max(0, i - _FAR), i - 4) if words[k] == "By"), -1)
    if by < 0 or "," not in words[by + 2 : by + 6] or "." in words[by + 3 : i]:
        return False
    return not PERSON_NOUNS.isdisjoint(word.lower() for word in words[by + 3 : i])
