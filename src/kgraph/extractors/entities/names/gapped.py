"""Two firms that stand side by side where a verb is left out: "Acme bought Zelbo, and *Deloitte* *Terbium Labs*"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import CAPITAL, ORDINARY
from kgraph.lexicon import Known
from kgraph.text import word_class

_BUYS = word_class(
    "bought buys buying acquired acquires acquiring took takes taking snapped swallowed picked purchased purchases"
)
_SURE = 3
_ENDS = (".", ";", "in", "for")


def is_gapped(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, known: tuple[Known, ...], stop: int
) -> bool:
    """Whether the known firm that ends at ``stop`` does to what follows it what the clause before says of others.

    That clause has a single object, so that an "and" behind a comma begins another clause, which has no verb.
    """
    if (
        i < _SURE
        or not stop < end
        or words[i - 2 : i] != [",", "and"]
        or known[-1].type != "Company"
        or known[-1].weight < _SURE
        or not (end == len(words) or words[end] in _ENDS)
    ):
        return False
    rest = range(stop, end)
    if not all(flags[k] & CAPITAL for k in rest) or all(flags[k] & ORDINARY for k in rest):
        return False
    if flags[end - 1] & ORDINARY and words[end - 1].lower() not in given.firms:
        return False
    verb = max((k for k in range(i - 2) if words[k] in _BUYS), default=-1)
    return verb >= 0 and "," not in words[verb : i - 2]
