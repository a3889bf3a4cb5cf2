"""A graph to its folder of exports, all of them or none, and the manifest that says what they are made of."""

import hashlib
import json
import platform
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from kgraph import exporters
from kgraph.errors import ExportError
from kgraph.exporters import Exporter
from kgraph.graph import Graph
from kgraph.version import __version__

MANIFEST = "manifest.json"
_LIBRARIES = ("networkx", "pyoxigraph", "pyarrow", "spacy", "rdflib", "pyvis", "python-frontmatter", "PyYAML")


def write(
    graph: Graph,
    folder: Path,
    about: Mapping[str, Any] | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> dict[str, Any]:
    """Write every export and the manifest; give the manifest.

    Everything is written beside the folder's present files first and moved over them at the end, so that a build that
    is interrupted leaves the earlier exports whole.

    Args:
        graph: what to write.
        folder: made where it does not exist.
        about: what the manifest shall say of how the graph was made.
        tell: called with how many formats are written, and how many there are.

    Raises:
        ExportError: if the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=".kgraph-", dir=folder))
        try:
            names: list[str] = []
            for done, exporter in enumerate(exporters.EXPORTERS, start=1):
                exporter.write(graph, staged)
                names += file_names(exporter)
                tell(done, len(exporters.EXPORTERS))
            manifest = describe(graph, staged, names, about or {})
            text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            (staged / MANIFEST).write_text(text, encoding="utf-8")
            for name in [*names, MANIFEST]:
                (staged / name).replace(folder / name)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        raise ExportError(f"the exports cannot be written to {folder}: {error.strerror or error}") from error
    return manifest


def compare(graph: Graph, folder: Path, about: Mapping[str, Any] | None = None) -> list[str]:
    """The names of the artefacts in a folder that are not, byte by byte, what the graph would be written as.

    Raises:
        ExportError: if the folder holds no exports.
    """
    read_manifest(folder)
    with tempfile.TemporaryDirectory(prefix="kgraph-") as elsewhere:
        anew = write(graph, Path(elsewhere), about)["artefacts"]
    return [name for name in sorted(anew) if not (folder / name).is_file() or checksum(folder / name) != anew[name]]


def file_names(exporter: Exporter) -> tuple[str, ...]:
    """The files that an exporter writes."""
    return (exporter.NAME,) if isinstance(exporter.NAME, str) else tuple(exporter.NAME)


def describe(graph: Graph, folder: Path, names: list[str], about: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest of some exports: versions, counts, and the checksum of every source and every artefact."""
    return {
        "kgraph": __version__,
        "built": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "python": platform.python_version(),
        "libraries": {name: version for name in _LIBRARIES if (version := _version(name))},
        "base": graph.graph["base"],
        "nodes": dict(sorted(Counter(held["type"] for _, held in graph.nodes(data=True)).items())),
        "edges": dict(sorted(Counter(held["label"] for _, _, held in graph.edges(data=True)).items())),
        "sources": {path: each["sha256"] for path, each in graph.graph["documents"].items()},
        "artefacts": {name: checksum(folder / name) for name in names},
        **about,
    }


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder of exports.

    Raises:
        ExportError: if there is none, or it is broken.
    """
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ExportError(f"{folder} holds no readable {MANIFEST}: run kgraph build first") from error
    if not isinstance(found, dict):
        raise ExportError(f"the {MANIFEST} in {folder} is broken: no mapping")
    return found


def _version(name: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""
