"""Market figures: sizes, growth rates, shares, funding, revenues, valuations and prices, as a text states them.

A figure is a quantity read together with the words around it: a rule (:mod:`.rules`) says what it measures, the
nearest year says when, the market's name or the one named before says of what. Numbers that measure nothing of the
kind, and numbers cut off by a feed, give nothing. Deterministic, no language model, linear in the text's length.
"""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures import holders, lists
from kgraph.extractors.figures.choice import choose
from kgraph.extractors.figures.counted_places import counted_place, only_place
from kgraph.extractors.figures.datelines import without_dateline
from kgraph.extractors.figures.dating import year_of
from kgraph.extractors.figures.earners import is_market_revenue
from kgraph.extractors.figures.fields import market_of, needs_name
from kgraph.extractors.figures.merging import merged
from kgraph.extractors.figures.owners import REFERS_BACK, owner
from kgraph.extractors.figures.parsed import ParsedSentence, Topic, main_market, parse, with_counted
from kgraph.extractors.figures.places import region_of
from kgraph.extractors.figures.quantities import Quantity, may_hold_amount
from kgraph.extractors.figures.raisers import MANY
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.sentence_heads import company_at_head
from kgraph.extractors.figures.sequels import continued, dated, in_turn, is_unit_price, spanned, with_period
from kgraph.extractors.figures.times import counting_year, fiscal_year, headed_year, is_forecast, time_of
from kgraph.extractors.figures.topics import (
    GIVEN,
    HEADS_ROUND,
    SPEAKS_OF_DEAL,
    SPEAKS_OF_RESULTS,
    SPEAKS_OF_ROUND,
    TELLS_OF_ROUNDS,
    counts_shares,
    counts_worldwide,
    spoken_of,
)
from kgraph.extractors.markets.names import MarketName, market_names
from kgraph.extractors.markets.share_fields import headed_field
from kgraph.extractors.markets.sized_fields import counts
from kgraph.extractors.sentences import Sentence, sentences
from kgraph.model import Figure, Text
from kgraph.namespace import KG

VERSION = "1"


MEASURES = {
    "marketSize": KG.MARKET_SIZE, "cagr": KG.CAGR, "share": KG.SHARE, "funding": KG.FUNDING, "revenue": KG.REVENUE,
    "valuation": KG.VALUATION, "price": KG.PRICE,
}  # fmt: skip
"""The measures that a rule can name, and the concepts that stand for them."""
_NAMES = {concept: name for name, concept in MEASURES.items()}


_DIGIT = re.compile("[0-9]")
_LEANS = re.compile(r"revenue|sales|turnover|quarter|fiscal|share|results|billings|profit|took in|valu|worth")
"""A text without any of these counts no money of a company that an earlier sentence named."""


MOST_IN_TEXT = 4_000
"""Numbers of one text that are looked at: ten times what the longest report has."""


UNOWNED_SHARE = 0.55
"""Confidence in a share of which the text does not say whose it is."""
_PUT_IN = frozenset({"put into the company", "put in as well"})
"""The rules for money of a backer, put into the firm that the text as a whole is about."""


