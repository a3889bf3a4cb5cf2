"""Documents that kill: every split runs in a process of its own, and one that is lost is halved until one row is left.

Neither a process pool nor Spark finds out which document took a worker down: the pool fails, Spark gives the task up
after four attempts, and the build with it. Here the worker of either engine keeps a child process for the work. A child
that dies, stays silent for too long or outgrows its memory costs one row of the input, by name, and nothing else.
"""

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kgraph.engines import tables
from kgraph.engines.tables import Split
from kgraph.errors import KgraphError
from kgraph.workers import DIED


class EngineError(KgraphError):
    """A part of a build that cannot be done without fails again and again."""


@contextlib.contextmanager
def told_plainly(what: str) -> Iterator[None]:
    """Make a sentence of what an engine's own library raises: its kinds of errors are nobody else's business.

    Raises:
        EngineError: in the place of any error that is neither ours nor the system's.
    """
    try:
        yield
    except (KgraphError, OSError):
        raise
    except Exception as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        raise EngineError(f"{what}: {lines[0][:300] if lines else type(error).__name__}") from error


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child process may take."""

    seconds: float = 120.0
    """Without one more row being done."""
    memory: int = 4 << 30
    """Bytes of its own; 0 for no limit. Where the system cannot bound it (Windows), it is not bounded."""
    start: float = 600.0
    """Seconds to load what the work needs, before the first row."""
    attempts: int = 2
    """How often a single row is tried."""
    lost: int = 50
    """Rows of a split that may be given up. Where more are, it is not they that are broken."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One task over many splits."""

    task: str
    """``module:function``."""
    settings: Mapping[str, Any]
    folder: str
    """Where the parts are written: one folder for each table, and ``done`` for what is finished."""
    limits: Limits
    divisible: bool = False
    """Whether the rows of the first input stand for themselves, so that a lost split can be halved."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a split."""

    files: dict[str, list[str]] = field(default_factory=dict)
    """The parts written, by table."""
    lost: list[tuple[str, str]] = field(default_factory=list)
    """The first column of each row that had to be given up, and why."""


def carry_out(stage: Stage, split: Split) -> Done:
    """Run a stage's task on a split, or find that an earlier attempt has done so.

    Raises:
        KgraphError: what the task raises, if it is of this kind.
        EngineError: where a split that cannot be halved fails again.
    """
    note = Path(stage.folder) / "done" / f"{split.number:06}.json"
    with contextlib.suppress(OSError, ValueError):
        noted = json.loads(note.read_text(encoding="utf-8"))
        return Done(noted["files"], [(row, reason) for row, reason in noted["lost"]])
    done = Done()
    first = next(iter(split.inputs.values()))
    whole = split if split.stop is not None else replace(split, stop=tables.count(first) if stage.divisible else None)
    _halve(stage, whole, f"{split.number:06}", done)
    note.parent.mkdir(parents=True, exist_ok=True)
    staged = note.with_name(f".{note.name}.{os.getpid()}")
    staged.write_text(json.dumps({"files": done.files, "lost": done.lost}), encoding="utf-8")
    staged.replace(note)
    return done


def _halve(stage: Stage, split: Split, part: str, done: Done) -> None:
    size = (split.stop or 0) - split.start if stage.divisible else 1
    reason = ""
    for _ in range(stage.limits.attempts if size <= 1 else 1):
        status, answer = _child(stage.limits).run(stage, split, part)
        if status == "refused":
            raise answer
        if status == "done":
            for table, file in answer.items():
                done.files.setdefault(table, []).append(file)
            return
        reason = str(answer)
    if not stage.divisible:
        raise EngineError(f"{_plain(stage)}: {reason}")
    if size <= 1:
        row = next(tables.between(next(iter(split.inputs.values())), split.start, split.stop))
        done.lost.append((str(next(iter(row.values()))), reason))
        if len(done.lost) > stage.limits.lost:
            raise EngineError(f"{_plain(stage)} fails for so many documents that they cannot be why: {reason}")
        return
    middle = split.start + size // 2
    for start, stop in ((split.start, middle), (middle, split.stop)):
        _halve(stage, replace(split, start=start, stop=stop), f"{part.partition('-')[0]}-{start}-{stop}", done)


def _plain(stage: Stage) -> str:
    return stage.task.rpartition(":")[2].replace("_", " ")


class Child:
    """A process that runs tasks, started when it is first needed and again after it died."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, stage: Stage, split: Split, part: str) -> tuple[str, Any]:
        """Have a task run: "done" with the files, "refused" with an error of ours, or "lost" and why."""
        process = self._process or self._start()
        assert process.stdin is not None  # noqa: S101 - a pipe
        assert process.stdout is not None  # noqa: S101 - a pipe
        late = threading.Event()
        try:
            pickle.dump((stage.task, dict(stage.settings), split, stage.folder, part), process.stdin)
            process.stdin.flush()
            seconds = self.limits.start
            while True:
                timer = threading.Timer(seconds, _end, (process, late))
                timer.daemon = True
                timer.start()
                try:
                    status, answer = pickle.load(process.stdout)  # noqa: S301 - our own child wrote it
                finally:
                    timer.cancel()
                seconds = self.limits.seconds
                if status == "failed":
                    return "lost", f"{DIED} failed: {answer}"
                if status != "going on":
                    return status, answer
        except (EOFError, OSError, pickle.UnpicklingError):
            return "lost", self._bury(process, late.is_set())

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "kgraph.engines.child", str(self.limits.memory)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        return self._process

    def _bury(self, process: "subprocess.Popen[bytes]", late: bool) -> str:
        self.close()
        if late:
            return f"{DIED} did nothing for {self.limits.seconds:g} seconds and was ended"
        with contextlib.suppress(ValueError):
            if process.returncode < 0:
                return f"{DIED} was killed ({signal.Signals(-process.returncode).name})"
        return f"{DIED} ended (exit code {process.returncode})"

    def close(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            process.wait()


def _end(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()


_children = threading.local()
_all: list[Child] = []


def _child(limits: Limits) -> Child:
    """The child of this thread."""
    child: Child | None = getattr(_children, "child", None)
    if child is None or child.limits != limits:
        if child is not None:
            child.close()
        child = _children.child = Child(limits)
        _all.append(child)
    return child


def end_children() -> None:
    """End the children of all threads of this process."""
    while _all:
        _all.pop().close()
    _children.__dict__.clear()
