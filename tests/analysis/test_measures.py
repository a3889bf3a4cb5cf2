"""Each measure equals the reference's on graphs of several shapes, whichever engine computes it."""

import importlib.util

import networkx as nx
import pytest

from kgraph import analysis
from kgraph.analysis.arrays import arrays, chosen, numbered, symmetric
from kgraph.errors import MissingExtraError, UsageError

from .graphs import networks

NETWORKS = networks()
SHAPES = pytest.mark.parametrize("graph", NETWORKS, ids=range(len(NETWORKS)))
FAST = importlib.util.find_spec("networkit") is not None
ENGINES = pytest.mark.parametrize(
    "engine",
    ["networkx", pytest.param("networkit", marks=pytest.mark.skipif(not FAST, reason="needs kgraph[fast]"))],
)


@SHAPES
@pytest.mark.parametrize("weight", ["weight", None])
def test_pagerank(graph, weight):
    reference = nx.pagerank(graph, weight=weight, tol=1e-10, max_iter=1000)
    found = analysis.pagerank(graph, weight=weight)
    assert found.values == pytest.approx(reference, abs=1e-12)
    assert sum(found.values.values()) == pytest.approx(1)


def test_pagerank_converges_where_the_references_default_does_not():
    """A long chain into a ring: at 1e-6 per node scores are still moving."""
    graph = nx.relabel_nodes(
        nx.compose(nx.cycle_graph(400, nx.DiGraph), nx.path_graph(range(399, 800), nx.DiGraph)), str
    )
    exact = nx.pagerank(graph, tol=1e-14, max_iter=10_000)
    found = analysis.pagerank(graph).values
    assert max(abs(found[n] - exact[n]) for n in graph) < 1e-7
    loose = nx.pagerank(graph)
    assert max(abs(loose[n] - exact[n]) for n in graph) > 1e-5


@SHAPES
@ENGINES
def test_betweenness(graph, engine):
    found = analysis.betweenness(graph, engine=engine)
    assert found.samples == 0
    assert "exact" in found.method
    assert found.values == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)


@ENGINES
def test_sampled_betweenness_says_so_and_is_near(engine):
    graph = NETWORKS[3]
    exact = analysis.betweenness(graph, samples=0).values
    found = analysis.betweenness(graph, engine=engine, samples=60, seed=4)
    assert found.samples == 60
    assert "estimated from 60 of 80 nodes" in found.method
    assert max(abs(found.values[n] - exact[n]) for n in graph) < 0.1
    assert analysis.betweenness(graph, engine=engine, samples=60, seed=4) == found


@SHAPES
def test_cores_and_degrees(graph):
    plain = nx.Graph(graph)
    assert analysis.cores(graph).values == nx.core_number(plain)
    assert analysis.degrees(graph).values == dict(graph.degree(weight="weight"))


@SHAPES
def test_bridges_cut_off_what_falls_off(graph):
    plain = nx.Graph(graph)
    found = analysis.bridges(graph)
    assert {(row.one, row.other) for row in found} == {tuple(sorted(pair)) for pair in nx.bridges(plain)}
    for row in found:
        rest = plain.copy()
        rest.remove_edge(row.one, row.other)
        sides = [len(nx.node_connected_component(rest, end)) for end in (row.one, row.other)]
        assert row.cut_off == min(sides)


@SHAPES
@pytest.mark.parametrize("method", ["adamic_adar", "resource_allocation"])
def test_likely_links(graph, method):
    plain = nx.Graph(graph)
    index = {"adamic_adar": nx.adamic_adar_index, "resource_allocation": nx.resource_allocation_index}[method]
    reference = {(min(a, b), max(a, b)): score for a, b, score in index(plain) if score > 0}
    found = analysis.likely_links(plain, 15, method=method)
    best = sorted(reference.values(), reverse=True)[:15]
    assert [row.score for row in found] == pytest.approx(best)
    for row in found:
        assert row.score == pytest.approx(reference[row.one, row.other])
        assert row.shared == len(set(nx.common_neighbors(plain, row.one, row.other)))


