"""Where each node stands: a two-level layout in numpy.

Communities are laid out first, as discs whose area grows with their members; then the members of each, inside its disc.
Both levels use ForceAtlas2's forces (Jacomy et al. 2014, "ForceAtlas2, a Continuous Graph Layout Algorithm", PLoS ONE
9(6)); where there are many nodes, the repulsion is the convolution of their density with the kernel 1/r, computed on a
grid by the fast Fourier transform. The same graph gives the same positions on the same machine and library versions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Place = Callable[[int, Ints, Ints, Floats], Floats]
"""Places nodes that are linked within the unit disc: their number, the edges' ends and weights."""

_EXACT = 400  # up to so many nodes every pair is looked at; above, the grid is cheaper
_GRID = 96


@dataclass(frozen=True, slots=True)
class Links:
    """Which nodes are linked, both ways, and how much: a sparse matrix without importing one, which takes longer."""

    n: int
    here: Ints
    """Sorted."""
    there: Ints
    weight: Floats
    first: Ints
    """Of the links of each node that has any."""

    @classmethod
    def of(cls, n: int, source: Ints, target: Ints, weight: Floats) -> Links:
        """The links of weighted edges between ``n`` nodes; parallel ones are one."""
        pair, inverse = np.unique(
            np.concatenate([source, target]) * max(n, 1) + np.concatenate([target, source]), return_inverse=True
        )
        here, there = np.divmod(pair, max(n, 1))
        together = np.bincount(inverse, np.concatenate([weight, weight]), len(pair)).astype(np.float64)
        return cls(n, here, there, together, np.flatnonzero(np.diff(here, prepend=-1)))

    @property
    def degree(self) -> Floats:
        """The weight of all links of each node."""
        return np.bincount(self.here, self.weight, self.n).astype(np.float64)

    def gather(self, value: Floats) -> Floats:
        """For each node the sum of its neighbours' values, weighted; values are numbers or vectors."""
        if value.ndim > 1:
            return np.column_stack([self.gather(each) for each in value.T])
        found = np.zeros(self.n)
        if len(self.first):
            found[self.here[self.first]] = np.add.reduceat(self.weight * value.take(self.there), self.first)
        return found


def _sunflower(n: int) -> Floats:
    """Return ``n`` points that fill the unit disc evenly, from the middle outwards (Vogel 1979)."""
    k = np.arange(n)
    radius, angle = np.sqrt((k + 0.5) / max(n, 1)), k * (np.pi * (3 - np.sqrt(5)))
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _push_exact(position: Floats, mass: Floats) -> Floats:
    # Axis by axis, in place: three times faster than one array of vectors.
    x, y = (np.subtract.outer(along, along) for along in position.T)
    share = x * x
    share += y * y
    share += 1e-4
    np.divide(mass, share, out=share)
    x *= share
    y *= share
    return np.column_stack([x.sum(axis=1), y.sum(axis=1)]) * mass[:, None]


class _Grid:
    """Repulsion by convolution on a square grid."""

    def __init__(self, size: int) -> None:
        self.size = size
        index = np.fft.fftfreq(2 * size, 1 / (2 * size))
        x, y = np.meshgrid(index, index, indexing="ij")
        square = x * x + y * y
        square[0, 0] = np.inf
        self.kernels = np.fft.rfft2(x / square), np.fft.rfft2(y / square)

    def push(self, position: Floats, mass: Floats) -> Floats:
        size = self.size
        low = position.min(axis=0)
        step = float(np.ptp(position, axis=0).max()) / (size - 3) + 1e-9
        at = (position - low) / step + 1
        cell = at.astype(np.int64)
        fx, fy = (at - cell).T
        first = cell[:, 0] * size + cell[:, 1]
        corners = (
            (first, (1 - fx) * (1 - fy)), (first + size, fx * (1 - fy)),
            (first + 1, (1 - fx) * fy), (first + size + 1, fx * fy),
        )  # fmt: skip
        density = np.zeros(size * size)
        for corner, share in corners:
            density += np.bincount(corner, weights=share * mass, minlength=size * size)
        spectrum = np.fft.rfft2(density.reshape(size, size), s=(2 * size, 2 * size))
        force = np.empty_like(position)
        for axis in (0, 1):
            field = np.fft.irfft2(spectrum * self.kernels[axis])[:size, :size].ravel() / step
            force[:, axis] = sum(field[corner] * share for corner, share in corners)
        return force * mass[:, None]


