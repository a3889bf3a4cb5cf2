"""Whether exports are what ``ontology/shapes.ttl`` says they are, and whether the ontology itself is in order.

SHACL (https://www.w3.org/TR/shacl/) by one of two engines that find the same: pySHACL, the reference, and the package
``shacl``, which takes a second where pySHACL takes minutes. Every rule of the shapes has a name and a message of its
own, so that a finding can say which node breaks which rule by which property.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module, util
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from kgraph import ontology
from kgraph.errors import ExportError, MissingExportError, MissingExtraError, UsageError
from kgraph.model import Iri
from kgraph.ontology_reference import short

_SH = "http://www.w3.org/ns/shacl#"
_SHAPES = "https://w3id.org/kgraph/shapes#"
_TYPE = ox.NamedNode(ontology.PREFIXES["rdf"] + "type")
SHAPES = "shapes.ttl"
ARTEFACTS = ("graph.ttl", "graph.nq")
"""What is validated of a folder of exports: together they hold every statement."""
_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One node that breaks one rule."""

    node: str
    """The IRI (or ``_:`` label) of the node."""
    property: str
    """The property concerned, or several, with their prefixes; "IRI" where the node's own name is meant."""
    rule: str
    """The rule's name in ``ontology/shapes.ttl``: ``unit-value``."""
    message: str
    """What the rule demands."""
    value: str = ""
    """The offending value in N-Triples; empty where something is missing, or the node itself is meant."""
    label: str = ""
    """What the node is called."""

    def __str__(self) -> str:
        """The finding as a sentence that names node, property and rule."""
        named = f"{self.node} ({self.label!r})" if self.label else self.node
        found = f" – found {self.value}" if self.value else ""
        return f"{named}: {self.property}: {self.message}{found} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the shapes."""

    name: str
    message: str
    property: str


class Raw(NamedTuple):
    """A finding as an engine tells it, its terms in N-Triples."""

    node: str
    rule: Iri
    path: Iri
    """Empty where the node as a whole is meant."""
    value: str
    """Empty where something is missing."""


def check(triples: Iterable[ox.Triple], engine: str | None = None) -> list[Finding]:
    """Every breach of the shapes in a graph, sorted.

    Args:
        triples: the graph; duplicates do no harm.
        engine: "shacl", "pyshacl", or None for the faster one that is installed.

    Raises:
        MissingExtraError: if that engine, or any, is not installed.
    """
    run = _engine(engine)
    held = sorted({str(triple) for triple in triples})
    labels = _labels(held)
    found = set()
    for raw in run("".join(f"{line} .\n" for line in held)):
        rule = rules()[raw.rule.removeprefix(_SHAPES)]
        about = short(raw.path) if raw.path else rule.property
        said = "" if raw.value == raw.node else raw.value
        found.add(Finding(raw.node.strip("<>"), about, rule.name, rule.message, said, labels.get(raw.node, "")))
    return sorted(found)


def check_exports(folder: Path, engine: str | None = None) -> list[Finding]:
    """Every breach of the shapes in a folder of exports. Raises: ExportError, MissingExtraError."""
    for name in ARTEFACTS:
        if not (folder / name).is_file():
            raise MissingExportError(folder, name)
    return check((triple for name in ARTEFACTS for triple in read(folder / name)), engine)


def read(path: Path) -> Iterator[Any]:
    """The triples (of pyoxigraph) of a file, whatever named graphs they stand in. Raises: ExportError, UsageError."""
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise UsageError(f"{path}: no RDF file; its name must end in {', '.join(_FORMATS)}")
    try:
        with path.open("rb") as file:
            for each in ox.parse(file, format=form):
                yield ox.Triple(each.subject, each.predicate, each.object)
    except (SyntaxError, ValueError) as error:
        raise ExportError(f"{path} is broken: {error}") from error
    except OSError as error:
        raise ExportError(f"{path} cannot be read: {error.strerror or error}") from error


# --- Rules ------------------------------------------------------------------------------------------------------------


