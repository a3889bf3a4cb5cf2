"""NLM's MeSH as RDF in N-Triples: ``mesh.nt``, ``mesh2026.nt.gz`` (https://id.nlm.nih.gov/mesh/).

The file has two gigabytes, and nine tenths of them are about other things than descriptors. It is read three times,
line by line: for the descriptors, for their concepts, and for the terms of these; what is kept is no more than the
vocabulary. The hierarchy is taken from the tree numbers: ``broaderDescriptor`` has a cycle (D013285, D015835).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pyoxigraph

from kgraph.concepts import MESH, Concept, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies import mesh_xml
from kgraph.vocabularies.opening import raw_lines

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
_DESCRIPTOR = [_VOCAB + name for name in ("preferredConcept", "concept", "treeNumber")] + [_LABEL, _TYPE]
_CONCEPT = [_VOCAB + name for name in ("preferredTerm", "term", "scopeNote")]
_TERM = [_VOCAB + name for name in ("prefLabel", "altLabel", "lexicalTag")]
_BATCH = 20_000

_Facts = dict[str, dict[str, list[str]]]


def recognises(name: str, head: str) -> bool:
    """Say whether this is MeSH in N-Triples."""
    return head.lstrip().startswith("<") and (MESH in head) and ("> <" in head)


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the descriptors of ``path`` as concepts. A triple that cannot be read raises :class:`VocabularyError`."""
    facts = _facts(path, "D", _DESCRIPTOR, None)
    kinds = {
        identifier: next((_KINDS[iri] for iri in about.get(_TYPE, ()) if iri in _KINDS), "")
        for identifier, about in facts.items()
    }
    kinds = {identifier: kind for identifier, kind in kinds.items() if kind}
    concepts = _named(facts, kinds, ("preferredConcept", "concept"))
    facts |= _facts(path, "M", _CONCEPT, concepts)
    facts |= _facts(path, "T", _TERM, _named(facts, concepts, ("preferredTerm", "term")))
    for identifier in sorted(kinds):
        yield _concept(identifier, kinds[identifier], facts)


def _named(facts: _Facts, subjects: Iterable[str], properties: tuple[str, ...]) -> set[str]:
    """Return the identifiers that these properties of these subjects point to."""
    return {
        iri.rpartition("/")[2]
        for subject in subjects
        for name in properties
        for iri in facts.get(subject, {}).get(name, ())
    }


def _facts(path: Path, letter: str, predicates: list[str], wanted: set[str] | None) -> _Facts:
    """Return what the file says with these predicates of the wanted subjects that begin with ``letter``."""
    subject = rf"<{re.escape(MESH)}(?:\d{{4}}/)?({letter}\d+)>"
    pattern = re.compile(f"{subject}\\s*<(?:{'|'.join(map(re.escape, predicates))})>".encode())
    facts: _Facts = {}
    batch: list[bytes] = []
    number, line = 0, b"."
    for number, line in raw_lines(path):
        match = pattern.match(line)
        if match and (wanted is None or match[1].decode() in wanted):
            batch.append(line)
            if len(batch) >= _BATCH:
                _take(batch, facts, path, number)
    if not line.rstrip().endswith(b".") and not line.lstrip().startswith(b"#") and line.strip():
        raise VocabularyError(f"{path.name}:{number}: the last triple breaks off; is the file whole?")
    _take(batch, facts, path, number)
    return facts


def _take(batch: list[bytes], facts: _Facts, path: Path, number: int) -> None:
    """Parse the lines of ``batch`` into ``facts`` and empty it."""
    try:
        for triple in pyoxigraph.parse(b"".join(batch), format=pyoxigraph.RdfFormat.N_TRIPLES):
            identifier = cast("pyoxigraph.NamedNode", triple.subject).value.rpartition("/")[2]
            value = cast("pyoxigraph.NamedNode | pyoxigraph.Literal", triple.object).value
            predicate = triple.predicate.value.removeprefix(_VOCAB)
            facts.setdefault(identifier, {}).setdefault(predicate, []).append(value)
    except (SyntaxError, ValueError) as error:
        reason = getattr(error, "msg", None) or error
        raise VocabularyError(f"{path.name}: in the lines up to {number}: {reason}") from error
    batch.clear()


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
