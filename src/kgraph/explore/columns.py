"""A graph as columns: numbers and strings by position, nodes ordered by importance.

Three parts, so that a page can draw after the first: ``core`` (labels, types, places, edges), ``details`` (IRIs, other
names, properties) and ``evidence`` (claims). All are plain JSON values; nothing depends on the order in which the graph
was built.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kgraph.explore import arrangement, communities, overview
from kgraph.explore.colours import Colours, colour

ATLAS_FROM = 2_000  # above so many nodes a page opens on communities
LABEL_LIMIT = 180  # characters of a label kept for drawing; the whole stands in the details
CLAIMS_PER_EDGE = 40
# What holds vocabularies together says nothing about the articles: it neither ranks nor places, and a page begins
# without it.
SCAFFOLD = frozenset({"inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "measure"})
# How much an edge counts in ranks, communities and layout, where that is not 1: who published an article says little
# of what it belongs with.
SHARES = {"publisher": 0.25, **dict.fromkeys(sorted(SCAFFOLD), 0.0)}
_EPOCH = date(1970, 1, 1).toordinal()
_DATES = ("datePublished", "dateModified")
_PREFIXES = ("https://w3id.org/kgraph/id/", "http://id.nlm.nih.gov/mesh/", "https://w3id.org/kgraph/ontology#")


@dataclass(frozen=True, slots=True)
class Columns:
    """The three parts of a page's data."""

    core: dict[str, Any]
    details: dict[str, Any]
    evidence: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A graph whose nodes and edges are numbered: nodes by falling PageRank, then IRI; edges by source, key, target."""

    nodes: list[str]
    attributes: list[Mapping[str, Any]]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    keys: list[str]
    edges: list[Mapping[str, Any]]
    rank: NDArray[np.float64]


def pagerank(
    n: int, source: NDArray[np.int64], target: NDArray[np.int64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the PageRank (Brin & Page 1998) of each node, every edge counted both ways by its weight, to 1e-10."""
    if n == 0:
        return np.zeros(0)
    rows, columns = np.concatenate([source, target]), np.concatenate([target, source])
    matrix = sparse.coo_array((np.concatenate([weight, weight]), (rows, columns)), shape=(n, n)).tocsr()
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    share = np.divide(1.0, degree, out=np.zeros(n), where=degree > 0)
    score = np.full(n, 1.0 / n)
    for _ in range(200):
        after = 0.85 * (matrix @ (score * share) + score[degree == 0].sum() / n) + 0.15 / n
        done = float(np.abs(after - score).sum()) < 1e-10
        score = after
        if done:
            break
    return np.asarray(score)


def number(graph: nx.MultiDiGraph[str]) -> Numbered:
    """Return ``graph`` with its nodes and edges numbered; the graph is only read."""
    names = sorted(str(n) for n in graph)
    by_name = {str(n): n for n in graph}
    at = {name: i for i, name in enumerate(names)}
    ends: tuple[list[int], list[int]] = ([], [])
    keys: list[str] = []
    held: list[Mapping[str, Any]] = []
    for a, targets in graph.adjacency():
        here = at[str(a)]
        for b, parallel in targets.items():
            there = at[str(b)]
            for k, d in parallel.items():
                ends[0].append(here)
                ends[1].append(there)
                keys.append(str(k))
                held.append(d)
    source, target = (np.array(each, dtype=np.int64) for each in ends)
    share = np.array([SHARES.get(edge_label(k, d), 1.0) for k, d in zip(keys, held, strict=True)])
    # Floats are added in the order of the edges: the same order, whatever that of their making was.
    key_at = {k: i for i, k in enumerate(sorted(set(keys)))}
    key = np.array([key_at[k] for k in keys], dtype=np.int64)
    same = np.lexsort((key, target, source))
    score = np.round(pagerank(len(names), source[same], target[same], share[same]), 12)
    order = np.lexsort((np.arange(len(names)), -score))
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    source, target = place[source], place[target]
    by_source = np.lexsort((target, key, source))
    nodes = [names[i] for i in order]
    return Numbered(
        nodes=nodes,
        attributes=[graph.nodes[by_name[n]] for n in nodes],
        source=source[by_source],
        target=target[by_source],
        keys=[keys[i] for i in by_source.tolist()],
        edges=[held[i] for i in by_source.tolist()],
        rank=score[order],
    )


