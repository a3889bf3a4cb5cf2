"""Names that a noun behind them calls a product: "Acme's *Falcon* security platform", "kept *Orbix* as its PACS"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import CAPITAL, GENERIC, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PRODUCT, Setting
from kgraph.extractors.entities.typing_evidence.standing import FUNCTION
from kgraph.text import word_class

THINGS = word_class(
    "platform software app application suite system scanner device tool toolkit engine robot chip processor "
    "accelerator drug vaccine monitor pump sensor tablet laptop phone smartphone smartwatch watch headset drone "
    "console browser assistant chatbot copilot agent algorithm portal dashboard database ehr emr pacs crm erp "
    "wearable implant thermostat speaker microscope analyzer ventilator supercomputer firewall"
)
_SEVERAL = frozenset(f"{thing}s" for thing in THINGS)
"""What a product is called in the singular; of many such words ("service", "network") a firm may be called too."""
OWNED, PLAIN = 2.5, 1.2
_OWNERS = ("'s", "’s", "'", "’", "its", "their", "Its", "Their", "whose")
_MOST = 4


def from_noun_behind(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that a few small words follow a name of which the last is what a product is called."""
    words, i, j = setting.words, name.first, name.end
    if (
        name.how == "weak"
        and j < len(words)
        and any(each.type == PRODUCT for each in name.known)
        and _noun(setting, j)
        and not setting.headline
    ):
        found[PRODUCT] += OWNED  # "and *Office* productivity suite"
    if name.known or name.brand or j >= len(words) or setting.headline:
        return
    if words[j] == "as" and _is_kept_as(words, j + 1):
        found[PRODUCT] += 2.0
        return
    weak = name.how == "weak"
    if weak and is_plural(words[i], setting.flags[i]):
        return
    if i and words[i - 1] in _OWNERS and _noun(setting, j):
        found[PRODUCT] += OWNED
        found[COMPANY] -= 0.5
    elif weak and i and _is_owned(words, i) and _noun(setting, j):
        found[PRODUCT] += OWNED
    elif weak and i and _is_describing(words[i - 1]) and _noun(setting, j):
        found[PRODUCT] += PLAIN


def _is_owned(words: Sequence[str], i: int) -> bool:
    """Whether an owner stands before small words that describe: "Orbix's *off-the-shelf* Zelbo EHR"."""
    k = i - 1
    while k > max(0, i - _FURTHEST) and (words[k].islower() or words[k] == "-") and words[k] not in _OWNERS:
        k -= 1
    return k < i - 1 and words[k] in _OWNERS and FUNCTION.isdisjoint(words[k + 1 : i])


_FURTHEST = 8


def _noun(setting: Setting, j: int) -> bool:
    """Whether the words from ``j`` on are a noun phrase with a product's noun at its end."""
    words, flags = setting.words, setting.flags
    for k in range(j, min(len(words), j + _MOST + 1)):
        word = words[k].lower()
        if (
            (flags[k] & CAPITAL and not flags[k] & GENERIC)
            or word in FUNCTION
            or not (word in ("-",) or flags[k] & (ORDINARY | GENERIC))
        ):
            return False
        if word in THINGS or word in _SEVERAL:
            after = words[k + 1].lower() if k + 1 < len(words) else ""
            return after not in THINGS and not after.endswith(("er", "ers", "maker", "market"))
    return False


def _is_describing(word: str) -> bool:
    return word.islower() and (word.endswith(("ing", "ed", "al", "ive", "ful", "ic", "ous", "flagship", "new", "own")))


def _is_kept_as(words: Sequence[str], k: int) -> bool:
    """Whether "as its PACS" stands here, "as their electronic record system"."""
    if k >= len(words) or words[k] not in ("its", "their", "the"):
        return False
    for word in words[k + 1 : k + 2 + _MOST]:
        if word.lower() in THINGS:
            return True
        if word in FUNCTION or not word.isalpha():
            return False
    return False
