"""Whatever the engine, the split, the order and the hash seed: the statements of a build in memory."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.engines.runs import Run, in_memory, needs_duckdb, needs_spark


@pytest.fixture(scope="module")
def thousand(azure: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every fifth file of the real corpus, a thousand of them."""
    folder = tmp_path_factory.mktemp("thousand") / "news"
    folder.mkdir()
    for file in sorted(azure.rglob("*.md"))[::5][:1000]:
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture
def folders(seeds: Path, request: pytest.FixtureRequest) -> list[Path]:
    """The seeds, and a thousand files of the real corpus where that is at hand."""
    try:
        return [seeds, request.getfixturevalue("thousand")]
    except pytest.skip.Exception:
        return [seeds]


@needs_duckdb
@pytest.mark.parametrize(("workers", "split_size", "seed"), [(1, 500, "0"), (2, 1, "1"), (2, 17, "random")], ids=str)
def test_local_gives_the_same_statements(seeds: Path, tmp_path: Path, workers: int, split_size: int, seed: str) -> None:
    run = Run(
        {"PYTHONHASHSEED": seed},
        sources=[seeds],
        out=tmp_path / "out",
        engine="local",
        workers=workers,
        split_size=split_size,
        shuffle=split_size,
        model="rules",
    )
    assert run.result()["digest"] == in_memory(seeds, "rules")


@needs_duckdb
def test_parts_hold_what_the_statements_say(seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = Run(sources=[seeds], out=out, engine="local", model="rules").result()
    lines = sorted(line for part in (out / "nquads").glob("*.nq") for line in part.read_text().splitlines())
    statements = pq.read_table(out / "statements")
    assert len(lines) == len(set(lines)) == statements.num_rows  # nothing is stored twice
    nodes, edges, claims = (pq.read_table(out / name) for name in ("nodes", "edges", "claims"))
    assert nodes.num_rows == len(set(nodes["id"].to_pylist())) == sum(found["nodes"].values())
    assert {*edges["source"].to_pylist(), *edges["target"].to_pylist()} <= set(nodes["id"].to_pylist())
    assert claims.num_rows == sum(len(each) for each in edges["claims"].to_pylist())
    assert not list((out / ".kgraph").glob("tables/*"))  # nothing of the work is left


@needs_duckdb
def test_a_thousand_files_give_the_same_statements(thousand: Path, tmp_path: Path) -> None:
    run = Run(sources=[thousand], out=tmp_path / "out", engine="local", split_size=100, shuffle=1, model="rules")
    assert run.result()["digest"] == in_memory(thousand, "rules")


@needs_spark
def test_spark_gives_the_same_statements(folders: list[Path], tmp_path: Path) -> None:
    told = {"engine": "spark:local[2]", "model": "rules"}
    of_each = {"split_size": 5, "shuffle": 3}, {"split_size": 500, "shuffle": 2}
    first, *then = (
        {**told, "sources": [folder], "out": tmp_path / folder.name, **more}
        for folder, more in zip(folders, of_each, strict=False)
    )
    run = Run(then=then, **first)  # one process, so that Java starts once
    assert [each["digest"] for each in run.results()] == [in_memory(folder, "rules") for folder in folders]


@pytest.mark.long
@needs_duckdb
def test_the_language_model_gives_the_same_statements(thousand: Path, tmp_path: Path) -> None:
    run = Run(sources=[thousand], out=tmp_path / "out", engine="local", split_size=100, shuffle=1)
    assert run.result()["digest"] == in_memory(thousand)


@pytest.mark.long
@needs_duckdb
def test_all_of_azure_gives_the_same_statements(azure: Path, tmp_path: Path) -> None:
    run = Run(sources=[azure], out=tmp_path / "out", engine="local", shuffle=1)
    assert run.result()["digest"] == in_memory(azure)