@cache
def rules() -> dict[str, Rule]:
    """Every rule of ``ontology/shapes.ttl`` by name; a shape that asks by SPARQL stands for the question in it."""
    store: Any = ox.Store()
    store.load(path=str(ontology.folder() / SHAPES))
    found = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(_SH + "message"), None):
        name = quad.subject.value.removeprefix(_SHAPES)
        found[name] = Rule(name, quad.object.value, _properties(store, quad.subject))
    for quad in store.quads_for_pattern(None, ox.NamedNode(_SH + "sparql"), None):
        shape, question = (each.value.removeprefix(_SHAPES) for each in (quad.subject, quad.object))
        found[shape] = found[question]
    return found


def _properties(store: Any, rule: Any) -> str:
    """The properties that a rule speaks of, with prefixes; "IRI" where it speaks of the node's own name."""

    def objects(node: Any, name: str) -> list[Any]:
        return [quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(name), None)]

    paths = objects(rule, _SH + "path") or objects(rule, _SH + "targetSubjectsOf")
    rdf = ontology.PREFIXES["rdf"]
    nested = [_SH + "or", _SH + "property", rdf + "first", rdf + "rest"]
    todo = [] if paths else [rule]
    while todo:
        node = todo.pop()
        todo += [each for name in nested for each in objects(node, name)]
        paths += objects(node, _SH + "path") if node != rule else []
    return ", ".join(sorted({short(each.value) for each in paths if each != _TYPE})) or "IRI"


# --- Engines ----------------------------------------------------------------------------------------------------------


def _engine(name: str | None) -> Callable[[str], Iterator[Raw]]:
    """The engine of that name, or the best one installed."""
    for known, run in ENGINES.items():
        if name in (None, known) and util.find_spec(known):
            return run
    if name in (None, *ENGINES):
        raise MissingExtraError("validate", name or "pyshacl")
    raise UsageError(f"there is no engine {name!r}: choose one of {', '.join(ENGINES)}")


def _by_shacl(data: str) -> Iterator[Raw]:
    """By the package ``shacl``, written in Rust; what the shapes ask by SPARQL is asked of all nodes in one query.

    An engine asks once for each node, which takes minutes where there are many claims. The queries of
    ``ontology/shapes.ttl`` bind ``$this`` to the nodes of their target themselves, so asking once gives the same.
    """
    core, questions = _shapes()
    compiled = import_module("shacl").Shapes.from_text(core, format="ntriples")
    for each in compiled.validate_text(data, format="ntriples").results:
        path = each.path if each.path and each.path.startswith("<") else ""
        yield Raw(each.focus_node, each.source_shape.strip("<>"), path.strip("<>"), each.value or "")
    store: Any = ox.Store()
    store.bulk_load(input=data.encode(), format=ox.RdfFormat.N_TRIPLES)
    for rule, question in questions.items():
        for found in store.query(question, prefixes=ontology.PREFIXES):
            yield Raw(str(found["this"]), rule, found["path"].value, str(found["value"] or ""))


@cache
def _shapes() -> tuple[str, dict[Iri, str]]:
    """The shapes without what they ask by SPARQL, in N-Triples, and those queries by their rules' IRIs."""
    core, questions = [], {}
    for triple in read(ontology.folder() / SHAPES):
        if triple.predicate.value == _SH + "select":
            questions[triple.subject.value] = triple.object.value
        elif triple.predicate.value != _SH + "sparql":
            core.append(f"{triple} .\n")
    return "".join(core), questions


