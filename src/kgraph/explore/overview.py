"""What a first look should say: what it is all about, names for communities, and walks worth taking."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kgraph.explore.neighbours import Neighbours

Ints = NDArray[np.int64]

_SUBJECTS = frozenset({"Topic", "Category", "Market"})
_DOCUMENTS = frozenset({"Article", "Report", "MarketFigure"})
_STRUCTURE = frozenset({
    "mentions", "about", "publisher", "related", "wasDerivedFrom", "relatedOffering", "exactMatch", "closeMatch",
    "market", "region", "subject", "author", "sameStoryAs",
})  # fmt: skip

_EVENTS = frozenset({"launched", "acquired", "partnersWith", "investedIn"})
_ACTORS = frozenset({"Company", "Organization", "Person", "Product"})
_GLANCE = 150  # neighbours that one sees at a time


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges between numbered nodes."""

    source: Ints
    target: Ints
    key: Ints
    labels: list[str]
    """The name of each key."""
    support: Ints

    def called(self, names: frozenset[str]) -> NDArray[np.bool_]:
        """Of each edge: whether its name is one of these."""
        return np.array([label in names for label in self.labels], dtype=np.bool_)[self.key]

    def only(self, which: NDArray[np.bool_]) -> Edges:
        """Some of these edges."""
        return Edges(self.source[which], self.target[which], self.key[which], self.labels, self.support[which])


def title(edges: Edges, labels: list[str], kinds: list[str]) -> str:
    """Return a title for a graph that nobody gave one: how many articles, and what most of them are about.

    A second subject is named where it is that of a third as many articles as the first. Nodes come in the order of
    their importance.
    """
    about = np.bincount(edges.target[edges.called(frozenset({"about"}))], minlength=len(labels))
    first = np.argsort(-about, kind="stable")[:2].tolist()
    subjects = [i for i in first if about[i] and 3 * about[i] >= about[first[0]]]
    told = bool(subjects)
    if not subjects:
        subjects = [i for i, kind in enumerate(kinds) if kind not in _DOCUMENTS][:1]
    if not subjects:
        return "Knowledge graph"
    articles = sum(kind in {"Article", "Report"} for kind in kinds)
    what = f"{articles:,} article{'s' * (articles != 1)}" if articles else f"{len(kinds):,} things"
    names = [labels[i] if len(labels[i]) <= 40 else labels[i][:39].rstrip() + "…" for i in subjects]
    return f"{what} {'on' if told else 'around'} {' and '.join(names)}"


def name_communities(community: Ints, source: Ints, target: Ints, labels: list[str], kinds: list[str]) -> list[str]:
    """Return a name for each community: its most telling subject, then its most telling members.

    A member is telling when many of the community's edges meet it and few of the rest's do: edges inside, times the
    share of its edges that stay inside.
    """
    n, count = len(labels), int(community.max()) + 1 if len(community) else 0
    inside = community[source] == community[target]
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    local = np.bincount(source[inside], minlength=n) + np.bincount(target[inside], minlength=n)
    telling = local * (local / np.maximum(degree, 1))
    order = np.lexsort((np.arange(n), -telling, community))
    bounds = np.searchsorted(community[order], np.arange(count + 1))
    names = []
    for k in range(count):
        members = [int(i) for i in order[bounds[k] : bounds[k + 1]][:400]]
        if telling[members[0]] == 0:
            names.append("Unlinked" if len(members) > 1 else labels[members[0]][:40])
            continue
        subjects = [i for i in members if kinds[i] in _SUBJECTS and telling[i] > 0]
        things = [i for i in members if kinds[i] not in _SUBJECTS | _DOCUMENTS and telling[i] > 0]
        things.sort(key=lambda i: kinds[i] == "Provider")  # who published says less than what it is about
        chosen = (subjects[:1] if subjects and telling[subjects[0]] * 3 > telling[members[0]] else []) + things
        picked: list[str] = []
        for i in chosen or members:
            name = labels[i] if len(labels[i]) <= 30 else labels[i][:29].rstrip() + "…"
            if not any(name.lower() in p.lower() or p.lower() in name.lower() for p in picked):
                picked.append(name)
            if len(picked) == (3 if len(members) >= 8 else 2) or len(labels[i]) > 30:
                break
        names.append(" · ".join(picked))
    return names


def _plural(kind: str) -> str:
    """``MarketFigure`` -> ``market figures``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
    return words.removesuffix("y") + ("ies" if words.endswith("y") else "s")


def _neighbourhood(neighbours: int, many: int, kind: str) -> str:
    if neighbours == 1:
        return "1 neighbour"
    return f"{neighbours:,} neighbours, {'all' if many == neighbours else f'{many:,}'} of them {_plural(kind)}"


def walks(edges: Edges, labels: list[str], kinds: list[str]) -> list[dict[str, object]]:
    """Return up to three suggestions, each with a title, a sentence and what to open (node numbers).

    What most stories tell (something that happened before something that is so); the surroundings of the thing of
    which most is told, as far as they can be taken in at a glance; and the shortest way between two central actors
    that are not neighbours.
    """
    found: list[dict[str, object]] = []
    n = len(labels)
    near = Neighbours.of(n, edges.source, edges.target)
    degree = near.degree.tolist()
    told = edges.only(~edges.called(_STRUCTURE) & (edges.source != edges.target))
    if len(told.source):
        # the last by this order, and the first of equal ones
        early = -(told.source + told.target)
        best = np.lexsort((-np.arange(len(early)), early, told.support, told.called(_EVENTS)))[-1]
        a, b, support = int(told.source[best]), int(told.target[best]), int(told.support[best])
        verb, stories = told.labels[told.key[best]], f"{support} {'story says' if support == 1 else 'stories say'} so"
        found.append({"title": f"{labels[a]} → {labels[b]}", "verb": verb, "text": stories, "path": [a, b]})
    things = [i for i in range(n) if kinds[i] not in _DOCUMENTS and kinds[i] != "Provider" and degree[i]]
    if things:
        relations = np.bincount(told.source, minlength=n) + np.bincount(told.target, minlength=n)
        small = [i for i in things if degree[i] <= _GLANCE]
        top = min(small or things, key=lambda i: (-relations[i], i))
        around = Counter(kinds[j] for j in near.around(top))
        kind, many = min(around.items(), key=lambda item: (-item[1], item[0]))
        found.append({
            "title": f"Around {labels[top]}", "text": _neighbourhood(degree[top], many, kind), "focus": top,
        })  # fmt: skip
    way = _way([i for i in things if kinds[i] in _ACTORS], near, kinds)
    if way:
        a, b = way[0], way[-1]
        steps = f"{len(way) - 1} steps apart"
        found.append({"title": f"From {labels[a]} to {labels[b]}", "text": steps, "path": [a, b]})
    return found


def _way(actors: list[int], near: Neighbours, kinds: list[str]) -> list[int]:
    """The shortest way between two of the most central: the first of three steps or more, else the first of two."""
    short: list[int] = []
    for a in actors[:6]:
        before = near.ways(a)
        for b in actors[1:40]:
            if a >= b or before[b] < 0:
                continue
            path = [b]
            while path[-1] != a:
                path.append(int(before[path[-1]]))
            path.reverse()
            if len(path) >= 4:
                return path
            if not short and len(path) == 3 and kinds[path[1]] != "Provider":
                short = path
    return short
