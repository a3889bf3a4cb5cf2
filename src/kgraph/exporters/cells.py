"""What the cells of ``nodes.parquet`` stand for: the way back from :func:`kgraph.exporters.parquet.nodes_table`."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from kgraph import ontology, rdf
from kgraph.exporters import parquet

Property: TypeAlias = "tuple[list[int], list[Any]]"
"""The rows of the nodes that have a property, and its values."""


def properties(nodes: pa.Table) -> dict[str, Property]:
    """What the nodes hold, property by property: type and label first."""
    found = {name: _filled(nodes.column(name)) for name in ("type", "label")}
    for column in parquet.columns():
        cells = nodes.column(column.name)
        if cells.null_count == len(cells):
            continue
        rows, values = _filled(cells)
        if column.is_moment:
            precise = nodes.column(f"{column.name}_precision").drop_null().to_pylist()
            values = [_as_written(*each) for each in zip(values, precise, strict=True)]
        elif column.arrow == parquet.DECIMAL:
            values = [_shortened(each) for each in values]
        found[column.name] = rows, values
    for name, row, others in _others(nodes.column("other")):
        rows, values = found.setdefault(name, ([], []))
        rows.append(row)
        values.append(others if ontology.property(name).multiple else others[-1])
    return found


def _filled(cells: pa.ChunkedArray) -> Property:
    return np.flatnonzero(cells.is_valid()).tolist(), cells.drop_null().to_pylist()


def _others(cells: pa.ChunkedArray) -> Iterator[tuple[str, int, list[Any]]]:
    """The values that did not fit their columns: the property, the row, and the values of both."""
    for row, others in zip(*_filled(cells), strict=True):
        held: dict[str, list[Any]] = {}
        for each in others:
            held.setdefault(each["property"], []).append(rdf.value((each["value"], each["datatype"])))
        for name, values in held.items():
            yield name, row, values


def _as_written(moment: datetime, precision: str) -> date:
    """A moment as it was before it went into a column of instants."""
    if precision == "day":
        return moment.date()
    return moment.replace(tzinfo=None) if precision == "local" else moment.astimezone(UTC)


def _shortened(number: Decimal | Iterable[Decimal]) -> Decimal | list[Decimal]:
    """Decimals without the zeros that their column adds."""
    if isinstance(number, Decimal):
        return Decimal(rdf.plain(number))
    return [Decimal(rdf.plain(each)) for each in number]
