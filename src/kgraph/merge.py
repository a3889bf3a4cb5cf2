"""What many documents say of one thing to what the graph holds of it: set operations, whatever the documents' order.

**Which description wins.** An article met in several places (its own file, forty ``related`` lists, its AMP address) is
one node. Its descriptions are ranked: those of its own documents before those in passing; then by how many facts they
state; then by how long their text is; then by the text itself and the facts but for the file's path, as strings, so
that there is always one order. A property that can have one value takes it from the first description that states it;
headline, abstract and body are a text together only if one description gives them, so the missing ones are not filled
in. Properties with several values take all of them.

**Names.** A thing that is not described by a document of its own (a provider, a topic) has the values that most
articles give it; of equally frequent ones the first in alphabetical order. Its other names become ``skos:altLabel``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from kgraph import ontology
from kgraph.extractors.structure.accounts import Account
from kgraph.model import Description, Fact, Iri, Problem, Text, Value
from kgraph.namespace import KG, RDF, RDFS, SKOS


@dataclass(slots=True)
class Merged:
    """All that the structure of a corpus says, each thing once."""

    facts: list[Fact] = field(default_factory=list)
    """Sorted by subject, predicate and value; no fact twice."""
    texts: dict[Iri, Text] = field(default_factory=dict)
    """The words of each article that has any, sorted by article."""
    states: dict[str, list[Iri]] = field(default_factory=dict)
    """By document path: the things that the document describes, sorted."""
    checksums: dict[str, str] = field(default_factory=dict)
    """By document path: the SHA-256 of its bytes."""
    problems: list[Problem] = field(default_factory=list)
    canonical: dict[Iri, Iri] = field(default_factory=dict)
    """From each IRI that is only another address of a thing to the thing's own."""
    votes: dict[tuple[Iri, Iri], Counter[Iri | Value]] = field(default_factory=dict)
    """By thing and predicate: how many things' descriptions say what of it in passing."""


def merge(accounts: Iterable[Account]) -> Merged:
    """Bring the accounts of a corpus together."""
    ordered = sorted(accounts, key=lambda account: account.path)
    canonical = _canonical(ordered)
    merged = Merged(canonical=canonical)
    described: defaultdict[Iri, dict[int, tuple[Description, bool]]] = defaultdict(dict)
    for account in ordered:
        stated = set()
        for description, own in [(account.own, True), *((other, False) for other in account.others)]:
            subject = canonical.get(description.subject, description.subject)
            stated.add(subject)
            ranked = described[subject]
            if own or id(description) not in ranked:
                ranked[id(description)] = description, own
        merged.states[account.path] = sorted(stated)
        merged.checksums[account.path] = account.sha256
        merged.problems += account.problems
    votes: defaultdict[tuple[Iri, Iri], Counter[Iri | Value]] = defaultdict(Counter)
    own_facts: dict[tuple[Iri, Iri], list[Iri | Value]] = {}
    for subject in sorted(described):
        of_one = bring_together(subject, described[subject].values(), canonical)
        own_facts |= of_one.own
        if of_one.text.content:
            merged.texts[subject] = of_one.text
        for fact in of_one.in_passing:
            votes[fact.subject, fact.predicate][fact.object] += 1
    merged.facts = settle(own_facts, votes)
    merged.votes = dict(votes)
    return merged


@dataclass(frozen=True, slots=True)
class OfOne:
    """What all descriptions of one thing come to."""

    own: dict[tuple[Iri, Iri], list[Iri | Value]]
    """By subject and predicate: what is said of it, the first description's values first."""
    text: Text
    in_passing: list[Fact]
    """What its descriptions say of other things: a vote for each."""


def bring_together(
    subject: Iri, descriptions: Iterable[tuple[Description, bool]], canonical: Mapping[Iri, Iri]
) -> OfOne:
    """Bring the descriptions of one thing together, each given with whether its own document gives it."""
    ranked = _ranked(descriptions)
    own: defaultdict[tuple[Iri, Iri], list[Iri | Value]] = defaultdict(list)
    _take(subject, ranked, own, canonical)
    said = {fact for each in ranked for fact in each.about_others}
    in_passing = [fact._replace(object=_resolved(fact.object, canonical)) for fact in said]
    return OfOne(dict(own), ranked[0].text, in_passing)


