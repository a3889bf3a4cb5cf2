"""The short names of markets: "GPU" in a text on the "Graphics Processing Unit Market", "(CGM)" behind it."""

import re
from collections.abc import Iterable, Iterator

from kgraph.extractors.markets.names import MarketName
from kgraph.extractors.sentences import Sentence
from kgraph.extractors.word_lists import SMALL
from kgraph.model import Mention

_FEWEST = 3
"""Letters of a short name that stands alone: fewer stand for too much."""
_HEADS = frozenset(
    {"market", "software", "system", "systems", "solution", "solutions", "device", "devices", "service", "services"}
)
"""Last words that a short name leaves out: "Electronic Health Records *Software*"."""


def short_names(
    content: str, markets: Iterable[tuple[Sentence, MarketName]], types: tuple[tuple[str, float], ...]
) -> Iterator[Mention]:
    """Where a text calls a market by the first letters of its words, each with the name that it stands for."""
    told: dict[str, set[str]] = {}
    for _, market in markets:
        for short in _initials(market.name):
            told.setdefault(short, set()).add(market.name)
    for short, names in told.items():
        if len({name.casefold() for name in names}) > 1:
            continue
        found = re.search(rf"(?<![\w-]){re.escape(short)}(?=s?(?![\w-]))", content)
        if found:
            yield Mention(short, found.start(), found.end(), types, min(names))


def _initials(name: str) -> Iterator[str]:
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in SMALL]
    for part in (words, words[:-1]) if words and words[-1].lower() in _HEADS else (words,):
        if len(part) >= _FEWEST and all(word[0].isalpha() for word in part):
            yield "".join(word[0] for word in part).upper()
