"""What the language model's label of a name is worth."""

from collections import defaultdict

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    CAMEL,
    GENERIC,
    GIVEN,
    NUMBER,
    ORDINARY,
    STOP,
    SURNAME,
)
from kgraph.extractors.entities.typing_evidence.setting import (
    COMPANY,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    Setting,
    begins_like_a_person,
    is_headed_like_a_firm,
)
from kgraph.text import word_class

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
COINED = tuple(
    "works wave cloud data scan iq nosis mind tech soft ware pharma "
    "genomics therapeutics labs bio metrics logic sys systems".split()
)
"""How the last words of coined company names end; people's names do not."""


def from_model(name: Name, setting: Setting, heads: frozenset[str], found: defaultdict[str, float]) -> None:
    """Add what the language model's label says."""
    if setting.label not in FROM_MODEL:
        return
    length, flags, words = name.end - name.first, setting.flags, setting.words
    span = [k for k in range(name.first, name.end) if words[k][0].isalnum()]
    plain = (
        bool(span)
        and all(flags[k] & (ORDINARY | GENERIC | STOP | NUMBER | ACRONYM) for k in span)
        and not (flags[span[0]] & GIVEN and flags[span[-1]] & SURNAME)
    )
    for kind, weight in FROM_MODEL[setting.label]:
        trust = 0.5 if setting.headline else 1.0
        if not name.known and (
            (plain and kind in (PERSON, PLACE)) or (kind == PERSON and _is_technical(name, setting))
        ):
            trust = 0.2  # "Event Hubs", "Load Balancer", "Ubuntu Linux"
        elif kind == PERSON:
            last = flags[name.end - 1]
            is_firm = words[name.end - 1].lower() in heads or is_headed_like_a_firm(name, setting)
            headed = is_firm or bool(last & ORDINARY and not last & SURNAME)
            branded = bool(name.brand) and not begins_like_a_person(name, setting)
            trust = 0.4 if length == 1 or headed else 0.3 if branded else 1.0
            if not flags[name.end - 1] & SURNAME and words[name.end - 1].lower().endswith(COINED):
                trust = 0.0
            elif not (flags[name.first] & GIVEN or flags[name.end - 1] & SURNAME):
                trust *= 0.4 if length == 1 else 0.3 if flags[name.first] & (ORDINARY | ACRONYM) else 0.6
            elif (
                headed
                and not (is_firm or name.brand)
                and length > 1
                and flags[name.first] & (GIVEN | ORDINARY | AMBIGUOUS) == GIVEN
                and not is_plural(words[name.end - 1], last)
            ):
                trust = 0.8  # "Andrew Witty"
        elif setting.label == "NORP" and not words[name.end - 1].lower().endswith(_PEOPLES):
            trust = 0.2  # no people is called "Wickr" or "CyberX"
        elif kind == PLACE and length == 1 and not name.known:
            trust *= 0.6 if name.first and words[name.first - 1].lower() in _WHERE else 0.25
        elif kind in (COMPANY, ORGANIZATION) and found.get(PRODUCT, 0.0) >= 1.0:
            trust *= 0.5  # the models call products organisations
        found[kind] += weight * trust


_PEOPLES = ("an", "ish", "ese", "i", "ic", "ist", "ite", "er", "ch", "s")
"""Ends of what peoples, parties and believers are called."""
_WHERE = word_class("in at near across throughout outside from to around inside , of")
"""Before the name of a town; what the model takes for one elsewhere is seldom any."""


def _is_technical(name: Name, setting: Setting) -> bool:
    """Whether an acronym or number that names nothing in particular is a part of a name: "uMI Panorama PET"."""
    if name.end - name.first == 1:
        return False
    last = setting.words[name.end - 1]
    if setting.flags[name.first] & ACRONYM and len(setting.words[name.first]) > _INITIALS:
        return True  # "RIB Schneider"
    return any(setting.flags[k] & (GENERIC | NUMBER) for k in range(name.first, name.end)) or (
        bool(setting.flags[name.end - 1] & CAMEL) and not last.startswith(_FAMILIES)
    )


_INITIALS = 2
_FAMILIES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "O’", "Von", "St")
"""What a capital letter may follow in a family's name: "McDonald"; "Censinet RiskOps" is nobody's."""
