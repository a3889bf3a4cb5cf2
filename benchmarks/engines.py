"""What the engines cost beside the bare work, in CPU-seconds, as ratios measured side by side.

::

    python benchmarks/engines.py FOLDER            # the local engine against one plain loop
    python benchmarks/engines.py FOLDER --spark    # and Spark on this machine

The bare work is what nobody can do without, in one plain loop of one process: reading the bytes, parsing the front
matter with PyYAML on libyaml, extracting from each distinct text, and writing the Parquet tables and the N-Quads.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing import forkserver
from pathlib import Path

BUDGET, START = 1.5, 1.0
"""The local engine's CPU-seconds over those of the bare work; CPU-seconds until it can take work."""


def spent() -> float:
    """CPU-seconds of this process and its dead children; the one that forked others is ended, so that it counts."""
    forkserver._forkserver._stop()
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def bare(folder: str) -> dict[str, float]:
    """Reading, parsing, extracting and writing, and nothing between them."""
    import yaml

    from kgraph import building, language, merge, options, sources, vocabularies
    from kgraph.exporters import nquads, parquet
    from kgraph.extractors.concepts.tagging import concepts_tagger
    from kgraph.extractors.text import extract
    from kgraph.lexicon import shipped

    found, _ = sources.find([folder])
    began = spent()
    for file in found:
        text = file.location.read_bytes().decode("utf-8", "replace")
        if text.startswith("---"):
            yaml.load(text[3 : text.find("\n---", 3)], Loader=yaml.CSafeLoader)
    parsed = spent()
    accounts, _, _ = building.account_for(found, lambda *_: None)
    texts = sorted(set(merge.merge(accounts).texts.values()), key=lambda text: text.content)
    before = spent()
    list(extract(texts, language.load(language.identify(None)[0]), shipped()))
    tagger = concepts_tagger(vocabularies.default_mesh())
    for each in texts:
        tagger.tag(each.content)
    extracted = spent()
    graph, _ = building.build([folder], options.Options(workers=0))
    ready = spent()
    with tempfile.TemporaryDirectory() as out:
        nquads.write(graph, Path(out))
        parquet.write(graph, Path(out))
    written = spent()
    return {"reading": parsed - began, "extracting": extracted - before, "writing": written - ready}


def engine(name: str, folder: str, workers: int) -> dict[str, float]:
    """A whole build with an engine."""
    from kgraph.engines import outputs
    from kgraph.options import Options

    with tempfile.TemporaryDirectory() as out:
        outputs.build([folder], Path(out) / "out", name, Options(workers=workers))
    return {"all": spent()}


def start() -> dict[str, float]:
    """The local engine until it can take work: what it imports, and one set operation."""
    before = spent()
    from kgraph.engines import open_engine

    with tempfile.TemporaryDirectory() as scratch:
        opened = open_engine("local", 2, "1GB", Path(scratch))
        opened.fetch("select 1", {})
        opened.close()
    return {"all": spent() - before}


def measured(*what: str) -> dict[str, float]:
    """The same in a process of its own."""
    began = time.perf_counter()
    command = [sys.executable, __file__, "--in-process", *what]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(told.splitlines()[-1]) | {"seconds": time.perf_counter() - began}


def main() -> None:
    """Measure, print, and fail where a budget is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="+")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--in-process", action="store_true")
    told = parser.parse_args()
    if told.in_process:
        kind, *rest = told.what
        made = {"bare": bare, "start": start}[kind](*rest) if kind in ("bare", "start") else None
        print(json.dumps(made if made is not None else engine(rest[0], rest[1], int(rest[2]))))
        return
    (folder,) = told.what
    begun = measured("start")["all"]
    plain = measured("bare", folder)
    work = plain["reading"] + plain["extracting"] + plain["writing"]
    parts = ", ".join(f"{name} {plain[name]:.1f}" for name in ("reading", "extracting", "writing"))
    print(f"bare work                 {work:7.1f} CPU-s ({parts})")
    print(f"start of the local engine {begun:7.2f} CPU-s (budget {START})")
    names = [("local", 1), ("local", 2), *([("spark:local[2]", 2)] if told.spark else [])]
    ratios = {}
    for name, workers in names:
        cost = measured("engine", name, folder, str(workers))
        ratios[name, workers] = cost["all"] / work
        print(
            f"{name:16} {workers} workers {cost['all']:7.1f} CPU-s, {cost['all'] / work:.2f} times the bare work, "
            f"{cost['seconds']:.0f} s"
        )
    if begun > START or max(ratios["local", 1], ratios["local", 2]) > BUDGET:
        sys.exit(f"over budget: start {START} CPU-s, local engine {BUDGET} times the bare work")


if __name__ == "__main__":
    main()
