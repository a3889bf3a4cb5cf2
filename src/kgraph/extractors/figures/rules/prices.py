"""What something costs."""

import re

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import PERIOD, PRICED, SOLD

RULES = (
    Rule(
        "price per unit",
        "price",
        MONEY,
        re.compile(
            r"(?<!revenue of )(?<!revenues of )(?<!sales of )(?<!turnover of )(?<!receipts of )$", re.IGNORECASE
        ),
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
        before(rf"\b{PRICED}[,:]?(?: (?:just|only|a|an|a total of))*"),
        None,
        "small",
        "The headset is priced at $3,500.",
        "The market is estimated at $3,500 million.",
        0.85,
    ),
    Rule(
        "at a price",
        "price",
        MONEY,
        before(
            r"(?:^|[.!?:] )(?:at|for|priced at|starting (?:at|from)|available(?: now)? (?:for|from|at))(?: just| only)?"
        ),
        after(r",\s(?!(?:the |its |each )?(?:stock|shares?|offer|bid|company|firm)\b)"),
        "small",
        "At $1,299, the Foo Pro is no bargain.",
        "At $1,299, the stock is no bargain.",
        0.8,
    ),
    Rule(
        "price cut to",
        "price",
        MONEY,
        before(
            r"\b(?:cut|cuts|lower(?:s|ed|ing)|slash(?:es|ed|ing)|drop(?:s|ped|ping)|reduc(?:es|ed|ing)|rais(?:es|ed|ing)|lift(?:s|ed|ing)|"
            r"hik(?:es|ed|ing)|trim(?:s|med)|mark(?:s|ed)) (?:(?:the|its|their) )?(?:(?:monthly|annual|list|"
            r"retail) )?(?:price of (?:the |its )?)?"
            r"(?!(?:target|stake|dividend|forecast|outlook|guidance|offer|bid|tariff|rates?)\b)"
            r"(?:it|(?:[\w’'-]+ ){0,3}?(?-i:[A-Z0-9])[\w’'-]*(?: [\w’'-]+){0,4}?|(?:[\w’'-]+ ){0,4}?(?:plan|tier|"
            r"version|model|subscription|edition|bundle))"
            r"(?: (?:down|up))?(?: (?:in|for) [^.;$€£%]{2,30}?)? (?:to|from)"
        ),
        after(r"(?!(?:a|per) share\b)"),
        "unit price",
        "Bar cut the Foo Reader from $259 to $199.",
        "Bar cut the dividend of Foo from $259 to $199.",
        0.8,
    ),
    Rule(
        "model at",
        "price",
        MONEY,
        before(
            rf"\b(?:models?|versions?|editions?|variants?|units?|devices?|gadgets?|{SOLD})(?: (?:is|are|was|stays|"
            rf"remains|starts|sits|now|comes in|left))* (?:at|for|from)"
        ),
        after(r"(?!(?:per|a) share\b)"),
        "unit price",
        "Bar brought out a Wi-Fi-only model at $149.",
        "Bar brought out a Wi-Fi-only model with $149 of parts.",
        0.8,
    ),
    Rule(
        "price after",
        "price",
        MONEY,
        None,
        after(
            r"(?:(?:asking|retail|list|sticker|street|starting|entry|launch|introductory|monthly) )?price(?: tag|"
            r" point)?\b(?! (?:target|hike|increase|rise|cut|drop|gap|difference|reduction|for the shares))"
        ),
        "small",
        "Foo keeps a $150 price for its tracker.",
        "Foo has a $150 price target.",
        0.85,
    ),
    Rule(
        "from a price",
        "price",
        MONEY,
        before(r"(?-i:[A-Z0-9])[\w&’'-]*(?:,| \() ?(?:now |priced |starting )?from"),
        after(r"(?=[),.;]|$)"),
        "small",
        "The Foo Ring 4, from $349, tracks sleep.",
        "The Foo Ring 4, made from $349 worth of gold, tracks sleep.",
        0.8,
    ),
    Rule(
        "asked for",
        "price",
        MONEY,
        None,
        after(
            r"(?:that |which )?(?:(?-i:[A-Z])[\w&.’'-]*(?: (?-i:[A-Z])[\w&.’'-]*){0,3}|it|they|"
            r"the (?:[\w-]+ ){1,3}?)\s?"
            r"(?:now |still |currently |has |had |would |will )?(?:wants?|asks?|charges?|wanted|asked|charged|"
            r"asking|demands?)\b"
        ),
        "small",
        "It is half of the $99 Foo wants for it.",
        "It is half of the $99 Foo saved on it.",
        0.8,
    ),
    Rule(
        "price before its name",
        "price",
        MONEY,
        before(
            r"(?:^|\s)(?:(?:the|its|their|an?|new|(?-i:[A-Z])[\w-]*['’]s)|(?:of|for|with|on|than|and|buy|bought|sells?|launch\w*))"
        ),
        after(
            r"(?!(?-i:Series|Million|Billion|Fund|Gift|Award|Grant|Amazon Gift|Round|Deal|Loan|"
            r"Contract)\b)(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z0-9])[\w-]*){0,3}(?<!Gift)(?<!Prize)(?<!Award)(?=[,.;)]|"
            r" (?:is|are|was|has|comes?|will|can|and|with|offers?|costs?|gets?|went|ships?|that|which|in|on|for|"
            r"from)\b|$)"
        ),
        "unit price in a sentence",
        "Sales of the $3,499 Foo Pro are slow.",
        "Winners of the $3,499 Foo award are here.",
        0.75,
    ),
    Rule(
        "price of each",
        "price",
        MONEY,
        re.compile(r"(?<!valued at )(?<!worth )(?<!value of )$", re.IGNORECASE),
        after(r"(?:each|apiece|a pop)\b"),
        "small",
        "The lab buys the tests for $12 each.",
        "The lab buys the tests for $12 and each is used.",
        0.8,
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
GOES_ON = (
    Rule(
        "part of the takings",
        "same",
        MONEY,
        before(r"(?:\b(?:with|including|and|of which|plus)|[,;(])(?: (?:another|some|about|nearly|over|a further))?"),
        after(r"(?:(?:coming|came|of (?:it|that)) )?(?:from|at) (?:its |the |their )?(?-i:[A-Z])"),
        "",
        "Revenue crept up to $660 million, with $374 million from Foo Care.",
        "Revenue crept up to $660 million, after a $374 million loan from Foo Care.",
        0.8,
    ),
)
"""How a sentence goes on to another number of the kind before, where nothing else tells."""
BESIDE = (
    Rule(
        "another price",
        "same",
        MONEY,
        before(r"^(?: (?:for|in) [^.;:$€£%]{2,40}?)?,? (?:and|or|to|instead of|rather than|down from|up from)"),
        after(r"(?!(?:per|a) share\b)"),
        "another price",
        "The Foo Watch costs $349 for the small case and $399 for the large one.",
        "The Foo Watch costs $349, and the bill came to $399.",
        0.8,
    ),
    Rule(
        "beside a price",
        "price",
        MONEY,
        before(
            r"(?:\b(?:to|at|for|from|is|are|was|were|costs?|runs?|than|asks?|asking|charg(?:es?|ing)|wants?|pays?|"
            r"paying|instead of|and|or|"
            r"versus|the|old|new|current|same|now)|[,(:;–—-])(?: (?:just|only|an?|the|old|new))*"
        ),
        after(
            r"(?!(?:off|discount|gift|credits?|coupons?|cheaper|more|less|extra|savings?|voucher|worth|(?:per|"
            r"a) share)\b)"
        ),
        "another price",
        "The Foo Ring costs $349. For the Foo Band it is $199.",
        "The Foo Ring costs $349. A voucher of $199 is in the box.",
        0.75,
    ),
)
"""Any small sum in a text that asks a price, where nothing else tells what it is."""
