"""Files seen safely onto the disk, with their checksums, as soon as each is whole: beside the writing of the next."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from kgraph import stamps
from kgraph.folders import settle

Checksums: TypeAlias = dict[str, str]
"""The SHA-256 of files, in hexadecimal, by their names."""
_AT_ONCE = 2
"""Files that are seen to at once: while one waits for the disk, another is read."""


class Sealing:
    """The sealing of what is written into a folder; it ends with the ``with`` statement."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(_AT_ONCE)
        self._due: dict[Path, Future[str]] = {}

    def begin(self, path: Path) -> "Future[str]":
        """Seal a file that is whole, once."""
        if path not in self._due:
            self._due[path] = self._threads.submit(_seal, path)
        return self._due[path]

    def checksums(self, names: Iterable[str]) -> Checksums:
        """Wait until files are sealed; those that nobody has called finished are whole by now.

        Raises:
            OSError: if one cannot be read, or cannot be got onto the disk.
        """
        due = {name: self.begin(self._folder / name) for name in names}
        return {name: sealed.result() for name, sealed in due.items()}

    def __enter__(self) -> "Sealing":
        self._before = _sealing.set(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _sealing.reset(self._before)
        self._threads.shutdown(cancel_futures=True)


_sealing: ContextVar[Sealing | None] = ContextVar("sealing", default=None)


def finished(path: Path) -> None:
    """Say that a file is whole while others are still to be written, so that it need not wait for them."""
    sealing = _sealing.get()
    if sealing is not None:
        sealing.begin(path)


def _seal(path: Path) -> str:
    settle(path)
    return stamps.checksum(path)
