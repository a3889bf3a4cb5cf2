"""A process that runs tasks for another one, and may die at it: ``python -m kgraph.engines.child MEMORY``.

It takes requests from its standard input and answers to its standard output; it ends where the input does.
"""

import contextlib
import os
import pickle
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from kgraph.engines import tables
from kgraph.engines.tables import Split
from kgraph.errors import KgraphError


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are none left: (task, settings, split, folder, the part's name)."""

    def tick() -> None:
        pickle.dump(("going on", None), answers)
        answers.flush()

    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            task, settings, split, folder, part = pickle.load(requests)  # noqa: S301 - our own parent wrote it
            pickle.dump(_answer(task, settings, split, folder, part, tick), answers)
            answers.flush()


def _answer(task: str, settings: dict[str, Any], split: Split, folder: str, part: str, tick: Any) -> tuple[str, Any]:
    try:
        module, _, name = task.partition(":")
        made = getattr(import_module(module), name)(settings, split, tick)
        files = {}
        for table, rows in made.items():
            if isinstance(rows, str):  # written by the task itself
                files[table] = rows
                continue
            content = rows if hasattr(rows, "schema") else tables.of_rows(table, rows)
            if content.num_rows or content is rows:  # rows of a shape of their own must tell it
                files[table] = tables.write(content, Path(folder) / table / f"{part}.parquet")
        return "done", files
    except KgraphError as error:
        return "refused", error
    except Exception as error:  # a fault of ours on one document must not cost the others
        return "failed", f"{type(error).__name__}: {str(error)[:200]}"


def _limit(memory: int) -> None:
    """Bound what this process may hold, so that a document that eats memory does not take the machine down."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def main() -> None:
    """Serve the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the parent decides
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers
    if memory := int(sys.argv[1]):
        _limit(memory)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
