"""Where the first name of a run of capitalised words ends: before a role, a given name or another firm."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.cloud_regions import is_region
from kgraph.extractors.entities.names.forms import is_plural_name, is_verb
from kgraph.extractors.entities.names.gapped import is_gapped
from kgraph.extractors.entities.names.managers import is_ware, names_users
from kgraph.extractors.entities.names.persons import begins_after_office, is_before_person, is_envoy, is_second_given
from kgraph.extractors.entities.names.things_before import end_of_rank, end_of_rank_alone
from kgraph.extractors.entities.names.vocabulary import WELL_KNOWN, Vocabulary
from kgraph.extractors.entities.shapes import ACRONYM, BREAKER, CALENDAR, CAPITAL, GIVEN, NUMBER, ORDINARY, WEAK
from kgraph.lexicon import Known
from kgraph.text import word_class


def first_end(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int, known: tuple[Known, ...]
) -> tuple[int, int]:
    """The end of the first name of a run, before a role, a given name or another company; and where to go on."""
    rank = 0 if known else end_of_rank(words, flags, i, end)
    if rank > i:
        return i, rank
    if known and is_gapped(given, words, flags, i, end, known, stop):
        return stop, stop
    k = stop if known else i + 1
    is_given = bool(flags[i] & GIVEN) and stop == i + 1  # "Mary Bridge"
    in_place = known and known[-1].type == "Place" and not is_given and stop < end
    if in_place and all(flags[each] & WEAK for each in range(stop, end)):
        tail = words[end - 1].lower()
        is_carrier = stop + 1 == end and tail in _CARRIERS
        if (
            tail in given.products
            and tail not in given.firms
            and words[end - 2].lower() not in _CARING
            and not is_carrier
        ):
            return stop, end  # "U.S. Healthcare Cloud (Market)"
    if (
        known
        and known[-1].type in ("Company", "Product")
        and stop < end
        and is_verb(given, words, flags, stop)
        and not is_plural_name(words, flags, i, stop)
    ):
        return stop, stop + 1 + bool(flags[stop + 1] & NUMBER)
    if known and known[-1].type == "Place" and stop + 1 == end and _is_title_verb(given, words, flags, stop):
        return stop, end  # "in India Provides insights": two texts ran together
    if in_place and words[stop:end] == ["NHS"] and words[end : end + 1] and words[end].islower():
        return stop, stop  # "three London *NHS* trusts"
    if in_place and is_envoy(words, i):
        return stop, stop  # "Ambassador to Japan *Ann Zelburg*"
    if in_place and known[-1].weight >= WELL_KNOWN:
        further, other = given.lexicon.match(words, stop, end)
        if further == end and other and other[-1].type in _OF_NATIONS and other[-1].weight >= WELL_KNOWN:
            return stop, stop  # "its UK Azure regions", "a first with US FDA"
        is_next = stop + 1 == end and bool(flags[stop] & ACRONYM) and not _AGAIN.isdisjoint(words[end : end + 1])
        if is_next and words[stop - 1][-1] == ".":
            return stop, stop  # where a sentence ends with "the U.K." and another begins
    if in_place and not is_region(words[i:end], given.lexicon):
        further, other = given.lexicon.match(words, stop, end)
        ends = further == end or bool(flags[further] & CALENDAR)
        if ends and other and other[-1].type == "Place" and other[-1].weight >= WELL_KNOWN:
            return stop, stop  # a dateline without commas: "Stuttgart *Germany* June 17"
    dated = _is_dated(words, end)
    of = i - 1 - (i > 0 and words[i - 1][0].isdigit())  # "VP of *5G* Strategy"
    is_office_of = of > 0 and words[of] in ("of", "for") and words[of - 1].lower() in given.roles
    while k < end:
        lower = words[k].lower()
        if is_office_of and begins_after_office(words, flags, k, end) and not given.lexicon.match(words, k, end)[1]:
            # "VP of Cloud Strategy *Shawn Hale*", "Head of *U.S.* Public Sector Ann Hale"
            return stop if in_place else k, k
        if words[k] == words[k - 1] and k > i and words[k].isalpha() and k + 1 == end:
            return k, k  # where a sentence begins anew without a stop: "In association with Orbix *Orbix* has"
        if dated and k > i and (known or end - i > _FEW) and _is_town(given, words, k, end):
            return k, k  # "Fuels Timely Analytics *Sydney*, Australia, June 5"
        rank = end_of_rank(words, flags, k, end) if not known or k > stop else end_of_rank_alone(words, flags, k, end)
        if rank > k:
            return k, rank
        if words[k + 1 : k + 2] == ["General"] and words[k] in _GENERALS:
            return k, k + 2
        if lower in given.roles and words[k][0].isupper() and _is_role(given, words, flags, i, k, stop, end):
            back = k
            while back > max(i + 1, stop if known else 0) and words[back - 1].lower() in given.modifiers:
                back -= 1
            return back, k + 1
        if (
            known
            and flags[k] & GIVEN
            and not flags[k] & ORDINARY
            and not (is_given and known[-1].weight < WELL_KNOWN and is_second_given(flags, i, k))
            and k + 1 < end
            and not flags[k + 1] & (ORDINARY | NUMBER)
        ):
            return k, k
        if known and stop > i + 1 and known[-1].type == "Product" and words[k] in given.lexicon.names:
            further, other = given.lexicon.match(words, k, end)
            if (
                further == end > k + 1
                and other[-1].type == "Product"
                and other[0].maker == known[0].maker
                and words[k - 1].lower() != "enabled"
            ):
                return k, k  # "Azure Cognitive Services Text Analytics for Health"
        if flags[k] & CAPITAL and not flags[k] & ORDINARY:
            further, other = given.lexicon.match(words, k, end)
            if (
                other
                and other[-1].type == "Company"
                and other[-1].weight >= 3
                and further == end
                and known
                and known[-1].type in ("Company", "Place")
                and not (k + 1 == end and lower in given.legal and words[k - 1] != ",")  # "Sofinnova Partners SAS"
                and words[k - 1] != "for"  # "Veeam Connector for ServiceNow"
            ):
                return k, k
        if words[k - 1] == "series" and words[k - 2] == "-":
            return k, k  # "NC-series *Azure Virtual Machines*"
        if words[k] in ("Azure", "Availability") and k > i and is_region(words[i:k], given.lexicon):
            return k, k if words[k] == "Azure" else end  # "in Canada Central *Azure* regions"
        if (
            words[k] == "Azure"
            and words[k - 1][-1].isdigit()
            and k > i
            and given.lexicon.match(words, k, end)[0] == end
        ):
            return k, k  # "Edsv4 *Azure VMs*"
        k += 1
    return end, end


def _is_dated(words: Sequence[str], end: int) -> bool:
    """Whether what ends at ``end`` is a dateline's town: its country or state and then a day or a newswire follow."""
    return (
        words[end : end + 1] == [","]
        and words[end + 1 : end + 2] != []
        and words[end + 1][0].isupper()
        and not _DATING.isdisjoint(words[end + 2 : end + _FAR])
    )


