"""Where everything stands on the page, worked out once for one shape of a graph.

Communities and places take most of the time that a page takes, and depend on nothing but which node is linked with
which: a corpus whose words change and whose links do not keeps its picture.
"""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kgraph import fingerprint
from kgraph.explore import communities, layout

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

memory: ContextVar[Path | None] = ContextVar("memory", default=None)
"""The file in which the last arrangement is kept, where one is to be kept."""
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Communities of nodes, and where they stand."""

    group: Ints
    position: Floats
    centre: Floats
    radius: Floats


@dataclass(frozen=True, slots=True)
class Shape:
    """All that an arrangement depends on."""

    content: Bools
    """Of each node: whether it is a part of what is told, or alone."""
    source: Ints
    target: Ints
    weight: Floats
    told: Bools
    """Of each edge: whether it draws its ends together."""

    def digest(self, *more: object) -> bytes:
        """A digest of it all."""
        found = hashlib.sha256(repr((fingerprint.program(), *more)).encode())
        for array in (self.content, self.source, self.target, self.weight, self.told):
            found.update(f"{array.dtype} {array.shape}".encode())
            found.update(np.ascontiguousarray(array).tobytes())
        return found.digest()


def arrange(shape: Shape, *, atlas: bool, seed: int) -> Arrangement:
    """Return the arrangement of a graph; the same for the same graph, remembered or not."""
    path = memory.get()
    asked = shape.digest(atlas, seed) if path is not None else b""
    known = _recall(path, asked) if path is not None else None
    if known is not None:
        return known
    made = _arrange(shape, atlas=atlas, seed=seed)
    if path is not None:
        _remember(path, asked, made)
    return made


def _arrange(shape: Shape, *, atlas: bool, seed: int) -> Arrangement:
    source, target, told = shape.source, shape.target, shape.told
    group = communities.find(shape.content, source[told], target[told], shape.weight[told], seed=seed)
    if atlas:
        return Arrangement(group, *layout.two_level(group, source[told], target[told], shape.weight[told]))
    n = len(shape.content)
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    size = 1.0 + 0.45 * np.sqrt(np.minimum(degree, 40))
    position = layout.one_level(shape.content, source, target, shape.weight, size)
    return Arrangement(group, position, *layout.hulls(position, group))


def _recall(path: Path, asked: bytes) -> Arrangement | None:
    """The arrangement that was kept, if it is that of the same graph and whole."""
    with suppress(OSError, ValueError, KeyError):
        data = path.read_bytes()
        if data[:_DIGEST] == asked and data[_DIGEST : 2 * _DIGEST] == hashlib.sha256(data[2 * _DIGEST :]).digest():
            kept = np.load(io.BytesIO(data[2 * _DIGEST :]), allow_pickle=False)
            return Arrangement(kept["group"], kept["position"], kept["centre"], kept["radius"])
    return None


def _remember(path: Path, asked: bytes, made: Arrangement) -> None:
    """Keep an arrangement; where that fails it is worked out again next time."""
    kept = io.BytesIO()
    np.savez(kept, group=made.group, position=made.position, centre=made.centre, radius=made.radius)
    with suppress(OSError):
        path.write_bytes(asked + hashlib.sha256(kept.getvalue()).digest() + kept.getvalue())
