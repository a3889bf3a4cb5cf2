"""A sentence taken apart, and what the sentences before it spoke of."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from kgraph.extractors.figures.quantities import PERCENT, Quantity, Years, money, percentages, years
from kgraph.extractors.figures.rules.wording import PRICED
from kgraph.extractors.markets.counted import counted_market, industry_name
from kgraph.extractors.markets.names import MarketName, market_names
from kgraph.extractors.markets.share_fields import share_field
from kgraph.extractors.markets.sized_fields import sized_field
from kgraph.extractors.sentences import Sentence

MOST_QUANTITIES = 24
"""Numbers of one sentence that are looked at; more are a list of numbers or hostile."""


_PRICE_AT_END = re.compile(
    rf"(?:\b{PRICED}|, from|\bfrom [$€£]\d[\d,.]* to)\s[^\s\d]{{0,4}}\d[\d,]{{1,7}}(?:\.\d\d)?\.$|"
    rf"[$€£]\d[\d,]{{0,7}}\.\d\d\.$",
    re.IGNORECASE,
)
"""A price of two digits or more, or one with cents, with which a sentence ends: few are the beginning of millions."""


class Topic(NamedTuple):
    """What the sentences before spoke of."""

    market: str = ""
    region: str = ""
    year: int | None = None
    share: bool = False
    deal: bool = False
    holder: str = ""
    """The company whose money was counted last."""
    round: bool = False
    """Whether the text tells of a round of money anywhere."""
    company: str = ""
    """The company that a sentence last began with."""
    fiscal: int | None = None
    """The year of the books that the text tells of."""
    place: str = ""
    """The one place in which the text counts shares."""
    headed_place: str = ""
    """The place in which its headline counts."""
    counted_in: int | None = None
    """The one year in which it counts at all."""
    world: bool = False
    """Whether it counts in the whole world."""
    shares: bool = False
    """Whether it shares out a field among several."""
    headed: int | None = None
    """The year that its headline tells of."""
    headed_round: bool = False
    """Whether the headline tells of money from investors."""
    rounds: bool = False
    """Whether it tells of rounds of several firms."""
    given: bool = False
    """Whether the text speaks of sums that are given, ordered or owed."""
    takings: bool = False
    """Whether a company's results are told."""
    counted: bool = False
    """Whether it tells by whom sales are counted."""
    share_region: str = ""
    """Where the firm's share that was told last holds."""
    measure: str = ""
    """What the last figure measures: "revenue", "marketSize" …"""
    priced: bool = False
    """Whether it asks a price of what is sold in numbers."""
    field: str = ""
    """What the headline counts: what the shares of a sentence that names no field are counted in."""


class ParsedSentence(NamedTuple):
    """A sentence taken apart."""

    words: str
    at: Sentence
    markets: list[MarketName]
    quantities: list[Quantity]
    times: list[Years]
    field: MarketName | None = None
    """What its shares are counted in, where no word "market" names it."""


def parse(words: str, sentence: Sentence, markets: list[MarketName]) -> ParsedSentence:
    """Take a sentence apart; of its numbers only the first :data:`MOST_QUANTITIES` are kept."""
    quantities = sorted(money(_uncut(words, sentence)) + percentages(words), key=lambda q: q.start)[:MOST_QUANTITIES]
    counts = not markets and any(each.unit == PERCENT for each in quantities)
    return ParsedSentence(words, sentence, markets, quantities, years(words), share_field(words) if counts else None)


def money_before(sentence: ParsedSentence, i: int) -> int:
    """Where the number before the given one ends; an amount of money looks over percentages."""
    unit = sentence.quantities[i].unit
    before = [q.end for q in sentence.quantities[:i] if unit == PERCENT or q.unit != PERCENT]
    return before[-1] if before else 0


def with_counted(words: str, markets: list[MarketName], told: bool = False) -> list[MarketName]:
    """The named markets, or the one that "sales of X" or "the X industry" means where none is named."""
    counted = None if markets else counted_market(words) or industry_name(words) or sized_field(words, told)
    return [counted] if counted else markets


def _uncut(words: str, sentence: Sentence) -> str:
    """The words in which a number without a scale at the end may count: not where a feed can have cut it.

    Headlines are cut at a word and say so: "Now on sale for $70" is whole.
    """
    whole = _PRICE_AT_END.search(words, max(0, len(words) - 60)) is not None
    is_cut = sentence.is_last and (
        (sentence.part == 1 and not whole) or (sentence.part == 0 and words.endswith(("...", "…")))
    )
    return words if is_cut else words + "  ;"


def main_market(content: str, spans: Iterable[Sentence]) -> MarketName | None:
    """The market that the whole text is about: the one it names most, the first of equals."""
    counts: dict[str, list[MarketName]] = {}
    for sentence in islice(spans, 400):
        if "arket" in content[sentence.start : sentence.end]:
            for market in market_names(content, sentence):
                counts.setdefault(market.name.casefold(), []).append(market)
    return max(counts.values(), key=len)[0] if counts else None
