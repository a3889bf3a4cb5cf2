"""What a line says in short: without asides, dates, amounts and places, and each of its clauses with its own subject.

Patterns read a subject, a verb and an object that stand close together. News puts much between them, and lets one
subject do several things: "X, which bought Y in March for $2 million, plans to launch Z after it has adopted W". The
readings of such a line are "X bought Y", "X plans to launch Z" and "X has adopted W".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kgraph.extractors.anchors import anchors
from kgraph.extractors.pattern_index import Index
from kgraph.extractors.relation_patterns import ONE

MOST = 10
"""Readings of one line; a line of more clauses is a list or hostile."""
_SLOT = "[\ue000-\ue008]"
_ORG = f"[\ue000\ue001\ue005\ue008]{ONE}"
_SUBJECTS = f"[\ue000\ue001\ue002\ue005\ue008]{ONE}"
_PLACE = f"[\ue004\ue007]{ONE}"
_WORD = "[^\\s.;:!?,()\ue000-\uf8ff]+"

_BRACKETS = re.compile(r" \( [^()]{0,120}\)")
_APPOSITION = re.compile(r" , (?:an?|the|one of|which|part of|who) (?:[^\s,;.\ue000-\uf8ff]+ ){1,14}, ")
_STATE = re.compile(f"({_PLACE}) , (?:{_PLACE}|[a-z]{{2,12}}) (?:\\. )?(?:, )?(?=- (?:based|headquartered) )")
"""The state after a town: "the Mountain View, Calif.-based maker"."""
_ASIDE = re.compile(
    " , (?:(?:phd|md|mba|mph|rn) , )?(?:an?|the|itself|once|now (?:an?|part of|owned by)|long (?:an?)|"
    "founded|launched|released|unveiled|introduced|bought|acquired|"
    "former|previously|most recently|which|who|part of|powered by|built on|based on|owned by|led by|backed by|"
    "formerly|a unit of|with|"
    f"{_ORG} '?s?)"
    r" [^.;,]{1,120} , (?=(?:(?:has|have|had|is|was|will|today|recently|also|now) )*[a-z]+(?:ed|es|s)? )"
)
_OWN_ASIDE = re.compile(
    " , (?:its|their) [^.;,]{1,120} , (?=(?:has|have|had|is|was|are|were|will|can|"
    "(?:now |also |later )?(?:leads|heads|runs|joins|joined|becomes|became|oversees|stays|remains)) )"
)
_LONG_ASIDE = re.compile(
    f"([\ue000\ue001\ue002\ue005]{ONE}) , "
    "(?:an?|the|one of|which|who|focused|dedicated|formerly|founded|part of|headquartered|based|known)"
    r" [^;:]{1,240}? , (?=(?:(?:today|recently|this week|has|have|is|also|now|proudly) ){0,3}"
    r"(?:announc|unveil|launch|said|says|introduc|releas|partner|acquir|rais|clos|sign|select|join))"
)

_UNCLOSED = re.compile(
    f"({_ORG}) , (?:an?|the) (?:(?!and ){_WORD} ){{3,24}}?(?=(?:(?:today|recently|has|have) ){{0,2}}announc(?:ed|es) )"
)
"""An apposition whose second comma was forgotten: "X, *the pioneer that delivers Y* announced"."""
_DASHED = re.compile(f"({_SLOT}{ONE}) - (?:an?|the|which|who|one of|formerly|itself|now) [^;:]{{3,160}}? - (?=[a-z]+ )")

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
    "(?:week|month|year|quarter|spring|summer|fall|autumn|winter)|today|yesterday|recently)"
)
_DATE_FIRST = re.compile(f"^ {_DATE} (?:, )?(?={_SLOT}|the |it )")
_DATE_BETWEEN = re.compile(f" , {_DATE} ,(?= )")
_DATE_WITHIN = re.compile(f" {_DATE}(?= )")
_AMOUNT = (
    "(?:(?:usd|us|eur|gbp|inr|rs|\\$|€|£|₹) ){1,2}[0-9][0-9·]*[a-z]{0,2}(?: (?:million|billion|trillion|mn|bn|crore))?"
)
_PRICE = re.compile(
    f" (?:(?:for|at|worth|valued at) (?:{_WORD} ){{0,4}}{_AMOUNT}"
    f"(?: (?:in|of) (?:{_WORD} ){{0,2}}(?:cash|stock|equity|shares)(?: and (?:cash|stock))?)?"
    "|for an undisclosed (?:sum|amount|price)"
    f"|in (?:an? |what is an? )(?:{_WORD} ){{0,6}}(?:deal|transaction|agreement|takeover)"
    f"(?: (?:worth|valued at|of|for|estimated at) (?:{_WORD} ){{0,3}}{_AMOUNT})?)(?= )"
)
_WHERE = re.compile(
    " (?:in|across|throughout|near|outside|at) "
    f"(?:(?:the|downtown|northern|southern|eastern|western|greater|central) )?{_PLACE}"
    f"(?: (?:, and|and|or|,) {_PLACE}){{0,6}}(?= )(?! - )"
)
_FROM_PLACE = re.compile(
    f" (the |an? )?(?:{_PLACE} , )?{_PLACE} (?:- (?:based|headquartered) |'s (?=(?:{_WORD} ){{0,4}}{_ORG}))"
)
_RELATED = re.compile(
    f"(?<! ,)(?<! and) {_SUBJECTS} (?:- )?"
    f"(?:rival|competitor|partner|customer|backer|reseller|supplier|alumnus|veteran|spinout) (?={_ORG})"
)
"""Whom a firm is to another before its own name: "to invest in *OpenAI rival* Anthropic"."""
_OF_PLACE = re.compile(
    f" {_PLACE} (?:, {_PLACE} (?:\\. )?(?:, )?)?(?=(?:(?!and|or|with|for|that|which){_WORD} ){{0,3}}"
    "(?:startup|start - up|firm|company|maker|vendor|provider|retailer|insurer|bank|lender|hospital|developer|biotech|"
    "outfit|group|distributor|consultancy|nonprofit|carmaker|automaker|drugmaker|chipmaker|upstart|manufacturer|"
    f"agency|integrator|supplier|studio|university|clinic|designer|giant) {_ORG})"
)
"""The town of a firm before what it is: "the *Hamburg* hospital group Orbixo"."""
_JOINTLY = re.compile(
    f" (?:, )?in (?:{_WORD} )?(?:collaboration|partnership|cooperation|conjunction|association|concert) with "
    f"(?:{_WORD} ){{0,3}}{_ORG}(?: (?:, and|and|,) {_ORG}){{0,3}}(?: ,)?(?= (?!'s ))"
)
"""With whom, between a verb and its object: "is announcing *in collaboration with X* a new Y"."""
_OF_TOWN = re.compile(f"({_ORG})(?: ,)? of {_PLACE}(?: , {_PLACE}(?: \\.)?)?(?: ,)?(?= [a-z]+ )")
"""Where a firm is, before its verb: "Tenable, *of Columbia, Maryland*, is"."""
_BY_MAKER = re.compile(
    f"([\ue000\ue002\ue005]{ONE}) by {_ORG}(?= (?:now |also |today |is |can |will )?(?:[a-z]{{2,}}(?:es|s|ing)) )"
)
"""Whose a product is, between it and its verb: "Portworx *by Pure Storage* now supports"."""
_THE_THING = re.compile(
    f" (?:the|this) (?:{_WORD} ){{0,2}}(?:product|tool|software|platform|app|device|system|service|drug|model|startup)"
    f" , ({_SUBJECTS}) ,(?= )"
)
"""A noun before the name that it stands for: "*the product,* Orbix, works with"."""
_AS_UNIT = re.compile(
    f"({_ORG}) (?:unit|arm|subsidiary|division) (?=(?:has|have|will|is|was|said|says|[a-z]{{3,}}(?:ed|es)) )"
)
_STAFF = (
    "(?:doctors|clinicians|nurses|physicians|researchers|staff|staffers|teams|surgeons|radiologists|pathologists|"
    "cardiologists|oncologists|pharmacists|technicians|employees|personnel|engineers|developers|scientists|analysts|"
    "lawyers|bankers|traders|advisers|advisors|auditors|accountants|agents|dispatchers|planners|designers|recruiters|"
    "marketers|crews|pilots|drivers|managers|caregivers|paramedics|students|teachers|faculty|workers|workforce)"
)
_DOES = "(?=(?:(?:has|have|had|will|would|can|now|also|already|still|then|are|were|currently|all|each|both) ){0,3}"
_STAFF_AT = re.compile(
    f" {_STAFF} (?:at|of|from|within|inside|across) (?:the )?({_ORG})"
    f"(?: 's (?:{_WORD} ){{0,3}}(?:sites?|hospitals?|clinics?|units?|departments?|offices?|stores?|labs?|arm))? "
    f"{_DOES}[a-z]+ )(?!to |and |or |in |at |of |for |on |with |is |was )"
)
"""Who does something for a firm, for which the firm stands: "*engineers at* Monzo use Snowflake"."""
_ITS_STAFF = re.compile(
    f"({_ORG}) (?:'s )?(?:{_WORD} ){{0,3}}"
    f"(?:{_STAFF}|(?<='s )(?:{_WORD} ){{0,3}}"
    "(?:departments?|hospitals?|clinics?|labs?|team|division|stores|plants|factories)) "
    f"{_DOES}(?:use|run|rely|adopt|deploy|test|pilot|work|access|switch|move|migrat|sign|log|open|read|writ|document|"
    "record|order|chat|build|train|wear|carr|draw|tap|stor|leverag|share|depend|lean|collaborat|search)[a-z]* )"
)
_THING = re.compile(
    f"([\ue002\ue005]{ONE}) (?:{_WORD} )?(?:service|platform|software|app|application|tool|system|solution|suite|"
    "database|offering|product|technology|device|engine|chatbot|assistant|scanner) "
    "(?=(?:now|has|can|will|also|gets|got|gains|adds|added|supports|integrates|works|runs|connects|includes|offers|"
    "relies|leverages|plugs|comes|features|competes) )"
)
"""A noun after the name of what it is: "the Orbix *service* now has"."""
_THAT = re.compile(
    f"({_SUBJECTS}) , (?:an?|the) (?:(?:{_WORD}|{_PLACE}|-|,) ){{1,10}}?(?:that|which) "
    "(?=[a-z]{3,} )(?!(?:has|have|is|was) )"
)
_SAYS = "(?:said|says|announced|announces|confirmed|confirms|reported|reports|revealed|disclosed|noted|added|stated)"
_SAID = re.compile(
    f"({_ORG}) (?:(?:has|have|today|also|on) )?(?:{_SAYS}|told {_WORD}) "
    "(?:(?:today|earlier|in a statement|in a filing|in a blog post) ){0,2}(?:that )?(?:it|they|(?:the |a )?company) "
    "(?:'s (?=[a-z]+ing ))?"
)
_SAID_ITS = re.compile(
    f"({_ORG}) (?:(?:has|have|today|also) )?{_SAYS} (?:today )?(?:that )?(?:its|their) "
    "(?=(?:[a-z0-9$·-]+ ){0,6}(?:acquisition|purchase|takeover|buyout|partnership|collaboration|alliance))"
)
_DATELINE = re.compile(
    "^ [^()]{0,70}\\( [^()]{1,24} \\) -(?: -)? |"
    "^ [^;:]{0,70}?(?:pr ?newswire|business wire|globe ?newswire|accesswire)[^ ]*(?: /)?(?: \\))?(?: /)? -(?: -)? "
)
"""Where and when a newswire has it from: "BOSTON, March 3 (Reuters) - "."""
_MEANWHILE = re.compile(
    " , (?:meanwhile|however|though|by contrast|for (?:its|their|his|her) part|in turn|too|also|for example|"
    "for instance|likewise|of course|in fact|separately|as well|similarly|in addition|by comparison) ,(?= )|"
    "^ (?:meanwhile|separately|elsewhere|in other news|also|additionally|in addition|likewise|similarly|notably) ,(?= )"
)
"""Words between commas that say nothing of what happened."""
_WOULD = re.compile(
    f"({_ORG} (?:{_WORD} ){{0,3}}?{_SAYS} (?:(?!not ){_WORD} ){{0,4}}?(?:that )?(?:it|they|(?:the |a )?company) )would "
)
"""What somebody tells of his own plans, as of the past: "Microsoft said it *would* buy X" was "we will buy X"."""
_AGREED = re.compile(
    " (?:entered|enters|signed|signs|struck|strikes|reached|reaches|inked|inks|announced|announces|sealed|made|makes|"
    f"clinched|confirmed|unveiled|revealed|in) (?:into )?(?:{_WORD} ){{0,5}}"
    "(?:agreement|deal|pact|contract|plans|intention|intent|offer) (?:to|under which it will|under which it would) "
    "(?=(?:acquire|buy|purchase|take|invest|use|deploy|adopt|migrate|move|integrate|launch|implement|install) )"
)

_VERB = (
    "(?:us(?:es|ed|e|ing)|deploy|adopt|launch|unveil|introduc|acquir|buy|buys|bought|purchas|mov(?:e|es|ed|ing)|migrat|"
    "select|cho(?:se|oses|ose|sen)|partner|invest|appoint|nam(?:es|ed|ing)|hir(?:es|ed|ing)|roll(?:s|ed|ing)? out|"
    "announc|releas|sell|sold|mak(?:es|ing)|made|offer|compet|sign|pick|tap(?:s|ped|ping)|team|join(?:s|ed|ing)|"
    "run(?:s|ning)? on|runs|integrat|rais(?:es|ed|ing)|lead|led|promot(?:es|ed)|work(?:s|ed|ing)? with|collaborat|"
    "implement|install|switch|replac|snap|scoop|pilot|embed|own(?:s|ed)|develop|built|creat|receiv(?:es|ed)|won|wins|"
    "earn|complet|clos(?:es|ed|ing)|is based|is headquartered|was founded|agree[ds]|plans|expand|extend|elect|"
    "tak(?:es|ing)|took|add(?:s|ed)|back(?:s|ed)|debut|ship|include|host|power|support|provid|licens|leverag|"
    "rel(?:ies|ied) on|counts|paid|pays|turn(?:s|ed) on|co - [a-z]+)"
)
_AUXILIARY = (
    "(?:(?:has|have|had|will|would|now|also|is|was|are|then|recently|plans to|later|currently|already|still|both|to) )*"
)
_COORDINATED = re.compile(f" (?:, )?(?:and|but|then|;|,) (?={_AUXILIARY}{_VERB})")
_SUBJECT = re.compile(
    " (?:(?:in|on|at|with|for|under|as) [^,\ue000\ue001\ue005]{1,60} , )?"
    f"(?:the |(?!by |with |using |from |of |for |to )[a-z]+ ){{0,4}}?({_SUBJECTS}) (?!'s |- )"
)
_RELATIVE = re.compile(f"({_SLOT}{ONE}) , (?:which|who) (?=[a-z]+ )")
_RESUMES = re.compile(f" , (?={_AUXILIARY}(?:{_VERB}|sa(?:id|ys)|confirm|report|said|expects?|told))")
"""Where a sentence goes on after a relative clause."""
_WHOSE = re.compile(f"({_ORG}) , (?:(?:an?|the) (?:(?:{_WORD}|{_PLACE}|-) ){{1,9}})?whose ")
_PARTICIPLE = re.compile(
    " , (?:also |in the process |while |thereby |having |already |and )?"
    "(?=(?:acquir(?:ing|ed)(?= (?!by ))|bought(?= (?!by ))|"
    "buying|purchasing|launching|unveiling|introducing|releasing|partnering|teaming|joining|"
    "adopting|deploying|using|choosing|selecting|tapping|naming|appointing|hiring|replacing|"
    "migrating|moving|investing|integrating|embedding|leveraging|competing|working|collaborating) )"
)
_PRONOUN = re.compile(
    " (?:after|when|since|as|because|while|and|but|once|where|;|:|-|that|how|saying|which|days after|months after) "
    "(?:it|they|the (?:company|firm|startup|group)) "
    "(?!(?:is|was|'s) (?:un)?(?:clear|likely|possible|important|time))(?=[a-z']+ )"
)
_PREPOSED = re.compile(
    "^ (?:(?:after|by|since|following|having|while|besides|in addition to|when|upon|in|already|now|long) )?"
    "((?:[a-z]{2,}(?:ing|ed)|built|made|run|backed|sold|bought) [^;:]{2,160}?) , "
    f"(?:the )?(?:{_WORD} ){{0,4}}?({_SUBJECTS}) "
)
_DONE_TO = re.compile("(?:[a-z]+ed|built|made|run|sold|bought) (?:in|by|on|with|for|from|at|as|near|to|into|out) ")
"""A participle that says what was done to the subject: "Based in Boston, X hired"."""
_LAST_SAYS = re.compile(
    f' , (?:" )?(?:according to )?({_ORG}) (?:(?:has |have |also |today )?(?:{_SAYS}) )?(?:{_WORD} ){{0,5}}\\. $'
)
_IN_FAVOUR = re.compile(f"^ [^;:]{{0,60}}?({_ORG}) [^;:\ue000\ue001]{{2,120}}? in favou?r of ")
"""For what something else is given up: "X has ended its use of Y *in favor of* Z"."""
_WITHIN_WHICH = re.compile(
    f"({_SLOT}{ONE})(?: {_WORD})? , (in|on|with|to|into|by|for|from|at|through|against) (?:which|whom) "
    "([^,;]{3,90}?) (?=[,;.])"
)
_OBJECT = re.compile(
    f"({_SLOT}{ONE})(?: {_WORD}){{0,3}} (?:, (?:an?|the) (?:(?:{_WORD}|{_PLACE}|,) ){{1,8}}?)?(?:, )?(?:which|that) "
    f"({_ORG}(?: (?:, and|,|and) {_ORG}){{0,4}} {_AUXILIARY}[a-z]+ (?:(?:up|out|over) )?)"
)


def readings(line: str) -> Iterator[str]:
    """A line, and what it says in short, the nearest to its own words first; at most :data:`MOST`."""
    given: set[str] = set()
    for reading in _readings(line):
        if reading not in given:
            given.add(reading)
            yield reading
            if len(given) == MOST:
                return


def _readings(line: str) -> Iterator[str]:
    if " would " in line:
        line = _WOULD.sub(r"\1will ", line)
    if " - " in line[:100]:
        line = _DATELINE.sub(" ", line, count=1)
    yield line
    if any(mark in line for mark in _PLACES):
        yield _FROM_PLACE.sub(r" \1", line)
        shorter = simplify(_STATE.sub(r"\1 ", line))
    else:
        shorter = simplify(line)
    yield shorter
    without = _OWN_ASIDE.sub(" ", _ASIDE.sub(" ", shorter))
    if " announce" in without:
        without = _UNCLOSED.sub(r"\1 ", without)
    for expression in (_LONG_ASIDE, _DASHED):
        if expression.search(without):
            without = expression.sub(r"\1 ", without)
    yield without
    bare = _bare(without)
    yield bare
    said = _LAST_SAYS.search(bare)
    if said:
        yield f" {said[1]} said {bare[1 : said.start()]} . "
    for clause in _clauses(shorter, bare):
        if sum(map(clause.count, _LETTERS)) > 1:
            yield clause


_LETTERS = tuple(map(chr, range(0xE000, 0xE009)))


def simplify(line: str) -> str:
    """The line without brackets and without appositions that name nobody: "X ( … ) , a maker of Y , launched"."""
    return _APPOSITION.sub(" ", _BRACKETS.sub("", line))


def _bare(line: str) -> str:
    """The line without dates, prices and places, and what somebody said of himself as what he does."""
    for _, expression, instead in _fitting(_left_out().fitting(line)):
        if expression.search(line):
            line = expression.sub(instead, line)
    return line


@lru_cache(maxsize=4096)
def _fitting(bits: int) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(row for number, row in enumerate(_LEFT_OUT) if bits >> number & 1)


@lru_cache(maxsize=1)
def _left_out() -> Index:
    return Index([(*anchors(each.pattern), *((frozenset(marks),) if marks else ())) for marks, each, _ in _LEFT_OUT])


_PLACES = "\ue004\ue007"
_LEFT_OUT = (
    ("", _MEANWHILE, ""),
    ("", _DATE_FIRST, " "),
    ("", _DATE_BETWEEN, ""),
    ("", _DATE_WITHIN, ""),
    ("", _PRICE, ""),
    (_PLACES, _WHERE, ""),
    (_PLACES, _FROM_PLACE, r" \1"),
    (_PLACES, _OF_PLACE, " "),
    (_PLACES, _OF_TOWN, r"\1"),
    ("", _BY_MAKER, r"\1"),
    ("", _THE_THING, r" \1"),
    ("", _AS_UNIT, r"\1 "),
    ("", _STAFF_AT, r" \1 "),
    ("", _ITS_STAFF, r"\1 "),
    ("", _THING, r"\1 "),
    ("", _JOINTLY, ""),
    ("", _RELATED, " "),
    ("", _SAID, r"\1 "),
    ("", _SAID_ITS, r"\1 's "),
    ("", _AGREED, " to "),
)
"""Letters one of which must stand in the line, an expression, and what stands in its place; in this order."""


def _clauses(shorter: str, bare: str) -> Iterator[str]:
    """The clauses of a line that have their subject elsewhere, each with it."""
    if " wh" in shorter or " that " in shorter:
        yield from _relative_clauses(shorter)
    if " in fav" in shorter:
        for found in _IN_FAVOUR.finditer(shorter):
            yield f" {found[1]} adopted {shorter[found.end() :]}"
    before = _PREPOSED.match(shorter)
    if before and _DONE_TO.match(before[1]):
        yield f" {before[2]} , {before[1]} , "
    elif before:
        yield f" {before[2]} {_bare(f' {before[1]} .')[1:]}"
    subject = _SUBJECT.match(bare)
    if subject:
        for expression in (_COORDINATED, _PRONOUN, _PARTICIPLE):
            for found in list(expression.finditer(bare, subject.end() - 1))[:3]:
                yield f" {_said_of(bare, found)}{subject[1]} {bare[found.end() :]}"


def _relative_clauses(shorter: str) -> Iterator[str]:
    for found in _RELATIVE.finditer(shorter):
        clause = shorter[found.end() :]
        ends = _RESUMES.search(clause)
        yield _bare(f" {found[1]} {clause[: ends.start()] if ends else clause} ")
    for found in _THAT.finditer(shorter):
        clause = shorter[found.end() :]
        yield _bare(f" {found[1]} {clause.partition(' , ')[0]} ")
    for found in _WITHIN_WHICH.finditer(shorter):
        yield _bare(f" {found[3]} {found[2]} {found[1]} . ")
    for found in _OBJECT.finditer(shorter):
        yield _bare(f" {found[2]}{found[1]} {shorter[found.end() :]}")
    for found in _WHOSE.finditer(shorter):
        yield _bare(f" {found[1]} 's {shorter[found.end() :]}")


def _said_of(bare: str, found: re.Match[str]) -> str:
    """The two words before a "that": what they say of its clause goes with it, as in "denied that it"."""
    if not found[0].startswith(" that "):
        return ""
    return "".join(f"{word} " for word in bare[: found.start()].split()[-2:] if word.isalpha())
