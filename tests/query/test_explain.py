"""Names to nodes, nodes to what is known of them, and ways between them."""

import networkx as nx
import pytest

from kgraph.errors import UsageError
from kgraph.explain import explain, explain_pair, find, find_pair, path
from kgraph.stats import stats

from ..exporters.graphs import BASE, KG, example

MEDTRONIC, GENIUS = BASE + "company/medtronic", BASE + "product/gi-genius"
ONE, TWO = BASE + "article/example.org/1", BASE + "article/example.org/2"
REPORT = BASE + "article/path/report.txt"


@pytest.mark.parametrize(
    "name",
    [
        MEDTRONIC,
        f"<{MEDTRONIC}>",
        "company/medtronic",
        "company:medtronic",
        "Medtronic",
        "medtronic plc",
        "  MEDTRONIC   PLC ",
    ],
)
def test_a_node_is_found_by_each_of_its_names(name: str) -> None:
    match = find(example(), name)
    assert (match.iri, match.certain, match.others) == (MEDTRONIC, True, ())


@pytest.mark.parametrize("name", ["Medtroinc", "Metronic", "medtronics plc"])
def test_a_misspelt_name_finds_the_nearest(name: str) -> None:
    match = find(example(), name)
    assert (match.iri, match.certain) == (MEDTRONIC, False)


def test_a_document_is_found_by_its_path() -> None:
    assert find(example(), "one.md").iri == ONE
    assert find(example(), "kg:marketSize").iri == KG + "marketSize"


def test_of_two_nodes_with_one_name_the_better_connected_is_meant() -> None:
    graph = example()
    graph.add_node(BASE + "product/medtronic", type="Product", label="Medtronic")
    match = find(graph, "medtronic")
    assert (match.iri, match.others) == (MEDTRONIC, (BASE + "product/medtronic",))


def test_two_names_mean_the_two_nodes_that_have_to_do_with_each_other() -> None:
    graph = example()
    busy = BASE + "provider/medtronic.com"
    graph.add_node(busy, type="Provider", label="Medtronic")
    for number in range(9):
        graph.add_edge(f"{BASE}article/{number}", busy, "p", label="p", confidence=1.0, support=1, claims=[])
        graph.nodes[f"{BASE}article/{number}"].update(type="Article", label="")
    assert find(graph, "Medtronic").iri == busy
    one, other = find_pair(graph, "medtronic", "GI Genius")
    assert (one.iri, one.others, other.iri) == (MEDTRONIC, (busy,), GENIUS)
    assert find_pair(graph, "medtronic", REPORT)[0].iri == busy


@pytest.mark.parametrize("name", ["Siemens Healthineers", "", "x" * 100_000, "\x00", "Medtronic launches"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="nothing in the graph is called"):
        find(example(), name)


def test_the_nearest_names_are_suggested() -> None:
    with pytest.raises(UsageError, match=r"did you mean .*GI Genius"):
        find(example(), "Genius Two")


def test_a_node_is_explained_with_its_evidence() -> None:
    found = explain(example(), MEDTRONIC)
    assert (found.type, found.label) == ("Company", "Medtronic")
    assert found.attributes == {"altLabel": ["Medtronic PLC", "Medtronic plc."]}
    (launched,) = found.outgoing
    assert (launched.object, launched.support) == (GENIUS, 2)
    assert [claim["exact"] for claim in launched.claims] == [
        "Medtronic launched GI Genius in 2021.",
        "GI Genius, launched by Medtronic",
    ]
    assert {link.subject for link in found.incoming} == {ONE, TWO}
    assert explain(example(), TWO).documents == ("one.md",)
    publisher = explain(example(), TWO).outgoing[-1]
    assert (publisher.claims, publisher.documents) == ((), ("one.md",))


def test_a_pair_is_explained_by_its_edges_and_by_what_both_are_connected_to() -> None:
    pair = explain_pair(example(), GENIUS, MEDTRONIC)
    assert [(link.subject, link.object) for link in pair.links] == [(MEDTRONIC, GENIUS)]
    assert [iri for iri, _ in pair.common] == [ONE]
    assert {link.object for link in pair.common[0][1]} == {MEDTRONIC, GENIUS}
    assert explain_pair(example(), MEDTRONIC, MEDTRONIC).links == ()


def test_a_way_leads_along_edges_in_either_direction() -> None:
    steps = path(example(), GENIUS, BASE + "provider/example.org")
    assert [[(link.subject, link.object) for link in step] for step in steps] == [
        [(ONE, GENIUS)],
        [(ONE, BASE + "provider/example.org")],
    ]
    assert path(example(), GENIUS, REPORT) == []
    assert path(example(), GENIUS, GENIUS) == []


def test_of_equally_short_ways_the_less_frequented_is_taken() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def edge(source: str, target: str) -> None:
        graph.add_edge(source, target, KG + "uses", label="uses", confidence=1.0, support=1, claims=[])

    for middle in ("hub", "quiet"):
        edge("a", middle)
        edge(middle, "b")
    for number in range(5):
        edge(f"x{number}", "hub")
    assert [step[0].subject for step in path(graph, "a", "b")] == ["a", "quiet"]


def test_numbers() -> None:
    found = stats(example())
    assert (found.documents, found.nodes, found.edges) == (2, 12, 14)
    assert (found.claims, found.edges_with_claims, found.multiple_support) == (5, 4, 1)
    assert found.claims_by_extractor == {"entities/1.0": 3, "relations/1.0": 2}
    assert next(iter(found.nodes_by_type)) == "Article"
    assert found.edges_by_predicate["mentions"] == 3
    assert (found.first_published, found.last_published) == ("2024-05-01", "2024-05-02")
    assert (found.components, found.largest_component, found.isolated) == (2, 7, 0)
    assert stats(nx.MultiDiGraph()).components == 0
