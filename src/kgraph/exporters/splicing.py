"""Files put together from blocks, new ones and those of the former file: what did not change is copied, not told again.

An :class:`Index` says where the blocks of the former files lie and what each was made from. It is kept beside the cache
and belongs to one set of files: it is used only where the manifest names those files and they are, byte by byte, what
the manifest says.
"""

import hashlib
import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from kgraph import packing, stamps
from kgraph.exporters import copying
from kgraph.model import Iri

INDEX, FRESH = "blocks.bin", "blocks.new"
_DIGEST = 32
Pieces: TypeAlias = list[range | str]
"""A new sequence: runs of numbers in the former one, and names of what is new."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the former files are, with which checksums, and where their index is kept."""

    folder: Path
    artefacts: Mapping[str, str]
    state: Path

    def are_whole(self, names: Iterable[str]) -> bool:
        """Whether some of the files are what they were."""
        checksums = {name: self.artefacts.get(name, "") for name in names}
        return stamps.are_whole(self.folder, checksums, self.state)


memory: ContextVar[Memory | None] = ContextVar("memory", default=None)
"""Set where files shall be put together from former ones."""


@dataclass(slots=True)
class Index:
    """Where everything stands in some files, and what it was made from."""

    heads: bytes = b""
    """A digest of all that every block depends on."""
    owners: list[Iri] = field(default_factory=list)
    """The nodes, sorted."""
    records: list[tuple[Any, ...]] = field(default_factory=list)
    """What is known of each owner."""
    subjects: list[Iri] = field(default_factory=list)
    """All that have a block of their own, sorted."""
    documents: dict[str, bytes] = field(default_factory=dict)
    """The paths of source documents, sorted, and a digest of what is said of each."""
    totals: dict[str, dict[Any, int]] = field(default_factory=dict)
    """What there is how often in all owners together."""
    lengths: dict[str, bytes] = field(default_factory=dict)
    """By strip: of its blocks in bytes."""

    def pack(self) -> bytes:
        """The index as bytes."""
        return packing.pack({each.name: getattr(self, each.name) for each in fields(self)})


class Former:
    """Former files and their index; without any, nothing is copied."""

    def __init__(self, index: Index | None = None, files: Mapping[str, Path] | None = None) -> None:
        self.index, self.files = index or Index(), files or {}

    def __bool__(self) -> bool:
        return bool(self.files)

    def record(self, owner: Iri) -> tuple[Any, ...] | None:
        """What is known of an owner; None of what is none."""
        owners = self.index.owners
        at = bisect_left(owners, owner)
        return self.index.records[at] if at < len(owners) and owners[at] == owner else None

    def length(self, *names: str) -> int:
        """How long some strips are together, in bytes."""
        return sum(sum(array("Q", self.index.lengths[name])) for name in names) if self else 0

    def open(self, name: str) -> BinaryIO:
        """One of the files, to be read and closed."""
        return self.files[name].open("rb") if self else BytesIO()

    def bounds(self, strip: str, start: int) -> "array[int]":
        """Where in their file the blocks of a strip that begins at ``start`` begin, and where the last one ends."""
        lengths = array("Q", self.index.lengths[strip] if self else b"")
        return array("Q", accumulate(lengths, initial=start))


def former(names: Sequence[str]) -> Former | None:
    """The former files and their index, if they are whole and belong together."""
    place = memory.get()
    if place is None:
        return None
    with suppress(OSError, ValueError, KeyError, TypeError, packing.UnpackError):
        data = (place.state / INDEX).read_bytes()
        if data[:_DIGEST] != _binding(place.artefacts, data[_DIGEST:]) or not place.are_whole(names):
            return None
        index = Index(**packing.unpack(data[_DIGEST:]))
        return Former(index, {name: place.folder / name for name in names})
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


def pieces(former: Sequence[str], without: Iterable[str], new: Iterable[str]) -> Pieces | None:
    """A sorted sequence of names without some of them and with new ones, in order.

    Args:
        former: the sequence.
        without: what it shall lose.
        new: what it shall gain; each once.

    Returns:
        None where something is new and there already, or shall be lost and is not there: then what the names stand for
        is not as plain as it should be.
    """
    gaps = set()
    for name in without:
        at = bisect_left(former, name)
        if at == len(former) or former[at] != name or at in gaps:
            return None
        gaps.add(at)
    found: Pieces = []
    begin = 0
    steps = sorted([(at, True, "") for at in gaps] + [(bisect_left(former, name), False, name) for name in new])
    for at, is_gap, name in steps:
        if begin < at:
            found.append(range(begin, at))
            begin = at
        if is_gap:
            begin = at + 1
        elif found and found[-1] == name:
            return None
        else:
            if at < len(former) and former[at] == name and at not in gaps:
                return None
            found.append(name)
    if begin < len(former):
        found.append(range(begin, len(former)))
    return found


def spliced(former: Sequence[Any], new: Pieces, value: Callable[[str], Any]) -> list[Any]:
    """The values for a new sequence: former ones in their runs, and new ones by their names."""
    found: list[Any] = []
    for piece in new:
        if isinstance(piece, range):
            found += former[piece.start : piece.stop]
        else:
            found.append(value(piece))
    return found


class Strip:
    """A sequence of blocks that is written into a file."""

    def __init__(self, file: BinaryIO, between: str, source: BinaryIO, bounds: "array[int]") -> None:
        """Write from where the file is.

        Args:
            file: to write to.
            between: what parts two blocks; it counts as the beginning of the second, and of the first as well, before
                which nothing stands.
            source: the former file.
            bounds: of its blocks.
        """
        self._file, self._between = file, between.encode()
        self._source, self._bounds = source, bounds
        self._empty = True
        self._lengths = array("Q")

    def copy(self, run: range) -> None:
        """Write some blocks of the former file that stand there together."""
        bounds, parting = self._bounds[run.start : run.stop + 1], len(self._between)
        self._lengths.extend(end - begin for begin, end in pairwise(bounds))
        begin, end = bounds[0] - parting, bounds[-1] - parting
        if run.start == 0 and parting:
            begin = bounds[0]
            if not self._empty:
                self._file.write(self._between)
        elif self._empty:
            begin += parting
        copying.copy(self._source, begin, end, self._file)
        self._empty = False

    def add(self, text: str) -> None:
        """Write a new block."""
        data = text.encode()
        self._lengths.append(len(self._between) + len(data))
        self._file.write(data if self._empty else self._between + data)
        self._empty = False

    def close(self, tail: str = "") -> bytes:
        """Write what follows, and give the lengths of all blocks."""
        self._file.write(tail.encode())
        return self._lengths.tobytes()
