"""All formats that are text, written in one go: what a graph says is told once, and what did not change not at all.

Each of the formats can be written alone as well (:mod:`.turtle`, :mod:`.nquads`, :mod:`.jsonld`, :mod:`.graphml`,
:mod:`.dataset`), with the same bytes; telling a subject takes as long as writing it down.
"""

from contextlib import ExitStack
from pathlib import Path

from kgraph import fingerprint, rdf
from kgraph.exporters import dataset, graphml, jsonld, nquads, splicing, turtle
from kgraph.exporters.dataset import Counts
from kgraph.exporters.splicing import Former, Index, Strip
from kgraph.graph import Graph
from kgraph.model import Iri

DESCRIBED = (turtle, nquads, jsonld)
"""Formats that say what RDF says, subject by subject."""
NAME = (turtle.NAME, nquads.NAME, jsonld.NAME, graphml.NAME, dataset.NAME)
_NODES, _EDGES = "nodes", "edges"


def write(graph: Graph, folder: Path) -> None:
    """Write the graph into the folder in every textual format."""
    frames = {each.NAME: each.frame(graph) for each in DESCRIBED}
    lines = graphml.Lines(graph)
    heads = [fingerprint.program(), graph.graph["base"], lines.head, *(frame.head for frame in frames.values())]
    index = Index(fingerprint.of(*heads))
    former = splicing.former(index.heads, (*frames, graphml.NAME))
    told = _Told(graph, index, former)
    if former is not None and not told.is_plain:
        index = Index(index.heads)
        told = _Told(graph, index, None)
    with ExitStack() as files:
        strips = {}
        for name, frame in frames.items():
            file = files.enter_context((folder / name).open("wb"))
            head = frame.head.encode()
            file.write(head)
            strips[name] = Strip(file, frame.between, told.strip(name, name, len(head)))
        for subject in told.subjects:
            number = told.place(subject)
            if number is not None:
                for strip in strips.values():
                    strip.copy(number)
            else:
                described = told.describe(subject)
                for name, frame in frames.items():
                    strips[name].add(frame.block(described))
        for name, strip in strips.items():
            index.lengths[name] = strip.close(frames[name].tail())
    _write_graphml(told, lines, folder / graphml.NAME)
    dataset.write_counted(graph, told.counts(), told.telling.extractors, folder)
    if told.is_plain:
        index.subjects = told.subjects
        splicing.keep(index)


def _write_graphml(told: "_Told", lines: graphml.Lines, path: Path) -> None:
    """Write the lines of nodes, and then those of their edges."""
    former, index, head = told.former, told.index, lines.head.encode()
    with path.open("wb") as file:
        file.write(head)
        nodes = Strip(file, "", told.strip(_NODES, graphml.NAME, len(head)))
        for owner in index.owners:
            if (number := told.kept.get(owner)) is not None:
                nodes.copy(number)
            else:
                nodes.add(lines.node(owner))
        index.lengths[_NODES] = nodes.close()
        start = len(head) + (former.length(_NODES) if former else 0)
        edges = Strip(file, "", told.strip(_EDGES, graphml.NAME, start))
        for owner in index.owners:
            if (number := told.kept.get(owner)) is not None:
                edges.copy(number)
            else:
                edges.add(lines.edges(owner, told.telling.targets[owner]))
        index.lengths[_EDGES] = edges.close([lines.tail])


class _Told:
    """What a graph says, told anew where it is not what the former files say."""

    def __init__(self, graph: Graph, index: Index, former: Former | None) -> None:
        self.telling = rdf.Telling(graph)
        self.index, self.former = index, former
        self.kept: dict[Iri, int] = {}
        """The number that an owner has in the former index, where it says what it said then."""
        self._owner: dict[Iri, int] = {}
        self._counts: dict[int, Counts] = {}
        self._of_extractors = Counts()
        self._places = {subject: number for number, subject in enumerate(former.index.subjects)} if former else {}
        index.owners = sorted(graph.nodes)
        for number, owner in enumerate(index.owners):
            self._read(number, owner)
        self._owner |= {owner: number for number, owner in enumerate(index.owners)}
        parts = len(index.owners) + sum(map(len, index.claims)) + len(self.telling.extractors)
        self.subjects = sorted({*self._owner, *self.telling.extractors})
        self.is_plain = parts == len(self.subjects)
        """Whether every subject is one thing: hostile addresses may name an article as a claim is named."""

    def _read(self, number: int, owner: Iri) -> None:
        digest = splicing.digest_of(self.telling.nodes[owner], self.telling.targets[owner])
        before = self.former.numbers.get(owner) if self.former else None
        if self.former and before is not None and self.former.index.digests[before] == digest:
            self.kept[owner] = before
            claims, names = self.former.index.claims[before], self.former.index.extractors[before]
            for name in names:
                self.telling.extractor(name)
        else:
            claims, found = self.telling.read_claims(owner)
            names = sorted(found)
            self._counts[number] = Counts()
        self.index.digests.append(digest)
        self.index.claims.append(claims)
        self.index.extractors.append(names)
        for claim in claims:
            self._owner[claim] = number

    def strip(self, name: str, file: str, start: int) -> tuple[memoryview, list[int]] | None:
        """What there is to copy from."""
        return self.former.strip(name, file, start) if self.former else None

    def place(self, subject: Iri) -> int | None:
        """The number of the subject's block in the former files; None where it is to be told anew."""
        owner = self._owner.get(subject)
        if owner is None or self.index.owners[owner] not in self.kept:
            return None
        return self._places.get(subject)

    def describe(self, subject: Iri) -> rdf.Description:
        """What is said of a subject; it is counted."""
        described = self.telling.describe(subject)
        owner = self._owner.get(subject)
        (self._counts[owner] if owner is not None else self._of_extractors).add(described)
        return described

    def counts(self) -> Counts:
        """What there is how often, when all is told."""
        total = Counts()
        total += self._of_extractors
        for number, owner in enumerate(self.index.owners):
            before = self.kept.get(owner)
            if before is not None and self.former:
                self.index.counts.append(self.former.index.counts[before])
                total += self.former.index.told(before)
            else:
                each = self._counts[number]
                self.index.counts.append((each.subjects, each.triples, each.properties, each.classes))
                total += each
        return total
