"""Ordinary words that are firms' names because they are subjects as only names are: without article, with a chief."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kgraph.extractors.entities.names.dividing import acts
from kgraph.extractors.entities.names.forms import is_plural, opens_headline
from kgraph.extractors.entities.names.headline_firms import DEEDS, has_object, is_agent
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, UNCOUNTED, Vocabulary
from kgraph.extractors.entities.shapes import CAPITAL, ORDINARY, WEAK
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
    return [*_shortened(given, rows, sure), *_bare(given, rows), *_twice(given, rows), *_acting(given, rows)]


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
            and not any(word.lower() in each for each in (given.openers, given.actors, UNCOUNTED))
            and (
                (
                    not is_plural(word, flags[0])
                    and not word.endswith(ABSTRACT)
                    and (words[1] in _VERBS or words[1] in (",", "'s", "’s") or words[1].endswith(("ed", "s")))
                )
                or _is_explained(words)
            )
            and not any(
                w.lower() == word.lower() and (w != word or (k and each[k - 1].lower() in ("the", "a", "an")))
                for _, each, _, _ in rows
                for k, w in enumerate(each)
            )
        ):
            yield word


def _is_explained(words: Sequence[str]) -> bool:
    """Whether a firm's noun explains the first word of a sentence: "*Choices*, the leading *provider* of tests,"."""
    if words[1] in _ADVERBS:
        return words[2] in _DEEDS
    if words[1] not in (",", "(") or words[2] not in ("a", "an", "the"):
        return False
    for word in words[3:_FAR]:
        if word in _FIRMS:
            return True
        if word in _ENDS:
            return False
    return False


_FAR = 12
_ADVERBS = ("today", "recently", "also", "now", "just")
_DEEDS = word_class("announced announces unveiled launched introduced released acquired signed joined")
_FIRMS = word_class("provider company firm startup vendor maker specialist supplier developer leader consultancy")
_ENDS = word_class(", . ; : ) ( of for that which who whose with in by")


def _acting(given: Vocabulary, rows: Sequence[Opening]) -> Iterator[str]:
    """The ordinary word that a headline begins with and that does what firms do: "*Orchard* Releases Zelbo".

    The text must not write it small, as it would write a word for somebody or something.
    """
    for number, words, flags, headline in rows:
        if number:
            return
        lower = words[0].lower()
        if (
            headline
            and len(words) > 2
            and words[1].lower() in DEEDS
            and flags[0] & (WEAK | CAPITAL) == ORDINARY | CAPITAL
            and opens_headline(given, words, flags)
            and has_object(words, 1)
            and not any(
                lower in each for each in (given.roles, given.organizations, given.described, given.tails, UNCOUNTED)
            )
            and lower not in _COMMON
            and not lower.endswith(ABSTRACT)
            and not is_agent(given, lower)
            and not any(lower in each for _, each, _, _ in rows)
        ):
            yield words[0]


_COMMON = word_class(
    "village town township region island nation country province district airport stadium festival league club band "
    "duo trio family couple teen mom dad chef coach brand bill law deal pact merger proposal crew squad staff mob gang "
    "wife husband son daughter brother sister widow pilot thief monk priest bishop rabbi guru hero icon star legend"
)


def _twice(given: Vocabulary, rows: Sequence[Opening]) -> Iterator[str]:
    """Ordinary words that are subjects without an article and stand inside a sentence, too, with a capital letter.

    "a tablet called *Harbor* … *Harbor* weighs a pound", "Apptronik's *Apollo* … *Apollo* will": what the text never
    writes small.
    """
    opening = {words[0] for _, words, flags, headline in rows if not headline and _is_subject(given, words, flags)}
    if not opening:
        return
    inside: set[str] = set()
    for _, words, flags, headline in rows:
        for k in range(1, len(words)):
            word = words[k]
            if word in opening and _stands_alone(words, flags, k) and (not headline or words[k - 1] in _OWNING):
                inside.add(word)
    for word in sorted(inside):
        if not any(
            other.lower() == word.lower() and (other != word or (k and each[k - 1].lower() in ("a", "an")))
            for _, each, _, _ in rows
            for k, other in enumerate(each)
        ):
            yield word


def _is_subject(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> bool:
    lower = words[0].lower()
    return (
        len(words) > _FEW
        and flags[0] & (CAPITAL | WEAK) == CAPITAL | ORDINARY
        and not any(
            lower in each  # a union would be made anew for every sentence
            for each in (given.openers, given.actors, UNCOUNTED, given.tails, given.described, given.roles)
        )
        and not is_plural(words[0], flags[0])
        and not words[0].endswith(ABSTRACT)
        and (words[1] in _VERBS or (words[1].islower() and words[1].endswith(("ed", "s"))))
    )


def _stands_alone(words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether neither an article nor another capital letter stands beside a word."""
    before = words[k - 1]
    if (k + 1 < len(words) and flags[k + 1] & CAPITAL) or before.lower() in ("the", "a", "an"):
        return False
    return before in _OWNING or (before[-1:].isalpha() and not flags[k - 1] & CAPITAL)


_FEW = 3
_OWNING = ("'s", "’s")
_VERBS = word_class(
    "has had is was will would can said says makes runs beat cut sold bought won lost made took got met went ran led "
    "built chose fell rose put let costs weighs"
)
