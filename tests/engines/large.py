"""Writes the graph of made-up tables, as large as one wants, and says what it took."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kgraph import identity
from kgraph.engines import open_engine, pipeline, tables
from kgraph.engines.guarded import Limits
from kgraph.engines.plan import Plan
from kgraph.namespace import KG, RDF, RDFS, SCHEMA
from kgraph.options import Options

QUADS_OF_ARTICLE = 43
_THINGS = 5_000
_STEP = 20_000


def articles(count: int, start: int) -> Iterator[tuple[str, int]]:
    for number in range(start, min(start + _STEP, count)):
        yield f"{identity.BASE}article/{number * 2654435761 % 2**32:08x}-{number}", number


def facts(count: int, start: int) -> Iterator[tuple[Any, ...]]:
    if start == 0:
        for number in range(_THINGS):
            yield f"{identity.BASE}company/{number}", RDF.TYPE, "sCompany"
            yield f"{identity.BASE}company/{number}", RDFS.LABEL, f"sCompany {number}"
    for article, number in articles(count, start):
        title = f"sThe news of company {number % _THINGS}, told for the {number}th time"
        yield article, RDF.TYPE, "sArticle"
        yield article, RDFS.LABEL, title
        yield article, SCHEMA.HEADLINE, title
        yield article, SCHEMA.ABSTRACT, f"s{'Nothing else was said on the day. ' * 5}{number}"
        yield article, SCHEMA.URL, f"shttps://example.org/news/{number}"
        yield article, KG.HEAT, f"i{number % 100}"


def claims(count: int, start: int) -> Iterator[tuple[Any, ...]]:
    for article, number in articles(count, start):
        for turn in range(3):
            company = f"{identity.BASE}company/{(number * 7 + turn * 31) % _THINGS}"
            yield article, SCHEMA.MENTIONS, company, article, turn * 9, turn * 9 + 7, "Company", 0.9, "names/1", ""


def write(folder: Path, name: str, schema: pa.Schema, rows: Any, count: int) -> list[str]:
    file = folder / f"{name}.parquet"
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for start in range(0, count, _STEP):
            columns = zip(*rows(count, start), strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return [str(file)]


def main(engine: str, out: Path, quads: int, memory: str) -> None:
    began, count = time.perf_counter(), quads // QUADS_OF_ARTICLE + 1
    out.mkdir(parents=True)
    opened = open_engine(engine, 2, memory, out / "spilled")
    plan = Plan(opened, out, Limits(), lambda *_: None)
    plan.files["settled"] = write(out, "settled", tables.SCHEMAS["settled"], facts, count)
    schema = pa.schema([field for field in tables.SCHEMAS["tagged"] if field.name != "words"])
    schema = schema.insert(3, pa.field("article", pa.string()))
    plan.files["claims_of_articles"] = write(out, "claims_of_articles", schema, claims, count)
    for name in ("given_facts", "thing_facts", "figure_facts", "stories"):
        plan.give(name, [])
    plan.files["kept_facts"] = plan.files["thing_facts"]
    plan.files["states"] = [
        tables.write(pa.table({n: pa.array([], pa.string()) for n in ("subject", "path", "sha256")}), out / "s.parquet")
    ]
    pipeline.say_terms(plan)
    pipeline.write(plan, Options(), out)
    opened.close()
    lines = 0
    for file in plan.files["graph_quads"]:
        with Path(file).open("rb") as part:
            lines += sum(1 for _ in part)
    # What children had at most is not told: it counts what they shared with this process before they began.
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    told = {
        "quads": lines,
        "statements": tables.count(plan.files["graph_statements"]),
        "seconds": round(time.perf_counter() - began, 1),
        "cpu": round(sum(each.ru_utime + each.ru_stime for each in spent), 1),
        "driver MB": spent[0].ru_maxrss // 1024,
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
