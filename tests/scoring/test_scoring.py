import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kgraph import scoring
from kgraph.errors import ExportError, UsageError
from kgraph.namespace import KG, OA, PROV, RDF, RDFS, SCHEMA
from kgraph.scoring import gold, matching
from kgraph.scoring.reading import ExportedGraph

HERE = Path(__file__).parents[1] / "gold"
SHARED = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[2].parent / "shared"))
SUBJECT = KG.MARKET.rpartition("#")[0] + "#subject"


class Writer:
    """A graph written triple by triple."""

    def __init__(self) -> None:
        self.store = ox.Store()

    def add(self, s: str, p: str, o: Any) -> None:
        term = (
            ox.NamedNode(o)
            if isinstance(o, str) and o.startswith(("urn:", "http"))
            else ox.Literal(o if isinstance(o, str) else str(o))
        )
        self.store.add(ox.Quad(ox.NamedNode(s), ox.NamedNode(p), term))

    def article(self, key: str, headline: str = "", abstract: str = "") -> str:
        iri = f"urn:article:{key}"
        for p, o in (
            (RDF.TYPE, KG.Article),
            (KG.PATH, f"folder/{key}.md"),
            (SCHEMA.HEADLINE, headline),
            (SCHEMA.ABSTRACT, abstract),
        ):
            self.add(iri, p, o)
        return iri

    def thing(self, kind: str, name: str) -> str:
        iri = f"urn:{kind}:" + "".join(c if c.isalnum() else "-" for c in name.casefold())
        self.add(iri, RDFS.LABEL, name)
        self.add(iri, RDF.TYPE, getattr(KG, kind))
        if kind == "Company":
            self.add(iri, RDF.TYPE, KG.Organization)
        return iri

    def mention(self, article: str, thing: str, exact: str = "", start: int = 0) -> None:
        self.add(article, SCHEMA.MENTIONS, thing)
        self.claim(article, article, SCHEMA.MENTIONS, thing, exact, start)

    def claim(self, article: str, s: str, p: str, o: str, exact: str = "", start: int = 0) -> None:
        iri = f"urn:claim:{len(self.store)}"
        triples = (
            (RDF.TYPE, KG.Claim),
            (RDF.SUBJECT, s),
            (RDF.PREDICATE, p),
            (RDF.OBJECT, o),
            (PROV.WAS_DERIVED_FROM, article),
            (OA.EXACT, exact),
            (OA.START, start),
            (OA.END, start + len(exact)),
        )
        for predicate, value in triples:
            self.add(iri, predicate, value)

    def figure(self, article: str, key: str, values: dict[str, Any]) -> None:
        iri = f"urn:figure:{key}"
        for predicate, value in {RDF.TYPE: KG.MarketFigure, PROV.WAS_DERIVED_FROM: article, **values}.items():
            if value is not None:
                self.add(iri, predicate, value)


