"""The digests of source files that look as they did when they were last read: by size, times and inode, as git does.

A file counts as seen only where it had been left alone for a while when it was looked at: what is written twice within
one tick of a file system's clock may look the same both times (*racy* files, https://git-scm.com/docs/racy-git), and
some clocks tick every two seconds. Whatever is in doubt is read.
"""

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from kgraph.sources import SourceFile, digest_of
from kgraph.stamps import Looks, looks

NAME = "sightings.json"
LEFT_ALONE = 3 * 10**9
"""Nanoseconds since a file was touched after which its looks tell: more than any file system's clock takes to tick."""
_Seen: TypeAlias = dict[str, tuple[str, Looks]]


class Sightings:
    """What is remembered of files, and what is seen of them now."""

    def __init__(self, path: Path | None = None) -> None:
        """Begin with what a file remembers; without one, everything is read."""
        self._path = path
        self._before = _recalled(path) if path is not None else {}
        self._now: _Seen = {}
        self.new: list[SourceFile] = []
        """The files that may hold what was in none before."""

    def digests_of(self, files: Iterable[SourceFile]) -> list[bytes]:
        """The SHA-256 of the bytes of each file, as :func:`kgraph.sources.digest_of` gives them."""
        began = time.time_ns()
        found = []
        for file in files:
            place = os.path.abspath(file.location)
            seen = _looks(place)  # before it is read: what is written from now on looks otherwise
            known = self._before.get(place)
            digest = bytes.fromhex(known[0]) if known is not None and known[1] == seen else digest_of(file)
            if known is None or known[0] != digest.hex():
                self.new.append(file)
            if digest and seen and max(seen[1:3]) + LEFT_ALONE < began:
                self._now[place] = digest.hex(), seen
            found.append(digest)
        return found

    def keep(self) -> None:
        """Remember what was seen now, and nothing else; where that fails everything is read next time."""
        if self._path is None or self._now == self._before:
            return
        text = json.dumps(self._now).encode()
        fresh = self._path.with_name(f"{self._path.name}.new")
        with suppress(OSError):
            fresh.write_bytes(sha256(text).hexdigest().encode() + b"\n" + text)
            fresh.replace(self._path)


def _recalled(path: Path) -> _Seen:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        digest, _, text = path.read_bytes().partition(b"\n")
        if digest.decode() == sha256(text).hexdigest():
            return {place: (known, seen) for place, (known, seen) in json.loads(text).items()}
    return {}


def _looks(place: str) -> Looks:
    """How a file, or what a link leads to, looks from outside; nothing where it cannot be looked at."""
    with suppress(OSError):
        return looks(place, follow=True)
    return []
