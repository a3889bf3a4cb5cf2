"""The graph as two polars data frames, with the columns of nodes.parquet and edges.parquet, and back."""

from typing import TYPE_CHECKING, Any, NamedTuple

from kgraph.errors import MissingExtraError
from kgraph.exporters import parquet
from kgraph.graph import Graph
from kgraph.loading import graph_of

if TYPE_CHECKING:
    import polars as pl


class Frames(NamedTuple):
    """A graph as two tables."""

    nodes: "pl.DataFrame"
    """A row for each node; ``id`` is its IRI."""
    edges: "pl.DataFrame"
    """A row for each edge: ``source``, ``target``, ``key``, ``label``, ``confidence``, ``support``, ``claims``."""
    about: dict[str, Any]
    """``base``, and the ``documents`` with their checksums."""


def write(graph: Graph) -> Frames:
    """The graph as data frames.

    Raises:
        MissingExtraError: if polars is not installed.
    """
    try:
        import polars  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("analysis", "polars") from error
    documents = {path: held["sha256"] for path, held in sorted(graph.graph.get("documents", {}).items())}
    about = {"base": graph.graph["base"], "documents": documents}
    nodes, edges = polars.DataFrame(parquet.nodes_table(graph)), polars.DataFrame(parquet.edges_table(graph))
    return Frames(nodes, edges, about)


def read(frames: Frames) -> Graph:
    """The graph that two data frames hold; rows may have been dropped, as long as no edge loses an end."""
    nodes = frames.nodes.to_arrow().cast(parquet.node_schema())
    edges = frames.edges.to_arrow().cast(parquet.EDGE_SCHEMA)
    return graph_of(nodes, edges, frames.about)
