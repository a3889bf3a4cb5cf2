"""What a line can do without: brackets, appositions, dates, prices, places, and who does something for whom."""

import re
from functools import lru_cache
from typing import NamedTuple

from kgraph.extractors.relations.anchors import anchors
from kgraph.extractors.relations.enumerated import AND_OTHERS, COUNTED, RUNS_FROM
from kgraph.extractors.relations.expressions import ONE
from kgraph.extractors.relations.line_parts import ORG, PLACE, SLOT, SUBJECTS, WORD
from kgraph.extractors.relations.pattern_index import Index

_BRACKETS = re.compile(r" \( [^()]{0,120}\)")
_APPOSITION = re.compile(r" , (?:an?|the|one of|which|part of|who) (?:[^\s,;.\ue000-\uf8ff]+ ){1,14}, ")
_MONTH = (
    "(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|"
    "sept|sep|oct|nov|dec|(?<=in )may|(?<=on )may|(?<=last )may|may(?= [0-9]))"
)
_DATE = (
    "(?:(?:(?:on|early|late|last|this|by|since) ){0,2}(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    "(?: (?:morning|afternoon|evening|night))?"
    "|(?:(?:on|in|early|late|last|this|by|since|back|until|effective|mid|-) ){0,3}"
    f"{_MONTH}(?: [0-9]{{1,2}}(?= |$))?"
    "(?: , [0-9]{4}| [0-9]{4})?"
    "|(?:in|since|back in|early in|late in|by) (?:early |late |mid - )?(?:the )?(?:(?:19|20)[0-9]{2})"
    "|(?:(?:earlier|late|later|early) )?(?:last|this|next|in the past|over the past) "
    "(?:week|month|year|quarter|spring|summer|fall|autumn|winter)|today|yesterday|recently"
    "|(?:the )?(?:year|month|week) (?:after|before)(?= (?:and|,|\\.) )"
    "|(?:an?|one|two|three|four|five|six|ten|several|[0-9]+) (?:years?|months?|weeks?|days?) (?:ago|earlier|later)"
    "|the (?:same|following|previous) (?:week|month|year))"
)
_DATE_FIRST = re.compile(f"^ {_DATE} (?:, )?(?={SLOT}|the |it )")
_DATE_BETWEEN = re.compile(f" , {_DATE} ,(?= )")
_DATE_WITHIN = re.compile(f" {_DATE}(?= )")
_AMOUNT = (
    "(?:(?:usd|us|eur|gbp|inr|rs|\\$|€|£|₹) ){1,2}[0-9][0-9·]*[a-z]{0,2}(?: (?:million|billion|trillion|mn|bn|crore))?"
)
_PRICE = re.compile(
    f" (?:(?:for|at|worth|valued at) (?:{WORD} ){{0,4}}{_AMOUNT}"
    f"(?: (?:in|of) (?:{WORD} ){{0,2}}(?:cash|stock|equity|shares)(?: and (?:cash|stock))?)?"
    "|for an undisclosed (?:sum|amount|price)"
    f"|in (?:an? |what is an? )(?:{WORD} ){{0,6}}(?:deal|transaction|agreement|takeover)"
    f"(?: (?:worth|valued at|of|for|estimated at) (?:{WORD} ){{0,3}}{_AMOUNT})?)"
    "(?= (?!(?:(?:million|billion|trillion|mn|bn) )?"
    "(?:purchase|takeover|acquisition|buyout|merger|deal|bid|offer|sale) ))"
)
_WHERE = re.compile(
    " (?:in|across|throughout|near|outside|at) "
    f"(?:(?:the|downtown|northern|southern|eastern|western|greater|central) )?{PLACE}"
    f"(?: (?:, and|and|or|,) {PLACE}){{0,6}}"
    "(?: ,(?= (?:(?:has|have|is|was|will) )?[a-z]+(?:ed|es|s) (?:its |their |an? |the )))?(?= )(?! - )"
)
FROM_PLACE = re.compile(
    f" (the |an? )?(?:{PLACE} , )?{PLACE} (?:- (?:based|headquartered) |'s (?=(?:{WORD} ){{0,4}}{ORG}))"
)
_RELATED = re.compile(
    f"(?<! ,)(?<! and) {SUBJECTS} (?:- )?"
    f"(?:rival|competitor|partner|customer|backer|reseller|supplier|alumnus|veteran|spinout) (?={ORG})"
)
"""Whom a firm is to another before its own name: "to invest in *OpenAI rival* Anthropic"."""
_OF_PLACE = re.compile(
    f" {PLACE} (?:, {PLACE} (?:\\. )?(?:, )?)?(?=(?:(?!and|or|with|for|that|which){WORD} ){{0,3}}"
    "(?:startup|start - up|firm|company|maker|vendor|provider|retailer|insurer|bank|lender|hospital|developer|biotech|"
    "outfit|group|distributor|consultancy|nonprofit|carmaker|automaker|drugmaker|chipmaker|upstart|manufacturer|"
    f"agency|integrator|supplier|studio|university|clinic|designer|giant) {ORG})"
)
"""The town of a firm before what it is: "the *Hamburg* hospital group Orbixo"."""
_JOINTLY = re.compile(
    f" (?:, )?in (?:{WORD} )?(?:collaboration|partnership|cooperation|conjunction|association|concert) with "
    f"(?:{WORD} ){{0,3}}{ORG}(?: (?:, and|and|,) (?:{WORD} ){{0,3}}{ORG}){{0,3}}(?: ,)?(?= (?!'s ))"
)
"""With whom, between a verb and its object: "is announcing *in collaboration with X* a new Y"."""
_OF_TOWN = re.compile(f"({ORG})(?: ,)? of {PLACE}(?: , {PLACE}(?: \\.)?)?(?: ,)?(?= [a-z]+ )")
"""Where a firm is, before its verb: "Tenable, *of Columbia, Maryland*, is"."""
_SEATED = re.compile(
    f"({ORG}) , (?:based|headquartered|founded|incorporated) (?:in|near|outside) {PLACE}(?: , {PLACE})?(?: \\.)? , "
    "(?=[a-z]+ )"
)
"""The same in more words: "Cerner, *based in Kansas City, Missouri*, is"."""
_BY_MAKER = re.compile(
    "(?<!acquisition of )(?<!purchase of )(?<!takeover of )(?<!buyout of )"
    f"([\ue000\ue002\ue005]{ONE}) by {ORG}(?= (?:now |also |today |is |can |will )?(?:[a-z]{{2,}}(?:es|s|ing)) )"
)
"""Whose a product is, between it and its verb: "Portworx *by Pure Storage* now supports"."""
_THE_THING = re.compile(
    f" (?:the|this) (?:{WORD} ){{0,2}}(?:product|tool|software|platform|app|device|system|service|drug|model|startup)"
    f" , ({SUBJECTS}) ,(?= )"
)
"""A noun before the name that it stands for: "*the product,* Orbix, works with"."""
_AS_UNIT = re.compile(
    f"({ORG}) (?:unit|arm|subsidiary|division|network|(?:health|hospital) (?:system|group|network)) "
    "(?=(?:has|have|will|is|was|said|says|went|goes|chose|took|made|bought|runs|ran|[a-z]{3,}(?:ed|es)) )"
)
STAFF = (
    "(?:doctors|clinicians|nurses|physicians|researchers|staff|staffers|teams|surgeons|radiologists|pathologists|"
    "cardiologists|oncologists|pharmacists|technicians|employees|personnel|engineers|developers|scientists|analysts|"
    "lawyers|bankers|traders|advisers|advisors|auditors|accountants|agents|dispatchers|planners|designers|recruiters|"
    "marketers|crews|pilots|drivers|mechanics|operators|buyers|editors|reporters|journalists|officials|inspectors|clerks|"
    "translators|programmers|technologists|midwives|coders|managers|salespeople|consultants|underwriters|caregivers|paramedics|students|teachers|faculty|workers|workforce)"
)
_DOES = "(?=(?:(?:has|have|had|will|would|can|now|also|already|still|then|are|were|currently|all|each|both) ){0,3}"
_STAFF_AT = re.compile(
    f" {STAFF} (?:at|of|from|within|inside|across) (?:the )?({ORG})"
    f"(?: 's (?:(?:{WORD}|{PLACE}) ){{0,3}}"
    "(?:sites?|hospitals?|clinics?|units?|departments?|offices?|stores?|labs?|arm))? "
    f"{_DOES}[a-z]+ )(?!to |and |or |in |at |of |for |on |with |is |was )"
)
"""Who does something for a firm, for which the firm stands: "*engineers at* Monzo use Snowflake"."""
_ITS_STAFF = re.compile(
    f"({ORG}) (?:'s )?(?:{WORD} ){{0,3}}"
    f"(?:{STAFF}|(?<='s )(?:{WORD} ){{0,3}}"
    "(?:departments?|hospitals?|clinics?|labs?|team|division|stores|plants|factories)) "
    f"{_DOES}(?:use|run|rel[iy]|adopt|deploy|test|pilot|work|access|switch|move|migrat|sign|log|open|read|writ|document|buil|creat|see|view|watch|manag|"
    "record|order|chat|build|train|look up|enter|check|answer|wear|"
    f"carr|draw|tap|stor|leverag|share|depend|lean|collaborat|search|replac|swap|exchang|"
    "implement|install|select|pick|standardi|upgrad|consolidat)[a-z]* )"
)
_THING = re.compile(
    f"(?<! ,) ([\ue002\ue005]{ONE}) (?:{WORD} )?(?:service|platform|software|app|application|tool|system|solution|"
    "suite|database|offering|product|technology|device|engine|chatbot|assistant|scanner) "
    "(?=(?:now|has|can|will|also|gets|got|gains|adds|added|supports|integrates|works|runs|connects|includes|offers|"
    "relies|leverages|plugs|comes|features|competes|to|for|in|on|with|at|across|via|throughout|into|,|\\.|;|"
    "and(?= (?:the )?[\ue000\ue002\ue005].)) )"
)
"""A noun after the name of what it is: "the Orbix *service* now has"."""
SAYS = "(?:said|says|announced|announces|confirmed|confirms|reported|reports|revealed|disclosed|noted|added|stated)"
_SAID = re.compile(
    f"({ORG}) (?:(?:has|have|today|also|on) )?(?:{SAYS}|told {WORD}) "
    "(?:(?:today|earlier|in a statement|in a filing|in a blog post) ){0,2}(?:that )?(?:it|they|(?:the |a )?company) "
    "(?:'s (?=[a-z]+ing ))?"
)
_LAUNCHES = (
    "(?:unveil|launch|introduc|releas|debut|preview|show(?:s|ed)? off|announc|(?:takes?|took) the wraps|"
    "pull(?:s|ed)? (?:back )?the)"
)
_ITS_HEAD = re.compile(
    f"({ORG}) (?:'s (?:{WORD} ){{0,3}})?(?:ceo|cto|coo|chief|president|co - founder|founder|boss|head|chairman) "
    f"(?:{WORD} ){{0,5}}(?:, )?[\ue003\ue008]{ONE} (?:, )?(?=(?:(?:has|today|also|then|later) )?{_LAUNCHES})"
)
"""Who speaks for a firm that launches something: "Acme *chief executive Jane Miller* unveiled Orbix"."""
_ON_OCCASION = re.compile(
    f"({ORG}) (?:(?:has|have|will|also|is) )?(?:used|uses|use|using|chose|picked) "
    f"(?:(?:{WORD}|'s|{SLOT}{ONE}) ){{1,7}}?to (?={_LAUNCHES})"
)
"""On what occasion: "Acme *used the fair to* unveil Orbix"."""
_ITS_USERS = re.compile(
    f"(?<!for )(?<!and )(\ue002{ONE}) (users|customers|subscribers|developers|admins|administrators|clinicians) "
    "(?=(?:can|will|may|are able to) )"
)
"""Whose users they are, before them: "*Orbix users* can" are "users of Orbix"."""
_OPEN_ORG = "[\ue000\ue001\ue005\ue008]"
_FIRM_NOUN = (
    "(?:startup|start - up|firm|company|maker|vendor|provider|developer|giant|specialist|group|rival|competitor|"
    "supplier|retailer|insurer|bank|lender|operator|consultancy|integrator|distributor|manufacturer|carmaker|chipmaker|"
    "drugmaker|biotech|fintech|unicorn|upstart|conglomerate|multinational|heavyweight|titan|agency|outfit|studio|"
    "powerhouse|pioneer|newcomer)"
)
_DESCRIBES = (
    "(?:small|smaller|large|larger|big|bigger|young|younger|fellow|local|leading|major|global|private|privately|held|"
    "publicly|listed|traded|owned|backed|based|funded|venture|family|longtime|long|time|old|older|little|known|early|"
    "stage|fast|growing|tiny|boutique|veteran|german|french|dutch|czech|greek|thai|israeli|us|u·s·|uk|eu|"
    "data|chip|drug|device|car|phone|food|energy|media|games?|mobile|web|internet|e|commerce|cyber|security|"
    "imaging|billing|staffing|consulting|engineering|trading|advertising|marketing|banking|gaming|hosting|networking|"
    "computing|modelling|modeling|pricing|payments?|cloud|ai|iot|it|tech|life|sciences?|insurance|health|pharma|"
    "retail|wearables?|robot|record|records|property|estate|real|travel|credit|storage|network|telecoms?|sensor|"
    "[a-z]{2,}(?:ish|ese|ian|ean|ware|care|tech|ity|ics|ical|istics|cial|onal|omic))"
)
_CALLED = re.compile(
    f"( (?:{SLOT}{ONE}|'s|its|their) (?:(?:{_DESCRIBES}|-|[a-z]{{3,}}ing) ){{0,5}}{_FIRM_NOUN}(?= {_OPEN_ORG}))|"
    f" (?:(?:the|an?) )?(?:(?:{_DESCRIBES}|-) ){{0,5}}(?<!- )(?<!law )(?<!parent )(?<!sister )"
    f"{_FIRM_NOUN}(?= {_OPEN_ORG})"
)
"""What a firm is, before its name: "has bought *the Swedish software firm* Orbixo", not "Zelbo's partner Orbixo"."""
_CALLED_BEFORE = re.compile(f" {_FIRM_NOUN}(?= {_OPEN_ORG})")
_NEW = re.compile(
    "(?<! a)(?<! an) (?:(?:the|its|their) )?"
    "(?:(?:new|newest|latest|popular|flagship|proprietary|updated|enhanced|improved|"
    f"{WORD} - (?:based|powered|enabled|native|driven|hosted)) ){{1,3}}(?=[\ue002\ue005\ue008])"
)
"""What a product is, before its name: "has adopted *the new cloud-based* Orbix"."""
_ALSO = re.compile(" (is|are|was|were) (?:also|at the same time|in parallel) ")
"""Behind the first verb: "is *also* the owner of"."""
_SAID_ITS = re.compile(
    f"({ORG}) (?:(?:has|have|today|also) )?{SAYS} (?:today )?(?:that )?(?:its|their) "
    "(?=(?:[a-z0-9$·-]+ ){0,6}(?:acquisition|purchase|takeover|buyout|partnership|collaboration|alliance))"
)
_MEANWHILE = re.compile(
    " , (?:meanwhile|however|though|by contrast|for (?:its|their|his|her) part|in turn|too|also|for example|"
    "for instance|likewise|of course|in fact|separately|as well|similarly|in addition|by comparison) ,(?= )|"
    "^ (?:meanwhile|separately|elsewhere|in other news|also|additionally|in addition|likewise|similarly|notably) ,(?= )"
)
"""Words between commas that say nothing of what happened."""
_UNDERTAKES = (
    "(?:acquire|buy|purchase|take|invest|use|deploy|adopt|migrate|move|integrate|launch|implement|install|host|"
    "standardi[sz]e|utili[sz]e|leverage|harness|replace|switch|transition|convert|run|build|moderni[sz]e|shift|"
    "roll out|consolidate|embed|pilot|test)"
)
_AGREED = re.compile(
    " (?:entered|enters|signed|signs|struck|strikes|reached|reaches|inked|inks|announced|announces|sealed|made|makes|"
    f"clinched|confirmed|unveiled|revealed|in) (?:into )?(?:{WORD} ){{0,5}}"
    "(?:agreement|deal|pact|contract|plans|intention|intent|offer) (?:to|under which it will|under which it would) "
    f"(?={_UNDERTAKES} )"
)
_AGREED_WITH = re.compile(
    " (?:has |have |is |are )?(?:(?:partner|team|collaborat|work|contract|sign|enter|tie)(?:s|es|ed|ies|ing)?(?: up)?|"
    "join(?:s|ed|ing) (?:forces|hands)|"
    "(?:(?:announc|sign|ink|form|strik|reach|enter|expand|extend|seal|unveil|forg|mak|renew)(?:s|es|e|ed|ing)?|struck) "
    f"(?:into )?(?:{WORD} ){{0,5}}(?:agreement|deal|pact|contract|partnership|alliance|collaboration)) "
    f"with {ORG}(?: (?:, and|,|and) {ORG}){{0,2}} to (?={_UNDERTAKES} )"
    f"(?!(?:{WORD} ){{1,5}}(?:customers|clients|users|organi[sz]ations|businesses|enterprises|companies|firms|"
    "developers) )"
)
"""With whom somebody agreed what he does: "X *has signed a deal with Y* to host its shops on Z"."""
_SPENT = re.compile(
    f" (?:(?:has|have|had|will) )?(?:spen(?:d|ds|t|ding)|invest(?:s|ed|ing)?|pay(?:s|ing)?|paid) "
    f"(?:(?:{WORD}|\\$|£|€) ){{1,7}}?(?:on|in|for) (?=[a-z]{{3,}}ing )"
)
"""What somebody paid for doing something: "X *spent $5 million on* replacing Y with Z"."""


