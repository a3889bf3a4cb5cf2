"""What is valued, priced or bought for a sum."""

import re

from kgraph.extractors.figures import holders
from kgraph.extractors.figures.earners import SEAT_OF, earner_before
from kgraph.extractors.figures.parsed import ParsedSentence, money_before
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import PRICED, SOLD, without_vagueness
from kgraph.extractors.figures.sentence_heads import company_at_head
from kgraph.extractors.figures.share_owners import fronted
from kgraph.extractors.markets.share_fields import GOODS

_NAME = r"[A-Z0-9][\w&.’'-]*(?:\s(?:&\s)?[A-Z0-9][\w&.’'-]*){0,4}"
_FOR_WHOM = re.compile(
    r"[^.;$€£%]{0,60}?\b(?:for|on|to (?:acquire|buy|take over|purchase|merge with))\s(?:the\s)?(?=[A-Z]|[a-z]+[A-Z])"
)
_DEAL_FOR = re.compile(
    r"\s(?:[a-z-]+\s){0,3}?(?:acquisition|takeover|buyout|purchase|merger|deal|bid|offer|agreement|transaction)\s"
    r"(?:of|with|for|to (?:acquire|buy|purchase|take over|merge with))\s"
)
_NAMED_DEAL = re.compile(rf"\s(?:[a-z-]+\s)?(?P<name>{_NAME})\s(?:acquisition|takeover|buyout|purchase|merger|deal)\b")
"""Whose takeover a sum is: "its $28 billion *Orbix* acquisition"."""
_IS_BOUGHT = re.compile(
    r"\s(?:(?:is|was|were|be|been|being|gets?|got|agreed|agrees|will|would|to|has|had|have|could|itself)\s)*"
    r"(?:acquired by|bought(?: out)? by|purchased by|snapped up by|swallowed by|taken (?:over|private)(?: by)?|"
    r"sold(?: itself)? to|"
    r"sells itself to|sell itself to|sale to|goes to|went to)\b"
)
"""Behind who is bought: "Orbix *was acquired by*"."""
_BUYS = re.compile(
    r"\b(?:(?:acquir|purchas)(?:e|es|ed|ing)|(?:acquisition|takeover|purchase|sale|buyout) of|buy(?:s|ing)?|bought|"
    r"(?:snap|scoop|gobbl)(?:s|p?ed|es|p?ing)? up|swallow(?:s|ed)?|take over|takes over|took over|taking over|"
    r"(?:merge|merges|merged|merging|merger) with|tak(?:e|es|ing)(?=\s[A-Z0-9][^.;$€£%]{0,40}\sprivate\b)|"
    r"took(?=\s[^.;$€£%]{0,40}\sprivate\b)|"
    r"(?:deal|bid|offer) for(?=\s[A-Z])|s(?:ell|ells|old|elling)|offload(?:s|ed|ing)?|divest(?:s|ed|ing)?|spin off)\s",
    re.IGNORECASE,
)


_SELLS = re.compile("s(?:ell|old|ale)|offload|divest", re.IGNORECASE)
_BUYER = re.compile(r"\sto\s(?:the\s)?(?:[a-z-]+\s){0,5}(?=[A-Z])")
"""Between what is sold and who buys it."""


def bought(sentence: ParsedSentence, rule: Rule, i: int) -> holders.Holder | None:
    """Who is bought for a sum, whether the sentence tells it of the buyer, of the seller or of the bought."""
    words, quantity = sentence.words, sentence.quantities[i]
    whom = _FOR_WHOM.match(words, quantity.end)
    if rule.name.startswith("paid for") or (whom and rule.name == "purchase price"):
        return holders.among(words, whom.end() if whom else quantity.end, len(words))
    named, deal = _NAMED_DEAL.match(words, quantity.end), _DEAL_FOR.match(words, quantity.end)
    if named:
        return holders.at(words, named.start("name"))
    if deal:
        return holders.among(words, deal.end(), len(words))
    *_, passive = (None, *_IS_BOUGHT.finditer(words, max(0, quantity.start - 200), quantity.start))
    if passive:
        return holders.before(words, passive.start())
    target = _BUYS.search(words)
    if target is None:
        return None
    end = quantity.start if target.end() < quantity.start else len(words)
    buyer = _BUYER.search(words, target.end(), end) if _SELLS.match(target[0]) else None
    end = buyer.start() if buyer else end
    return holders.among(words, target.end(), end)


_COSTS = re.compile(
    rf"(?:(?:,?\s(?:which|that|who|is|are|was|will|would|be|currently|now|still|also|only|go|goes|went|officially|"
    rf"initially|has|"
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
    of = _OF.search(words, max(previous, quantity.start - 120), quantity.start)
    if of:
        return holders.at(words, of.end())
    near = max(previous, quantity.start - 160)
    cost = _COSTS.search(without_vagueness(words[near : quantity.start]))
    if cost is None:
        return fronted(words, left, quantity.end)
    end = near + cost.start()
    goods = _GOODS.search(words, max(previous, end - 60), end)
    thing = holders.before(words, goods.start() if goods else end)
    listed = thing is not None and words.endswith((" and ", " or "), 0, thing.start)
    return None if thing and (listed or _NO_THING.match(thing.name)) else thing


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
    said = _ALSO_VALUES.search(words, max(previous, quantity.start - 160), quantity.start)
    if said:
        what = "what" if said["what"] else "given"
        return _named(words, said.start(what), said.end(what))
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
    if named and SEAT_OF.match(words, named.end):
        return None
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
