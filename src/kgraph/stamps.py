"""Files that are known to be what they were without reading them again: by size, times and inode, as git knows it.

A stamp counts only where the file was last touched before the stamp was taken, in time as the file system tells it:
what is written in the very tick of the stamp could leave it as it is (*racy* files, see
https://git-scm.com/docs/racy-git). Whatever is in doubt is read.
"""

import hashlib
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

NAME = "stamps.json"
_TICK = 0.005
"""Seconds after which the clock of most file systems has gone on."""
Looks: TypeAlias = list[int]


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def take(folder: Path, checksums: Mapping[str, str], state: Path, until: int) -> None:
    """Remember how files look that have these checksums.

    Args:
        folder: where the files are.
        checksums: of the files, by name.
        state: the folder that keeps the stamps.
        until: when the files were whole, in nanoseconds of their file system's time; one written later gets no stamp.
    """
    fresh = state / f"{NAME}.new"
    time.sleep(_TICK)  # so that files that were moved just now are older than the mark
    with suppress(OSError):
        fresh.write_bytes(b"")
        mark = fresh.stat().st_mtime_ns
        found = {}
        for name, known in checksums.items():
            stamp = looks(folder / name)
            if stamp[1] <= until and max(stamp[1:3]) < mark:
                found[name] = [known, stamp]
        fresh.write_text(json.dumps(found), encoding="utf-8")
        fresh.replace(state / NAME)


def trusted(folder: Path, state: Path) -> dict[str, str]:
    """The checksums of the files that look as they did when they were stamped."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        kept = json.loads((state / NAME).read_text(encoding="utf-8"))
        return {name: known for name, (known, stamp) in kept.items() if _looks_so(folder / name, stamp)}
    return {}


def are_whole(folder: Path, checksums: Mapping[str, str], state: Path) -> bool:
    """Whether files have these checksums; those that look as when they were stamped are believed to."""
    known = trusted(folder, state)
    with suppress(OSError):
        return all(known.get(name) == wanted or checksum(folder / name) == wanted for name, wanted in checksums.items())
    return False


def looks(place: str | os.PathLike[str], *, follow: bool = False) -> Looks:
    """How a file looks from outside: its size, when it and its entry were changed, and which it is.

    Args:
        place: where it is.
        follow: whether what a link leads to is looked at.

    Raises:
        OSError: if it cannot be looked at.
    """
    found = os.stat(place, follow_symlinks=follow)  # noqa: PTH116 - five thousand paths would be made for sources
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev]


def _looks_so(path: Path, stamp: Looks) -> bool:
    with suppress(OSError):
        return looks(path) == stamp
    return False
