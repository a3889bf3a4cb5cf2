"""The exports as what is published of them: named graphs, and the subjects of the default graph."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.errors import ExportError, MissingExportError
from kgraph.model import Iri

_SOURCE = "graph.nq"
_PARTS = "nquads"
"""The folder of parts that a build over tables leaves in its place."""
DEFAULT = ""
"""Stands for the default graph."""
BATCH = 4 << 20
"""Bytes of a request in bulk, about: what a server holds in memory at once."""


class Unit(NamedTuple):
    """What is sent, or not, as a whole: a named graph, or all that the default graph says of one subject."""

    graph: Iri
    subject: Iri = ""


def digests(folder: Path) -> dict[Unit, str]:
    """A digest of each unit's lines, whatever their order: the parts of a build are not always cut alike."""
    sums: dict[Unit, int] = {}
    for quad in _quads(folder):
        # A line stands in a graph once; a sum of digests in 256 bits is no harder to forge than it needs to be here.
        digest = int.from_bytes(hashlib.sha256(_line(quad).encode()).digest())
        unit = _unit(quad)
        sums[unit] = (sums.get(unit, 0) + digest) % (1 << 256)
    return {unit: f"{total:064x}" for unit, total in sums.items()}


def contents(folder: Path, units: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """The units in N-Triples, in the order given; ``Unit("")`` is the whole default graph."""
    lines: dict[Unit, list[str]] = {unit: [] for unit in units}
    whole = Unit(DEFAULT) in lines
    for quad in _quads(folder) if units else ():
        unit = _unit(quad)
        if whole and unit.graph == DEFAULT:
            unit = Unit(DEFAULT)
        if (wanted := lines.get(unit)) is not None:
            wanted.append(_line(quad))
    for unit in units:
        yield unit, "".join(lines.pop(unit))


def batches(folder: Path) -> Iterator[bytes]:
    """All quads, some megabytes at a time, in the order in which they stand."""
    lines, size = [], 0
    for quad in _quads(folder):
        lines.append(f"{quad} .\n".encode())
        size += len(lines[-1])
        if size >= BATCH:
            yield b"".join(lines)
            lines, size = [], 0
    if lines:
        yield b"".join(lines)


def updates(folder: Path, units: Sequence[Unit]) -> Iterator[tuple[list[Unit], bytes]]:
    """What brings subjects of the default graph up to date in SPARQL, many of them in a request; twice equals once.

    A unit that the exports no longer hold is only deleted.
    """
    several: list[Unit] = []
    deletions: list[str] = []
    insertions: list[str] = []
    size = 0
    for unit, text in contents(folder, units):
        several.append(unit)
        deletions.append(f"DELETE WHERE {{ <{unit.subject}> ?p ?o }} ;\n")
        insertions.append(text)
        size += len(text) + 200
        if size >= BATCH // 4:
            yield several, _update(deletions, insertions)
            several, deletions, insertions, size = [], [], [], 0
    if several:
        yield several, _update(deletions, insertions)


def _update(deletions: Sequence[str], insertions: Sequence[str]) -> bytes:
    return f"{''.join(deletions)}INSERT DATA {{\n{''.join(insertions)}}}".encode()


def size(folder: Path) -> int:
    """How many bytes the exports are."""
    return sum(path.stat().st_size for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    parts = [folder / _SOURCE] if (folder / _SOURCE).is_file() else sorted((folder / _PARTS).glob("*.nq"))
    if not parts:
        raise MissingExportError(folder, _SOURCE)
    return parts


def _quads(folder: Path) -> Iterator[ox.Quad]:
    for path in _files(folder):
        try:
            with path.open("rb") as file:
                yield from ox.parse(file, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError, OSError) as error:
            raise ExportError(f"{path} is broken: {error}") from error


def _line(quad: ox.Quad) -> str:
    return f"{quad.triple} .\n"


def _unit(quad: ox.Quad) -> Unit:
    if isinstance(quad.graph_name, ox.NamedNode):
        return Unit(quad.graph_name.value)
    return Unit(DEFAULT, quad.subject.value if isinstance(quad.subject, ox.NamedNode) else str(quad.subject))
