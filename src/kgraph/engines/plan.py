"""Named tables of one build, made by stages and set operations; what an interrupted build had made is there already."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from kgraph.engines import Engine, tables
from kgraph.engines.guarded import Limits, Stage, told_plainly
from kgraph.engines.tables import Split
from kgraph.namespace import KG, RDF, RDFS, SCHEMA, SKOS

_TERMS = {
    "type": RDF.TYPE,
    "label": RDFS.LABEL,
    "alternative": SKOS.ALT_LABEL,
    "scheme": SKOS.IN_SCHEME,
    "published": SCHEMA.DATE_PUBLISHED,
    "measure": KG.MEASURE,
    "same": KG.SAME_STORY_AS,
}


class Plan:
    """The tables of a build, each a list of Parquet files below one folder."""

    def __init__(self, engine: Engine, folder: Path, limits: Limits, tell: Callable[[str, int], None]) -> None:
        self.files: dict[str, list[str]] = {}
        self.lost: dict[str, list[tuple[str, str]]] = {}
        """By stage: what had to be given up, and why."""
        self._engine, self._folder, self._limits, self._tell = engine, folder, limits, tell
        self._terms: dict[str, Any] = {**_TERMS, "digits": 1}
        self.model = ""
        """The language model that tasks will need."""

    def say(self, **terms: Any) -> None:
        """What ``$name`` stands for in the queries from now on."""
        self._terms |= terms

    def give(self, name: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """A table of rows that are at hand."""
        self.files[name] = [tables.write(tables.of_rows(name, rows), self._folder / name / "given.parquet")]

    def rows(self, name: str, *columns: str) -> list[tuple[Any, ...]]:
        """All rows of a table."""
        found = tables.read(self.files[name], columns or None)
        return [tuple(row.values()) for row in found]

    def map(self, task: str, splits: Sequence[Split], made: Sequence[str], **settings: Any) -> None:
        """Make tables by a task of :mod:`kgraph.engines.tasks`, ``module:function``."""
        self._stage(task, splits, made, settings, divisible=False)

    def map_rows(self, task: str, table: str, size: int, made: Sequence[str], **settings: Any) -> None:
        """The same for every ``size`` rows of a table; a row that takes its process down is left out and noted."""
        ranges = [
            (files, start, min(start + size, rows))
            for files in self._groups(table)
            for rows in [tables.count(files)]
            for start in range(0, rows, size)
        ]
        splits = [Split(number, {table: files}, *rest) for number, (files, *rest) in enumerate(ranges)]
        self._stage(task, splits, made, settings, divisible=True)

    def _stage(
        self, task: str, splits: Sequence[Split], made: Sequence[str], settings: dict[str, Any], *, divisible: bool
    ) -> None:
        name = task.rpartition(":")[2]
        folder = self._folder / name
        stage = Stage(f"kgraph.engines.tasks.{task}", settings, str(folder), self._limits, self.model, divisible)
        with told_plainly(name.replace("_", " ")):
            done = self._engine.map(stage, splits) if splits else []
        for table in made:
            files = [file for each in done for file in each.files.get(table, [])]
            if not files and table in tables.SCHEMAS:
                files = [tables.write(tables.of_rows(table, []), folder / table / "none.parquet")]
            self.files[table] = files
        self.lost[name] = [lost for each in done for lost in each.lost]
        self._tell(name, len(splits))

    def buckets(self, *names: str) -> list[Split]:
        """A split for each bucket of some tables that were written in buckets alike."""
        by_bucket: dict[str, dict[str, list[str]]] = {}
        for name in names:
            for file in filter(tables.has_rows, self.files[name]):
                by_bucket.setdefault(_bucket(file), {each: [] for each in names})[name].append(file)
        return [
            Split(number, {name.partition("_by_")[0]: tuple(files) for name, files in held.items()})
            for number, (_, held) in enumerate(sorted(by_bucket.items()))
        ]

    def _groups(self, table: str) -> list[tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for file in self.files[table]:
            found.setdefault(_bucket(file), []).append(file)
        return [tuple(files) for _, files in sorted(found.items())]

    def steps(self, *names: str) -> None:
        """Make the tables of the queries of these names, one after the other."""
        for name in names:
            self.step(name)

    def step(self, query: str, /, into: str = "", **terms: str) -> None:
        """Make a table, of the query's own name unless another is given, of a query in ``sql/``."""
        self.sql(into or query, Template(queries()[query]).substitute(self._terms | terms))

    def ask(self, query: str, /, **terms: str) -> list[tuple[Any, ...]]:
        """The rows that a query in ``sql/`` gives."""
        return self.fetch(Template(queries()[query]).substitute(self._terms | terms))

    def sql(self, name: str, query: str) -> None:
        """Make the table of that name what the query gives."""
        digest = hashlib.sha256(query.encode()).hexdigest()[:8]  # a query of another number of buckets is another
        folder = self._folder / "sql" / f"{name}-{digest}"
        if not folder.is_dir():
            staged = folder.with_name(f".{folder.name}")
            shutil.rmtree(staged, ignore_errors=True)
            staged.parent.mkdir(parents=True, exist_ok=True)
            with told_plainly(name.replace("_", " ")):
                self._engine.write(query, self._used(query), staged, bucketed="as bucket" in query)
                if not list(staged.rglob("*.parquet")):  # no row, no bucket: other queries ask for it all the same
                    empty = f"select * from ({query}) nothing where 1 = 0"  # noqa: S608 - a query of ours
                    shutil.rmtree(staged)
                    self._engine.write(empty, self._used(query), staged, bucketed=False)
            staged.rename(folder)
        self.files[name] = sorted(map(str, folder.rglob("*.parquet")))

    def fetch(self, query: str) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        with told_plainly("a question to the tables"):
            return self._engine.fetch(query, self._used(query))

    def _used(self, query: str) -> dict[str, list[str]]:
        names = re.findall(r"(?:from|join)\s+(\w+)", query)
        return {name: self.files[name] for name in sorted(set(names)) if name in self.files}


@cache
def queries() -> dict[str, str]:
    """The set operations in ``sql/``, by name."""
    found = {}
    for file in (resources.files("kgraph.engines") / "sql").iterdir():
        text = file.read_text(encoding="utf-8")
        for block in re.split(r"^-- name: ", text, flags=re.M)[1:]:
            name, _, query = block.partition("\n")
            found[name.strip()] = query.strip()
    return found


def _bucket(file: str) -> str:
    found = re.search(r"[/\\]bucket=([0-9a-f]+)[/\\]", file)
    return found[1] if found else ""
