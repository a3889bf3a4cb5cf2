"""What a sentence measures in money where no word "market" names it: "edge AI software, worth $2 billion, …".

A field is told from a firm by its words: they are ordinary ones, in lower case but for abbreviations and the first of
a sentence, and what is said of it only a field does: it *is a $5 billion market*, *is worth* so much, *will bring in*.
"""

import re

from kgraph import lexicon
from kgraph.extractors import regions
from kgraph.extractors.figures.rules.wording import MAKERS
from kgraph.extractors.markets.names import MarketName, cleaned, is_name
from kgraph.extractors.word_lists import COUNTERS, NO_FIELD, NO_MARKET

_WORD = r"(?:[a-z][\w/-]*|\d?[A-Z][A-Z\d&/-]+s?|[A-Z][a-z]*[A-Z]\w*|[A-Z]-[a-z]+|\d[A-Z]+)"
_NO_WORDS = frozenset(
    "and or of in for on to by with from at as than that which who whose it its their our his her they we he she "
    "the this these those a an is are was were be been has had have will would could should may might can also "
    "but while when where if says say said expects expect sees see puts put net gross quarterly annual operating "
    "organic comparable same-store recurring license licence total overall own full-year first second third "
    "fourth fiscal group company firm division unit once last now then today previously formerly currently "
    "already analysts investors backers deal round funding financing valuation stock shares share profits profit "
    "earnings income losses costs cost prices price contracts contract orders order sum figure amount number rest "
    "most some all each every another other more there here".split()
)
"""Words that no field's name holds: of grammar, of a firm's books, of time."""
_STOP = rf"(?!(?:{'|'.join(sorted(_NO_WORDS))})\b)"
_NAME = rf"(?P<name>(?:{_STOP}{_WORD}\s){{0,5}}?{_STOP}{_WORD})"
_FIRST = rf"(?P<name>{_STOP}(?:[A-Z][\w/-]*|{_WORD})(?:\s{_STOP}{_WORD}){{0,5}}?)"
"""The same where a sentence begins with it."""
_ALL = (
    r"(?:(?:[Tt]he|[Gg]lobal|[Ww]orldwide|[Ww]orld|[Ii]nternational|[Oo]verall|[Tt]otal|[Ee]ntire|[Ww]hole|[Bb]roader|"
    r"[Ww]ider|[Aa]nnual)\s)*"
)
_SUM = (
    r"(?:(?:an?|the|about|around|roughly|nearly|almost|over|only|just|some|more|than|at|least|as|much|up|to|well|estimated|"
    r"whopping|mere|staggering|record|currently|now|already|once|around|close|north|of)\s)*"
    r"(?:(?:(?:US|C|A|S|HK|NT)?[$€£¥₹]|(?:USD|EUR|GBP|INR|CNY|JPY|RMB|CHF|AUD|CAD|Rs\.?)\s?)\d|"
    r"\d[\d.,]*\s(?:million|billion|trillion)\s(?:U\.?S\.?\s)?(?:dollars|euros?|pounds|yuan|yen|won|rupees)\b)"
)
_IS_FIELD = (
    r"(?:market|industry|business|sector|opportunity|field|category|segment|niche|pie|one)(?!\s(?:cap|unit|segment)\b)"
)
_BEGINS = (
    r"(?:^\W*|^(?:By|In|From)\s[\w ]{3,16},?\s|\bin\s(?=[^,;.]{3,60},\s(?:now\s)?worth)|[;:—–]\s|,\s(?:and\s|but\s|"
    r"while\s|the\s)?|\b(?:that|says?|said|sees?|expects?|puts?|pegs?|values?|while|whereas|"
    r"as|because|makes?|made|believes?|reckons?|estimates?|predicts?|forecasts?|finds?|found|has|had)\s)"
)
_ASIDE = r"(?:,\s(?!and\b|but\b)[^,;:$€£]{2,60},)?"
_THERE = r"(?:\s(?:in|across)\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})?"
_HEAD = r"(?:business|field|segment|category|space|arena|opportunity|trade|sector|industry)"
_COUNTS = r"(?:spending|spend|outlays?|expenditures?|sales|revenues?|takings|turnover|shipments)"
_MAKES = (
    r"(?:(?:should|will|could|may|might|would|can|is|are|was|were|has|have|had|set|expected|forecast|projected|tipped|poised|"
    r"predicted|anticipated|estimated|likely|slated|due|on|course|track|its|way|still|also|already|now|only|even|said|"
    r"thought|seen|to|be|been|for)\s)*"
    r"(?:worth|valued|bring(?:s|ing)?\sin|brought\sin|generat(?:e|es|ed|ing)|reach(?:ed|es|ing)?|hit(?:s|ting)?|"
    r"top(?:s|ped)?|surpass(?:ed|es)?|exceed(?:ed|s)?|total(?:s|l?ed)?|amount(?:ed|s)?|r[io]se|climb(?:ed|s)?|gr[eo]w|"
    r"jump(?:ed|s)?|surge[ds]?|fell|fall|slip(?:ped|s)?|drop(?:ped|s)?|double[ds]?|triple[ds]?|quadruple[ds]?|pass(?:ed|es)?|"
    r"c[ao]me|stood|stands?|swell(?:ed|s)?|expand(?:ed|s)?|cross(?:ed|es)?|balloon(?:ed|s)?|add(?:ed|s)\sup|took\sin|"
    r"made|makes|turned\sover|sized|pegged|put|measured|estimated|be|is|was|were|are|accounted|good|"
    r"increase[ds]?|shr[aiu]nk|declined?|decline[ds]|for|on)\b"
)
_NEAR = r"(?:[^.;$€£]|\.(?=\d)){0,60}?\s?(?=" + _SUM + ")"
_TOOK_IN = (
    rf"{MAKERS}{_THERE}(?:\s(?:worldwide|globally|of\sthe\sworld|around\sthe\s(?:world|globe)))?\s"
    r"(?:will\s|should\s|could\s|together\s|have\s|had\s)?(?:t(?:ook|ake)\sin|earn(?:ed)?|generated?|booked?|saw|s[eo]ld|"
    r"ma[dk]e|br(?:ought|ing)\sin|pull(?:ed)?\sin|turn(?:ed)?\sover|rak(?:ed|e)\sin|post(?:ed)?)\s"
    rf"(?:[^.;$€£]|\.(?=\d)){{0,60}}?(?={_SUM})"
)
"""What all who sell in a field do: "pump *makers worldwide took in* $9 billion"."""
_WAYS = tuple(
    re.compile(each)
    for each in (
        rf"{_BEGINS}{_ALL}{_NAME}(?:\s{_HEAD})?,\s(?:(?:currently|now|already|once|today|still)\s)?an?\s(?={_SUM}[^,;]{{0,24}}?\s{_IS_FIELD}\b)",
        rf"{_BEGINS}{_ALL}{_FIRST}(?:\s{_HEAD})?,\s(?:(?:currently|now|already|once|today|still)\s)?an?\s(?={_SUM}[^,;]{{0,24}}?\s{_IS_FIELD}\b)",
        rf"{_BEGINS}{_ALL}{_NAME}\s{_HEAD}{_ASIDE},?\s{_MAKES}{_NEAR}",
        rf"^\W*{_ALL}{_FIRST}\s{_HEAD}{_ASIDE},?\s{_MAKES}{_NEAR}",
        rf"{_BEGINS}{_ALL}{_NAME}{_THERE},?\s(?:(?:should|will|could|may|would|is|are|was|were|has|have|been|set|expected|forecast|"
        rf"projected|tipped|poised|estimated|likely|still|already|now|only|to|be)\s)*worth\s(?:globally\s|worldwide\s)?(?={_SUM})",
        rf"^\W*{_ALL}{_FIRST}{_THERE},?\s(?:(?:should|will|could|may|would|is|are|was|were|has|have|been|set|expected|forecast|projected|"
        rf"tipped|poised|estimated|likely|still|already|now|only|to|be|To|Be|Will|Set|Worth)\s)*[Ww]orth\s(?:globally\s|worldwide\s)?(?={_SUM})",
        rf"^\W*{_ALL}{_FIRST}:\s(?={_SUM}[^,;]{{0,24}}?(?:\sby|\sin)\s(?:19|20)\d\d|{_SUM}[^,;]{{0,24}}?\s{_IS_FIELD}\b|(?:up|down)\s)",
        rf",\s{_ALL}{_NAME}\s(?:should|will|could|may|might|is\s(?:expected|set|forecast|projected|tipped|poised|likely)\sto)\s"
        rf"(?:bring\sin|generate|be\sworth|reach|hit|top|climb\sto|grow\sto|swell\sto|total)\s(?={_SUM})",
        rf"{_BEGINS}{_ALL}{_NAME}\s(?:(?:is|are|was|were|will|should|could|expected|set|forecast|projected|poised|to|be)\s)*"
        rf"(?:go|goes|went|grow|grows|grew|swell|climb|rise|expand|turn)\s(?:from|into)\s(?:an?\s)?(?={_SUM}[^,;]{{0,24}}?\s{_IS_FIELD}\b)",
        rf"^(?:In|By|During|For|At|From)\s[^,;]{{3,60}},\s{_ALL}{_NAME}\s{_COUNTS}(?:\sworldwide|\sglobally)?\s{_MAKES}{_NEAR}",
        rf"{_BEGINS}{_ALL}{_NAME}\s{_TOOK_IN}",
        rf"^\W*{_ALL}{_FIRST}\s{_TOOK_IN}",
    )
)  # fmt: skip
"""The surest first."""
_OF_ALL = re.compile(
    rf"(?:^\W*|,\s|\b(?:that|says?|said|sees?|expects?|as)\s)(?P<all>(?:(?:the|global|worldwide|world)\s)*){_FIRST}\s{_COUNTS}"
    rf"(?P<everywhere>\s(?:worldwide|globally|around\sthe\s(?:world|globe)|"
    rf"in\s(?:the\s)?(?P<place>[A-Z][\w. -]{{2,24}}?)))?\s{_MAKES}{_NEAR}"
)
"""What is sold or spent, of which only those who count tell: "Server revenue rose to $25 billion, Gartner said"."""
_COUNTED_BY = re.compile(
    rf"\b(?:{'|'.join(sorted(COUNTERS))}|[Aa]nalysts?\sat|[Rr]esearchers?|[Rr]esearch|[Cc]onsultanc\w+|[Tt]rade\s(?:group|body|association)|"
    r"Association|[Aa]ccording\sto|[Mm]arket\swatchers?)\b"
)
_IS_SPENT = re.compile(r"\s(?:spending|spend|outlays?|expenditures?)\b")
_OUTLAYS = frozenset(
    "capital r&d research marketing advertising ad defense defence government federal consumer household public "
    "infrastructure capex customer operating its".split()
)
"""What a firm or a state spends on or by itself: no market."""
_OWNED = re.compile(r"(?:['’]s?|\b(?:its|their|our|his|her|whose|company|firm))\s(?:\w+\s)?$")


