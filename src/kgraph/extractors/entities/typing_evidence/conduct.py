"""What a name does over some distance: "BICS has announced *its*", "Orbixo, a maker of tools, *today unveiled*"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.bare_firms import is_bare_firm
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.typing_evidence.apposition import COMPANY_NOUNS, PERSON_NOUNS
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PERSON, PRODUCT, Setting
from kgraph.text import word_class

_BETWEEN = word_class("has have had will also now today recently already just is are was to plans")
_SPEAKS = word_class(
    "announced announces announcing unveiled unveils introduced introduces acquired acquires bought buys partnered "
    "partners teamed teams signed signs selected selects agreed agrees appointed appoints hired hires completed "
    "completes invested invests opened opens collaborated collaborates said says reported reports declared filed "
    "pledged pledges sued sues spent spends paid pays borrowed leased merged merges rebranded commissioned employs "
    "sold sells bid bids divested divests"
)
"""What organisations do and products do not: those are launched, win approvals and receive awards themselves."""
_OWN = ("its", "their")
_NEAR, _FAR = 4, 30


def from_conduct(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that a name announces something, or does something with what is its own."""
    words, j = setting.words, name.end
    if name.end - name.first == 1 and words[j : j + 1] != [] and words[j] in _SAID and _is_oneself(words, j + 1):
        found.update({PERSON: found[PERSON] + 2.5, COMPANY: found[COMPANY] - 1.5})  # "*Hill* said he is not worried"
    opens = (
        name.how in _DOUBTED and name.end - name.first == 1 and (not name.first or words[name.first - 1] in _BEGINNERS)
    )
    if opens and is_bare_firm(words, setting.flags, name.first):
        found[COMPANY] += 2.5  # "*Mercy* struck a deal with Orbixo"
    if name.known or name.brand or j >= len(words) or found.get(PERSON, 0.0) >= 1.0:
        return
    if words[j] == "on" and words[j + 1 : j + 2] and words[j + 1] in _DAYS and spoken(words, j + 2):
        found[COMPANY] += 1.3  # "Wind River *on Monday* announced"
    elif words[j] == ",":
        if verb := _verb_after_apposition(words, j) or _verb_after_noun(words, j):
            found[COMPANY] += 1.5 if words[j + 1].lower() in _APPOSING else 2.5
            if not _is_technical(words, verb):
                found[PRODUCT] = min(found[PRODUCT], 1.0)  # of "Orbixo, the leading platform for tests, announced"
    elif words[j] in _BETWEEN and spoken(words, j):
        found[COMPANY] += 1.3
    if found.get(PRODUCT, 0.0) < 1.0 and _has_own(words, j):
        found[COMPANY] += 1.3


def _is_oneself(words: Sequence[str], k: int) -> bool:
    """Whether who says something speaks of himself or herself: "*he* agrees", "that *she* will go"."""
    after = words[k + (words[k : k + 1] == ["that"]) :][:2]
    return bool(after) and after[0] in ("he", "she") and after[1:] != [","]


_BEGINNERS = ('"', "“", ":", "—", "–")
_DOUBTED = ("weak", "initial")
_SAID = ("said", "says", "added", "adds")


def spoken(words: Sequence[str], j: int) -> int:
    """Where the verb stands by which a name announces something; 0 where there is none."""
    while j < len(words) and (words[j] in _BETWEEN or (len(words[j]) > _NEAR and words[j].endswith("ly"))):
        j += 1
    return j if j < len(words) and words[j] in _SPEAKS else 0


def _verb_after_apposition(words: Sequence[str], comma: int) -> int:
    """Where the verb stands behind ", a maker of tools,"; 0 where there is none."""
    if words[comma + 1 : comma + 2] == [] or words[comma + 1].lower() not in _APPOSING:
        return 0
    for k in range(comma + 2, min(len(words), comma + _FAR)):
        if words[k] in _ENDING:
            return 0
        if words[k] == "," and (verb := spoken(words, k + 1)):
            return verb
    return 0


def _verb_after_noun(words: Sequence[str], comma: int) -> int:
    """Where the verb stands behind a firm's noun without an article: ", data governance leader, *today announced*"."""
    for k in range(comma + 1, min(len(words), comma + _SHORT)):
        if words[k] == ",":
            noun = words[k - 1].lower()
            return spoken(words, k + 1) if noun in COMPANY_NOUNS and k > comma + 2 else 0
        if words[k] in _ENDING or words[k].lower() in PERSON_NOUNS:
            return 0
    return 0


_SHORT = 12


def _is_technical(words: Sequence[str], verb: int) -> bool:
    """Whether what is announced a product has as well as its maker; not "the availability *of* Orbix"."""
    for k in range(verb, min(len(words), verb + _AFTER)):
        if words[k].lower() in _TECHNICAL and words[k + 1 : k + 2] != ["of"]:
            return True
    return False


_DAYS = word_class("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_PAST = word_class("will lost sold bought built made won took gave cut kept brought began chose saw held grew put spun")
_NO_VERBS = word_class("its as across towards besides versus plus was based powered")
_AFTER = 9
_TECHNICAL = word_class("integration integrations integrate support compatibility availability interoperability")
"""What a product has as well as its maker."""
_APPOSING = word_class("a an the one which whose based headquartered part provider maker developer supplier leader")
_ENDING = word_class("; : . ? !")


def _has_own(words: Sequence[str], j: int) -> bool:
    """Whether a verb with "its" follows: "NCR *brings its* software"."""
    verb = words[j]
    if verb == "to" and words[j + 2 : j + 3] and words[j + 2] in _OWN:
        return True  # "Wind River *to offer its* new platform"
    if verb in _NO_VERBS or not (verb.isalpha() and verb.islower() and (verb in _PAST or verb.endswith(("s", "ed")))):
        return False
    for word in words[j + 1 : j + 1 + _NEAR]:
        if word in _OWN:
            return True
        if not word.islower():
            return False
    return False
