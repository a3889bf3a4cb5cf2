"""Where everything stands on the page, and what of it can be remembered.

Placing the members of a community takes most of the time that a page takes, and depends on nothing but which of them
are linked with which, and how much. Nodes stand in the order of their IRIs here, not of their ranks, and communities
are found in that order: where a document is added, most communities stay as they are, keep their picture, and need
not be placed again.
"""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kgraph import fingerprint
from kgraph.explore import communities, layout
from kgraph.explore.numbering import shares
from kgraph.explore.told import Told

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

memory: ContextVar[Path | None] = ContextVar("memory", default=None)
"""The file in which the places of the last page are kept, where they are to be kept."""
_DIGEST = 32
_ATLAS_FROM = 2_000


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Communities of nodes, and where they stand."""

    content: Bools
    """Of each node: whether it is a part of what is told, or alone."""
    group: Ints
    position: Floats
    centre: Floats
    radius: Floats

    def by_number(self, node: Ints) -> Arrangement:
        """The same arrangement, with the nodes numbered: of each number the row of its node is given."""
        return Arrangement(self.content[node], self.group[node], self.position[node], self.centre, self.radius)


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

    def in_order(self) -> Shape:
        """The same shape with the edges in the order of their ends."""
        order = np.lexsort((self.told, self.weight, self.target, self.source))
        return Shape(self.content, self.source[order], self.target[order], self.weight[order], self.told[order])


def is_atlas(n: int) -> bool:
    """Whether a page of so many nodes opens on communities, which are placed apart from each other first."""
    return n > _ATLAS_FROM


def arrange(graph: Told) -> Arrangement:
    """Return the arrangement of a graph, its nodes by their rows."""
    n, source, target, share = len(graph.nodes), graph.source, graph.target, shares(graph)
    drawn = share > 0
    linked = np.zeros(n, dtype=bool)
    linked[source[drawn]] = linked[target[drawn]] = True
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    weight = communities.weights(n, source, target) * share
    return _arrange(Shape(linked | (degree == 0), source, target, weight, drawn).in_order(), atlas=is_atlas(n))


def _arrange(shape: Shape, *, atlas: bool) -> Arrangement:
    told, weight = shape.told, shape.weight[shape.told]
    source, target = shape.source[told], shape.target[told]
    group = communities.find(shape.content, source, target, weight)
    if atlas:
        places = _Places.recalled(memory.get())
        arranged = Arrangement(shape.content, group, *layout.two_level(group, source, target, weight, places.place))
        places.remember(memory.get())
        return arranged
    n = len(shape.content)
    degree = np.bincount(shape.source, minlength=n) + np.bincount(shape.target, minlength=n)
    size = 1.0 + 0.45 * np.sqrt(np.minimum(degree, 40))
    position = layout.one_level(shape.content, shape.source, shape.target, shape.weight, size)
    return Arrangement(shape.content, group, position, *layout.hulls(position, group))


@dataclass(slots=True)
class _Places:
    """The members of communities, placed now or for an earlier page."""

    known: dict[str, Floats] = field(default_factory=dict)
    used: dict[str, Floats] = field(default_factory=dict)

    def place(self, n: int, source: Ints, target: Ints, weight: Floats) -> Floats:
        """What :func:`kgraph.explore.layout.members` gives."""
        digest = hashlib.sha256(f"{fingerprint.program()} {n} {len(source)}".encode())
        for array in (source, target, weight):
            digest.update(np.ascontiguousarray(array).tobytes())
        name = digest.hexdigest()
        found = self.known.get(name)
        if found is None:
            found = layout.members(n, source, target, weight)
        self.used[name] = found
        return found

    @classmethod
    def recalled(cls, path: Path | None) -> _Places:
        """Those that were kept, if they are whole."""
        with suppress(OSError, ValueError, KeyError):
            data = path.read_bytes() if path is not None else b""
            if data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest():
                with np.load(io.BytesIO(data[_DIGEST:]), allow_pickle=False) as kept:
                    return cls(dict(kept))
        return cls()

    def remember(self, path: Path | None) -> None:
        """Keep those that were used; where that fails they are worked out again next time."""
        if path is not None:
            kept = io.BytesIO()
            np.savez(kept, **self.used)  # type: ignore[arg-type]
            with suppress(OSError):
                path.write_bytes(hashlib.sha256(kept.getvalue()).digest() + kept.getvalue())
