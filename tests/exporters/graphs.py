"""Graphs that follow the ontology: one small and readable, and whatever Hypothesis makes up."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from kgraph import ontology

BASE = "https://w3id.org/kgraph/id/"
KG, SCHEMA, SKOS, PROV = (ontology.PREFIXES[name] for name in ("kg", "schema", "skos", "prov"))
XSD = ontology.PREFIXES["xsd"]

# Texts that some format must escape, or that some reader stumbles over.
NASTY = [
    "",
    " ",
    '"quoted" and \'quoted\' and """',
    "back\\slash \\n \\u0041 \\",
    "line\nfeed\r\nreturn\rtab\t",
    "\x00\x01\x07\x0b\x0c\x1f\x7f\x85",
    "line\u2028separator paragraph\u2029separator",
    "<script>alert(1)</script> & </data> ]]> &amp;",
    "_x0007_ _x005F_ _x000a_",
    "\ufeff\ufffe\uffff\ufdd0",
    "é 漢字 🩺 \U0010ffff",
    "{?x} %41 `` <a href='#'>",
    "@prefix # no comment",
    "true",
    "5",
    "2024-01-01",
    "[1, 2]",
]
TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
ZONE = timezone(timedelta(hours=14))
ZONES = st.sampled_from([None, UTC, ZONE, timezone(timedelta(hours=-8, minutes=-30))])
MOMENTS = st.one_of(
    st.datetimes(timezones=ZONES),
    st.sampled_from([datetime(1, 1, 1, tzinfo=ZONE), datetime(9999, 12, 31, 23, tzinfo=ZONE)]),
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=3)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXT,
    "boolean": st.booleans(),
    "integer": st.integers(-(2**70), 2**70),
    "nonNegativeInteger": st.integers(0, 2**40),
    "decimal": st.one_of(
        NUMBERS, st.sampled_from([Decimal("1.260E9"), Decimal("1E-20"), Decimal("17.30"), Decimal(0)])
    ),
    "gYear": st.integers(1, 9999),
    "gYearMonth": st.sampled_from(["2024-05", "1999-12"]),
    "date": st.dates(),
    "dateTime": MOMENTS,
    "anyURI": st.sampled_from(
        ["https://example.org/a?b=c&d=é", "http://example.org/x%20y", "no address", "https://[bad/"]
    ),
}
LITERALS = [each for each in ontology.load().properties.values() if not each.is_object and each.local_name != "label"]
CLASSES = sorted(
    name for name, each in ontology.load().classes.items() if each.colour and name not in {"Claim", "Extractor"}
)
# What only claims have, and what a dataset says of documents, is no edge of the graph.
NO_EDGES = {"subject", "predicate", "object", "wasGeneratedBy"}
EDGES = sorted(
    each.iri for each in ontology.load().properties.values() if each.is_object and each.local_name not in NO_EDGES
)


@st.composite
def attributes(draw: st.DrawFn) -> dict[str, Any]:
    held: dict[str, Any] = {"type": draw(st.sampled_from(CLASSES)), "label": draw(TEXT)}
    for known in draw(st.lists(st.sampled_from(LITERALS), max_size=6, unique_by=lambda each: each.iri)):
        ranges = [iri.removeprefix(XSD) for iri in known.range] or ["string"]
        if set(ranges) == {"date", "gYearMonth", "gYear"}:
            continue  # schema:startDate stands in claims only
        one = st.one_of([VALUES[name] for name in ranges])
        held[known.local_name] = sorted(draw(st.sets(one, min_size=1, max_size=3))) if known.multiple else draw(one)
    return held


@st.composite
def graphs(draw: st.DrawFn) -> "nx.MultiDiGraph[str]":
    """A graph as a build makes it."""
    base = draw(st.sampled_from([BASE, "https://example.org/kg/", "urn:x-kgraph:"]))
    names = ["article/example.org/0a1b", "topic/digital-health", "company/caf%C3%A9", "x/.dot.", "figure/00ff"]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=base)
    iris = [base + name for name in draw(st.lists(st.sampled_from(names), min_size=1, unique=True))]
    for iri in iris:
        graph.add_node(iri, **draw(attributes()))
    articles = [base + "article/example.org/0a1b", base + "article/example.org/2"]
    for article in articles:
        graph.add_node(article, type="Article", label=draw(TEXT))
    iris = sorted(graph.nodes)
    ends = st.tuples(st.sampled_from(iris), st.sampled_from(iris), st.sampled_from(EDGES))
    for source, target, key in draw(st.lists(ends, max_size=8, unique=True)):
        claims = draw(st.lists(claim(articles), max_size=3, unique_by=lambda c: (c["article"], c["start"], c["end"])))
        claims.sort(key=lambda c: (c["article"], c["start"], c["end"]))
        graph.add_edge(source, target, key, label=ontology.local_name(key), claims=claims)
    same = [(one, other) for one, other, key in graph.edges(keys=True) if key == KG + "sameStoryAs"]
    told = {each: min(story) for story in nx.connected_components(nx.Graph(same)) for each in story}
    for _, _, data in graph.edges(data=True):
        data["confidence"] = max((c["confidence"] for c in data["claims"]), default=1.0)
        data["support"] = len({told.get(c["article"], c["article"]) for c in data["claims"]}) or 1
    paths = draw(st.lists(st.sampled_from(["a.txt", "b/ü #?%.md", "_people/c d.md"]), unique=True))
    graph.graph["documents"] = {
        path: {"sha256": f"{number:064x}", "states": sorted(draw(st.sets(st.sampled_from(articles))))}
        for number, path in enumerate(sorted(paths))
    }
    return graph