def forces(n: int, source: Ints, target: Ints, weight: Floats, *, start: Floats, rounds: int) -> Floats:
    """Return positions of ``n`` nodes after ``rounds`` of ForceAtlas2 from ``start``, centred, unscaled."""
    if n <= 2:
        return start
    links = Links.of(n, source, target, weight)
    degree = links.degree
    mass = np.sqrt(1.0 + degree)
    position = start * np.sqrt(n) * 4
    grid = _Grid(_GRID if n < 4000 else 256) if n > _EXACT else None
    before = np.zeros_like(position)
    speed, efficiency = 1.0, 1.0
    for _ in range(rounds):
        force = 2.0 * (grid.push(position, mass) if grid else _push_exact(position, mass))
        force -= degree[:, None] * position - links.gather(position)
        distance = np.hypot(position[:, 0], position[:, 1]) + 1e-9
        # a pull that grows with distance keeps loose parts inside the disc
        force -= (0.8 + 0.4 * distance / np.sqrt(n))[:, None] * (mass / distance)[:, None] * position
        swing = np.hypot(*(force - before).T)
        traction = np.hypot(*(force + before).T) / 2
        all_swing, all_traction = float((mass * swing).sum()) + 1e-12, float((mass * traction).sum())
        estimate = 0.05 * np.sqrt(n)
        jitter = max(np.sqrt(estimate), min(10.0, estimate * all_traction / (n * n)))
        if all_swing > 2 * all_traction:
            efficiency, jitter = max(0.05, efficiency * 0.5), max(jitter, 1.0)
        wanted = jitter * efficiency * all_traction / all_swing
        if all_swing > jitter * all_traction:
            efficiency = max(0.05, efficiency * 0.7)
        elif speed < 1000:
            efficiency *= 1.3
        speed += min(wanted - speed, 0.5 * speed)
        position = position + force * (speed / (1 + np.sqrt(speed * mass * swing)))[:, None]
        before = force
    return np.asarray(position - position.mean(axis=0))


def near(position: Floats, reach: float) -> tuple[Ints, Ints]:
    """Return all pairs of points that are at most ``reach`` apart, as two arrays of their numbers.

    Points are sorted into square cells as wide as that; only those of adjacent cells are compared. (scipy has a tree
    for it; importing that takes longer than all of this for a page whose places are remembered.)
    """
    column, row = np.floor((position - position.min(axis=0)) / reach).astype(np.int64).T
    height = int(row.max()) + 2  # an empty cell ends each column
    cell = column * height + row
    order = np.argsort(cell, kind="stable")
    cell, (x, y), number = cell[order], position[order].T, np.arange(len(order))
    found = []
    # Those after it in its own cell and the next of its column; the three of the next column.
    for begin, end in (
        (number + 1, np.searchsorted(cell, cell + 1, "right")),
        (np.searchsorted(cell, cell + height - 1), np.searchsorted(cell, cell + height + 1, "right")),
    ):
        count = end - begin
        a = np.repeat(number, count)
        b = np.arange(len(a)) - np.repeat(np.cumsum(count) - count - begin, count)
        close = (x[a] - x[b]) ** 2 + (y[a] - y[b]) ** 2 <= reach * reach
        found.append((order[a[close]], order[b[close]]))
    (a, b), (c, d) = found
    return np.concatenate([a, c]), np.concatenate([b, d])


def apart(position: Floats, radius: Floats, *, rounds: int = 60, step: float = 0.5) -> Floats:
    """Return ``position`` with discs of ``radius`` pushed apart until they (nearly) no longer overlap."""
    position = position.copy()
    for _ in range(rounds):
        a, b = near(position, 2 * float(radius.max()))
        if not len(a):
            break
        delta = position[a] - position[b]
        distance = np.hypot(*delta.T) + 1e-9
        overlap = np.clip(radius[a] + radius[b] - distance, 0, None)
        if float(overlap.max()) < 0.02 * float(radius.min()):
            break
        share = (radius[b] / (radius[a] + radius[b]))[:, None]
        move = delta / distance[:, None] * overlap[:, None] * 2 * step
        for axis in (0, 1):
            position[:, axis] += np.bincount(a, weights=(move * share)[:, axis], minlength=len(position))
            position[:, axis] -= np.bincount(b, weights=(move * (1 - share))[:, axis], minlength=len(position))
    return position


def members(n: int, source: Ints, target: Ints, weight: Floats) -> Floats:
    """Return the members of one community within the unit disc."""
    start = _sunflower(n)
    if n <= 3 or not len(source):
        return start * (0.8 if n > 1 else 0)
    position = forces(n, source, target, weight, start=start, rounds=180 if n <= _EXACT else 90)
    reach = np.hypot(*position.T)
    # fill the disc: keep each node's direction, pull far ones in towards the even density of its rank
    rank = np.argsort(np.argsort(reach, kind="stable"), kind="stable")
    even = np.sqrt((rank + 0.5) / n)
    scale = (0.35 * reach / max(float(np.quantile(reach, 0.97)), 1e-9)).clip(0, 0.35) + 0.65 * even
    position = position / np.maximum(reach, 1e-9)[:, None] * scale[:, None]
    if n <= 20_000:
        position = apart(position, np.full(n, 0.62 / np.sqrt(n)), rounds=12)
    return np.asarray(position / max(1.0, float(np.hypot(*position.T).max())))


