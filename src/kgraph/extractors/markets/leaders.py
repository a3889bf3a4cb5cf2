"""Who leads a market, said in a sentence of running text: "The market is dominated by X and Y", "X and Y lead it"."""

import re
from collections.abc import Iterator

CUE = "arket"
"""A sentence without it speaks of no market."""

_SUCH_AS = (
    r"(?:(?:[A-Z]?[a-z-]+|Tier[- ][1I]|a|\d{1,2})\s+){0,5}(?:such\s+as|like|including|namely|:)\s+|the\s+likes\s+of\s+|"
    r"(?:(?:the\s+)?(?:two|three|four|five|big|giants|companies|players|rivals|vendors)\s+){1,4}"
)
"""What may stand before the names: "Tier-1 players such as", "the likes of", "the giants"."""
_STATE = (
    r"(?:is|are|was|were|remains?|long|has|been|being|still|currently|so|far|now|today|and|very|quite|highly|largely|"
    r"[a-z]+ly|mostly|concentrated|consolidated|fragmented|competitive|crowded|itself|globally|worldwide|,)"
)
_LED_BY = re.compile(
    rf"\b[Mm]arkets?\b(?:\s(?:for|of)\s(?:(?!is\b|are\b)[\w&/-]+\s?){{1,6}}?)?(?:,\s[^,;]{{3,60}},)?(?:\s*{_STATE}\b){{0,6}}(?:\s*,)?\s+"
    r"(?:dominated|led|controlled|ruled|contested|shared|headed|populated|topped|served|supplied|held|split|divided|"
    r"carved\s+up|fought\s+over)\s+"
    rf"(?:(?:mainly|largely|mostly|primarily|chiefly|jointly)\s+)?(?:by|between|among)\s+(?:{_SUCH_AS})?"
)
_TRAILED_BY = re.compile(
    r"\b[Mm]arket(?:\s(?:for|of)\s[\w\s/-]{3,50}?)?\s?,\s+(?:closely\s+)?(?:followed|trailed|chased)\s+by\s+(?=[A-Z])"
)
_AROUND = re.compile(
    r"\b[Mm]arket\s[^.;:,]{0,30}?\b(?:coalesc|consolidat|cluster|cent(?:er|re))\w*\s+(?:a?round|on)\s+(?=[A-Z])"
)
_HOME_TO = re.compile(
    rf"\b[Mm]arket\s+(?:[a-z]+ly\s+)?(?:is\s+(?:also\s+)?home\s+to|boasts|counts|features|pits|belongs\s+to)\s+(?:{_SUCH_AS})?"
    r"(?=[A-Z])"
)
_AGAINST = re.compile(
    r"\b(?:competes?\s+in\s+(?:the|this)\s[^.,;]{0,60}\b[Mm]arket\s(?:with|against)"
    r"|[Mm]arket,?\s+(?:(?:in\s+which|where)\s+)?(?:it|they)\s(?:(?:will|now|also)\s)?(?:meets?|faces?|rivals?|joins?|challenges?|"
    r"takes?\s+on|(?:goes|go)\s+up\s+against|competes?\s+(?:with|against)|vies?\s+with))\s+(?=[A-Z])"
)
_BIGGEST = re.compile(
    r"\b[Mm]arket(?:['’]s)?\s+(?:(?:three|two|four|five|\d{1,2})\s+)?(?:biggest|largest|leading|main|top|dominant|key|best-known)\s+"
    r"(?:[a-z]+\s+){0,2}(?:are|were|include|remain|:)\s+"
)
_PART = (
    r"(?:(?:a|an|the|some|about|around|roughly|nearly|almost|over|more\s+than|at\s+least|just|combined|together|well)\s+){0,3}"
    r"(?:half|most|two[- ]thirds|a\s+third|three[- ]quarters|bulk|majority|lion['’]s\s+share|(?:largest|biggest|"
    r"highest|sizeable|sizable|significant|substantial|dominant)\s+(?:market\s+)?shares?|chunk|"
    r"\d{1,3}(?:\.\d{1,2})?\s?(?:%|per\s?cent))"
)
_LEAD = re.compile(
    r"\s+(?:(?:together|jointly|both|all|still|now|currently|each|also|collectively|[a-z]+ly)\s+){0,2}"
    r"(?:(?:dominated?|lead|led|ruled?|control(?:led)?|shared?|topp?(?:ed)?|compete\s+in|head|split|divided?|corner(?:ed)?|vie\s+for|fight\s+over|fight\s+for|own|command|"
    r"carve\s+up|crowd|are\s+vying\s+for|are\s+fighting\s+(?:for|over)|are\s+competing\s+in|are\s+active\s+in|are\s+present\s+in|operate\s+in|"
    r"are\s+(?:among\s+)?(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:leaders|players|names|vendors|rivals|contenders|front-?runners|"
    r"heavyweights|suppliers|competitors)\s+(?:in|of))"
    rf"|(?:account(?:ed)?\s+for|m[ak][kd]e\s+up|hold|held|have|had|control(?:led)?|own(?:ed)?|command(?:ed)?|take|took|represent(?:ed)?|"
    rf"captured?|split|divided?|garnered|grabbed)\s+{_PART}"
    r"(?:\s+(?:of|in))?)"
    r"\s+(?:(?:the|a|an|this|all|that)\s+)?[^.,;]{0,70}\b[Mm]arket\b"
)
_WITH = re.compile(
    r"\bwith\s+(?=[A-Z])(?P<names>[^.;:]{3,160}?)\s(?:(?:[a-z]+ly|all|both|together|each|still|currently)\s+){0,2}"
    r"(?:leading|dominating|controlling|heading|topping|ruling|holding|commanding|owning|competing|vying|capturing|"
    r"accounting\s+for|making\s+up|taking|(?:among|as)\s+(?:the\s+)?(?:[a-z-]+\s+)?(?:leading|key|major|top|main|largest|"
    r"biggest|dominant)|at\s+the\s+(?:top|forefront|helm|front)|in\s+the\s+lead|in\s+front|out\s+in\s+front)\b"
)
_IN_WHICH = re.compile(
    r"\b[Mm]arket,?\s+(?:in\s+which|where)\s+(?=[A-Z])(?P<names>[^.;:]{3,120}?)\s"
    r"(?:are|compete|vie|lead|dominate|hold|battle|fight|jostle|already)\b"
)
_LEADS = re.compile(
    r"(?:\s+|(?=,))(?:(?:still|now|currently|already|long|clearly|also|[a-z]+ly)\s+)?"
    r"(?:(?:has\s+(?:[a-z]+\s+)?)?(?:competes\s+in|dominates?d?|leads|led|tops|topped|rules|ruled|commands|corners?(?:ed)?)\s+"
    r"(?:(?:the|this)\s+|(?=(?:(?!market|into|in|by|with|for|to|and|up|his|her|our|sales|team)[\w-]+\s){1,3}market\b))(?!market\s+(?:in|on|with|for\s(?:the|an?|its|their|now|years|decades|\d\w*|so|more|over))\b)[^.,;]{0,60}\b[Mm]arket\b(?!\s+(?:research|analysis|cap|in\s+(?:terms|gains)))"
    r"|(?:is|was|remains?|remained|became|has\s+become|,)\s*(?:(?:the|a|an|still|by|far|clear|undisputed|market|global|"
    r"world|worldwide|current|dominant|leading|long-time|main|biggest|largest|top|number|one|No\.\s?1)\s+){0,6}"
    r"(?:leader|player|vendor|supplier|name|provider|force)\s+(?:in|of)\s+(?:the|this)\s+[^.,;]{0,60}\b[Mm]arket\b"
    r"|(?:has|holds|enjoys|keeps|maintains|had|held|kept)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}"
    r"(?:lead|dominance|leadership|grip|stranglehold|(?:largest|biggest|highest|leading|top|dominant|lion['’]s)\s+(?:market\s+)?share)\s+(?:in|over|on|of)\s+(?:the|this)\s+[^.,;]{0,60}\b[Mm]arket\b"
    r"|,?\s*whose\s[^.,;]{2,40}?\s(?:leads?|dominates?|tops?)\s+the\s+(?:[^.,;]{0,60}\s)?[Mm]arket\b"
    r"(?!\s(?:research|analysis|in\s(?:terms|gains))))"
)
"""A single firm in front: "X dominates the pump market", "X, the leader in the pump market"."""


