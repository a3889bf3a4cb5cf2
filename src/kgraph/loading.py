"""The graph back from its exports."""

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq

from kgraph import folders
from kgraph.collector import no_cyclic_collection
from kgraph.errors import ExportError, MissingExportError
from kgraph.exporters import cells, parquet
from kgraph.graph import Graph


def load(folder: str | Path = "exports") -> Graph:
    """The graph that a build wrote, the same as the build returned.

    Args:
        folder: where ``kgraph build`` wrote its exports; the two Parquet files are read.

    Returns:
        A plain ``networkx.MultiDiGraph``. Node keys are IRIs, edge keys the predicates' IRIs.

    Raises:
        ExportError: if the folder holds no exports, or they cannot be read.
    """
    folder = Path(folder)
    folders.recover(folder)
    for name in parquet.NAME:
        if not (folder / name).is_file():
            raise MissingExportError(folder, name)
    try:
        nodes, edges = (parquet.read(folder / name) for name in parquet.NAME)
        about = json.loads(pq.read_metadata(folder / parquet.NODES).metadata[parquet.METADATA])
        with no_cyclic_collection():
            return graph_of(nodes, edges, about)
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError) as error:
        raise ExportError(f"the Parquet files in {folder} are broken or no exports of kgraph: {error}") from error


def graph_of(nodes: pa.Table, edges: pa.Table, about: dict[str, Any]) -> Graph:
    """The graph that the two tables hold."""
    iris = nodes.column("id").to_pylist()
    graph: Graph = nx.MultiDiGraph(
        base=about["base"],
        documents={path: {"sha256": sha256, "states": []} for path, sha256 in sorted(about["documents"].items())},
    )
    graph.add_nodes_from(iris)
    for name, (rows, values) in cells.properties(nodes).items():
        for row, value in zip(rows, values, strict=True):
            graph.nodes[iris[row]][name] = value
    for iri, paths in zip(iris, nodes.column("documents").to_pylist(), strict=True):
        for path in paths or ():
            graph.graph["documents"][path]["states"].append(iri)
    columns = [edges.column(name).to_pylist() for name in parquet.EDGE_SCHEMA.names]
    for source, target, key, label, confidence, support, claims in zip(*columns, strict=True):
        for claim in claims:
            if claim["startDate"] is None:
                del claim["startDate"]
        graph.add_edge(source, target, key, label=label, confidence=confidence, support=support, claims=claims)
    return graph
