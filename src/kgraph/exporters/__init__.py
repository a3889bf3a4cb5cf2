"""Graph to file: one module for each format.

A format is a module with a ``NAME``, a ``write`` and an ``update``; :data:`EXPORTERS` names them all.
"""

from pathlib import Path
from typing import Protocol

from kgraph.change import Change
from kgraph.exporters import parquet, tables, texts
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

    def update(self, change: Change, former: parquet.Former, folder: Path) -> bool:
        """Write into the folder what becomes of the former graph.

        The bytes are those of writing the whole new graph. What other formats have written stands in the folder.

        Returns:
            Whether this can be told from the change and the former files; if not, the whole graph has to be written.

        Raises:
            ExportError: where the graph holds what the ontology does not know.
            OSError: where the folder cannot be written.
        """


EXPORTERS: tuple[Exporter, ...] = (
    texts,
    tables,
)
"""Every format; those that are text together (:mod:`.texts`), and those made from tables (:mod:`.tables`)."""
