"""What a store has taken: a journal beside the exports, so that what is interrupted goes on where it stopped."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph.errors import ExportError
from kgraph.model import Iri
from kgraph.publish.contents import Piece

JOURNAL = ".published"
"""The folder of journals, beside the exports."""
UNSURE = ""
"""The digest of a graph of which a store may hold anything: something was begun that did not come to its end."""


@dataclass(slots=True)
class Taken:
    """What a store holds, as far as it has said so."""

    graphs: dict[Iri, str] = field(default_factory=dict)
    """Digests of the graphs."""
    pieces: dict[str, str] = field(default_factory=dict)
    """Of a bulk load that is not finished: digests of the pieces that were taken."""


class Journal:
    """A line of JSON for each graph, and for each piece of a bulk load; the last line about a thing counts."""

    def __init__(self, folder: Path, url: str) -> None:
        """The journal of the store at ``url``, beside the exports in ``folder``."""
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        self._path = folder / JOURNAL / f"{name}.jsonl"
        self._default = folder / JOURNAL / f"{name}.default.nt.gz"

    def read(self) -> Taken:
        """All that was noted."""
        taken = Taken()
        if not self._path.is_file():
            return taken
        for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, TypeError):  # an interruption in the middle of a line
                match json.loads(line):
                    case ["piece", str(name), str(digest)]:
                        taken.pieces[name] = digest
                    case [str(graph), None]:
                        taken.graphs.pop(graph, None)
                    case [str(graph), str(digest)]:
                        taken.graphs[graph] = digest
        return taken

    def note(self, graph: Iri, digest: str | None) -> None:
        """Note that the store has a graph, or (None) has it no longer."""
        self._append([graph, digest])

    def note_piece(self, piece: Piece) -> None:
        """Note that the store has taken a piece of a bulk load."""
        self._append(["piece", piece.name, piece.digest])

    def begin_load(self, graphs: Iterable[Iri]) -> None:
        """Note that all these graphs are about to be loaded together."""
        self._write([graph, UNSURE] for graph in sorted(graphs))

    def end_load(self, graphs: Mapping[Iri, str]) -> None:
        """Note that the store has all these graphs and no others."""
        self._write([graph, digest] for graph, digest in sorted(graphs.items()))

    def tidy(self) -> None:
        """Leave one line for each graph."""
        if self._path.is_file():
            taken = self.read()
            pieces = [["piece", name, digest] for name, digest in sorted(taken.pieces.items())]
            self._write([*([graph, digest] for graph, digest in sorted(taken.graphs.items())), *pieces])

    def keep_default(self, lines: Iterable[str]) -> None:
        """Keep the lines of the default graph, so that the next time only their difference need be sent."""
        try:
            self._default.parent.mkdir(exist_ok=True)
            staged = self._default.with_suffix(".new")
            staged.write_bytes(gzip.compress("".join(sorted(lines)).encode(), compresslevel=3, mtime=0))
            staged.replace(self._default)
        except OSError as error:
            raise ExportError(f"the journal {self._default} cannot be written: {error.strerror}") from error

    def default(self) -> list[str] | None:
        """The lines that were kept; None where there are none that can be read."""
        try:
            # Not splitlines: a literal may hold other ends of lines than those of the format.
            text = gzip.decompress(self._default.read_bytes()).decode()
            return [line + "\n" for line in text.split("\n")[:-1]]
        except (OSError, EOFError, ValueError):
            return None

    def _append(self, row: list[Any]) -> None:
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        except OSError as error:
            raise ExportError(f"the journal {self._path} cannot be written: {error.strerror}") from error

    def _write(self, rows: Iterable[list[Any]]) -> None:
        try:
            self._path.parent.mkdir(exist_ok=True)
            staged = self._path.with_suffix(".new")
            staged.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            staged.replace(self._path)
        except OSError as error:
            raise ExportError(f"the journal {self._path} cannot be written: {error.strerror}") from error
