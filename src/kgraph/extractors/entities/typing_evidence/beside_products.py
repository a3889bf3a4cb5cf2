"""Names that stand beside a product as its features do: "*Query Shift* for Zelbo", "Zelbo supports *Orbit Keys*"."""

from collections import defaultdict

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, CAPITAL
from kgraph.extractors.entities.typing_evidence.headed import THINGS
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PRODUCT, Setting
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

FEATURE = 2.0
DEAD_SURE = 3.3
"""Log-odds of a single ordinary word that only a product's name can be: its capital letter alone speaks against it."""
_FIRM, _DOUBT = 1.5, 2.0
"""Log-odds of a company, or of no name at all, that what stands beside it does not outweigh."""
_OF_PRODUCT = word_class("for in on of")
_OF_ONE_WORD = word_class("in on")
"""Behind a single word they say so; "*Orbixo* for Azure" may be what a firm does for it."""
_WITH_FIRMS = word_class(
    "with by from between at joins joined acquires acquired acquire acquiring buys bought buy buying named names"
)
"""Who works on or with a product stands behind them: "built with *Orbixo* on Azure"."""
_SUPPORTS = word_class("support supports supporting")
_CUSTOMERS = word_class("customers users clients subscribers developers")
_GAINS = word_class("gain gains gained gaining get gets")
_NEAR = 10


def from_beside(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what it says that a product has the name, supports it, or that its users can now get it."""
    if name.known or name.brand or max(found.get(PERSON, 0.0), found.get(ORGANIZATION, 0.0)) >= 1.0:
        return
    words, i = setting.words, name.first
    before = words[i - 1].lower() if i else ""
    if before == "to" and _is_gained(name, setting):
        found[PRODUCT] += DEAD_SURE if name.how == "weak" else FEATURE
    elif before == "(" and _is_bracketed(name, setting, lexicon):
        found[PRODUCT] += FEATURE
    elif (
        name.how == "weak"
        or found.get(COMPANY, 0.0) >= _FIRM
        or found.get(NOTHING, 0.0) >= _DOUBT
        or not _is_made_up(name, setting)
    ):
        return
    elif _is_of_product(name, setting, lexicon, before) or _is_supported(name, setting, lexicon, before):
        found[PRODUCT] += FEATURE


def _is_made_up(name: Name, setting: Setting) -> bool:
    """Whether a name has several words, or one that is no plain word with a capital letter."""
    words = setting.words[name.first : name.end]
    return "&" not in words if len(words) > 1 else bool(setting.flags[name.first] & (ACRONYM | CAMEL))


def _is_gained(name: Name, setting: Setting) -> bool:
    """Whether it is told of users that they get it: "customers gain access to *Orbix*"."""
    words, i, end = setting.words, name.first, name.end
    return (
        i > 3
        and words[i - 2] == "access"
        and words[i - 3] in _GAINS
        and not _CUSTOMERS.isdisjoint(words[max(0, i - _NEAR) : i - 3])
        and not (end < len(words) and words[end] in ("'s", "’s", "'", "’"))
        and not (name.how == "weak" and is_plural(words[end - 1], setting.flags[end - 1]))
    )


def _is_bracketed(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether it is all that a bracket holds behind a product or what one is called: "the tool (*ZetCopy*)"."""
    words, i, end = setting.words, name.first, name.end
    if i < _LEAST or end - i > 1 or words[end : end + 1] != [")"] or name.how == "weak" or setting.flags[i] & ACRONYM:
        return False
    if words[i - 2].lower() in THINGS:
        return True
    return any(
        each.type == PRODUCT for k in range(max(0, i - 5), i - 2) for each in lexicon.known(" ".join(words[k : i - 1]))
    )


_LEAST = 3


def _is_of_product(name: Name, setting: Setting, lexicon: Lexicon, before: str) -> bool:
    """Whether a known product follows, whose feature it is: "*Query Shift* for Azure Storage"."""
    words, end = setting.words, name.end
    prepositions = _OF_PRODUCT if end - name.first > 1 else _OF_ONE_WORD
    if end + 1 >= len(words) or words[end] not in prepositions or not setting.flags[end + 1] & CAPITAL:
        return False
    if before in _WITH_FIRMS or (before == "of" and name.first > 1 and setting.flags[name.first - 2] & CAPITAL):
        return False  # also "the Modernization of *Web Shops* on Azure", which is one name
    known = lexicon.match(words, end + 1, len(words))[1]
    return bool(known) and known[-1].type == PRODUCT


def _is_supported(name: Name, setting: Setting, lexicon: Lexicon, before: str) -> bool:
    """Whether a known product supports it: "Azure Backup now supports *Archive Shift*"."""
    words, i = setting.words, name.first
    k = i - 2 if before == "for" else i - 1
    if k < 1 or words[k].lower() not in _SUPPORTS:
        return False
    for first in range(max(0, k - _NEAR), k):
        if setting.flags[first] & CAPITAL:
            known = lexicon.match(words, first, k)[1]
            if known and known[-1].type == PRODUCT:
                return True
    return False