def _canonical(accounts: list[Account]) -> dict[Iri, Iri]:
    """From each IRI that is only another address of a thing to the thing's own."""
    claimed: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for account in accounts:
        for description in (account.own, *account.others):
            for alias in description.aliases:
                claimed[alias].add(description.subject)
    return canonical_addresses({alias: min(subjects) for alias, subjects in claimed.items()})


def canonical_addresses(target: Mapping[Iri, Iri]) -> dict[Iri, Iri]:
    """From each other address of a thing to the thing's own, given the first thing that claims each address."""
    found = {}
    for alias in target:
        chain = [alias]
        while (following := target.get(chain[-1])) and following not in chain:
            chain.append(following)
        # Two addresses that name each other make a ring: its least member stands for all of it.
        last = min(chain[chain.index(following) :]) if following else chain[-1]
        if last != alias:
            found[alias] = last
    return found


def _ranked(descriptions: Iterable[tuple[Description, bool]]) -> list[Description]:
    """Best first, without repetitions."""
    several = list(descriptions)
    if len(several) > 1:
        several.sort(key=lambda each: _fullness(*each), reverse=True)
    return [description for description, _ in several]


def _fullness(description: Description, own: bool) -> tuple[bool, int, int, str, str]:
    content = description.text.content
    # Where a document lies says nothing about how good its description is: a copy elsewhere must not tip the scales.
    said = "\n".join(
        sorted(f"{fact.predicate} {fact.object}" for fact in description.facts if fact.predicate != KG.PATH)
    )
    return own, len(description.facts), len(content), content, said


def _take(
    subject: Iri,
    ranked: list[Description],
    taken: defaultdict[tuple[Iri, Iri], list[Iri | Value]],
    canonical: Mapping[Iri, Iri],
) -> None:
    """Take over what the descriptions of one thing say of it."""
    for description in ranked:
        stated_here = set()
        for _, predicate, value in description.facts:
            values = taken[subject, predicate]
            if predicate in _single() and values and predicate not in stated_here:
                continue
            stated_here.add(predicate)
            resolved = _resolved(value, canonical)
            if resolved != subject and resolved not in values:
                values.append(resolved)


def _resolved(value: Iri | Value, canonical: Mapping[Iri, Iri]) -> Iri | Value:
    return canonical.get(value, value) if isinstance(value, str) else value


@cache
def _single() -> frozenset[Iri]:
    """The predicates that have one value."""
    return frozenset(each.iri for each in ontology.load().properties.values() if not each.multiple) | {RDF.TYPE}


def settle(
    own: Mapping[tuple[Iri, Iri], list[Iri | Value]], votes: Mapping[tuple[Iri, Iri], Counter[Iri | Value]]
) -> list[Fact]:
    """What things say of themselves first, then what most others say of them."""
    held: defaultdict[tuple[Iri, Iri], set[Iri | Value]] = defaultdict(set)
    for subject, predicate in {**own, **votes}:
        said, counted = own.get((subject, predicate), []), votes.get((subject, predicate), Counter())
        if predicate in _single():
            best = said[0] if said else min(counted, key=lambda value: (-counted[value], str(value)))
            if predicate == RDF.TYPE:
                best = _most_specific({str(value) for value in (*said, *counted)})
            held[subject, predicate].add(best)
            if predicate == RDFS.LABEL and (others := {*said, *counted} - {best}):
                held[subject, SKOS.ALT_LABEL] |= others
        else:
            held[subject, predicate].update(said, counted)
    return [
        Fact(subject, predicate, value)
        for subject, predicate in sorted(held)
        for value in sorted(held[subject, predicate], key=str)
    ]


def _most_specific(names: set[str]) -> str:
    """Of several classes the one furthest down; of equals the first in alphabetical order."""
    return min(names, key=lambda name: (-len(ontology.types(name)), name))
