"""The patterns of relations, as data: ``patterns/*.toml`` to regular expressions over lines of words and slots."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from kgraph.extractors.relations.anchors import anchors
from kgraph.extractors.relations.sequences import sequence
from kgraph.namespace import KG, SCHEMA

FILES = ("products", "integration", "organizations", "deals", "people")
LETTERS = {
    "Company": "\ue000",
    "Organization": "\ue001",
    "Product": "\ue002",
    "Person": "\ue003",
    "Place": "\ue004",
    "": "\ue005",
    "Place?": "\ue007",
    "Person?": "\ue008",
}
"""What a slot may be: "" is for names whose class this text leaves open, "Place?" for what only the model places,
"Person?" for what is open and looks like a person's name."""
ONE = "."
"""What follows the letter of a slot: the mark that says which it is. (A range of marks takes long to compile.)"""
UNKNOWN = LETTERS[""]
SLOTS = {
    "org": f"[\ue000\ue001{UNKNOWN}\ue007\ue008]{ONE}",
    "public": f"[\ue001]{ONE}",
    "product": f"[\ue002{UNKNOWN}\ue008]{ONE}",
    "certificate": f"\ue006{ONE}",
    "backer": f"(?:[\ue000\ue001\ue005\ue008]{ONE} 's (?=[\ue000\ue001\ue002\ue005]))?"
    "(?!(?<=, ).{2} 's (?:[a-z-]+ ){0,4}(?:arm|unit|fund|vehicle|division) )"
    f"[\ue000\ue001\ue002{UNKNOWN}\ue007\ue008]{ONE}"
    "(?! (?:co - |ex - |former )?(?:founders?|ceo|cto|cfo|chief|partner|alum|alumni|executives?|veterans?|president|"
    "engineers?|chairman|chair|director|employees?|boss|head|customers?|clients?|said|says|reported|reports|"
    "(?:writes|wrote)(?= (?:\\.|,|;|$))|notes|noted|reckons|estimates|told|first "
    "reported) | 's (?:(?:co|ex|former|-) )*(?:founders?|ceo|chief|boss|president) )",
    "person": f"[\ue003]{ONE}",
    "somebody": f"[\ue003\ue008]{ONE}",
    "place": f"[\ue004\ue007]{ONE}",
    "name": f"[\ue000\ue001\ue002{UNKNOWN}\ue007\ue008]{ONE}",
    "rival": f"[\ue000\ue002{UNKNOWN}\ue007\ue008]{ONE}",
}
_LIST = (
    "{one}(?: (?!, an? )(?:, and with|, and|, or|(?:, )?(?:as well as|plus|along with)|and with|and|or|,|&|/|"
    ";(?! [^ ]+ (?:to|will|has|is) )|\\|)"
    "(?: the| its| an?| new| flagship| popular| latest| newest"
    "| also| both| existing| returning| prior| previous| earlier| fellow| investors?| backers?"
    "| shareholders?| [\ue000\ue001\ue005\ue007\ue008]. '?s?){{0,3}}"
    "(?:(?: [a-z]+){{0,2}} (?:startup|firm|company|giant|maker|provider|specialist|vendor|developer|group|bank|insurer|"
    "retailer|consultancy|distributor|university|hospital|investor|broker|integrator|supplier|platform|service|partner|"
    "ally|tool|app|software|product|offering|solution|database|device|module|add - on|plug - in|plugin|extension))? "
    "{one}{last}){{0,40}}"
)
_MAY_ACT = (
    "has|have|had|will|would|said|says|"
    "writes|wrote|reports|reported|reckons|reckoned|notes|noted|estimates|estimated|"
    "launches|unveils|raises|buys|acquires|introduces|releases|announces|hires|names|appoints|adds|"
    "rolls out|debuts|opens|closes|expands|takes on|"
    "(?:bought|acquired|purchased|snapped up|picked up|took over|raised|secured|launched|unveiled|introduced|agreed) "
    "(?!by |in |for |on |at |from |last |this |earlier |to |as |[0-9])[^ ]+"
)
_GOVERNED = f"(?! (?:{_MAY_ACT}) )"
"""What follows a name that does something itself, so that it ends no list: "deals with X, *Y launches* a tool"."""
_WHAT = "(?=the |an? |its |their |his |her |[\ue000-\ue008]|\\$ |€ |£ |[0-9·]|new )"
_ACTS = (
    "(?! (?:\\( [^()]{1,40} \\) )?(?:(?:now|also|today|then|recently|just|already|still|itself|meanwhile|"
    "(?!on(?:ly)? |ear(?:ly)? )[a-z]{3,12}ly|(?:last|this|next) [a-z]+|on [a-z]+day|in [0-9]{4}|earlier) ){0,2}"
    f"(?:(?:{_MAY_ACT}|is|was|does|did|went|became|began|gave|took|chose|grew|ran|"
    "agree[ds]|plans to|aims to|wants to|wanted to) "
    "|(?!(?:call|dubb|nam|codenam|brand|own|bas|back)ed |services |customers |users |systems |plus |versus |across |"
    "besides |towards |regards )"
    "(?:[a-z]{2,}(?:[^s]s|ed)|made|sold|won|paid|spent|led|built|brought|put|held|kept|lost|left|set|struck|sent|"
    f"told|found|got|beat) {_WHAT}))"
)
"""The same behind a verb, where no list can be part of another subject: any verb that is followed by what it does."""
_LEADS_IN = re.compile(r'(?:\(\?<!(?:[^()]|\([^()]*\))*\)|\(\?:\^[^()]*\)|\^|\(\?:" \)|[ ?])*')
"""What may stand in a pattern before its grammatical subject."""
_ENDS = re.compile(r"$|\(\?[!=]|\{raised\}|\[\^\ue00f\]")
"""What stands in a pattern behind the last words that it asks for."""
_PLURALS = {
    "orgs": "org",
    "products": "product",
    "names": "name",
    "rivals": "rival",
    "persons": "person",
    "people": "somebody",
    "backers": "backer",
}
_SLOT = re.compile(r"\{([so]):([a-z]+)\}")
_WRITTEN = re.compile(r"\(\?P<([so])>\[?((?:\\ue00[0-8])+)")
"""A slot that a pattern writes out: the letters that may stand there."""
_CODE = re.compile(r"\\u(e00[0-8])")
_MACRO = re.compile(r"\{([a-z]+)\}")
EARLIER = "←"
"""Stands before the organisation that an earlier sentence named, where this one does not: "CEO Jane Miller said"."""
DASH = "–"
"""Stands for dashes until asides between two of them are left out; patterns read it as a hyphen."""
LAUNCHER = "⇐"
"""Stands before the organisation that the sentence before let launch something that it did not name."""
PRODUCT = "⇒"
"""Stands before the product that an earlier sentence named."""
BUYER = "⇓"
"""Stands before the organisation that an earlier sentence let buy a firm without naming that."""
MAIN = "⌂"
"""Stands before the organisation that the text is about, in a sentence that may speak of it without naming it."""
RAISER = "⇑"
"""Stands before the company whose round of money the sentence tells of, whether it names it or not."""
ALLIES = "⇔"
"""Stands before the two organisations whose partnership a sentence speaks of without saying whose it is."""
_LASTING = ("schema:location", "schema:manufacturer", "schema:parentOrganization", "schema:hasPart", "kg:competesWith")
_PREFIXES = {"kg": KG, "schema": SCHEMA}


