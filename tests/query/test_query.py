"""Questions to the example graph, asked of two engines; wrong questions, explained."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph import ontology, query
from kgraph.errors import ExportError, QueryError, UsageError
from kgraph.exporters import nquads, turtle

from ..exporters.graphs import BASE, KG, SCHEMA, example


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph that has an answer to every shipped query."""
    graph = example()
    one, two, report = (BASE + f"article/{name}" for name in ("example.org/1", "example.org/2", "path/report.txt"))
    company, product, provider = BASE + "company/medtronic", BASE + "product/gi-genius", BASE + "provider/example.org"
    market, topic = BASE + "market/smart-healthcare", BASE + "topic/digital-health"
    graph.add_node(BASE + "company/jvion", type="Company", label="Jvion")
    graph.add_node(BASE + "person/ann", type="Person", label="Ann")
    graph.add_node("http://id.nlm.nih.gov/mesh/D000001", type="Concept", label="Digital Health")
    for name, measure, value in (("02", "cagr", "17.3"), ("03", "share", "41")):
        graph.add_node(KG + measure, type="Measure", label=measure)
        figure = graph.nodes[BASE + "figure/01"] | {"value": Decimal(value)}
        graph.add_node(BASE + "figure/" + name, **{**figure, "unit": "percent"})
        for key, end in (("market", market), ("measure", KG + measure), ("region", BASE + "place/global")):
            graph.add_edge(BASE + "figure/" + name, end, KG + key, label=key, confidence=1.0, support=1, claims=[])

    def edge(source: str, key: str, target: str, words: str = "") -> None:
        said = {
            "article": one,
            "exact": words,
            "start": 0,
            "end": len(words),
            "confidence": 0.9,
            "extractor": "relations/1.0",
        }
        label = ontology.local_name(key)
        graph.add_edge(source, target, key, label=label, confidence=0.9, support=1, claims=[said] if words else [])

    edge(two, SCHEMA + "mentions", BASE + "company/jvion", "Jvion")
    edge(one, SCHEMA + "mentions", BASE + "company/jvion", "Jvion")
    edge(company, KG + "acquired", BASE + "company/jvion", "Medtronic bought Jvion.")
    edge(company, KG + "competesIn", market, "Medtronic leads smart healthcare.")
    edge(BASE + "company/jvion", KG + "competesIn", market)
    edge(product, SCHEMA + "manufacturer", company)
    edge(product, SCHEMA + "about", topic)
    edge(one, KG + "relatedOffering", product)
    edge(one, SCHEMA + "author", BASE + "person/ann")
    edge(two, KG + "sameStoryAs", one)
    edge(report, SCHEMA + "publisher", provider)
    edge(topic, ontology.PREFIXES["skos"] + "exactMatch", "http://id.nlm.nih.gov/mesh/D000001")
    folder = tmp_path_factory.mktemp("exports")
    turtle.write(graph, folder)
    nquads.write(graph, folder)
    return folder


@pytest.fixture(scope="module")
def in_rdflib(exports: Path) -> rdflib.Graph:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        return rdflib.Graph().parse(exports / turtle.NAME)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def plain(term: object) -> str:
    return "" if term is None else str(term)


EMPTY_HERE = {"certifications", "contradictions", "makers"}
"""Queries that this graph has no answer to; tests/query/test_parameters.py has a graph that has one."""


@pytest.mark.parametrize("name", query.shipped())
def test_both_engines_give_the_same_answer_to_a_shipped_query(
    name: str, exports: Path, in_rdflib: rdflib.Graph
) -> None:
    ours, text = query.run(name, exports), query.shipped()[name].text
    theirs = in_rdflib.query(text)
    if isinstance(ours, ox.QueryBoolean):
        assert bool(ours) == theirs.askAnswer
    elif isinstance(ours, ox.QueryTriples):
        found = {(plain(t.subject.value), plain(t.predicate.value), plain(t.object.value)) for t in ours}
        assert found == {tuple(map(plain, triple)) for triple in theirs.graph}
        assert found
    else:
        head, *answers = rows(query.as_csv(ours))
        assert head == [str(name) for name in theirs.vars]
        assert answers == [[plain(term) for term in row] for row in theirs]
        assert answers or name in EMPTY_HERE


