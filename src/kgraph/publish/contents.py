"""The graphs of some exports: what they are by their digests, and what stands in them."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.errors import ExportError
from kgraph.model import Iri

DEFAULT = ""
"""Stands for the default graph."""
PIECE = 32 << 20
"""Bytes that are loaded at once: a store keeps what it is given at once in memory."""
_SOURCE = "graph.nq"
_PARTS = "nquads"
"""The folder of parts that a build over tables leaves in its place."""


class Piece(NamedTuple):
    """Some whole lines of a file of N-Quads."""

    name: str
    """Of the file, and where in it they begin."""
    digest: str
    body: bytes


def files(folder: Path) -> list[Path]:
    """The files of N-Quads in a folder of exports.

    Raises:
        ExportError: if there are none.
    """
    found = [folder / _SOURCE] if (folder / _SOURCE).is_file() else sorted((folder / _PARTS).glob("*.nq"))
    if not found:
        raise ExportError(f"{folder} holds no {_SOURCE}: run kgraph build first, or name another folder")
    return found


def digests(folder: Path) -> dict[Iri, str]:
    """A digest of each graph's lines, whatever their order: the parts of a build are not always cut alike.

    Raises:
        ExportError: if there are no exports, or they are broken.
    """
    sums = {DEFAULT: 0}
    for quad in _quads(folder):
        graph = _graph_of(quad)
        sums[graph] = _sum(sums.get(graph, 0), f"{quad.triple} .\n")
    return {graph: _digest(total) for graph, total in sums.items()}


def digest_of(lines: Iterable[str]) -> str:
    """The digest of a graph that has these lines."""
    total = 0
    for line in lines:
        total = _sum(total, line)
    return _digest(total)


def of_graphs(folder: Path, graphs: Iterable[Iri]) -> dict[Iri, list[str]]:
    """The lines of some graphs, in N-Triples."""
    lines: dict[Iri, list[str]] = {graph: [] for graph in graphs}
    if lines:
        for quad in _quads(folder):
            if (wanted := lines.get(_graph_of(quad))) is not None:
                wanted.append(f"{quad.triple} .\n")
    return lines


def pieces(folder: Path) -> Iterator[Piece]:
    """All graphs together, as they stand in the files."""
    for path in files(folder):
        with path.open("rb") as file:
            while body := b"".join(file.readlines(PIECE)):
                yield Piece(f"{path.name}@{file.tell() - len(body)}", hashlib.sha256(body).hexdigest(), body)


def _quads(folder: Path) -> Iterator[ox.Quad]:
    for path in files(folder):
        try:
            with path.open("rb") as file:
                yield from ox.parse(file, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError, OSError) as error:
            raise ExportError(f"{path} is broken: {error}") from error


def _graph_of(quad: ox.Quad) -> Iri:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else DEFAULT


def _sum(total: int, line: str) -> int:
    # A line stands in a graph once; a sum of digests in 256 bits is no harder to forge than it needs to be here.
    return (total + int.from_bytes(hashlib.sha256(line.encode()).digest())) % (1 << 256)


def _digest(total: int) -> str:
    return f"{total:064x}"
