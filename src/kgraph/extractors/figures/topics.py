"""What a sentence with numbers speaks of, and its text: markets, rounds, deals, shares, results.

All expressions read words in small letters.
"""

import re

from kgraph.extractors import regions
from kgraph.extractors.figures.parsed import ParsedSentence, Topic
from kgraph.extractors.markets.names import MarketName

_SPEAKS_OF_MARKET = re.compile(
    r"\b(?:market(?:s|place)?|industry|sector)\b(?! (?:cap|capitali[sz]ation)\b| value of (?:about |over |"
    r"more than |nearly )?[$€£])",
)


_NAMES_ROUND = re.compile(r"\b(?:series [a-h]\b|round|funding|fundrais\w+|financing|raise[sd]?\b)")
_SPEAKS_OF_FUNDING = re.compile(
    r"\b(?:funding|financing|fundrais\w+|rais(?:ed|es|ing) [$€£]|investment|investors?|round|series [a-h]\b|"
    r"seed|venture|backing|"
    r"capital|equity|stealth|valuation|since (?:its|the company['’]s|their) (?:founding|inception|start)|to date|"
    r"from (?:\S+ ){1,3}(?:ventures|partners|investments))\b",
)


SPEAKS_OF_ROUND = re.compile(
    r"\b(?:series [a-h]\b|seed (?:round|funding|investors?)|(?:funding|financing|fundraising) round|"
    r"the (?:funding|financing|fundraising|round|raise|investment)\b|led the|is leading|led by|"
    r"(?:existing|new|previous|other) (?:investors|backers)|venture|investors? (?:include|in the)|"
    r"rounds (?:at|for|of|from|were|in)\b|(?:its|the|post-money|pre-money|a) valuation\b|"
    r"the (?:backers|investors)\b|took part\b|participated\b|led[,;.])",
)
"""Words of a text by which the money that its first sentences count is a round's."""


HEADS_ROUND = re.compile(
    r"\b(?:series [a-h]\b|seed\b|funding|fundrais\w+|financings?\b|rounds?\b|valuation|rais(?:es|ed|ing)\b|unicorn|"
    r"startup digest|war chest|coffers|kitty|"
    r"venture capital|backers|investors (?:back|pour|bet|put))"
)
"""Words of a headline by which the text tells of money from investors."""
TELLS_OF_ROUNDS = re.compile(
    r"\b(?:(?:mega-?)?rounds|fundings|fundrais\w+|series [a-h]\b|(?:financing|funding) round|"
    r"rais(?:es|ed|ing) (?:(?:a|an|another|over|about|nearly|some|more than) )?[$€£])"
)
"""Words of a text that tells what several firms were given by investors: "Orbixo got $5 million" is a round there."""
SPEAKS_OF_DEAL = re.compile(
    r"\b(?:acqui\w+|takeover|t(?:ook|akes?|aking) over|buy(?:s|ing)?|bought|purchas\w+|merg\w+|sell(?:s|ing)?|sold|"
    r"sale of|"
    r"buyout|snap(?:s|ped) up|bid(?:s|der|ders|ding)?|offers? for|offload\w*|divest\w*|"
    r"tak(?:e|es|en|ing) (?:[\w.]+ ){0,4}private)\b",
)


_SPEAKS_OF_SHARE = re.compile(
    r"\bof (?:global|worldwide|world|all) (?:sales|revenues?|shipments|demand|spending|deliveries)\b|"
    r"\bshares? of (?:the|that|this|global|worldwide|all|total)\b|\bmarket[- ]?share|\bshare\b|\bmarket\b|"
    r"\bindustry\b|\b(?:top|leading|largest|biggest)\b[^.;]{0,40}\b(?:providers|vendors|players|suppliers|"
    r"companies|makers)\b",
)


_OPENING = 300
"""Letters of a text in which "nabs $22 million" tells of a round that only a later sentence calls so."""
_SPEAKS_OF_TAKINGS = re.compile(
    r"\b(?:quarter(?:ly|s)?|q[1-4]|[1-4]q|h[12]|fy\d*|fiscal|revenues?|sales|turnover|takings|top line|results|"
    r"earnings|profits?|full[- ]year|analysts|"
    r"wall street|last year|(?:first|second) half|a year|annual(?:ly)?|months|in (?:19|20)\d\d)\b",
)


SPEAKS_OF_RESULTS = re.compile(
    r"\b(?:quarter(?:ly)?|fiscal|revenues?|turnover|results|earnings|profits?|wall street|earned)\b"
)
"""Words of a company's books, after which its takings may be told without any."""


_RANKS = re.compile(
    r"\b(?:led|leads?|second|third|fourth|fifth|runner-up|first place|top spot|ranked|ranks|in front|followed|follows|"
    r"ahead of|behind)\b"
)
"""Words that put firms in order, after a sentence on their market."""


_OF_IT = re.compile(
    r"(?:%|per ?cent) of (?:it|that|this|the (?:total|whole|sum|pie))\b|\bof which [^.;]{2,60}(?:%|per ?cent)"
)
"""A part of the market that was spoken of."""