def extract(text: Text, unowned: bool = False) -> tuple[Figure, ...]:
    """All market figures of a text, one for each measured value, in the order of their evidence.

    A value that is said twice (in a headline and an abstract, in a sentence and a table) is one figure: the fuller
    statement gives the evidence, and what only the other says of year, region and forecast is taken over.

    Args:
        text: what to read.
        unowned: whether money raised by nobody that its sentence names is given too, with no confidence.
    """
    content = text.content
    if not _DIGIT.search(content) or not may_hold_amount(content):
        return ()
    found: list[Figure] = []
    spans = sentences(text)
    subject = main_market(content, spans)
    lower = content.lower()
    leans = bool(_LEANS.search(lower))
    headed = headed_field(text.headline)
    topic = Topic(
        round=SPEAKS_OF_ROUND.search(lower) is not None,
        counted=counts(content),
        headed_round=HEADS_ROUND.search(text.headline.lower()) is not None,
        rounds=TELLS_OF_ROUNDS.search(lower) is not None,
        given=GIVEN.search(lower) is not None,
        fiscal=fiscal_year(content),
        shares=counts_shares(lower),
        world=regions.is_world(text.headline) or counts_worldwide(lower),
        headed_place=counted_place(text.headline),
        place=counted_place(text.headline) or counted_place(content) or only_place(content),
        counted_in=counting_year(content),
        headed=headed_year(text.headline),
        field=headed.name if headed else "",
    )
    left = MOST_IN_TEXT
    for sentence in spans:
        words = without_dateline(content[sentence.start : sentence.end])
        if left <= 0:
            break
        if leans:
            topic = topic._replace(
                company=company_at_head(words) or topic.company,
                takings=topic.takings or bool(SPEAKS_OF_RESULTS.search(words.lower())),
            )
        has_number = may_hold_amount(words)
        if not topic.deal and SPEAKS_OF_DEAL.search(words.lower()):
            topic = topic._replace(deal=True)
        if not has_number and "arket" not in words:
            if sentence.part < 2 or len(words) > 40:
                topic = topic._replace(share=False)
            continue
        markets = market_names(content, sentence)
        if not has_number:
            topic = topic._replace(share=False)
            if markets:
                topic = topic._replace(market=markets[0].name, region=markets[0].region, year=None)
            continue
        parsed = parse(words, sentence, markets)
        left -= len(parsed.quantities)
        figures, topic = _figures(parsed, topic, subject)
        found += figures
    return tuple(merged((each for each in found if unowned or each.confidence), len(text.headline)))


def fired(words: str) -> list[tuple[Quantity, str]]:
    """Which rule decides on each number of a sentence that stands alone, by its name; "" where none does."""
    sentence = Sentence(0, len(words), 2 if words.endswith(".") else 0, False, False)
    parsed = parse(words, sentence, with_counted(words, market_names(words, sentence)))
    context = spoken_of(parsed, Topic(), parsed.markets, main_market(words, [sentence]))
    return [(q, rule.name if rule else "") for q, rule in zip(parsed.quantities, choose(parsed, context), strict=True)]


def _is_of_many(rule: Rule) -> bool:
    """Whether it is money that many companies raised: it is nobody's."""
    return rule.name == "raised in deals" or rule.needs == "many"


def _figures(sentence: ParsedSentence, topic: Topic, subject: MarketName | None) -> tuple[list[Figure], Topic]:
    words = sentence.words
    markets = with_counted(words, sentence.markets, topic.counted) if sentence.quantities else sentence.markets
    context = spoken_of(sentence, topic, markets, subject)
    used: set[int] = set()
    found: list[Figure] = []
    rules = choose(sentence, context, topic.measure)
    listed = lists.told(sentence, rules)
    for i, chosen in enumerate(rules):
        rule, holder = listed.get(i) or lists.Told(chosen, None)
        if rule is not None and rule.measure:
            figure = _figure(sentence, i, rule, markets, used, topic, subject, holder)
            if figure is not None:
                found.append(continued(figure, found[-1] if found else None, rule.name))
    found = in_turn(sentence, found)
    found = with_period(spanned(dated(found, sentence), sentence))
    return found, _next_topic(sentence, markets, found, topic)


_OF_A_PLACE = frozenset({"marketSize", "cagr", "share"})
"""What is of the place, or of the whole world, in which the text counts, where nothing names another place."""


