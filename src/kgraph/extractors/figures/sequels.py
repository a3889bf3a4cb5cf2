"""What the figures of one sentence take from each other: its years, its region, whose they are."""

import re

from kgraph.extractors.figures.choice import LEAST_PURCHASE
from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.extractors.figures.times import names_another_time
from kgraph.model import Figure
from kgraph.namespace import KG

_LISTED = frozenset({"revenue in brackets", "listed revenue", "listed funding", "listed valuation", "listed sum"})


_SAME_PRICE = frozenset({"compared with money", "went on to", "another price", "old price"})
"""How the price before is compared with its own."""


def is_unit_price(figure: Figure) -> bool:
    """Whether it is the price of what is sold in numbers, and not of a firm."""
    return figure.measure == KG.PRICE and figure.value < LEAST_PURCHASE


def continued(figure: Figure, before: Figure | None, rule: str) -> Figure:
    """What the figure before in the sentence says of year and region holds on where the next one says nothing."""
    if before is None:
        return figure
    if figure.measure == before.measure and rule in _LISTED and figure.measure != KG.SHARE:
        return figure._replace(year=figure.year or before.year)
    if figure.measure == before.measure == KG.REVENUE and not figure.subject:
        return figure._replace(subject=before.subject)
    if figure.measure == before.measure == KG.PRICE and rule in _SAME_PRICE and not figure.region:
        return figure._replace(region=before.region, subject=figure.subject or before.subject)
    if figure.measure == KG.VALUATION and before.measure in (KG.FUNDING, KG.VALUATION) and not figure.subject:
        return figure._replace(subject=before.subject)
    if rule == "share rose on to":
        figure = figure._replace(subject=before.subject, market=before.market, region=before.region)
    if figure.measure == before.measure == KG.SHARE:
        region = figure.region or (before.region if figure.market == before.market and before.subject else "")
        return figure._replace(year=figure.year or before.year, region=region)
    if figure.measure == before.measure == KG.FUNDING and not figure.subject and not figure.region:
        confidence = figure.confidence or (before.confidence if before.subject else 0.0)
        return figure._replace(region=before.region, subject=before.subject, confidence=confidence)
    if (
        figure.measure in (KG.CAGR, KG.MARKET_SIZE)
        and before.measure != KG.SHARE
        and not figure.region
        and figure.market == before.market
    ):
        return figure._replace(region=before.region)
    return figure


def in_turn(sentence: ParsedSentence, found: list[Figure]) -> list[Figure]:
    """Give numbers told "respectively" their years in turn."""
    if "respectively" not in sentence.words.lower() or len(found) < 2:
        return found
    singles = [time.first for time in sentence.times if not time.is_range]
    if len(singles) == len(found):
        return [figure._replace(year=year) for figure, year in zip(found, singles, strict=True)]
    return found


_EARLIER = re.compile(
    r"\b(?:from|since|than|compared (?:to|with)|versus|until)\b[^.;]{0,30}$|"
    r"\bby\s(?:the\s)?(?:(?:end|middle|close) of\s|early\s|late\s|mid-?|fiscal\s|year\s|[A-Z][a-z]+\s)*$"
)


_FRONTED = re.compile(r"\s*(?:In|For|During|Over|At|As of|By)\s[^.;$€£%]{0,60}$")
"""Between the beginning of a sentence and a year that dates all of it: "*In the second quarter of* 2020"."""
_TOLD_OF = re.compile(
    r"\b(?:in|during|quarter of|half of|months of|for|Q[1-4]|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December))\s(?:early\s|late\s|fiscal\s)?$"
)


def dated(found: list[Figure], sentence: ParsedSentence) -> list[Figure]:
    """Figures without a year take the one year that their sentence names, unless it dates an older one.

    Shares take it wherever it stands, amounts of money where the sentence begins with it; what is still to come has
    another.
    """
    years = {time.first for time in sentence.times}
    time = sentence.times[0] if len(years) == 1 else None
    if time is None or time.is_range or _EARLIER.search(sentence.words, max(0, time.start - 40), time.start):
        return found
    in_front = _FRONTED.match(sentence.words, 0, time.start) is not None
    told = in_front or _TOLD_OF.search(sentence.words, max(0, time.start - 30), time.start) is not None
    is_another = names_another_time(sentence.words)
    takes = {
        KG.SHARE: True, **dict.fromkeys((KG.VALUATION, KG.PRICE, KG.REVENUE, KG.MARKET_SIZE), told and not is_another),
    }  # fmt: skip
    taken = {figure.measure for figure in found if figure.year and figure.measure != KG.SHARE}
    return [
        figure._replace(year=time.first)
        if not figure.year
        and takes.get(figure.measure, False)
        and figure.measure not in taken
        and not _is_to_come(figure)
        and not is_unit_price(figure)
        else figure
        for figure in found
    ]


def _is_to_come(figure: Figure) -> bool:
    return figure.is_forecast and figure.measure != KG.SHARE


_FROM_TO = re.compile(r"\bfrom\s[^.;]{0,30}$", re.IGNORECASE)


def spanned(found: list[Figure], sentence: ParsedSentence) -> list[Figure]:
    """Two sizes told "from … to …" with one span of years are its first year's and its last: "over 2021-2031"."""
    spans = [time for time in sentence.times if time.is_range]
    sized = [figure for figure in found if figure.measure == KG.MARKET_SIZE]
    if len(spans) != 1 or len(sized) != 2 or any(figure.year for figure in sized):
        return found
    first = next(quantity for quantity in sentence.quantities if quantity.value == sized[0].value)
    if not _FROM_TO.search(sentence.words, max(0, first.start - 40), first.start):
        return found
    years = dict(zip(map(id, sized), (spans[0].first, spans[0].last), strict=True))
    return [figure._replace(year=years[id(figure)]) if id(figure) in years else figure for figure in found]


def with_period(found: list[Figure]) -> list[Figure]:
    """A growth rate said with two sizes and their years runs between: "$8 billion in 2020, $7 billion in 2021".

    One said with a last year alone begins in that of the size before: "$8 billion in 2020, growing 9 % through 2026".
    """
    sized: list[Figure] = []
    result = []
    told = sorted({each.year for each in found if each.measure == KG.MARKET_SIZE and each.year})
    for figure in found:
        if figure.measure == KG.MARKET_SIZE and figure.year:
            sized.append(figure)
        first, last = (each.year or 0 for each in (sized[-2:] if len(sized) > 1 else (figure, figure)))
        is_rate = figure.measure == KG.CAGR and figure.from_year is None
        if is_rate and figure.year and sized and (sized[-1].year or 0) < figure.year:
            result.append(figure._replace(year=None, from_year=sized[-1].year, to_year=figure.year))
            continue
        undated = is_rate and figure.year is None
        if undated and first >= last and len(told) == 2:
            first, last = told
        result.append(figure._replace(from_year=first, to_year=last) if undated and first < last else figure)
    return result
