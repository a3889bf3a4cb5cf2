"""Ways in arrays are those that networkx finds one by one."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kgraph.explore.neighbours import Neighbours

PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


def of(pairs: list[tuple[int, int]], n: int = 12) -> Neighbours:
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Neighbours.of(n, ends[:, 0], ends[:, 1])


@given(PAIRS)
def test_neighbours_count_both_ways_and_once(pairs: list[tuple[int, int]]) -> None:
    graph, near = nx.Graph(pairs), of(pairs)
    graph.add_nodes_from(range(12))
    assert [near.around(node) for node in range(12)] == [sorted(graph[node]) for node in range(12)]
    assert near.degree.tolist() == [len(graph[node]) for node in range(12)]


@given(PAIRS, st.integers(0, 11))
def test_ways_are_the_shortest_ones(pairs: list[tuple[int, int]], start: int) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(12))
    before, far = of(pairs).ways(start), nx.single_source_shortest_path_length(graph, start)
    assert set(np.flatnonzero(before >= 0).tolist()) == set(far)
    for node in far:
        assert node == before[node] == start or far[int(before[node])] == far[node] - 1
        assert node == start or int(before[node]) in graph[node]


def test_of_equally_short_ways_the_one_of_small_numbers_is_taken() -> None:
    near = of([(0, 5), (0, 3), (3, 9), (5, 9), (9, 1), (4, 4)])
    assert near.ways(0)[9] == 3
    assert near.ways(0)[4] == -1, "nothing leads there"


def test_there_may_be_nothing() -> None:
    assert of([], 0).degree.tolist() == []
