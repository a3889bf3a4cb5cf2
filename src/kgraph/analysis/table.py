"""Rows with named, typed columns, and the ways out of Python: Arrow, pandas, polars, CSV, JSON.

A view that is no network is a :class:`Table` of named tuples. It is a plain sequence, needs none of the data-frame
libraries, and becomes one of their frames in one call.
"""

import csv
import io
import json
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, get_args, get_origin, get_type_hints, overload

from kgraph.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

RowT = TypeVar("RowT", bound=NamedTuple)
_SHOWN = 20


class Table(Sequence[RowT], Generic[RowT]):
    """Rows of one kind, in an order that means something; a sequence of named tuples.

    Args:
        row: the named tuple that every row is; its fields are the columns, its annotations their types.
        rows: the rows themselves.
    """

    __slots__ = ("row", "rows")

    def __init__(self, row: type[RowT], rows: Iterable[RowT] = ()) -> None:
        self.row = row
        self.rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> "Table[RowT]": ...
    def __getitem__(self, index: int | slice) -> "RowT | Table[RowT]":
        """One row, or a table of some of them."""
        return Table(self.row, self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[RowT]:
        """The rows in their order."""
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        """Whether the columns and all rows are the same."""
        return isinstance(other, Table) and self.row is other.row and self.rows == other.rows

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self.rows)} rows of {self.row.__name__}({', '.join(self.columns)})>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.row._fields

    def where(self, holds: Callable[[RowT], bool]) -> "Table[RowT]":
        """The rows for which something holds, in the same order."""
        return Table(self.row, filter(holds, self.rows))

    def records(self) -> list[dict[str, Any]]:
        """Each row as a dictionary of what JSON knows: dates in ISO 8601, decimals and sizes as numbers."""
        return [{name: _plain(value) for name, value in zip(self.columns, row, strict=True)} for row in self.rows]

    def json(self) -> str:
        """The rows as a JSON array of objects."""
        return json.dumps(self.records(), ensure_ascii=False, indent=1, allow_nan=False)

    def csv(self) -> str:
        """The rows as CSV (RFC 4180) with a header; several values of one cell stand between " | "."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        for record in self.records():
            writer.writerow(
                " | ".join(map(str, value)) if isinstance(value, list) else value for value in record.values()
            )
        return out.getvalue()

    def arrow(self) -> "pa.Table":
        """The rows as an Arrow table; decimals become 64-bit floats."""
        import pyarrow as pa  # noqa: PLC0415 - a third of a second that a user of rows need not wait

        hints = get_type_hints(self.row)
        fields = [pa.field(name, _arrow(hints[name])) for name in self.columns]
        arrays = [
            pa.array(
                [_number(row[place]) if each.type == pa.float64() else _listed(row[place]) for row in self.rows],
                each.type,
            )
            for place, each in enumerate(fields)
        ]
        return pa.Table.from_arrays(arrays, schema=pa.schema(fields))

    def pandas(self) -> "pd.DataFrame":
        """The rows as a pandas data frame.

        Raises:
            MissingExtraError: if pandas is not installed.
        """
        try:
            import pandas  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError("analysis", "pandas") from error
        # A missing year must not turn the others into 2024.0.
        kinds: dict[str, Any] = {"int64": pandas.Int64Dtype()}
        frame: pd.DataFrame = self.arrow().to_pandas(types_mapper=lambda kind: kinds.get(str(kind)))
        return frame

    def polars(self) -> "pl.DataFrame":
        """The rows as a polars data frame.

        Raises:
            MissingExtraError: if polars is not installed.
        """
        try:
            import polars  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError("analysis", "polars") from error
        frame = polars.from_arrow(self.arrow())
        assert isinstance(frame, polars.DataFrame)  # noqa: S101 - from_arrow's type does not say it
        return frame

    def _repr_html_(self) -> str:
        """The first rows as an HTML table, which is how a notebook shows the value of a cell."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row) + "</tr>"
            for row in self.rows[:_SHOWN]
        )
        more = f"<p>… {len(self.rows) - _SHOWN:,} more rows</p>" if len(self.rows) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _plain(value: Any) -> Any:
    """A value that JSON knows; what is infinite has no number there and is absent."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value in {float("inf"), float("-inf")}:
        return None
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: Any) -> str:
    """A cell as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, float):
        return f"{value:,.4g}"
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def _arrow(annotation: Any) -> "pa.DataType":
    """The Arrow type of a column."""
    import pyarrow as pa  # noqa: PLC0415

    if isinstance(annotation, types.UnionType):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    if get_origin(annotation) is tuple:
        return pa.list_(_arrow(get_args(annotation)[0]))
    known = {
        str: pa.string(),
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
        Decimal: pa.float64(),
        date: pa.date32(),
    }
    return known[annotation]
