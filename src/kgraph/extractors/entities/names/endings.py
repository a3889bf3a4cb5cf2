"""Words in capitals that end a run and no name: the verb of a title, "Powered" before "by"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import ORDINARY
from kgraph.text import word_class

_PARTICIPLES = word_class("powered driven built backed hosted enabled led funded supported inspired developed")
_AFTER_PARTICIPLES = ("by", "on", "upon", "with")
_MODALS = word_class("can could should must cannot will may")
_OBJECTS = word_class("a an the its their this new")


def is_past_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether the last word of a run from ``i`` is no part of a name, as what follows it shows.

    "Managed Orbix *Powered* by Acme", "Zelbo Planner *Can* be", "ZelboPro *Delivers* an Interface".
    """
    if end - i < 2 or end >= len(words) or not words[end].islower() or not flags[end - 1] & ORDINARY:
        return False
    lower, after = words[end - 1].lower(), words[end]
    if lower in _PARTICIPLES:
        return after in _AFTER_PARTICIPLES
    if lower in _MODALS:
        return after == "be"
    begins = i == 0 or not words[i - 1].islower()
    return begins and lower[-1:] == "s" and after in _OBJECTS and lower not in given.tails and _is_verb(given, lower)


def _is_verb(given: Vocabulary, lower: str) -> bool:
    """Whether a word that ends in "s" is the form of a verb: there is "delivering", too."""
    stem = lower[:-1]
    return any(form in given.lexicon.words for form in (f"{stem}ing", f"{stem.removesuffix('e')}ing"))


WRITTEN_OUT = word_class(
    "ag gmbh llc llp lp plc se ab asa nv bv oy oyj spa sas as kgaa sarl ug limited incorporated holdings "
    "company corporation berhad sa se sl aps"
)
"""Legal forms that no stop shortens: where one follows, it ends the sentence ("bought Zelbo *AG*.")."""
