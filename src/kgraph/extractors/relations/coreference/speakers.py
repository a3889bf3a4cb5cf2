"""Which of its names a sentence speaks of, and which only tell something of another."""

from collections.abc import Sequence
from itertools import pairwise

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.coreference.referring_nouns import FIRMS, LIMITED, OTHERS
from kgraph.text import word_class

_ARE = word_class("are is were also among")
_REACH_OF_PLACE = 5
_CLOSE = 2
_MODIFYING = 6
_RELATED = word_class(
    "partner rival competitor customer spinoff spinout specialist reseller integrator veteran backer supplier alumnus"
)
_OF_NEXT = FIRMS | _RELATED
_FUNCTION = word_class("and or of for with by in to from at on has is was said says buys acquires")
_FORMER = word_class("former ex formerly previously")
_ONLY_RELATED = word_class(
    "clients customers users partners investors backers client customer investor backer adopters"
)
_AHEAD = 12
_SUBJECTS = 7
_BEING = word_class("is are was were remain remains acted advised")
_ATTENDING = word_class(
    "investors shareholders backers underwriter underwriters adviser advisor advisers advisors bookrunners"
)
"""What those are of whom the text does not go on to speak: "Fidelity and State Street will remain *investors*"."""
_BEFORE_NAMES = word_class("the its their new a an")
_GOVERNING = word_class("at of by with from in to for via on against into than through under near told")
_EVENTS = word_class("availability launch release debut introduction preview version generation rollout unveiling")
_GIVING = word_class("gives gave signs signed")
_DESCRIBED = 6
"""Words that may tell what a firm is before its name."""
_APPROVES = word_class(
    "granted grants cleared clears approved approves authorized authorizes issued issues nod okays greenlights"
)


def is_governed(words: Sequence[str], first: int) -> bool:
    """Whether a preposition stands before a name; "the availability of X" speaks of X."""
    at = first - 1
    while at > 0 and words[at].lower() in _BEFORE_NAMES:
        at -= 1
    if at > 0 and words[at] in FIRMS:  # "the purchase *of* voice software vendor Orbix"
        low = max(0, at - _DESCRIBED)
        while at > low and words[at].islower() and words[at].isalpha() and words[at] not in _FUNCTION:
            at -= 1
    if at < 0 or words[at].lower() not in _GOVERNING:
        return False
    return not (words[at].lower() == "of" and at and words[at - 1].lower() in _EVENTS)


