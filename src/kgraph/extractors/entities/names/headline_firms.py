"""Firms of ordinary words that a headline begins with, by what they do or by their full names in the text."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import ABSTRACT, UNCOUNTED, Vocabulary
from kgraph.extractors.entities.shapes import (
    AMBIGUOUS,
    BREAKER,
    CALENDAR,
    CAPITAL,
    GENERIC,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
)
from kgraph.lexicon import Form
from kgraph.text import word_class

DEEDS = word_class("launches unveils introduces announces releases debuts acquires appoints presents signs integrates")
"""What firms do to something: with an object behind it, no mere thing is the subject."""
_NO_OBJECT = word_class(
    "on with in at for to from by as after over into amid and or but of off up out against ahead under across"
)
_LONGEST = 3
_AGENTS = ("er", "or", "ist", "ian", "eer", "man", "men", "woman", "women", "ess", "ant", "ent", "eur", "ee")
"""How words end that say what somebody does: "Truck *Driver* Releases Album"."""


def acting_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> int:
    """Where the firm of ordinary words ends that does something at the beginning of a headline; 0 where none does."""
    for end in range(2, _LONGEST + 1):
        if len(words) < end + 2 or not flags[end - 1] & CAPITAL:
            return 0
        if words[end].lower() in DEEDS:
            return end if has_object(words, end) and _is_plain_name(given, words, flags, end) else 0
    return 0


def has_object(words: Sequence[str], verb: int) -> bool:
    """Whether something follows the verb that it is done to: "Introduces *Zelbo*", not "Launches in May"."""
    after = words[verb + 1 : verb + 2]
    return bool(after) and after[0][0].isalnum() and after[0].lower() not in _NO_OBJECT


def is_agent(given: Vocabulary, word: str) -> bool:
    """Whether an ordinary word says what somebody does: "driver", "tenant"; "cyber" comes of no other word."""
    lower = word.lower()
    if not lower.endswith(_AGENTS):
        return False
    known = given.lexicon.words
    return any(
        lower[:-cut] in known or f"{lower[:-cut]}e" in known or (cut > 1 and lower[: -cut - 1] in known)
        for cut in (1, 2, 3)
    )


def _is_plain_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], end: int) -> bool:
    """Whether the words before ``end`` may name a firm, and none says what somebody or something is.

    A plural may: its verb is in the singular ("*Harbor Bridges* Launches Zelbo").
    """
    last = words[end - 1].lower()
    return (
        all(
            flags[k] & (CAPITAL | ORDINARY) == CAPITAL | ORDINARY
            and not flags[k] & (STOP | GENERIC | CALENDAR | NUMBER | NATIONALITY | BREAKER | AMBIGUOUS)
            and not any(words[k].lower() in each for each in (given.roles, given.actors, given.modifiers))
            for k in range(end)
        )
        and words[0].lower() not in given.openers
        and not words[0].endswith(("ing", "ed", "ly"))
        and not any(last in each for each in (given.described, given.organizations, UNCOUNTED))
        and (last in given.firms or last not in given.products)
        and not last.endswith(ABSTRACT)
        and not is_agent(given, words[end - 1])
        and not given.lexicon.known(words[end - 1])
    )


def without_legal_form(given: Vocabulary, form: Form) -> Form:
    """A firm's name as headlines give it: "*Harbor Ledger*" of "Harbor Ledger, Inc."; empty if it ends otherwise."""
    end = len(form) - (form[-1] == ".")
    if end < _LONGEST or form[end - 1].lower() not in given.legal or form[end - 1] in _PLAIN:
        return ()
    end -= 2 if form[end - 2] == "," else 1
    return form[:end] if end > 1 else ()


_PLAIN = ("Company", "Co", "Group", "Holdings")
"""Legal forms that are words too: "an Azure Services *Company*"."""
