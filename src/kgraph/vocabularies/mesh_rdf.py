"""NLM's MeSH as RDF in N-Triples: ``mesh.nt``, ``mesh2026.nt.gz`` (https://id.nlm.nih.gov/mesh/).

Only the triples about descriptors, their concepts, terms and tree numbers are kept while reading; the rest, nine tenths
of the file, passes by. The hierarchy is taken from the tree numbers: ``broaderDescriptor`` has a cycle (D013285,
D015835).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyoxigraph

from kgraph.concepts import MESH, Concept, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies import mesh_xml
from kgraph.vocabularies.opening import open_binary

TITLE = "MeSH RDF"
SCHEME = mesh_xml.SCHEME
_VOCAB = MESH + "vocab#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KINDS = {
    _VOCAB + "TopicalDescriptor": "topical",
    _VOCAB + "GeographicalDescriptor": "geographic",
    _VOCAB + "PublicationType": "publication type",
    _VOCAB + "CheckTag": "check tag",
}
_DESCRIPTOR = {_VOCAB + name for name in ("preferredConcept", "concept", "treeNumber")} | {_LABEL}
_CONCEPT = {_VOCAB + name for name in ("preferredTerm", "term", "scopeNote")}
_TERM = {_VOCAB + name for name in ("prefLabel", "altLabel", "lexicalTag")}
_WANTED = {"D": _DESCRIPTOR, "M": _CONCEPT, "T": _TERM}

_Facts = dict[str, dict[str, list[str]]]


def recognises(name: str, head: str) -> bool:
    """Say whether this is MeSH in N-Triples."""
    return head.lstrip().startswith("<") and (MESH in head) and ("> <" in head)


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the descriptors of ``path`` as concepts. A triple that cannot be read raises :class:`VocabularyError`."""
    facts: _Facts = {}
    kinds: dict[str, str] = {}
    try:
        with open_binary(path) as stream:
            for triple in pyoxigraph.parse(stream, format=pyoxigraph.RdfFormat.N_TRIPLES):
                subject = triple.subject.value if isinstance(triple.subject, pyoxigraph.NamedNode) else ""
                if not subject.startswith(MESH):
                    continue
                identifier = subject.rpartition("/")[2]
                predicate = triple.predicate.value
                value = cast("pyoxigraph.NamedNode | pyoxigraph.Literal", triple.object).value
                if predicate == _TYPE and value in _KINDS:
                    kinds[identifier] = _KINDS[value]
                elif predicate in _WANTED.get(identifier[:1], ()):
                    facts.setdefault(identifier, {}).setdefault(predicate.removeprefix(_VOCAB), []).append(value)
    except (SyntaxError, ValueError, OSError, EOFError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error
    for identifier in sorted(kinds):
        yield _concept(identifier, kinds[identifier], facts)


def _concept(identifier: str, kind: str, facts: _Facts) -> Concept:
    own = facts.get(identifier, {})
    preferred = [iri.rpartition("/")[2] for iri in own.get("preferredConcept", ())]
    others = [iri.rpartition("/")[2] for iri in own.get("concept", ())]
    name = next(iter(own.get(_LABEL, ())), "")
    labels: list[Label] = []
    for concept in [*preferred, *others]:
        same = concept in preferred
        about = facts.get(concept, {})
        for term in [*about.get("preferredTerm", ()), *about.get("term", ())]:
            term_facts = facts.get(term.rpartition("/")[2], {})
            lexical = next(iter(term_facts.get("lexicalTag", ())), "")
            for text in term_facts.get("prefLabel", ()):
                name = name or text
                kind_of_label = LabelKind.ALTERNATIVE if same else LabelKind.ENTRY
                labels.append(Label(text, kind_of_label, "en", lexical))
            permuted = LabelKind.HIDDEN if same else LabelKind.ENTRY
            labels += [Label(text, permuted, "en", lexical) for text in term_facts.get("altLabel", ())]
    preferred_label = Label(name or identifier, LabelKind.PREFERRED)
    kept = [label for label in dict.fromkeys(labels) if label.text != preferred_label.text]
    return Concept(
        id=identifier,
        iri=MESH + identifier,
        labels=(preferred_label, *kept),
        notations=tuple(sorted(iri.rpartition("/")[2] for iri in own.get("treeNumber", ()))),
        note=next((n for c in preferred for n in facts.get(c, {}).get("scopeNote", ())), ""),
        kind=kind,
    )
