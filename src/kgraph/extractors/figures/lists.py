"""Names and numbers that a sentence lists side by side: each number is its own name's.

Three ways of listing: in pairs ("Acme ($60 million), Beta ($40 million) and Gamma ($20 million)"), with a verb that is
said only once ("Acme raised $60 million, Beta $40 million and Gamma another $20 million"), and all names first ("Acme
and Beta have banked $60 million and $40 million"). What the first number measures the others measure too; where no
words stand between the names and their numbers, the sentence's own words tell ("had the largest rounds").
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kgraph.extractors import regions
from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.quantities import PERCENT
from kgraph.extractors.figures.rules.rule import MONEY, Rule
from kgraph.extractors.figures.rules.wording import TAKES_PART
from kgraph.extractors.figures.share_owners import NOT_A_HOLDER

OWNED = frozenset({"funding", "revenue", "valuation", "share"})
"""What is measured of somebody."""


class Told(NamedTuple):
    """What a number of a list measures, and whose it is."""

    rule: Rule | None
    holder: holders.Holder | None


_CUES = (
    ("valuation", re.compile(r"\bvaluations?\b|\bvaluable\b|\bmarket (?:value|cap\w*)\b|\bvalued\b|\bworth\b|"
     "\bunicorns\b", re.IGNORECASE)),
    ("revenue", re.compile(r"\brevenues?\b|\bsales\b|\bturnover\b|\btakings\b", re.IGNORECASE)),
    (
        "funding",
        re.compile(
            r"\b(?:mega-?)?rounds?\b|\brais(?:es?|ed|ing)\b|\bfunding\b|\bfundrais\w+|\bfinancings?\b|\bmega-?deals?\b|"
            r"\bseries [a-h]\b|\bventure capital\b|\binvestments? (?:went|of|were|was|included?|in)\b|"
            r"\bfunded\b|\bbacked\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
"""Words by which a bare list of names and sums tells what the sums are."""
_NO_MEASURE = re.compile(
    r"\b(?:grants?|fine[sd]?|penalt\w+|contracts?|orders?|loss(?:es)?|lost|profits?|income|earnings|donat\w+|gifts?|"
    r"salar\w+|bonus\w*|budgets?|prizes?|awards?|awarded|settle\w*|lawsuits?|debts?|loans?|dividends?|acqui\w+|bought|"
    r"buys?|paid|pays?|tickets?|costs?|savings?|saved|pledge\w*)\b"
)
"""Words by which such sums are something else."""
_BRACKET = re.compile(r"\s?\((?:with |at |for |about |some |over |around |nearly )?$|\s[–—-]\s?$|: ?$")
_LINK = re.compile(
    r"(?:['’]s?)?\s(?:(?:(?:is|was|stands|stood)\s(?:on|at)|with|at|on|to|for|took|has|had|held|by|in)\s)?"
    r"(?:(?:another|an? (?:further|additional)|a|"
    r"about|over|just|only|"
    r"around|nearly|roughly|some|almost|more than)\s)*$|" + _BRACKET.pattern
)
"""What may stand between a name and its number, no verb among it."""
_SHARED = re.compile(rf"(?<=\w)(?:['’]s?)?\s(?:{TAKES_PART}\s){{1,5}}\(?$", re.IGNORECASE)
"""The same before a percentage, with a verb: "Acme *pocketed* 39 %, Beta *came to* 18 %"."""
_COMMA = re.compile(r",\s$")
"""Or this, where a semicolon parts the members: "Acme, 32.9%; Beta, 24.4%"."""
_JOIN = (
    r"(?:,|;|\band\b|\bwhile\b|\bwhereas\b|\bagainst\b|\bfollowed by\b|\bahead of\b|\bbefore\b|\bthen\b|\bbut\b|"
    r"\bover\b|"
    r"\b(?:ahead|leads?|led|trails?|beats?)\b)"
)
_NEXT = re.compile(
    rf"\s?\)?(?P<tail>[^.;$€£%]{{0,70}}?){_JOIN}(?:\s(?:and|then|while|rivals?|competitors?|by|in|the|start-?up))*\s$"
)
"""Between a number and the next name of its list."""
_VERB = re.compile(r"\b(?:said|says|told|according|who|which|that|from|via|per)\b", re.IGNORECASE)
_NO_FIRM = re.compile(
    r"\b(?:University|Hospital|Institute|Ministry|School|College|Foundation|Museum|Department|Clinic|Council|"
    r"Fund|GAAP|EBITDA|Q[1-4]|FY\d*|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
)  # fmt: skip
_AND = re.compile(r"\s?(?:,\s(?:and\s)?|and\s)$|\s(?:and|,|, and)\s$")
_NAME = r"(?:[A-Z0-9][\w&.+’'-]*|[a-z]{1,3}[A-Z][\w&.’'-]*)(?:\s(?:of\s|&\s)?[A-Z0-9][\w&.’'-]*){0,3}"
_NAMES = re.compile(
    rf"(?:^(?:(?:In|At|For|During|By|Among|As of)\s[^,;]{{2,40}},\s)?|[.;:,]\s(?:and\s|but\s)?|\b(?:[Ww]hile|"
    rf"[Ww]hereas|at|of|"
    rf"by|for|both|[A-Za-z-]+s|quarter|year|half|that)\s)"
    rf"(?P<names>{_NAME}(?:,\s{_NAME}){{0,6}},?\sand\s{_NAME})(?=['’]?s?\s[a-z(])"
)
_SPLIT = re.compile(r",?\sand\s|,\s")
_AFTER = re.compile(
    rf"\s(?:(?:of|in|worth of|from)\s(?:[a-z]+\s){{1,4}})?(?:(?:went|goes|going|flowed) )?(?:for|at|to|by|"
    rf"from)\s(?P<names>{_NAME}(?:,\s{_NAME}){{0,6}},?\sand\s{_NAME})"
    rf"(?=[.,;]|\s(?:respectively|in|this|last)|$)"
)
_BESIDE = re.compile(r"\s(?:(?:going |went )?to|for|at)\s(?:the\s)?(?:rivals?\s)?(?=[A-Z])")
_WEAK = frozenset({"", "marketSize"})


def told(sentence: ParsedSentence, rules: Sequence[Rule | None]) -> dict[int, Told]:
    """What the numbers of a sentence measure that a list tells of, by their place."""
    count = len(sentence.quantities)
    if count < 2:
        return {}
    names = [_beside(sentence, i) for i in range(count)]
    found = dict(_shares(sentence, names)) or dict(_in_turn(sentence, rules))
    i = 0
    while i < count - 1:
        last = i
        while last + 1 < count and names[last + 1] is not None and _goes_on(sentence, last, names[last + 1]):
            last += 1
        if last > i and not any(each in found for each in range(i, last + 1)):
            found.update(_chain(sentence, rules, names, i, last))
        i = max(last, i + 1)
    found.update(_mirrored(sentence, rules))
    return found


def _shares(sentence: ParsedSentence, names: Sequence[holders.Holder | None]) -> Iterator[tuple[int, Told]]:
    """Three names and more, each with its percentage: they share something, whether or not the sentence says so."""
    percents = [i for i, each in enumerate(sentence.quantities) if each.unit == PERCENT and names[i] is not None]
    if len(percents) < SEVERAL or _NO_SHARES.search(sentence.words):
        return
    if sum(sentence.quantities[i].value for i in percents) > _WHOLE:
        return
    if all(_goes_on(sentence, i, names[i + 1]) for i in percents[:-1] if i + 1 in percents):
        rule = Rule("listed share", "share", PERCENT, None, None, "", "", "", 0.8)
        yield from ((i, Told(rule, names[i])) for i in percents)


SEVERAL = 3
"""Names with percentages that make a list of shares."""
_WHOLE = 101
"""Percent that shares may add up to, rounded ones included."""
_NO_SHARES = re.compile(
    r"\b(?:rose|rises?|risen|rising|fell|falls?|falling|gain(?:s|ed|ing)?|grew|grows?|growing|growth|"
    r"los(?:t|es|ing|s)|(?<!made )(?<!makes )(?<!make )up|down|"
    r"jump\w*|climb\w*|drop\w*|slid|slip\w*|surg\w*|soar\w*|declin\w*|increas\w*|decreas\w*|add(?:s|ed)|shed|"
    r"stocks?|index|yield\w*|dividend\w*|margins?|discount\w*|stakes?|owns?|owned|"
    r"tariffs?|tax\w*|rates?|surveyed|respondents|patients|polls?|votes?|efficacy|effective|accura\w+|sensitivity|CAGR)\b"
)
"""Words by which percentages beside names are changes, prices or answers."""


def _chain(
    sentence: ParsedSentence, rules: Sequence[Rule | None], names: list[holders.Holder | None], first: int, last: int
) -> Iterator[tuple[int, Told]]:
    """A list in pairs: all of it measures what its first number does, or what the sentence speaks of."""
    lead = rules[first]
    listed = range(first + 1, last + 1)
    if lead is None or lead.measure not in OWNED or (names[first] is not None and _bracketed(sentence, first)):
        own = names[first]
        if own is None or not all(_bracketed(sentence, i) for i in range(first, last + 1)):
            if lead is None or lead.measure not in OWNED:
                return
        elif lead is None or lead.measure != "share":
            measure = _measure(sentence)
            if not measure or sentence.quantities[first].unit == PERCENT:
                return
            lead = Rule("listed sum", measure, MONEY, None, None, "", "", "", 0.8)
            yield first, Told(lead, own)
    lead = lead._replace(name=f"listed {lead.measure}", confidence=min(lead.confidence, 0.8))
    for i in listed:
        rule, name = rules[i], names[i]
        weak = rule is None or rule.measure in _WEAK or rule.measure == lead.measure
        if not weak or name is None:
            return
        if lead.measure == "funding" and rules[first] is not None and _is_backed(rules[first]):
            yield i, Told(lead._replace(name="put in as well"), None)
        else:
            yield i, Told(lead, name)


def _is_backed(rule: Rule | None) -> bool:
    return rule is not None and rule.name.startswith(("invested in", "put into"))


def _beside(sentence: ParsedSentence, i: int) -> holders.Holder | None:
    """The name that stands directly before a number, with a link between, or a verb before a percentage."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    link = _LINK.search(words, max(previous, quantity.start - 40), quantity.start)
    named = _named_before(words, previous, link)
    if named is None and quantity.unit == PERCENT:
        told = _SHARED.search(words, max(previous, quantity.start - 60), quantity.start)
        named = _named_before(words, previous, told)
        if named is None and words[quantity.end : quantity.end + 1] in (";", ".", ""):
            comma = _COMMA.search(words, max(previous, quantity.start - 4), quantity.start)
            named = _named_before(words, previous, comma)
    return named


