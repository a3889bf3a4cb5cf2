"""A concept scheme as a plain table with a heading: CSV or TSV with the columns ``id, label, alt labels, broader``.

Only ``label`` is needed; without an ``id`` the label's key serves. Several alternative labels or parents stand in one
cell, joined by ``|`` or ``;``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from kgraph.concepts import Concept, Label, LabelKind, label_key
from kgraph.errors import VocabularyError
from kgraph.vocabularies.opening import lines

TITLE = "table"
SCHEME = None
_COLUMNS = {
    "id": ("id", "identifier", "code", "notation"),
    "label": ("label", "preflabel", "preferredlabel", "name", "term"),
    "alt": ("altlabels", "altlabel", "alternativelabels", "synonyms", "alt"),
    "broader": ("broader", "parent", "parents"),
    "note": ("note", "definition", "scopenote", "description"),
}
_SEPARATOR = re.compile(r"\s*[|;]\s*")


def _columns(heading: list[str]) -> dict[str, int]:
    cells = ["".join(filter(str.isalnum, cell.lower())) for cell in heading]
    return {
        meaning: cells.index(found)
        for meaning, names in _COLUMNS.items()
        if (found := next((name for name in names if name in cells), None)) is not None
    }


def _delimiter(line: str) -> str:
    return max("\t,;", key=line.count)


def recognises(name: str, head: str) -> bool:
    """Say whether the first line is a heading that names a label's column."""
    first = head.split("\n", 1)[0].strip("\r\ufeff")
    return "label" in _columns(next(csv.reader([first], delimiter=_delimiter(first)), []))


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the rows of ``path`` as concepts whose IRIs are ``base`` and the identifier."""
    rows = (text for _, text in lines(path))
    first = next(rows, "")
    columns = _columns(next(csv.reader([first], delimiter=_delimiter(first)), []))
    if "label" not in columns:
        raise VocabularyError(f"{path.name}:1: no column named “label” in the heading")
    reader = csv.reader(rows, delimiter=_delimiter(first))
    try:
        for row in reader:
            cells = {meaning: row[column].strip() for meaning, column in columns.items() if column < len(row)}
            if not any(cells.values()):
                continue
            label = cells.get("label", "")
            identifier = cells.get("id") or label_key(label).replace(" ", "-")
            if not label or not identifier:
                raise VocabularyError(f"{path.name}:{reader.line_num + 1}: a row without a label")
            alternatives = filter(None, _SEPARATOR.split(cells.get("alt", "")))
            yield Concept(
                id=identifier,
                iri=identifier if re.match(r"https?://", identifier) else base + quote(identifier, safe=""),
                labels=(
                    Label(label, LabelKind.PREFERRED),
                    *(Label(text, LabelKind.ALTERNATIVE) for text in dict.fromkeys(alternatives) if text != label),
                ),
                broader=tuple(filter(None, _SEPARATOR.split(cells.get("broader", "")))),
                note=cells.get("note", ""),
            )
    except csv.Error as error:
        raise VocabularyError(f"{path.name}:{reader.line_num + 1}: {error}") from error
