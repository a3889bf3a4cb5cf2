"""What came, went and changed between two builds: things and edges by their types, and the documents behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kgraph import ontology, rdf
from kgraph.change import Change as GraphChange
from kgraph.exporters import nquads, parquet
from kgraph.graph import Graph
from kgraph.model import Iri


class Change(NamedTuple):
    """One node or edge that is not what it was."""

    how: str
    """"came", "went" or "changed"."""
    what: str
    """"node" or "edge"."""
    type: str
    """Of a node its class, of an edge its predicate: local names."""
    subject: Iri
    object: Iri
    """"" for a node."""
    label: str
    """For people: the node's label, or the labels of both ends."""
    documents: tuple[str, ...]
    """Paths of the documents that caused it: those that came, went or changed and speak of it; else all that do."""


Summary = dict[str, dict[str, dict[str, int]]]
"""How many: ``{"came": {"node": {"Article": 3}, "edge": {"mentions": 17}}, "went": …}``."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Which nodes and edges a graph has, without what they hold."""

    nodes: Mapping[Iri, str]
    """The type of each."""
    edges: pa.Table
    """Their ``source``, ``target`` and ``key``, as texts: as objects of Python they would take ten times as long."""


def outline(folder: Path) -> Outline | None:
    """The outline of the exports in a folder; None where there are none that can be read."""
    try:
        nodes = parquet.read(folder / parquet.NODES, columns=_NODE)
        edges = parquet.read(folder / parquet.EDGES, columns=_ENDS)
    except (OSError, pa.ArrowException, KeyError):
        return None
    return _outline(nodes, edges)


def outline_of(graph: Graph, nodes: Iterable[Iri] | None = None) -> Outline:
    """The outline of a graph, or of some of its nodes with the edges that lead from them."""
    nodes = graph.nodes if nodes is None else sorted(nodes)
    ends: tuple[list[Iri], list[Iri], list[Iri]] = ([], [], [])
    for source in nodes:
        for target, keys in graph.adj[source].items():
            for key in keys:
                ends[0].append(source)
                ends[1].append(target)
                ends[2].append(key)
    columns = {name: pa.array(column, pa.string()) for name, column in zip(_ENDS, ends, strict=True)}
    return Outline({iri: graph.nodes[iri]["type"] for iri in nodes}, pa.table(columns))


def outlines_of(change: GraphChange, nodes: pa.Table, edges: pa.Table) -> tuple[Outline, Outline]:
    """The outlines of a former graph, as the tables of Parquet have it, and of what becomes of it by a change.

    What stays as it was is left out.
    """
    touched = change.told | change.gone
    old = _outline(_of(nodes.select(_NODE), "id", touched), _of(edges.select(_ENDS), "source", touched))
    return old, outline_of(change.graph, change.told)


def sources_of_edges(edges: pa.Table, ends: Iterable[Iri]) -> set[Iri]:
    """The nodes from which an edge leads to one of these."""
    return set(_of(edges.select(_ENDS), "target", ends).column("source").to_pylist())


def _of(rows: pa.Table, column: str, values: Iterable[Iri]) -> pa.Table:
    """The rows of a table that have one of some values."""
    return rows.filter(pc.is_in(rows.column(column), value_set=pa.array(sorted(values), pa.string())))


def _outline(nodes: pa.Table, edges: pa.Table) -> Outline:
    return Outline(dict(zip(*(nodes.column(name).to_pylist() for name in _NODE), strict=True)), edges)


_NODE, _ENDS = ["id", "type"], ["source", "target", "key"]


def summary(old: Outline, new: Outline) -> Summary:
    """How many nodes and edges of each type came and went."""
    edges = pa.concat_tables([old.edges.select(_ENDS), new.edges.select(_ENDS)])
    # Numbers instead of texts: one for each source, target and key, and then one for the three of them.
    encoded = [edges.column(name).combine_chunks().dictionary_encode() for name in _ENDS]
    sources, targets, keys = (np.asarray(each.indices, dtype=np.int64) for each in encoded)
    codes = (sources * len(encoded[1].dictionary) + targets) * len(encoded[2].dictionary) + keys
    before, after = codes[: len(old.edges)], codes[len(old.edges) :]
    types = [ontology.local_name(key) for key in encoded[2].dictionary.to_pylist()]
    found: Summary = {}
    for how, one, other, mine, theirs in (("came", new, old, after, before), ("went", old, new, before, after)):
        nodes = Counter(one.nodes[iri] for iri in one.nodes.keys() - other.nodes.keys())
        alone = Counter(types[code % len(types)] for code in np.setdiff1d(mine, theirs).tolist())
        found[how] = {"node": dict(sorted(nodes.items())), "edge": dict(sorted(alone.items()))}
    return found


