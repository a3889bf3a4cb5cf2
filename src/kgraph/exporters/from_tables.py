"""The graph back from its two tables, as :mod:`.parquet` writes them."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq

from kgraph import ontology, rdf
from kgraph.collector import no_cyclic_collection
from kgraph.exporters import parquet
from kgraph.graph import Graph
from kgraph.model import Value


def read(folder: Path) -> Graph:
    """The graph whose two tables stand in a folder.

    Raises:
        ArrowException, OSError, KeyError, TypeError, ValueError: if they are broken.
    """
    nodes, edges = (pq.read_table(folder / name) for name in parquet.NAME)
    about = json.loads(pq.read_metadata(folder / parquet.NODES).metadata[parquet.METADATA])
    with no_cyclic_collection():
        return graph_of(nodes, edges, about)


def graph_of(nodes: pa.Table, edges: pa.Table, about: dict[str, Any]) -> Graph:
    """The graph that the two tables hold."""
    iris = nodes.column("id").to_pylist()
    graph: Graph = nx.MultiDiGraph(
        base=about["base"],
        documents={path: {"sha256": sha256, "states": []} for path, sha256 in sorted(about["documents"].items())},
    )
    graph.add_nodes_from(zip(iris, _attributes(nodes), strict=True))
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


def _attributes(nodes: pa.Table) -> list[dict[str, Any]]:
    """What each node holds, in the order of the rows."""
    rows: list[dict[str, Any]] = [{} for _ in range(len(nodes))]
    for name in ("type", "label"):
        _fill(rows, name, nodes.column(name))
    for column in parquet.columns():
        cells = nodes.column(column.name)
        if cells.null_count == len(rows):
            continue
        _fill(rows, column.name, cells)
        if column.is_moment:
            for row, precise in zip(rows, nodes.column(f"{column.name}_precision").to_pylist(), strict=True):
                if precise is not None:
                    row[column.name] = _as_written(row[column.name], precise)
        elif column.arrow == parquet.DECIMAL:
            for row in rows:
                if column.name in row:
                    row[column.name] = _shortened(row[column.name])
    for row, others in zip(rows, nodes.column("other").to_pylist(), strict=True):
        for each in others or ():
            _add_other(row, each["property"], rdf.value((each["value"], each["datatype"])))
    return rows


def _fill(rows: list[dict[str, Any]], name: str, cells: pa.ChunkedArray) -> None:
    for row, value in zip(rows, cells.to_pylist(), strict=True):
        if value is not None:
            row[name] = value


def _as_written(moment: datetime, precision: str) -> date:
    """A moment as it was before it went into a column of instants."""
    if precision == "day":
        return moment.date()
    return moment.replace(tzinfo=None) if precision == "local" else moment.astimezone(UTC)


def _shortened(number: Decimal | list[Decimal]) -> Decimal | list[Decimal]:
    """Decimals without the zeros that their column adds."""
    if isinstance(number, list):
        return [Decimal(rdf.plain(each)) for each in number]
    return Decimal(rdf.plain(number))


def _add_other(row: dict[str, Any], name: str, value: Value) -> None:
    """Put back a value that did not fit its column."""
    if ontology.property(name).multiple:
        row.setdefault(name, []).append(value)
    else:
        row[name] = value
