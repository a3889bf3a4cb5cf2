"""What something costs."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import PERIOD, SOLD

RULES = (
    Rule(
        "price per unit",
        "price",
        MONEY,
        None,
        after(rf"(?:USD |US dollars )?(?:{PERIOD})(?! (?:ago|earlier|before|prior)\b)"),
        "not share",
        "costs $8 per user per month",
        "costs of $8 million",
        0.9,
    ),
    Rule(
        "priced",
        "price",
        MONEY,
        before(
            r"\b(?:(?:list |retail |starting |base |introductory )?pric(?:e|ed|ing)(?: tag)?(?: "
            r"(?:starts?|starting|begins?|is|was|of|at|from|set|will be|point))*|retail(?:s|ing)? (?:for|"
            r"at)|costs?|costing|on sale (?:for|from|at)|sells? for|selling for|starts? at|starting (?:at|"
            r"from)|available (?:for|from|at)|(?:purchase|order) for|(?:goes|going|yours|listed|on offer) for|"
            r"(?:marked|knocked|discounted|reduced|cut) (?:down )?to|sets? (?:[\w-]+ ){0,2}back|can be had for)"
        ),
        None,
        "small",
        "The headset is priced at $3,500.",
        "The market is estimated at $3,500 million.",
        0.85,
    ),
    Rule(
        "price of a bundle",
        "price",
        MONEY,
        before(
            rf"\b{SOLD}(?: (?:deal|offer|pass|plan))?"
            r"(?:,| (?:(?:is|are|now|deal|today|here|available|yours|currently|down|on) ){0,3}"
            r"(?:for|at|to|is|only|now|costs?))"
        ),
        None,
        "small",
        "The training bundle is just $29 this week",
        "The training bundle is valued at $29 this week",
        0.8,
    ),
)
OFFERS = (
    Rule(
        "get it for",
        "price",
        MONEY,
        before(
            r"^(?:[^.;:$€£%]{0,40}?[.;:!?] )?(?:(?:you can |now |how to )?(?:get|grab|score|snag|"
            r"snap up|pick up|become|learn|master|train|study|build|start|earn)\b)[^.;$€£%]{3,110} for"
        ),
        after(r"(?!(?:a|per|in|of|and|to|worth)\b)"),
        "small",
        "Become a certified cloud expert for $29",
        "Become a certified cloud expert with $29 in fees",
        0.8,
    ),
    Rule(
        "price before what it buys",
        "price",
        MONEY,
        before(r"\b(?:this|an?|the|for|with|our|its|of)"),
        after(rf"(?:(?!worth|gift|prize|savings?)[\w-]+ ){{0,4}}?{SOLD}\b(?![^.;]*[$€£])"),
        "small",
        "Learn the cloud with this $29 training bundle",
        "This $1,000 training bundle is just $29",
        0.8,
    ),
)