def count(changes: Iterable[Change]) -> Summary:
    """How many changes there are of each kind."""
    found: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for each in changes:
        found[each.how][each.what][each.type] += 1
    return {
        how: {what: dict(sorted(counted.items())) for what, counted in sorted(by.items())} for how, by in found.items()
    }


def compare(old: Graph, new: Graph) -> list[Change]:
    """Every difference between two graphs: what came, then what went, then what changed, each in the order of IRIs."""
    touched = documents_between(old, new)
    told = {id(graph): _tellers(graph, touched) for graph in (old, new)}
    changes = []
    for how, one, other in (("came", new, old), ("went", old, new)):
        speaks, names = told[id(one)], _labels(one)
        for iri in sorted(set(one) - set(other)):
            held = one.nodes[iri]
            changes.append(Change(how, "node", held["type"], iri, "", held["label"], speaks(iri, one)))
        gone = sorted(set(one.edges(keys=True)) - set(other.edges(keys=True)))
        changes += [_edge_change(how, one, ends, names, speaks) for ends in gone]
    speaks, names = told[id(new)], _labels(new)
    for iri in sorted(set(new) & set(old)):
        if new.nodes[iri] != old.nodes[iri]:
            held = new.nodes[iri]
            changes.append(Change("changed", "node", held["type"], iri, "", held["label"], speaks(iri, new)))
    for ends in sorted(set(new.edges(keys=True)) & set(old.edges(keys=True))):
        if new.edges[ends] != old.edges[ends]:
            documents = {*_edge_change("", new, ends, names, speaks).documents}
            documents |= {*_edge_change("", old, ends, names, told[id(old)]).documents}
            caused = tuple(sorted(documents & touched or documents))
            changes.append(_edge_change("changed", new, ends, names, speaks)._replace(documents=caused))
    return changes


def documents_between(old: Graph, new: Graph) -> set[str]:
    """Paths of the documents that are not the same in both."""
    one, other = (
        {path: held["sha256"] for path, held in graph.graph.get("documents", {}).items()} for graph in (old, new)
    )
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def patch(old: Graph, new: Graph) -> Iterator[str]:
    """The lines that lead from the N-Quads of one graph to those of the other.

    ``D`` stands before what is to be deleted and ``A`` before what is to be added, as in Apache Jena's RDF Patch
    (https://jena.apache.org/documentation/rdf-patch/).
    """
    one, other = (
        # Not splitlines: a literal may hold other ends of lines than those of the format.
        {line for text in chain(nquads.lines(rdf.descriptions(g)), nquads.documents(g)) for line in text.split("\n")}
        for g in (old, new)
    )
    yield "TX ."
    yield from (f"D {line}" for line in sorted(one - other))
    yield from (f"A {line}" for line in sorted(other - one))
    yield "TC ."


def _labels(graph: Graph) -> Mapping[Iri, str]:
    return {iri: held["label"] for iri, held in graph.nodes(data=True)}


def _edge_change(how: str, graph: Graph, ends: tuple[Iri, Iri, Iri], names: Mapping[Iri, str], speaks: Any) -> Change:
    source, target, _ = ends
    held = graph.edges[ends]
    articles = sorted({claim["article"] for claim in held["claims"]}) or [source]
    documents = tuple(sorted({path for article in articles for path in speaks(article, graph)}))
    return Change(how, "edge", held["label"], source, target, f"{names[source]} → {names[target]}", documents)


def _tellers(graph: Graph, touched: set[str]) -> Any:
    """A function that gives the documents which speak of a node: describe it, or what leads to it."""
    described: defaultdict[Iri, list[str]] = defaultdict(list)
    for path, held in graph.graph.get("documents", {}).items():
        for iri in held["states"]:
            described[iri].append(path)

    def speaks(iri: Iri, within: Graph) -> tuple[str, ...]:
        paths = set(described.get(iri, ()))
        if not paths:
            for neighbour in {*within.predecessors(iri), *within.successors(iri)}:
                paths.update(described.get(neighbour, ()))
        seen = ring = {iri}
        while not paths and ring:  # a broader concept is there because of what is below it, and that of an article
            ring = {each for last in ring for each in within.predecessors(last)} - seen
            seen = seen | ring
            paths.update(path for each in ring for path in described.get(each, ()))
        return tuple(sorted(paths & touched or paths))

    return speaks
