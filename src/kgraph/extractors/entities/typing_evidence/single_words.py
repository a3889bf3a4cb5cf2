"""What the form of a name of one word says of it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import EXAMS, is_plural
from kgraph.extractors.entities.names.headline_firms import DEEDS, has_object
from kgraph.extractors.entities.names.substances import is_substance
from kgraph.extractors.entities.names.vocabulary import WELL_KNOWN, Name
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    CAMEL,
    GIVEN,
    ORDINARY,
    SURNAME,
)
from kgraph.extractors.entities.typing_evidence.setting import (
    BARE,
    CAMELS,
    COMPANY,
    MIXED,
    NOTHING,
    PLACE,
    PRODUCT,
    Setting,
    is_likely,
)
from kgraph.lexicon import Known, Lexicon
from kgraph.text import word_class

_MAKE = re.compile(r"(?!IP)[A-Z]{1,3}[a-z]{0,3}v\d")
"""Names that makes of virtual machines have."""
_DESIGNATION = re.compile(r"[A-Z]{1,2}-\d{1,3}[A-Z]?")


def from_word(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What the form of a name of one word says."""
    words, flag, word = setting.words, setting.flags[name.first], setting.words[name.first]
    opens = name.how == "initial" and name.first == 0 and len(words) > 1
    if setting.headline and name.how == "run" and not name.first and flag & ORDINARY and does(words, name.end):
        found[COMPANY] += 1.3  # "Orchard Releases Zelbo"
    if is_substance(word.lower()) and not flag & ORDINARY:
        found[PRODUCT] += 4.0  # "donanemab"
        found[COMPANY] -= 1.0
    _from_letters(name, setting, lexicon, found)
    if opens and words[1].lower() in lexicon.heads["company_verbs"]:
        found[COMPANY] += 2.0 if len(words) > 2 and words[2] in _MONEY else 1.0  # "Cedar lands $102M"
        found[NOTHING] += 1.3
    elif name.how in ("weak", "initial"):
        found[NOTHING] += 0.2 if is_likely(name, setting) else 1.8
        if name.how == "weak" and is_plural(word, flag) and not name.known:
            found[NOTHING] += 0.7  # "bought Treasuries"
    elif flag & ACRONYM:
        found[NOTHING] += 1.0 if len(word) < 4 else 0.6
    elif len(word) < 4:
        found[NOTHING] += 0.8
    sure = name.how in ("run", "headline") and not flag & (ACRONYM | ORDINARY) and len(word) > 3
    found[COMPANY] += (
        (MIXED if flag & (CAMEL | GIVEN | SURNAME) else BARE) if sure else 0.5 if is_likely(name, setting) else 0.2
    )


def _from_letters(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What the word's own letters say: capitals inside, numbers, hyphens, endings."""
    words, flag, word = setting.words, setting.flags[name.first], setting.words[name.first]
    if word[0] == "#":
        found[NOTHING] += 2.5 if flag & CAMEL else 0.5
    if flag & CAMEL and any(each.type == COMPANY and each.weight >= WELL_KNOWN for each in _begun(word, lexicon)):
        found[PRODUCT] += 2.0  # "MicrosoftAppSource"
    if flag & CAMEL:
        found[COMPANY] += CAMELS
        found[PRODUCT] += CAMELS
    if _DESIGNATION.fullmatch(word):
        found[PRODUCT] += 1.5  # "an F-16 pilot"
        found[NOTHING] += 2.0 * (not EXAMS.isdisjoint(word.lower() for word in words))  # "the ZX-300 exam"
    if not name.first and words[1:2] in (["of"], ["on"]) and word.lower().endswith(_DOINGS) and not setting.headline:
        found[NOTHING] += 2.0  # "*Misconfiguration* of clouds", "*Reflection* on the year"
    if "-" in word and (word.rpartition("-")[2].lower() in lexicon.heads["roles"] or _is_shared_role(word, lexicon)):
        found[NOTHING] += 3.0  # "a DevOps-Architect"
    if "-" in word and word.rpartition("-")[2].lower() in _DESCRIBED:
        found[NOTHING] += 3.0  # "Conferencing-Themed Attacks"
    if word.endswith("-as-a-Service"):
        found[PRODUCT] += 2.5
    if "." in word and word[-1].isdigit():
        found[PRODUCT] += 2.0  # "Orbixo4.0"
    if word.lower().endswith((".com", ".ai", ".io")):
        is_launched = name.first > 0 and words[name.first - 1].lower() in _LAUNCHES
        found[PRODUCT if is_launched else COMPANY] += 3.0 if is_launched else 2.0
    if flag & CAMEL and word.lower().endswith(("con", "conf", "expo", "fest")):
        found[NOTHING] += 1.5  # DesignCon
    if flag & CAMEL and word.lower().endswith(("summit", "xpo", "forum", "conf", "symposium", "congress")):
        found[NOTHING] += 3.0  # "HealthxSummit"
    if word.endswith("shire") and len(word) > 7:
        found[PLACE] += 2.0
    if flag & CAMEL and word[-1].isdigit() and word.isalnum():
        found[PRODUCT] += 1.6 if _MAKE.fullmatch(word) else 0.8  # "DCsv2", "iQ3"


def _is_shared_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody is beside others: "the report's *Co-Editor*"."""
    first, _, rest = word.partition("-")
    return first == "Co" and rest.lower() in lexicon.words and rest.lower().endswith(("or", "er", "ist"))


_DESCRIBED = word_class("themed focused driven related oriented inspired style free")
_DOINGS = tuple("ation ition ction ption ment ness ance ence ing".split())
"""Ends of words for what one does or is."""


def _begun(word: str, lexicon: Lexicon) -> Sequence[Known]:
    """What a known name may be that a word with capitals inside begins with: "*Microsoft*AppSource"."""
    first = _FIRST.match(word)
    return lexicon.known(first[0]) if first else ()


_FIRST = re.compile("[A-Z][a-z]{3,}(?=[A-Z])")


def does(words: Sequence[str], verb: int) -> bool:
    """Whether a verb of what firms do, with an object, stands there: "Stellar Orchard *Debuts* Zelbo"."""
    return verb < len(words) and words[verb].lower() in DEEDS and has_object(words, verb)


_LAUNCHES = word_class("launches launched launching unveils unveiled introduces introduced debuts releases released")


_MONEY = ("$", "€", "£", "US", "USD")
