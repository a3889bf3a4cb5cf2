"""Source files that look as they did are not read; whatever else could be otherwise is."""

import os
from pathlib import Path

import pytest

from kgraph import folders, sightings
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from kgraph.sightings import Sightings
from kgraph.sources import SourceFile, digest_of

ARTICLE = "---\ntitle: 'Acme buys Zelbo'\n---\nAcme buys Zelbo.\n"


@pytest.fixture
def file(tmp_path: Path) -> SourceFile:
    place = tmp_path / "news" / "a.md"
    place.parent.mkdir()
    place.write_text(ARTICLE)
    return SourceFile("a.md", place)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let looks tell of files that were written just now."""
    monkeypatch.setattr(sightings, "LEFT_ALONE", -(10**12))


def look(file: SourceFile, memory: Path) -> bytes:
    seen = Sightings(memory)
    (digest,) = seen.digests_of([file])
    seen.keep()
    return digest


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sightings, "digest_of", lambda file: pytest.fail(f"{file.path} is read"))


@pytest.mark.usefixtures("at_once")
def test_what_looks_as_it_did_is_not_read(file: SourceFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = look(file, tmp_path / "seen")
    assert first == digest_of(file)
    forbid_reading(monkeypatch)
    assert look(file, tmp_path / "seen") == first


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("how", ["edited", "replaced", "gone"])
def test_what_was_touched_is_read(how: str, file: SourceFile, tmp_path: Path) -> None:
    first, status = look(file, tmp_path / "seen"), file.location.stat()
    other = ARTICLE.replace("buys", "sues")
    if how == "edited":
        file.location.write_text(other)
        os.utime(file.location, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif how == "replaced":
        (tmp_path / "new").write_text(other)
        (tmp_path / "new").replace(file.location)
    else:
        file.location.unlink()
    assert look(file, tmp_path / "seen") == digest_of(file) != first


def test_what_was_written_just_now_is_read_again(
    file: SourceFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(file, tmp_path / "seen")
    read: list[str] = []
    monkeypatch.setattr(sightings, "digest_of", lambda file: read.append(file.path) or digest_of(file))
    assert look(file, tmp_path / "seen") == digest_of(file)
    assert read == ["a.md"]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("damage", [b"", b"[]", b'{"a": 1}', b"\xff\n{}", "bit"])
def test_a_damaged_memory_is_none(damage: bytes | str, file: SourceFile, tmp_path: Path) -> None:
    first = look(file, tmp_path / "seen")
    kept = (tmp_path / "seen").read_bytes()
    (tmp_path / "seen").write_bytes(
        damage if isinstance(damage, bytes) else kept.replace(first.hex().encode(), bytes(32).hex().encode())
    )
    assert look(file, tmp_path / "seen") == first
    assert (tmp_path / "seen").read_bytes() == kept


@pytest.mark.usefixtures("at_once")
def test_what_cannot_be_read_is_tried_again(file: SourceFile, tmp_path: Path) -> None:
    file.location.unlink()
    assert look(file, tmp_path / "seen") == b""
    file.location.write_text(ARTICLE)
    assert look(file, tmp_path / "seen") == digest_of(file)


@pytest.mark.usefixtures("at_once")
def test_a_build_notices_what_hides_its_traces_in_size_and_time(file: SourceFile, tmp_path: Path) -> None:
    options, out = Options(model="rules", workers=0), tmp_path / "out"
    rebuild([file.location.parent], out, options)
    status = file.location.stat()
    file.location.write_text(ARTICLE.replace("buys", "sues"))
    os.utime(file.location, ns=(status.st_atime_ns, status.st_mtime_ns))
    outcome = rebuild([file.location.parent], out, options)
    assert outcome.is_new
    anew = rebuild([file.location.parent], tmp_path / "anew", options)
    assert outcome.manifest["artefacts"] == anew.manifest["artefacts"]


@pytest.mark.usefixtures("at_once")
def test_a_build_without_a_cache_reads_everything(
    file: SourceFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options, out = Options(model="rules", workers=0), tmp_path / "out"
    rebuild([file.location.parent], out, options)
    assert (out / folders.STATE / sightings.NAME).is_file()
    read: list[str] = []
    monkeypatch.setattr(sightings, "digest_of", lambda file: read.append(file.path) or digest_of(file))
    rebuild([file.location.parent], out, options)
    assert read == []
    rebuild([file.location.parent], out, options, use_cache=False)
    assert read == ["a.md"]


@pytest.mark.usefixtures("at_once")
def test_it_is_noticed_whether_anything_is_new(file: SourceFile, tmp_path: Path) -> None:
    def has_new(*files: SourceFile) -> bool:
        seen = Sightings(tmp_path / "seen")
        seen.digests_of(files)
        seen.keep()
        return bool(seen.new)

    assert has_new(file)
    assert not has_new(file)
    file.location.touch()
    assert not has_new(file)
    file.location.write_text("other")
    assert has_new(file)
    assert not has_new()
