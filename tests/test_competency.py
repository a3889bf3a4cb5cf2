"""The competency questions: the graph of the seeds gives exactly their answers."""

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.building import build
from kgraph.exporters import turtle

from .conftest import SHARED

QUESTIONS = sorted((SHARED / "competency").glob("*.rq"))


@pytest.fixture(scope="module")
def store(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    folder = tmp_path_factory.mktemp("competency")
    turtle.write(build([seeds])[0], folder)
    store = ox.Store()
    store.bulk_load(path=str(folder / turtle.NAME))
    return store


def cell(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


@pytest.mark.skipif(not QUESTIONS, reason=f"needs the competency questions of the shared folder, {SHARED}")
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_question(question: Path, store: ox.Store) -> None:
    query = question.read_text()
    with question.with_suffix(".csv").open(newline="") as file:
        header, *expected = csv.reader(file)
    answer = store.query(query)
    if isinstance(answer, ox.QueryBoolean):
        found = [[str(bool(answer)).lower()]]
    else:
        assert [variable.value for variable in answer.variables] == header
        found = [[value.value if value is not None else "" for value in row] for row in answer]
    rows, wanted = ([[cell(value) for value in row] for row in each] for each in (found, expected))
    if "ORDER BY" not in query:
        rows, wanted = sorted(rows, key=str), sorted(wanted, key=str)
    assert rows == wanted
