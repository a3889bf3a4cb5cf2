"""Names of the regions of clouds: a place with a direction ("UK West", "West US 2", "US Gov Virginia")."""

from collections.abc import Sequence

from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_DIRECTIONS = word_class(
    "north south east west central northeast northwest southeast southwest northcentral southcentral westcentral gov"
)


def is_region(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are a known place with a direction, or with "Gov", and nothing else but a number."""
    if not any(word.lower() in _DIRECTIONS for word in words):
        return False
    places = [word for word in words if any(each.type == "Place" for each in lexicon.known(word))]
    others = [word for word in words if word not in places and not word.isdigit()]
    return bool(places and others) and all(word.lower() in _DIRECTIONS for word in others)


def are_regions(words: Sequence[str], i: int, j: int, lexicon: Lexicon) -> bool:
    """Whether an "&" at ``j`` joins two regions, the first from ``i`` on: "UAE Central & Japan West"."""
    return is_region(words[i:j], lexicon) and any(is_region(words[j + 1 : end], lexicon) for end in (j + 3, j + 4))