def test_every_shipped_query_says_what_it_asks() -> None:
    queries = query.shipped()
    assert len(queries) >= 10
    for each in queries.values():
        assert "?" in each.title
        assert each.explanation.endswith(".")


def test_the_documentation_lists_every_shipped_query() -> None:
    text = (Path(__file__).parents[2] / "docs" / "query.md").read_text("utf-8")
    for each in query.shipped().values():
        assert f"| `{each.name}` | {each.title} | {each.explanation} |" in text


def test_some_answers(exports: Path) -> None:
    assert rows(query.as_csv(query.run("launches", exports)))[1:] == [
        ["Medtronic", "GI Genius", "", "0.7", "GI Genius, launched by Medtronic"],
        ["Medtronic", "GI Genius", "2021", "0.9", "Medtronic launched GI Genius in 2021."],
    ]
    assert rows(query.as_csv(query.run("players", exports)))[1:] == [
        ["Smart Healthcare", "Medtronic", "1"],
        ["Smart Healthcare", "Jvion", "0"],
    ]
    assert rows(query.as_csv(query.run("together", exports)))[1:] == [["Jvion", "Medtronic", "2"]]
    assert rows(query.as_csv(query.run("unsupported", exports))) == [["result"], ["false"]]


def test_every_form_in_every_format(exports: Path, tmp_path: Path) -> None:
    file = tmp_path / "question.rq"
    file.write_text("\ufeffSELECT ?l { ?c a kg:Company ; rdfs:label ?l } ORDER BY ?l", encoding="utf-8")
    assert query.as_csv(query.run(str(file), exports)) == "l\r\nJvion\r\nMedtronic\r\n"
    found = json.loads(query.as_json(query.run(str(file), exports)))
    assert [row["l"]["value"] for row in found["results"]["bindings"]] == ["Jvion", "Medtronic"]
    with pytest.raises(UsageError, match="CONSTRUCT"):
        query.as_turtle(query.run(str(file), exports))
    assert json.loads(query.as_json(query.run("ASK { ?x a kg:Nothing }", exports)))["boolean"] is False
    described = query.as_turtle(query.run(f"DESCRIBE <{BASE}company/jvion>", exports))
    assert described.startswith("@prefix kg: ")
    assert 'rdfs:label "Jvion"' in described
    assert "@prefix mesh:" not in described
    made = "CONSTRUCT { ?c schema:name ?l } { ?c a kg:Company ; rdfs:label ?l }"
    assert query.as_turtle(query.run(made, exports)) == query.as_turtle(query.run(made, exports))
    assert rows(query.as_csv(query.run(made, exports)))[1][2] == "Jvion"
    assert query.as_turtle(query.run("CONSTRUCT { ?c a ?l } { ?c a kg:Nothing ; rdfs:label ?l }", exports)) == ""


def test_named_graphs_are_the_articles(exports: Path) -> None:
    asked = "SELECT ?a ?path { GRAPH ?a { ?c kg:launched ?p } ?a prov:wasDerivedFrom/kg:path ?path } ORDER BY ?a"
    assert rows(query.as_csv(query.run(asked, exports)))[1:] == [
        [BASE + "article/example.org/1", "one.md"],
        [BASE + "article/example.org/2", "one.md"],
    ]
    count = "SELECT (COUNT(*) AS ?n) { ?c kg:launched ?p }"
    assert rows(query.as_csv(query.run(count, exports))) == [["n"], ["1"]]
    assert rows(query.as_csv(query.run(count + " # GRAPH is but a comment", exports))) == [["n"], ["1"]]


