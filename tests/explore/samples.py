"""Small graphs in the shape of the contract, made by hand: a pleasant one and a hostile one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import networkx as nx

ID = "https://w3id.org/kgraph/id/"
KG = "https://w3id.org/kgraph/ontology#"
SCHEMA = "https://schema.org/"

HEADLINE = "Medtronic brings GI Genius to more clinics"
ABSTRACT = (
    "In March 2023, Medtronic launched GI Genius, a module that finds polyps. "
    "Medtronic plc works with NVIDIA on it. Analysts see the endoscopy market at USD 1.26 billion."
)


def claim(article: str, text: str, exact: str, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    start = text.index(exact)
    return {
        "article": article, "exact": exact, "start": start, "end": start + len(exact),
        "confidence": confidence, "extractor": "sample/1", **more,
    }  # fmt: skip


def edge(graph: nx.MultiDiGraph, a: str, b: str, key: str, *claims: dict[str, Any]) -> None:
    graph.add_edge(
        a, b, key=key, label=key.replace("#", "/").rsplit("/", 1)[-1],
        confidence=max((c["confidence"] for c in claims if isinstance(c["confidence"], float)), default=1.0),
        support=len({c["article"] for c in claims}), claims=list(claims),
    )  # fmt: skip


def pleasant() -> nx.MultiDiGraph:
    """Two stories about one launch, a partner, a market with a figure, and a MeSH category."""
    g: nx.MultiDiGraph = nx.MultiDiGraph(title="A pleasant sample")
    one, two, three = ID + "article/one", ID + "article/two", ID + "article/three"
    text = HEADLINE + "\n" + ABSTRACT
    g.add_node(
        one, type="Article", label=HEADLINE, headline=HEADLINE, abstract=ABSTRACT, url="https://example.org/one",
        datePublished=datetime(2023, 3, 14, 8, 0, tzinfo=UTC), quality=80,
    )  # fmt: skip
    second = "Colonoscopy gets a second pair of eyes 👀: Medtronic launched GI Genius today."
    g.add_node(
        two,
        type="Article",
        label=second,
        headline=second,
        url="https://example.org/two",
        datePublished=date(2023, 6, 2),
    )
    g.add_node(
        three,
        type="Article",
        label="NVIDIA opens its results",
        headline="NVIDIA opens its results",
        datePublished=date(2024, 2, 1),
    )
    medtronic, genius, nvidia = ID + "company/medtronic", ID + "product/gi-genius", ID + "company/nvidia"
    g.add_node(
        medtronic,
        type="Company",
        label="Medtronic",
        altLabel=["Medtronic PLC", "Medtronic plc"],
        url="https://medtronic.example",
    )
    g.add_node(genius, type="Product", label="GI Genius")
    g.add_node(nvidia, type="Company", label="NVIDIA")
    provider = ID + "provider/example.org"
    g.add_node(provider, type="Provider", label="Example News", domain="example.org")
    category = ID + "category/colonoscopy"
    g.add_node(
        category, type="Category", label="Colonoscopy", inScheme="MeSH", exactMatch="http://id.nlm.nih.gov/mesh/D003113"
    )
    market, figure = ID + "market/endoscopy", ID + "figure/1"
    g.add_node(market, type="Market", label="Endoscopy market")
    said = "Analysts see the endoscopy market at USD 1.26 billion."
    g.add_node(
        figure, type="MarketFigure", label="USD 1.26 billion", value=Decimal(1260000000), unit="USD", isForecast=False,
        exact=said, start=text.index(said), end=text.index(said) + len(said), confidence=0.8,
    )  # fmt: skip
    launch = "In March 2023, Medtronic launched GI Genius, a module that finds polyps."
    edge(
        g, medtronic, genius, KG + "launched",
        claim(one, text, launch, 0.95, startDate="2023-03"),
        claim(two, second, "Medtronic launched GI Genius today.", 0.85),
    )  # fmt: skip
    edge(g, medtronic, nvidia, KG + "partnersWith", claim(one, text, "Medtronic plc works with NVIDIA on it.", 0.6))
    for a, thing, words, source in (
        (one, medtronic, "Medtronic plc", text), (one, genius, "GI Genius", text), (one, nvidia, "NVIDIA", text),
        (two, genius, "GI Genius", second), (two, medtronic, "Medtronic", second),
    ):  # fmt: skip
        edge(g, a, thing, SCHEMA + "mentions", claim(a, source, words, 0.7))
    edge(g, three, nvidia, SCHEMA + "mentions", claim(three, "NVIDIA opens its results", "NVIDIA", 0.7))
    for a in (one, two, three):
        edge(g, a, provider, SCHEMA + "publisher")
    edge(g, one, category, SCHEMA + "about")
    edge(g, two, category, SCHEMA + "about")
    edge(g, figure, market, KG + "market")
    edge(g, figure, one, "http://www.w3.org/ns/prov#wasDerivedFrom")
    edge(g, one, two, KG + "related")
    return g


ATTACKS = (
    "<script>window.PWN=1</script>",
    "</script><script>window.PWN=2</script>",
    "<img src=x onerror=window.PWN=3>",
    '"><svg onload=window.PWN=4>',
    "' onmouseover='window.PWN=5",
    "</style><style>*{background:url(https://evil.example/x)}",
    "red;background:url(https://evil.example/y)",
    "javascript:window.PWN=6",
    "data:text/html,<script>window.PWN=7</script>",
    "__proto__",
    "constructor",
    "a\u2028b\u2029c",
    "x" * 100_000,
    "\u202eevil\u202c and \u2066more",
    "{{script}} {{core}} ${window.PWN=8} <!-- --> ]]>",
    "=cmd|' /C calc'!A0",
    "href=\"javascript:window.PWN=9\" <a href='x'>",
    "\ud800 lone",
)  # fmt: skip


def hostile() -> nx.MultiDiGraph:
    """Every attack in every place where a graph carries text."""
    g: nx.MultiDiGraph = nx.MultiDiGraph(title=ATTACKS[1])
    for i, attack in enumerate(ATTACKS):
        article, thing = f"{ID}article/{i}/{attack[:60]}", f"javascript:window.PWN={i}//{attack[:60]}"
        kind = "Article" if i % 2 else attack[:80]
        g.add_node(
            article, type=kind, label=attack, headline=attack, abstract=f"Before {attack[:500]} after.",
            url=attack if i % 3 else "javascript:window.PWN=10", image="https://evil.example/pixel.png",
            altLabel=[attack[:200], "plain"],
            datePublished=date(2024, 1, 1 + i), exactMatch="data:text/html,<script>window.PWN=11</script>",
            **{attack[:50]: attack, "odd": float("nan"), "deep": [attack, {"a": 1}], "when": "not a date"},
        )  # fmt: skip
        g.add_node(thing, type="Company", label=f"thing {attack}", exact=attack, url="http://user:pw@evil.example/")
        edge(
            g, article, thing, attack[:50] if i % 2 else SCHEMA + "mentions",
            {
                "article": article, "exact": attack, "start": i, "end": 10**12, "confidence": 0.5,
                "extractor": attack[:99],
            },
            {
                "article": "nowhere", "exact": "", "start": -5, "end": None, "confidence": "high", "extractor": None,
                "startDate": attack[:40],
            },
        )  # fmt: skip
        edge(g, thing, thing, KG + "related")
        edge(
            g,
            thing,
            f"javascript:window.PWN={(i + 1) % len(ATTACKS)}//{ATTACKS[(i + 1) % len(ATTACKS)][:60]}",
            KG + "uses",
        )
    return g
