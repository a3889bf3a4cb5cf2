"""What is made from the graph as two tables: the tables themselves, and the page. They are made once for both."""

from pathlib import Path

from kgraph.exporters import html, parquet
from kgraph.graph import Graph

NAME = (*parquet.NAME, html.NAME)


def write(graph: Graph, folder: Path) -> None:
    """Write the graph's two tables and its page into the folder."""
    nodes, edges = parquet.nodes_table(graph), parquet.edges_table(graph)
    parquet.write_tables(nodes, edges, parquet.about(graph), folder)
    html.write_tables(nodes, edges, folder, str(graph.graph.get("title") or ""))
