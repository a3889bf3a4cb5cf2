"""The competency questions have the same answers from rdflib, from pyoxigraph and over HTTP."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from kgraph import writing
from kgraph.building import build
from tests.conftest import SHARED
from tests.serve.serving import Server, serving

QUESTIONS = sorted((SHARED / "competency").glob("*.rq"))
pytestmark = pytest.mark.skipif(not QUESTIONS, reason=f"needs the competency questions of the shared folder, {SHARED}")


@pytest.fixture(scope="module")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("competency")
    writing.write(build([seeds])[0], folder)
    return folder


@pytest.fixture(scope="module")
def http(built: Path) -> Iterator[Server]:
    with serving(built, "--timeout", "120") as server:
        yield server


@pytest.fixture(scope="module")
def store(built: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(built / "graph.ttl"))
    return store


@pytest.fixture(scope="module")
def graph(built: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(built / "graph.ttl")


def cell(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def table(text: str, ordered: bool) -> list[list[object]]:
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    cells = [[cell(value) for value in row] for row in rows]
    return [list(head), *(cells if ordered else sorted(cells, key=str))]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_three_engines_give_the_answer(question: Path, http: Server, store: ox.Store, graph: rdflib.Graph) -> None:
    query = question.read_text(encoding="utf-8")
    ordered = "ORDER BY" in query
    expected = table(question.with_suffix(".csv").read_text(encoding="utf-8"), ordered)
    ours = store.query(query)
    if isinstance(ours, ox.QueryBoolean):
        answer = httpx.post(http.url + "/sparql", data={"query": query}, timeout=130).json()["boolean"]
        theirs = graph.query(query).askAnswer
        for each in (bool(ours), answer, theirs):
            assert table(f"result\n{str(each).lower()}", ordered) == expected
        return
    answer = httpx.post(http.url + "/sparql", data={"query": query}, headers={"Accept": "text/csv"}, timeout=130)
    assert answer.status_code == 200
    assert table(answer.text, ordered) == expected
    assert table((ours.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode(), ordered) == expected
    assert table(graph.query(query).serialize(format="csv").decode(), ordered) == expected