_RANKED = re.compile(r"\b(?:by|in|of|with|on)\s(?:\w+\s){0,2}?(?:revenues?|sales|turnover)\b|\brevenue rank")


_ANAPHOR = re.compile(
    r"\b(?:(?:that|this|the|its|these|those) (?:market|figure|number|value|total|sector|industry|size|sum|"
    r"opportunity|field|category|tab|bill|pie|"
    r"amount)|market (?:size|value|revenue|share)|"
    r"(?:largest|biggest|smallest|leading|dominant|fastest[- ]growing|main) (?:[a-z-]+ )?(?:segment|category|"
    r"part|application)|"
    r"revenues?|sales|spending|demand|it|they|cagr|compound annual|share)\b",
)

_COUNTS_SHARES = re.compile(
    r"\bmarket[- ]shares?\b|\bshares? of (?:the|all|global|worldwide|total|u\.?s\.?)\b|"
    r"\bof the (?:[\w-]+ ){0,5}market\b|"
    r"\bshipments\b|\bmarket leaders?\b|\btop (?:spot|five|three|ten|vendors?|suppliers?|sellers?|makers?)\b|"
    r"\brankings?\b|"
    r"\bno\. ?[1-5]\b|\bcrown\b|\b(?:largest|biggest|leading) (?:[\w-]+ ){0,3}(?:vendor|maker|supplier|seller|"
    r"provider|brand)s?\b"
)
"""Words of a text that counts what several have of one field."""
LEAST_PERCENTAGES = 2


_COUNTS_WORLDWIDE = re.compile(
    r"\b(?:global|worldwide|world)\s(?:[\w&-]+\s){0,5}?(?:markets?|spending|sales|shipments|revenues?|demand|industry|"
    r"sector|share|rankings?|budgets?)\b|\b(?:worldwide|globally)\b"
)


def counts_worldwide(lower: str) -> bool:
    """Whether a text, in small letters, counts what the whole world buys or sells."""
    return _COUNTS_WORLDWIDE.search(lower) is not None


_OF_WHICH = re.compile(r"\bof (?:which|that|it)\b")
"""After what a market is worth: "$4 billion, *of which* Acme pocketed 44 %"."""


def counts_shares(lower: str) -> bool:
    """Whether a text, in small letters, shares out a field among several."""
    return _COUNTS_SHARES.search(lower) is not None and (
        lower.count("%") + lower.count("percent") + lower.count("per cent") >= LEAST_PERCENTAGES
    )


GIVEN = re.compile(
    r"\b(?:grants?|gifts?|donat\w+|philanthrop\w+|contracts?|federal|nih|nsf|lawsuit|settle\w*|fine[sd]?|awarded|"
    r"prizes?|bequest\w*|orders?|penalt\w+|loans?|debt|ransom|verdict|damages|tax credits?)\b",
)
"""Words of a text by which a sum is given, ordered or owed, and no investor's."""


def _begins_with_place(words: str) -> bool:
    """Whether a sentence goes on with a part of the world: "*The U.S.* alone is poised to reach"."""
    place = next(iter(regions.regions(words[:_HEAD])), None)
    return place is not None and words[: place[1]] in ("", "The ", "In ", "In the ")


_HEAD = 40


def spoken_of(
    sentence: ParsedSentence, topic: Topic, markets: list[MarketName], subject: MarketName | None
) -> dict[str, bool]:
    """What the sentence speaks of, as far as rules ask."""
    words, named = sentence.words.lower(), bool(markets)
    speaks = named or bool(_SPEAKS_OF_MARKET.search(words))
    inherits = (
        not named
        and bool(topic.market)
        and (speaks or bool(_ANAPHOR.search(words)) or _begins_with_place(sentence.words))
    )
    funding, deal = bool(_SPEAKS_OF_FUNDING.search(words)), bool(SPEAKS_OF_DEAL.search(words))
    share = topic.share or sentence.field is not None or bool(_SPEAKS_OF_SHARE.search(words))
    ranks = bool(topic.market) and bool(_RANKS.search(sentence.words))
    return {
        "market": speaks or inherits or (sentence.at.is_row and subject is not None),
        "funding": funding or (topic.round and sentence.at.start < _OPENING) or topic.headed_round,
        "rounds told": (topic.rounds or bool(TELLS_OF_ROUNDS.search(words))) and not GIVEN.search(words),
        "headline": sentence.at.part == 0 and not topic.given,
        "not given": not topic.given and not GIVEN.search(words),
        "many": not topic.given and not GIVEN.search(words),
        "round": bool(_NAMES_ROUND.search(words)),
        "deal": deal,
        "deal told": topic.deal or deal,
        "share": share or ranks or (bool(topic.market or named) and bool(_OF_IT.search(words))),
        "shares listed": share,
        "company": not named,
        "takings": not (named or funding) and (topic.takings or bool(_SPEAKS_OF_TAKINGS.search(words))),
        "ranked by revenue": bool(_RANKED.search(words)),
        "another share": topic.share
        or topic.shares
        or ((named or bool(topic.market)) and bool(_OF_WHICH.search(words))),
        "another revenue": False,
        "another price": topic.priced,
        "given": topic.given or bool(GIVEN.search(words)),
    }
