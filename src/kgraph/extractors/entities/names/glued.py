"""Words that a page's lost line end has run together: "on Azure*WATERLOO*, Ontario", "and Teams*The* data"."""

import re
from functools import lru_cache

from kgraph.lexicon import Lexicon
from kgraph.text import Tokens, word_class

_BEGINNINGS = "The|This|These|Those|They|Our|With|From"
_GLUED = re.compile(rf"([A-Za-z]\w*[a-z])(?:([A-Z]{{4,}})|({_BEGINNINGS}))")
_SHORTEST = 7
_BEHIND_TOWNS = word_class(", ( / - -- – —")


def apart(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The same tokens; a dateline's town and a sentence's first word stand apart from the word before them."""
    glued = [
        (k, at)
        for k, word in enumerate(tokens.words)
        if len(word) >= _SHORTEST and not word.islower() and (at := _seam(tokens.words, k, lexicon))
    ]
    if not glued:
        return tokens
    words: list[str] = []
    starts: list[int] = []
    last = 0
    for k, at in glued:
        word, start = tokens.words[k], tokens.starts[k]
        words += (*tokens.words[last:k], word[:at], word[at:])
        starts += (*tokens.starts[last:k], start, start + at)
        last = k + 1
    return Tokens(words + tokens.words[last:], starts + tokens.starts[last:])


@lru_cache(maxsize=1 << 14)
def _glued(word: str) -> re.Match[str] | None:
    """What two words a word may be; most are met again and again."""
    return _GLUED.fullmatch(word)


def _seam(words: list[str], k: int, lexicon: Lexicon) -> int:
    """Where in a word the next one begins; 0 for a word that is one: "iPHONE", "GoFrom"."""
    found = _glued(words[k])
    if not found or k + 1 == len(words) or lexicon.known(words[k]):
        return 0
    if found[1] not in lexicon.words and not lexicon.known(found[1]):
        return 0
    if found[2]:
        is_town = any(each.type == "Place" for each in lexicon.known(found[2].capitalize()))
        return found.start(2) if is_town and words[k + 1] in _BEHIND_TOWNS else 0
    return found.start(3) if words[k + 1].islower() else 0
