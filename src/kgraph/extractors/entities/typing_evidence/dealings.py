"""Phrases that only the name of a firm completes: "a stake in *Orbix*", "according to *Orbix*", "rivals of *Orbix*".

What holds of the first name of a list behind such a phrase holds of the others: "to keep pace with Orbix and Kranvo".
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.extractors.entities.names.forms import is_plural
from kgraph.extractors.entities.names.vocabulary import ABSTRACT, UNCOUNTED, Name
from kgraph.extractors.entities.shapes import ACRONYM, SURNAME
from kgraph.extractors.entities.typing_evidence.setting import COMPANY, ORGANIZATION, PERSON, PLACE, PRODUCT, Setting
from kgraph.text import word_class

SURE, LIKELY = 2.0, 1.0
_TOWN = 3
"""The weight of a place that is no small town of the name of something else."""
_PHRASES: Mapping[str, frozenset[str]] = {
    "in": word_class("stake stakes shares shareholder shareholders investor investors investment"),
    "of": word_class(
        "shares formerly shareholders acquisition takeover purchase buyout rival rivals competitor competitors "
        "subsidiary unit division affiliate spin-off spinoff likes customers clients backers veteran veterans "
        "alumnus alumni rating valuation merger board boards directors owners founders co-founders cofounders"
    ),
    "to": word_class("according rival rivals competitor"),
    "for": word_class("spokesman spokeswoman spokesperson bid"),
    "at": word_class("stint career roles role tenure employees staff valued"),
    "with": word_class("merge merger merging merged pace"),
    "by": word_class("acquired bought owned acquisition takeover buyout"),
    "on": word_class("rating"),
    "off": word_class("spun spins spin spinning"),
    "between": word_class("merger pact deal partnership alliance agreement tie-up collaboration venture"),
    "from": word_class("came comes coming"),
}
"""The preposition before a firm's name, with the words that it hangs on."""
_WEAKER: Mapping[str, frozenset[str]] = {"of": word_class("ahead"), "for": word_class("works worked working")}
"""Phrases that other names complete too."""
_CAME = word_class(
    "competition funding money investment investments backing capital orders cash competitors round offer bid"
)
"""What comes from firms."""
_BEATS = word_class("fined fines fining sued sues suing outbid outbidding beating poached undercut undercutting")
_POSTS = word_class(
    "head chief director manager engineer vice president executive partner analyst boss ceo cfo cto coo cio cmo "
    "chairman chairwoman chair led career sales marketing finance jobs job worked"
)
_CAREERS = word_class("headed joined rejoined joins quit founded co-founded cofounded chaired leads heads")
"""What people do with firms, and with nothing else that a single word in capitals names."""
_LEFT = {
    "for": word_class("left leaves worked works working work"),
    "with": word_class("years decade decades months career stint"),
    "at": word_class("years decade decades months worked works working work job stint role post"),
    "from": word_class("joins joined joining arrives arrived poached moves moved hired"),
}
"""The preposition before a firm that somebody works for, with the words that it hangs on."""
_FIELDS = word_class(
    "sales marketing finance operations engineering strategy research product products legal communications "
    "government congress parliament europe security compliance policy radiology cardiology oncology surgery nursing"
)
"""What somebody heads inside a firm."""
_LOSES = word_class("outbid sued fined outmanoeuvred outmaneuvered delisted bailed")
"""What happens to firms: "Orbix and Kranvo were *outbid*"."""
DEAD_SURE = 3.3
"""Log-odds of a single ordinary word that only a firm's name can be: its capital letter alone speaks against it."""
_WON = {"to": word_class("went goes awarded owed owes sold"), "by": word_class("won built supplied")}
_PRIZES = word_class("contract contracts order orders deal tender tenders stake money bid mandate")
_VALUES = word_class("values valued valuing")
_SOURCES = ("according",)
_ENDS = word_class(". , ; : ) said says told and or as in at for by with is was has which who will")


