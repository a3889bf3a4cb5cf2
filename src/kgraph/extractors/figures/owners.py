"""Whose figure it is: the company, product or segment that a sentence states it of."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.earners import earner
from kgraph.extractors.figures.parsed import ParsedSentence, money_before
from kgraph.extractors.figures.raisers import raiser
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import FIRM
from kgraph.extractors.figures.share_owners import NOT_A_HOLDER, share_owner
from kgraph.extractors.figures.valued import bought, priced, valued

REFERS_BACK = re.compile(
    rf"\b(?:it|its|the (?:[\w.,’'-]+ ){{0,4}}?(?:{FIRM}|round|deal|financing|investment))\b",
    re.IGNORECASE,
)
"""Words by which a sentence about money leans on the company named before."""


_SOURCE = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:from|at)\s(?:its\s|the\s|their\s)?(?=[A-Z])")
"""Where a part of the revenue comes from: "with $374 million *from* Foo Care"."""


def owner(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    """Whose figure it is, where the sentence says so."""
    left = sentence.words[money_before(sentence, i) : sentence.quantities[i].start]
    if rule.name == "headline sum" and re.search(r"['’]s\s[a-z]", left):
        return None  # "Acme founder's venture lands": the body tells which
    if rule.name == "lifts the total" and i and sentence.words[: sentence.quantities[0].start].strip() in ("", "The"):
        return None  # "The $80 million, from Acme, takes the total to $140 million": whose the first is
    if rule.measure == "funding":
        return raiser(sentence, i, rule)
    if rule.measure == "share":
        return share_owner(sentence, i, rule)
    if rule.name == "part of the takings":
        source = _SOURCE.match(sentence.words, sentence.quantities[i].end)
        return holders.at(sentence.words, source.end()) if source else None
    if rule.measure == "revenue":
        return earner(sentence, i, rule)
    if rule.name.startswith(("paid", "takeover", "deal", "purchase price", "bid", "the sum of the deal")):
        return bought(sentence, rule, i)
    if rule.measure == "valuation":
        return valued(sentence, rule, i)
    if rule.measure == "price":
        return priced(sentence, i)
    if rule.measure in ("marketSize", "cagr"):
        return _segment(sentence, i)
    return None


def _segment(sentence: ParsedSentence, i: int) -> holders.Holder | None:
    """The segment whose size or growth it is: "The hardware segment was valued at …"."""
    quantity = sentence.quantities[i]
    left = sentence.words[max(0, quantity.start - 160) : quantity.start]
    found = re.search(
        r"(?:^|[,;]\s|\bthe\s)(?P<name>(?:(?!the\b)[\w&/-]+\s){1,6}?)(?:sub-?)?segment\b", left, re.IGNORECASE
    )
    if found is None or NOT_A_HOLDER.search(found["name"]):
        return None
    start = quantity.start - len(left) + found.start("name")
    return holders.Holder(" ".join(found["name"].split()), start, start + len(found["name"].rstrip()))
