"""The explorer: a graph as one HTML file that works from disk, without a network."""

from __future__ import annotations

from functools import partial

import networkx as nx

from kgraph.aside import Aside
from kgraph.explore import assembly, columns, told
from kgraph.explore.arrangement import arrange
from kgraph.explore.colours import Colours
from kgraph.explore.numbering import number
from kgraph.explore.sparql import Ask

__all__ = ["page", "page_of"]

WORTH_FORKING = 20_000
"""Edges from which on two processes make the page."""


def page(
    graph: nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    colours: Colours | None = None,
    ask: Ask | None = None,
) -> str:
    """Return ``graph`` as a self-contained HTML page; the graph is only read. The same arguments give the same bytes.

    Args:
        graph: a plain graph as the contract has it.
        title: what stands at the head; by default the graph's own attribute ``title``, or how many articles there
            are and what they are about.
        colours: ``#rrggbb`` for a type's local name; by default the ontology's.
        ask: adds a SPARQL box that works offline (see :mod:`kgraph.explore.sparql`).
    """
    return page_of(told.of_graph(graph), title=title, colours=colours, ask=ask)


def page_of(
    graph: told.Told, *, title: str | None = None, colours: Colours | None = None, ask: Ask | None = None
) -> str:
    """Return the page, as :func:`page` does, of a graph that is told by columns."""
    is_long = len(graph.source) >= WORTH_FORKING
    # To find every node its place takes as long as all the rest.
    with Aside(partial(arrange, graph), is_long=is_long) as placing:
        numbered = number(graph)
        nodes = columns.Nodes.of(graph, numbered)
        with Aside(lambda: assembly.pack(columns.evidence(graph, numbered, nodes)), is_long=is_long) as telling:
            details = assembly.pack(columns.details(nodes))
            core = columns.core(graph, numbered, nodes, placing.answer, title=title, colours=colours)
            packed = assembly.pack(core)
            return assembly.assemble(core["title"], packed, details, telling.answer(), ask)
