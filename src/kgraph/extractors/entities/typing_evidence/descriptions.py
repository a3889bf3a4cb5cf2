"""Ordinary words in capitals that only tell what somebody is good at, or what an offer is."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import CAMEL, CAPITAL, GENERIC, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import Setting
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_JOINING = word_class("and or with by from at of for like as to in on is are was were now also")
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
    if _is_field(words, i, name.end) or _spells_out(words, i, name.end):
        return True
    if words[name.end : name.end + 1] == ["using"] and i and words[i - 1].islower() and words[i - 1] not in _JOINING:
        return True  # "managing your *Data Lakes* using Delta"
    while i > 1 and (words[i - 1] in _JOINTS or flags[i - 1] & CAPITAL):
        i -= 1
    before, before2 = (words[k].lower() if k >= 0 else "" for k in (i - 1, i - 2))
    if before.isdigit() and before2 in ("top", "best"):
        return True  # "a Top 200 *Public Cloud Provider*"
    return (before in ("in", "of", "for") and before2 in _EXCELLING) or (
        before in _RANKED and before2 in ("a", "the", "an", "world", "'s", "’s", "industry")
    )


def _is_field(words: Sequence[str], i: int, end: int) -> bool:
    """Whether ordinary words tell what somebody manages: "Jane Miller, Director, *Corporate Communications*, spoke"."""
    return (
        i > _SEVERAL
        and words[i - 1] == ","
        and words[i - 2].lower() in _OFFICES
        and words[i - 3] in (",", "Vice", "Senior", "General", "Managing", "Executive", "and", "&")
        and (end == len(words) or words[end] in (",", ".", "and", ";", "at"))
        and words[end - 1].lower() in _FIELDS
    )


_OFFICES = word_class("manager director president vp svp evp head chief lead partner chair officer")
_FIELDS = word_class(
    "marketing communications relations management development sales operations affairs engineering strategy "
    "research services solutions security compliance success finance resources technology innovation science "
    "partnerships informatics alliances design delivery support policy growth experience product products analytics "
    "data cloud infrastructure"
)


def _spells_out(words: Sequence[str], i: int, end: int) -> bool:
    """Whether ordinary words between brackets tell what an acronym means: "EDA (*Electronic Design Automation*)"."""
    return (
        i > 1
        and words[i - 1] == "("
        and words[end : end + 1] == [")"]
        and words[i - 2].isupper()
        and not (
            i > _SEVERAL and words[i - 3][0].isupper() and words[i - 3] not in ("The", "An", "A")
        )  # "Zelba ESP (Edge Services Platform)"
        and words[i - 2].lower() == "".join(word[0] for word in words[i:end] if word[0].isupper()).lower()
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
