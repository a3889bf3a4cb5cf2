"""Worker processes: each loads what it needs once, and one that dies takes nothing down but its own document.

``concurrent.futures`` gives up a whole pool when one of its processes dies and does not tell which task killed it. Here
every worker has a pipe of its own, so that the parent knows what each of them was at.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, NamedTuple

from kgraph.collector import no_cyclic_collection
from kgraph.errors import KgraphError

DIED = "the process that read it"
"""How the reason begins where a document was too much for a process."""


class Died(NamedTuple):
    """What stands in the place of a result that killed its worker twice, the second time alone."""

    reason: str


@dataclass(slots=True)
class _Run:
    waiting: int
    """Items without a result."""
    results: deque[tuple[int, Any]] = field(default_factory=deque)


@dataclass(slots=True)
class _Chunk:
    task: str
    settings: tuple[Any, ...]
    items: list[tuple[int, Any]]
    run: _Run


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    at: deque[_Chunk] = field(default_factory=deque)
    """What it has been given, in order; one of them has items at most."""
    ready_for: set[str] = field(default_factory=set)
    """The tasks for which it is kept."""
    kept: deque[_Chunk] = field(default_factory=deque)
    """What nobody else is given."""

    @property
    def loads(self) -> int:
        """How many tasks it has yet to load: that takes longer than the little that is begun before."""
        return sum(not each.items for each in (*self.at, *self.kept))

    def takes(self, chunk: _Chunk) -> bool:
        """Whether it can be given something more: what it only loads need not be waited for."""
        return not chunk.items or not any(each.items for each in self.at)


def default_workers() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """A few processes that run tasks; started on first use, ended with the ``with`` statement."""

    def __init__(self, workers: int | None = None) -> None:
        """Use so many processes; None for one on each processor, 0 for this process itself."""
        self.size = default_workers() if workers is None else max(0, workers)
        self._workers: list[_Worker] = []
        self._todo: deque[_Chunk] = deque()
        self._begun: dict[str, tuple[Sequence[Any], Iterator[tuple[int, Any | Died]]]] = {}

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def run(
        self, task: str, settings: tuple[Any, ...], items: Sequence[Any], size: int
    ) -> Iterator[tuple[int, Any | Died]]:
        """Run a task on many items: the place of each with its result, in the order in which they are done.

        The processes begin at once, and may run several tasks before any result is asked for; first come, first served.
        Where the same was begun before (:meth:`begin`), that is what is given.

        Args:
            task: ``module:function``; the function takes the settings and a list of items, and gives as many results.
            settings: the same for all items.
            items: what to work on; each result depends on its item and the settings only.
            size: how many items a worker is given at once.

        Raises:
            KgraphError: what the task raises, if it is of this kind: the same for all items.
        """
        before, begun = self._begun.pop(task, ((), iter(())))
        if items and items == before:
            return begun
        numbered = list(enumerate(items))
        if self.size == 0:
            return _here(task, settings, numbered, size)
        run = _Run(len(numbered))
        chunks = [_Chunk(task, settings, numbered[at : at + size], run) for at in range(0, len(numbered), size)]
        ready = next((worker for worker in self._workers if task in worker.ready_for), None)
        (ready.kept if ready is not None and len(chunks) == 1 else self._todo).extend(chunks)
        self._take(0)
        self._hand_out()
        return self._results(run)

    def begin(self, task: str, settings: tuple[Any, ...], items: Sequence[Any]) -> None:
        """Let a process work on what will probably be asked for, in one piece.

        Args:
            task: as for :meth:`run`.
            settings: on which no result depends.
            items: what to work on.
        """
        if self.size:
            self._begun[task] = items, self.run(task, settings, items, max(1, len(items)))

    def make_ready(self, task: str, settings: tuple[Any, ...]) -> None:
        """Let a process load what a task needs, by working on nothing, before there is any work of that kind.

        It is kept for the next such work, if that is given to one process as a whole.

        Args:
            task: as for :meth:`run`.
            settings: that it will have.
        """
        if self.size and not self.is_ready_for(task):
            if all(worker.ready_for for worker in self._workers):
                self._start(min(self.size, len(self._workers) + 1))
            # Of equals the last: what takes longest is asked for first.
            worker = min(self._workers[::-1], key=lambda each: (each.loads, len(each.ready_for)))
            worker.ready_for.add(task)
            worker.kept.append(_Chunk(task, settings, [], _Run(0)))
            self._hand_out()

    def is_ready_for(self, task: str) -> bool:
        """Whether a process is kept for a task."""
        return any(task in worker.ready_for for worker in self._workers)

    def _results(self, run: _Run) -> Iterator[tuple[int, Any | Died]]:
        try:
            while run.waiting or run.results:
                if not run.results:
                    self._take()
                    self._hand_out()
                while run.results:
                    yield run.results.popleft()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End all processes at once: what they have not handed over is lost."""
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()
        self._todo.clear()

    def _hand_out(self) -> None:
        """Give every worker something to do."""
        self._start(min(self.size, len(self._todo) + sum(bool(worker.at) for worker in self._workers)))
        for worker in self._workers:
            while worker.kept and worker.takes(worker.kept[0]):
                self._give(worker, worker.kept.popleft())
            if not worker.at and self._todo:
                self._give(worker, self._todo.popleft())

    def _start(self, wanted: int) -> None:
        while len(self._workers) < wanted:
            here, there = multiprocessing.Pipe()
            context = _context()
            others = [worker.pipe for worker in self._workers] if context.get_start_method() == "fork" else []
            process = context.Process(target=_work, args=(there, [here, *others] if others or _forks(context) else []))
            process.daemon = True
            process.start()
            there.close()
            self._workers.append(_Worker(process, here))

    def _give(self, worker: _Worker, chunk: _Chunk) -> None:
        worker.at.append(chunk)
        with contextlib.suppress(OSError):  # died since: noticed when its answer is waited for
            worker.pipe.send((chunk.task, chunk.settings, [item for _, item in chunk.items]))

    def _take(self, seconds: float | None = None) -> None:
        """Put answers among the results of their runs: those that come first, within so many seconds."""
        busy = {worker.pipe: worker for worker in self._workers if worker.at}
        for pipe in wait(list(busy), seconds):
            worker = busy[pipe]  # type: ignore[index]
            chunk = worker.at.popleft()
            try:
                status, answer = worker.pipe.recv()
            except (EOFError, OSError):
                status, answer = "died", self._bury(worker)
            if status == "refused":
                raise answer
            if status != "done" and len(chunk.items) > 1:
                self._todo.extendleft(replace(chunk, items=[item]) for item in reversed(chunk.items))
                continue
            results = answer if status == "done" else [Died(answer)] * len(chunk.items)
            chunk.run.results.extend(zip((number for number, _ in chunk.items), results, strict=True))
            chunk.run.waiting -= len(chunk.items)

    def _bury(self, worker: _Worker) -> str:
        """Take a dead worker away and say what it died of."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        self._todo.extendleft(reversed([*worker.at, *worker.kept]))
        code = worker.process.exitcode
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return f"{DIED} was killed ({signal.Signals(-code).name})"
        return f"{DIED} ended (exit code {code})"


def _here(
    task: str, settings: tuple[Any, ...], numbered: list[tuple[int, Any]], size: int
) -> Iterator[tuple[int, Any | Died]]:
    """Run a task in this process."""
    for at in range(0, len(numbered), size):
        chunk = numbered[at : at + size]
        status, answer = _answer(task, settings, [item for _, item in chunk])
        if status == "done":
            yield from zip((number for number, _ in chunk), answer, strict=True)
        elif status == "refused":
            raise answer
        elif len(chunk) == 1:
            yield chunk[0][0], Died(answer)
        else:
            yield from _here(task, settings, chunk, 1)


def can_fork() -> bool:
    """Whether this process can be forked safely: it is alone in its memory."""
    return sys.platform == "linux" and threading.active_count() == 1


def _context() -> Any:
    """Forking is quick and shares what is loaded; beside threads, and where there is no fork, a server forks for us."""
    if can_fork():
        return multiprocessing.get_context("fork")
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _forks(context: Any) -> bool:
    return bool(context.get_start_method() == "fork")


def leave_signals_to_parent() -> None:
    """End by SIGTERM, and not by Ctrl-C: the terminal sends that to all, and the parent decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _work(pipe: Connection, inherited: list[Connection]) -> None:
    """The life of a worker: it ends when the parent closes the pipe, or is gone."""
    for other in inherited:  # else a worker would keep its siblings' pipes open when the parent is gone
        other.close()
    leave_signals_to_parent()
    loaded = set()
    with contextlib.suppress(EOFError, OSError):
        while True:
            task, settings, items = pipe.recv()
            if task in loaded:
                answer = _answer(task, settings, items)
            else:
                with no_cyclic_collection():
                    answer = _answer(task, settings, items)
                    gc.freeze()  # what a task loads stays: the collector need not go through it
                loaded.add(task)
            gc.enable()  # suspended in the parent, which makes no cycles
            pipe.send(answer)


def _answer(task: str, settings: tuple[Any, ...], items: list[Any]) -> tuple[str, Any]:
    try:
        module, _, name = task.partition(":")
        run: Callable[..., list[Any]] = getattr(import_module(module), name)
        return "done", run(*settings, items)
    except KgraphError as error:
        return "refused", error
    except Exception as error:  # a fault of ours on one document must not cost the others: it is tried alone
        return "failed", f"{DIED} failed: {type(error).__name__}: {str(error)[:200]}"