def _by_pyshacl(data: str) -> Iterator[Raw]:
    """By pySHACL, the reference."""
    import rdflib  # noqa: PLC0415 - heavy, and needed here only

    graph, shapes = rdflib.Graph(), rdflib.Graph()
    graph.parse(data=data, format="nt")
    shapes.parse(ontology.folder() / SHAPES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's own, where it compares years
        _, report, _ = import_module("pyshacl").validate(graph, shacl_graph=shapes, inference="none", inplace=True)
    sh = rdflib.Namespace(_SH)
    for result in report.objects(None, sh.result):
        node, shape, path, value = (
            report.value(result, sh[name]) for name in ("focusNode", "sourceShape", "resultPath", "value")
        )
        yield Raw(node.n3(), str(shape), str(path or ""), value.n3() if value is not None else "")


ENGINES: dict[str, Callable[[str], Iterator[Raw]]] = {"shacl": _by_shacl, "pyshacl": _by_pyshacl}
"""Each engine by the package that it needs, the faster one first."""


def _labels(held: Iterable[str]) -> dict[str, str]:
    """Subjects, in N-Triples, and their labels."""
    mark = f" <{ontology.PREFIXES['rdfs']}label> "
    labels = {}
    for line in held:
        subject, found, label = line.partition(mark)
        if found and " " not in subject:
            labels[subject] = label[1:81].partition('"')[0]
    return labels


# --- The ontology itself ----------------------------------------------------------------------------------------------

_OWL, _RDFS, _RDF = (ontology.PREFIXES[name] for name in ("owl", "rdfs", "rdf"))
_RL_TYPES = frozenset(
    [_OWL + name for name in ("Ontology", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")]
    + [_OWL + name for name in ("FunctionalProperty", "SymmetricProperty")]
)
_AXIOMS = frozenset(
    [_RDF + "type", _RDFS + "subClassOf", _RDFS + "domain", _RDFS + "range", _RDFS + "label", _RDFS + "comment"]
    + [ontology.PREFIXES["schema"] + name for name in ("domainIncludes", "rangeIncludes")]
    + [_OWL + "versionInfo", ontology.PREFIXES["dcterms"] + "license"]
)
_BUILT_IN = (_OWL, _RDFS, _RDF, ontology.PREFIXES["xsd"])


def check_ontology(path: Path | None = None) -> list[Finding]:
    """What is wrong with the ontology: an axiom that OWL 2 RL does not know, a term without definition, without use.

    https://www.w3.org/TR/owl2-profiles/#OWL_2_RL ; the ontology keeps to the part of it that needs no blank nodes:
    named classes in a hierarchy, properties with named domains and ranges, functional and symmetric ones.

    Args:
        path: of an ontology; kgraph's own by default.
    """
    path = path or ontology.folder() / "kgraph.ttl"
    triples = list(read(path))
    types: dict[str, set[str]] = {}
    for each in triples:
        if each.predicate == _TYPE:
            types.setdefault(each.subject.value, set()).add(each.object.value)
    own_classes = {iri for iri, kinds in types.items() if _OWL + "Class" in kinds}
    annotations = {iri for iri, kinds in types.items() if _OWL + "AnnotationProperty" in kinds}
    found, used = set(), set()
    for each in triples:
        node, predicate, value = each.subject.value, each.predicate.value, each.object.value
        if not isinstance(each.subject, ox.NamedNode) or isinstance(each.object, ox.BlankNode):
            found.add(_flaw(str(each.subject), predicate, "rl-named", "only named classes stand in OWL 2 RL here"))
        if predicate not in _AXIOMS | annotations:
            found.add(_flaw(node, predicate, "rl-axiom", "no axiom of OWL 2 RL and no annotation declared here"))
        if predicate == _RDF + "type" and value not in _RL_TYPES | own_classes:
            found.add(_flaw(node, predicate, "rl-type", "the kind of a term is one that OWL 2 RL knows", value))
        if isinstance(each.object, ox.NamedNode) and predicate != ontology.PREFIXES["dcterms"] + "license":
            used.add(value)
            if value not in types and not value.startswith(_BUILT_IN):
                found.add(_flaw(node, predicate, "defined", "every term that is used is defined", value))
        used.add(predicate)
    shaped = {each.object.value for each in read(ontology.folder() / SHAPES) if isinstance(each.object, ox.NamedNode)}
    for iri, kinds in types.items():
        if iri not in used | shaped and _OWL + "Ontology" not in kinds:
            found.add(_flaw(iri, _RDF + "type", "used", "every term is used, by an axiom or by a shape"))
    return sorted(found)


def _flaw(node: str, predicate: Iri, rule: str, message: str, value: str = "") -> Finding:
    return Finding(node, short(predicate), rule, message, value)
