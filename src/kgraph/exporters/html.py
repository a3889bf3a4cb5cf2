"""The graph as ``graph.html``: see :mod:`kgraph.explore`."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kgraph import explore


def write(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write ``graph`` to ``path`` as one self-contained HTML file."""
    path.write_text(explore.page(graph), encoding="utf-8", newline="\n")
