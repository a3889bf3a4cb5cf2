"""What a name names, as far as one place in a text tells: log-odds for each class, from the name and its neighbours.

Nothing is decided here. Resolution adds up what all the mentions of a name say, over the whole corpus.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kgraph.extractors.names import (
    ACRONYM,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
    Name,
    is_doubtful,
)
from kgraph.extractors.shapes import Shape
from kgraph.lexicon import Lexicon

COMPANY, ORGANIZATION, PRODUCT, PERSON, PLACE = "Company", "Organization", "Product", "Person", "Place"
NOTHING = "Nothing"
"""The pseudo-class of what is no name at all, or names something else: an event, a law, a generic phrase."""
SURNAME = int(Shape.SURNAME)

FROM_MODEL = {
    "ORG": ((COMPANY, 0.8), (ORGANIZATION, 0.3)),
    "PERSON": ((PERSON, 1.6),),
    "GPE": ((PLACE, 1.6),),
    "LOC": ((PLACE, 1.5),),
    "FAC": ((PLACE, 0.5), (ORGANIZATION, 0.4)),
    "PRODUCT": ((PRODUCT, 1.2),),
    "NORP": ((NOTHING, 1.0),),
    "EVENT": ((NOTHING, 1.5),),
    "LAW": ((NOTHING, 1.5),),
    "LANGUAGE": ((NOTHING, 1.0),),
    "WORK_OF_ART": ((PRODUCT, 0.3), (NOTHING, 0.3)),
    "DATE": ((NOTHING, 2.0),),
    "MONEY": ((NOTHING, 2.0),),
    "PERCENT": ((NOTHING, 2.0),),
    "CARDINAL": ((NOTHING, 1.0),),
}
"""What the labels of OntoNotes, which spaCy's English models give, are worth. The models call most products organisations."""

_EXCHANGES = frozenset(
    "nasdaq nyse nse bse lse tsx asx otc otcqb amex hkex lon tse euronext fra xetra six nasdaqgs nyse:".split()
)
_DIRECTIONS = frozenset("north south east west central northeast northwest southeast southwest".split())
_REPORTED = frozenset("market markets report industry sector segment".split())
_COMPANY_NOUNS = frozenset(
    "company provider startup start-up maker firm leader vendor developer manufacturer supplier consultancy integrator subsidiary"
    " unit division corporation business partner distributor operator retailer insurer bank giant specialist pioneer"
    " consultancy reseller carrier investor publisher conglomerate innovator".split()
)
_PRODUCT_NOUNS = frozenset(
    "platform app application system tool service software solution device scanner feature suite product database engine framework module"
    " chatbot assistant sensor robot headset drug vaccine test api toolkit set portal technology algorithm part".split()
)
_ORGANIZATION_NOUNS = frozenset(
    "hospital university nonprofit non-profit charity agency regulator institute school association network".split()
)
_PERSON_NOUNS = frozenset(
    "ceo cfo cto coo cio cmo ciso chief president director professor head vice founder co-founder cofounder chairman chairwoman"
    " analyst manager scientist researcher officer partner md phd senior executive vp svp lead author engineer evangelist".split()
)


class Setting(NamedTuple):
    """The words around a name and what the language model said of it."""

    words: Sequence[str]
    flags: Sequence[int]
    headline: bool
    label: str
    """The label of the model's entity that covers most of the name; empty where there is none."""


def evidence(name: Name, setting: Setting, lexicon: Lexicon) -> dict[str, float]:
    """Log-odds by class for one mention."""
    found: defaultdict[str, float] = defaultdict(float)
    _from_lists(name, setting, found)
    _from_form(name, setting, lexicon, found)
    _from_neighbours(name, setting, lexicon, found)
    for kind, weight in FROM_MODEL.get(setting.label, ()):
        found[kind] += weight * (0.5 if setting.headline else 1.0)
    return found


