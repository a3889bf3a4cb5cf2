"""Graphs that builds make, walked through in a browser: nothing asked for, nothing complained about."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kgraph
from kgraph import explore
from kgraph.explore import pyvis_page, subgraph

WALK = """async () => {
  const { graph, act, view } = kgraph;
  const rest = () => new Promise((done) => setTimeout(done, 30));
  const step = Math.max(1, Math.floor(graph.n / 60));
  for (let i = 0; i < graph.n; i += step) await act.open(i);
  for (const { path, focus } of graph.walks) { await (path ? act.path(...path) : act.focus(focus, 2)); await rest(); }
  await act.all();
  for (const colour of ['community', 'provider', 'date', 'type']) { await act.set({ colour }); await rest(); }
  await act.set({ mute: [] });
  await act.set({ show: 'list', node: null });
  return view.nodes.length;
}"""


def walked(visit: Callable[..., Any], graph: Any, folder: Path) -> None:
    path = folder / "graph.html"
    path.write_text(explore.page(graph), encoding="utf-8")
    w = visit(path)
    assert len(w.run("() => kgraph.graph.walks")) == 3
    assert w.run(WALK) == graph.number_of_nodes()
    w.quiet()
    middle = sorted(graph, key=lambda n: (graph.degree(n), n))[-graph.number_of_nodes() // 20]
    part = subgraph.around(graph, middle, hops=1, limit=60)
    small = folder / "view.html"
    small.write_text(pyvis_page.to_pyvis(part).generate_html(), encoding="utf-8")
    w = visit(small, ready="canvas")
    for i in range(0, part.number_of_nodes(), 7):
        w.run("(i) => kgraph.choose(i)", i)
    w.quiet()


def test_seeds(visit: Callable[..., Any], seeds: Path, tmp_path: Path) -> None:
    walked(visit, kgraph.build(seeds), tmp_path)


def test_azure(visit: Callable[..., Any], tmp_path: Path) -> None:
    exports = Path(os.environ.get("KGRAPH_AZURE_EXPORTS", "nowhere"))
    if not exports.is_dir():
        pytest.skip("KGRAPH_AZURE_EXPORTS names no folder: build the azure corpus, and name its exports")
    walked(visit, kgraph.load(exports), tmp_path)
