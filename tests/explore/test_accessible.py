"""axe-core finds no violation. It is no Python package: ``npm pack axe-core``, unpack it, and say where it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph import explore
from kgraph.explore import sparql

from . import samples
from .test_sparql import PACKAGE, SHIPPED, TURTLE

AXE = os.environ.get("KGRAPH_AXE", "")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.skipif(
    not Path(AXE).is_file(), reason="no axe-core here: KGRAPH_AXE names the file axe.min.js of the npm package axe-core"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("axe") / "graph.html"
    path.write_text(explore.page(samples.pleasant()), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 375])
@pytest.mark.parametrize(
    "doing",
    [
        "() => 0",
        "() => kgraph.act.open(0)",
        "() => kgraph.act.path(0, 5)",
        "() => kgraph.act.set({ show: 'list' })",
        "() => kgraph.act.focus(1, 2)",
        "() => { document.getElementById('help').click(); }",
        "() => { const i = document.getElementById('search'); i.focus(); i.value = 'me';"
        " i.dispatchEvent(new Event('input')); }",
        "() => kgraph.act.set({ confidence: 80, colour: 'provider' })",
    ],
    ids=["first", "panel", "path", "list", "focus", "help", "search", "filters"],
)
def test_no_violation(visit: Callable[..., Any], file: Path, scheme: str, width: int, doing: str) -> None:
    options = {"color_scheme": scheme, "bypass_csp": True, "reduced_motion": "reduce"}
    w = visit(file, viewport={"width": width, "height": 800}, **options)
    w.run(doing)
    w.page.wait_for_timeout(100)
    assert_no_violation(w)


@pytest.mark.skipif(not PACKAGE.is_dir(), reason="no Oxigraph here: see test_sparql")
@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (375, "dark"), (1200, "dark")])
def test_no_violation_where_one_asks(visit: Callable[..., Any], tmp_path: Path, scheme: str, width: int) -> None:
    path = tmp_path / "ask.html"
    path.write_text(explore.page(samples.pleasant(), ask=sparql.read(PACKAGE, TURTLE, SHIPPED)), encoding="utf-8")
    w = visit(
        path, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    w.page.click("#show-ask")
    assert_no_violation(w)
    w.page.select_option("#queries", label="What was launched?")
    w.page.wait_for_selector("#ask .answer td")
    assert_no_violation(w)


def assert_no_violation(w: Any) -> None:
    w.page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    result = w.run("(tags) => axe.run(document, { runOnly: tags })", TAGS)
    assert len(result["passes"]) > 15
    assert [(v["id"], v["impact"], v["nodes"][0]["html"][:200]) for v in result["violations"]] == []
