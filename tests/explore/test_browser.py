"""What a person can do with graph.html, done in a real browser."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph
import pytest

from kgraph import explore

from . import samples

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_text(explore.page(samples.pleasant()), encoding="utf-8")
    return path


@pytest.fixture
def w(visit: Visit, file: Path) -> Any:
    return visit(file)


def node(w: Any, label: str) -> int:
    return int(w.run("(t) => kgraph.graph.label.indexOf(t)", label))


def choose(w: Any, label: str) -> None:
    w.page.fill("#search", label)
    w.page.press("#search", "Enter")
    w.page.wait_for_selector(f"#panel h2:has-text({label!r})")


def shown(w: Any) -> list[str]:
    return sorted(w.run("() => [...kgraph.view.nodes].map(i => kgraph.graph.label[i])"))


def spot(w: Any, label: str) -> tuple[float, float]:
    """Where a node stands on the screen, once the camera rests."""
    w.page.wait_for_function("() => !kgraph.stage.flight && performance.now() - kgraph.stage.moved > 150")
    at = w.run(
        "(t) => { const p = kgraph.stage.place(kgraph.graph.label.indexOf(t)),"
        " b = kgraph.stage.over.getBoundingClientRect(); return [p.x + b.left, p.y + b.top]; }",
        label,
    )
    return at[0], at[1]


def download(w: Any, name: str) -> bytes:
    w.page.click("#save")
    with w.page.expect_download() as got:
        w.page.click(f"#save-menu button:has-text({name!r})")
    return Path(got.value.path()).read_bytes()


def test_first_look(w: Any) -> None:
    text = w.page.inner_text("#overview")
    assert "10" in text
    assert "nodes" in text
    assert "2023-03-14 to 2024-02-01" in text
    assert w.page.locator(".walk").count() == 3
    w.quiet()


def test_search_finds_labels_and_aliases_and_flies(w: Any) -> None:
    w.page.keyboard.press("/")
    w.page.keyboard.type("medtronic p")
    first = w.page.locator("#found li").first
    assert "Medtronic" in first.inner_text()
    assert "also" in first.inner_text()
    w.page.keyboard.press("Enter")
    w.page.wait_for_selector("#panel h2:has-text('Medtronic')")
    w.page.wait_for_function("() => !kgraph.stage.flight")
    assert w.run("() => !kgraph.stage.hides(kgraph.state().node)")
    assert "node=company/medtronic" in w.page.url
    w.page.fill("#search", "zzz")
    assert "Nothing" in w.page.inner_text("#found")


def test_search_moves_with_arrows(w: Any) -> None:
    w.page.focus("#search")
    w.page.keyboard.type("n")
    before = w.page.get_attribute("#search", "aria-activedescendant")
    w.page.keyboard.press("ArrowDown")
    assert w.page.get_attribute("#search", "aria-activedescendant") != before
    w.page.keyboard.press("Escape")
    assert w.page.is_hidden("#found")


def test_click_opens_the_panel_with_marked_evidence(w: Any) -> None:
    w.page.mouse.click(*spot(w, "Medtronic"))
    w.page.wait_for_selector("#panel h2:has-text('Medtronic')")
    text = w.page.inner_text("#panel")
    assert "Medtronic PLC" in text
    assert "launched" in text
    assert "2×" in text
    assert "95 %" in text
    quote = w.page.locator("#panel .quote").first
    assert "In March 2023, Medtronic launched GI Genius" in quote.inner_text()
    assert quote.locator("mark").all_inner_texts() == ["Medtronic", "GI Genius"]
    assert "since 2023-03" in quote.inner_text()


def test_mentions_are_shown_in_their_sentence_past_astral_characters(w: Any) -> None:
    choose(w, "GI Genius")
    quotes = w.page.locator("#panel .quote", has_text="👀")
    assert quotes.first.locator("mark").all_inner_texts() == ["GI Genius"]


def test_panel_links_article_and_mesh(w: Any) -> None:
    choose(w, samples.HEADLINE)
    link = w.page.locator("#panel .links a").first
    assert link.get_attribute("href") == "https://example.org/one"
    assert link.get_attribute("rel") == "noopener noreferrer"
    choose(w, "Colonoscopy")
    assert (
        w.page.locator("#panel .links a").first.get_attribute("href")
        == "https://meshb.nlm.nih.gov/record/ui?ui=D003113"
    )


def test_a_figure_shows_its_own_words(w: Any) -> None:
    choose(w, "USD 1.26 billion")
    assert "1,260,000,000" in w.page.inner_text("#panel .facts")
    assert "Analysts see" in w.page.inner_text("#panel .quote")


def test_neighbours_in_the_panel_open(w: Any) -> None:
    choose(w, "Medtronic")
    w.page.locator("#panel .to", has_text="GI Genius").first.click()
    w.page.wait_for_selector("#panel h2:has-text('GI Genius')")


def test_hover_shows_a_card(w: Any) -> None:
    w.page.mouse.move(*spot(w, "NVIDIA"))
    w.page.wait_for_selector("#card:not([hidden])")
    assert "NVIDIA" in w.page.inner_text("#card")


def test_legend_counts_and_switches_types_and_predicates(w: Any) -> None:
    row = w.page.locator("#types li", has_text="Company")
    assert row.locator(".count").inner_text() == "2"
    row.locator("input").uncheck()
    w.page.wait_for_function("() => kgraph.state().off.length === 1")
    assert "NVIDIA" not in shown(w)
    row.locator("input").check()
    w.page.wait_for_function("() => kgraph.state().off.length === 0")
    w.page.locator("#predicates li", has_text="launched").locator("input").uncheck()
    w.page.wait_for_function("() => kgraph.state().mute.length === 1")
    choose(w, "Medtronic")
    assert not [t for t in w.page.locator("#panel summary").all_inner_texts() if "launched" in t]


@pytest.mark.parametrize(
    ("name", "value", "gone"),
    [("confidence", "80", "nothing"), ("support", "2", "nothing"), ("degree", "3", "Endoscopy market")],
)
def test_filters(w: Any, name: str, value: str, gone: str) -> None:
    before = w.run("() => kgraph.graph.shown.edges")
    w.run(
        "([n, v]) => { const i = document.getElementById('by-' + n); i.value = v;"
        " i.dispatchEvent(new Event('change')); }",
        [name, value],
    )
    w.page.wait_for_function(f"() => kgraph.state().{name} === {value}")
    assert w.run("() => kgraph.graph.shown.edges") < before
    assert gone not in shown(w)
    w.page.click("text=Reset the filters")
    w.page.wait_for_function(f"() => kgraph.state().{name} === 0")
    assert w.run("() => kgraph.graph.shown.edges") == before


def test_timeline_filters_by_date(w: Any) -> None:
    handle = w.page.get_by_label("Articles from")
    handle.focus()
    w.page.keyboard.press("End")
    w.page.wait_for_function("() => kgraph.state().from !== null")
    assert samples.HEADLINE not in shown(w)
    assert "NVIDIA opens its results" in shown(w)
    assert "GI Genius" not in shown(w)
    assert handle.get_attribute("aria-valuetext")


def test_focus_expand_collapse_hide_undo(w: Any) -> None:
    choose(w, "Endoscopy market")
    w.page.get_by_label("Focus on 1 hop").click()
    w.page.wait_for_selector("#scope:not([hidden])")
    assert shown(w) == ["Endoscopy market", "USD 1.26 billion"]
    w.page.keyboard.press("2")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 3")
    w.page.keyboard.press("1")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 2")
    w.page.locator("#panel .to", has_text="USD").first.click()
    w.page.wait_for_selector("#panel h2:has-text('USD')")
    w.page.click("#panel >> text=Expand")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 3")
    w.page.click("#panel >> text=Collapse")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 2")
    w.page.click("#panel >> text=Hide")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 1")
    w.page.keyboard.press("u")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 2")
    w.page.click("#scope >> text=Show all")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 10")


def test_path_with_evidence(w: Any) -> None:
    choose(w, "GI Genius")
    w.page.keyboard.press("p")
    assert "choose the other end" in w.page.inner_text("#scope")
    w.page.fill("#search", "NVIDIA")
    w.page.press("#search", "Enter")
    w.page.wait_for_selector("#panel .steps")
    assert w.page.locator("#panel .steps > li").count() == 3
    text = w.page.inner_text("#panel")
    assert "launched by" in text
    assert "works with NVIDIA" in text
    assert shown(w) == ["GI Genius", "Medtronic", "NVIDIA"]
    w.page.keyboard.press("Escape")
    w.page.wait_for_function("() => kgraph.view.nodes.length === 10")


def test_no_path_is_said(w: Any) -> None:
    w.run("() => kgraph.act.set({ mute: kgraph.graph.predicates.map(p => p.iri) })")
    w.run("([a, b]) => kgraph.act.path(a, b)", [node(w, "GI Genius"), node(w, "NVIDIA")])
    w.page.wait_for_selector("#panel >> text=Nothing connects them")


@pytest.mark.parametrize("by", ["type", "community", "provider", "date"])
def test_colours(w: Any, by: str) -> None:
    w.page.select_option("#by-colour", by)
    w.page.wait_for_function("(v) => kgraph.state().colour === v", arg=by)
    assert w.run("() => new Set([...kgraph.view.nodes].map(i => kgraph.view.palette[kgraph.view.tint[i]])).size") > 1
    assert (w.page.locator(".key li").count() > 0) == (by != "type")


def test_sizes(w: Any) -> None:
    seen = set()
    for by in ("rank", "degree", "mentions"):
        w.page.select_option("#by-size", by)
        w.page.wait_for_function("(v) => kgraph.state().size === v", arg=by)
        seen.add(tuple(w.run("() => [...kgraph.view.size].map(s => +s.toFixed(4))")))
    assert len(seen) == 3


def test_labels_do_not_collide_at_any_zoom(w: Any) -> None:
    for _ in range(4):
        spot(w, "NVIDIA")
        boxes = w.run(
            "() => kgraph.stage.labels.map(l => { const s = kgraph.stage, { x, y, k } = s.camera;"
            " return [(l.wx - x) * k + l.dx, (l.wy - y) * k + l.dy, l.sprite.width, l.sprite.height]; })"
        )
        assert boxes
        for i, (x, y, wide, high) in enumerate(boxes):
            for x2, y2, wide2, high2 in boxes[:i]:
                assert (
                    x >= x2 + wide2 - 0.01 or x2 >= x + wide - 0.01 or y >= y2 + high2 - 0.01 or y2 >= y + high - 0.01
                )
        w.page.click("#nearer")


def test_list_view_sorts_and_holds_everything(w: Any) -> None:
    w.page.keyboard.press("l")
    rows = w.page.locator("#list-view tbody tr")
    assert rows.count() == 10
    w.page.click("#list-view thead >> text=Name")
    names = w.page.locator("#list-view tbody th").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    assert w.page.locator("#list-view thead th").first.get_attribute("aria-sort") == "ascending"
    w.page.click("#list-view thead >> text=Edges")
    assert int(rows.first.locator("td").nth(1).inner_text()) >= int(rows.last.locator("td").nth(1).inner_text())
    w.page.locator("#list-view tbody button", has_text="Endoscopy market").click()
    w.page.wait_for_selector("#panel h2:has-text('Endoscopy market')")


def test_csv_and_turtle(w: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(download(w, "Nodes shown").decode())))
    assert len(rows) == 10
    assert {r["label"] for r in rows} >= {"Medtronic", "NVIDIA"}
    edges = list(csv.DictReader(io.StringIO(download(w, "Edges shown").decode())))
    assert len(edges) == samples.pleasant().number_of_edges()
    triples = list(pyoxigraph.parse(download(w, "Triples shown"), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(triples) == 2 * 10 + samples.pleasant().number_of_edges()


def test_png_and_svg(w: Any) -> None:
    assert download(w, "Picture").startswith(b"\x89PNG")
    drawing = ElementTree.fromstring(download(w, "Drawing"))
    assert len(drawing.findall(".//{http://www.w3.org/2000/svg}circle")) == 10


def test_address_reopens_the_view_and_back_and_forward_walk(w: Any, visit: Visit, file: Path) -> None:
    choose(w, "Medtronic")
    w.page.get_by_label("Focus on 1 hop").click()
    w.page.wait_for_function("() => kgraph.state().focus !== null")
    address = "#" + w.page.url.partition("#")[2]
    seen = shown(w)
    again = visit(file, address)
    assert shown(again) == seen
    assert again.page.inner_text("#panel h2") == "Medtronic"
    w.page.go_back()
    w.page.wait_for_function("() => kgraph.state().focus === null && kgraph.state().node !== null")
    w.page.go_back()
    w.page.wait_for_function("() => kgraph.state().node === null")
    assert w.page.is_hidden("#panel")
    w.page.go_forward()
    w.page.wait_for_selector("#panel h2:has-text('Medtronic')")


@pytest.mark.parametrize(
    "address",
    ["#node=no/such", "#focus=%E0%A4%A", "#path=a|b|c&hops=99", "#__proto__=1&colour=constructor", "#off=|&from=x"],
)
def test_a_broken_address_does_no_harm(visit: Visit, file: Path, address: str) -> None:
    w = visit(file, address)
    assert len(shown(w)) == 10
    w.quiet()


def test_dark_by_system_setting(visit: Visit, file: Path) -> None:
    def ground(w: Any) -> int:
        return int(w.run("() => kgraph.stage.g.getImageData(3, 3, 1, 1).data[0]"))

    assert ground(visit(file)) > 200
    assert ground(visit(file, color_scheme="dark")) < 60


def test_phone(visit: Visit, file: Path) -> None:
    w = visit(file, viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    assert w.run("() => document.documentElement.scrollWidth") <= 375
    w.page.touchscreen.tap(*spot(w, "NVIDIA"))
    w.page.wait_for_selector("#panel h2:has-text('NVIDIA')")
    box = w.page.locator("#panel").bounding_box()
    assert box["width"] <= 375
    assert box["y"] > 200
    w.page.wait_for_function("() => !kgraph.stage.flight && !kgraph.stage.hides(kgraph.state().node)")
    w.page.click("#panel .close")
    w.page.click("#side-toggle")
    w.page.wait_for_function("() => document.getElementById('side').getBoundingClientRect().left > -2")
    assert w.page.get_attribute("#side-toggle", "aria-expanded") == "true"


def test_pinch_zooms(visit: Visit, file: Path) -> None:
    w = visit(file, has_touch=True)
    before = w.run("() => kgraph.stage.camera.k")
    w.run(
        """() => { const o = kgraph.stage.over; o.setPointerCapture = () => {};
        const touch = { pointerType: 'touch', clientY: 400, bubbles: true };
        const f = (type, pointerId, clientX) => o.dispatchEvent(new PointerEvent(type,
          { ...touch, pointerId, clientX }));
        f('pointerdown', 1, 500); f('pointerdown', 2, 600); f('pointermove', 2, 700);
        f('pointerup', 1, 500); f('pointerup', 2, 700); }"""
    )
    assert w.run("() => kgraph.stage.camera.k") > before * 1.5


def test_keyboard_alone_reaches_everything(w: Any) -> None:
    w.page.focus("#over")
    x = w.run("() => kgraph.stage.camera.x")
    w.page.keyboard.press("ArrowRight")
    assert w.run("() => kgraph.stage.camera.x") != x
    k = w.run("() => kgraph.stage.camera.k")
    w.page.keyboard.press("+")
    assert w.run("() => kgraph.stage.camera.k") > k
    w.page.keyboard.press("f")
    w.page.wait_for_function("() => !kgraph.stage.flight")
    w.page.keyboard.press("Enter")
    w.page.wait_for_function("() => kgraph.state().node !== null")
    first = w.run("() => kgraph.state().node")
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        w.page.keyboard.press("Shift+" + key)
        w.page.wait_for_timeout(60)
    assert w.run("() => history.state.depth") > 1
    assert first is not None
    w.page.keyboard.press("?")
    assert w.page.is_visible("#help-box")
    w.page.keyboard.press("Escape")
    assert w.page.is_hidden("#help-box")


def test_reduced_motion_does_not_fly(visit: Visit, file: Path) -> None:
    w = visit(file, reduced_motion="reduce")
    w.run("() => kgraph.stage.fly(0)")
    assert w.run("() => !kgraph.stage.flight")


def test_screen_readers_are_told(w: Any) -> None:
    choose(w, "Medtronic")
    assert "Medtronic, Company" in w.page.inner_text("#said")
    w.page.focus("#skip")
    w.page.keyboard.press("Enter")
    w.page.wait_for_selector("#list-view:not([hidden])")


def test_nothing_is_asked_for_by_anything(w: Any) -> None:
    for label in ("Medtronic", samples.HEADLINE, "Colonoscopy"):
        choose(w, label)
    w.page.keyboard.press("l")
    w.page.keyboard.press("u")
    w.quiet()
