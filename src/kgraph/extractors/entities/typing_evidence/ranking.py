"""Who is placed among others where sums or shares are told: "*Orbix* came second with 12%"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import ORDINARY
from kgraph.extractors.entities.typing_evidence.lists import behind_list
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, PERSON, PLACE, Setting
from kgraph.text import word_class

PLACED = 2.0
_COMES = word_class(
    "came comes ranked ranks finished finishes placed slipped slips rose rises climbed climbs fell falls dropped drops "
    "moved moves stayed stays stood stands sat sits jumped jumps advanced advances"
)
_TAKES = word_class(
    "take takes took taking keeps kept holds held retains retained regains regained claims claimed defends defended "
    "loses lost cedes ceded wins won"
)
_LOSES = word_class("lost loses lose losing gained gains gain gaining won wins win")
_TRAILS = word_class("trailed trails followed follows overtakes overtook overtaking leapfrogs leapfrogged")
_INTO = word_class("in to at into the as from a distant strong close")
_PLACES = word_class("first second third fourth fifth sixth seventh eighth ninth tenth no no. # top last ahead behind")
_HOLDS = word_class("had has held holds commanded commands captured captures took takes grabbed controls controlled")
_SHARES = ("share", "shares", "ground")
_OF_SHARES = word_class(
    "market markets share shares shipments units sold vendors vendor suppliers makers maker shipment rivals"
)
_LEADS = word_class("lead crown spot place position rank slot spots places positions ranks slots")
_FIRST = word_class("the its top first second third next last following two three four five overall No . 1")
_OF_MARKETS = word_class(
    "% percent $ € market markets share shares revenue revenues sales shipments units shipped sold vendors vendor "
    "suppliers makers maker shipment global worldwide world industry rivals"
)
_FAR = 4


def from_ranking(name: Name, setting: Setting, found: defaultdict[str, float]) -> None:
    """Add what it says that a name is placed among the firms of a market."""
    words, flags, j = setting.words, setting.flags, name.end
    if (
        name.known
        or name.brand
        or (name.end - name.first == 1 and flags[name.first] & ORDINARY)
        or is_plural(words[j - 1], flags[j - 1])
        or not any(_is_placed(words, k) or _has_share(words, k) for k in (j, behind_list(setting, j)))
        or (not setting.headline and _OF_MARKETS.isdisjoint(word.lower() for word in words))
    ):
        return
    found[COMPANY] += PLACED
    found[PERSON] = min(found[PERSON], 0.5)
    found[PLACE] = min(found[PLACE], 0.5)


def _has_share(words: Sequence[str], j: int) -> bool:
    """Whether a share of a market follows: "*had 16.2%*, and", "*lost market share*"."""
    after = words[j].lower() if j + 2 < len(words) else ""
    if after in _HOLDS and words[j + 1][0].isdigit() and words[j + 2] in ("%", "percent", "pct"):
        return not _OF_SHARES.isdisjoint(words)
    return after in _LOSES and words[j + 1 + (words[j + 1] == "market")] in _SHARES


def _is_placed(words: Sequence[str], j: int) -> bool:
    """Whether a place among others follows: "*came in third*", "*takes the top spot*", "*second* in batteries"."""
    if j + 1 >= len(words):
        return False
    after = words[j].lower()
    if after in _TRAILS:
        return words[j + 1][:1].isupper() or words[j + 1] in ("with", "at")
    if after in _PLACES and after not in ("no", "ahead", "behind", "#"):
        return words[j + 1] in ("in", "with", "at", "by")
    if after in _TAKES:
        k = j + 1
        while k < min(len(words), j + _FAR) and words[k] in _FIRST:
            k += 1
        return k < len(words) and words[k].lower() in _LEADS
    if after not in _COMES:
        return False
    k = j + 1
    while k < min(len(words), j + _FAR) and words[k] in _INTO:
        k += 1
    return k < len(words) and words[k].lower() in _PLACES
