"""A standalone cluster of Spark on this machine: a master and two workers, whose executors get killed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.engines.runs import POISON, Run, below, in_memory, needs_spark

pytestmark = [pytest.mark.long, needs_spark]


class Cluster:
    """Daemons of Spark."""

    def __init__(self, folder: Path) -> None:
        spec = find_spec("pyspark")
        assert spec is not None
        assert spec.origin is not None
        self.home = Path(spec.origin).parent
        self.folder = folder
        self.scratch = folder / "scratch"
        self.scratch.mkdir()
        path = os.pathsep.join([str(POISON), str(ROOT / "src"), str(ROOT)])
        self.env = os.environ | {
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(self.scratch),
            "SPARK_WORKER_DIR": str(folder / "work"),
            "PYTHONPATH": path,
            "PYSPARK_PYTHON": sys.executable,
        }
        self.daemons: list[subprocess.Popen[bytes]] = []
        self.url = ""

    def open(self) -> None:
        log = self.start("master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self.url = self.said(log, r"Starting Spark master at (spark://\S+)")
        for _ in range(2):
            log = self.start(
                "worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g", self.url
            )
            self.said(log, "Successfully registered with master")

    def start(self, name: str, *told: str) -> Path:
        log = self.folder / f"daemon-{len(self.daemons)}.log"
        command = [str(self.home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *told]
        settings = self.folder / "log4j2.properties"
        settings.write_text(
            "rootLogger.level = info\nrootLogger.appenderRef.out.ref = out\nappender.out.type = Console\n"
            "appender.out.name = out\nappender.out.layout.type = PatternLayout\nappender.out.layout.pattern = %m%n\n"
        )
        env = self.env | {
            "SPARK_DAEMON_JAVA_OPTS": f"-Dlog4j2.configurationFile={settings}",
            "SPARK_DAEMON_MEMORY": "256m",
        }
        with log.open("wb") as file:
            self.daemons.append(subprocess.Popen(command, env=env, stdout=file, stderr=file))
        return log

    def said(self, log: Path, pattern: str, seconds: float = 120) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := re.search(pattern, log.read_text(errors="replace")):
                return found[found.lastindex or 0]
            time.sleep(0.2)
        raise AssertionError(log.read_text(errors="replace")[-2000:])

    def executors(self) -> list[int]:
        return [
            pid
            for daemon in self.daemons
            for pid, line in below(daemon.pid)
            if "CoarseGrainedExecutorBackend" in line and "java" in line
        ]

    def close(self) -> None:
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            daemon.wait(60)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        made.open()
        yield made
    finally:
        made.close()


def run(cluster: Cluster, seeds: Path, out: Path, **more: object) -> Run:
    return Run(cluster.env, sources=[seeds], out=out, engine=f"spark:{cluster.url}", model="rules", **more)


def test_a_cluster_gives_the_same_statements(cluster: Cluster, seeds: Path, tmp_path: Path) -> None:
    found = run(cluster, seeds, tmp_path / "out", split_size=4, shuffle=9).result()
    assert found["digest"] == in_memory(seeds, "rules")


def test_an_executor_is_killed_with_what_it_had_shuffled(cluster: Cluster, seeds: Path, tmp_path: Path) -> None:
    under_way = run(cluster, seeds, tmp_path / "out", split_size=4)
    under_way.wait_for(lambda: list(cluster.scratch.rglob("shuffle_*")), 300)
    (victim, *_) = cluster.executors()
    os.kill(victim, signal.SIGKILL)
    assert under_way.result()["digest"] == in_memory(seeds, "rules")


def test_an_executor_is_killed_while_it_reads(cluster: Cluster, seeds: Path, tmp_path: Path) -> None:
    under_way = run(cluster, seeds, tmp_path / "out", split_size=4)
    folder = tmp_path / "out" / ".kgraph" / "tables"
    under_way.wait_for(lambda: list(folder.glob("*/read_words/done/*.json")), 300)
    (victim, *_) = cluster.executors()
    os.kill(victim, signal.SIGKILL)
    assert under_way.result()["digest"] == in_memory(seeds, "rules")
