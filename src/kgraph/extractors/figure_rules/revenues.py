"""What a company takes in."""

from kgraph.extractors.figure_rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figure_rules.wording import COUNTED, REACH, VALUED

RULES = (
    Rule(
        "revenue before",
        "revenue",
        MONEY,
        before(
            rf"\b{COUNTED}\b[^.;$€£]{{0,90}}?\b(?:{REACH}|{VALUED}|to)(?: a(?:n)?)?|\b{COUNTED}\s?(?:\||"
            rf":|of|-)?"
        ),
        None,
        "",
        "Acme reported revenue of $38 billion",
        "Revenue is up. A grant was $38 billion",
        0.88,
    ),
    Rule(
        "revenue after",
        "revenue",
        MONEY,
        None,
        after(r"(?:(?:in|of|worth of) )?(?:(?!market)[a-z-]+ ){0,3}?(?:sales|revenues?|turnover|run[- ]rate)\b"),
        "",
        "Acme generated $38 billion in annual revenue",
        "A $38 billion prize and revenue",
        0.86,
    ),
)
