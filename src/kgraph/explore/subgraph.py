"""A small part of a graph: the surroundings of a node."""

from __future__ import annotations

import networkx as nx

from kgraph.errors import UsageError


def find(graph: nx.MultiDiGraph[str], wanted: str) -> str:
    """Return the node that ``wanted`` means: an IRI, or a name (label or other name, whatever its case).

    Of several nodes of one name, the one with most edges. Raises :class:`UsageError` where there is none.
    """
    if wanted in graph:
        return wanted
    folded = wanted.casefold().strip()
    exact: list[str] = []
    partly: list[str] = []
    for node, data in graph.nodes(data=True):
        others = data.get("altLabel") or []
        names = [str(data.get("label") or ""), *(map(str, others) if isinstance(others, list) else [str(others)])]
        if any(n.casefold() == folded for n in names):
            exact.append(node)
        elif folded and folded in names[0].casefold():
            partly.append(node)
    for found in (exact, partly):
        if found:
            return min(found, key=lambda n: (-graph.degree(n), str(n)))
    msg = f"No node is called {wanted!r}."
    raise UsageError(msg)


def around(graph: nx.MultiDiGraph[str], start: str, *, hops: int = 2, limit: int = 300) -> nx.MultiDiGraph[str]:
    """Return the subgraph of the nodes within ``hops`` edges of ``start`` (either way), at most ``limit`` of them.

    Nearer nodes come before farther ones, better linked ones before others. The result is a copy.
    """
    chosen: dict[str, None] = {start: None}
    ring = [start]
    for _ in range(hops):
        seen: set[str] = set()
        for node in ring:
            seen.update(graph.successors(node))
            seen.update(graph.predecessors(node))
        ring = sorted(seen - chosen.keys(), key=lambda n: (-graph.degree(n), str(n)))[: limit - len(chosen)]
        chosen.update(dict.fromkeys(ring))
        if len(chosen) >= limit:
            break
    return nx.MultiDiGraph(graph.subgraph(chosen))