@st.composite
def claim(draw: st.DrawFn, articles: list[str]) -> dict[str, Any]:
    start = draw(st.integers(0, 100))
    said = {
        "article": draw(st.sampled_from(articles)),
        "exact": draw(TEXT),
        "start": start,
        "end": start + draw(st.integers(1, 100)),
        "confidence": draw(st.sampled_from([0.5, 0.9, 0.1 + 0.2, 1.0, 1e-7])),
        "extractor": draw(st.sampled_from(["entities/1.0", "relations/2.1.0"])),
    }
    if when := draw(st.sampled_from(["", "2024", "2024-05", "2024-05-01"])):
        said["startDate"] = when
    return said


def example() -> "nx.MultiDiGraph[str]":
    """Two articles, who published them, what they say of a company and its product, and the words that say it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=BASE)
    one, two = BASE + "article/example.org/1", BASE + "article/example.org/2"
    report = BASE + "article/path/report.txt"
    provider, topic, scheme = BASE + "provider/example.org", BASE + "topic/digital-health", BASE + "scheme/topics"
    company, product = BASE + "company/medtronic", BASE + "product/gi-genius"
    market, region, figure = BASE + "market/smart-healthcare", BASE + "place/global", BASE + "figure/01"
    published = datetime(2024, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    graph.add_node(
        one,
        type="Article",
        label="Medtronic launches GI Genius",
        headline="Medtronic launches GI Genius",
        abstract="Medtronic launched GI Genius in 2021.",
        datePublished=published,
        url="https://www.example.org/1",
        image=["https://www.example.org/1.png"],
        quality=80,
        heat=12,
        path=["one.md"],
        sha256=["1" * 64],
    )
    graph.add_node(two, type="Article", label="Another", headline="Another", datePublished=date(2024, 5, 2))
    graph.add_node(report, type="Report", label="Smart healthcare", headline="Smart healthcare")
    graph.add_node(provider, type="Provider", label="Example", name="Example", domain="example.org")
    graph.add_node(topic, type="Topic", label="Digital Health", prefLabel="Digital Health")
    graph.add_node(scheme, type="ConceptScheme", label="Topics")
    graph.add_node(company, type="Company", label="Medtronic", altLabel=["Medtronic PLC", "Medtronic plc."])
    graph.add_node(product, type="Product", label="GI Genius")
    graph.add_node(market, type="Market", label="Smart Healthcare")
    graph.add_node(region, type="Place", label="Global")
    graph.add_node(KG + "marketSize", type="Measure", label="market size")
    graph.add_node(
        figure,
        type="MarketFigure",
        label="market size of Smart Healthcare, 2024",
        value=Decimal("1260000000"),
        unit="USD",
        year=2024,
        isForecast=False,
        exact="USD 1.26 Billion in 2024",
        start=5,
        end=29,
        confidence=Decimal("0.9"),
    )

    def edge(source: str, key: str, target: str, *claims: dict[str, Any]) -> None:
        graph.add_edge(
            source,
            target,
            key,
            label=ontology.local_name(key),
            confidence=max((claim["confidence"] for claim in claims), default=1.0),
            support=len({claim["article"] for claim in claims}) or 1,
            claims=list(claims),
        )

    def words(article: str, exact: str, start: int, confidence: float, extractor: str, **when: str) -> dict[str, Any]:
        said = {"article": article, "exact": exact, "start": start, "end": start + len(exact)}
        return {**said, "confidence": confidence, "extractor": extractor, **when}

    for article in (one, two):
        edge(article, SCHEMA + "publisher", provider)
        edge(article, SCHEMA + "about", topic)
    edge(one, KG + "related", two)
    edge(topic, SKOS + "inScheme", scheme)
    sentence = "Medtronic launched GI Genius in 2021."
    edge(one, SCHEMA + "mentions", company, words(one, "Medtronic", 0, 0.95, "entities/1.0"))
    edge(two, SCHEMA + "mentions", company, words(two, "Medtronic PLC", 4, 0.8, "entities/1.0"))
    edge(one, SCHEMA + "mentions", product, words(one, "GI Genius", 19, 0.9, "entities/1.0"))
    edge(
        company,
        KG + "launched",
        product,
        words(one, sentence, 29, 0.9, "relations/1.0", startDate="2021"),
        words(two, "GI Genius, launched by Medtronic", 10, 0.7, "relations/1.0"),
    )
    edge(figure, KG + "market", market)
    edge(figure, KG + "measure", KG + "marketSize")
    edge(figure, KG + "region", region)
    edge(figure, PROV + "wasDerivedFrom", report)
    graph.graph["documents"] = {
        "one.md": {"sha256": "1" * 64, "states": [one, two]},
        "report.txt": {"sha256": "2" * 64, "states": [report]},
    }
    return graph
