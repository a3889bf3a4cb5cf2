"""A process that runs tasks for another one, and may die at it; it ends where its pipe does."""

import contextlib
import os
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kgraph.collector import no_cyclic_collection
from kgraph.engines import tables
from kgraph.engines.tables import Split
from kgraph.errors import KgraphError
from kgraph.workers import leave_signals_to_parent


def serve(pipe: Connection, memory: int) -> None:
    """The life of the process: answer requests (task, settings, split, folder, the part's name) until there are none.

    Args:
        pipe: for requests and answers.
        memory: bytes that this process may hold; 0 for no limit.
    """
    leave_signals_to_parent()
    os.dup2(2, 1)  # what a library prints must not get among what the command prints
    if memory:
        _limit(memory)
    with contextlib.suppress(EOFError, OSError):
        while True:
            task, settings, split, folder, part = pipe.recv()
            pipe.send(_answer(task, settings, split, folder, part, lambda: pipe.send(("going on", None))))


def _answer(task: str, settings: dict[str, Any], split: Split, folder: str, part: str, tick: Any) -> tuple[str, Any]:
    try:
        module, _, name = task.partition(":")
        with no_cyclic_collection():  # a task ends before what it makes could gather
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