def _is_town(given: Vocabulary, words: Sequence[str], k: int, end: int) -> bool:
    """Whether a town's name stands from ``k`` to ``end``, in capitals perhaps, where no name before it is in them."""
    written = " ".join(words[k:end])
    if words[k - 1][0].islower() or words[k - 1] in _PARTS_OF_TOWNS:
        return False  # "the University of *Toronto*, Canada", "West *Chester*, Pa."
    if not written.isupper():
        return any(each.type == "Place" for each in given.lexicon.known(written))
    return not words[k - 1].isupper() and len(words[k]) >= _LONG


_DATING = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec / --".split()
)
_PARTS_OF_TOWNS = frozenset(
    "Fort Ft New San Santa Santo West East North South Lake Port Mount Mt Saint St . Los Las El La Le Palo Upper Lower "
    "Great Grand Little Cape Rio Bad Den De Kuala Tel Al Ho Hong Sri Puerto Baton Salt Beverly Long Old Royal".split()
)
_OF_NATIONS = ("Product", "Organization")
_AGAIN = word_class("is was has had will says said plans")
_FEW = 2
_FAR = 6
_LONG = 4


def _is_title_verb(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a capitalised word is the verb of a headline, with small words behind it."""
    after = words[k + 1] if k + 1 < len(words) else ""
    is_verb = bool(flags[k] & BREAKER and flags[k] & ORDINARY) and words[k].lower() not in given.tails
    return is_verb and words[k].endswith(("s", "ed")) and after.islower()


def _is_role(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, k: int, stop: int, end: int
) -> bool:
    """Whether a word like "Manager" is somebody's role here, not the end of a product's name."""
    if words[k] in ("MR", "MS", "DR"):
        return False  # magnetic resonance, mass spectrometry, disaster recovery
    if words[k] in _LEGAL_TOO and k > i and words[k + 1 : k + 2] in (["."], ["Ltd"], ["Limited"]):
        return False  # "Orbixo Innovation *Pvt*. Ltd."
    if words[k] in _SURNAMES and k + 1 == end == i + 2:
        return False
    if words[k] == "Justice" and words[k - 1] in ("of", "and", "for"):
        return False  # "the Ministry of *Justice*"
    if names_users(words, k, end):
        return False
    if words[k].lower() not in given.products or is_before_person(words, flags, k + 1, end):
        return True
    if k + 1 == end and is_ware(given, words, i, k):
        return False
    return k + 1 == end and (k == max(stop, i + 1) or words[k - 1].lower() in given.modifiers)


_CARRIERS = ("mobile", "express", "air")
"""Ends of names of carriers behind a country's: "China *Mobile*"."""
_CARING = word_class("medical health cancer heart surgical trauma children's regional research")
"""Before a "Center" that is a hospital: "Long Island Jewish *Medical* Center"."""
_GENERALS = frozenset("Inspector Auditor Comptroller Attorney Surgeon Solicitor Director Secretary".split())
"""Whose office they are in whose name they stand: "the Department of Defense *Inspector General*"."""
_LEGAL_TOO = ("Pvt", "PVT")
"""Of a firm as of a private."""
_SURNAMES = ("Sen", "Dean", "Judge", "Major")
