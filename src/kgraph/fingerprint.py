"""What a result depends on beside its input: the program itself and the libraries that read for it."""

import hashlib
import platform
from collections.abc import Iterable
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from kgraph import ontology

_LIBRARIES = ("PyYAML", "python-frontmatter", "selectolax", "spacy", "rapidfuzz", "ahocorasick-rs", "numpy", "scipy")
_LIBRARIES_OF_EXPORTS = ("networkx", "pyarrow", "pyoxigraph", "rdflib", "pyvis")
_CODE = (".py", ".toml", ".txt", ".tsv", ".ttl", ".js", ".css", ".html", ".rq", ".sql", ".gz")


@cache
def program() -> str:
    """A digest of kgraph's own code and data, of Python, and of the libraries that results depend on.

    Versions that somebody must remember to raise are forgotten; a digest is not.
    """
    digest = hashlib.sha256()
    for name, file in sorted(_files(resources.files("kgraph"), "")):
        digest.update(f"{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    for file in sorted(ontology.folder().iterdir()):
        if file.is_file():
            digest.update(f"ontology/{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    digest.update(platform.python_version().encode())
    for library in (*_LIBRARIES, *_LIBRARIES_OF_EXPORTS):
        try:
            version = metadata.version(library)
        except metadata.PackageNotFoundError:
            version = ""
        digest.update(f"{library}={version}\0".encode())
    return digest.hexdigest()


def of(*parts: str | bytes) -> bytes:
    """A digest of several texts; where one ends and the next begins counts."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def of_reading(path: str, digest: bytes) -> bytes:
    """Names what this program finds in a file of this path and content."""
    return of("read", program(), path, digest)


def _files(folder: Traversable, path: str) -> Iterable[tuple[str, Traversable]]:
    for each in folder.iterdir():
        if each.is_dir():
            if each.name not in ("__pycache__", "cli", "queries"):
                yield from _files(each, f"{path}{each.name}/")
        elif each.name.endswith(_CODE):
            yield f"{path}{each.name}", each
