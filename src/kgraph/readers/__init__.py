"""A file's bytes to a :class:`~kgraph.model.Document`: by what is in the file, not by what it is called.

Each reader is a module that satisfies :class:`Reader`; a new format is one file here, one line in :data:`READERS` and
its test.
"""

import hashlib
from typing import Any, Protocol, TypeAlias

from kgraph.errors import UnreadableError
from kgraph.model import Document, Problem
from kgraph.readers import encoding, markdown, report, yaml_data
from kgraph.sources import SourceFile

Content: TypeAlias = tuple[dict[str, Any], str, list[tuple[str, str]]]
"""Metadata, body as plain text, and the place and reason of what was wrong but could be read all the same."""


class Reader(Protocol):
    """One format."""

    FORM: str

    def accepts(self, text: str) -> bool:
        """Whether a text is written in this format."""

    def read(self, text: str) -> Content:
        """Take a text apart.

        Raises:
            UnreadableError: if that cannot be done.
        """


READERS: tuple[Reader, ...] = (markdown, yaml_data, report)
"""In the order in which they are asked; the last accepts every text."""


def read(file: SourceFile) -> tuple[Document | None, list[Problem]]:
    """Read one file. What cannot be used is a problem, never an exception."""
    try:
        data = file.location.read_bytes()
        text, notes = encoding.decode(data)
        reader = next(reader for reader in READERS if reader.accepts(text))
        metadata, body, more = reader.read(text)
    except OSError as error:
        return None, [Problem(file.path, "", f"cannot be read: {error.strerror}")]
    except UnreadableError as error:
        return None, [Problem(file.path, error.place, error.reason)]
    document = Document(file.path, hashlib.sha256(data).hexdigest(), reader.FORM, metadata, body)
    return document, [Problem(file.path, *note) for note in notes + more]
