"""Where names of public bodies go on behind an "and": "the Marlowe *Surgery and Rehabilitation Hospital*"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import Vocabulary
from kgraph.extractors.entities.shapes import ACRONYM, CALENDAR, CAMEL, CAPITAL, ORDINARY
from kgraph.text import word_class

FIELDS = word_class(
    "surgery surgical rehabilitation medicine medical health healthcare care research science sciences technology "
    "technologies engineering prevention control infection immunity disease diseases cancer heart lung orthopaedics "
    "orthopedics paediatrics pediatrics women maternity children safety security trade industry commerce innovation "
    "education training skills families arts letters humanities culture media sport tourism agriculture food "
    "forestry fisheries environment energy climate water transport transportation infrastructure communications "
    "information development planning housing labour labor employment justice home foreign finance economy economic "
    "affairs business industrial enterprise standards drug drugs evaluation ageing aging wellness learning policy "
    "law mathematics physics chemistry biology nursing pharmacy dentistry allied international family social welfare "
    "revenue customs excise courts tribunals"
)
"""What public bodies are for: names of firms do not join two such words before "Hospital" or "Institute"."""
_BODIES = word_class(
    "hospital hospitals institute institutes centre center centres centers university college school academy agency "
    "authority administration commission council department ministry office service bureau board association society "
    "foundation trust laboratory clinic faculty division federation union network district"
)
_CROWN = ("HM", "HMRC")
_MOST = 4


def end_of_body(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where the name of a public body ends that the "and" at ``j`` joins; 0 where it joins two names."""
    before = words[j - 1].lower()
    if words[i] in _CROWN and flags[i + 1] & CAPITAL:
        return _last_of_run(words, flags, j + 1, _MOST)
    if j - i < 1 or before not in FIELDS or words[j + 1].lower() not in FIELDS:
        return 0
    for k in range(j + 1, min(len(words), j + 1 + _MOST)):
        if not flags[k] & CAPITAL or flags[k] & (CALENDAR | CAMEL | ACRONYM) or not flags[k] & ORDINARY:
            return 0
        if words[k].lower() in _BODIES:
            further = k + 1 < len(words) and bool(flags[k + 1] & CAPITAL) and words[k + 1].lower() in _BODIES
            return k + 1 + further
        if given.lexicon.match(words, k, len(words))[0] > k + 1:
            return 0
    return 0


def _last_of_run(words: Sequence[str], flags: Sequence[int], k: int, most: int) -> int:
    first = k
    while k < min(len(words), first + most) and flags[k] & CAPITAL and flags[k] & ORDINARY:
        k += 1
    return k if k > first else 0


def end_of_fields(words: Sequence[str], flags: Sequence[int], j: int) -> int:
    """Where a list of fields ends that goes on at a comma: "Agency for Science*, Technology and Research*"; or 0."""
    k = j
    while (
        k + 1 < len(words)
        and words[k] in (",", "and", "&")
        and words[k + 1].lower() in FIELDS
        and flags[k + 1] & CAPITAL
    ):
        is_last = words[k] != ","
        k += 2
        if is_last:
            more = k < len(words) and bool(flags[k] & CAPITAL) and words[k].lower() in FIELDS
            return k + more
        if words[k : k + 2] == [",", "and"]:
            k += 1
    return 0


def end_of_tasks(words: Sequence[str], flags: Sequence[int], k: int) -> int:
    """Where the fields end that a headline says a body is for: "Institute of Allergy *and Infectious Diseases*"."""
    while k < len(words):
        if words[k].lower() in FIELDS and flags[k] & CAPITAL:
            k += 1
        elif (
            words[k] in (",", "and", "&")
            and k + 1 < len(words)
            and flags[k + 1] & CAPITAL
            and (words[k + 1].lower() in FIELDS or ends_in_field(words, flags, k + 1))
        ):
            k += 2
        else:
            break
    return k


def ends_in_field(words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a rare word is the beginning of a field: "Center for Devices and *Radiological* Health"."""
    return (
        k + 1 < len(words)
        and not flags[k] & (CALENDAR | CAMEL | ACRONYM)
        and bool(flags[k + 1] & CAPITAL)
        and words[k + 1].lower() in FIELDS
    )


def end_of_members(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where "the College of Physicians *and Surgeons*" ends, whose beginning may be a known name; 0 where it does not.

    The two plurals before and behind the "and" are of one kind.
    """
    following = words[j + 1]
    return (
        j + 2
        if "of" in words[i:j]
        and words[j - 1][-1:] == "s"
        and following[-1:] == "s"
        and words[j - 1].lower() in _PROFESSIONS
        and following.lower() in _PROFESSIONS
        and bool(flags[j + 1] & CAPITAL)
        else 0
    )


_PROFESSIONS = word_class(
    "physicians surgeons obstetricians gynaecologists gynecologists paediatricians pediatricians engineers "
    "technologists architects nurses midwives pharmacists dentists anaesthetists psychiatrists psychologists "
    "radiologists cardiologists governors regents directors teachers builders manufacturers merchants scientists "
    "actuaries accountants bankers auditors insurers brokers researchers"
)
