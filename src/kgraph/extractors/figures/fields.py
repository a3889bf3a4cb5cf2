"""Which market a figure is of, and what says nothing where none is known."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.quantities import Quantity
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.markets.names import MarketName

_NEEDS_MARKET = frozenset({"growth a year", "growing a year", "holder of a part"})
"""Rules too weak where no market is known."""


_THE_MARKET = re.compile(
    r"\sof\s(?:the|this|that)\s(?:(?:whole|entire|total|overall|global|world|worldwide)\s)*market\b"
)
"""A market that only the whole text names."""


def needs_name(rule: Rule, words: str, quantity: Quantity, holder: holders.Holder | None) -> bool:
    """Whether a number says nothing where no market is known: a rate does, and what one has of "the market"."""
    if rule.measure == "cagr" and re.search(r"CAGR|compound", words, re.IGNORECASE):
        return rule.name in _NEEDS_MARKET
    if rule.name == "part of a market":
        return holder is None or not _THE_MARKET.match(words, quantity.end)
    return rule.measure in ("cagr", "marketSize") or rule.name in _NEEDS_MARKET


def market_of(words: str, quantity: Quantity, markets: list[MarketName], measure: str) -> MarketName | None:
    """The market that a share is said to be of, the nearest named before the number, else the first after it."""
    after = next((market for market in markets if market.start > quantity.end), None)
    if measure == "share" and after and not re.search(r"[.,;:\d]", words[quantity.end : after.start]):
        return after
    before = [market for market in markets if market.start < quantity.start]
    return before[-1] if before else (markets[0] if markets else None)
