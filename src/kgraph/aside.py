"""One call that is made aside, by a forked process, while this process does something else."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, TypeVar

from kgraph.errors import KgraphError
from kgraph.workers import can_fork, leave_signals_to_parent

_Answer = TypeVar("_Answer")
_allowed: ContextVar[bool] = ContextVar("allowed", default=True)


@contextmanager
def allowed(whether: bool) -> Iterator[None]:
    """Say whether calls are made aside, where they can be: not where there shall be one process."""
    before = _allowed.set(whether)
    try:
        yield
    finally:
        _allowed.reset(before)


class Aside(Generic[_Answer]):
    """A call under way. Where no process can be forked, and where one dies, the call is made when its answer is due.

    The process starts with all that this one holds, at no cost, and hands over its answer: what it changes elsewhere in
    memory is lost. It ends with the ``with`` statement at the latest.
    """

    def __init__(self, call: Callable[[], _Answer], *, is_long: bool = True) -> None:
        """Begin a call.

        Args:
            call: may be made twice; its answer can be sent to another process.
            is_long: whether it takes longer than the start of a process; one that does not waits until it is due.
        """
        self._call = call
        self._process: Any = None
        if is_long and _allowed.get() and can_fork() and not multiprocessing.current_process().daemon:
            context = multiprocessing.get_context("fork")
            self._pipe, there = context.Pipe(duplex=False)
            self._process = context.Process(target=_make, args=(call, there), daemon=True)
            self._process.start()
            there.close()

    def answer(self) -> _Answer:
        """Wait for the answer.

        Raises:
            KgraphError, OSError: what the call raises.
        """
        if self._process is not None:
            with suppress(EOFError):
                raised, answer = self._pipe.recv()
                if raised:
                    raise answer
                return answer  # type: ignore[no-any-return]
        return self._call()

    def __enter__(self) -> "Aside[_Answer]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()


def _make(call: Callable[[], Any], pipe: Connection) -> None:
    """The life of the process."""
    leave_signals_to_parent()
    gc.disable()
    try:
        answer = False, call()
    except (KgraphError, OSError) as error:
        answer = True, error
    with suppress(OSError):
        pipe.send(answer)
