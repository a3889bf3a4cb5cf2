"""Tuples to Turtle, against rdflib's serialiser, in one run; then rdflib reads ours back, literal by literal.

::

    python benchmarks/turtle.py [EXPORTS]

Without a folder of exports, a graph is made up (``made_up.py``). Both sides start from the same triples in
memory; what rdflib needs to hold them in a graph of its own is told apart. Exit code 1 where kgraph is less than
eight times as fast, or where what rdflib reads differs.
"""

import argparse
import io
import time
from pathlib import Path

import made_up
import rdflib

from kgraph import rdf
from kgraph.exporters import turtle
from kgraph.loading import load

_AT_LEAST = 8.0


def main() -> int:
    """Measure, compare and print; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("exports", type=Path, nargs="?", help="what kgraph build wrote")
    parser.add_argument("--articles", type=int, default=1_000, help="size of the made-up graph (default %(default)s)")
    arguments = parser.parse_args()
    graph = (
        load(arguments.exports) if arguments.exports else made_up.graph(arguments.articles, 32, 5 * arguments.articles)
    )
    rdflib.NORMALIZE_LITERALS = False
    told = list(rdf.descriptions(graph))
    prefixes = turtle.prefixes(graph, graph.graph["base"])
    triples = {(s, p, value, datatype) for s, said in told for p, value, datatype, _ in said}
    print(f"{len(triples):,} triples")

    start = time.process_time()
    written = "".join(turtle.blocks(told, prefixes)).encode()
    ours = time.process_time() - start
    print(f"kgraph, tuples to Turtle            {ours:8.2f} CPU-s  {len(written) / 1e6:6.1f} MB")

    start = time.process_time()
    held = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        held.bind(prefix, namespace)
    for subject, predicate, value, datatype in triples:
        held.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _term(value, datatype)))
    added = time.process_time() - start
    start = time.process_time()
    size = len(held.serialize(format="turtle", encoding="utf-8"))
    theirs = time.process_time() - start
    print(f"rdflib, tuples to its graph         {added:8.2f} CPU-s")
    print(f"rdflib, its graph to Turtle         {theirs:8.2f} CPU-s  {size / 1e6:6.1f} MB")
    print(f"kgraph is {theirs / ours:.1f} times as fast as rdflib's serialiser, {(added + theirs) / ours:.1f} in all")

    start = time.process_time()
    back = rdflib.Graph().parse(io.BytesIO(written), format="turtle")
    print(f"rdflib reads kgraph's Turtle in     {time.process_time() - start:8.2f} CPU-s")
    equal = triples == {
        (str(s), str(p), str(o), str(o.datatype or rdf.STRING) if isinstance(o, rdflib.Literal) else "")
        for s, p, o in back
    }
    print("what it reads is equal, literal by literal" if equal else "what it reads DIFFERS")
    return 0 if equal and theirs / ours >= _AT_LEAST else 1


def _term(value: str, datatype: str) -> rdflib.URIRef | rdflib.Literal:
    if not datatype:
        return rdflib.URIRef(value)
    return rdflib.Literal(value, datatype=None if datatype == rdf.STRING else rdflib.URIRef(datatype))


def _datatype(term: rdflib.term.Node) -> str:
    return str(term.datatype or rdf.STRING) if isinstance(term, rdflib.Literal) else ""


if __name__ == "__main__":
    raise SystemExit(main())
