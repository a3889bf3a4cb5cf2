"""A document that takes its process down costs itself, is named, and nothing else is lost."""

from pathlib import Path
from typing import Any

import pytest

from tests.engines.runs import Run, in_memory, needs_duckdb, needs_spark

LIMITS = {"seconds": 3, "memory": 700 << 20}
DEADLY = {
    "ends-its-process": "ended (exit code 3)",
    "never-returns": "did nothing for 3 seconds",
    "eats-memory": "MemoryError",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five hundred small articles; three of them are poison to those that know it (see ``poison/``)."""
    folder = tmp_path_factory.mktemp("corpus") / "articles"
    folder.mkdir()
    for number in range(500):
        text = f"---\ntitle: Note {number}\nwebUrl: https://example.org/notes/{number}\n---\nNothing new, {number}.\n"
        (folder / f"{number:03}.md").write_text(text)
    for number, name in zip((123, 250, 499), DEADLY, strict=True):
        (folder / f"{number:03}.md").rename(folder / f"{number:03}-{name}.md")
    return folder


def healthy(corpus: Path) -> Path:
    """The same corpus without its poison."""
    folder = corpus.parent / "healthy"
    if not folder.exists():
        folder.mkdir()
        for file in corpus.glob("???.md"):
            (folder / file.name).write_bytes(file.read_bytes())
    return folder


def check(found: dict[str, Any], corpus: Path) -> None:
    named = {path: reason for path, place, reason in found["problems"] if any(name in path for name in DEADLY)}
    assert len(named) == len(DEADLY)
    for path, reason in named.items():
        (name,) = (name for name in DEADLY if name in path)
        assert DEADLY[name] in reason, (path, reason)
    assert found["documents"] == 497
    assert found["digest"] == in_memory(healthy(corpus), "rules")


@needs_duckdb
def test_the_local_engine_quarantines(corpus: Path, tmp_path: Path) -> None:
    run = Run(sources=[corpus], out=tmp_path / "out", engine="local", model="rules", limits=LIMITS, split_size=16)
    check(run.result(), corpus)


@pytest.mark.long
@needs_spark
def test_spark_quarantines(corpus: Path, tmp_path: Path) -> None:
    run = Run(
        sources=[corpus], out=tmp_path / "out", engine="spark:local[2]", model="rules", limits=LIMITS, split_size=16
    )
    check(run.result(), corpus)
