"""What a company is worth."""

from kgraph.extractors.figures.rules import takeovers
from kgraph.extractors.figures.rules.rule import MONEY, Rule, after, before

_THING = (
    r"(?:(?-i:contracts?|orders?|agreements?|shares?|stock|stakes?|propert(?:y|ies)|buildings?|homes?|houses?|land|"
    r"goods|"
    r"paintings?|inventor(?:y|ies)|portfolio|holdings?|markets?|industry|sector|lives|life|privacy|damages?|"
    r"loss(?:es)?))\b"
)
"""What is valued and is no company."""

RULES = (
    Rule(
        "values the company",
        "valuation",
        MONEY,
        before(
            rf"\b(?:valu(?:es?|ed|ing) (?:(?!at\b|by\b|{_THING})[^\s;:$€£%()]+ ){{1,9}}?at|"
            rf"(?:put|peg|set|assign)(?:s|ting|ged|ging|ed|ing)? (?:(?!at\b|{_THING})[^\s;:$€£%()]+ ){{1,6}}?"
            r"(?:value|worth|price tag|valuation) at|"
            rf"(?:gives?|gave|giving|hands?|handed|handing|assigns?|assigned|lends?|lent) (?:(?!a\b|an\b|"
            rf"{_THING})[^\s;:$€£%()]+ )"
            r"{1,6}?an? (?:[a-z-]+ ){0,2}(?:value|worth|price tag) of|"
            r"(?:(?:company|firm|business|start-?up|group|unicorn|lender|maker|it)|(?-i:[A-Z])[\w&’'-]*) "
            r"(?:would|could|will|may|might|to) (?:then |now )?be (?:valued at|worth)|"
            r"(?:(?:post-money |pre-money )?valuations?|post-money value|equity value|"
            r"enterprise value|market value) (?:of|to|at|above|"
            r"over|exceeding|reached|is|was|of (?-i:[A-Z])[\w&.’'-]*(?: (?-i:[A-Z])[\w&.’'-]*){0,2} (?:to|at|"
            r"above|past)|"
            r"(?:[a-z]+ ){1,3}(?:to|at))?|"
            r"market cap(?:itali[sz]ation)?[^.;$€£%]{0,30})"
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
        after(
            r"(?:(?:(?!(?:at|to|in|with|on|for|and|giving) )[a-z-]+ ){0,2}?(?:valuation|market[- "
            r"]cap(?:itali[sz]ation)?)|(?:price )?on (?:it|the (?:company|firm|start-?up)) as (?:a|its) valuation)\b"
        ),
        "",
        "at a $2 billion valuation",
        "a $2 billion market",
        0.9,
    ),
    Rule(
        "a company of trillions",
        "valuation",
        MONEY,
        None,
        after(r"(?:[a-z-]+ )?(?:company|firm|business|giant|club)\b"),
        "vast",
        "Acme is now a $2 trillion company",
        "Acme is now a $2 billion company",
        0.8,
    ),
    Rule(
        "price tag in a round",
        "valuation",
        MONEY,
        None,
        after(r"price tag\b(?! for)"),
        "round",
        "closed a Series G at a $2 billion price tag",
        "bought Bar at a $2 billion price tag",
        0.85,
    ),
    Rule(
        "valued in a round",
        "valuation",
        MONEY,
        before(r"\b(?:valued at|worth|value of|price tag of)"),
        after(
            r"(?:(?:in|after|by|following|as of) (?:its|the|a|an|that|this) (?:[$€£\w.-]+ ){0,4}(?:rounds?|raise|"
            r"financing|fundrais\w+|series [a-h]|funding|sale|tender)|post[- ]money|by investors|"
            r"(?:when|after|as) [^.;]{0,60}(?:round|series [a-h]|financing))\b"
        ),
        "",
        "Foo, valued at $2 billion in its last round, plans to list",
        "Foo, valued at $2 billion in the market, plans to list",
        0.9,
    ),
    Rule(
        "puts a value on",
        "valuation",
        MONEY,
        before(r"\bput(?:s|ting)? (?:a |an )?(?:[a-z-]+ )?(?:value|valuation|worth|price|price tag)? ?(?:of|at)?"),
        after(
            r"(?:(?:price )?(?:tag|value|valuation) )?(?:\([^()]{1,40}\) )?on (?:the (?:[\w-]+ ){0,3}(?:company|"
            r"firm|business|"
            r"start-?up|group|vendor|maker|provider|developer|lender|bank|unicorn|specialist|target)|it|"
            r"(?-i:[A-Z])\w+)\b"
        ),
        "",
        "a bid that puts a value of $2 billion on the group",
        "a bid that puts a fee of $2 billion on the table",
        0.85,
    ),
    Rule(
        "stake",
        "",
        MONEY,
        before(r"\bstake\b[^.;$€£]{0,40}"),
        None,
        "",
        "in talks to buy a 2.5% stake for US$2 billion",
        "in talks to buy Acme for US$2 billion",
        0.0,
    ),
    *takeovers.RULES,
    Rule(
        "once worth",
        "valuation",
        MONEY,
        before(
            r"\b(?:(?:once|last|previously|formerly|privately) (?:worth|valued at)|"
            r"(?:analysts|investors|backers|bankers|shareholders) (?:(?:have|had|now|once|last) )?valued? (?:it )?at|"
            r"(?:company|firm|start-?up|unicorn|insurer|vendor),? (?:(?:is|was|has been) )?(?:now |then |currently )?"
            r"(?:valued at|worth))"
        ),
        after(r"(?!(?:of|in (?!(?:19|20)\d\d|[a-z]+ (?:19|20)\d\d)|per|an? (?:share|year|month))\b)"),
        "company",
        "Once worth $2 billion, Foo ends up at Bar",
        "Foo, once praised for $2 billion of orders, ends up at Bar",
        0.85,
    ),
    Rule(
        "valued in passing",
        "valuation",
        MONEY,
        before(
            r"(?:(?-i:[A-Z])[\w&.’'-]*(?:,? \((?:[^()]{1,30}\))?)?,? ?\(?(?:(?:which|that|who|and|is|are|was|"
            r"were|has|have|been|"
            r"now|then|once|last|most|more|recently|currently|previously|formerly|privately|reportedly|itself|"
            r"already|each|"
            r"today|then|still) )*"
            r"(?:valued (?:by (?:[\w-]+ ){1,3})?at|(?:company |firm |post-money )?valuation:? ?(?:of|at)?))"
        ),
        after(r"(?!(?:per|an?) (?:share|year|month)\b)"),
        "company",
        "Foo, most recently valued at $2 billion, flies parcels",
        "The crop, most recently valued at $2 billion, is wheat",
        0.85,
    ),
    Rule(
        "and is worth",
        "valuation",
        MONEY,
        before(
            r"\b(?:and|it|company|firm|which|that|each|start-?up) (?:(?:is|was|has been|being|are|were) )?(?:(?:now|"
            r"then|today|currently|still|each) )?worth"
        ),
        after(r"(?!(?:of|per|an? (?:share|year|month)|contract|deal|order)\b)"),
        "funding",
        "Foo has taken $24 million from investors and is now worth $2 billion",
        "Foo has taken $24 million from investors for a plant worth $2 billion",
        0.8,
    ),
    Rule(
        "is worth",
        "valuation",
        MONEY,
        before(
            r"^(?:(?!\b(?:deals?|contracts?|orders?|agreements?|acqui\w+|stakes?|bought|buy\w*|sold|sale|sell\w*|"
            r"grants?|"
            r"property|homes?|buildings?|shares?|transaction|merger|takeover|with|from|by|equipment|chips?|goods|"
            r"products?|services?|assets?)\b)[^.;$€£%]){0,120}"
            r"(?-i:[A-Z])[\w&’'-]*,? (?:(?:which|that|and|is|are|was|were|has|have|been|now|then|once|last|most|"
            r"recently|currently|reportedly|itself|already|each|being|today|still) )*worth"
        ),
        after(r"(?!(?:of|in (?!(?:19|20)\d\d)|per|an? (?:share|year|month)|contract|deal|order)\b)"),
        "company",
        "Foo, which is now worth $2 billion, flies parcels",
        "Foo signed a deal with Bar, worth $2 billion",
        0.8,
    ),
)
