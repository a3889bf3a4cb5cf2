"""What a name does as firms do, or is called in small words: "Planet *will supply*", "the Tong Tejani *law firm*"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ACRONYM, CAPITAL, GENERIC, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PLACE, PRODUCT, Setting
from kgraph.text import word_class

FUNCTION = word_class(
    "is are was were has have had will can to of for with in on at by from and or as that which who said "
    "says its their the a an has"
)
_AUXILIARIES = word_class(
    "has have had will would is was also now today recently already plans to wants expects agreed"
)
_ACTS = word_class(
    "buy buys buying bought acquire acquires acquired acquiring hire hires hired hiring launch launches launched "
    "launching unveil unveils unveiled sign signed signs partner partnered partnering invest invested investing raise "
    "raised raises raising sell sells selling sold supply supplies supplied supplying filed files sue sued sues "
    "appoint appointed appoints opened opens recalling recalled laid shedding merge merged merges announced announces "
    "said says makes operates offers introduced introduces released agreed agrees developed develops picked chose "
    "selected"
)
_DEEDS = word_class(
    "stole copied won lost missed beat owes denied denies declined accused accuses argued argues charged spent hopes "
    "paid pays owns faces lobbied settled"
)
"""What a single word in capitals does that is a firm's name; of several words they say less."""
_HOLDS = word_class("has have serves employs operates had")
_HELD = word_class("customers clients employees stores branches warehouses factories subsidiaries shareholders")
_KIN = word_class("subsidiary subsidiaries affiliate affiliates affiliated parent shareholders employees executives")
"""Whom only firms have."""
_CALLED = word_class("firm chain startup retailer insurer lender brewer grocer carrier broker")


def from_standing(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that a name does what firms do, or is called one."""
    words, j = setting.words, name.end
    if j == len(words):
        return
    if _is_called_a_firm(name, setting):
        found[COMPANY] += 3.0
        found[PRODUCT] -= 1.0
    elif (
        words[j] in _HOLDS
        and not _HELD.isdisjoint(words[j + 1 : j + 6])
        and not any(entry.type == PLACE for entry in name.known)
    ):
        found[COMPANY] += 2.2 if name.how == "weak" else 1.5  # "Cal has 3.5 million customers"
    elif (
        words[j] == "and" and words[j + 1 : j + 2] in (["its"], ["their"]) and not _KIN.isdisjoint(words[j + 2 : j + 3])
    ):
        found[COMPANY] += 0.0 if name.known else 2.0  # "by Orbixo and its subsidiaries"
    elif _is_acronym(name, setting) and _acts_as_only_firms(words, j):
        found[COMPANY] += 2.0  # "the office which *QBX* opened"
    elif not (name.known or name.brand) and _acts_like_a_firm(words, j, name):
        plain = all(setting.flags[k] & ORDINARY for k in range(name.first, j))
        if plain and not (j - name.first == 1 and is_plural(words[name.first], setting.flags[name.first])):
            found[COMPANY] += 2.0 if j - name.first == 1 else 1.0
    elif not (name.known or name.brand) and _works(words, j):
        found[PRODUCT] += 1.5
    elif not (name.known or name.brand) and words[j] in _HOUSES:
        found[ORGANIZATION] += 2.0
        found[PRODUCT] -= 1.0
    elif not name.known and _is_of_market(words, j):
        found[NOTHING] += 2.0


def _is_acronym(name: Name, setting: Setting) -> bool:
    """Whether an unknown name is one acronym without an article, of letters only."""
    i = name.first
    return (
        name.end - i == 1
        and not name.known
        and setting.flags[i] & (ACRONYM | GENERIC) == ACRONYM
        and setting.words[i].isalpha()
        and not (i and setting.words[i - 1].lower() in _ARTICLES)
    )


_ARTICLES = word_class("a an the this that its their our your each every any no some")
_DOES = word_class(
    "buys bought acquires acquired hires hired signs signed invests invested raises raised sells sold sues sued "
    "appoints appointed opens opened owns merges merged agreed agrees paid pays denied denies"
)


def _acts_as_only_firms(words: Sequence[str], j: int) -> bool:
    """Whether a verb follows of which only firms and other bodies are subjects."""
    while j < len(words) and (words[j] in _AUXILIARIES or words[j].endswith("ly")):
        j += 1
    return j < len(words) and words[j] in _DOES


def _works(words: Sequence[str], j: int) -> bool:
    """Whether a name does what products do: "Orbix *runs on* phones"."""
    following = words[j + 1 : j + 2]
    if words[j] in _MEASURES and following and (following[0] in _MONEY or following[0][0].isdigit()):
        return True
    if words[j] in ("is", "was", "are") and following in (["designed"], ["built"], ["engineered"], ["intended"]):
        return words[j + 2 : j + 3] in (["to"], ["for"], ["on"], ["with"])
    return words[j] in _RUNS and following != [] and following[0] in ("with", "on", "in", "into", "to")


_MEASURES = word_class("costs weighs retails measures")
_MONEY = word_class("$ € £ about around just less only under between up from at for")
_HOUSES = word_class("hospital hospitals clinic clinics university college")
_RUNS = word_class("runs works connects plugs syncs ships comes")


def _is_of_market(words: Sequence[str], j: int) -> bool:
    """Whether a name only says which market is meant: "the *MEMS* sensor market"."""
    for k in range(j, min(j + 3, len(words))):
        if words[k] in _MARKETS:
            return k > j
        if not words[k].islower() or words[k] in FUNCTION:
            return False
    return False


_MARKETS = word_class("market markets industry sector")


def _acts_like_a_firm(words: Sequence[str], j: int, name: Name) -> bool:
    while j < len(words) and (words[j] in _AUXILIARIES or (len(words[j]) > 4 and words[j].endswith("ly"))):
        j += 1
    return j < len(words) and (words[j] in _ACTS or (name.end - name.first == 1 and words[j] in _DEEDS))


def _is_called_a_firm(name: Name, setting: Setting) -> bool:
    j, words = name.end, setting.words
    if name.known or name.brand:
        return False
    for k in range(j, min(j + 4, len(words))):
        if words[k] in _CALLED and k > j:
            return k + 1 == len(words) or not setting.flags[k + 1] & (CAPITAL | ORDINARY) or words[k + 1] in FUNCTION
        if not (words[k].islower() and words[k].isalpha()) or words[k] in FUNCTION:
            return False
    return False
