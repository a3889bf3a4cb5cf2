"""What something costs."""

from kgraph.extractors.figure_rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figure_rules.wording import PERIOD

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
            r"(?:(?<=bundle)|(?<=course)|(?<=subscription)|(?<=licen[cs]e)|(?<=package)|(?<=membership)|(?<=access))"
            r"(?:,| (?:is |now |is now |deal )?(?:for|at|only))"
        ),
        None,
        "small",
        "Get the training bundle for $29 this week",
        "Get the training bundle valued at $29 this week",
        0.8,
    ),
)
