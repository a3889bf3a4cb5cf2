"""What a market is worth or will be."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import MAKERS, REACH, VALUED

RULES = (
    Rule(
        "size in front of its market",
        "marketSize",
        MONEY,
        None,
        after(
            r"(?:(?!(?:in|for|by|from|with|at|to|and|on|the|its|of)\b)[\w&,()/-]+ ){0,8}?(?:market|"
            r"industry|sector|opportunity|(?<!new )(?<!its )business(?! units?\b))\b"
        ),
        "",
        "The $50+ Billion Healthcare AI Market",
        "spent $50 million on the market",
        0.88,
    ),
    Rule(
        "size",
        "marketSize",
        MONEY,
        before(
            rf"\b(?:{REACH}|from|to|{VALUED}|size|value)(?: (?:a|an|the|"
            rf"value|size|valuation|revenue|worth|of|US|market|over|around|more|than|globally|worldwide|current|present|"
            rf"(?:this|last) (?:year|quarter)['’]s|today['’]s))*|[|"
            rf":(]"
        ),
        None,
        "market",
        "The cloud market was valued at USD 1.7 billion",
        "The price was USD 1.7 billion",
        0.92,
    ),
    Rule(
        "size after a year",
        "marketSize",
        MONEY,
        before(
            r"\b(?:by|in|during|until|for)\s+(?:the (?:end of|"
            r"year)\s)?(?:19|20)\d\d,?(?:\s\w+){0,3}"
        ),
        None,
        "market",
        "The cloud market, from USD 1 billion in 2019 and by 2025 USD 3 billion",
        "The prize of 2019 was USD 3 billion",
        0.8,
    ),
    Rule(
        "foreseen for a year",
        "marketSize",
        MONEY,
        before(
            r"\b(?:fore(?:sees?|saw|casts?|cast)|sees?|saw|expects?|expected|predicts?|predicted|projects?|projected|estimates?|"
            r"estimated|goes for|went for|pencils? in|reckons? (?:on|with)|looks? for|counts? on|puts? it at|talks? of|"
            r"c[ao]me to|amounts? to|and)(?: (?:an?|some|it at|as much as))*"
        ),
        after(
            r"(?:by|in|for) (?:the (?:end of|year) )?(?:(?:early |late |mid-)?(?:19|20)\d\d|"
            r"the (?:end of the )?decade|this year|next year)\b"
        ),
        "market",
        "In the pump market, Foo Research foresees $49.6 billion by 2029",
        "In the pump market, Foo Research raised $49.6 billion by 2029",
        0.8,
    ),
    Rule(
        "makers took in",
        "marketSize",
        MONEY,
        before(
            rf"\b{MAKERS}\b (?:[a-z-]+ ){{0,5}}?(?:took in|take in|earn(?:ed)?|generated?|booked?|s[eo]ld|ma[dk]e|"
            rf"br(?:ought|ing) in|"
            r"pull(?:ed)? in|turn(?:ed)? over|raked? in|posted)(?: (?:goods|a|some|about|sales of))*"
        ),
        None,
        "market",
        "In the pump market, makers took in $9 billion in 2023",
        "In the pump market, makers took on $9 billion of debt",
        0.8,
    ),
    Rule(
        "buyers spent",
        "marketSize",
        MONEY,
        before(
            r"\b(?:buyers|companies|businesses|organi[sz]ations|consumers|enterprises|customers|hospitals|shoppers|providers|"
            r"firms|people|governments|households|users|patients|employers|advertisers|the world)\b (?:[a-z-]+ ){0,4}?"
            r"(?:sp[ea]nd|spent|pay|paid|shell(?:ed)? out|lavish(?:ed)?|pour(?:ed)?)"
        ),
        after(r"(?:[a-z]+ ){0,2}?(?:on|for|into)\b"),
        "",
        "Chinese companies spent $9 billion on cloud infrastructure in 2023",
        "Acme spent $22 billion on imaging software",
        0.8,
    ),
    Rule(
        "spent on",
        "marketSize",
        MONEY,
        before(
            r"\b(?:spen[dt]\w*|spending|expenditures?|paid|pay)(?: "
            r"[^.;$€£%]{0,60}?(?:to|of|at|reach\w*|total\w*|hit|was|be))?"
        ),
        None,
        "market",
        "In the imaging market clinics spent $22 billion",
        "Acme spent a $22 billion loan",
        0.75,
    ),
)
