"""Builds killed, stopped, run beside each other or out of space: exports are old or new, never a mixture."""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from kgraph import folders, tasks, workers
from kgraph.errors import ExportError
from kgraph.model import Text
from kgraph.options import Options
from kgraph.rebuilding import CACHE, rebuild
from kgraph.workers import Died, Pool
from tests.incremental.histories import add, document

RULES = Options(model="rules", workers=0)


def corpus(folder: Path, count: int, seed: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    for number in range(count):
        (folder / f"{number:04}.md").write_bytes(document(draw))
    return folder


def start(source: Path, out: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kgraph", "build", str(source), "-o", str(out), "--model", "rules", *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def contents(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in out.iterdir() if file.is_file()}


def kill_often(times: int, tmp_path: Path) -> None:
    """``kill -9`` at random moments: what can be read afterwards is old or new, and the cache works."""
    draw = random.Random(9)
    source, out = corpus(tmp_path / "source", 30), tmp_path / "out"
    began = time.monotonic()
    start(source, out).communicate()
    whole = time.monotonic() - began
    known = folders.read_manifest(out)
    for number in range(times):
        (source / f"{number % 30:04}.md").write_bytes(document(draw))
        build = start(source, out)
        time.sleep(draw.uniform(0.2, 1.1) * whole)
        build.kill()
        build.communicate()
        manifest = folders.read_manifest(out)
        assert folders.is_current(out, manifest)
        if manifest["sources"] != known["sources"]:
            assert manifest["sources"] == rebuild([source], tmp_path / f"check{number}", RULES).manifest["sources"]
            shutil.rmtree(tmp_path / f"check{number}")
        known = manifest
    again = rebuild([source], out, RULES)
    assert not again.notices
    assert again.manifest["artefacts"] == rebuild([source], tmp_path / "anew", RULES).manifest["artefacts"]


def test_a_killed_build_leaves_old_or_new_exports(tmp_path: Path) -> None:
    kill_often(3, tmp_path)


@pytest.mark.long
def test_fifty_killed_builds_leave_old_or_new_exports(tmp_path: Path) -> None:
    kill_often(50, tmp_path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_told_to_stop_ends_soon_and_keeps_what_it_has(number: signal.Signals, tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 400), tmp_path / "out"
    rebuild([source / "0001.md"], out, RULES)
    before = contents(out)
    build = start(source, out)
    cache = out / folders.STATE / CACHE
    entries = 0
    while entries < 60 and build.poll() is None:
        time.sleep(0.05)
        with sqlite3.connect(f"file:{cache}?mode=ro", uri=True) as database:
            (entries,) = database.execute("SELECT count(*) FROM entries").fetchone()
    build.send_signal(number)
    told = time.monotonic()
    _, said = build.communicate()
    assert time.monotonic() - told < 2
    assert build.returncode == 128 + number
    assert "interrupted" in said
    assert contents(out) == before
    with sqlite3.connect(cache) as database:
        assert database.execute("SELECT count(*) FROM entries").fetchone()[0] >= entries
    rebuild([source], out, RULES)
    assert folders.is_current(out, folders.read_manifest(out))


def test_a_build_waits_for_another_one(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 3), tmp_path / "out"
    with ExitStack() as ended:
        with folders.exclusive(out):
            build = ended.enter_context(start(source, out))  # closes its pipes at the end
            assert build.stderr is not None
            said = build.stderr.readline()  # once it has found the lock, however long its start took
            assert "another build" in said
            time.sleep(0.5)
            assert build.poll() is None
        said += build.stderr.read()
        assert build.wait(timeout=120) == 0
        assert "waiting" in said


def test_what_was_ready_when_a_build_was_killed_is_finished(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 3), tmp_path / "out"
    new = rebuild([source], tmp_path / "new", RULES).manifest
    add(source, random.Random(1))
    rebuild([source], out, RULES)
    shutil.copytree(tmp_path / "new", out / folders.STATE / folders.READY, ignore=shutil.ignore_patterns(".*"))
    (out / folders.STATE / folders.READY / "graph.ttl").replace(out / "graph.ttl")
    assert folders.read_manifest(out) == new
    assert folders.is_current(out, new)
    assert not (out / folders.STATE / folders.FORMER).exists()


def test_a_full_disk_is_named_and_the_old_exports_stay(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to mount a small file system")
    source = corpus(tmp_path / "source", 600)
    (tmp_path / "disk").mkdir()
    small = corpus(tmp_path / "small", 1)
    script = f"""
        mount -t tmpfs -o size=8m none {tmp_path}/disk || exit 77
        {sys.executable} -m kgraph build {small} -o {tmp_path}/disk/out --model rules || exit 78
        sha256sum {tmp_path}/disk/out/graph.ttl {tmp_path}/disk/out/manifest.json > {tmp_path}/before
        {sys.executable} -m kgraph build {source} -o {tmp_path}/disk/out --model rules
        echo "code $?"
        sha256sum -c {tmp_path}/before || exit 79
    """
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    if done.returncode in (1, 77):
        pytest.skip("file systems cannot be mounted here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "code 1" in done.stdout
    assert "space" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_foreign_or_broken_cache_is_set_aside(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 5), tmp_path / "out"
    wanted = rebuild([source], out, RULES).manifest["artefacts"]
    cache = out / folders.STATE / CACHE
    draw = random.Random(3)
    for damage in ("garbage", "foreign", "flipped", "cut"):
        if damage == "garbage":
            cache.write_bytes(b"no database " * 1000)
        elif damage == "foreign":
            cache.unlink()
            with sqlite3.connect(cache) as database:
                database.execute("CREATE TABLE entries (mine)")
        elif damage == "flipped":
            data = bytearray(cache.read_bytes())
            for _ in range(200):
                data[draw.randrange(200, len(data))] ^= 0x55
            cache.write_bytes(data)
        else:
            cache.write_bytes(cache.read_bytes()[:5000])
        (source / "0000.md").write_bytes((source / "0000.md").read_bytes() + b" ")
        again = rebuild([source], out, RULES)
        anew = rebuild([source], tmp_path / "anew", RULES, use_cache=False)
        assert again.manifest["artefacts"] == anew.manifest["artefacts"]
        if damage in ("garbage", "foreign"):
            assert again.notices
            assert cache.with_suffix(".broken").exists()
    assert wanted


def dies_on_three(items: Sequence[int]) -> list[int]:
    """Work for a process that the number three is too much for."""
    if 3 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    if 5 in items:
        raise MemoryError
    return [item * item for item in items]


def test_a_worker_that_dies_costs_one_document() -> None:
    with Pool(2) as pool:
        found = dict(pool.run(f"{__name__}:dies_on_three", (), range(20), 4))
    assert {number: each for number, each in found.items() if number not in (3, 5)} == {
        number: number**2 for number in range(20) if number not in (3, 5)
    }
    assert isinstance(found[3], Died)
    assert "SIGKILL" in found[3].reason
    assert isinstance(found[5], Died)
    assert "MemoryError" in found[5].reason


def test_a_document_that_kills_its_worker_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = corpus(tmp_path / "source", 8), tmp_path / "out"
    (source / "bad.md").write_text("---\ntitle: Deadly words\nwebUrl: https://a.org/deadly\n---\n")
    kept = tasks.extract_words

    def deadly(name: str, items: list[tuple[Text, tuple[tuple[str, str], ...]]]) -> list[bytes]:
        if any("Deadly" in text.headline for text, _ in items):
            os.kill(os.getpid(), signal.SIGKILL)
        return kept(name, items)

    monkeypatch.setattr(tasks, "extract_words", deadly)
    monkeypatch.setattr(workers, "can_fork", lambda: True)  # only a fork knows what was patched here
    outcome = rebuild([source], out, Options(model="rules", workers=2))
    monkeypatch.undo()
    named = [each for each in outcome.report.problems if workers.DIED in each.reason]
    assert [(each.path, each.place) for each in named] == [("bad.md", "text")]
    assert outcome.report.documents >= 6
    again = rebuild([source], out, RULES)
    assert again.is_new
    assert not [each for each in again.report.problems if workers.DIED in each.reason]


def test_results_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    source = corpus(tmp_path / "source", 120)
    made = [
        rebuild([source], tmp_path / str(count), Options(model="rules", workers=count)).manifest["artefacts"]
        for count in (0, 1, 3)
    ]
    assert made[0] == made[1] == made[2]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="cannot be written"):
        rebuild([corpus(tmp_path / "source", 1)], tmp_path / "file", RULES)


def test_the_second_build_of_the_same_does_nothing(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 4), tmp_path / "out"
    first = rebuild([source], out, RULES)
    before = contents(out)
    again = rebuild([source], out, RULES)
    assert not again.is_new
    assert again.report == first.report
    assert contents(out) == before
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kgraph", "build", str(source), "-o", str(out), "--model", "rules"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "nothing changed" in said.stdout
    assert not {"networkx", "pyarrow", "spacy", "numpy"} & set(re.findall(r"\| +([\w.]+)$", said.stderr, re.M))
    (out / "graph.ttl").write_text("broken")
    assert rebuild([source], out, RULES).is_new
    assert {**contents(out), "manifest.json": b""} == {**before, "manifest.json": b""}
    assert json.loads((out / "manifest.json").read_text())["artefacts"] == first.manifest["artefacts"]
