"""Processes killed while a build is under way: the same statements, and no more done again than was in flight."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.engines.runs import Run, below, in_memory, needs_duckdb, needs_spark


@needs_duckdb
def test_a_worker_of_the_pool_is_killed(seeds: Path, tmp_path: Path) -> None:
    run = Run(sources=[seeds], out=tmp_path / "out", engine="local", split_size=2, model="rules")
    forked = run.wait_for(lambda: run.children("kgraph.engines.preload")[1:])  # the first one is what forks them
    victim = forked[-1]
    time.sleep(0.3)
    os.kill(victim, signal.SIGKILL)
    found = run.result()
    assert found["digest"] == in_memory(seeds, "rules")
    assert found["problems"] == []


@needs_duckdb
def test_the_driver_is_killed_and_the_rerun_goes_on(seeds: Path, tmp_path: Path) -> None:
    told = {"sources": [seeds], "out": tmp_path / "out", "engine": "local", "split_size": 2, "model": "rules"}
    run = Run(**told)
    for line in run.lines():
        if line.get("stage") == "read_words":
            break
    run.kill()
    run.wait_for_end()
    work = tmp_path / "out" / ".kgraph" / "tables"
    before = {file: file.stat().st_mtime_ns for file in work.glob("*/*/done/*.json")}
    queries = {folder: folder.stat().st_mtime_ns for folder in work.glob("*/sql/[a-z]*")}
    assert before
    assert queries
    assert not (tmp_path / "out" / "manifest.json").exists()
    again = Run(**told)
    for line in again.lines():
        if line.get("stage") == "claim":  # what had been finished is used as it is
            assert all(file.stat().st_mtime_ns == then for file, then in before.items())
            assert all(folder.stat().st_mtime_ns == then for folder, then in queries.items())
        if "digest" in line:
            assert line["digest"] == in_memory(seeds, "rules")
            break
    else:
        pytest.fail(again.log.read_text()[-3000:])
    again.wait_for_end()


@pytest.mark.long
@needs_spark
def test_a_worker_of_spark_is_killed_while_it_reads(seeds: Path, tmp_path: Path) -> None:
    run = Run(sources=[seeds], out=tmp_path / "out", engine="spark:local[2]", split_size=5, model="rules")

    def mapping() -> list[int]:
        daemons = [pid for pid, line in below(run.process.pid) if "pyspark.daemon" in line]
        return [pid for daemon in daemons for pid, line in below(daemon) if "pyspark.daemon" in line]

    for victim in run.wait_for(mapping):
        os.kill(victim, signal.SIGKILL)
    assert run.result()["digest"] == in_memory(seeds, "rules")
