"""Names whose first word counts, ranks or dates other things: "*8th Harbor* hired", "*Third Wave Labs*"."""

import re
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import FIRM_ENDS, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    CALENDAR,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    ORDINARY,
    STOP,
    SURNAME,
)
from kgraph.text import word_class

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_COINED = re.compile(r"\d{1,2}[a-z]{4,}")
_FIRMS = word_class("startup start-up company firm investor rival vendor maker lender insurer chain retailer studio")
"""What stands before a firm's name: "the start-up *8th Harbor*"."""
_FREE = frozenset(', ( and with by from of for : " “ — – bought acquired acquires buys'.split())
_THINGS = word_class(
    "street avenue floor circuit district century amendment congress army fleet division edition generation gen annual "
    "anniversary birthday place quarter day grade wing world international national battalion brigade infantry "
    "regiment"
)
"""Of which there are many, so that an ordinal counts them."""
_SPEAKS = word_class("has is was had will 's ’s said raises raised buys bought hires hired launched launches , (")
_FEW = 3


def end_of_numbered(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> int:
    """Where a name ends whose first word begins with a digit; 0 where a number only counts or dates something."""
    word = words[i]
    is_told = i > 0 and words[i - 1] in _FIRMS
    if i and not is_told and words[i - 1] not in _FREE:
        return 0
    if _ORDINAL.fullmatch(word):
        return _end_of_ordinal(given, words, flags, i, is_told)
    if _COINED.fullmatch(word) and i == 0 and len(words) > _FEW and words[1] in _SPEAKS:
        return i + 1
    return 0


def _end_of_ordinal(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, is_told: bool) -> int:
    """Where a name ends that an ordinal begins; 0 for none: "the *16th* District", "*5th* Avenue".

    Args:
        given: the vocabulary.
        words: of the sentence.
        flags: their shapes.
        i: where the ordinal stands.
        is_told: whether the word before says that a firm follows.
    """
    end = i + 1
    while end < len(words) and end <= i + _FEW and flags[end] & CAPITAL:
        if flags[end] & (STOP | CALENDAR | NATIONALITY | GENERIC):
            return 0
        end += 1
    if end == i + 1 or given.lexicon.match(words, i + 1, end)[1]:
        return 0
    last = words[end - 1].lower()
    if last in given.firms and last not in given.organizations and end > i + 2:
        return end  # "*21st Harbor Oncology* hired"
    is_thing = any(words[k].lower() in _THINGS for k in range(i + 1, end)) or is_plural(words[end - 1], flags[end - 1])
    speaks = words[end : end + 1] != [] and words[end] in _SPEAKS
    return end if not is_thing and (is_told or speaks) else 0


def has_share(words: Sequence[str], end: int) -> bool:
    """Whether a share follows, in a list of who holds how much: "*Epic*, 32.9%; Cerner, 24.4%", "*Zebra* with 31%"."""
    return (
        end + 2 < len(words)
        and words[end] in (",", "(", "with", "at")
        and words[end + 1][0].isdigit()
        and words[end + 2] in ("%", "percent")
    )


def is_month_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a month begins the name of a firm: "bought *June Lifesystems*", "*May Mobility* hired"."""
    last = words[end - 1].lower()
    return (
        bool(flags[i] & CALENDAR)
        and end == i + 2
        and (last in given.firms or last in FIRM_ENDS or last.endswith(_ENDS))
        and last not in given.organizations
        and not given.lexicon.match(words, i + 1, end)[1]
        and (i == 0 or not (words[i - 1].lower() in _WHEN or words[i - 1][-1].isdigit()))
    )


_WHEN = word_class("in on since until till last this next early late mid every each a an the its their")
_ENDS = ("systems", "works", "soft", "pharma", "tech")


def is_small_word_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a small word in capitals begins the name of a firm: "*ON Semiconductor*, based in Phoenix"."""
    return (
        flags[i] & (STOP | ACRONYM) == STOP | ACRONYM
        and not flags[i] & (CALENDAR | GENERIC)
        and end == i + 2
        and words[i + 1].lower() in given.firms
        and words[i + 1].lower() not in given.organizations
        and not words[i + 1].isupper()
        and words[i + 1][-1:] != "s"
    )


def is_ordinal_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a word like "third" begins the name of a firm: "*Third Wave Automation* gets"."""
    return (
        words[i] in _ORDINALS
        and i + 1 < end
        and (
            words[end - 1].lower() in given.firms
            or words[end - 1].lower() in FIRM_ENDS
            or _is_owned_word(words, flags, i, end)
        )
        and not flags[i + 1] & (STOP | CALENDAR | NATIONALITY)
        and (end > i + 2 or i == 0 or words[i - 1].islower() or words[i - 1] == ",")
        and words[i + 1] not in _NO_FIRMS
        and not any(given.lexicon.match(words, k, end)[1] for k in range(i + 1, end))
    )


def _is_owned_word(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether, inside a sentence, a word follows that is no English one: "from *First Databank*"."""
    if end != i + 2 or flags[i + 1] & (GENERIC | STOP | CALENDAR | NATIONALITY | GIVEN | SURNAME | ACRONYM):
        return False
    if i == 0:
        is_word = words[i] in _COUNTING or (words[i] in _RANKING and not flags[i + 1] & ORDINARY)
        return is_word and _acts_alone(words, end)
    acts = _acts_alone(words, end) or _deals(words, end)
    return (words[i - 1].islower() or (words[i - 1] == "," and acts)) and (
        not flags[i + 1] & ORDINARY
        or (words[i - 1] in ("and", ",") and _deals(words, end))
        or (words[i - 1] in _DEALT and not is_plural(words[i + 1], flags[i + 1]))
    )


def _acts_alone(words: Sequence[str], end: int) -> bool:
    """Whether a firm's verb or an apposition follows: "*Two Chairs* hires", "*Two Chairs*, a startup"."""
    return end + 1 < len(words) and (
        words[end] in _HIRES or (words[end] == "," and words[end + 1] in ("a", "an", "the", "which"))
    )


def _deals(words: Sequence[str], end: int) -> bool:
    """Whether it is told what firms have done together, or will do: "Zelbo and *Second Genome* have partnered"."""
    return end + 1 < len(words) and words[end] in _AUXILIARIES and words[end + 1] in _DEEDS


_AUXILIARIES = ("have", "has", "will")
_DEEDS = word_class(
    "partnered agreed signed announced teamed launched raised acquired provide develop receive supply collaborate "
    "license licensed merged unveiled entered pay sell buy"
)
_NO_FIRMS = frozenset(
    "Lady Minister Amendment Nations World Circuit Officer Sea Secretary Vice Reich Army Fleet".split()
)
"""What is counted, or ranked, in capitals."""
_COUNTING = frozenset("One Two Three Four Five Seven".split())
_RANKING = ("First", "Second", "Third")
_HIRES = word_class(
    "hires hired raises raised acquires acquired buys bought launches launched names named appoints has will said"
)
_DEALT = word_class(
    "bought buy buys buying acquire acquires acquired acquiring joins joined from with by based provider specialist "
    "startup firm company vendor maker consultancy integrator"
)
"""Inside a sentence, before a name of small words: "Cognizant bought *New Signature*"."""
_ORDINALS = frozenset("First Second Third Next One Best Two Seven New Three Four Five All Every".split())
