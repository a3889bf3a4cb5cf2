"""The graph as ``graph.html``: see :mod:`kgraph.explore`."""

from pathlib import Path

import pyarrow as pa

from kgraph import explore, ontology
from kgraph.explore import told
from kgraph.exporters import cells, parquet
from kgraph.graph import Graph

NAME = "graph.html"


def write(graph: Graph, folder: Path) -> None:
    """Write ``graph`` into the folder as one self-contained HTML file."""
    title = str(graph.graph.get("title") or "")
    write_tables(parquet.nodes_table(graph), parquet.edges_table(graph), folder, title)


def write_tables(nodes: pa.Table, edges: pa.Table, folder: Path, title: str = "") -> None:
    """Write the graph of two tables, as those of ``nodes.parquet`` and ``edges.parquet`` are, into the folder.

    Args:
        nodes: sorted by IRI.
        edges: sorted by source, target and key.
        folder: is there.
        title: of the graph, where it has one.
    """
    graph = told.of_tables(nodes.column("id").to_pylist(), cells.properties(nodes), edges, title)
    (folder / NAME).write_text(explore.page_of(graph, colours=ontology.colour), encoding="utf-8", newline="\n")
