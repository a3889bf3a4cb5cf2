"""WebGL 2 draws what Canvas 2D draws, only where a real graphics processor is, and hands over when it fails."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kgraph import explore

from . import samples
from .test_browser import download
from .test_page import planted

Visit = Callable[..., Any]

REST = "() => !kgraph.stage.flight && performance.now() - kgraph.stage.moved > 200"
# The ground as it is now is kept under a name; two of them are compared in the page.
KEEP = """(name) => { const { ground } = kgraph.stage, canvas = document.createElement('canvas');
  canvas.width = ground.width; canvas.height = ground.height;
  const g = canvas.getContext('2d', { willReadFrequently: true });
  g.drawImage(ground, 0, 0);
  (window.kept ??= {})[name] = g.getImageData(0, 0, ground.width, ground.height).data; }"""
APART = """([one, other]) => { const a = kept[one], b = kept[other], found = { mean: 0, far: 0, inked: 0 };
  const apart = (p, i, q, j) => Math.max(...[0, 1, 2].map((c) => Math.abs(p[i + c] - q[j + c])));
  for (let i = 0; i < a.length; i += 4) {
    const d = apart(a, i, b, i);
    found.mean += d / (a.length / 4);
    if (d > 60) found.far += 4 / a.length;
    if (apart(b, i, b, 0) > 30) found.inked += 4 / a.length;
  }
  return { ...found, same: a.length === b.length }; }"""
# Of each node that stands free: the colour of the pixel in its middle, that which it should have, and its name.
CENTRES = """(name) => { const { stage, view, graph } = kgraph, { ground, dpr } = stage, lens = stage.lens();
  const free = (i) => view.nodes.every((j) => { const a = stage.place(i), b = stage.place(j);
    return j === i || !lens.draws(j) || Math.hypot(a.x - b.x, a.y - b.y) > lens.radius(i) + lens.radius(j) + 2; });
  return [...view.nodes].filter((i) => lens.draws(i) && !stage.hides(i) && lens.radius(i) >= 2 && free(i)).map((i) => {
    const { x, y } = stage.place(i), at = 4 * (Math.floor(y * dpr) * ground.width + Math.floor(x * dpr));
    return [[...kept[name].slice(at, at + 3)], view.palette[view.tint[i]], graph.label[i]]; }); }"""
REAL = """const asked = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  return asked.call(this, kind, kind === 'webgl2' ? { ...options, failIfMajorPerformanceCaveat: false } : options);
};
const said = WebGL2RenderingContext.prototype.getParameter;
WebGL2RenderingContext.prototype.getParameter = function (which) {
  return which === 0x9246 || which === this.RENDERER ? 'ANGLE (A processor of silicon)' : said.call(this, which);
};"""
NONE = """const asked = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  return kind === 'webgl2' ? null : asked.call(this, kind, options);
};"""
LOSE = "() => kgraph.stage.painter.gl.getExtension('WEBGL_lose_context').loseContext()"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("few") / "graph.html"
    path.write_text(explore.page(samples.pleasant()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "graph.html"
    path.write_text(explore.page(planted(35, 60)), encoding="utf-8")
    return path


def keep(w: Any, name: str, many: int = 2) -> None:
    """Keep what is drawn, after a look at its nodes: all that stand free have their colour in their middle."""
    w.page.wait_for_function(REST)
    w.run(KEEP, name)
    centres = w.run(CENTRES, name)
    assert len(centres) >= many
    for pixel, colour, label in centres:
        wanted = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
        assert max(abs(p - v) for p, v in zip(pixel, wanted, strict=True)) <= 12, (name, label)


def alike(w: Any, one: str, other: str) -> None:
    apart = w.run(APART, [one, other])
    assert apart["same"]
    assert apart["inked"] > 0.002
    assert apart["mean"] < 8
    assert apart["far"] < 0.2 * apart["inked"]


def by(w: Any) -> str:
    return str(w.page.get_attribute("html", "data-draw"))


ACTS = {
    "whole": "() => 0",
    "focus": "() => kgraph.act.focus(0, 2)",
    "path": "() => kgraph.act.path(2, 8)",
    "filters": "() => kgraph.act.set({ path: null, degree: 2, colour: 'community', size: 'degree' })",
    "near": "() => { const { stage } = kgraph; stage.go({ ...stage.camera, k: stage.camera.k * 2.5 }, false); }",
}


@pytest.mark.parametrize(("scheme", "ratio"), [("light", 1), ("dark", 2)])
def test_it_draws_the_same_picture(visit_with_webgl: Visit, few: Path, many: Path, scheme: str, ratio: int) -> None:
    w = visit_with_webgl(
        few if ratio == 2 else many, "#draw=gpu", color_scheme=scheme, reduced_motion="reduce",
        device_scale_factor=ratio, viewport={"width": 900, "height": 560},
    )  # fmt: skip
    for name, doing in ACTS.items():
        w.run(doing)
        for draw in ("gpu", "canvas"):
            w.run("(draw) => kgraph.act.set({ draw })", draw)
            assert by(w) == draw
            keep(w, f"{name} {draw}")
        alike(w, f"{name} gpu", f"{name} canvas")
    alike(w, "whole gpu", "whole gpu")
    assert w.run(APART, ["whole gpu", "focus canvas"])["far"] > 0.002
    w.quiet()


def test_it_follows_movements_without_a_blur(visit_with_webgl: Visit, many: Path) -> None:
    w = visit_with_webgl(many, "#draw=gpu")
    w.page.wait_for_function(REST)
    before = w.run("() => kgraph.stage.camera.k")
    w.page.mouse.move(700, 400)
    w.page.mouse.wheel(0, -300)
    w.page.wait_for_function("(k) => kgraph.stage.camera.k > k", arg=before)
    frame = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    w.run(frame)
    assert w.run("() => kgraph.stage.camera.k") > before
    w.run(KEEP, "moving")
    w.page.wait_for_function(REST)
    w.run(KEEP, "at rest")
    assert w.run(APART, ["moving", "at rest"])["mean"] == 0
    w.quiet()


def test_an_imitation_is_not_used_unless_asked_for(visit_with_webgl: Visit, few: Path) -> None:
    w = visit_with_webgl(few)
    assert w.run("() => document.createElement('canvas').getContext('webgl2') !== null")
    assert by(w) == "canvas"
    masked = REAL.replace("ANGLE (A processor of silicon)", "ANGLE (Microsoft Basic Render Driver)")
    assert by(visit_with_webgl(few, init=masked)) == "canvas"
    assert by(visit_with_webgl(few, "#draw=gpu")) == "gpu"
    w.quiet()


def test_a_real_processor_is_used_unless_asked_not_to(visit_with_webgl: Visit, few: Path) -> None:
    w = visit_with_webgl(few, init=REAL)
    assert by(w) == "gpu"
    w.quiet()
    assert by(visit_with_webgl(few, "#draw=canvas", init=REAL)) == "canvas"


def test_without_webgl_canvas_draws_what_the_switch_asks_of_webgl(visit_with_webgl: Visit, few: Path) -> None:
    w = visit_with_webgl(few, "#draw=gpu", init=NONE)
    assert by(w) == "canvas"
    keep(w, "drawn", 6)
    w.quiet()


def test_a_lost_context_hands_over_and_keeps_the_view(visit_with_webgl: Visit, many: Path) -> None:
    w = visit_with_webgl(many, "#draw=gpu", reduced_motion="reduce")
    w.run("() => kgraph.act.focus(3, 1)")
    keep(w, "before")
    camera = w.run("() => kgraph.stage.camera")
    w.run(LOSE)
    w.page.wait_for_selector("html[data-draw=canvas]", state="attached")
    keep(w, "after")
    alike(w, "before", "after")
    assert w.run("() => kgraph.stage.camera") == camera
    assert w.run("() => kgraph.state().focus") == 3
    w.run("() => kgraph.act.all()")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 2100")
    w.quiet()


@pytest.mark.parametrize(
    "broken",
    [
        "WebGL2RenderingContext.prototype.getProgramParameter = () => false;",
        "WebGL2RenderingContext.prototype.getError = () => 0x0505;",
    ],
    ids=["a program that does not compile", "memory that does not suffice"],
)
def test_what_goes_wrong_hands_over(visit_with_webgl: Visit, few: Path, broken: str) -> None:
    w = visit_with_webgl(few, "#draw=gpu", init=broken)
    w.page.wait_for_selector("html[data-draw=canvas]", state="attached")
    keep(w, "drawn", 6)
    w.quiet()


def test_the_switch_lasts_while_one_walks_and_can_be_turned(visit_with_webgl: Visit, few: Path) -> None:
    w = visit_with_webgl(few, "#draw=gpu")
    w.run("() => kgraph.act.open(1)")
    w.page.wait_for_function("() => location.hash.includes('draw=gpu') && location.hash.includes('node=')")
    w.run("() => kgraph.act.set({ draw: 'canvas' })")
    w.page.wait_for_selector("html[data-draw=canvas]", state="attached")
    w.page.go_back()
    w.page.wait_for_selector("html[data-draw=gpu]", state="attached")
    w.quiet()


def test_pictures_are_saved_whoever_draws(visit_with_webgl: Visit, few: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: it comes with matplotlib")
    saved = {}
    for draw in ("gpu", "canvas"):
        w = visit_with_webgl(few, f"#draw={draw}")
        w.page.wait_for_function(REST)
        saved[draw] = np.asarray(image.open(io.BytesIO(download(w, "Picture"))).convert("RGB")).astype(int)
        assert download(w, "Drawing").count(b"<circle") == 10
    assert np.abs(saved["gpu"] - saved["canvas"]).max(axis=2).mean() < 1
    assert saved["gpu"].std() > 5
