"""Whose figure it is: the company or segment whose revenue, funding or size a sentence states."""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures import holders
from kgraph.extractors.figures.parsed import ParsedSentence, Topic
from kgraph.extractors.figures.quantities import PERCENT, Quantity
from kgraph.extractors.figures.rules.rule import Rule
from kgraph.extractors.figures.rules.wording import COUNTED, without_vagueness
from kgraph.extractors.figures.sentence_heads import is_ordinary
from kgraph.extractors.figures.share_owners import NOT_A_HOLDER, fronted, named_beside, share_owner
from kgraph.extractors.markets.names import MarketName
from kgraph.extractors.word_lists import COUNTERS

REFERS_BACK = re.compile(
    r"\b(?:it|its|the (?:[\w-]+ ){0,2}(?:company|start-?up|firm|business|unicorn|round|deal|financing|investment))\b",
    re.IGNORECASE,
)
"""Words by which a sentence about money leans on the company named before."""


MANY = re.compile(
    r"\b(?:start-?ups|companies|firms|sector|industry|investors|unicorns|vendors|space|they|we)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Money of many is nobody's funding round."""


_INVESTS = re.compile(r"(?:co-)?leads?$|(?:co-)?led$", re.IGNORECASE)
_COMMON_SUBJECT = re.compile(
    r"\b(?:start-?up|company|firm|business|unicorn|provider|maker|developer|it|which|that)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""The subject of a verb is a common noun: the name that stands elsewhere in the sentence need not be it."""
_FOR_WHOM = re.compile(
    r"[^.;$€£%]{0,60}?\b(?:(?:in|into|to)\s+(?=[A-Z])|for\s+(?=(?:(?!(?:led|by|from|with|its|their|a|an|"
    r"the)\b)[a-z-]+ ){0,5}[A-Z]))"
)
_ATTRIBUTED = re.compile(r"[A-Z][^;]*\b(?:with|on)\s(?:(?!the\b)[a-z]+\s){0,2}$")
"""Before revenue that is told of a firm in passing: "Acme is second, *with* revenue of $5 million"."""


def is_market_revenue(
    sentence: ParsedSentence,
    i: int,
    market: MarketName | None,
    holder: holders.Holder | None,
    topic: Topic,
    subject: MarketName | None,
) -> bool:
    """Whether a revenue is the whole market's: no company's name stands with it and a market is spoken of."""
    before = [q.end for q in sentence.quantities[:i] if q.unit != PERCENT]
    previous = before[-1] if before else 0
    cue = re.search(COUNTED, sentence.words[previous : sentence.quantities[i].start], re.IGNORECASE)
    if cue and re.search(
        r"(?:['’]s?|\b(?:its|their|our|quarterly|his|firm|company|division|unit))\s(?:\w+\s){0,2}$",
        sentence.words[previous : previous + cue.start()],
    ):
        return False
    if cue and market is None and _ATTRIBUTED.search(sentence.words[previous : previous + cue.start()]):
        return False
    if cue and market is not None and 0 <= market.start - (previous + cue.end()) <= 6:
        return True
    if re.search(
        r"\b(?:the|this|that)\s(?:\w+\s){0,3}(?:market|industry|sector)\b[^,;:]{0,40}$",
        sentence.words[: sentence.quantities[i].start],
        re.IGNORECASE,
    ):
        return True
    if market is not None:
        teller = holder is not None and holder.start > sentence.quantities[i].end
        return holder is None or teller or market.start <= holder.start < market.head or regions.is_world(holder.name)
    return holder is None and (bool(topic.market) or subject is not None)


def owner(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    """Whose figure it is, where the sentence says so."""
    words, quantity = sentence.words, sentence.quantities[i]
    before = [q.end for q in sentence.quantities[:i] if quantity.unit == PERCENT or q.unit != PERCENT]
    previous = before[-1] if before else 0
    left = words[previous : quantity.start]
    if rule.name == "headline sum" and re.search(r"['’]s\s[a-z]", left):
        return None  # "Acme founder's venture lands": the body tells which
    if rule.measure == "funding":
        return _raiser(sentence, i, rule)
    if rule.measure == "share":
        return share_owner(sentence, i, rule)
    if rule.measure == "revenue":
        if rule.name == "revenue in brackets":
            return named_beside(words, left, quantity.start)
        if rule.name in ("took in", "unit grew to"):
            told = rule.before.search(without_vagueness(left)) if rule.before else None
            end = previous + (told.start() if told else len(left))
            return holders.before(words, end) or holders.possessive(words, previous, end)
        cue = re.search(COUNTED, left, re.IGNORECASE)
        if cue and rule.name == "revenue before":
            earner = _told_at(words, previous + cue.end()) or _earner(words, previous + cue.start(), previous)
            earner = earner or _earner_after(words, previous + cue.end(), quantity, left)
            passing = earner is None and _ATTRIBUTED.search(words[previous : previous + cue.start()])
            return holders.possessive(words, previous, previous + cue.start()) if passing else earner
        return _earner(words, quantity.start, previous)
    if rule.name == "paid for":
        return holders.among(words, quantity.end, len(words))
    if rule.name.startswith(("takeover", "deal")):
        bought = re.search(r"\b(?:acquir\w+|acquisition of|buy(?:s|ing)?|bought|purchas\w+(?: of)?|takeover "
            r"of|snap(?:s|ped) up|sale of|take over|took over)\s", words, re.IGNORECASE)  # fmt: skip
        return holders.among(words, bought.end(), len(words)) if bought else None
    if rule.measure == "valuation":
        *_, worth = (None, *re.finditer(r"market[- ](?:cap\w*|value)|valuation", left, re.IGNORECASE))
        if worth:
            of = re.compile(r"\sof\s(?=[A-Z])").match(words, previous + worth.end())
            if of:
                return holders.at(words, of.end())
            if words.endswith(" (", 0, previous + worth.start()):
                return holders.before(words, previous + worth.start() - 2)
            named = _earner(words, previous + worth.start(), previous)
            return named or fronted(words, left, quantity.end)
        if rule.name == "puts a value on":
            return _valued(words, quantity.end)
        valued = re.search(r"valu(?:es|ed|ing) ", left, re.IGNORECASE)
        target = holders.after(words, previous + valued.end()) if valued else None
        return target or fronted(words, left, quantity.end) or holders.first(words, quantity.start)
    if rule.measure == "price":
        priced = rule.before.search(without_vagueness(left)) if rule.before else None
        return holders.before(words, previous + priced.start()) if priced else None
    if rule.measure in ("marketSize", "cagr"):
        return _segment(sentence, i)
    return None


_VALUED = re.compile(r"[^.;$€£%]{0,60}?\son\s(?P<name>[A-Z])?")
_BID_FOR = re.compile(
    r"\b(?:acquir\w+|buy(?:s|ing)?|bought|purchas\w+|take(?:over| over)|offers?|bids?|pa(?:y|ys|id|ying)|"
    r"deals?)\b[^.;]{0,40}?"
    r"(?:\s(?:for|of)\s|\s)(?=[A-Z])"
)


def _valued(words: str, end: int) -> holders.Holder | None:
    """What a value is put on, or whom the sentence bids for: "to pay $5 a share for *Acme*, … a value on the group"."""
    on = _VALUED.match(words, end)
    if on and on["name"]:
        return holders.at(words, on.start("name"))
    bid = _BID_FOR.search(words, 0, end)
    return holders.at(words, bid.end()) if bid else None


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


_EARNS = re.compile(
    r"\b(?:reports?|reported|reporting|posts?|posted|posting|generat(?:es|ed|ing)|record(?:s|ed|ing)|brought "
    r"in|brings in|ma(?:kes|de)|earn(?:s|ed)|sees?|saw|expects?|"
    r"hopes?|forecasts?|announce[sd]?|deliver(?:s|ed)|achiev(?:es|ed)|book(?:s|ed)|rak(?:es|ed) in|with|"
    r"whose|will|could|had|has|ha[ds]|hits?|tops?|passes|reaches)\s+(?:[a-z$€£%-]+\s+){0,4}$",
    re.IGNORECASE,
)


_OWN = re.compile(r"(?:['’]s?|\s)(?:\s?(?:[a-z]+|[A-Z]+)){0,4}\s*$")


def _earner(words: str, end: int, start: int) -> holders.Holder | None:
    """Whose revenue it is: "Acme's cloud revenue", "Acme reported revenue"; none rather than a guess."""
    left = words[max(start, end - 160) : end]
    offset = end - len(left)
    verb = _EARNS.search(left)
    if verb:
        named = holders.before(words, offset + verb.start())
        if named is not None:
            return named
    named = holders.possessive(words, offset, end)
    if named is None or regions.is_region(named.name):
        return None
    gap = words[named.end : end]
    if _OF_ANOTHER.search(gap):
        return None
    alone = (
        " " not in named.name
        and named.start == 0
        and not gap.startswith(("'", "’"))
        and (re.match(r"\s[a-z]", gap) or is_ordinary(named.name))
    )
    return (
        named
        if len(gap) < 40 and not alone and not re.search(r"[,;:.|()]", gap.replace("'s", "").strip(" ."))
        else None
    )


_OF_ANOTHER = re.compile(r"\b(?:said|says|its|their|that|which|who)\b")
"""Between a name and its revenue: whose revenue it is then stands elsewhere ("makes ERP software *said* sales …")."""
_SEAT_OF = re.compile(r"[\s-]+(?:based|company|firm|group|giant|maker|unit|start-?up|headquarters)\b")
"""After a town or a product by which a company is told: "at the Mountain View *company*"."""
_SAID = re.compile(
    rf"[^.;,]{{0,60}},\s(?:the\s)?(?!(?:{'|'.join(sorted(COUNTERS))})\b)(?=[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,3}}\s(?:said|says|reported|announced)\b)"
)
"""Before who reports its own revenue: "Sales came in at $5 million, Acme said"."""
_AT = re.compile(r"\s(?:at|by)\s(?:the\s)?(?:(?:[A-Z][a-z]+\s)?(?:[a-z-]+\s){1,3})?(?=[A-Z])")


def _told_at(words: str, end: int) -> holders.Holder | None:
    """The firm in "annual revenue *at Acme* went from"."""
    at = re.compile(r"\sat\s(?=[A-Z])").match(words, end)
    named = holders.at(words, at.end()) if at else None
    if named is None or regions.is_region(named.name) or _SEAT_OF.match(words, named.end):
        return None
    return named


def _earner_after(words: str, cue: int, quantity: Quantity, left: str) -> holders.Holder | None:
    """The earner after the words of revenue or its number: "Sales at Acme rose to $5m", "With sales of $5m, Acme …"."""
    for end in (cue, quantity.end):
        place = _AT.match(words, end)
        named = holders.after(words, place.end()) if place else None
        if named is not None and not regions.is_region(named.name) and not _SEAT_OF.match(words, named.end):
            return named
    said = _SAID.match(words, quantity.end)
    return holders.after(words, said.end()) if said else fronted(words, left, quantity.end)


def _raiser(sentence: ParsedSentence, i: int, rule: Rule) -> holders.Holder | None:
    words, quantity = sentence.words, sentence.quantities[i]
    previous = sentence.quantities[i - 1].end if i else 0
    left = words[: quantity.start]
    if rule.name == "raised by":
        by = words.index(" by ", quantity.end)
        return holders.after(words, by + 4)
    own = re.search(r"['’]s?\s(?:latest |recent |new |total )?$", left)
    if own:
        return holders.before(words, own.start())
    if rule.name in ("invested in", "investment in"):
        into = re.match(r"[^.;]{0,20}?\b(?:in|into)\b", words[quantity.end :], re.IGNORECASE)
        return holders.after(words, quantity.end + into.end()) if into else None
    that = re.match(
        r"[^.;,$€£%]{0,40}?\b(?:round|financing|funding|raise)\s(?:that\s)?(?=[A-Z])", words[quantity.end :]
    )
    if that and re.match(
        r"[^.;,$€£%]{0,60}?\b(?:raised|closed|announced|secured)\b", words[quantity.end + that.end() :]
    ):
        return holders.after(words, quantity.end + that.end())
    verbs = re.finditer(
        r"\b(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|land(?:s|ed)?|bag(?:s|ged)|nab(?:s|"
        r"bed)|snag(?:s|ged)|scor(?:es|ed)|gets?|got|receiv(?:es|ed)|attract(?:s|ed)|"
        r"obtain(?:s|ed)|pick(?:s|ed) up|pull(?:s|ed) in|grab(?:s|bed)|gain(?:s|ed)|complet(?:es|ed)|"
        r"announc(?:es|ed|ing)|netted|nets|haul(?:s|ed)?|collect(?:s|ed)|lock(?:s|ed)|scoop(?:s|ed) up|"
        r"rak(?:es|ed) in|finish(?:es|ed)|rounds? up|(?:co-)?led|(?:co-)?leads)\b",
        left, re.IGNORECASE,
    )  # fmt: skip
    *_, verb = (None, *verbs)
    if verb is not None and (verb.start() >= previous or not previous):
        named = holders.before(words, verb.start())
        if named is not None and not _INVESTS.match(verb[0]):
            return _owned_firm(words, named, verb.start()) or named
        if named is None and (MANY.search(words[: verb.start()]) or _COMMON_SUBJECT.search(words[: verb.start()])):
            return None
    to = _FOR_WHOM.match(words[quantity.end :])
    named = holders.after(words, quantity.end + to.end()) if to else None
    if named is not None and holders.is_company_like(named.name):
        return named
    return None if verb is not None and not previous else holders.first(words, quantity.start)


def _owned_firm(words: str, owner: holders.Holder, end: int) -> holders.Holder | None:
    """Whose name a possessive goes before: "San Francisco's *Innovaccer* has raised"."""
    mark = re.compile(r"['’]s (?=[A-Z])").match(words, owner.end)
    if not mark:
        return None
    named = holders.before(words[mark.end() : end], end - mark.end())
    if named is None or not holders.is_company_like(named.name):
        return None
    return holders.Holder(named.name, named.start + mark.end(), named.end + mark.end())
