"""What firms are called by their trade, in one word or two: "*meatpacker* Zelbo", "*buyout house* Kranvo"."""

import re

from kgraph.text import word_class

_TRADE = re.compile("[a-z]{3,}(?:maker|packer|builder|seller|roaster)s?")
_NO_TRADES = word_class(
    "homemaker filmmaker policymaker lawmaker dealmaker matchmaker peacemaker pacemaker moneymaker rainmaker "
    "troublemaker changemaker kingmaker bodybuilder bestseller backpacker newsmaker haymaker printmaker speechmaker "
    "shoemaker decisionmaker tastemaker widowmaker"
)
"""Persons and things whose names end like those of trades."""
_HOUSES = word_class("buyout fashion auction brokerage publishing trading investment software media private-equity")
_LABELS = word_class("fashion clothing record music")


def is_trade(word: str) -> bool:
    """Whether a word, whatever its case, is what firms of some trade are called: "steelmaker", "shipbuilders"."""
    lower = word.lower()
    return _TRADE.fullmatch(lower) is not None and lower.removesuffix("s") not in _NO_TRADES


def is_called_so(before: str, before2: str) -> bool:
    """Whether two small words before a name say that it is a firm's: "*buyout house* Kranvo", "*record label*"."""
    return (before == "house" and before2 in _HOUSES) or (before == "label" and before2 in _LABELS)
