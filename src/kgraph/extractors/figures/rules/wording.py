"""Words that several rules share: rates, rounds, verbs of growth and of reaching, and words of vagueness."""

import re

CAGR = (
    r"(?:CAGR|compound(?:ed)?[ -]annual(?:ized)?[ -](?:growth(?:[ -]rate)?|rate of growth)|"
    r"(?:annual(?:ized)?|yearly) growth rate|(?:annual(?:ized)?|yearly) (?:rate|clip|pace)|average annual growth)"
)
ROUND = (
    r"(?:(?:pre-)?seed|series [a-h]\d?|financing|funding|venture|growth equity|equity (?:round|"
    r"investment)|bridge|mezzanine|VC|angel|fundrais\w+)"
)
GREW = (
    r"(?:gr[eo]w|grown|growing|growth|increas\w*|ris(?:e|es|en|ing)|rose|expand\w*|surg\w*|"
    r"climb\w*|jump\w*|gain\w*|fall\w*|fell|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slip\w*|"
    r"tumbl\w*|plung\w*|plummet\w*|s[aiu]nk(?:s|ing)?|cr(?:ept|eeps?|eeping)|tick(?:s|ed|ing)|contracted|rocket\w*|"
    r"leap(?:s|t|ed|ing)?|dip(?:s|ped|ping)|slump\w*|shed(?:s|ding)?|lost|loses|losing|retreat\w*|spiked|"
    r"rebound(?:s|ed|ing)|eased|eases|"
    r"soar\w*|swell\w*|swollen|slid(?:e|es|ing)?|edg(?:ed|es|ing)|inch\w*|widen\w*|narrow\w*|doubl\w*|tripl\w*|add\w*|accelerat\w*|boost\w*|up|down|reduc\w*|cut\w*|sav\w*)"
)
REACH = (
    r"(?:reach\w*|peak\w* at|hit(?:s|ting)?|surpass\w*|exceed\w*|cross\w*|top(?:s|ped|ping)?|pass(?:es|ed|ing)?|"
    r"total(?:s|l?ed|l?ing)?|"
    r"amount(?:s|ed|ing)? to|stand(?:s|ing)? at|stood at|account(?:s|ed|ing)? for|touch\w*|attain\w*|garner\w*|"
    r"generat\w*|"
    r"accumulat\w*|record\w*|c[ao]me to|came in at|c[ao]me in at|climb\w* to|rise\w* to|rose to|gr[eo]w\w* "
    r"to|increas\w* to|expand\w* to|"
    r"balloon\w* to|swell\w* to|slip\w* to|fall\w* to|fell to|drop\w* to|declin\w* to|shrink\w* to|soar\w* "
    r"to|jump\w* to|surg\w* to|"
    r"add(?:s|ed)? up to|(?:was|is|were|be|been) good for|on (?:course|track) for|on (?:its|the|their) way to|"
    r"peak(?:s|ed|ing)? at|turn(?:s|ed)? over|bring in|bringing in|head(?:s|ed|ing) (?:for|to|towards?)|"
    r"clos(?:es|ed|ing) in on|widen\w* to|advanc\w* to|mushroom\w* to|balloon\w* to|double[ds]? to|tripl\w+ to|"
    r"quadrupl\w+ to|eas(?:e|es|ed) to|recover\w* to|rebound\w* to|leap\w* to|vault\w* to|tumbl\w* to|"
    r"approach\w*|near(?:s|ed|ing)?|eclips\w*|breach\w*|report\w*|represent\w*|post(?:s|ed)?|brought in|"
    r"br(?:ing|ings) in|pull(?:s|ed) in)"
)
VALUED = (
    r"(?:valued (?:globally )?(?:at|to be)|worth|pegged at|estimated at|estimated to be|calculated at|"
    r"assessed at|priced at|"
    r"accounted for|accounted at|projected (?:at|to be)|forecast(?:ed)? (?:at|to be)|set at|put at|sized at|"
    r"measured at|(?:had|has|have) been|"
    r"was|is|were|are|will be|would be|be|to be|being|become|of|at|equal(?:s|led)? to|=|:|\||–|—|-|,)"
)
TAKES_PART = (
    r"(?!(?:by|than|from|its|their|his|our|profits?|margins?|earnings|prices?|stakes?|owns?|owned|bought|sold|prefer\w*|"
    r"favou?r\w*|voted|effective|accurate|approve\w*|respondents|patients|people|users|adults|employees|"
    r"stocks?|yield\w*|discount\w*|interest|tax\w*|unemployment|inflation|rates?|cuts?|cutting|hir\w+|fir\w+|"
    r"staff|workforce|jobs)\b)(?-i:[a-z])[a-z-]*"
)
"""A word between who shares something and the part ("Beta *settled for* 7 %"), none that measures something else."""
NO_SHARE_AFTER = (
    r"(?!(?:of (?:its|their|his|all|those|respondents|patients|people|users|adults)|(?:percentage )?points?|stake|"
    r"owned|"
    r"growth|increase|decrease|jump|rise|drop|decline|gain|more|less|fewer|higher|lower|faster|slower|up|down|off|"
    r"year|from a year|annual|margin|discount|premium|interest|tax|dividend|yield|efficacy|effective|accura\w+|tariff|"
    r"CAGR|compound)\b)"
)
TAKES = (
    r"(?:secur\w+|clos\w+|land\w*|bag(?:s|ged)|nab(?:s|bed)|snag\w*|scor(?:e|es|ed)|gets?|got|attract\w*|pick(?:s|"
    r"ed|ing)? up|"
    r"pull(?:s|ed|ing)? in|grab\w*|netted|nets|haul\w* in|banks|banked|collect\w*|clinch\w*|t(?:akes?|ook|aken) in|"
    r"dr[ae]w(?:s|n)?|"
    r"br(?:ings?|ought) in|(?:wrap|round|drum|scoop|snap)(?:s|ped|ed|med)? up|r(?:eel|ak)(?:s|es|ed|ing)? in|"
    r"gather(?:s|ed)|"
    r"amass(?:es|ed)|w[io]ns?|seal(?:s|ed)|hook(?:s|ed)|lur(?:es|ed)|seek(?:s|ing)?|sought|in talks for|close to|"
    r"near(?:s|ing)|"
    r"ey(?:es|eing)|target(?:s|ing)|obtain\w*|receiv\w+)"
)
"""How a company comes to money, in words that are said of other sums as well."""
MAKERS = (
    r"(?:makers|vendors|suppliers|manufacturers|producers|providers|operators|sellers|retailers|insurers|carriers|publishers|"
    r"developers|builders|lines|brands|companies|firms)"
)
"""Who sells a field's goods, all together."""
CONVERTED = r"\s?\((?=[^()]{0,14}[$€£¥₹\d])[^()]{1,34}\)"
"""The same sum in another currency, behind it: "£500 million *(€726m)*"."""
SUM = r"(?: (?:a|an|record|total|of|just|only|some|another|combined|whopping|around|about))*"
"""Between a verb and the sum that somebody raises, takes or puts in."""
FIRM = (
    r"(?:company|start-?up|firm|business|unicorn|biotech|fintech|healthtech|medtech|insurtech|insurer|lender|bank|"
    r"maker|provider|"
    r"developer|platform|vendor|outfit|venture|chipmaker|drugmaker|carmaker|manufacturer|specialist|scale-?up|"
    r"spin-?(?:out|off)|"
    r"retailer|operator|supplier|decacorn)"
)
"""What a company is called where its name was said before."""
COUNTED = r"(?:sales|revenues?|turnover|takings|receipts|billings|net sales|top[- ]line)"
PERIOD = (
    r"(?:per|a|an|/|each|every)\s?(?:user|month|year|seat|hour|GB|TB|device|license|licence|"
    r"person|employee|patient|unit|day|core|node|scan|copy|mo\b|vCPU|core-hour|head|session|"
    r"piece|share)"
)

