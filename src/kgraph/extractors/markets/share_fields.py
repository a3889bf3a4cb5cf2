"""The field that shares are counted in where no word "market" names it: "among *EHR* vendors"."""

import re
from collections.abc import Iterable

from kgraph.extractors import regions
from kgraph.extractors.markets.counted import field_name
from kgraph.extractors.markets.names import MarketName
from kgraph.extractors.word_lists import NO_MARKET

_WORD = r"(?:[a-z][\w/-]*|[A-Z][A-Z\d&/-]+s?|[A-Z][a-z]*[A-Z]\w*|[A-Z]-[a-z]+|\d[A-Z]+)"
_STOP = (
    r"(?!(?:and|or|of|in|for|on|to|by|with|from|at|as|than|the|its|their|our|his|her|your|my|sales|revenues?|annual|"
    r"quarterly|net|gross|group|company|firm|own|first|second|third|fourth|year|quarter|is|are|was|were|has|had|have|"
    r"who|which|that|where|when|while|if|gains?|loses?|lost|companies|firms|organi[sz]ations|enterprises|businesses|respondents|users|customers|people|patients|"
    r"decision|hospitals|executives|leaders|said)\b)"
)
_NAME = rf"(?P<name>(?:{_STOP}{_WORD}\s){{1,5}}?)"
_NAME2 = rf"(?P<name>(?:{_STOP}{_WORD}\s){{0,4}}?{_STOP}{_WORD})"
_ALL = (
    r"(?:(?:all|the|total|global|worldwide|world|overall|this|that|entire|whole|U\.S\.|US|European|Chinese|Indian|American|"
    r"country['’]s|world['’]s|nation['’]s|new)\s)*"
)
_SALES = "shipments|deliveries|registrations|installations"
_PART_OF = rf"(?:\b(?:per\s?cent|slice|share|chunk|portion)|%)\s(?:share\s)?of\s{_ALL}"
_SOLD = re.compile(
    rf"{_PART_OF}{_NAME}(?:{_SALES}|sales|installs|business|pie|arena|space|"
    r"segment|category|field|seats|installed base|unit sales|subscriptions|spending|usage|traffic|"
    r"trips|rides|downloads|searches|gear|equipment sales|revenues?)\b"
)
"""What one has a part of by what is sold: "24 % of *PC* shipments", "a slice of the *smartphone* pie"."""
GOODS = (
    "smartphones|phones|handsets|tablets|laptops|notebooks|computers|PCs|servers|mainframes|chips|processors|GPUs|CPUs|"
    "semiconductors|cars|vehicles|EVs|trucks|buses|wearables|watches|smartwatches|speakers|headsets|headphones|earbuds|"
    "printers|routers|switches|drones|robots|scanners|pumps|monitors|ventilators|stents|implants|pacemakers|catheters|"
    "sensors|cameras|televisions|TVs|displays|batteries|panels|turbines|vaccines|consoles|elevators|aircraft|planes|"
    "engines|tyres|tires|hearing aids|appliances|meters|terminals|satellites|wheelchairs|syringes|lenses|glasses|"
    "modems|switching|computing|imaging|streaming|lending|advertising|"
    "networking|gaming|hosting|telehealth|telemedicine|broadband|ride-hailing|ridesharing|staffing|dialysis|storage"
)
"""What is made and sold, the last word of a field: "vascular *stents*"."""
_SOLD_GOODS = re.compile(
    rf"{_PART_OF}(?P<name>(?:{_STOP}{_WORD}\s){{0,4}}?(?:{GOODS}))(?=[.,;)]|$|\s(?:sold|shipped|made|in|and|while|"
    r"worldwide|globally|last|this|to|by|against|followed|ahead|behind|are)\b)"
)
_SHARE_OF = re.compile(
    rf"(?:\b(?:slice|share|chunk|portion|piece))\sof\s{_ALL}"
    rf"(?P<name>(?:{_STOP}(?!(?:voice|mind|wallet|profits?|equity|losses|costs?|stock|blame|credit|work|time|responsibility|"
    rf"patients|people|users|customers|respondents|employees|staff|attention|spending|income|earnings|proceeds)\b){_WORD}\s?)"
    r"{1,5}?)(?=[.,;]|$|(?<=\s)(?:stood|stands|was|is|has|had|rose|fell|grew|slipped|shrank|climbed|dropped|declined|"
    r"increased|reached|hit|edged|slid|jumped|went|came|down|up|to|at|in|from|by|with|last|this|and|while)\b)"
)
"""Before what is shared: "its share of *CRM software* stood at", "an 80 percent share of *gene sequencing*"."""
_OF_SOLD = re.compile(
    rf"\b[Oo]f\s(?:all\s|the\s)?(?:some\s|about\s|roughly\s)?[\d.,]+\s(?:million\s|billion\s|thousand\s)?{_NAME}"
    r"(?:(?:that|which)\s)?(?:(?:were|was)\s)?(?:shipped|sold|delivered|bought|registered|installed|made|left\s(?:the\s)?factor(?:y|ies)|"
    r"went\sout)\b"
)
"""What was counted: "Of the 41 million *tablets* shipped"."""
_TOPPED = re.compile(
    r"\b(?:led|leads|lead|topp?(?:ed|s)|head(?:s|ed)|dominate[sd]?|rule[sd]?|divide[sd]?|split|carved? up|shared?)\s"
    rf"{_ALL}{_NAME}(?:{_SALES}|sales|business|trade|spending|rankings?|league|table|field)\b"
)
"""What one leads or several divide: "led *smartwatch* sales with 36 %", "divide the *insulin pump* business"."""
_HEADED = re.compile(rf"^(?:[A-Z][a-z]+['’]s\s)?(?:The\s)?{_NAME}(?:{_SALES})\b")
"""What a sentence or a headline counts: "*Tablet* shipments fall"."""
_LED_WITH = re.compile(
    rf"\b(?:leads?|led|topp?(?:ed|s)|dominate[sd]?|rule[sd]?)\s{_ALL}(?P<name>(?:{_STOP}{_WORD}\s){{0,3}}?{_STOP}{_WORD})"
    r"(?=,?\s(?:with|at|on)\s(?:an?\s|about\s|some\s|nearly\s|roughly\s|over\s|more\sthan\s)*(?:\d|third|half|quarter|share|slice))"
)
"""What one leads with a part: "leads *knee implants* with 31 %"."""
_COUNT_OF = re.compile(
    r"\b(?:count|ranking|tally|breakdown|split|table|league table|survey|figures|numbers|data)\s(?:of|for|on)\s"
    rf"{_ALL}{_NAME2}(?=:)"
)
_BY_SOLD = re.compile(rf"\b[Bb]y\s{_NAME}(?:sold|shipped|delivered|installed)\b")
_MAKERS = (
    "(?:providers|vendors|makers|suppliers|manufacturers|brands|sellers|producers|operators|carriers|insurers|developers|"
    "platforms|retailers)"
)
_AMONG = re.compile(rf"(?:\b(?:[Aa]mong|[Ff]igures for)|^Of)\s{_ALL}{_NAME}{_MAKERS}\b")
_RANKING = re.compile(
    rf"\b(?:[Rr]ankings?|league\stables?|top\s(?:three|five|ten|\d{{1,2}}))\s(?:of|among)\s{_ALL}{_NAME}{_MAKERS}\b"
)
"""What a list of firms ranks: "In the ranking of *tablet* makers Acme has 30 %"."""
_CROWN = re.compile(
    r"\b(?:crown|lead(?:ership)?|top spot|first place|throne|pole position|dominance|top|number one|No\. 1|leader|"
    rf"leaders)\s(?:in|of|for)\s{_ALL}(?P<name>(?:{_STOP}{_WORD}\s){{0,4}}?{_STOP}{_WORD})(?=,?\swith\s|,\s(?:at|on|holding)\s|:\s|\s\()"
)
"""Where one leads with a part: "kept the crown in *electric-vehicle batteries* with 35 %"."""
_IN = re.compile(
    rf"(?:^|[,;]\s|\b(?:while|and)\s)[Ii]n\s{_ALL}{_NAME}(?:segment|space|category|field|arena|sector|industry|business|race)\b"
)
_PLAINLY_IN = re.compile(
    rf"^In\s{_ALL}{_NAME2}(?:,)?\s(?=[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){{0,2}}\s(?:has|had|is|was|holds|leads|took))"
)
"""A field in front of those who share it: "In *cloud infrastructure* Acme is on 32 %"."""
_LEADS = (
    r"\b(?:largest|biggest|leading|top|dominant|main|number one|No\. 1|second-largest|second-biggest|third-largest)\s"
)
_LARGEST = re.compile(
    rf"{_LEADS}{_NAME}(?:provider|maker|vendor|seller|supplier|manufacturer|producer|brand|operator)\b"
)
_LARGEST_OF = re.compile(
    rf"{_LEADS}(?:provider|maker|vendor|seller|supplier|manufacturer|producer)\sof\s{_ALL}"
    rf"(?P<name>(?:{_STOP}{_WORD}\s?){{1,4}})(?=[.,;)]|$|\s(?:in|with|by|and|worldwide|last|ahead)\b)"
)
_NO_FIELDS = frozenset(
    {
        "online",
        "retail",
        "digital",
        "mobile",
        "domestic",
        "overseas",
        "export",
        "unit",
        "vendor",
        "production",
        "output",
        "capacity",
        "supply",
        "demand",
        "trade",
        "consumption",
        "exports",
        "imports",
        "investment",
    }
)
"""Ways of selling and kinds of sales, which are no fields by themselves."""
_CUES = ("%", "per cent", "percent")


