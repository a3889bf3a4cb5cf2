"""Categories and topics to the concepts of a vocabulary, and those concepts with all that stand above them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgraph.concepts import Vocabulary
from kgraph.model import Fact, Iri, Problem
from kgraph.namespace import RDF, RDFS, SKOS
from kgraph.vocabularies.matching import is_mesh_scheme
from kgraph.vocabularies.matching import link as link_category


@dataclass(slots=True)
class Links:
    """What linking found."""

    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    concepts: set[str] = field(default_factory=set)
    """Identifiers of the concepts that are used."""


def link(facts: Iterable[Fact], vocabulary: Vocabulary) -> Links:
    """Link each category and topic whose label names a concept of the vocabulary.

    A category of the vocabulary's own scheme is the concept (``skos:exactMatch``), and one that is not found is a
    problem; an equal label in another scheme is close to it (``skos:closeMatch``).
    """
    said: defaultdict[Iri, dict[Iri, str]] = defaultdict(dict)
    for fact in facts:
        if fact.predicate in (RDF.TYPE, RDFS.LABEL, SKOS.IN_SCHEME):
            said[fact.subject][fact.predicate] = str(fact.object)
    links = Links()
    for iri, held in sorted(said.items()):
        if held.get(RDF.TYPE) not in ("Category", "Topic"):
            continue
        label = held.get(RDFS.LABEL, "")
        scheme = said.get(held.get(SKOS.IN_SCHEME, ""), {}).get(RDFS.LABEL, "")
        found = link_category(vocabulary, scheme, label)
        if found is not None:
            mapping, concept = found
            links.facts.append(
                Fact(iri, SKOS.EXACT_MATCH if mapping == "exactMatch" else SKOS.CLOSE_MATCH, concept.iri)
            )
            links.concepts.add(concept.id)
        elif is_mesh_scheme(scheme):
            reason = f"{vocabulary.scheme.title} has no such concept"
            links.problems.append(Problem(f"{scheme}: {label}", "categories[]", reason))
    return links


def describe(identifiers: Iterable[str], vocabulary: Vocabulary) -> list[Fact]:
    """Facts about the concepts that are used, and about all above them; no other concept comes into the graph."""
    used = set(identifiers)
    broader = sorted({pair for identifier in used for pair in vocabulary.ancestors(identifier)})
    used |= {end for pair in broader for end in pair}
    facts, iris = [], {}
    for identifier in sorted(used):
        concept = vocabulary.concept(identifier)
        if concept is None:
            continue
        iris[identifier] = iri = concept.iri
        facts += [Fact(iri, RDF.TYPE, "Concept"), Fact(iri, RDFS.LABEL, concept.pref_label)]
        facts += [Fact(iri, SKOS.PREF_LABEL, concept.pref_label), Fact(iri, SKOS.IN_SCHEME, vocabulary.scheme.iri)]
        facts += [Fact(iri, SKOS.ALT_LABEL, name) for name in concept.alt_labels if name != concept.pref_label]
        facts += [Fact(iri, SKOS.HIDDEN_LABEL, name) for name in concept.hidden_labels]
        facts += [Fact(iri, SKOS.NOTATION, code) for code in concept.notations]
    if iris:
        scheme, title = vocabulary.scheme.iri, vocabulary.scheme.title
        facts += [Fact(scheme, RDF.TYPE, "ConceptScheme"), Fact(scheme, RDFS.LABEL, title)]
        facts.append(Fact(scheme, SKOS.PREF_LABEL, title))
    facts += [
        Fact(iris[child], SKOS.BROADER, iris[parent]) for child, parent in broader if {child, parent} <= iris.keys()
    ]
    return facts
