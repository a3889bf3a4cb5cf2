"""Vocabularies: files of concept schemes, compiled once and opened in milliseconds.

One module per format; :data:`FORMATS` names them all, in the order in which they are asked whether a file is theirs.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Protocol

from kgraph import fingerprint
from kgraph.concepts import MESH, Concept, ConceptScheme, Label, LabelKind
from kgraph.errors import UsageError, VocabularyError
from kgraph.vocabularies import mesh_ascii, mesh_merged, mesh_rdf, mesh_table, mesh_xml, skos, table
from kgraph.vocabularies.compiled import FORMAT, Compiled, CompiledVocabulary, compile_vocabulary, content_digest
from kgraph.vocabularies.opening import head
from kgraph.vocabularies.store import home

__all__ = [
    "FORMATS",
    "CompiledVocabulary",
    "Format",
    "add",
    "default_mesh",
    "names",
    "open_vocabulary",
    "read",
    "remove",
]


class Format(Protocol):
    """What a module of this folder offers to be a format."""

    TITLE: str

    @property
    def SCHEME(self) -> ConceptScheme | None:  # noqa: N802 - a constant of the module
        """The scheme all files of this format belong to, if there is one."""

    def recognises(self, name: str, head: str) -> bool:
        """Say whether a file with this name and beginning is of this format."""

    def read(self, path: Path, base: str = "") -> Iterator[Concept]:
        """Yield the concepts of a file."""


FORMATS: tuple[Format, ...] = (mesh_xml, mesh_rdf, mesh_merged, mesh_ascii, mesh_table, skos, table)

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_SHIPPED = "mesh2024.tsv.gz"
_YEAR = "2024"
_CONCEPTS = "https://w3id.org/kgraph/id/concept/"


def format_of(path: Path) -> Format:
    """Return the format of ``path``, told by its beginning and then by its name."""
    beginning = head(path)
    for candidate in FORMATS:
        if candidate.recognises(path.name.lower(), beginning):
            return candidate
    known = ", ".join(candidate.TITLE for candidate in FORMATS)
    raise VocabularyError(f"{path.name} is in none of the formats that kgraph reads: {known}")


def read(path: Path, name: str = "vocabulary") -> tuple[ConceptScheme, Iterator[Concept]]:
    """Return the scheme of ``path`` and its concepts, read as they are asked for."""
    chosen = format_of(path)
    base = f"{_CONCEPTS}{name}/"
    scheme = chosen.SCHEME
    if scheme is None:
        scheme = (skos.scheme(path) if chosen is skos else None) or ConceptScheme(base.rstrip("/"), name)
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", path.name)
    return replace(scheme, source=path.name, version=year[0] if year else ""), chosen.read(path, base)


def _compiled_path(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise UsageError(f"“{name}” cannot name a vocabulary: use small letters, digits, “-” and “_”")
    return home() / "vocabularies" / f"{name}.sqlite"


def add(name: str, source: Path, *, title: str = "") -> tuple[Compiled, bool]:
    """Compile ``source`` and keep it under ``name``; an unchanged source is not compiled again.

    Returns what was found and whether anything was done. If the source cannot be read to its end,
    :class:`VocabularyError` says where, and what ``name`` was before stays.
    """
    target = _compiled_path(name)
    if not source.exists():
        raise UsageError(f"{source} does not exist")
    scheme, concepts = read(source, name)
    if target.exists():
        try:
            known = CompiledVocabulary(target)
        except VocabularyError:
            pass  # of another version, or damaged: compiled anew
        else:
            if known.digest == content_digest(source):
                return Compiled(len(known), int(known.meta["labels"]), known.problems), False
    if title:
        scheme = replace(scheme, title=title)
    aliases = _aliases() if scheme.iri == MESH.rstrip("/") else ()
    return compile_vocabulary(concepts, scheme, target, digest=lambda: content_digest(source), aliases=aliases), True


def names() -> tuple[str, ...]:
    """Return the names of the vocabularies at hand; ``mesh`` is always one of them."""
    kept = (path.stem for path in (home() / "vocabularies").glob("*.sqlite") if _NAME.fullmatch(path.stem))
    return tuple(sorted({"mesh", *kept}))


def open_vocabulary(name: str) -> CompiledVocabulary:
    """Open the vocabulary kept under ``name``; without one of its own, ``mesh`` is the shipped table."""
    path = _compiled_path(name)
    if path.exists():
        return CompiledVocabulary(path)
    if name == "mesh":
        return _shipped_mesh()
    raise UsageError(
        f"there is no vocabulary “{name}”; at hand: {', '.join(names())} (add one: kgraph vocab add {name} FILE)"
    )


def remove(name: str) -> None:
    """Forget the vocabulary kept under ``name``; the shipped MeSH cannot be removed."""
    path = _compiled_path(name)
    if not path.exists():
        shipped = " (the shipped MeSH stays)" if name == "mesh" else ""
        raise UsageError(f"there is no vocabulary “{name}” to remove{shipped}")
    path.unlink()


def default_mesh() -> CompiledVocabulary:
    """Open MeSH: the one the user added under the name ``mesh``, else the shipped one.

    The shipped table is compiled on first use, which takes about two seconds; after that it opens in milliseconds.
    """
    return open_vocabulary("mesh")


def _data(name: str) -> Iterator[list[str]]:
    text = (resources.files("kgraph.vocabularies") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _aliases() -> tuple[tuple[str, str], ...]:
    return tuple((columns[0], columns[1]) for columns in _data("aliases.tsv"))


def _newer() -> Iterator[Concept]:
    for identifier, name, broader in _data("newer.tsv"):
        yield Concept(
            identifier, MESH + identifier, (Label(name, LabelKind.PREFERRED),), broader=(broader,), kind="topical"
        )


def _shipped_mesh() -> CompiledVocabulary:
    data = resources.files("kgraph.vocabularies") / "data"
    with (
        resources.as_file(data / _SHIPPED) as source,
        resources.as_file(data / "aliases.tsv") as aliases,
        resources.as_file(data / "newer.tsv") as newer,
    ):
        digest = content_digest(source, aliases, newer)
        name = f"shipped/mesh-{digest[:16]}-{FORMAT[-1]}.sqlite"
        path = home() / "vocabularies" / name
        if not path.exists():
            compile_shipped = _shipped_compiler(source, digest)
            try:
                compile_shipped(path)
            except OSError:  # a home that cannot be written to: compile for this process alone
                path = Path(tempfile.mkdtemp(prefix="kgraph-")) / "mesh.sqlite"
                compile_shipped(path)
                vocabulary = CompiledVocabulary(path)
                vocabulary.concept("D001185")  # holds the file open
                shutil.rmtree(path.parent, ignore_errors=True)
                return vocabulary
    return CompiledVocabulary(path)


def _shipped_compiler(source: Path, digest: str) -> Callable[[Path], Compiled]:
    scheme = replace(mesh_xml.SCHEME, version=_YEAR, source=_SHIPPED)

    def compile_shipped(path: Path) -> Compiled:
        concepts = chain(mesh_table.read(source), _newer())
        return compile_vocabulary(concepts, scheme, path, digest=digest, aliases=_aliases())

    return compile_shipped


def identity_of(vocabulary: CompiledVocabulary) -> str:
    """What tells a vocabulary from every other, and from itself in another version."""
    return fingerprint.of(repr(sorted(vocabulary.meta.items()))).hex()
