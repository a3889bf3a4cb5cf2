"""NLM's MeSH in ASCII: ``d2026.bin`` with whole records, ``mtrees2026.bin`` with headings and tree numbers only.

Fields of ``d*.bin``: https://www.nlm.nih.gov/mesh/dtype.html. The last piece of an ENTRY line says what its other
pieces are: ``a`` the term, ``c`` its lexical tag, ``d`` its relation to the heading (EQV, NRW, BRD, REL).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from kgraph.concepts import MESH, Concept, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies import mesh_xml
from kgraph.vocabularies.opening import lines

TITLE = "MeSH ASCII"
SCHEME = mesh_xml.SCHEME
_CLASSES = {"1": "topical", "2": "publication type", "3": "check tag", "4": "geographic"}


def recognises(name: str, head: str) -> bool:
    """Say whether this is one of NLM's ``.bin`` files."""
    if head.lstrip().startswith("*NEWRECORD"):
        return True
    first = head.splitlines()[0] if head else ""
    label, _, code = first.rpartition(";")
    return name.endswith((".bin", ".bin.gz")) and bool(label) and code[:1].isalpha() and code[1:3].isdigit()


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the headings of ``path`` as concepts; those of ``mtrees*.bin`` are identified by a tree number."""
    first = next(takewhile(lambda line: line[0] < 1000, ((n, t) for n, t in lines(path) if t.strip())), (0, ""))[1]
    return _records(path) if first.startswith("*NEWRECORD") else _trees(path)


def _trees(path: Path) -> Iterator[Concept]:
    codes: dict[str, list[str]] = {}
    for number, line in lines(path):
        if not line.strip():
            continue
        label, separator, code = line.rpartition(";")
        if not separator or not label or not code[:1].isalpha():
            raise VocabularyError(f"{path.name}:{number}: expected “heading;tree number”")
        codes.setdefault(label, []).append(code.strip())
    for label, numbers in codes.items():
        yield Concept(numbers[0], MESH + numbers[0], (Label(label, LabelKind.PREFERRED),), tuple(sorted(numbers)))


def _records(path: Path) -> Iterator[Concept]:
    fields: list[tuple[str, str]] = []
    start = number = 0
    for number, line in lines(path):
        if line.startswith("*NEWRECORD"):
            if fields:
                yield _concept(fields, path, start)
            fields, start = [], number
            continue
        key, separator, value = line.partition(" = ")
        if separator:
            fields.append((key.strip(), value.strip()))
        elif line.strip() and not line.startswith(" "):
            raise VocabularyError(f"{path.name}:{number}: expected “FIELD = value”")
        if len(fields) > 100_000:
            raise VocabularyError(f"{path.name}:{start}: a record of more than 100,000 fields")
    if fields:
        yield _concept(fields, path, start)


def _concept(fields: list[tuple[str, str]], path: Path, start: int) -> Concept:
    first = dict(reversed(fields))
    identifier, name = first.get("UI", ""), first.get("MH") or first.get("NM", "")
    if not identifier or not name:
        raise VocabularyError(f"{path.name}:{start}: the record has no UI or no MH; is the file whole?")
    labels = [Label(name, LabelKind.PREFERRED)]
    for key, value in fields:
        if key in ("ENTRY", "PRINT ENTRY"):
            text, *rest = value.split("|")
            kind, lexical = LabelKind.HIDDEN, ""  # an entry without codes is a permuted one
            if rest:
                coded = dict(zip(rest[-1], [text, *rest[:-1]], strict=False))
                lexical = coded.get("c", "")
                kind = LabelKind.ALTERNATIVE if coded.get("d", "EQV") == "EQV" else LabelKind.ENTRY
            labels.append(Label(text, kind, "en", lexical))
    return Concept(
        id=identifier,
        iri=MESH + identifier,
        labels=tuple(dict.fromkeys(labels)),
        notations=tuple(sorted(value for key, value in fields if key == "MN")),
        note=first.get("MS", ""),
        kind=_CLASSES.get(first.get("DC", ""), ""),
    )
