"""``nodes.parquet`` and ``edges.parquet``: the graph as two typed tables, for DuckDB, Polars, pandas and Spark.

https://parquet.apache.org/docs/file-format/ ; every property of the ontology that is no edge has a column, whether
or not the graph uses it, so that a query written for one corpus runs on the next. ``docs/exports.md`` lists them. The
two files hold the whole graph: :func:`kgraph.load.load` reads it back.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kgraph import ontology, rdf
from kgraph.change import Change
from kgraph.errors import ExportError
from kgraph.graph import Graph
from kgraph.model import Iri

NODES = "nodes.parquet"
EDGES = "edges.parquet"
NAME = (NODES, EDGES)
METADATA = b"kgraph"
"""The key under which nodes.parquet keeps the base IRI and the documents' checksums, as JSON."""

_XSD = ontology.PREFIXES["xsd"]
# 38 digits is what every reader holds; twelve of them behind the point are finer than any figure in a text.
DECIMAL = pa.decimal128(38, 12)
MOMENT = pa.timestamp("us", tz="UTC")


@dataclass(frozen=True, slots=True)
class Column:
    """A property as a column of nodes.parquet."""

    name: str
    arrow: pa.DataType
    multiple: bool
    kinds: tuple[type, ...]
    """The Python types that the column holds without loss; what is of another goes to ``other``."""

    @property
    def field(self) -> pa.Field:
        """The column in the file's schema."""
        return pa.field(self.name, pa.list_(self.arrow) if self.multiple else self.arrow)

    @property
    def is_moment(self) -> bool:
        """Whether a second column says how precise the first is."""
        return bool(self.arrow == MOMENT)


_COLUMN_TYPES: dict[str, tuple[pa.DataType, tuple[type, ...]]] = {
    "boolean": (pa.bool_(), (bool,)),
    "integer": (pa.int64(), (int,)),
    "nonNegativeInteger": (pa.int64(), (int,)),
    "gYear": (pa.int32(), (int,)),
    "decimal": (DECIMAL, (Decimal, int)),
    "date": (pa.date32(), (date,)),
    "dateTime": (MOMENT, (datetime, date)),
}


@cache
def columns() -> tuple[Column, ...]:
    """The columns for the ontology's literal and link properties, by name."""
    found = []
    for name, each in sorted(ontology.load().properties.items()):
        if each.is_object or name == "label":
            continue
        ranges = [iri.removeprefix(_XSD) for iri in each.range]
        only = "dateTime" if "dateTime" in ranges else ranges[0] if len(ranges) == 1 else ""
        kind, kinds = _COLUMN_TYPES.get(only, (pa.string(), (str,)))
        found.append(Column(name, kind, each.multiple, kinds))
    return tuple(found)


OTHER = pa.list_(pa.struct([("property", pa.string()), ("value", pa.string()), ("datatype", pa.string())]))
CLAIM = pa.struct(
    [
        ("article", pa.string()),
        ("exact", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("confidence", pa.float64()),
        ("extractor", pa.string()),
        ("startDate", pa.string()),
    ]
)
EDGE_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("target", pa.string()),
        ("key", pa.string()),
        ("label", pa.string()),
        ("confidence", pa.float64()),
        ("support", pa.int64()),
        ("claims", pa.list_(CLAIM)),
    ]
)


@cache
def node_schema() -> pa.Schema:
    """The schema of nodes.parquet."""
    fields = [pa.field("id", pa.string()), pa.field("type", pa.string()), pa.field("label", pa.string())]
    for column in columns():
        fields.append(column.field)
        if column.is_moment:
            fields.append(pa.field(f"{column.name}_precision", pa.string()))
    fields += [pa.field("documents", pa.list_(pa.string())), pa.field("other", OTHER)]
    return pa.schema(fields)


def precision(moment: date) -> str:
    """How much of a moment is known: "day", "local" (a time without a zone) or "instant"."""
    if not isinstance(moment, datetime):
        return "day"
    return "local" if moment.tzinfo is None else "instant"


