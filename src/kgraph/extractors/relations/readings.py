"""What a line says in short: without asides, dates, amounts and places, and each of its clauses with its own subject.

Patterns read a subject, a verb and an object that stand close together. News puts much between them, and lets one
subject do several things: "X, which bought Y in March for $2 million, plans to launch Z after it has adopted W". The
readings of such a line are "X bought Y", "X plans to launch Z" and "X has adopted W".
"""

import re
from collections.abc import Iterator

from kgraph.extractors.relations.expressions import DASH, ONE
from kgraph.extractors.relations.line_parts import ORG, PLACE, SLOT, SUBJECTS, WORD
from kgraph.extractors.relations.shortening import FROM_PLACE, PLACES, SAYS, STAFF, simplify, without_details

MOST = 10
"""Readings of one line; a line of more clauses is a list or hostile."""
_VERB = (
    "(?:us(?:es|ed|e|ing)|deploy|adopt|launch|unveil|introduc|acquir|buy|buys|bought|purchas|mov(?:e|es|ed|ing)|migrat|"
    "select|cho(?:se|oses|ose|sen)|partner|invest|appoint|nam(?:es|ed|ing)|hir(?:es|ed|ing)|roll(?:s|ed|ing)? out|"
    "announc|releas|sell|sold|mak(?:es|ing)|made|offer|compet|sign|pick|tap(?:s|ped|ping)|team|join(?:s|ed|ing)|"
    "run(?:s|ning)? on|runs|integrat|rais(?:es|ed|ing)|lead|led|promot(?:es|ed)|work(?:s|ed|ing)? with|collaborat|"
    "implement|install|switch|replac|snap|scoop|pilot|embed|own(?:s|ed)|develop|built|creat|receiv(?:es|ed)|won|wins|"
    "earn|complet|clos(?:es|ed|ing)|is based|is headquartered|"
    "(?:(?<=is )|(?<=was )|(?<=now ))(?:owned by|majority - owned|wholly owned|controlled by|"
    "part of)|was founded|agree[ds]|plans|expand|extend|elect|"
    "tak(?:es|ing)|took|put(?:s|ting)?|shift|stor(?:es|ed)|standardi|consolidat|keep(?:s|ing)?|kept|bring(?:s|ing)?|brought|"
    "giv(?:es|ing)|gave|(?:gets|got) (?=(?:an? )?new )|renew|upgrad|convert|transition|go(?:es)? live|went live|"
    "hook|plug(?:s|ged)|connect|link(?:s|ed)|sync|ties|tied|add(?:s|ed)|"
    "back(?:s|ed)|debut|ship|include|host|power|support|provid|licens|leverag|"
    "rel(?:ies|ied) on|counts|paid|pays|turn(?:s|ed) on|co - [a-z]+)"
)
_AUXILIARY = (
    "(?:(?:has|have|had|will|would|now|also|is|was|are|then|recently|plans to|later|currently|already|still|both|to) )*"
)
_STATE = re.compile(f"({PLACE}) , (?:{PLACE}|[a-z]{{2,12}}) (?:\\. )?(?:, )?(?=- (?:based|headquartered) )")
"""The state after a town: "the Mountain View, Calif.-based maker"."""
_ASIDE = re.compile(
    " , (?:(?:phd|md|mba|mph|rn) , )?(?:an?|the|itself|once|now (?:an?|part of|owned by)|long (?:an?)|"
    "founded|launched|released|unveiled|introduced|bought|acquired|"
    "former|previously|most recently|until|so far|(?:best |well |better )?known|famous|"
    "which|who|part of|powered by|built on|based on|owned by|led by|backed by|"
    "formerly|a unit of|with|"
    f"{ORG} '?s?)"
    r" [^.;,]{1,120} , (?=(?:(?:has|have|had|is|was|will|today|recently|also|now) )*[a-z]+(?:ed|es|s)? )"
)
_OWN_ASIDE = re.compile(
    " , (?:its|their) [^.;,]{1,120} , (?=(?:has|have|had|is|was|are|were|will|can|"
    "(?:now |also |later )?(?:leads|heads|runs|joins|joined|becomes|became|oversees|stays|remains)) )"
)
_LONG_ASIDE = re.compile(
    f"([\ue000\ue001\ue002\ue005]{ONE}) , "
    "(?:an?|the|one of|which|who|focused|dedicated|formerly|founded|part of|headquartered|based|known)"
    r" [^;:]{1,240}? , (?=(?:(?:today|recently|this week|has|have|is|also|now|proudly|just) ){0,3}"
    r"(?:announc|unveil|launch|said|says|introduc|releas|partner|acquir|rais|clos|sign|select|join))"
)

