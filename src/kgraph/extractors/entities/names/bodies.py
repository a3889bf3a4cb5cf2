"""Names of hospitals and trusts with a possessive, a state or a "for" inside: "*Guy's and St Thomas' NHS Trust*"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.vocabulary import COUNTRY, Vocabulary
from kgraph.extractors.entities.shapes import CALENDAR, CAPITAL, NATIONALITY, NUMBER, ORDINARY, STOP
from kgraph.text import word_class

_POSSESSIVES = ("'s", "’s", "'", "’")
_JOINTS = ("and", "&")
_SAINTS = frozenset("St Saint Saints King Queen Children Women People".split())
_TRUSTS = ("Trust", "NHS", "FT")
_OF_TRUSTS = ("NHS", "Foundation")
_HOSPITALS = word_class("hospital hospitals infirmary")
_FAR = 10


def end_of_saints(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where the name of a trust or hospital ends that goes on behind the possessive or "and" at ``j``; 0 for none.

    A trust whose owner is a firm is none of these: "Acme's *NHS Trust* clients" has no joint and no saint.
    """
    saint = words[j] in _POSSESSIVES and (words[i] in _SAINTS or words[j - 2] in _SAINTS)
    joined = words[j] in _POSSESSIVES and words[j + 1] in _JOINTS
    k, end, is_owned = j, 0, words[j] in _POSSESSIVES
    while k < min(len(words), j + _FAR):
        word = words[k]
        if flags[k] & CAPITAL and not flags[k] & CALENDAR:
            is_trust = word in _TRUSTS and words[k - 1] in _OF_TRUSTS
            if is_trust or (word.lower() in _HOSPITALS and (saint or "St" in words[i:k])):
                end = k + 1
        elif word in _POSSESSIVES and words[k - 1][:1].isupper():
            is_owned = True
            if word in ("'", "’") and words[k - 1][-1:] != "s":
                break
        elif word not in _JOINTS:
            break
        k += 1
    if words[j] == "and" and words[j - 1].lower() in _HOSPITALS and words[end - 1] not in _TRUSTS:
        return 0  # "King Edward Hospital *and* St Peter's Hospital" are two
    has_saint = any(word in _SAINTS for word in words[i:end])
    return end if end and is_owned and (saint or joined or has_saint) else 0