def simplify(line: str) -> str:
    """The line without brackets and without appositions that name nobody: "X ( … ) , a maker of Y , launched"."""
    if " ( " in line:
        line = _BRACKETS.sub("", line)
    return _APPOSITION.sub(" ", line) if " , " in line else line


class LeftOut(NamedTuple):
    """Words that a line can do without."""

    expression: re.Pattern[str]
    instead: str
    """What stands in their place."""
    marks: str = ""
    """Letters one of which must stand in the line."""
    first: re.Pattern[str] | None = None
    """What is found faster than the whole, and must be."""


def without_details(line: str) -> str:
    """The line without dates, prices and places, and what somebody said of himself as what he does."""
    for row in _fitting(_left_out().fitting(line)):
        if (row.first or row.expression).search(line):
            line = row.expression.sub(row.instead, line)
    return line


@lru_cache(maxsize=4096)
def _fitting(bits: int) -> tuple[LeftOut, ...]:
    return tuple(row for number, row in enumerate(_LEFT_OUT) if bits >> number & 1)


@lru_cache(maxsize=1)
def _left_out() -> Index:
    return Index(
        [(*anchors(row.expression.pattern), *((frozenset(row.marks),) if row.marks else ())) for row in _LEFT_OUT]
    )


PLACES = "\ue004\ue007"
_LEFT_OUT = (
    LeftOut(_MEANWHILE, ""),
    LeftOut(_DATE_FIRST, " "),
    LeftOut(_DATE_BETWEEN, ""),
    LeftOut(_DATE_WITHIN, ""),
    LeftOut(_PRICE, ""),
    LeftOut(_SEATED, r"\1 ", PLACES),
    LeftOut(_WHERE, "", PLACES),
    LeftOut(FROM_PLACE, r" \1", PLACES),
    LeftOut(_OF_PLACE, " ", PLACES),
    LeftOut(_OF_TOWN, r"\1", PLACES),
    LeftOut(_BY_MAKER, r"\1"),
    LeftOut(_THE_THING, r" \1"),
    LeftOut(_AS_UNIT, r"\1 "),
    LeftOut(COUNTED, r"\2 "),
    LeftOut(RUNS_FROM, r" includes \1 and "),
    LeftOut(AND_OTHERS, r"\1 "),
    LeftOut(_STAFF_AT, r" \1 "),
    LeftOut(_ITS_STAFF, r"\1 "),
    LeftOut(_THING, r" \1 "),
    LeftOut(_ALSO, r" \1 "),
    LeftOut(_CALLED, r"\1", first=_CALLED_BEFORE),
    LeftOut(_NEW, " ", "\ue002\ue005\ue008"),
    LeftOut(_JOINTLY, ""),
    LeftOut(_RELATED, " "),
    LeftOut(_ITS_HEAD, r"\1 ", "\ue003\ue008"),
    LeftOut(_ON_OCCASION, r"\1 "),
    LeftOut(_ITS_USERS, r"\2 of \1 ", "\ue002"),
    LeftOut(_SAID, r"\1 "),
    LeftOut(_SAID_ITS, r"\1 's "),
    LeftOut(_AGREED, " to "),
    LeftOut(_AGREED_WITH, " to "),
    LeftOut(_SPENT, " "),
)
"""In this order."""
