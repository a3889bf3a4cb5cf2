"""A table is the same rows in every form."""

import builtins
import csv
import io
import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from kgraph import analysis
from kgraph.analysis import plots
from kgraph.analysis.table import Table
from kgraph.analysis.trends import Trend
from kgraph.errors import MissingExtraError

from .graphs import empty


class Row(NamedTuple):
    name: str
    count: int | None
    share: float
    value: Decimal
    day: date | None
    parts: tuple[str, ...]
    sure: bool


TREND = Trend("Acme", "Company", 1, 9, 9.0, 2.0, 40.0, 0.01, 0.01, "rising", "https://example.org/acme")
TABLE = Table(
    Row,
    [
        Row('a <b> & "c"', 3, 0.5, Decimal("1.5"), date(2020, 1, 2), ("x", "y"), True),
        Row("line\nbreak", None, float("inf"), Decimal("1260000000"), None, (), False),
    ],
)


def test_json_and_csv_hold_every_row():
    first, second = json.loads(TABLE.json())
    assert list(first.values()) == ['a <b> & "c"', 3, 0.5, 1.5, "2020-01-02", ["x", "y"], True]
    assert tuple(first) == TABLE.columns
    assert (second["count"], second["share"], second["value"], second["parts"]) == (None, None, 1260000000, [])
    rows = list(csv.DictReader(io.StringIO(TABLE.csv())))
    assert [row["name"] for row in rows] == ['a <b> & "c"', "line\nbreak"]
    assert rows[0]["parts"] == "x | y"


def test_data_frames_have_the_columns_and_their_types():
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    frame = TABLE.pandas()
    assert list(frame.columns) == list(TABLE.columns) == TABLE.polars().columns
    assert frame["count"].dtype == "Int64"
    assert frame.value.tolist() == TABLE.polars()["value"].to_list() == [1.5, 1.26e9]
    assert TABLE.polars()["day"].to_list() == [date(2020, 1, 2), None]
    assert TABLE.polars()["parts"].to_list() == [["x", "y"], []]


@pytest.mark.parametrize("make", [analysis.figures, analysis.statements, analysis.timeline, analysis.mesh_branches])
def test_an_empty_table_keeps_its_columns(make):
    pytest.importorskip("pandas")
    found = make(empty())
    assert len(found) == 0
    assert list(found.pandas().columns) == list(found.columns)
    assert found.csv().strip() == ",".join(found.columns)
    assert json.loads(found.json()) == []


def test_a_table_is_a_sequence():
    assert TABLE[0].name.startswith("a")
    assert len(TABLE[1:]) == 1
    assert isinstance(TABLE[1:], Table)
    assert TABLE.where(lambda row: row.sure) == TABLE[:1]
    assert "2 rows of Row" in repr(TABLE)


def test_a_notebook_shows_text_and_no_markup():
    shown = TABLE._repr_html_()
    assert "a &lt;b&gt; &amp;" in shown
    assert "1,260,000,000" in shown
    assert "3 more rows" in Table(Row, [TABLE[0]] * 23)._repr_html_()


@pytest.mark.parametrize("name", ["pandas", "polars", "matplotlib"])
def test_what_is_missing_is_named_with_its_extra(monkeypatch, name):
    real = builtins.__import__

    def absent(module, *rest, **more):
        if module.partition(".")[0] == name:
            raise ImportError(module)
        return real(module, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(MissingExtraError, match=rf"{name} is not installed: pip install 'kgraph\[analysis\]'"):
        plots.movers([TREND]) if name == "matplotlib" else getattr(TABLE, name)()


@pytest.mark.parametrize("name", ["kgraph", "kgraph.analysis"])
def test_importing_is_light(name):
    heavy = ("pandas", "polars", "matplotlib", "networkit", "spacy", *(["kgraph.analysis"] if name == "kgraph" else []))
    code = f"import sys, {name}; print([each for each in {heavy} if each in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
