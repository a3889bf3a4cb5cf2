"""The explorer: a graph as one HTML file that works from disk, without a network."""

from __future__ import annotations

import networkx as nx

from kgraph.explore import assembly, columns
from kgraph.explore.colours import Colours

__all__ = ["page"]


def page(
    graph: nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    colours: Colours | None = None,
    seed: int = 7,
) -> str:
    """Return ``graph`` as a self-contained HTML page; the graph is only read.

    ``title`` is by default the graph's own attribute ``title``; ``colours`` gives ``#rrggbb`` for a type's local name.
    The same graph, title, colours and seed give the same bytes.
    """
    name = title if title is not None else str(graph.graph.get("title") or "Knowledge graph")
    parts = columns.build(graph, title=name, colours=colours, seed=seed)
    return assembly.assemble(name, parts.core, parts.details, parts.evidence)
