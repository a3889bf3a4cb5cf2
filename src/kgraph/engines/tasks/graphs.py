"""Facts and claims of some subjects to rows and lines of the outputs."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kgraph import identity, rdf
from kgraph.engines import tables
from kgraph.engines.tables import Split
from kgraph.engines.tasks.documents import Tick
from kgraph.engines.tasks.words import evidence_of
from kgraph.engines.values import decode
from kgraph.exporters import nquads, parquet
from kgraph.graph import assemble
from kgraph.model import Fact, Iri, Statement
from kgraph.namespace import RDF, RDFS


def write(settings: dict[str, Any], split: Split, tick: Tick) -> dict[str, Any]:
    """Nodes, edges, claims, statements and N-Quads of the subjects of one bucket.

    The same functions as for a whole graph make them: the bucket's subjects with all edges that leave them are a graph,
    in which what the edges lead to is a bare node that is not written.
    """
    rows = sorted(
        tables.read(split.inputs["facts"]), key=lambda r: (r["origin"], r["subject"], r["predicate"], r["value"][1:])
    )
    own = {row["subject"] for row in rows}
    links = tables.read(split.inputs["links"])
    strangers = {row["object"] for row in links} - own
    facts = [Fact(iri, predicate, "Organization") for iri in sorted(strangers) for predicate in (RDF.TYPE, RDFS.LABEL)]
    facts += [Fact(row["subject"], row["predicate"], decode(row["value"])) for row in rows]
    facts += [Fact(row["subject"], row["predicate"], row["object"]) for row in links]
    said: defaultdict[tuple[Iri, Iri, Iri], list[Any]] = defaultdict(list)
    story_of: dict[Iri, Iri] = {}
    for row in tables.read(split.inputs["claims"]):
        said[row["subject"], row["predicate"], row["object"]].append(evidence_of(row))
        if row["story"]:
            story_of[row["article"]] = row["story"]
    statements = [Statement(s, p, o, tuple(evidence)) for (s, p, o), evidence in sorted(said.items())]
    documents: dict[str, dict[str, Any]] = {}
    for row in tables.read(split.inputs["documents"]):
        documents.setdefault(row["path"], {"sha256": row["sha256"], "states": []})["states"].append(row["subject"])
    graph = assemble(facts, statements, documents=documents, stories=story_of, base=settings["base"]).graph
    tick()
    written = {identity.below(settings["base"], iri) for iri in own}
    nodes = parquet.nodes_table(graph)
    edges = parquet.edges_table(graph)
    file, rows_of_statements, extractors = _quads(settings, split, graph, set(graph) - written)
    return {
        "graph_nodes": nodes.filter(pc.is_in(nodes["id"], value_set=pa.array(sorted(written), pa.string()))),
        "graph_edges": edges,
        "graph_claims": list(_claims(graph)),
        "graph_statements": rows_of_statements,
        "graph_extractors": sorted((name,) for name in extractors),
        "graph_quads": file,
    }


def _quads(
    settings: dict[str, Any], split: Split, graph: Any, strangers: set[Iri]
) -> tuple[str, list[tuple[str, ...]], set[str]]:
    base = settings["base"]
    names = {c["extractor"] for _, _, data in graph.edges(data=True) for c in data["claims"]}
    left_out = strangers | {identity.below(base, identity.extractor(name)) for name in names}
    rows: list[tuple[str, ...]] = []

    def lines() -> Iterator[str]:
        for described in rdf.descriptions(graph):
            if described.subject not in left_out:
                yield from nquads.lines([described])
                rows.extend(statements(described))

    return _written(settings, f"part-{split.number:06}.nq", lines()), rows, names


def statements(described: rdf.Description) -> Iterator[tuple[str, ...]]:
    """A description as rows of statements, one for each graph that it stands in."""
    for predicate, value, datatype, articles in described.said:
        for article in articles or ("",):
            yield described.subject, predicate, value, datatype, article


def write_documents(settings: dict[str, Any], split: Split, tick: Tick) -> dict[str, Any]:
    """Which document describes which article, in N-Quads and as statements."""
    stated: defaultdict[tuple[str, str], list[Iri]] = defaultdict(list)
    for row in tables.read(split.inputs["stated"]):
        stated[row["path"], row["sha256"]].append(identity.below(settings["base"], row["subject"]))
    quads = [
        quad
        for (path, sha256), states in sorted(stated.items())
        for quad in rdf.document_quads(path, sha256, states, settings["base"])
    ]
    file = _written(settings, f"documents-{split.number:06}.nq", map(nquads.line, quads))
    rows = [(quad.subject, quad.predicate, *quad.object, "") for quad in quads]
    return {"document_statements": rows, "document_quads": file}


def write_extractors(settings: dict[str, Any], split: Split, tick: Tick) -> dict[str, Any]:
    """The extractors that made the claims: they belong to no bucket."""
    names = sorted({row["name"] for row in tables.read(split.inputs["graph_extractors"])})
    described = [rdf.extractor(name, settings["base"]) for name in names]
    file = _written(settings, "extractors.nq", nquads.lines(described))
    return {"extractor_statements": [row for each in described for row in statements(each)], "extractor_quads": file}


def _written(settings: dict[str, Any], name: str, lines: Iterable[str]) -> str:
    folder = Path(settings["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    staged = folder / f".{name}.{os.getpid()}"
    with staged.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)
    return str(staged.replace(folder / name))


def _claims(graph: Any) -> Any:
    for source, target, key, data in rdf.edges(graph):
        for c in data["claims"]:
            place = c["start"], c["end"], c["confidence"], c["extractor"], c.get("startDate")
            yield (source, key, target, c["article"], c["exact"], *place)
