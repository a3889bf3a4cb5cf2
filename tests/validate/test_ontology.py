"""The ontology is OWL 2 RL, whole and used; the shapes say the same as it."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph import ontology, validate

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
KGRAPH = Path(ontology.folder() / "kgraph.ttl")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.folder() / validate.SHAPES)


def test_the_ontology_is_in_order() -> None:
    assert validate.check_ontology() == []


@pytest.mark.parametrize(
    ("added", "rule"),
    [
        ("kg:orphan a owl:Class .", "used"),
        ("kg:Article rdfs:subClassOf kg:Undefined .", "defined"),
        ("kg:uses owl:inverseOf kg:uses .", "rl-axiom"),
        ("kg:uses a owl:TransitiveThing .", "rl-type"),
        ("kg:uses rdfs:range [ a owl:Class ] .", "rl-named"),
    ],
)
def test_a_flawed_ontology_is_caught(tmp_path: Path, added: str, rule: str) -> None:
    flawed = tmp_path / "kgraph.ttl"
    flawed.write_text(KGRAPH.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert rule in {each.rule for each in validate.check_ontology(flawed)}


def test_its_closure_by_the_rules_of_owl_2_rl_is_consistent() -> None:
    owlrl = pytest.importorskip("owlrl")
    graph = rdflib.Graph().parse(KGRAPH)
    before = len(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert len(graph) > before
    assert not [each for each in graph.subjects() if "ErrorMessage" in str(each)]
    assert (None, rdflib.RDF.type, rdflib.OWL.Nothing) not in graph


def properties() -> list[tuple[str, set[str], set[str]]]:
    """Every property of the file: its IRI, its kinds and its range."""
    said: dict[str, tuple[set[str], set[str]]] = {}
    for triple in ox.parse(path=str(KGRAPH)):
        kinds, ranges = said.setdefault(triple.subject.value, (set(), set()))
        name = ontology.local_name(triple.predicate.value)
        if name == "type":
            kinds.add(ontology.local_name(triple.object.value))
        elif name in ("range", "rangeIncludes"):
            ranges.add(triple.object.value)
    wanted = {"ObjectProperty", "DatatypeProperty", "LinkProperty"}
    return [(iri, kinds, ranges) for iri, (kinds, ranges) in sorted(said.items()) if kinds & wanted]


@pytest.mark.parametrize(("iri", "kinds", "ranges"), properties())
def test_the_shapes_say_what_the_ontology_says(
    shapes: rdflib.Graph, iri: str, kinds: set[str], ranges: set[str]
) -> None:
    node = rdflib.URIRef(iri)
    constraints = list(shapes.subjects(SH.path, node))
    named = [each for each in constraints if isinstance(each, rdflib.URIRef)]
    assert named, f"no shape for {iri}"
    if "FunctionalProperty" in kinds:
        assert any(shapes.value(each, SH.maxCount) == rdflib.Literal(1) for each in named)
    own = [each for each in named if str(each).endswith(("-value", "#label", "#known-type"))]
    reachable = {value for each in own for value in shapes.transitive_objects(each, None)} | {
        value
        for each in own
        for option in shapes.objects(each, SH["or"])
        for member in rdflib.collection.Collection(shapes, option)
        for value in shapes.objects(member)
    }
    things = {ontology.PREFIXES["rdfs"] + "Resource", ontology.PREFIXES["rdf"] + "Property"}
    if "LinkProperty" not in kinds:
        assert {rdflib.URIRef(each) for each in ranges - things} <= reachable
    closed = rdflib.URIRef("https://w3id.org/kgraph/shapes#closed")
    ignored = rdflib.collection.Collection(shapes, shapes.value(closed, SH.ignoredProperties))
    assert node in set(ignored)


def test_every_class_is_known_to_the_shapes(shapes: rdflib.Graph) -> None:
    rule = rdflib.URIRef("https://w3id.org/kgraph/shapes#known-type")
    known = {str(each) for each in rdflib.collection.Collection(shapes, shapes.value(rule, SH["in"]))}
    assert {iri for each in ontology.load().classes.values() for iri in each.types} <= known
