"""Where a name begins that opens a sentence."""

from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.bare_firms import is_bare_firm
from kgraph.extractors.entities.names.before_names import is_bank_of, is_fund, is_part_of_name
from kgraph.extractors.entities.names.bodies import is_body_of_nation, is_of_region, is_romance
from kgraph.extractors.entities.names.dividing import APPOSED
from kgraph.extractors.entities.names.forms import confirmed_end, is_doubtful, is_nothing, is_plural, opens_headline
from kgraph.extractors.entities.names.numbered import is_month_firm, is_ordinal_firm, is_small_word_firm
from kgraph.extractors.entities.names.persons import is_given_name
from kgraph.extractors.entities.names.postal import is_town_of_seat
from kgraph.extractors.entities.names.trades import is_trade
from kgraph.extractors.entities.names.unlisted import (
    has_officer,
    is_ai_firm,
    is_general_firm,
    is_numbered_inside,
    is_sun,
)
from kgraph.extractors.entities.names.vocabulary import FIRM_ENDS, Vocabulary
from kgraph.extractors.entities.shapes import (
    ACRONYM,
    BREAKER,
    CALENDAR,
    CAMEL,
    CAPITAL,
    GENERIC,
    NATIONALITY,
    NUMBER,
    ORDINARY,
    PROPER,
    STOP,
    WEAK,
)
from kgraph.lexicon import Form
from kgraph.text import word_class

_FIRMS = word_class(
    "company startup start-up provider maker firm vendor developer platform subsidiary unit division leader "
    "manufacturer supplier business unicorn consultancy"
)
_KINDS = frozenset(
    "Startup Insurer Retailer Grocer Brokerage Lender Carmaker Automaker Chipmaker Drugmaker Biotech Fintech Brewer "
    "Airline Carrier Developer Vendor Rival Chain Broker Unicorn Landlord Devicemaker Planemaker Medtech Insurtech "
    "Conglomerate Bookseller Supermarket Telco Bank Jeweller Watchmaker Homebuilder Wholesaler Discounter Refiner "
    "Utility Broadcaster Publisher Multinational Steelmaker Processor Miner Hotelier "
    "Rivals Competitors Startups Insurers Retailers Lenders Carmakers Automakers Chipmakers Drugmakers Vendors "
    "Investors Backers Carriers Airlines Telcos Operators".split()
)
"""What a firm is called before its name at the beginning of a sentence."""


def _is_apposed_firm(words: Sequence[str], k: int) -> bool:
    """Whether ", a … company" follows: what stands before it is a name, however ordinary a word."""
    if [w.lower() for w in words[k : k + 2]] not in APPOSED:
        return False
    for word in words[k + 2 : k + 10]:
        if word in ",.;:":
            return False
        if word.lower() in _FIRMS:
            return True
    return False


