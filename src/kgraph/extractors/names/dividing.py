"""Cut a run of capitalised words into names: titles and roles go, a company before a person is a name of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kgraph.extractors.names.bodies import is_body_of_nation, is_of_region
from kgraph.extractors.names.forms import (
    confirmed_end,
    is_doubtful,
    is_name,
    is_nothing,
    is_plural,
    is_plural_name,
    is_verb,
    is_weak_name,
    opens_headline,
    trim,
)
from kgraph.extractors.names.managers import is_ware, names_users
from kgraph.extractors.names.numbered import is_month_firm, is_small_word_firm
from kgraph.extractors.names.persons import (
    begins_after_office,
    begins_person,
    is_before_person,
    is_of_office,
    is_second_given,
    is_title,
)
from kgraph.extractors.names.postal import is_town_of_seat
from kgraph.extractors.names.things_before import end_of_kind, end_of_rank, is_owner, is_role_of, is_scheme
from kgraph.extractors.names.unlisted import is_ai_firm, is_bare_firm, is_sun
from kgraph.extractors.names.vocabulary import FIRM_ENDS, PARTICLES, Name, Vocabulary
from kgraph.extractors.shapes import (
    ACRONYM,
    AMBIGUOUS,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    PROPER,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.lexicon import Form, Known
from kgraph.text import word_class

APPOSED = ([",", "a"], [",", "an"], [",", "the"])
_HEADS_OF = word_class("vp svp evp avp director head manager chief professor lead leader")
_RANKS = ("top", "best", "first", "last", "next")
_NAMING = word_class("called named dubbed nicknamed")
"""What stands right after them in capitals is a name, whatever its words: "a tool called First Read"."""
_BEFORE_PERSONS = word_class(
    ", said by founders co-founders cofounders executives boss chief executive president director founder officer "
    "chairman ceo cto cfo dr"
)
_ACTS = word_class(
    "has said says told will plans wants also today now recently announced unveiled launched introduced released "
    "acquired bought raised hired appointed named partnered signed selected joined approved closed added expanded "
    "agreed reported confirmed offers makes sells develops provides aims expects counts declined"
)


def divide(
    given: Vocabulary,
    words: Sequence[str],
    flags: Sequence[int],
    i: int,
    end: int,
    initial: bool,
    confirmed: Mapping[str, frozenset[Form]],
) -> Iterator[Name]:
    """Cut a run into names: titles and roles go, a company before a person is a name of its own."""
    while i < end:
        word, flag = words[i], flags[i]
        stop, known = given.lexicon.match(words, i, end)
        if known and stop < end and is_nothing(known):
            if not flags[stop] & WEAK:
                i = stop
                continue
            stop, known = i, ()  # "Machine Learning Services": the phrase is only a part of a name
        is_named = i + 1 < end and i > 0 and words[i - 1] in _NAMING
        if not known:
            if (
                flag & (STOP | CALENDAR)
                and not flag & CAMEL
                and stop == i
                and not is_named
                and not is_given_name(words, flags, i, end)
                and not is_ordinal_firm(given, words, flags, i, end)
                and not is_month_firm(given, words, flags, i, end)
                and not is_small_word_firm(given, words, flags, i, end)
                and not is_ai_firm(given, words, i, end)
                and not is_sun(words, flags, i, end)
                and not (
                    word == "New"
                    and i + 1 < end
                    and ((i > 0 and words[i - 1] in _SITES) or is_town_of_seat(given, words, end))
                )
            ):
                is_rank = word.lower() in _RANKS and i + 1 < end and flags[i + 1] & NUMBER
                i += 2 if is_rank else 1  # "the TOP *5* Azure solutions"
                continue
            if word == "Chief" and "Officer" in words[i + 1 : min(end, i + 6)]:
                i = words.index("Officer", i) + 1
                continue
            skipped = 0 if is_named else _before_name(given, words, flags, i, end, stop)
            if skipped:
                i += skipped
                continue
        cut, resume = _cut(given, words, flags, i, end, stop, known)
        if (
            resume > cut
            and not known
            and (
                all(words[k].lower() in given.modifiers for k in range(i, cut))
                or (initial and words[cut - 1].lower() in _BRANCHES and all(flags[k] & WEAK for k in range(i, cut)))
                or is_role_of(words, flags, i, cut, resume)
                or is_scheme(words, flags, i, cut, resume)
            )
        ) or (
            not known
            and resume < end
            and begins_person(words, flags, resume, end)
            and is_of_office(words, flags, i, cut, resume, given.modifiers)
        ):
            i = resume  # "Jane Miller, *Senior* Director, Acme", "Ranked *Industry* Analyst Jane Miller"
            continue
        last = _last(given, words, flags, i, cut, stop)
        if last > i and not (i > 1 and words[i - 1] == "of" and _is_department(given, words, flags, i, last)):
            whole = known if stop == last else ()
            is_brand = not (stop == i + 1 and flags[i] & AMBIGUOUS) or (
                not initial and last > stop + 1 and known[-1].type == "Company" and known[-1].weight >= _COUNTRY
            )  # "Visa Payables Automation", inside a sentence
            brand = known if known and stop < last and is_brand else ()
            if brand and words[stop].lower() in given.legal:
                whole, brand = brand, ()
            name = Name(
                i,
                last,
                whole,
                brand,
                "known" if whole else "initial" if initial and last - i > 1 - bool(flag & WEAK) else "run",
            )
            if (
                is_name(given, words, flags, name)
                or (is_named and last > i + 1)
                or (last == i + 2 and is_ai_firm(given, words, i, last))
                or (flag & ORDINARY and is_town_of_seat(given, words, last))
            ):
                yield name
            elif is_weak_name(words, flags, name) and not initial:
                yield name._replace(how="weak" if known or confirmed_end(words, i, last, confirmed) < last else "run")
            elif i == 0 and last == 1 and opens_headline(given, words, flags):
                yield name._replace(how="initial")
            elif initial and whole and last < len(words) and acts(given, words[last]):
                yield name._replace(how="initial")  # "Slack has filed"
            elif (
                initial
                and last == i + 1
                and flag & ORDINARY
                and ([w.lower() for w in words[last : last + 2]] in APPOSED or is_bare_firm(words, flags, i))
            ):
                yield name._replace(how="weak")  # "Harvest, an Acme company", "Notion has acquired Orbix"
            elif initial and last == i + 1 and flags[i] & PROPER:
                yield name._replace(how="initial")
            elif initial and confirmed_end(words, i, last, confirmed) == last:
                yield name._replace(how="run")
        i = max(resume, i + 1)
        initial = False


def _last(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, cut: int, stop: int) -> int:
    """Where a name ends that is cut off at ``cut``, without what cannot end it."""
    last = trim(given, words, flags, i, cut)
    is_apposed = last > i + 1 and is_owner(words, i, last) and (stop == last - 1 or not flags[i] & WEAK)
    return last - 1 if is_apposed else last


def is_given_name(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a given name that is also a month or an ordinary word begins a person's name: "*Jan* van de Winkel"."""
    if not flags[i] & GIVEN or i + 1 >= end:
        return False
    following = flags[i + 1]
    if words[i + 1] in PARTICLES or following & (SURNAME | ORDINARY) == SURNAME:
        return True
    plain = following & CAPITAL and not following & (WEAK | CAMEL | NUMBER) and not words[i + 1].isupper()
    before = words[i - 1].lower() if i else ""
    return bool(
        plain and (flags[i] & NATIONALITY or before in _BEFORE_PERSONS)
    )  # "Christian Bruch", "chief, Will Uppington"


