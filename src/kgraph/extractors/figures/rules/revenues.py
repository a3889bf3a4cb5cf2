"""What a company takes in."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import COUNTED, GREW, REACH, VALUED

RULES = (
    Rule(
        "no revenue of a few dollars",
        "",
        MONEY,
        before(rf"\b{COUNTED}\b[^.;$€£%]{{0,60}}|\b(?:brings? in|unit|business|standard)\b[^.;$€£%]{{0,30}}"),
        after(r"(?! ?(?:thousand|k\b))"),
        "tiny",
        "The standard business plan grows to $14.40.",
        "The standard business plan grows to $14.40 million.",
        0.0,
    ),
    Rule(
        "revenue in brackets",
        "revenue",
        MONEY,
        before(r"(?-i:[A-Z])[\w&.’'-]*,?\s?(?:\((?:with |at )?|with |at |: )"),
        after(r"(?:(?:in|of) (?:revenues?|sales)|a year|\))?\s?(?:[),.;]|and\b|$)"),
        "ranked by revenue",
        "The largest chip firms by revenue in 2022 were Acme ($46 billion) and Beta ($26 billion).",
        "The largest chip firms by value in 2022 were Acme ($46 billion) and Beta ($26 billion).",
        0.85,
    ),
    Rule(
        "revenue before",
        "revenue",
        MONEY,
        before(
            rf"\b{COUNTED}\b[^.;$€£]{{0,90}}?\b(?:{REACH}|{VALUED}|to|from)(?: a(?:n)?)?|\b{COUNTED}\s?(?:\||"
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
        after(
            r"(?:(?:in|of|worth of) )?"
            r"(?:(?:(?!market|on\b|against\b|and\b|while\b|as\b|but\b|from\b|to\b|for\b|at\b|of\b)[a-z_-]+|q[1-4]|[1-4]q|fy\d\d|"
            r"20\d\d) ){0,3}?(?:sales|revenues?|turnover|run[- ]rate|ARR)\b"
        ),
        "",
        "Acme generated $38 billion in annual revenue",
        "A $38 billion prize and revenue",
        0.86,
    ),
    Rule(
        "made in a part",
        "revenue",
        MONEY,
        before(
            r"\b(?:accounts?|accounted|accounting) for|(?:^|, )(?:In|"
            r"Across) (?:the )?(?-i:[A-Z])[\w. -]{1,30}?,? (?:it|the company|the group|the firm)"
            r" (?:made|earned|sold|booked)"
        ),
        after(
            r"(?!(?:of |in )?(?:profits?|income|investments?|loans?|loss|payments?|damages)\b)"
            r"(?:(?=[.,;(]|$)|(?:from its|from the|in|and|while|or|of its|as)\b)"
        ),
        "takings",
        "In the quarter, scanners accounted for $13 billion.",
        "In the quarter, scanners accounted for $13 billion profit.",
        0.75,
    ),
    Rule(
        "the sum came to",
        "as before",
        MONEY,
        before(
            r"(?:^|[.,;:] (?:and |while |but )?)(?:For (?:the full year|all of 20\d\d|the whole of 20\d\d|"
            r"the (?:year|quarter|half|period)),? )?"
            r"(?:they|these|it|the (?:figure|total|sum|number)|that figure)"
            r" (?:(?:will|should|could|may|might|would|is (?:set|expected|forecast) to) )?"
            r"(?:totall?ed|c[ao]me to|amount(?:ed|s)? to|reach(?:ed|es)?|st[ao]nds? at|stood at|hit|rose to|grew to|"
            r"fell to|climbed to|be|was|were)"
        ),
        None,
        "",
        "Revenues were $3 million. For the full year they totaled $13 million.",
        "Revenues were $3 million. Donors gave $13 million.",
        0.75,
    ),
    Rule(
        "sold goods worth",
        "revenue",
        MONEY,
        before(r"\b(?:sold|sells|sell|shipped|ships|selling|moved)(?: (?:about|some|a record|nearly))?"),
        after(r"(?:worth )?of (?!(?:shares|stock|stakes?|bonds?|notes|assets|debt|its|equity)\b)[a-zA-Z]"),
        "company",
        "Foo sold $2.7 billion worth of chips in the quarter.",
        "Foo sold $2.7 billion of shares in the quarter.",
        0.75,
    ),
    Rule(
        "took in",
        "revenue",
        MONEY,
        before(
            r"\b(?:t(?:ook|akes|aking) in|br(?:ought|ings|inging) in|rak(?:es|ed|ing) in|pull(?:s|ed|ing) in|"
            r"turn(?:s|ed) over|contribut(?:es|ed)|ma(?:de|kes) up|gross(?:es|ed|ing)|r(?:ang|ings) up|generat(?:es|"
            r"ed)|billed|booked)"
            r"(?: (?:a|an|record|total|of|some))*"
        ),
        None,
        "takings",
        "Acme took in $37 billion in the quarter.",
        "Acme took on $37 billion in debt in the quarter.",
        0.8,
    ),
    Rule(
        "revenue of another",
        "revenue",
        MONEY,
        before(
            r"(?-i:[A-Z])[\w&.-]*['’]s?\s(?:(?:was|were|is|came|comes|stood|amounted|totall?ed|reached|hit|rose|grew|climbed|fell|"
            r"slipped|dropped|at|in|to|a|an|more|modest|just|only) ?)+"
        ),
        None,
        "another revenue",
        "Revenue of Acme was $18 billion last year; Beta's was $19 billion.",
        "The bill of Acme was $18 billion last year; Beta's was $19 billion.",
        0.8,
    ),
    Rule(
        "firm rose to",
        "revenue",
        MONEY,
        before(
            r"(?-i:[A-Z])[\w&.-]*,? (?:rose|grew|climbed|fell|slipped|dropped|jumped|surged|advanced)"
            r"(?: (?:by|some|about|year[- ]over[- ]year))*,? to|"
            r"\b(?:segment|unit|division|business|arm)s?,? (?:delivered|contributed|added|posted)(?: (?:a|an|record))*"
        ),
        after(r"(?=[,.;)]|$|(?:in|for|during|as|and|on|up|down|last|this)\b)"),
        "takings",
        "In the quarter, Acme Cloud rose 32% to $13 billion.",
        "In the quarter, Acme Cloud rose on a $13 billion loan.",
        0.75,
    ),
    Rule(
        "unit grew to",
        "revenue",
        MONEY,
        before(
            rf"\b(?:segment|unit|division|business|arm|operations?)\b(?:(?!\bmarket\b)[^.;$€£]){{0,40}}?\b{GREW}\b"
            r"(?:\s[a-z]+){0,3}?[\s,]+to"
        ),
        None,
        "takings",
        "In the quarter, Acme's cloud segment grew to $13 billion.",
        "In the quarter, Acme's cloud staff grew on a $13 billion loan.",
        0.75,
    ),
)
