"""Market figures: sizes, growth rates, shares, funding, revenues, valuations and prices, as a text states them.

A figure is a quantity read together with the words around it: a rule (:mod:`.figure_rules`) says what it measures, the
nearest year says when, the market's name or the one named before says of what. Numbers that measure nothing of the
kind, and numbers cut off by a feed, give nothing. Deterministic, no language model, linear in the text's length.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kgraph.extractors import figure_rules, holders, regions
from kgraph.extractors.figure_rules import RULES, Rule
from kgraph.extractors.market_names import MarketName, counted_market, industry_name, market_names
from kgraph.extractors.quantities import PERCENT, Quantity, Years, money, percentages, years
from kgraph.extractors.sentences import Sentence, sentences
from kgraph.model import Figure, Text
from kgraph.namespace import KG

VERSION = "1"

MEASURES = {
    "marketSize": KG.MARKET_SIZE, "cagr": KG.CAGR, "share": KG.SHARE, "funding": KG.FUNDING, "revenue": KG.REVENUE,
    "valuation": KG.VALUATION, "price": KG.PRICE,
}  # fmt: skip
"""The measures that a rule can name, and the concepts that stand for them."""

_NUMBER = re.compile(r"\d\s?%|\d[ -]per ?cent|\d pct|[$€£¥₹₩₪₽]\s?\d|\b(?:USD|EUR|GBP|INR|JPY|CNY|RMB|CHF|Rs|US)\b|\d[ -]?\w*[ -](?:dollar|euro|pound|yen|yuan)", re.IGNORECASE)  # fmt: skip
_SPEAKS_OF_MARKET = re.compile(
    r"\b(?:market(?:s|place)?|industry|sector)\b(?! (?:cap|capitali[sz]ation)\b)", re.IGNORECASE
)
_SPEAKS_OF_FUNDING = re.compile(
    r"\b(?:funding|financing|fundrais\w+|investment|investors?|round|series [a-h]\b|seed|venture|backing|capital|equity)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_DEAL = re.compile(
    r"\b(?:acqui\w+|takeover|took over|buy(?:s|ing)?|bought|purchas\w+|merg\w+|sell(?:s|ing)?|sold|sale of|buyout|snap(?:s|ped) up)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_SHARE = re.compile(
    r"\bshares? of (?:the|that|this|global|worldwide|all|total)\b|\bmarket[- ]?share|\bshare\b|\bmarket\b|\bindustry\b|\b(?:top|leading|largest|biggest)\b[^.;]{0,40}\b(?:providers|vendors|players|suppliers|companies|makers)\b",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"\b(?:(?:that|this|the|its|these|those) (?:market|figure|number|value|total|sector|industry|size|sum|amount)|market (?:size|value|revenue|share)|"
    r"revenues?|sales|spending|demand|it|they|CAGR|compound annual|share)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:expect\w*|project(?:ed|s|ion|ions|ing)|anticipat\w+|forecast\w*|predict\w*|will|would|should|could|estimat\w+ to (?:reach|grow|be|register|exhibit)|"
    r"poised|set to|slated|likely|on (?:track|course)|to (?:reach|hit|grow|be|exceed|surpass|cross|top|register|exhibit|expand|attain|garner|generate|pass|climb|double|triple|witness|rise)|"
    r"going to|outlook|see(?:s|n)? (?:it|that figure|the market|[\w ]{0,30}) (?:climbing|reaching|growing|rising|hitting)|climbing to|reaching|heading|by (?:the end of )?20\d\d|through 20\d\d|until 20\d\d|"
    r"is (?:growing|expanding|rising)|growing at|expanding at|rising at|registering|advancing at|progressing at)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|reached|stood|accounted for|totaled|totalled|amounted|exceeded|surpassed|hit|came|grew|held|represented|captured|generated|recorded|raised|closed|secured|spent|posted|reported|had|has)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;]|,?\s(?:and|but|while|whereas|however|which|as)\s|,\s|—|–\s|\|")
_YEAR_LINK = re.compile(
    r"[\s(,\[|:-]*(?:USD|US dollars)?\s*(?:in|by|for|during|at|as of|over|from|through|until|till|to|the|end|of|year|years|fiscal|FY|calendar|around|within|between|"
    r"late|early|mid|forecast|forecasted|forecasting|analysis|projection|projected|prediction|review|assessment|time|study|estimated|period|timeframe|time frame|globally|worldwide|alone|back|market|horizon|"
    r"Q[1-4]|Q[1-4] of|first|second|third|fourth|quarter|half|H[12]|January|February|March|April|May|June|July|August|September|October|November|December|[(,:\s-])*",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|by|for|during|of|FY|fiscal|years?|from|to|until|till|through|since|Q[1-4]|quarter|half|between|and|end|early|late|mid)|[,(|:-]|^)\s*$",
    re.IGNORECASE,
)
_SPENT_GAP = re.compile(
    r"\s(?:on|for)\s(?:(?!(?:will|and|which|from|than|is|was|were)\b)[\w&/,-]+\s){1,9}(?:in|during|for)\s(?:the year |fiscal |all of )?",
    re.IGNORECASE,
)
_NEEDS_MARKET = frozenset({"growth a year", "part of a market", "holder of a part"})
"""Rules too weak where no market is known."""
_SEGMENT = re.compile(
    r"(?:^|[,;:—–]\s|\b(?:the|and|while)\s)(?P<name>(?:[\w&/-]+[ ,]{1,2}){1,10}?)(?:segments?|sub-segment|category|end-users?|verticals?|region|division|unit|application|type)?\s?"
    r"(?:\balone |\btogether |\bjointly |\bcombined )*\b(?:is|was|were|are|held|holds?|accounted|accounts?|captured|captures?|dominated|dominates?|led|leads?|represented|represents?|contributed|contributes?|commanded|commands?|made up|makes? up|had|has|comprised|generated|garnered|took|controls?|controlled|owns?)\b",
    re.IGNORECASE,
)
_NOT_A_HOLDER = re.compile(
    r"\b(?:market|share|it|they|that|this|which|who|size|revenue|revenues|CAGR|growth|report|there)\b", re.IGNORECASE
)
_SPLIT_NAME = re.compile(r"segments?$|sub-segments?$|category$|end-users?$", re.IGNORECASE)


class _Topic(NamedTuple):
    """What the sentences before spoke of."""

    market: str = ""
    region: str = ""
    year: int | None = None
    share: bool = False


class _Sentence(NamedTuple):
    """A sentence taken apart."""

    words: str
    at: Sentence
    markets: list[MarketName]
    quantities: list[Quantity]
    times: list[Years]


def extract(text: Text) -> tuple[Figure, ...]:
    """All market figures of a text, one for each measured value, in the order of their evidence.

    A value that is said twice (in a headline and an abstract, in a sentence and a table) is one figure: the fuller
    statement gives the evidence, and what only the other says of year, region and forecast is taken over.
    """
    content = text.content
    if not _NUMBER.search(content):
        return ()
    found: list[Figure] = []
    subject = main_market(content, text)
    topic = _Topic()
    for sentence in sentences(text):
        words = content[sentence.start : sentence.end]
        has_number = bool(_NUMBER.search(words))
        if not has_number and "arket" not in words:
            if sentence.part < 2 or len(words) > 40:
                topic = topic._replace(share=False)
            continue
        markets = market_names(content, sentence)
        if not has_number:
            topic = _Topic(markets[0].name, markets[0].region, None, False) if markets else topic._replace(share=False)
            continue
        parsed = _Sentence(words, sentence, markets, [], years(words))
        parsed.quantities.extend(sorted(money(_uncut(words, sentence)) + percentages(words), key=lambda q: q.start))
        figures, topic = _figures(parsed, topic, subject)
        found += figures
    return tuple(_merged(found))


def _uncut(words: str, sentence: Sentence) -> str:
    """The words in which a number without a scale at the end may count: not where a feed can have cut it."""
    return words if sentence.part < 2 and sentence.is_last else words + "  ;"


def main_market(content: str, text: Text) -> MarketName | None:
    """The market that the whole text is about: the one it names most, the first of equals."""
    counts: dict[str, list[MarketName]] = {}
    for sentence in sentences(text)[:400]:
        if "arket" in content[sentence.start : sentence.end]:
            for market in market_names(content, sentence):
                counts.setdefault(market.name.casefold(), []).append(market)
    return max(counts.values(), key=len)[0] if counts else None


def _figures(sentence: _Sentence, topic: _Topic, subject: MarketName | None) -> tuple[list[Figure], _Topic]:
    words = sentence.words
    markets = list(sentence.markets)
    if not markets and sentence.quantities:
        counted = counted_market(words) or industry_name(words)
        markets = [counted] if counted else []
    named = bool(markets)
    speaks = named or bool(_SPEAKS_OF_MARKET.search(words))
    inherits = not named and bool(topic.market) and (speaks or bool(_ANAPHOR.search(words)))
    context = {
        "market": speaks or inherits or (sentence.at.is_row and subject is not None),
        "funding": bool(_SPEAKS_OF_FUNDING.search(words)),
        "deal": bool(_SPEAKS_OF_DEAL.search(words)),
        "share": topic.share or bool(_SPEAKS_OF_SHARE.search(words)),
        "shares listed": topic.share or bool(_SPEAKS_OF_SHARE.search(words)),
        "company": not named,
    }
    used: set[int] = set()
    found: list[Figure] = []
    last_rule: Rule | None = None
    for i, quantity in enumerate(sentence.quantities):
        rule = _rule(sentence, i, context, last_rule)
        if rule is None or not rule.measure:
            last_rule = None
            continue
        last_rule = rule
        figure = _figure(sentence, i, rule, markets, used, topic, subject)
        if figure is not None:
            found.append(_continued(figure, found[-1] if found else None))
    found = _respectively(sentence, found)
    found = _with_period(found)
    return found, _next_topic(sentence, markets, found, topic)


def _continued(figure: Figure, before: Figure | None) -> Figure:
    """What the figure before in the sentence says of year and region holds on where the next one says nothing."""
    if before is None:
        return figure
    if figure.measure == before.measure == KG.SHARE and not figure.year:
        return figure._replace(year=before.year)
    if (
        figure.measure in (KG.CAGR, KG.MARKET_SIZE)
        and before.measure != KG.SHARE
        and not figure.region
        and figure.market == before.market
    ):
        return figure._replace(region=before.region)
    return figure


def _rule(sentence: _Sentence, i: int, context: dict[str, bool], last: Rule | None) -> Rule | None:
    quantity = sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    following = sentence.quantities[i + 1].start if i + 1 < len(sentence.quantities) else len(sentence.words)
    left = figure_rules.without_vagueness(sentence.words[max(previous, quantity.start - 160) : quantity.start])
    right = sentence.words[quantity.end : min(following, quantity.end + 110)]
    kind = figure_rules.PERCENT if quantity.unit == PERCENT else figure_rules.MONEY
    for rule in RULES:
        if rule.unit == kind and _fits(rule, left, right, context, quantity, sentence):
            return rule
    return None


def _fits(rule: Rule, left: str, right: str, context: dict[str, bool], quantity: Quantity, sentence: _Sentence) -> bool:
    if rule.needs == "small":
        if quantity.value >= 1_000_000:
            return False
    elif rule.needs == "not share":
        if re.search(r"\b(?:earn\w*|EPS|dividend|stock)\b", sentence.words, re.IGNORECASE):
            return False
    elif rule.needs == "not place":
        holder = holders.after(
            sentence.words,
            quantity.end + len(re.match(r"\s*(?:more |investment )?(?:in|into)\b|", right, re.IGNORECASE)[0]),
        )  # type: ignore[index]
        if holder is None or not holders.is_company_like(holder.name):
            return False
    elif rule.needs == "company" and context["market"] and not re.search(r"market cap|valuation", left, re.IGNORECASE):
        return False
    elif rule.needs in ("market", "funding", "deal", "share", "shares listed") and not context[rule.needs]:
        return False
    if rule.before is not None and not rule.before.search(left):
        return False
    return rule.after is None or rule.after.match(right) is not None


def _figure(
    sentence: _Sentence,
    i: int,
    rule: Rule,
    markets: list[MarketName],
    used: set[int],
    topic: _Topic,
    subject: MarketName | None,
) -> Figure | None:
    words, quantity = sentence.words, sentence.quantities[i]
    market = _market_of(quantity, markets)
    name = market.name if market else topic.market or (subject.name if subject else "")
    measure = rule.measure
    holder = _holder(sentence, i, rule, bool(name))
    if measure == "revenue" and _is_market_revenue(sentence, i, market, holder, topic, subject):
        measure, holder = "marketSize", None
    time = _time(sentence, i, used, measure)
    region = _region(sentence, i, measure, market, topic, subject)
    company = measure in ("funding", "revenue", "valuation", "price")
    if measure == "cagr" and not name and not re.search(r"CAGR|compound", words, re.IGNORECASE):
        return None
    if not name and (measure == "marketSize" or rule.name in _NEEDS_MARKET):
        return None
    subject_name = holder.name if holder else ""
    if measure == "share" and holder is None and not region and rule.name in ("holder of a part", "name and a part"):
        return None
    if subject_name and measure == "share" and regions.is_region(subject_name):
        region, subject_name = regions.canonical(subject_name.removeprefix("The ")), ""
    year = time.first if time and not time.is_range else None
    if year is None and measure == "share" and time is None:
        year = topic.year if topic.share or topic.market else None
    return Figure(
        measure=MEASURES[measure],
        value=quantity.value,
        unit=quantity.unit,
        start=sentence.at.start,
        end=sentence.at.end,
        confidence=rule.confidence,
        is_forecast=_is_forecast(sentence, i, time, measure),
        market="" if company else name,
        subject=subject_name,
        region="" if company else region,
        year=year,
        from_year=time.first if time and time.is_range else None,
        to_year=time.last if time and time.is_range else None,
    )


def _market_of(quantity: Quantity, markets: list[MarketName]) -> MarketName | None:
    """The nearest market named before the number, else the first after it."""
    before = [market for market in markets if market.start < quantity.start]
    return before[-1] if before else (markets[0] if markets else None)


def _is_market_revenue(
    sentence: _Sentence,
    i: int,
    market: MarketName | None,
    holder: holders.Holder | None,
    topic: _Topic,
    subject: MarketName | None,
) -> bool:
    """Whether a revenue is the whole market's: no company's name stands with it and a market is spoken of."""
    previous = sentence.quantities[i - 1].end if i else 0
    cue = re.search(figure_rules.COUNTED, sentence.words[previous : sentence.quantities[i].start], re.IGNORECASE)
    if cue and re.search(
        r"(?:['’]s?|\b(?:its|their|our|quarterly|his|firm|company|division|unit))\s(?:\w+\s){0,2}$",
        sentence.words[previous : previous + cue.start()],
    ):
        return False
    if cue and market is not None and 0 <= market.start - (previous + cue.end()) <= 6:
        return True
    if market is not None:
        return holder is None or market.start <= holder.start < market.head or regions.is_world(holder.name)
    return holder is None and (bool(topic.market) or subject is not None)


def _holder(sentence: _Sentence, i: int, rule: Rule, has_market: bool) -> holders.Holder | None:
    """Whose figure it is, where the sentence says so."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    left = words[previous : quantity.start]
    if rule.measure == "funding":
        return _raiser(sentence, i, rule)
    if rule.measure == "share":
        return _share_holder(sentence, i)
    if rule.measure == "revenue":
        cue = re.search(figure_rules.COUNTED, left, re.IGNORECASE)
        if cue and rule.name == "revenue before":
            return _earner(words, previous + cue.start())
        return _earner(words, quantity.start)
    if rule.name.startswith("takeover"):
        bought = re.search(r"\b(?:acquir\w+|acquisition of|buy(?:s|ing)?|bought|purchas\w+(?: of)?|takeover of|snap(?:s|ped) up|sale of|take over|took over)\s", words, re.IGNORECASE)  # fmt: skip
        return holders.after(words, bought.end()) if bought else None
    if rule.measure == "valuation":
        named = re.search(r"valu(?:es|ed|ing) ", left, re.IGNORECASE)
        target = holders.after(words, previous + named.end()) if named else None
        return target or holders.first(words, quantity.start)
    if rule.measure == "price":
        cue = rule.before.search(figure_rules.without_vagueness(left)) if rule.before else None
        return holders.before(words, previous + cue.start()) if cue else None
    if rule.measure in ("marketSize", "cagr"):
        return _segment(sentence, i)
    return None


