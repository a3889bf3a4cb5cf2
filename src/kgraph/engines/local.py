"""One machine: a process for each processor, and DuckDB, which spills to the disk."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from kgraph.engines.guarded import Done, Stage, carry_out, end_children
from kgraph.engines.tables import Split
from kgraph.workers import default_workers


class Local:
    """Tasks in child processes, a thread to mind each; one set operation at a time."""

    def __init__(self, workers: int, memory: str, scratch: Path) -> None:
        self._threads = ThreadPoolExecutor(workers)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": workers,
            "memory_limit": memory,
            "temp_directory": str(scratch),
            "preserve_insertion_order": False,
            "partitioned_write_flush_threshold": 1 << 15,  # rows that wait for their bucket's file
        }
        self._database = duckdb.connect(config=settings)

    def map(self, stage: Stage, splits: Sequence[Split]) -> list[Done]:
        """Carry out a stage on every split."""
        return list(self._threads.map(partial(carry_out, stage), splits))

    def fetch(self, query: str, tables: Mapping[str, Sequence[str]]) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return self._over(tables).execute(query).fetchall()

    def write(self, query: str, tables: Mapping[str, Sequence[str]], folder: Path, bucketed: bool) -> None:
        """Write what a query gives."""
        folder.mkdir(parents=True)
        # DuckDB keeps a block open for each bucket that it has rows of: in order, it has rows of few at a time
        query = f"{query} order by bucket" if bucketed else query
        where = ("", ", partition_by (bucket), overwrite_or_ignore") if bucketed else ("/part.parquet", "")
        target = _quoted(f"{folder}{where[0]}")
        self._over(tables).execute(f"copy ({query}) to {target} (format parquet, compression zstd{where[1]})")

    def close(self) -> None:
        """End all processes."""
        self._threads.shutdown(cancel_futures=True)
        end_children()
        self._database.close()

    def _over(self, tables: Mapping[str, Sequence[str]]) -> "duckdb.DuckDBPyConnection":
        for name, files in tables.items():
            paths = ", ".join(map(_quoted, files))
            view = f"create or replace view {name} as from read_parquet([{paths}], hive_partitioning = false)"
            self._database.execute(view)
        return self._database


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def open(workers: int | None, memory: str, scratch: Path, master: str) -> Local:  # noqa: A001
    """The engine of this machine."""
    return Local(default_workers() if workers is None else max(1, workers), memory, scratch)
