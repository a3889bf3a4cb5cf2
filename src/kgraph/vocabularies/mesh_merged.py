"""MeSH merged from several years, one descriptor a line in JSON.

Fields: ``id``, ``name``, ``cls`` (1 topical, 2 publication type, 3 check tag, 4 geographic), ``trees``, ``terms``; of a
term ``term``, ``kind`` (preferred, exact, other-concept, unknown-concept), ``permuted``, ``lex`` (NLM's lexical tag).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kgraph.concepts import MESH, Concept, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies import mesh_xml
from kgraph.vocabularies.opening import lines

TITLE = "MeSH in JSON lines"
SCHEME = mesh_xml.SCHEME
_CLASSES = {1: "topical", 2: "publication type", 3: "check tag", 4: "geographic"}


def recognises(name: str, head: str) -> bool:
    """Say whether the lines are descriptors in JSON."""
    return head.startswith("{") and '"terms"' in head and '"trees"' in head


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the lines of ``path`` as concepts."""
    for number, line in lines(path):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            identifier, name = str(record["id"]), str(record["name"])
            labels = [Label(name, LabelKind.PREFERRED)]
            labels += [
                Label(str(term["term"]), _kind(term), "en", str(term.get("lex") or ""))
                for term in record["terms"]
                if term["term"] != name
            ]
            yield Concept(
                id=identifier,
                iri=MESH + identifier,
                labels=tuple(dict.fromkeys(labels)),
                notations=tuple(str(code) for code in record["trees"]),
                kind=_CLASSES.get(record.get("cls"), ""),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise VocabularyError(
                f"{path.name}:{number}: not a descriptor in JSON ({error}); is the file whole?"
            ) from error


def _kind(term: dict[str, object]) -> LabelKind:
    if term["kind"] in ("other-concept", "unknown-concept"):
        return LabelKind.ENTRY
    return LabelKind.HIDDEN if term.get("permuted") else LabelKind.ALTERNATIVE
