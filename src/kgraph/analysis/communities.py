"""Who belongs together: communities with the names that tell what each is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import networkx as nx
import numpy as np

from kgraph.analysis.arrays import Arrays, Engine, arrays, chosen, networkit_graph, numbered, symmetric
from kgraph.analysis.table import Table
from kgraph.analysis.telling import Telling
from kgraph.graph import Graph
from kgraph.model import Iri

_NAMES = 5
_IN_LABEL = 3
_LARGE = 40_000  # ends of edges; below it loading networkit takes longer than the work


@dataclass(frozen=True, slots=True)
class Partition:
    """The nodes of a graph, each in one community."""

    communities: tuple[tuple[Iri, ...], ...]
    """Largest first; the members of each sorted."""
    modularity: float
    method: str
    """Which algorithm, engine and seed found it."""


def partition(
    graph: "nx.Graph[str]",
    *,
    method: Literal["louvain", "leiden"] = "louvain",
    weight: str | None = "weight",
    resolution: float = 1.0,
    seed: int = 0,
    engine: Engine = "auto",
) -> Partition:
    """Communities by modularity: Louvain (Blondel et al. 2008) or Leiden (Traag, Waltman and van Eck 2019).

    The same graph and seed give the same communities, whatever the order of nodes and edges. Another engine may find
    another partition of as high a modularity; ``method`` says which it was.

    Args:
        graph: a simple graph; a directed one is taken as undirected, a tie in both directions weighing as much as both.
        method: Leiden needs networkit.
        weight: the edge attribute that weighs, or None.
        resolution: above 1 for more and smaller communities.
        seed: of the order in which nodes are moved.
        engine: "networkx", "networkit" (the extra ``fast``), or "auto".

    Raises:
        MissingExtraError: if networkit is needed and missing.
    """
    held = symmetric(arrays(graph, weight))
    if not len(held.targets):
        return Partition(tuple((node,) for node in held.nodes), 0.0, "no edges, so each node by itself")
    used = chosen("networkit" if method == "leiden" else engine, large=len(held.targets) > _LARGE)
    if used == "networkit":
        found = _networkit(held, method, resolution, seed)
    else:
        groups = nx.community.louvain_communities(numbered(held), resolution=resolution, seed=seed)
        found = [[held.nodes[number] for number in group] for group in groups]
    ordered = sorted((tuple(sorted(group)) for group in found), key=lambda group: (-len(group), group))
    value = modularity(held, ordered, resolution)
    return Partition(tuple(ordered), value, f"{method.title()}, resolution {resolution:g}, seed {seed} ({used})")


def modularity(held: Arrays, communities: Sequence[Sequence[Iri]], resolution: float = 1.0) -> float:
    """Newman's modularity (2004) of a partition of an undirected graph without self-loops, as networkx defines it."""
    of = {node: number for number, group in enumerate(communities) for node in group}
    label = np.fromiter((of[node] for node in held.nodes), dtype=np.int64, count=len(held.nodes))
    weights = np.ones(len(held.targets)) if held.weights is None else held.weights
    total = weights.sum()  # every edge twice
    ends = label[held.sources]
    within = weights[ends == label[held.targets]].sum()
    strength = np.bincount(ends, weights, minlength=len(communities))
    return float(within / total - resolution * (strength**2).sum() / total**2)


def _networkit(held: Arrays, method: str, resolution: float, seed: int) -> list[list[Iri]]:
    import networkit as nk  # noqa: PLC0415 - an extra

    threads = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)  # with more, the result depends on which of them is faster
    try:
        nk.setSeed(seed, False)
        made = networkit_graph(held)
        if method == "leiden":
            run = nk.community.ParallelLeiden(made, gamma=resolution, randomize=False)
        else:
            run = nk.community.PLM(made, refine=True, gamma=resolution)
        run.run()
        label = run.getPartition().getVector()
    finally:
        nk.setNumberOfThreads(threads)
    groups: dict[int, list[Iri]] = {}
    for node, number in zip(held.nodes, label, strict=True):
        groups.setdefault(number, []).append(node)
    return list(groups.values())


class Community(NamedTuple):
    """A group of nodes that have more to do with each other than with the rest."""

    number: int
    """Counted from 1, the largest first."""
    label: str
    """What tells it apart, for people."""
    size: int
    members: tuple[str, ...]
    """The labels of those members that are most tied within."""
    topics: tuple[str, ...]
    """What its articles, or the articles about its members, are about more often than others."""
    inside: float
    """The share of its members' ties that stay inside, from 0 to 1."""
    iris: tuple[Iri, ...]
    """All members."""


def communities(graph: Graph, network: "nx.Graph[str]", found: Partition, *, smallest: int = 2) -> Table[Community]:
    """Describe the communities of a view.

    Telling members are those with the most weight inside the community, times the share of their ties that stays
    inside; telling topics those with the highest contribution to the Kullback-Leibler divergence of the community's
    articles from all articles, p·ln(p/q).

    Args:
        graph: the knowledge graph that the view is of.
        network: the view.
        found: its partition.
        smallest: communities with fewer members are left out.
    """
    of = {node: number for number, group in enumerate(found.communities) for node in group}
    inside: Counter[Iri] = Counter()
    strength: Counter[Iri] = Counter()
    for one, other, held in network.edges(data=True):
        weight = held.get("weight", 1)
        for node in (one, other):
            strength[node] += weight
            inside[node] += weight if of[one] == of[other] else 0
    telling = Telling(graph)
    rows: list[Community] = []
    for group in found.communities:
        if len(group) < smallest:
            continue
        total, kept = sum(strength[node] for node in group), sum(inside[node] for node in group)
        ranked = sorted(group, key=lambda node: (-(inside[node] ** 2) / (strength[node] or 1), node))
        names = tuple(str(graph.nodes[node]["label"]) for node in ranked[:_NAMES])
        articles = telling.about(group)
        topics = telling.things(articles, set(group), _NAMES)
        label = names[:_IN_LABEL]
        if telling.articles.issuperset(group):  # headlines are too long for a label
            label = (topics or telling.words(articles, _NAMES) or names[:1])[:_IN_LABEL]
        share = kept / total if total else 1.0
        rows.append(Community(len(rows) + 1, ", ".join(label), len(group), names, topics, share, group))
    return Table(Community, rows)
