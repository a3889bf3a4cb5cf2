"""What is valued, priced or bought for a sum."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.earners import earner_before
from kgraph.extractors.figures.parsed import ParsedSentence, money_before
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import without_vagueness
from kgraph.extractors.figures.share_owners import fronted


def bought(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """Who is bought for a sum."""
    words, quantity = sentence.words, sentence.quantities[i]
    if rule.name == "paid for":
        return holders.among(words, quantity.end, len(words))
    target = re.search(r"\b(?:acquir\w+|acquisition of|buy(?:s|ing)?|bought|purchas\w+(?: of)?|takeover "
        r"of|snap(?:s|ped) up|sale of|take over|took over)\s", words, re.IGNORECASE)  # fmt: skip
    return holders.among(words, target.end(), len(words)) if target else None


def priced(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """What a price is asked for."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = money_before(sentence, i)
    left = words[previous : quantity.start]
    cost = rule.before.search(without_vagueness(left)) if rule.before else None
    return holders.before(words, previous + cost.start()) if cost else None


def valued(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """Whom a valuation is of."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = money_before(sentence, i)
    left = words[previous : quantity.start]
    *_, worth = (None, *re.finditer(r"market[- ](?:cap\w*|value)|valuation", left, re.IGNORECASE))
    if worth:
        of = re.compile(r"\sof\s(?=[A-Z])").match(words, previous + worth.end())
        if of:
            return holders.at(words, of.end())
        if words.endswith(" (", 0, previous + worth.start()):
            return holders.before(words, previous + worth.start() - 2)
        named = earner_before(words, previous + worth.start(), previous)
        return named or fronted(words, left, quantity.end)
    if rule.name == "puts a value on":
        return _bid_for(words, quantity.end)
    values = re.search(r"valu(?:es|ed|ing) ", left, re.IGNORECASE)
    target = holders.after(words, previous + values.end()) if values else None
    return target or fronted(words, left, quantity.end) or holders.first(words, quantity.start)


_VALUED = re.compile(r"[^.;$€£%]{0,60}?\son\s(?P<name>[A-Z])?")
_BID_FOR = re.compile(
    r"\b(?:acquir\w+|buy(?:s|ing)?|bought|purchas\w+|take(?:over| over)|offers?|bids?|pa(?:y|ys|id|ying)|"
    r"deals?)\b[^.;]{0,40}?"
    r"(?:\s(?:for|of)\s|\s)(?=[A-Z])"
)


def _bid_for(words: str, end: int) -> holders.Holder | None:
    """What a value is put on, or whom the sentence bids for: "to pay $5 a share for *Acme*, … a value on the group"."""
    on = _VALUED.match(words, end)
    if on and on["name"]:
        return holders.at(words, on.start("name"))
    bid = _BID_FOR.search(words, 0, end)
    return holders.at(words, bid.end()) if bid else None