@dataclass(frozen=True)
class Pattern:
    """One way of saying a relation."""

    name: str
    predicate: str
    match: str
    """A regular expression for a line (:mod:`.lines`)."""
    confidence: float
    swap: bool
    """Whether the claim runs from the pattern's object to its subject."""
    subject_letters: frozenset[str]
    object_letters: frozenset[str]
    """One of these must stand in a line that the pattern can match."""
    anchors: tuple[frozenset[str], ...]
    """One of each of these must begin a word of a line that the pattern can match."""
    sequence: tuple[frozenset[str], ...]
    """Words with one of each of these, letters of slots or words' beginnings, must follow each other in such a line."""
    own: bool
    """Whether it takes for one's own what one may only have: "its Oracle PeopleSoft"."""
    clause: bool
    """Whether it begins with the grammatical subject, which no preposition may govern."""
    lasting: bool
    """Whether it says what somebody or something is, which no plan or rumour of the sentence makes less sure."""
    presupposed: bool
    """Whether it only names what is so whatever the sentence denies: "has not bought *its rival* Acme"."""
    supposes: bool
    """Whether it takes the firm that the text is about for one end: it counts where nothing else tells it."""
    vendor: bool
    """Whether its object is who sells what the subject uses, rather than what it is called: "a contract with Acme"."""
    holds: str
    """Marks that must stand in a line that it can match, such as brackets."""
    not_words: re.Pattern[str] | None
    requires: re.Pattern[str] | None
    example: str
    expect: tuple[tuple[str, str], ...]
    counter: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first asked for: few texts need few of them."""
        return re.compile(self.match)


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of their files."""
    folder = resources.files("kgraph.extractors.relations") / "patterns"
    macros = tomllib.loads((folder / "macros.toml").read_text(encoding="utf-8"))
    found = []
    for file in FILES:
        for row in tomllib.loads((folder / f"{file}.toml").read_text(encoding="utf-8"))["pattern"]:
            not_words, requires = row.get("not_words"), row.get("requires")
            expression = expand(row["match"], macros, row.get("clause", False))
            found.append(
                Pattern(
                    row["name"],
                    predicate_iri(row["predicate"]),
                    expression,
                    row["confidence"],
                    row.get("swap", False),
                    _letters(row["match"], "s"),
                    _letters(row["match"], "o"),
                    anchors(expression),
                    sequence(expression),
                    row.get("own", False),
                    row.get("clause", False),
                    row.get("lasting", row["predicate"] in _LASTING),
                    row.get("presupposed", False),
                    MAIN in expression,
                    row.get("vendor", False),
                    row.get("holds", ""),
                    re.compile(f" {not_words} ") if not_words else None,
                    re.compile(requires) if requires else None,
                    row["example"],
                    tuple((s, o) for s, o in row["expect"]),
                    row["counter"],
                )
            )
    return tuple(found)


