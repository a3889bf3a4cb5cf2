"""What is paid for a company."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before

RULES = (
    Rule(
        "takeover",
        "price",
        MONEY,
        before(
            r"\b(?:acquir\w+|acquisition|b[uo](?:y|ys|ying|ught)|purchas\w+|take(?:s|over)?|"
            r"tak(?:en|ing) (?:over|private)|took (?:over|private)|"
            r"takeover|merg(?:e[srd]?|ing)|sold|sells?|selling|sale|snap(?:s|ped) up|offload\w*|divest\w*|(?:scoop|"
            r"gobbl)\w* up)\b"
            r"(?:(?!\b(?:revenues?|turnover|sales)\b)[^.;$€£%]){0,110}?\b(?:for|at|worth|"
            r"valued at|of|price of|in a(?:n)?(?: all-(?:cash|stock))?(?: (?:deal|"
            r"transaction)[^.;$€£%]{0,30})?)(?: an? initial| a(?:n)?| total of)?"
        ),
        after(r"(?!(?:(?:a|per|each|every) year|annually|yearly)\b)"),
        "deal",
        "Microsoft will acquire Nuance for $19.7 billion",
        "Sales of scanners were worth $19.7 billion",
        0.8,
    ),
    Rule(
        "takeover in a deal",
        "price",
        MONEY,
        before(
            r"\b(?:acquir\w+|b[uo](?:y|ys|ying|ught)|purchas\w+|tak(?:e|es|en|ing) |took |merg\w+|sells?|sold|selling|"
            r"snap(?:s|ped) up|(?:scoop|gobbl)\w* up|offload\w*|divest\w*)[^.;$€£%]{1,110}?\bin(?: an?)?(?: "
            r"[a-z-]+){0,2}"
        ),
        after(r"(?:[a-z-]+ ){0,3}?(?:deal|transaction|takeover|buyout|agreement|tie-up|acquisition|sale)\b"),
        "deal",
        "Foo to buy Bar in $21 billion deal",
        "Foo to buy Bar in $21 billion industry",
        0.85,
    ),
    Rule(
        "deal worth",
        "price",
        MONEY,
        before(
            r"\b(?:deal|transaction|takeover|merger|buyout|"
            r"acquisition)\b[^.;$€£%]{0,40}?\b(?:valued at|worth|value of|values? it at)"
        ),
        None,
        "deal told",
        "It will buy Merge. The deal is valued at about $68 million",
        "The seat is valued at $68",
        0.8,
    ),
    Rule(
        "purchase price",
        "price",
        MONEY,
        before(
            r"\b(?:purchase|sale|takeover|acquisition|deal|transaction|sell-off) (?:price|value)(?: tag)?"
            r"(?: (?:of|for) [^.;$€£%]{2,40}?)?(?: (?:is|was|were|of|at|stood|stands|came|to|in at))*:?|"
            r"\b(?:per|a|each) share(?: in (?:cash|stock))?,? "
            r"(?:or|for|totall?ing|worth|a total of|for a total of)(?: a total of)?"
        ),
        after(r"(?!(?:per|a|an) (?:share|year|month)\b)"),
        "deal told",
        "It will buy Bar. The purchase price was $68 million",
        "It will buy Bar. The price of oil was $68",
        0.8,
    ),
    Rule(
        "paid in a deal",
        "price",
        MONEY,
        before(
            r"\b(?:pay(?:s|ing)?|paid|(?:shell|fork|hand|cough|stump)(?:s|ed|ing)? (?:out|over|up)|sp(?:end|ends|"
            r"ent|ending)|"
            r"part(?:s|ed|ing) with|(?:bid|offer|proposal|price)(?: (?:of|worth))|bids?|bidding|offer(?:s|ed|ing)?|"
            r"goes to (?-i:[A-Z])[\w&.’' -]{1,40} for)(?: (?:an?|some|it|them|initial|total|of|up|to))*"
        ),
        after(
            r"(?!(?:(?:in|of|for) (?:[a-z-]+ ){0,2}?(?:dividends?|tax(?:es)?|fees?|interest|fines?|damages|stake|"
            r"settlement|"
            r"salar\w+|wages|bonus\w*|rent|debts?)|(?:a|per|each) (?:share|year|month|user)|stake|fine|settlement)\b)"
        ),
        "deal",
        "It will also take over the plants of Foo, paying $68 million",
        "It will also take over the plants of Foo, losing $68 million",
        0.75,
    ),
    Rule(
        "the sum of the deal",
        "price",
        MONEY,
        before(r"^(?:This|That)?"),
        after(
            r"(?:(?:cash |all-cash |stock |initial )?(?:offer|bid|proposal|approach|price|deal|transaction)\b|"
            r"(?:is|was|will be|comes|came|consists|includes?|excludes?|in cash|in stock)\b)"
        ),
        "deal told",
        "The $4 billion is payable at once to those who sold it.",
        "The $4 billion loan is payable at once to those who sold it.",
        0.75,
    ),
)
NAMED_DEALS = (
    Rule(
        "bid after",
        "price",
        MONEY,
        None,
        after(
            r"(?:(?:cash|all-cash|stock|rival|hostile|friendly|improved|rejected|takeover|initial) ){0,3}(?:bid|"
            r"offer|proposal|approach|swoop)\b"
        ),
        "deal told",
        "Bar wants to buy Foo, and its £130m proposal is on the table",
        "Bar wants to buy Foo, and its £130m loan is on the table",
        0.75,
    ),
    Rule(
        "takeover after",
        "price",
        MONEY,
        None,
        after(
            r"(?:[a-z-]+ ){0,3}?(?:acquisition|takeover|buyout|"
            r"merger|purchase of|deal for(?= (?-i:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}(?:[,.;)]|$| and\b))))\b"
        ),
        "",
        "its $19.7 billion acquisition of Nuance",
        "its $19.7 billion market",
        0.8,
    ),
)
"""A sum before the deal that it is paid in, whatever stands before it."""
