"""Where a full build spends its time, stage by stage, and what each stage could not go below.

    python benchmarks/stages.py FOLDER [--model NAME]

One process, nothing remembered. A floor is what the libraries take for the same work in the same run: the YAML loader
for the very blocks that it was given, the language model for the very texts, the writers for the very triples and
tables. Where no library does the work, the floor is the plainest loop over the same values that has to touch them all.
Prints a table in Markdown, in seconds of processor time.
"""

import argparse
import functools
import importlib
import io
import json
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ahocorasick_rs
import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox

from kgraph import building, graph, language, rdf, stories, text
from kgraph.aside import allowed
from kgraph.collector import no_cyclic_collection
from kgraph.exporters import html, parquet, texts
from kgraph.options import Options
from kgraph.readers import front_matter

spent: dict[str, float] = {}
"""Seconds by name."""
held: dict[str, Any] = {}
"""What stages were given or gave."""


def timed(name: str, call: Callable[..., Any], *given: Any) -> Any:
    """Call a function and add the time that it takes."""
    began = time.process_time()
    try:
        return call(*given)
    finally:
        spent[name] = spent.get(name, 0.0) + time.process_time() - began


def watch(module: str, function: str, name: str, keep: bool = False, is_due: bool = False) -> None:
    """From now on, add up the time that a function takes, and what it gives where that is called when it is due."""
    owner: Any = importlib.import_module(module)
    *path, last = function.split(".")
    for part in path:
        owner = getattr(owner, part)
    plain = getattr(owner, last)

    @functools.wraps(plain)
    def measured(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            result = plain(*given, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + time.process_time() - began
        if keep:
            held[name] = (given, result)
        return functools.partial(timed, name, result) if is_due else result

    setattr(owner, last, measured)


def listen() -> None:
    """Keep what stages hand on and forget."""
    tasks, assembly, merging = (importlib.import_module(f"kgraph.{n}") for n in ("tasks", "explore.assembly", "merge"))
    occurring, pack, merge = tasks.occurring, assembly.pack, merging.merge
    held["packed"] = []
    tasks.occurring = lambda names, some: held.update(names=names) or occurring(names, some)
    assembly.pack = lambda value: held["packed"].append(value) or pack(value)
    merging.merge = lambda accounts: merge(list(accounts))  # the list is emptied after it


def watch_model() -> None:
    """Add up the time inside the language model, text by text."""
    plain = language.Language.read

    def measured(self: language.Language, parts: Any) -> Iterator[Any]:
        given = list(parts)
        stream = plain(self, given)
        for _ in given:
            yield timed("model itself", next, stream)

    language.Language.read = measured  # type: ignore[method-assign]


class _Counted(front_matter._Loader):
    """The YAML loader that the reader uses, with a clock."""

    def get_single_data(self) -> Any:
        """What the block says."""
        return timed("YAML itself", super().get_single_data)


def triples(described: list[rdf.Description]) -> list[ox.Triple]:
    """The graph as pyoxigraph's terms."""

    def term(value: str, datatype: str) -> ox.NamedNode | ox.Literal:
        return ox.Literal(value, datatype=ox.NamedNode(datatype)) if datatype else ox.NamedNode(value)

    return [ox.Triple(ox.NamedNode(s), ox.NamedNode(p), term(v, d)) for s, said in described for p, v, d, _ in said]


def floors(made: graph.Graph, sources: list[Path]) -> None:
    """Measure what the stages could not go below."""
    timed("read bytes", lambda: [len(each.read_bytes()) for each in sources])
    (accounts,), _ = held["merge"]

    def touch() -> int:
        seen: dict[str, set[int]] = {}
        for account in accounts:
            for each in (account.own, *account.others):
                seen.setdefault(each.subject, set()).add(id(each))
        return len(seen)

    timed("touch descriptions", touch)
    contents = held["contents"]
    names = held["names"]
    automaton = timed("automaton", ahocorasick_rs.AhoCorasick, [f" {form} " for form, _ in names[0]])
    timed("automaton", lambda: [automaton.find_matches_as_indexes(each, overlapping=True) for each in contents])
    timed("split words", lambda: [text.tokenize(each) for each in contents])
    shingles = [stories._read(each).shingles for each in held["texts"]]
    timed("signatures", lambda: [stories._signature(each) for each in shingles if len(each) > 1])
    edges = list(made.edges(keys=True, data=True))
    timed("networkx", lambda: nx.MultiDiGraph().add_edges_from(edges))
    described = list(rdf.descriptions(made))
    terms = triples(described)
    for form in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_QUADS, ox.RdfFormat.JSON_LD):
        timed("pyoxigraph", lambda f=form: ox.serialize(terms, io.BytesIO(), f))
    tables = parquet.nodes_table(made), parquet.edges_table(made)
    timed("pyarrow", lambda: [pq.write_table(each, io.BytesIO(), compression="zstd") for each in tables])
    data = [json.dumps(each) for each in held["packed"]]
    timed("deflate", lambda: [zlib.compress(each.encode(), 6) for each in data])


ROWS = (
    ("find, read and hash the files", ("look",), ("read bytes",), "reading the bytes"),
    ("front matter to accounts", ("read",), ("YAML itself",), "PyYAML's C loader on distinct blocks"),
    ("merging", ("merge",), ("touch descriptions",), "one look at each description in each list"),
    ("language model", ("model itself",), ("model itself",), "the model on distinct texts"),
    ("rules on the same texts", ("extract", "-model itself"), ("split words",), "splitting the texts into words once"),
    ("concept tagger", ("tag",), ("automaton",), "building the automaton and searching the texts"),
    ("resolution", ("resolve",), ("split words",), "one look at each word"),
    ("stories", ("stories",), ("signatures",), "MinHash of the shingles in numpy"),
    ("assembly", ("assemble",), ("networkx",), "networkx adding the same edges"),
    ("text formats", ("texts",), ("pyoxigraph",), "pyoxigraph writing Turtle, N-Quads and JSON-LD"),
    ("Parquet", ("parquet",), ("pyarrow",), "pyarrow's writer"),
    ("page", ("page",), ("deflate",), "deflating its data"),
)


def total(names: tuple[str, ...]) -> float:
    """The seconds of several, those with a minus taken off."""
    return sum(-spent[each[1:]] if each[0] == "-" else spent.get(each, 0.0) for each in names)


def main() -> None:
    """Build once, measure the floors, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=None)
    given = parser.parse_args()
    front_matter._Loader = _Counted  # type: ignore[misc]
    watch("kgraph.building", "look", "look")
    watch("kgraph.stages", "read_all", "read", is_due=True)
    watch("kgraph.merge", "merge", "merge", keep=True)
    watch("kgraph.stages", "read_words", "extract", keep=True, is_due=True)
    watch("kgraph.stages", "tag_all", "tag", is_due=True)
    for each in ("decide_names", "relate", "mention_all"):
        watch("kgraph.deriving", each, "resolve")
    watch("kgraph.stories", "cluster", "stories")
    watch("kgraph.building", "assemble", "assemble")
    watch_model()
    listen()
    with no_cyclic_collection(), allowed(False), tempfile.TemporaryDirectory() as folder:
        language.load(given.model)  # loading it is no stage: it takes a second and a half, once in each process
        made, report = building.build([given.folder], Options(model=given.model, workers=0))
        for name, each in (("texts", texts), ("parquet", parquet)):
            timed(name, each.write, made, Path(folder))
        tables = parquet.nodes_table(made), parquet.edges_table(made)
        timed("page", html.write_tables, *tables, Path(folder))
        held["texts"] = held["extract"][0][0]
        held["contents"] = [each.content for each in held["texts"]]
        floors(made, sorted(each for each in given.folder.rglob("*") if each.is_file()))
    print(f"{report.documents:,} documents, {made.number_of_edges():,} edges, {report.notes['language model']}\n")
    print("| stage | spent | floor | factor | what the floor is |\n|---|---|---|---|---|")
    for name, of_stage, of_floor, what in ROWS:
        mine, least = total(of_stage), total(of_floor)
        print(f"| {name} | {mine:.2f} | {least:.2f} | {mine / max(least, 0.005):.1f} | {what} |")


if __name__ == "__main__":
    main()
