"""Graph to file: one module for each format.

A format is a module with a ``NAME`` and a ``write``; :data:`EXPORTERS` names them all.
"""

from pathlib import Path
from typing import Protocol

from kgraph.exporters import tables, texts
from kgraph.graph import Graph


class Exporter(Protocol):
    """What a module of this folder offers."""

    @property
    def NAME(self) -> str | tuple[str, ...]:  # noqa: N802 - a constant of a module
        """The file that it writes, or the files."""

    def write(self, graph: Graph, folder: Path) -> None:
        """Write the graph into the folder; the same graph gives the same bytes.

        Raises:
            ExportError: where the graph holds what the ontology does not know.
            OSError: where the folder cannot be written.
        """


EXPORTERS: tuple[Exporter, ...] = (
    texts,
    tables,
)
"""Every format; those that are text together (:mod:`.texts`), and those made from tables (:mod:`.tables`)."""
