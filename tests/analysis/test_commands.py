"""The analysis on the command line: tables for people, JSON and CSV for programs, sentences for mistakes."""

import csv
import io
import json
from itertools import pairwise

import pytest
from typer.testing import CliRunner

from kgraph.cli import application
from kgraph.errors import KgraphError
from kgraph.exporters import parquet
from kgraph.namespace import KG

from .graphs import START, article, empty, figure, mentions, plain, said, thing

COMMANDS = ("top", "trends", "communities", "markets")


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    from datetime import timedelta

    graph = empty()
    companies = [thing(graph, "Company", name) for name in ("Acme", "Zeta", "Evil [bold]\x1b[31m")]
    articles = [article(graph, f"a{day}", START + timedelta(days=day)) for day in range(40)]
    for day, each in enumerate(articles):
        mentions(graph, each, *(companies[:2] if day < 25 else companies[1:]))
        plain(graph, each, KG.RELATED, articles[(day + 1) % 40])
    said(graph, companies[0], KG.PARTNERS_WITH, companies[1], articles[:2])
    source = articles[0]
    figure(graph, "1", source, "Robots", "marketSize", "288487620000", "USD", year=2024, region="Global")
    figure(graph, "2", source, "Robots", "marketSize", "1033977950000", "USD", year=2032, region="Global")
    figure(graph, "3", source, "Robots", "cagr", "17.3", "percent", fromYear=2025, toYear=2032, region="Global")
    figure(graph, "4", articles[1], "Robots", "marketSize", "99000000000", "USD", year=2024, region="Global")
    folder = tmp_path_factory.mktemp("exports")
    parquet.write(graph, folder)
    return folder


def run(*arguments):
    result = CliRunner().invoke(application(COMMANDS), [str(each) for each in arguments])
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_prints_a_table_json_and_csv(exports, command):
    shown = run(command, exports)
    assert shown.exit_code == 0
    assert "\x1b[31m" not in shown.output
    said = json.loads(run(command, exports, "--json").output)
    rows = said["figures" if command == "markets" else "rows"]
    table = list(csv.DictReader(io.StringIO(run(command, exports, "--csv").output)))
    assert rows
    assert len(table) == len(rows)
    assert set(table[0]) == set(rows[0])


def test_markets_does_the_sum_and_shows_the_sentences(exports):
    shown = run("markets", exports).output
    assert (
        "USD 288,487.62 million in 2024 to USD 1,033,977.95 million in 2032 in eight years is a CAGR of 17.3 %" in shown
    )
    assert "“Robots: 1033977950000”" in shown
    assert "market size 2024: the sources contradict each other" in shown
    said = json.loads(run("markets", exports, "--json").output)
    assert said["forecasts"][0]["verdict"] == "fits"
    assert said["contradictions"][0]["ratio"] == pytest.approx(2.914, abs=1e-3)
    assert "no market figures" in run("markets", exports, "--market", "shoes").output


def test_top_ranks_by_any_measure_on_any_view(exports):
    from kgraph.analysis.ranking import MEASURES
    from kgraph.analysis.views import VIEWS

    for by in [*MEASURES, "stories"]:
        for on in VIEWS:
            said = json.loads(run("top", exports, "--by", by, "--on", on, "--json").output)
            scores = [row["score"] for row in said["rows"]]
            assert all(one >= other - 1e-12 for one, other in pairwise(scores))
    said = json.loads(run("top", exports, "--type", "Company", "--by", "stories", "--json").output)
    assert [(row["thing"], row["stories"]) for row in said["rows"]][:2] == [("Zeta", 40), ("Acme", 25)]


def test_trends_says_which_periods_it_compares(exports):
    said = json.loads(run("trends", exports, "--since", "2020-01-26", "--type", "Company", "--json").output)
    assert said["periods"] == {"before": "2020-01-01", "since": "2020-01-26", "until": "2020-02-09"}
    directions = {row["thing"]: row["direction"] for row in said["rows"]}
    assert directions["Acme"] == "falling"
    assert directions["Zeta"] == "steady"
    assert next(row for row in said["rows"] if row["thing"].startswith("Evil"))["ratio"] is None  # infinite


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["top", "--json", "--csv"], "choose one"),
        (["top", "--type", "Companie"], "did you mean Company"),
        (["top", "--by", "fame"], "no measure 'fame'"),
        (["top", "--on", "moon"], "no view 'moon'"),
        (["communities", "--on", "moon"], "no view 'moon'"),
        (["communities", "--method", "magic"], "no method 'magic'"),
        (["trends", "--since", "2030-01-01"], "nothing to compare"),
    ],
)
def test_mistakes_are_sentences(exports, arguments, sentence):
    with pytest.raises(KgraphError, match=sentence) as raised:
        run(arguments[0], exports, *arguments[1:])
    assert raised.value.exit_code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_no_exports_is_a_sentence(tmp_path, command):
    with pytest.raises(KgraphError, match="kgraph build"):
        run(command, tmp_path)


@pytest.mark.parametrize("command", ["top", "communities", "markets"])
def test_an_empty_graph_is_no_accident(tmp_path, command):
    parquet.write(empty(), tmp_path)
    assert run(command, tmp_path).exit_code == 0
