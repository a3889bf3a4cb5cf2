"""Relations that sentences state between names, by the patterns of ``patterns/*.toml``.

A sentence is read as a line of words in which every name is a slot that knows what the name may be; a pattern is a
regular expression over such lines. That works for headlines as for running text, needs no parser, and a pattern is
data: a name, an example and a counter-example, both of which are tests.
"""

from collections.abc import Sequence
from functools import lru_cache

from kgraph.extractors.entities.recognition import Sentence
from kgraph.extractors.relations.coreference.allies import allies, speaks_of_allies
from kgraph.extractors.relations.coreference.main_firm import main_firm, without_overruled
from kgraph.extractors.relations.coreference.topic_claims import SURE, after_claims
from kgraph.extractors.relations.coreference.topics import Topic
from kgraph.extractors.relations.ends import ENDS, PRODUCT
from kgraph.extractors.relations.expressions import LETTERS, patterns
from kgraph.extractors.relations.rounds import Raising, Rounds
from kgraph.extractors.relations.sentence_claims import claims_of
from kgraph.extractors.relations.ware_guards import LIKE_A_PERSON
from kgraph.extractors.steps import Steps
from kgraph.lexicon import Known, Lexicon
from kgraph.model import Claim, Mention
from kgraph.namespace import KG, SCHEMA

MAX_SLOTS = 60
"""A sentence with more names is a list; only key players are looked for there."""


def find(
    content: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> Steps[tuple[tuple[Claim, ...], tuple[Raising, ...]]]:
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
        yield "sentence"
        if (raiser := rounds.raiser(number, topic)) != topic.raiser:
            topic = topic._replace(raiser=raiser)
        if speaks_of_allies(sentence.words):
            topic = topic._replace(allies=allies(sentences[: number + 1], kinds, same, best.values()))
        known = (
            len(sentence.mentions)
            + len(topic.allies)
            + (max(topic.last, topic.product, topic.raiser) >= 0)
            + len(topic.pair)
        )
        known += topic.buyer >= 0
        if known > 1 and len(sentence.mentions) <= MAX_SLOTS:
            claims = [
                claim
                for claim in (yield from claims_of(content, sentence, mentions, kinds, slots, topic, lexicon))
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
        yield "after"
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
    if known := lexicon.known(mention.name):
        return "" if _are_platform(known) else kind
    if kind == "Place" and mention.weight("Place") < PLACED:
        return "Place?"
    return "Person?" if not kind and LIKE_A_PERSON.fullmatch(mention.name) else kind


PLACED = 2.0


def _learn(kinds: list[str], claims: Sequence[Claim]) -> None:
    """Let what was open be what a sure claim says: what is deployed is "the tool" of what follows, who did it "it"."""
    for claim in claims:
        for end, allowed in zip((claim.subject, claim.object), _ends(claim), strict=True):
            if not kinds[end] and claim.confidence >= SURE and (allowed == PRODUCT or allowed[0] == "Company"):
                kinds[end] = allowed[0]


def is_platform(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a company's and that of what it sells: "Snowflake" hires, and data lie on Snowflake."""
    return _are_platform(lexicon.known(name))


def _are_platform(known: Sequence[Known]) -> bool:
    return len(known) > 1 and {"Company", "Product"} <= {entry.type for entry in known}


JOINED, BOUGHT = 1.8, 3.5
"""Log-odds of what a relation joins being of its classes; who buys or is bought is nearly always a company."""
CERTAIN = 6.0
"""Log-odds of what the relation that it stands in makes of the name of a platform."""


FAINT = 0.5
"""Log-odds of a company that say nothing beside what speaks for no name at all."""


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
            if (
                kind == "Company"
                and claim.predicate == KG.CERTIFIED_BY
                and " " in mentions[end].name
                and had.get(kind, 0.0) < min(had.get("Nothing", 0.0), FAINT)
            ):
                continue  # "Azure achieves Service Organization Controls compliance"
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
    names = [(mention.stands_for or mention.name).lower() for mention in mentions]
    for name, mention in zip(names, mentions, strict=True):
        total = totals.setdefault(name, {})
        for kind, weight in mention.types:
            other = total.get(kind, 0.0)
            total[kind] = other + 0.3 * weight if other > weight else weight + 0.3 * other
    kinds = {name: _likeliest(tuple(total.items())) for name, total in totals.items()}
    return [kinds[name] for name in names]


@lru_cache(maxsize=1 << 13)
def _likeliest(weights: tuple[tuple[str, float], ...]) -> str:
    """The class that weights leave no doubt about, or ""; the same come again and again."""
    ranked = sorted([(weight, kind) for kind, weight in weights if kind in LETTERS], reverse=True)
    sure = (
        ranked
        and ranked[0][0] > 0
        and (
            len(ranked) == 1
            or ranked[0][0] - ranked[1][0] >= 1.0
            or {ranked[0][1], ranked[1][1]} == {"Company", "Organization"}
        )
    )
    return ranked[0][1] if sure and ranked[0][0] >= _LEAST.get(ranked[0][1], LEAST) else ""


LEAST = 1.5
_LEAST = {"Person": 0.0, "Place": 0.0, "Company": 2.2}
"""Log-odds from which on a mention is of its likeliest class; of other classes :data:`LEAST`."""
