"""Two dozen hostile inputs among a thousand good documents: none of them costs another one anything."""

import os
from pathlib import Path

from typer.testing import CliRunner

from kgraph.cli import application
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from kgraph.sources import MAX_BYTES
from tests.test_build import BAD

GOOD = 1_000


def hostile(folder: Path) -> set[str]:
    """Lay out what no build can use, or not all of; give the paths."""
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "dangling.md").symlink_to(folder / "nowhere")
    (folder / "outside.md").symlink_to("/etc/hostname")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.md")
    with (folder / "large.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (folder / "deep.md").write_text("---\na: " + "[" * 5000 + "]" * 5000 + "\n---\n")
    (folder / "dashes.md").write_text("---\na:\n  " + "- " * 5000 + "x\n---\n")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(2000))
    (folder / "control.md").write_bytes(b"---\ntitle: \x01\n---\n")
    others = "dangling.md outside.md loop pipe.md large.md deep.md dashes.md picture.md control.md"
    return {*BAD, *others.split()}


def test_two_dozen_hostile_inputs_cost_no_good_one(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number in range(GOOD):
        text = f"---\ntitle: Number {number}\nwebUrl: https://good.example/{number}\n---\n"
        (source / f"good-{number:04}.md").write_text(text)
    wanted = hostile(source)
    assert len(wanted) == 24
    outcome = rebuild([source], tmp_path / "out", Options(model="rules"))
    named = [problem.path for problem in outcome.report.problems]
    assert sorted(named) == sorted(wanted)
    again = rebuild([source], tmp_path / "out", Options(model="rules"))
    assert not again.is_new
    assert outcome.manifest["nodes"]["Article"] >= GOOD
    assert sum(path.startswith("good-") for path in outcome.manifest["sources"]) == GOOD
    command = ["build", str(source), "-o", str(tmp_path / "out"), "--model", "rules"]
    for more, code in ([], 0), (["--strict"], 1):
        done = CliRunner().invoke(application(["build", "diff"]), [*command, *more])
        assert done.exit_code == code, done.output
        assert "24 problems" in " ".join(done.output.split())
