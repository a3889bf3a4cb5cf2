"""The tables that tasks write and set operations read: names, columns, and rows to Parquet, whole or not at all."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

Tables: TypeAlias = Mapping[str, Iterable[tuple[Any, ...]]]
"""What a task gives: by the table's name, rows in the order of its columns."""
Row: TypeAlias = dict[str, Any]

_KINDS = ("company", "organization", "person", "place", "product", "market", "nothing")
_STATEMENT = "subject predicate object begins:int ends:int exact confidence:float extractor start_date"
_PAIR = "rule:int kind a b detail"
_COLUMNS = {
    # what files say
    "described": "subject path own:int digest",
    "descriptions": "digest packed:bytes",
    "aliases": "alias subject",
    "accounts": "path sha256",
    "problems": "path place reason",
    "keys": "key occurrences:int example",
    # each thing once
    "own_values": "subject predicate value place:int",
    "votes": "subject predicate value votes:int",
    "texts": "article words headline abstract body",
    "settled": "subject predicate value",
    # what words say
    "mentions": "words place:int name stands_for key types",
    "evidence": "key mentions:int " + " ".join(f"total_{kind}:int most_{kind}:int" for kind in _KINDS),
    "said": "words packed:bytes",
    "tagged": f"words {_STATEMENT}",
    "used_concepts": "concept",
    "story_keys": "words key",
    "figured": "words packed:bytes",
    "figure_names": "key",
    # names to things
    "places": "words place:int key kind confidence:float name is_short:int stands_for",
    "known": "iri kind name key alternatives",
    "nodes": "key kind",
    "cuts": "maker rest key tells:int times:int",
    "heads": "head key",
    "spelt": "key kind letters numbers",
    "compared": "key kind opening length:int numbers",
    "other_names": "kind a b",
    "listed": _PAIR,
    "decided": _PAIR,
    "alike": _PAIR,
    "doubts": "a b kind similarity:float",
    "members": "key kind root iri",
    "things_made": "iri kind name alternatives confidence:float is_new:int first",
    "spellings": "key kind rank:int first iri",
    "merges": "a b kind reason",
    "things": "iri kind is_new:int",
    "thing_facts": "subject predicate value",
    "maker_names": "iri turn:int key fallback",
    "claims": f"words {_STATEMENT}",
    "figure_facts": "subject predicate value",
    "stories": "article story",
    # what the driver gives
    "files": "path location",
    "canonical": "alias target",
    "decided_names": "key",
    "edges": "u v",
    "labels": "node label",
    "name_labels": "node label",
    "given_facts": "origin:int subject predicate value",
    # the outputs
    "graph_claims": "source key target article exact start:int end:int confidence:float extractor startDate",
    "graph_statements": "subject predicate object datatype graph",
    "document_statements": "subject predicate object datatype graph",
    "extractor_statements": "subject predicate object datatype graph",
    "graph_extractors": "name",
}
_TYPES = {"": pa.string(), "int": pa.int64(), "float": pa.float64(), "bytes": pa.binary()}
SCHEMAS = {
    name: pa.schema([(column, _TYPES[kind]) for column, _, kind in (each.partition(":") for each in columns.split())])
    for name, columns in _COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class Split:
    """What a task is given at once: rows of the first input, and the whole of the others."""

    number: int
    inputs: Mapping[str, tuple[str, ...]]
    """Parquet files by the name of the input."""
    start: int = 0
    stop: int | None = None
    """Rows of the first input; None for all."""


def of_rows(name: str, rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    """Rows as a table of that name."""
    schema = SCHEMAS[name]
    columns: list[Sequence[Any]] = [*zip(*rows, strict=True)] or [() for _ in schema]
    return pa.Table.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def write(table: pa.Table, file: Path) -> str:
    """Write a table under a temporary name, and give it its own in one step: a second attempt does no harm."""
    file.parent.mkdir(parents=True, exist_ok=True)
    staged = file.with_name(f".{file.name}.{os.getpid()}")
    pq.write_table(table, staged, compression="zstd")
    staged.replace(file)
    return str(file)


def read(files: Sequence[str], columns: Sequence[str] | None = None) -> list[Row]:
    """All rows of some files."""
    found: list[Row] = []
    for file in files:
        found += pq.ParquetFile(file).read(columns=columns).to_pylist()
    return found


def count(files: Iterable[str]) -> int:
    """How many rows some files have, by their footers."""
    return sum(pq.read_metadata(file).num_rows for file in files)


def has_rows(file: str) -> bool:
    """Whether a file has any row."""
    return count([file]) > 0


def between(files: Sequence[str], start: int, stop: int | None) -> Iterator[Row]:
    """The rows of some files, one after the other, from ``start`` to before ``stop``."""
    at = 0
    for file in files:
        parquet = pq.ParquetFile(file)
        rows = parquet.metadata.num_rows
        if at + rows > start and (stop is None or at < stop):
            table = parquet.read().slice(max(0, start - at), None if stop is None else stop - max(start, at))
            yield from table.to_pylist()
        at += rows
