"""Who is called the largest of a field that no word "market" names: "Acme is the top pump maker", "X and Y lead it".

Only what is told of a firm counts. What a firm calls itself in passing, "Acme, a leading provider of pumps, announced",
stands in every press release and ranks nobody.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.extractors.cues import Cues
from kgraph.extractors.markets.field_leaders import FIELD, PART, Led
from kgraph.extractors.markets.leaders import list_before
from kgraph.extractors.markets.share_fields import GOODS

_CUES = Cues(
    "argest", "iggest", " top ", "o. 1", "ber one", "ber-one", "popular", "ominant", "eading ", "lead ", "leads",
    " led ", "ominate", " head", " rule", "tops", "topped", "spot in", "place in", "position in",
    "leader", "runner", "o. 2", "o. 3", "second in", "third in", "fourth in", "fifth in", "ber two", "ber three",
    "main ", "trongest ", "eavyweight", "owerhouse", "become", "thirds of", "half of", "% of", "cent of", "out of",
    "uarters of", "most of", "bulk of",
)  # fmt: skip
"""A sentence without any of them ranks nobody: asked first, because it is quick."""
_MOST = (
    r"(?:(?:second|third|fourth|fifth|sixth)[- ])?(?:largest|biggest|top|dominant|number[- ](?:one|two|three)|"
    r"No\.\s?[1-5]|most\spopular|most\swidely\sused)"
)
_COUNT = r"(?:(?:two|three|four|five|six|ten|\d{1,2})\s)"
_WHOSE = r"(?:the|(?:[A-Z][\w.]+|(?:the\s)?(?:world|country|nation|region|continent|island|industry))['’]s)"
_WHERE = (
    r"(?:(?:U\.S\.|US|UK|European|American|Chinese|Indian|Japanese|German|global|international|commercial|independent|"
    r"domestic|worldwide|private|public|listed|specialist)\s){0,3}"
)
_MAKER = (
    r"(?:provider|vendor|maker|supplier|manufacturer|producer|seller|operator|brand|insurer|retailer|carrier|distributor|"
    r"developer|lender|platform)"
)
_OFTEN = r"(?:(?:still|now|currently|by\sfar|again|easily|also|already|today|both|all|among|[a-z]+ly)\s){0,3}"
_IS = (
    r"(?:is|was|remains|remained|became|becomes|has\s(?:(?:long|always|since)\s)?(?:become|been)|stays|stayed|ranks\sas|"
    r"continues\sto\sbe)"
)
_NO_GOODS = r"(?!(?:worldwide|globally|in|are|is|were|was|and|to|with|for|by|at|on|the|a|an)\b)"
_GOODS = rf"{_NO_GOODS}[\w&/-]+(?:\s(?:and\s(?=[\w-]+\s[a-z]))?{_NO_GOODS}[\w&/-]+){{0,4}}"
_OF_KIND = rf"{_WHERE}(?:(?P<field>{FIELD}){_MAKER}s?\b(?!\sof\s)|{_MAKER}s?\sof\s(?P<goods>{_GOODS}))"
_SOMEWHERE = re.compile(
    r"\s(?:in|worldwide|globally|by|with\s(?:an?\s)?(?:share|\d)|ahead)\b|,\s(?:ahead|followed|before)\b"
)
"""After "the leading provider", which any firm calls itself."""
_ONE = re.compile(rf"\s{_IS}\s{_OFTEN}{_WHOSE}\s(?:{_MOST}|(?P<leading>leading))\s{_OF_KIND}")
"""After the one firm: "Acme *is by far the largest maker of pumps*"."""
_TURNED = re.compile(
    rf"\b(?:[Tt]he|[A-Z][\w.]+['’]s|world['’]s)\s(?:{_MOST}|leading)\s{_OF_KIND}"
    r"(?:\s(?:in|by)\s(?!which\b|far\b)[^,;.]{2,40}?|\sworldwide|\sglobally)?\s(?:is|was|remains)\s(?=[A-Z])"
)
"""Before it: "*The largest maker of pumps is* Acme"."""
_ARE = re.compile(
    rf"\s(?:are|remain|were|rank\sas|became|make\sup)\s{_OFTEN}{_WHOSE}\s{_COUNT}?(?:{_MOST}|leading|main|major)\s"
    rf"{_COUNT}?{_OF_KIND}"
)
_SOLD = (
    r"(?P<field>(?:(?!(?:and|or|the|of|in|for|to|is|its|their|our|that|which|what|how|who|with|by|at|on)\b)[\w&/-]+\s){0,4}?"
    rf"(?:{GOODS}|clouds?|software|hardware|services|SaaS|IaaS|PaaS|EHRs?|EMRs?|CRM|ERP|databases?|analytics|security|"
    r"cybersecurity|colo|colocation|payments|search|e-commerce|banking|insurance|robotics|diagnostics|ultrasound|MRI|CT|"
    r"virtuali[sz]ation|telecoms?|telecommunications|automation|logistics|foundry|hyperscale|conferencing|"
    r"(?:cloud|hybrid|edge|quantum|mobile|personal|high-performance)[- ]computing|"
    r"(?:cloud|network|IT|data|AI)\sinfrastructure(?:\sservices)?))"
)
GOODS_FIELD = (
    rf"(?:the\s)?(?:global\s)?{_SOLD}(?:\s(?:market|space|business|sector|industry|segment|arena|race|field))?"
    r"(?:\sshare)?"
)
"""A field by what is sold in it: "the cloud infrastructure market"."""
ENDS = (
    r"(?=[.,;:)]|$|\s(?:on\s(?:the|earth)|with|by|while|worldwide|globally|ahead|followed|according|last|this|"
    r"in\s(?:[A-Z12]|the\s)))"
)
_LEAD = re.compile(
    r"\s(?:(?:together|jointly|both|all|still|now|currently|[a-z]+ly)\s){0,2}(?:dominate|lead|rule|head|headed|led)\s"
    rf"(?:in\s)?(?:the\s)?{_SOLD}{ENDS}"
)
_LEADS = re.compile(
    rf"\s(?:(?:still|now|currently|[a-z]+ly)\s){{0,2}}(?:dominates|leads|rules|tops)\sthe\s(?:{_SOLD}{ENDS}"
    rf"|(?P<area>{FIELD})"
    rf"(?:space|segment|sector|field|category|niche|business|industry|trade|arena)\b{ENDS})"
)
"""After one that leads: "Acme *dominates the pump segment*", but not "Jane Miller leads the pump team at Acme"."""
_SPOT = re.compile(
    r"(?:,|\s(?:has\s|have\s)?(?:regain(?:s|ed)|retakes|retook|takes|took|kept|keeps|holds|held|reclaim(?:s|ed)|won|wins|"
    r"claim(?:s|ed)|defend(?:s|ed)|loses|lost|slipped\s(?:in)?to|rose\sto|climbed\sto|moved\sto|is|was|remains|stays|"
    r"ranks|ranked|finished))\s"
    r"(?:(?:still|now|currently|again|in)\s){0,2}(?:the\s|an?\s(?:distant|close|strong|clear)\s)?"
    r"(?:(?:top|number[- ]one|No\.\s?1|first|second|third|fourth|fifth)\s"
    r"(?:spot|place|position|rank|slot)|crown|lead|number\s(?:one|two|three)|No\.\s?[1-5]|first|second|third|fourth|fifth|"
    rf"dominant)\sin\s{GOODS_FIELD}{ENDS}"
)
"""After one on a rung: "Acme *regained the top spot in smartphones*"."""
_CLEAR = r"(?:clear|clearly|undisputed|market|global|world|worldwide|current|overall|established|long-time)"
_FIRST = r"(?:dominant|leading|biggest|largest|main|top|strongest|No\.\s?1|number[- ]one)"
_LEADER = re.compile(
    rf"\s{_IS}\s{_OFTEN}(?:the\s|(?=(?:world|global|market|undisputed|clear|No\.|number)\b))(?:{_CLEAR}\s){{0,3}}(?:(?:leader|front-?runner)|{_FIRST}\s(?:player|force|name|power))\s"
    rf"(?:in|of)\s{GOODS_FIELD}{ENDS}"
)
"""After the one firm: "Acme *remains the leader in cloud infrastructure*"; *a* leader anybody is."""
_APPOSED = re.compile(r",\s(?:still\s)?the\s(?P<field>(?:[\w-]+\s){1,4}?)market\sleader\b(?=,|\swith|\sby|\sahead)")
"""Behind the name: "Acme*, the cloud market leader,*"."""
_TOPIC = re.compile(
    rf"^{_SOLD}:\s(?=[A-Z])[^,;:.]{{2,60}}?(?P<verb>\s{_IS}\s{_OFTEN}(?:the\s)?(?:{_CLEAR}\s){{0,2}}"
    rf"(?:leader|front-?runner|number\sone|No\.\s1|on\stop|ahead|in\sfront|{_FIRST}\s(?:player|force|name|power))\b)"
)
"""A field in front of its leader: "*Cloud computing:* Acme *is still the biggest player*"."""
_NAMED_LEADER = re.compile(rf"(?:^|\s){_SOLD}\s(?:market\s)?leader,?\s(?=[A-Z])")
"""Before its name: "*PC leader* Acme launches"."""
_LEADERS = re.compile(
    rf"\s(?:are|remain|were|became|have\slong\sbeen)\s{_OFTEN}(?:the\s)?{_COUNT}?(?:(?:{_CLEAR}|{_FIRST})\s){{0,3}}"
    rf"(?:leaders|front-?runners|(?<=ing\s|est\s|top\s|ain\s|ant\s)(?:players|names|forces|powers|rivals|giants)|heavyweights|powerhouses)\s"
    rf"(?:in|of)\s{GOODS_FIELD}{ENDS}"
)
"""After several: "Acme and Zelbo *are the two biggest players in cloud computing*"."""

_SHARE_OUT = re.compile(
    rf"\s(?:(?:together|jointly|combined|both|all|still|now|have|had|has|to|[a-z]+ly)\s){{0,4}}"
    r"(?:captured?|t[ao][ko]k?e?|account(?:ed)?\sfor|m[ak][kd]e\sup|held|hold|control(?:led)?|sell|sold|ship(?:ped)?|make|made|supply|supplied|produced?|own)\s"
    rf"(?:{PART}|(?:(?:about|roughly|nearly|almost|more\sthan)\s)?(?:nine|eight|seven|six|five|four|three|two)\s(?:out\sof|in)\s(?:every\s)?(?:ten|five|four|three))\s"
    rf"(?:of\s)?(?:(?:all|the|world['’]s|total|U\.S\.|US|global|worldwide)\s){{0,3}}{GOODS_FIELD}{ENDS}"
)
"""What several sell most of: "Acme and Zelbo *make two thirds of hearing aids*"."""
_ONE_OF = re.compile(
    rf",\s(?:still\s)?(?:one\sof\s)?{_WHOSE}\s{_COUNT}?{_MOST}\s{_OF_KIND}(?=,(?!\s(?:has\s)?(?:today\s)?(?:announce|said\stoday|is\sp))|\.$|\s(?:by|in|worldwide|with)\b)"
)
"""Behind the name: "Acme, *the world's second-largest maker of pumps*, said"; *a leading* one anybody is."""


def several(words: str) -> Iterator[Led]:
    """The names of several firms that a sentence calls a field's largest, and the field's own."""
    if not _CUES.within(words):
        return
    for expression in (_ARE, _LEAD, _LEADERS, _SHARE_OUT):
        found = expression.search(words)
        first = list_before(words, found.start()) if found else None
        if found and first is not None:
            yield Led(first, found.start(), _field(found))


class Leader(NamedTuple):
    """Where the name of the one firm ends, or begins, that is said to lead a field, and where the field's stands."""

    at: int
    is_end: bool
    field: tuple[int, int]


def one(words: str) -> Iterator[Leader]:
    """The one firm that a sentence calls a field's largest."""
    if not _CUES.within(words):
        return
    for expression in (_ONE, _LEADS, _SPOT, _LEADER, _APPOSED, _ONE_OF):
        found = expression.search(words)
        if found and not (expression is _ONE and found["leading"] and not _SOMEWHERE.match(words, found.end())):
            yield Leader(found.start(), True, _field(found))
    topic = _TOPIC.search(words)
    if topic:
        yield Leader(topic.start("verb"), True, _field(topic))
    for expression in (_TURNED, _NAMED_LEADER):
        found = expression.search(words)
        if found:
            yield Leader(found.end(), False, _field(found))


_GROUPS = ("field", "goods", "area")


def _field(found: re.Match[str]) -> tuple[int, int]:
    groups = found.groupdict()
    return next(found.span(name) for name in _GROUPS if groups.get(name) is not None)