def is_plain_firm(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether plain words in capitals are a firm, because they act as only firms do: "*Data Intensity* announced"."""
    if i + 1 == end or end >= len(words):
        return False
    if is_ai_firm(given, words, i, end):
        return True
    is_one = False
    is_body = end - i == _FEW and words[end - 1].lower() in given.organizations and words[i] not in _PRAISING
    return (
        end - i <= _FEW
        and (
            words[end] in _ONLY_FIRMS
            or words[end] in given.company_verbs
            or _has_done(words, end)
            or _is_apposed_firm(words, end)
            or (is_one := _is_singular(given, words, flags, i, end))
            or (words[end] in _SAYING and words[end - 1].lower() in given.firms | FIRM_ENDS)
            or is_body
        )
        and words[i] not in _KINDS
        and all(
            flags[k] & (CAPITAL | ORDINARY) == CAPITAL | ORDINARY
            and not flags[k] & (STOP | CALENDAR | NATIONALITY)
            and words[k].lower() not in given.roles
            and (words[k].lower() not in given.actors or (end - i == _FEW and (k > i or is_body)))
            for k in range(i, end)
        )
        and (is_one or not is_plural(words[end - 1], flags[end - 1]))
    )


def _is_singular(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether a plural has a singular verb, and so is one firm's name: "*Digital Shadows* integrates with"."""
    return words[end] in _DOES and is_plural(words[end - 1], flags[end - 1]) and words[i].lower() not in given.roles


_DOES = word_class(
    "announces acquires adds appoints becomes brings integrates joins achieves earns expands extends enables "
    "enters hires provides publishes receives selects says adopts chooses collaborates delivers deploys gains "
    "introduces unveils helps invests is has was"
)
"""Singular verbs that are no plurals of nouns."""
_SAYING = ("said", "says", "reported", "reports", "confirmed", "estimates", "estimated")
_PRAISING = frozenset(
    "Leading Major Biggest Largest Local National Regional Global Key Top Worldwide Public Private".split()
)
"""Before what is an organization of many: "*Local* Police Department"."""


def _has_done(words: Sequence[str], k: int) -> bool:
    """Whether it is told what a firm has done: "Harbor Ledger *has teamed up*", "Harbor Ledger *recently opened*"."""
    k += 1
    while k < len(words) and words[k] in _AUXILIARIES:
        k += 1
    return k < len(words) and words[k - 1] in _AUXILIARIES and (words[k] in _ONLY_FIRMS or words[k] in _DONE)


_AUXILIARIES = word_class("has have today also recently now just")
_DONE = word_class("teamed expanded joined earned achieved selected chosen completed opened hired bought extended")
_NAMED = frozenset("Dubbed Nicknamed Codenamed Code-named Christened".split())
"""Before a name that opens a sentence: "*Dubbed* Orbix, it weighs two kilos"."""
_FEW = 3
_ONLY_FIRMS = word_class(
    "announced announces unveiled unveils launched launches introduced introduces acquired acquires partnered partners "
    "signed signs appointed appoints raised raises released releases today"
)
"""What only firms do; officials, whom a text may write in capitals too, say or report things."""


def _is_inside(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether the only word behind the one that opens a sentence is a name, as its capital says: "Our *Orbit* app"."""
    return (
        words[i - 1] in _OWNERS
        and flags[i] & (CAPITAL | ORDINARY) == CAPITAL | ORDINARY
        and not flags[i] & (STOP | CALENDAR | GENERIC | NATIONALITY | ACRONYM | BREAKER)
        and not is_plural(words[i], flags[i])
        and not any(words[i].lower() in each for each in (given.roles, given.actors, given.tails, given.openers))
        and words[i + 1 : i + 2] != []
        and words[i + 1].lower() in given.described
    )


_OWNERS = frozenset("Our Its Their Your With Using The For In From".split())
_LIKE = ("Like", "Unlike", "Alongside", "Per", "Via")


def _is_needed(given: Vocabulary, words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether only a firm's kind and legal form follow, which are no name alone: "*Swing* Therapeutics Inc."."""
    last = end - 1 - (words[end - 1] == ".")
    if flags[i] & (CAPITAL | STOP | NATIONALITY) != CAPITAL or i + 1 >= end or words[i + 1].lower() not in given.firms:
        return False
    return (i + 2 == last and words[last].lower() in given.legal) or (i + 2 == end and _has_twin(words, flags, end))


def _has_twin(words: Sequence[str], flags: Sequence[int], end: int) -> bool:
    """Whether an "and" joins another name that ends with the same word: "*Modern Health* and Lyra Health"."""
    return (
        words[end : end + 1] == ["and"]
        and words[end - 1] in words[end + 2 : end + 4]
        and all(flags[k] & CAPITAL for k in range(end + 1, words.index(words[end - 1], end + 2) + 1))
    )


def _only_tells_which(words: Sequence[str], flags: Sequence[int], i: int, end: int) -> bool:
    """Whether an adjective and a nationality only say which ones a sentence tells of: "*Large Korean* hospitals"."""
    return (
        i + 1 < end
        and bool(flags[end - 1] & NATIONALITY)
        and flags[i] & (ORDINARY | NATIONALITY) == ORDINARY
        and end < len(words)
        and is_plural(words[end], flags[end])
        and all(flags[k] & WEAK for k in range(i, end))
    )


def after_opening(
    given: Vocabulary,
    words: Sequence[str],
    flags: Sequence[int],
    i: int,
    end: int,
    confirmed: Mapping[str, frozenset[Form]],
) -> int:
    """Where a name begins in a run that opens a sentence: its first word may have its capital from that alone."""
    while i < end:
        flag = flags[i]
        stop, known = given.lexicon.match(words, i, end)
        if known and stop < end and is_nothing(known):
            if not flags[stop] & WEAK:
                i = stop
                continue
            stop, known = i, ()
        if known and (stop > i + 1 or not is_doubtful(known, flag)):
            return i
        if flag & (WEAK | NUMBER) and confirmed_end(words, i, end, confirmed) > i:
            return i
        if flag & NUMBER and i and i + 1 < end and given.lexicon.match(words, i + 1, end)[1]:
            i += 1  # "Get *6* Microsoft Azure courses"
            continue
        if (
            flag & (ACRONYM | WEAK) == ACRONYM | ORDINARY
            and i + 1 < end
            and flags[i + 1] & (CAPITAL | ACRONYM) == CAPITAL
        ):
            return i  # "*RIB* Schneider Group", in no words of capitals only
        if i + 1 < end and (words[i] == "-" or (flags[i + 1] & CAPITAL and not known and is_trade(words[i]))):
            i += 1 if flags[i + 1] & CAPITAL else 2  # "Meatpacker Zelbo", "Start*-up* Zelbo"
            continue
        if not flag & WEAK or flag & (CAMEL | PROPER) or is_given_name(words, flags, i, end):
            return i
        if (flag & STOP and i + 1 == end == 1 and words[1:2] != [","]) or _only_tells_which(words, flags, i, end):
            return end  # "The drug": a small word alone
        if (i == 0 and opens_headline(given, words, flags)) or (flag & CAPITAL and words[end - 1] == "plc"):
            return i
        if (
            flag & NATIONALITY
            and i + 1 < end
            and (
                is_part_of_name(given, words, flags, i + 1)
                or is_fund(given, words, flags, i + 1, end)
                or is_bank_of(words, i + 1, end)
                or (words[end - 1].lower() in given.organizations and is_plain_firm(given, words, flags, i + 1, end))
                or is_of_region(given, words, i, end)
                or is_body_of_nation(given, words, flags, i + 1, end)
            )
        ):
            return i
        if words[i] == "Dr" and i + 1 < end and words[i + 1] == ".":
            return i
        if _is_needed(given, words, flags, i, end) or any(is_romance(words, flags, i, j) for j in range(i + 1, end)):
            return i
        is_gerund = bool(flag & ORDINARY) and words[i].endswith("ing") and i + 1 < end and not known
        if (
            is_ordinal_firm(given, words, flags, i, end)
            or is_month_firm(given, words, flags, i, end)
            or is_small_word_firm(given, words, flags, i, end)
        ):
            return i
        if (
            flag & ORDINARY
            and i
            and i + 1 == end
            and [*words[i - 1 : i], *words[end : end + 2]] == ["At", ",", "based"]
        ):
            return i  # "At Discover, based in"
        if (
            is_numbered_inside(given, words, flags, i, end)
            or is_general_firm(words, flags, i, end)
            or is_sun(words, flags, i, end)
            or is_plain_firm(given, words, flags, i, end)
            or is_town_of_seat(given, words, end)
        ):
            return i
        if i and words[i - 1] == "Former" and has_officer(words, flags, end) and flag & ORDINARY and i + 1 == end:
            return i
        if (
            flag & (STOP | CALENDAR | NATIONALITY)
            or words[i].lower() in given.openers
            or is_gerund
            or (words[i] in _NAMED and i + 1 < end)
        ):
            i += 1
            continue
        if words[i] in _LIKE and i + 1 < end and (not flags[i + 1] & WEAK or words[end : end + 1] == [","]):
            i += 1  # "Like Zelbo Flash, it measures"
            continue
        if i and flags[i - 1] & STOP and i + 1 == end and _is_inside(given, words, flags, i):
            return i
        if words[i] in _KINDS and i + 1 < end and flags[i + 1] & CAPITAL and not known:
            i += 1  # "Brokerage Clear Street"
            if i + 1 == end and flags[i] & ORDINARY and not is_plural(words[i], flags[i]) and words[end : end + 1]:
                return i  # "Insurer Beacon will cover it"
            continue
        if known:
            return i  # an ordinary word that is also a name ("Apple", "Oracle"): resolution decides
        if i + 1 < end and flags[i + 1] & CAPITAL and words[i + 1].lower() not in given.roles:
            _, also = given.lexicon.match(words, i + 1, end)
            if also and also[-1].type in ("Company", "Product") and not is_doubtful(also, flags[i + 1]):
                return i + 1  # "Use Azure Logic Apps to"
            return i
        if i + 1 < end and words[i + 1] in ("of", "for", "&", "'s", "’s"):
            return i
        if flag & ORDINARY and i + 1 == end and (_is_apposed_firm(words, end) or is_bare_firm(words, flags, i)):
            return i
        i += 1
    return end