def _moment(value: date) -> datetime:
    """The moment in UTC that stands for the value in the column."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def _fits(value: Any, column: Column) -> bool:
    """Whether the column holds the value without loss."""
    if type(value) not in column.kinds:
        return False
    if type(value) is int and column.arrow != DECIMAL:
        bits = column.arrow.bit_width - 1
        return bool(-(2**bits) <= value < 2**bits)
    if isinstance(value, datetime):
        return rdf.instant(value)[-1] == "Z" or value.tzinfo is None
    if column.arrow == DECIMAL:
        _, digits, exponent = Decimal(rdf.plain(Decimal(value))).as_tuple()
        return isinstance(exponent, int) and exponent >= -12 and len(digits) + exponent <= 26
    return True


def nodes_table(graph: Graph, nodes: Iterable[Iri] | None = None, *, documents: bool = True) -> pa.Table:
    """The table of nodes, or of some, sorted by IRI; with the documents that describe them, unless nobody asks."""
    iris = sorted(graph.nodes if nodes is None else nodes)
    known = {column.name: column for column in columns()}
    cells: dict[str, dict[int, Any]] = {name: {} for name in node_schema().names}
    for row, iri in enumerate(iris):
        other = []
        for name, value in graph.nodes[iri].items():
            if name in {"type", "label"}:
                cells[name][row] = value
                continue
            column = known.get(name)
            if column is None:
                raise ExportError(f"{iri}: the attribute {name!r} stands for no literal property of the ontology")
            values = value if isinstance(value, list) else [value]
            if isinstance(value, list) == column.multiple and all(_fits(each, column) for each in values):
                if column.is_moment:
                    cells[f"{name}_precision"][row] = precision(value)
                    cells[name][row] = _moment(value)
                else:
                    cells[name][row] = value
            else:
                datatype = ontology.property(name).range_iri
                terms = [rdf.term(each, datatype) for each in values]
                other += [{"property": name, "value": text, "datatype": kind} for text, kind in terms]
        if other:
            cells["other"][row] = other
    cells["id"] = dict(enumerate(iris))
    rows = range(len(iris))
    arrays = [
        pa.array([held.get(row) for row in rows], field.type)
        if (held := cells[field.name])
        else pa.nulls(len(iris), field.type)
        for field in node_schema()
    ]
    if documents:
        arrays[node_schema().get_field_index("documents")] = _described_by(iris, graph)
    return pa.Table.from_arrays(arrays, schema=node_schema())


def _described_by(iris: list[Iri], graph: Graph) -> pa.Array:
    """The paths of the documents that describe each of some nodes, sorted; null where none does."""
    documents = sorted(graph.graph.get("documents", {}).items())
    stated = pa.array(list(chain.from_iterable(held["states"] for _, held in documents)), pa.string())
    paths = np.repeat(np.arange(len(documents)), [len(held["states"]) for _, held in documents])
    rows = np.asarray(pc.fill_null(pc.index_in(stated, value_set=pa.array(iris, pa.string())), -1))
    order = np.argsort(rows, kind="stable")
    order = order[np.count_nonzero(rows < 0) :]
    counts = np.bincount(rows[order], minlength=len(iris))
    told = pa.array([path for path, _ in documents], pa.string()).take(pa.array(paths[order]))
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int32())
    return pa.ListArray.from_arrays(offsets, told, mask=pa.array(counts == 0))


def edges_table(graph: Graph, nodes: Iterable[Iri] | None = None) -> pa.Table:
    """The table of edges, or of those that lead from some nodes, sorted by source, target and key."""
    ends: tuple[list[str], list[str], list[str]] = ([], [], [])
    held: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    offsets = [0]
    for source, target, key, data in rdf.edges(graph, nodes):
        if unknown := data.keys() - _OF_EDGES:
            raise ExportError(f"{source} {key}: an edge has no attribute {min(unknown)!r}")
        for column, end in zip(ends, (source, target, key), strict=True):
            column.append(end)
        held.append(data)
        claims += data.get("claims") or ()
        offsets.append(len(claims))
    # Column by column: four times faster than handing the dictionaries over.
    said = pa.StructArray.from_arrays(
        [pa.array([claim.get(field.name) for claim in claims], field.type) for field in CLAIM], fields=list(CLAIM)
    )
    attributes = [
        pa.array([data.get(name) for data in held], EDGE_SCHEMA.field(name).type)
        for name in ("label", "confidence", "support")
    ]
    arrays = [
        *(pa.array(column, pa.string()) for column in ends),
        *attributes,
        pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), said),
    ]
    return pa.Table.from_arrays(arrays, schema=EDGE_SCHEMA)


_OF_EDGES = frozenset({"label", "confidence", "support", "claims"})


def about(graph: Graph) -> dict[str, Any]:
    """What stands beside the table of nodes: the base IRI, and the documents' checksums."""
    documents = {path: document["sha256"] for path, document in sorted(graph.graph.get("documents", {}).items())}
    return {"base": graph.graph["base"], "documents": documents}


def write(graph: Graph, folder: Path) -> None:
    """Write the graph's two tables into the folder."""
    write_tables(nodes_table(graph), edges_table(graph), about(graph), folder)


def update(change: Change, former: "Former", folder: Path) -> bool:
    """Write the two tables as a change leaves the former ones."""
    tables = updated(change, former)
    if tables is not None:
        write_tables(*tables, about(change.graph), folder)
    return tables is not None


