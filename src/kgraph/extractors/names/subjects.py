"""Ordinary words that are firms' names because they are subjects as only names are: without article, with a chief."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kgraph.extractors.names.dividing import acts
from kgraph.extractors.names.forms import is_plural
from kgraph.extractors.names.vocabulary import ABSTRACT, UNCOUNTED, Vocabulary
from kgraph.extractors.shapes import CAPITAL, ORDINARY, WEAK
from kgraph.lexicon import Form
from kgraph.text import word_class


class Opening(NamedTuple):
    """A sentence, of which the first word is asked for."""

    part: int
    """0 for the first part of the text, 1 for the next …"""
    words: Sequence[str]
    flags: Sequence[int]
    headline: bool


def subjects(given: Vocabulary, rows: Sequence[Opening], sure: Mapping[str, set[Form]]) -> list[str]:
    """Words that begin sentences as names do; ``sure`` holds, by their first words, the names of the running text."""
    return [*_shortened(given, rows, sure), *_bare(given, rows)]


def _shortened(given: Vocabulary, rows: Sequence[Opening], sure: Mapping[str, set[Form]]) -> Iterator[str]:
    """First words of firms' names that stand for them: "*Intuitive* CEO Gary Guthart" of Intuitive Surgical."""
    for first, forms in sure.items():
        if any(len(form) > 1 and form[-1].lower() in given.firms for form in forms) and any(
            _speaks(given, words, flags, first) for _, words, flags, _ in rows
        ):
            yield first


def _speaks(given: Vocabulary, words: Sequence[str], flags: Sequence[int], first: str) -> bool:
    """Whether a sentence begins with a firm's first word, as its name: "*Intuitive* CEO Gary Guthart"."""
    return (
        words[0] == first
        and flags[0] & (WEAK | CAPITAL) == ORDINARY | CAPITAL
        and len(words) > 1
        and first.lower() not in given.openers
        and (
            words[1].lower() in given.roles
            or words[1] in ("'s", "’s", ",", "was", "is", "had", "were")
            or acts(given, words[1])
        )
    )


def _bare(given: Vocabulary, rows: Sequence[Opening]) -> Iterator[str]:
    """Ordinary words that begin the headline and a sentence as their subjects, with no article: "*Planet* will supply".

    Things that can be counted have one in sentences, and in small letters the text does not know the word at all.
    """
    opening = {words[0] for number, words, _, _ in rows if number == 0}
    for number, words, flags, headline in rows:
        word = words[0]
        if (
            number
            and not headline
            and word in opening
            and len(words) > 2
            and flags[0] & (CAPITAL | WEAK) == CAPITAL | ORDINARY
            and word.lower() not in given.openers | given.actors | UNCOUNTED
            and not is_plural(word, flags[0])
            and not word.endswith(ABSTRACT)
            and (words[1] in _VERBS or words[1] in (",", "'s", "’s") or words[1].endswith(("ed", "s")))
            and not any(
                w.lower() == word.lower() and (w != word or (k and each[k - 1].lower() in ("the", "a", "an")))
                for _, each, _, _ in rows
                for k, w in enumerate(each)
            )
        ):
            yield word


_VERBS = word_class(
    "has had is was will would can said says makes runs beat cut sold bought won lost made took got met went ran led "
    "built chose fell rose put let"
)
