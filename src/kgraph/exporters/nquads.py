"""``graph.nq``: the same statements with the article that says them, in N-Quads.

https://www.w3.org/TR/n-quads/ ; one named graph for each article, named by the article's IRI: its own description, the
claims and figures taken from it, and the statements they claim. What is said of things once for all stands in the
default graph, and so does which document describes which article. Without the latter, the union of all graphs is
``graph.ttl``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kgraph import rdf
from kgraph.exporters.frame import Frame
from kgraph.exporters.turtle import quoted
from kgraph.graph import Graph

NAME = "graph.nq"


def block(described: rdf.Description) -> str:
    """The lines for one subject."""
    subject, said = described
    of_subject = []
    for predicate, value, datatype, articles in said:
        if not datatype:
            triple = f"<{subject}> <{predicate}> <{value}>"
        elif datatype == rdf.STRING:
            triple = f"<{subject}> <{predicate}> {quoted(value)}"
        else:
            triple = f"<{subject}> <{predicate}> {quoted(value)}^^<{datatype}>"
        if articles:
            of_subject += [f"{triple} <{article}> .\n" for article in articles]
        else:
            of_subject.append(f"{triple} .\n")
    return "".join(of_subject)


def lines(descriptions: Iterable[rdf.Description]) -> Iterator[str]:
    """The lines for each subject, together in one text."""
    return map(block, descriptions)


def frame(graph: Graph) -> Frame:
    """What of the file depends on the graph as a whole."""
    return Frame("", block, lambda: map(line, rdf.documents(graph)))


def line(quad: rdf.Quad) -> str:
    """The line of a statement about a source document, which stands in the default graph."""
    value, datatype = quad.object
    written = quoted(value) if datatype else f"<{value}>"
    return f"<{quad.subject}> <{quad.predicate}> {written} .\n"


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    frame(graph).write(rdf.descriptions(graph), folder / NAME)
