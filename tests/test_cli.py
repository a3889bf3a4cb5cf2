"""What scripts rely on: commands, exit codes, sentences instead of tracebacks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.cli import COMMANDS

ARTICLE = (
    "---\ntitle: Acme launches Rocket\nwebUrl: https://a.org/{n}\nprovider:\n  name: A\n  domain: a.org\n{more}---\n"
)


def kgraph(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(env or {})}, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.md").write_text(ARTICLE.format(n=1, more=""))
    return folder


def test_every_command_explains_itself() -> None:
    listed = kgraph("--help").stdout
    for name in COMMANDS:
        assert f" {name} " in listed
    shown = kgraph("build", "--help")
    assert shown.returncode == 0
    for option in ("--out", "--strict", "--check", "--model", "--base-iri", "--json"):
        assert option in shown.stdout


def test_build_and_check(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built = kgraph("build", folder, "-o", out, "--model", "rules", "--json")
    assert built.returncode == 0, built.stderr
    summary = json.loads(built.stdout)
    assert summary["documents"] == 1
    assert summary["nodes"]["Article"] == 1
    assert {file.name for file in out.iterdir() if file.is_file()} >= {
        "graph.ttl",
        "graph.nq",
        "graph.jsonld",
        "graph.graphml",
        "nodes.parquet",
        "edges.parquet",
        "graph.html",
        "manifest.json",
    }
    assert kgraph("build", folder, "-o", out, "--model", "rules", "--check").returncode == 0
    (out / "graph.ttl").write_text("# changed\n")
    checked = kgraph("build", folder, "-o", out, "--model", "rules", "--check")
    assert checked.returncode == 1
    assert "graph.ttl" in checked.stdout


def test_strict_refuses_problems_and_unknown_keys(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert kgraph("build", folder, "-o", out, "--model", "rules", "--strict").returncode == 0
    (folder / "b.md").write_text(ARTICLE.format(n=2, more="mood: fine\n"))
    loose, strict = (kgraph("build", folder, "-o", out, "--model", "rules", *more) for more in ([], ["--strict"]))
    assert (loose.returncode, strict.returncode) == (0, 1)
    assert "mood" in loose.stdout
    assert "b.md" in loose.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["build"], 2, "Missing argument"),
        (["build", "{empty}"], 2, "nothing to read"),
        (["build", "{missing}"], 2, "there is no file or folder"),
        (["build", "{folder}", "-o", "{file}", "--model", "rules"], 1, "cannot be written"),
        (["build", "{folder}", "--model", "no_such_model"], 2, "no_such_model"),
        (["build", "{folder}", "--base-iri", "nowhere"], 2, "base IRI"),
        (["query", "SELECT", "--on", "{missing}"], None, ""),
        (["nonsense"], 2, "No such command"),
    ],
)
def test_errors_are_sentences(
    arguments: list[str], code: int | None, sentence: str, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    places = {"folder": folder, "empty": tmp_path / "empty", "missing": tmp_path / "missing", "file": tmp_path / "file"}
    done = kgraph(*(argument.format(**places) for argument in arguments))
    assert done.returncode == code if code is not None else done.returncode in (1, 2)
    assert sentence in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr


def test_a_pipe_stays_quiet(folder: Path, tmp_path: Path) -> None:
    built = kgraph("build", folder, "-o", tmp_path / "out", "--model", "rules")
    assert built.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
@pytest.mark.parametrize("command", ["--version", "build", "stats"])
def test_what_cannot_be_printed_is_said(command: str, folder: Path, tmp_path: Path) -> None:
    kgraph("build", folder, "-o", tmp_path / "out", "--model", "rules")
    more = {"build": [folder, "-o", tmp_path / "new", "--model", "rules", "--json"], "stats": [tmp_path / "out"]}
    arguments = [sys.executable, "-m", "kgraph", command, *map(str, more.get(command, []))]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