def sized_field(words: str, counted: bool = False) -> MarketName | None:
    """The field that a sentence sizes in money without calling it a market; None where a firm may be meant.

    Args:
        words: the sentence.
        counted: whether its text tells by whom sales are counted.
    """
    if not any(map(str.isdigit, words)):
        return None
    for way in _WAYS:
        for found in way.finditer(words):
            name = _named(words, found)
            if name is not None:
                return name
    for found in _OF_ALL.finditer(words):
        if not (counted or _of_everybody(found) or _COUNTED_BY.search(words)):
            continue
        name = _named(words, found)
        if name is not None:
            place = found["place"]
            if place and regions.is_region(place):
                return name._replace(region=regions.canonical(place))
            return name
    return None


def counts(text: str) -> bool:
    """Whether a text tells by whom sales are counted: a research house, a trade body."""
    return _COUNTED_BY.search(text) is not None


def _of_everybody(found: re.Match[str]) -> bool:
    """Whether the words themselves say that it is no firm's: told of the world or a place, or spent by buyers."""
    spent = _IS_SPENT.match(found[0], found.end("name") - found.start()) is not None
    told = "global" in found["all"].lower() or "world" in found["all"].lower() or found["everywhere"] is not None
    return told or (spent and found["name"].lower() not in _OUTLAYS)


