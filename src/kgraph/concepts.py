"""Concepts and concept schemes, after SKOS: MeSH headings, topics and categories are all concepts.

A concept has one preferred label per language; other names of the same meaning are alternative labels, permuted and
misspelt ones are hidden labels (https://www.w3.org/TR/skos-reference/#labels). MeSH descriptors also carry the names of
narrower or related concepts; these are hidden labels too, but of the kind :attr:`LabelKind.ENTRY`, so that whoever
matches text can treat them with more care.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

MESH = "http://id.nlm.nih.gov/mesh/"
"""Namespace of NLM's MeSH; a descriptor's IRI is this and its unique identifier."""
TAGGER = "concepts/1"
"""Name and version of the extractor that finds concepts in texts."""


class LabelKind(IntEnum):
    """What a label is to its concept, in the order in which labels are trusted to name it."""

    PREFERRED = 0
    """``skos:prefLabel``: the one name of the concept in a language."""
    ALTERNATIVE = 1
    """``skos:altLabel``: another name of the same meaning."""
    HIDDEN = 2
    """``skos:hiddenLabel``: a permuted or misspelt name, for searching and not for showing."""
    ENTRY = 3
    """A name that MeSH files under the descriptor though it means something narrower, broader or related."""
    ALIAS = 4
    """A hand-kept name that the source lacks."""


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a concept.

    ``lexical`` is NLM's lexical tag where the source has one: ABB, ABX, ACR, ACX for abbreviations and acronyms, EPO
    for eponyms, LAB for laboratory numbers, NAM for proper names, TRD for trade names, NON or nothing for the rest.
    """

    text: str
    kind: LabelKind
    language: str = "en"
    lexical: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One ``skos:Concept``.

    ``broader`` holds identifiers of parents where the source states them one by one; where the hierarchy is in the
    notations, as MeSH's tree numbers are, it is empty. ``matches`` are mappings to other schemes: the property's local
    name in SKOS and the other concept's IRI. ``kind`` is the source's own class of concept ("topical", "geographic",
    "publication type", "check tag" for MeSH), empty where it has none.
    """

    id: str
    iri: str
    labels: tuple[Label, ...]
    notations: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    note: str = ""
    kind: str = ""
    matches: tuple[tuple[str, str], ...] = ()

    @property
    def notation(self) -> str:
        """The first notation, or an empty string."""
        return self.notations[0] if self.notations else ""

    @property
    def pref_label(self) -> str:
        """The preferred label: the English one of several, the identifier where there is none."""
        preferred = [label for label in self.labels if label.kind is LabelKind.PREFERRED]
        english = [label for label in preferred if not label.language or label.language.split("-")[0] == "en"]
        return (english or preferred)[0].text if preferred else self.id

    @property
    def alt_labels(self) -> tuple[str, ...]:
        """Other names of the same meaning, hand-kept aliases included."""
        return tuple(label.text for label in self.labels if label.kind in (LabelKind.ALTERNATIVE, LabelKind.ALIAS))

    @property
    def hidden_labels(self) -> tuple[str, ...]:
        """Names for searching only: permuted ones, and those of narrower or related concepts."""
        return tuple(label.text for label in self.labels if label.kind in (LabelKind.HIDDEN, LabelKind.ENTRY))


@dataclass(frozen=True, slots=True)
class ConceptScheme:
    """One ``skos:ConceptScheme``: what a vocabulary is and where it comes from."""

    iri: str
    title: str
    version: str = ""
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One name with the concept that it names: a row of the table that text is matched against."""

    label: Label
    concept: str


