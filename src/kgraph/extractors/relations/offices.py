"""Whether somebody still has the office of which a sentence tells."""

import re
from collections.abc import Sequence

from kgraph.extractors.relations.expressions import EARLIER, MAIN
from kgraph.text import word_class

_EARLIER_ON = re.compile(
    '^ (?:" )?(?:previously|formerly|earlier|once|before (?:that|this|then|he|she|joining|coming|moving|starting)|'
    "prior to|until (?:then|recently|now)|most recently|"
    "(?:in|during) (?:his|her|their) (?:previous|last|earlier|former|prior|time|years|tenure|career)) [^;:]*$"
)
"""The beginning of a sentence on where somebody worked before: "*Previously*, she was chief at"."""
_NOW = re.compile(" (?:now|currently|today|since) ")
_LEFT = re.compile(
    " (?:, )?(?:(?:has|have|had|abruptly|quietly|suddenly|recently|just|also|since) ){0,3}"
    "(?:(?:stepped|stood) (?:down|aside)|retired|resigned|departed|quit|exited|died|"
    "passed away|was (?:fired|ousted|dismissed|sacked|removed|let go)|"
    "left (?=(?:the|in|for|after|his|her|its|last|this|to|on|amid|with|earlier|at|abruptly|[,.]) ))"
    "(?! as [^.;]{1,60} (?:but|while|though|and) (?:will |would )?(?:remain|stay|continu|keep))"
)
"""After who had an office: "Acme's chief, Jane Miller, *stepped down*"."""
_LEAVING = re.compile(
    " (?:resign(?:s|ed|ing)?|retir(?:es?|ed|ing)|(?:steps?|stepped|stepping|stood|stands?|standing) (?:down|aside)|"
    "quit|quits|fired|ousted|dismissed|sacked|removed|leav(?:es?|ing)|left|exit(?:s|ed|ing)) "
    "(?:as|from|his|her|their|the) "
)
_TO_ANOTHER = re.compile(" (?:to (?:become|join|lead|head|take|be|run)|join(?:s|ed|ing)|becom(?:es|ing)|became) ")
_SERVED = re.compile(" (?:served|was|led|ran|worked|headed|chaired|held) ")
_UNTIL = re.compile(" (?:, )?(?:until|till|from [0-9]{4} (?:to|until)|between [0-9]{4}) (?!now )")


def is_over(line: str, found: re.Match[str]) -> bool:
    """Whether a match tells of an office that somebody no longer has."""
    first, last = sorted((found.end("s"), found.end("o")))
    if EARLIER in line[first:last] or MAIN in line[first:last]:
        last = first  # whose office it is an earlier sentence said
    if _LEFT.match(line, last) or (_UNTIL.match(line, last) and _SERVED.search(line, first, last)):
        return True
    if _LEAVING.search(line, first, last) and not _TO_ANOTHER.search(line, first, last):
        return True
    before = _EARLIER_ON.match(line, 0, found.start() + 1)
    return before is not None and not _NOW.search(line, 0, last)


_DEPARTMENTS = word_class(
    "digital gaming research engineering cloud ict it general data security products product operations finance "
    "strategy innovation technology technologies software services sales marketing design development applications "
    "infrastructure analytics communications legal compliance policy people culture growth revenue information medical "
    "clinical nursing commerce retail manufacturing supply procurement partnerships alliances healthcare "
    "education energy media advertising content risk trust safety privacy sustainability architecture delivery support "
    "success learning science sciences ai cognitive corporate enterprise consumer business customer board global "
    "international americas worldwide platform platforms systems solutions devices mobility hardware networks quality "
    "relations affairs"
)
_JOINING = word_class("and & of for , in charge")
_OFFICES = word_class(
    "chief director head president vp svp evp officer manager vice-president lead leader boss chair chairman minister "
    "ceo cto cio member attorney secretary"
)
_BEFORE, _AFTER = 6, 3
CHIEFS = word_class("chief ceo cfo cto coo cio ciso cmo president chairman chairwoman boss founder co-founder")
"""Who speaks for a firm that need not be named."""
_FIRM = re.compile("[\ue000\ue001\ue005]")


def opens_with_officer(out: Sequence[str]) -> bool:
    """Whether the words and slots of a line tell of somebody's office before they name a firm, if they do."""
    return not CHIEFS.isdisjoint(out) and _FIRM.search(" ".join(out).partition(" \ue003")[0]) is None


def is_department(words: Sequence[str], first: int, end: int) -> bool:
    """Whether what looks like a name is what somebody heads: "Vice President, *Gaming*", "Chief *Digital* Officer"."""
    if words[first].lower() not in _DEPARTMENTS:
        return False  # most names, asked first
    if any(word.lower() not in _DEPARTMENTS and word.lower() not in _JOINING for word in words[first + 1 : end]):
        return False
    for k in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        word = words[k].lower()
        if word in _OFFICES:
            return True
        if word not in _JOINING and word not in _DEPARTMENTS and word != "the":
            break
    return any(word.lower() in ("officer", "director", "chief", "manager") for word in words[end : end + _AFTER])
