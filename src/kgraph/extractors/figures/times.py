"""When a figure holds: its year or years, and whether it is a forecast."""

import re

from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.quantities import Quantity, Years, years
from kgraph.extractors.figures.rules.wording import CONVERTED

_FORECAST = re.compile(
    r"\b(?:expect\w*|project(?:ed|s|ion|ions|ing)|anticipat\w+|forecast\w*|predict\w*|will|would|should|"
    r"could|estimat\w+ to (?:reach|grow|be|register|exhibit)|"
    r"poised|set to|slated|likely|on (?:track|course)|to (?:reach|hit|grow|be|exceed|surpass|cross|top|"
    r"register|exhibit|expand|attain|garner|generate|pass|climb|double|triple|witness|rise)|"
    r"going to|outlook|see(?:s|n)? (?:it|that figure|the market|[\w ]{0,30}) (?:climbing|reaching|growing|"
    r"rising|hitting)|climbing to|reaching|heading|by (?:the end of )?20\d\d|through 20\d\d|until 20\d\d|"
    r"is (?:growing|expanding|rising)|growing at|expanding at|rising at|registering|advancing at|progressing at)\b",
    re.IGNORECASE,
)


_PAST = re.compile(
    r"\b(?:was|were|reached|stood|accounted for|totaled|totalled|amounted|exceeded|surpassed|hit|came|grew|"
    r"held|represented|captured|generated|recorded|raised|closed|secured|spent|posted|reported|had|has)\b",
    re.IGNORECASE,
)


_YEAR_LINK = re.compile(
    r"[\s(,\[|:-]*(?:USD|US dollars)?\s*(?:in|by|for|during|at|as of|as at|as|over|from|through|until|till|to|the|end|"
    r"of|year|years|fiscal|FY|calendar|around|within|between|"
    r"late|early|mid|terms|value|revenues?|sales|volume|forecast|forecasted|forecasting|analysis|projection|"
    r"projected|prediction|review|assessment|time|study|estimated|period|timeframe|time frame|globally|"
    r"worldwide|alone|back|market|one|horizon|"
    r"Q[1-4]|Q[1-4] of|first|second|third|fourth|quarter|half|three|six|nine|twelve|months|H[12]|January|February|"
    r"March|April|May|June|"
    r"July|August|September|October|November|December|[(,:\s-])*",
    re.IGNORECASE,
)


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|by|for|during|of|FY|fiscal|years?|from|to|until|till|through|since|Q[1-4]|quarter|half|"
    r"between|and|end|early|late|mid)|[,(|:-]|^)\s*$",
    re.IGNORECASE,
)


_SPENT_GAP = re.compile(
    r"\s(?:on|for|into|in)\s(?:(?!(?:will|and|which|from|than|is|was|were)\b)[\w&/,-]+\s){1,9}(?:in|during|"
    r"for)\s(?:the year |fiscal |all of |the (?:first|second|third|fourth|last) (?:quarter|half|(?:three|six|"
    r"nine) months) of |"
    r"Q[1-4] )?",
    re.IGNORECASE,
)


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_FISCAL = re.compile(
    r"(?:\b(?:fiscal|quarter|full[- ]year|half|H[12]|Q[1-4])\b[\s,-]*)(?:(?:fiscal|of|the|for|year|quarter|"
    r"Q[1-4]|FY|results|"
    r"financial|ended \w+ \d{1,2},?)[\s,-]*)*(?P<year>20\d\d)\b|\bFY\s?['’]?(?:20)?(?P<short>\d\d)\b|"
    r"\b(?P<front>20\d\d)[\s,-]+(?:(?:first|second|third|fourth)[\s-]+quarter|Q[1-4]|full[- ]year|fiscal|annual|"
    r"year-end)\b|"
    r"\b(?:first|last|final|opening) (?:three|six|nine) months of (?P<months>20\d\d)\b|"
    rf"\b(?:months|quarter|half|year|period) (?:to|ended|ending|through|that ended|to the end of) (?:{_MONTH}\.?,? )?"
    r"(?:\d{1,2}(?:st|th)?,? )?(?P<ended>20\d\d)\b|"
    rf"\b(?:between|from) {_MONTH} (?:and|to|through) {_MONTH} (?P<span>20\d\d)\b|"
    rf"\b{_MONTH}\s?[-–]\s?{_MONTH} (?:period )?(?:of )?(?P<dash>20\d\d)\b|"
    r"\b(?:early|late|mid)[ -](?P<part>20\d\d)\b|\b[1-4]Q\s?['’]?(?:20)?(?P<code>\d\d)\b|"
    r"\bQ[1-4]\s?['’](?P<apostrophe>\d\d)\b|"
    r"\b[12]H\s?['’]?(?:20)?(?P<half>\d\d)\b",
    re.IGNORECASE,
)
"""The year of the books that a text tells of: "Fiscal Q2 2020", "FY21", "2019 third quarter"."""
OF_PERIOD = re.compile(
    r"\b(?:quarter(?:ly)?|today|fiscal|full[- ]year|annual|the (?:period|year)|(?:first|second)[- ]half|Q[1-4])\b",
    re.IGNORECASE,
)


