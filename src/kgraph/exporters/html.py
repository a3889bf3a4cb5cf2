"""The graph as ``graph.html``: see :mod:`kgraph.explore`."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kgraph import explore, ontology
from kgraph.change import Change
from kgraph.exporters import from_tables

NAME = "graph.html"


def write(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Write ``graph`` into the folder as one self-contained HTML file."""
    (folder / NAME).write_text(explore.page(graph, colours=ontology.colour), encoding="utf-8", newline="\n")


def update(change: Change, old: Path, folder: Path) -> bool:
    """Write the page of the graph whose new tables stand in the folder."""
    write(from_tables.read(folder), folder)
    return True
