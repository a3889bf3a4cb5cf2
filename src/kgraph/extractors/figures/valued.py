"""What is valued, priced or bought for a sum."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.earners import earner_before
from kgraph.extractors.figures.parsed import ParsedSentence, money_before
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import PRICED, SOLD, without_vagueness
from kgraph.extractors.figures.sentence_heads import company_at_head
from kgraph.extractors.figures.share_owners import fronted
from kgraph.extractors.markets.share_fields import GOODS


def bought(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """Who is bought for a sum."""
    words, quantity = sentence.words, sentence.quantities[i]
    if rule.name == "paid for":
        return holders.among(words, quantity.end, len(words))
    target = re.search(r"\b(?:acquir\w+|acquisition of|buy(?:s|ing)?|bought|purchas\w+(?: of)?|takeover "
        r"of|snap(?:s|ped) up|sale of|take over|took over)\s", words, re.IGNORECASE)  # fmt: skip
    return holders.among(words, target.end(), len(words)) if target else None


_COSTS = re.compile(
    rf"(?:(?:,?\s(?:which|that|who|is|are|was|will|would|be|currently|now|still|also|only|go|goes|went|officially|initially|has|"
    rf"have|had|been|"
    rf"with|carries|carrying|bears|comes|at|an?|the|its))*\s(?:(?i:{PRICED})|at|for|from|(?:rises?|rose|jump(?:s|ed)|"
    rf"climb(?:s|ed)|goes|"
    r"went|falls?|fell|drop(?:s|ped)) (?:up |down )?(?:from|to)|is|are|was|will be))(?:\s(?:just|only|an?|as "
    r"little as))*\s*$",
)
"""From what is sold to its price: "Orbix Pro *will now cost*"."""
_NO_THING = re.compile(
    r"(?:Prices?|Pricing|Plans?|Subscriptions?|Tickets?|Models?|Versions?|Memberships?|Available|Users|Customers)\b"
)


_GOODS = re.compile(
    rf"\s(?:(?!(?:said|says|that|it|they|its|the|and|for|with)\b)[a-z-]+\s)?(?:{GOODS}|{SOLD}|glasses|rings?|"
    rf"bands?|kits?|"
    r"devices?|cameras?|bikes?|models?|editions?|versions?|variants?|software|apps?|services?|tests?|drugs?|pills?|"
    r"injections?|"
    r"trackers?|machines?|systems?|cards?|boards?|tiers?|plans?|smart ?watch(?:es)?|watch|phones?|smartphones?|"
    r"speakers?|"
    r"ears?|earphones|SUVs?|sedans?|scooters?|vacuums?|robots?)$"
)
"""What is sold, behind its name: "the Orbix *smart glasses*"."""
_OF = re.compile(r"\b[Pp]ric(?:e|es|ing)(?: tag)? (?:of|for) (?:(?:the|its|their|an?|some|all|new)\s)*(?=[A-Z0-9])")


def priced(sentence: ParsedSentence, i: int) -> holders.Holder | None:
    """What a price is asked for: the name before "costs", after "the price of"."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = money_before(sentence, i)
    left = words[previous : quantity.start]
    of = _OF.search(left)
    if of:
        return holders.at(words, previous + of.end())
    cost = _COSTS.search(without_vagueness(left))
    if cost is None:
        return fronted(words, left, quantity.end)
    end = previous + cost.start()
    goods = _GOODS.search(words, max(previous, end - 60), end)
    thing = holders.before(words, goods.start() if goods else end)
    return None if thing and _NO_THING.match(thing.name) else thing


_ALSO_VALUES = re.compile(
    r"\bvalu(?:es?|ed|ing)\s(?P<what>[^.;$€£%]{1,90}?)\s(?:now\s)?at\b[^.;$€£%]{0,30}$|"
    r"\b(?:puts?|putting|pegs?|pegged|pegging|sets?|setting|gives?|gave|giving|hands?|handed|handing|assigns?|"
    r"assigned)\s"
    r"(?P<given>(?!an?\s)[^.;$€£%]{1,60}?)(?:['’]s?)?\s(?:an?\s)?(?:[a-z-]+\s){0,2}(?:value|worth|price tag|"
    r"valuation)\b[^.;$€£%]{0,20}$",
    re.IGNORECASE,
)
"""Whom a round or a bid values at a sum, or gives a price tag of it."""
_COMMON = re.compile(r"[a-z][a-z-]*")
"""The last word of a description: "the San Francisco *startup*"."""
_INVESTS = re.compile(r"(?:,[^,]{2,60},)?\s(?:co-)?(?:led|leads?|invest\w*|backed|backs|joined|joins)\b")
_REACHES = re.compile(
    r"\s(?:[a-z]+ly\s|has\s|have\s|had\s|is\s|was\s|again\s|now\s|to\s|could\s|would\s|may\s|will\s)*(?!said\b|says\b|"
    r"puts?\b|pegs?\b|led\b|leads?\b|joins?\b|joined\b|invest\w*\b|backs?\b|backed\b)[a-z]+(?:\s(?:in|on|for|up))*\s"
    r"(?:(?!by\b|from\b|in\b)[\w$€£.-]+\s){0,7}?$"
)
"""Between a company and its own valuation: "Acme *doubles* valuation to"."""


def valued(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """Whom a valuation is of; none where the sentence calls it "the company", which earlier words name."""
    words, quantity = sentence.words, sentence.quantities[i]
    previous = money_before(sentence, i)
    left = words[previous : quantity.start]
    said = _ALSO_VALUES.search(left)
    if said:
        what = "what" if said["what"] else "given"
        return _named(words, previous + said.start(what), previous + said.end(what))
    *_, worth = (None, *re.finditer(r"market[- ](?:cap\w*|value)|valuation", left, re.IGNORECASE))
    if worth:
        of = re.compile(r"\sof\s(?=[A-Z])").match(words, previous + worth.end())
        if of:
            return holders.at(words, of.end())
        if words.endswith(" (", 0, previous + worth.start()):
            return holders.before(words, previous + worth.start() - 2)
        named = earner_before(words, previous + worth.start(), previous)
        return named or fronted(words, left, quantity.end) or _subject(words, previous, previous + worth.start())
    if rule.name == "puts a value on":
        return _bid_for(words, quantity.end)
    named = fronted(words, left, quantity.end)
    if named is None and rule.name == "valuation after":
        named = _subject(words, previous, quantity.start)
    named = named or holders.first(words, quantity.start)
    return None if named and _INVESTS.match(words, named.end) else named


def _named(words: str, start: int, end: int) -> holders.Holder | None:
    """The name of who is valued; none in "the San Francisco startup", which ends in no name."""
    stretch = words[start:end].split(",", maxsplit=1)[0].split()
    if not stretch or _COMMON.fullmatch(re.sub(r"['’]s?$", "", stretch[-1])):
        return None
    return holders.after(words, start)


def _subject(words: str, previous: int, end: int) -> holders.Holder | None:
    """The subject of the sentence or the clause that reaches a valuation: "*Acme* hits a valuation of"."""
    if previous:
        return None
    name = company_at_head(words[:end] + "  ;")
    start = words.find(name) if name else -1
    # a single word may be any word, but few words in the singular have a valuation
    named = holders.Holder(name, start, start + len(name)) if start >= 0 else holders.at(words, 0)
    doubtful = named is None or (not name and (" " in named.name or named.name.endswith("s")))
    return named if named and not doubtful and _REACHES.match(words, named.end, end) else None


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
