"""Relations that sentences state between names, by the patterns of ``patterns/*.toml``.

A sentence is read as a line of words in which every name is a slot that knows what the name may be; a pattern is a
regular expression over such lines. That works for headlines as for running text, needs no parser, and a pattern is
data: a name, an example and a counter-example, both of which are tests.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from kgraph.extractors import modality
from kgraph.extractors.dates import date_of
from kgraph.extractors.entities import Sentence
from kgraph.lexicon import Lexicon
from kgraph.model import Claim, Mention
from kgraph.namespace import KG, SCHEMA
from kgraph.text import word_class

_ORGANIZATION, _PRODUCT = ("Company", "Organization"), ("Product",)
ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    KG.LAUNCHED: (_ORGANIZATION, _PRODUCT),
    SCHEMA.MANUFACTURER: (_PRODUCT, ("Company",)),
    KG.ACQUIRED: (("Company",), ("Company", "Product")),
    KG.PARTNERS_WITH: (_ORGANIZATION, _ORGANIZATION),
    KG.INVESTED_IN: (_ORGANIZATION, ("Company",)),
    KG.USES: (_ORGANIZATION, _PRODUCT),
    KG.INTEGRATES_WITH: (_PRODUCT, _PRODUCT),
    SCHEMA.HAS_PART: (_PRODUCT, _PRODUCT),
    SCHEMA.WORKS_FOR: (("Person",), _ORGANIZATION),
    SCHEMA.PARENT_ORGANIZATION: (("Company",), ("Company",)),
    SCHEMA.LOCATION: (_ORGANIZATION, ("Place",)),
    KG.COMPETES_IN: (("Company",), ("Market",)),
    KG.COMPETES_WITH: (("Company",), ("Company",)),
    KG.CERTIFIED_BY: ((*_ORGANIZATION, "Product"), _ORGANIZATION),
}
"""The classes that each relation joins."""
FILES = ("products", "integration", "organizations", "people")
LETTERS = {
    "Company": "\ue000",
    "Organization": "\ue001",
    "Product": "\ue002",
    "Person": "\ue003",
    "Place": "\ue004",
    "": "\ue005",
}
"""What a slot may be; the last is for names whose class this text leaves open."""
FIRST_INDEX = 0xE100
_ONE = "[\ue100-\uf8ff]"
_UNKNOWN = LETTERS[""]
SLOTS = {
    "org": f"[\ue000\ue001{_UNKNOWN}]{_ONE}",
    "public": f"[\ue001]{_ONE}",
    "product": f"[\ue002{_UNKNOWN}]{_ONE}",
    "certificate": f"\ue006{_ONE}",
    "person": f"[\ue003]{_ONE}",
    "place": f"[\ue004]{_ONE}",
    "name": f"[\ue000\ue001\ue002{_UNKNOWN}]{_ONE}",
}
_LIST = "{one}(?: (?:, and|, or|as well as|and|or|,|&|/|;|\\|)(?: the| its)? {one}){{0,40}}"
MAX_SLOTS = 60
"""A sentence with more names is a list; only key players are looked for there."""
_PLURALS = {"orgs": "org", "products": "product", "names": "name"}
_SLOT = re.compile(r"\{([so]):([a-z]+)\}")
_MACRO = re.compile(r"\{([a-z]+)\}")
_INDEX = re.compile(f"[\ue000-\ue006]({_ONE})")
CERTIFICATE = "\ue006"
_CERTIFICATES = word_class(
    "specialization specialisation competency certification accreditation designation specializations competencies "
    "certifications msp msps"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PREFIXES = {"kg": KG, "schema": SCHEMA}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying a relation."""

    name: str
    predicate: str
    expression: re.Pattern[str]
    confidence: float
    swap: bool
    """Whether the claim runs from the pattern's object to its subject."""
    subject_letters: frozenset[str]
    object_letters: frozenset[str]
    """One of these must stand in a line that the pattern can match."""
    clause: bool
    """Whether it begins with the grammatical subject, which no preposition may govern."""
    not_words: re.Pattern[str] | None
    requires: re.Pattern[str] | None
    example: str
    expect: tuple[tuple[str, str], ...]
    counter: str


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of their files."""
    folder = resources.files("kgraph.extractors") / "patterns"
    macros = tomllib.loads((folder / "macros.toml").read_text(encoding="utf-8"))
    found = []
    for file in FILES:
        for row in tomllib.loads((folder / f"{file}.toml").read_text(encoding="utf-8"))["pattern"]:
            not_words, requires = row.get("not_words"), row.get("requires")
            found.append(
                Pattern(
                    row["name"],
                    predicate_iri(row["predicate"]),
                    re.compile(expand(row["match"], macros)),
                    row["confidence"],
                    row.get("swap", False),
                    _letters(row["match"], "s"),
                    _letters(row["match"], "o"),
                    row.get("clause", False),
                    re.compile(f" {not_words} ") if not_words else None,
                    re.compile(requires) if requires else None,
                    row["example"],
                    tuple((s, o) for s, o in row["expect"]),
                    row["counter"],
                )
            )
    return tuple(found)


def _letters(match: str, group: str) -> frozenset[str]:
    """The letters of the slots that may fill a group; of any slot for a pattern of pairs and for certificates."""
    kinds = [kind for name, kind in _SLOT.findall(match) if name == group]
    if not kinds or kinds[0] == "certificate":
        return frozenset(LETTERS.values())
    return frozenset(letter for letter in LETTERS.values() if letter in SLOTS[_PLURALS.get(kinds[0], kinds[0])])


def predicate_iri(name: str) -> str:
    """The IRI of ``kg:launched`` or ``schema:worksFor``."""
    prefix, _, local = name.partition(":")
    terms = _PREFIXES[prefix]
    values = [str(value) for key, value in vars(terms).items() if not key.startswith("_")]
    return next(value for value in values if re.split("[#/]", value)[-1] == local)


def expand(match: str, macros: Mapping[str, str]) -> str:
    """A pattern with its slots and macros written out."""

    def slot(found: re.Match[str]) -> str:
        group, kind = found[1], found[2]
        one = SLOTS[_PLURALS.get(kind, kind)]
        return f"(?P<{group}>{_LIST.format(one=one) if kind in _PLURALS else one})"

    text = _SLOT.sub(slot, match)
    for _ in range(3):
        text = _MACRO.sub(lambda found: macros.get(found[1], SLOTS.get(found[1], found[0])), text)
    return text


def find(
    content: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Claim, ...]:
    """The relations that a text states, the strongest claim for each of its sentences."""
    kinds = _kinds(mentions)
    slots = ["" if is_platform(mention.name, lexicon) else kind for mention, kind in zip(mentions, kinds, strict=True)]
    best: dict[tuple[int, str, int, int], Claim] = {}
    topic = Topic()
    for sentence in sentences:
        claims: list[Claim] = []
        if len(sentence.mentions) + (topic.last >= 0) > 1 and len(sentence.mentions) <= MAX_SLOTS:
            claims = list(_in_sentence(content, sentence, mentions, kinds, slots, topic))
        for claim in claims:
            key = (claim.subject, claim.predicate, claim.object, claim.start)
            if key not in best or best[key].confidence < claim.confidence:
                best[key] = claim
        topic = topic.after(sentence, kinds)
    return tuple(sorted(best.values()))


def is_platform(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a company's and that of what it sells: "Snowflake" hires, and data lie on Snowflake."""
    return {"Company", "Product"} <= {entry.type for entry in lexicon.known(name)}


