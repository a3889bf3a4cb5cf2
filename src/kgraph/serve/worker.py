"""A process that answers one query at a time, so that a query that runs away can be stopped by ending the process.

pyoxigraph cannot interrupt a query, and a query may need more memory or nest deeper than a process can bear: whatever
happens here, the server goes on. Started by :mod:`kgraph.serve.pool` as a program of its own; jobs come as lines of
JSON, an answer is a line of JSON that tells its body's size, and the body.
"""

import io
import json
import re
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyoxigraph as ox

from kgraph import sparql_csv
from kgraph.serve.store import open_plain, open_store

_GRAPHS = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)


class Job(NamedTuple):
    """What a worker is to answer."""

    kind: str
    """"query", "graph" (a named graph: its IRI is the text; "" means the default graph) or "thing" (an IRI)."""
    text: str
    results: str = ""
    """Media type of solutions and booleans; "" where the client takes none."""
    triples: str = ""
    """Media type of triples; "" where the client takes none."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What a worker found."""

    status: str
    """"done", "wrong" (the query is), "large" (too many rows), "none" (no such thing), "unacceptable" (its format)."""
    body: bytes = b""
    media_type: str = ""


RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""Formats of solutions and booleans."""
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
"""Formats of triples."""


class _TooManyRowsError(Exception):
    """An answer has more rows than allowed."""


class _Rows(io.RawIOBase):
    """Where solutions are written as TSV, a row a line; ends the writing at the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.parts: list[bytes] = []
        self.full = False
        self._left = limit + 1  # the first line names the variables

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        written = bytes(data)
        self._left -= written.count(b"\n")
        if self._left < 0:
            self.full = True
            raise _TooManyRowsError
        self.parts.append(written)
        return len(written)


def main(place: str, max_rows: int, max_bytes: int) -> None:
    """Answer jobs from standard input until it ends.

    Args:
        place: what :func:`kgraph.serve.store.prepare` gave.
        max_rows: an answer with more rows or triples is refused.
        max_bytes: of memory that the process may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers itself
    _bound_memory(max_bytes)
    store, plain = open_store(Path(place)), open_plain(Path(place))
    asked, answered = sys.stdin.buffer, sys.stdout.buffer
    _send(answered, Answer("done"))
    for line in asked:
        job = Job(**json.loads(line))
        # The engine takes several times as long for the default graph where there are named graphs beside it.
        is_plain = job.kind == "query" and not (_GRAPHS.search(job.text) or job.default_graphs or job.named_graphs)
        _send(answered, answer(plain if plain is not None and is_plain else store, job, max_rows))


def _send(answered: BinaryIO, found: Answer) -> None:
    head = {"status": found.status, "media_type": found.media_type, "size": len(found.body)}
    answered.write(json.dumps(head).encode() + b"\n" + found.body)
    answered.flush()


def _bound_memory(max_bytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # some platforms know no such limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (max_bytes, max_bytes))


def answer(store: ox.Store, job: Job, max_rows: int) -> Answer:
    """Answer one job."""
    try:
        if job.kind == "query":
            return _query(store, job, max_rows)
        return _graph(store, job, max_rows)
    except SyntaxError as error:
        return Answer("wrong", str(error.msg).encode("utf-8", "replace"))
    except (ValueError, OSError, RuntimeError, MemoryError) as error:
        return Answer("wrong", str(error).encode("utf-8", "replace"))


def _graph(store: ox.Store, job: Job, max_rows: int) -> Answer:
    """A graph whole, or what the default graph says of a thing."""
    thing = ox.NamedNode(job.text) if job.kind == "thing" else None
    graph = ox.NamedNode(job.text) if job.kind == "graph" and job.text else ox.DefaultGraph()
    triples = []
    for quad in store.quads_for_pattern(thing, None, None, graph):
        triples.append(quad.triple)
        if len(triples) > max_rows and job.kind == "thing":
            return Answer("large")
    if not triples:
        return Answer("none")
    triples.sort(key=str)
    return _serialized(triples, job.triples)


def _serialized(triples: Any, media_type: str) -> Answer:
    return Answer("done", ox.serialize(triples, format=TRIPLES[media_type]) or b"", media_type)


def _query(store: ox.Store, job: Job, max_rows: int) -> Answer:
    given: dict[str, Any] = {}
    if job.default_graphs or job.named_graphs:
        # A dataset that the protocol gives stands for the whole: what it does not name is not there.
        given["default_graph"] = [ox.NamedNode(iri) for iri in job.default_graphs]
        given["named_graphs"] = [ox.NamedNode(iri) for iri in job.named_graphs]
    found: Any = store.query(job.text, **given)
    if isinstance(found, ox.QueryTriples):
        if not job.triples:
            return Answer("unacceptable")
        triples = []
        for triple in found:
            triples.append(triple)
            if len(triples) > max_rows:
                return Answer("large")
        return _serialized(triples, job.triples)
    if not job.results:
        return Answer("unacceptable")
    if isinstance(found, ox.QueryBoolean):
        return Answer("done", found.serialize(format=RESULTS[job.results]) or b"", job.results)
    rows = _Rows(max_rows)
    try:
        found.serialize(rows, format=ox.QueryResultsFormat.TSV)
    except (_TooManyRowsError, OSError):
        if rows.full:
            return Answer("large")
        raise
    body = b"".join(rows.parts)
    if job.results != "text/tab-separated-values":
        solutions: Any = ox.parse_query_results(body, format=ox.QueryResultsFormat.TSV)
        if job.results == "text/csv":
            body = sparql_csv.written(solutions).encode()
        else:
            body = solutions.serialize(format=RESULTS[job.results]) or b""
    return Answer("done", body, job.results)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
