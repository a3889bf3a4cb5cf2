"""Firms of those who write: "By Jane Miller, CIO, *Beam Orchard* -"."""

from collections.abc import Sequence

from kgraph.extractors.typing_evidence.apposition import PERSON_NOUNS

_OFFICES = frozenset("CEO CFO CTO COO CIO CISO CMO CMIO President Chairman Founder Director VP SVP EVP".split())
_DASHES = ("-", "–", "—")
_FAR, _LEAST = 20, 6


def is_office(words: Sequence[str], i: int, end: int) -> bool:
    """Whether somebody's office stands before the name from ``i`` to ``end``, and a comma before it."""
    if i > 3 and words[i - 1] == "," and words[i - 3] == "," and words[i - 2] in _OFFICES:
        return True
    if i < _LEAST or words[i - 1] != "," or words[end : end + 1] == [] or words[end] not in _DASHES:
        return False
    least = max(0, i - _FAR)
    by = next((k for k in range(least, i - 4) if words[k] == "By"), -1)
    if by < 0 or "," not in words[by + 2 : by + 6] or "." in words[by + 3 : i]:
        return False  # "By Jane Miller, Architecture Services Director, *Orbixo* -"
    return not PERSON_NOUNS.isdisjoint(word.lower() for word in words[by + 3 : i])