JOINED, BOUGHT = 1.8, 3.5
"""Log-odds of what a relation joins being of its classes; who buys or is bought is nearly always a company."""
CERTAIN = 6.0
"""Log-odds of what the relation that it stands in makes of the name of a platform."""


def feedback(mentions: Sequence[Mention], claims: Sequence[Claim], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; those that stand in a relation are the likelier to be what such relations join.

    What is a company and a platform is here the one of the two that its surest relation asks for.
    """
    gained: dict[int, dict[str, float]] = {}
    roles: dict[int, tuple[float, str]] = {}
    for claim in claims:
        left, right = ENDS[claim.predicate]
        for end, kinds in ((claim.subject, left), (claim.object, right)):
            had = dict(mentions[end].types)
            kind = max(kinds, key=lambda each: (had.get(each, 0.0), each == "Company"))
            if kind != "Market":
                worth = BOUGHT if claim.predicate == KG.ACQUIRED and kind == "Company" else JOINED
                gained.setdefault(end, {})[kind] = max(gained.get(end, {}).get(kind, 0.0), worth * claim.confidence)
            role = "Product" if kinds == _PRODUCT else "" if "Product" in kinds else "Company"
            if role:
                roles[end] = max(roles.get(end, (0.0, "")), (claim.confidence, role))
    result = list(mentions)
    for end, (_, role) in roles.items():
        if role == "Product" and is_platform(result[end].name, lexicon):
            result[end] = result[end]._replace(types=((role, CERTAIN),))
            del gained[end]
    for end, gains in gained.items():
        types = dict(result[end].types)
        for kind, weight in gains.items():
            types[kind] = round(types.get(kind, 0.0) + weight, 3)
        result[end] = result[end]._replace(types=tuple(sorted(types.items())))
    return result


def _kinds(mentions: Sequence[Mention]) -> list[str]:
    """What each mention most likely is, by all mentions of its name in the text; empty where that stays open."""
    totals: dict[str, dict[str, float]] = {}
    for mention in mentions:
        total = totals.setdefault((mention.stands_for or mention.name).lower(), {})
        for kind, weight in mention.types:
            total[kind] = max(total.get(kind, 0.0), weight) + 0.3 * min(total.get(kind, 0.0), weight)
    kinds = {}
    for name, total in totals.items():
        ranked = sorted(((weight, kind) for kind, weight in total.items() if kind in LETTERS), reverse=True)
        sure = (
            ranked
            and ranked[0][0] > 0
            and (
                len(ranked) == 1
                or ranked[0][0] - ranked[1][0] >= 1.0
                or {ranked[0][1], ranked[1][1]} == {"Company", "Organization"}
            )
        )
        least = {"Person": 0.0, "Place": 0.0, "Company": 2.2}.get(ranked[0][1] if ranked else "", 1.5)
        if sure and ranked[0][0] < least:
            sure = False
        kinds[name] = ranked[0][1] if sure else ""
    return [kinds[(m.stands_for or m.name).lower()] for m in mentions]


class Topic(NamedTuple):
    """Whom the sentences before spoke of: the mentions that "it", "the company" and "the hospital" stand for."""

    last: int = -1
    """The organisation that was last the subject of a sentence; -1 for none."""
    company: int = -1
    """The company that was."""

    def meant_by(self, noun: str) -> int:
        """Whom "the" with this noun means."""
        return self.last if noun in _PUBLIC or self.company < 0 else self.company

    def after(self, sentence: Sentence, kinds: Sequence[str]) -> "Topic":
        """The topic after one more sentence: what a preposition governs, and who only approves, is none."""
        words = sentence.words
        named = [(first, end, m) for first, end, m in sentence.mentions if kinds[m] in _ORGANIZATION]
        free = [
            m
            for first, end, m in named
            if (words[first - 1 - (first > 1 and words[first - 1].lower() == "the")].lower() if first else "")
            not in _GOVERNING
            and not {word.lower() for word in words[end : end + 3]} & _APPROVES
        ]
        last = free[0] if free else self.last if self.last >= 0 or not named else named[0][2]
        return Topic(last, last if last >= 0 and kinds[last] == "Company" else self.company)


_GOVERNING = word_class("at of by with from in to for via on against into than through under")
_APPROVES = word_class("granted grants cleared clears approved approves authorized authorizes authorised issued issues")
_PUBLIC = word_class("hospital system university agency organization organisation nonprofit group bank provider insurer")


def _in_sentence(
    content: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    kinds: Sequence[str],
    slots: Sequence[str],
    topic: Topic,
) -> Iterator[Claim]:
    line, table = encode(sentence, kinds, slots, topic)
    if len(table) < 2:
        return
    start, end = sentence.start, sentence.end
    dated = date_of(sentence.words)
    for text in readings(line):
        there = frozenset(letter for letter in LETTERS.values() if letter in text)
        for pattern in patterns():
            if there.isdisjoint(pattern.subject_letters) or there.isdisjoint(pattern.object_letters):
                continue
            if EARLIER not in text and EARLIER in pattern.expression.pattern:
                continue
            if pattern.requires and not pattern.requires.search(text):
                continue
            for found in pattern.expression.finditer(text):
                if pattern.clause and _PREPOSITION.search(text, max(0, found.start() - 12), found.start()):
                    continue
                if pattern.not_words and pattern.not_words.search(
                    f" {text[max(0, found.start() - 12) : found.end()]} "
                ):
                    continue
                factor = modality.certainty(text, found.start(), _said(found))
                if factor <= 0:
                    continue
                for left, right in _pairs(found, table):
                    subject, object_ = (right, left) if pattern.swap else (left, right)
                    if pattern.predicate == KG.LAUNCHED and _is_brand_of(content, mentions[object_]):
                        continue
                    if subject != object_ and mentions[subject].name != mentions[object_].name:
                        yield Claim(
                            subject, pattern.predicate, object_, start, end,
                            round(pattern.confidence * factor, 3), pattern.name, dated,
                        )  # fmt: skip


def _said(found: re.Match[str]) -> int:
    """Where what a match says ends: before the rest of a sentence whose subject an earlier one named."""
    stop = found.string.find(EARLIER, found.start(), found.end())
    if stop < 0:
        return found.end()
    return max(found.end(group) for group in ("s", "o") if found.end(group) <= stop)


def _pairs(found: re.Match[str], table: Sequence[int]) -> Iterator[tuple[int, int]]:
    groups = found.groupdict()
    if "pair" in groups:
        members = [table[ord(c) - FIRST_INDEX] for c in _INDEX.findall(groups["pair"])]
        yield from ((a, b) for i, a in enumerate(members[:8]) for b in members[i + 1 : 8])
        return
    for s in _INDEX.findall(groups["s"]):
        for o in _INDEX.findall(groups["o"]):
            yield table[ord(s) - FIRST_INDEX], table[ord(o) - FIRST_INDEX]


_BRANDED = re.compile(
    r"\s(?:cloud\s)?(?:services?|tools?|features?|regions?|capabilit(?:y|ies)|datacenters?|data centers?|offerings?)\b"
)
KNOWN = 4.0


def _is_brand_of(content: str, mention: Mention) -> bool:
    """Whether a well-known name is only the brand of what is launched: "launches an Azure *service* for"."""
    known = " " not in mention.name and dict(mention.types).get("Product", 0.0) >= KNOWN
    return known and _BRANDED.match(content, mention.end) is not None


_PREPOSITION = re.compile(r" (?:of|by|from|with|at|in|to|for|via|on|into|than) (?:the )?$")
_ANAPHORS = word_class(
    "company firm startup giant vendor group organization retailer insurer bank hospital system maker "
    "provider university agency"
)


def encode(
    sentence: Sentence, kinds: Sequence[str], slots: Sequence[str], topic: Topic
) -> tuple[str, list[int]]:
    """A sentence as a line of words and slots, and the mention behind each slot.

    "The company" stands for the organisation that was last spoken of, in an earlier sentence.
    """
    out: list[str] = []
    table: list[int] = []
    words = sentence.words
    at = 0
    if topic.last >= 0 and len(words) > 2 and words[0].lower() == "it" and words[1].lower() not in _EXPLETIVE:
        out.append(LETTERS[kinds[topic.last]] + chr(FIRST_INDEX))
        table.append(topic.last)
        at = 1
    elif topic.last >= 0 and len(words) > 2 and words[0].lower() in ("its", "their"):
        out.extend([LETTERS[kinds[topic.last]] + chr(FIRST_INDEX), "'s"])
        table.append(topic.last)
        at = 1
    named = next((m for _, _, m in sentence.mentions if kinds[m] in _ORGANIZATION), -1)
    for first, end, mention in sentence.mentions:
        if first < at:
            continue
        _words(words[at:first], out, table, kinds, topic if not table else Topic(), _only_firm(table, kinds))
        letter = CERTIFICATE if _is_certificate(words, first, end) else LETTERS.get(slots[mention], _UNKNOWN)
        out.append(letter + chr(FIRST_INDEX + len(table)))
        table.append(mention)
        at = end
        if words[end - 1][-1] in "sxz" and words[end : end + 1] in (["'"], ["’"]):
            out.append("'s")  # "Philips' subsidiary"
            at += 1
        stop = _firm_of_place(sentence, first, end, kinds) if kinds[mention] == "Place" else 0
        known = topic.meant_by(words[stop - 1].lower()) if topic.last >= 0 else named
        if stop and known >= 0:
            out.extend(["-", "based", LETTERS[kinds[known]] + chr(FIRST_INDEX + len(table))])
            table.append(known)
            at = stop
    about_person = len(table) == 1 and kinds[table[0]] == "Person"
    _words(words[at:], out, table, kinds, topic if not table or about_person else Topic(), _only_firm(table, kinds))
    if topic.last >= 0 and table and topic.last not in table:
        out.extend([".", ";", EARLIER, LETTERS[kinds[topic.last]] + chr(FIRST_INDEX + len(table))])
        table.append(topic.last)
    return f" {' '.join(out)} ", table


def _is_certificate(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name is that of a certificate: "Azure Expert MSP", "Advanced Specialization"."""
    last = words[end - 1].lower()
    return last in _CERTIFICATES or (last == "provider" and end - first > 3 and words[end - 2].lower() == "service")


_EXPLETIVE = word_class("is was 's ’s seems appears takes remains")
"""Verbs of an "it" that stands for nothing: "It is unclear whether"."""
EARLIER = "←"
"""Stands before the organisation that an earlier sentence named, where this one does not: "CEO Jane Miller said"."""


def _firm_of_place(sentence: Sentence, first: int, end: int, kinds: Sequence[str]) -> int:
    """Where "the Boston-based insurer", "the Chicago company" or "the Dayton, Ohio, health system" ends, or 0."""
    words = sentence.words
    if not first or words[first - 1].lower() != "the":
        return 0
    apposed = any(stop == first - 2 and kinds[m] in _ORGANIZATION for _, stop, m in sentence.mentions)
    at = end
    state = next((stop for begin, stop, m in sentence.mentions if begin == at + 1 and kinds[m] == "Place"), 0)
    if state and words[at] == ",":
        at = state + (words[state : state + 1] == ["."])
    at += words[at : at + 1] == [","]
    based = [word.lower() for word in words[at : at + 2]] in (["-", "based"], ["-", "headquartered"])
    at += 2 * based
    for k in range(at, min(at + 4, len(words))):
        if any(begin <= k < stop for begin, stop, _ in sentence.mentions):
            return 0
        if words[k].lower() in _ANAPHORS:
            following = words[k + 1].lower() if k + 1 < len(words) else ""
            another = any(begin == k + 1 for begin, _, _ in sentence.mentions)
            another = another or following in ("of", "in", "for", "that")
            another = another or (apposed and following not in _SPEAKS)  # "Orbixo, the Boston startup behind it"
            return 0 if another else k + 1
    return 0


_SPEAKS = word_class("said says announced announces reported confirmed told added disclosed stated wrote")


def _only_firm(table: Sequence[int], kinds: Sequence[str]) -> int:
    """The one organisation that a sentence has named so far, or -1: "the company's chief" is its chief."""
    firms = {mention for mention in table if kinds[mention] in _ORGANIZATION}
    return firms.pop() if len(firms) == 1 else -1


def _words(
    words: Sequence[str], out: list[str], table: list[int], kinds: Sequence[str], topic: Topic, firm: int
) -> None:
    k = 0
    while k < len(words):
        word = (
            words[k].lower().replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "-")
        )
        if firm >= 0 and word == "the" and words[k + 2 : k + 3] in (["'s"], ["’s"]) and words[k + 1].lower() in _ANAPHORS:
            out.append(LETTERS[kinds[firm]] + chr(FIRST_INDEX + len(table)))
            table.append(firm)
            k += 2
            continue
        if topic.last >= 0 and word == "the":
            step = next(
                (i for i in (1, 2) if k + i < len(words) and words[k + i].lower() in _ANAPHORS), 0
            )
            if step:
                meant = topic.meant_by(words[k + step].lower())
                out.append(LETTERS.get(kinds[meant], _UNKNOWN) + chr(FIRST_INDEX + len(table)))
                table.append(meant)
                k += step + 1
                continue
        if word == "." and k and words[k - 1].lower() in _SHORTENED:
            k += 1
            continue
        out.append(_PRIVATE.sub("", word) if len(word) < 200 else "…")
        k += 1


