"""Names in running text: a capital letter inside a sentence marks one."""

from collections.abc import Iterator, Mapping, Sequence

from kgraph.extractors.entities.names.bodies import (
    end_of_bracketed,
    end_of_campus,
    end_of_care,
    end_of_saints,
    is_body_for,
    is_incorporated_in,
    is_romance,
    is_royal,
    is_town,
)
from kgraph.extractors.entities.names.dividing import divide
from kgraph.extractors.entities.names.endings import WRITTEN_OUT
from kgraph.extractors.entities.names.forms import (
    COINED_VERSION,
    MAX_RUN,
    after_as_a_service,
    are_two,
    end_of_platform,
    is_compound,
    is_model,
    is_plural,
    is_version,
)
from kgraph.extractors.entities.names.genitives import end_of_shop
from kgraph.extractors.entities.names.hyphens import is_hyphened
from kgraph.extractors.entities.names.joined import FIELDS, end_of_body, end_of_fields, end_of_members, ends_in_field
from kgraph.extractors.entities.names.numbered import end_of_numbered
from kgraph.extractors.entities.names.opening import after_opening
from kgraph.extractors.entities.names.persons import is_family_particle
from kgraph.extractors.entities.names.postal import state_at
from kgraph.extractors.entities.names.released import is_for_field, is_release_of, is_small_ware
from kgraph.extractors.entities.names.small_inside import end_of_small_inside
from kgraph.extractors.entities.names.substances import is_substance
from kgraph.extractors.entities.names.things_before import is_extension, is_level, is_verb_noun
from kgraph.extractors.entities.names.unlisted import (
    BEGINNERS,
    OFFICES,
    end_of_part,
    end_of_trust,
    is_numbered_firm,
    is_small_firm,
    opens_small,
    opens_small_name,
)
from kgraph.extractors.entities.names.vocabulary import PARTICLES, Name, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    GIVEN,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    PLAIN,
    STOP,
    SURNAME,
    WEAK,
)
from kgraph.lexicon import Form
from kgraph.text import word_class

_QUOTES = ('"', "“", "”", "'")
_COINED_DOMAINS = (".ai", ".io", ".health")
_TITLES = frozenset("St Dr Mr Mrs Ms Prof Mt Rep Sen Gov Gen Maj Lt Col Capt Sgt Rev Hon Adm".split())
_POSSESSIVES = ("'s", "’s", "'", "’")
_MARKS = word_class("""'s ’s , . ; : ( ) [ ] / | $ % & + ? ! - – — … ' " ‘ ’ “ ” """)
"""Most of what is no word."""
_SHORT = 4
_CLOSING = ("and", "'s", "’s")
_JOINING = ("as", "of", "for", "and", "enabled", "at")
_NEVER_INSIDE = word_class(
    "the a an this that these those his her their our your its if as in at by on from with and or but is "
    "are was were will now to"
)
_OPENING = frozenset(
    "We You They He She About When While Whether Although Because Since After Before During Once".split()
)
"""With small words behind them they begin a sentence that no stop divides from the one before."""
_POSSESSIVE_NAMES = word_class(
    "children women men king queen st macy mcdonald moody lowe levi kohl wendy domino sotheby alzheimer "
    "parkinson people"
)