def _is_department(given: Vocabulary, words: Sequence[str], flags: Sequence[int], first: int, end: int) -> bool:
    """Whether ordinary words only tell what somebody is head of: "SVP of *Information Technology*"."""
    return (
        (words[first - 2].lower() in _HEADS_OF or " ".join(words[first - 3 : first - 1]).lower() == "vice president")
        and not given.lexicon.match(words, first, end)[1]
        and all(
            flags[k] & (ORDINARY | GENERIC | (ACRONYM if words[end : end + 1] == ["at"] else 0))
            for k in range(first, end)
            if words[k][0].isalpha()
        )
        and words[end - 1].lower() not in given.organizations
        and words[end - 1] not in _ONLY_OF_FIRMS
    )


_ONLY_OF_FIRMS = frozenset("Ventures Holdings Airlines Airways Pharmaceuticals Industries Motors Bancorp".split())
"""Ends of names that no department has."""


def _before_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int) -> int:
    """How many words only stand before a name: "*AI Imaging Device* VelaBrain"."""
    return int(_is_before_name(given, words, flags, i, end, stop)) or end_of_kind(given, words, flags, i, end) - i


def _is_before_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int) -> bool:
    """Whether a word only stands before a name: a role, a nationality, what a thing is."""
    flag = flags[i]
    if flag & GENERIC and stop == i and i + 1 < end and _is_whole_name(given, words, flags, i + 1, end):
        return True
    if flag & NATIONALITY and is_given_name(words, flags, i, end):
        return False
    if flag & CAMEL and _CODE.fullmatch(words[i]) and given.lexicon.match(words, i + 1, end)[1]:
        return True  # "the *ZX-300* Microsoft Azure exam"
    if flag & ORDINARY and stop == i and _is_well_known(given, words, flags, i + 1, end):
        return True  # "*Flexible* Microsoft Cloud Products"
    if words[i] == "Dr" and i + 3 < end and words[i + 1] == "." and words[end - 1].lower() in _PRACTICES:
        return False  # "Dr. Sulaiman Al Habib Medical Group"
    if flag & NATIONALITY and (
        is_fund(given, words, flags, i + 1, end)
        or is_bank_of(words, i + 1, end)
        or is_body_of_nation(given, words, flags, i + 1, end)
        or is_of_region(given, words, i, end)
    ):
        return False
    if flag & NATIONALITY and not (i + 1 < end and is_part_of_name(given, words, flags, i + 1)):
        return not any(word.lower() in given.tails for word in words[i + 1 : end])
    return words[i].lower() in given.roles or words[i] == "." or is_title(words, flags, i, end)


