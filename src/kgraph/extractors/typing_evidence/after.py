"""What the words after a name say of it: "Viasat, a global company", "the Aladdin platform"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.names.vocabulary import Name
from kgraph.extractors.shapes import (
    ACRONYM,
    CAMEL,
    CAPITAL,
    GENERIC,
    NUMBER,
    ORDINARY,
)
from kgraph.extractors.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PERSON, PLACE, PRODUCT, Setting
from kgraph.extractors.typing_evidence.standing import FUNCTION, from_standing
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_EXCHANGES = word_class(
    "nasdaq nyse nse bse lse tsx asx otc otcqb amex hkex lon tse euronext fra xetra six nasdaqgs nyse:"
)
_MANY = word_class(
    "devices systems platforms solutions products drugs vaccines apps tools services applications models"
)
_ATTRIBUTED = word_class("now a an the its their chief president")
_SELLS = word_class(
    "makes sells develops developed offers created built operates owns employs provides markets manufactures "
    "runs acquired bought"
)
_REPORTED = word_class("market markets report industry sector segment")
_COMPANY_NOUNS = word_class(
    "company provider startup start-up maker firm leader vendor developer manufacturer supplier "
    "consultancy integrator subsidiary unit division corporation business partner distributor operator "
    "retailer insurer bank giant specialist pioneer consultancy reseller carrier investor publisher "
    "conglomerate innovator fund accelerator incubator"
)
_PRODUCT_NOUNS = word_class(
    "catalogue catalog scribe browser wearable robot implant language game console chip processor "
    "satellite extension plugin edition release kit laptop tablet phone watch library family model "
    "platform app application system tool service software solution device scanner feature suite product "
    "database engine framework viewer module chatbot assistant sensor robot headset drug vaccine test api "
    "agent copilot bot drone truck vehicle toolkit set portal technology algorithm part"
)
_ORGANIZATION_NOUNS = word_class(
    "hospital university nonprofit non-profit charity agency regulator institute school association network"
)
PERSON_NOUNS = word_class(
    "ceo cfo cto coo cio cmo ciso chief president director professor head vice founder co-founder "
    "cofounder chairman chairwoman analyst manager scientist researcher officer partner md phd senior "
    "executive vp svp lead author engineer evangelist"
)
_OWNERS = word_class(
    "company firm startup group vendor maker hospital system bank insurer retailer agency university giant provider"
)
_PARTS = word_class("team teams department staff")
_UNDERTAKINGS = word_class("project projects contract contracts")
_YEAR = re.compile("20[1-3][0-9]")


def from_following(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what the words after a name say of it."""
    j, heads = name.end, lexicon.heads
    _from_office(name, setting, found)
    from_standing(name, setting, found)
    after, after2 = (word.lower() for word in (*setting.words[j : j + 2], "", "")[:2])
    if after in ("'s", "’s"):
        found[COMPANY] += 0.0 if _is_place(name) else 0.6
        found[ORGANIZATION] += 0.2
        found[PERSON] += 0.1
        if after2 in heads["after_company"]:
            found[COMPANY] += 1.0
    elif after == "(" and after2 in _EXCHANGES:
        found[COMPANY] += 5.0
    elif after == "-" and after2 in ("based", "headquartered"):
        found[PLACE] += 0.0 if setting.words[j - 1].lower() in heads["after_product"] else 3.0  # "Processor-based"
    elif after == "-" and after2 in ("powered", "enabled", "hosted", "native", "compatible"):
        found[PRODUCT] += 1.0
    elif after == ",":
        _from_apposition(setting, j, found)
        _, place = lexicon.match(setting.words, min(j + 1, len(setting.words) - 1), len(setting.words))
        if (
            place
            and place[-1].type == PLACE
            and place[-1].weight >= 4
            and (not name.known or _is_place(name))
            and not name.brand
        ):
            found[PLACE] += 2.5  # "Aliso Viejo, California"
    elif (
        after in ("of", "at")
        and j + 1 < len(setting.words)
        and setting.flags[j + 1] & CAPITAL
        and found.get(PERSON, 0.0) >= 0
        and name.end - name.first == 2
        and not (name.known or name.brand)
        and not any(setting.flags[k] & (ORDINARY | GENERIC | NUMBER | CAMEL | ACRONYM) for k in range(name.first, j))
        and setting.words[j - 1].lower() not in lexicon.firms
    ):
        found[PERSON] += 1.0  # "Hemant Taneja of General Catalyst"
    elif _is_seat(name, setting):
        found[PLACE] += 2.2 if _is_place(name) else 1.5
    elif after in _REPORTED and not name.known:
        found[NOTHING] += 2.5
    elif after in ("is", "are", "was") and _is_available(setting, j + 1):
        found[PRODUCT] += 1.5
    elif (
        after == "from"
        and setting.flags[j + 1 : j + 2]
        and setting.flags[j + 1] & CAPITAL
        and name.first
        and setting.words[name.first - 1].lower() in heads["before_product"]
    ):
        found[PRODUCT] += 0.8  # "use Orbix from Acme"
    elif after in _PARTS and name.brand and name.brand[-1].type == COMPANY:
        found[NOTHING] += 2.0  # "the Microsoft SLG team"
    elif after in _UNDERTAKINGS and not name.known:
        found[NOTHING] += 1.5
    elif name.end < len(setting.words) and _YEAR.fullmatch(after) and not name.known:
        found[NOTHING] += 1.5  # a conference: "at DesignCon 2021"
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
        kind = _noun_after(setting, j + 1 + (after2 not in PERSON_NOUNS))
        if kind:
            found[kind] += 1.5


