# ruff: noqa: E501 - queries read better on one line
"""What W3C's SPARQL 1.1 Protocol tests describe for queries, and the clients that people use.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ names the cases; they are asked over real HTTP.
"""

import json
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from kgraph.serve import protocol
from kgraph.serve.worker import RESULTS, TRIPLES
from tests.evidence import COMPANY, FIRST, PRODUCT, REPORTED, REPRINT
from tests.serve.serving import Server

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
JSON = "application/sparql-results+json"
LAUNCHED = "PREFIX kg: <https://w3id.org/kgraph/ontology#> SELECT ?who ?what { ?who kg:launched ?what }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def client(server: Server) -> "httpx.Client":
    with httpx.Client(base_url=server.url, timeout=30) as made:
        yield made


def post(
    client: httpx.Client, content_type: str | None, body: bytes, url: str = "/sparql", **headers: str
) -> httpx.Response:
    given = {**headers, **({"Content-Type": content_type} if content_type else {})}
    return client.post(url, content=body, headers=given)


# --- Queries that are answered ----------------------------------------------------------------------------------------


def test_query_get(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


def test_query_post_form(client: httpx.Client) -> None:
    assert post(client, FORM, b"query=ASK%20%7B%7D").json()["boolean"] is True


def test_query_post_direct(client: httpx.Client) -> None:
    assert post(client, DIRECT, b"ASK {}").json()["boolean"] is True
    assert post(client, f"{DIRECT}; charset=UTF-8", b"ASK {}").json()["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("*/*", JSON),
        (JSON, JSON),
        ("application/json", JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/turtle, text/csv;q=0.5", "text/csv"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        (f"{JSON};q=0, */*;q=0.1", "application/sparql-results+xml"),
    ],
)
def test_query_content_type_select_and_ask(client: httpx.Client, accept: str | None, expected: str) -> None:
    headers = {"Accept": accept} if accept else {}
    for query in (LAUNCHED, "ASK {}"):
        answer = client.get("/sparql", params={"query": query}, headers=headers)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == expected
    answer = client.get("/sparql", params={"query": LAUNCHED}, headers=headers)
    if expected == "text/csv":  # which nobody can read back
        assert answer.text.splitlines() == ["who,what", f"{COMPANY},{PRODUCT}"]
    else:
        read = ox.parse_query_results(answer.content, format=RESULTS[expected])
        assert [(row["who"].value, row["what"].value) for row in read] == [(COMPANY, PRODUCT)]