def _named_before(words: str, previous: int, link: re.Match[str] | None) -> holders.Holder | None:
    """The name before a link, after the number before; only what it is called besides may stand between."""
    named = holders.before(words, link.start()) if link else None
    if named is None or link is None or named.start < previous or _NO_FIRM.search(named.name):
        return None
    gap = words[named.end : link.start()]
    apposed = re.fullmatch(r"['’]s?|,\s(?:an?|the)\s[^,]{2,60},?|\s\([^()]{2,30}\)", gap)
    if gap.strip() and not apposed:
        return None
    return None if regions.is_region(named.name) or NOT_A_HOLDER.search(named.name) else named


def _bracketed(sentence: ParsedSentence, i: int) -> bool:
    quantity = sentence.quantities[i]
    left = sentence.words[max(0, quantity.start - 12) : quantity.start]
    return bool(_BRACKET.search(left) or re.search(r"\s(?:at|with)\s$", left))


def _goes_on(sentence: ParsedSentence, i: int, name: holders.Holder | None) -> bool:
    """Whether the name after a number goes on with its list."""
    one, two = sentence.quantities[i : i + 2]
    if name is None or one.unit != two.unit or name.start < one.end:
        return False
    between = _NEXT.fullmatch(sentence.words, one.end, name.start)
    return between is not None and not _VERB.search(between["tail"])