def read(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """A table from its file, or some columns of it.

    Not ``pyarrow.parquet.read_table``, which loads all that pyarrow needs for datasets of many files.

    Raises:
        OSError: if the file cannot be read.
        pyarrow.ArrowException: if it is none of Parquet.
        KeyError: if it lacks a column.
    """
    with pq.ParquetFile(path) as file:
        if missing := set(columns or ()) - set(file.schema_arrow.names):
            raise KeyError(min(missing))
        return file.read(columns=columns)


def write_tables(nodes: pa.Table, edges: pa.Table, beside: dict[str, Any], folder: Path) -> None:
    """Write two tables into the folder, with what :func:`about` gives."""
    with pq.ParquetWriter(folder / NODES, node_schema(), compression="zstd") as writer:
        writer.write_table(nodes)
        # Written beside the schema and not into it, where it would stand twice.
        writer.add_key_value_metadata({METADATA: json.dumps(beside, ensure_ascii=False).encode()})
    with pq.ParquetWriter(folder / EDGES, EDGE_SCHEMA, compression="zstd") as writer:
        writer.write_table(edges)


class Former:
    """The tables in a folder of exports, as a build finds them: read when they are first asked for, and once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def tables(self) -> tuple[pa.Table, pa.Table] | None:
        """Those of nodes and of edges; None where they cannot be read, or are not what is written now."""
        try:
            nodes, edges = (read(self.folder / name) for name in NAME)
        except (OSError, pa.ArrowException):
            return None
        return (nodes, edges) if nodes.schema == node_schema() and edges.schema == EDGE_SCHEMA else None


def updated(change: Change, former: Former) -> tuple[pa.Table, pa.Table] | None:
    """The tables of nodes and of edges as a change leaves the former ones; None where there are none."""
    if former.tables is None:
        return None
    nodes, edges = former.tables
    touched = change.told | change.gone
    described = _redescribed(nodes, change)
    rows = pc.index_in(nodes.column("id"), value_set=pa.array(sorted(described.keys() - touched), pa.string()))
    new = pa.concat_tables(
        [
            nodes_table(change.graph, change.told, documents=False),
            nodes.filter(rows.is_valid()).replace_schema_metadata(),
        ]
    )
    new = new.take(pc.sort_indices(new.column("id")))
    paths = pa.array([described[iri] or None for iri in new.column("id").to_pylist()], pa.list_(pa.string()))
    new = new.set_column(new.schema.get_field_index("documents"), "documents", paths)
    nodes = _replaced(nodes, "id", touched | set(new.column("id").to_pylist()), new)
    return nodes, _replaced(edges, "source", touched, edges_table(change.graph, change.told))


def _redescribed(former: pa.Table, change: Change) -> dict[Iri, list[str]]:
    """The paths of the documents that describe each node that is told, or of which other documents speak than before.

    Args:
        former: the table of nodes as it was.
        change: of the graph.
    """
    documents = change.graph.graph.get("documents", {})
    fresh = {path: documents[path]["states"] for path in change.documents & documents.keys()}
    described, ids = (former.column(name).combine_chunks() for name in ("documents", "id"))
    lost = pc.is_in(described.flatten(), value_set=pa.array(sorted(change.documents), pa.string()))
    left = ids.take(pc.list_parent_indices(described).filter(lost)).to_pylist()
    wanted = sorted({*left, *change.told, *chain.from_iterable(fresh.values())})
    rows = pc.index_in(pa.array(wanted, pa.string()), value_set=ids)
    found: dict[Iri, list[str]] = {}
    for iri, paths in zip(wanted, described.take(rows).to_pylist(), strict=True):
        found[iri] = [path for path in paths or () if path not in change.documents]
    new = {iri for iri, row in zip(wanted, rows.to_pylist(), strict=True) if row is None}
    # Of what was no node before, documents may have spoken all the same.
    others = ((path, held["states"]) for path, held in documents.items() if not new.isdisjoint(held["states"]))
    for path, states in chain(fresh.items(), others):
        for iri in found.keys() & states:
            if path not in found[iri]:
                found[iri].append(path)
    return {iri: sorted(paths) for iri, paths in found.items()}


def _replaced(former: pa.Table, owner: str, touched: Iterable[Iri], new: pa.Table) -> pa.Table:
    """A table sorted by owner without the rows of some owners, and with new ones of these."""
    former = former.replace_schema_metadata()
    names, bounds = _runs(former.column(owner))
    came, ends = _runs(new.column(owner))
    places = dict(zip(came, pairwise(ends), strict=True))
    parts, begin = [], 0
    for name in sorted(touched):
        at = bisect_left(names, name)
        parts.append(former.slice(begin, bounds[at] - begin))
        begin = bounds[at + (at < len(names) and names[at] == name)]
        if name in places:
            first, end = places[name]
            parts.append(new.slice(first, end - first))
    return pa.concat_tables([*parts, former.slice(begin)]).combine_chunks()


def _runs(column: pa.ChunkedArray) -> tuple[list[str], list[int]]:
    """The values of a sorted column, each once, and the bounds of their rows."""
    runs = pc.run_end_encode(column.combine_chunks(), pa.int64())
    return runs.values.to_pylist(), [0, *runs.run_ends.to_pylist()]


def count(file: Path) -> int:
    """How many rows a table has."""
    return int(pq.read_metadata(file).num_rows)


def tally(file: Path, column: str) -> dict[str, int]:
    """How many rows of a table have each value of a column, by value."""
    counted = read(file, columns=[column]).column(0).combine_chunks().value_counts()
    return dict(sorted(zip(*(counted.field(name).to_pylist() for name in ("values", "counts")), strict=True)))
