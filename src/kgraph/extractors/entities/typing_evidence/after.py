"""What the words after a name say of it: "Viasat, a global company", "the Aladdin platform"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NUMBER,
    ORDINARY,
)
from kgraph.extractors.entities.typing_evidence import called
from kgraph.extractors.entities.typing_evidence.apposition import PERSON_NOUNS, from_apposition, noun_after
from kgraph.extractors.entities.typing_evidence.conduct import from_conduct
from kgraph.extractors.entities.typing_evidence.people import from_people
from kgraph.extractors.entities.typing_evidence.ranking import from_ranking
from kgraph.extractors.entities.typing_evidence.reporting import from_reporting
from kgraph.extractors.entities.typing_evidence.seats import before_state
from kgraph.extractors.entities.typing_evidence.setting import (
    COMPANY,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    Setting,
)
from kgraph.extractors.entities.typing_evidence.standing import FUNCTION, from_standing
from kgraph.extractors.exchanges import EXCHANGES
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_MANY = word_class(
    "technologies devices systems platforms solutions products drugs vaccines apps tools services applications models"
)
_ATTRIBUTED = word_class("now a an the its their chief president")
_REPORTED = word_class("market markets report industry sector segment")
_PARTS = word_class("team teams department staff")
_UNDERTAKINGS = word_class("project projects contract contracts")
_AILMENTS = word_class(
    "disease syndrome disorder virus fever lymphoma sarcoma act amendment bill effect theorem equation"
)
"""What bears the name of who found or wrote it: "*Danon* disease"."""
_ACTED_ON = word_class(
    "inhibitor inhibitors receptor receptors antibody antibodies pathway expression agonist mutation"
)
"""What is made of, or happens to, a protein or a gene."""
_KIN = word_class("brothers sisters siblings twins heirs dynasty")
"""Who bears a family's name: "the *Zelman* brothers"."""
_SHARES = ("stock", "shares", "shareholders")
"""What only firms have: "Why Zelbo Software *Stock* Popped"."""
_HEADS = word_class("director head vp manager")
_RELEASED = word_class("availability rollout debut release")
"""What a product has: "announced *Pelican*'s availability"."""
_YEAR = re.compile("20[1-3][0-9]")


