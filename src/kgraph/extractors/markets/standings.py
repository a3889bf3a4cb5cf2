"""Who stands where in the field that a text counts: "Acme stayed in front, Beta came second, Gamma followed with 9 %".

Asked only of texts that count a field (:mod:`.text_fields`), and of sentences that name a market themselves.
"""

import re
from collections.abc import Iterator
from itertools import islice

from kgraph.extractors import regions
from kgraph.extractors.cues import Cues
from kgraph.extractors.figures import holders
from kgraph.extractors.markets.firm_names import is_known, may_hold
from kgraph.extractors.markets.leaders import list_before
from kgraph.extractors.markets.listed_names import Player, names
from kgraph.extractors.markets.runners_up import ASIDE

_NAME = r"(?:[A-Z0-9]|[a-z]{1,3}[A-Z])[\w.&’'+/-]*(?:\s(?:(?:of|&)\s)?[A-Z][\w.&’'+/-]*){0,4}"
_OFTEN = (
    r"(?:(?:has|have|had|is|was|are|were|will|would|could|should|may|might|to|also|still|now|again|currently|both|each|all|together|jointly|then|once|"
    r"long|since|just|only|easily|even|already|yet|[a-z]+ly)\s){0,4}"
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
_SPOT = r"(?:spot|place|position|slot|rank|ranking)"
_PLACE = (
    r"(?:(?:market\s|share\s)?lead(?:er|ership)?(?!\sto\b)|crown|throne|pole\sposition|dominance|"
    rf"(?:top|leading|dominant|number[- ](?:one|two|three)|No\.\s?\d)\s{_SPOT}|number[- ](?:one|two|three)|No\.\s?\d|"
    r"on\stop|in\sfront|ahead|runner-up|king|(?:close(?:ly)?\s|well\s|just\s|far\s)?behind|next(?![- ][a-z])|"
    r"(?:largest|biggest|leading|top|dominant|"
    r"strongest)\s(?:brand|vendor|player|supplier|maker|provider|seller|manufacturer|producer|name|force|operator)|"
    rf"{_ORDINAL}(?:[- ]{_SPOT}|(?![\w-])(?!\s(?!on\b|with\b|at\b|in\b|and\b|by\b|behind\b|ahead\b|overall\b|"
    rf"again\b|globally\b|"
    r"worldwide\b)[a-z])))\b"
)
_BETWEEN = (
    r"(?:its|their|the|a|an|in|into|to|at|on|onto|up|back|out|down|from|again|clear|clearly|strong|distant|close|joint|equal|"
    r"narrow|comfortable|commanding|huge|slim|big|undisputed|global|world|world['’]s|worldwide|market|overall|current|as|of|"
    r"be|straight|for|by|far|still|only|once|more|somewhat|safely|comfortably|firmly)"
)
_HOLDS = re.compile(
    rf",?\s{_OFTEN}(?:stay|remain|keep|kept|retain|hold|held|defend|cl[iu]ng|regain|reclaim|ret[ao]+k|t[ao]+k|los[et]|claim|snatch|"
    r"grab|cement|stretch|extend|widen|maintain|consolidat|strengthen|won|win|secur|seiz|captur|finish|rank|place|c[ao]me|is|was|"
    r"are|were|end|climb|r[io]se|mov|slip|drop|f[ae]ll|slid|jump|advanc|return|bec[ao]me|emerg|tie|share|occup|has|had|have|sit|"
    r"sat|enjoy)(?:s|es|d|ed|ing|ding|ning|e|ped|ping|ies)?\s"
    rf"(?:{_BETWEEN}\s){{0,5}}{_PLACE}"
)
"""After who has a place: "Acme *clung to the top spot*", "Beta *came third*"."""
_OF_FIELD = (
    r"(?:the\s(?:[a-z-]+\s){0,3}?(?:market|forecast|shipments|sales|field|pack|rankings?|list|table|league|way|segment|category|race|industry|sector|charts?)|"
    r"with|in\s(?:units?|revenue|shipments|volume|sales|terms)|on|at|ahead|followed)\b"
)
_LEADS = re.compile(
    rf"\s{_OFTEN}(?:leads?|led|tops?|topped|heads|headed|dominate[sd]?|rule[sd]?|reigns?|reigned)"
    rf"(?=(?:,?\s(?:too|still|again),?)?(?:[,.;:]|$|\s{_OF_FIELD}))"
)
_FOLLOW = re.compile(
    r",?\s(?:(?:both|then|also|all)\s)?(?:follow(?:ed|s)?(?=[,.;]|$|\s(?:with|at|on|in|far|close|behind|next))|trail(?:ed|s)?(?=[,.;]|$|"
    r"\s(?:with|at|on|far|behind|well))|c[ao]mes?\s(?:next|behind|close)|round(?:s|ed)?\sout\sthe|complete[sd]?\sthe\stop|"
    r"made\sup\sthe\srest)\b"
)
_SHIPPED = re.compile(
    rf"\s{_OFTEN}(?:shipped|ships?|sold|sells|delivered|delivers|moved|installed|registered|managed|reached|achieved|shipping|selling)\s"
    r"(?:(?:about|around|some|nearly|almost|over|roughly|more|than|an|a|estimated|just|only|at|least|up|to|another)\s){0,4}"
    r"\d[\d.,]*(?:\s?(?:million|thousand|m|k)\b(?!\s?(?:shares|stock))|\s(?:units|[a-z-]+s\b))"
)
"""After who is counted by units: "Acme *shipped 4.1 million*"."""
_ITS = re.compile(
    r"['’]s?\s(?:(?:own|global|worldwide|market|unit|overall|total|quarterly|combined|leading|own)\s){0,3}"
    r"(?:(?:share|shipments|volumes?|deliveries|slice|unit\ssales|installed\sbase)\b|"
    r"(?:rose|fell|slid|climbed|grew|slipped|shrank|dropped|stood|was|jumped|edged|increased|declined)\s(?:[a-z]+\s){0,3}\d)"
)
"""After whose part it is: "Acme*'s share* fell to 30 %", "Beta*'s rose to 9*"."""
_GAP = (
    r"(?:(?!(?:revenue|profits?|earnings|income|stocks?|stake|than)\s)"
    r"(?:[a-z][a-z'’-]*|Q[1-4]|GWh|MW|GW|[$€£]?\d[\d.]*[a-zA-Z]*),?\s){0,8}?"
)
"""What may stand between a name and its part."""
_VERDICT = (
    r"(?:said|says|found|finds|by|expects?|estimates?|forecasts?|reports?|reported|puts?|sees?|than|predicts?|shows?|showed|reckons?|"
    r"attributes?|calculates?)\b"
)
_PERCENT = (
    r"\d{1,2}(?:\.\d{1,2})?\s?(?:%|per\s?cent\b|percent\b)"
    r"(?!\s(?:more|less|fewer|higher|lower|faster|slower|better|cheaper|of\s(?:[a-z-]+\s){0,2}(?:patients|users|people|respondents|"
    r"organi[sz]ations|hospitals|companies|adults|executives)|(?:[a-z-]+\s){0,3}(?:rates?|accuracy|reductions?|improvements?|"
    r"increase|growth|decline|drop|savings|efficiency|discount))\b)"
)
_PART = re.compile(
    rf"(?<![\w.&’'+/-])(?P<names>{_NAME})(?!\s(?:counted|included)\b)(?:\s\([^()]{{1,40}}\))?(?:\s\(|:\s{_GAP}|,?\s(?!{_VERDICT}){_GAP}){_PERCENT}"
)
"""A name and its part: "Acme (32%)", "Beta had 18.1 percent"."""
_HAS_PART = re.compile(
    rf"(?:,?\s(?P<and>and\s)?){_OFTEN}(?:(?:had|has|have|held|holds?|holding|t[ao][ko]k?e?n?s?|captur(?:es?|ed|ing)|account(?:s|ed|ing)?\sfor|controls?|controlled|"
    r"commands?|commanded|grab(?:s|bed)|garner(?:s|ed)|claim(?:s|ed)|c[ao]mes?\sto|stood|stands?|sits?|sat|reach(?:es|ed)|ends?|ended|won|wins|own(?:s|ed)?|"
    r"represent(?:s|ed)?|made\sup|makes?\sup|managed|got|gets|enjoys?|enjoyed|walked\s(?:away|off)|secured?|posted|recorded|boasts?|boasted|"
    r"generat(?:es|ed)|fallen|risen|fell|rose|slipped|climbed|dropped|grew|edged|crept|supplied)"
    rf"\s{_GAP}|(?:is|was)\s(?:(?:now|still|on|at|up|down|to|with|next|second|third|about|nearly|some|only|just)\s){{0,4}})"
    rf"{_PERCENT}(?!\s(?:stake|of\sthe\scompany))"
)
"""After who has a part, whatever stands between: "Acme, which makes its own cells, *came to 16.2%*"."""
_BEHIND = re.compile(
    r"(?:,?\s(?:(?:closely|then|distantly)\s)?(?:followed|trailed|chased)\s(?:closely\s|at\s(?:a|some)\sdistance\s)?by"
    r"|,?\s(?:(?:well|just|far|slightly|narrowly|comfortably|clearly|way)\s)?ahead\sof|,?\sbehind(?:\s(?:only|just))?|,\s(?:then|before)"
    r"|(?:\b(?:[Nn]ext|[Tt]hen|(?:[Bb]ehind|[Aa]fter)\s(?:it|them|that)|(?:[Ss]econd|[Tt]hird)(?:\splace)?)\s(?:came|comes?|went\sto|follow(?:ed|s)?|were|are|was|is)(?:\sby)?))"
    r"\s(?:(?:rivals?|only|both|the\slikes\sof)\s)?(?=[A-Z]|[a-z]{1,3}[A-Z])"
)
"""Before those behind: "*ahead of* Beta and Gamma", "*Next came* Delta"."""
_WITH = re.compile(
    rf",?\swith\s(?P<names>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s){_NAME}){{0,4}})\s(?:coming\s|close\s|not\sfar\s|well\s|far\s|just\s|now\s)?"
    rf"(?:in\s{_ORDINAL}|an?\s(?:distant|close|strong)\s|{_ORDINAL}\b|behind|trailing|following|next|on\sits\sheels|catching\sup|gaining)"
)
"""Who comes next: "*with* Beta and Gamma *in second and third place*"."""
_AGAINST = re.compile(
    rf"\s{_OFTEN}(?:overt(?:akes?|ook|aken|aking)|outs(?:ells?|old|elling)|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)?|displac(?:es|ed|ing)|"
    r"dethron(?:es|ed|ing)|unseat(?:s|ed|ing)?|leapfrog(?:s|ged|ging)?|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?:\sbehind)?|"
    r"edg(?:es|ed|ing)\s(?:out|past)|slip(?:s|ped|ping)?\spast|(?:catch(?:es|ing)?|caught)\sup\s(?:with|to)|"
    r"clos(?:es|ed|ing)\s(?:in\son|the\sgap\s(?:with|to|on))|los(?:es|t|ing)\s(?:its|the)\s[a-z ]{3,20}?\sto|"
    r"(?:wrest|snatch|t[ao]+k|grab|regain|reclaim|seiz)(?:s|ed|es|e|ing)?\s(?:the\s|its\s)?[a-z. ]{3,30}?\sfrom)\s"
    r"(?:(?:only|just|the|both|rivals?|market\sleader|long-time\sleader)\s){0,2}(?=[A-Z]|[a-z]{1,3}[A-Z])"
)
"""Between two firms of a field: "Acme *overtook* Beta"."""
_RANKS = re.compile(
    rf"\b(?:ranks?|ranked|plac(?:es|ed)|names?|named|crown(?:s|ed)|declare[sd]?|ha[sd]|put|puts|sees?|saw)\s(?P<names>{_NAME})\s(?:as\s|still\s|again\s)?"
    rf"(?:{_BETWEEN}\s){{0,4}}{_PLACE}"
)
"""Between a ranking and a place: "Gartner ranks *Acme* first"."""
_ELLIPSIS = re.compile(
    rf"(?<![\w.&’'+/-])(?P<names>{_NAME})\s(?:in\s|a\s(?:distant|close|strong)\s)?{_ORDINAL}(?=[.,;]|$|\s(?:and|with|at|on|by)\b)"
)
"""Where the verb is left out: "with Beta second and *Gamma* third"."""
_ELLIPTIC_UNITS = re.compile(
    rf"(?:,|;|\band|\bwhile|"
    rf"\bwith)\s(?P<names>{_NAME})(?:,\s[a-z ]{{3,30}},)?\s(?:with\s)?(?:\d[\d.,]*\s?(?:million|thousand|m\b)|"
    rf"the\srest\b)"
)
"""The same of what is counted: "Acme sold 9 million, *Beta* 4 million, *Gamma* the rest"."""
_CUES = Cues(
    "lead", "led", "crown", "throne", "pole", "domina", "spot", "place", "position", "number", "No.", "top", "front",
    "ahead", "runner", "king", "ehind", "ext", "irst", "econd", "hird", "ourth", "ifth", "ixth", "last",
    "ollow", "trail",
    "ship", "sold", "sell", "deliver", "share", "slice", "volume", "%", "cent", "hen ", "overt", "outs",
    "pass", "seat", "frog", "lag", "past", "catch", "caught", "clos", "rule", "reign", "largest", "biggest",
    "strongest", "round",
)  # fmt: skip
"""A sentence without any of them says nothing of places: asked first, because it is quick."""
_ASIDE_FROM = re.compile(r"\b(?:of|from|by|in|to|for|including|against|than|under|at|on|over)\s$")
"""Before a name that is no subject: "sales *of* Acme rose 5 %"."""
_SAYS = re.compile(
    r"\s(?:said|says|found|finds|estimates?|reckons?|reports?|reported|expects?|forecasts?|attributes?|puts|counts?|calculates?)\b"
)
_MOST = 16
"""Places of one kind that a sentence gives; hostile text may hold more."""


def standing(content: str, start: int, end: int, counted: bool) -> Iterator[Player]:
    """The firms to which a sentence gives a place in its field; by parts and units too where those are ``counted``."""
    titled = _is_titled(content[start:end])
    for player in _placed(content, start, end, counted):
        if not titled or is_known(player.name) or content.count(player.name) > 1:
            yield player


_SMALL = frozenset("a an the of in on to for and as by with at its is from vs vs. or amid after but over per".split())


def _is_titled(words: str) -> bool:
    """Whether all words are written like names, as headlines are."""
    return all(not word[0].islower() or word in _SMALL for word in words.split())


def _placed(content: str, start: int, end: int, counted: bool) -> Iterator[Player]:
    words = content[start:end]
    if not _CUES.within(words):
        return
    for expression in (_HOLDS, _LEADS, _FOLLOW, _SHIPPED, _ITS) if counted else (_HOLDS, _LEADS, _FOLLOW):
        for found in islice(expression.finditer(words), _MOST):
            yield from _in_front(content, start, words, found.start())
    for found in islice(_AGAINST.finditer(words), _MOST):
        yield from _in_front(content, start, words, found.start())
        yield from _firms(content, start, names(content, start + found.end(), end), 1)
    for found in islice(_BEHIND.finditer(words), _MOST):
        yield from _firms(content, start, names(content, start + found.end(), end))
    for found in islice(_WITH.finditer(words), _MOST):
        yield from _firms(content, start, names(content, start + found.start("names"), start + found.end("names")))
    for expression in (_RANKS, _ELLIPSIS, _ELLIPTIC_UNITS, _PART) if counted else (_RANKS, _ELLIPSIS):
        for found in islice(expression.finditer(words), _MOST):
            if expression is _PART and _ASIDE_FROM.search(words, 0, found.start("names")):
                continue
            yield from _in_front(content, start, words, found.end("names"))
    for found in islice(_HAS_PART.finditer(words), _MOST) if counted else ():
        yield from _in_front(content, start, words, found.start())
        if found["and"]:
            yield from _firms(content, start, _at_head(words, start, found.start()))


def _at_head(words: str, start: int, end: int) -> Iterator[Player]:
    """The name that a sentence begins with, whose second verb follows: "*Acme* won a customer and now has 30 %"."""
    named = holders.at(words, 0)
    if named is not None and named.end < end:
        yield Player(named.name, start + named.start, start + named.end)


def _in_front(content: str, start: int, words: str, at: int) -> Iterator[Player]:
    at += words.startswith(",", at)  # which closes an aside
    aside = ASIDE.search(words, 0, at)
    at = aside.start() if aside else at
    first = list_before(words, at)
    if first is not None:
        yield from _firms(content, start, names(content, start + first, start + at))
        return
    owner = _AND_ITS.search(words, 0, at)
    named = holders.before(words, owner.start("its") if owner else at)
    if named is not None:
        yield from _firms(content, start, [Player(named.name, start + named.start, start + named.end)])


_AND_ITS = re.compile(r"(?P<its>\s(?:and|with|through|via)\s(?:its|their)\s)[^,;:]{3,40}$")
"""Before the verb of a firm named with what is its own: "Acme *and its new bands* come second"."""


def _firms(content: str, start: int, players: "Iterator[Player] | list[Player]", most: int = 20) -> Iterator[Player]:
    for i, player in enumerate(players):
        if i >= most:
            return
        if (
            not regions.is_region(player.name)
            and player.name not in regions.ADJECTIVES
            and not _SAYS.match(content, player.end)
            and may_hold(content, player.name, player.start, start)
        ):
            yield player
