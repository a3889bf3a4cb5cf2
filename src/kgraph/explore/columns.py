"""The data of a page: numbers and strings by position, nodes ordered by importance.

Three parts, so that a page can draw after the first: :func:`core` (labels, types, places, edges), :func:`details`
(IRIs, other names, properties) and :func:`evidence` (claims). All are plain JSON values; nothing depends on the order
in which the graph was built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from kgraph.explore import overview
from kgraph.explore.arrangement import Arrangement, is_atlas
from kgraph.explore.colours import Colours, colour
from kgraph.explore.numbering import SCAFFOLD, Numbered
from kgraph.explore.told import Ints, Names, Told, plain

LABEL_LIMIT = 180  # characters of a label kept for drawing; the whole stands in the details
CLAIMS_PER_EDGE = 40
_EPOCH = date(1970, 1, 1).toordinal()
_DATES = ("datePublished", "dateModified")
_TEXTS = ("headline", "abstract", "articleBody")
"""The parts of the text into which an article's offsets point."""
_PREFIXES = ("https://w3id.org/kgraph/id/", "http://id.nlm.nih.gov/mesh/", "https://w3id.org/kgraph/ontology#")
_OWN = -2
"""Stands for the article that is the source of its claim's edge: nearly every claim is."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes by their numbers."""

    iris: list[str]
    labels: list[str]
    kinds: list[str]
    properties: dict[str, tuple[list[int], list[Any]]]
    """The numbers of the nodes that have a property, rising, and its values."""

    @classmethod
    def of(cls, told: Told, numbered: Numbered) -> Nodes:
        """The nodes of a graph."""
        properties = {}
        for name, (rows, values) in sorted(told.properties.items()):
            numbers = numbered.number[np.asarray(rows, dtype=np.int64)]
            order = np.argsort(numbers)
            properties[name] = numbers[order].tolist(), [values[i] for i in order.tolist()]
        iris = [told.nodes[row] for row in numbered.node.tolist()]
        labels, kinds = dict(zip(*properties.pop("label", ([], [])), strict=True)), ["Thing"] * len(iris)
        for i, kind in zip(*properties.pop("type", ([], [])), strict=True):
            kinds[i] = str(kind or "Thing")
        return cls(iris, [label(labels.get(i), iri) for i, iri in enumerate(iris)], kinds, properties)


def label(name: object, iri: str) -> str:
    """Return the name to show for a node: its label, or the last part of its IRI."""
    return " ".join(str(name).split()) if name not in (None, "") else iri.rstrip("/#").rsplit("/", 1)[-1]


def _cut(text: str) -> str:
    return text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1] + "…"


def _days(nodes: Nodes) -> list[int | None]:
    days: list[int | None] = [None] * len(nodes.iris)
    for name in reversed(_DATES):
        for i, value in zip(*nodes.properties.get(name, ([], [])), strict=True):
            first = value[0] if isinstance(value, list) and value else value
            if isinstance(first, date):  # a datetime is a date
                days[i] = first.toordinal() - _EPOCH
    return days


def _deltas(values: Ints) -> list[int]:
    found: list[int] = np.diff(values, prepend=0).tolist()
    return found


def _iris(nodes: list[str]) -> dict[str, Any]:
    which, rest = [], []
    for iri in nodes:
        prefix = next((i for i, p in enumerate(_PREFIXES) if iri.startswith(p)), -1)
        which.append(prefix)
        rest.append(iri[len(_PREFIXES[prefix]) :] if prefix >= 0 else iri)
    return {"prefixes": list(_PREFIXES), "prefix": which, "rest": rest}


def _names(value: object) -> list[str]:
    return sorted(map(str, value)) if isinstance(value, list | tuple | set) else [str(value)]


def details(nodes: Nodes) -> dict[str, Any]:
    """Return what is known of each node beside its label and its place."""
    properties = {}
    for name, column in nodes.properties.items():
        held = [(i, v) for i, v in zip(*column, strict=True) if v is not None and v not in ("", [])]
        if name == "altLabel":
            values: list[Any] = [_names(v) for _, v in held]
        elif name == "headline":  # one that repeats the label is kept once
            values = [0 if v == nodes.labels[i] else plain(v) for i, v in held]
        else:
            values = [plain(v) for _, v in held]
        if held:
            properties[name] = [i for i, _ in held], values
    long = [i for i, text in enumerate(nodes.labels) if len(text) > LABEL_LIMIT]
    return {
        "iri": _iris(nodes.iris),
        "alt": properties.pop("altLabel", ([], [])),
        "full": (long, [nodes.labels[i] for i in long]),
        "properties": [[name, _deltas(np.array(c[0])), c[1]] for name, c in properties.items()],
    }


def _texts(nodes: Nodes) -> dict[int, str]:
    """The texts into which offsets point, as far as the nodes carry them."""
    parts: dict[int, list[str]] = {}
    for name in _TEXTS:
        for i, part in zip(*nodes.properties.get(name, ([], [])), strict=True):
            if isinstance(part, str) and part:
                parts.setdefault(i, []).append(part)
    return {i: "\n".join(each) for i, each in parts.items()}


def _by_appearance(names: Names, rows: Ints) -> tuple[Ints, list[str]]:
    """Return the names of some rows, numbered as they come, and what the numbers stand for."""
    found, first, inverse = np.unique(names.code[rows], return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(found), dtype=np.int64)
    place[order] = np.arange(len(found))
    return place[inverse], [names.values[code] for code in found[order].tolist()]


