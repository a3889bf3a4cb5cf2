"""What a store has taken, a line of JSON for each unit; the last line about a unit counts."""

import json
from collections.abc import Iterable
from pathlib import Path

from kgraph.errors import ExportError
from kgraph.publish.exports import DEFAULT, Unit

UNKNOWN = "?"
"""Stands for the digest of what was being sent when the publication was interrupted."""


class Journal:
    """A file that is only appended to, and tidied up now and then."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[Unit, str]:
        """By unit, the digest of what the store has of it."""
        taken: dict[Unit, str] = {}
        if not self._path.is_file():
            return taken
        for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                *named, digest = json.loads(line)
                unit = Unit(*map(str, named))
            except (ValueError, TypeError):  # an interruption in the middle of a line
                continue
            if digest is None:
                taken.pop(unit, None)
            else:
                taken[unit] = digest
        return taken

    def note(self, pairs: Iterable[tuple[Unit, str | None]]) -> None:
        """Note what the store has now; None for what it no longer has.

        Raises:
            ExportError: if that cannot be written.
        """
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(_line(unit, digest) for unit, digest in pairs)
        except OSError as error:
            raise ExportError(f"the journal {self._path} cannot be written: {error.strerror}") from error

    def tidy(self) -> None:
        """Leave one line for each unit."""
        if self._path.is_file():
            staged = self._path.with_suffix(".new")
            with staged.open("w", encoding="utf-8") as file:
                file.writelines(_line(*pair) for pair in sorted(self.read().items()))
            staged.replace(self._path)


def _line(unit: Unit, digest: str | None) -> str:
    named = unit if unit.graph == DEFAULT else (unit.graph,)
    return json.dumps([*named, digest]) + "\n"
