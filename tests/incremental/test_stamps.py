"""Files are believed to be what they were only where nobody can have touched them unseen."""

import os
import time
from pathlib import Path

import pytest

from kgraph import stamps

NOW = 10**30
"""Later than any file was written."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "file"
    made.write_bytes(b"words")
    return made


def known(file: Path) -> dict[str, str]:
    return {file.name: stamps.checksum(file)}


def stamped(file: Path) -> None:
    """Stamp a file, however coarse the clock of its file system is."""
    for _ in range(300):
        stamps.take(file.parent, known(file), file.parent, NOW)
        if stamps.trusted(file.parent, file.parent):
            return
        time.sleep(0.01)
    pytest.fail("no stamp is ever believed here")


def test_what_was_stamped_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamped(file)
    whole = known(file)
    monkeypatch.setattr(stamps, "checksum", lambda _: pytest.fail("read"))
    assert stamps.are_whole(file.parent, whole, file.parent)


@pytest.mark.parametrize("how", ["edited", "replaced", "gone", "another"])
def test_what_was_touched_is_read(how: str, file: Path) -> None:
    stamped(file)
    whole, status = known(file), file.stat()
    if how == "replaced":
        (file.parent / "new").write_bytes(b"sword")
        (file.parent / "new").replace(file)
    elif how == "edited":
        file.write_bytes(b"sword")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif how == "gone":
        file.unlink()
    else:
        whole[file.name] = "0" * 64
    assert not stamps.are_whole(file.parent, whole, file.parent)


def test_what_may_be_written_in_the_same_tick_gets_no_stamp(file: Path) -> None:
    later = time.time_ns() + 10**9
    os.utime(file, ns=(later, later))
    stamps.take(file.parent, known(file), file.parent, NOW)
    assert not stamps.trusted(file.parent, file.parent)
    assert stamps.are_whole(file.parent, known(file), file.parent), "it is read"


def test_what_was_written_after_it_was_whole_gets_no_stamp(file: Path) -> None:
    stamps.take(file.parent, known(file), file.parent, file.stat().st_mtime_ns - 1)
    assert not stamps.trusted(file.parent, file.parent)


@pytest.mark.parametrize("damage", ["", "[]", '{"file": 1}', '{"file": ["a"]}', "{"])
def test_damaged_stamps_are_none(damage: str, file: Path) -> None:
    stamped(file)
    (file.parent / stamps.NAME).write_text(damage)
    assert stamps.trusted(file.parent, file.parent) == {}
    assert stamps.are_whole(file.parent, known(file), file.parent)
