"""The figures, key players and raised sums of the gold standards, scored as ``kgraph score`` does."""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph import scoring
from kgraph.extractors.figures import market_figures
from kgraph.extractors.markets import competitors
from kgraph.model import Text
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA
from kgraph.scoring import gold
from kgraph.scoring.reading import ExportedGraph

HERE = Path(__file__).parents[1] / "gold"
SHARED = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[2].parent / "shared")) / "gold"


def read(folder: Path, kind: str) -> Iterable[tuple[str, Text]]:
    if kind == "news":
        for item in json.loads((folder / "news.sample.json").read_text("utf-8")):
            yield item["id"], Text(item["title"] or "", item["excerpt"] or "")
    else:
        for path in sorted((folder / "reports").glob("*.txt")):
            yield path.stem, Text(body=re.sub(r"\A# url:[^\n]*\n?", "", path.read_text("utf-8")))


def graph(texts: Iterable[tuple[str, Text]]) -> ExportedGraph:
    """A graph of nothing but what the two extractors find, each name a thing of its own."""
    store = ox.Store()

    def add(s: str, p: str, o: str | ox.Literal) -> None:
        store.add(ox.Quad(ox.NamedNode(s), ox.NamedNode(p), o if isinstance(o, ox.Literal) else ox.NamedNode(o)))

    def named(kind: str, name: str) -> str:
        iri = f"urn:{kind}:" + re.sub(r"\W+", "-", name.casefold())
        add(iri, RDFS.LABEL, ox.Literal(name))
        return iri

    for key, text in texts:
        article = f"urn:article:{key}"
        add(article, RDF.TYPE, KG.Article)
        add(article, KG.PATH, ox.Literal(f"{key}.md"))
        add(article, SCHEMA.HEADLINE, ox.Literal(text.headline))
        add(article, SCHEMA.ABSTRACT, ox.Literal(text.abstract))
        measured = market_figures.extract(text)
        mentions, claims = competitors.extract(text, measured)
        for i, figure in enumerate(measured):
            iri = f"urn:figure:{key}:{i}"
            add(iri, RDF.TYPE, KG.MarketFigure)
            add(iri, KG.MEASURE, figure.measure)
            values = {
                SCHEMA.VALUE: figure.value,
                KG.UNIT: figure.unit,
                KG.YEAR: figure.year,
                KG.FROM_YEAR: figure.from_year,
                KG.TO_YEAR: figure.to_year,
            }
            for predicate, value in values.items():
                if value is not None:
                    add(iri, predicate, ox.Literal(str(value)))
            for local, name in (("market", figure.market), ("subject", figure.subject), ("region", figure.region)):
                if name:
                    add(
                        iri,
                        KG.MARKET.rpartition("#")[0] + f"#{local}",
                        named(local if local != "region" else "place", name),
                    )
            _evidence(add, iri, article, text, figure.start, figure.end)
        for i, claim in enumerate(claims):
            iri = f"urn:claim:{key}:{i}"
            add(iri, RDF.TYPE, KG.Claim)
            add(iri, RDF.SUBJECT, named("company", mentions[claim.subject].name))
            add(iri, RDF.PREDICATE, claim.predicate)
            add(iri, RDF.OBJECT, named("market", mentions[claim.object].name))
            _evidence(add, iri, article, text, claim.start, claim.end)
    return ExportedGraph(store)


def _evidence(add, iri: str, article: str, text: Text, start: int, end: int) -> None:  # type: ignore[no-untyped-def]
    add(iri, PROV.WAS_DERIVED_FROM, article)
    add(iri, OA.EXACT, ox.Literal(text.content[start:end]))
    add(iri, OA.START, ox.Literal(start))
    add(iri, OA.END, ox.Literal(end))


@pytest.mark.parametrize("kind", ["news", "reports"])
@pytest.mark.parametrize("folder", [HERE, SHARED], ids=["own", "development"])
def test_figures_and_players_reach_their_floors(folder: Path, kind: str) -> None:
    if not folder.exists():
        pytest.skip(f"no gold standard at {folder}")
    texts = dict(read(folder, kind))
    items = gold.read(folder / f"{kind}.gold.jsonl")
    report = scoring.score(items, graph(texts.items()), {key: text.content for key, text in texts.items()})
    assert report.missing == ()
    assert report.below({"figures strict": 0.95, "competesIn": 0.95}) == []
    assert report.f1("raised") in {None, 1.0} or report.f1("raised") > 0.9  # type: ignore[operator]
    assert all(tally.fp == 0 for tally in report.evidence.values())
