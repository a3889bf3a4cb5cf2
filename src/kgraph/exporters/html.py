"""The graph as ``graph.html``: see :mod:`kgraph.explore`."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import networkx as nx

from kgraph import explore, ontology
from kgraph.change import Change
from kgraph.exporters import from_tables

NAME = "graph.html"


def write(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Write ``graph`` into the folder as one self-contained HTML file."""
    (folder / NAME).write_text(explore.page(_in_utc(graph), colours=ontology.colour), encoding="utf-8", newline="\n")


def update(change: Change, old: Path, folder: Path) -> bool:
    """Write the page of the graph whose new tables stand in the folder."""
    write(from_tables.read(folder), folder)
    return True


def _in_utc(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The graph with its moments as tables hold them, so that the page from the graph is the one from its tables."""
    moments = {
        (iri, name): value
        for iri, held in graph.nodes(data=True)
        for name, value in held.items()
        if isinstance(value, datetime) and value.utcoffset()
    }
    if not moments:
        return graph
    shown = graph.copy()
    for (iri, name), value in moments.items():
        with suppress(OverflowError):  # the first or last day that Python knows
            shown.nodes[iri][name] = value.astimezone(UTC)
    return shown