def plain(value: object) -> Any:
    """Return ``value`` as a JSON value: dates in ISO 8601, decimals as numbers, what is not finite as text."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            return str(value)
        return plain(int(value)) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(v) for v in value), key=str)
    return str(value)


def _texts(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple | set) else [str(value)]


def label(attributes: Mapping[str, Any], iri: str) -> str:
    """Return the name to show for a node: its label, or the last part of its IRI."""
    name = attributes.get("label")
    return " ".join(str(name).split()) if name not in (None, "") else iri.rstrip("/#").rsplit("/", 1)[-1]


def _cut(text: str) -> str:
    return text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1] + "…"


def _day(attributes: Mapping[str, Any]) -> int | None:
    for name in _DATES:
        value = attributes.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, date):  # a datetime is a date
            return value.toordinal() - _EPOCH
    return None


def _per_cent(value: object) -> int:
    try:
        return max(0, min(100, round(float(value) * 100)))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return 100


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def document_text(attributes: Mapping[str, Any]) -> str:
    """Return the text into which an article's offsets point, as far as the node carries it."""
    parts = (attributes.get(name) for name in ("headline", "abstract", "articleBody"))
    return "\n".join(p for p in parts if isinstance(p, str) and p)


def edge_label(key: str, attributes: Mapping[str, Any]) -> str:
    """Return the name of an edge: its label, or the last part of its predicate's IRI."""
    name = attributes.get("label")
    return str(name) if name else key.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def _deltas(values: NDArray[np.int64]) -> list[int]:
    return [int(v) for v in np.diff(values, prepend=0)]


def _iris(nodes: list[str]) -> dict[str, Any]:
    which, rest = [], []
    for iri in nodes:
        prefix = next((i for i, p in enumerate(_PREFIXES) if iri.startswith(p)), -1)
        which.append(prefix)
        rest.append(iri[len(_PREFIXES[prefix]) :] if prefix >= 0 else iri)
    return {"prefixes": list(_PREFIXES), "prefix": which, "rest": rest}


def _details(numbered: Numbered) -> dict[str, Any]:
    properties: dict[str, tuple[list[int], list[Any]]] = {}
    names: tuple[list[int], list[list[str]]] = ([], [])
    full: tuple[list[int], list[str]] = ([], [])
    for i, attributes in enumerate(numbered.attributes):
        whole = label(attributes, numbered.nodes[i])
        if len(whole) > LABEL_LIMIT:
            full[0].append(i)
            full[1].append(whole)
        for name in sorted(attributes, key=str):
            value = attributes[name]
            if name in {"type", "label"} or value is None or value in ("", []):
                continue
            if name == "altLabel":
                names[0].append(i)
                names[1].append(sorted(_texts(value)))
                continue
            column = properties.setdefault(str(name), ([], []))
            column[0].append(i)
            # a headline that repeats the label is kept once
            column[1].append(0 if name == "headline" and value == whole else plain(value))
    return {
        "iri": _iris(numbered.nodes),
        "alt": names,
        "full": full,
        "properties": [[name, _deltas(np.array(c[0])), c[1]] for name, c in sorted(properties.items())],
    }


def _evidence(numbered: Numbered) -> dict[str, Any]:
    at = {iri: i for i, iri in enumerate(numbered.nodes)}
    texts = {i: document_text(a) for i, a in enumerate(numbered.attributes) if "headline" in a or "articleBody" in a}
    strings: dict[str, int] = {}
    extractors: dict[str, int] = {}
    columns: dict[str, list[Any]] = {k: [] for k in ("edge", "article", "exact", "start", "length", "confidence", "by")}
    started: tuple[list[int], list[Any]] = ([], [])
    more: tuple[list[int], list[int]] = ([], [])
    for e, edge in enumerate(numbered.edges):
        said = edge.get("claims")
        if not said:
            continue
        claims = sorted(
            (c for c in said if isinstance(c, Mapping)),
            key=lambda c: (
                str(c.get("article")), _count(c.get("start")), _count(c.get("end")),
                str(c.get("exact")), str(c.get("extractor")),
            ),
        )  # fmt: skip
        if len(claims) > CLAIMS_PER_EDGE:
            more[0].append(e)
            more[1].append(len(claims) - CLAIMS_PER_EDGE)
        for claim in claims[:CLAIMS_PER_EDGE]:
            article = at.get(str(claim.get("article")), -1)
            exact, start, end = str(claim.get("exact") or ""), _count(claim.get("start")), _count(claim.get("end"))
            known = article >= 0 and exact and texts.get(article, "")[start:end] == exact
            columns["edge"].append(e)
            # nearly every claim is its edge's source's own
            columns["article"].append(-2 if article == int(numbered.source[e]) else article)
            columns["exact"].append(-1 if known else strings.setdefault(exact, len(strings)))
            columns["start"].append(start)
            columns["length"].append(max(0, end - start))
            columns["confidence"].append(_per_cent(claim.get("confidence", 1)))
            columns["by"].append(extractors.setdefault(str(claim.get("extractor") or ""), len(extractors)))
            if claim.get("startDate") is not None:
                started[0].append(len(columns["edge"]) - 1)
                started[1].append(plain(claim["startDate"]))
    columns["edge"] = _deltas(np.array(columns["edge"], dtype=np.int64))
    return {**columns, "strings": list(strings), "extractors": list(extractors), "started": started, "more": more}


