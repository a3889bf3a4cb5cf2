"""Measure graph.html in a headless Chromium without a GPU, beside pyvis with given positions.

    python benchmarks/explorer.py FOLDER [--sizes 100 5000 50000] [--pyvis] [--json FILE]

FOLDER holds articles with front matter (the azure corpus in the published figures); graphs of the wanted sizes are
made from them (see ``corpus_graph``). Every figure stands beside its bound; the exit code is 1 where one is missed.
With ``--pyvis`` its page of the same nodes in the same places is opened too, and given up after two minutes.
Times hang on the machine and on what else it does: measure on an idle one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import corpus_graph
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as OutOfPatience

from kgraph import explore
from kgraph.explore import pyvis_page

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
EDGES = {100: 400, 5_000: 20_000, 50_000: 200_000}
BOUNDS = {  # MB, s, ms, ms, ms, s
    100: {"file": 0.2, "first": 0.4, "frame": 17, "search": 10, "act": 50, "export": 1},
    5_000: {"file": 1.2, "first": 0.7, "frame": 17, "search": 15, "act": 100, "export": 6},
    50_000: {"file": 6, "first": 2, "frame": 33, "search": 50, "act": 200, "export": 40},
}
PATIENCE = 120.0  # seconds
FASTER = {50_000: 10}  # times faster to the first frame than pyvis, at least
FRAMES = """async () => {
  const { stage } = kgraph, over = document.getElementById('over'), times = [];
  let last = 0;
  const frame = () => new Promise((done) => requestAnimationFrame((t) => {
    if (last) times.push(t - last);
    last = t;
    done();
  }));
  const wheel = (deltaY) => over.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: 700, clientY: 400 }));
  const mouse = { pointerId: 1, pointerType: 'mouse', clientY: 420 };
  const pointer = (type, clientX) => over.dispatchEvent(new PointerEvent(type, { ...mouse, clientX }));
  const drag = async (from, step) => {
    pointer('pointerdown', from);
    for (let i = 0; i < 60; i++) { pointer('pointermove', from + step * i); await frame(); }
    pointer('pointerup', from + step * 59);
  };
  over.setPointerCapture = () => {};
  const rest = () => new Promise((done) => setTimeout(done, 700));
  await drag(640, 5);
  await rest(); last = 0;
  for (let i = 0; i < 60; i++) { wheel(-40); await frame(); }
  await rest(); last = 0;
  await drag(640, -5);
  await rest(); last = 0;
  for (let i = 0; i < 60; i++) { wheel(40); await frame(); }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], most: times.at(-1) };
}"""
SEARCH = """async () => {
  const box = document.getElementById('search'), times = [];
  box.focus();
  await new Promise((done) => setTimeout(done, 300));
  for (const word of ['azure', 'microsoft sec', 'cloud', 'xyzzy']) for (let k = 1; k <= word.length; k++) {
    const begun = performance.now();
    box.value = word.slice(0, k);
    box.dispatchEvent(new Event('input'));
    document.getElementById('found').getBoundingClientRect();
    times.push(performance.now() - begun);
  }
  box.value = ''; box.dispatchEvent(new Event('input')); box.blur();
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
}"""
ACTS = """async () => {
  const { graph, act, state } = kgraph, times = {};
  const things = [...Array(graph.n).keys()].filter((i) => !['Article', 'Provider'].includes(graph.typeName(i)));
  const timed = async (name, f) => {
    const begun = performance.now();
    await f();
    document.body.getBoundingClientRect();
    (times[name] ??= []).push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 600));
  };
  for (let round = 0; round < 3; round++) {
    await timed('path', () => act.path(things[1 + round], things[Math.min(things.length - 1, 40 + round)]));
    await timed('all', () => act.all());
    await timed('focus', () => act.focus(things[1 + round], 2));
    await timed('all', () => act.all());
    await timed('filter', () => act.toggle('off', 'Person'));
    await timed('filter', () => act.toggle('off', 'Person'));
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return Object.fromEntries(Object.entries(times).map(([k, v]) => [k, middle(v)]));
}"""


def first_frame(browser: Browser, file: Path, ready: str) -> float:
    """Seconds from navigation until the page has painted what ``ready`` waits for: the best of three, or patience."""
    best = 1e9
    for _ in range(3):
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(file.as_uri(), wait_until="commit")
        try:
            page.wait_for_function(ready, polling="raf")
        except OutOfPatience:
            context.close()
            return PATIENCE
        now = "() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))"
        best = min(best, page.evaluate(now) / 1000)
        context.close()
        if best > 10:
            break
    return best


def measure(browser: Browser, graph: Any, folder: Path, pyvis: bool) -> dict[str, float]:
    """Return every figure for one graph."""
    begun = time.process_time()
    page_text = explore.page(graph, title="Azure news")
    found: dict[str, float] = {"export": time.process_time() - begun, "file": len(page_text.encode()) / 1e6}
    file = folder / "graph.html"
    file.write_text(page_text, encoding="utf-8")
    found["first"] = first_frame(browser, file, "() => window.kgraph?.stage.drawn > 0")
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=all]", state="attached", timeout=60_000)
    page.wait_for_timeout(800)
    frames = page.evaluate(FRAMES)
    found |= {"frame": frames["p95"], "frame median": frames["median"], "search": page.evaluate(SEARCH)["p95"]}
    acts = page.evaluate(ACTS)
    found |= {"act": max(acts.values()), **acts}
    if pyvis:
        places = "() => [...kgraph.graph.x].map((x, i) => [kgraph.graph.iris[i], x / 8, kgraph.graph.y[i] / 8])"
        positions = page.evaluate(places)
        context.close()
        plain = folder / "pyvis.html"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network = pyvis_page.to_pyvis(graph, physics=False, positions={iri: (x, y) for iri, x, y in positions})
        plain.write_text(network.generate_html(), encoding="utf-8")
        drawn = """() => window.kgraph?.network && (kgraph.network.once('afterDrawing', () => { window.drawn = true; }),
          kgraph.network.redraw(), window.drawn)"""
        found["pyvis first"] = first_frame(browser, plain, drawn)
    else:
        context.close()
    return found


def main() -> int:
    """Measure, print, and say by the exit code whether all bounds hold."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--sizes", type=int, nargs="+", default=sorted(BOUNDS))
    options.add_argument("--pyvis", action="store_true", help="measure pyvis with given positions in the same run")
    options.add_argument("--json", type=Path)
    wanted = options.parse_args()
    chromium = os.environ.get("KGRAPH_CHROMIUM") or shutil.which("chromium")
    results, missed = {}, 0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for size in wanted.sizes:
            graph = corpus_graph.build(wanted.folder, size, EDGES.get(size, 4 * size))
            found = results[size] = measure(browser, graph, Path(folder), wanted.pyvis)
            print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges; load {os.getloadavg()[0]:.1f}")
            for name, value in found.items():
                bound = BOUNDS.get(size, {}).get(name)
                held = bound is None or value <= bound * 1.005
                missed += not held
                beside = "" if bound is None else f"  of {bound:<6}{'' if held else '  MISSED'}"
                print(f"  {name:14}{value:10.3f}{beside}")
            if "pyvis first" in found:
                ratio = found["ratio"] = found["pyvis first"] / found["first"]
                held = ratio >= FASTER.get(size, 0)
                missed += not held
                beside = "times faster to the first frame than pyvis" + ("" if held else "  MISSED")
                print(f"  {'ratio':14}{ratio:10.1f}  {beside}")
            sys.stdout.flush()
        browser.close()
    if wanted.json:
        wanted.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
