"""The page and its parts, without a browser."""

from __future__ import annotations

import base64
import copy
import hashlib
import html
import json
import os
import random
import re
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from kgraph import explore
from kgraph.errors import UsageError
from kgraph.explore import assembly, colours, columns, communities, layout, overview, pyvis_page, sparql, subgraph, told
from kgraph.explore.numbering import number, pagerank

from . import samples

ROOT = Path(__file__).parents[2]


def block(page: str, name: str) -> Any:
    text = re.search(rf'id="{name}-data">([^<]*)<', page)
    assert text
    return json.loads(zlib.decompress(base64.b64decode(text[1]), -15))


def planted(groups: int = 6, size: int = 60) -> nx.MultiDiGraph:
    """Groups of nodes with many edges inside and few across."""
    chance = random.Random(3)
    g: nx.MultiDiGraph = nx.MultiDiGraph()
    for i in range(groups * size):
        g.add_node(f"n{i:05}", type="Company", label=f"Company {i}", group=i % groups)
    nodes = sorted(g)
    for i, a in enumerate(nodes):
        for _ in range(4):
            b = nodes[chance.randrange(size) * groups + i % groups] if chance.random() < 0.93 else chance.choice(nodes)
            if a != b:
                g.add_edge(a, b, key="k", label="partnersWith", confidence=0.5, support=1, claims=[])
    return g


def test_same_graph_same_bytes_whatever_the_order_of_its_making() -> None:
    graph = samples.pleasant()
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    other: nx.MultiDiGraph = nx.MultiDiGraph(**graph.graph)
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    for _, _, data in other.edges(data=True):
        data["claims"] = data["claims"][::-1]
    assert explore.page(graph) == explore.page(other)


def test_same_bytes_under_any_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import hashlib;"
        " from tests.explore import test_page; from kgraph import explore;"
        " print(hashlib.sha256(explore.page(test_page.planted(3, 30)).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code, str(ROOT)], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1


def test_the_graph_is_only_read() -> None:
    graph = samples.pleasant()
    before = copy.deepcopy(graph)
    explore.page(graph)
    pyvis_page.to_pyvis(graph).generate_html()
    assert nx.utils.graphs_equal(graph, before)
    assert dict(graph.nodes(data=True)) == dict(before.nodes(data=True))


def test_everything_in_the_graph_is_in_the_page() -> None:
    graph = samples.pleasant()
    page = explore.page(graph)
    core, details, evidence = (block(page, name) for name in ("core", "details", "evidence"))
    iris = [
        rest if prefix < 0 else details["iri"]["prefixes"][prefix] + rest
        for prefix, rest in zip(details["iri"]["prefix"], details["iri"]["rest"], strict=True)
    ]
    assert sorted(iris) == sorted(graph)
    source = np.cumsum(core["source"])
    edges = {
        (iris[a], iris[b], core["predicates"][p][0])
        for a, b, p in zip(source, core["target"], core["predicate"], strict=True)
    }
    assert edges == set(graph.edges(keys=True))
    assert len(evidence["edge"]) == sum(len(d["claims"]) for *_, d in graph.edges(data=True))
    assert core["communities"]
    names = {name for name, _, _ in details["properties"]}
    assert {"abstract", "url", "datePublished", "value", "exactMatch"} <= names


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_tiny_graphs(n: int) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    core = block(explore.page(graph), "core")
    assert len(core["label"]) == n
    assert core["walks"] == []


def test_only_loops_and_scaffold() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_edge("a", "a", key="k", label="related")
    graph.add_edge("b", "c", key="s", label="inScheme")
    core = block(explore.page(graph), "core")
    assert core["scaffold"] == ["s"]
    assert all(isinstance(v, int) for v in core["x"] + core["y"])


def test_the_policy_names_the_very_script_and_style() -> None:
    page = explore.page(samples.hostile())
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert script
    assert style
    for text in (script[1], style[1]):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy


def test_the_code_writes_no_html_and_loads_nothing() -> None:
    code = assembly.join() + assembly.join(("dom.js", "pyvis.js"))
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
        "import(",
        "WebSocket",
        "createContextualFragment",
        "setHTML",
        "srcdoc",
    ):
        assert word not in code
    assert not re.search(r"\son[a-z]+=", assembly.asset("page.html") + assembly.asset("pyvis.html"))
    assert not re.search(r"@import|url\(", "".join(assembly.asset(n) for n in (*assembly.STYLES, "pyvis.css")))


