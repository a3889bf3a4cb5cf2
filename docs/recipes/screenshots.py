"""Make the pictures of ``docs/images``: ``python docs/recipes/screenshots.py SEEDS_EXPORTS AZURE_EXPORTS OXIGRAPH``.

The first two are folders that ``kgraph build`` wrote, the third is the unpacked npm package ``oxigraph``. Needs the
extra ``browser`` and a Chromium.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import kgraph
from kgraph import explore
from kgraph.cli.page import shipped
from kgraph.explore import sparql

IMAGES = Path(__file__).parents[1] / "images"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 375, "height": 740}
NODE = "(name) => kgraph.graph.label.indexOf(name)"
ASK = """() => kgraph.act.set({ show: 'ask' }).then(() => {
  const pick = document.getElementById('queries');
  pick.value = [...pick.options].find((o) => o.text.startsWith('Who competes')).value;
  pick.dispatchEvent(new Event('change'));
})"""
# file name, corpus, window, colour scheme, what to do, with which names
SHOTS = [
    ("seeds-panel", "seeds", DESK, "light", "(a) => kgraph.act.open(a)", ["Medtronic"]),
    ("azure-atlas", "azure", DESK, "light", "() => 0", []),
    ("azure-focus-dark", "azure", DESK, "dark", "(a) => kgraph.act.focus(a, 1)", ["FedEx"]),
    ("azure-path", "azure", DESK, "light", "(a, b) => kgraph.act.path(a, b)", ["FedEx", "Amazon Web Services"]),
    ("seeds-sparql", "seeds", DESK, "light", ASK, []),
    ("azure-list", "azure", DESK, "light", "(a) => kgraph.act.set({ show: 'list', node: a })", ["Databases"]),
    ("seeds-phone", "seeds", PHONE, "light", "(a) => kgraph.act.open(a)", ["GI Genius"]),
]


def main() -> int:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for corpus, exports in zip(("seeds", "azure"), sys.argv[1:3], strict=True):
            turtle = Path(exports, "graph.ttl").read_text(encoding="utf-8")
            ask = sparql.read(Path(sys.argv[3]), turtle, shipped()) if corpus == "seeds" else None
            page = explore.page(kgraph.load(exports), ask=ask)
            Path(folder, f"{corpus}.html").write_text(page, encoding="utf-8")
        chromium = os.environ.get("KGRAPH_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, corpus, window, scheme, act, names in SHOTS:
            page = browser.new_page(viewport=window, color_scheme=scheme, reduced_motion="reduce")
            page.goto(Path(folder, f"{corpus}.html").as_uri())
            page.wait_for_selector("html[data-ready=all]", state="attached")
            nodes = [page.evaluate(NODE, n) for n in names]
            page.evaluate(f"(nodes) => ({act})(...nodes)", nodes)
            page.wait_for_timeout(1500)
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
