"""Quality of a vocabulary, after qSKOS.

C. Mader, B. Haslhofer, A. Isaac, "Finding quality issues in SKOS vocabularies", TPDL 2012.

An error breaks what SKOS demands or what a program builds on; a warning is what a good vocabulary would not have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from kgraph.concepts import Concept, LabelKind, label_key, tree_parent
from kgraph.vocabularies.compiled import CompiledVocabulary

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: how bad, which rule, with which concepts, and a sentence about it."""

    severity: Severity
    rule: str
    concepts: tuple[str, ...]
    message: str


def check(vocabulary: CompiledVocabulary) -> tuple[Finding, ...]:
    """Return what is wrong with ``vocabulary``: errors first, then by rule and concept."""
    concepts = {concept.id: concept for concept in vocabulary}
    findings = [finding for rule in _RULES for finding in rule(concepts)]
    findings += [Finding("warning", "loading", (), problem) for problem in vocabulary.problems]
    return tuple(
        sorted(findings, key=lambda finding: (finding.severity, finding.rule, finding.concepts, finding.message))
    )


def _labels(concepts: dict[str, Concept]) -> Iterator[Finding]:
    for concept in concepts.values():
        preferred = Counter(label.language for label in concept.labels if label.kind is LabelKind.PREFERRED)
        if not preferred:
            yield Finding("error", "missing prefLabel", (concept.id,), f"{concept.id} has no preferred label")
        for language, count in sorted(preferred.items()):
            if count > 1:
                yield Finding(
                    "error",
                    "doubled prefLabel",
                    (concept.id,),
                    f"{concept.id} has {count} preferred labels in {f'“{language}”' if language else 'no language'}",
                )
        if any(not label.text.strip() for label in concept.labels):
            yield Finding("error", "empty label", (concept.id,), f"{concept.id} has a label without a letter")
        kinds: dict[tuple[str, str], set[LabelKind]] = defaultdict(set)
        for label in concept.labels:
            kinds[label.text, label.language].add(label.kind)
        for (text, _), several in sorted(kinds.items()):
            if len(several - {LabelKind.ALIAS}) > 1:
                yield Finding(
                    "error", "one label twice", (concept.id,), f"“{text}” is a label of {concept.id} in two ways"
                )


def _clashes(concepts: dict[str, Concept]) -> Iterator[Finding]:
    owners: dict[tuple[str, str], dict[str, LabelKind]] = defaultdict(dict)
    for concept in concepts.values():
        for label in concept.labels:
            if key := label_key(label.text):
                known = owners[key, label.language].get(concept.id, label.kind)
                owners[key, label.language][concept.id] = min(known, label.kind)
    for (key, _), named in sorted(owners.items()):
        if len(named) > 1:
            both = sum(kind is LabelKind.PREFERRED for kind in named.values()) > 1
            who = tuple(sorted(named))
            yield Finding("error" if both else "warning", "label clash", who, f"“{key}” names {', '.join(who)}")


def _hierarchy(concepts: dict[str, Concept]) -> Iterator[Finding]:
    codes = {code: concept.id for concept in concepts.values() for code in concept.notations}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(concepts)
    for concept in concepts.values():
        for parent in concept.broader:
            if parent in concepts:
                graph.add_edge(concept.id, parent)
            else:
                yield Finding(
                    "error", "unknown parent", (concept.id,), f"{concept.id} is below {parent}, which is not there"
                )
        for code in concept.notations:
            parent_code = tree_parent(code)
            if parent_code in codes:
                graph.add_edge(concept.id, codes[parent_code])
    for component in nx.strongly_connected_components(graph):
        if len(component) > 1 or any(graph.has_edge(node, node) for node in component):
            who = tuple(sorted(component))
            yield Finding("error", "cycle", who, f"{' and '.join(who)} stand above each other")
    for node in sorted(graph):
        if graph.degree(node) == 0 and len(concepts) > 1:
            yield Finding(
                "warning", "orphan", (node,), f"{node} ({concepts[node].pref_label}) has nothing above or below it"
            )


def _mappings(concepts: dict[str, Concept]) -> Iterator[Finding]:
    own = {concept.iri for concept in concepts.values()}
    for concept in concepts.values():
        properties: dict[str, set[str]] = defaultdict(set)
        for name, target in concept.matches:
            properties[target].add(name)
            if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", target, re.IGNORECASE):
                yield Finding(
                    "error", "broken mapping", (concept.id,), f"{concept.id} {name} {target}: no absolute IRI"
                )
            elif target in own:
                yield Finding(
                    "warning", "mapping within", (concept.id,), f"{concept.id} {name} {target}: in the same scheme"
                )
        for target, names in sorted(properties.items()):
            if "exactMatch" in names and names & {"broadMatch", "narrowMatch", "relatedMatch"}:
                yield Finding(
                    "error",
                    "broken mapping",
                    (concept.id,),
                    f"{concept.id} is mapped to {target} as the same and as another",
                )


def _documentation(concepts: dict[str, Concept]) -> Iterator[Finding]:
    without = sorted(concept.id for concept in concepts.values() if not concept.note)
    if without:
        yield Finding(
            "warning",
            "undocumented",
            tuple(without),
            f"{len(without)} of {len(concepts)} concepts have no definition or note",
        )


_RULES = (_labels, _clashes, _hierarchy, _mappings, _documentation)
