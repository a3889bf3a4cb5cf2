"""What a name names, as far as one place in a text tells: log-odds for each class, from the name and its neighbours.

Nothing is decided here. Resolution adds up what all the mentions of a name say, over the whole corpus.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kgraph.extractors.names.forms import is_doubtful
from kgraph.extractors.names.vocabulary import PARTICLES, Name
from kgraph.extractors.shapes import (
    ACRONYM,
    AMBIGUOUS,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

COMPANY, ORGANIZATION, PRODUCT, PERSON, PLACE = "Company", "Organization", "Product", "Person", "Place"
NOTHING = "Nothing"
"""The pseudo-class of what is no name at all, or names something else: an event, a law, a generic phrase."""

BARE = 0.7
"""What a capital letter alone says: an unknown name without any context is most often a company's."""
FROM_MODEL = {
    "ORG": ((COMPANY, 0.8), (ORGANIZATION, 0.3)),
    "PERSON": ((PERSON, 2.2),),
    "GPE": ((PLACE, 1.6),),
    "LOC": ((PLACE, 1.5),),
    "FAC": ((PLACE, 0.5), (ORGANIZATION, 0.4)),
    "PRODUCT": ((PRODUCT, 1.2),),
    "NORP": ((NOTHING, 1.0),),
    "EVENT": ((NOTHING, 1.0),),
    "LAW": ((NOTHING, 1.0),),
    "LANGUAGE": ((NOTHING, 1.0),),
    "WORK_OF_ART": ((PRODUCT, 0.3), (NOTHING, 0.3)),
    "DATE": ((NOTHING, 2.0),),
    "MONEY": ((NOTHING, 2.0),),
    "PERCENT": ((NOTHING, 2.0),),
    "CARDINAL": ((NOTHING, 1.0),),
}
"""What the labels that spaCy's English models give are worth. The models call most products organisations."""