def build(
    graph: nx.MultiDiGraph[str],
    *,
    title: str | None,
    colours: Colours | None = None,
) -> Columns:
    """Return the columns of ``graph``: laid out, parted into communities, with an overview.

    Where there is no ``title``, its own attribute ``title`` is taken, or one made from what it holds.
    """
    numbered = number(graph)
    n, source, target = len(numbered.nodes), numbered.source, numbered.target
    kinds = [str(a.get("type") or "Thing") for a in numbered.attributes]
    tally = (
        {k: kinds.count(k) for k in sorted(set(kinds))}
        if len(set(kinds)) < 50
        else dict.fromkeys(sorted(set(kinds)), 1)
    )
    types = sorted(tally, key=lambda k: (-tally[k], k))
    type_at = {k: i for i, k in enumerate(types)}
    edge_labels: dict[str, str] = {}
    for k, d in zip(numbered.keys, numbered.edges, strict=True):
        if k not in edge_labels:
            edge_labels[k] = edge_label(k, d)
    predicates = sorted(edge_labels)
    predicate_at = {k: i for i, k in enumerate(predicates)}

    atlas = n > ATLAS_FROM
    share = np.array([SHARES.get(edge_labels[k], 1.0) for k in numbered.keys])
    weight = communities.weights(n, source, target) * share
    told = share > 0
    linked = np.zeros(n, dtype=bool)
    linked[source[told]] = linked[target[told]] = True
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    content = linked | (degree == 0)
    shape = arrangement.Shape(content, source, target, weight, told)
    arranged = arrangement.arrange(numbered.nodes, shape, atlas=atlas)
    group, position, centre, radius = arranged.group, arranged.position, arranged.centre, arranged.radius
    low = position.min(axis=0) if n else np.zeros(2)
    scale = 60_000 / max(float(np.ptp(position, axis=0).max()), 1e-9) if n > 1 else 1.0
    grid = np.round((position - low) * scale).astype(np.int64)
    labels = [label(a, iri) for a, iri in zip(numbered.attributes, numbered.nodes, strict=True)]
    named = overview.name_communities(group, source[told], target[told], labels, kinds)
    if not content.all():
        named[int(group.max())] = "Broader terms and schemes"
    # an edge that no words say has no stories to count
    supports = [_count(d.get("support", 0)) if d.get("claims") else 0 for d in numbered.edges]
    log_rank = np.log(numbered.rank / numbered.rank.min()) if n else np.zeros(0)
    core = {
        "title": title
        or str(graph.graph.get("title") or "")
        or overview.title(source, target, labels, kinds, [edge_labels[k] for k in numbered.keys]),
        "atlas": atlas,
        "types": [[k, colour(k, colours)] for k in types],
        "predicates": [[k, edge_labels[k]] for k in predicates],
        "label": [_cut(t) for t in labels],
        "type": [type_at[k] for k in kinds],
        "x": grid[:, 0].tolist(),
        "y": grid[:, 1].tolist(),
        "rank": np.round(255 * log_rank / max(float(log_rank.max()), 1e-9)).astype(int).tolist() if n else [],
        "community": group.tolist(),
        "day": [_day(a) for a in numbered.attributes],
        "source": _deltas(source),
        "target": target.tolist(),
        "predicate": [predicate_at[k] for k in numbered.keys],
        "confidence": [_per_cent(d.get("confidence", 1)) for d in numbered.edges],
        "support": supports,
        "communities": [
            [name, *np.round((c - low) * scale).astype(int).tolist(), int(np.ceil(r * scale))]
            for name, c, r in zip(named, centre, radius, strict=True)
        ],
        "scaffold": [k for k in predicates if edge_labels[k] in SCAFFOLD],
        "walks": overview.walks(
            source[told],
            target[told],
            labels,
            kinds,
            [edge_labels[k] for k, t in zip(numbered.keys, told, strict=True) if t],
            [support for support, t in zip(supports, told, strict=True) if t],
        ),
    }
    return Columns(core=core, details=_details(numbered), evidence=_evidence(numbered))