def in_text(
    given: Vocabulary, words: Sequence[str], flags: Sequence[int], confirmed: Mapping[str, frozenset[Form]]
) -> Iterator[Name]:
    """The names of a sentence, from left to right."""
    i, n = 0, len(words)
    begins = True
    while i < n:
        flag = flags[i]
        if flag & PLAIN:
            begins = False
            i += 1
            continue
        if not flag & CAPITAL:
            if (flag & NUMBER or words[i][0].isdigit()) and is_numbered_firm(given, words, flags, i):
                end = _run(given, words, flags, i)
                yield Name(i, end, (), (), "run")
                i, begins = end, False
                continue
            if small := _end_of_small(given, words, flags, i):
                yield Name(i, small, (), (), "run")
                i, begins = small, False
                continue
            if words[i] in given.lexicon.names and not flag & ORDINARY:
                stop, known = given.lexicon.match(words, i, n)
                if known:
                    while (
                        stop < n
                        and flags[stop] & NUMBER
                        and is_version(words, stop, words[stop + 1] if stop + 1 < n else "")
                    ):
                        stop += 1
                    if stop < n and flags[stop] & CAPITAL and known[-1].type == "Product":
                        stop = _run(given, words, flags, i)  # "syngo Dynamics"
                    whole = known if known[0].tokens == stop - i else ()
                    yield Name(i, stop, whole, () if whole else known, "known")
                    i = stop
                    begins = False
                    continue
            begins = words[i] in BEGINNERS or (begins and not words[i][0].isalnum())
            i += 1
            continue
        if state := state_at(given, words, flags, i):
            yield Name(i, i + 1, state, (), "postal")
            i, begins = i + 1, False
            continue
        end = _run(given, words, flags, i)
        start = i
        if i > 1 and (
            (words[i - 1] == "-" and words[i - 2][-1].isalnum() and flag & ORDINARY)
            or (words[i - 1] == "/" and len(words[i - 2]) == len(words[i]) == 1)
        ):
            i += 1  # the second half of "Patient-Centric", of "I/O"
            continue
        if begins:
            start = after_opening(given, words, flags, i, end, confirmed)
        if start < end:
            yield from divide(given, words, flags, start, end, initial=begins and start == i, confirmed=confirmed)
        i = end if end > i else i + 1
        begins = False


