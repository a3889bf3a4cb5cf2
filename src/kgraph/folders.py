"""A folder of exports: who may write into it, what stands in it, and whether that is whole.

Light, so that a build that has nothing to do ends before the libraries that write are loaded.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from filelock import FileLock, Timeout

from kgraph import sources, stamps
from kgraph.errors import ExportError

MANIFEST = "manifest.json"
STATE = sources.STATE
READY, FORMER = "ready", "former"
IN_PARTS = ("nodes", "edges", "claims", "statements", "nquads")
"""What a build over tables leaves below its folder, each with many parts; beside them the manifest."""


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the right to write into a folder: no two builds write into one at once.

    Args:
        folder: made where it does not exist.
        waiting: called where somebody else holds the right; after that, we wait until he is done, or dead.

    Raises:
        OSError: if the folder cannot be written.
    """
    state = folder / STATE
    state.mkdir(parents=True, exist_ok=True)
    if not (state / ".gitignore").exists():
        (state / ".gitignore").write_text("*\n")
    lock = FileLock(state / "lock", is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        while _freeing and lock.lock_counter == 1:
            _freeing.pop().join()
        lock.release()


_freeing: list[Thread] = []
"""Each frees the files of former exports; whoever holds a folder for himself waits for them at the end."""


def recover(folder: Path, *, beside: bool = False) -> None:
    """Finish what a build was killed at after its exports were ready: move them over the old ones.

    Args:
        folder: of the exports.
        beside: whether to free the old ones beside whatever comes next, while the folder is held (:func:`exclusive`).

    Raises:
        ExportError: if they cannot be moved.
    """
    ready, former = folder / STATE / READY, folder / STATE / FORMER
    if not ready.is_dir():
        return
    try:
        files = sorted(ready.iterdir(), key=lambda file: (file.name == MANIFEST, file.name))
        # Freeing a large file takes as long as a hundred renamings: the former ones are held until all are moved.
        former.mkdir(exist_ok=True)
        for file in files:
            with suppress(OSError):
                (former / file.name).hardlink_to(folder / file.name)
        for file in files:
            with suppress(FileNotFoundError):  # somebody else finishes it too
                file.replace(folder / file.name)
        with suppress(FileNotFoundError):
            ready.rmdir()
        settle(folder)
        if beside:
            _freeing.append(Thread(target=shutil.rmtree, args=(former,), kwargs={"ignore_errors": True}))
            _freeing[-1].start()
        else:
            shutil.rmtree(former, ignore_errors=True)
    except OSError as error:
        raise ExportError(f"a build into {folder} was interrupted and cannot be finished: {error.strerror}") from error


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder of exports.

    Raises:
        ExportError: if there is none, or it is broken.
    """
    recover(folder)
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ExportError(f"{folder} holds no readable {MANIFEST}: run kgraph build first") from error
    if not isinstance(found, dict):
        raise ExportError(f"the {MANIFEST} in {folder} is broken: no mapping")
    return found


def is_current(folder: Path, manifest: Mapping[str, Any], *, trust: bool = False) -> bool:
    """Whether every artefact that a manifest names is there, byte by byte.

    Args:
        folder: of the exports.
        manifest: of them.
        trust: whether to believe what a file's size, times and inode say, where they are those with which it was
            written, as git does; else everything is read.
    """
    artefacts = manifest.get("artefacts")
    if not isinstance(artefacts, dict):
        return False
    if trust:
        return stamps.are_whole(folder, artefacts, folder / STATE)
    return all(
        (folder / name).is_file() and stamps.checksum(folder / name) == known for name, known in artefacts.items()
    )


def settle(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_parts(folder: Path) -> None:
    """Remove what a build over tables had left where one in memory has written: it says what was."""
    for name in IN_PARTS:
        if holds_parts(folder / name):
            shutil.rmtree(folder / name, ignore_errors=True)


def holds_parts(folder: Path) -> bool:
    """Whether there is nothing in a folder but parts: one of the user's own must not be touched."""
    return folder.is_dir() and all(re.fullmatch(r"part-\d{6}\.(?:parquet|nq)", each.name) for each in folder.iterdir())