def _measure(sentence: ParsedSentence) -> str:
    """What the sums of a bare list are, where the sentence speaks of one thing only."""
    words = sentence.words
    if _NO_MEASURE.search(words[:1].lower() + words[1:]):
        return ""
    ranked = re.search(
        r"\b(?:by|in terms of|with)\s(?:\w+\s){0,2}?(?:valuation|market value|market cap\w*|revenues?|sales|"
        r"turnover)\b",
        words,
    )
    said = [measure for measure, cue in _CUES if cue.search(ranked[0] if ranked else words)]
    return said[0] if len(said) == 1 else ""


def _in_turn(sentence: ParsedSentence, rules: Sequence[Rule | None]) -> Iterator[tuple[int, Told]]:
    """All names first, then all numbers: "Acme and Beta raised $60 million and $40 million"."""
    words, quantities = sentence.words, sentence.quantities
    first = 0
    while first < len(quantities) - 1:
        last = first
        while last + 1 < len(quantities) and _joined(sentence, last):
            last += 1
        run = range(first, last + 1)
        rule = next((each for each in (rules[i] for i in run) if each is not None and each.measure in OWNED), None)
        if last > first and rule is not None:
            names = _names(words, quantities[first - 1].end if first else 0, quantities[first].start)
            names = names or _names_after(words, quantities[last].end)
            if len(names) == len(run):
                rule = rule._replace(name=f"listed {rule.measure}", confidence=min(rule.confidence, 0.85))
                yield from zip(run, (Told(rule, name) for name in names), strict=True)
        first = last + 1


