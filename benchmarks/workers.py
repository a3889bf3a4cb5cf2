"""How much faster two workers read words than one, beside what two processes that share nothing gain on this machine.

    python benchmarks/workers.py FOLDER [--texts 1500] [--rounds 3]

The stage runs as in a build, with nothing remembered; its processes have loaded the language model before the clock
starts. The same texts go through a plain loop in one process and, half each, in two: that is what the machine allows.
Ratios are of wall-clock seconds; the rounds alternate, and the medians are compared. Exits with 1 where the bound is
missed.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from kgraph import language, merge, sources, stages
from kgraph.building import account_for
from kgraph.cache import Cache
from kgraph.extractors.text import extract
from kgraph.lexicon import Declared, shipped
from kgraph.model import Text
from kgraph.workers import Pool

BOUND = 1.7


def drawn(folder: Path, count: int) -> list[Text]:
    """So many distinct texts of a folder's articles."""
    files, _ = sources.find([folder])
    accounts, _, _ = account_for(files, lambda *_: None)
    texts = sorted(set(merge.merge(accounts).texts.values()), key=lambda text: (text.content, text.headline))
    return random.Random(1).sample(texts, min(count, len(texts)))


def staged(texts: Sequence[Text], workers: int) -> float:
    """Seconds that the stage takes with so many workers."""
    with Pool(workers) as pool:
        read(texts[: workers * stages.TEXTS], pool)
        began = time.perf_counter()
        read(texts, pool)
        return time.perf_counter() - began


def read(texts: Sequence[Text], pool: Pool) -> None:
    """The stage, with nothing remembered."""
    with Cache(None) as cache:
        _, failed = stages.read_words(texts, Declared(()), None, cache, pool, lambda *_: None)()
    if failed:
        sys.exit(f"{len(failed)} texts could not be read")


def plain(texts: Sequence[Text], processes: int) -> float:
    """Seconds until as many processes, each with its share and nothing to tell, are through."""
    context = get_context("forkserver")
    pipes = []
    for number in range(processes):
        here, there = context.Pipe()
        context.Process(target=alone, args=(there, texts[number::processes]), daemon=True).start()
        pipes.append(here)
    for pipe in pipes:
        pipe.recv()  # it is ready
    began = time.perf_counter()
    for pipe in pipes:
        pipe.send("go")
    for pipe in pipes:
        pipe.recv()  # it is through
    return time.perf_counter() - began


def alone(pipe: Connection, texts: Sequence[Text]) -> None:
    """The life of a process that shares nothing."""
    model = language.load(language.identify(None)[0])
    list(extract(texts[: stages.TEXTS], model, shipped()))
    pipe.send("ready")
    pipe.recv()
    for at in range(0, len(texts), stages.TEXTS):
        list(extract(texts[at : at + stages.TEXTS], model, shipped()))
    pipe.send("through")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    texts = drawn(given.folder, given.texts)
    ratios: dict[str, list[float]] = {"the stage": [], "a plain loop": []}
    for number in range(given.rounds):
        for name, work in (("the stage", staged), ("a plain loop", plain)):
            one, two = work(texts, 1), work(texts, 2)
            ratios[name].append(one / two)
            print(f"round {number + 1}, {name}: {one:.1f} s with one, {two:.1f} s with two, {one / two:.2f} times")
    stage, loop = (statistics.median(each) for each in ratios.values())
    print(f"two workers: {stage:.2f} times one; two processes that share nothing: {loop:.2f} times one", flush=True)
    if stage < BOUND:
        sys.exit(f"two workers are less than {BOUND} times as fast as one")


if __name__ == "__main__":
    main()
