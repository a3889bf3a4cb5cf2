"""What is worked out from a memory and from what changed is what a build of everything gives."""

import random
import shutil
from pathlib import Path

import pytest

from kgraph import building, updating
from kgraph.cache import Cache
from kgraph.change import Change
from kgraph.corpus import ForgottenError
from kgraph.errors import UsageError
from kgraph.given import look
from kgraph.graph import Graph
from kgraph.options import Options
from kgraph.updating import Memory
from tests.incremental.histories import STEPS, add

HISTORIES, LENGTH = 16, 6


def built(folder: Path, options: Options, cache: Cache) -> tuple[Graph, building.Report, Memory]:
    """A graph from nothing, and the memory of it."""
    given = look([folder])
    memory = Memory.of(given, options)
    graph, report = building.build([folder], options, None, cache, given, memory)
    return graph, report, Memory.unpack(memory.pack())


def applied(graph: Graph, change: Change) -> Graph:
    """A graph after a change."""
    made = graph.copy()
    made.remove_nodes_from(change.gone)
    for iri in change.told:
        if iri in made:
            made.remove_edges_from(list(made.out_edges(iri, keys=True)))
            made.nodes[iri].clear()
        made.add_node(iri, **change.graph.nodes[iri])
    made.add_edges_from(change.graph.edges(keys=True, data=True))
    made.graph = change.graph.graph
    return made


def told(graph: Graph) -> tuple[object, ...]:
    """All that a graph holds, in an order."""
    return (
        graph.graph,
        sorted((iri, sorted(held.items(), key=lambda each: each[0])) for iri, held in graph.nodes(data=True)),
        sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]),
    )


def sources_of(graph: Graph, ends: set[str]) -> set[str]:
    return {source for source, target in graph.edges() if target in ends}


@pytest.mark.parametrize("base", ["", "https://example.org/kg/"])
@pytest.mark.parametrize("part", range(4))
def test_a_change_leads_from_one_graph_to_the_next(tmp_path: Path, part: int, base: str) -> None:
    options = Options(model="rules", workers=0, **({"base": base} if base else {}))
    updates = 0
    with Cache(tmp_path / "cache.sqlite") as cache:
        for history in range(HISTORIES // 4):
            draw = random.Random(f"{part} {history}")
            folder = tmp_path / f"{history}"
            (folder / "deep").mkdir(parents=True)
            for _ in range(draw.randrange(1, 6)):
                add(folder, draw)
            try:
                graph, _, memory = built(folder, options, cache)
            except UsageError:
                continue
            for _ in range(LENGTH):
                STEPS[draw.choice(sorted(STEPS))](folder, draw)
                try:
                    expected, report, fresh = built(folder, options, cache)
                except UsageError:
                    break
                try:
                    given = look([folder])
                    change, found = updating.update(
                        memory, given, options, cache, lambda ends, graph=graph: sources_of(graph, ends)
                    )
                except ForgottenError:
                    graph, memory = expected, fresh
                    continue
                updates += 1
                assert told(applied(graph, change)) == told(expected)
                assert found == report
                assert memory.pack() == Memory.unpack(memory.pack()).pack()
                graph, memory = expected, Memory.unpack(memory.pack())
            shutil.rmtree(folder)
    assert updates > HISTORIES // 4 * LENGTH / 3, "mostly nothing was forgotten"
