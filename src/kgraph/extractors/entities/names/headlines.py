"""Names in headlines: what has a capital letter and is no ordinary word, is known, or stands in the running text."""

from collections.abc import Iterator, Mapping, Sequence

from kgraph.extractors.entities.names.forms import (
    COINED_VERSION,
    PLAIN_TAIL,
    are_two,
    confirmed_end,
    end_of_platform,
    is_brand_with_tail,
    is_compound,
    is_doubtful,
    is_edition_of,
    is_model,
    is_name,
    is_nothing,
    is_plural,
    is_verb,
    is_version,
    opening_firm,
    opens_headline,
    trim,
)
from kgraph.extractors.entities.names.headline_firms import acting_firm
from kgraph.extractors.entities.names.joined import end_of_tasks
from kgraph.extractors.entities.names.offers import end_of_offer
from kgraph.extractors.entities.names.persons import end_of_officer
from kgraph.extractors.entities.names.released import LAUNCHES, is_release_of
from kgraph.extractors.entities.names.small_inside import end_of_small_inside
from kgraph.extractors.entities.names.things_before import is_extension
from kgraph.extractors.entities.names.unlisted import end_before_passive, end_of_organ, opens_small
from kgraph.extractors.entities.names.vocabulary import PARTICLES, Name, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    AMBIGUOUS,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GIVEN,
    LATIN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.lexicon import Form, Known
from kgraph.text import word_class

_SMALL = word_class(
    "with from that this their have been will your into over about after more than what when where which "
    "while under between within through using and the for are was were has had can its it's now new how "
    "why who all one two not but off out per via our any his her she him you may nor yet too did does says said"
)


_BOTH = CAPITAL | ORDINARY
_SENTENCES = word_class("is was are were has have had")
"""Verbs that headlines in title case do not write small, or do without: "Jane Miller *is* CIO of Valley Health"."""
_BEFORE_FIRMS = word_class("provider partner vendor maker startup specialist reseller customer rival")
_SOLD = PLAIN_TAIL | word_class("software application applications")
"""Behind a place they are what is sold there."""
_SHORT = 3
"""Letters of words that titles write small; in running text a verb of three letters shows that they do not: "met"."""
_PLAINLY = 6
"""How many words with a capital letter outweigh one without, in what is no title: a long name makes no headline."""


def is_headline(given: Vocabulary, words: Sequence[str], flags: Sequence[int], title: bool) -> bool:
    """Whether ordinary words have capital letters here: title case, or capitals throughout.

    Of a ``title`` a single one is enough, where none is written small.
    """
    least = _SHORT if title else _SHORT - 1
    most = sum([flag & _BOTH == _BOTH for flag in flags]) - (flags[0] & _BOTH == _BOTH)
    capital = small = i = 0
    while i < len(words):
        if most <= 3 * small:
            return False
        stop, known = given.lexicon.match(words, i, len(words)) if flags[i] & CAPITAL and i else (i, ())
        if known and known[-1].type != "Nothing" and not (stop == i + 1 and is_doubtful(known, flags[i])):
            i = stop
            continue
        if i and flags[i] & ORDINARY and len(words[i]) > least and words[i].lower() not in _SMALL:
            if flags[i] & CAPITAL:
                capital += 1
            elif words[i - 1] != "-":
                small += 1  # but "Cloud-*based*" says nothing
        i += 1
    return (
        capital > (3 if title else _PLAINLY) * small
        and (capital > 1 or (title and small == 0))
        and (title or _SENTENCES.isdisjoint(words))
    )


