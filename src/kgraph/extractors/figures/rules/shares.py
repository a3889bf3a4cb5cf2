"""What a percentage measures that is no rate of growth a year: shares, changes."""

from kgraph.extractors.figures.rules.rule import PERCENT, Rule, after, before
from kgraph.extractors.figures.rules.wording import GREW, NO_SHARE_AFTER, TAKES_PART

RULES = (
    Rule(
        "share rose to",
        "share",
        PERCENT,
        before(
            r"\b(?:market[- ]?shares?|marketshare|share|slice of|piece of|portion of)\b(?! price)"
            rf"(?:[^.;%$€£]|\.(?=\d)){{0,80}}?\b(?:{GREW}|reced\w*|gave up)"
            r"(?:\s(?:[a-z-]+|\d[\d.]*)){0,5}?,?\s(?:to|at|from)"
        ),
        None,
        "share",
        "Acme's share of the pump market slipped to 19%.",
        "Acme's share of the pump market slipped by 19%.",
        0.85,
    ),
    Rule(
        "share of another rose to",
        "share",
        PERCENT,
        before(
            r"(?-i:[A-Z])[\w&.+’'/-]*(?: (?-i:[A-Z])[\w.]*){0,3}\s(?:share )?"
            rf"(?:{GREW}|reced\w*)(?:\s[a-z-]+){{0,2}}?\s(?:to|from)"
        ),
        None,
        "another share",
        "Acme's share of the pump market fell to 19%, while Beta's climbed to 17%.",
        "Acme's profit from pumps fell to 19%, while Beta's climbed to 17%.",
        0.8,
    ),
    Rule(
        "share rose on to",
        "share",
        PERCENT,
        before(
            r"^(?: (?:in|by|for|at) (?:the )?[\w ]{2,24}?)?\s*from|^\s*(?:(?:in|back in|as of|during)\s(?:19|"
            r"20)\d\d|(?:a year|last year|years?) ?(?:ago|"
            r"earlier|before)?)?"
            r",?\s?to"
        ),
        None,
        "another share",
        "Acme's market share climbed from 2.4% in 2010 to 4.6%.",
        "Acme's market share climbed to 2.4% as profit rose to 4.6%.",
        0.85,
    ),
    Rule(
        "fallen from a part",
        "share",
        PERCENT,
        before(
            rf"\b{GREW}(?:\s[a-z-]+){{0,3}}?\sfrom|\b(?:presence|position|hold|foothold|penetration)\b[^.;%$€£]{{0,30}}?\b(?:to|from|at)"
        ),
        after(r"(?:of (?:the|that|this) (?:[\w&’'-]+ ){0,5}?market\b|(?=from \d)|(?=to \d))"),
        "share",
        "Foo has fallen from 28.2 percent of the market to 27.9 percent.",
        "Foo has fallen from 28.2 percent of its value to 27.9 percent.",
        0.85,
    ),
    Rule(
        "growth, not share",
        "",
        PERCENT,
        before(
            rf"\ba (?:plus|rise|increase|growth|gain|jump|drop|decline|surge) of(?: (?:just|only|about|nearly|"
            rf"some))*|(?<!\bmade )(?<!\bmake )(?<!\bmakes )(?<!\bmaking )\b{GREW}(?:\s(?:by|to|of|at|a|an|from|"
            rf"another))*"
        ),
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
        after(
            r"(?:premium|stake|holding|interest|margin|dividend|yield|increase|growth|rise|jump|drop|decline|decrease|fall|dip|slump|surge|improvement|uptick|gain|above|below|"
            r"higher|lower|more|less|fewer|faster|of "
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
        after(r"(?:of (?:the )?)?(?:[a-z-]+ ){0,4}?(?:market[- ]?)?share\b(?! price)|marketshare\b"),
        "",
        "Alibaba leads with a 46.4% market share.",
        "A 10% discount, and shares rose.",
        0.93,
    ),
    Rule(
        "share of shipments",
        "share",
        PERCENT,
        None,
        after(
            r"of (?:the |all |total |overall |global |worldwide |world )*(?:(?!(?:its|their|our)\b)[\w&’'-]+ ){0,5}?"
            r"(?:shipments|deliveries|registrations|unit sales|installed base)\b"
        ),
        "",
        "Acme had 28 % of smartphone shipments in Brazil.",
        "Acme had 28 % of its shipments returned.",
        0.85,
    ),
    Rule(
        "share of customers",
        "share",
        PERCENT,
        before(
            r"\b(?:h[eo]lds?|holding|commands?|commanded|controls?|controlled|credit(?:s|ed|ing)? [^.;%$€£]{2,50} with|"
            r"gives? [^.;%$€£]{2,40}|gave [^.;%$€£]{2,40}|leads? with|led with|has|had|have|serv(?:es|ed|ing)|"
            r"supplies|supplied|equips|equipped)"
        ),
        after(
            r"(?:and [\d.]+ ?(?:%|percent|per cent) )?of (?:the |all |total |its )?(?:(?!(?:its|their|"
            r"our)\b)[\w&.’'-]+ ){0,5}?"
            r"(?:hospitals|beds|clinics|subscribers|subscriptions|installations|installs|households|practices|"
            r"operators)\b"
        ),
        "",
        "Counters credit Acme with 28 % of U.S. acute care hospitals.",
        "Some 28 % of U.S. acute care hospitals use it.",
        0.75,
    ),
    Rule(
        "share of a field",
        "share",
        PERCENT,
        None,
        after(r"(?:share )?of\b"),
        "field",
        "Acme sold 28 % of all smartphones.",
        "Acme sold 28 % of all its buildings.",
        0.8,
    ),
    Rule(
        "slice of a market",
        "share",
        PERCENT,
        None,
        after(
            r"(?:slice|chunk|portion|piece|cut|stake|lead) (?:of|in) (?:the |this |that |all )*"
            r"(?:[\w&’'-]+ ){0,7}?(?:market|industry|sector|spending|pie|category)\b"
        ),
        "",
        "Acme commands a 28 percent slice of the pump market.",
        "Acme commands a 28 percent lead over Beta.",
        0.88,
    ),
    Rule(
        "share before",
        "share",
        PERCENT,
        before(
            r"\b(?:market[- ]?shares?|marketshare|share)\b(?! price)[^.;%\d$€£]{0,28}|"
            r"\b(?:share|slice|piece|portion|chunk|cut) of the [^.;%\d$€£]{0,60}?\b(?:was|is|stood at|stands at|"
            r"reached|hit|came to|amounted to)|"
            r"\bshares of|\bshare in (?:19|"
            r"20)\d\d[^.;%\d$€£]{0,12}"
        ),
        None,
        "share",
        "The largest market share was 41% in 2024.",
        "Its market is shrinking; staff is 4%.",
        0.9,
    ),
    Rule(
        "part of a firm's revenue",
        "share",
        PERCENT,
        before(r"\b(?:contribut\w+|account(?:s|ed|ing) for|generat\w+|represent\w*|makes? up|made up|deliver\w*)"),
        after(
            r"of (?:(?:the )?(?:group|company|parent|firm)(?:['’]s)?|its parent['’]s|(?-i:[A-Z])[\w&.-]*['’]s) "
            r"(?:[a-z]+ ){0,2}?(?:revenues?|sales|turnover)\b"
        ),
        "",
        "Acme Health contributes 16% of the group's revenue.",
        "Acme spends 16% of the group's revenue.",
        0.8,
    ),
    Rule(
        "part of a market",
        "share",
        PERCENT,
        None,
        after(
            r"of (?:the |this |that |all |total |overall |global |worldwide |world |its "
            r")*(?:[$€£][\d.,]+\+? ?(?:billion|million|trillion|bn|m|b)? )?(?:(?!(?:its|their|our|companies|"
            r"hospitals|patients|respondents)\b)[\w&’'-]+ ){0,7}?(?:market|revenues?|sales|industry|"
            r"spending|turnover|segment|category|pie)\b"
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
        before(
            r"\b(?:h[eo]lds?|holding|commands?|commanded|controls?|controlled|captur\w+|owns?|sold|sells?|"
            r"shipp?(?:ed|s)?|suppl(?:ied|ies|y)|enjoy(?:s|ed)?|boasts?|claim(?:s|ed)?|account(?:s|ed|ing) for|"
            r"contribut\w+|represent\w*|pocket(?:s|ed|ing)?|bagged|scooped up|grabb(?:ed|ing)|leads? with|led with|"
            r"dominat\w+ with|"
            r"follow\w* (?:by [^.;%\d$€£]{2,50} )?(?:with|at)|garner\w*|took|takes|has|had|have|with|makes? "
            r"up|made up|comprises?)"
        ),
        after(
            r"(?=[,.;)]|$|and\b|while\b|whereas\b|followed\b|"
            r"(?:in|during|for) (?:the|its|that) (?:first|second|third|fourth|last|latest|same|final|previous|full)\b|"
            r"(?:last|this) (?:quarter|year|month)\b|worldwide\b|globally\b|"
            r"of (?:units|sales|shipments|volumes?|revenues?|seats|trips|usage|users|subscribers)\b|of (?:it|"
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
        before(r"\b(?-i:[A-Z0-9])[\w&.+'’/-]*(?: (?-i:[A-Z])[\w.]*)?\s?(?:\(|\(at |at |: ?|, |[—–] ?|'s |’s )?"),
        after(r"(?:share)?[),.;]|and\b|$"),
        "shares listed",
        "The leaders of the market were Acme (32%), Beta (19%) and Gamma (7%).",
        "The market grew. Patients improved (32%).",
        0.8,
    ),
    Rule(
        "part of another",
        "share",
        PERCENT,
        before(
            r"(?<![$€£])\b(?-i:[A-Z0-9])[\w&.+'’/-]*(?: (?-i:[A-Z])[\w.]*){0,3}(?:, (?:an?|"
            r"the) [^,.;%\d$€£]{2,50})?(?: \((?-i:[A-Z][\w:. ]{1,14})\))?,?\s?"
            rf"(?:{TAKES_PART}\s){{0,5}}(?:\((?:at |with )?)?"
        ),
        after(NO_SHARE_AFTER),
        "another share",
        "Acme took 18.7% of the pump market, while Beta, on 5.7%, squeezed ahead of Gamma's 5.6% to come second.",
        "Acme took up half of the pump market, while Beta, on 5.7%, squeezed ahead.",
        0.8,
    ),
    Rule(
        "part of another segment",
        "share",
        PERCENT,
        before(
            r"(?:^,? and|, and|, while|, with|, followed by|, ahead of|, then)(?: the)? (?:[a-z][\w-]* ){1,4}?"
            r"(?:at|with|on|for|took|takes|held|holds|has|had|accounted for|accounting for|making up|made up)"
        ),
        after(rf"(?=[,.;)]|$| and\b){NO_SHARE_AFTER}"),
        "another share",
        "Small centres held 42% of the pump market, followed by large clinics at 38% and midsize ones at 19%.",
        "Small centres held 42% of the pump market, followed by clinics which grew 38%.",
        0.75,
    ),
    Rule(
        "part put down to",
        "share",
        PERCENT,
        before(
            r"\b(?:attribut\w+|credit\w*|giv(?:es|ing|en)|gave|hands?|handed|allots?|allotted|assign\w*|allocat\w*)"
        ),
        after(r"(?:share )?to (?:the )?(?-i:[A-Z])"),
        "share",
        "Counters attribute 29% of the pump market to Acme; of the rest they attribute 18% to Beta.",
        "They attribute the growth of the market to Acme.",
        0.8,
    ),
    Rule(
        "part given to",
        "share",
        PERCENT,
        None,
        after(r"(?:(?:going |went )?to|for) (?:the )?(?-i:[A-Z])[\w.&-]+(?=[,.;)]| and\b| (?-i:[A-Z])|$)"),
        "another share",
        "Acme took 18.7% of the pump market, with 5.7% for Beta.",
        "Acme took up half of the pump market, with 5.7% for Beta.",
        0.8,
    ),
    Rule("other percentage", "", PERCENT, None, None, "", "Some 65 % of hospitals use AI.", "It rose.", 0.0),
)
