"""The graph in python-igraph and back. igraph is under the GPL and so no extra of kgraph: install it yourself."""

from typing import Any

import networkx as nx

from kgraph.errors import UsageError
from kgraph.graph import Graph


def write(graph: Graph) -> Any:
    """The graph as a directed ``igraph.Graph``: vertices have their IRI as ``name``, edges their key as ``key``.

    What a vertex has not is None there.

    Raises:
        UsageError: if igraph is not installed.
    """
    try:
        import igraph  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("igraph is not installed: pip install igraph (it is under the GPL)") from error
    nodes = sorted(graph)
    place = {iri: number for number, iri in enumerate(nodes)}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    made = igraph.Graph(len(nodes), [(place[source], place[target]) for source, target, *_ in edges], directed=True)
    for name, held in graph.graph.items():
        made[name] = held
    for name in sorted({name for _, held in graph.nodes(data=True) for name in held}):
        # igraph's own "name" of a vertex is its key.
        made.vs["schema_name" if name == "name" else name] = [graph.nodes[iri].get(name) for iri in nodes]
    made.vs["name"] = nodes
    made.es["key"] = [key for _, _, key, _ in edges]
    for name in ("label", "confidence", "support", "claims"):
        made.es[name] = [held[name] for *_, held in edges]
    return made


def read(made: Any) -> Graph:
    """The graph that :func:`write` made."""
    graph: Graph = nx.MultiDiGraph(**{name: made[name] for name in made.attributes()})
    for vertex in made.vs:
        held = {name: each for name, each in vertex.attributes().items() if each is not None}
        iri = held.pop("name")
        if "schema_name" in held:
            held["name"] = held.pop("schema_name")
        graph.add_node(iri, **held)
    for edge in made.es:
        held = edge.attributes()
        graph.add_edge(made.vs[edge.source]["name"], made.vs[edge.target]["name"], held.pop("key"), **held)
    return graph
