"""What the user named (folders, files, patterns) to the files below it, in one order on every machine."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kgraph.errors import UsageError
from kgraph.model import Problem

STATE = ".kgraph"
"""The folder below exports with what builds need for themselves: the cache, the lock, what is being written."""
MAX_BYTES = 16 * 1024 * 1024
"""A larger file is no article: it is reported and left alone, so that memory and time stay bounded."""


class SourceFile(NamedTuple):
    """A file to read."""

    path: str
    """Relative to the source folder, with ``/`` between the parts."""
    location: Path


def find(sources: Iterable[str | os.PathLike[str]]) -> tuple[list[SourceFile], list[Problem]]:
    """All files below the sources, sorted by path, and what is there but must not be read.

    A source is a folder, a file or a glob pattern. Paths are relative to the one folder, or, where several sources are
    named, to the deepest folder that holds them all. Hidden files and exports of kgraph are passed over; links that
    lead out are refused.

    Raises:
        UsageError: if a source does not exist, or there is no file at all.
    """
    named = [str(source) for source in sources]
    places = sorted({place for source in named for place in _expand(source)})
    folders = [place if place.is_dir() else place.parent for place in places]
    root = Path(os.path.commonpath([os.path.abspath(folder) for folder in folders]))
    below = str(root).rstrip(os.sep) + os.sep
    files: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    for place in places:
        here = str(place)
        there = os.path.abspath(here)
        for name in _walk(here) if place.is_dir() else [here]:
            path = (there + name.removeprefix(here)).removeprefix(below).replace(os.sep, "/")
            if reason := _refusal(name, root):
                problems.append(Problem(_printable(path), "", reason))
            else:
                files[path] = SourceFile(_printable(path), Path(name))
    if not files and not problems:
        raise UsageError(f"nothing to read in {', '.join(named)}: no file in it, or only hidden ones")
    return [files[path] for path in sorted(files)], sorted(set(problems))


def _expand(source: str) -> list[Path]:
    if Path(source).exists():
        return [Path(source)]
    found = [Path(name) for name in sorted(glob.glob(source, recursive=True))] if glob.has_magic(source) else []
    if not found:
        raise UsageError(f"there is no file or folder {source}")
    return found


def _walk(folder: str) -> Iterator[str]:
    """Files below a folder and links to folders, hidden ones left out; links to folders are not entered."""
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_exports(parent, name))
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield os.path.join(parent, name)  # noqa: PTH118 - a string costs a tenth of a path


def _is_exports(parent: str, name: str) -> bool:
    """Whether a folder is one that kgraph has written: what it made of the sources is no source."""
    return Path(parent, name, STATE).is_dir()


def _refusal(name: str, root: Path) -> str:
    """Why a file must not be read; "" where it may."""
    try:
        status = os.lstat(name)
        if stat.S_ISLNK(status.st_mode):
            target = Path(name).resolve(strict=True)
            status = target.stat()
            if not target.is_relative_to(root.resolve()):
                return "a link that leads out of the source folder: not followed"
    except (OSError, RuntimeError) as error:
        return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
    if stat.S_ISDIR(status.st_mode):
        return "a link to a folder: read where it really is"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if status.st_size > MAX_BYTES:
        return f"too large to be an article: {status.st_size:,} bytes, at most {MAX_BYTES:,} are read"
    return ""


def _printable(path: str) -> str:
    """A path whose bytes are no UTF-8 shown with replacement characters, so that it can be written anywhere."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def digest_of(file: SourceFile) -> bytes:
    """The SHA-256 of a file's bytes; of one that cannot be read, nothing."""
    try:
        return sha256(file.location.read_bytes()).digest()
    except OSError:
        return b""