_CODE = re.compile(r"[A-Z]{2,3}-?\d{2,4}")


def is_ordinal_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a word like "third" begins the name of a firm: "*Third Wave Automation* gets"."""
    return (
        words[i] in _ORDINALS
        and i + 1 < end
        and (
            words[end - 1].lower() in given.firms
            or words[end - 1].lower() in FIRM_ENDS
            or _is_owned_word(words, flags, i, end)
        )
        and not flags[i + 1] & (STOP | CALENDAR | NATIONALITY)
        and (end > i + 2 or i == 0 or words[i - 1].islower())
        and not any(given.lexicon.match(words, k, end)[1] for k in range(i + 1, end))
    )


def _is_owned_word(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether, inside a sentence, a word follows that is no English one: "from *First Databank*"."""
    if end != i + 2 or flags[i + 1] & (GENERIC | STOP | CALENDAR | NATIONALITY | GIVEN | SURNAME | ACRONYM):
        return False
    if i == 0:
        return words[i] in _COUNTING and _acts_alone(words, end)
    return words[i - 1].islower() and (
        not flags[i + 1] & ORDINARY or (words[i - 1] in _DEALT and not is_plural(words[i + 1], flags[i + 1]))
    )


def _acts_alone(words: Sequence[str], end: int) -> bool:
    """Whether a firm's verb or an apposition follows: "*Two Chairs* hires", "*Two Chairs*, a startup"."""
    return end + 1 < len(words) and (
        words[end] in _HIRES or (words[end] == "," and words[end + 1] in ("a", "an", "the", "which"))
    )


_COUNTING = frozenset("One Two Three Four Five Seven".split())
_HIRES = word_class(
    "hires hired raises raised acquires acquired buys bought launches launched names named appoints has"
)
_DEALT = word_class(
    "bought buy buys buying acquire acquires acquired acquiring joins joined from with by based provider specialist "
    "startup firm company vendor maker consultancy integrator"
)
"""Inside a sentence, before a name of small words: "Cognizant bought *New Signature*"."""


_ORDINALS = frozenset("First Second Third Next One Best Two Seven New Three Four Five All Every".split())