def item(**fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {kind: [] for kind in (*gold.KINDS, "relations", "market")}
    return {"id": "x1", "url": "", **empty, "optional": dict(empty), **fields}


def named(*names: str, **more: Any) -> list[dict[str, Any]]:
    return [{"name": name, "surfaces": [name], **more} for name in names]


def score(raw: dict[str, Any], writer: Writer, text: str | None = None) -> scoring.Report:
    return scoring.score([gold._item(raw)], ExportedGraph(writer.store), {} if text is None else {"x1": text})


def counts(report: scoring.Report, row: str) -> tuple[int, int, int, int]:
    tally = report.rows[row]
    return tally.tp, tally.fp, tally.fn, tally.ignored


def test_names_pair_one_to_one_and_a_second_node_is_a_duplicate() -> None:
    writer = Writer()
    article = writer.article("x1")
    for name in ("Acme Inc.", "ACME", "Other"):
        writer.mention(article, writer.thing("Company", name))
    raw = item(companies=[{"name": "Acme", "surfaces": ["Acme Inc.", "Acme"]}, *named("Beta")])
    report = score(raw, writer)
    assert counts(report, "companies") == (1, 2, 1, 0)
    assert report.rows["companies"].duplicates == 1
    assert report.rows["companies"].missed == ("Beta",)
    assert report.f1("companies") == pytest.approx(2 / 5)


def test_optional_names_neither_help_nor_harm() -> None:
    writer = Writer()
    article = writer.article("x1")
    writer.mention(article, writer.thing("Product", "Terra"))
    raw = item(companies=named("Terra"))
    raw["optional"] = {**raw["optional"], "products": ["Terra"]}
    report = score(raw, writer)
    assert counts(report, "products") == (0, 0, 0, 1)
    assert counts(report, "companies") == (0, 0, 0, 0)
    assert report.f1("people") is None


def test_relations_inverse_symmetric_and_with_equally_right_ends() -> None:
    writer = Writer()
    article = writer.article("x1")
    acme, beta, core = writer.thing("Company", "Acme"), writer.thing("Company", "Beta"), writer.thing("Product", "Core")
    writer.claim(article, core, SCHEMA.MANUFACTURER, acme)
    writer.claim(article, beta, KG.PARTNERS_WITH, acme)
    writer.claim(article, acme, KG.LAUNCHED, core)
    raw = item(
        companies=named("Acme", "Beta", "Gamma"),
        products=named("Core", maker=None),
        relations=[
            {"s": "Acme", "p": "makes", "o": "Core"},
            {"s": "Acme", "p": "partnersWith", "o": "Gamma", "o_alt": ["Beta"]},
            {"s": "Gamma", "p": "launched", "o": "Core"},
        ],
    )
    report = score(raw, writer)
    assert counts(report, "makes") == (1, 0, 0, 0)
    assert counts(report, "partnersWith") == (1, 0, 0, 0)
    assert counts(report, "launched") == (0, 1, 1, 0)
    assert counts(report, "relations") == (2, 1, 1, 0)


def test_figures_strict_and_lenient_and_money_raised() -> None:
    writer = Writer()
    article = writer.article("x1")
    foo, world = writer.thing("Company", "Foo"), writer.thing("Place", "Global")
    writer.figure(
        article,
        "1",
        {KG.MEASURE: KG.MARKET_SIZE, SCHEMA.VALUE: "5010000000", KG.UNIT: "USD", KG.YEAR: "2021", KG.REGION: world},
    )
    writer.figure(article, "2", {KG.MEASURE: KG.FUNDING, SCHEMA.VALUE: "26000000", KG.UNIT: "USD", SUBJECT: foo})
    size = {"measure": "marketSize", "value": 5e9, "unit": "USD", "year": 2020, "period": None, "region": "global"}
    money = {"measure": "funding", "value": 26e6, "unit": "USD", "year": None, "period": None, "region": None}
    raw = item(
        companies=named("Foo"), market=[size, money], relations=[{"s": "Foo", "p": "raised", "o": "26000000 USD"}]
    )
    report = score(raw, writer)
    assert counts(report, "figures strict") == (1, 1, 1, 0)
    assert counts(report, "figures lenient") == (2, 0, 0, 0)
    assert counts(report, "raised") == (1, 0, 0, 0)


def test_evidence_must_stand_where_it_is_said_to() -> None:
    writer = Writer()
    article = writer.article("x1", "Acme grows", "It does.")
    acme = writer.thing("Company", "Acme")
    writer.mention(article, acme, "Acme", 0)
    writer.claim(article, acme, KG.COMPETES_WITH, acme, "It does!", 11)
    report = score(item(), writer)
    assert (report.evidence["mention"].tp, report.evidence["mention"].fp) == (1, 0)
    assert (report.evidence["relation"].tp, report.evidence["relation"].fp) == (0, 1)
    assert report.errors["x1"]["evidence relation"].false == ("It does!",)


def test_an_article_that_is_not_there_misses_everything() -> None:
    report = score(item(companies=named("Acme")), Writer())
    assert report.missing == ("x1",)
    assert counts(report, "companies") == (0, 0, 1, 0)


def test_floors_say_what_lies_below_them() -> None:
    report = score(item(companies=named("Acme")), Writer())
    assert report.below({"companies": 0.5}) == ["companies: F1 0.000 is below 0.500"]
    assert report.below({"companies": 0.0}) == []
    with pytest.raises(UsageError, match="no such row"):
        report.below({"compannies": 0.5})


@pytest.mark.parametrize("line", ["", "{", "[]", '{"id": "x"}'])
def test_a_gold_file_that_is_none_is_refused_with_a_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(UsageError, match=r"gold"):
        gold.read(path)


def test_missing_files_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        gold.read(tmp_path / "none.jsonl")
    with pytest.raises(UsageError):
        gold.texts(tmp_path / "none.json")
    with pytest.raises(UsageError):
        scoring.read_floors(tmp_path / "none.json")
    with pytest.raises(ExportError):
        ExportedGraph.read(tmp_path)


def test_a_largest_matching_is_found() -> None:
    assert matching.pairs([[0], [0, 1], [1]]) == {0: 0, 1: 1}
    assert matching.pairs([[0, 1], [0]]) == {0: 1, 1: 0}
    assert matching.pairs([]) == {}


def test_an_interval_holds_its_estimate_and_is_the_same_each_time() -> None:
    tallies = [matching.Tally(tp=i % 3, fp=i % 2, fn=1) for i in range(40)]
    low, high = scoring._interval(tallies) or (0.0, 0.0)
    assert low < (matching.ratios(sum(tallies, matching.Tally()))["f1"] or 0) < high
    assert scoring._interval(tallies) == (low, high)
    assert scoring._interval([matching.Tally()]) is None


def noisy_graph(items: list[dict[str, Any]], seed: int) -> Writer:
    """The gold as a graph with things left out, mistyped, doubled and invented."""
    draw, writer = random.Random(seed), Writer()
    classes = dict(gold.KINDS)
    for raw in items:
        article = writer.article(raw["id"])
        for kind, name_of_class in classes.items():
            for each in raw[kind]:
                if draw.random() < 0.8:
                    wrong = draw.choice(list(classes)) if draw.random() < 0.2 else kind
                    writer.mention(
                        article, writer.thing(classes[wrong], draw.choice([each["name"], *each["surfaces"]]))
                    )
            for name in raw["optional"][kind]:
                if draw.random() < 0.5:
                    writer.mention(article, writer.thing(name_of_class, name))
        for relation in (*raw["relations"], *raw["optional"]["relations"]):
            if relation["p"] in gold.RELATIONS and draw.random() < 0.8:
                ends = [
                    draw.choice([relation["s"], *relation.get("s_alt", ())]),
                    draw.choice([relation["o"], *relation.get("o_alt", ())]),
                ]
                if (relation["p"] in gold.INVERSE) != (draw.random() < 0.2):
                    ends.reverse()
                writer.claim(
                    article,
                    *(
                        writer.thing("Company", ends[0]),
                        gold.RELATIONS[relation["p"]],
                        writer.thing("Product", ends[1]),
                    ),
                )
        for i, figure in enumerate((*raw["market"], *raw["optional"]["market"])):
            if draw.random() < 0.8:
                region = "Worldwide" if figure["region"] == "global" else figure["region"]
                writer.figure(
                    article,
                    f"{raw['id']}:{i}",
                    {
                        KG.MEASURE: KG.MARKET_SIZE.rpartition("#")[0] + "#" + figure["measure"],
                        SCHEMA.VALUE: figure["value"] * draw.choice([1, 1, 1.004, 1.1]),
                        KG.UNIT: figure["unit"],
                        KG.YEAR: figure["year"] if draw.random() < 0.8 else 1999,
                        KG.FROM_YEAR: figure["period"] and figure["period"][0],
                        KG.TO_YEAR: figure["period"] and figure["period"][1],
                        KG.REGION: writer.thing("Place", region) if region else None,
                        SUBJECT: writer.thing("Company", figure["subject"]) if figure["subject"] else None,
                    },
                )
    return writer


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", ["news", "reports"])
def test_the_reference_scorer_finds_the_same(tmp_path: Path, kind: str, seed: int) -> None:
    reference = SHARED / "score" / "score.py"
    if not reference.exists():
        pytest.skip(f"no reference scorer at {reference}")
    gold_file = HERE / f"{kind}.gold.jsonl"
    raw = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]
    graph, out = tmp_path / "graph.nt", tmp_path / "out.json"
    noisy_graph(raw, seed).store.dump(str(graph), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    subprocess.run(
        [sys.executable, str(reference), str(gold_file), str(graph), "--json", str(out)],
        check=True,
        capture_output=True,
    )
    expected = json.loads(out.read_text("utf-8"))["rows"]
    found = scoring.score_files(gold_file, graph).plain()["rows"]
    assert {name: {k: v for k, v in row.items() if k != "duplicates"} for name, row in found.items()} == expected