def two_level(
    community: Ints, source: Ints, target: Ints, weight: Floats, place: Place = members
) -> tuple[Floats, Floats, Floats]:
    """Return (positions of nodes, centres of communities, radii of communities).

    ``community`` numbers each node's community from 0; edges come as arrays of node numbers. ``place`` places the
    members of one community: :func:`members`, or what remembers its results.
    """
    count = int(community.max()) + 1 if len(community) else 0
    size = np.bincount(community, minlength=count)
    radius = np.sqrt(size.astype(float)) + 0.6
    a, b = community[source], community[target]
    across = a != b
    pair, inverse = np.unique(a[across] * max(count, 1) + b[across], return_inverse=True)
    total = np.bincount(inverse, weights=weight[across], minlength=len(pair))
    strength = total / np.sqrt(np.maximum(size[pair // max(count, 1)], 1) * np.maximum(size[pair % max(count, 1)], 1))
    strength = strength / (strength.max() if len(strength) else 1.0)
    centre = forces(
        count, pair // max(count, 1), pair % max(count, 1), 4 * strength, start=_sunflower(count), rounds=250
    )
    if count > 1:
        # gather to the density of the discs, then part them
        area, spread = float((radius**2).sum()), float((np.hypot(*centre.T) ** 2).mean())
        centre = centre * np.sqrt(area / max(spread, 1e-9)) * 0.9
        centre = _gathered(centre, radius * 1.09)
    position = np.zeros((len(community), 2))
    order = np.argsort(community, kind="stable")
    bounds = np.searchsorted(community[order], np.arange(count + 1))
    inside_order = np.argsort(np.where(across, count, a), kind="stable")
    inside_bounds = np.searchsorted(np.where(across, count, a)[inside_order], np.arange(count + 1))
    local = np.zeros(len(community), dtype=np.int64)
    for k in range(count):
        nodes = order[bounds[k] : bounds[k + 1]]
        edges = inside_order[inside_bounds[k] : inside_bounds[k + 1]]
        local[nodes] = np.arange(len(nodes))
        unit = place(len(nodes), local[source[edges]], local[target[edges]], weight[edges])
        position[nodes] = centre[k] + unit * radius[k] * 0.92
    return position, centre, radius


def _overlap(centre: Floats, radius: Floats) -> float:
    """Return the deepest overlap of two discs."""
    a, b = near(centre, 2 * float(radius.max()))
    if not len(a):
        return 0.0
    return max(0.0, float((radius[a] + radius[b] - np.hypot(*(centre[a] - centre[b]).T)).max()))


def _gathered(centre: Floats, radius: Floats) -> Floats:
    """Return discs drawn together as far as they go, then parted until none overlaps by more than a hair."""
    for _ in range(70 if len(radius) < 500 else 30):
        centre = apart(centre * np.array([0.966, 0.954]), radius, rounds=8)  # screens are wider than high
    for _ in range(60):
        centre = apart(centre, radius, rounds=40)
        if _overlap(centre, radius) < 0.03 * float(radius.min()):
            break
        centre = centre * 1.02
    return centre


def one_level(content: NDArray[np.bool_], source: Ints, target: Ints, weight: Floats, radius: Floats) -> Floats:
    """Return positions for a small graph as a whole, discs of ``radius`` (relative sizes) kept apart.

    What is no ``content`` stands in rings around the rest, each node on the side of its neighbours.
    """
    count = len(content)
    position = np.zeros((count, 2))
    inner = np.flatnonzero(content)
    n = len(inner)
    if n:
        local = np.full(count, -1)
        local[inner] = np.arange(n)
        keep = (weight > 0) & content[source] & content[target]
        found = forces(
            n, local[source[keep]], local[target[keep]], 0.6 * weight[keep],
            start=_sunflower(n), rounds=500 if n <= _EXACT else 250,
        )  # fmt: skip
        spread = float(np.quantile(np.hypot(*found.T), 0.9))
        found = found * (np.sqrt(n) * 5.5 / max(spread, 1e-9)) if n > 1 else found
        position[inner] = apart(found, radius[inner], rounds=120)
    outer = np.flatnonzero(~content)
    if len(outer):
        reach = float(np.hypot(*position[inner].T).max()) if n else 1.0
        links = Links.of(count, source, target, np.ones(len(source)))
        drawn = position.copy()
        for _ in range(12):  # its neighbours may themselves be scaffold
            drawn[outer] = links.gather(drawn)[outer] / np.maximum(links.degree[outer, None], 1)
        order = outer[np.argsort(np.arctan2(drawn[outer, 1], drawn[outer, 0]), kind="stable")]
        angle = 2 * np.pi * np.arange(len(order)) / len(order) - np.pi
        ring = (reach + 6) * (1 + 0.09 * (np.arange(len(order)) % max(1, round(len(order) / 60))))
        position[order] = ring[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return position


def hulls(position: Floats, community: Ints) -> tuple[Floats, Floats]:
    """Return (centre, radius) of a disc around most members of each community."""
    count = int(community.max()) + 1 if len(community) else 0
    centre, radius = np.zeros((count, 2)), np.zeros(count)
    for k in range(count):
        members = position[community == k]
        centre[k] = np.median(members, axis=0)
        radius[k] = float(np.quantile(np.hypot(*(members - centre[k]).T), 0.9)) if len(members) > 1 else 1.0
    return centre, radius