def in_headline(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], confirmed: Mapping[str, frozenset[Form]]
) -> Iterator[Name]:
    """The names of a headline, from left to right."""
    i, n = 0, len(words)
    while i < n:
        flag = flags[i]
        stop, known = given.lexicon.match(words, i, n)
        sure = confirmed_end(words, i, n, confirmed)
        if known and sure <= stop and is_nothing(known):
            i = stop
            continue
        if sure > max(stop, i):
            stop, known = sure, given.lexicon.known(" ".join(words[i:sure]))
            how = "run"
        elif known:
            how = "weak" if stop == i + 1 and is_doubtful(known, flag) and sure == i else "known"
        elif flag & GIVEN and i and words[i - 1].lower() in given.roles and (stop := end_of_officer(words, flags, i)):
            how = "person"
        elif (
            flag & CAPITAL
            and (
                not flag & (WEAK | BREAKER)
                or (flag & WEAK == ORDINARY and flag & CAMEL and words[i][0].isupper())
                or _is_spelled(given, words, flags, i)
            )
            and flag & LATIN
            and len(words[i]) > 1
        ):
            if i and words[i - 1].lower() in _MODALS and flags[i] & (CAMEL | ACRONYM) == 0:
                i += 1
                continue  # "These Courses Can *Kickstart* Your Career"
            stop, how = i + 1, "headline"
        elif COINED_VERSION.fullmatch(words[i]):
            stop, how = i + 1, "headline"
        elif i == 0 and not flag & CAPITAL and opens_small(given, words, flags):
            stop, how = 1, "headline"
        elif i == 0 and opens_headline(given, words, flags):
            stop, how = 1, "initial"
        elif i == 0 and (
            stop := opening_firm(given, words, flags)
            or acting_firm(given, words, flags)
            or end_before_passive(words, flags)
        ):
            how = "headline"
        elif (
            flag & CAPITAL
            and words[i].lower() in given.organization_of
            and i + 2 < n
            and words[i + 1] in ("of", "for")
            and flags[i + 2] & CAPITAL
        ):
            stop, how = end_of_tasks(words, flags, i + 3), "headline"
        else:
            i += 1
            continue
        end = stop if how == "person" else _headline_end(given, words, flags, i, stop, known)
        if i == 0 and how == "headline" and end == 1:
            end = _subject_end(given, words, flags)
        end = trim(given, words, flags, i, end)
        is_firm = known[-1].type == "Company" if known else sure <= 1  # a longer one that the text has is whole
        if i == 0 and end > 0 and is_firm:
            end = end_of_offer(given, words, flags, end)
        if (end > i and how != "weak") or (how == "weak" and end == stop):
            is_same = known and (
                end == stop or (words[stop].lower() in given.legal and not is_edition_of(known, words[stop]))
            )
            prefix, brand = given.lexicon.match(words, i, end)
            if is_same or (prefix == i + 1 and flag & AMBIGUOUS):
                brand = ()
            name = Name(i, end, known if is_same else (), brand, how)
            if words[i].lower() not in given.roles and (
                known or sure > i or how in ("initial", "person") or is_name(given, words, flags, name)
            ):
                yield name
        i = max(end, i + 1)


