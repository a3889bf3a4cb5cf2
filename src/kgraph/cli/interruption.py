"""Ctrl-C and SIGTERM: a build ends within two seconds, and what it has done stays in the cache."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console

PATIENCE = 1.5
"""Seconds for ending in order. A process that takes longer just ends: exports and cache bear that at any time."""
_CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}


@contextmanager
def interruptible(message: str) -> Iterator[None]:
    """End the process with 130 or 143 and a sentence when it is told to stop while this lasts."""
    code = 130

    def stop(number: int, _: FrameType | None) -> None:
        nonlocal code
        code = _CODES[signal.Signals(number)]
        timer = threading.Timer(PATIENCE, os._exit, (code,))
        timer.daemon = True
        timer.start()
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in _CODES}
    try:
        yield
    except KeyboardInterrupt:
        Console(stderr=True).print(f"[red]kgraph:[/red] interrupted: {message}")
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)  # a large graph takes its time to be taken down
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