def _end_of_small(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> int:
    """Where a name ends that begins with a small letter or a digit at ``i``; 0 where none does."""
    word = words[i]
    if word in _MARKS:
        return 0
    if word[0].isdigit() and (numbered := end_of_numbered(given, words, flags, i)):
        return numbered
    if i == 0 and opens_small_name(words, flags):
        return _run(given, words, flags, 1)
    if i and word.isalpha() and is_small_ware(words, flags, i):
        return _run(given, words, flags, i)
    if is_substance(word):
        return i + 1
    if word.isalpha():  # most are plain words
        is_one = opens_small(given, words, flags) if i == 0 else len(word) > _SHORT and is_small_firm(words, flags, i)
    else:
        is_one = (
            (word.endswith(_COINED_DOMAINS) and len(word) > 5)
            or is_hyphened(words, i)
            or COINED_VERSION.fullmatch(word) is not None
            or (i == 0 and opens_small(given, words, flags))
        )
    return i + 1 if is_one else 0


def _run(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> int:
    """The end of the run of capitalised words that starts at ``i``, connectors and numbers included."""
    n = min(len(words), i + MAX_RUN)
    stop = given.lexicon.match(words, i, n)[0]
    j = stop if stop > i else i + 1
    structured = False  # "Centers for Disease Control": may go on with "and Prevention"
    while j < n:
        word, flag = words[j], flags[j]
        if (flag & PLAIN and word not in _JOINING and not flags[j - 1] & GIVEN and word not in PARTICLES) or (
            flag & (STOP | BREAKER) and word in _OPENING and j + 1 < n and words[j + 1].islower()
        ):
            break  # also "Manager, Orbix Networking *We* continue to grow"
        if flag & CAPITAL and (
            not (flag & STOP and not flag & ACRONYM and word.lower() in _NEVER_INSIDE)
            or _is_initial(words, flags, j)
            or words[j : j + 2] == ["On", "Demand"]
            or (word == "The" and is_royal(words, flags, i, j))
        ):
            stop = given.lexicon.match(words, j, n)[0]
            j = stop if stop > j else j + 1
            continue
        following = words[j + 1] if j + 1 < n else ""
        next_flag = flags[j + 1] if j + 1 < n else 0
        if (flag & NUMBER and is_version(words, j, following)) or is_model(word, following):
            j += 1
        elif word in ("as", "as-a-Service") and (further := after_as_a_service(words, j)):
            j = further
        elif (
            word == "&"
            and next_flag & CAPITAL
            and not following.startswith("Non-")
            and not are_two(given, words, i, j, n)
        ) or (word == "," and following.lower() in given.legal and next_flag & CAPITAL):
            j += 2
        elif (
            word in ("of", "for")
            and next_flag & CAPITAL
            and (
                (words[j - 1].lower() in given.organization_of and not _is_whole(given, words, i, j))
                or (words[j - 1] in ("Shield", "Cross") and word == "of" and words[i] == "Blue")
                or (
                    word == "for"
                    and words[j - 1].lower() in given.products
                    and not next_flag & CALENDAR
                    and following.lower() not in _NEVER_INSIDE
                    and not is_plural(following, next_flag)
                    and not is_compound(words, j + 2)
                    and j - i > 1
                )
                or is_body_for(words, i, j)
                or (word == "of" and is_incorporated_in(given, words, flags, i, j))
                or (word == "of" and is_royal(words, flags, i, j))
                or (word == "of" and is_town(words, i, j))
                or (word == "for" and is_extension(words, i, j))
                or (word == "for" and words[j - 1] == "Operator" and j > i + 1)
                or (
                    word == "for"
                    and (
                        _is_edition(given, words, flags, i, j)
                        or _is_made_for(given, words, i, j)
                        or is_for_field(words, flags, i, j)
                    )
                )
            )
        ):
            structured = words[j - 1].lower() in given.organization_of
            j += 2
        elif (
            word == ","
            and structured
            and words[j - 1].lower() in FIELDS
            and (further := end_of_fields(words, flags, j))
        ):
            j, structured = further, False
        elif (
            word == "and"
            and structured
            and next_flag & (CAPITAL | NATIONALITY) == CAPITAL
            and (
                (next_flag & ORDINARY and (following not in given.lexicon.names or following.lower() in FIELDS))
                or ends_in_field(words, flags, j + 1)
            )
        ):
            j += 2
            structured = False
        elif word == "of" and following == "the" and words[j - 1].lower() in OFFICES and j + 2 < n:
            if not flags[j + 2] & CAPITAL or _is_whole(given, words, i, j):
                break
            j += 3
        elif (word in _CLOSING and (further := end_of_care(words, flags, i, j))) or (
            word == "at" and (further := end_of_campus(given, words, flags, i, j))
        ):
            return further
        elif (
            (
                word == "and"
                and next_flag & CAPITAL
                and (
                    further := end_of_saints(words, flags, i, j)
                    or end_of_part(given, words, flags, i, j)
                    or end_of_trust(words, flags, i, j)
                    or end_of_body(given, words, flags, i, j)
                    or end_of_members(words, flags, i, j)
                )
            )
            or (
                word in _POSSESSIVES
                and (next_flag & CAPITAL or following in ("and", "&"))
                and (further := end_of_saints(words, flags, i, j) or end_of_shop(words, flags, i, j))
            )
            or (word == "(" and next_flag & CAPITAL and (further := end_of_bracketed(given, words, flags, j)))
        ):
            j = further
        elif (
            (
                word in ("'s", "’s")
                and next_flag & CAPITAL
                and (words[j - 1].lower() in _POSSESSIVE_NAMES or words[i] in ("St", "Saint"))
            )
            or (word in ("'S", "’S") and flags[j - 1] & next_flag & ACRONYM)
            or (word == "." and len(words[j - 1]) == 1 and words[j - 1].isupper() and next_flag & CAPITAL)
            or is_romance(words, flags, i, j)
        ):
            j += 2
        elif word == "." and j + 1 < n and words[j - 1] in _TITLES:
            j += 1
        elif (
            (word == "-" and is_verb_noun(words, j))
            or (word in ("–", "-", "—") and is_level(words, i, j))
            or (word == "-" and j == i + 2 and _is_second_syllable(words, flags, j))
        ):
            j += 2
        elif (word in ("-", "enabled") and (further := end_of_small_inside(given, words, flags, j))) or (
            (flags[j - 1] & GIVEN or is_family_particle(words, flags, i, j))
            and (further := _person_goes_on(words, flags, j, n))
        ):
            j = further
        elif word == "plc" and flags[j - 1] & CAPITAL:
            return j + 1
        elif word == "." and words[j - 1].lower() in given.legal:
            if j + 1 == len(words) and words[j - 1].lower() in WRITTEN_OUT:
                return j
            return _end_of_legal(given, words, flags, j, n)
        else:
            break
    return j


def _end_of_legal(given: Vocabulary, words: Sequence[str], flags: Sequence[int], j: int, n: int) -> int:
    """Where a firm's name ends that may go on behind its legal form's stop: "Zelbo *Co., Ltd.*", "*Co. Ltd.*"."""
    k = j + 1 + (words[j + 1 : j + 2] == [","])
    if k >= n or words[k].lower() not in given.legal or not (k > j + 1 or flags[k] & CAPITAL):
        return j + 1
    return k + 1 + (words[k + 1 : k + 2] == ["."])


def _is_initial(words: Sequence[str], flags: Sequence[int], j: int) -> bool:
    """Whether a letter that is a word too stands for a second given name: "Dennis *A*. Zelburg"."""
    return (
        len(words[j]) == 1
        and words[j + 1 : j + 2] == ["."]
        and bool(flags[j - 1] & GIVEN)
        and j + 2 < len(words)
        and flags[j + 2] & (CAPITAL | STOP) == CAPITAL
    )


def _is_whole(given: Vocabulary, words: Sequence[str], i: int, j: int) -> bool:
    """Whether a known name ends here: "the Food and Drug Administration" has approved "*for* Orbix"."""
    stop, known = given.lexicon.match(words, i, j)
    return stop == j and j > i + 1 and known[-1].type == "Organization"


def _is_edition(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, j: int) -> bool:
    """Whether "for" goes on with a known product's name, which a capital letter tells: "Azure *for Operators*"."""
    stop, known = given.lexicon.match(words, i, j)
    following = words[j + 1]
    return (
        (
            known[-1].type == "Product"
            if stop == j
            else bool(flags[j - 1] & CAMEL)
            or (i < stop < j and known[-1].type == "Company" and not flags[j - 1] & WEAK and following in _FIELDS)
        )
        and flags[j + 1] & (ORDINARY | GENERIC | CALENDAR) == ORDINARY
        and following.lower() not in _NEVER_INSIDE
        and not given.lexicon.match(words, j + 1, len(words))[1]
    )


_FIELDS = frozenset(
    "Healthcare Health Retail Government Education Financial Finance Manufacturing Developers Business Enterprise "
    "Enterprises Sustainability Nonprofit Teams Science Startups Operators Banking Insurance Work".split()
)
"""For what a firm's products have editions: "NVIDIA Isaac for *Healthcare*"."""


def _is_made_for(given: Vocabulary, words: Sequence[str], i: int, j: int) -> bool:
    """Whether what is launched or available bears the name of what it is for: "the launch of Orbix *for Azure*"."""
    stop, known = given.lexicon.match(words, j + 1, len(words))
    if not known or known[-1].type != "Product":
        return False
    after = [word.lower() for word in words[stop : stop + 3]]
    return (
        is_release_of(words, i)
        or ("available" in after and bool(after) and after[0] in ("now", "is", "available"))
        or end_of_platform(given, words, i, j) > 0
    )


def _is_second_syllable(words: Sequence[str], flags: Sequence[int], j: int) -> bool:
    """Whether a given name goes on behind a hyphen: "Kim Dae-*hyun*"."""
    return (
        j + 1 < len(words)
        and words[j + 1].islower()
        and 1 < len(words[j + 1]) <= _SYLLABLE
        and (not flags[j + 1] & WEAK or words[j + 1] in _SYLLABLES)
        and bool(flags[j - 2] & (GIVEN | SURNAME))
        and not flags[j - 1] & (WEAK | ACRONYM | CAMEL)
    )


_SYLLABLE = 6
_SYLLABLES = word_class("woo moon young sun sung jung won soon bin")
"""Of Korean names, and English words."""


def _person_goes_on(words: Sequence[str], flags: Sequence[int], j: int, n: int) -> int:
    """Where a person's name goes on after a particle or a nickname: "Frans *van* Houten", "Bill *“Skip”* Gates"."""
    k = j
    while k < n and k < j + 2 and words[k] in PARTICLES:
        k += 1
    if k == j and k + 2 < n and words[k] in _QUOTES and words[k + 2] in _QUOTES and flags[k + 1] & CAPITAL:
        k += 3
    return k + 1 if j < k < n and flags[k] & CAPITAL and not flags[k] & STOP else 0
