# ruff: noqa: E501 - a table with one broken graph a line
"""Thirty-odd graphs, each broken by one rule: both engines name the node, the property and the rule."""

from importlib.util import find_spec

import pyoxigraph as ox
import pytest
import rdflib

from kgraph import ontology, validate
from kgraph.validate import Finding
from tests.evidence import COMPANY, FIRST, PRODUCT, REPORTED, SIZE, build, corpus, export

pytest.importorskip("pyshacl")
ENGINES = [name for name in validate.ENGINES if find_spec(name)]

PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in ontology.PREFIXES.items())
LAUNCHED = f"?c a kg:Claim ; rdf:predicate kg:launched ; prov:wasDerivedFrom <{FIRST}>"
PROVIDER = "https://w3id.org/kgraph/id/provider/example.org"
TOPIC = "https://w3id.org/kgraph/id/topic/digital-health"
EXTRACTOR = "https://w3id.org/kgraph/id/extractor/entities-1.0"
DOCUMENT = "https://w3id.org/kgraph/id/document/news/launch.md"
CLAIM = "*claim*"

# The rule that is broken, the node that breaks it, the property, and how.
BROKEN: list[tuple[str, str, str, str]] = [
    ("thing", "_:", "IRI", "INSERT DATA { _:b a kg:Place, schema:Place ; rdfs:label 'nowhere' }"),
    ("known-type", COMPANY, "rdf:type", f"INSERT DATA {{ <{COMPANY}> a schema:Bakery }}"),
    ("closed", FIRST, "<https://example.org/secured>", f"INSERT DATA {{ <{FIRST}> <https://example.org/secured> 'x' }}"),
    ("label", PRODUCT, "rdfs:label", f"DELETE DATA {{ <{PRODUCT}> rdfs:label 'GI Genius' }}"),
    ("label", PRODUCT, "rdfs:label", f"INSERT DATA {{ <{PRODUCT}> rdfs:label 'another' }}"),
    ("Company-stated", COMPANY, "rdf:type", f"DELETE DATA {{ <{COMPANY}> a schema:Corporation }}"),
    ("Topic-iri", "urn:t", "IRI", f"INSERT {{ <urn:t> ?p ?o }} WHERE {{ <{TOPIC}> ?p ?o }}"),
    ("launched", FIRST, "kg:launched", f"INSERT DATA {{ <{FIRST}> kg:launched <{PRODUCT}> }}"),
    ("launched-value", COMPANY, "kg:launched", f"INSERT DATA {{ <{COMPANY}> kg:launched <{FIRST}> }}"),
    ("publisher-value", FIRST, "schema:publisher", f"INSERT DATA {{ <{FIRST}> schema:publisher <{COMPANY}> }}"),
    ("headline-value", FIRST, "schema:headline", f"INSERT DATA {{ <{FIRST}> schema:headline 'another' }}"),
    ("datePublished-value", FIRST, "schema:datePublished", f"INSERT DATA {{ <{FIRST}> schema:datePublished 'May' }}"),
    ("heat-value", FIRST, "kg:heat", f"DELETE {{ <{FIRST}> kg:heat ?h }} INSERT {{ <{FIRST}> kg:heat 1.5 }} WHERE {{ <{FIRST}> kg:heat ?h }}"),
    ("url-value", FIRST, "schema:url", f"DELETE {{ <{FIRST}> schema:url ?u }} INSERT {{ <{FIRST}> schema:url 'x' }} WHERE {{ <{FIRST}> schema:url ?u }}"),
    ("domain-value", PROVIDER, "kg:domain", f"DELETE {{ <{PROVIDER}> kg:domain ?d }} INSERT {{ <{PROVIDER}> kg:domain 'www.Example.org' }} WHERE {{ <{PROVIDER}> kg:domain ?d }}"),
    ("Provider-name", PROVIDER, "schema:name", f"DELETE WHERE {{ <{PROVIDER}> schema:name ?n }}"),
    ("Concept-prefLabel", TOPIC, "skos:prefLabel", f"DELETE WHERE {{ <{TOPIC}> skos:prefLabel ?n }}"),
    ("Topic-inScheme", TOPIC, "skos:inScheme", f"DELETE WHERE {{ <{TOPIC}> skos:inScheme ?n }}"),
    ("path-value", FIRST, "kg:path", f"INSERT DATA {{ <{FIRST}> kg:path '/home/somebody/launch.md' }}"),
    ("path-value", FIRST, "kg:path", f"INSERT DATA {{ <{FIRST}> kg:path 'news/../../launch.md' }}"),
    ("sha256-value", FIRST, "kg:sha256", f"INSERT DATA {{ <{FIRST}> kg:sha256 'ABC' }}"),
    ("Document-sha256", DOCUMENT, "kg:sha256", f"DELETE WHERE {{ <{DOCUMENT}> kg:sha256 ?n }}"),
    ("mentions-value", FIRST, "schema:mentions", f"INSERT DATA {{ <{FIRST}> schema:mentions <urn:unknown> }}"),
    ("mentions-claimed", FIRST, "schema:mentions", f"INSERT DATA {{ <{FIRST}> schema:mentions <{TOPIC}> }}"),
    ("launched-claimed", COMPANY, "kg:launched", "DELETE { ?c rdf:subject ?s } WHERE { ?c rdf:predicate kg:launched ; rdf:subject ?s }"),
    ("claim-stands", CLAIM, "rdf:object", f"DELETE DATA {{ <{COMPANY}> kg:launched <{PRODUCT}> }}"),
    ("Claim-subject", CLAIM, "rdf:subject", f"DELETE {{ ?c rdf:subject ?s }} WHERE {{ {LAUNCHED} ; rdf:subject ?s }}"),
    ("claimed-predicate-value", CLAIM, "rdf:predicate", f"DELETE {{ ?c rdf:predicate kg:launched }} INSERT {{ ?c rdf:predicate schema:name }} WHERE {{ {LAUNCHED} }}"),
    ("Claim-article", CLAIM, "prov:wasDerivedFrom", f"DELETE {{ ?c prov:wasDerivedFrom <{FIRST}> }} WHERE {{ {LAUNCHED} }}"),
    ("Claim-exact", CLAIM, "oa:exact", f"DELETE {{ ?c oa:exact ?x }} WHERE {{ {LAUNCHED} ; oa:exact ?x }}"),
    ("span-order", CLAIM, "oa:start", f"DELETE {{ ?c oa:end ?x }} INSERT {{ ?c oa:end '0'^^xsd:nonNegativeInteger }} WHERE {{ {LAUNCHED} ; oa:end ?x }}"),
    ("span-length", CLAIM, "oa:exact", f"DELETE {{ ?c oa:exact ?x }} INSERT {{ ?c oa:exact 'Medtronic' }} WHERE {{ {LAUNCHED} ; oa:exact ?x }}"),
    ("start-value", CLAIM, "oa:start", f"DELETE {{ ?c oa:start ?x }} INSERT {{ ?c oa:start -1 }} WHERE {{ {LAUNCHED} ; oa:start ?x }}"),
    ("confidence-value", CLAIM, "kg:confidence", f"DELETE {{ ?c kg:confidence ?x }} INSERT {{ ?c kg:confidence 1.5 }} WHERE {{ {LAUNCHED} ; kg:confidence ?x }}"),
    ("Claim-extractor", CLAIM, "prov:wasGeneratedBy", f"DELETE {{ ?c prov:wasGeneratedBy ?x }} WHERE {{ {LAUNCHED} ; prov:wasGeneratedBy ?x }}"),
    ("startDate-value", CLAIM, "schema:startDate", f"INSERT {{ ?c schema:startDate 'last year' }} WHERE {{ {LAUNCHED} }}"),
    ("Extractor-iri", "urn:x", "IRI", f"INSERT {{ <urn:x> ?p ?o }} WHERE {{ <{EXTRACTOR}> ?p ?o }}"),
    ("unit-value", SIZE, "kg:unit", f"DELETE DATA {{ <{SIZE}> kg:unit 'USD' }} ; INSERT DATA {{ <{SIZE}> kg:unit 'dollars' }}"),
    ("MarketFigure-measure", SIZE, "kg:measure", f"DELETE WHERE {{ <{SIZE}> kg:measure ?m }}"),
    ("value-value", SIZE, "schema:value", f"DELETE {{ <{SIZE}> schema:value ?v }} INSERT {{ <{SIZE}> schema:value 'much' }} WHERE {{ <{SIZE}> schema:value ?v }}"),
    ("MarketFigure-forecast", SIZE, "kg:isForecast", f"DELETE WHERE {{ <{SIZE}> kg:isForecast ?m }}"),
    ("MarketFigure-article", SIZE, "prov:wasDerivedFrom", f"DELETE DATA {{ <{SIZE}> prov:wasDerivedFrom <{REPORTED}> }}"),
    ("figure-of", SIZE, "kg:market, kg:measure, kg:subject", f"DELETE WHERE {{ <{SIZE}> kg:market ?m }}"),
    ("figure-span", SIZE, "kg:fromYear, kg:toYear", f"DELETE WHERE {{ <{SIZE}> kg:year ?y }} ; INSERT DATA {{ <{SIZE}> kg:fromYear '2020'^^xsd:gYear }}"),
    ("MarketFigure-years", SIZE, "kg:fromYear", f"DELETE WHERE {{ <{SIZE}> kg:year ?y }} ; INSERT DATA {{ <{SIZE}> kg:fromYear '2028'^^xsd:gYear ; kg:toYear '2021'^^xsd:gYear }}"),
    ("figure-year", SIZE, "kg:fromYear, kg:year", f"INSERT DATA {{ <{SIZE}> kg:fromYear '2020'^^xsd:gYear ; kg:toYear '2021'^^xsd:gYear }}"),
    ("figure-percent", SIZE, "kg:measure, kg:unit", f"DELETE DATA {{ <{SIZE}> kg:measure kg:marketSize }} ; INSERT DATA {{ <{SIZE}> kg:measure kg:cagr }}"),
    ("figure-share", SIZE, "kg:measure, schema:value", f"DELETE DATA {{ <{SIZE}> kg:measure kg:marketSize }} ; INSERT DATA {{ <{SIZE}> kg:measure kg:share }}"),
    ("figure-funding", SIZE, "kg:market, kg:measure, kg:subject", f"DELETE DATA {{ <{SIZE}> kg:measure kg:marketSize }} ; INSERT DATA {{ <{SIZE}> kg:measure kg:funding }}"),
]  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Triple]:
    folder = tmp_path_factory.mktemp("rules")
    exports = export(build(corpus(folder / "sources")), folder / "exports")
    return sorted({each for name in validate.ARTEFACTS for each in validate.read(exports / name)}, key=str)