def _is_spelled(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether capitals that make an ordinary word begin a coined name: "*RIB* Schneider Group Announces"."""
    return (
        flags[i] & (ACRONYM | WEAK) == ACRONYM | ORDINARY
        and i + 1 < len(words)
        and flags[i + 1] & (CAPITAL | LATIN) == CAPITAL | LATIN
        and not flags[i + 1] & (WEAK | ACRONYM | BREAKER | CAMEL)
        and not given.lexicon.match(words, i + 1, len(words))[1]
    )


_MODALS = word_class("can could will would should may might must to cannot can't won't")
"""Before a verb, whatever its letters."""


def _subject_end(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> int:
    """Where the unknown name ends that a headline begins with: before a firm's verb, or after its first word."""
    for end in (2, 3):
        if len(words) <= end or not flags[end - 1] & CAPITAL or flags[end - 1] & (BREAKER | CALENDAR | NATIONALITY):
            return 1
        if any(words[end - 1].lower() in each for each in (given.roles, given.actors, given.described)):
            return 1
        if words[end].lower() in given.company_verbs or words[end].lower() in ("brings", "adds", "joins", "wins"):
            return 1 if is_plural(words[end - 1], flags[end - 1]) else end
    return 1


def _headline_end(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, stop: int, known: tuple[Known, ...]
) -> int:
    """Where a name that is sure up to ``stop`` ends in a headline."""
    if stop == i + 1 < len(words) and words[i] in words[: max(0, i - 1)] and (own := _end_of_own(words, flags, i)):
        return own
    n, end, k = len(words), stop, stop
    if known and known[-1].type == "Organization" and stop > i + 1:
        end = k = end_of_organ(words, flags, stop)
    is_brand = bool(known) and known[-1].type in ("Company", "Product")
    while k < min(n, stop + 6):
        flag, lower = flags[k], words[k].lower()
        following = words[k + 1] if k + 1 < n else ""
        if k == end and words[k] in PARTICLES and flags[k - 1] & GIVEN and k + 1 < n and not known:
            return k + 2 if flags[k + 1] & (CAPITAL | WEAK) == CAPITAL else end  # "CTO Bas *van Zelburg*"
        if k == end and not flag & CAPITAL and (further := end_of_small_inside(given, words, flags, k)):
            return further
        if (
            known
            and known[-1].type == "Place"
            and ((words[k] == "NHS" and following.islower()) or (k == stop and lower in _SOLD))
        ):
            break  # "Three London *NHS* trusts", "To Invest In Poland *Cloud*"
        if k > end and (
            (not flag & WEAK and k < n and _is_another(given, words, k))
            or (is_brand and flag & CAPITAL and is_verb(given, words, flags, k))
        ):
            break  # "Cerner EHR Project Hits *U.K.* Hospital", "ServiceNow Stock *Outperforms* Top Cloud"
        if lower in _BEFORE_FIRMS and known and k + 1 < n and flags[k + 1] & CAPITAL and not flags[k + 1] & WEAK:
            break  # "Microsoft Cloud *Provider* AvePoint"
        if k == end and ((flag & NUMBER and is_version(words, k, following)) or is_model(words[k], following)):
            end = k + 1
        elif (
            lower in given.legal
            and k == end
            and not is_edition_of(known, words[k])
            and (flag & CAPITAL or lower == "plc")
        ):
            end = k + 2 if k + 1 < n and words[k + 1] == "." else k + 1
            break
        elif lower == "for" and k == end and not known and (platform := end_of_platform(given, words, i, k)):
            end = platform
            break
        elif lower == "&" and k == end and are_two(given, words, i, k, n):
            break
        elif lower in ("for", "&", "of") and k + 1 < n and flags[k + 1] & CAPITAL and k == end:
            previous = words[k - 1].lower()
            if previous in given.organization_of or (
                words[k] == "for"
                and (previous in given.products or is_extension(words, i, k))
                and k - i > 1
                and not flags[k + 1] & STOP
                and not is_brand_with_tail(given, words, i, k)
                and not (known and all(word.lower() in PLAIN_TAIL for word in words[stop:k]) and k > stop + 1)
                and not (k == stop and known and words[k + 1].endswith(_DESCRIBING))
                and not is_plural(words[k + 1], flags[k + 1])
                and not is_compound(words, k + 2)
            ):
                end = max(given.lexicon.match(words, k + 1, n)[0], k + 2)
                k = end - 1
            elif lower != "&" or flags[k + 1] & WEAK:
                break
            else:
                end = k + 2
                k += 1
        elif (
            not flag & CAPITAL
            or flag & (BREAKER | CALENDAR)
            or lower in given.roles
            or (lower in given.soft and not is_brand)
            or (is_brand and k == end and is_verb(given, words, flags, k))
            or (k == end == 1 and not known and _is_deed(given, words, flags))
        ) or (k == end and _starts_product(given, words, k)):
            break
        elif flag & SURNAME and k == end and flags[k - 1] & GIVEN and flag & CAPITAL and not known:
            end = k + 1  # "Philip *Hale*"
        elif not flag & WEAK and k == end:
            further, other = given.lexicon.match(words, k, n)
            if lower in given.soft or (other and other[-1].type in ("Company", "Place", "Organization") and known):
                break
            end = further if other else k + 1
            k = end - 1
        elif lower in given.tails and (
            is_brand or k == end or (k == end + 1 and lower in given.firms and not is_verb(given, words, flags, k - 1))
        ):
            end = k + 1
        k += 1
    return end


def _end_of_own(words: Sequence[str], flags: Sequence[int], i: int) -> int:
    """Where what a firm launches ends that begins with the firm's name: "Zelbo to Roll Out *Zelbo Surround*"; or 0."""
    if not (words[i - 1].lower() in LAUNCHES or words[i - 1].lower() in ("launch", "out") or is_release_of(words, i)):
        return 0
    k = i + 1
    while k < len(words) and flags[k] & (CAPITAL | STOP | BREAKER | CALENDAR) == CAPITAL:
        k += 1
    return k if i + 1 < k and not is_plural(words[k - 1], flags[k - 1]) else 0


def _is_deed(given: Vocabulary, words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether the second word of a headline tells what its first does: "Orbixo *Promotes* Zelbo Care"."""
    return (
        len(words) > 3
        and is_verb(given, words, flags, 1)
        and words[2].lower() not in given.company_verbs
        and not is_verb(given, words, flags, 2)
        and bool(flags[2] & CAPITAL)
    )


def _is_another(given: Vocabulary, words: Sequence[str], k: int) -> bool:
    """Whether a known place, firm or public body begins here."""
    _, known = given.lexicon.match(words, k, len(words))
    return bool(known) and known[-1].type in ("Company", "Place", "Organization")


_DESCRIBING = ("er", "ing", "ed", "ly")
"""How words end that say what a known product is for: "Azure Files for *Faster* Access"."""


def _starts_product(given: Vocabulary, words: Sequence[str], k: int) -> bool:
    stop, known = given.lexicon.match(words, k, len(words))
    return stop > k + 1 and known[-1].type == "Product"