PRICED = (
    r"(?:(?:list |retail |starting |base |introductory |sticker |asking |entry )?pric(?:e|ed|ing)(?: tag)?(?: "
    r"(?:starts?|starting|begins?|is|was|are|of|at|from|set|will be|point|to start at))*|prices (?:(?:start|"
    r"starting|begin|beginning|range|ranging|are|were) )?(?:at|from)|retail(?:s|ing|ed)? (?:for|"
    r"at|from)|costs?(?: (?:you|users|customers|buyers|patients|the \w+))?|costing|on sale (?:for|from|at)|sells? "
    r"(?:for|at|from)|"
    r"sold (?:for|at) (?=$)|selling (?:for|at)|"
    r"(?:starts?|starting|started|begins?|beginning) (?:at|from)|(?:available|offered|pre-?orders?|up) (?:now |"
    r"today )?(?:for|from|at)|"
    r"(?:purchase|order) for|(?:go|goes|going|yours|listed|on offer) for|comes? in at|coming in at|"
    r"(?:marked|knocked|discounted|reduced|cut|dropped|lowered|slashed|raised) (?:down )?to|"
    r"sets? (?:[\w-]+ ){0,2}back|(?:can|could) be had for|"
    r"pric(?:es?|ing) (?:of|for) [^.;$€£%]{2,60}? (?:to|at|from|is|was|of|starts at|begins at|will be)|"
    r"(?:sell|sells|selling|offers?|offering) (?:(?!stakes?\b|shares\b|stock\b|up\b)[^\s.;,$€£%]+ ){1,6}?for|"
    r"charg(?:e|es|ed|ing)(?: (?:users|customers|subscribers|patients|hospitals|members|clients))?)"
)
"""What stands before the price of a thing that is sold in numbers."""

