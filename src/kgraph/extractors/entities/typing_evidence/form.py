"""What the words of a name themselves say of it: its last word, its brand, its letters."""

import re
from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.korean import is_korean
from kgraph.extractors.entities.names.cloud_regions import is_region
from kgraph.extractors.entities.names.foreign_firms import is_foreign_firm
from kgraph.extractors.entities.names.forms import is_edition_of, is_model
from kgraph.extractors.entities.names.genitives import is_genitive
from kgraph.extractors.entities.names.vocabulary import COUNTRY, FIRM_ENDS, PARTICLES, WELL_KNOWN, Name
from kgraph.extractors.entities.shapes import (
    ACRONYM,
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
from kgraph.extractors.entities.typing_evidence import institutions
from kgraph.extractors.entities.typing_evidence.model import COINED
from kgraph.extractors.entities.typing_evidence.setting import (
    COMPANY,
    GROUNDS,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    Setting,
    begins_like_a_person,
    is_headed_like_a_firm,
    is_shortened,
)
from kgraph.extractors.entities.typing_evidence.single_words import does, from_word
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

_QUARTERS = word_class(
    "midtown downtown uptown greater metro metropolitan inner upstate suburban mainland rural lower upper"
)
"""Before the name of a place they make a part of it: "*Midtown* Atlanta"."""
_DIRECTIONS = word_class(
    "northern southern eastern western central northeastern northwestern southeastern southwestern"
)
_REACHES = word_class("international worldwide")
"""How far a firm reaches, at the end of its name."""
_DESIGNATIONS = word_class("concept model vision")
"""What the name of a model begins with: "*Concept* EX Class"."""
_EDITED = word_class("intelligence security analytics software imaging interactive")
"""Ends of firms' names, and of what a firm makes where two words or more stand behind its own name."""
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
_MEDIA = word_class("news times journal magazine post tribune herald gazette review")
_STATES_OWN = re.compile("U[A-Z]{1,3}|[SC]UNY|UMass|CSU")
"""Universities of a state, in short; before the name of a town they are one of its campuses."""
_MANY = re.compile("[A-Z]{2,}s")
"""Several of what is abbreviated, and no legal form: "the Zelbo 320 Series *APs*", not "Zelbo ApS"."""


def from_form(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what the words of a name themselves say of it."""
    words = setting.words
    tail = name.end - (2 if words[name.end - 1] == "." else 1)
    is_legal = (
        words[tail].lower() in lexicon.heads["legal"]
        and not is_edition_of(name.brand, words[tail])
        and not _MANY.fullmatch(words[tail])
    )
    if tail > name.first and is_legal:
        if _is_slogan(name, setting):
            found[NOTHING] += 8.0
        found[COMPANY] += 5.0
        return
    if name.known:
        return
    if name.end - name.first > 1:
        found[COMPANY] += 2.0 * is_genitive(words, name)
        if is_foreign_firm(words[name.first : name.end]):
            found.update({COMPANY: found[COMPANY] + 3.0, PERSON: found[PERSON] - 2.0})
        found[COMPANY] += 3.0 * _is_of_country(words, name.end)
        _from_heads(name, setting, lexicon, found)
        _as_person(name, setting, found)
    else:
        from_word(name, setting, lexicon, found)


def _is_of_country(words: Sequence[str], end: int) -> bool:
    """Whether a country follows a firm's legal form inside its name: "Laboratory *Corporation of* America"."""
    return end > _NAME_AND_FIELD and words[end - 2] == "of" and words[end - 3] in ("Corporation", "Company")


def _is_slogan(name: Name, setting: Setting) -> bool:
    """Whether ordinary words in capitals praise another company: "Acme, *the Trusted AI Company*, said"."""
    words, i, end = setting.words, name.first, name.end
    return (
        i > 1
        and words[i - 1].lower() == "the"
        and words[i - 2] in (",", "-", "–", "—")
        and words[end : end + 1] in ([","], ["-"], ["–"], ["—"], ["and"])
        and all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(i, end))
    )


_ARMS = frozenset(
    "Display Chem Memory Foundry Semiconductor Semiconductors Science Sciences Securities Biologics Chemicals "
    "Electronics Engineering Precision Innotek Telecom Telesystems Motors Petrochemical Petrochemicals".split()
)
"""Ends of names of firms that belong to one whose name they go on from: "LG *Display*"."""
_OF_HUBS = word_class("development innovation research skills enterprise incubation startup entrepreneurship knowledge")
_OF_COUNTRIES = word_class("mobile express air tower telecom post steel")
"""Ends of firms' names behind that of a country."""


def _from_brand(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> str:
    """What a known name at the beginning says; gives its class, "" where there is none."""
    brand = name.brand[-1].type if name.brand else ""
    if brand == PRODUCT:
        found[PRODUCT] += 3.0
    elif (
        brand == COMPANY and name.end - name.first == 1 + name.brand[-1].tokens and setting.words[name.end - 1] in _ARMS
    ):
        found.update({COMPANY: found[COMPANY] + 3.5, PRODUCT: found[PRODUCT] - 2.0})  # "LG Display"
    elif brand == COMPANY and _is_firms_end(setting.words, name.end):
        found[COMPANY] += 2.5  # "Standard Chartered Bank", "Walmart Global Tech"
    elif (
        brand == COMPANY
        and setting.words[name.end - 1].lower() in FIRM_ENDS - lexicon.heads["product"] - {"bank"}
        and not _is_plain_offer(name, setting)
    ):
        found[COMPANY] += 1.5  # "Hitachi Rail", "Siemens Mobility"
        found[PRODUCT] += 0.7
    elif brand == COMPANY:
        found[PRODUCT] += 0.7 if begins_like_a_person(name, setting) else 1.7
        last = name.end - 1
        rest = [
            setting.words[k] for k in range(name.first + 1, name.end) if k == last or not setting.flags[k] & ORDINARY
        ]
        if any(each.type == PLACE for word in rest for each in lexicon.known(word)):
            found[COMPANY] += 2.5  # "Palantir UK"
    elif brand == ORGANIZATION:
        found[ORGANIZATION] += (whose := _of_organization(name, setting, lexicon))
        found[PRODUCT] += 1.2 if whose < 1 and setting.flags[name.end - 1] & CAMEL else 0.0  # "NBA CourtOptix"
    elif brand == PLACE and _is_phrase(setting.words, name.first + name.brand[-1].tokens, name.end, lexicon):
        found[NOTHING] += 3.0  # "California Medicare"
    elif brand == PLACE and name.end - name.first == 1 + name.brand[-1].tokens and _ends_like_a_carrier(name, setting):
        found.update({COMPANY: found[COMPANY] + 3.0, PRODUCT: found[PRODUCT] - 2.0})  # "China Mobile"
    if brand != PRODUCT and is_region(setting.words[name.first : name.end], lexicon):
        found[PLACE] += 4.0
    return brand


def _of_organization(name: Name, setting: Setting, lexicon: Lexicon) -> float:
    """How surely what begins with a known organization's name is one, too, as far as the beginning tells.

    A body of it is called by its kind or by an acronym ("UN *Commission*", "Pentagon *IG*"); what goes on otherwise is
    a plan, a rank or a product of it: "DoD *Impact Level*", "NBA *CourtOptix*".
    """
    last = setting.words[name.end - 1]
    if last.lower() in institutions.BODIES:
        return 4.5
    rest = [word.lower() for word in setting.words[name.first + name.brand[-1].tokens : name.end]]
    if any(word in lexicon.firms or word in lexicon.heads["organization_of"] for word in rest):
        return 2.0
    is_one = len(rest) == 1 and (setting.flags[name.end - 1] & (ACRONYM | CAMEL | NUMBER)) in (0, ACRONYM)
    return 2.0 if is_one else 0.5


def _ends_like_a_carrier(name: Name, setting: Setting) -> bool:
    """Whether a country's name and what carriers and utilities are called make a name inside a sentence."""
    return setting.words[name.end - 1].lower() in _OF_COUNTRIES and not setting.headline


def _is_programme(name: Name, setting: Setting) -> bool:
    """Whether somebody's programme is told of as one that there is: "chairs *the* Zelbo Mental Health *Program*"."""
    is_named = setting.words[name.end - 1] in ("Program", "Programme")
    return is_named and name.first > 0 and setting.words[name.first - 1] == "the"


def _is_field_of_study(name: Name, setting: Setting) -> bool:
    """Whether plain words say what kind of intelligence is offered: "*Threat Intelligence*"."""
    return setting.words[name.end - 1] == "Intelligence" and _is_plain_field(name, setting)


def _is_phrase(words: Sequence[str], first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the lists say that these words are no name."""
    known = lexicon.known(" ".join(words[first:end]))
    return bool(known) and all(each.type == NOTHING for each in known)


def _place_behind(rest: Sequence[str], lexicon: Lexicon) -> float:
    """How surely what follows a name's first word is a place; 0 where it is none."""
    return max((each.weight for each in lexicon.known(" ".join(rest)) if each.type == PLACE), default=0.0)


_KINDS = word_class("company firm startup start-up vendor specialist developer provider pioneer unicorn maker")
"""Before a firm's name they tell with what is before them of what kind it is: "*Clinical AI company* Orbixo"."""
_ORDINALS = ("st", "nd", "rd", "th")
_NAME_AND_FIELD = 2


def _is_firms_end(words: Sequence[str], end: int) -> bool:
    """Whether a known company's name goes on as that of a firm rather than of a product."""
    last, before = words[end - 1].lower(), words[end - 2].lower()
    return last == "tech" or (last in ("bank", "trust", "bancorp") and before not in institutions.NO_FIRM_BANKS)


def _from_heads(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """What the words of a name of several words say, the last of them above all."""
    words, flags, heads = setting.words, setting.flags, lexicon.heads
    inside = [word.lower() for word in words[name.first : name.end]]
    span = [k for k in range(name.first, name.end) if words[k][0].isalnum()]
    last, has_for = inside[-1], "for" in inside
    brand = _from_brand(name, setting, lexicon, found)
    if inside[0][0].isdigit() and inside[0][-2:] in _ORDINALS:
        found[COMPANY] += 1.5  # "8th Harbor"
    if brand != PRODUCT:
        is_public = institutions.from_head(inside, heads, found)
        if last in heads["company"] and not has_for and not is_public:
            plain = _is_edition(name, setting, brand) or _is_plain_field(name, setting)
            found[COMPANY] += 0.5 if plain else 2.0
        elif not brand and last in FIRM_ENDS and not (last == "bank" and inside[-2] in institutions.NO_FIRM_BANKS):
            found[COMPANY] += 1.2
        elif last in _MEDIA and not all(flags[k] & ORDINARY for k in span):
            found[COMPANY] += 2.0 if brand else 1.2  # "Orbix News"
        elif flags[name.end - 1] & ACRONYM and len(inside) > 3 and inside[-2] in heads["company"]:
            found[COMPANY] += 2.0  # "GE Medical Systems SCS"
        elif last.endswith(COINED) and last not in heads["product"] and not flags[name.end - 1] & (ORDINARY | SURNAME):
            found[COMPANY] += 1.0
        if (
            last == "ai"
            and len(inside) == _NAME_AND_FIELD
            and not (brand or flags[name.first] & WEAK)  # not "Radiology AI"
            and not (name.end < len(words) and words[name.end].lower() in heads["after_product"])
            and not (name.end + 1 < len(words) and words[name.end] in _KINDS and flags[name.end + 1] & CAPITAL)
        ):
            found[COMPANY] += 2.0  # "Argo AI"
        if last in _REACHES and found.get(ORGANIZATION, 0.0) <= 0:
            found[COMPANY] += 3.0 if brand == COMPANY else 1.5  # "Siemens International", "Orbix Mobile International"
        if "&" in inside and not all(flags[k] & (ORDINARY | GENERIC) for k in span):
            found[COMPANY] += 1.0
    _from_place_behind(name, setting, lexicon, brand, found)
    institutions.from_end(inside, brand, found)
    if last in ("center", "centre") and any(each.type == PLACE for each in name.brand):
        found[PLACE] += 1.5  # a building
    elif _is_measured_or_public(inside, brand, found):
        pass
    elif last in heads["product"] and not (
        (last in heads["company"] and brand != COMPANY and not _is_field_of_study(name, setting))
        or (last in FIRM_ENDS and not brand)
    ):
        found[PRODUCT] += 2.0
    elif "-" in last and last.rpartition("-")[2] in heads["product"]:
        found[PRODUCT] += 1.0  # "Orbixo Multi-Cloud"
    _as_product(name, setting, heads["company"], found)
    if flags[name.first] & CAMEL and inside[0].endswith(("con", "conf")):
        found[NOTHING] += 2.0  # "KubeCon North America"
    if last in heads["event"] and not (
        (brand == PRODUCT and last == "standard") or (brand == ORGANIZATION and last in institutions.BODIES)
    ):  # "Azure Front Door Standard"
        found[NOTHING] += 4.5 if brand == PRODUCT or _is_programme(name, setting) else 2.0
    if setting.headline and name.first == 0 and last not in heads["after_product"] and does(words, name.end):
        found[COMPANY] += 1.0  # "Stellar Orchard Debuts Zelbo"
    elif all(flags[k] & (ORDINARY | GENERIC | STOP | NUMBER | NATIONALITY) for k in span):
        found[NOTHING] += _of_plain_words(name, setting, brand)
    if found.get(PERSON, 0.0) <= 0:
        found[COMPANY] += 0.2


def _from_place_behind(
    name: Name, setting: Setting, lexicon: Lexicon, brand: str, found: defaultdict[str, float]
) -> None:
    """What it says that a name goes on with a place's from its second word on, or is of a language of its own."""
    words, flags, first = setting.words, setting.flags, setting.words[name.first].lower()
    place = _place_behind(words[name.first + 1 : name.end], lexicon)
    if place >= COUNTRY and not (brand or flags[name.first] & (WEAK | GIVEN)):
        found.update({COMPANY: found[COMPANY] + 2.0, PERSON: found[PERSON] - 1.5})  # "Softline Kazakhstan"
    if place and first in _DIRECTIONS and not brand:
        found[PLACE] += 4.0  # "Northern Jutland"
    elif place and (first in _QUARTERS or (not brand and _STATES_OWN.fullmatch(words[name.first]))):
        found[PLACE if first in _QUARTERS else ORGANIZATION] += 4.0  # "UNC Charlotte"
    if brand != PRODUCT and is_shortened(name, setting):
        found.update({COMPANY: found[COMPANY] + 3.0, PERSON: found[PERSON] - 2.0})


def _is_measured_or_public(inside: Sequence[str], brand: str, found: defaultdict[str, float]) -> bool:
    """Whether the last word, else a product's, tells of a body or of what is measured; adds what it tells."""
    if inside[-1] == "hub" and inside[-2] in _OF_HUBS and not brand:
        found[ORGANIZATION] += 3.0  # "Diagnostics Development Hub"
    elif inside[-1] == "index" and brand != PRODUCT:
        found[NOTHING] += 3.0  # "the Zelbo Unicorn Index"
    else:
        return False
    return True


def _is_coined_behind(name: Name, setting: Setting) -> bool:
    """Whether a word with a capital letter inside stands behind a single unknown one: "Zelbo *FlexTune*"."""
    flags, last = setting.flags, setting.words[name.end - 1]
    return (
        name.end - name.first == _NAME_AND_FIELD
        and not name.brand
        and flags[name.end - 1] & (CAMEL | ACRONYM | GENERIC) == CAMEL
        and last.isalpha()
        and not flags[name.first] & (WEAK | GIVEN | CAMEL | ACRONYM)
        and not last.startswith(("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "St"))
        and not last.lower().endswith(COINED)
    )


def _is_branch(words: Sequence[str], end: int) -> bool:
    """Whether plain words name a branch of industry: "the *Media & Entertainment* (M&E) industry"."""
    at = end + 3 if words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"] else end
    return words[at : at + 1] != [] and words[at].lower() in _BRANCHES


_FIELD = 2.0
_BRANCHES = word_class("industry industries sector sectors vertical verticals")


def _of_plain_words(name: Name, setting: Setting, brand: str) -> float:
    """How surely a name of plain words is none: more where it is a ware with a price, "*Mobile DRAM* revenue"."""
    words, last = setting.words, name.end - 1
    is_ware = setting.flags[last] & (GENERIC | ACRONYM) == GENERIC | ACRONYM and name.end < len(words)
    is_traded = is_ware and words[name.end].lower() in _TRADED
    is_notice = words[last].lower() in _NOTICES and not brand  # "Cookie Policy", at the foot of a page
    is_notice = is_notice or (
        words[last] in _PARTS and not brand and name.first > 1 and words[name.first - 2 : name.first] == ["of", "the"]
    )  # "director of the International Division"
    least = 0.7 if not setting.headline and name.how in ("run", "initial") else 1.2
    return least + 1.2 * is_traded + _FIELD * _is_branch(words, name.end) + 2.5 * is_notice


_PARTS = frozenset("Division Department Section Branch Desk Unit Directorate".split())
_TRADED = word_class("revenue revenues price prices shipment shipments sales demand supply output makers pricing")


def _as_product(name: Name, setting: Setting, firms: frozenset[str], found: defaultdict[str, float]) -> None:
    """What numbers, versions and a "for" in a name of several words say for a product."""
    words, flags = setting.words, setting.flags
    inside = [word.lower() for word in words[name.first : name.end]]
    span = [k for k in range(name.first, name.end) if words[k][0].isalnum()]
    last = inside[-1]
    if _is_coined_behind(name, setting):
        found[PRODUCT] += 1.3  # "Zelbo FlexTune"
    if "for" in inside and found.get(ORGANIZATION, 0.0) <= 0:
        found[PRODUCT] += 1.5
    if (
        any(flags[k] & NUMBER for k in _numbered(span, last, firms))
        or (flags[name.end - 1] & CAMEL and any(c.isdigit() for c in last))
        or is_model(words[name.end - 1], "")
    ):
        found[PRODUCT] += 2.0
    if _is_designated(name, setting) or words[name.end - 1] == "series":  # "DCsv2-series"
        found[PRODUCT] += 2.0
    if inside[-2:] == ["a", "service"] or last == "a-service":
        found[PRODUCT] += 1.0


def _is_edition(name: Name, setting: Setting, brand: str) -> bool:
    """Whether plain words behind a known firm's name are what it makes: "Splunk *Enterprise Security*"."""
    first = name.first + name.brand[-1].tokens if name.brand else name.end
    last = setting.words[name.end - 1].lower()
    if brand == COMPANY and last == "security" and name.end - first == 1 and name.brand[-1].weight >= WELL_KNOWN:
        return True  # "Microsoft Security", but not "Orca Security"
    return (
        brand == COMPANY
        and name.end - first > 1
        and last in _EDITED
        and all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(first, name.end))
    )


def _is_plain_field(name: Name, setting: Setting) -> bool:
    """Whether ordinary words inside a sentence say what is offered, or to whom: "*IoT Solutions* with Azure"."""
    return (
        setting.words[name.end - 1].lower() in _OFFERED
        and not name.brand
        and (name.first > 0 or setting.words[name.end - 1] == "Intelligence")
        and setting.words[name.end : name.end + 1] not in (["'s"], ["’s"], ["'"], ["’"])
        and all(setting.flags[k] & (ORDINARY | GENERIC) for k in range(name.first, name.end) if setting.words[k] != "&")
    )


_NOTICES = word_class("policy policies statement statements notice notices disclaimer terms")
_OFFERED = word_class(
    "intelligence solutions systems security software networks vision media entertainment communications"
)
"""Ends of firms' names, and of what is offered: "a market for *Database Systems*"."""


def _is_plain_offer(name: Name, setting: Setting) -> bool:
    """Whether two plain words, the first of them a plural, stand behind it: "Nordea *Payables Automation*"."""
    first = name.first + name.brand[-1].tokens
    return name.end - first > 1 and all(
        setting.flags[k] & (ORDINARY | GENERIC) or setting.words[k].endswith("s") for k in range(first, name.end)
    )


def _is_designated(name: Name, setting: Setting) -> bool:
    """Whether the name of a model says that it is one: "*Model* Q", "the Concept EX *Class*"."""
    words, i, end = setting.words, name.first, name.end
    is_coined = any(
        setting.flags[k] & NUMBER or (words[k].isupper() and len(words[k]) <= _LETTERS) for k in range(i + 1, end)
    )
    return is_coined and (words[i].lower() in _DESIGNATIONS or words[end - 1] == "Class")


_LETTERS = 3
"""Letters that name a model among others."""


def _numbered(span: Sequence[int], last: str, heads: frozenset[str]) -> Sequence[int]:
    """The words of a name of which a number makes it a product: not "*6* River", nor "Cloud *9* Infosystems"."""
    if last.endswith(COINED) and last not in heads:
        return span[-1:]
    return span[1:] if last in heads else span


def _as_person(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    flags, words = setting.flags, setting.words
    parts = [k for k in range(name.first, name.end) if len(words[k]) > 1 and words[k] not in PARTICLES]
    if (
        not 2 <= len(parts) <= 4
        or (name.brand and not begins_like_a_person(name, setting))
        or is_headed_like_a_firm(name, setting)
        or any(flags[k] & (NUMBER | GENERIC) or not flags[k] & CAPITAL for k in parts)
        or "&" in words[name.first : name.end]
    ):
        return
    if is_korean(words[parts[-1]]) or is_korean(words[parts[0]]):
        found[PERSON] += 4.0  # "Chey Tae-won"
        return
    given, family = flags[parts[0]] & GIVEN, flags[parts[-1]] & SURNAME
    ordinary_last = flags[parts[-1]] & ORDINARY and not family
    if given and words[parts[-1]].lower() in GROUNDS:
        found[PERSON] += 1.0
    elif given and not ordinary_last and not any(flags[k] & ORDINARY for k in parts[1:-1]):
        found[PERSON] += (2.5 if not flags[parts[0]] & ORDINARY else 1.0 if flags[parts[-1]] & ORDINARY else 2.0) + (
            1.0 if family else 0.0
        )
        if len(parts) > 3:
            found[PERSON] -= 1.5
    elif _INITIALS.fullmatch(words[parts[0]]) and len(parts) == 2 and not ordinary_last:
        found[PERSON] += 1.8  # "B.J. Morrow"