def broken(whole: list[ox.Triple], update: str) -> list[ox.Triple]:
    # rdflib, because the store of pyoxigraph makes xsd:integer of xsd:nonNegativeInteger.
    graph = rdflib.Graph().parse(data="".join(f"{each} .\n" for each in whole), format="nt")
    graph.update(PREFIXES + update)
    return list(ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))


def anonymous(found: list[Finding]) -> set[tuple[str, ...]]:
    """Findings for comparison: engines relabel blank nodes, and name a value or not where a node is meant."""
    return {("_:" if each.node.startswith("_:") else each.node, each.property, each.rule) for each in found}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_graph_with_evidence_conforms(whole: list[ox.Triple], engine: str) -> None:
    assert validate.check(whole, engine) == []


@pytest.mark.parametrize(("rule", "node", "prop", "update"), BROKEN, ids=[f"{n}-{b[0]}" for n, b in enumerate(BROKEN)])
def test_a_broken_graph_is_caught_by_node_property_and_rule(
    whole: list[ox.Triple], rule: str, node: str, prop: str, update: str
) -> None:
    triples = broken(whole, update)
    assert {str(each) for each in triples} != {str(each) for each in whole}
    by_engine = {name: validate.check(triples, name) for name in ENGINES}
    for found in by_engine.values():
        hits = [each for each in found if each.rule == rule]
        assert hits, found
        assert {each.property for each in hits} == {prop}
        assert all(
            "/claim/" in each.node
            if node == CLAIM
            else each.node.startswith("_:")
            if node == "_:"
            else each.node == node
            for each in hits
        )
        for each in hits:
            assert each.node in str(each)
            assert prop in str(each)
            assert rule in str(each)
            assert len(each.message.split()) > 2
    findings = [anonymous(found) for found in by_engine.values()]
    assert all(each == findings[0] for each in findings)


def test_at_least_thirty_rules_are_broken() -> None:
    assert len({rule for rule, *_ in BROKEN}) >= 30
    assert {rule for rule, *_ in BROKEN} <= {each.name for each in validate.rules().values()}


def test_every_rule_says_what_is_right() -> None:
    for rule in validate.rules().values():
        assert len(rule.message.split()) > 2
        assert rule.property