def _letters(match: str, group: str) -> frozenset[str]:
    """The letters of the slots that may fill a group; of any slot for a pattern of pairs."""
    kinds = [kind for name, kind in _SLOT.findall(match) if name == group]
    written = [letters for name, letters in _WRITTEN.findall(match) if name == group]
    if written and not kinds:
        return frozenset(chr(int(code, 16)) for letters in written for code in _CODE.findall(letters))
    if not kinds:
        return frozenset(LETTERS.values())
    if kinds[0] == "certificate":
        return frozenset(SLOTS["certificate"][0])
    return frozenset(letter for letter in LETTERS.values() if letter in SLOTS[_PLURALS.get(kinds[0], kinds[0])])


@lru_cache(maxsize=64)
def predicate_iri(name: str) -> str:
    """The IRI of ``kg:launched`` or ``schema:worksFor``."""
    prefix, _, local = name.partition(":")
    terms = _PREFIXES[prefix]
    values = [str(value) for key, value in vars(terms).items() if not key.startswith("_")]
    return next(value for value in values if re.split("[#/]", value)[-1] == local)


def expand(match: str, macros: Mapping[str, str], clause: bool = False) -> str:
    """A pattern with its slots and macros written out; a ``clause`` begins with its subject."""

    def slot(found: re.Match[str]) -> str:
        group, kind = found[1], found[2]
        one = SLOTS[_PLURALS.get(kind, kind)]
        if kind not in _PLURALS:
            return f"(?P<{group}>{one})"
        last = ""
        if not _LEADS_IN.fullmatch(match, 0, found.start()):
            if clause and (group == "o" or _ENDS.match(match, found.end())):
                last = _ACTS
            elif group == "o":
                last = _GOVERNED
        return f"(?P<{group}>{_LIST.format(one=one, last=last)})"

    text = _SLOT.sub(slot, match)
    for _ in range(3):
        text = _MACRO.sub(lambda found: macros.get(found[1], SLOTS.get(found[1], found[0])), text)
    return text