def evidence(told: Told, numbered: Numbered, nodes: Nodes) -> dict[str, Any]:
    """Return the claims: of which edge each is, and which words of which article say so."""
    claims = told.claims
    edge_at = np.empty(len(numbered.edge), dtype=np.int64)
    edge_at[numbered.edge] = np.arange(len(numbered.edge))
    edge = edge_at[claims.edge]
    order = np.lexsort((claims.extractor.code, claims.exact.code, claims.end, claims.start, claims.article.code, edge))
    edge = edge[order]
    several, first, count = np.unique(edge, return_index=True, return_counts=True)
    kept = np.arange(len(edge)) - np.repeat(first, count) < CLAIMS_PER_EDGE
    many = count > CLAIMS_PER_EDGE
    edge, row = edge[kept], order[kept]
    at = {iri: i for i, iri in enumerate(nodes.iris)}
    article = np.array([at.get(iri, -1) for iri in claims.article.values], dtype=np.int64)[claims.article.code[row]]
    start, end, texts = claims.start[row], claims.end[row], _texts(nodes)
    words = [claims.exact.values[code] for code in claims.exact.code[row].tolist()]
    unknown = [
        not said or texts.get(i, "")[a:b] != said
        for i, a, b, said in zip(article.tolist(), start.tolist(), end.tolist(), words, strict=True)
    ]
    apart = np.flatnonzero(np.array(unknown, dtype=np.bool_))
    exact = np.full(len(row), -1)
    exact[apart], strings = _by_appearance(claims.exact, row[apart])
    by, extractors = _by_appearance(claims.extractor, row)
    started = [(place, claims.started[i]) for place, i in enumerate(row.tolist()) if claims.started[i] is not None]
    return {
        "edge": _deltas(edge),
        "article": np.where(article == numbered.source[edge], _OWN, article).tolist(),
        "exact": exact.tolist(),
        "start": start.tolist(),
        "length": np.maximum(end - start, 0).tolist(),
        "confidence": claims.confidence[row].tolist(),
        "by": by.tolist(),
        "strings": strings,
        "extractors": extractors,
        "started": ([place for place, _ in started], [when for _, when in started]),
        "more": (several[many].tolist(), (count[many] - CLAIMS_PER_EDGE).tolist()),
    }


def _types(kinds: list[str]) -> list[str]:
    """The types that there are, the most frequent first where they are few."""
    tally = Counter(kinds)
    return sorted(tally, key=lambda kind: (-tally[kind] if len(tally) < 50 else 0, kind))


def core(
    told: Told,
    numbered: Numbered,
    nodes: Nodes,
    arranged: Callable[[], Arrangement],
    *,
    title: str | None,
    colours: Colours | None = None,
) -> dict[str, Any]:
    """Return what a page draws: the graph laid out, parted into communities, with an overview.

    Args:
        told: the graph.
        numbered: the order of its nodes and edges.
        nodes: in that order.
        arranged: gives the places of the rows of its nodes; is asked as late as may be.
        title: of the page; by default the graph's own, or one made from what it holds.
        colours: ``#rrggbb`` for a type's local name.
    """
    n, source, target = len(nodes.iris), numbered.source, numbered.target
    types = _types(nodes.kinds)
    type_at = {k: i for i, k in enumerate(types)}
    # an edge that no words say has no stories to count
    said = np.bincount(told.claims.edge, minlength=len(source)) > 0
    support = np.where(said, told.support, 0)[numbered.edge]
    log_rank = np.log(numbered.rank / numbered.rank.min()) if n else np.zeros(0)
    edges = overview.Edges(source, target, numbered.key, told.labels, support)
    drawn = numbered.share > 0
    headline = title or told.title or overview.title(edges, nodes.labels, nodes.kinds)
    walks = overview.walks(edges.only(drawn), nodes.labels, nodes.kinds)
    places = arranged().by_number(numbered.node)
    position = places.position
    low = position.min(axis=0) if n else np.zeros(2)
    scale = 60_000 / max(float(np.ptp(position, axis=0).max()), 1e-9) if n > 1 else 1.0
    grid = np.round((position - low) * scale).astype(np.int64)
    named = overview.name_communities(places.group, source[drawn], target[drawn], nodes.labels, nodes.kinds)
    if not places.content.all():
        named[int(places.group.max())] = "Broader terms and schemes"
    return {
        "title": headline,
        "atlas": is_atlas(n),
        "types": [[k, colour(k, colours)] for k in types],
        "predicates": [list(each) for each in zip(told.key.values, told.labels, strict=True)],
        "label": [_cut(t) for t in nodes.labels],
        "type": [type_at[k] for k in nodes.kinds],
        "x": grid[:, 0].tolist(),
        "y": grid[:, 1].tolist(),
        "rank": np.round(255 * log_rank / max(float(log_rank.max()), 1e-9)).astype(int).tolist() if n else [],
        "community": places.group.tolist(),
        "day": _days(nodes),
        "source": _deltas(source),
        "target": target.tolist(),
        "predicate": numbered.key.tolist(),
        "confidence": told.confidence[numbered.edge].tolist(),
        "support": support.tolist(),
        "communities": [
            [name, *np.round((c - low) * scale).astype(int).tolist(), int(np.ceil(r * scale))]
            for name, c, r in zip(named, places.centre, places.radius, strict=True)
        ],
        "scaffold": [k for k, name in zip(told.key.values, told.labels, strict=True) if name in SCAFFOLD],
        "walks": walks,
    }
