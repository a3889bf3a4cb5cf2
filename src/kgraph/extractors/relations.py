"""Relations that sentences state between names, by the patterns of ``patterns/*.toml``.

A sentence is read as a line of words in which every name is a slot that knows what the name may be; a pattern is a
regular expression over such lines. That works for headlines as for running text, needs no parser, and a pattern is
data: a name, an example and a counter-example, both of which are tests.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kgraph.extractors import modality
from kgraph.extractors.dates import date_of
from kgraph.extractors.entities import Sentence
from kgraph.extractors.lines import FIRST_INDEX, encode
from kgraph.extractors.main_firm import main_firm, without_overruled
from kgraph.extractors.offices import is_over
from kgraph.extractors.pattern_index import MARKS, possible
from kgraph.extractors.readings import readings
from kgraph.extractors.relation_ends import ENDS, PRODUCT
from kgraph.extractors.relation_guards import (
    FELL_THROUGH,
    MODIFIES,
    NOT_BOUGHT,
    are_one_house,
    is_asked,
    is_brand_of,
    is_fronted,
    is_its_own,
    is_no_subject,
    is_of_another,
    is_shop,
    maker_among,
)
from kgraph.extractors.relation_patterns import LETTERS, ONE, Pattern, patterns
from kgraph.extractors.rounds import Raising, Rounds
from kgraph.extractors.topic_claims import SURE, after_claims
from kgraph.extractors.topics import Topic
from kgraph.extractors.ware_guards import is_wrong
from kgraph.lexicon import Lexicon
from kgraph.model import Claim, Mention
from kgraph.namespace import KG, SCHEMA

MAX_SLOTS = 60
"""A sentence with more names is a list; only key players are looked for there."""
_INDEX = re.compile(f"[\ue000-\ue008]({ONE})(?! 's )")
"""Not whose the next one is: "Azure and *Acme's* Orbix"."""


def find(
    content: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[tuple[Claim, ...], tuple[Raising, ...]]:
    """The relations that a text states, the strongest claim for each of its sentences, and who raises money in it."""
    kinds = _kinds(mentions)
    slots = [_slot(mention, kind, lexicon) for mention, kind in zip(mentions, kinds, strict=True)]
    best: dict[tuple[int, str, int, int], Claim] = {}
    same = _same(mentions)
    topic = Topic(main=main_firm(sentences, kinds, same), same=same)
    last = max((k for k, each in enumerate(sentences) if each.mentions), default=-2)
    read = sentences[: last + 2]  # the one after it may speak of "both companies"
    rounds = Rounds(content, read, kinds, slots)
    for number, sentence in enumerate(read):
        claims: list[Claim] = []
        if (raiser := rounds.raiser(number, topic)) != topic.raiser:
            topic = topic._replace(raiser=raiser)
        known = len(sentence.mentions) + (max(topic.last, topic.product, topic.raiser) >= 0) + len(topic.pair)
        known += topic.buyer >= 0
        if known > 1 and len(sentence.mentions) <= MAX_SLOTS:
            claims = [
                claim
                for claim in _in_sentence(content, sentence, mentions, kinds, slots, topic, lexicon)
                if claim.pattern != "launched-then-named"
                or all(
                    each.maker == mentions[claim.subject].name for each in lexicon.known(mentions[claim.object].name)
                )
            ]
        if any(each.predicate == KG.INVESTED_IN for each in claims):
            claims = _with_backers_of_one(claims, topic.raiser, {mention for _, _, mention in sentence.mentions})
        for claim in claims:
            key = (claim.subject, claim.predicate, claim.object, claim.start)
            if key not in best or best[key].confidence < claim.confidence:
                best[key] = claim
        if sentence is read[-1]:
            break  # nobody asks what it spoke of
        _learn(kinds, claims)
        before, topic = topic, topic.after(sentence, kinds)
        if topic.last < 0 <= before.raiser:
            topic = topic._replace(last=before.raiser, company=before.raiser)
        if placed := {same[each.subject] for each in claims if each.predicate == SCHEMA.LOCATION}:
            topic = topic._replace(placed=topic.placed | placed)
        if claims:
            topic = after_claims(topic, before, claims, mentions, kinds, sentence.words)
    found = without_overruled(best.values(), _supposing(), topic.main, same) if topic.main >= 0 else best.values()
    return tuple(sorted(found)), tuple(rounds.raisings)


@lru_cache(maxsize=1)
def _supposing() -> frozenset[str]:
    return frozenset(pattern.name for pattern in patterns() if pattern.supposes)


def _with_backers_of_one(claims: list[Claim], raiser: int, named: set[int]) -> list[Claim]:
    """The claims of a sentence without those that let a round's investors fund each other or whom it does not name."""
    invested = [each for each in claims if each.predicate == KG.INVESTED_IN]
    backers: dict[int, float] = {}
    for each in invested:
        if each.object == raiser >= 0:
            backers[each.subject] = max(backers.get(each.subject, 0.0), each.confidence)
    wrong = {
        id(each)
        for each in invested
        if each.object in backers
        or (
            each.object != raiser
            and each.subject in backers
            and (each.object not in named or each.confidence < backers[each.subject])
        )
    }
    return [each for each in claims if id(each) not in wrong]