def test_every_import_of_a_module_stands_before_it() -> None:
    for i, name in enumerate(assembly.SCRIPTS):
        for needed in re.findall(r"from '\./([\w.]+)'", assembly.asset(name)):
            assert needed in assembly.SCRIPTS[:i], f"{name} needs {needed}"


def test_slots_are_filled_once() -> None:
    assert assembly.fill("{{a}} {{b}}", {"a": "{{b}}", "b": "x"}) == "{{b}} x"


def test_inert_json_cannot_leave_its_element() -> None:
    text = assembly.inert({"a": "</script><!--&\u2028"})
    assert "<" not in text
    assert json.loads(text) == {"a": "</script><!--&\u2028"}


def test_communities_are_found_and_kept_apart() -> None:
    graph = planted()
    numbered = number(told.of_graph(graph))
    n = len(numbered.node)
    weight = communities.weights(n, numbered.source, numbered.target)
    group = communities.find(np.ones(n, dtype=bool), numbered.source, numbered.target, weight)
    truth = [graph.nodes[sorted(graph)[row]]["group"] for row in numbered.node]
    for c in set(group.tolist()):
        members = [truth[i] for i in range(n) if group[i] == c]
        assert max(members.count(t) for t in set(members)) > 0.9 * len(members)
    _, centre, radius = layout.two_level(group, numbered.source, numbered.target, weight)
    for a in range(len(centre)):
        for b in range(a):
            assert np.hypot(*(centre[a] - centre[b])) > 0.95 * (radius[a] + radius[b])


def test_members_stay_within_their_community() -> None:
    graph = planted()
    numbered = number(told.of_graph(graph))
    n = len(numbered.node)
    weight = communities.weights(n, numbered.source, numbered.target)
    group = communities.find(np.ones(n, dtype=bool), numbered.source, numbered.target, weight)
    position, centre, radius = layout.two_level(group, numbered.source, numbered.target, weight)
    assert np.all(np.hypot(*(position - centre[group]).T) <= radius[group] * 1.001)
    assert len(np.unique(np.round(position, 6), axis=0)) == n


