"""Which rule reads each number of a sentence."""

import re

from kgraph.extractors import holders
from kgraph.extractors.figure_rules import RULES
from kgraph.extractors.figure_rules.rule import MONEY, Rule
from kgraph.extractors.figure_rules.wording import without_stops, without_vagueness
from kgraph.extractors.market_names import MarketName
from kgraph.extractors.parsed import ParsedSentence, Topic
from kgraph.extractors.quantities import PERCENT, Quantity

SPEAKS_OF_MARKET = re.compile(
    r"\b(?:market(?:s|place)?|industry|sector)\b(?! (?:cap|capitali[sz]ation)\b| value of (?:about |over |"
    r"more than |nearly )?[$€£])",
    re.IGNORECASE,
)


_NAMES_ROUND = re.compile(r"\b(?:series [a-h]\b|round|funding|fundrais\w+|financing|raise[sd]?\b)", re.IGNORECASE)
_SPEAKS_OF_FUNDING = re.compile(
    r"\b(?:funding|financing|fundrais\w+|rais(?:ed|es|ing) [$€£]|investment|investors?|round|series [a-h]\b|"
    r"seed|venture|backing|"
    r"capital|equity|stealth|from (?:\S+ ){1,3}(?:ventures|partners|investments))\b",
    re.IGNORECASE,
)


SPEAKS_OF_ROUND = re.compile(
    r"\b(?:series [a-h]\b|seed (?:round|funding|investors?)|(?:funding|financing|fundraising) round|"
    r"the (?:funding|financing|fundraising|round|raise|investment)\b|led the|is leading|led by|"
    r"(?:existing|new|previous|other) (?:investors|backers)|venture|investors? (?:include|in the)|"
    r"rounds (?:at|for|of|from|were|in)\b|(?:its|the|post-money|pre-money|a) valuation\b|"
    r"the (?:backers|investors)\b|took part\b|participated\b|led[,;.])",
    re.IGNORECASE,
)
"""Words of a text by which the money that its first sentences count is a round's."""


SPEAKS_OF_DEAL = re.compile(
    r"\b(?:acqui\w+|takeover|took over|buy(?:s|ing)?|bought|purchas\w+|merg\w+|sell(?:s|ing)?|sold|sale of|"
    r"buyout|snap(?:s|ped) up|tak(?:e|es|en|ing) (?:[\w.]+ ){0,4}private)\b",
    re.IGNORECASE,
)


_SPEAKS_OF_SHARE = re.compile(
    r"\bshares? of (?:the|that|this|global|worldwide|all|total)\b|\bmarket[- ]?share|\bshare\b|\bmarket\b|"
    r"\bindustry\b|\b(?:top|leading|largest|biggest)\b[^.;]{0,40}\b(?:providers|vendors|players|suppliers|"
    r"companies|makers)\b",
    re.IGNORECASE,
)


