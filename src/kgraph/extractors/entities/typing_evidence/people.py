"""What is said of people only: "*Ann Zelburg*, who retires", "*Zelburg*, 57,", "*Ann Zelburg*'s startup"."""

from collections import defaultdict

from kgraph.extractors.entities.names.persons import is_envoy
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, GENERIC, NUMBER, ORDINARY
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PERSON, PLACE, Setting, is_headed_like_a_firm
from kgraph.lexicon import Lexicon
from kgraph.text import word_class

SURE = 2.5
_MOST = 4
_OWNED = word_class(
    "startup start-up brainchild wife husband son daughter widow family fortune biographer lawyer lawyers successor "
    "predecessor death resignation departure tenure"
)
"""What people have, and firms seldom."""
_OFFICES = word_class(
    "director chairman chairwoman manager boss surgeon nurse cardiologist radiologist physician minister mayor "
    "governor senator judge professor engineer analyst spokesman spokeswoman spokesperson"
)
"""Behind which, written small, one's family name may stand alone."""
_YOUNGEST, _OLDEST = 18, 99


def from_people(name: Name, setting: Setting, lexicon: Lexicon, found: defaultdict[str, float]) -> None:
    """Add what it says that a name has an age, a wife or an office, or is somebody "who" does something."""
    words, flags, i, j = setting.words, setting.flags, name.first, name.end
    if (
        name.known
        or name.brand
        or j - i > _MOST
        or any(flags[k] & (CAMEL | ACRONYM | NUMBER | GENERIC) for k in range(i, j) if len(words[k]) > 1)
        or words[j - 1].lower() in lexicon.firms
        or is_headed_like_a_firm(name, setting)
    ):
        return
    if (
        _is_sent(name, setting, lexicon)
        or _is_somebody(name, setting)
        or _owns_as_people(name, setting, lexicon)
        or _has_office(name, setting)
    ):
        found.update({PERSON: found[PERSON] + SURE, COMPANY: min(found[COMPANY], 0.9)})


def _is_sent(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether a place stands before the name, and before it who is sent there: "Ambassador to Japan *Ann Zelburg*"."""
    words, i = setting.words, name.first
    return any(
        is_envoy(words, k) and any(each.type == PLACE for each in lexicon.known(" ".join(words[k:i])))
        for k in range(max(0, i - 3), i)
    )


def _has_office(name: Name, setting: Setting) -> bool:
    """Whether one word that is no ordinary one stands behind an office: "clinic director *Zelburg* agreed"."""
    i, j = name.first, name.end
    return (
        j - i == 1
        and name.how == "run"
        and not setting.headline
        and not setting.flags[i] & ORDINARY
        and i > 0
        and setting.words[i - 1] in _OFFICES
        and setting.words[j : j + 1] not in (["'s"], ["’s"], ["-"])
    )


def _is_somebody(name: Name, setting: Setting) -> bool:
    """Whether "who" or an age follows between commas: "*Ann Zelburg*, who retires", "*Zelburg*, 57, takes over"."""
    words, j = setting.words, name.end
    if words[j : j + 1] != [","] or j + 2 >= len(words):
        return False
    if words[j + 1] == "who":
        return j - name.first > 1
    if not words[j + 1].isdigit() or not _YOUNGEST <= int(words[j + 1]) <= _OLDEST or words[j + 2] != ",":
        return False
    return words[j + 3 : j + 4] != [] and not words[j + 3][0].isdigit()


def _owns_as_people(name: Name, setting: Setting, lexicon: Lexicon) -> bool:
    """Whether a name of two words owns what people own, or a known firm: "*Ann Zelburg*'s SoftBank"."""
    words, flags, i, j = setting.words, setting.flags, name.first, name.end
    if j - i == 1 or j - i > _MOST or words[j : j + 1] not in (["'s"], ["’s"]) or flags[i] & ORDINARY:
        return False
    if words[j + 1 : j + 2] != [] and words[j + 1] in _OWNED:
        return True
    stop, known = lexicon.match(words, j + 1, len(words))
    return (
        stop > j + 1
        and any(each.type == COMPANY and each.weight >= 4 for each in known)
        and not flags[j - 1] & ORDINARY
    )
