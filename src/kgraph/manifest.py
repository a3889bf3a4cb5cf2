"""What a folder of exports says of itself."""

import platform
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from kgraph.exporters import parquet
from kgraph.version import __version__

_LIBRARIES = ("networkx", "pyoxigraph", "pyarrow", "spacy", "rdflib", "pyvis", "python-frontmatter", "PyYAML")


def of(
    graph: Mapping[str, Any], folder: Path, artefacts: Mapping[str, str], about: Mapping[str, Any]
) -> dict[str, Any]:
    """The manifest of some exports: versions, counts, and the checksum of every source and every artefact.

    Args:
        graph: the attributes of the graph as a whole.
        folder: of the exports; what there is how often stands in their tables.
        artefacts: the checksum of each.
        about: what else to say.
    """
    return {
        "kgraph": __version__,
        "built": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "python": platform.python_version(),
        "libraries": {name: version for name in _LIBRARIES if (version := _version(name))},
        "base": graph["base"],
        "nodes": parquet.tally(folder / parquet.NODES, "type"),
        "edges": parquet.tally(folder / parquet.EDGES, "label"),
        "sources": {path: each["sha256"] for path, each in graph["documents"].items()},
        "artefacts": dict(sorted(artefacts.items())),
        **about,
    }


@cache
def _version(name: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""
