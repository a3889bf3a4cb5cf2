"""Files put together from blocks, new ones and those of the former file: what did not change is copied, not told again.

An :class:`Index` says where the blocks of the former files lie and what each was made from. It is kept beside the cache
and belongs to one set of files: it is used only where the manifest names those files and they are, byte by byte, what
the manifest says.
"""

import hashlib
import json
import marshal
import mmap
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

from kgraph import packing
from kgraph.exporters.dataset import Counts
from kgraph.model import Iri
from kgraph.rdf import Targets

INDEX, FRESH = "blocks.bin", "blocks.new"
_DIGEST, _SUM = 32, 16


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the former files are, with which checksums, and where their index is kept."""

    folder: Path
    artefacts: Mapping[str, str]
    state: Path


memory: ContextVar[Memory | None] = ContextVar("memory", default=None)
"""Set where files shall be put together from former ones."""


@dataclass(slots=True)
class Index:
    """Where everything stands in some files, and what it was made from."""

    heads: bytes
    """A digest of all that every block depends on."""
    owners: list[Iri] = field(default_factory=list)
    """The nodes, sorted."""
    digests: list[bytes] = field(default_factory=list)
    """Of what is said of each owner and of its claims."""
    claims: list[list[Iri]] = field(default_factory=list)
    extractors: list[list[str]] = field(default_factory=list)
    counts: list[tuple[int, int, dict[Iri, int], dict[Iri, int]]] = field(default_factory=list)
    """Of each owner with its claims: subjects, triples, properties and classes."""
    subjects: list[Iri] = field(default_factory=list)
    """All that have a block of their own, sorted."""
    lengths: dict[str, bytes] = field(default_factory=dict)
    """By strip: of its blocks in bytes."""

    def pack(self) -> bytes:
        """The index as bytes."""
        return packing.pack({name: getattr(self, name) for name in self.__slots__})

    def told(self, number: int) -> Counts:
        """What was counted for an owner."""
        subjects, triples, properties, classes = self.counts[number]
        return Counts(triples, subjects, classes, properties)


def digest_of(attributes: Mapping[str, Any], targets: Targets) -> bytes:
    """A digest of what a node holds and of the edges that lead from it."""
    try:
        edges = marshal.dumps(targets, 2)  # the last version in which equal values give equal bytes
    except ValueError:  # a value that marshal does not know: a decimal, or a date
        edges = repr(targets).encode("utf-8", "surrogatepass")
    return blake2b(
        edges, digest_size=_SUM, key=blake2b(repr(attributes).encode("utf-8", "surrogatepass")).digest()
    ).digest()


class Former:
    """Former files and their index."""

    def __init__(self, index: Index, files: Mapping[str, memoryview]) -> None:
        self.index, self.files = index, files
        self.numbers = {owner: number for number, owner in enumerate(index.owners)}

    def length(self, name: str) -> int:
        """How long a strip is, in bytes."""
        return sum(array("Q", self.index.lengths[name]))

    def strip(self, name: str, file: str, start: int) -> tuple[memoryview, list[int]]:
        """The bytes of a file and where in them the blocks of a strip that begins at ``start`` lie."""
        return self.files[file], list(accumulate(array("Q", self.index.lengths[name]), initial=start))


def former(heads: bytes, names: Sequence[str]) -> Former | None:
    """The former files and their index, if they are whole, belong together and have the same heads."""
    place = memory.get()
    if place is None:
        return None
    with suppress(OSError, ValueError, KeyError, TypeError, packing.UnpackError):
        data = (place.state / INDEX).read_bytes()
        if data[:_DIGEST] != _binding(place.artefacts, data[_DIGEST:]):
            return None
        index = Index(**packing.unpack(data[_DIGEST:]))
        if index.heads != heads:
            return None
        files = {}
        for name in names:
            with (place.folder / name).open("rb") as file:
                held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            if hashlib.sha256(held).hexdigest() != place.artefacts[name]:
                return None
            files[name] = held
        return Former(index, files)
    return None


def keep(index: Index) -> None:
    """Put an index aside until the files that it belongs to are in their places."""
    place = memory.get()
    if place is not None:
        (place.state / FRESH).write_bytes(index.pack())


def forget(state: Path) -> None:
    """Throw away what a build put aside that did not come to its end: it belongs to no files."""
    (state / FRESH).unlink(missing_ok=True)


def bind(state: Path, artefacts: Mapping[str, str]) -> None:
    """Say that the index that was put aside belongs to the files with these checksums, now in their places."""
    with suppress(OSError):
        data = (state / FRESH).read_bytes()
        (state / FRESH).write_bytes(_binding(artefacts, data) + data)
        (state / FRESH).replace(state / INDEX)


def _binding(artefacts: Mapping[str, str], data: bytes) -> bytes:
    return hashlib.sha256(json.dumps(artefacts, sort_keys=True).encode() + data).digest()


class Strip:
    """A sequence of blocks that is written into a file."""

    def __init__(self, file: BinaryIO, between: str = "", former: tuple[memoryview, list[int]] | None = None) -> None:
        """Write from where the file is.

        Args:
            file: to write to.
            between: what parts two blocks; it counts as the beginning of the second.
            former: the bytes of a former file and the bounds of its blocks in them.
        """
        self._file, self._between = file, between.encode()
        self._data, self._bounds = former or (memoryview(b""), [])
        self._from = self._to = 0
        self._empty = True
        self.lengths = array("Q")

    def copy(self, number: int) -> None:
        """Write a block of the former file."""
        if number != self._to:
            self._flush()
            self._from = number
        self._to = number + 1
        self.lengths.append(self._bounds[number + 1] - self._bounds[number])

    def add(self, text: str) -> None:
        """Write a new block."""
        self._flush()
        data = self._between + text.encode()
        self.lengths.append(len(data))
        self._write(data)

    def close(self, tail: Iterable[str] = ()) -> bytes:
        """Write what is left, and what follows, and give the lengths of all blocks."""
        self._flush()
        for text in tail:
            self._file.write(text.encode())
        return self.lengths.tobytes()

    def _flush(self) -> None:
        begin, end = self._from, self._to
        if begin < end:
            # Former blocks begin with what parts them, but for the first of all, before which nothing stands.
            start, parting = self._bounds[begin], len(self._between)
            if begin == 0 and parting:
                self._write(self._between + bytes(self._data[start : self._bounds[1] - parting]))
                start = self._bounds[1] - parting
            else:
                start -= parting
            if start < (stop := self._bounds[end] - parting):
                self._write(self._data[start:stop])
        self._from = self._to = 0

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data[len(self._between) :] if self._empty else data)
        self._empty = False
