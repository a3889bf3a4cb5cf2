"""Cut a run of capitalised words into names: titles and roles go, a company before a person is a name of its own."""

from collections.abc import Iterator, Mapping, Sequence

from kgraph.extractors.entities.names.bare_firms import is_bare_firm
from kgraph.extractors.entities.names.before_names import before_name
from kgraph.extractors.entities.names.cutting import first_end
from kgraph.extractors.entities.names.forms import (
    confirmed_end,
    is_edition_of,
    is_name,
    is_nothing,
    is_weak_name,
    opens_headline,
    trim,
)
from kgraph.extractors.entities.names.numbered import has_share, is_month_firm, is_ordinal_firm, is_small_word_firm
from kgraph.extractors.entities.names.persons import begins_person, is_given_name, is_of_office
from kgraph.extractors.entities.names.postal import is_town_of_seat
from kgraph.extractors.entities.names.things_before import is_owner, is_role_of, is_scheme
from kgraph.extractors.entities.names.unlisted import is_ai_firm, is_sun
from kgraph.extractors.entities.names.vocabulary import WELL_KNOWN, Name, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    CALENDAR,
    CAMEL,
    GENERIC,
    NUMBER,
    ORDINARY,
    PROPER,
    STOP,
    WEAK,
)
from kgraph.lexicon import Form
from kgraph.text import word_class

APPOSED = ([",", "a"], [",", "an"], [",", "the"])
_HEADS_OF = word_class("president officer vp svp evp avp director head manager chief professor lead leader")
_RANKS = ("top", "best", "first", "last", "next")
_NAMING = word_class("called named dubbed nicknamed")
"""What stands right after them in capitals is a name, whatever its words: "a tool called First Read"."""

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
            if not flags[stop] & WEAK or _is_phrase(given, words, stop, end):
                i = stop  # also "a *North American* Artificial Intelligence firm"
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
            skipped = 0 if is_named else before_name(given, words, flags, i, end, stop)
            if skipped:
                i += skipped
                continue
        cut, resume = first_end(given, words, flags, i, end, stop, known)
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
                not initial and last > stop + 1 and known[-1].type == "Company" and known[-1].weight >= WELL_KNOWN
            )  # "Visa Payables Automation", inside a sentence
            brand = known if known and stop < last and is_brand else ()
            if brand and words[stop].lower() in given.legal and not is_edition_of(brand, words[stop]):
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
            elif initial and whole and last < len(words) and (acts(given, words[last]) or has_share(words, last)):
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
            elif (initial and confirmed_end(words, i, last, confirmed) == last) or _is_agency(words, flags, name):
                yield name._replace(how="run")
        i = max(resume, i + 1)
        initial = False


def _is_phrase(given: Vocabulary, words: Sequence[str], i: int, end: int) -> bool:
    """Whether the lists say that these words are no name."""
    stop, known = given.lexicon.match(words, i, end)
    return stop == end and is_nothing(known)


def _is_agency(words: Sequence[str], flags: Sequence[int], name: Name) -> bool:
    """Whether an abbreviation that names a body and means something else too decides or owns: "*CMS* proposed"."""
    return (
        name.end - name.first == 1
        and bool(flags[name.first] & ACRONYM)
        and any(each.type == "Organization" and each.weight >= WELL_KNOWN for each in name.known)
        and words[name.end : name.end + 1] != []
        and words[name.end] in _RULES
        and (name.first == 0 or words[name.first - 1].lower() not in ("a", "an", "its", "our", "their", "the"))
    )


_RULES = word_class(
    "'s ’s finalized finalised finalizes proposed proposes issued issues said says announced announces ruled rules "
    "paid pays reimburses reimbursed granted grants approved approves delayed delays rejected updated "
    "rolled requires added"
)


def _last(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, cut: int, stop: int) -> int:
    """Where a name ends that is cut off at ``cut``, without what cannot end it."""
    last = trim(given, words, flags, i, cut)
    is_apposed = last > i + 1 and is_owner(words, i, last) and (stop == last - 1 or not flags[i] & WEAK)
    return last - 1 if is_apposed else last


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


def acts(given: Vocabulary, word: str) -> bool:
    """Whether a word is what organisations do, or goes before it: "has", "said", "quietly"."""
    lower = word.lower()
    return word.islower() and (
        lower in _ACTS or lower in given.company_verbs or (len(lower) > 4 and lower[-2:] == "ly")
    )


_BRANCHES = word_class("industry market technology tech health policy equity security cloud")
"""Before somebody's role they tell what he is an analyst or an editor of."""
_SITES = ("in", "near", "from", "the")
"""Before the "New" of a town, which has its capital for nothing else: "in *New Hyde Park*, N.Y."."""
