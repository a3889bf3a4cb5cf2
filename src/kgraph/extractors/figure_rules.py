"""What a number measures, as data: the words that stand before or after it.

A rule reads the words between the number and its neighbours: ``before`` must match at their end, ``after`` at their
start. The first rule that fits decides. Each has an example, in which it must fire, and a counter-example, in which it
must not; the tests hold it to both. Words of vagueness ("about", "an estimated") are taken away before.
"""

import re
from typing import NamedTuple

MONEY, PERCENT = "money", "percent"


class Rule(NamedTuple):
    """A way to say what a number measures."""

    name: str
    measure: str
    """Local name in the ontology: "marketSize", "cagr" …; "" for a number that measures none of them."""
    unit: str
    """"money" or "percent"."""
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    """Where both are given, both must match; where neither, the rule always fits."""
    needs: str
    """"" or what the sentence must speak of: "market", "company", "funding", "deal", "share" …."""
    example: str
    counter: str
    confidence: float


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE)


def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern})", re.IGNORECASE)


CAGR = (
    r"(?:CAGR|compound(?:ed)?[ -]annual(?:ized)?[ -](?:growth(?:[ -]rate)?|rate of growth)|"
    r"annual(?:ized)? growth rate|annual(?:ized)? rate)"
)
ROUND = (
    r"(?:(?:pre-)?seed|series [a-h]\d?|financing|funding|venture|growth equity|equity (?:round|"
    r"investment)|bridge|mezzanine|VC|angel|fundrais\w+)"
)
GREW = (
    r"(?:gr[eo]w|grown|growing|growth|increas\w*|ris(?:e|es|en|ing)|rose|expand\w*|surg\w*|"
    r"climb\w*|jump\w*|gain\w*|fall\w*|fell|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slip\w*|"
    r"soar\w*|swell\w*|add\w*|accelerat\w*|boost\w*|up|down|reduc\w*|cut\w*|sav\w*)"
)
REACH = (
    r"(?:reach\w*|hit(?:s|ting)?|surpass\w*|exceed\w*|cross\w*|top(?:s|ped|ping)?|pass(?:es|ed|ing)?|"
    r"total(?:s|l?ed|l?ing)?|"
    r"amount(?:s|ed|ing)? to|stand(?:s|ing)? at|stood at|account(?:s|ed)? for|touch\w*|attain\w*|garner\w*|generat\w*|"
    r"accumulat\w*|record\w*|c[ao]me to|came in at|c[ao]me in at|climb\w* to|rise\w* to|rose to|gr[eo]w\w* "
    r"to|increas\w* to|expand\w* to|"
    r"balloon\w* to|swell\w* to|slip\w* to|fall\w* to|fell to|drop\w* to|declin\w* to|shrink\w* to|soar\w* "
    r"to|jump\w* to|surg\w* to|"
    r"approach\w*|near(?:s|ed|ing)?|eclips\w*|breach\w*|report\w*|represent\w*|post(?:s|ed)?|brought in|"
    r"br(?:ing|ings) in|pull(?:s|ed) in)"
)
VALUED = (
    r"(?:valued (?:globally )?(?:at|to be)|worth|pegged at|estimated at|estimated to be|calculated at|"
    r"assessed at|priced at|"
    r"accounted for|accounted at|projected (?:at|to be)|forecast(?:ed)? (?:at|to be)|set at|put at|sized at|"
    r"measured at|"
    r"was|is|were|are|will be|would be|be|to be|being|become|of|at|equal(?:s|led)? to|=|:|\||–|—|-|,)"
)
COUNTED = r"(?:sales|revenues?|turnover|receipts|billings|net sales|top[- ]line)"
PERIOD = (
    r"(?:per|a|an|/|each|every)\s?(?:user|month|year|seat|hour|GB|TB|device|license|licence|"
    r"person|employee|patient|unit|day|core|node|scan|copy|mo\b|vCPU|core-hour|head|session|"
    r"piece|share)"
)
GAP = r"[^.;:|$€£%]{0,60}?"

