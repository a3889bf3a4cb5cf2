"""What is made from the graph as two tables: the tables themselves, and the page. They are made once for both."""

from pathlib import Path

import pyarrow as pa

from kgraph.change import Change
from kgraph.exporters import html, parquet
from kgraph.graph import Graph

NAME = (*parquet.NAME, html.NAME)


def write(graph: Graph, folder: Path) -> None:
    """Write the graph's two tables and its page into the folder."""
    _write(parquet.nodes_table(graph), parquet.edges_table(graph), graph, folder)


def update(change: Change, former: parquet.Former, folder: Path) -> bool:
    """Write the two tables as a change leaves the former ones, and their page."""
    tables = parquet.updated(change, former)
    if tables is not None:
        _write(*tables, change.graph, folder)
    return tables is not None


def _write(nodes: pa.Table, edges: pa.Table, graph: Graph, folder: Path) -> None:
    parquet.write_tables(nodes, edges, parquet.about(graph), folder)
    html.write_tables(nodes, edges, folder, str(graph.graph.get("title") or ""))
