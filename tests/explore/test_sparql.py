"""SPARQL in the page, offline. The engine is no Python package: KGRAPH_OXIGRAPH names the unpacked npm package."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph import explore
from kgraph.explore import sparql

from . import samples

PACKAGE = Path(os.environ.get("KGRAPH_OXIGRAPH", "nowhere"))

pytestmark = pytest.mark.skipif(
    not PACKAGE.is_dir(), reason="no Oxigraph here: npm pack oxigraph, unpack it, name the folder in KGRAPH_OXIGRAPH"
)

TURTLE = f"""@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{samples.ID}company/medtronic> rdfs:label "Medtronic" ; <{samples.KG}launched> <{samples.ID}product/gi-genius> .
<{samples.ID}product/gi-genius> rdfs:label "<img src=x onerror=window.PWN=1>" .
"""
SHIPPED = {"What was launched?": "SELECT ?who ?what WHERE { ?who <" + samples.KG + "launched> ?what }"}


@pytest.fixture
def w(visit: Callable[..., Any], tmp_path: Path) -> Any:
    path = tmp_path / "ask.html"
    ask = sparql.read(PACKAGE, TURTLE, SHIPPED)
    path.write_text(explore.page(samples.pleasant(), ask=ask), encoding="utf-8")
    w = visit(path)
    w.page.click("#show-ask")
    return w


def run(w: Any, query: str, answer: str) -> None:
    w.page.fill("#query", query)
    w.page.press("#query", "Control+Enter")
    w.page.wait_for_selector(f"#ask .soft:has-text({answer!r})")


def test_a_shipped_query_answers_and_rings_its_nodes(w: Any) -> None:
    w.page.select_option("#queries", label="What was launched?")
    w.page.wait_for_selector("#ask .answer td")
    assert w.page.locator("#ask .answer td").all_inner_texts() == ["Medtronic", "GI Genius"]
    assert len(w.run("() => kgraph.stage.lit")) == 2
    w.page.click("#ask .answer td >> text=GI Genius")
    w.page.wait_for_selector("#panel h2:has-text('GI Genius')")
    w.quiet()


def test_own_queries(w: Any) -> None:
    run(w, "ASK { ?a ?b ?c }", "1 row")
    assert w.page.locator("#ask .answer td").all_inner_texts() == ["yes"]
    run(w, "CONSTRUCT WHERE { ?a ?b ?c }", "3 rows")
    run(w, "SELECT ?l WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }", "2 rows")
    run(w, "SELECT WHERE", "error")
    w.quiet()