def _from_lists(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    doubtful = name.end - name.first == 1 and is_doubtful(name.known, setting.flags[name.first])
    for entry in name.known:
        found[entry.type] += entry.weight * (0.5 if doubtful else 1.0)
    if doubtful and name.how in ("weak", "initial"):
        found[NOTHING] += 1.5


def _from_form(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    words, flags = setting.words, setting.flags
    span = range(name.first, name.end)
    last = words[name.end - 1]
    lower = last.lower()
    heads = lexicon.heads
    if last == "." or lower in heads["legal"]:
        k = name.end - (2 if last == "." else 1)
        if words[k].lower() in heads["legal"] and k > name.first:
            found[COMPANY] += 5.0
            return
    if name.known:
        return
    length = name.end - name.first
    brand = name.brand[-1].type if name.brand else ""
    inside = [w.lower() for w in words[name.first : name.end]]
    has_for = "for" in inside
    if brand == PRODUCT:
        found[PRODUCT] += 3.0
    elif brand == COMPANY:
        found[PRODUCT] += 1.2
        found[COMPANY] += 0.3
    elif brand == ORGANIZATION:
        found[ORGANIZATION] += 2.0
    elif brand == PLACE and lower in _DIRECTIONS:
        found[PLACE] += 4.0
    if any(w in heads["organization"] for w in (inside[-1], inside[0])) or (
        "of" in inside and any(w in heads["organization_of"] for w in inside)
    ):
        found[ORGANIZATION] += 3.0
    elif length > 1 and any(w in heads["organization"] for w in inside):
        found[ORGANIZATION] += 2.0
    if length > 1:
        if lower in heads["product"] and not (lower in heads["company"] and brand != COMPANY):
            found[PRODUCT] += 2.0
        if lower in heads["company"] and not has_for and brand != PRODUCT:
            found[COMPANY] += 2.0
        if has_for and not found.get(ORGANIZATION):
            found[PRODUCT] += 1.5
        if flags[name.end - 1] & NUMBER or (flags[name.end - 1] & CAMEL and any(c.isdigit() for c in last)):
            found[PRODUCT] += 2.0
        if inside[0] in ("st", "mount", "saint", "children", "mercy") and found.get(ORGANIZATION, 0) == 0:
            found[ORGANIZATION] += 1.0
        if lower in heads["event"]:
            found[NOTHING] += 2.0
        if "&" in inside:
            found[COMPANY] += 1.0
        _as_person(name, setting, found)
        if all(flags[k] & (ORDINARY | GENERIC | STOP | NUMBER | NATIONALITY) for k in span if words[k][0].isalnum()):
            found[NOTHING] += 0.7 if not setting.headline and name.how == "run" else 1.2
    else:
        if last[0] == "#":
            found[NOTHING] += 0.5
        if flags[name.first] & CAMEL:
            found[COMPANY] += 0.5
            found[PRODUCT] += 0.5
        if ".com" in lower or lower.endswith((".ai", ".io")):
            found[COMPANY] += 2.0
        if name.how in ("weak", "initial"):
            found[NOTHING] += 1.8
        elif flags[name.first] & ACRONYM:
            found[NOTHING] += 0.6
        elif len(last) < 4:
            found[NOTHING] += 0.8
    if found.get(PERSON, 0.0) <= 0:
        found[COMPANY] += 0.2


def _as_person(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    flags, words = setting.flags, setting.words
    parts = [k for k in range(name.first, name.end) if words[k] != "." and len(words[k]) > 1]
    if (
        not 2 <= len(parts) <= 4
        or name.brand
        or any(flags[k] & (NUMBER | GENERIC) or not flags[k] & CAPITAL for k in parts)
    ):
        return
    given, family = flags[parts[0]] & GIVEN, flags[parts[-1]] & SURNAME
    ordinary_last = flags[parts[-1]] & ORDINARY and not family
    if given and not ordinary_last and not any(flags[k] & ORDINARY for k in parts[1:-1]):
        found[PERSON] += (2.5 if not flags[parts[0]] & ORDINARY else 1.0) + (1.0 if family else 0.0)
        if len(parts) > 3:
            found[PERSON] -= 1.5


def _from_neighbours(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    words, flags, heads = setting.words, setting.flags, lexicon.heads
    n, i, j = len(words), name.first, name.end
    before = words[i - 1].lower() if i else ""
    before2 = words[i - 2].lower() if i > 1 else ""
    after = words[j].lower() if j < n else ""
    after2 = words[j + 1].lower() if j + 1 < n else ""
    if after in ("'s", "’s"):
        found[COMPANY] += 0.6
        found[ORGANIZATION] += 0.2
        found[PERSON] += 0.1
        if after2 in heads["after_company"]:
            found[COMPANY] += 1.0
    elif after == "(" and after2 in _EXCHANGES:
        found[COMPANY] += 5.0
    elif after == "-" and after2 == "based":
        found[PLACE] += 3.0
    elif after == "-" and after2 in ("powered", "enabled", "hosted", "native", "compatible"):
        found[PRODUCT] += 1.0
    elif after == ",":
        _from_apposition(setting, j, found)
    elif after in _REPORTED and not name.known:
        found[NOTHING] += 2.5
    elif after in heads["after_product"]:
        found[PRODUCT] += (
            1.0
            if setting.headline or after in ("services", "service", "customers", "users", "solutions", "technology")
            else 1.6
        )
    elif after in heads["after_company"]:
        found[COMPANY] += 1.3
        if after in ("said", "says", "told", "believes", "joined", "joins"):
            found[PERSON] += 0.8
    elif _heads_phrase(setting, j, heads["after_product"]):
        found[PRODUCT] += 1.3
    elif after == "is" and after2 in ("now", "a", "an", "the") and _noun_after(setting, j + 2) is not None:
        kind = _noun_after(setting, j + 2)
        if kind:
            found[kind] += 1.5
    if before in heads["before_person"] or (before == "." and before2 in ("dr", "mr", "mrs", "ms", "prof")):
        found[PERSON] += 2.5 if found.get(PERSON, 0) > 0 or before2 in ("dr", "mr") or j - i > 1 else 0.5
    elif before in heads["before_company"]:
        found[COMPANY] += 1.5
    elif before in heads["before_product"]:
        found[PRODUCT] += 1.0
    elif before in heads["before_place"]:
        found[PLACE] += 0.8
        found[PRODUCT] += 0.2
    elif before in ("with", "by", "from", "between"):
        found[COMPANY] += 0.5
    elif before == "at":
        found[COMPANY] += 0.4
        found[ORGANIZATION] += 0.6
    elif before == "on":
        found[PRODUCT] += 0.7
    elif before in ("'s", "’s") or before in ("its", "their"):
        found[PRODUCT] += 1.0
    elif before == "the" and found.get(COMPANY, 0) <= 0.5:
        found[PRODUCT] += 0.3
        found[ORGANIZATION] += 0.3


def _heads_phrase(setting: Setting, j: int, nouns: frozenset[str]) -> bool:
    """Whether a name is the first of a few words that one of ``nouns`` ends: "Terra biomedical data *platform*"."""
    for k in range(j, min(j + 5, len(setting.words))):
        word = setting.words[k]
        if not (setting.flags[k] & ORDINARY or word == "-") or word in _FUNCTION:
            return False
        if k > j and word in nouns:
            return (
                k + 1 == len(setting.words) or not setting.flags[k + 1] & ORDINARY or setting.words[k + 1] in _FUNCTION
            )
    return False


_FUNCTION = frozenset(
    "is are was were has have had will can to of for with in on at by from and or as that which who said says its their the a an has".split()
)


def _noun_after(setting: Setting, k: int) -> str | None:
    """The class that the head noun of the next few words names: "a global *provider* of"."""
    for word in setting.words[k : k + 9]:
        lower = word.lower()
        if lower in ("of", "for", "that", "which", "to", "with", ",", ".", "and", "in", "from", "by", ";", "("):
            if lower not in (",", "and"):
                return None
            continue
        if lower in _COMPANY_NOUNS:
            return COMPANY
        if lower in _PRODUCT_NOUNS:
            return PRODUCT
        if lower in _ORGANIZATION_NOUNS:
            return ORGANIZATION
        if lower in _PERSON_NOUNS:
            return PERSON
    return None


def _from_apposition(setting: Setting, comma: int, found: defaultdict[str, float]) -> None:
    """ "Viasat, a global communications company," and "Tom McGuinness, the company's vice president"."""
    words = setting.words
    if comma + 1 >= len(words):
        return
    following = words[comma + 1].lower()
    if following in ("a", "an", "the", "one", "which", "part"):
        kind = _noun_after(setting, comma + 2)
        if "company" in (w.lower() for w in words[comma + 2 : comma + 4]) and "'s" in (
            w.replace("’", "'") for w in words[comma + 2 : comma + 5]
        ):
            kind = PERSON
        if kind:
            found[kind] += 2.0
    elif following in _PERSON_NOUNS:
        found[PERSON] += 2.0
