"""The worker processes: one job each at a time, ended when they take too long, replaced when they are gone."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.serve.worker import Answer, Job

_START = 60.0  # seconds that a worker may take to open the store


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take."""

    seconds: float = 20.0
    rows: int = 1_000_000
    memory: int = 4 << 30
    """Bytes that a worker process may allocate."""
    body: int = 1 << 20
    """Bytes of a request."""
    waiting: int = 256
    """How many requests may wait for a worker."""


class BusyError(KgraphError):
    """Too many requests wait already."""


class TimedOutError(KgraphError):
    """The query took longer than allowed; it was stopped."""


class DiedError(KgraphError):
    """The query needed more memory or depth than allowed; it was stopped."""


class Pool:
    """A fixed number of workers over one store."""

    def __init__(self, place: Path, limits: Limits, size: int) -> None:
        self._place, self._limits, self._size = place, limits, size
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._all: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closed = False
        self.stopped = 0
        """How many queries were stopped so far."""

    async def open(self) -> None:
        """Start the workers. Raises: KgraphError if they do not come up."""
        await asyncio.gather(*(self._start() for _ in range(self._size)))
        if self._idle.empty():
            raise KgraphError(f"the store in {self._place} cannot be opened")

    async def close(self) -> None:
        """End the workers."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for process in list(self._all):
            await self._end(process)

    async def ask(self, job: Job) -> Answer:
        """Have a worker answer. Raises: BusyError, TimedOutError, DiedError."""
        if self._waiting >= self._limits.waiting:
            raise BusyError("too many queries wait already: try again later")
        self._waiting += 1
        try:
            process = await asyncio.wait_for(self._idle.get(), self._limits.seconds * 2 + 10)
        except TimeoutError:
            raise BusyError("no worker was free in time: try again later") from None
        finally:
            self._waiting -= 1
        whole = False
        try:
            found = await asyncio.wait_for(_exchange(process, job), self._limits.seconds)
            whole = True
            return found
        except TimeoutError:
            raise TimedOutError(
                f"the query took longer than {self._limits.seconds:g} seconds and was stopped"
            ) from None
        except (asyncio.IncompleteReadError, OSError, ValueError):
            raise DiedError("the query needed more memory or depth than allowed and was stopped") from None
        finally:
            # Whatever else interrupted the exchange (the client went away): half an answer must not reach the next.
            if whole:
                self._idle.put_nowait(process)
            else:
                self.stopped += 1
                process.kill() if process.returncode is None else None
                self._replace(process)

    def _replace(self, process: Process) -> None:
        async def replace() -> None:
            await self._end(process)
            await self._start()

        if not self._closed:
            task = asyncio.get_running_loop().create_task(replace())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _start(self) -> None:
        command = [sys.executable, "-m", "kgraph.serve.worker", str(self._place)]
        for _ in range(5):
            process = await asyncio.create_subprocess_exec(
                *command, str(self._limits.rows), str(self._limits.memory), stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
            self._all.add(process)
            with suppress(TimeoutError, asyncio.IncompleteReadError, OSError, ValueError):
                await asyncio.wait_for(_receive(process), _START)
                self._idle.put_nowait(process)
                return
            await self._end(process)

    async def _end(self, process: Process) -> None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if process.stdin is not None:
            process.stdin.close()
        self._all.discard(process)


async def _exchange(process: Process, job: Job) -> Answer:
    assert process.stdin is not None  # noqa: S101 - started with pipes
    process.stdin.write(json.dumps(job._asdict()).encode() + b"\n")
    await process.stdin.drain()
    return await _receive(process)


async def _receive(process: Process) -> Answer:
    assert process.stdout is not None  # noqa: S101 - started with pipes
    head = json.loads(await process.stdout.readuntil(b"\n"))
    body = await process.stdout.readexactly(head["size"])
    return Answer(head["status"], body, head["media_type"])
