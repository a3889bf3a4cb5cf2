"""The graph back from its exports."""

from pathlib import Path

import pyarrow as pa

from kgraph import writing
from kgraph.errors import ExportError
from kgraph.exporters import from_tables, parquet
from kgraph.exporters.from_tables import graph_of
from kgraph.graph import Graph

__all__ = ["graph_of", "load"]


def load(folder: str | Path = "exports") -> Graph:
    """The graph that a build wrote, the same as the build returned.

    Args:
        folder: where ``kgraph build`` wrote its exports; the two Parquet files are read.

    Returns:
        A plain ``networkx.MultiDiGraph``. Node keys are IRIs, edge keys the predicates' IRIs.

    Raises:
        ExportError: if the folder holds no exports, or they cannot be read.
    """
    folder = Path(folder)
    writing.recover(folder)
    for name in parquet.NAME:
        if not (folder / name).is_file():
            raise ExportError(f"{folder} holds no {name}: run kgraph build first, or name another folder")
    try:
        return from_tables.read(folder)
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError) as error:
        raise ExportError(f"the Parquet files in {folder} are broken or no exports of kgraph: {error}") from error
