"""A cluster: Apache Spark 4, whoever runs it. DataFrames only, so that Spark Connect serves as well."""

import os
import pickle
import re
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from kgraph.engines.guarded import Done, Stage, carry_out
from kgraph.engines.tables import Split


class Spark:
    """A task of Spark for each split; what a task's process dies of is Spark's to repeat, or its child's (guarded)."""

    def __init__(self, master: str) -> None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.appName("kgraph").config("spark.ui.showConsoleProgress", "false")
        if master:
            # A local master gives a task up when it fails once; a cluster tries it four times.
            builder = builder.master(re.sub(r"^local\[([^,\]]+)\]$", r"local[\1,4]", master))
        if master.startswith("local"):
            builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8")
        self._session = builder.getOrCreate()

    def map(self, stage: Stage, splits: Sequence[Split]) -> list[Done]:
        """Carry out a stage on every split."""

        def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in batches:
                for number in batch.column(0).to_pylist():
                    done = pickle.dumps(carry_out(stage, splits[number]))
                    yield pa.RecordBatch.from_pydict({"number": [number], "done": [done]})

        numbers = self._session.range(0, len(splits), 1, len(splits))
        with warnings.catch_warnings():  # it warns of pandas 3, which it has imported and we do not use
            warnings.simplefilter("ignore", FutureWarning)
            rows = numbers.mapInArrow(run, "number long, done binary").collect()
        return [pickle.loads(row.done) for row in sorted(rows, key=lambda row: row.number)]  # noqa: S301 - our own

    def fetch(self, query: str, tables: Mapping[str, Sequence[str]]) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return [tuple(row) for row in self._frame(query, tables).collect()]

    def write(self, query: str, tables: Mapping[str, Sequence[str]], folder: Path, bucketed: bool) -> None:
        """Write what a query gives."""
        writer = self._frame(query, tables).write.option("compression", "zstd")
        (writer.partitionBy("bucket") if bucketed else writer).parquet(str(folder))

    def close(self) -> None:
        """End the application."""
        self._session.stop()

    def _frame(self, query: str, tables: Mapping[str, Sequence[str]]) -> DataFrame:
        for name, files in tables.items():
            self._session.read.parquet(*files).createOrReplaceTempView(name)
        return self._session.sql(query)


def open(workers: int | None, memory: str, scratch: Path, master: str) -> Spark:  # noqa: A001
    """Spark under a master; without one, as spark-submit says."""
    return Spark(master)