_LEADER_IN_FRONT = re.compile(
    r"^(?:In|Within|Across)\s(?:the|this)\s[^,;.]{3,70}\b[Mm]arket,\s(?=[A-Z])[^,;.]{2,60}?(?P<verb>\s(?:is|was|remains|remained|"
    r"stays|continues\sto\sbe)\s(?:(?:the|still|by\sfar|clear|undisputed|current|[a-z]+ly)\s){0,4}(?:market\s)?(?:share\s)?"
    r"(?:leader|front-?runner|number\sone|No\.\s1)\b)"
)
"""A market in front of its leader: "In the pump market, X continues to be the leader"."""
_IT_LEADS = re.compile(
    r"\b[Mm]arket,?\s(?:(?:that|which)\s)?(?=[A-Z])[^.,;:]{2,40}?(?P<verb>\s(?:(?:still|now|currently|has|long|[a-z]+ly)\s){0,2}"
    r"(?:dominates|leads|controls|rules|dominated|cornered)\b)"
)
"""A market that its leader follows: "the pump market that X dominates"."""


_NAME = r"(?:[A-Z0-9]|[a-z]{1,3}[A-Z])[\w.&’'+/-]*(?:\s(?:(?:of(?:\sthe)?|&)\s)?[A-Z][\w.&’'+/-]*){0,4}"
_ASIDE = r"(?:\s\([^()]{1,40}\))?"
LIST_END = re.compile(
    rf"{_NAME}{_ASIDE}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME}{_ASIDE}){{1,9}}(?:,?\s(?:who|which|that))?(?:,|\s?[–—-]|\))?$"
)
_REACH = 220
"""Code points that a list before a verb is looked for in."""


