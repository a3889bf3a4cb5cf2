"""What the figures of one sentence take from each other: its years, its region, whose they are."""

import re

from kgraph.extractors.figures.parsed import ParsedSentence
from kgraph.model import Figure
from kgraph.namespace import KG

_LISTED = frozenset({"revenue in brackets", "listed revenue", "listed funding", "listed valuation", "listed sum"})


def continued(figure: Figure, before: Figure | None, rule: str) -> Figure:
    """What the figure before in the sentence says of year and region holds on where the next one says nothing."""
    if before is None:
        return figure
    if figure.measure == before.measure and rule in _LISTED and figure.measure != KG.SHARE:
        return figure._replace(year=figure.year or before.year)
    if figure.measure == before.measure == KG.REVENUE and not figure.subject:
        return figure._replace(subject=before.subject)
    if figure.measure == KG.VALUATION and before.measure in (KG.FUNDING, KG.VALUATION) and not figure.subject:
        return figure._replace(subject=before.subject)
    if rule == "share rose on to":
        figure = figure._replace(subject=before.subject, market=before.market, region=before.region)
    if figure.measure == before.measure == KG.SHARE:
        region = figure.region or (before.region if figure.market == before.market and before.subject else "")
        return figure._replace(year=figure.year or before.year, region=region)
    if figure.measure == before.measure == KG.FUNDING and not figure.subject and not figure.region:
        return figure._replace(region=before.region)
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


_EARLIER = re.compile(r"\b(?:from|since|than|compared (?:to|with)|versus|until|by)\b[^.;]{0,30}$")


_TOLD_OF = re.compile(r"\b(?:in|during|quarter of|half of|for|Q[1-4])\s(?:early\s|late\s|fiscal\s)?$")


def dated(found: list[Figure], sentence: ParsedSentence) -> list[Figure]:
    """Shares and sizes without a year take the one year that their sentence names, unless it dates an older one."""
    years = {time.first for time in sentence.times}
    time = sentence.times[0] if len(years) == 1 else None
    if time is None or time.is_range or _EARLIER.search(sentence.words, max(0, time.start - 40), time.start):
        return found
    told = _TOLD_OF.search(sentence.words, max(0, time.start - 30), time.start)
    return [
        figure._replace(year=time.first)
        if not figure.year
        and (figure.measure == KG.SHARE or (figure.measure == KG.MARKET_SIZE and told and not figure.is_forecast))
        else figure
        for figure in found
    ]


def with_period(found: list[Figure]) -> list[Figure]:
    """A growth rate said with two sizes and their years runs between: "$8 billion in 2020, $7 billion in 2021"."""
    sized: list[Figure] = []
    result = []
    for figure in found:
        if figure.measure == KG.MARKET_SIZE and figure.year:
            sized.append(figure)
        first, last = (each.year or 0 for each in (sized[-2:] if len(sized) > 1 else (figure, figure)))
        undated = figure.measure == KG.CAGR and figure.year is None and figure.from_year is None
        result.append(figure._replace(from_year=first, to_year=last) if undated and first < last else figure)
    return result