@pytest.mark.parametrize("query", [f"DESCRIBE <{FIRST}>", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
@pytest.mark.parametrize("media_type", list(TRIPLES))
def test_query_content_type_describe_and_construct(client: httpx.Client, media_type: str, query: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert len(list(ox.parse(answer.content, format=TRIPLES[media_type]))) > 10


def ask_dataset(client: httpx.Client, query: str, *, post_it: bool, **graphs: list[str]) -> dict[str, object]:
    pairs = [("query", query)] + [
        (name.replace("_", "-") + "-uri", iri) for name, iris in graphs.items() for iri in iris
    ]
    body = "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)
    answer = post(client, FORM, body.encode()) if post_it else client.get(f"/sparql?{body}")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("post_it", [False, True])
def test_query_dataset(client: httpx.Client, post_it: bool) -> None:
    one = "ASK { <%s> ?p ?o }"
    assert ask_dataset(client, one % FIRST, post_it=post_it, default_graph=[FIRST])["boolean"] is True
    assert ask_dataset(client, one % FIRST, post_it=post_it, default_graph=[REPORTED])["boolean"] is False
    both = f"ASK {{ <{FIRST}> ?p ?o . <{REPORTED}> ?q ?r }}"
    assert ask_dataset(client, both, post_it=post_it, default_graph=[FIRST, REPORTED])["boolean"] is True
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    found = ask_dataset(client, named, post_it=post_it, named_graph=[FIRST, REPORTED])["results"]["bindings"]
    assert {row["g"]["value"] for row in found} == {FIRST, REPORTED}
    full = f"ASK {{ <{FIRST}> ?p ?o GRAPH <{REPORTED}> {{ ?s ?q ?r }} FILTER NOT EXISTS {{ GRAPH <{FIRST}> {{ ?x ?y ?z }} }} }}"
    assert ask_dataset(client, full, post_it=post_it, default_graph=[FIRST], named_graph=[REPORTED])["boolean"] is True


def test_query_multiple_dataset_the_protocol_goes_before_the_query(client: httpx.Client) -> None:
    query = f"ASK FROM <{REPORTED}> {{ <{FIRST}> ?p ?o }}"
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is False
    assert ask_dataset(client, query, post_it=True, default_graph=[FIRST])["boolean"] is True


# --- Requests that are refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (FORM, b"query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", 400),  # bad_multiple_queries
        ("text/plain", b"ASK {}", 415),  # bad_query_wrong_media_type
        (None, b"query=ASK%20%7B%7D", 415),  # bad_query_missing_form_type
        (None, b"ASK {}", 415),  # bad_query_missing_direct_type
        (f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16"), 415),  # bad_query_non_utf8
        (DIRECT, b"ASK { ?s ?p '\xff' }", 400),
        (DIRECT, b"ASK { ", 400),  # bad_query_syntax
        (FORM, b"", 400),
        (FORM, b"query=", 400),
        (FORM, b"update=DELETE%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D", 403),
        ("application/sparql-update", b"DELETE WHERE { ?s ?p ?o }", 403),
        (DIRECT, b"DELETE WHERE { ?s ?p ?o }", 400),
        (DIRECT, b"SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }", 403),
        (DIRECT, b"SELECT * { service silent ?where { ?s ?p ?o } }", 403),
        (FORM, b"query=ASK%7B%7D&default-graph-uri=no%20iri", 400),
        (FORM, b"query=%FF", 400),
    ],
)
def test_bad_requests(client: httpx.Client, content_type: str | None, body: bytes, status: int) -> None:
    answer = post(client, content_type, body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Traceback" not in answer.text
    assert len(answer.text.split()) > 2


def test_bad_query_method(client: httpx.Client) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql?query=ASK%7B%7D")
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]


def test_a_query_in_both_places_is_refused(client: httpx.Client) -> None:
    assert post(client, DIRECT, b"ASK {}", "/sparql?query=ASK%7B%7D").status_code == 400
    assert client.get("/sparql").status_code == 400
    assert client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").status_code == 400


@pytest.mark.parametrize(
    ("query", "accept"), [(LAUNCHED, "text/turtle"), ("ASK {}", "image/png"), ("DESCRIBE <x:y>", JSON)]
)
def test_not_acceptable(client: httpx.Client, query: str, accept: str) -> None:
    assert client.get("/sparql", params={"query": query}, headers={"Accept": accept}).status_code == 406


def test_a_runaway_query_is_stopped_and_the_server_goes_on(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": RUNAWAY})
    assert answer.status_code == 503
    assert "stopped" in answer.text
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_an_answer_with_too_many_rows_is_refused(client: httpx.Client) -> None:
    for query in ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }"):
        answer = client.get("/sparql", params={"query": query})
        assert answer.status_code == 413
        assert "LIMIT" in answer.text


def test_a_query_nested_beyond_reason_harms_nobody(client: httpx.Client) -> None:
    deep = "ASK " + "{" * 50_000 + "}" * 50_000
    assert post(client, DIRECT, deep.encode()).status_code in (400, 503)
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_a_body_too_large_is_refused(client: httpx.Client) -> None:
    assert post(client, DIRECT, b"ASK {} #" + b"x" * (2 << 20)).status_code == 413


@pytest.mark.parametrize(
    ("query", "calls"),
    [
        ("SELECT * { SERVICE <http://x/> {} }", True),
        ("SELECT*{SeRvIcE<http://x/>{}}", True),
        ("SELECT * { ?service ?p 'SERVICE' }", False),
        ("PREFIX service: <x:> SELECT * { ?s service:SERVICE ?o }", False),
        ("SELECT * { ?s <http://SERVICE/> ?o } # SERVICE", False),
        ('SELECT * { ?s ?p """a "SERVICE" b""" }', False),
        ("SELECT * { ?s ?p 'it\\'s' SERVICE <x:> {} }", True),
        ("SELECT * { FILTER(1 < 2) SERVICE ?x {} FILTER(3 > 2) }", True),
        ("SELECT * { ?s ?p ?o FILTER(?o<3&&?s>SERVICE ) }", True),
        ("ASK { # '\n SERVICE <x:> {} }", True),
    ],
)
def test_service_is_seen_where_it_is_a_keyword(query: str, calls: bool) -> None:
    assert protocol.calls_out(query) is calls


# --- Graph Store Protocol ---------------------------------------------------------------------------------------------


def test_a_named_graph_is_read(client: httpx.Client) -> None:
    answer = client.get("/graph", params={"graph": REPRINT}, headers={"Accept": "application/n-triples"})
    found = list(ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES))
    assert REPRINT in {each.subject.value for each in found}
    assert FIRST not in {each.subject.value for each in found}
    whole = client.get("/graph?default", headers={"Accept": "application/n-triples"})
    assert len(whole.text.splitlines()) > 2 * len(found)
    assert client.head("/graph", params={"graph": REPRINT}).status_code == 200
    assert client.get("/graph?graph=urn:none").status_code == 404


@pytest.mark.parametrize(
    "asked", ["", "?default&default", f"?default&graph={FIRST}", "?graph=a%20b", "?graph=a&graph=b"]
)
def test_an_unclear_graph_is_refused(client: httpx.Client, asked: str) -> None:
    assert client.get("/graph" + asked).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_graphs_are_read_only(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/graph?default").status_code == 405


# --- Clients ----------------------------------------------------------------------------------------------------------


def test_sparqlwrapper_talks_to_it(server: Server) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    for method in (wrapper.GET, wrapper.POST):
        asked = wrapper.SPARQLWrapper(server.url + "/sparql", returnFormat=wrapper.JSON)
        asked.setMethod(method)
        asked.setQuery(LAUNCHED)
        assert asked.queryAndConvert()["results"]["bindings"][0]["who"]["value"] == COMPANY
    described = wrapper.SPARQLWrapper(server.url + "/sparql", returnFormat=wrapper.TURTLE)
    described.setQuery(f"DESCRIBE <{FIRST}>")
    assert b"Medtronic" in described.queryAndConvert()


def test_rdflib_talks_to_it(server: Server) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(server.url + "/sparql", method=method))
        assert [(str(row.who), str(row.what)) for row in graph.query(LAUNCHED)] == [(COMPANY, PRODUCT)]
        found = list(graph.triples((rdflib.URIRef(COMPANY), rdflib.RDFS.label, None)))
        assert [str(value) for _, _, value in found] == ["Medtronic"]


def test_every_format_says_the_same(client: httpx.Client) -> None:
    query = 'SELECT * { VALUES (?x ?y) { ("a\\tb\\n\\"c\\" é 🩺" 1) (UNDEF 1.50) (<x:y> true) ("z"@de-AT "2020"^^<http://www.w3.org/2001/XMLSchema#gYear>) (1e6 "") } }'
    rows = {}
    for media_type in (JSON, "application/sparql-results+xml", "text/tab-separated-values"):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": media_type})
        read = ox.parse_query_results(answer.content, format=RESULTS[media_type])
        rows[media_type] = [(str(row["x"]), str(row["y"])) for row in read]
    expected = [(str(row["x"]), str(row["y"])) for row in ox.Store().query(query)]
    assert rows == dict.fromkeys(rows, expected)
    assert json.loads(client.get("/sparql", params={"query": query}).text)["head"]["vars"] == ["x", "y"]


def test_csv_keeps_every_value_in_its_column(server: Server) -> None:
    asked = 'SELECT * { VALUES (?address ?words) { (<http://x.example/a,b> "1,2") } }'
    answer = httpx.get(server.url + "/sparql", params={"query": asked}, headers={"Accept": "text/csv"})
    assert answer.text == 'address,words\r\n"http://x.example/a,b","1,2"\r\n'