SOLD = (
    r"(?:bundles?|(?:e-?)?courses?|subscriptions?|licen[cs]es?|packages?|memberships?|lifetime access|full access|"
    r"(?:hours|weeks|months) of (?:training|content|access|lessons)|training(?: programs?)?|e-?books?|"
    r"certifications? prep|master ?class(?:es)?|boot ?camps?|starter kits?|dev(?:eloper)? kits?|headsets?|laptops?|"
    r"tablets?|smartphones?|phones?|consoles?|(?:smart ?)?watch(?:es)?|earbuds|headphones|glasses|tiers?|plans?)"
)
"""What news of offers names with a price."""

_VAGUE = re.compile(
    r"(?:(?<=\s)|^)(?:about|around|roughly|approximately|approx\.?|nearly|almost|(?<!turned )(?<!turns )over|"
    r"more than|some|at least|"
    r"(?<!edged )(?<!inched )(?<!ticked )(?<!crept )(?<!went )(?<!moved )(?<!added )(?<!adds )(?<!adding )"
    r"(?<!crept )(?<!climbed )(?<!rose )up to|"
    r"an? (?:estimated|"
    r"approximate|whopping|mere|paltry|modest|meagre|hefty|cool|staggering|towering|total of|record|staggering|"
    r"massive|astounding|impressive|robust|strong|"
    r"significant|healthy)|estimated|upwards? of|just(?: under| over)?|under|below|above|less than|"
    r"close to|as much as|as high as|a little|well|the|only|now|currently|nearing|even|somewhat|~|circa|north of|"
    r"another|huge|an amount of|an? (?=$)|excess of|globally|in excess of|approximate|approximated?|~)\s*$",
    re.IGNORECASE,
)


_INITIALS = re.compile(r"\b(?:(?:[A-Z]\.){2,3}(?=\s?[\w(])|(?:Inc|Corp|Ltd|Co|No|plc)\.(?=,?\s[a-z(]|,))")


def without_stops(words: str) -> str:
    """Write the stops of initials inside a sentence as letters, so that they end no phrase; the length stays.

    >>> without_stops("62 % of the U.S. market")
    '62 % of the U_S_ market'
    """
    return _INITIALS.sub(lambda found: found[0].replace(".", "_"), words) if "." in words else words


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