def _figure(
    sentence: ParsedSentence,
    i: int,
    rule: Rule,
    markets: list[MarketName],
    used: set[int],
    topic: Topic,
    subject: MarketName | None,
    holder: holders.Holder | None = None,
) -> Figure | None:
    words, quantity = sentence.words, sentence.quantities[i]
    market = market_of(sentence.words, quantity, markets, rule.measure)
    if market is None and rule.measure == "share":
        market = sentence.field
    name = market.name if market else topic.market or (subject.name if subject else "")
    if not name and rule.measure == "share":
        name = topic.field
    measure = rule.measure
    of_many = _is_of_many(rule)
    if not of_many and rule.name not in _PUT_IN:
        holder = holder or owner(sentence, i, rule)
    if (
        measure == "valuation"
        and market is not None
        and market.start < quantity.start
        and not re.search(r"market cap", words, re.IGNORECASE)
    ):
        measure, holder = "marketSize", None
    if measure == "revenue" and is_market_revenue(sentence, i, market, holder, topic, subject):
        measure, holder = "marketSize", None
    if holder and market and measure == "share" and market.start <= holder.start < holder.end <= market.end:
        holder = None
    time = time_of(sentence, i, used, measure)
    region = region_of(sentence, i, measure, market, topic, subject)
    if not region and measure in _OF_A_PLACE:
        region = (topic.place if measure == "share" else topic.headed_place or topic.place) or (
            regions.GLOBAL if topic.world else ""
        )
    company = measure in ("funding", "revenue", "valuation", "price")
    if not name and needs_name(rule._replace(measure=measure), words, quantity, holder):
        return None
    subject_name = _name_of(holder, measure)
    is_unowned = False
    if measure == "revenue" and not sentence.markets:
        subject_name = subject_name or topic.company
    if measure == "valuation" and not subject_name and (REFERS_BACK.search(words) or rule.name == "values the company"):
        subject_name = topic.holder or topic.company
    if measure == "share" and not subject_name and _IT.match(words):
        subject_name = topic.company
    if measure == "share" and rule.name == "part of a firm's revenue" and not subject_name[:1].isupper():
        return None
    if measure == "funding" and not subject_name:
        before = words[: quantity.start]
        if MANY.search(before) and not of_many and rule.name not in _PUT_IN:
            return None
        if not of_many:
            is_unowned = rule.name in _PUT_IN or REFERS_BACK.search(before) is None
            subject_name = "" if is_unowned else topic.holder or company_at_head(words)
    if measure == "share" and holder is None and not region and rule.name in ("holder of a part", "name and a part"):
        return None
    if subject_name and measure == "share" and regions.is_region(subject_name):
        region, subject_name = regions.canonical(subject_name.removeprefix("The ")), ""
    year = year_of(sentence, i, rule.name, measure, time, topic, bool(subject_name))
    confidence = rule.confidence if measure != "share" or subject_name or region else UNOWNED_SHARE
    if is_unowned:
        confidence = 0.0  # whose it is only the whole text may tell (:mod:`.raised`)
    return Figure(
        measure=MEASURES[measure],
        value=quantity.value,
        unit=quantity.unit,
        start=sentence.at.start,
        end=sentence.at.end,
        confidence=confidence,
        is_forecast=is_forecast(sentence, i, time, measure),
        market="" if company else name,
        subject=subject_name,
        region=region if not company or of_many or measure in ("revenue", "price") else "",
        year=year,
        from_year=time.first if time and time.is_range else None,
        to_year=time.last if time and time.is_range else None,
    )


_COUNTED = re.compile(r"(?<=\w)\s(?:Market\s)?Shares?$")
"""What a headline writes behind whose it is: "Orbix *Share* at 24%"."""


def _name_of(holder: holders.Holder | None, measure: str) -> str:
    """Whose a figure is: no region raises money ("America's Orbixo, after a $5 million round")."""
    if holder is None or (measure == "funding" and regions.is_region(holder.name)):
        return ""
    return _COUNTED.sub("", holder.name) if measure == "share" else holder.name


_IT = re.compile(
    r"(?:It|The (?:company|firm|vendor|group))\s(?:\w+\s){0,2}?(?:has|had|holds?|held|commands|controls|took|owns)\b"
)


def _next_topic(sentence: ParsedSentence, markets: list[MarketName], found: list[Figure], topic: Topic) -> Topic:
    first = markets[0] if markets else None
    sizes = [figure for figure in found if figure.market]
    name = sizes[-1].market if sizes else (first.name if first else topic.market)
    region = next(
        (figure.region for figure in reversed(sizes) if figure.measure != KG.SHARE),
        first.region if first else topic.region,
    )
    shares = any(figure.measure == KG.SHARE for figure in found)
    said = (figure.year for figure in reversed(found) if figure.year and not figure.is_forecast)
    year = max(said, default=None if first else topic.year)
    share = shares or bool(found and first is not None and "share" in sentence.words)
    holder = next((figure.subject for figure in reversed(found) if figure.subject and not figure.market), topic.holder)
    firms = [each for each in found if each.measure == KG.SHARE and each.subject and each.region]
    return topic._replace(
        market=name,
        region=region,
        year=year,
        share=share,
        holder=holder,
        priced=topic.priced or any(map(is_unit_price, found)),
        share_region=firms[-1].region if firms else topic.share_region,
        measure=_NAMES[found[-1].measure] if found else topic.measure,
    )