_EARLIER_BOOKS = re.compile(r"\b(?:since|than|from|before|until|by|over|versus)\s(?:[a-z]+[\s-]){0,3}$")


def fiscal_year(content: str) -> int | None:
    """The one year of the books that a text's beginning names, None where it names none or several."""
    found = _FISCAL.finditer(content, 0, 400)
    told = (each for each in found if not _EARLIER_BOOKS.search(content, max(0, each.start() - 30), each.start()))
    years = {int(f"20{next(filter(None, each.groups()))[-2:]}") for each in told}
    return years.pop() if len(years) == 1 else None


_TO_COME = re.compile(
    r"\b(?:by|to|until|till|through|since|from|than|over|before|after|between|versus|vs\.?|against|back in|as early as|"
    r"(?:will|to|could|may|should|would|might|expected|forecast)\s(?:[a-z$€£\d.%]+\s){0,6}(?:in|for)|"
    r"(?:acquired|bought|merged|released|introduced|approved|cleared) in)\s"
    r"(?:(?:the\s)?end\sof\s|(?:early|late|mid|fiscal)[\s-]|(?:the\s)?year\s|[A-Z][a-z]+\s)*$"
)
"""Before a year that is another than the one in which a text counts."""


_OF_YEAR = re.compile(
    r"\b(?:figures|data|numbers|statistics|report|study|survey|estimates?|census) from\s(?:early\s|late\s|mid-)?$"
)
"""Before the year of what is told, though "from" stands there: "Assocham figures *from* 2012"."""


def counting_year(content: str) -> int | None:
    """The one year in which a text's beginning counts, whatever it says of it; None where it names none or several."""
    named = years(content[:_BEGINNING])
    told = {
        each.first
        for each in named
        if not (
            each.is_range
            or (
                _TO_COME.search(content, max(0, each.start - 60), each.start)
                and not _OF_YEAR.search(content, max(0, each.start - 60), each.start)
            )
        )
    }
    return told.pop() if len(told) == 1 else None


_BEGINNING = 500
_ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|prior|next|this|following|preceding) (?:fiscal )?(?:year|summer|spring|fall|winter)\b|"
    r"\b(?:years?|months|decades?|quarters) (?:ago|earlier|before|later)\b|\byear-(?:ago|earlier)\b",
    re.IGNORECASE,
)


def names_another_time(words: str) -> bool:
    """Whether a sentence without a year tells of another one than the text: "a year earlier", "next year"."""
    return _ANOTHER_TIME.search(words) is not None


_HEADED = re.compile(r"\b(?:in|for|of|during)\s(?:early\s|late\s|mid-)?(?P<year>(?:19|20)\d\d)\b(?!\s?[-–])")
_FORETOLD = re.compile(
    r"\b(?:will|to|by|forecasts?|outlook|expected|could|set|projected|until|through)\b", re.IGNORECASE
)


def headed_year(headline: str) -> int | None:
    """The one year that a headline tells of, None where it looks ahead: "grew 12% to $26.3bn *in 2015*"."""
    years = {int(found["year"]) for found in _HEADED.finditer(headline)}
    ahead = _FORETOLD.search(re.sub(r"\bto (?=[$€£₹\d])", "", headline))
    return years.pop() if len(years) == 1 and not ahead else None


_CONVERTED = re.compile(CONVERTED)