def _segment(sentence: _Sentence, i: int) -> holders.Holder | None:
    """The segment whose size or growth it is: "The hardware segment was valued at …"."""
    quantity = sentence.quantities[i]
    left = sentence.words[max(0, quantity.start - 160) : quantity.start]
    found = re.search(
        r"(?:^|[,;]\s|\bthe\s)(?P<name>(?:(?!the\b)[\w&/-]+\s){1,6}?)(?:sub-?)?segment\b", left, re.IGNORECASE
    )
    if found is None or _NOT_A_HOLDER.search(found["name"]):
        return None
    start = quantity.start - len(left) + found.start("name")
    return holders.Holder(" ".join(found["name"].split()), start, start + len(found["name"].rstrip()))


_EARNS = re.compile(
    r"\b(?:reports?|reported|reporting|posts?|posted|posting|generat(?:es|ed|ing)|record(?:s|ed|ing)|brought in|brings in|ma(?:kes|de)|earn(?:s|ed)|sees?|saw|expects?|"
    r"hopes?|forecasts?|announce[sd]?|deliver(?:s|ed)|achiev(?:es|ed)|book(?:s|ed)|rak(?:es|ed) in|with|whose|will|could|had|has|ha[ds]|hits?|tops?|passes|reaches)\s+(?:[a-z$€£%-]+\s+){0,4}$",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:['’]s?|\s)(?:\s?(?:[a-z]+|[A-Z]+)){0,4}\s*$")


def _earner(words: str, end: int) -> holders.Holder | None:
    """Whose revenue it is: "Acme's cloud revenue", "Acme reported revenue"; none rather than a guess."""
    left = words[max(0, end - 160) : end]
    offset = end - len(left)
    verb = _EARNS.search(left)
    if verb:
        named = holders.before(words, offset + verb.start())
        if named is not None:
            return named
    named = holders.possessive(words, offset, end)
    if named is None or regions.is_region(named.name):
        return None
    gap = words[named.end : end]
    alone = " " not in named.name and named.start == 0 and not gap.startswith(("'", "’")) and re.match(r"\s[a-z]", gap)
    return (
        named
        if len(gap) < 40 and not alone and not re.search(r"[,;:.|()]", gap.replace("'s", "").strip(" ."))
        else None
    )


def _raiser(sentence: _Sentence, i: int, rule: Rule) -> holders.Holder | None:
    words, quantity = sentence.words, sentence.quantities[i]
    left = words[: quantity.start]
    if rule.name in ("invested in", "investment in"):
        into = re.match(r"[^.;]{0,20}?\b(?:in|into)\b", words[quantity.end :], re.IGNORECASE)
        return holders.after(words, quantity.end + into.end()) if into else None
    verb = None
    for verb in re.finditer(
        r"\b(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|land(?:s|ed)?|bag(?:s|ged)|nab(?:s|bed)|snag(?:s|ged)|scor(?:es|ed)|gets?|got|receiv(?:es|ed)|attract(?:s|ed)|"
        r"obtain(?:s|ed)|pick(?:s|ed) up|pull(?:s|ed) in|grab(?:s|bed)|gain(?:s|ed)|complet(?:es|ed)|announc(?:es|ed|ing)|netted|nets|haul(?:s|ed)?|collect(?:s|ed)|lock(?:s|ed))\b",
        left, re.IGNORECASE,
    ):  # fmt: skip
        break
    if verb is not None:
        named = holders.before(words, verb.start())
        if named is not None:
            return named
    to = re.match(r"[^.;$€£%]{0,60}?\b(?:for|in|into|to)\s+(?=[A-Z])", words[quantity.end :])
    if to:
        named = holders.after(words, quantity.end + to.end())
        if named is not None:
            return named
    return holders.first(words, quantity.start)


def _share_holder(sentence: _Sentence, i: int) -> holders.Holder | None:
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    left = words[previous : quantity.start]
    bracket = re.search(r"\(\s*$|[:—–-]\s*$|\bat\s*$|\bwith\s*$", left)
    if bracket:
        named = holders.before(words, previous + bracket.start())
        if named is not None and regions.is_region(named.name):
            leader = re.search(
                r"\s(?:is|was|remains|leads|led|dominates|dominated|ranks)\s", words[previous : named.start]
            )
            owner = holders.before(words, previous + leader.start()) if leader else None
            named = owner or named
        if named is not None:
            return named
    by = re.match(
        r"\s?(?:\w+ ){0,4}?(?:share|market)?[^.;,]{0,40}?\b(?:held|owned|captured|controlled|dominated) by\s",
        words[quantity.end :],
        re.IGNORECASE,
    )
    if by:
        return holders.after(words, quantity.end + by.end())
    found = None
    for found in _SEGMENT.finditer(left):
        pass
    if found is not None:
        raw = found["name"].strip(" ,")
        name = _SPLIT_NAME.sub("", re.sub(r"^(?:the|and|while|with|but)\s+", "", raw, flags=re.IGNORECASE)).strip()
        start = previous + found.start("name") + found["name"].find(name)
        if name and not _NOT_A_HOLDER.search(name) and len(name) < 90:
            region = next(iter(regions.regions(name)), None)
            if region and region[2] - region[1] >= len(name) - 4:
                return holders.Holder(region[0], start, start + len(name))
            exact = holders.before(words, previous + found.start("name") + len(found["name"].rstrip(" ,")))
            if exact is not None and exact.start <= start + 30 and name[0].isupper() and not _lower_list(name):
                return exact
            return holders.Holder(name, start, start + len(name))
    place = [r for r in regions.regions(left)]
    if place:
        name, start, end = place[-1] if len(place) == 1 else place[0]
        return holders.Holder(name, previous + start, previous + end)
    return holders.before(words, quantity.start) or holders.first(left and words, quantity.start)


def _lower_list(name: str) -> bool:
    """Whether a stretch is a list of common nouns ("Cardiology, neurology and breast imaging"), no name."""
    return bool(re.search(r"\s[a-z]{4,}", name))


def _time(sentence: _Sentence, i: int, used: set[int], measure: str) -> Years | None:
    """The year or years that belong to a number: directly after it, else nearest before it, else the title's."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    following = sentence.quantities[i + 1].start if i + 1 < len(sentence.quantities) else len(words)
    right = [(j, t) for j, t in enumerate(sentence.times) if quantity.end <= t.start < following]
    for j, time in right[:1]:
        gap = words[quantity.end : time.start]
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
    if measure == "cagr":
        left = [(j, t) for j, t in left if t.is_range]
    else:
        left = [(j, t) for j, t in left if not t.is_range]
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
    share = r"[\s\w'’&,/-]{0,90}?\b(?:share|market|industry|sector|sales|revenues?|segment|funding|financing|round|ago)\b[\s\w]{0,12}?\b(?:in|for|as of|during|by|of|at the end of)\s(?:the year |fiscal |FY ?|Q\d )*"
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
            r"\b(?:[Mm]arket|[Ii]ndustry|[Oo]pportunity|[Ss]ector)\s*(?:size |value )?,?\s?(?:to|by|in|until|through|for)?\s*(?:the year |year )?$",
            gap,
        ) and not re.search(r"\b(?:was|is|were|will|has|had|and|grow\w*|from)\b", gap):
            used.add(j)
            return time
    return None


def _region(
    sentence: _Sentence, i: int, measure: str, market: MarketName | None, topic: _Topic, subject: MarketName | None
) -> str:
    """The region of a figure: named with the market or as the clause's subject, else the whole world if it is said."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    clause = words[previous : quantity.start]
    if measure == "share":
        inside = [
            place for place in regions.regions(clause) if re.search(r"\b(?:in|across)\s(?:the\s)?$", clause[: place[1]])
        ]
        if inside:
            return inside[-1][0]
        return regions.GLOBAL if regions.is_world(words) else ""
    if market and market.region and market.region != regions.GLOBAL:
        return market.region
    places = regions.regions(clause)
    led = re.search(r"\b(?:led by|such as|including|driven by|especially|particularly)\b", clause)
    places = [place for place in places if not (led and place[1] > led.start())]
    if places and re.search(
        r"(?:^|[,;]\s|\b(?:however|while|and|but|in|the|for|across|within)\s)(?:,\s)?(?:the\s)?$",
        clause[: places[-1][1]],
        re.IGNORECASE,
    ):
        return places[-1][0]
    tail = re.match(
        r"[^.;,$€£%]{0,60}?\b(?:in|across|within)\s(?:the\s)?", words[quantity.end : quantity.end + 80], re.IGNORECASE
    )
    if tail:
        after = [p for p in regions.regions(words[quantity.end : quantity.end + 120]) if p[1] <= tail.end() + 4]
        if after and after[0][1] >= tail.end() - 4:
            return after[0][0]
    if market and market.head < quantity.start:
        within = re.match(r"\s(?:in|across)\s(?:the\s)?", words[market.head :])
        inside = [p for p in regions.regions(words[market.head : market.head + 60]) if within and p[1] == within.end()]
        if inside:
            return inside[0][0]
    if (market and market.region) or regions.is_world(words):
        return regions.GLOBAL
    if market is None and topic.market:
        return topic.region
    if sentence.at.is_row and subject is not None:
        return subject.region
    return ""


def _is_forecast(sentence: _Sentence, i: int, time: Years | None, measure: str) -> bool:
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
        if re.search(
            r"forecast|projection|\b(?:20[3-9]\d|202[6-9])\b", words[quantity.start : quantity.end + 90], re.IGNORECASE
        ):
            return True
        if not past and not future:
            return (
                bool(re.search(r"forecast|to 20\d\d|20\d\d\s?-\s?20\d\d|outlook", words, re.IGNORECASE))
                or sentence.at.is_row
            )
    if future or past:
        return max(future, default=-1) > max(past, default=-1)
    return False


def _respectively(sentence: _Sentence, found: list[Figure]) -> list[Figure]:
    """Give "USD 5 and USD 6 billion in 2019 and 2020, respectively" their years in turn."""
    if "respectively" not in sentence.words.lower() or len(found) < 2:
        return found
    singles = [time.first for time in sentence.times if not time.is_range]
    if len(singles) != len(found):
        return found
    return [figure._replace(year=year) for figure, year in zip(found, singles, strict=True)]


def _with_period(found: list[Figure]) -> list[Figure]:
    """A growth rate said with two sizes and their years runs between these ("$7.97 billion in 2020 … to … in 2021, a CAGR of")."""
    sized: list[Figure] = []
    result = []
    for figure in found:
        if figure.measure == KG.MARKET_SIZE and figure.year:
            sized.append(figure)
        if (
            figure.measure == KG.CAGR and figure.year is None and figure.from_year is None and len(sized) >= 2
            and sized[-2].year < sized[-1].year  # type: ignore[operator]
        ):  # fmt: skip
            figure = figure._replace(from_year=sized[-2].year, to_year=sized[-1].year)
        result.append(figure)
    return result


def _next_topic(sentence: _Sentence, markets: list[MarketName], found: list[Figure], topic: _Topic) -> _Topic:
    first = markets[0] if markets else None
    sizes = [figure for figure in found if figure.market]
    name = sizes[-1].market if sizes else (first.name if first else topic.market)
    region = next(
        (figure.region for figure in reversed(sizes) if figure.measure != KG.SHARE),
        first.region if first else topic.region,
    )
    shares = any(figure.measure == KG.SHARE for figure in found)
    year = next((figure.year for figure in reversed(found) if figure.year), None if first else topic.year)
    return _Topic(name, region, year, shares or bool(found and first is not None and "share" in sentence.words))


def _same(one: Figure, other: Figure) -> bool:
    near = abs(one.value - other.value) * 200 <= abs(one.value)
    return (
        near
        and (one.measure, one.unit) == (other.measure, other.unit)
        and _agree(one.year, other.year)
        and _agree(one.from_year, other.from_year)
        and _agree(one.to_year, other.to_year)
        and (
            _agree(one.subject, other.subject)
            or bool(_words(one.subject) <= _words(other.subject) or _words(other.subject) <= _words(one.subject))
        )
        and (_agree(one.region.casefold(), other.region.casefold()) or regions.GLOBAL in (one.region, other.region))
    )


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold()))


def _agree(one: object, other: object) -> bool:
    return one == other or not one or not other


def _merged(found: Iterable[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in found:
        for i, other in enumerate(kept):
            if _same(figure, other):
                kept[i] = _joined(other, figure)
                break
        else:
            kept.append(figure)
    return sorted(kept, key=lambda f: (f.start, f.end, f.measure, f.value, f.subject))


def _joined(one: Figure, other: Figure) -> Figure:
    def said(figure: Figure) -> int:
        return sum(map(bool, (figure.year, figure.from_year, figure.region, figure.subject, figure.market)))

    best, rest = (other, one) if said(other) > said(one) else (one, other)
    specific = best.region if best.region not in ("", regions.GLOBAL) else rest.region or best.region
    return best._replace(
        year=best.year or rest.year,
        from_year=best.from_year or rest.from_year,
        to_year=best.to_year or rest.to_year,
        region=specific,
        subject=best.subject or rest.subject,
        market=best.market or rest.market,
        is_forecast=best.is_forecast or rest.is_forecast,
        confidence=max(best.confidence, rest.confidence),
    )