def end_of_care(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where a hospital's name ends with the possessive or the "and" at ``j``; 0 where it does not."""
    if words[j] == "and":
        return j + 2 if j + 1 < len(words) and _is_with_clinics(words, flags, i, j) else 0
    return j + 1 if _is_saint(words, i, j) else 0


def _is_saint(words: Sequence[str], i: int, j: int) -> bool:
    """Whether the possessive at ``j`` ends a hospital's name, because nothing is owned: "at *St. Luke's*.", "had"."""
    if words[i] not in _SAINTS_OWN or not 1 < j - i <= _LONG_SAINT or words[j] not in ("'s", "’s"):
        return False
    return j + 1 == len(words) or words[j + 1] in _NOT_OWNED


_SAINTS_OWN = ("St", "Saint")
_LONG_SAINT = 3
_NOT_OWNED = word_class(". , ; : ) ( had has have was is were will said says and or in at on to for who which until")


_CARE = word_class(
    "hospital hospitals center centre clinic clinics healthcare health infirmary surgicenter physicians orthopedics "
    "pediatrics practice"
)


def end_of_bracketed(given: Vocabulary, words: Sequence[str], flags: Sequence[int], j: int) -> int:
    """Where a state in brackets ends inside the name of a hospital: "Cambridge *(Minn.)* Medical Center"; or 0."""
    close = next((k for k in range(j + 2, min(j + 5, len(words))) if words[k] == ")"), 0)
    if not close or close + 1 >= len(words) or not flags[close + 1] & CAPITAL:
        return 0
    inside, known = given.lexicon.match(words, j + 1, close)
    if not known or known[-1].type != "Place" or inside < close - (words[close - 1] == "."):
        return 0
    k = close + 1
    while k < min(len(words), close + 6) and (flags[k] & CAPITAL or words[k] == "&"):
        if words[k].lower() in _CARE:
            return close + 1
        k += 1
    return 0


def end_of_campus(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, j: int) -> int:
    """Where a state university's name ends that "at" goes on with a town, or 0: "University of Texas *at Austin*"."""
    if words[i : i + 2] != ["University", "of"] or j + 1 >= len(words) or not flags[j + 1] & CAPITAL:
        return 0
    state, known = given.lexicon.match(words, i + 2, j)
    if state != j or known[-1].type != "Place":
        return 0
    return max(given.lexicon.match(words, j + 1, len(words))[0], j + 2)


def is_royal(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether a hospital's name goes on at ``j`` with whom it honours: "Prince *of* Wales Hospital"."""
    if not (words[j - 1] in _HONOURED if words[j] == "of" else words[j] == "The" and words[i] in _HONOURED):
        return False
    for k in range(j + 1, min(len(words), j + _NEAR_HOSPITAL)):
        if words[k].lower() in _HOSPITALS or words[k] == "Medical":
            return True
        if not flags[k] & CAPITAL:
            return False
    return False


_NEAR_HOSPITAL = 5
_HONOURED = frozenset("King Queen Prince Princess Duke Duchess Lady Sisters Sons Daughters Countess".split())


def is_romance(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether "de" or "di" goes on in the name of a body of southern Europe: "Hospital Clínic *de* Barcelona"."""
    return (
        (words[i] in _ROMANCE or not _INSIDE.isdisjoint(words[i + 1 : j]))
        and words[j] in ("de", "di", "du", "del", "della", "da", "do", "des")
        and j + 1 < len(words)
        and bool(flags[j + 1] & CAPITAL)
    )


_ROMANCE = frozenset(
    "Hospital Hospitales Hôpital Hôpitaux Ospedale Clínica Clinica Clinique Universidad Universitat Universidade "
    "Università Université Instituto Institut Istituto Centro Banco Banca Banque Fundación Fundação Fondation "
    "Fondazione Politecnico Escuela Ministerio Ministério Ministère Gobierno Ayuntamiento Consorcio Compañía "
    "Companhia Compagnie Compagnia Cooperativa Sociedad Sociedade Société Grupo".split()
)
_INSIDE = frozenset(("Companhia", "Compañía", "Compagnie"))


def is_body_for(words: Sequence[str], i: int, j: int) -> bool:
    """Whether a "for" or "of" at ``j`` goes on in a body's name: "NHS Planning *for* Care", "Health Plan *of* Ohio"."""
    if words[j] == "for":
        return words[i] == "NHS" and j == i + 2 and words[j - 1] not in _NO_TASKS
    return words[j] == "of" and words[j - 2 : j] == ["Health", "Plan"]


def is_incorporated_in(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether a firm of plain words has its country's name: "Textile Corporation *of* America".

    A name that none else bears needs no country: "Zelbo Corporation of Japan" is where it sits.
    """
    return (
        j > i + 1
        and words[j - 1] in _INCORPORATED
        and bool(flags[j - 2] & ORDINARY)
        and any(
            each.type == "Place" and each.weight >= COUNTRY for each in given.lexicon.match(words, j + 1, len(words))[1]
        )
    )


_INCORPORATED = frozenset("Corporation Company Corp Co Insurance Trust Cooperative".split())
_NO_TASKS = frozenset("Trust Trusts England Wales Scotland Digital Hospitals Foundation Board".split())


def is_of_region(given: Vocabulary, words: Sequence[str], i: int, end: int) -> bool:
    """Whether a direction and a state begin the name of a body or a firm: "*Southern* Arizona Urgent Care".

    Or are a name alone: "in *Northern* Jutland".
    """
    if words[i] not in _DIRECTIONS or i + 1 >= end:
        return False
    stop, known = given.lexicon.match(words, i + 1, end)
    if not known or known[-1].type != "Place":
        return False
    if stop >= end:
        return words[i][-3:] == "ern" and stop == end
    last = words[end - 1].lower()
    return last in given.organizations or last in given.firms or last in _CARE or last in _OF_REGIONS


_DIRECTIONS = frozenset(
    "Southern Northern Eastern Western Central South North East West Southeast Southwest Northeast Northwest Greater "
    "Southeastern Southwestern Northeastern Northwestern Upper Lower".split()
)
_OF_REGIONS = word_class("care associates cooperative coop power electric gas water railway railroad railways news")


def is_body_of_nation(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether the name of a public body goes on here from a nationality: "the Danish *Digital Health Authority*".

    Lists may know a field in it. A kind alone is no name: "the German *Government*".
    """
    return (
        k + 1 < end
        and words[end - 1] in _NATIONS_OWN
        and all(
            flags[each] & ORDINARY and not flags[each] & (STOP | NUMBER | CALENDAR | NATIONALITY)
            for each in range(k, end)
        )
    )


_NATIONS_OWN = frozenset(
    "Agency Authority Administration Commission Council Board Association Society Federation Foundation Institute "
    "Academy Service Bureau Office Union Alliance Trust Hospital Ministry Department University College".split()
)


def _is_with_clinics(words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether the "and" at ``j`` joins to a hospital's name what else it runs: "Vale Hospital *and Clinics*"."""
    is_last = j + 2 == len(words) or not flags[j + 2] & CAPITAL
    return is_last and words[j - 1] in _RUN and words[j + 1] in _ALSO_RUN and j > i + 1


_RUN = frozenset("Hospital Hospitals Healthcare Health Center Centers Centre".split())
_ALSO_RUN = frozenset("Clinics Clinic".split())


def is_town(words: Sequence[str], i: int, j: int) -> bool:
    """Whether the "of" at ``j`` goes on in the name of a town or county that acts: "*The City of* Vale requires"."""
    if words[i] == "The":
        i += 1
    return (
        j == i + 1
        and words[i] in _MUNICIPALITIES
        and (i < 1 or words[i - 1].lower() == "the")
        and (i < _LEAST or words[i - 2].lower() not in _WHERE)
    )


_MUNICIPALITIES = frozenset("City Town County Borough Village Municipality Port".split())
_LEAST = 2
_WHERE = word_class("in across throughout near around within outside from inside to of")