def from_dealings(name: Name, setting: Setting, before_list: int, found: defaultdict[str, float]) -> None:
    """Add what the phrase says that ends at the word ``before_list``, the last before a list of names."""
    if found.get(PERSON, 0.0) >= LIKELY or any(
        each.type in (PERSON, ORGANIZATION) or (each.type == PLACE and each.weight >= _TOWN) for each in name.known
    ):
        return
    words, i, end = setting.words, name.first, name.end
    if words[i - 1].lower() in _VALUES and words[end : end + 1] == ["at"]:
        found[COMPANY] += SURE
        return
    if _is_paid_for(words, i, end):
        found[COMPANY] += SURE
        return
    if before_list < 1:
        return
    if words[before_list].lower() in _BEATS and not (
        name.how == "weak" and is_plural(words[end - 1], setting.flags[end - 1])
    ):
        found[COMPANY] += DEAD_SURE if _is_alone(name, setting) else SURE
        return
    preposition, noun = words[before_list].lower(), words[before_list - 1].lower()
    if _is_lost(setting, end) and not is_plural(words[end - 1], setting.flags[end - 1]):
        found.update({COMPANY: found[COMPANY] + SURE, PLACE: found[PLACE] - LIKELY})
        return
    if _is_of_career(setting, name, before_list):
        found[COMPANY] += DEAD_SURE if name.how == "weak" else SURE
        return
    if _is_preferred(words, i, end) and not is_plural(words[end - 1], setting.flags[end - 1]):
        found[COMPANY] += SURE
        return
    if noun in _PHRASES.get(preposition, ()):
        if preposition == "from" and _CAME.isdisjoint(
            word.lower() for word in words[max(0, before_list - 6) : before_list]
        ):
            return
        if noun in _SOURCES and before_list == i - 1 and not _is_whole(words, end):
            return  # "according to Orbix data", "according to Deputy Miller"
        if is_plural(words[end - 1], setting.flags[end - 1]) and name.how == "weak":
            return
        found[COMPANY] += DEAD_SURE if before_list == i - 1 and _is_alone(name, setting) else SURE
        found.update({PRODUCT: found[PRODUCT] - 0.5, PLACE: found[PLACE] - 0.8})
        if setting.flags[i] & ACRONYM and end - i == 1:
            found[COMPANY] -= LIKELY  # "an investment in RPA"
    elif (
        preposition == "at"
        and name.how == "weak"
        and not _POSTS.isdisjoint(words[max(0, before_list - 4) : before_list])
    ):
        found[COMPANY] += SURE  # "head of sales at Orbix"
    elif noun in _WON.get(preposition, ()) and not _PRIZES.isdisjoint(words[max(0, before_list - 6) : before_list]):
        found[COMPANY] += SURE
    elif noun in _WEAKER.get(preposition, ()):
        found[COMPANY] += LIKELY


def _is_paid_for(words: Sequence[str], i: int, end: int) -> bool:
    """Whether millions are spent on the name: "spent $1.3 billion on *Orbix*", "paid $2 million for *Orbix*."."""
    return (
        words[i - 1] in ("on", "for")
        and words[i - 2] in _MILLIONS
        and not _PAYS.isdisjoint(words[max(0, i - _NEAR_PAID) : i - 2])
        and _is_whole(words, end)
    )


_MILLIONS = word_class("million billion m bn mn")
_PAYS = word_class("spent spend spends spending paid pays pay paying")
_NEAR_PAID = 9


def _is_alone(name: Name, setting: Setting) -> bool:
    """Whether an ordinary word with a capital letter inside a sentence ends its phrase: "a stake in *Ripple*"."""
    last = setting.words[name.end - 1].lower()
    return (
        name.how == "weak"
        and not setting.headline
        and _is_whole(setting.words, name.end)
        and last not in _FIELDS
        and not last.endswith(ABSTRACT)
        and last not in UNCOUNTED
    )


def _is_of_career(setting: Setting, name: Name, before_list: int) -> bool:
    """Whether somebody's career is told: "headed *Serenity*, was COO at *Quarion* and worked for *Verdant*"."""
    words, i, end = setting.words, name.first, name.end
    if (
        before_list != i - 1
        or setting.headline
        or not _is_whole(words, end)
        or words[end - 1].lower() in _FIELDS
        or is_plural(words[end - 1], setting.flags[end - 1])
    ):
        return False
    before = words[i - 1]
    if before in _CAREERS:
        return name.how == "weak"
    if before in _RUNS:
        return name.how == "weak" and i > 1 and (words[i - 2] in _WHO or bool(setting.flags[i - 2] & SURNAME))
    near = words[max(0, i - 5) : i - 1]
    if before in _LEFT and not _LEFT[before].isdisjoint(near):
        return before != "for" or words[i - 2] in _LEFT[before]
    return before in ("at", "of") and words[i - 2].lower() in _OFFICERS and name.how == "weak"


_RUNS = word_class("ran runs run led lead")
_WHO = word_class("he she who He She to")
_OFFICERS = word_class("ceo cfo cto coo cio cmo chief chairman chairwoman president boss")


def _is_lost(setting: Setting, end: int) -> bool:
    """Whether a name stands in a list of which it is said that they were outbid or fined."""
    words = setting.words
    if _LOSES.isdisjoint(words):
        return False
    for k in range(end, min(len(words), end + _LONG_LIST)):
        if words[k] in ("were", "was"):
            return words[k + 1 : k + 2] != [] and words[k + 1] in _LOSES
        if words[k] in _BREAKS or (words[k].endswith("ed") and words[k].islower()):
            return False
    return False


_LONG_LIST = 14
_BREAKS = word_class(". ; : that which who said says is are has have had by")
_PREFERS = word_class("chose choose chooses choosing picked picks picking selected selects favored favoured over")


def _is_preferred(words: Sequence[str], i: int, end: int) -> bool:
    """Whether one is chosen over another here: "chose *Orbix* over *Kranvo*"."""
    if words[end : end + 1] == ["over"]:
        return words[i - 1] in _PREFERS and end + 1 < len(words) and words[end + 1][:1].isupper()
    return words[i - 1] == "over" and i > 2 and any(word in _PREFERS for word in words[max(0, i - 6) : i - 2])


def _is_whole(words: Sequence[str], end: int) -> bool:
    """Whether a phrase ends with the name: what follows is no noun that the name only describes."""
    return end >= len(words) or words[end].lower() in _ENDS
