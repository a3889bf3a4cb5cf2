"""Builds in processes of their own, and what a build in memory gives for the same files."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from kgraph.building import build
from kgraph.exporters import nquads
from kgraph.options import Options
from tests.conftest import ROOT

POISON = Path(__file__).parent / "poison"

needs_spark = pytest.mark.skipif(
    not (shutil.which("java") or "JAVA_HOME" in os.environ) or find_spec("pyspark") is None,
    reason="needs Java 17 and kgraph[spark]",
)
needs_duckdb = pytest.mark.skipif(find_spec("duckdb") is None, reason="needs kgraph[scale]")


@cache
def in_memory(folder: Path, model: str | None = None) -> str:
    """The digest of the sorted statements of an ordinary build."""
    graph, _ = build([folder], Options(workers=2, model=model))
    with tempfile.TemporaryDirectory() as out:
        nquads.write(graph, Path(out))
        lines = (Path(out) / nquads.NAME).read_bytes().splitlines(keepends=True)
    return hashlib.sha256(b"".join(sorted(lines))).hexdigest()


class Run:
    """A build under way; after it, in the same process, what else is told."""

    def __init__(self, env: dict[str, str] | None = None, then: Sequence[dict[str, Any]] = (), **told: Any) -> None:
        self.told = told
        builds = [json.dumps(each, default=str) for each in (told, *then)]
        path = os.pathsep.join([str(POISON), str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
        environment = os.environ | {"PYTHONPATH": path, "SPARK_LOCAL_IP": "127.0.0.1"} | (env or {})
        self.log = Path(told["out"]).with_suffix(".log")
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.engines.driver", *builds],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )

    def lines(self) -> Iterator[dict[str, Any]]:
        """What the build says, as it comes."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield json.loads(line)

    def results(self) -> list[dict[str, Any]]:
        """What came of each build."""
        found = [line for line in self.lines() if "digest" in line]
        assert self.process.stdout is not None
        self.process.stdout.close()
        assert self.process.wait(600) == 0, self.log.read_text()[-3000:]
        return found

    def result(self) -> dict[str, Any]:
        """What came of it."""
        return self.results()[-1]

    def children(self, named: str) -> list[int]:
        """Processes below the build whose command line has a text in it."""
        return [pid for pid, line in below(self.process.pid) if named in line]

    def wait_for(self, found: Callable[[], Any], seconds: float = 120) -> Any:
        """What a question gives as soon as it gives anything."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if answer := found():
                return answer
            time.sleep(0.02)
        raise AssertionError(f"it did not come to that: {self.log.read_text()[-3000:]}")

    def kill(self) -> None:
        """End the driver, and nothing else, as the kernel would."""
        os.kill(self.process.pid, signal.SIGKILL)

    def wait_for_end(self) -> None:
        """Wait until the driver is gone, and let go of it."""
        self.process.wait(600)
        assert self.process.stdout is not None
        self.process.stdout.close()


def below(root: int) -> list[tuple[int, str]]:
    """All processes below one, with their command lines."""
    parents: dict[int, tuple[int, str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                parents[int(entry.name)] = parent, (entry / "cmdline").read_text().replace("\0", " ")
            except (OSError, ValueError):
                continue
    found, todo = [], [root]
    while todo:
        here = todo.pop()
        for pid, (parent, line) in parents.items():
            if parent == here:
                found.append((pid, line))
                todo.append(pid)
    return found
