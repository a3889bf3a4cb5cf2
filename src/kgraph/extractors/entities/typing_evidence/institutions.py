"""What the words of a name say of public bodies, hospitals and their networks, and groups of people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.typing_evidence.setting import COMPANY, NOTHING, ORGANIZATION, PLACE, PRODUCT
from kgraph.text import word_class

_CARE = word_class(
    "medical health healthcare cancer research children hospital care heart trauma clinical surgery university "
    "rehabilitation"
)
"""Before "Center" they make a hospital or an institute of it."""
_OF_PEOPLE = word_class("hacking standards working interest user users trade advocacy industry lobby study support")
NO_FIRM_BANKS = word_class("world food blood data power central reserve memory development national people's federal")
_STATES_OWN = word_class("ministry department office bureau commission secretary university college")
"""First words of names of public bodies, whatever their last word: "*Ministry* of Transport and Communications"."""
_TOWNS = word_class("city town county borough village municipality port")
"""With an "of" they are the towns themselves, which act: "the *City of* Vale"."""
_BODIES_FOR = word_class(
    "center centre centers institute council foundation society association academy school college agency alliance "
    "coalition bureau laboratory initiative department ministry authority commission"
)
"""Before a "for" they make an organisation's name of it: "Rosen *Center for* Advanced Computing"."""
BODIES = word_class("programme program agency fund office commission bureau mission")
"""What is a part of a known organisation and bears its name: "United Nations Development *Programme*"."""


_GANGS = word_class("gang gangs cartel crew")
_CREWS = word_class("group groups collective operation outfit actor actors hackers")
_GANGS_AND_CREWS = _GANGS | _CREWS
_CRIMES = word_class(
    "hacking hacker hackers ransomware extortion cybercrime cybercriminal espionage threat criminal hacktivist malware"
)


def is_gang(words: Sequence[str], i: int, end: int) -> bool:
    """Whether a name is that of criminals: "ransomware gang *Krox*", "the *Krox* ransomware group"."""
    before = words[i - 1].lower() if i else ""
    after = words[end].lower() if end < len(words) else ""
    if before in _GANGS or after in _GANGS:
        return True
    if before in _CREWS and i > 1 and words[i - 2].lower() in _CRIMES:
        return True
    return after in _CRIMES and end + 1 < len(words) and words[end + 1].lower() in _GANGS_AND_CREWS


def from_head(inside: Sequence[str], heads: Mapping[str, frozenset[str]], found: defaultdict[str, float]) -> bool:
    """Add what the words that make a body's name say, and tell whether it can be no firm's whatever its last word."""
    has_for = "for" in inside
    named_of = ("of" in inside and any(word in heads["organization_of"] for word in inside)) or (
        has_for and inside[inside.index("for") - 1] in _BODIES_FOR
    )
    if inside[:1] == ["blue"] and "of" in inside:
        found[COMPANY] += 4.0  # "Blue Shield of California"
        return True
    if _is_bank_of(inside):
        found[COMPANY] += 3.0  # "Canadian Imperial Bank of Commerce"
    elif inside[0] == "hm" and "and" in inside:
        found[ORGANIZATION] += 3.0  # "HM Courts and Tribunals Service"
    elif "nhs" in inside:
        found[ORGANIZATION] += 4.0
    elif inside[0] in _TOWNS and inside[1] == "of":
        found.update({ORGANIZATION: found[ORGANIZATION] + 4.0, PLACE: found[PLACE] - 1.0})
    elif named_of or inside[0] in heads["organization"] or (not has_for and inside[-1] in heads["organization"]):
        found[ORGANIZATION] += 3.0
    elif any(word in heads["organization"] for word in inside):
        found[ORGANIZATION] += 2.0
    elif inside[0] in ("st", "mount", "saint", "children", "mercy"):
        whole = inside[:2] in (["children", "'s"], ["children", "’s"]) or inside[-1] in ("'s", "’s")
        found[ORGANIZATION] += 3.0 if whole else 1.0
    return named_of and (
        inside[0] in _STATES_OWN or ("of" in inside[1:] and inside[inside.index("of") - 1] in heads["organization"])
    )


def _is_bank_of(inside: Sequence[str]) -> bool:
    """Whether a name is a commercial bank's that an "of" ends."""
    at = inside.index("bank") if "bank" in inside else 0
    return 0 < at < len(inside) - 1 and inside[at + 1] == "of" and inside[at - 1] not in NO_FIRM_BANKS


