"""Whether somebody still has the office of which a sentence tells."""

import re

from kgraph.extractors.relation_patterns import EARLIER, MAIN

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