def share_field(words: str) -> MarketName | None:
    """The field of a sentence that counts shares in it; nothing where none is told."""
    if not any(map(words.__contains__, _CUES)):
        return None
    return _first(words, _TELLING) or headed_field(words)


def headed_field(words: str) -> MarketName | None:
    """The field whose sales a sentence or a headline begins with: "*Tablet* shipments fall again"."""
    found = _first(words[:1].lower() + words[1:] if words[1:2].islower() else words, (_HEADED,))
    return found._replace(name=words[found.start] + found.name[1:]) if found else None


_TELLING = (
    _SOLD, _SOLD_GOODS, _SHARE_OF, _TOPPED, _COUNT_OF, _BY_SOLD, _CROWN, _LED_WITH, _IN, _PLAINLY_IN, _OF_SOLD, _AMONG,
    _RANKING, _LARGEST_OF, _LARGEST,
)  # fmt: skip
"""The surest first."""


def _first(words: str, expressions: Iterable[re.Pattern[str]]) -> MarketName | None:
    for expression in expressions:
        for found in expression.finditer(words):
            start, end = found.span("name")
            field = field_name(words, start, end)
            if field is not None and field.name.lower() not in NO_MARKET and field.name.lower() not in _NO_FIELDS:
                region = field.region or (regions.GLOBAL if regions.is_world(found[0]) else "")
                return field._replace(end=found.end(), region=region)
    return None