RULES = (
    # --- percentages
    Rule(
        "cagr before",
        "cagr",
        PERCENT,
        _before(
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
        _before(
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
        _after(rf"[(,-]?\s?(?:in )?(?:terms of )?{CAGR}"),
        "",
        "The market will expand at a 14.6% CAGR.",
        "A 14.6% share; the CAGR is unknown.",
        0.97,
    ),
    Rule(
        "compared with",
        "same",
        PERCENT,
        _before(
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
        _before(
            rf"\b(?:market|industry|sector|segment|spending|sales|demand|"
            rf"it)\b[^.;%$€£]{{0,80}}\b{GREW}\b[^.;%\d$€£]{{0,24}}"
        ),
        _after(r"(?:annually|per year|per annum|a year|each year|every year|p\.a\.)\b(?! (?:ago|earlier|before|from))"),
        "",
        "The market is expected to grow at 9% per year through 2027.",
        "Prices of chips rose 9% in May.",
        0.7,
    ),
    Rule(
        "growth, not share",
        "",
        PERCENT,
        _before(rf"\b{GREW}(?:\s(?:by|to|of|at|a|an|from|another))*"),
        None,
        "",
        "Market share rose by 3% in May.",
        "It holds 3% of the market.",
        0.0,
    ),
    Rule(
        "growth after",
        "",
        PERCENT,
        None,
        _after(
            r"(?:increase|growth|rise|jump|drop|decline|gain|higher|lower|more|less|fewer|faster|of "
            r"(?:its|their|our|his|her)\b|year[- ]over[- ]year|YoY|off\b|discount)"
        ),
        "",
        "a 50% increase in market share",
        "a 50% share of the market",
        0.0,
    ),
    Rule(
        "share after",
        "share",
        PERCENT,
        None,
        _after(r"(?:of (?:the )?)?(?:[a-z-]+ ){0,4}?(?:market[- ]?)?share\b(?! price)|marketshare\b"),
        "",
        "Alibaba leads with a 46.4% market share.",
        "A 10% discount, and shares rose.",
        0.93,
    ),
    Rule(
        "share before",
        "share",
        PERCENT,
        _before(
            r"\b(?:market[- ]?shares?|marketshare|share)\b(?! price)[^.;%\d$€£]{0,28}|\bshares of|\bshare in (?:19|"
            r"20)\d\d[^.;%\d$€£]{0,12}"
        ),
        None,
        "share",
        "The largest market share was 41% in 2024.",
        "Its market is shrinking; staff is 4%.",
        0.9,
    ),
    Rule(
        "part of a market",
        "share",
        PERCENT,
        None,
        _after(
            r"of (?:the |this |that |all |total |overall |global |worldwide |world |its "
            r")*(?:[$€£][\d.,]+\+? ?(?:billion|million|trillion|bn|m|b)? )?(?:(?!(?:its|their|our|companies|"
            r"hospitals|patients|respondents)\b)[\w&’'-]+ ){0,7}?(?:market|revenues?|sales|industry|"
            r"spending|turnover|segment)\b"
        ),
        "",
        "Europe accounted for 28 % of the smart healthcare market.",
        "It is used by 28 % of hospitals.",
        0.9,
    ),
    Rule(
        "holder of a part",
        "share",
        PERCENT,
        _before(
            r"\b(?:h[eo]lds?|holding|commands?|commanded|controls?|controlled|captur\w+|owns?|"
            r"account(?:s|ed|ing) for|contribut\w+|represent\w*|leads? with|led with|dominat\w+ with|"
            r"follow\w* (?:by [^.;%\d$€£]{2,50} )?(?:with|at)|garner\w*|took|takes|has|had|have|with|makes? "
            r"up|made up|comprises?)"
        ),
        _after(
            r"(?=[,.;)]|$|and\b|while\b|whereas\b|followed\b|of (?:it|"
            r"that|this|the total|the (?:global |overall |whole )?market)\b|in (?:19|20)\d\d|respectively|"
            r"behind\b|ahead\b)"
        ),
        "share",
        "In a crowded market, Acme holds 21% and Beta follows with 17%.",
        "The market is crowded; staff grew 21%.",
        0.85,
    ),
    Rule(
        "name and a part",
        "share",
        PERCENT,
        _before(r"\b(?-i:[A-Z0-9])[\w&.+'’/-]*(?: (?-i:[A-Z])[\w.]*)?\s?(?:\(|\(at |at |: ?|, |[—–] ?|'s |’s )?"),
        _after(r"(?:share)?[),.;]|and\b|$"),
        "shares listed",
        "The leaders of the market were Acme (32%), Beta (19%) and Gamma (7%).",
        "The market grew. Patients improved (32%).",
        0.8,
    ),
    Rule("other percentage", "", PERCENT, None, None, "", "Some 65 % of hospitals use AI.", "It rose.", 0.0),
    # --- money that measures nothing of the kind
    Rule(
        "compared with money",
        "same",
        MONEY,
        _before(
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
        "growth by",
        "",
        MONEY,
        _before(
            rf"\b{GREW}\b[^.;%$€£]{{0,24}}\bby(?: a| an)?|\b(?:increase|growth|"
            rf"rise|decline|drop|gain) of|(?<!ed )(?<!cks )(?<!ops )\b(?:up|down|additional|extra|incremental|another)"
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
        _after(
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
        _after(
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
        _before(
            r"\b(?:pa(?:y|ys|id|ying)|shell(?:ed|ing) out|offer(?:s|ed|ing)?|"
            r"bids?)(?: (?:of|up to|a total of))?"
        ),
        _after(
            r"(?:in (?:cash|stock)(?: and stock)? )?(?:for|to (?:acquire|buy|take over))\s+(?:(?-i:[A-Z])|"
            r"[a-z]+(?-i:[A-Z]))"
        ),
        "deal told",
        "The firm will acquire it, and agreed to pay almost $100m for DiA",
        "They pay $100m for electricity",
        0.85,
    ),
    Rule(
        "profit, loss, fine",
        "",
        MONEY,
        _before(
            r"\b(?:profits?|loss(?:es)?|lost|loses?|income|earnings|EBITDA?|EPS|savings?|sav(?:e|ed|ing)|"
            r"fin(?:e|es|ed)|penalt\w+|donat\w+|grants?|budgets?|dividends?|expenses?|costs? savings|"
            r"bonus\w*|debt|salar(?:y|ies)|bount(?:y|ies)|rewards?|prizes?|credits?|backlog|cash|tax(?:es)?|"
            r"damages|settlement|pledg\w+|commit\w*|award\w*|contracts?|orders?|bookings|guidance|target|"
            r"fees?)\b[^.;$€£%]{0,24}"
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
        _after(
            r"(?:(?!funding|round|financing)[\w-]+ ){0,5}?(?:profits?|loss(?:es)?|income|earnings|"
            r"savings?|fines?|grants?|budget|dividend|contracts?|bonus|debt|prize|bount(?:y|ies)|per share|"
            r"a share|order|tax|penalt\w+|donation|credits?|courses?|bundle|laptop|training|data ?cent(?:er|"
            r"re)s?|portfolio|settlement|lawsuit|award)\b"
        ),
        "",
        "won a $10 billion cloud computing contract",
        "raised $10 million",
        0.0,
    ),
    # --- price
    Rule(
        "price per unit",
        "price",
        MONEY,
        None,
        _after(rf"(?:USD |US dollars )?(?:{PERIOD})"),
        "not share",
        "costs $8 per user per month",
        "costs of $8 million",
        0.9,
    ),
    Rule(
        "priced",
        "price",
        MONEY,
        _before(
            r"\b(?:(?:list |retail |starting |base |introductory )?pric(?:e|ed|ing)(?: tag)?(?: "
            r"(?:starts?|starting|begins?|is|was|of|at|from|set|will be|point))*|retail(?:s|ing)? (?:for|"
            r"at)|costs?|costing|on sale (?:for|from|at)|sells? for|selling for|starts? at|starting (?:at|"
            r"from)|available (?:for|from|at)|(?:purchase|order) for)"
        ),
        None,
        "small",
        "The headset is priced at $3,500.",
        "The market is estimated at $3,500 million.",
        0.85,
    ),
    # --- funding
    Rule(
        "raised by",
        "funding",
        MONEY,
        None,
        _after(r"(?:was |were )?(?:raised|secured|pulled in|closed) by (?-i:[A-Z])"),
        "",
        "It came from $200 million raised by Tempus",
        "The $200 million raised doubts",
        0.9,
    ),
    Rule(
        "raised",
        "funding",
        MONEY,
        _before(
            r"\brais(?:e|es|ed|ing)(?: (?:a|an|its|another|further|additional|new|fresh|total|of|in|up|"
            r"to|more|than|record|initial|their|first|combined))*"
        ),
        None,
        "",
        "Foo raises $26 million for cancer tests",
        "Foo raises its price target to $26",
        0.93,
    ),
    Rule(
        "takes money",
        "funding",
        MONEY,
        _before(
            r"\b(?:secur\w+|clos\w+|land\w*|bag(?:s|ged)|nab(?:s|bed)|snag\w*|scor(?:e|es|ed)|gets?|got|"
            r"receiv\w+|attract\w*|obtain\w*|pick(?:s|ed) up|pull(?:s|ed) in|grab\w*|gain\w*|complet\w+|"
            r"announc\w+|netted|nets|lock(?:s|ed) (?:down|in|up)|haul\w*|banks?|banked|collect\w*)(?: (?:on|"
            r"a|an|its|another|further|additional|new|fresh|total|of|in|up|to|more|than|the|closing|first|"
            r"final|oversubscribed))*"
        ),
        _after(
            r"(?!\s*(?:[\w-]+ ){0,3}(?:investments? (?:plan |program\w* )?(?:in|to)\b|plan\b|program|"
            r"partnership|initiative|commitment|contract|deal\b|order))"
        ),
        "funding",
        "Foo secures $26 million in Series B funding",
        "Foo secures $26 million contract",
        0.9,
    ),
    Rule(
        "round of",
        "funding",
        MONEY,
        _before(
            rf"\b{ROUND}(?: (?:round|financing|funding|investment|capital|raise|extension|rounds?|"
            rf"backing|total))*(?: (?:of|worth|totall?ing|at|to|for|was|reaching|exceeding|amounting|"
            rf"reached|brings|bringing|led|closed|close))*|\btotal (?:funding|capital|raised|"
            rf"investment)[^.;$€£%]{{0,20}}"
        ),
        None,
        "",
        "a Series B round of $26 million",
        "Funding is scarce. A price of $26 million",
        0.9,
    ),
    Rule(
        "round after",
        "funding",
        MONEY,
        None,
        _after(
            rf"(?:(?:{ROUND}|growth|equity|investment|new|latest|first|second|mega|oversubscribed)[ "
            rf"-]){{0,3}}(?:round|fundrais\w+|raise)\b"
        ),
        "",
        "the $600 million round that Isomorphic Labs raised",
        "a $600 million roundabout",
        0.9,
    ),
    Rule(
        "in funding",
        "funding",
        MONEY,
        None,
        _after(
            rf"(?:(?:in|of|for|as|from|worth of|through|via|to complete) )?(?:(?:its|a|an|the|new|fresh|"
            rf"total|additional|growth|strategic|private|oversubscribed|equity|minority|latest|early-stage|"
            rf"late-stage|further|venture|debt and equity|combined|first)[ -])*{ROUND}\b|in (?:venture |"
            rf"growth |fresh |new |private )?(?:capital|equity|investment)\b"
        ),
        "",
        "left stealth with $26 million in Series B funding",
        "paid $26 million in cash",
        0.9,
    ),
    Rule(
        "invested in",
        "funding",
        MONEY,
        _before(
            r"\b(?:invest\w*|pour\w*|pump\w*|inject\w*|plow\w*|"
            r"sink\w*)(?: (?:a|an|another|further|additional|up|to))*"
        ),
        re.compile(r"\s*(?:more |investment )?(?:in|into)\s+(?-i:[A-Z][\w-]*|[a-z]+[A-Z]\w*)"),
        "not place",
        "SoftBank invested $1 billion in OpenAI",
        "Alibaba invests $28 billion in cloud technologies",
        0.75,
    ),
    Rule(
        "investment in",
        "funding",
        MONEY,
        None,
        re.compile(r"\s*investment (?:in|into) (?-i:[A-Z][\w-]*|[a-z]+[A-Z]\w*)"),
        "not place",
        "a $1 billion investment in OpenAI",
        "a $75 million investment in jobs",
        0.75,
    ),
    # --- valuation, takeovers
    Rule(
        "values the company",
        "valuation",
        MONEY,
        _before(
            r"\b(?:valu(?:es|ed|ing) (?:the )?(?:company|firm|business|start-?up|it|combined company|"
            r"[A-Z]\w+(?: [A-Z]\w+)?)(?: now)? at|(?:post-money |pre-money )?valuations? (?:of|to|at|above|"
            r"over|exceeding|reached|is|was)?|market cap(?:itali[sz]ation)?[^.;$€£%]{0,30})"
        ),
        None,
        "company",
        "a round that values the company at $2 billion",
        "The global sector is valued at $2 billion",
        0.9,
    ),
    Rule(
        "valuation after",
        "valuation",
        MONEY,
        None,
        _after(
            r"(?:[a-z-]+ ){0,2}?(?:valuation|market[- "
            r"]cap(?:itali[sz]ation)?)\b"
        ),
        "",
        "at a $2 billion valuation",
        "a $2 billion market",
        0.9,
    ),
    Rule(
        "stake",
        "",
        MONEY,
        _before(r"\bstake\b[^.;$€£]{0,40}"),
        None,
        "",
        "in talks to buy a 2.5% stake for US$2 billion",
        "in talks to buy Acme for US$2 billion",
        0.0,
    ),
    Rule(
        "takeover",
        "price",
        MONEY,
        _before(
            r"\b(?:acquir\w+|acquisition|b[uo](?:y|ys|ying|ught)|purchas\w+|take(?:s|over)?|took over|"
            r"takeover|merge[srd]?|sold|sells?|sale|snap(?:s|ped) up)\b[^.;$€£%]{0,110}?\b(?:for|at|worth|"
            r"valued at|of|price of|in a(?:n)?(?: all-(?:cash|stock))?(?: (?:deal|"
            r"transaction)[^.;$€£%]{0,30})?)(?: a(?:n)?| total of)?"
        ),
        None,
        "deal",
        "Microsoft will acquire Nuance for $19.7 billion",
        "Sales of scanners were worth $19.7 billion",
        0.8,
    ),
    Rule(
        "deal worth",
        "price",
        MONEY,
        _before(
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
        "takeover after",
        "price",
        MONEY,
        None,
        _after(
            r"(?:[a-z-]+ ){0,3}?(?:acquisition|takeover|buyout|"
            r"merger|purchase of)\b"
        ),
        "",
        "its $19.7 billion acquisition of Nuance",
        "its $19.7 billion market",
        0.8,
    ),
    # --- revenue
    Rule(
        "revenue before",
        "revenue",
        MONEY,
        _before(
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
        _after(r"(?:(?:in|of|worth of) )?(?:(?!market)[a-z-]+ ){0,3}?(?:sales|revenues?|turnover|run[- ]rate)\b"),
        "",
        "Acme generated $38 billion in annual revenue",
        "A $38 billion prize and revenue",
        0.86,
    ),
    # --- size of a market
    Rule(
        "size in front of its market",
        "marketSize",
        MONEY,
        None,
        _after(
            r"(?:(?!(?:in|for|by|from|with|at|to|and|on|the|its|of)\b)[\w&,()/-]+ ){0,8}?(?:market|"
            r"industry|sector)\b"
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
        _before(
            rf"\b(?:{REACH}|from|to|{VALUED}|size|value)(?: (?:a|an|the|"
            rf"value|size|valuation|revenue|worth|of|US|market|over|around|more|than|globally|worldwide))*|[|"
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
        _before(
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
        "spent on",
        "marketSize",
        MONEY,
        _before(
            r"\b(?:spen[dt]\w*|spending|expenditures?|paid|pay)(?: "
            r"[^.;$€£%]{0,60}?(?:to|of|at|reach\w*|total\w*|hit|was|be))?"
        ),
        None,
        "market",
        "Worldwide, buyers spent $22 billion on imaging software",
        "Acme spent a $22 billion loan",
        0.75,
    ),
    Rule("other money", "", MONEY, None, None, "", "It lost $5 million.", "It rose.", 0.0),
)

_VAGUE = re.compile(
    r"(?:(?<=\s)|^)(?:about|around|roughly|approximately|approx\.?|nearly|almost|over|more than|some|at "
    r"least|up to|an? (?:estimated|"
    r"approximate|whopping|total of|record|staggering|massive|astounding|impressive|robust|strong|"
    r"significant|healthy)|estimated|upwards? of|just(?: under| over)?|under|below|above|less than|"
    r"close to|as much as|as high as|a little|well|the|only|now|currently|nearing|even|somewhat|~|circa|north of|"
    r"another|huge|an amount of|an? (?=$)|excess of|globally|in excess of|approximate|approximated?|~)\s*$",
    re.IGNORECASE,
)


def without_vagueness(before: str) -> str:
    """Take "an estimated", "nearly", "more than" … off the end of the words before a number.

    >>> without_vagueness("was worth an estimated ")
    'was worth '
    """
    for _ in range(4):
        shorter = _VAGUE.sub("", before)
        if shorter == before:
            break
        before = shorter
    return before