def time_of(sentence: ParsedSentence, i: int, used: set[int], measure: str) -> Years | None:
    """The year or years that belong to a number: directly after it, else nearest before it, else the title's."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    following = sentence.quantities[i + 1].start if i + 1 < len(sentence.quantities) else len(words)
    right = [(j, t) for j, t in enumerate(sentence.times) if quantity.end <= t.start < following]
    for j, time in right[:1]:
        gap = _CONVERTED.sub(" ", words[quantity.end : time.start])
        if j not in used and _is_year_gap(gap, measure):
            if measure != "cagr" and time.is_range and not sentence.at.is_row:
                continue
            used.add(j)
            return time
    left = [
        (j, t)
        for j, t in enumerate(sentence.times)
        if previous <= t.end <= quantity.start
        and j not in used
        and (t.is_range or _YEAR_LEAD.search(words[max(0, t.start - 16) : t.start]))
    ]
    left = [(j, t) for j, t in left if t.is_range == (measure == "cagr")]
    if left:
        j, time = left[-1]
        used.add(j)
        return time
    if measure != "cagr":
        return _titled(words, quantity, right, used)
    return next(
        (
            t
            for _, t in right
            if t.is_range and t.start - quantity.end < 90 and _is_period(words[quantity.end : t.start])
        ),
        None,
    )


def _is_year_gap(gap: str, measure: str) -> bool:
    if _YEAR_LINK.fullmatch(gap):
        return True
    if _SPENT_GAP.fullmatch(gap):
        return True
    share = (
        r"[\s\w'’&,/-]{0,90}?\b(?:share|market|industry|sector|sales|revenues?|segment|funding|"
        r"financing|round|series [a-h]\d?|seed|raise|valuation|ago)\b[\s\w]{0,12}?\b(?:in|for|as of|during|by|of|"
        r"at the end "
        r"of)\s(?:the year |fiscal |FY ?|Q\d |early |late |mid-?|(?:January|February|March|April|May|June|July|August|"
        r"September|October|November|December),? )*"
    )
    return (
        len(gap) < 120
        and not re.search(r"\b(?:will|expected|projected|and is|and was|which|compared|from|than)\b", gap)
        and bool(re.fullmatch(share, gap, re.IGNORECASE))
    )


def _is_period(gap: str) -> bool:
    return not re.search(r"[;|]|\b(?:while|whereas|but|compared|and the)\b", gap) and bool(
        re.search(r"\b(?:from|between|during|over|in|for|period|through|to)\b|[(,]", gap)
    )


def _titled(words: str, quantity: Quantity, right: list[tuple[int, Years]], used: set[int]) -> Years | None:
    """The year in "$50+ Billion Healthcare AI Market to 2027": only the market's name stands between."""
    for j, time in right[:1]:
        gap = words[quantity.end : time.start]
        if j in used or len(gap) > 120 or re.search(r"[.;:|]", gap):
            continue
        if re.search(
            r"\b(?:[Mm]arket|[Ii]ndustry|[Oo]pportunity|[Ss]ector)\s*(?:size |value )?,?\s?(?:to|by|in|until|"
            r"through|for)?\s*(?:the year |year )?$",
            gap,
        ) and not re.search(r"\b(?:was|is|were|will|has|had|and|grow\w*|from)\b", gap):
            used.add(j)
            return time
    return None


def is_forecast(sentence: ParsedSentence, i: int, time: Years | None, measure: str) -> bool:
    """Whether the words put a number into the future: the nearest verb before it decides, "by 2032" too."""
    words, quantity = sentence.words, sentence.quantities[i]
    if measure in ("funding", "price"):
        return False
    previous = sentence.quantities[i - 1].end if i else 0
    if re.search(r"\bfrom\s(?:\w+\s){0,3}$", words[previous : quantity.start]) and measure != "cagr":
        return False
    clause = words[previous : quantity.start]
    near = words[quantity.end : (time.end if time and time.start >= quantity.end else quantity.end + 30)]
    if re.search(
        r"\b(?:by|to|until|through|till)\s(?:the\s(?:end\sof|year)\s)?(?:19|20)\d\d", near, re.IGNORECASE
    ) and not re.search(r"\bhad reached\b", clause):
        return True
    future = [m.end() for m in _FORECAST.finditer(clause)]
    past = [m.end() for m in _PAST.finditer(clause)]
    if measure == "cagr":
        if re.search(r"forecast|projection|outlook", words[quantity.start : quantity.end + 90], re.IGNORECASE):
            return True
        if not past and not future:
            return (
                bool(re.search(r"forecast|to 20\d\d|20\d\d\s?-\s?20\d\d|outlook", words, re.IGNORECASE))
                or sentence.at.is_row
            )
    if future or past:
        return max(future, default=-1) > max(past, default=-1)
    return False
