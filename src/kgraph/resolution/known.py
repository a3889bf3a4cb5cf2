"""The things that structure declares, as resolution wants to know them; and resolved things as facts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgraph.model import Fact, Iri
from kgraph.namespace import RDF, RDFS, SKOS
from kgraph.resolution.naming import KnownThing, Thing

_NAMED = frozenset(("Company", "Organization", "Product", "Person", "Place"))


def known_things(facts: Iterable[Fact]) -> Iterator[KnownThing]:
    """Companies, products, people and places that front matter names."""
    types: dict[Iri, str] = {}
    labels: dict[Iri, str] = {}
    others: defaultdict[Iri, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.predicate == RDF.TYPE and fact.object in _NAMED:
            types[fact.subject] = str(fact.object)
        elif fact.predicate == RDFS.LABEL:
            labels[fact.subject] = str(fact.object)
        elif fact.predicate == SKOS.ALT_LABEL:
            others[fact.subject].append(str(fact.object))
    for iri, kind in sorted(types.items()):
        yield KnownThing(iri, kind, labels[iri], tuple(sorted(others[iri])))


def facts_of(things: Iterable[Thing]) -> Iterator[Fact]:
    """Type, label and other names of resolved things."""
    for thing in things:
        if thing.is_new:
            yield Fact(thing.iri, RDF.TYPE, thing.type)
            yield Fact(thing.iri, RDFS.LABEL, thing.label)
            if thing.type == "Market":
                yield Fact(thing.iri, SKOS.PREF_LABEL, thing.label)
        for name in thing.alternatives:
            yield Fact(thing.iri, SKOS.ALT_LABEL, name)
