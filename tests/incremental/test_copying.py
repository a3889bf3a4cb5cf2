"""Runs that the system copies are those that would be read and written."""

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph.exporters import copying

DATA = random.Random(0).randbytes(5_000_000)
RUNS = [(0, 100), (7, 4_999_999), (4_096, 200_000), (3, 3), (100_000, 165_536), (4_999_000, 5_000_000)]


def copied(folder: Path, runs: list[tuple[int, int]]) -> bytes:
    """A file of these runs with something small before, between and after them."""
    (folder / "source").write_bytes(DATA)
    with (folder / "source").open("rb") as source, (folder / "target").open("wb") as target:
        for begin, end in runs:
            target.write(b"<")
            copying.copy(source, begin, end, target)
            target.write(b">")
    return (folder / "target").read_bytes()


def refused(*_: Any) -> int:
    raise OSError(errno.EINVAL, "not between these files")


def reluctant(send_all: Callable[..., int]) -> Callable[..., int]:
    """A system that copies little at a time, and now and then nothing."""
    turns = iter(range(10**6))

    def send(to: int, source: int, at: int, size: int) -> int:
        turn = next(turns)
        return 0 if turn % 3 == 2 else send_all(to, source, at, min(size, 9 + turn))

    return send


@pytest.mark.parametrize("system", ["as it is", "refuses", "is reluctant", "has no such call"])
def test_every_way_of_copying_gives_the_same_bytes(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if system == "has no such call":
        monkeypatch.delattr(os, "sendfile", raising=False)
        monkeypatch.delattr(os, "posix_fadvise", raising=False)
    elif hasattr(os, "sendfile") and system != "as it is":
        monkeypatch.setattr(os, "sendfile", refused if system == "refuses" else reluctant(os.sendfile))
    assert copied(tmp_path, RUNS) == b"".join(b"<" + DATA[begin:end] + b">" for begin, end in RUNS)


@pytest.mark.parametrize("size", [100, 1_000_000])
def test_a_source_that_ends_too_early_is_an_error(size: int, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cut"):
        copied(tmp_path, [(len(DATA) - size, len(DATA) + 1)])


def test_a_disk_that_is_full_is_not_taken_for_one_that_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "sendfile", full, raising=False)
    with pytest.raises(OSError, match="full"):
        copied(tmp_path, [(0, 1_000_000)])
