"""Which names are one thing: connected components over pairs with a reason, guarded by pairs that must stay apart."""

from collections import deque
from collections.abc import Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Merge(NamedTuple):
    """Two names taken for one thing, and why."""

    left: str
    right: str
    type: str
    """Local name of the class of both."""
    reason: str


class Components(Generic[T]):
    """Union-find that refuses unions across pairs declared different."""

    def __init__(self, different: Iterable[tuple[T, T]] = ()) -> None:
        """Keep each pair of ``different`` apart."""
        self._parent: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}
        self._apart: dict[T, set[T]] = {}
        for a, b in different:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def find(self, item: T) -> T:
        """The representative of the component of ``item``."""
        root = item
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(item, item)) != root:
            self._parent[item] = root
            item = parent
        return root

    def members(self, item: T) -> list[T]:
        """All that is one with ``item``."""
        return self._members.get(self.find(item), [item])

    def unite(self, a: T, b: T) -> bool:
        """Make ``a`` and ``b`` one; False where a pair of theirs must stay apart."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        left, right = self._members.get(a, [a]), self._members.get(b, [b])
        if len(left) < len(right):
            a, b, left, right = b, a, right, left
        if any(not self._apart.get(each, frozenset()).isdisjoint(left) for each in right):
            return False
        self._parent[b] = a
        self._members[a] = [*left, *right]
        self._members.pop(b, None)
        return True


def path(merges: Iterable[Merge], start: str, goal: str) -> tuple[Merge, ...]:
    """The shortest chain of merges that makes ``start`` and ``goal`` one thing; empty where there is none."""
    edges: dict[str, list[Merge]] = {}
    for merge in merges:
        edges.setdefault(merge.left, []).append(merge)
        edges.setdefault(merge.right, []).append(merge)
    chains: dict[str, tuple[Merge, ...]] = {start: ()}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if here == goal:
            return chains[here]
        for merge in edges.get(here, ()):
            there = merge.right if merge.left == here else merge.left
            if there not in chains:
                chains[there] = (*chains[here], merge)
                queue.append(there)
    return ()
