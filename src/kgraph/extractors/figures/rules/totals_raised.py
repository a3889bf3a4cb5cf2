"""Money of investors told by its sum alone: what a round adds up to, "the $80 million", what was taken in all."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import SUM, TAKES

RULES = (
    Rule(
        "lifts the total",
        "funding",
        MONEY,
        before(
            r"\b(?:lift(?:s|ed|ing)?|push(?:es|ed|ing)?|tak(?:es?|ing)|took|br(?:ings?|inging|ought)|rais(?:es|ed|ing)|"
            r"boost(?:s|ed|ing)?|swell(?:s|ed|ing)?) (?:its |the |their |all-time )*(?:total|tally|overall|haul|"
            r"war chest|sum|amount|"
            r"funding|fundraising|money raised)(?: [^.;$€£%]{0,90}?)? to|"
            r"\b(?:total|haul|tally|money raised|funding)\b(?: [^.;$€£%]{0,50}?)? (?:adds? up to|amounts? to|"
            r"comes? to|stands? at|is up to)"
        ),
        None,
        "funding",
        "Foo closed a round that lifts the total to $300 million.",
        "Foo closed plants, which lifts the total to $300 million.",
        0.85,
    ),
    Rule(
        "investment from",
        "funding",
        MONEY,
        None,
        after(r"(?:[a-z-]+ ){0,2}?(?:investment|infusion|injection|cheque|check) from (?-i:[A-Z])"),
        "not given",
        "Foo has drawn a $6 million investment from Bar",
        "Foo has drawn a $6 million contract from Bar",
        0.85,
    ),
    Rule(
        "the sum of the round",
        "funding",
        MONEY,
        before(r"^(?:(?:This|That|Another)(?: (?:fresh|new|additional|extra))?)?"),
        after(
            r"(?:,|will be|will go|is going|is flowing|goes|takes|brings|came|comes|lifts|follows|was led|is led|"
            r"adds|is to|"
            r"was|fresh|in (?:[a-z-]+ ){0,2}(?:money|cash|capital))(?! (?:a|an|the) (?:loan|fine|grant))"
        ),
        "funding",
        "The $80 million, from investors at Bar, goes into a plant.",
        "The $80 million loan, from investors at Bar, goes into a plant.",
        0.8,
    ),
    Rule(
        "raised in all",
        "funding",
        MONEY,
        before(rf"(?:\b{TAKES}|\btaken|\braised|\bsecured){SUM}"),
        after(r"(?:in all|in total|altogether|all told|to date|so far|overall)\b"),
        "funding",
        "Foo, backed by investors, has now taken $24 million in all",
        "Foo, backed by investors, has now lost $24 million in all",
        0.85,
    ),
    Rule(
        "starts with money",
        "funding",
        MONEY,
        before(r"\bst(?:art(?:s|ed|ing)|arts) (?:life|out|up|business|off|operations)? ?with"),
        after(r"(?:(?:in|of) (?:[a-z-]+ ){1,3})?from (?-i:[A-Z])"),
        "",
        "Foo started life with $12 million from Bar Ventures.",
        "Foo started life with $12 million of debt.",
        0.8,
    ),
)