def stands_aside(words: Sequence[str], first: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name is governed or listed with one that is, in a relative clause, or in a phrase before the subject.

    "With Acme and *Orbixo*", "owners, among them *Acme*", "in which *Acme* has shares", "after *Acme* left, Orbixo".
    """
    head = _head_of_list(words, first, named)
    if is_governed(words, head) or (head and words[head - 1].lower() in _RELATING):
        return True
    return _is_fronted(words, first, named) or _is_compared(words, head, first, named)


def _is_compared(words: Sequence[str], head: int, first: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name only says before, after or like whom another does something: "a day after *Acme*, Orbixo"."""
    end = next((end for begin, end, _ in named if begin == first), len(words))
    return head > 0 and words[head - 1].lower() in _COMPARING and end < len(words) and words[end] in (",", "and", "or")


_COMPARING = word_class("after before like unlike behind besides alongside beside")


def _head_of_list(words: Sequence[str], first: int, named: Sequence[tuple[int, int, int]]) -> int:
    """Where the list begins that a name is a member of, where it is one."""
    ends = {end: begin for begin, end, _ in named}
    last = next((end for begin, end, _ in named if begin == first), first)
    member = words[last : last + 1] == [","] or words[last : last + 1] == ["and"]
    while first and (words[first - 1].lower() in _LISTING or (words[first - 1] == "," and member)):
        before = ends.get(first - 1, ends.get(first - 2, -1) if words[first - 2] == "," else -1)
        if before < 0:
            break
        first, member = before, True
    return first


def _is_fronted(words: Sequence[str], first: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name stands before the comma behind which another is the subject: "Two months after *Acme*"."""
    opening = [word.lower() for word in words[:_OPENING]]
    if opening[:1] == ['"']:
        del opening[0]
    if not opening or not (opening[0] in _FRONTING or not _SUBORDINATING.isdisjoint(opening)):
        return False
    starts = {begin for begin, _, _ in named if begin > first}
    for k in range(first + 1, min(first + _FRONTED, len(words) - 1)):
        if words[k] in (".", ";", ":"):
            return False
        if words[k] == ",":
            at = k + 1 + (words[k + 1].lower() == "the")
            if at in starts and k - first > _CLOSE:  # not "After Acme, Orbixo and Zelbo"
                return True
    return False


_RELATING = word_class("which whom them whose")
_LISTING = word_class("and or &")
_OPENING, _FRONTED = 4, 26
_FRONTING = word_class("after before since while when once as although though because if unlike to despite")
_SUBORDINATING = word_class("after before since")


def hears(sentence: Sentence, first: int) -> bool:
    """Whether a sentence does not speak of a name: it stands aside, or is who is told something."""
    words = sentence.words
    return words[first - 1].lower() in _TELLING_WHOM or stands_aside(words, first, sentence.mentions)


_TELLING_WHOM = word_class("told tells telling")


def in_brackets(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name stands alone in brackets: "March 3 (*Reuters*) - Acme"."""
    return first > 0 and words[first - 1] == "(" and words[end : end + 1] == [")"]


def only_relates(words: Sequence[str]) -> bool:
    """Whether a sentence only tells who else has to do with whom the last one spoke of: "X and Y *are clients*"."""
    end = [word.lower() for word in words[-5:] if word != "."]
    return bool(end) and end[-1] in _ONLY_RELATED and not _ARE.isdisjoint(end[:-1])


def is_of_place(sentence: Sentence, kinds: Sequence[str]) -> bool:
    """Whether a sentence speaks on of whom the last one spoke of: "*The Salt Lake City system* chose"."""
    words = sentence.words
    if len(words) < _REACH_OF_PLACE or words[0].lower() != "the" or not sentence.mentions:
        return False
    first, end, mention = sentence.mentions[0]
    if first != 1 or kinds[mention] != "Place":
        return False
    at = end + 2 * (words[end : end + 2] in (["-", "based"], ["-", "headquartered"]))
    following = [word.lower() for word in words[at : at + 4]]
    noun = next((k for k, word in enumerate(following[:3]) if word in FIRMS), -1)
    return noun >= 0 and (noun + 1 >= len(following) or following[noun + 1] not in LIMITED)


def owns_next(words: Sequence[str], end: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether another organisation's name follows a possessive: "*Alphabet*'s Verily"."""
    return words[end : end + 1] in (["'s"], ["’s"]) and any(end < first <= end + _CLOSE for first, _, _ in named)


def is_only_bought(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name only tells what another bought or has: "its *Red Hat* acquisition", "Acme's *Zelb* unit"."""
    return (
        first > 0
        and words[first - 1].lower() in _OWNERS
        and any(word in _DEALS for word in words[end : end + 2])
        and words[end].islower()
    )


_OWNERS = word_class("'s ’s its their the")
_DEALS = word_class("acquisition purchase takeover buyout deal merger unit subsidiary division business partnership")


def begins_with_firm(words: Sequence[str]) -> bool:
    """Whether a sentence begins with "the company", "the Dutch company", "the database giant"."""
    for k in (1, 2, 3):
        if k + 1 >= len(words) or not words[k].isalpha() or words[k].lower() in OTHERS:
            return False
        if words[k].lower() in FIRMS:
            return words[k + 1].lower() not in LIMITED and words[k + 1].islower()
    return False


def only_tells(words: Sequence[str], end: int, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name only tells what the next one is: "*Apple* management startup Kandji", "*Acme* rival Zelb"."""
    following = next((first for first, _, _ in named if first > end), -1)
    return (
        0 < following - end <= _MODIFYING
        and words[following - 1].lower() in _OF_NEXT
        and all(word.isalpha() and word.islower() and word not in _FUNCTION for word in words[end:following])
    )


def tells(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a sentence gives somebody's word or count: "*Acme* reckons", "according to *Acme*"."""
    if end >= len(words) or words[end].lower() in _TELLING:
        return end < len(words)
    if not first or words[first - 1].lower() not in ("to", "from", "by", "the"):
        return False
    before = [word.lower() for word in words[max(0, first - 3) : first]]
    return before[-3:] == ["according", "to", "the"] or (
        before[-2:] in (["according", "to"], ["report", "from"], ["data", "from"], ["study", "by"], ["report", "by"])
    )


_TELLING = word_class(
    "reckons reckoned estimates estimated predicts predicted forecasts forecast expects calculates counts found finds "
    "projects projected"
)
"""What houses that count markets do."""


def listed_from(words: Sequence[str]) -> int:
    """Where those begin who are only somebody's: "customers include *Acme* and *Orbixo*"; else the number of words."""
    if _INCLUDE.isdisjoint(words):
        return len(words)
    return next(
        (k for k, word in enumerate(words) if word in _INCLUDE and k and words[k - 1].lower() in _SOMEBODYS), len(words)
    )


_INCLUDE = word_class("include includes included are including")
_SOMEBODYS = word_class("customers clients users adopters investors backers partners rivals competitors subscribers")


def was_left(words: Sequence[str], first: int) -> bool:
    """Whether somebody only worked there before: "a former *Acme* executive"."""
    return first > 0 and words[first - 1 - (words[first - 1] == "-" and first > 1)].lower() in _FORMER


def approves(words: Sequence[str], end: int) -> bool:
    """Whether who stands before ``end`` only approves, or puts in money as well: the text is about another."""
    ahead = [word.lower() for word in words[end : end + _AHEAD]]
    if _APPROVING.isdisjoint(ahead):
        return False
    following, further = set(ahead[:4]), set(ahead[:9])
    if (
        {"participated", "participating"} & set(ahead)
        or ("also" in following and {"invested", "part", "joined"} & further)
        or (following & {"led", "owned", "owns", "holds"} and {"stake", "round", "series"} & further)
        or any(word == "joined" and after in (".", ",") for word, after in pairwise(ahead))
        or (not _BEING.isdisjoint(ahead[:_SUBJECTS]) and not _ATTENDING.isdisjoint(ahead))
    ):
        return True
    return bool(following & _APPROVES) or bool(following & _GIVING and following & {"nod", "off"})


_APPROVING = (
    _APPROVES | _GIVING | _ATTENDING | word_class("participated participating also led owned owns holds joined")
)
"""Of each way of approving a word: most names are followed by none, which is found at once."""


def launch_at(words: Sequence[str], reach: int) -> int:
    """Which of the first words begins a launch: "unveils", "*wraps* off", "*out* with a"; -1 for none of them."""
    for k, word in enumerate(words[:reach]):
        if word[:3] in _BEGIN_LAUNCHES and _begins_launch(words[k : k + reach]):
            return k
    return -1


def _begins_launch(words: Sequence[str]) -> bool:
    """Whether the first word does, or with what follows: "*brought* … to market"."""
    return (
        words[0].startswith(_LAUNCHING)
        or (words[0] in _COVERS and words[1:2] in (["off"], ["on"], ["back"]))
        or (words[:2] == ["out", "with"] and words[2:3] in (["a"], ["an"], ["its"], ["new"], ["another"]))
        or (words[0] in _BRINGING and "market" in words)
    )


_LAUNCHING = ("launch", "unveil", "introduc", "releas", "debut", "announc", "preview", "roll")
_COVERS = word_class("wraps curtain curtains veil lid covers")
_BRINGING = word_class("brings brought bring bringing puts put")
_BEGIN_LAUNCHES = frozenset(each[:3] for each in (*_LAUNCHING, *_COVERS, *_BRINGING, "out"))
"""How such words begin: asked first, because it is quick."""
