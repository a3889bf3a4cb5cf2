"""Connected components: in memory, by set operations on both engines, and by networkx."""

import itertools
import random
from pathlib import Path

import networkx as nx
import pytest

from kgraph.engines import Engine, components, open_engine, tables
from kgraph.engines.guarded import Limits
from kgraph.engines.plan import Plan
from tests.engines.runs import needs_duckdb, needs_spark


def graphs() -> dict[str, list[tuple[str, str]]]:
    chance = random.Random(5)
    names = [f"n{number:04}" for number in range(400)]
    chance.shuffle(names)
    return {
        "chain": list(itertools.pairwise(names)),
        "star": [("n0300", other) for other in names],
        "ring": list(zip(names[:50], [*names[1:50], names[0]], strict=True)),
        "sparse": [(chance.choice(names), chance.choice(names)) for _ in range(230)],
        "dense": [(chance.choice(names[:40]), chance.choice(names[:40])) for _ in range(500)],
    }


def by_networkx(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    graph = nx.Graph(edges)
    return sorted((node, min(part)) for part in nx.connected_components(graph) for node in part)


@pytest.mark.parametrize("name", graphs())
def test_memory_agrees_with_networkx(name: str) -> None:
    edges = graphs()[name]
    assert components.in_memory(edges) == by_networkx(edges)


def test_nothing_has_no_components() -> None:
    assert components.in_memory([]) == []


def labels(engine: Engine, edges: list[tuple[str, str]], folder: Path) -> tuple[list[tuple[str, str]], int]:
    plan = Plan(engine, folder, Limits(), lambda *_: None)
    plan.files["given"] = [tables.write(tables.of_rows("edges", edges), folder / "edges.parquet")]
    rounds = components.by_stars(plan, "given", "labels")
    return sorted(plan.rows("labels")), rounds


@needs_duckdb
@pytest.mark.parametrize("name", graphs())
def test_stars_agree_with_networkx(name: str, tmp_path: Path) -> None:
    edges = graphs()[name]
    engine = open_engine("local", 1, "500MB", tmp_path)
    try:
        found, rounds = labels(engine, edges, tmp_path)
    finally:
        engine.close()
    # A node whose only edge leads to itself has no edge to be found by.
    alone = {u for u, v in edges if u == v} - {end for u, v in edges if u != v for end in (u, v)}
    assert found == [pair for pair in by_networkx(edges) if pair[0] not in alone]
    assert rounds <= 12  # grows with the logarithm of the longest chain


@pytest.mark.long
@needs_spark
@pytest.mark.filterwarnings("ignore")  # PySpark warns of pandas, and leaves sockets to the collector
def test_spark_finds_the_same_labels(tmp_path: Path) -> None:
    engine = open_engine("spark:local[2]", 2, "500MB", tmp_path)
    try:
        for name in ("chain", "sparse"):
            (tmp_path / name).mkdir()
            edges = [(u, v) for u, v in graphs()[name] if u != v]
            assert labels(engine, edges, tmp_path / name)[0] == by_networkx(edges)
    finally:
        engine.close()
