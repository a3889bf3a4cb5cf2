"""Ordinary words that open a sentence as firms' names do: bare, and doing what firms do to others."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, UNCOUNTED
from kgraph.extractors.entities.shapes import BREAKER, CALENDAR, CAPITAL, STOP
from kgraph.text import word_class


def is_bare_firm(words: Sequence[str], flags: Sequence[int], i: int) -> bool:
    """Whether an ordinary word without an article does what only firms do: "*Notion* has acquired Orbix".

    A thing that can be counted has an article where it is a subject, but in headlines: in a sentence, which ends with
    a stop, whatever deals with somebody that has a name is one itself.
    """
    lower = words[i].lower()
    if (
        lower in UNCOUNTED
        or lower in _COLLECTIVE
        or lower.endswith((*ABSTRACT, *_FURTHER))
        or is_plural(words[i], flags[i])
    ):
        return False
    k = i + 1
    while k < len(words) and words[k] in _AUXILIARIES:
        k += 1
    if k + 1 >= len(words):
        return False
    if words[k] in _DEEDS:
        return bool(flags[k + 1] & CAPITAL) or words[k + 1] in _OBJECTS or words[k + 1] in _MONEY
    return words[-1] in _STOPS and (_deals(words, flags, k) or (k == i + 1 and _is_of_two(words, flags, k)))


def _deals(words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether the ``k``-th word begins what firms do to somebody with a name, or with money or a deal."""
    if words[k] in ("'s", "’s"):  # "*Mercy*'s chief executive, Jane Miller"
        return words[k + 1] in _OFFICES
    if words[k] in _BEING and words[k + 1] in _DOING:
        k += 1
    elif words[k] not in _DEALING:
        return False
    k += 1
    for _ in range(_PARTICLES):
        if k < len(words) and words[k] in _LEADING_ON:
            k += 1
    if k >= len(words):
        return False
    if words[k] in _MONEY or _is_name(flags, k):
        return True
    if words[k] not in _OBJECTS:
        return False
    return any(word in _DEALS or word in _MONEY for word in words[k + 1 : k + _FEW])


def _is_of_two(words: Sequence[str], flags: Sequence[int], k: int) -> bool:
    """Whether an "and" joins another name, and both do something together: "*Ford* and Orbixo have teamed up"."""
    if words[k] != "and" or not _is_name(flags, k + 1):
        return False
    k += 2
    for _ in range(_FEW):
        if k < len(words) and flags[k] & CAPITAL:
            k += 1
    return k + 1 < len(words) and words[k] in _BOTH


def _is_name(flags: Sequence[int], k: int) -> bool:
    return flags[k] & (CAPITAL | STOP | CALENDAR | BREAKER) == CAPITAL


_FEW, _PARTICLES = 4, 2
_STOPS = (".", "!", "?", '"', "”")
_AUXILIARIES = ("has", "have", "had", "today", "also", "just", "will", "recently")
_MONEY = ("$", "€", "£", "US$", "¥", "₹", "Rs")
_OBJECTS = ("a", "an", "its", "the")
_DEEDS = word_class(
    "acquired acquires bought buys unveiled unveils launched launches hired hires appointed appoints raised raises "
    "acquire buy launch partnered sued sues outbid outbids poached poaches countersued"
)
_DEALING = word_class(
    "team teams teamed ally allied merge merges merged join joins joined partner partners collaborate collaborates "
    "collaborated compete competes competed invest invests invested sign signs signed strike strikes struck ink inks "
    "inked agree agreed agrees plans paid pays adopt adopts adopted pick picks picked choose chooses chose chosen tap "
    "taps tapped select selects selected take takes took taken own owns owned sell sells sold back backs backed use "
    "uses used turned complete completes completed close closes closed secure secures secured expand expands expanded "
    "extend extends extended snapped scooped rolled posted posts reported reports announced announces works worked led "
    "leads named names makes"
)
"""What firms do, which with somebody that has a name behind it no bare thing does."""
_BEING = ("is", "was")
_DOING = word_class(
    "acquiring buying selling working partnering teaming collaborating competing investing merging launching using "
    "paying hiring suing backing adopting joining taking opening expanding raising"
)
_LEADING_ON = word_class("up over with to in by on out into forces against from buy acquire sell invest work for of")
_DEALS = word_class(
    "deal deals partnership agreement alliance pact contract stake round purchase acquisition takeover venture bid "
    "merger loss profit tie-up collaboration memorandum subsidiary unit"
)
_OFFICES = (
    "CEO",
    "CFO",
    "COO",
    "CTO",
    "CIO",
    "chief",
    "chairman",
    "chairwoman",
    "president",
    "spokesman",
    "spokeswoman",
)
_BOTH = word_class(
    "have had are will would said say plan agreed teamed signed announced struck formed launched unveiled partnered "
    "joined merged entered inked"
)
_FURTHER = ("ption", "sion", "stion", "ution", "dom", "tude")
"""More ends of words for what has no article, beside "Notion"."""
_COLLECTIVE = word_class(
    "police government congress parliament industry labor labour finance faculty everybody nobody somebody anybody "
    "hollywood humanity mankind press opposition procurement management half staff team mother father mom dad leaders "
    "man woman god nobody everyone anyone someone england court council crowd church school college university "
    "hospital congressman army navy state city town income guidance volume inflation concern word rumor rumour blame "
    "praise effort love hope home office compliance commerce retail wealth capital equity support customer user "
    "interest speed price cost value quality choice part type version step phase option figure table chapter section "
    "example windows corporate back client server today tomorrow yesterday tonight nation country world"
)
"""Ordinary words that have no article as subjects, and are no firms."""