def best_modularity(graph, weight, seeds=range(8)):
    found = [nx.community.louvain_communities(graph, weight=weight, seed=seed) for seed in seeds]
    return [nx.community.modularity(graph, each, weight=weight) for each in found]


@SHAPES
@ENGINES
@pytest.mark.parametrize("weight", ["weight", None])
@pytest.mark.parametrize("method", ["louvain", "leiden"])
def test_communities_are_as_good_as_the_references(graph, engine, weight, method):
    if method == "leiden" and engine == "networkx":
        pytest.skip("networkx has no Leiden")
    held = symmetric(arrays(graph, weight))
    plain = nx.relabel_nodes(numbered(held), dict(enumerate(held.nodes)))
    found = analysis.partition(graph, method=method, engine=engine, weight=weight)
    assert sorted(n for group in found.communities for n in group) == sorted(graph)
    reference = best_modularity(plain, weight)
    assert found.modularity == pytest.approx(nx.community.modularity(plain, map(set, found.communities), weight=weight))
    assert found.modularity >= min(reference) - 0.02
    assert analysis.partition(graph, method=method, engine=engine, weight=weight) == found


@ENGINES
def test_communities_do_not_depend_on_the_order_of_nodes(engine):
    graph = NETWORKS[1]
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((b, a, held) for a, b, held in reversed(list(graph.edges(data=True))))
    assert analysis.partition(graph, engine=engine) == analysis.partition(turned, engine=engine)


def test_opposite_edges_add_up_and_loops_go():
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("a", "b", 2), ("b", "a", 3), ("a", "a", 9), ("b", "c", 1)])
    assert dict(numbered(symmetric(arrays(graph))).edges) == {(0, 1): {"weight": 5}, (1, 2): {"weight": 1}}
    assert {held["weight"] for *_, held in numbered(symmetric(arrays(graph, None))).edges(data=True)} == {1}
    undirected = nx.Graph([("a", "b", {"weight": 2}), ("b", "b", {"weight": 4})])
    assert dict(numbered(symmetric(arrays(undirected))).edges) == {(0, 1): {"weight": 2}}


@ENGINES
@pytest.mark.parametrize("count", [0, 1, 2])
def test_graphs_of_almost_nothing(engine, count):
    graph = nx.path_graph([f"n{n}" for n in range(count)])
    assert analysis.betweenness(graph, engine=engine).values == dict.fromkeys(graph, 0.0)
    assert analysis.pagerank(graph).values == pytest.approx(dict.fromkeys(graph, 1 / max(count, 1)))
    found = analysis.partition(graph, engine=engine)
    assert sum(map(len, found.communities)) == count
    assert not analysis.likely_links(graph)
    assert len(analysis.bridges(graph)) == (count == 2)


def test_the_knowledge_graph_itself_is_no_network():
    with pytest.raises(UsageError, match="simple graph"):
        analysis.pagerank(nx.MultiDiGraph([("a", "b")]))
    with pytest.raises(UsageError, match="undirected"):
        analysis.likely_links(nx.DiGraph([("a", "b")]))
    with pytest.raises(UsageError, match="no engine"):
        chosen("igraph", large=True)


def test_a_missing_engine_is_named(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert chosen("auto", large=True) == "networkx"
    with pytest.raises(MissingExtraError, match=r"kgraph\[fast\]"):
        analysis.partition(NETWORKS[0], method="leiden")


@SHAPES
def test_arrays_hold_the_graph(graph):
    held = arrays(graph)
    back = {(held.nodes[a], held.nodes[b], w) for a, b, w in zip(held.sources, held.targets, held.weights, strict=True)}
    both = set(graph.edges(data="weight"))
    assert back == (both if graph.is_directed() else both | {(b, a, w) for a, b, w in both})
