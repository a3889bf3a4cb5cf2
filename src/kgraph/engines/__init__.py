"""Builds that do not fit in memory: the same graph, with tables for its stages and an engine to move them.

A build is written once (:mod:`.pipeline`): pure tasks over splits of rows, and set operations in the SQL that DuckDB
and Spark have in common, Parquet to Parquet. An engine is a module with these two verbs; :data:`ENGINES` names all.
"""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from kgraph.engines.guarded import Done, Stage, told_plainly
from kgraph.engines.tables import Split
from kgraph.errors import MissingExtraError, UsageError

ENGINES = {"local": "scale", "spark": "spark"}
"""The modules, and the extra that brings what each of them needs."""


class Engine(Protocol):
    """Two verbs. Whoever implements them decides nothing else."""

    def map(self, stage: Stage, splits: Sequence[Split]) -> list[Done]:
        """Carry out a stage on every split (:func:`.guarded.carry_out`), and give what became of each, in order."""

    def fetch(self, query: str, tables: Mapping[str, Sequence[str]]) -> list[tuple[Any, ...]]:
        """The rows that a query gives; tables are Parquet files by name."""

    def write(self, query: str, tables: Mapping[str, Sequence[str]], folder: Path, bucketed: bool) -> None:
        """Write what a query gives as Parquet files into a new folder, below ``bucket=…`` where it is bucketed."""

    def close(self) -> None:
        """Let go of everything."""


def open_engine(name: str, workers: int | None, memory: str, scratch: Path) -> Engine:
    """The engine of that name: ``local``, ``spark`` or ``spark:MASTER``.

    Args:
        name: as the user gave it.
        workers: how many processes; None for one on each processor. Spark's master decides about its own.
        memory: what set operations may hold on this machine, as "2GB"; what needs more is spilled to the disk.
        scratch: a folder to spill to.

    Raises:
        UsageError: if there is no such engine.
        MissingExtraError: if what it needs is not installed.
        EngineError: if it does not start: Spark without Java, a master that does not answer.
    """
    kind, _, master = name.partition(":")
    if kind not in ENGINES or (master and kind == "local"):
        raise UsageError(f"there is no engine {name!r}: local, spark or spark:MASTER (spark:local[2], spark:spark://…)")
    if master and not re.match(r"local(\[|$)|[a-z0-9]+:|yarn$", master):
        raise UsageError(f"{master!r} is no master of Spark: local[2], spark://HOST:PORT, yarn or k8s://…")
    try:
        module = import_module(f"kgraph.engines.{kind}")
    except ModuleNotFoundError as error:
        raise MissingExtraError(ENGINES[kind], error.name or kind) from None
    with told_plainly(f"the engine {name} does not start"):
        engine: Engine = module.open(workers, memory, scratch, master)
    return engine
