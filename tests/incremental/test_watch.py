"""``kgraph watch`` as a process of its own: a file changes, and the exports follow."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kgraph import folders
from kgraph.errors import ExportError

ARTICLE = "---\ntitle: {}\nwebUrl: https://news.example/one\n---\n"


def until(holds: Callable[[], bool], watching: "subprocess.Popen[str]", seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert watching.poll() is None, watching.communicate()
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)


def test_a_change_is_built_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "source" / "exports"  # what it writes must not wake it
    source.mkdir()
    (source / "one.md").write_text(ARTICLE.format("First words"))
    command = [sys.executable, "-m", "kgraph", "watch", str(source / "one.md"), str(source), "-o", str(out)]
    command += ["--model", "rules", "--workers", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:

        def says(words: str) -> Callable[[], bool]:
            return lambda: (out / "graph.ttl").exists() and words in (out / "graph.ttl").read_text(encoding="utf-8")

        try:
            until(says("First words"), watching)
            time.sleep(1)  # it begins to watch when the first build is done
            (source / "one.md").write_text(ARTICLE.format("Second words"))
            until(says("Second words"), watching)
            (source / "one.md").write_text("---\ntitle: 'half a")  # somebody is writing
            time.sleep(2)
            assert watching.poll() is None
            (source / "one.md").write_text(ARTICLE.format("Third words"))
            until(says("Third words"), watching)
            built = _built(out)
            time.sleep(1.5)
            assert _built(out) == built, "it built again without a change"
            watching.send_signal(signal.SIGINT)
            said, errors = watching.communicate(timeout=20)
        finally:
            watching.kill()
    assert watching.returncode == 128 + signal.SIGINT
    assert "no longer watching" in errors
    assert said.count("watching") >= 3
    assert folders.is_current(out, folders.read_manifest(out))


def _built(out: Path) -> object:
    try:
        return folders.read_manifest(out)["built"]
    except ExportError:
        return None
