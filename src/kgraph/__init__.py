"""Turn a folder of articles and market reports into a knowledge graph that shows the words behind every edge.

    >>> import kgraph
    >>> graph = kgraph.build("seeds/")  # doctest: +SKIP
    >>> kgraph.load("exports/")  # doctest: +SKIP

What is imported here is light: the language model and the drawing libraries are loaded when they are first needed.
"""

import os
from typing import TYPE_CHECKING, Any

from kgraph.errors import KgraphError
from kgraph.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from kgraph.explore.pyvis_page import SafeNetwork
    from kgraph.graph import Graph

__all__ = ["KgraphError", "__version__", "build", "load", "to_pyvis"]


def build(*sources: str | os.PathLike[str], **options: Any) -> "Graph":
    """Build the graph of all documents in folders, files and patterns.

    Args:
        sources: what to read.
        options: fields of :class:`kgraph.options.Options`, such as ``base`` and ``model``.

    Returns:
        A plain ``networkx.MultiDiGraph``; its attributes are described in :mod:`kgraph.graph`.

    Raises:
        UsageError: if there is nothing to read.
    """
    from kgraph.building import build as build_graph
    from kgraph.options import Options

    return build_graph(sources, Options(**options))[0]


def load(folder: "str | Path" = "exports") -> "Graph":
    """The graph that a build wrote into a folder, the same as the build returned.

    Raises:
        ExportError: if the folder holds no exports, or they cannot be read.
    """
    from kgraph.loading import load as load_graph

    return load_graph(folder)


def to_pyvis(graph: "Graph", **options: Any) -> "SafeNetwork":
    """A graph as a pyvis network that is safe to show: for notebooks and reports, and for small graphs.

    Args:
        graph: what to draw; above 1,000 nodes live physics no longer pleases, and a warning says so.
        options: see :func:`kgraph.explore.pyvis_page.to_pyvis`.
    """
    from kgraph.explore.pyvis_page import to_pyvis as network_of

    return network_of(graph, **options)