_SHORTENED = word_class(
    "dr mr mrs ms prof rep sen gov gen maj lt col capt sgt rev hon jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Words whose full stop ends no sentence."""
_BRACKETS = re.compile(r" \( [^()]{0,120}\)")
_APPOSITION = re.compile(r" , (?:an?|the|one of|which|part of|who) (?:[^\s,;.\ue000-\uf8ff]+ ){1,14}, ")


_STATE = re.compile(f"(\ue004{_ONE}) , (?:\ue004{_ONE}|[a-z]{{2,12}}) (?:\\. )?(?:, )?(?=- (?:based|headquartered) )")
"""The state after a town: "the Mountain View, Calif.-based maker"."""
_ASIDE = re.compile(
    r" , (?:an?|the|which|who|part of|powered by|built on|based on|owned by|led by|backed by|formerly|a unit of|with|"
    f"[\ue000\ue001\ue005]{_ONE} '?s?)"
    r" [^.;,]{1,120} , (?=(?:(?:has|have|had|is|was|will|today|recently|also|now) )*[a-z]+(?:ed|es|s)? )"
)
_COORDINATED = re.compile(
    r" and (?=(?:(?:has|have|will|now|also|is|plans to) )*(?:us(?:es|ed|e|ing)|deploy|adopt|launch|unveil|introduc|"
    r"acquir|mov(?:e|es|ed|ing)|migrat|select|cho(?:se|oses)|partner|invest|appoint|nam(?:es|ed)|hir(?:es|ed)|"
    r"rolls? out|rolled out))"
)
_SUBJECT = re.compile(
    f" (?:(?:in|on) [^,\ue000-\uf8ff]{{1,30}} , )?(?:the |[a-z]+ ){{0,4}}?([\ue000\ue001\ue005]{_ONE}) "
)


_LONG_ASIDE = re.compile(
    f"([\ue000\ue001\ue002\ue005]{_ONE}) , (?:an?|the|one of|which|who|focused|dedicated|formerly|founded|part of|headquartered|based|known)"
    r" [^;:]{1,240}? , (?=(?:(?:today|recently|this week|has|have|is|also|now|proudly) ){0,3}"
    r"(?:announc|unveil|launch|said|says|introduc|releas|partner|acquir|rais|clos|sign|select|join))"
)


def readings(line: str) -> Iterator[str]:
    """A line, and what it says in short: without asides, and each of its coordinated verbs with their one subject."""
    yield line
    shorter = simplify(_STATE.sub(r"\1 ", line))
    if shorter != line:
        yield shorter
    without = _LONG_ASIDE.sub(r"\1 ", _ASIDE.sub(" ", shorter))
    if without != shorter:
        yield without
    subject = _SUBJECT.match(without)
    if subject:
        for found in list(_COORDINATED.finditer(without, subject.end() - 1))[:3]:
            yield f" {subject[1]} {without[found.end() :]}"


def simplify(line: str) -> str:
    """The line without brackets and without appositions that name nobody: "X ( … ) , a maker of Y , launched"."""
    return _APPOSITION.sub(" ", _BRACKETS.sub("", line))
