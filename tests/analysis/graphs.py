"""Knowledge graphs made of the things that the analysis looks at, in the shape of the contract."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from kgraph import ontology
from kgraph.namespace import KG, PROV, SCHEMA

BASE = "https://w3id.org/kgraph/id/"
START = date(2020, 1, 1)
Graph = nx.MultiDiGraph


def empty() -> Graph:
    return nx.MultiDiGraph(base=BASE, documents={})


def thing(graph: Graph, kind: str, name: str, **held: Any) -> str:
    iri = f"{BASE}{kind.lower()}/{name}"
    if iri not in graph:
        graph.add_node(iri, type=kind, label=name, **held)
    return iri


def article(graph: Graph, name: str, day: date | datetime | None = None, *, copy_of: str = "") -> str:
    held = {"datePublished": day} if day else {}
    iri = thing(graph, "Article", name, headline=name, **held)
    if copy_of:
        graph.add_edge(iri, copy_of, KG.SAME_STORY_AS, label="sameStoryAs", confidence=1.0, support=1, claims=[])
    return iri


def said(graph: Graph, subject: str, key: str, thing_: str, articles: Iterable[str], when: str = "") -> None:
    """A statement with a claim from each article, and its support counted as the build counts it."""
    claims = [
        {"article": a, "exact": f"words {n}", "start": n, "end": n + 7, "confidence": 0.9, "extractor": "test/1"}
        | ({"startDate": when} if when else {})
        for n, a in enumerate(sorted(articles))
    ]
    plain(graph, subject, key, thing_)
    graph.edges[subject, thing_, key].update(confidence=0.9 if claims else 1.0, claims=claims)


def plain(graph: Graph, subject: str, key: str, thing_: str) -> None:
    graph.add_edge(subject, thing_, key, label=ontology.local_name(key), confidence=1.0, support=1, claims=[])


def mentions(graph: Graph, from_: str, *things: str) -> None:
    for each in things:
        said(graph, from_, SCHEMA.MENTIONS, each, [from_])


def figure(graph: Graph, name: str, source: str, market: str, measure: str, value: str, unit: str, **held: Any) -> str:
    region = held.pop("region", "")
    iri = thing(graph, "MarketFigure", name, value=Decimal(value), unit=unit, exact=f"{market}: {value}", **held)
    graph.nodes[iri].setdefault("isForecast", False)
    plain(graph, iri, KG.MARKET, thing(graph, "Market", market))
    kind = ontology.PREFIXES["kg"] + measure
    graph.add_node(kind, type="Measure", label=measure)
    plain(graph, iri, KG.MEASURE, kind)
    plain(graph, iri, PROV.WAS_DERIVED_FROM, source)
    if region:
        plain(graph, iri, KG.REGION, thing(graph, "Place", region))
    return iri


DAYS = st.one_of(
    st.none(),
    st.dates(START, START + timedelta(days=400)),
    st.datetimes(datetime(2020, 1, 2), datetime(2021, 1, 1), timezones=st.just(UTC)),
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Articles, some of them reprints, and what they mention, are about, relate to and say."""
    graph = empty()
    articles = [article(graph, f"a{n}", draw(DAYS)) for n in range(draw(st.integers(1, 8)))]
    for number, each in enumerate(articles[1:], 1):
        if draw(st.booleans()) and draw(st.booleans()):
            first = articles[draw(st.integers(0, number - 1))]
            graph.add_edge(each, first, KG.SAME_STORY_AS, label="sameStoryAs", confidence=1.0, support=1, claims=[])
    companies = [thing(graph, "Company", f"c{n}") for n in range(4)]
    products = [thing(graph, "Product", f"p{n}") for n in range(3)]
    topics = [thing(graph, "Topic", f"t{n}") for n in range(3)]
    providers = [thing(graph, "Provider", f"v{n}") for n in range(2)]
    for each in articles:
        mentions(graph, each, *draw(st.lists(st.sampled_from(companies + products), max_size=4, unique=True)))
        for topic in draw(st.lists(st.sampled_from(topics), max_size=2, unique=True)):
            plain(graph, each, SCHEMA.ABOUT, topic)
        plain(graph, each, SCHEMA.PUBLISHER, draw(st.sampled_from(providers)))
        for other in draw(st.lists(st.sampled_from(articles), max_size=2, unique=True)):
            if other != each:
                plain(graph, each, KG.RELATED, other)
    sources = st.lists(st.sampled_from(articles), min_size=1, max_size=3, unique=True)
    for company, product in draw(st.lists(st.tuples(*map(st.sampled_from, (companies, products))), max_size=4)):
        said(graph, company, KG.LAUNCHED, product, draw(sources), draw(st.sampled_from(["", "2020", "2020-05"])))
    if draw(st.booleans()):
        plain(graph, products[0], SCHEMA.MANUFACTURER, companies[0])
    return graph


def networks() -> list[nx.Graph]:
    """Networks of different shapes to hold measures against the reference on."""
    made = [
        nx.karate_club_graph(),
        nx.les_miserables_graph(),
        nx.gnp_random_graph(60, 0.08, seed=1, directed=True),
        nx.barabasi_albert_graph(80, 2, seed=2),
        nx.disjoint_union(nx.cycle_graph(7), nx.star_graph(9)),
        nx.connected_caveman_graph(6, 5),
        nx.scale_free_graph(70, seed=3),
    ]
    named = []
    for graph in made:
        simple = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
        simple.remove_edges_from(list(nx.selfloop_edges(simple)))
        weights = random.Random(7)
        for *_, held in simple.edges(data=True):
            held["weight"] = weights.randint(1, 5)
        names = sorted(simple, key=str)
        weights.shuffle(names)  # the order of the IRIs is not that of the nodes
        named.append(nx.relabel_nodes(simple, {node: f"n{place:03}" for place, node in enumerate(names)}))
    return named