_OPENING = 300
"""Letters of a text in which "nabs $22 million" tells of a round that only a later sentence calls so."""
SPEAKS_OF_TAKINGS = re.compile(
    r"\b(?:quarter(?:ly)?|fiscal|revenues?|sales|turnover|results|earnings|profits?|full[- ]year|analysts|"
    r"Wall Street|last year|(?:first|second) half|a year|annual(?:ly)?|months|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


SPEAKS_OF_RESULTS = re.compile(
    r"\b(?:quarter(?:ly)?|fiscal|revenues?|turnover|results|earnings|profits?|Wall Street|earned)\b", re.IGNORECASE
)
"""Words of a company's books, after which its takings may be told without any."""


_RANKS = re.compile(
    r"\b(?:led|leads?|second|third|fourth|fifth|runner-up|first place|top spot|ranked|ranks|in front|followed|follows|"
    r"ahead of|behind)\b"
)
"""Words that put firms in order, after a sentence on their market."""


_RANKED = re.compile(
    r"\b(?:by|in|of|with|on)\s(?:\w+\s){0,2}?(?:revenues?|sales|turnover)\b|\brevenue rank", re.IGNORECASE
)


_ANAPHOR = re.compile(
    r"\b(?:(?:that|this|the|its|these|those) (?:market|figure|number|value|total|sector|industry|size|sum|"
    r"amount)|market (?:size|value|revenue|share)|"
    r"(?:largest|biggest|smallest|leading|dominant|fastest[- ]growing|main) (?:[a-z-]+ )?(?:segment|category|"
    r"part|application)|"
    r"revenues?|sales|spending|demand|it|they|CAGR|compound annual|share)\b",
    re.IGNORECASE,
)

GIVEN = re.compile(
    r"\b(?:grants?|gifts?|donat\w+|philanthrop\w+|contracts?|federal|NIH|NSF|lawsuit|settle\w*|fine[sd]?|awarded|"
    r"prizes?|bequest\w*|orders?|penalt\w+|loans?|debt|ransom|verdict|damages|tax credits?)\b",
    re.IGNORECASE,
)
"""Words of a text by which a sum is given, ordered or owed, and no investor's."""
LEAST_ROUND, LEAST_OF_MANY = 300_000, 20_000_000
"""No round is smaller where only a headline's verb tells of it; nor is what a whole field raised."""
MOST_A_UNIT = 50_000_000
"""No unit of anything costs as much: "$90 billion a year" is revenue."""
_AND = re.compile(r"\s*(?:and|,|or|, and)\s*")
_INTO = re.compile(r"\s*(?:more |investment )?(?:in|into)\b", re.IGNORECASE)


def spoken_of(
    sentence: ParsedSentence, topic: Topic, markets: list[MarketName], subject: MarketName | None
) -> dict[str, bool]:
    """What the sentence speaks of, as far as rules ask."""
    words = sentence.words
    named = bool(markets)
    speaks = named or bool(SPEAKS_OF_MARKET.search(words))
    inherits = not named and bool(topic.market) and (speaks or bool(_ANAPHOR.search(words)))
    return {
        "market": speaks or inherits or (sentence.at.is_row and subject is not None),
        "funding": bool(_SPEAKS_OF_FUNDING.search(words)) or (topic.round and sentence.at.start < _OPENING),
        "headline": sentence.at.part == 0 and not topic.given,
        "many": not topic.given and not GIVEN.search(words),
        "round": bool(_NAMES_ROUND.search(words)),
        "deal": bool(SPEAKS_OF_DEAL.search(words)),
        "deal told": topic.deal or bool(SPEAKS_OF_DEAL.search(words)),
        "share": topic.share or bool(_SPEAKS_OF_SHARE.search(words)) or bool(topic.market and _RANKS.search(words)),
        "shares listed": topic.share or bool(_SPEAKS_OF_SHARE.search(words)),
        "company": not named,
        "takings": not named
        and (topic.takings or bool(SPEAKS_OF_TAKINGS.search(words)))
        and not _SPEAKS_OF_FUNDING.search(words),
        "ranked by revenue": bool(_RANKED.search(words)),
        "another share": False,
    }


_IN_TURN = re.compile(r"\brespectively\b|\b(?:the|these|those) (?:two|three|pair|duo|trio)\b|\b(?:both|each)\b")
"""Words by which numbers joined by an and are told of several in turn."""


def choose(sentence: ParsedSentence, context: dict[str, bool]) -> list[Rule | None]:
    """What each number of a sentence measures; None for those that measure nothing of the kind.

    In "6.6% and 3.6% CAGR" the first number measures what the second does; in "up from $29.95 billion" a number
    measures what the one before it does.
    """
    rules: list[Rule | None] = []
    for i in range(len(sentence.quantities)):
        chosen = _choice(sentence, i, context)
        rules.append(chosen)
        if chosen is not None and chosen.measure == "share":
            context = {**context, "another share": True}
    for i in range(len(rules) - 2, -1, -1):
        one, two = sentence.quantities[i : i + 2]
        following, here = rules[i + 1], rules[i]
        if here is not None and not here.name.startswith("other"):
            continue
        leads_on = following is not None and following.before is None and following.measure and one.unit == two.unit
        if leads_on and _AND.fullmatch(sentence.words[one.end : two.start]):
            rules[i] = following
    last: Rule | None = None
    in_turn = _IN_TURN.search(sentence.words) is not None
    for i in range(len(rules)):
        rule = rules[i]
        if in_turn and i and last is not None and (rule is None or rule.name.startswith("other")):
            one, two = sentence.quantities[i - 1 : i + 1]
            if one.unit == two.unit and _AND.fullmatch(sentence.words[one.end : two.start]):
                rules[i] = rule = last
        if rule is not None and rule.measure == "same":
            same_unit = (
                i > 0
                and last is not None
                and last.unit == rule.unit
                and (last.measure != "funding" or last.needs == "many")
            )
            rules[i] = rule = (
                last._replace(name=rule.name, confidence=rule.confidence) if last is not None and same_unit else None
            )
        if rule is not None and rule.measure:
            last = rule
    return rules


def _choice(sentence: ParsedSentence, i: int, context: dict[str, bool]) -> Rule | None:
    quantity = sentence.quantities[i]
    left = without_vagueness(without_stops(_before(sentence, i)))
    right = without_stops(sentence.words[quantity.end : quantity.end + 110])
    kind = PERCENT if quantity.unit == PERCENT else MONEY
    for rule in RULES:
        if rule.unit == kind and _fits(rule, left, right, context, quantity, sentence):
            return rule
    return None


def _before(sentence: ParsedSentence, i: int) -> str:
    """The words before a number, back to the number before; an amount of money looks over percentages."""
    quantity = sentence.quantities[i]
    stops = [q for q in sentence.quantities[:i] if quantity.unit == PERCENT or q.unit != PERCENT]
    start = max(stops[-1].end if stops else 0, quantity.start - 160)
    left = sentence.words[start : quantity.start]
    for skipped in reversed([q for q in sentence.quantities[:i] if q.start >= start]):
        left = left[: skipped.start - start].rstrip() + left[skipped.end - start :]
    return f"{left} | " if sentence.at.is_row and "\n" in left else left


def _fits(
    rule: Rule, left: str, right: str, context: dict[str, bool], quantity: Quantity, sentence: ParsedSentence
) -> bool:
    if rule.needs == "small":
        if quantity.value >= 1_000_000:
            return False
    elif rule.needs == "not share":
        if quantity.value >= MOST_A_UNIT or re.search(
            r"\b(?:earn\w*|EPS|dividend|stock)\b", sentence.words, re.IGNORECASE
        ):
            return False
    elif rule.needs == "headline":
        if not context["headline"] or quantity.value < LEAST_ROUND:
            return False
    elif rule.needs == "many":
        if not context["many"] or quantity.value < LEAST_OF_MANY:
            return False
    elif rule.needs == "not place":
        into = _INTO.match(right)
        holder = holders.after(sentence.words, quantity.end + (into.end() if into else 0))
        if holder is None or not holders.is_company_like(holder.name):
            return False
    elif (
        rule.needs == "company" and context["market"] and not re.search(r"market cap|valuation", left, re.IGNORECASE)
    ) or (rule.needs in context and rule.needs != "company" and not context[rule.needs]):
        return False
    if rule.before is not None and not rule.before.search(left):
        return False
    return rule.after is None or rule.after.match(right) is not None
