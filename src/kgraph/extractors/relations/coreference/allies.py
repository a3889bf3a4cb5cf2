"""Whose "the partnership" of a sentence is that names no partners: of the two organisations that the text has named."""

from collections.abc import Iterable, Sequence

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.ends import ORGANIZATION
from kgraph.model import Claim
from kgraph.namespace import KG
from kgraph.text import word_class

_CUES = word_class("partnership collaboration alliance tie-up")
_POINTING = word_class("the this their under both")
_NEAR = 8
_BOTH = 2
_WITH = word_class("with between of among for")
_OTHERWISE = (KG.ACQUIRED, KG.COMPETES_WITH, KG.INVESTED_IN)
"""What else joins two firms: "the alliance" of a text that tells it is rather another's."""


def speaks_of_allies(words: Sequence[str]) -> bool:
    """Whether a sentence speaks of a partnership and does not say with whom: "*The alliance* will bring"."""
    for k, word in enumerate(words):
        if word in _CUES and k + 1 < len(words) and words[k + 1] not in _WITH:
            before = [each.lower() for each in words[max(0, k - _NEAR) : k]]
            if not _POINTING.isdisjoint(before) and "'s" not in before and "’s" not in before and "no" not in before:
                return True
    return False


def allies(
    read: Sequence[Sentence], kinds: Sequence[str], same: Sequence[int], claims: Iterable[Claim]
) -> tuple[int, ...]:
    """The two organisations that sentences name, where they name no third and tell of no deal or rivalry."""
    found: dict[int, int] = {}
    for sentence in read:
        for _, _, mention in sentence.mentions:
            if kinds[mention] in ORGANIZATION:
                found.setdefault(same[mention], mention)
    if len(found) != _BOTH or any(each.predicate in _OTHERWISE for each in claims):
        return ()
    return tuple(found.values())
