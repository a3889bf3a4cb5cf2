"""Money that investors put into the companies of a whole field or country."""

from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before
from kgraph.extractors.figures.rules.wording import GREW, REACH, SUM

_MANY = r"(?:start-?ups|scale-?ups|companies|firms|ventures|unicorns|businesses|outfits|sector|ecosystem)"

RULES = (
    Rule(
        "raised by many",
        "funding",
        MONEY,
        before(
            r"(?:^(?=[\w-]+ (?:in|across|focused on|working on|building|making) )|\b(?!(?:the|these|those|its|our|"
            r"their|both|two|three|four|five|many|some|such|other|most|"
            r"all)\s)[\w-]+\s)"
            rf"(?:(?:start-?ups|scale-?ups|ventures|unicorns)\b[^.;$€£]{{0,70}}?\b(?:(?:took|taken|takes?|pull\w*|"
            rf"br(?:ought|ings?)|rak\w+|"
            rf"haul\w*|reel\w*|drew|drawn|bagg?\w*) in|rais\w+|attract\w*|secur\w*|drew|drawn|collect\w*|nett?\w*|"
            rf"land\w*|bank\w*|garner\w*|receiv\w*|got|scor\w*|amass\w*){SUM}|"
            rf"(?:companies|firms|businesses|outfits|sector|ecosystem)\b[^.;$€£]{{0,50}}?\b(?:rais\w+|attract\w*|"
            rf"secur\w*|"
            rf"garner\w*|(?:pull\w*|rak\w+|haul\w*|reel\w*) in){SUM})"
        ),
        None,
        "many",
        "Robotics start-ups in Europe took in $2 billion from January to March.",
        "Start-ups in Europe took on $2 billion of debt.",
        0.75,
    ),
    Rule(
        "put into many",
        "funding",
        MONEY,
        before(
            r"\b(?:investors?|VCs|venture capitalists?|(?:venture|VC) (?:funds|firms)|backers|funds)\b[^.;$€£]{0,40}?\b"
            rf"(?:invest\w*|put(?:s|ting)?|pour\w*|pump\w*|inject\w*|plow\w*|plough\w*|sank|sunk){SUM}"
        ),
        after(rf"(?:more )?(?:in|into)\s(?:(?:the|[\w&’'-]+) ){{0,6}}?{_MANY}\b"),
        "many",
        "Investors poured $2 billion into robotics start-ups in the first quarter.",
        "Investors poured $2 billion into gold.",
        0.75,
    ),
    Rule(
        "funding of many",
        "funding",
        MONEY,
        before(
            r"(?<!['’]s )\b(?:(?:venture|VC|global|worldwide|start-?up|equity|annual|quarterly|total|overall|"
            r"private|(?:[\w-]+ )?[\w-]*tech|"
            r"(?:digital|mental|women['’]s) health|biotechnology|AI|climate|crypto) )"
            r"(?:capital )?(?:funding|investments?|financing)\b(?:(?!round\b|['’]s\b)[^.;$€£%]){0,70}?\b"
            rf"(?:{REACH}|(?:{GREW})[a-z ]{{0,20}} (?:to|from)|was|totall?\w*|of|at){SUM}"
        ),
        None,
        "many",
        "Venture funding for robotics start-ups in India fell to $2 billion in 2023.",
        "Venture funding of Foo's latest round reached $2 billion.",
        0.75,
    ),
    Rule(
        "raised in deals",
        "funding",
        MONEY,
        None,
        after(
            r"(?:was |were )?(?:raised|invested|secured) (?:in|across|over|through|via) [\d,]+ (?:[\w-]+ )?"
            r"(?:deals|rounds|transactions)\b"
        ),
        "",
        "Funding jumped to $3 billion raised in 169 deals",
        "Orders jumped to $3 billion signed in 169 deals",
        0.85,
    ),
)
