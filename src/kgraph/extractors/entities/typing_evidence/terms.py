"""Acronyms that are no names but terms: "an *MVNO* that sells plans", "advanced driver assistance systems (*ADAS*)"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL
from kgraph.extractors.entities.typing_evidence.lists import before_list
from kgraph.extractors.entities.typing_evidence.setting import Setting
from kgraph.text import word_class

SPELT_OUT, COUNTED = 5.0, 4.5
"""Log-odds of an acronym being no name where small words say what it means, or an article counts it."""
_SMALL = 2
_SEATS = ("based", "headquartered")
_CIPHERS = word_class("encryption cipher ciphers")
_ENDS = word_class(
    ". , ; : ) ? ! that which who to in on at with for from is was has had will would can could and or as by via "
    "when where while but if than before after"
)
"""What follows a noun phrase that ends with the acronym: it does not describe another noun."""


def is_term(name: Name, setting: Setting) -> float:
    """How surely an acronym is a term; 0 where nothing tells."""
    words, i, end = setting.words, name.first, name.end
    if end - i == 1 and setting.flags[i] & (ACRONYM | CAMEL) and len(words[i]) <= _SHORT and _is_suffered(setting, i):
        return SPELT_OUT
    if end - i > 1 or not setting.flags[i] & ACRONYM or i == 0:
        return 0.0
    if end < len(words) and words[end] in _CIPHERS:
        return COUNTED  # "256-bit *AES* encryption"
    if name.known:
        return 0.0
    if words[i - 1] == "(" and words[end : end + 1] == [")"] and _spell(words, i - 1, words[i]):
        return SPELT_OUT
    if end < len(words) and words[end] not in _ENDS:
        return 0.0
    if words[i - 1] in ("a", "an", "A", "An", "another", "every", "each"):
        return COUNTED
    is_seated = i > _SMALL and words[i - 1] in _SEATS and words[i - 2] == "-"
    return COUNTED if is_seated and "the" in [word.lower() for word in words[max(0, i - 6) : i - 2]] else 0.0


def _is_suffered(setting: Setting, i: int) -> bool:
    """Whether what stands here, or the list it stands in, is what people have: "patients with *ZRD* or *QxA*"."""
    words, end = setting.words, i + 1
    if i == 0:
        return False
    if end < len(words) and words[end] not in _ENDS and words[end] not in ("/", ";", "(", "have", "may"):
        return False
    k = before_list(setting, i, ("and", "or", ",", "&"))
    before = words[k - 1].lower() if k else ""
    return (words[k] == "with" and before in _PATIENTS) or (words[k] == "from" and before in _SUFFERS)


_SHORT = 6
"""Letters of an abbreviation."""
_PATIENTS = word_class(
    "patients people adults children women men individuals those americans persons infants live lives lived living "
    "diagnosed afflicted born hospitalized hospitalised"
)
_SUFFERS = word_class("suffer suffers suffered suffering died dying recover recovering deaths")


def _spell(words: Sequence[str], bracket: int, acronym: str) -> bool:
    """Whether the words before a bracket are small ones and begin with the letters of the acronym."""
    letters = acronym.rstrip("s").lower()
    initials = []
    for word in reversed(words[max(0, bracket - 2 * len(letters)) : bracket]):
        if word.isalpha() and not word.islower():
            return False
        if word.isalpha():
            initials.append(word[0])
        if len(initials) == len(letters):
            return "".join(reversed(initials)) == letters
    return False