class Vocabulary(Protocol):
    """A concept scheme one can ask questions of; :mod:`kgraph.vocabularies` opens them."""

    @property
    def scheme(self) -> ConceptScheme:
        """What this vocabulary is."""

    def __len__(self) -> int:
        """Count the concepts."""

    def __iter__(self) -> Iterator[Concept]:
        """All concepts, by identifier."""

    def concept(self, identifier: str) -> Concept | None:
        """Return the concept with this identifier or IRI."""

    def find(self, label: str) -> Concept | None:
        """Return the concept that ``label`` names: preferred label first, then entry term, then alias."""

    def ancestors(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """Return (child, parent) pairs from the concept up to the tops of its trees, nearest first."""

    def terms(self, *, turned_round: bool = True) -> Iterator[Term]:
        """All names of all concepts; without permuted ones like "Learning, Machine" on request."""

    def notations(self) -> dict[str, tuple[str, ...]]:
        """Return the notations of every concept that has some."""


# Greek letters are written out in half of the names of chemicals and as letters in the other half.
_GREEK = {
    chr(code): unicodedata.name(chr(code)).rsplit(" ", 1)[-1].lower().replace("lamda", "lambda")
    for code in range(0x3B1, 0x3CA)
    if code != 0x3C2
}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


def fold_character(character: str) -> str:
    """Return the lower-case letters or digits that ``character`` stands for, or a space.

    Greek letters become their names, accents go, ligatures and compatibility forms are taken apart.
    """
    folded = "".join(
        _GREEK.get(part, part)
        for part in unicodedata.normalize("NFKD", character.casefold())
        if not unicodedata.combining(part)
    )
    return folded if folded.isalnum() else " "


def label_key(text: str) -> str:
    """Return the form under which a label is looked up: no case, accents, punctuation or doubled spaces.

    Two labels with one key are taken for the same name: "Beta-Carotene", "β carotene" and "beta  carotene" are.
    """
    if not text.isascii():
        text = "".join(fold_character(character) for character in unicodedata.normalize("NFC", text))
    return " ".join(text.translate(_ASCII).split())


def tree_parent(code: str) -> str:
    """Return the tree number above ``code``, or an empty string at the top: ``C10.228.140`` has ``C10.228``."""
    return code.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class BranchCount:
    """How often a concept is used, alone and with everything below it."""

    concept: str
    label: str
    own: int
    total: int
    children: tuple[BranchCount, ...] = field(default=())


def roll_up(
    counts: dict[str, int], parents: Iterable[tuple[str, str]], labels: dict[str, str]
) -> tuple[BranchCount, ...]:
    """Return the used part of a hierarchy as trees, each branch with the uses of all that lies below it.

    ``counts`` says how often each concept is used itself, ``parents`` are (child, parent) pairs; a concept with several
    parents is shown below each of them and counted once in every total. Cycles are cut where they close.
    """
    children: dict[str, set[str]] = {}
    has_parent: set[str] = set()
    nodes = {concept for concept, count in counts.items() if count}
    for child, parent in parents:
        if child != parent:
            children.setdefault(parent, set()).add(child)
            has_parent.add(child)
            nodes |= {child, parent}

    below: dict[str, frozenset[str]] = {}

    def reach(start: str) -> frozenset[str]:
        if start not in below:
            seen = {start}
            queue = [start]
            while queue:
                for child in children.get(queue.pop(), ()):
                    if child not in seen:
                        seen.add(child)
                        queue.append(child)
            below[start] = frozenset(seen)
        return below[start]

    def branch(concept: str, path: tuple[str, ...]) -> BranchCount:
        total = sum(counts.get(other, 0) for other in reach(concept))
        parts = [
            branch(child, (*path, concept)) for child in children.get(concept, ()) if child not in (*path, concept)
        ]
        parts = sorted((part for part in parts if part.total), key=lambda part: (-part.total, part.label, part.concept))
        return BranchCount(concept, labels.get(concept, concept), counts.get(concept, 0), total, tuple(parts))

    roots = sorted(node for node in nodes if node not in has_parent)
    covered = set().union(*(reach(root) for root in roots)) if roots else set()
    for node in sorted(nodes):  # a cycle has no root of its own
        if node not in covered:
            roots.append(node)
            covered |= reach(node)
    trees = [branch(root, ()) for root in roots]
    return tuple(sorted((t for t in trees if t.total), key=lambda tree: (-tree.total, tree.label, tree.concept)))