@pytest.mark.parametrize("reach", [0.001, 0.06, 0.4, 3.0])
@pytest.mark.parametrize("n", [1, 2, 40, 300])
def test_points_that_are_near_are_found(n: int, reach: float) -> None:
    position = np.random.default_rng(n).random((n, 2)) * np.array([1.0, 2.0]) - 0.5
    position[n // 2 :] = np.round(position[n // 2 :], 1)  # several in one place, or on the border of a cell
    a, b = layout.near(position, reach)
    found = {(min(pair), max(pair)) for pair in zip(a.tolist(), b.tolist(), strict=True)}
    assert len(found) == len(a)
    every = np.hypot(*(position[:, None] - position[None]).transpose(2, 0, 1)) <= reach
    assert found == {(i, j) for i, j in np.argwhere(every).tolist() if i < j}


def test_linked_nodes_stand_nearer() -> None:
    graph = planted(3, 40)
    numbered = number(told.of_graph(graph))
    n = len(numbered.node)
    weight = communities.weights(n, numbered.source, numbered.target)
    position = layout.one_level(np.ones(n, dtype=bool), numbered.source, numbered.target, weight, np.ones(n))
    linked = np.hypot(*(position[numbered.source] - position[numbered.target]).T).mean()
    chance = np.random.default_rng(1).integers(0, n, (2, 4000))
    assert linked < 0.7 * np.hypot(*(position[chance[0]] - position[chance[1]]).T).mean()


def test_communities_are_named_by_their_telling_members() -> None:
    labels, kinds = ["Storage", "Azure", "Blob", "An article"], ["Topic", "Product", "Product", "Article"]
    source, target = np.array([3, 3, 2, 1]), np.array([0, 2, 0, 3])
    assert overview.name_communities(np.array([0, 1, 0, 0]), source, target, labels, kinds)[0] == "Storage · Blob"


def test_pagerank_agrees_with_networkx() -> None:
    graph = planted(2, 30)
    numbered = number(told.of_graph(graph))
    score = pagerank(len(numbered.node), numbered.source, numbered.target, np.ones(len(numbered.source)))
    plain = nx.Graph()
    plain.add_nodes_from(range(len(score)))
    for a, b in zip(numbered.source.tolist(), numbered.target.tolist(), strict=True):
        plain.add_edge(a, b, weight=plain.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    expected = nx.pagerank(plain, tol=1e-12, max_iter=500)
    assert np.allclose(score, [expected[i] for i in range(len(score))], atol=1e-9)


def test_a_graph_without_a_title_is_named_by_what_it_is_about() -> None:
    def title(graph: nx.MultiDiGraph, **given: Any) -> str:
        page = explore.page(graph, **given)
        name = str(block(page, "core")["title"])
        assert f"<title>{html.escape(name)}</title>" in page
        return name

    graph = samples.pleasant()
    assert title(graph) == "A pleasant sample"
    del graph.graph["title"]
    assert title(graph) == "3 articles on Colonoscopy"
    assert title(graph, title="Mine") == "Mine"
    other = samples.ID + "topic/ai"
    graph.add_node(other, type="Topic", label="AI & more")
    graph.add_edge(samples.ID + "article/two", other, key=samples.SCHEMA + "about", label="about", claims=[])
    assert title(graph) == "3 articles on Colonoscopy and AI & more"
    graph.remove_nodes_from([other, samples.ID + "category/colonoscopy"])
    assert title(graph) == "3 articles around Medtronic"
    graph.remove_nodes_from([n for n, d in graph.nodes(data=True) if d["type"] == "Article"])
    assert title(graph).startswith("6 things around ")
    assert title(nx.MultiDiGraph()) == "Knowledge graph"


def test_a_title_of_a_hundred_thousand_characters_stays_whole_in_the_details() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node("n", type="Article", label="x" * 100_000)
    page = explore.page(graph)
    assert len(block(page, "core")["label"][0]) == columns.LABEL_LIMIT
    assert len(block(page, "details")["full"][1][0]) == 100_000


@pytest.mark.parametrize("wanted", ["red;background:url(x)", "#12345", "url(#a)", ""])
def test_what_is_no_colour_does_not_get_into_a_page(wanted: str) -> None:
    assert re.fullmatch("#[0-9a-f]{6}", colours.colour("Company", {"Company": wanted}))


def test_nodes_are_found_by_name_or_iri() -> None:
    graph = samples.pleasant()
    medtronic = samples.ID + "company/medtronic"
    assert subgraph.find(graph, medtronic) == medtronic
    assert subgraph.find(graph, "medtronic plc") == medtronic
    assert subgraph.find(graph, "Endoscopy") == samples.ID + "market/endoscopy"
    with pytest.raises(UsageError, match="nobody"):
        subgraph.find(graph, "nobody")


def test_surroundings_are_bounded_and_nearest_first() -> None:
    graph = samples.pleasant()
    market = samples.ID + "market/endoscopy"
    assert set(subgraph.around(graph, market, hops=1)) == {market, samples.ID + "figure/1"}
    assert len(subgraph.around(graph, market, hops=9, limit=4)) == 4


def test_pyvis_keeps_parallel_edges_and_warns_of_many() -> None:
    graph = samples.pleasant()
    graph.add_edge(samples.ID + "company/medtronic", samples.ID + "product/gi-genius", key="k", label="uses", claims=[])
    network = pyvis_page.to_pyvis(graph)
    assert len(network.edges) == graph.number_of_edges()
    with pytest.warns(UserWarning, match="1200 nodes"):
        pyvis_page.to_pyvis(planted(6, 200))


def test_five_thousand_nodes_in_seconds() -> None:
    graph = planted(50, 100)
    begun = time.process_time()
    page = explore.page(graph)
    assert time.process_time() - begun < 25  # measured 5 s; slack for slow machines
    assert block(page, "core")["atlas"] is True


def test_no_two_modules_declare_the_same_name() -> None:
    names = re.findall(r"^(?:async )?(?:const|let|class|function\*?) (\w+)", assembly.join(), re.MULTILINE)
    assert sorted({n for n in names if names.count(n) > 1}) == []


def test_an_engine_is_only_taken_from_its_package(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="npm pack oxigraph"):
        sparql.read(tmp_path, "", {})


def test_the_documentation_and_the_help_name_every_key() -> None:
    code = assembly.asset("main.js")
    table = code[code.index("const keys = {") : code.index("document.addEventListener('keydown'")]
    keys = set(re.findall(r"(?:^|[{,])\s*'?([^\s',])'?: \(\) =>", table, re.MULTILINE)) | {"Enter", "Esc", "+"}
    assert keys >= {"/", "?", "1", "2", "3", "a", "c", "e", "f", "h", "l", "p", "u"}
    documented = (ROOT / "docs" / "explorer.md").read_text(encoding="utf-8")
    helped = code[code.index("const rows = [") : code.index("const box = $('help-box')")]
    for key in sorted(keys):
        assert f"`{key}`" in documented, key
        assert re.search(rf"\['[^']*{re.escape(key)}[^']*', ", helped), key