def _same(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """For each mention the first that begins with its first word: those of one firm, however much of its name."""
    first: dict[str, int] = {}
    return tuple(first.setdefault(each.name.split()[0].lower(), k) for k, each in enumerate(mentions))


def _slot(mention: Mention, kind: str, lexicon: Lexicon) -> str:
    """What a mention may be in a pattern: the model takes for a place what stands after "in": "a round in *Orbixo*"."""
    if is_platform(mention.name, lexicon):
        return ""
    if kind == "Place" and mention.weight("Place") < PLACED and not lexicon.known(mention.name):
        return "Place?"
    if not kind and _LIKE_A_PERSON.fullmatch(mention.name) and not lexicon.known(mention.name):
        return "Person?"
    return kind


PLACED = 2.0
_LIKE_A_PERSON = re.compile(r"[A-Z][a-zé]+ (?:(?:[A-Z]\.|van|von|de|der|den|al|bin|el) ){0,2}[A-Z][\w'’-]+")


def _learn(kinds: list[str], claims: Sequence[Claim]) -> None:
    """Let what was open be what a sure claim says: what is deployed is "the tool" of what follows, who did it "it"."""
    for claim in claims:
        for end, allowed in zip((claim.subject, claim.object), _ends(claim), strict=True):
            if not kinds[end] and claim.confidence >= SURE and (allowed == PRODUCT or allowed[0] == "Company"):
                kinds[end] = allowed[0]


ANNOUNCED = 0.75
"""How sure a plan to buy a firm or to use a product is: news tells of a deal so before it closes."""
_ANNOUNCED = (KG.ACQUIRED, KG.USES)


def is_platform(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a company's and that of what it sells: "Snowflake" hires, and data lie on Snowflake."""
    known = lexicon.known(name)
    return len(known) > 1 and {"Company", "Product"} <= {entry.type for entry in known}


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
        left, right = _ends(claim)
        for end, kinds in ((claim.subject, left), (claim.object, right)):
            had = dict(mentions[end].types)
            kind = max(kinds, key=lambda each: (had.get(each, 0.0), each == "Company"))
            if (
                kind == "Product"
                and end == claim.subject
                and claim.pattern in _metonymic()
                and had.get("Company", 0.0) > had.get(kind, 0.0) + 1.0
            ):
                continue  # "Orbixo has announced support for Azure": a firm may stand for what it sells
            if kind != "Market":
                worth = BOUGHT if claim.predicate in (KG.ACQUIRED, KG.INVESTED_IN) and kind == "Company" else JOINED
                gained.setdefault(end, {})[kind] = max(gained.get(end, {}).get(kind, 0.0), worth * claim.confidence)
            used = claim.predicate == KG.USES and end == claim.object
            role = "Product" if kinds == PRODUCT or used else "" if "Product" in kinds else "Company"
            if role:
                roles[end] = max(roles.get(end, (0.0, "")), (claim.confidence, role))
    result = list(mentions)
    for end, (_, role) in roles.items():
        if role == "Product" and is_platform(result[end].name, lexicon):
            result[end] = result[end]._replace(types=((role, CERTAIN),))
            del gained[end]
    for end, gains in gained.items():
        result[end] = result[end].with_evidence(gains)
    return result


_VENDOR = ("Company", "Product")


def _ends(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes that a claim's ends may have by its words: who is given a contract is rather a firm."""
    left, right = ENDS[claim.predicate]
    return left, _VENDOR if claim.pattern in _of_vendors() else right


@lru_cache(maxsize=1)
def _of_vendors() -> frozenset[str]:
    """Patterns whose object is who sells what is used."""
    return frozenset(pattern.name for pattern in patterns() if pattern.vendor)


@lru_cache(maxsize=1)
def _metonymic() -> frozenset[str]:
    """Patterns of what joins products that take a company for its product."""
    return frozenset(
        pattern.name
        for pattern in patterns()
        if pattern.predicate == KG.INTEGRATES_WITH and LETTERS["Company"] in pattern.subject_letters
    )


def _kinds(mentions: Sequence[Mention]) -> list[str]:
    """What each mention most likely is, by all mentions of its name in the text; empty where that stays open."""
    totals: dict[str, dict[str, float]] = {}
    for mention in mentions:
        total = totals.setdefault((mention.stands_for or mention.name).lower(), {})
        for kind, weight in mention.types:
            other = total.get(kind, 0.0)
            total[kind] = other + 0.3 * weight if other > weight else weight + 0.3 * other
    kinds = {}
    for name, total in totals.items():
        ranked = sorted([(weight, kind) for kind, weight in total.items() if kind in LETTERS], reverse=True)
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


def _in_sentence(
    content: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    kinds: Sequence[str],
    slots: Sequence[str],
    topic: Topic,
    lexicon: Lexicon,
) -> Iterator[Claim]:
    line, table = encode(sentence, kinds, slots, topic)
    if len(table) < 2:
        return
    start, end = sentence.start, sentence.end
    date: str | None = None
    for text in readings(line):
        for pattern in possible(text):
            if pattern.requires and not pattern.requires.search(text):
                continue  # what it asks for is found faster than the whole
            if not pattern.expression.search(text):
                continue  # most do not match, and an iterator costs more than a search
            for found in _matches(pattern, text):
                if pattern.not_words and pattern.not_words.search(
                    f" {text[max(0, found.start() - 12) : found.end()]} "
                ):
                    continue
                if pattern.predicate == SCHEMA.WORKS_FOR and (
                    _GONE.search(text, max(0, found.start("s") - 60), found.start("s")) or is_over(text, found)
                ):
                    continue
                if pattern.predicate != KG.USES and MODIFIES.match(
                    text, found.end("o") if pattern.predicate == KG.LAUNCHED else found.end()
                ):
                    continue
                if pattern.clause and pattern.predicate in _TAKEN_UP and is_asked(text, found.start()):
                    continue
                if pattern.predicate == KG.ACQUIRED and (
                    NOT_BOUGHT.match(text, found.end("o") - 2) or FELL_THROUGH.match(text, found.end())
                ):
                    continue
                factor = 1.0
                if not pattern.presupposed:
                    factor = modality.certainty(text, found.start(), _said(found), lasting=pattern.lasting)
                if factor <= 0:
                    continue
                if pattern.predicate in _ANNOUNCED and factor == modality.PLANNED:
                    factor = ANNOUNCED
                for left, right in _pairs(found, table):
                    subject, object_ = (right, left) if pattern.swap else (left, right)
                    if pattern.predicate == KG.LAUNCHED and is_brand_of(content, mentions[object_]):
                        continue
                    if pattern.own and is_of_another(mentions[subject].name, mentions[object_].name, lexicon):
                        if pattern.predicate != SCHEMA.MANUFACTURER:
                            continue
                        named = [mention for mention in table if kinds[mention] in ("Company", "")]
                        object_ = maker_among(mentions, subject, named, lexicon)
                        if object_ < 0:
                            continue
                    if pattern.predicate in _OF_WARES:
                        maker, ware = (object_, subject) if pattern.swap else (subject, object_)
                        if is_wrong(content, pattern.predicate, mentions[maker], mentions[ware], lexicon):
                            continue
                    if pattern.predicate in _BETWEEN_HOUSES and are_one_house(
                        mentions[subject].name, mentions[object_].name, lexicon
                    ):
                        continue
                    if pattern.predicate in _NOT_OF_SHOPS and is_shop(mentions[subject], mentions[object_]):
                        continue
                    if pattern.predicate in _OF_PRODUCTS and is_its_own(mentions, kinds, subject, object_, lexicon):
                        continue
                    if subject != object_ and mentions[subject].name != mentions[object_].name:
                        date = date_of(sentence.words) if date is None else date
                        yield Claim(
                            subject, pattern.predicate, object_, start, end,
                            round(pattern.confidence * factor, 3), pattern.name, date,
                        )  # fmt: skip


def _matches(pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; one that begins with what is no subject begins again after a comma and an "and"."""
    at = 0
    while found := pattern.expression.search(text, at):
        at = max(found.end(), found.start() + 1)
        if not (pattern.clause and is_no_subject(text, found.start())):
            yield found
        elif (
            pattern.predicate in _OF_WARES  # "after a deal with Acme, *Orbixo* said that its Zelbo"
            or text.startswith(" , and ", found.start() + 2)
            or is_fronted(text, found.start())
        ):
            at = found.start() + 2  # "the care arm of Acme, and *Orbixo* teamed up with", "after buying Acme, *Orbixo*"


_BETWEEN_HOUSES = (KG.COMPETES_WITH, KG.PARTNERS_WITH, KG.CERTIFIED_BY)
"""What nobody does with what he makes himself."""
_NOT_OF_SHOPS = (KG.INTEGRATES_WITH, KG.USES)
_OF_PRODUCTS = (KG.INTEGRATES_WITH, SCHEMA.HAS_PART)
_OF_WARES = (KG.LAUNCHED, SCHEMA.MANUFACTURER)
_TAKEN_UP = (KG.LAUNCHED, KG.USES)
"""What one does for another is no launch or use of one's own: "Mayo has hired *Orbixo to roll out Epic*"."""
_GONE = re.compile(
    r" (?:succeed(?:s|ed(?! by)|ing)?|replac(?:es?|ed(?! by)|ing)|predecessor|ousts?|ousted|fires|fired|"
    r"(?:takes?|took|taking) over from|successor (?:to|of)|follow(?:s|ed|ing)) (?:[a-z-]+ |, ){0,4}$"
)
"""Before the name of somebody whose role another has now."""


def _said(found: re.Match[str]) -> int:
    """Where what a match says ends: before the rest of a sentence whose subject an earlier one named."""
    stop = min((k for mark in MARKS if (k := found.string.find(mark, found.start(), found.end())) >= 0), default=-1)
    if stop < 0:
        return found.end()
    return max((found.end(group) for group in ("s", "o") if found.end(group) <= stop), default=stop)


def _pairs(found: re.Match[str], table: Sequence[int]) -> Iterator[tuple[int, int]]:
    groups = found.groupdict()
    if "pair" in groups:
        members = [table[ord(c) - FIRST_INDEX] for c in _INDEX.findall(groups["pair"])]
        yield from ((a, b) for i, a in enumerate(members[:8]) for b in members[i + 1 : 8])
        return
    for s in _INDEX.findall(groups["s"]):
        for o in _INDEX.findall(groups["o"]):
            yield table[ord(s) - FIRST_INDEX], table[ord(o) - FIRST_INDEX]
