"""Products that headlines begin with and tell to be available: "*Zelbo Data Cleaning Platform* Now Available"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import BREAKER, CALENDAR, CAPITAL, GENERIC, NATIONALITY, STOP, WEAK
from kgraph.text import word_class

_MOST = 9
_BEFORE_PLACES = ("on", "in", "via", "through", "for", "to", "at", "across")
_COMMON = word_class("solutions solution tools offering offerings apps products support software services platform")
"""What a firm's offer is only called where nothing else stands between the two: "Zelbo *Services* Now Available"."""
_MANY = word_class("solutions tools offerings apps products courses features updates devices offering")


def end_of_offer(given: Vocabulary, words: Sequence[str], flags: Sequence[int], end: int) -> int:
    """Where a product's name ends that a headline begins with, its firm's name ending at ``end``; ``end`` for none.

    Nothing but its being available follows it, and its last word is one that names of products end with.
    """
    k = end
    while k < min(len(words), _MOST) and not _is_offered(words, k):
        joins = words[k] in ("and", "&") and k > end and flags[k - 1] & WEAK
        if not joins and flags[k] & (CAPITAL | STOP | BREAKER | CALENDAR | NATIONALITY) != CAPITAL:
            return end
        if not flags[k] & WEAK and given.lexicon.match(words, k, len(words))[1]:
            return end
        k += 1
    if k == end or k >= min(len(words), _MOST):
        return end
    last = words[k - 1].lower()
    if k == end + 1:
        is_one = (
            not flags[end] & GENERIC
            and last[-1] != "s"
            and not any(last in each for each in (_COMMON, given.described, given.actors))
        )
    else:
        is_one = last in given.products and last not in _MANY
    return k if is_one else end


def _is_offered(words: Sequence[str], k: int) -> bool:
    """Whether "Now Available", "Is Available on" or "Launches on" stands here."""
    after = [word.lower() for word in words[k : k + 4]]
    if after[:1] == ["is"]:
        after = after[1:]
    if after[:1] == ["now"]:
        return after[1:2] == ["available"] or after[1:3] == ["generally", "available"]
    return len(after) > 1 and after[0] in ("available", "launches") and after[1] in _BEFORE_PLACES
