"""Pictures say what the tables say, and are the same bytes whenever they are drawn."""

from xml.etree import ElementTree

import pytest

from kgraph import analysis
from kgraph.errors import UsageError
from kgraph.namespace import KG

from .graphs import START, article, empty, figure, mentions, said, thing

pytest.importorskip("matplotlib")
from kgraph.analysis import plots


@pytest.fixture
def graph():
    graph = empty()
    acme, rocket = thing(graph, "Company", "Acme $5 to $10 & <Co>"), thing(graph, "Product", "Rocket")
    zeta = thing(graph, "Company", "Zeta")
    from datetime import timedelta

    for day in range(60):
        it = article(graph, f"a{day}", START + timedelta(days=day))
        mentions(graph, it, *([acme] if day > 30 else [zeta]), *([rocket] if day % 9 == 0 else []))
    said(graph, acme, KG.LAUNCHED, rocket, [it], "2020-02")
    for source, low in (("a1", "100"), ("a2", "120")):
        where = article(graph, source)
        for year, value in ((2020, low), (2030, "300")):
            figure(graph, source + str(year), where, "Robots", "marketSize", value + "000000", "USD", year=year)
    return graph


def drawings(graph):
    network = analysis.comentions(graph, ("Company", "Product"))
    found = analysis.communities(graph, network, analysis.partition(network), smallest=1)
    return {
        "timeline": lambda path: plots.timeline(analysis.timeline(graph), path),
        "movers": lambda path: plots.movers(analysis.trends(graph), path),
        "forecasts": lambda path: plots.forecasts(analysis.forecasts(analysis.figures(graph)), path),
        "map": lambda path: plots.community_map(network, found, path),
    }


SAYS = {
    "timeline": {"Acme $5 to $10 & <Co> launched Rocket", "launched"},
    "movers": {"Acme $5 to $10 & <Co>  (14 → 15)"},
    "forecasts": {"Robots, 9.6 to 11.6 % a year"},
    "map": {"Rocket, Zeta, Acme $5", "to $10 & <Co>", "3"},
}


@pytest.mark.parametrize("name", SAYS)
def test_a_picture_is_labelled_and_stable(graph, tmp_path, name):
    for file in ("one.svg", "two.svg", "one.png"):
        drawings(graph)[name](tmp_path / file)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    assert (tmp_path / "one.png").stat().st_size > 5_000
    texts = {
        (each.text or "").strip()
        for each in ElementTree.parse(tmp_path / "one.svg").iter()
        if each.tag.endswith("text")
    }
    assert SAYS[name] <= texts, sorted(texts)


def test_nothing_to_draw_is_said(tmp_path):
    for draw in (plots.timeline, plots.movers, plots.forecasts):
        with pytest.raises(UsageError, match="to draw"):
            draw([], tmp_path / "empty.svg")
    assert not list(tmp_path.iterdir())
