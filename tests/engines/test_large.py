"""More statements than memory: they spill, and the build finishes."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.engines.runs import needs_duckdb


def large(out: Path, quads: int, limit: int, memory: str) -> dict[str, float]:
    """What writing so many quads took, every process bounded by ``ulimit -d``."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.engines.large", "local", str(out), str(quads), memory],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


@needs_duckdb
def test_a_hundred_thousand_quads(tmp_path: Path) -> None:
    found = large(tmp_path / "out", 100_000, 1 << 30, "200MB")
    assert found["quads"] == found["statements"] >= 100_000


@pytest.mark.long
@needs_duckdb
def test_five_million_quads_under_a_gigabyte(tmp_path: Path) -> None:
    found = large(tmp_path / "out", 5_000_000, 1 << 30, "300MB")
    assert found["quads"] == found["statements"] >= 5_000_000
    assert found["driver MB"] < 1024
