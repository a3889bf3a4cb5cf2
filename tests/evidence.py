"""A small corpus on disk and the graph of it with evidence, put together without extractors: by looking words up."""

from decimal import Decimal
from pathlib import Path

from kgraph import exporters, identity, merge, ontology, sources, writing
from kgraph.building import account_for
from kgraph.graph import Graph, assemble
from kgraph.model import Evidence, Fact, Iri, Statement
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA, SKOS

LAUNCH = """---
title: Medtronic launches GI Genius
excerpt: Medtronic launched GI Genius in 2021. The module finds polyps – in real time.
webUrl: https://www.example.org/launch?utm_source=feed
publishedDateTime: 2021-04-12T10:00:00Z
provider:
  name: Example News
  domain: example.org
topics:
- Digital Health
heat: 3
related:
- title: A reprint of the launch
  excerpt: Medtronic plc. launched GI Genius, an AI module.
  webUrl: https://reprints.example.com/launch
  publishedDateTime: 2021-04-13T10:00:00Z
  provider:
    name: Reprints
    domain: reprints.example.com
---
GI Genius was cleared by the FDA. Analysts from Dublin 🩺 approve of Medtronic.
"""
REPORT = """The Smart Healthcare Market was valued at USD 1.26 Billion in 2020.
It is expected to grow at a CAGR of 17.3% from 2021 to 2028. Medtronic raised USD 20 million in 2019.
"""
FIRST = identity.article("https://www.example.org/launch") or ""
REPRINT = identity.article("https://reprints.example.com/launch") or ""
REPORTED = identity.article_at("reports/smart.txt")
COMPANY, PRODUCT = identity.thing("Company", "Medtronic"), identity.thing("Product", "GI Genius")
AGENCY, PLACE = identity.thing("Organization", "FDA"), identity.thing("Place", "Dublin")
MARKET, REGION = identity.thing("Market", "Smart Healthcare"), identity.thing("Place", "Global")
SIZE, GROWTH, FUNDING = (identity.figure(REPORTED, name) for name in ("size", "growth", "funding"))


def corpus(folder: Path) -> Path:
    """Write the corpus."""
    (folder / "news").mkdir(parents=True)
    (folder / "reports").mkdir()
    (folder / "news" / "launch.md").write_text(LAUNCH, encoding="utf-8")
    (folder / "reports" / "smart.txt").write_text(REPORT, encoding="utf-8")
    return folder


def build(folder: Path, base: Iri = identity.BASE) -> Graph:
    """The corpus's graph, with claims and figures."""
    files, _ = sources.find([folder])
    accounts, _, _ = account_for(files, lambda *_: None)
    merged = merge.merge(accounts)
    texts = {article: text.content for article, text in merged.texts.items()}

    def words(article: Iri, exact: str, extractor: str, confidence: float = 0.9, when: str = "") -> Evidence:
        start = texts[article].index(exact)
        return Evidence(article, exact, start, start + len(exact), confidence, extractor, when)

    def named(iri: Iri, kind: str, label: str, *more: Fact) -> list[Fact]:
        return [Fact(iri, RDF.TYPE, kind), Fact(iri, RDFS.LABEL, label), *more]

    def figure(iri: Iri, measure: str, value: str, unit: str, exact: str, *more: tuple[Iri, object]) -> list[Fact]:
        start = texts[REPORTED].index(exact)
        said = [
            (KG.MEASURE, ontology.PREFIXES["kg"] + measure),
            (SCHEMA.VALUE, Decimal(value)),
            (KG.UNIT, unit),
            (KG.IS_FORECAST, measure == "cagr"),
            (OA.EXACT, exact),
            (OA.START, start),
            (OA.END, start + len(exact)),
            (KG.CONFIDENCE, Decimal("0.8")),
            (PROV.WAS_DERIVED_FROM, REPORTED),
            *more,
        ]
        return named(iri, "MarketFigure", f"{measure} of Smart Healthcare", *(Fact(iri, p, v) for p, v in said))

    facts = [
        *merged.facts,
        *named(COMPANY, "Company", "Medtronic", Fact(COMPANY, SKOS.ALT_LABEL, "Medtronic plc.")),
        *named(PRODUCT, "Product", "GI Genius"),
        *named(AGENCY, "Organization", "FDA"),
        *named(PLACE, "Place", "Dublin"),
        *named(REGION, "Place", "Global"),
        *named(MARKET, "Market", "Smart Healthcare"),
        Fact(FIRST, KG.SAME_STORY_AS, REPRINT),
        Fact(REPRINT, KG.SAME_STORY_AS, FIRST),
        *figure(SIZE, "marketSize", "1260000000", "USD", REPORT.splitlines()[0], (KG.YEAR, 2020), (KG.MARKET, MARKET)),
        *figure(
            GROWTH,
            "cagr",
            "17.3",
            "percent",
            "It is expected to grow at a CAGR of 17.3% from 2021 to 2028.",
            (KG.MARKET, MARKET),
            (KG.FROM_YEAR, 2021),
            (KG.TO_YEAR, 2028),
            (KG.REGION, REGION),
        ),
        *figure(
            FUNDING, "funding", "20000000", "USD", "Medtronic raised USD 20 million in 2019.", (KG.SUBJECT, COMPANY)
        ),
    ]
    entities, relations = "entities/1.0", "relations/1.2"

    def mention(article: Iri, thing: Iri, exact: str) -> Statement:
        return Statement(article, SCHEMA.MENTIONS, thing, (words(article, exact, entities, 0.95),))

    launch = (
        words(FIRST, "Medtronic launched GI Genius in 2021.", relations, 0.9, "2021"),
        words(REPRINT, "Medtronic plc. launched GI Genius, an AI module.", relations, 0.7),
    )
    statements = [
        mention(FIRST, COMPANY, "Medtronic"),
        mention(FIRST, PRODUCT, "GI Genius"),
        mention(FIRST, AGENCY, "FDA"),
        mention(FIRST, PLACE, "Dublin"),
        mention(REPRINT, COMPANY, "Medtronic plc."),
        mention(REPORTED, MARKET, "Smart Healthcare Market"),
        Statement(COMPANY, KG.LAUNCHED, PRODUCT, launch),
        Statement(PRODUCT, KG.CERTIFIED_BY, AGENCY, (words(FIRST, "GI Genius was cleared by the FDA.", relations),)),
    ]
    documents = {path: {"sha256": merged.checksums[path], "states": states} for path, states in merged.states.items()}
    made = assemble(facts, statements, documents=documents, stories={REPRINT: FIRST}, base=base)
    assert not made.dangling
    return made.graph


def export(graph: Graph, folder: Path) -> Path:
    """Write the graph's exports and manifest."""
    assert exporters.EXPORTERS
    writing.write(graph, folder)
    return folder
