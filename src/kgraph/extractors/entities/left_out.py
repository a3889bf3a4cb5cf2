"""What looks like a name and is left out: a newswire in a dateline, a name in which a feed breaks off."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.typing_evidence.setting import NOTHING
from kgraph.lexicon import Lexicon, form_of
from kgraph.model import Mention

_DATELINE = 10
_ENDS = ("", "...", "…")
CUT = 6.0
"""Log-odds that what a feed breaks off in is no name."""


def is_wire(words: Sequence[str], name: Name) -> bool:
    """Whether a name is that of the newswire in a dateline, of which no text speaks: "Feb 27 (*Reuters*) - Acme"."""
    return (
        0 < name.first < _DATELINE
        and name.end + 1 < len(words)
        and words[name.first - 1] == "("
        and words[name.end] == ")"
        and words[name.end + 1] in ("-", "–", "—", "--")
    )


def without_cut(content: str, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; one that the text breaks off in is none, as a fuller word or name shows: "on *Micro*"."""
    last = mentions[-1] if mentions else None
    if last and content[last.end :].strip() in _ENDS and "\n" in content[: last.start]:
        cut = content[last.start : last.end]
        fuller = re.search(rf"\b{re.escape(cut)}(?!s\b)\w", content)
        if fuller or (not lexicon.known(cut) and _begins_known(cut, lexicon)):
            mentions[-1] = last._replace(types=((NOTHING, CUT),))
    return mentions


def _begins_known(cut: str, lexicon: Lexicon) -> bool:
    """Whether a known name begins with these words and a single way to go on is known: "Amazon Web"."""
    form = form_of(cut)
    if len(form) == 1 or not (forms := lexicon.names.get(form[0])):
        return False
    return len({each[len(form)] for each in forms if len(each) > len(form) and each[: len(form)] == form}) == 1
