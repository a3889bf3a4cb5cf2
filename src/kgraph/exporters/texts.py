"""All formats that are text, written in one go: what a graph says is told once, and what did not change not at all.

Each of the formats can be written alone as well (:mod:`.turtle`, :mod:`.nquads`, :mod:`.jsonld`, :mod:`.graphml`,
:mod:`.dataset`), with the same bytes; telling a subject takes as long as writing it down.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from kgraph import fingerprint, identity, rdf
from kgraph.change import Change
from kgraph.exporters import dataset, graphml, jsonld, nquads, parquet, retelling, sealing, splicing, turtle
from kgraph.exporters.dataset import Counts
from kgraph.exporters.frame import Frame
from kgraph.exporters.retelling import Retelling
from kgraph.exporters.splicing import Former, Index, Pieces, Strip
from kgraph.graph import Graph

NAME = (turtle.NAME, nquads.NAME, jsonld.NAME, graphml.NAME, dataset.NAME)
_SPLICED = (turtle.NAME, nquads.NAME, jsonld.NAME, graphml.NAME)
_NODES, _EDGES, _DOCUMENTS = "nodes", "edges", "documents"


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder in every textual format."""
    former = splicing.former(_SPLICED)
    if former is not None and _splice(retelling.between(former, graph), former, folder):
        return
    if not _splice(Change(graph, frozenset(graph)), Former(), folder):
        for each in (turtle, nquads, jsonld, graphml, dataset):
            each.write(graph, folder)


def update(change: Change, former: parquet.Former, folder: Path) -> bool:
    """Write what has become of the former graph in every textual format, if that can be told from the former files."""
    files = splicing.former(_SPLICED)
    return files is not None and _splice(change, files, folder)


def _splice(change: Change, former: Former, folder: Path) -> bool:
    """Write former files as a change leaves them, and put their index aside; or say that this cannot be."""
    told = Retelling(change, former)
    if not told.is_plain:
        return False
    frames = {
        turtle.NAME: turtle.frame(told.base, told.held(retelling.KINDS), claims=bool(told.extractors)),
        nquads.NAME: nquads.frame(),
        jsonld.NAME: jsonld.frame(),
    }
    lines = graphml.Lines(change.graph, told.held(retelling.ATTRIBUTES))
    heads = [fingerprint.program(), told.base, lines.head, *(frame.head for frame in frames.values())]
    index = Index(fingerprint.of(*heads))
    if former and former.index.heads != index.heads:
        return False
    _write_described(told, former, index, frames, folder)
    for name in frames:
        sealing.finished(folder / name)
    _write_graphml(told, former, index, lines, folder / graphml.NAME)
    sealing.finished(folder / graphml.NAME)
    index.owners = splicing.spliced(former.index.owners, told.owners, str)
    index.subjects = splicing.spliced(former.index.subjects, told.subjects, str)
    index.records = splicing.spliced(former.index.records, told.owners, lambda owner: tuple(told.record(owner)))
    index.totals = told.totals()
    dataset.write_counted(change.graph, len(index.owners), _counts(index), told.extractors, folder)
    splicing.keep(index)
    return True


def _write_described(told: Retelling, former: Former, index: Index, frames: dict[str, Frame], folder: Path) -> None:
    """Write the formats that say what RDF says, subject by subject."""
    with ExitStack() as opened:
        files, strips = {}, {}
        for name, frame in frames.items():
            files[name] = opened.enter_context((folder / name).open("wb"))
            head = frame.head.encode()
            files[name].write(head)
            source = opened.enter_context(former.open(name))
            strips[name] = Strip(files[name], frame.between, source, former.bounds(name, len(head)))
        for piece in told.subjects:
            if isinstance(piece, range):
                for strip in strips.values():
                    strip.copy(piece)
            else:
                described = told.describe(piece)
                for name, frame in frames.items():
                    strips[name].add(frame.block(described))
        for name, frame in frames.items():
            if name == nquads.NAME:
                _write_documents(told, former, index, files[name])
            index.lengths[name] = strips[name].close(frame.tail)


def _write_documents(told: Retelling, former: Former, index: Index, file: BinaryIO) -> None:
    """Write which document describes which articles: the end of the quads."""
    held, before = told.graph.graph.get("documents", {}), former.index.documents
    index.documents = {path: retelling.digest_of_document(held[path]) for path in sorted(held)}
    gone = [path for path, digest in before.items() if index.documents.get(path) != digest]
    new = [path for path, digest in index.documents.items() if before.get(path) != digest]
    sequence = splicing.pieces(list(before), gone, new) or []
    with former.open(nquads.NAME) as source:
        strip = Strip(file, "", source, former.bounds(_DOCUMENTS, former.length(nquads.NAME)))
        _put(sequence, strip, lambda path: nquads.document(path, held[path], told.base))
        index.lengths[_DOCUMENTS] = strip.close()


def _write_graphml(told: Retelling, former: Former, index: Index, lines: graphml.Lines, path: Path) -> None:
    """Write the lines of nodes, and then those of their edges."""
    head = lines.head.encode()
    with path.open("wb") as file, former.open(graphml.NAME) as source:
        file.write(head)
        nodes = Strip(file, "", source, former.bounds(_NODES, len(head)))
        _put(told.owners, nodes, lines.node)
        index.lengths[_NODES] = nodes.close()
        edges = Strip(file, "", source, former.bounds(_EDGES, len(head) + former.length(_NODES)))
        _put(told.owners, edges, lambda owner: lines.edges(owner, told.telling.targets[owner]))
        index.lengths[_EDGES] = edges.close(lines.tail)


def _put(sequence: Pieces, strip: Strip, block: Callable[[str], str]) -> None:
    """Copy the former blocks of a sequence, and write the new ones."""
    for piece in sequence:
        if isinstance(piece, range):
            strip.copy(piece)
        else:
            strip.add(block(piece))


def _counts(index: Index) -> Counts:
    """How much is said altogether."""
    sums, properties, classes, extractors = (
        dict(index.totals.get(name, {}))
        for name in (retelling.SUMS, retelling.PROPERTIES, retelling.CLASSES, retelling.EXTRACTORS)
    )
    total = Counts(sums.get("triples", 0), sums.get("subjects", 0), classes, properties)
    for name in extractors:
        total.add(rdf.extractor(name, identity.BASE))
    return total