def list_before(words: str, end: int) -> int | None:
    """Where the list of names begins that ends at ``end``."""
    listed = LIST_END.search(words, max(0, end - _REACH), end)
    if listed is None:
        return None
    if _IN_FIELD.search(words, 0, listed.start()) and (comma := words.find(", ", listed.start(), end)) > 0:
        return comma + 2
    front = _FRONT.match(words, listed.start())
    return front.end() if front else listed.start()


_IN_FIELD = re.compile(r"(?:^|,\s)(?:[Ii]n|[Aa]mong|[Ff]or|[Aa]cross)\s(?:[a-z-]+\s){0,3}$")
"""Before a list whose first name is its field: "*In ambulatory* EHR, Epic and Cerner lead"."""
_FRONT = re.compile(
    r"(?:Together|Combined|Jointly|Collectively|Between them|Today|Now|Currently|Globally|Worldwide),\s"
)
"""What opens a sentence before its list: "*Together,* Acme and Beta hold"."""


def lists(words: str) -> Iterator[tuple[int, int, int]]:
    """Where in a sentence the names of a market's leaders may begin and end, and how many must stand there.

    A list of them is more surely one of firms than a single name, which may be a product, a place or any word.
    """
    if CUE not in words:
        return
    for expression in (_LED_BY, _AROUND, _HOME_TO, _BIGGEST):
        found = expression.search(words)
        if found:
            yield found.end(), len(words), 2
    for expression in (_AGAINST, _TRAILED_BY):
        found = expression.search(words)
        if found:
            yield found.end(), len(words), 1
    for expression in (_WITH, _IN_WHICH):
        found = expression.search(words)
        if found:
            yield *found.span("names"), 2
    found = _LEAD.search(words)
    if found:
        yield list_before(words, found.start()) or 0, found.start(), 2


def single(words: str) -> Iterator[int]:
    """Where the name ends of the one firm that a sentence says leads a market."""
    if CUE in words:
        yield from (found.start() for found in _LEADS.finditer(words))
        for expression in (_LEADER_IN_FRONT, _IT_LEADS):
            yield from (found.start("verb") for found in expression.finditer(words))
