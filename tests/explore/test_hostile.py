"""Graphs that attack their reader: executed in a real browser, nothing may run, nothing may be asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph import explore
from kgraph.explore import pyvis_page

from . import samples


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "graph.html"
    path.write_text(explore.page(samples.hostile()), encoding="utf-8")
    return path


def test_every_node_can_be_opened_and_does_no_harm(visit: Callable[..., Any], file: Path) -> None:
    w = visit(file)
    assert w.run("() => document.title") == samples.ATTACKS[1]
    for i in range(w.run("() => kgraph.graph.n")):
        w.run("(i) => kgraph.act.open(i)", i)
        for a in w.run("() => [...document.querySelectorAll('a[href]')].map(a => [a.protocol, a.rel, a.target, a.id])"):
            assert a[3] == "skip" or a == ["https:", "noopener noreferrer", "_blank", ""] or a[0] == "http:"
        assert (
            w.run("() => document.querySelectorAll('main img, aside img, svg image, iframe, object, embed').length")
            == 0
        )
    w.run("() => kgraph.act.set({ show: 'list', node: null })")
    w.page.wait_for_selector("#list-view tbody tr")
    for attack in samples.ATTACKS[:8]:
        w.page.fill("#search", attack)
        assert w.page.locator("#found li").count() > 0
    w.run("() => kgraph.act.path(0, 1)")
    for colour in ("type", "community", "provider", "date"):
        w.run("(c) => kgraph.act.set({ colour: c, show: 'graph' })", colour)
    w.page.wait_for_timeout(200)
    w.quiet()


def test_downloads_are_inert(visit: Callable[..., Any], file: Path) -> None:
    w = visit(file)
    text = w.run("() => { const view = kgraph.view; return [...view.nodes].length; }")
    assert text > 0
    w.page.click("#save")
    with w.page.expect_download() as got:
        w.page.click("#save-menu button:has-text('Nodes shown')")
    rows = Path(got.value.path()).read_text(encoding="utf-8")
    assert "'=cmd" in rows
    assert "\n=cmd" not in rows
    assert ",=cmd" not in rows
    w.page.click("#save")
    with w.page.expect_download() as got:
        w.page.click("#save-menu button:has-text('Drawing')")
    drawing = Path(got.value.path())
    inert = drawing.with_suffix(".svg")
    inert.write_bytes(drawing.read_bytes())
    again = visit(inert, ready="")
    assert again.run("() => document.querySelectorAll('script, image, a').length") == 0
    again.quiet()


def test_even_an_injection_does_not_run(visit: Callable[..., Any], file: Path) -> None:
    w = visit(file)
    w.run(
        """() => { try { const d = document.createElement('div');
        d.innerHTML = '<img src=x onerror="window.PWN=1">'; document.body.append(d); } catch {}
        const s = document.createElement('script'); try { s.textContent = 'window.PWN=1'; } catch {}
        document.body.append(s); }"""
    )
    w.page.wait_for_timeout(150)
    assert w.run("() => window.PWN ?? null") is None
    assert w.requests == []


def test_pyvis_page_does_no_harm(visit: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "view.html"
    path.write_text(pyvis_page.to_pyvis(samples.hostile()).generate_html(), encoding="utf-8")
    w = visit(path, ready="canvas")
    for i in range(w.run("() => kgraph.nodes.length")):
        w.run("(i) => kgraph.choose(kgraph.nodes[i].id)", i)
        for a in w.run("() => [...document.querySelectorAll('a[href]')].map(a => [a.protocol, a.rel])"):
            assert a[0] in {"http:", "https:"}
            assert a[1] == "noopener noreferrer"
    w.page.mouse.move(500, 350)
    w.page.wait_for_timeout(300)
    w.quiet()
