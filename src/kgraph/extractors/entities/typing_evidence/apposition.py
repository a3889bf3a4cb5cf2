"""What an apposition says of the name before it: "Viasat, a global *company*", "Hill, the firm's *president*"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.shapes import ACRONYM, CAPITAL, NATIONALITY, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, ORGANIZATION, PERSON, PRODUCT, Setting
from kgraph.extractors.entities.typing_evidence.standing import FUNCTION
from kgraph.text import word_class

_SELLS = word_class(
    "makes sells develops developed offers created built operates owns employs provides markets manufactures "
    "runs acquired bought"
)
COMPANY_NOUNS = word_class(
    "company provider startup start-up maker firm leader vendor developer manufacturer supplier consultancy "
    "integrator subsidiary unit division corporation business partner distributor operator retailer insurer bank "
    "giant specialist pioneer reseller carrier investor publisher conglomerate arm affiliate innovator fund "
    "accelerator incubator rival competitor neobank fintech biotech insurtech unicorn telco airline carmaker "
    "automaker chipmaker drugmaker brokerage lender grocer brewer miner utility wholesaler newspaper publication "
    "chain outfit upstart mvno mvne isp msp isv oem csp hyperscaler player"
)
PRODUCT_NOUNS = word_class(
    "catalogue catalog scribe browser wearable robot implant language game console chip processor "
    "satellite extension plugin edition release kit laptop tablet phone watch library family model "
    "platform app application system tool service software solution device scanner feature suite product "
    "database engine framework viewer module chatbot assistant sensor robot headset drug vaccine test api "
    "supercomputer cluster supercluster controller agent copilot bot drone truck vehicle toolkit set portal "
    "technology algorithm part marketplace injection therapy treatment medicine pill antibody inhibitor "
    "machine machines blockchain array appliance probe handset firewall gateway stablecoin processor analyzer "
    "sequencer compiler plug-in plugin add-on add-in connector sedan suv car motorcycle smartwatch ring ventilator "
    "pump catheter stent patch insole glove lens speaker camera thermostat doorbell router switch runtime "
    "protocol dataset llm cloud editor debugger installer inhaler bike e-bike scooter exoskeleton humanoid cobot "
    "earbuds glasses thermometer stethoscope"
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
_NOUNS: Mapping[str, str] = {
    **dict.fromkeys(PERSON_NOUNS, PERSON),
    **dict.fromkeys(_ORGANIZATION_NOUNS, ORGANIZATION),
    **dict.fromkeys(PRODUCT_NOUNS, PRODUCT),
    **dict.fromkeys(COMPANY_NOUNS, COMPANY),
}


_PHRASE_ENDS = word_class("of for that which to with , . and in from by ; ( whose where behind using who as at on")


def noun_after(setting: Setting, k: int) -> str | None:
    """The class that the head noun of the next few words names: "a global *provider* of"."""
    found: str | None = None
    previous = ""
    seated = follows_name = False
    joined = False
    for at, word in enumerate(setting.words[k : k + 9], k):
        lower = word.lower()
        if "(" in setting.words[max(k, at - 2) : at + 1] and ")" in setting.words[at : at + 3]:
            continue  # "an artificial intelligence *(AI)* tool"
        seated = seated or (previous == "-" and lower in ("based", "headquartered") and _is_town(setting.words[at - 2]))
        if lower == "-":
            previous = lower
            continue
        if found == PRODUCT and lower == "and":
            joined = True  # "a technology *and* services company"
            continue
        if lower == "." and previous in _SAINTS:
            continue  # "the St. Louis health system"
        if lower in _PHRASE_ENDS:
            if found or lower not in (",", "and"):
                return found
            continue
        if found and ((lower.endswith("ed") and lower != "managed") or lower in FUNCTION):
            return found  # but of "a cloud managed services provider" the last noun tells
        kind = _NOUNS.get(lower)
        if lower == "product" and setting.words[at + 1 : at + 2] == ["of"]:
            return None  # "WS Audiology, the *product of* a merger"
        if lower == "system" and previous == "health":
            kind = ORGANIZATION
        elif (
            (lower == "player" and previous in _PLAYED)
            or (lower == "utility" and previous in _COMMANDED)
            or (lower == "network" and previous in _COMPUTING)
            or (lower in ("record", "records") and (previous in _RECORDED or follows_name))
        ):
            kind = PRODUCT
        elif kind == PRODUCT and seated:
            kind = COMPANY  # "a London-based digital health platform"
        previous, follows_name = lower, word[0].isupper()
        if kind and not (joined and kind != COMPANY):
            found = kind  # of "an actuarial software firm", the last noun tells
    return found


_COMPUTING = word_class("computing supercomputing ai satellite fiber fibre wireless mesh data sensor delivery edge 5g")
"""Before "network" they make no organisation of it."""
_PLAYED = word_class("media music video audio mp3 record dvd cd disc blu-ray streaming")
"""Before "player" they make a device of it."""
_COMMANDED = word_class("line command backup desktop windows linux disk system migration copy search file conversion")
"""Before "utility" they make software of it."""
_FOREMOST = word_class("leading largest biggest first only foremost premier top fastest oldest")
_PARTICIPLES = word_class("backed founded headquartered based owned")
_SAINTS = word_class("st ft mt")
_RECORDED = word_class("patient health medical care electronic dental clinical")
"""Before "record" they make software of it."""


_TECHNICAL = word_class(
    "saas paas iaas ai ml iot api apis ip gpu cpu llm llms nlp ar vr xr rfid nfc gps lidar cloud web browser server "
    "windows linux unix android ios java python kubernetes docker azure aws gcp arm x86 amd intel nvidia risc-v chrome "
    "hadoop spark sql blockchain ethereum bitcoin bluetooth wifi 5g 4g lte sms gpt chatgpt software app risk team role "
    "evidence science component fpga silicon mrna rna dna crispr usb pc mac smartphone tablet video voice text email"
)
"""What is "based" on them is no firm of a town: "a *SaaS*-based solution"."""


def _is_town(word: str) -> bool:
    return word.lower() not in _TECHNICAL


def _is_seated(words: Sequence[str], k: int) -> bool:
    """Whether what follows tells the town first: "the *Boise-headquartered* …"."""
    return any(
        words[at] == "-"
        and words[at + 1] in ("based", "headquartered")
        and words[at - 1][:1].isupper()
        and _is_town(words[at - 1])
        for at in range(k + 1, min(k + 5, len(words) - 1))
    )


def _possessive(words: Sequence[str], first: int, end: int) -> int:
    """Where a possessive stands between two places, or 0."""
    return next((k for k in range(first, min(end, len(words))) if words[k] in ("'s", "’s")), 0)


def from_apposition(setting: Setting, comma: int, found: defaultdict[str, float]) -> None:
    """Read what follows a comma: "Viasat, a global company," and "Tom McGuinness, the company's president"."""
    words = setting.words
    if comma + 1 >= len(words):
        return
    following = words[comma + 1].lower()
    if following == "co" and words[comma + 2 : comma + 3] == ["-"] and comma + 3 < len(words):
        following = words[comma + 3].lower()  # "co-founder"
    if following == "which" and words[comma + 2 : comma + 3] and words[comma + 2].lower() in _SELLS:
        found[COMPANY] += 1.5
    elif following in ("part", "unit", "subsidiary") and words[comma + 2 : comma + 3] == ["of"]:
        found.update({COMPANY: found[COMPANY] + 2.0, PERSON: found[PERSON] - 1.5})
    elif following in ("a", "an", "the", "one", "which", "part", "another"):
        owner = _possessive(words, comma + 3, comma + 5)
        owned = owner and words[owner - 1].lower() in _OWNERS  # "the company's imaging software", "the firm's boss"
        kind = (noun_after(setting, owner + 1) or PERSON) if owned else noun_after(setting, comma + 2)
        if not kind and _is_seated(words, comma + 2):
            kind = COMPANY  # "Orbixo, the Boise-headquartered *MVNO*": whatever it is called
        if kind:
            found[kind] += 2.0
    elif following in PERSON_NOUNS:
        found[PERSON] += 2.0
    elif following == "of" and setting.flags[comma + 2 : comma + 3] and setting.flags[comma + 2] & CAPITAL:
        if found.get(PERSON, 0.0) < 1.0 and "," in words[comma + 3 : comma + 5]:
            found[COMPANY] += 1.0  # "Orbixo, of Dover, has"
    elif following in COMPANY_NOUNS and words[comma + 2 : comma + 3] == ["of"]:
        found[COMPANY] += 2.0  # "Orbixo, provider of"
    elif setting.flags[comma + 1] & (ACRONYM | NATIONALITY) and any(
        words[k].lower() in COMPANY_NOUNS and words[k + 1 : k + 2] in (["of"], ["in"], ["for"], [","])
        for k in range(comma + 2, min(len(words), comma + 6))
    ):
        found[COMPANY] += 2.0  # "Orbixo, UK provider of"
    elif following in _PARTICIPLES and setting.flags[comma - 1] & (ORDINARY | ACRONYM):
        found[COMPANY] += 1.5 if following != "based" else 3.0  # "Mercury, backed by Coatue,"
    elif owner := _possessive(words, comma + 2, comma + 6):
        kind = noun_after(setting, owner + 1) if setting.flags[comma + 1] & CAPITAL else None
        if kind in (PRODUCT, PERSON) or (
            kind == COMPANY
            and (
                setting.flags[owner - 1] & (CAPITAL | ORDINARY) == CAPITAL
                or (
                    words[owner + 1 : owner + 2] != [] and words[owner + 1].lower() in _FOREMOST
                )  # "Orbixo, World's leading provider"
            )
        ):
            found[kind] += 2.0  # "PlaqueIQ, Elucid's imaging software"
    elif following in ("its", "their") and noun_after(setting, comma + 2) == COMPANY:
        found[COMPANY] += 2.0  # "Worldgrid, its energy consulting arm"
    elif following in PRODUCT_NOUNS or (
        following in ("its", "our", "their") and noun_after(setting, comma + 2) == PRODUCT
    ):
        found[PRODUCT] += 2.0
