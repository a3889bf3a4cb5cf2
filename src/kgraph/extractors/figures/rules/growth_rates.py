"""How fast a market grows a year."""

from kgraph.extractors.figures.rules.rule import PERCENT, Rule, after, before
from kgraph.extractors.figures.rules.wording import CAGR, GREW

RULES = (
    Rule(
        "cagr before",
        "cagr",
        PERCENT,
        before(
            rf"\b{CAGR}\)?(?:\s*\(?CAGR\)?)?(?:\s*[(,]?\s?(?:(?:19|20)\d\d\s?(?:-|–|—|to)\s?(?:19|"
            rf"20)?\d\d|%)\)?)?[^.;%\d$€£]{{0,70}}"
        ),
        None,
        "",
        "growing at a CAGR of about 17.3% to 2032.",
        "The CAGR is unknown. About 40% of hospitals use it.",
        0.97,
    ),
    Rule(
        "cagr between years before",
        "cagr",
        PERCENT,
        before(
            rf"\b{CAGR}\)?(?:\s*\(CAGR\))?[^.;%$€£]{{0,24}}(?:19|20)\d\d[^.;%\d$€£]{{0,8}}(?:19|"
            rf"20)\d\d[^.;%\d$€£]{{0,24}}"
        ),
        None,
        "",
        "registering a CAGR from 2021 to 2028 of 9.5%.",
        "A CAGR for 2021 was not given, but 40% of hospitals use it.",
        0.95,
    ),
    Rule(
        "cagr after",
        "cagr",
        PERCENT,
        None,
        after(rf"[(,-]?\s?(?:in )?(?:terms of )?(?:(?:projected|expected|estimated|forecast) )?{CAGR}"),
        "",
        "The market will expand at a 14.6% CAGR.",
        "A 14.6% share; the CAGR is unknown.",
        0.97,
    ),
    Rule(
        "compared with",
        "same",
        PERCENT,
        before(
            r"\b(?:(?:up|down) from|compared (?:to|with)|versus|vs\.?|"
            r"against)(?: just| only)?(?: from)?"
        ),
        None,
        "",
        "Acme holds a share of 33%, compared to just 27% in 2010.",
        "It was up in May.",
        0.75,
    ),
    Rule(
        "growth a year",
        "cagr",
        PERCENT,
        before(
            rf"\b(?:market|industry|sector|segment|spending|sales|demand|business|field|category|trade|"
            rf"it)\b[^.;%$€£]{{0,80}}\b{GREW}\b[^.;%\d$€£]{{0,24}}"
        ),
        after(
            r"(?:annually|per year|per annum|a year|each year|every year|p\.a\.)\b"
            r"(?! (?:ago|earlier|before|from(?! (?:19|20)\d\d)))"
        ),
        "",
        "The market is expected to grow at 9% per year through 2027.",
        "Prices of chips rose 9% in May.",
        0.7,
    ),
    Rule(
        "growing a year",
        "cagr",
        PERCENT,
        before(r"\b(?:growing|expanding|climbing|advancing|increasing)(?: (?:at|by|an average of|an average))*"),
        after(r"(?:annually|per year|per annum|a year|each year|every year|p\.a\.)\b(?! (?:ago|earlier|before))"),
        "market",
        "The market will be worth $9 billion by 2028, growing 9% a year.",
        "Its staff will be 900 by 2028, growing 9% a year.",
        0.7,
    ),
    Rule(
        "annual growth after",
        "cagr",
        PERCENT,
        before(
            r"\b(?:for|of|at|by|see|sees|seeing|with|enjoy\w*|post\w*|a|an|average|record\w*|expect\w*|forecast\w*|"
            r"predict\w*)"
        ),
        after(
            r"(?:average )?(?:annual(?:ized)?|yearly) (?:growth|expansion|increases?)\b(?! (?:in|to) (?:its|sales|"
            r"revenue|profit))"
        ),
        "market",
        "Robotic surgery market set for 15.2% annual growth through 2032",
        "Robotic surgery firm set for 15.2% annual growth through 2032",
        0.8,
    ),
)
