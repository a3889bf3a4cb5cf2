"""What a page is made from: a graph by columns, read from networkx or from two Arrow tables.

Tables are read without a look at single edges. A networkx graph may be any: what is no number, no text or no date is
let in as far as a page can show it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Ints: TypeAlias = "NDArray[np.int64]"
Floats: TypeAlias = "NDArray[np.float64]"
Property: TypeAlias = "tuple[Sequence[int], Sequence[Any]]"
"""The rows of the nodes that have a property, and its values."""
_LARGEST = 2**53
"""Integers above it are not the same in every reader of JSON."""


@dataclass(frozen=True, slots=True)
class Names:
    """Texts that recur: each row's number among the different ones, which are sorted."""

    code: Ints
    values: list[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Names:
        """The names that stand in a list."""
        values = sorted(set(texts))
        at = {text: code for code, text in enumerate(values)}
        return cls(np.array([at[text] for text in texts], dtype=np.int64), values)

    @classmethod
    def of_column(cls, column: pa.ChunkedArray) -> Names:
        """The names that stand in a column of a table; where there is none, the empty one."""
        column = pc.fill_null(column, "")
        values = pc.unique(column)
        values = values.take(pc.sort_indices(values))
        return cls(_rows(column, values), values.to_pylist())


@dataclass(frozen=True, slots=True)
class Claims:
    """Who says what an edge says, in which words: a row for each."""

    edge: Ints
    """The row of the edge."""
    article: Names
    exact: Names
    start: Ints
    end: Ints
    confidence: Ints
    """Per cent."""
    extractor: Names
    started: list[Any]
    """When it began, as a JSON value; None where nobody says."""


@dataclass(frozen=True, slots=True)
class Told:
    """A graph by columns."""

    title: str
    nodes: list[str]
    """IRIs, sorted: a node's row is its place here."""
    properties: Mapping[str, Property]
    """What nodes hold, their types and labels included."""
    source: Ints
    target: Ints
    key: Names
    """The predicates' IRIs."""
    labels: list[str]
    """The name of each key."""
    confidence: Ints
    """Per cent."""
    support: Ints
    claims: Claims


def of_graph(graph: nx.MultiDiGraph[str]) -> Told:
    """The columns of ``graph``, which is only read."""
    by_name = {str(node): node for node in graph}
    names = sorted(by_name)
    row = {name: number for number, name in enumerate(names)}
    properties: dict[str, tuple[list[int], list[Any]]] = {}
    for number, name in enumerate(names):
        for attribute, value in graph.nodes[by_name[name]].items():
            rows, values = properties.setdefault(str(attribute), ([], []))
            rows.append(number)
            values.append(_in_utc(value))
    source: list[int] = []
    target: list[int] = []
    keys: list[str] = []
    held: list[Mapping[str, Any]] = []
    for here, targets in graph.adjacency():
        for there, parallel in targets.items():
            for predicate, data in parallel.items():
                source.append(row[str(here)])
                target.append(row[str(there)])
                keys.append(str(predicate))
                held.append(data)
    key = Names.of(keys)
    labels: dict[str, str] = {}
    for name, data in zip(keys, held, strict=True):
        found = edge_label(name, data)
        labels[name] = min(found, labels.get(name, found))
    return Told(
        title=str(graph.graph.get("title") or ""),
        nodes=names,
        properties=properties,
        source=np.array(source, dtype=np.int64),
        target=np.array(target, dtype=np.int64),
        key=key,
        labels=[labels[name] for name in key.values],
        confidence=_per_cent(data.get("confidence", 1) for data in held),
        support=_counts(data.get("support", 0) for data in held),
        claims=_claims(held),
    )


def _claims(edges: list[Mapping[str, Any]]) -> Claims:
    said = [
        (row, claim)
        for row, data in enumerate(edges)
        for claim in data.get("claims") or ()
        if isinstance(claim, Mapping)
    ]
    claims = [claim for _, claim in said]
    article, exact, extractor = (
        Names.of([str(claim.get(name) or "") for claim in claims]) for name in ("article", "exact", "extractor")
    )
    return Claims(
        edge=np.array([row for row, _ in said], dtype=np.int64),
        article=article,
        exact=exact,
        start=_counts(claim.get("start") for claim in claims),
        end=_counts(claim.get("end") for claim in claims),
        confidence=_per_cent(claim.get("confidence", 1) for claim in claims),
        extractor=extractor,
        started=[plain(claim.get("startDate")) for claim in claims],
    )


def of_tables(nodes: Sequence[str], properties: Mapping[str, Property], edges: pa.Table, title: str = "") -> Told:
    """The columns of the graph that two tables hold.

    Args:
        nodes: IRIs, sorted.
        properties: what the nodes hold, types and labels included.
        edges: with the columns ``source``, ``target``, ``key``, ``label``, ``confidence``, ``support`` and ``claims``,
            a list of structures.
        title: of the graph, where it has one.
    """
    iris = pa.array(nodes, pa.string())
    source, target = (_rows(edges.column(name), iris) for name in ("source", "target"))
    key = Names.of_column(edges.column("key"))
    _, first = np.unique(key.code, return_index=True)
    labels = edges.column("label").take(pa.array(first)).to_pylist()
    said = edges.column("claims")
    count = pc.fill_null(pc.list_value_length(said), 0).to_numpy()
    claims = pc.list_flatten(said)
    article, exact, extractor = (
        Names.of_column(pc.struct_field(claims, name)) for name in ("article", "exact", "extractor")
    )
    return Told(
        title=title,
        nodes=list(nodes),
        properties=properties,
        source=source,
        target=target,
        key=key,
        labels=[edge_label(name, {"label": label}) for name, label in zip(key.values, labels, strict=True)],
        confidence=_hundredths(pc.fill_null(edges.column("confidence"), 1.0).to_numpy()),
        support=_whole(edges.column("support")),
        claims=Claims(
            edge=np.repeat(np.arange(len(count)), count),
            article=article,
            exact=exact,
            start=_whole(pc.struct_field(claims, "start")),
            end=_whole(pc.struct_field(claims, "end")),
            confidence=_hundredths(pc.fill_null(pc.struct_field(claims, "confidence"), 1.0).to_numpy()),
            extractor=extractor,
            started=pc.struct_field(claims, "startDate").to_pylist(),
        ),
    )


def _rows(column: pa.ChunkedArray, values: pa.Array) -> Ints:
    """Where each cell of a column stands among different values."""
    return np.asarray(pc.index_in(column, value_set=values).to_numpy(), dtype=np.int64)


def _whole(column: pa.ChunkedArray) -> Ints:
    return np.clip(np.asarray(pc.fill_null(column, 0).to_numpy(), dtype=np.int64), 0, _LARGEST)


def _hundredths(shares: Floats) -> Ints:
    """Shares in per cent; what is no share is whole."""
    return np.asarray(np.rint(np.clip(np.where(np.isfinite(shares), shares, 1.0) * 100, 0, 100)), dtype=np.int64)


def _per_cent(values: Iterable[object]) -> Ints:
    def share(value: object) -> float:
        try:
            return float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            return 1.0

    return _hundredths(np.array([share(value) for value in values], dtype=np.float64))


def _in_utc(value: Any) -> Any:
    """A moment as the tables hold it."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        with suppress(OverflowError):  # the first or last day that Python knows: its own offset stays
            return value.astimezone(UTC)
    return value


def _counts(values: Iterable[object]) -> Ints:
    counts = [min(value, _LARGEST) if isinstance(value, int) and value >= 0 else 0 for value in values]
    return np.array(counts, dtype=np.int64)


def edge_label(key: str, attributes: Mapping[str, Any]) -> str:
    """Return the name of an edge: its label, or the last part of its predicate's IRI."""
    name = attributes.get("label")
    return str(name) if name else key.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def plain(value: object) -> Any:
    """Return ``value`` as a JSON value: dates in ISO 8601, decimals as numbers, what is not finite as text."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int):
        return value if abs(value) < _LARGEST else str(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            return str(value)
        return plain(int(value)) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(v) for v in value), key=str)
    return str(value)