WRONG = [
    ("SELECT * {?s ?p }", 1, 17, '"}" cannot stand here', "a variable"),
    ("SELECT * {", 1, 11, "ends too early", "}"),
    ("", 1, 1, "ends too early", "SELECT"),
    ("SELEC ?x { ?x ?y ?z }", 1, 1, '"SELEC" cannot stand here', "SELECT"),
    ("SELECT ?x {\n  ?a nope:b ?x }", 2, 6, "prefix nope: is not declared", "PREFIX nope: <…>"),
    ("SELECT * WHERE { ?s a kg:Article ; }\nORDR BY ?s", 2, 1, '"ORDR" cannot stand here', "ORDER"),
    ("SELECT * {?s ?p ?o FILTER(?o = ) }", 1, 32, '")" cannot stand here', "a number"),
    ("SELECT * {\n?s ?p ?o\nFILTER(STRLEN(?o) > 3\n}", 4, 1, '"}" cannot stand here', ")"),
    ("SELECT ?a, ?b {?a ?c ?b}", 1, 10, '"," cannot stand here', "a variable"),
    ("SELECT ?x { ?x a ?y } LIMIT x", 1, 29, '"x" cannot stand here', "a number"),
    ("SELECT ?x { <a> ?p ?x }", 1, 13, "no absolute IRI", "an IRI with its scheme"),
    ("SELECT ?x { ?x rdfs:label 'x }", 1, 27, "never closed", None),
    ("SELECT (COUNT(?x) AS ?n) ?z {?x a ?z}", 1, 38, "variable that is unbound", None),
    ("SELECT ?ü { ?ü rdfs:label 'é' 漢 }", 1, 31, '"漢" cannot stand here', "."),
    ("INSERT DATA {<a:a> <a:b> <a:c>}", 1, 1, '"INSERT" cannot stand here', "SELECT"),
    ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 1, 12, "never leaves", None),
    ("ASK " + "{" * 5000 + "}" * 5000, 1, 105, "nested", None),
]


@pytest.mark.parametrize(("text", "line", "column", "complaint", "expected"), WRONG)
def test_a_wrong_query_is_explained(text: str, line: int, column: int, complaint: str, expected: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        query.ask(ox.Store(), text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert complaint in str(caught.value)
    assert str(caught.value).startswith(f"line {line}, column {column}: ")
    if expected:
        assert expected in caught.value.expected
        assert expected in str(caught.value)


@pytest.mark.parametrize("long", ["!" * 20_000, "1" + "+1" * 20_000, "FILTER(1) " * 20_000])
def test_what_would_exhaust_the_parser_is_refused(long: str) -> None:
    with pytest.raises(QueryError, match="more than"):
        query.ask(ox.Store(), f"SELECT * {{ ?s ?p ?o FILTER({long}) }}")


def test_words_inside_strings_and_iris_are_no_syntax() -> None:
    text = 'SELECT * { ?s <http://example.org/SERVICE> \'SERVICE {{{\' , """GRAPH \' " {""" . # SERVICE {{{\n }'
    assert not list(query.ask(ox.Store(), text))
    assert not query.names_graphs(text)
    assert query.names_graphs("SELECT * { graph ?g { ?s ?p ?o } }")


def test_what_is_no_query_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did you mean topics"):
        query.run("topic", tmp_path)
    with pytest.raises(UsageError, match=r"missing\.rq cannot be read"):
        query.run("missing.rq", tmp_path)
    with pytest.raises(ExportError, match=r"holds no graph\.ttl"):
        query.run("topics", tmp_path)
    (tmp_path / turtle.NAME).write_text("this is no Turtle")
    with pytest.raises(ExportError, match="is broken"):
        query.run("topics", tmp_path)


def test_csv_keeps_every_value_in_its_column(exports: Path) -> None:
    values = '(<http://x.example/a,b> "1,\\"2\\"" UNDEF) (<http://x.example/c> "line\\nbreak" 4)'
    asked = query.run(f"SELECT ?address ?words ?number {{ VALUES (?address ?words ?number) {{ {values} }} }}", exports)
    assert rows(query.as_csv(asked)) == [
        ["address", "words", "number"],
        ["http://x.example/a,b", '1,"2"', ""],
        ["http://x.example/c", "line\nbreak", "4"],
    ]