_EXCHANGES = word_class(
    "nasdaq nyse nse bse lse tsx asx otc otcqb amex hkex lon tse euronext fra xetra six nasdaqgs nyse:"
)
_DIRECTIONS = word_class(
    "north south east west central northeast northwest southeast southwest northcentral southcentral westcentral"
)
_MANY = word_class(
    "devices systems platforms solutions products drugs vaccines apps tools services applications models"
)
_EXPERTS = word_class("analysts analyst researchers scientists engineers experts economists doctors researcher")
_OF_PRODUCT = word_class("preview availability launch release version edition rollout debut")
_OWN = word_class("its our their")
_ATTRIBUTED = word_class("now a an the its their chief president")
_SELLS = word_class(
    "makes sells develops developed offers created built operates owns employs provides markets manufactures "
    "runs acquired bought"
)
_CARE = word_class(
    "medical health healthcare cancer research children hospital care heart trauma clinical surgery university "
    "rehabilitation"
)
"""Before "Center" they make a hospital or an institute of it."""
_MAKERS = word_class("maker makers creator creators manufacturer manufacturers")
_INVESTS = word_class("participation led co-led investors backed")
_JOINED = word_class(
    "partners partnered partnering partnership teamed teams teaming collaborated collaborates collaborating "
    "collaboration agreement alliance deal pact allied"
)
_APPOSED = word_class(
    "platform app application software solution device scanner suite tool product system service chatbot assistant "
    "robot sensor algorithm engine"
)
_COINED = tuple(
    "works wave cloud data scan iq nosis mind tech soft ware pharma "
    "genomics therapeutics labs bio metrics logic sys".split()
)
"""How the last words of coined company names end; people's names do not."""
_REPORTED = word_class("market markets report industry sector segment")
_COMPANY_NOUNS = word_class(
    "company provider startup start-up maker firm leader vendor developer manufacturer supplier "
    "consultancy integrator subsidiary unit division corporation business partner distributor operator "
    "retailer insurer bank giant specialist pioneer consultancy reseller carrier investor publisher "
    "conglomerate innovator"
)
_PRODUCT_NOUNS = word_class(
    "catalogue catalog scribe browser wearable robot implant language game console chip processor "
    "satellite extension plugin edition release kit laptop tablet phone watch library family model "
    "platform app application system tool service software solution device scanner feature suite product "
    "database engine framework module chatbot assistant sensor robot headset drug vaccine test api "
    "toolkit set portal technology algorithm part"
)
_ORGANIZATION_NOUNS = word_class(
    "hospital university nonprofit non-profit charity agency regulator institute school association network"
)
_PERSON_NOUNS = word_class(
    "ceo cfo cto coo cio cmo ciso chief president director professor head vice founder co-founder "
    "cofounder chairman chairwoman analyst manager scientist researcher officer partner md phd senior "
    "executive vp svp lead author engineer evangelist"
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
    if found.get(PRODUCT, 0.0) >= 1.0 and not name.known and found[COMPANY] == BARE:
        found[COMPANY] = 0.2
    _from_model(name, setting, lexicon.heads["company"] | lexicon.heads["organization"], found)
    return found


def _from_model(name: Name, setting: Setting, heads: frozenset[str], found: defaultdict[str, float]) -> None:
    length, flags, words = name.end - name.first, setting.flags, setting.words
    span = [k for k in range(name.first, name.end) if words[k][0].isalnum()]
    plain = (
        bool(span)
        and all(flags[k] & (ORDINARY | GENERIC | STOP | NUMBER | ACRONYM) for k in span)
        and not (flags[span[0]] & GIVEN and flags[span[-1]] & SURNAME)
    )
    for kind, weight in FROM_MODEL.get(setting.label, ()):
        trust = 0.5 if setting.headline else 1.0
        if kind in (PERSON, PLACE) and not name.known and plain:
            trust = 0.2  # "Event Hubs", "Load Balancer"
        elif kind == PERSON:
            last = flags[name.end - 1]
            headed = words[name.end - 1].lower() in heads or bool(last & ORDINARY and not last & SURNAME)
            trust = 0.4 if length == 1 or headed else 0.3 if name.brand else 1.0
            if not flags[name.end - 1] & SURNAME and words[name.end - 1].lower().endswith(_COINED):
                trust = 0.0
            elif not (flags[name.first] & GIVEN or flags[name.end - 1] & SURNAME):
                trust *= 0.6
        elif kind == PLACE and length == 1 and not name.known:
            trust *= 0.6
        elif kind in (COMPANY, ORGANIZATION) and found.get(PRODUCT, 0.0) >= 1.0:
            trust *= 0.5  # the models call products organisations
        found[kind] += weight * trust


def _from_lists(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    doubtful = name.end - name.first == 1 and is_doubtful(name.known, setting.flags[name.first])
    for entry in name.known:
        found[entry.type] += entry.weight * (0.5 if doubtful else 1.0)
    if doubtful and name.how in ("weak", "initial"):
        found[NOTHING] += 2.2 if setting.headline and setting.flags[name.first] & AMBIGUOUS else 1.5


def _from_form(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    words = setting.words
    tail = name.end - (2 if words[name.end - 1] == "." else 1)
    if tail > name.first and words[tail].lower() in lexicon.heads["legal"]:
        found[COMPANY] += 5.0
        return
    if name.known:
        return
    if name.end - name.first > 1:
        _from_heads(name, setting, lexicon, found)
        _as_person(name, setting, found)
    else:
        _from_word(name, setting, lexicon, found)


def _from_brand(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> str:
    """What a known name at the beginning says; gives its class, "" where there is none."""
    brand = name.brand[-1].type if name.brand else ""
    if brand == PRODUCT:
        found[PRODUCT] += 3.0
    elif brand == COMPANY:
        found[PRODUCT] += 1.7
        rest = setting.words[name.first + 1 : name.end]
        if any(each.type == PLACE for word in rest for each in lexicon.known(word)):
            found[COMPANY] += 2.5  # "Palantir UK"
    elif brand == ORGANIZATION:
        found[ORGANIZATION] += 2.0
    if brand != PRODUCT and _is_region(name, setting, lexicon):
        found[PLACE] += 4.0
    return brand


def _from_heads(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What the words of a name of several words say, the last of them above all."""
    words, flags, heads = setting.words, setting.flags, lexicon.heads
    inside = [word.lower() for word in words[name.first : name.end]]
    span = [k for k in range(name.first, name.end) if words[k][0].isalnum()]
    last, has_for = inside[-1], "for" in inside
    brand = _from_brand(name, setting, lexicon, found)
    if brand != PRODUCT:
        named_of = "of" in inside and any(word in heads["organization_of"] for word in inside)
        if named_of or inside[0] in heads["organization"] or (not has_for and last in heads["organization"]):
            found[ORGANIZATION] += 3.0
        elif any(word in heads["organization"] for word in inside):
            found[ORGANIZATION] += 2.0
        elif inside[0] in ("st", "mount", "saint", "children", "mercy"):
            found[ORGANIZATION] += 1.0
        if last in heads["company"] and not has_for:
            found[COMPANY] += 2.0
        elif last.endswith(_COINED) and last not in heads["product"] and not flags[name.end - 1] & (ORDINARY | SURNAME):
            found[COMPANY] += 1.0
        if "&" in inside and not all(flags[k] & WEAK for k in span):
            found[COMPANY] += 1.0
    if last in ("center", "centre", "centers") and any(word in _CARE for word in inside[:-1]):
        found[ORGANIZATION] += 3.5
        found[PRODUCT] -= 1.0
    if last in ("center", "centre") and any(each.type == PLACE for each in name.brand):
        found[PLACE] += 1.5  # a building
    elif last in heads["product"] and not (last in heads["company"] and brand != COMPANY):
        found[PRODUCT] += 2.0
    if has_for and not found.get(ORGANIZATION):
        found[PRODUCT] += 1.5
    if any(flags[k] & NUMBER for k in span) or (flags[name.end - 1] & CAMEL and any(c.isdigit() for c in last)):
        found[PRODUCT] += 2.0
    if last in heads["event"]:
        found[NOTHING] += 2.0
    if all(flags[k] & (ORDINARY | GENERIC | STOP | NUMBER | NATIONALITY) for k in span):
        found[NOTHING] += 0.7 if not setting.headline and name.how == "run" else 1.2
    if found.get(PERSON, 0.0) <= 0:
        found[COMPANY] += 0.2


def _from_word(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What the form of a name of one word says."""
    words, flag, word = setting.words, setting.flags[name.first], setting.words[name.first]
    opens = name.how == "initial" and name.first == 0 and len(words) > 1
    if word[0] == "#":
        found[NOTHING] += 0.5
    if flag & CAMEL:
        found[COMPANY] += 0.5
        found[PRODUCT] += 0.5
    if "." in word and word[-1].isdigit():
        found[PRODUCT] += 2.0  # "Orbixo4.0"
    if word.lower().endswith((".com", ".ai", ".io")):
        found[COMPANY] += 2.0
    if opens and words[1].lower() in lexicon.heads["company_verbs"]:
        found[COMPANY] += 1.0
        found[NOTHING] += 1.3
    elif name.how in ("weak", "initial"):
        found[NOTHING] += 1.8
    elif flag & ACRONYM:
        found[NOTHING] += 1.0 if len(word) < 4 else 0.6
    elif len(word) < 4:
        found[NOTHING] += 0.8
    sure = name.how in ("run", "headline") and not flag & (ACRONYM | ORDINARY) and len(word) > 3
    found[COMPANY] += BARE if sure else 0.2


def _is_region(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether a name is a place with a direction: "UK West", "West US 2", "South Central US", "US Gov Virginia"."""
    words = setting.words[name.first : name.end]
    places = [w for w in words if any(each.type == PLACE for each in lexicon.known(w))]
    others = [w for w in words if w not in places and not w.isdigit()]
    return bool(places and others) and all(w.lower() in _DIRECTIONS or w == "Gov" for w in others)


def _as_person(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    flags, words = setting.flags, setting.words
    parts = [k for k in range(name.first, name.end) if len(words[k]) > 1 and words[k] not in PARTICLES]
    if (
        not 2 <= len(parts) <= 4
        or name.brand
        or any(flags[k] & (NUMBER | GENERIC) or not flags[k] & CAPITAL for k in parts)
    ):
        return
    given, family = flags[parts[0]] & GIVEN, flags[parts[-1]] & SURNAME
    ordinary_last = flags[parts[-1]] & ORDINARY and not family
    if given and not ordinary_last and not any(flags[k] & ORDINARY for k in parts[1:-1]):
        found[PERSON] += (2.5 if not flags[parts[0]] & ORDINARY else 1.0 if flags[parts[-1]] & ORDINARY else 2.0) + (
            1.0 if family else 0.0
        )
        if len(parts) > 3:
            found[PERSON] -= 1.5


def _from_neighbours(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    _from_following(name, setting, lexicon, found)
    _from_preceding(name, setting, lexicon.heads, found)


def _from_following(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    j, heads = name.end, lexicon.heads
    if _is_appointed(name, setting):
        found[PERSON] += 2.5
        found[COMPANY] -= 1.5
    after, after2 = (word.lower() for word in (*setting.words[j : j + 2], "", "")[:2])
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
        _, place = lexicon.match(setting.words, min(j + 1, len(setting.words) - 1), len(setting.words))
        if place and place[-1].type == PLACE and place[-1].weight >= 4 and not name.known and not name.brand:
            found[PLACE] += 2.5  # "Aliso Viejo, California"
    elif after in _REPORTED and not name.known:
        found[NOTHING] += 2.5
    elif after in heads["after_product"]:
        found[PRODUCT] += (
            0.4
            if setting.headline and after in _MANY
            else 1.0
            if setting.headline or after in ("services", "service", "customers", "users", "solutions", "technology")
            else 1.6
        )
    elif after in heads["after_company"] and not (
        name.first and setting.words[name.first - 1] in ("of", "in", "near") and _is_place(name)
    ):
        found[COMPANY] += 1.3
        if after in ("said", "says", "told", "believes", "joined", "joins"):
            found[PERSON] += 0.8
    elif _heads_phrase(setting, j, heads["after_product"]):
        found[PRODUCT] += 1.3
    elif after == "is" and after2 in _ATTRIBUTED and _noun_after(setting, j + 2) is not None:
        kind = _noun_after(setting, j + 1 + (after2 not in _PERSON_NOUNS))
        if kind:
            found[kind] += 1.5


def _is_appointed(name: Name, setting: Setting) -> bool:
    """Whether a name of two to four words is given an office: "names Siobhán Ní Bhriain chief nursing officer"."""
    after = setting.words[name.end].lower() if name.end < len(setting.words) else ""
    return (
        2 <= name.end - name.first <= 4
        and not name.known
        and (after in _OFFICES or after == "as")
        and {word.lower() for word in setting.words[max(0, name.first - 4) : name.first]} & _APPOINTS != frozenset()
        and not any(setting.flags[k] & (ORDINARY | GENERIC | NUMBER) for k in range(name.first, name.end))
    )


_OFFICES = word_class("chief president ceo cfo cto coo cio cmo chair chairman chairwoman director head vice managing")
_APPOINTS = word_class(
    "names named appoints appointed hires hired taps tapped promotes promoted elects elected welcomes welcomed "
    "adds chose"
)


def _is_place(name: Name) -> bool:
    return any(entry.type == PLACE for entry in name.known)


def _from_preceding(
    name: Name, setting: Setting, heads: Mapping[str, frozenset[str]], found: defaultdict[str, float]
) -> None:
    i = name.first
    before2, before = (word.lower() for word in ("", "", *setting.words[max(0, i - 2) : i])[-2:])
    if before in heads["before_person"] or (before == "." and before2 in ("dr", "mr", "mrs", "ms", "prof")):
        found[PERSON] += 2.5 if found.get(PERSON, 0) > 0 or before2 in ("dr", "mr") or name.end - i > 1 else 0.5
    elif before in heads["before_company"]:
        found[COMPANY] += 1.5
    elif before in heads["before_product"]:
        found[PRODUCT] += 1.0
    elif before in heads["before_place"]:
        found[PLACE] += 0.8
        found[PRODUCT] += 0.2
    elif before in ("from", "by") and before2 in _INVESTS and not (before2 == "led" and setting.flags[i] & GIVEN):
        found[COMPANY] += 2.5
        found[PERSON] -= 2.0
    elif before == "with" and before2 in _JOINED:
        found[COMPANY] += 2.0
    elif before in ("with", "by", "from", "between"):
        found[COMPANY] += 0.5
    elif before == "of" and (before2 in _OF_PRODUCT or before2 in _MAKERS):
        found[PRODUCT] += 2.0
    elif before == "," and before2 in _APPOSED and name.end < len(setting.words) and setting.words[name.end] in ",.":
        found[PRODUCT] += 1.5  # "its imaging solution, Orbix,"
    elif before == "of" and (before2 in heads["legal"] or before2 == ".") and found.get(PLACE, 0.0) > 0.5:
        found[PLACE] += 2.0
    elif before in ("of", "at", "for") and (before2 in _PERSON_NOUNS or before2 in _EXPERTS):
        found[COMPANY] += 1.5
        found[ORGANIZATION] += 0.5
    elif before == "at":
        found[COMPANY] += 0.4
        found[ORGANIZATION] += 0.6
    elif before == "on":
        found[PRODUCT] += 0.7
    elif before in ("'s", "’s") or before in ("its", "their"):
        if not (setting.flags[i] & GIVEN and name.end - i > 1):
            found[PRODUCT] += 1.0
    elif before in ("said", "says", "added", "explained") and name.end - i > 1 and not name.known and not name.brand:
        found[PERSON] += 1.5
    elif before == "the" and found.get(COMPANY, 0) <= 0.5:
        found[PRODUCT] += 0.3
        found[ORGANIZATION] += 0.3


def _heads_phrase(setting: Setting, j: int, nouns: frozenset[str]) -> bool:
    """Whether a name is the first of a few words that one of ``nouns`` ends: "Terra biomedical data *platform*"."""
    for k in range(j, min(j + 6, len(setting.words))):
        word = setting.words[k]
        if k == j and word.endswith("s") and not word.endswith(("ss", "ics", "us")):
            return False  # a verb: "Orbixo gives complete cloud coverage"
        if not (setting.flags[k] & (ORDINARY | GENERIC) or word in ("-", "and")) or (
            word in _FUNCTION and (word != "and" or k == j)
        ):
            return False
        if k > j and word in nouns:
            return (
                k + 1 == len(setting.words) or not setting.flags[k + 1] & ORDINARY or setting.words[k + 1] in _FUNCTION
            )
    return False


_FUNCTION = word_class(
    "is are was were has have had will can to of for with in on at by from and or as that which who said "
    "says its their the a an has"
)


_NOUNS: Mapping[str, str] = {
    **dict.fromkeys(_PERSON_NOUNS, PERSON),
    **dict.fromkeys(_ORGANIZATION_NOUNS, ORGANIZATION),
    **dict.fromkeys(_PRODUCT_NOUNS, PRODUCT),
    **dict.fromkeys(_COMPANY_NOUNS, COMPANY),
}


def _noun_after(setting: Setting, k: int) -> str | None:
    """The class that the head noun of the next few words names: "a global *provider* of"."""
    found: str | None = None
    previous = ""
    for word in setting.words[k : k + 9]:
        lower = word.lower()
        if lower in ("of", "for", "that", "which", "to", "with", ",", ".", "and", "in", "from", "by", ";", "("):
            if found or lower not in (",", "and"):
                return found
            continue
        if found and (lower.endswith("ed") or lower in _FUNCTION):
            return found
        kind = _NOUNS.get(lower)
        if lower == "system" and previous == "health":
            kind = ORGANIZATION
        previous = lower
        if kind:
            found = kind  # of "an actuarial software firm", the last noun tells
    return found


def _from_apposition(setting: Setting, comma: int, found: defaultdict[str, float]) -> None:
    """Read what follows a comma: "Viasat, a global company," and "Tom McGuinness, the company's president"."""
    words = setting.words
    if comma + 1 >= len(words):
        return
    following = words[comma + 1].lower()
    if following == "co" and words[comma + 2 : comma + 3] == ["-"] and comma + 3 < len(words):
        following = words[comma + 3].lower()  # "co-founder"
    if following == "which" and words[comma + 2 : comma + 3] and words[comma + 2].lower() in _SELLS:
        found[COMPANY] += 1.5
    elif following in ("a", "an", "the", "one", "which", "part"):
        kind = _noun_after(setting, comma + 2)
        if "company" in (w.lower() for w in words[comma + 2 : comma + 4]) and "'s" in (
            w.replace("’", "'") for w in words[comma + 2 : comma + 5]
        ):
            kind = PERSON
        if kind:
            found[kind] += 2.0
    elif following in _PERSON_NOUNS:
        found[PERSON] += 2.0
    elif following in _PRODUCT_NOUNS or (
        following in ("its", "our", "their") and _noun_after(setting, comma + 2) == PRODUCT
    ):
        found[PRODUCT] += 2.0
