"""Counts add up, weights match the evidence, and a reprint never raises a number."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from kgraph import analysis
from kgraph.analysis.stories import stories, told
from kgraph.analysis.views import VIEWS
from kgraph.namespace import KG, SCHEMA, SKOS

from .graphs import article, empty, graphs, mentions, plain, said, thing

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TABLES = {
    "figures": analysis.figures,
    "timeline": analysis.timeline,
    "statements": analysis.statements,
    "mesh_branches": lambda graph: analysis.mesh_branches(graph, ""),
}


def content(network):
    nodes = {node: dict(held) for node, held in network.nodes(data=True)}
    if network.is_directed():
        return nodes, {(a, b): held for a, b, held in network.edges(data=True)}
    return nodes, {(min(a, b), max(a, b)): held for a, b, held in network.edges(data=True)}


@given(graph=graphs())
@FEW
def test_a_tie_weighs_the_stories_that_tell_of_both(graph):
    same = stories(graph)
    network = analysis.comentions(graph, ("Company", "Product"))
    by_hand = {}
    for a in graph:
        if graph.nodes[a]["type"] == "Article":
            it = {t for _, t, k in graph.out_edges(a, keys=True) if k == SCHEMA.MENTIONS}
            by_hand.setdefault(same.get(a, a), set()).update(it)
    for one, other in combinations(sorted(network), 2):
        shared = sorted(story for story, things in by_hand.items() if {one, other} <= things)
        if shared:
            assert network.edges[one, other]["weight"] == len(shared)
            assert network.edges[one, other]["stories"] == shared
        else:
            assert not network.has_edge(one, other)
    assert sum(network.nodes[n]["stories"] for n in network) == sum(len(things) for things in by_hand.values())


@given(graph=graphs())
@FEW
def test_a_reprint_raises_nothing(graph):
    """Copy every article with all it says: each view weighs what it weighed, each count is what it was."""
    before = {name: content(view(graph)) for name, view in VIEWS.items() if name not in {"related", "all"}}
    counts = {thing: len(its) for thing, its in told(graph, ("Company", "Topic")).items()}
    support = [(row[:4], row.support) for row in analysis.statements(graph, [KG.LAUNCHED])]
    for each in [n for n, held in graph.nodes(data=True) if held["type"] == "Article"]:
        copy = each + "-copy"
        graph.add_node(copy, **graph.nodes[each])
        for _, target, key, held in list(graph.out_edges(each, keys=True, data=True)):
            graph.add_edge(copy, target, key, **held)
        plain(graph, copy, KG.SAME_STORY_AS, each)
        for *_, key, held in graph.edges(keys=True, data=True):
            if key == KG.LAUNCHED:
                extra = [{**claim, "article": copy} for claim in held["claims"] if claim["article"] == each]
                held["claims"] = held["claims"] + extra
    assert {thing: len(its) for thing, its in told(graph, ("Company", "Topic")).items()} == counts
    assert [(row[:4], row.support) for row in analysis.statements(graph, [KG.LAUNCHED])] == support
    for name, was in before.items():
        assert content(VIEWS[name](graph)) == was, name


@given(graph=graphs())
@FEW
def test_no_view_changes_the_graph_or_depends_on_its_order(graph):
    shuffled = nx.MultiDiGraph(**graph.graph)
    shuffled.add_nodes_from(reversed(list(graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    was = nx.to_dict_of_dicts(graph)
    for name, view in VIEWS.items():
        one, other = view(graph), view(shuffled)
        assert type(one) in {nx.Graph, nx.DiGraph}
        assert list(one.nodes(data=True)) == list(other.nodes(data=True)), name
        assert list(one.edges(data=True)) == list(other.edges(data=True)), name
        assert all(held["weight"] >= 1 for *_, held in one.edges(data=True))
    for name, table in TABLES.items():
        assert table(graph) == table(shuffled), name
    assert nx.to_dict_of_dicts(graph) == was


@given(graph=graphs())
@FEW
def test_the_two_sides_of_provider_topics_add_up(graph):
    network = analysis.provider_topics(graph)
    same = stories(graph)
    pairs = {
        (v, t, same.get(a, a))
        for a in graph
        for _, v, k in graph.out_edges(a, keys=True)
        if k == SCHEMA.PUBLISHER
        for _, t, m in graph.out_edges(a, keys=True)
        if m == SCHEMA.ABOUT
    }
    assert sum(held["weight"] for *_, held in network.edges(data=True)) == len(pairs)
    assert nx.is_bipartite(network)
    for side in (0, 1):
        folded = analysis.project(network, side)
        for one, other, held in folded.edges(data=True):
            assert held["weight"] == len(set(network[one]) & set(network[other]))


@given(graph=graphs())
@FEW
def test_similar_articles_share_things_and_the_rarer_the_more(graph):
    network = analysis.article_similarity(graph, threshold=0.01)
    for one, other, held in network.edges(data=True):
        ends = [
            {t for _, t, k in graph.out_edges(a, keys=True) if k in (SCHEMA.MENTIONS, SCHEMA.ABOUT)}
            for a in (one, other)
        ]
        assert ends[0] & ends[1]
        assert 0 < held["weight"] <= 1


def test_articles_of_the_same_things_are_as_similar_as_can_be():
    graph = empty()
    things = [thing(graph, "Company", name) for name in "abcd"]
    one, two, three, four = (article(graph, name) for name in ("one", "two", "three", "four"))
    mentions(graph, one, *things[:2])
    mentions(graph, two, *things[:2])
    mentions(graph, three, things[1], things[2])
    mentions(graph, four, things[2], things[3])
    network = analysis.article_similarity(graph, threshold=0.1)
    assert network.edges[one, two]["weight"] == pytest.approx(1)
    assert network.edges[one, three]["weight"] < 1
    assert not network.has_edge(one, four)


def test_company_products_joins_what_launches_and_what_makes():
    graph = empty()
    company, product = thing(graph, "Company", "Acme"), thing(graph, "Product", "Rocket")
    sources = [article(graph, "one"), article(graph, "two")]
    sources.append(article(graph, "two again", copy_of=sources[1]))
    said(graph, company, KG.LAUNCHED, product, sources)
    said(graph, product, SCHEMA.MANUFACTURER, company, sources[:1])
    network = analysis.company_products(graph)
    assert network.edges[company, product] == {"weight": 2, "relations": ["launched", "manufacturer"]}


def test_branches_count_each_story_once_however_deep_it_hangs():
    graph = empty()
    names = ("Diseases", "Neoplasms", "Lung Neoplasms")
    top, middle, leaf = (thing(graph, "Concept", name, notation=["C", "C04", "C04.5"][:1]) for name in names)
    plain(graph, middle, SKOS.BROADER, top)
    plain(graph, leaf, SKOS.BROADER, middle)
    plain(graph, leaf, SKOS.BROADER, top)
    plain(graph, top, SKOS.BROADER, leaf)  # a circle, which a broken thesaurus may have
    topic = thing(graph, "Topic", "Cancer")
    plain(graph, topic, SKOS.EXACT_MATCH, middle)
    first, second = article(graph, "first"), article(graph, "second")
    mentions(graph, first, leaf, middle)
    plain(graph, second, SCHEMA.ABOUT, topic)
    found = {row.concept: row for row in analysis.mesh_branches(graph, BASE_OF_CONCEPTS)}
    assert (found["Lung Neoplasms"].own, found["Neoplasms"].own, found["Diseases"].own) == (1, 2, 0)
    assert found["Neoplasms"].stories == 2
    assert found["Diseases"].stories == 2


BASE_OF_CONCEPTS = "https://w3id.org/kgraph/id/concept/"


def test_an_event_is_dated_by_its_sentence_else_by_the_first_article():
    graph = empty()
    company, rocket, moon = (
        thing(graph, k, n) for k, n in (("Company", "Acme"), ("Product", "Rocket"), ("Product", "Moon"))
    )
    from datetime import UTC, date, datetime, timedelta, timezone

    one = article(graph, "one", datetime(2021, 3, 1, 1, tzinfo=timezone(timedelta(hours=5))))
    two = article(graph, "two", datetime(2021, 3, 4, tzinfo=UTC))
    said(graph, company, KG.LAUNCHED, rocket, [one, two], "2020-02")
    said(graph, company, KG.LAUNCHED, moon, [one, two])
    by_thing = {row.object: row for row in analysis.timeline(graph)}
    assert (by_thing["Rocket"].day, by_thing["Rocket"].until) == (date(2020, 2, 1), date(2020, 2, 29))
    assert by_thing["Rocket"].dated_by == "text"
    assert (by_thing["Moon"].day, by_thing["Moon"].dated_by) == (date(2021, 2, 28), "publication")
    assert by_thing["Moon"].support == 2


@pytest.mark.parametrize("said_day", ["", "soon", "2020-13", "2020-02-30", "2020-01-01-01", "0", "99999"])
def test_a_broken_day_is_none(said_day):
    from kgraph.analysis.timeline import days

    assert days(said_day) is None
