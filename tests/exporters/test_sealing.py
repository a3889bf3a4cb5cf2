"""Files are sealed while others are still written."""

import hashlib
import os
from pathlib import Path

import pytest

from kgraph.exporters import sealing
from kgraph.exporters.sealing import Sealing


def test_what_is_finished_early_is_sealed_once_and_the_rest_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = []
    monkeypatch.setattr(sealing, "settle", lambda path: settled.append(path.name))
    with Sealing(tmp_path) as sealed:
        for name in ("early", "late"):
            (tmp_path / name).write_text(name)
        sealing.finished(tmp_path / "early")
        sealing.finished(tmp_path / "early")
        assert sealed.begin(tmp_path / "early").result() == hashlib.sha256(b"early").hexdigest()
        found = sealed.checksums(["early", "late"])
    assert found == {name: hashlib.sha256(name.encode()).hexdigest() for name in ("early", "late")}
    assert sorted(settled) == ["early", "late"]


def test_where_nobody_seals_nothing_is_done(tmp_path: Path) -> None:
    sealing.finished(tmp_path / "missing")


def test_a_file_that_cannot_be_got_onto_the_disk_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some").write_text("")

    def refuse(descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", refuse)
    with Sealing(tmp_path) as sealed:
        sealing.finished(tmp_path / "some")
        with pytest.raises(OSError, match="No space left"):
            sealed.checksums(["some"])
