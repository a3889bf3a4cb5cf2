"""Managers that are software and no people: "Zelbo Firewall *Manager* supports networks"."""

from collections.abc import Sequence

from kgraph.extractors.names.vocabulary import Vocabulary
from kgraph.text import word_class

_DOES = word_class("is now has supports helps lets enables offers provides makes can will adds allows integrates")
_OFFERED = word_class("offering offerings")


def is_ware(given: Vocabulary, words: Sequence[str], i: int, k: int) -> bool:
    """Whether the word at ``k``, which may be somebody's role, ends the name of a product that begins at ``i``.

    What it is called stands behind it ("their Vault *Manager* offering"), or it goes on from a known product's name as
    the subject of a sentence ("Azure Firewall *Manager* now supports").
    """
    if k + 1 >= len(words):
        return False
    after = words[k + 1].lower()
    if words[k - 1].lower() not in given.modifiers and (after in given.described or after in _OFFERED):
        return True
    if after not in _DOES:
        return False
    stop, known = given.lexicon.match(words, i, k)
    return stop == k and known[-1].type == "Product" and k > i + 1
