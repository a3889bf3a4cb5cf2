"""The queries that come with kgraph, by pyoxigraph and by rdflib's own engine, in one run over the same graph.

    python benchmarks/queries.py EXPORTS [--seconds 120] [--repeat 3]

Prints CPU-seconds of each and their ratio; compares the answers. A query that rdflib does not answer within so many
CPU-seconds is stopped, and counts as if it had taken just these: the ratio printed is then too small, never too large.
"""

import argparse
import csv
import io
import multiprocessing
import resource
import time
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rich.console import Console
from rich.table import Table

from kgraph import query

_graph: rdflib.Graph


def rows(answer: Any) -> list[list[str]]:
    """An answer as sorted rows of text, whatever engine gave it."""
    if isinstance(answer, ox.QueryBoolean):
        return [[str(bool(answer))]]
    if isinstance(answer, ox.QueryTriples):
        return sorted([each.subject.value, each.predicate.value, each.object.value] for each in answer)
    return sorted(list(csv.reader(io.StringIO(query.as_csv(answer), newline="")))[1:])


def by_rdflib(text: str, out: Any, seconds: int) -> None:
    """Ask rdflib in a process of its own, which shares the loaded graph and ends after these CPU-seconds."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    start = time.process_time()
    answer = _graph.query(text)
    if answer.type == "ASK":
        found = [[str(answer.askAnswer)]]
    elif answer.type == "CONSTRUCT":
        found = sorted([str(term) for term in triple] for triple in answer.graph or ())
    else:
        found = sorted(["" if term is None else str(term) for term in row] for row in answer)
    out.send((time.process_time() - start, found))


def main() -> None:
    global _graph  # noqa: PLW0603 - what forked processes share
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exports", type=Path)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    store = query.open_exports(given.exports)
    rdflib.NORMALIZE_LITERALS = False
    _graph = rdflib.Graph().parse(given.exports / "graph.ttl")
    table = Table("query", "rows", "pyoxigraph", "rdflib", "ratio", "answers")
    fork = multiprocessing.get_context("fork")
    ours_total = theirs_total = 0.0
    for name, each in query.shipped().items():
        times = []
        for _ in range(given.repeat):
            start = time.process_time()
            found = rows(query.ask(store, each.text))
            times.append(time.process_time() - start)
        ours = min(times)
        here, there = fork.Pipe(duplex=False)
        process = fork.Process(target=by_rdflib, args=(each.text, there, given.seconds))
        process.start()
        there.close()
        try:
            theirs, answer = here.recv()
            verdict, shown = "same" if answer == found else "differ", f"{theirs:.2f}"
        except EOFError:
            theirs, verdict, shown = given.seconds, "stopped", f"> {given.seconds:g}"
        process.kill()
        process.join()
        ours_total, theirs_total = ours_total + ours, theirs_total + theirs
        table.add_row(name, f"{len(found):,}", f"{ours:.3f}", shown, f"{theirs / ours:.0f}", verdict)
    table.add_row("all", "", f"{ours_total:.2f}", f"{theirs_total:.1f}", f"{theirs_total / ours_total:.0f}", "")
    Console().print(table)


if __name__ == "__main__":
    main()
