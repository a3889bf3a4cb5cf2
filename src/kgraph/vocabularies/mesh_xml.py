"""NLM's MeSH in XML: ``desc2026.xml``, ``supp2026.xml``, also gzipped (https://www.nlm.nih.gov/mesh/xmlmesh.html).

The file is fed to expat in pieces and every record is thrown away when it has been read, so 300 MB need no more memory
than 3. Expat itself stops entities that grow without bound, and nothing outside the file is fetched.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from kgraph.concepts import MESH, Concept, ConceptScheme, Label, LabelKind
from kgraph.errors import VocabularyError
from kgraph.vocabularies.opening import pieces

TITLE = "MeSH XML"
SCHEME = ConceptScheme(
    iri=MESH.rstrip("/"),
    title="Medical Subject Headings (MeSH)",
    licence="Courtesy of the U.S. National Library of Medicine, which does not endorse this use",
)
LARGEST_RECORD = 32 << 20
_RECORDS = {"DescriptorRecord": "Descriptor", "SupplementalRecord": "SupplementalRecord"}
_CLASSES = {"1": "topical", "2": "publication type", "3": "check tag", "4": "geographic"}


def recognises(name: str, head: str) -> bool:
    """Say whether this is a file of MeSH records in XML."""
    return any(mark in head for mark in ("<DescriptorRecord", "<SupplementalRecord"))


def read(path: Path, base: str = "") -> Iterator[Concept]:
    """Yield the records of ``path`` as concepts.

    A file that is cut off, not well-formed, in an encoding expat does not know, or no MeSH at all raises
    :class:`VocabularyError` with the place.
    """
    parser: ET.XMLPullParser = ET.XMLPullParser(events=("end",))  # type: ignore[type-arg,unused-ignore]
    since_record = 0
    try:
        for piece in pieces(path):
            since_record += len(piece)
            parser.feed(piece)
            for _, element in cast("Iterable[tuple[str, ET.Element]]", parser.read_events()):
                if element.tag in _RECORDS:
                    since_record = 0
                    yield _concept(element, path)
                    element.clear()  # what stays of a record is its empty shell
            if since_record > LARGEST_RECORD:
                raise VocabularyError(f"{path.name}: more than {LARGEST_RECORD >> 20} MB without a whole MeSH record")
        parser.close()
    except ET.ParseError as error:
        line, column = error.position
        raise VocabularyError(
            f"{path.name}:{line}:{column + 1}: {str(error).split(':')[0]}; is the file whole?"
        ) from error
    except (ValueError, LookupError) as error:  # expat asks Python for encodings it does not know itself
        raise VocabularyError(f"{path.name}: {error}") from error


def _text(element: ET.Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _concept(record: ET.Element, path: Path) -> Concept:
    prefix = _RECORDS[record.tag]
    identifier = _text(record, f"{prefix}UI")
    name = _text(record, f"{prefix}Name/String")
    if not identifier or not name:
        raise VocabularyError(
            f"{path.name}: a record without identifier or name ({identifier or name or 'both missing'})"
        )
    labels = [Label(name, LabelKind.PREFERRED)]
    note = ""
    for concept in record.iterfind("ConceptList/Concept"):
        same = concept.get("PreferredConceptYN") == "Y"
        if same:
            note = _text(concept, "ScopeNote")
        for term in concept.iterfind("TermList/Term"):
            text = _text(term, "String")
            if not text or (text == name and same):
                continue
            kind = LabelKind.ENTRY
            if same:
                kind = LabelKind.HIDDEN if term.get("IsPermutedTermYN") == "Y" else LabelKind.ALTERNATIVE
            labels.append(Label(text, kind, "en", term.get("LexicalTag", "")))
    return Concept(
        id=identifier,
        iri=MESH + identifier,
        labels=tuple(labels),
        notations=tuple(code.text.strip() for code in record.iterfind("TreeNumberList/TreeNumber") if code.text),
        note=note,
        kind=_CLASSES.get(record.get("DescriptorClass", ""), ""),
    )