def _joined(sentence: ParsedSentence, i: int) -> bool:
    one, two = sentence.quantities[i : i + 2]
    return one.unit == two.unit and bool(_AND.fullmatch(sentence.words, one.end, two.start))


def _names(words: str, start: int, end: int) -> list[holders.Holder]:
    *_, found = (None, *_NAMES.finditer(words, start, end))
    return _parted(found, words) if found and "." not in words[found.end() : end].rstrip(".") else []


def _names_after(words: str, end: int) -> list[holders.Holder]:
    found = _AFTER.match(words, end)
    return _parted(found, words) if found else []


def _parted(found: re.Match[str], words: str) -> list[holders.Holder]:
    """The names of a list, none where one of them is a place or no name."""
    parted: list[holders.Holder] = []
    at = found.start("names")
    for name in _SPLIT.split(found["names"]):
        start = words.index(name, at)
        at = start + len(name)
        named = holders.before(words, at) if parted else holders.after(words, start)
        if named is None or named.start < start or regions.is_region(named.name) or _NO_FIRM.search(named.name):
            return []
        parted.append(named)
    return parted


def _mirrored(sentence: ParsedSentence, rules: Sequence[Rule | None]) -> Iterator[tuple[int, Told]]:
    """Numbers before their names, after a first share: "against 18% for Acme and 9% for Beta"."""
    words = sentence.words
    lead: Rule | None = None
    for i, quantity in enumerate(sentence.quantities):
        rule = rules[i]
        beside = _BESIDE.match(words, quantity.end)
        named = holders.at(words, beside.end()) if beside else None
        weak = rule is None or rule.measure in _WEAK or (lead is not None and rule.measure == lead.measure)
        if lead is not None and named is not None and weak and (quantity.unit == PERCENT) == (lead.unit == PERCENT):
            if not regions.is_region(named.name):
                yield i, Told(lead._replace(name=f"listed {lead.measure}", confidence=0.8), named)
        elif rule is not None and rule.measure in ("share", "revenue", "valuation"):
            lead = rule
        elif rule is None or rule.measure:
            lead = None