def from_following(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what the words after a name say of it."""
    if not called.from_behind(name, setting, found):
        _from_neighbours(name, setting, lexicon, found)
    if setting.words[name.end : name.end + 1] != [] and setting.words[name.end].lower() in _SHARES:
        found[PRODUCT] = min(found[PRODUCT], 1.0)
    from_conduct(name, setting, found)
    from_ranking(name, setting, found)
    from_reporting(name, setting, found)
    from_people(name, setting, lexicon, found)


def _from_neighbours(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    j, heads = name.end, lexicon.heads
    _from_office(name, setting, found)
    from_standing(name, setting, found)
    after, after2 = _two_words(setting.words, j)
    if after in ("'s", "’s"):
        found[COMPANY] += 0.0 if _is_place(name) else 2.0 if _is_owner(name, setting) else 0.6
        found[PRODUCT] += 3.0 * (after2 in _RELEASED and name.first > 0 and not (name.known or name.brand))
        found[ORGANIZATION] += 0.2
        found[PERSON] += 0.1
        if after2 in heads["after_company"]:
            found[COMPANY] += 1.0
        elif after2 in _HEADS and setting.words[j + 2 : j + 3] == ["of"] and not name.known:
            found[COMPANY] += 2.0  # "Orbixo's director of IT"
    elif after == "(" and after2 in EXCHANGES and setting.words[j + 2 : j + 3] != [")"]:  # not "Guard Extensions (SGX)"
        found[COMPANY] += 5.0
    elif after == "-" and after2 in ("based", "headquartered"):
        found[PLACE] += 0.0 if setting.words[j - 1].lower() in heads["after_product"] else 3.0  # "Processor-based"
    elif after == "-" and after2 in ("powered", "enabled", "hosted", "native", "compatible"):
        found[PRODUCT] += 1.0
    elif after == ",":
        from_apposition(setting, j, found)
        found[PLACE] += before_state(name, setting, lexicon)
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
        found[PLACE] += 2.2 if _is_place(name) or setting.words[name.end] == "company" else 1.5
    elif after in _REPORTED and not name.known:
        found[NOTHING] += 4.0 if name.brand and name.brand[-1].type == PLACE else 2.5  # "Japan Bath Salts Market"
    elif _is_available(setting, j + (after in ("is", "are", "was"))):
        found[PRODUCT] += 1.5  # also "Orbix Now Available", in a headline
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
    elif not name.known and (what := _is_namesake(setting.words, j)):
        found[NOTHING] += what
    elif name.end < len(setting.words) and _YEAR.fullmatch(after) and not name.known:
        found[NOTHING] += 1.5  # a conference: "at DesignCon 2021"
    elif after in heads["after_product"]:
        found[PRODUCT] += (
            0.4
            if (setting.headline and after in _MANY)
            or (
                after in _MANY and name.end - name.first == 1 and setting.flags[name.first] & ACRONYM and not name.known
            )
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
        found[PRODUCT] += 1.3 + 0.6 * (not _OWNED.isdisjoint(setting.words[max(0, name.first - 4) : name.first]))
    elif after == "is" and after2 in _ATTRIBUTED and noun_after(setting, j + 2) is not None:
        kind = noun_after(setting, j + 1 + (after2 not in PERSON_NOUNS))
        if kind:
            found[kind] += 2.0


def _is_namesake(words: Sequence[str], j: int) -> float:
    """How surely something else bears the name: a disease, a family, a protein ("the *PD-1* inhibitor")."""
    if words[j : j + 1] and words[j].lower() in _ACTED_ON and words[j - 1][-1].isdigit():
        return 3.0
    if words[j : j + 1] and words[j] in _KIN:
        return 6.0
    is_other = j < len(words) and (words[j].lower() in _AILMENTS or _is_undertaking(words, j))
    return 2.0 if is_other else 0.0


def _two_words(words: Sequence[str], j: int) -> tuple[str, str]:
    """The word at ``j`` and the next one in small letters; empty where the sentence is over."""
    if j >= len(words):
        return "", ""
    return words[j].lower(), words[j + 1].lower() if j + 1 < len(words) else ""


def _is_owner(name: Name, setting: Setting) -> bool:
    """Whether an ordinary word with a capital letter owns something inside a sentence: "rolls out *Regard*'s tool"."""
    plural = is_plural(setting.words[name.first], setting.flags[name.first])
    return name.how == "weak" and name.first > 0 and not (setting.headline or plural)


_TWO, _FOUR = 2, 4
"""Words of a person's name."""


def _from_office(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that an unknown name of two to four words has an office or a degree: "Alan Zarlow, *MD*"."""
    if name.known or not _TWO <= name.end - name.first <= _FOUR:
        return
    if _is_appointed(name, setting) or _takes_office(name, setting) or _has_degree(name, setting):
        found[PERSON] += 2.5
        found[COMPANY] -= 1.5


def _is_available(setting: Setting, k: int) -> bool:
    """Whether "now available", "generally available" … follows."""
    for word in setting.words[k : k + 3]:
        if word.lower() == "available":
            return True
        if word.lower() not in ("now", "also", "already", "currently", "commercially", "generally", "immediately"):
            return False
    return False


def _is_appointed(name: Name, setting: Setting) -> bool:
    """Whether a name is given an office: "names Siobhán Ní Bhriain chief nursing officer"."""
    if name.end >= len(setting.words):
        return False
    after = setting.words[name.end].lower()
    return (
        (after in _OFFICES or after == "as")
        and {word.lower() for word in setting.words[max(0, name.first - 4) : name.first]} & _APPOINTS != frozenset()
        and not any(setting.flags[k] & (ORDINARY | GENERIC | NUMBER) for k in range(name.first, name.end))
    )


def _is_like_a_person(name: Name, setting: Setting) -> bool:
    """Whether a name begins with a given name, and no word of it is coined or a general one."""
    return bool(setting.flags[name.first] & GIVEN) and not any(
        setting.flags[k] & (NUMBER | CAMEL | ACRONYM) or (setting.flags[k] & GENERIC and len(setting.words[k]) > _SHORT)
        for k in range(name.first, name.end)
    )  # "David *Mou*" is no MOU


def _takes_office(name: Name, setting: Setting) -> bool:
    """Whether what follows a name is what happens to people: "Alan Zarlow *was named* interim *CEO*"."""
    if not _is_like_a_person(name, setting):
        return False
    words = [word.lower() for word in setting.words[name.end : name.end + _FAR]]
    verb = next((k for k, word in enumerate(words[:4]) if word in _TAKING), -1)
    return verb >= 0 and _BEING.issuperset(words[:verb]) and not _OFFICES.isdisjoint(words[verb:])


def _has_degree(name: Name, setting: Setting) -> bool:
    """Whether a degree follows: "Alan Zarlow, *MD*"."""
    after = setting.words[name.end : name.end + 2]
    if not (len(after) > 1 and after[0] == "," and after[1] in _DEGREES):
        return False
    parts = range(name.first, name.end)
    return _is_like_a_person(name, setting) or (
        len(parts) == _TWO
        and not name.brand
        and not any(setting.flags[k] & (ORDINARY | GENERIC | NUMBER | CAMEL | ACRONYM) for k in parts)
    )  # "Tarun Zelkapur, MD", whose names no list has


_FAR = 10
_BEING = word_class("was is has been will be now also today")
_TAKING = word_class(
    "named appointed promoted elected hired tapped selected chosen becomes became become succeeds succeeded serves"
)
_DEGREES = frozenset("MD PhD M.D. Ph.D. RN MBA DO MPH MSN PharmD".split())
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
    return name.known != () and any(entry.type == PLACE for entry in name.known)


def _heads_phrase(setting: Setting, j: int, nouns: frozenset[str]) -> bool:
    """Whether a name is the first of a few words that one of ``nouns`` ends: "Terra biomedical data *platform*"."""
    for k in range(j, min(j + 6, len(setting.words))):
        word = setting.words[k]
        if k == j and word.endswith("s") and not word.endswith(("ss", "ics", "us")):
            return False  # a verb: "Orbixo gives complete cloud coverage"
        inner = k > j and len(word) <= _SHORT and setting.flags[k] & (ACRONYM | CAMEL)  # "backup SaaS platform"
        if not (setting.flags[k] & (ORDINARY | GENERIC) or inner or word in ("-", "and")) or (
            word in FUNCTION and (word != "and" or k == j)
        ):
            return False
        if k > j and word in nouns:
            return (
                k + 1 == len(setting.words)
                or not setting.flags[k + 1] & ORDINARY
                or setting.words[k + 1] in FUNCTION
                or setting.words[k + 1].endswith("ed")
            )
    return False


_OWNED = frozenset(("its", "their", "'s", "’s"))
_SHORT = 5
"""Letters of an abbreviation in the midst of a phrase."""


def _is_undertaking(words: Sequence[str], j: int) -> bool:
    """Whether a name is that of a project or a contract: "the JEDI *contract*", "the JEDI cloud *contract*"."""
    after = [word.lower() for word in words[j : j + 2]]
    return bool(after) and (
        after[0] in _UNDERTAKINGS or (after[0] in ("cloud", "computing") and after[-1] in _UNDERTAKINGS)
    )
