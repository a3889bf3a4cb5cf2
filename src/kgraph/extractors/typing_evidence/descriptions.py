"""Ordinary words in capitals that only tell what somebody is good at, or what an offer is."""

from kgraph.extractors.names.vocabulary import Name
from kgraph.extractors.shapes import CAMEL, CAPITAL, GENERIC, ORDINARY
from kgraph.extractors.typing_evidence.setting import Setting
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_JOINTS = (",", "and", "&")
_SEVERAL = 2
_EXCELLING = word_class(
    "leader leaders provider providers expert experts specialist specialists pioneer innovator supplier"
)
_RANKED = word_class("leading premier foremost top award-winning trusted world-leading global independent largest")


def only_describes(name: Name, setting: Setting) -> bool:
    """Whether ordinary words in capitals say what somebody is good at: "a leader in *Financial Planning Solutions*"."""
    words, flags, i = setting.words, setting.flags, name.first
    if (
        name.known
        or name.brand
        or name.end - i < _SEVERAL
        or not all(
            flags[k] & (ORDINARY | GENERIC) and not flags[k] & CAMEL
            for k in range(i, name.end)
            if words[k][0].isalnum()
        )
    ):
        return False
    while i > 1 and (words[i - 1] in _JOINTS or flags[i - 1] & CAPITAL):
        i -= 1
    before, before2 = (words[k].lower() if k >= 0 else "" for k in (i - 1, i - 2))
    return (before in ("in", "of", "for") and before2 in _EXCELLING) or (
        before in _RANKED and before2 in ("a", "the", "an", "world", "'s", "’s", "industry")
    )


def is_half(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether a name is only the second half of what an offer is: "new Data and *Analytics Solutions* offerings"."""
    words, flags, i, end = setting.words, setting.flags, name.first, name.end
    return (
        i > _SEVERAL
        and flags[i - 2] & (CAPITAL | ORDINARY) == CAPITAL | ORDINARY
        and end < len(words)
        and words[end].lower() in lexicon.heads["after_product"]
        and not name.known
        and all(flags[k] & (ORDINARY | GENERIC) and not flags[k] & CAMEL for k in range(i, end))
        and words[i - 3].lower() in _COUNTED
    )


_COUNTED = word_class("new its their two three four five six seven ten several additional")
