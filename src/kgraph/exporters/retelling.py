"""What a change says, and how often everything is said after it: all that files need to know that are spliced."""

import marshal
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from kgraph import identity, rdf
from kgraph.change import Change
from kgraph.exporters import graphml, turtle
from kgraph.exporters.dataset import Counts
from kgraph.exporters.splicing import Former, Pieces, pieces
from kgraph.graph import Graph
from kgraph.model import Iri

_SUM = 16
EXTRACTORS, ATTRIBUTES, KINDS, PROPERTIES, CLASSES, SUMS = (
    "extractors",
    "attributes",
    "kinds",
    "properties",
    "classes",
    "sums",
)
"""What is counted in all owners: those with claims by an extractor, those with an attribute of a type, those of a kind,
statements by property, subjects by class; and subjects and statements altogether."""


class Record(NamedTuple):
    """What is remembered of an owner: a node with its claims."""

    digest: bytes
    """Of what is said of it and of its claims."""
    claims: list[Iri]
    extractors: list[str]
    shape: graphml.Shape
    kind: str
    said: tuple[int, int, dict[Iri, int], dict[Iri, int]]
    """How much: subjects, statements, by property, by class."""

    def counts(self) -> Counts:
        """How much is said."""
        subjects, triples, properties, classes = self.said
        return Counts(triples, subjects, classes, properties)


def digest_of(attributes: Mapping[str, Any], targets: rdf.Targets) -> bytes:
    """A digest of what a node holds and of the edges that lead from it."""
    try:
        edges = marshal.dumps(targets, 2)  # the last version in which equal values give equal bytes
    except ValueError:  # a value that marshal does not know: a decimal, or a date
        edges = repr(targets).encode("utf-8", "surrogatepass")
    return blake2b(
        edges, digest_size=_SUM, key=blake2b(repr(attributes).encode("utf-8", "surrogatepass")).digest()
    ).digest()


def digest_of_document(held: Mapping[str, Any]) -> bytes:
    """A digest of what is said of a source document."""
    said = "\n".join((held["sha256"], *held["states"]))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_SUM).digest()


def between(former: Former, graph: Graph) -> Change:
    """What came between former files and a whole graph."""
    told = [
        owner
        for owner, targets in graph.adjacency()
        if (before := former.record(owner)) is None or before[0] != digest_of(graph.nodes[owner], targets)
    ]
    return Change(graph, frozenset(told), frozenset(each for each in former.index.owners if each not in graph))


class Retelling:
    """What a change says, and what it makes of former files."""

    def __init__(self, change: Change, former: Former) -> None:
        """Read what changes, without telling it."""
        self.graph: Graph = change.graph
        self.telling = rdf.Telling(change.graph)
        self.base = self.telling.base
        self.counts: dict[Iri, Counts] = {}
        """How much is said of each owner, when it is told."""
        self._owner: dict[Iri, Iri] = {}
        self._parts: dict[Iri, tuple[list[Iri], list[str]]] = {}
        self._totals = {name: dict(held) for name, held in former.index.totals.items()}
        outdated = [
            (owner, Record(*found))
            for owner in sorted(change.told | change.gone)
            if (found := former.record(owner)) is not None
        ]
        told = sorted(change.told)
        lost = [subject for owner, record in outdated for subject in (owner, *record.claims)]
        before = set(self._totals.get(EXTRACTORS, ()))
        for _, record in outdated:
            self._add(record.extractors, record.shape, record.kind, -1)
            self._add_counts(record.counts(), -1)
        for owner in told:
            self._read(owner)
        after = set(self._totals.get(EXTRACTORS, ()))
        known = {name: identity.below(self.base, identity.extractor(name)) for name in before | after}
        came = {known[name] for name in after - before}
        lost += [known[name] for name in before - after]
        self.extractors = [known[name] for name in after]
        self.is_plain = len(set(known.values())) == len(known)
        """Whether every subject is one thing: hostile addresses may name an article as a claim is named."""
        self.owners: Pieces = pieces(former.index.owners, (owner for owner, _ in outdated), told) or []
        self.subjects: Pieces = []
        subjects = pieces(former.index.subjects, lost, [*told, *self._owner.keys() - change.told, *came])
        if subjects is None or len(self._owner) != sum(1 + len(claims) for claims, _ in self._parts.values()):
            self.is_plain = False
        else:
            self.subjects = subjects

    def _read(self, owner: Iri) -> None:
        claims, names = self.telling.read_claims(owner)
        self._parts[owner] = claims, sorted(names)
        self._owner[owner] = owner
        for claim in claims:
            self._owner[claim] = owner
        shape = graphml.shape_of(self.graph.nodes[owner])
        self._add(names, shape, turtle.kind_of(owner, self.base), 1)

    def _add(self, extractors: Iterable[str], shape: graphml.Shape, kind: str, sign: int) -> None:
        for name, found in ((EXTRACTORS, extractors), (ATTRIBUTES, shape), (KINDS, (kind,))):
            self._count(name, dict.fromkeys(found, 1), sign)

    def _add_counts(self, counts: Counts, sign: int) -> None:
        self._count(PROPERTIES, counts.properties, sign)
        self._count(CLASSES, counts.classes, sign)
        self._count(SUMS, {"subjects": counts.subjects, "triples": counts.triples}, sign)

    def _count(self, name: str, found: Mapping[Any, int], sign: int) -> None:
        held = self._totals.setdefault(name, {})
        for each, count in found.items():
            left = held.get(each, 0) + sign * count
            if left:
                held[each] = left
            else:
                held.pop(each, None)

    def held(self, name: str) -> Iterable[Any]:
        """What of a kind occurs in the whole graph."""
        return self._totals.get(name, {})

    def describe(self, subject: Iri) -> rdf.Description:
        """What is said of a subject; it is counted."""
        described = self.telling.describe(subject)
        if (owner := self._owner.get(subject)) is not None:
            self.counts.setdefault(owner, Counts()).add(described)
        return described

    def record(self, owner: Iri) -> Record:
        """What is to be remembered of an owner that is told."""
        claims, names = self._parts[owner]
        held, counts = self.graph.nodes[owner], self.counts[owner]
        return Record(
            digest_of(held, self.telling.targets[owner]),
            claims,
            names,
            graphml.shape_of(held),
            turtle.kind_of(owner, self.base),
            (counts.subjects, counts.triples, counts.properties, counts.classes),
        )

    def totals(self) -> dict[str, dict[Any, int]]:
        """How often everything occurs, when all is told."""
        for counts in self.counts.values():
            self._add_counts(counts, 1)
        self.counts.clear()
        return self._totals
