"""What is read, in which order, and what is refused."""

import os
from pathlib import Path

import pytest

from kgraph import sources
from kgraph.errors import UsageError
from kgraph.options import Options
from kgraph.rebuilding import rebuild


def names(found: tuple[list[sources.SourceFile], object]) -> list[str]:
    return [file.path for file in found[0]]


def test_folders_are_walked_in_one_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a/b/c.txt", ".hidden", ".git/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(sources.find([tmp_path])) == ["a/b/c.txt", "a/z.md", "b.md"]
    assert names(sources.find([f"{tmp_path}/**/*.md"])) == ["a/z.md", "b.md"]
    assert names(sources.find([tmp_path / "a" / "z.md"])) == ["z.md"]
    assert names(sources.find([tmp_path / "a", tmp_path / "b.md"])) == ["a/b/c.txt", "a/z.md", "b.md"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    (inside / "a.md").write_text("a")
    (inside / "link.md").symlink_to(outside / "secret.md")
    (inside / "folder").symlink_to(outside)
    (inside / "same.md").symlink_to(inside / "a.md")
    (inside / "broken.md").symlink_to(inside / "nowhere")
    found, problems = sources.find([inside])
    assert [file.path for file in found] == ["a.md", "same.md"]
    assert {problem.path: problem.reason.partition(":")[0] for problem in problems} == {
        "broken.md": "cannot be opened",
        "folder": "a link that leads out of the source folder",
        "link.md": "a link that leads out of the source folder",
    }


def test_large_and_special_files_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    os.mkfifo(tmp_path / "pipe")
    found, problems = sources.find([tmp_path])
    assert not found
    assert [problem.reason for problem in problems] == [
        "too large to be an article: 52,428,800 bytes, at most 16,777,216 are read",
        "not a regular file",
    ]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read in"):
        sources.find([tmp_path])
    with pytest.raises(UsageError, match="there is no file or folder"):
        sources.find([tmp_path / "missing"])
    with pytest.raises(UsageError, match="there is no file or folder"):
        sources.find([f"{tmp_path}/*.md"])


def test_exports_among_the_sources_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\ntitle: One\n---\n")
    before = sources.find([tmp_path])
    rebuild([tmp_path], tmp_path / "exports", Options(model="rules", workers=0))
    assert sources.find([tmp_path]) == before
    assert not rebuild([tmp_path], tmp_path / "exports", Options(model="rules", workers=0)).is_new
