"""Whether a few words are a name, and where a name ends: what running text and headlines have in common."""

import re
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.cloud_regions import are_regions, is_region
from kgraph.extractors.entities.names.endings import is_past_name
from kgraph.extractors.entities.names.released import LAUNCHES
from kgraph.extractors.entities.names.small_inside import is_half_word
from kgraph.extractors.entities.names.things_before import is_project, is_version_alone, precedes_project
from kgraph.extractors.entities.names.vocabulary import Name, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
    WEAK,
)
from kgraph.lexicon import Form, Known
from kgraph.text import word_class

MAX_RUN = 14
_LONGEST = 60
"""Letters of a word of a name."""
COINED_VERSION = re.compile(r"[a-z]{4,}\d{1,2}\.\d{1,2}")
"""A product's name that is written small with its version: "orbixo4.0"."""
CURRENCIES = word_class("usd eur gbp inr cny jpy aud cad chf us rs rmb sgd hkd krw sek nok dkk brl mxn zar")
UNITS = word_class(
    "% percent million billion trillion thousand crore lakh years year months days hours minutes people per"
) | frozenset("KB MB GB TB PB KiB MiB GiB TiB MHz GHz Mbps Gbps MW GW MWh GWh".split())
_MEASURES = word_class(
    "bit core inch port pin bay node year day month week hour minute fold point person member mile way"
)
PLAIN_TAIL = word_class("cloud platform services service solution solutions")
_OF_CLOUDS = word_class("platform system environment infrastructure computing")
_NO_TAIL = word_class(
    "migration migrations deployment deployments integration adoption support customers users partnership data pricing"
)
_PACTS = word_class("alliance collaboration pact")
"""Of a known firm and another, rather than an alliance's name: "Zelbo, *Microsoft Alliance* to cut emissions"."""
_NEVER_LAST = word_class(
    "software-as-a-service platform-as-a-service infrastructure-as-a-service x-ray x-rays ceo us usd vs & of for "
    "and , the 's ’s"
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
_DAY = 2
"""Digits of the day of a month."""
_MODEL = re.compile(r"[vV]\d+(?:\.\d+)*|\d{1,2}(?:\.\d)?T|\d{1,2}[ACELPRSXZ]")
_YEARLY = word_class("server office studio build ignite dynamics sharepoint exchange windows")


def is_doubtful(known: Sequence[Known], flag: int) -> bool:
    """Whether a known name of one word may just be an ordinary word with a capital letter."""
    if flag & ACRONYM and all(each.type == "Place" and each.weight >= 4 for each in known):
        return False  # "US"
    return bool(flag & (AMBIGUOUS | GENERIC | CALENDAR)) or bool(
        flag & ORDINARY and all(each.weight < 4 for each in known)
    )


def is_edition_of(known: Sequence[Known], word: str) -> bool:
    """Whether "SE" behind a known product's name tells of its edition, and is no firm's legal form: "iPhone *SE*"."""
    return word == "SE" and bool(known) and known[-1].type == "Product"


def is_nothing(known: Sequence[Known]) -> bool:
    """Whether the lists say that this is a phrase and no name: "Key Players", "Series B"."""
    return bool(known) and all(each.type == "Nothing" for each in known)


def is_plural(word: str, flag: int) -> bool:
    """Whether a word is a plain plural ("Hospitals"): whom a product is for, not a part of its name."""
    return (
        bool(flag & ORDINARY)
        and word.endswith("s")
        and not word.endswith(("ss", "ics", "is", "us", "vas", "las"))
        and len(word) > 4
    )


def is_verb(given: Vocabulary, words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether a capitalised word after a known name is its verb: "Microsoft *Challenges* Researchers"."""
    lower = words[k].lower()
    if lower.endswith("ed") and k + 1 < len(words) and flags[k + 1] & NUMBER:
        return True  # "Microsoft *Downed* 18 Azure apps"
    if not flags[k] & ORDINARY or lower[-1:] != "s" or k + 1 == len(words):
        return False
    if lower in given.tails:
        return lower in _FILES and words[k + 1].lower() in _AFTER_FILES
    stem = lower[:-1]
    forms = (stem + "ing", stem.removesuffix("e") + "ing", stem + stem[-1:] + "ing")
    return words[k + 1][0].isalpha() and any(form in given.lexicon.words for form in forms)


def is_plural_name(words: Sequence[str], flags: Sequence[int], i: int, k: int) -> bool:
    """Whether what looks like a verb in capitals ends a name amid small words: "owners like Volvo *Cars* hold".

    A verb has its capital letter from a headline, where the words around it have theirs.
    """
    after = words[k + 1] if k + 1 < len(words) else "."
    if flags[k] & BREAKER:
        return False  # "Azure IoT *Introduces* seamless"
    return after.islower() and (after not in _OBJECTS if i == 0 else words[i - 1].islower() or words[i - 1] in ",(")


_OBJECTS = word_class("a an the its their to for in on with at by from new more over up off out into how why and")
_FILES = word_class("files drives links")
_AFTER_FILES = word_class(
    "a an the its their another new first second third more suit lawsuit lawsuits complaint patent patents motion "
    "protest appeal antitrust"
)
"""What a verb has behind it that looks like the head of a product's name: "Amazon *Files* Another Protest"."""


def is_version(words: Sequence[str], j: int, following: str) -> bool:
    """Whether a number belongs to the name before it: "HoloLens *2*", not "Microsoft *2021*"."""
    number = words[j]
    if following == "-" and words[j + 2 : j + 3] and words[j + 2].lower() in _MEASURES:
        return False  # "Renesas 32-bit chips"
    if len(number) > 5 or following in UNITS or following == "(" or "," in number:
        return False
    if words[j - 1].capitalize() in _MONTHS and len(number) <= _DAY:
        return False  # "By Dana Zarlow *June 16*, 2020"
    if number == "24" and following in ("/", "|") and words[j + 2 : j + 3] == ["7"]:
        return False  # "Zelbo *24/7* support"
    return not (len(number) == 4 and number[:2] in ("19", "20") and words[j - 1].lower() not in _YEARLY)


def is_model(word: str, following: str) -> bool:
    """Whether a word is a version or a model's number with a letter: "ProFound Detection *v4.0*", "Jupiter *5T*"."""
    return (word[0] in "vV" or word[0].isdigit()) and _MODEL.fullmatch(word) is not None and following not in UNITS


def end_of_platform(given: Vocabulary, words: Sequence[str], i: int, j: int) -> int:
    """Where the known product ends for which something is launched whose name ends at ``j`` before "for"; or 0.

    "Acme launches Orbix *for Azure Synapse*": the whole is what it is called. Where a plain noun follows it is not.
    """
    stop, known = given.lexicon.match(words, j + 1, len(words))
    if not known or known[-1].type != "Product" or i == 0 or words[i - 1].lower() not in LAUNCHES:
        return 0
    following = words[stop].lower() if stop < len(words) else ""
    named = given.lexicon.match(words, i, j)[1]  # its maker's name may be its own: "announced New Relic for Azure"
    return 0 if following in given.described or (named and named[-1].type != "Company") else stop


def is_compound(words: Sequence[str], j: int) -> bool:
    """Whether a hyphen at ``j`` joins small letters: "for *Retail-focused*", not "for Retail - Acme"."""
    return words[j : j + 1] == ["-"] and words[j + 1 : j + 2] != [] and words[j + 1].islower()


def after_as_a_service(words: Sequence[str], j: int) -> int:
    """Where "as a Service" or "as-a-Service" that begins at ``j`` ends; 0 where it does not."""
    for end in range(j + 1, min(j + 6, len(words) + 1)):
        if "".join(words[j:end]).replace("-", "") == "asaService":
            return end
    return 0


def are_two(given: Vocabulary, words: Sequence[str], i: int, j: int, n: int) -> bool:
    """Whether an "&" joins two known names rather than the halves of one: "AWS & Microsoft Azure"."""
    stop, known = given.lexicon.match(words, i, j)
    if are_regions(words, i, j, given.lexicon) or (
        j == i + 1 and words[i][-1].isdigit() and words[j + 1 : j + 2] != [] and words[j + 1][-1].isdigit()
    ):
        return True  # also "RX100 & RX200"
    if stop < j or not known or known[-1].type not in ("Company", "Product") or known[-1].weight < _SURE:
        return False
    if known[-1].type == "Product":
        return True  # "Azure IoT Central & Live Video Analytics"
    _, other = given.lexicon.match(words, j + 1, n)
    return bool(other) and other[-1].type in ("Company", "Product") and other[-1].weight >= _SURE


_SURE = 3.0


def confirmed_end(words: Sequence[str], i: int, end: int, confirmed: Mapping[str, frozenset[Form]]) -> int:
    """Where a name that stands in the running text, and begins at ``i``, ends; ``i`` where there is none."""
    forms = confirmed.get(words[i])
    if forms:
        for stop in range(min(end, i + MAX_RUN), i, -1):
            if tuple(words[i:stop]) in forms:
                return stop
    return i


def opens_headline(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether an ordinary word opens a headline as the subject of a company's verb: "Regard lands $61M"."""
    return (
        len(words) > 2
        and (words[1].lower() in given.company_verbs or _owns(given, words))
        and bool(flags[0] & CAPITAL)
        and not flags[0] & (STOP | GENERIC | CALENDAR | NATIONALITY | NUMBER)
        and words[0].lower() not in given.actors
        and words[0].lower() not in given.openers
    )


def _owns(given: Vocabulary, words: Sequence[str]) -> bool:
    """Whether a known firm, which is an ordinary word too, does something to what is its own: "*Visa* hooks *its*"."""
    return (
        words[1].islower()
        and words[1][-1:] == "s"
        and words[2] == "its"
        and any(each.type == "Company" and each.weight >= _SURE for each in given.lexicon.known(words[0]))
    )


_HEADLINE_VERBS = word_class(
    "acquires appoints unveils hires buys introduces announces releases partners names selects chooses joins signs "
    "recognized named achieves earns receives"
)


def opening_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> int:
    """Where a firm of ordinary words ends that opens a headline as the subject of a firm's verb; 0 for none.

    "*Sierra Wireless* Partners with", "*Broken Arrow Technologies* Raises": a plural with a singular verb is a name.
    """
    for end in (2, 3):
        if len(words) < end + 2 or not flags[end - 1] & CAPITAL:
            return 0
        last, verb = words[end - 1].lower(), words[end].lower()
        if last not in given.firms:
            continue
        if verb in _HEADLINE_VERBS or (last[-1] == "s" and last[-2:] != "ss" and verb in given.company_verbs):
            plain = all(
                flags[k] & (CAPITAL | ORDINARY) == CAPITAL | ORDINARY
                and not flags[k] & (STOP | GENERIC | CALENDAR | NUMBER | BREAKER)
                for k in range(end - 1)
            )
            is_verb = verb != "partners" or (
                words[end + 1].lower() == "with"
                and end + 2 < len(words)
                and not is_plural(words[end + 2], flags[end + 2])  # "Imaging Partners with Patients in Mind"
            )
            return end if plain and is_verb and words[0].lower() not in given.openers else 0
    return 0


def trim(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> int:
    """Drop what cannot end a name: months, connectors, "Market"."""
    whole, known = given.lexicon.match(words, i, end)
    if (known and whole == end) or (words[end - 1 : end] == ["US"] and is_region(words[i:end], given.lexicon)):
        return end
    if known and known[-1].type == "Organization" and precedes_project(words, flags, whole, end):
        end = whole
    if known and whole < end and known[-1].type == "Company" and is_project(words, flags, whole, end):
        return whole
    while end > i:
        lower = words[end - 1].lower()
        if lower in ("market", "markets"):
            return i
        if lower.isdigit() and end - i > _SHORTEST and words[end - 2].lower() in _PIECES:
            end -= 2  # "Azure SQL Database *Part 3*"
            continue
        if (
            (flags[end - 1] & CALENDAR and end - i > 1)
            or (end - i > 1 and _is_exam(words, end))
            or (lower in _CHIPS and end - i > 1)
            or _are_counted(words, flags, i, end)
            or (lower in ("vm", "vms") and end - i > 1 and words[end - 2][-1].isdigit())
            or (end - i > 2 and not _is_called(words, i, end) and _is_trailing_acronym(given, words, flags, end))
            or (lower == "ai" and words[end : end + 1] and words[end].lower() in _OF_FIRMS and whole == end - 1 > i)
            or (
                end - i > 1
                and (lower in PLAIN_TAIL or (lower in _OF_CLOUDS and words[end - 2].lower() in ("cloud", "computing")))
                and is_brand_with_tail(given, words, i, end)
            )
            or (end - i > 1 and lower in _NO_TAIL and given.lexicon.match(words, i, end)[1])
            or (lower == "support" and end - i > 1 and words[end : end + 1] == ["for"])
            or (lower in _PACTS and whole == end - 1 and known[-1].type == "Company")
            or (lower in _NEVER_LAST and not (lower in ("'s", "’s") and words[i] in ("St", "Saint")))
            or is_past_name(given, words, flags, i, end)
            or is_half_word(words, flags, i, end)
            or (lower == "iot" and _is_kind(given, words, flags, i, end))
            or (lower == "." and words[end - 2].lower() not in given.legal and end - i > 1)
        ):
            end -= 1
            continue
        break
    return end


def _is_kind(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a name's last word says of what kind the thing is that follows: "Acme's ThingZelbo *IoT* platform"."""
    coined = end - i > _SHORTEST or (end - i > 1 and bool(flags[i] & CAMEL))
    return coined and end < len(words) and words[end].islower() and words[end] in given.described


def _is_exam(words: Sequence[str], end: int) -> bool:
    """Whether a name's last word is the number of an examination: "the Orbix *ZX-300* exam"."""
    return _EXAM.fullmatch(words[end - 1]) is not None and end < len(words) and words[end].lower() in EXAMS


_EXAM = re.compile(r"[A-Z]{2,4}-?\d{2,4}")
EXAMS = word_class("exam exams dumps certification certifications examination")
_PIECES = word_class("part episode chapter lesson volume")
_SHORTEST = 2


_OF_FIRMS = word_class("acquisition deal buy purchase takeover merger buyout partnership chief boss push strategy unit")
"""What firms have: before it, "AI" only tells of what kind it is ("the iCAD *AI* acquisition")."""


def _is_called(words: Sequence[str], i: int, end: int) -> bool:
    """Whether something is called so, and nothing follows that the last word could describe: "called *Orbix PC*."."""
    return i > 0 and words[i - 1] in _CALLING and (end == len(words) or words[end] in (".", ",", ";", ")"))


_CALLING = word_class("called named dubbed")
_HARDWARE = word_class("pc pcs vm vms us gpu cpu tvs evs")
_SERIES = ("Series", "series")


def _are_counted(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a name's last word says of what there are many of one model: "Zelbo 320 Series *APs*"."""
    is_model_before = end - i > _SHORTEST and (words[end - 2] in _SERIES or bool(flags[end - 2] & NUMBER))
    return (
        is_model_before
        and bool(flags[end - 1] & GENERIC)
        and words[end - 1][-1:] == "s"
        and words[end - 1][:2].isupper()
    )


_CHIPS = word_class("gpus cpus ssds dpus fpgas")


def _is_trailing_acronym(given: Vocabulary, words: Sequence[str], flags: Sequence[int], end: int) -> bool:
    """Whether a name's last word only belongs to the noun that follows: "SIGNA Experience *MRI* platform"."""
    after = words[end] if end < len(words) else ""
    lower = words[end - 1].lower()
    if lower in _HARDWARE and lower not in given.products:
        return True
    if flags[end - 2] & CAMEL:
        return False  # "CloudGen WAN"
    if after == "/":
        return True  # "the Azure Stream Analytics *CI*/CD tools"
    return bool(flags[end - 1] & GENERIC and flags[end - 1] & ACRONYM) and after in given.described


def is_brand_with_tail(given: Vocabulary, words: Sequence[str], i: int, end: int) -> bool:
    """Whether a word like "Cloud" only describes: "Azure Cloud" is "Azure", "Acme Cloud Services" what Acme sells."""
    stop, known = given.lexicon.match(words, i, end)
    if stop == end - 1:
        return known[-1].type == "Product"
    rest = [word.lower() for word in words[stop:end]]
    if stop > i and rest[:1] == ["cloud"] and rest[1:] and _OF_CLOUDS.issuperset(rest[1:]):
        return known[-1].type == "Product"  # "Azure Cloud Computing Platform", but not "Azure Cloud Services"
    return (
        i < stop == end - 2
        and known[-1].type == "Company"
        and words[end - 2].lower() in PLAIN_TAIL
        and words[end - 1].lower() in PLAIN_TAIL
    )


def is_name(given: Vocabulary, words: Sequence[str], flags: Sequence[int], name: Name) -> bool:
    """Whether a place with capital letters holds a name at all."""
    if name.known and not (name.end - name.first == 1 and is_doubtful(name.known, flags[name.first])):
        return True
    if is_version_alone(words, flags, name.first, name.end):
        return False
    if name.end - name.first > 1 and words[name.first].lower() in CURRENCIES and flags[name.first + 1] & NUMBER:
        return False
    if words[name.first].lower() in _COUNTED and all(flags[k] & NUMBER for k in range(name.first + 1, name.end)):
        return False  # "announced Version 2.0 of Orbix"
    if name.end - name.first == 1:
        word, flag = words[name.first], flags[name.first]
        return (
            1 < len(word) <= _LONGEST
            and not flag & (GENERIC | NUMBER | STOP | CALENDAR | NATIONALITY)
            and (not flag & WEAK or bool(flag & CAMEL))
            and not word.isdigit()
            and word.lstrip("#")[:1].isalnum()
            and word.lower() not in given.legal
            and not (flag & CAMEL and _ran_together(given, word))
        )
    if max(map(len, words[name.first : name.end])) > _LONGEST:
        return False
    return not all(
        flags[k] & (GENERIC | NUMBER | STOP | CALENDAR | NATIONALITY)
        or not words[k].lstrip("#")[:1].isalnum()
        or words[k].lower() in given.legal
        for k in range(name.first, name.end)
    )


_COUNTED = word_class(
    "version release edition build update phase chapter volume part level tier stage step grade category season "
    "episode lesson section zone"
)
"""Words that with a number behind them say which one of something is meant."""

_GLUED = re.compile("([a-z]{4,})([A-Z]{4,})")


def _ran_together(given: Vocabulary, word: str) -> bool:
    """Whether a word and the town of a dateline stand without a space: "solutionsCHICAGO"."""
    found = _GLUED.fullmatch(word)
    return found is not None and found[1] in given.lexicon.words and found[2].capitalize() in given.lexicon.names


def is_weak_name(words: Sequence[str], flags: Sequence[int], name: Name) -> bool:
    """Whether it holds an ordinary word with a capital letter, which may be a name."""
    flag = flags[name.first]
    return (
        name.end - name.first == 1
        and bool(flag & ORDINARY)
        and not flag & (STOP | GENERIC | CALENDAR | NATIONALITY)
        and (bool(name.known) or not flag & BREAKER)  # "now Available in"
    )