def _from_office(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    if _is_appointed(name, setting):
        found[PERSON] += 2.5
        found[COMPANY] -= 1.5


def _is_available(setting: Setting, k: int) -> bool:
    """Whether "now available", "generally available" … follows."""
    for word in setting.words[k : k + 3]:
        if word == "available":
            return True
        if word not in ("now", "also", "already", "currently", "commercially", "generally", "immediately"):
            return False
    return False


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


def _is_seat(name: Name, setting: Setting) -> bool:
    """Whether the name of a firm follows, with what it is: "the *Copenhagen* law firm Plesner"."""
    if (
        name.end - name.first > 2
        or (name.known and not _is_place(name))
        or name.brand
        or not (_is_place(name) or setting.label == "GPE" or name.how == "run")
    ):
        return False
    for k in range(name.end, min(name.end + 5, len(setting.words) - 1)):
        word = setting.words[k]
        if word in _SEATED and (
            setting.flags[k + 1] & CAPITAL
            or (k == name.end and _is_after(name, setting, ("the",)))
            or (k > name.end and setting.words[k + 1] in (",", ".") and _is_after(name, setting, ("a", "an")))
        ):
            return True
        if not ((word.isalpha() and word.islower()) or word == "-") or word in FUNCTION:
            return False
    return False


def _is_after(name: Name, setting: Setting, articles: tuple[str, ...]) -> bool:
    return name.first > 0 and setting.words[name.first - 1].lower() in articles and name.end - name.first == 1


_SEATED = word_class(
    "startup start-up up firm company maker vendor provider retailer insurer bank lender hospital developer biotech "
    "outfit group distributor consultancy nonprofit carmaker automaker drugmaker chipmaker upstart manufacturer agency "
    "integrator supplier studio university clinic designer grocer brewer utility airline broker"
)


def _is_place(name: Name) -> bool:
    return any(entry.type == PLACE for entry in name.known)


def _heads_phrase(setting: Setting, j: int, nouns: frozenset[str]) -> bool:
    """Whether a name is the first of a few words that one of ``nouns`` ends: "Terra biomedical data *platform*"."""
    for k in range(j, min(j + 6, len(setting.words))):
        word = setting.words[k]
        if k == j and word.endswith("s") and not word.endswith(("ss", "ics", "us")):
            return False  # a verb: "Orbixo gives complete cloud coverage"
        if not (setting.flags[k] & (ORDINARY | GENERIC) or word in ("-", "and")) or (
            word in FUNCTION and (word != "and" or k == j)
        ):
            return False
        if k > j and word in nouns:
            return (
                k + 1 == len(setting.words) or not setting.flags[k + 1] & ORDINARY or setting.words[k + 1] in FUNCTION
            )
    return False


_NOUNS: Mapping[str, str] = {
    **dict.fromkeys(PERSON_NOUNS, PERSON),
    **dict.fromkeys(_ORGANIZATION_NOUNS, ORGANIZATION),
    **dict.fromkeys(_PRODUCT_NOUNS, PRODUCT),
    **dict.fromkeys(_COMPANY_NOUNS, COMPANY),
}


_PHRASE_ENDS = word_class("of for that which to with , . and in from by ; ( whose where behind using who as at on")


def _noun_after(setting: Setting, k: int) -> str | None:
    """The class that the head noun of the next few words names: "a global *provider* of"."""
    found: str | None = None
    previous = ""
    seated = follows_name = False
    for word in setting.words[k : k + 9]:
        lower = word.lower()
        seated = seated or (previous == "-" and lower in ("based", "headquartered"))
        if lower == "-":
            previous = lower
            continue
        if lower in _PHRASE_ENDS:
            if found or lower not in (",", "and"):
                return found
            continue
        if found and (lower.endswith("ed") or lower in FUNCTION):
            return found
        kind = _NOUNS.get(lower)
        if lower == "system" and previous == "health":
            kind = ORGANIZATION
        elif lower in ("record", "records") and (previous in _RECORDED or follows_name):
            kind = PRODUCT
        elif kind == PRODUCT and seated:
            kind = COMPANY  # "a London-based digital health platform"
        previous, follows_name = lower, word[0].isupper()
        if kind:
            found = kind  # of "an actuarial software firm", the last noun tells
    return found


_RECORDED = word_class("patient health medical care electronic dental clinical")
"""Before "record" they make software of it."""


def _possessive(words: Sequence[str], first: int, end: int) -> int:
    """Where a possessive stands between two places, or 0."""
    return next((k for k in range(first, min(end, len(words))) if words[k] in ("'s", "’s")), 0)


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
    elif following in ("a", "an", "the", "one", "which", "part", "another"):
        owner = _possessive(words, comma + 3, comma + 5)
        owned = owner and words[owner - 1].lower() in _OWNERS  # "the company's imaging software", "the firm's boss"
        kind = (_noun_after(setting, owner + 1) or PERSON) if owned else _noun_after(setting, comma + 2)
        if kind:
            found[kind] += 2.0
    elif following in PERSON_NOUNS:
        found[PERSON] += 2.0
    elif following in ("backed", "founded", "headquartered", "based") and setting.flags[comma - 1] & ORDINARY:
        found[COMPANY] += 1.5 if following != "based" else 3.0  # "Mercury, backed by Coatue,"
    elif owner := _possessive(words, comma + 2, comma + 6):
        kind = _noun_after(setting, owner + 1) if setting.flags[comma + 1] & CAPITAL else None
        if kind in (PRODUCT, PERSON) or (
            kind == COMPANY and setting.flags[owner - 1] & (CAPITAL | ORDINARY) == CAPITAL
        ):
            found[kind] += 2.0  # "PlaqueIQ, Elucid's imaging software"
    elif following in _PRODUCT_NOUNS or (
        following in ("its", "our", "their") and _noun_after(setting, comma + 2) == PRODUCT
    ):
        found[PRODUCT] += 2.0