def from_end(inside: Sequence[str], brand: str, found: defaultdict[str, float]) -> None:
    """What the last word says of hospitals, networks of them, offices and groups of people."""
    last = inside[-1]
    if last in ("center", "centre", "centers") and any(word in _CARE for word in inside[:-1]):
        found[ORGANIZATION] += 3.5
        found[PRODUCT] -= 1.0
    elif last in ("network", "system", "systems", "board", "authority") and _is_of_care(inside[:-1]):
        found[ORGANIZATION] += 2.5
        found[COMPANY] -= 1.0
        found[PRODUCT] -= 1.0
    elif last in ("services", "service") and inside[-2] in _SERVING and "for" not in inside:
        found.update({ORGANIZATION: found[ORGANIZATION] + 3.0, PRODUCT: found[PRODUCT] - 3.0})
    elif last == "services" and inside[-2] in _SERVING_FIRMS and not brand and "for" not in inside:
        found.update({COMPANY: found[COMPANY] + 2.0, PRODUCT: found[PRODUCT] - 2.0})
    elif _is_health_plan(inside) and brand != COMPANY:
        found.update({ORGANIZATION: found[ORGANIZATION] + 4.0, PLACE: found[PLACE] - 1.0})
    elif last == "group" and inside[-2] in _OF_PEOPLE:
        found[ORGANIZATION] += 2.5
        found[COMPANY] -= 1.5
    elif _is_body_of_work(inside) and brand != PRODUCT:
        found.update({ORGANIZATION: found[ORGANIZATION] + 3.0, PRODUCT: found[PRODUCT] - 2.0})
    elif last in _STAFF and brand == PRODUCT:
        found[NOTHING] += 5.0  # "the Azure Mobility *Team*"
    elif inside[-2] == "data" and (last in ("centers", "centres") or (last in _CENTERS and len(inside) == _TWO)):
        found[NOTHING] += 6.0  # "a Zelbo *Data Centers* expansion"
    elif brand == PLACE and (last in _SITES or (last in _CENTERS and inside[-2] == "data")):
        found.update({PLACE: found[PLACE] + 3.0, PRODUCT: found[PRODUCT] - 3.0})  # "its Berlin 1 *Data Center*"
    elif last == "office" and len(inside) > 2 and brand != PRODUCT:
        found[ORGANIZATION] += 2.5
        found[PRODUCT] -= 1.0


def _is_body_of_work(inside: Sequence[str]) -> bool:
    """Whether a centre, a unit or a laboratory is one of people: "*Joint* Inference Center", "Zelbo *Innovation* Lab".

    Software has centers, too: "Security Center", "Backup Center".
    """
    last, before = inside[-1], inside[-2]
    if before == "data" or not (last in _CENTERS or last in _UNITS):
        return False
    return before in _WORK or (len(inside) > _TWO and (inside[0] in _SHARED or last in _BRITISH))


_TWO = 2
_CENTERS = word_class("center centre centers centres")
_BRITISH = ("centre", "centres")
"""What software has none of."""
_UNITS = word_class("unit lab laboratory")
_WORK = word_class("innovation research collaboration excellence competence competency cybersecurity coordination")
"""What people do together."""
_SHARED = word_class("joint national international european federal regional")
_STAFF = word_class("team department division staff squad crew committee")
_SITES = word_class("datacenter datacenters datacentre datacentres")
_SERVING = word_class("health healthcare medical hospital care ambulance fire police")
_SERVING_FIRMS = word_class("financial consulting consultancy advisory logistics staffing oilfield engineering")
"""Before "services" they make a name that of who renders them, not of what is sold."""


def _is_health_plan(inside: Sequence[str]) -> bool:
    """Whether a name is that of a health plan, with or without its state: "Partnership Health Plan of Nevada"."""
    at = inside.index("plan") if "plan" in inside else 0
    return at > 0 and inside[at - 1] == "health" and (at == len(inside) - 1 or inside[at + 1] == "of")


def _is_of_care(words: Sequence[str]) -> bool:
    """Whether a "network" or "system" of these words is one of hospitals or schools: "Allegheny Health Network"."""
    return len(words) > 1 and words[-1] in ("health", "hospital", "healthcare", "science", "school", "academic")


def is_called_a_body(before: str, before2: str) -> bool:
    """Whether small words before a name say that it is no firm's: "*regulator* ZRK", "the *think tank* Te Zelbo"."""
    return before in _CALLED or before2 in _CALLED_WITH.get(before, ())


_CALLED = word_class("regulator watchdog nonprofit non-profit ngo charity")
_CALLED_WITH: Mapping[str, frozenset[str]] = {
    "tank": word_class("think"),
    "body": word_class("industry trade standards advisory governing"),
    "group": word_class("lobby advocacy campaign industry consumer environmental"),
    "agency": word_class("space government federal state environmental aid weather statistics statistical"),
    "institute": word_class("research public"),
    "union": word_class("labor labour trade trades"),
    "association": word_class("industry trade"),
    "office": word_class("statistics"),
}
"""The noun before a body's name, with the words before that that tell it from a firm's: not "the news agency"."""
