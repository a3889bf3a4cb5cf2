"""``dataset.ttl``: what the dataset is, in the words of VoID, DCAT and PROV.

https://www.w3.org/TR/void/ ; https://www.w3.org/TR/vocab-dcat-3/ ; https://www.w3.org/TR/prov-o/ . Counts, classes and
properties, the vocabularies used, the sources with their checksums, and which versions of which extractors made it. No
time stands in it, so that the same graph gives the same bytes; the manifest has the time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kgraph import identity, ontology, rdf
from kgraph.exporters import turtle
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import KG, RDF, RDFS
from kgraph.rdf import STRING, Description, Term
from kgraph.version import __version__

NAME = "dataset.ttl"
PREFIXES = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}
_KNOWN = ontology.PREFIXES | PREFIXES
_DISTRIBUTIONS = {
    "graph.ttl": ("text/turtle", "the whole graph"),
    "graph.nq": ("application/n-quads", "the graph of each article, and which document describes what"),
    "graph.jsonld": ("application/ld+json", "the whole graph"),
    "graph.graphml": ("application/xml", "nodes and edges for graph tools"),
    "nodes.parquet": ("application/vnd.apache.parquet", "nodes as a table"),
    "edges.parquet": ("application/vnd.apache.parquet", "edges with their claims as a table"),
}
_INTEGER = ontology.PREFIXES["xsd"] + "integer"
DESCRIPTION = "Who published, made, bought, uses and measures what, and in which words."
RIGHTS = (
    "The articles belong to their publishers: the graph cites their headlines, abstracts and the sentences that make a "
    "claim."
)


@dataclass(slots=True)
class Counts:
    """What there is how often."""

    triples: int = 0
    subjects: int = 0
    classes: dict[Iri, int] = field(default_factory=dict)
    properties: dict[Iri, int] = field(default_factory=dict)

    def add(self, described: Description) -> None:
        """Count what is said of one more subject."""
        self.subjects += 1
        self.triples += len(described.said)
        properties, classes = self.properties, self.classes
        for predicate, value, _, _ in described.said:
            properties[predicate] = properties.get(predicate, 0) + 1
            if predicate == RDF.TYPE:
                classes[value] = classes.get(value, 0) + 1


def write(graph: Graph, folder: Path) -> None:
    """Write the description into the folder."""
    counts = Counts()
    telling = rdf.Telling(graph)
    for owner in telling.targets:
        telling.read_claims(owner)
    for subject in {*telling.nodes, *telling.claims, *telling.extractors}:
        counts.add(telling.describe(subject))
    write_counted(graph, len(telling.nodes), counts, telling.extractors, folder)


def write_counted(graph: Graph, nodes: int, counts: Counts, extractors: Iterable[Iri], folder: Path) -> None:
    """Write the description of a graph whose nodes and statements are counted into the folder."""
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(turtle.blocks(descriptions(graph, nodes, counts, extractors), _KNOWN))


class _Told:
    """What is said, collected by subject."""

    def __init__(self) -> None:
        self._said: dict[Iri, set[tuple[Iri, Term]]] = {}

    def iri(self, subject: Iri, name: str, *values: Iri) -> None:
        """Say that a property, given with its prefix, leads to things."""
        self._say(subject, name, [(value, "") for value in values])

    def text(self, subject: Iri, name: str, value: str) -> None:
        """Say that a property has a text."""
        self._say(subject, name, [(value, STRING)])

    def number(self, subject: Iri, name: str, value: int) -> None:
        """Say that a property has a number."""
        self._say(subject, name, [(str(value), _INTEGER)])

    def _say(self, subject: Iri, name: str, values: list[Term]) -> None:
        prefix, _, local = name.partition(":")
        predicate = _KNOWN[prefix] + local
        self._said.setdefault(subject, set()).update((predicate, value) for value in values)

    def descriptions(self) -> list[Description]:
        """All of it, sorted."""
        rank = {RDF.TYPE: 0, RDFS.LABEL: 1}
        return [
            Description(
                subject,
                [(p, *term, ()) for p, term in sorted(said, key=lambda each: (rank.get(each[0], 2), *each))],
            )
            for subject, said in sorted(self._said.items())
        ]


def descriptions(graph: Graph, nodes: int, counts: Counts, extractors: Iterable[Iri]) -> list[Description]:
    """The dataset, its partitions, its distributions, its sources and how it was made, sorted by subject."""
    base, told = graph.graph["base"], _Told()
    dataset = base + "dataset"
    documents = sorted(graph.graph.get("documents", {}).items())
    void, dcat, prov = PREFIXES["void"], PREFIXES["dcat"], ontology.PREFIXES["prov"]
    told.iri(dataset, "rdf:type", void + "Dataset", dcat + "Dataset", prov + "Entity")
    told.text(dataset, "rdfs:label", "kgraph dataset")
    told.text(dataset, "dcterms:title", "A knowledge graph of articles and market reports")
    told.text(dataset, "dcterms:description", DESCRIPTION)
    told.text(dataset, "dcterms:rights", RIGHTS)
    if "license" in graph.graph:
        told.iri(dataset, "dcterms:license", graph.graph["license"])
    told.iri(dataset, "dcterms:conformsTo", "https://w3id.org/kgraph/ontology")
    told.text(dataset, "void:uriSpace", base)
    told.number(dataset, "void:triples", counts.triples)
    told.number(dataset, "void:entities", nodes)
    told.number(dataset, "void:distinctSubjects", counts.subjects)
    told.number(dataset, "void:classes", len(counts.classes))
    told.number(dataset, "void:properties", len(counts.properties))
    told.number(dataset, "void:documents", len(documents))
    terms = (*counts.classes, *counts.properties)
    told.iri(dataset, "void:vocabulary", *{each[: max(each.rfind("/"), each.rfind("#")) + 1] for each in terms})
    for kind, counted, unit in (("class", counts.classes, "entities"), ("property", counts.properties, "triples")):
        for iri, count in counted.items():
            part = f"{dataset}/{kind}/{_name(iri)}"
            told.iri(dataset, f"void:{kind}Partition", part)
            told.iri(part, f"void:{kind}", iri)
            told.number(part, f"void:{unit}", count)
    for name, (media_type, title) in _DISTRIBUTIONS.items():
        part = f"{dataset}/distribution/{name}"
        told.iri(dataset, "dcat:distribution", part)
        told.iri(part, "rdf:type", dcat + "Distribution")
        told.text(part, "dcterms:title", title)
        told.text(part, "dcterms:identifier", name)
        told.iri(part, "dcat:mediaType", f"https://www.iana.org/assignments/media-types/{media_type}")
    making, program = dataset + "/making", dataset + "/kgraph"
    told.iri(dataset, "prov:wasGeneratedBy", making)
    told.iri(making, "rdf:type", prov + "Activity")
    told.text(making, "rdfs:label", "kgraph build")
    told.iri(making, "prov:wasAssociatedWith", program)
    told.iri(program, "rdf:type", prov + "SoftwareAgent")
    told.text(program, "rdfs:label", f"kgraph {__version__}")
    told.iri(making, "dcterms:hasPart", *extractors)
    # Sources are many: each is described at once.
    used = {identity.below(base, identity.document(path)): (path, held["sha256"]) for path, held in documents}
    told.iri(making, "prov:used", *used)
    entity = (RDF.TYPE, prov + "Entity", "", ())
    sources = [
        Description(iri, [entity, (KG.PATH, path, STRING, ()), (KG.SHA256, digest, STRING, ())])
        for iri, (path, digest) in used.items()
    ]
    return sorted([*told.descriptions(), *sources])


def _name(iri: Iri) -> str:
    """A name for a partition: prefix and local name, since a class and a property may share the latter."""
    prefix = next((name for name, namespace in ontology.PREFIXES.items() if iri.startswith(namespace)), "other")
    return f"{prefix}-{ontology.local_name(iri)}"
