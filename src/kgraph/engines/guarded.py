"""Documents that kill: every split runs in a process of its own, and one that is lost is halved until one row is left.

Neither a process pool nor Spark finds out which document took a worker down: the pool fails, Spark gives the task up
after four attempts, and the build with it. Here the worker of either engine keeps a child process for the work. A child
that dies, stays silent for too long or outgrows its memory costs one row of the input, by name, and nothing else.
"""

import contextlib
import json
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from kgraph.engines import tables
from kgraph.engines.child import serve
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
    model: str = ""
    """The language model that some stage will need: it is loaded once for all processes."""
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
        status, answer = _child(stage.limits, stage.model).run(stage, split, part)
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

    def __init__(self, limits: Limits, model: str) -> None:
        self.limits, self.model = limits, model
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(self, stage: Stage, split: Split, part: str) -> tuple[str, Any]:
        """Have a task run: "done" with the files, "refused" with an error of ours, or "lost" and why."""
        pipe = self._pipe or self._start()
        try:
            pipe.send((stage.task, dict(stage.settings), split, stage.folder, part))
            seconds = self.limits.start
            while pipe.poll(seconds):  # which is so as well where the process has ended
                status, answer = pipe.recv()
                seconds = self.limits.seconds
                if status == "failed":
                    return "lost", f"{DIED} failed: {answer}"
                if status != "going on":
                    return status, answer
        except (EOFError, OSError, pickle.UnpicklingError):
            return "lost", self._bury()
        self.close()
        return "lost", f"{DIED} did nothing for {seconds:g} seconds and was ended"

    def _start(self) -> Connection:
        with _starting:
            context, os.environ[MODEL] = _context(), self.model
            here: Connection
            here, there = context.Pipe()
            process = context.Process(target=serve, args=(there, self.limits.memory), daemon=True)
            process.start()
        there.close()
        self._process, self._pipe = process, here
        return here

    def _bury(self) -> str:
        process = self._process
        assert process is not None  # noqa: S101 - it has died
        with _starting:
            process.join(10)
            code = process.exitcode
        self.close()
        with contextlib.suppress(ValueError):
            if code is not None and code < 0:
                return f"{DIED} was killed ({signal.Signals(-code).name})"
        return f"{DIED} ended (exit code {code})"

    def close(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            with _starting, contextlib.suppress(ValueError, OSError):
                process.kill()
                process.join(10)
                process.close()


MODEL = "KGRAPH_PRELOADED_MODEL"
"""The environment's word for the model that the forking process shall load: all that it can be told (preload.py)."""
_starting = threading.Lock()
"""What multiprocessing notes of its processes is not made for threads."""


def _context() -> Any:
    """On Linux processes are forked from one that has loaded what they need; elsewhere each loads it by itself."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kgraph.engines.preload"])
    return context


_children = threading.local()
_all: list[Child] = []


def _child(limits: Limits, model: str) -> Child:
    """The child of this thread."""
    child: Child | None = getattr(_children, "child", None)
    if child is None or child.limits != limits:
        if child is not None:
            child.close()
        child = _children.child = Child(limits, model)
        _all.append(child)
    return child


def end_children() -> None:
    """End the children of all threads of this process."""
    while _all:
        _all.pop().close()
    _children.__dict__.clear()
