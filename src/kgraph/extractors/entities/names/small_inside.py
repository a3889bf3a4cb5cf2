"""Names that go on behind a small letter: "DCsv2-*series*", "Azure Arc *enabled Kubernetes*", "Multi-*access Hub*"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import CAPITAL, GENERIC
from kgraph.text import word_class

_RUN_BY = (["machine", "learning"], ["data", "services"], ["servers"], ["services"], ["infrastructure"])
"""What else stands behind "Azure Arc enabled" than names."""
_JOINED = frozenset("Multi Self Auto Cross Pay".split())
"""Prefixes with which names of products begin."""
_SMALL_IN_TITLES = ("As-", "To-", "In-", "On-", "Of-", "By-")
_PREFIXES = _JOINED | frozenset("Pre Non Anti Inter Intra Hyper Real".split())
_LETTERS = 3
_MADE_SO = word_class("based driven powered enabled native led first focused centric ready")


def end_of_small_inside(given: Vocabulary, words: Sequence[str], flags: Sequence[int], j: int) -> int:
    """Where a name goes on to behind the hyphen, or the "enabled", at ``j``; 0 where it does not.

    "DCsv2-*series* VMs", "Azure Arc-*enabled SQL*", "the Multi-*access* Edge Hub", but not "Arc *enabled* them to".
    """
    before = words[j - 1]
    k = j + (words[j] == "-")
    if k + 1 >= len(words) and words[k:] != ["series"]:
        return 0
    if before == "Arc" and words[k].lower() == "enabled":
        if flags[k + 1] & CAPITAL:
            return max(given.lexicon.match(words, k + 1, len(words))[0], k + 2)
        return next((k + 1 + len(noun) for noun in _RUN_BY if words[k + 1 : k + 1 + len(noun)] == noun), 0)
    if k > j and words[k] == "series" and (before.isupper() or (before[-1].isdigit() and before[0].isupper())):
        return k + 1
    goes_on = k > j and before in _JOINED and words[k].islower() and flags[k + 1] & CAPITAL
    return k + 1 if goes_on else 0


def is_half_word(words: Sequence[str], flags: Sequence[int], first: int, end: int) -> bool:
    """Whether a name's last word is only the first half of another: "its Zelbo *SaaS*-based", "Zelbo *Auto*-grow"."""
    if words[end : end + 1] != ["-"] or end + 1 >= len(words):
        return False
    if words[end + 1].startswith(_SMALL_IN_TITLES):
        return end - first > 1  # "Azure Government *Pay*-As-You-Go"
    if not words[end + 1].islower():
        return False
    if end - first == 1 and len(words[first]) < _LETTERS and words[first][-1:].islower():
        return True  # "*Ka*-band", "a *Mu*-metal case"
    is_kind = bool(flags[end - 1] & GENERIC) and end - first > 1 and words[end + 1] in _MADE_SO
    return is_kind or words[end - 1] in _PREFIXES