_IN_PLACE = re.compile(r"\s(?:in|across)\s(?:the\s)?(?P<place>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})")


def _named(words: str, found: re.Match[str]) -> MarketName | None:
    start, end = found.span("name")
    if _OWNED.search(words, 0, start):
        return None
    place = next(iter(regions.regions(words[start:end])), None)
    region = regions.GLOBAL if regions.is_world(found[0]) else ""
    there = _IN_PLACE.match(words, end)
    if there and regions.is_region(there["place"]):
        region = regions.canonical(there["place"])
    if place and place[1] == 0:
        region, start = place[0], start + place[2]
        start += len(words[start:end]) - len(words[start:end].lstrip(" '’s"))
    name = cleaned(words[start:end])
    parts = name.split()
    if not is_name(name) or name.lower() in NO_MARKET or all(part.lower() in NO_FIELD for part in parts):
        return None
    begins = parts[0].lower()
    if (begins in _NO_WORDS and not parts[0].isupper()) or not _is_ordinary(parts[0]):
        return None
    return MarketName(name, start, end, found.end(), region)


def _is_ordinary(word: str) -> bool:
    """Whether the first word of a field is any word or an abbreviation, no firm's name."""
    if not word[0].isupper():
        return True
    known = lexicon.shipped()
    if any(entry.type == "Company" for entry in known.known(word)):
        return False
    return word.isupper() or any(known.is_ordinary(part.lower()) for part in word.split("-"))
