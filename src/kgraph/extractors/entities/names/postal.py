"""Postal codes of American states, where a bracket or a town before them says that they are: "Maple Health (AR)"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import ACRONYM, CAMEL, CAPITAL, GENERIC, NUMBER, ORDINARY
from kgraph.lexicon import Known
from kgraph.text import word_class

_CODES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia
HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire
NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
WV West Virginia|WI Wisconsin|WY Wyoming
"""
_STATES = {each[:2]: each[3:] for each in _CODES.strip().replace("\n", "|").split("|")}
_STATE_NAMES = frozenset(_STATES.values())
_OF_CARE = word_class(
    "health hospital hospitals clinic clinics center centers healthcare care system systems medicine medical network "
    "university college physicians partners group associates county regional memorial services foundation institute "
    "orthopedics orthopaedics pediatrics cardiology oncology imaging radiology practice practices"
)
"""Last words of the names that trade news puts a state behind."""
_CLOSERS = (",", ")", "-", ".", ";", "(")
_CODE = 2
_DEGREES = ("MD", "PA")
"""Codes that a name of two words has behind it as degrees: "Jane *Chandler, MD*, who"."""
_PLACE = "Place"


def state_at(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> tuple[Known, ...]:
    """The state whose postal code stands at ``i``; empty where the letters mean something else."""
    if i < _CODE or len(words[i]) != _CODE or words[i] not in _STATES or not flags[i - 2] & CAPITAL:
        return ()
    after = words[i + 1] if i + 1 < len(words) else "."
    if words[i - 1] == "(":
        meant = after == ")" and words[i - 2].lower() in _OF_CARE
    else:
        meant = (
            words[i - 1] == ","
            and after in _CLOSERS
            and (
                _is_town(given, words, i - 1)
                or (is_code_behind(words, i - 1) and _is_unlisted_town(given, words, flags, i - 1))
            )
        )
        meant = meant and not (words[i] in _DEGREES and i > _CODE and flags[i - 3] & CAPITAL and after != "-")
    return (Known(_STATES[words[i]], _PLACE, weight=5.0),) if meant else ()


def _is_town(given: Vocabulary, words: Sequence[str], end: int) -> bool:
    """Whether the name of a place ends before ``end``."""
    return any(
        each.type == _PLACE
        for first in range(max(0, end - 3), end)
        for each in given.lexicon.known(" ".join(words[first:end]))
    )


def _is_unlisted_town(given: Vocabulary, words: Sequence[str], flags: Sequence[int], end: int) -> bool:
    """Whether a town that no list has ends before ``end``, by where it stands: "Acme *of Ottendorf*, CT, has"."""
    for first in (end - 1, end - 2):
        if first < 1 or not flags[first] & CAPITAL or flags[first] & _NO_TOWN:
            return False
        if words[first - 1] in _BEFORE:
            return not given.lexicon.known(" ".join(words[first:end])) and not given.lexicon.known(words[first])
    return False


_NO_TOWN = ORDINARY | GENERIC | ACRONYM | CAMEL | NUMBER
_BEFORE = ("of", "in", "from", "near", "outside", "(")


def is_code_behind(words: Sequence[str], end: int) -> bool:
    """Whether a comma and the code of a state follow what ends at ``end``, and no list: "CTs of Orbixo, *CT, and*"."""
    return (
        words[end : end + 1] == [","]
        and end + 1 < len(words)
        and words[end + 1] in _STATES
        and (end + 2 == len(words) or words[end + 2] in _CLOSERS)
        and words[end + 3 : end + 4] not in (["and"], ["or"])
    )


def is_state(label: str) -> bool:
    """Whether a place is an American state."""
    return label in _STATE_NAMES


def is_seated(words: Sequence[str], stop: int) -> bool:
    """Whether a state that ends at ``stop`` goes on as "-based": "Orem, Utah*-based* Acme", "Salem, Ore.*-based*"."""
    at = stop + (words[stop : stop + 1] == ["."])
    at += words[at : at + 1] == [","]
    return words[at : at + 1] == ["-"] and at + 1 < len(words) and words[at + 1] in ("based", "headquartered")


def is_town_of_seat(given: Vocabulary, words: Sequence[str], end: int) -> bool:
    """Whether what ends at ``end`` is a town, however ordinary a word, by its state: "*Mobile*, Ala.-based"."""
    if words[end : end + 1] != [","] or end + 1 >= len(words):
        return False
    stop, known = given.lexicon.match(words, end + 1, len(words))
    return bool(known) and known[-1].type == _PLACE and is_seated(words, stop)
