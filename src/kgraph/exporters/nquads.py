"""``graph.nq``: the same statements with the article that says them, in N-Quads.

https://www.w3.org/TR/n-quads/ ; one named graph for each article, named by the article's IRI: its own description, the
claims and figures taken from it, and the statements they claim. What is said of things once for all stands in the
default graph, and so does which document describes which article. Without the latter, the union of all graphs is
``graph.ttl``.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kgraph import rdf
from kgraph.exporters.frame import Frame
from kgraph.exporters.turtle import quoted
from kgraph.graph import Graph
from kgraph.model import Iri

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


def frame() -> Frame:
    """How the file is put together, without what is said of documents."""
    return Frame("", block)


def document(path: str, held: Mapping[str, Any], base: Iri) -> str:
    """The lines for one source document."""
    return "".join(map(line, rdf.document_quads(path, held["sha256"], held["states"], base)))


def documents(graph: Graph) -> Iterator[str]:
    """The lines for each source document, which follow those for all subjects."""
    for path, held in sorted(graph.graph.get("documents", {}).items()):
        yield document(path, held, graph.graph["base"])


def line(quad: rdf.Quad) -> str:
    """The line of a statement about a source document, which stands in the default graph."""
    value, datatype = quad.object
    written = quoted(value) if datatype else f"<{value}>"
    return f"<{quad.subject}> <{quad.predicate}> {written} .\n"


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder."""
    frame().write(rdf.descriptions(graph), folder / NAME, documents(graph))
