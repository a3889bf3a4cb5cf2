"""Names whose bounds an acronym in brackets behind them tells: "the *Zelbo Grid Ingress Controller* (ZGIC)"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary
from kgraph.extractors.entities.shapes import CAPITAL
from kgraph.text import word_class

_LEAST, _MOST = 3, 7
"""Letters of such an acronym: two are too often there by chance."""
_SMALL = word_class("of and for the in on to a by &")
"""Words inside a name that its acronym may leave out."""


def spelt_out(given: Vocabulary, words: Sequence[str], flags: Sequence[int], names: list[Name]) -> list[Name]:
    """The same names; where the words before a bracket spell the acronym in it, they are one name.

    A name that begins before these words stays as it is, as does one that ends behind them.
    """
    if "(" not in words:
        return names
    result = names
    for bracket in range(1, len(words) - 2):
        if words[bracket] != "(" or words[bracket + 2] != ")" or not _is_acronym(words[bracket + 1]):
            continue
        first = _first_spelt(words, flags, bracket)
        if first < 0 or any(
            each.first < first < each.end or (each.first, each.end) == (first, bracket) for each in result
        ):
            continue
        if words[bracket - 1].lower() in given.roles and words[first].lower() not in given.organization_of:
            continue  # "is Chief Technology Officer (CTO)"
        stop, known = given.lexicon.match(words, first, bracket)
        whole, brand = (known, ()) if stop == bracket else ((), known)
        outside = [each for each in result if each.first < first or each.end > bracket]
        result = sorted([*outside, Name(first, bracket, whole, brand, "run")])
    return result


def _is_acronym(word: str) -> bool:
    return _LEAST <= len(word) <= _MOST and word.isalpha() and sum(map(str.isupper, word)) >= _LEAST


def _first_spelt(words: Sequence[str], flags: Sequence[int], bracket: int) -> int:
    """Where the words with capital letters begin whose first letters are the acronym in the bracket; -1 for none."""
    letters = words[bracket + 1].rstrip("s").lower()
    k, left = bracket, len(letters)
    while left and k > 0:
        k -= 1
        word = words[k]
        if flags[k] & CAPITAL and word[0].lower() == letters[left - 1]:
            left -= 1
        elif not (word in _SMALL and k < bracket - 1):
            return -1
    return -1 if left or words[k] in _SMALL else k
