"""Money that investors put into a company."""

import re

from kgraph.extractors.figures.rules import totals_raised
from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import ROUND, SUM, TAKES

RULES = (
    Rule(
        "put into the company",
        "funding",
        MONEY,
        before(rf"\b(?:invest\w*|put(?:s|ting)?|pour\w*|pump\w*|inject\w*|plow\w*|sank|sink\w*){SUM}"),
        re.compile(
            r"\s*(?:more |investment )?(?:in|into)\s(?:the|this|that)\s(?:[\w.,’'-]+\s){0,5}?"
            r"(?:start-?up|company|firm|business|unicorn|outfit|venture|maker|developer|provider|specialist|"
            r"scale-?up)\b"
            r"(?!['’]s?\b)"
        ),
        "",
        "In that round Bar Ventures put $20 million into the Denver start-up.",
        "In that round Bar Ventures put $20 million into the Denver office.",
        0.8,
    ),
    Rule(
        "from investors",
        "funding",
        MONEY,
        None,
        after(
            r"(?:more |in cash |in new money )?from (?:(?!customers|sales|debt)[\w&’'-]+ ){0,4}?(?:investors|"
            r"backers|VCs|"
            r"venture capitalists|angels|venture (?:funds|firms))\b"
        ),
        "",
        "Foo took $20 million from a group of investors",
        "Foo took $20 million from its customers",
        0.85,
    ),
    Rule(
        "raised by",
        "funding",
        MONEY,
        None,
        after(r"(?:was |were )?(?:raised|secured|pulled in|closed) by (?-i:[A-Z])"),
        "",
        "It came from $200 million raised by Tempus",
        "The $200 million raised doubts",
        0.9,
    ),
    Rule(
        "raised",
        "funding",
        MONEY,
        before(
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
        before(
            r"\b(?:secur\w+|clos\w+|land\w*|bag(?:s|ged)|nab(?:s|bed)|snag\w*|scor(?:e|es|ed)|gets?|got|"
            r"receiv\w+|attract\w*|obtain\w*|pick(?:s|ed) up|pull(?:s|ed) in|grab\w*|gain\w*|complet\w+|"
            r"announc\w+|netted|nets|lock(?:s|ed) (?:down|in|up)|haul\w*|banks?|banked|collect\w*|clinch\w*|"
            r"t(?:akes?|ook|aken) in|draws?|drew|"
            r"br(?:ings?|ought) in|(?:wrap(?:s|ped)|round(?:s|ed)|drum(?:s|med)|scoop(?:s|ed)|snap(?:s|ped)) up|"
            r"r(?:eel|ak)(?:s|es|ed) in|"
            r"(?:come|came|walk|emerg|exit|launch|debut)(?:s|e|es|ed)? (?:away |off |(?:out of |from )?stealth )?"
            r"(?:today )?(?:armed )?with|"
            r"gather(?:s|ed)|amass(?:es|ed)|wins?|won|finish(?:es|ed)|seal(?:s|ed)|hook(?:s|ed)|lur(?:es|ed)|"
            r"pocket(?:s|ed|ing)|rais(?:es|ed|ing)|pull(?:s|ed|ing) in)(?: (?:on|"
            r"a|an|its|another|further|additional|new|fresh|total|of|in|up|to|more|than|the|closing|first|"
            r"final|oversubscribed))*"
        ),
        after(
            r"(?!\s*(?:[\w-]+ ){0,3}(?:investments? (?:plan |program\w* )?(?:in|to)\b|plan\b|program|"
            r"partnership|initiative|commitment|contract|deal\b|order|grants?\b|prize|award|settlement|revenue|sales|"
            r"quarter|fiscal|funds?\b|loan|profit|acquisition|takeover|buyout|stake))"
        ),
        "funding",
        "Foo secures $26 million in Series B funding",
        "Foo secures $26 million contract",
        0.9,
    ),
    Rule(
        "money at a valuation",
        "funding",
        MONEY,
        before(rf"\b{TAKES}{SUM}"),
        after(r"(?:more |in (?:[\w-]+ ){0,3}?)?at (?:an? )?(?:[\w$€£.,+-]+ ){0,5}?valuation\b"),
        "",
        "Foo seeks $20 billion at a valuation of $200 billion",
        "Foo sells $20 billion of shares at a valuation of $200 billion",
        0.85,
    ),
    Rule(
        "takes money from a firm",
        "funding",
        MONEY,
        before(rf"\b{TAKES}{SUM}"),
        after(
            r"(?:more |in cash |in new money |in total |so far |to date |altogether )?from (?!(?:the "
            r")?(?:(?-i:[A-Z])[\w&’'-]* ){0,4}(?-i:Foundation|"
            r"Institutes?|Department|"
            r"Agency|University|Ministry|Commission|Council|Trust|Administration|Congress|Medicare|Medicaid|NIH|"
            r"NASA|DARPA|BARDA|"
            r"EU|NHS|Washington|Brussels|Beijing|Pentagon|January|February|March|April|May|June|July|August|"
            r"September|October|"
            r"November|December)\b)(?-i:[A-Z][\w&-]*)"
        ),
        "not given",
        "Foo has picked up $25 million from Bar and Baz",
        "Foo has picked up $25 million from the Bar Foundation",
        0.8,
    ),
    Rule(
        "raised before",
        "funding",
        MONEY,
        None,
        after(
            r"(?:that |which )?(?:it|they|(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){0,3}|the (?:[a-z-]+ ){1,3})\s?"
            r"(?:had |has |have )?(?:previously |already |also |first |last )?raised\b(?! (?:its|the|his|doubts|"
            r"questions|prices))"
        ),
        "",
        "Foo adds to the $12 million it raised in 2022",
        "Foo adds to the $12 million it made in 2022",
        0.85,
    ),
    Rule(
        "backed with",
        "funding",
        MONEY,
        before(rf"\b(?:backed|armed|flush|fuell?ed|funded|financed|bankrolled) (?:with|by){SUM}"),
        after(
            r"(?:in (?:[a-z-]+ ){0,3}(?:funding|capital|investment|cash)\b|from (?-i:[A-Z])|of (?:[a-z-]+ "
            r"){0,3}(?:funding|capital|money)\b)"
        ),
        "not given",
        "Backed with $18 million from Bar Capital, Foo builds robots",
        "Backed with $18 million of orders, Foo builds robots",
        0.85,
    ),
    Rule(
        "took as well",
        "funding",
        MONEY,
        before(
            r"(?-i:[A-Z0-9])[^\s,;]*(?:,[^,;$€£]{2,70},)?\s(?:has |have |had |just |also |recently )*"
            r"(?:got|gets|took(?: in)?|takes in|collect(?:s|ed)|secur(?:es|ed)|land(?:s|ed)|bag(?:s|ged)|"
            r"nab(?:s|bed)|snag(?:s|ged)|scor(?:es|ed)|receiv(?:es|ed)|attract(?:s|ed)|pick(?:s|ed) up|"
            r"(?:pull|rak|reel)(?:s|es|ed) in|br(?:ought|ings) in|grabbed|pocket(?:s|ed)|follow(?:s|ed) with|"
            r"makes do with)"
            r"(?: (?:a|an|another|further|some|about|over|more|than|just|only|as|much))*"
        ),
        after(
            r"(?:$|[.,;:]|(?:each|more|apiece|and|while|too|later|this|last|earlier|on|in (?-i:[A-Z])[a-z]+|"
            r"in (?:spring|summer|autumn|fall|winter)|a (?:week|month|year) (?:later|earlier|ago)|from (?-i:[A-Z])|"
            r"for (?:its|an?|the)|to)\b)"
        ),
        "rounds told",
        "After rounds for others, Foo got $26 million in March.",
        "After rounds for others, Foo got $26 million in revenue.",
        0.75,
    ),
    *totals_raised.RULES,
    Rule(
        "round of",
        "funding",
        MONEY,
        before(
            rf"\b{ROUND}(?: (?:round|financing|funding|investment|capital|raise|extension|rounds?|"
            rf"backing|total))*(?::| (?:of|worth|with|totall?ing|at|to|for|was|reaching|exceeding|amounting|"
            rf"reached|brings|bringing|led|closed|close))*|\b(?:an?|its|the|new|first|latest|institutional|"
            rf"investment|second|third|private) "
            rf"rounds?(?: (?:of|worth|totall?ing)|:)|\brounds (?:of|worth)|\btotal (?:funding|capital|raised|"
            rf"investment)[^.;$€£%]{{0,20}}|\b(?:fresh|new|additional|outside|venture|growth|equity|total) "
            rf"(?:capital|funds|money|cash|investment|equity) (?:of|worth|totall?ing)"
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
        after(
            rf"(?:(?:{ROUND}|growth|equity|investment|new|latest|first|second|mega|oversubscribed|strategic)[ "
            rf"-]){{0,3}}(?:round|fundrais\w+|raise|top-up|(?:extension|tranche)(?= (?:to|of) (?:its|the|a) {ROUND}))\b"
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
        after(
            rf"(?:(?:in|of|for|as|from|worth of|through|via|to complete) )?(?:(?:its|a|an|the|new|fresh|"
            rf"total|additional|growth|strategic|private|oversubscribed|equity|minority|latest|early-stage|"
            rf"late-stage|further|venture|debt and equity|combined|first)[ -])*{ROUND}\b|in (?:venture |"
            rf"growth |fresh |new |private |debt and )?(?:capital|equity|investment)\b|in equity and debt\b|"
            r"investment (?:round\b|(?:co-)?led by )|(?:(?:cash|capital|equity|fresh|new) )*(?:infusion|"
            r"injection)\b(?! of| into)"
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
        before(
            r"\b(?:invest\w*|put(?:s|ting)?|pour\w*|pump\w*|inject\w*|plow\w*|"
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
    Rule(
        "headline sum",
        "funding",
        MONEY,
        before(
            r"^[^.;:$€£%]{2,60}?\s(?:land(?:s|ed)|bag(?:s|ged)|nab(?:s|bed)|snag(?:s|ged)|scor(?:es|ed)|nets|"
            r"netted|banks|banked|collects|attracts|seals|clinches|(?:drum|wrap|round|snap)(?:s|med|ped|ed) up|"
            r"brings in|takes in|"
            r"scoop(?:s|ed)(?: up)?|(?:haul|reel|rak|pull|draw)(?:s|es|ed)? in|grabs|grabbed|"
            r"lock(?:s|ed) (?:in|down|up)|raises|raised|secures|gets|picks up)"
            r"(?: (?:another|a|an|its|up|further|fresh|new|first|more|than|cool))*|^(?:a |another |fresh )?|"
            r"^(?-i:[A-Z])[\w&.’' -]{1,40}: (?:a |another |fresh )?"
        ),
        re.compile(
            r"\s*(?:in cash |more |in new money |investment |boost |injection |top-up )?"
            r"(?:$|to (?!buy|acquire|settle|pay|end|resolve|run|supply|deliver|compensate)[a-z]+\b|"
            r"from (?!sales|the\b|EU\b|government|state)|"
            r"as (?:it|its)\b|for (?:[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,2} (?:to|as|in|from|after)\b|(?:its|"
            r"[a-z-]+ing)\b))"
        ),
        "headline",
        "Foo lands another $20 million",
        "Foo lands another $20 million contract",
        0.7,
    ),
)