_BETWEEN_COMMAS = re.compile(
    f"({SUBJECTS}) , (?!(?:and|or|but|it|they|he|she|we|i|so|then|yet|if) )(?:{WORD} ){{2,12}}, "
    "(?=(?:has|have|had|is|was|are|were|will|would|can|got|took|drew|found) |"
    f"(?:(?:now|also|already|still|today|recently) )?[a-z]+(?:s|ed) |{_AUXILIARY}{_VERB})"
)
"""An aside of any kind that names nobody, between a subject and its verb: "Acme, *eager to grow,* bought"."""
_UNCLOSED = re.compile(
    f"({ORG}) , (?:an?|the) (?:(?!and ){WORD} ){{3,24}}?(?=(?:(?:today|recently|has|have) ){{0,2}}announc(?:ed|es) )"
)
"""An apposition whose second comma was forgotten: "X, *the pioneer that delivers Y* announced"."""
_DASHED = re.compile(f"({SLOT}{ONE}) - (?:an?|the|which|who|one of|formerly|itself|now) [^;:]{{3,160}}? - (?=[a-z]+ )")

_THAT = re.compile(
    f"({SUBJECTS}) , (?:an?|the) (?:(?:{WORD}|{PLACE}|-|,) ){{1,10}}?(?:that|which) "
    "(?=[a-z]{3,} )(?!(?:has|have|is|was) )"
)
_DATELINE = re.compile(
    "^ [^()]{0,70}\\( [^()]{1,24} \\) -(?: -)? |"
    f"^ {PLACE} (?:, (?:{PLACE}|[a-z]{{2,12}}) (?:\\. )?)?-(?: -)? "
    "(?!(?:based|headquartered|area|listed|born|owned|domiciled|made|founded) )|"
    "^ [^;:]{0,70}?(?:pr ?newswire|business wire|globe ?newswire|accesswire)[^ ]*(?: /)?(?: \\))?(?: /)? -(?: -)? "
)
"""Where and when a newswire has it from: "BOSTON, March 3 (Reuters) - "."""
_WOULD = re.compile(
    f"({SLOT}{ONE} (?:{WORD} ){{0,3}}?(?:{SAYS}|disclosed|made (?:it )?(?:public|known)|made clear|told {WORD}) "
    f"(?:(?!not ){WORD} ){{0,4}}?(?:that )?(?:it|they|(?:the |a )?company|(?:{WORD} ){{0,2}}?{ORG}|"
    f"(?:{WORD} ){{0,2}}?\ue003{ONE}) )would "
)
"""What a firm tells of its plans, as of the past: "Microsoft said it *would* buy X" was "we will buy X"."""
_COORDINATED = re.compile(f" (?:, )?(?:and|but|then|;|,) (?={_AUXILIARY}{_VERB})")
_SUBJECT = re.compile(
    " (?:(?:in|on|at|with|for|under|as|within|during|since|after|before) [^,\ue000\ue001\ue005]{1,60} , )?"
    f"(?:the |(?!by |with |using |from |of |for |to )[a-z]+ ){{0,4}}?"
    f"({SUBJECTS}(?:(?: , [\ue000\ue001]{ONE}){{0,3}} (?:, )?and [\ue000\ue001]{ONE})?) (?!'s |- )"
)
_WORTH = "(?:shares?|stock|share price|market value|valuation|profits?|revenues?|sales|results|earnings|bonds)"
_OTHER = re.compile(SUBJECTS)
_NO_FIRM = (
    "(?!(?:rivals?|competitors?|partners?|customers?|clients?|suppliers?|vendors?|units?|subsidiary|division|arm|parent|"
    "owners?|investors?|backers?|buyer|target|spinoff|affiliate|predecessor|successor|country|government) )"
)
"""Before what of a firm's is no other firm, that "it" may stand for."""
_SHARES = re.compile(
    f" (?:{WORD} ){{0,3}}?(?:{_WORTH} (?:of|in|at) (?:(?!who |which ){WORD} ){{0,6}}?({ORG})|({ORG}) "
    f"(?:(?:{WORD} ){{0,2}}{_WORTH}|'s(?: {_NO_FIRM}{WORD}){{1,5}}?)) (?={WORD} )"
)
"""A subject that is a firm's: "*Shares of Acme* fell after it", "*Acme's revenue* grew as it"."""
_RELATIVE = re.compile(
    f"({SLOT}{ONE})(?: (?:unit|arm|subsidiary|division|business|affiliate|startup|brand))? , (?:which|who) (?=[a-z]+ )"
)
_ALL_OF_WHICH = re.compile(
    f"({SUBJECTS}(?: (?:, and|,|and) {SUBJECTS}){{0,6}}) , (?:all|both|each|some|most|many|two|three|four|several) of "
    "(?:which|whom) (?=[a-z]+ )"
)
"""A clause about all members of a list: "Acme and Zelbo, *both of which* use Orbix"."""
_RESUMES = re.compile(
    f" , (?={_AUXILIARY}(?:{_VERB}|sa(?:id|ys)|confirm|report|said|expects?|told)|and {SLOT}{ONE} , (?:which|who) )"
)
"""Where a sentence goes on after a relative clause."""
_WHOSE = re.compile(f"({ORG}) , (?:(?:an?|the) (?:(?:{WORD}|{PLACE}|-) ){{1,9}})?whose ")
_PARTICIPLE = re.compile(
    " (?:, (?:also |in the process |while |thereby |having |already |and )?|(?:after|since|by|while) )"
    "(?=(?:acquir(?:ing|ed)(?= (?!by ))|bought(?= (?!by ))|"
    "buying|purchasing|paying|spending|launching|unveiling|introducing|releasing|partnering|teaming|joining|"
    "adopting|deploying|using|choosing|selecting|tapping|naming|appointing|hiring|replacing|"
    "previewing|readying|announcing|debuting|embracing|switching|upgrading|testing|"
    "migrating|moving|investing|integrating|embedding|leveraging|competing|working|collaborating) )"
)
_PRONOUN = re.compile(
    " (?:after|before|until|when|since|as|because|while|though|although|and|but(?: then| later| also)?|once|where|"
    ";|:|-|and then|that|how|saying|"
    "which|days after|months after) "
    "(?:(?:at|in|on|during|last|this|for|with) [^,;:.]{1,50} (?:, )?)?"
    "(?:it|they|the (?:company|firm|startup|group)) "
    "(?!(?:is|was|'s) (?:un)?(?:clear|likely|possible|important|time))(?=[a-z']+ )"
)
_SAID_IT = re.compile(f"{ONE} (?:{SAYS}) (?:on [a-z]+day |last [a-z]+ |today )?(?:that )?(?:it|they) (?=[a-z']+ )")
"""Where an officer tells of his or her firm: "Acme chief Jane Miller *said it* had bought Orbixo"."""
_THEIR_STAFF = re.compile(
    f" (?:said|says|where|while|and|as|so|but|,|with) (?:that )?(?:(?:{WORD} ){{0,4}}of )?(?:its|their) "
    f"(?:{WORD} ){{0,3}}{STAFF} "
    "(?=(?:(?:have|are|can|will|would|now|also|already|still) ){0,3}[a-z]{3,} )(?!to |for |who |at |in |from |with )"
)
"""Whom the subject pays does something: "said *its nurses* now use"."""
_PREPOSED = re.compile(
    "^ (?:(?:after|by|since|following|having|while|besides|in addition to|when|upon|in|already|now|long) )?"
    "((?:[a-z]{2,}(?:ing|ed)|built|made|run|backed|sold|bought) [^;:]{2,160}?) , "
    f"(?:the )?(?:{WORD} ){{0,4}}?({SUBJECTS}) (?!, (?:and |or )?{SUBJECTS}|(?:and|or|&) {SUBJECTS} , )"
)
"""What stands before whoever does it: "Having bought Orbix, *Zelbo*", who is no member of a list."""
_DONE_TO = re.compile("(?:[a-z]+ed|built|made|run|sold|bought) (?:in|by|on|with|for|from|at|as|near|to|into|out) ")
"""A participle that says what was done to the subject: "Based in Boston, X hired"."""
_LAST_SAYS = re.compile(
    f' , (?:" )?(?:according to |{SAYS} )?({ORG}) (?:(?:has |have |also |today )?(?:{SAYS}) )?'
    f"(?:{WORD} ){{0,5}}(?:\\. )?$"
)
_CLEFT = re.compile(
    f"^ (?:(?:and|but|so|yet) )?it (?:is|was) (?:the )?(?:{WORD} ){{0,2}}({SUBJECTS}) (?:that|who|which) (?=[a-z]+ )"
)
"""A sentence turned round to stress who did something: "*It was* Acme *that* launched"."""
_IN_FAVOUR = re.compile(f"^ [^;:]{{0,60}}?({ORG}) [^;:\ue000\ue001]{{2,120}}? in favou?r of ")
"""For what something else is given up: "X has ended its use of Y *in favor of* Z"."""
_WITHIN_WHICH = re.compile(
    f"({SLOT}{ONE})(?: {WORD})? (?:, (?:an?|the) (?:(?:{WORD}|{PLACE}|-) ){{1,9}}?|, )"
    "(in|of|on|with|to|into|by|for|from|at|through|against) (?:which|whom) "
    "([^,;]{3,90}?) (?=[,;.])"
)
_OBJECT = re.compile(
    f"({SLOT}{ONE})(?: {WORD}){{0,3}} (?:, (?:an?|the) (?:(?:{WORD}|{PLACE}|,) ){{1,8}}?)?(?:, )?(?:which|that) "
    f"(?:the )?({ORG}(?: (?:, and|,|and) {ORG}){{0,4}} {_AUXILIARY}[a-z]+ (?:(?:up|out|over) )?)"
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


_DASH_ASIDE = re.compile(f"({SLOT}{ONE}) {DASH} (?:(?:{WORD}|{PLACE}|,) ){{1,20}}?{DASH} (?=[a-z]+ )")
"""An aside between dashes that names nobody: "Acme *— for years a laggard —* bought"."""


def _readings(line: str) -> Iterator[str]:
    if DASH in line:
        shorter = _DASH_ASIDE.sub(r"\1 ", line)
        if len(shorter) < len(line):
            yield line.replace(DASH, "-")
        line = shorter.replace(DASH, "-")
    if " would " in line:
        line = _WOULD.sub(r"\1will ", line)
    if " - " in line[:100]:
        line = _DATELINE.sub(" ", line, count=1)
    yield line
    if PLACES[0] in line or PLACES[1] in line:
        yield FROM_PLACE.sub(r" \1", line)
        shorter = simplify(_STATE.sub(r"\1 ", line))
    else:
        shorter = simplify(line)
    yield shorter
    without = _OWN_ASIDE.sub(" ", _ASIDE.sub(" ", shorter)) if " , " in shorter else shorter
    if " would " in without:
        without = _WOULD.sub(r"\1will ", without)
    if " announce" in without:
        without = _UNCLOSED.sub(r"\1 ", without)
    if " - " in without:
        without = _DASHED.sub(r"\1 ", without)
    for expression in (_LONG_ASIDE, _BETWEEN_COMMAS) if without.count(" , ") > 1 else ():
        if expression.search(without):
            without = expression.sub(r"\1 ", without)
    yield without
    bare = without_details(without)
    yield bare
    said = _LAST_SAYS.search(bare)
    if said:
        yield f" {said[1]} said {bare[1 : said.start()]} . "
    for clause in _clauses(shorter, bare):
        if sum(map(clause.count, _LETTERS)) > 1:
            yield clause


_LETTERS = tuple(map(chr, range(0xE000, 0xE009)))


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
        yield f" {before[2]} {without_details(f' {before[1]} .')[1:]}"
    subject = _SUBJECT.match(bare)
    if subject:
        own = " its " in bare or " their " in bare
        for expression in (_COORDINATED, _PRONOUN, _PARTICIPLE, *((_THEIR_STAFF,) if own else ())):
            for found in list(expression.finditer(bare, subject.end() - 1))[:3]:
                yield f" {_said_of(bare, found)}{subject[1]} {bare[found.end() :]}"
        said = _SAID_IT.search(bare, subject.end() - 1)
        if said and not _OTHER.search(bare, subject.end(), said.start()):
            yield f" {subject[1]} {bare[said.end() :]}"
    elif shares := _SHARES.match(bare):
        for found in list(_PRONOUN.finditer(bare, shares.end() - 1))[:2]:
            if _OTHER.search(bare, shares.end(), found.start()):
                return  # "Acme's purchase of Orbixo came after it"
            yield f" {_said_of(bare, found)}{shares[1] or shares[2]} {bare[found.end() :]}"


def _relative_clauses(shorter: str) -> Iterator[str]:
    if cleft := _CLEFT.match(shorter):
        yield without_details(f" {cleft[1]} {shorter[cleft.end() :]}")
    for found in _ALL_OF_WHICH.finditer(shorter) if " of wh" in shorter else ():
        clause = shorter[found.end() :]
        yield without_details(f" {found[1]} {clause.partition(' , ')[0]} ")
    for found in _RELATIVE.finditer(shorter):
        clause = shorter[found.end() :]
        ends = _RESUMES.search(clause)
        clause = clause[: ends.start()] if ends else clause
        yield without_details(f" {found[1]} {clause} ")
        further = _COORDINATED.search(clause)
        if further:  # "which bought Orbix and *has hired Jane Miller*"
            yield without_details(f" {found[1]} {clause[further.end() :]} ")
    for found in _THAT.finditer(shorter):
        clause = shorter[found.end() :]
        yield without_details(f" {found[1]} {clause.partition(' , ')[0]} ")
    for found in _WITHIN_WHICH.finditer(shorter):
        yield without_details(f" {found[3]} {found[2]} {found[1]} . ")
    for found in _OBJECT.finditer(shorter):
        yield without_details(f" {found[2]}{found[1]} {shorter[found.end() :]}")
    for found in _WHOSE.finditer(shorter):
        yield without_details(f" {found[1]} 's {shorter[found.end() :]}")


def _said_of(bare: str, found: re.Match[str]) -> str:
    """The two words before a "that": what they say of its clause goes with it, as in "denied that it"."""
    if not found[0].startswith(" that "):
        return ""
    return "".join(f"{word} " for word in bare[: found.start()].split()[-2:] if word.isalpha())
