"""The graph as two pandas data frames, with the columns of nodes.parquet and edges.parquet, and back."""

from typing import TYPE_CHECKING, Any, NamedTuple

from kgraph.errors import MissingExtraError
from kgraph.exporters import parquet
from kgraph.graph import Graph
from kgraph.loading import graph_of

if TYPE_CHECKING:
    import pandas as pd


class Frames(NamedTuple):
    """A graph as two tables."""

    nodes: "pd.DataFrame"
    """A row for each node; ``id`` is its IRI. The columns are of Arrow types, so that nothing is lost."""
    edges: "pd.DataFrame"
    """A row for each edge: ``source``, ``target``, ``key``, ``label``, ``confidence``, ``support``, ``claims``."""
    about: dict[str, Any]
    """``base``, and the ``documents`` with their checksums."""


def write(graph: Graph) -> Frames:
    """The graph as data frames.

    Raises:
        MissingExtraError: if pandas is not installed.
    """
    try:
        import pandas  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("analysis", "pandas") from error
    nodes, edges = parquet.nodes_table(graph), parquet.edges_table(graph)
    documents = {path: held["sha256"] for path, held in sorted(graph.graph.get("documents", {}).items())}
    about = {"base": graph.graph["base"], "documents": documents}
    kinds = pandas.ArrowDtype
    return Frames(nodes.to_pandas(types_mapper=kinds), edges.to_pandas(types_mapper=kinds), about)


def read(frames: Frames) -> Graph:
    """The graph that two data frames hold; rows may have been dropped, as long as no edge loses an end."""
    import pyarrow as pa  # noqa: PLC0415

    nodes = pa.Table.from_pandas(frames.nodes, schema=parquet.node_schema(), preserve_index=False)
    edges = pa.Table.from_pandas(frames.edges, schema=parquet.EDGE_SCHEMA, preserve_index=False)
    return graph_of(nodes, edges, frames.about)