def is_fund(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether an investor's name of ordinary words goes on here from a nationality: "Dutch *Founders Fund*".

    Lists may know another by it.
    """
    return (
        k + 1 < end
        and words[end - 1].lower() in _FUNDS
        and all(flags[each] & ORDINARY and not flags[each] & (GENERIC | STOP) for each in range(k, end))
    )


def is_bank_of(words: Sequence[str], k: int, end: int) -> bool:
    """Whether the name of a bank goes on here from a nationality: "Canadian *Imperial Bank of Commerce*"."""
    return any(words[each : each + 2] == ["Bank", "of"] for each in range(k, min(k + 3, end)))


def _is_well_known(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether a well-known firm's name that is no ordinary word begins here, after an adjective."""
    if not words[k - 1].endswith(_ADJECTIVES) or k >= end or flags[k] & WEAK:
        return False
    _, known = given.lexicon.match(words, k, end)
    return bool(known) and known[-1].type == "Company" and known[-1].weight >= _COUNTRY


_ADJECTIVES = ("ible", "able", "ient", "ial", "ous", "ive", "ful")
_PRACTICES = word_class("group hospital hospitals clinic clinics laboratories labs centre center foundation reddy's")
"""Last words of the names of firms that a doctor's name begins."""
_FUNDS = word_class("fund funds ventures capital partners angels")


def is_part_of_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a capitalised ordinary word belongs to the adjective before it: "Northern *Valley* Health"."""
    flag, lower = flags[k], words[k].lower()
    return (
        bool(flag & CAPITAL and flag & ORDINARY)
        and not flag & (GENERIC | STOP | BREAKER | CALENDAR)
        and lower not in given.roles
        and lower not in given.openers
        and not given.lexicon.match(words, k, len(words))[1]
    )


def _is_whole_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int, end: int) -> bool:
    """Whether what follows a generic word is a name of its own: "SaaS *Medidata*", "AI *Dorin Comaniciu*"."""
    if k + 1 < end and flags[k] & GIVEN and not flags[k] & ORDINARY:
        return True
    stop, known = given.lexicon.match(words, k, end)
    return k < stop == end and known[-1].type == "Company" and not is_doubtful(known, flags[k])


def acts(given: Vocabulary, word: str) -> bool:
    """Whether a word is what organisations do, or goes before it: "has", "said", "quietly"."""
    lower = word.lower()
    return word.islower() and (
        lower in _ACTS or lower in given.company_verbs or (len(lower) > 4 and lower[-2:] == "ly")
    )


def _cut(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int, stop: int, known: tuple[Known, ...]
) -> tuple[int, int]:
    """The end of the first name of a run, before a role, a given name or another company; and where to go on."""
    rank = 0 if known else end_of_rank(words, flags, i, end)
    if rank > i:
        return i, rank
    k = stop if known else i + 1
    is_given = bool(flags[i] & GIVEN) and stop == i + 1  # "Mary Bridge"
    in_place = known and known[-1].type == "Place" and not is_given and stop < end
    if in_place and all(flags[each] & WEAK for each in range(stop, end)):
        tail = words[end - 1].lower()
        if tail in given.products and tail not in given.firms and words[end - 2].lower() not in _CARING:
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
    if in_place and known[-1].weight >= _COUNTRY:
        further, other = given.lexicon.match(words, stop, end)
        if further == end and other and other[-1].type == "Product" and other[-1].weight >= _COUNTRY:
            return stop, stop  # "its UK Azure regions"
    is_office_of = i > 1 and words[i - 1] in ("of", "for") and words[i - 2].lower() in given.roles
    while k < end:
        lower = words[k].lower()
        if is_office_of and begins_after_office(words, flags, k, end) and not given.lexicon.match(words, k, end)[1]:
            return (
                stop if in_place else k,
                k,
            )  # "VP of Cloud Strategy *Shawn Hale*", "Head of *U.S.* Public Sector Ann Hale"
        if words[k] == words[k - 1] and k > i and words[k].isalpha() and k + 1 == end:
            return k, k  # where a sentence begins anew without a stop: "In association with Orbix *Orbix* has"
        rank = end_of_rank(words, flags, k, end)
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
            and not (is_given and known[-1].weight < _COUNTRY and is_second_given(flags, i, k))
            and k + 1 < end
            and not flags[k + 1] & (ORDINARY | NUMBER)
        ):
            return k, k
        if known and stop > i + 1 and known[-1].type == "Product" and words[k] in given.lexicon.names:
            further, other = given.lexicon.match(words, k, end)
            if further == end > k + 1 and other[-1].type == "Product" and other[0].maker == known[0].maker:
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
                and words[k - 1] != "for"  # "Veeam Connector for ServiceNow"
            ):
                return k, k
        k += 1
    return end, end


_BRANCHES = word_class("industry market technology tech health policy equity security cloud")
"""Before somebody's role they tell what he is an analyst or an editor of."""
_COUNTRY = 4
_SITES = ("in", "near", "from", "the")
"""Before the "New" of a town, which has its capital for nothing else: "in *New Hyde Park*, N.Y."."""
_CARING = word_class("medical health cancer heart surgical trauma children's regional research")
"""Before a "Center" that is a hospital: "Long Island Jewish *Medical* Center"."""
_GENERALS = frozenset("Inspector Auditor Comptroller Attorney Surgeon Solicitor Director Secretary".split())
"""Whose office they are in whose name they stand: "the Department of Defense *Inspector General*"."""


def _is_title_verb(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a capitalised word is the verb of a headline, with small words behind it."""
    after = words[k + 1] if k + 1 < len(words) else ""
    is_verb = bool(flags[k] & BREAKER and flags[k] & ORDINARY) and words[k].lower() not in given.tails
    return is_verb and words[k].endswith(("s", "ed")) and after.islower()


_LEGAL_TOO = ("Pvt", "PVT")
"""Of a firm as of a private."""
_SURNAMES = ("Sen", "Dean", "Judge", "Major")


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
    if names_users(words, k, end):
        return False
    if words[k].lower() not in given.products or is_before_person(words, flags, k + 1, end):
        return True
    if k + 1 == end and is_ware(given, words, i, k):
        return False
    return k + 1 == end and (k == max(stop, i + 1) or words[k - 1].lower() in given.modifiers)
