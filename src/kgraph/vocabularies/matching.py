"""How a category of a document is mapped to MeSH."""

from __future__ import annotations

from typing import Literal

from kgraph.concepts import Concept, LabelKind, Vocabulary, label_key

MATCH = Literal["exactMatch", "closeMatch"]
_MESH_SCHEMES = frozenset({"mesh", "medical subject headings", "medical subject headings mesh"})
_SAME_NAME = frozenset({LabelKind.PREFERRED, LabelKind.ALTERNATIVE})


def is_mesh_scheme(scheme: str) -> bool:
    """Say whether a scheme's name is one of MeSH's own: "Medical Subject Headings (MeSH)"."""
    return label_key(scheme) in _MESH_SCHEMES


def link(mesh: Vocabulary, scheme: str, label: str) -> tuple[MATCH, Concept] | None:
    """Return how a category is mapped to MeSH, as the local name of the property in SKOS, and the descriptor.

    A category of MeSH's own scheme is the same as its descriptor (``exactMatch``), found by preferred label, entry term
    or alias. One of another scheme is only close to it (``closeMatch``), and only where their labels are equal.
    """
    concept = mesh.find(label)
    if concept is None:
        return None
    if is_mesh_scheme(scheme):
        return "exactMatch", concept
    key = label_key(label)
    equal = any(name.kind in _SAME_NAME and label_key(name.text) == key for name in concept.labels)
    return ("closeMatch", concept) if equal else None
