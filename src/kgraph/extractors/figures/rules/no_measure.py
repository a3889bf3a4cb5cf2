"""Money that measures nothing of what is asked for: costs, savings, contracts, fines."""

import re

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import GREW

RULES = (
    Rule(
        "quotation",
        "",
        MONEY,
        before(
            r"\b(?:shares|(?:the|its|whose|['’]s|company) stock|stock price|bitcoins?|ether(?:eum)?|crude|brent|oil|"
            r"gold(?! (?:edition|plan|tier|version|card|member))|silver(?! (?:edition|plan|tier))|copper|futures|"
            r"index)\b"
            r"(?:(?!\bshares of (?-i:[A-Z]))[^.;$€£]){0,60}"
        ),
        None,
        "small",
        "Gold sells for $3,300 today.",
        "The gold edition sells for $3,300 today.",
        0.0,
    ),
    Rule(
        "quotation after",
        "",
        MONEY,
        None,
        after(r"(?:a|an|per) (?:barrel|ounce|tonne|ton|coin|gallon|bushel|pound|acre|square (?:foot|metre|meter))\b"),
        "",
        "It fell to $64 a barrel.",
        "It fell to $64 a month.",
        0.0,
    ),
    Rule(
        "expected by analysts",
        "",
        MONEY,
        None,
        after(
            r"(?:(?:that |which )?(?:\w+ ){0,1}?(?:analysts|(?:Wall |the )Street|consensus|economists|forecasters|"
            r"FactSet|"
            r"LSEG|Refinitiv|Zacks)\b|"
            r"(?:average |mean |median )?(?:forecasts?|expected|predicted|projected|estimated?|anticipated|"
            r"expectations?|guidance|"
            r"pencilled in)(?=[.,;:)]|$| (?:by|from|among|on average)\b)(?! by (?:the end of )?(?:19|20)\d\d))"
        ),
        "company",
        "Revenue of $37 billion beat the $35.7 billion that analysts had expected.",
        "Analysts had expected a $35.7 billion market.",
        0.0,
    ),
    Rule(
        "foreseen by analysts",
        "",
        MONEY,
        before(
            r"\b(?:analysts?|economists|Wall Street|the Street|consensus|(?:average|mean|median|consensus) "
            r"(?:analyst )?"
            r"(?:estimates?|forecasts?)|polled|surveyed)\b[^.;$€£%]{0,70}?\b(?:expect(?:ed|s|ing|ation was)?|"
            r"look(?:s|ed|ing)? for|"
            r"forecast(?:s|ed|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)?|estimat(?:ed?|es|ing)|call(?:s|ed|"
            r"ing)? for|"
            r"anticipat(?:ed?|es|ing)|want(?:ed)?|hoped for|pencill?ed in|model(?:l?ed|l?ing)|(?:was|were|is|"
            r"stood) (?:for|at))\b"
            r"(?:(?!\b(?:with|on|but|as|after|when)\b)[^.;,:$€£%]){0,50}"
        ),
        None,
        "company",
        "Analysts polled by Foo had been looking for revenue of $37.2 billion.",
        "It beat what analysts had expected, with revenue of $37.2 billion.",
        0.0,
    ),
    Rule(
        "old guidance",
        "",
        MONEY,
        before(
            r"^,? (?:(?:up|down) )?from (?:a |its |an )?(?:previous|prior|earlier|original|initial)"
            r"(?: (?:forecast|guidance|outlook|target|range|view|estimate)s?)?(?: of)?"
        ),
        None,
        "company",
        "Foo now sees sales of $3 billion, up from a previous forecast of $2.5 billion.",
        "Foo now sees sales of $3 billion, up from $2.5 billion in the previous year.",
        0.0,
    ),
    Rule(
        "compared with money",
        "same",
        MONEY,
        before(
            r"\b(?:(?:up|down) from|compared (?:to|with)|versus|"
            r"vs\.?|against)"
        ),
        None,
        "",
        "Revenue was $30.6 billion, up from $29.95 billion in 2018.",
        "Up $29.95 billion.",
        0.75,
    ),
    Rule(
        "went on to",
        "same",
        MONEY,
        before(
            r"^,?(?: (?:in|for) (?:(?:early|late|mid|fiscal|the|first|second|third|fourth|quarter|half|of|"
            r"(?-i:[A-Z])[a-z]{2,8}) )*(?:19|20)\d\d,?)? (?:to|from)|^(?: (?:in|for) (?:fiscal )?(?:19|"
            r"20)\d\d)? and"
        ),
        after(
            r"(?=(?:in|for|by) (?:(?:the )?(?:fiscal|Q[1-4]|[1-4]Q|(?:first|second|third|fourth) quarter(?: of)?|"
            r"same (?:quarter|period)(?: of| in)?) )*"
            r"(?:19|20)\d\d|in the (?:same|prior|previous|year-ago|year-earlier|comparable)\b|in (?:just |only "
            r")?\w+ (?:years|months)\b|[.,;]|$|"
            r"(?:a year|last year|since|within|over|under|and)\b)"
        ),
        "",
        "Revenue went from $25 billion to $70 billion.",
        "Revenue was $25 billion and a loan $70 billion.",
        0.75,
    ),
    Rule(
        "growth by",
        "",
        MONEY,
        before(
            rf"\b{GREW}\b[^.;%$€£]{{0,24}}\bby(?: a| an)?|\b(?:increase|growth|"
            rf"rise|decline|drop|gain) of|"
            rf"(?<! in )(?<! in an )(?<! up )(?<!ed )(?<!cks )(?<!ops )(?<!ums )(?<!aps )(?<!nds )(?<!nes )\b(?:up|"
            rf"down|additional|extra|incremental|another)"
        ),
        None,
        "",
        "The market is poised to grow by USD 557.96 million.",
        "The market will grow to USD 5 million.",
        0.0,
    ),
    Rule(
        "difference",
        "",
        MONEY,
        None,
        after(
            r"(?:increase|growth|rise|jump|drop|decline|higher|above|below|"
            r"more|less|fewer|opportunity (?:cost|loss)|over (?:the figure|last))\b"
        ),
        "",
        "at least $150 million above the figure for 2022",
        "a $150 million market",
        0.0,
    ),
    Rule(
        "deal to buy",
        "price",
        MONEY,
        None,
        after(
            r"(?:[a-z-]+ ){0,3}?(?:deal|bid|offer|agreement|transaction) (?:to (?:acquire|buy|purchase|"
            r"reel in|take over|merge with)|for (?-i:[A-Z]))"
        ),
        "deal told",
        "signed a $103m deal to acquire iCAD",
        "signed a $103m deal to build ships",
        0.85,
    ),
    Rule(
        "paid for",
        "price",
        MONEY,
        before(
            r"\b(?:pa(?:y|ys|id|ying)(?: (?-i:[A-Z])[\w.&’'-]*(?: (?:&|of|(?-i:[A-Z])[\w.&’'-]*)){0,3})?|"
            r"sp(?:end|ends|ent|ending)|offer(?:s|ed|ing)?|bids?|(?:shell|fork|hand|cough|stump|lay)(?:s|ed|ing)? "
            r"(?:out|over|up)|laid out|part(?:s|ed|ing)? with)(?: (?:of|up to|a total of|some))?"
        ),
        after(
            r"(?:in (?:cash|stock)(?: and stock)? )?(?:for|on|to (?:acquire|buy|take over))\s+(?:(?-i:[A-Z])|"
            r"[a-z]+(?-i:[A-Z]))"
        ),
        "deal told",
        "The firm will acquire it, and agreed to pay almost $100m for DiA",
        "They pay $100m for electricity",
        0.85,
    ),
    Rule(
        "paid for a firm",
        "price",
        MONEY,
        before(
            r"\b(?:paid|paying|pays|to pay|will pay|shell(?:s|ed|ing)? out|fork(?:s|ed|ing)? over)(?: (?:up to|a "
            r"total of|some))?"
        ),
        re.compile(
            r"\s*(?:in (?:cash|stock)(?: and stock)? )?for\s+(?:[A-Z][\w&-]*|[a-z]+[A-Z]\w*)(?: [A-Z][\w&-]*){0,2}"
            r"(?=[,;.…]|\s…|$|\sand\b|\sin (?:(?:19|20)\d\d|[A-Z][a-z]+)\b|\s(?:last|this|back|after|when|earlier)\b)"
        ),
        "",
        "Foo paid $300 million in cash for Bar in May",
        "They paid $300 million for Bar subscriptions",
        0.75,
    ),
    Rule(
        "profit, loss, fine",
        "",
        MONEY,
        before(
            r"\b(?:profits?|(?<!-)(?<!weight )(?<!hearing )(?<!hair )loss(?:es)?|lost|loses?|income|earnings|"
            r"EBITDA?|EPS|savings?|sav(?:e|ed|ing)|"
            r"fin(?:e|es|ed)|penalt\w+|donat\w+|grants?|budgets?|dividends?|expenses?|costs? savings|"
            r"bonus\w*|debt|salar(?:y|ies)|bount(?:y|ies)|rewards?|prizes?|(?-i:credits?)|backlog|"
            r"(?<!all-)(?<!in )cash|tax(?:es)?|damages|settlement|pledg\w+|commit\w*|award\w*|"
            r"contracts?|orders?|bookings|guidance|target|fees?)\b(?:(?!\b(?:revenues?|sales|"
            r"turnover)\b)[^.;:$€£%]){0,24}"
        ),
        None,
        "",
        "posted a record profit of $18 billion",
        "posted revenue of $18 billion",
        0.0,
    ),
    Rule(
        "profit, loss, contract after",
        "",
        MONEY,
        None,
        after(
            r"(?:(?!funding|round|financing|and\b|but\b|while\b|to\b|from\b|led\b|at\b)[\w-]+ ){0,5}?(?:profits?|"
            r"loss(?:es)?|income|earnings|"
            r"savings?|fines?|grants?|budget|dividend|contracts?|bonus|debt(?! and equity)|prize|"
            r"bount(?:y|ies)|per share|"
            r"a share|order|tax|bonds?|notes|loans?|credit facility|commercial paper|penalt\w+|donation|credits?|"
            r"courses?|bundle|laptop|training|data ?cent(?:er|"
            r"re)s?(?! (?:revenue|sales|business|unit|segment)\b)|portfolio|settlement|lawsuit|award)\b"
        ),
        "",
        "won a $10 billion cloud computing contract",
        "raised $10 million",
        0.0,
    ),
)
