"""How fast words are read: beside the bare language model, and by rules alone.

    python benchmarks/words.py FOLDER [--texts 1000] [--model NAME]

Distinct texts of the articles in FOLDER, drawn with a seed. The bare pipeline has the same pipes and reads the same
parts of the same texts; both alternate in blocks, so that a noisy machine slows both. Words are runs of letters and
digits. Prints words per second of processor time; exits with 1 where a bound is missed.
"""

import argparse
import gc
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kgraph import language, merge, sources
from kgraph.building import account_for
from kgraph.extractors.text import extract
from kgraph.lexicon import shipped
from kgraph.model import Text

SHARE_OF_BARE = 0.6
BY_RULES = 30_000
BLOCK = 256


def drawn(folder: Path, count: int) -> list[Text]:
    """So many distinct texts."""
    files, _ = sources.find([folder])
    accounts, _, _ = account_for(files, lambda *_: None)
    texts = sorted(set(merge.merge(accounts).texts.values()), key=lambda text: (text.content, text.headline))
    return random.Random(1).sample(texts, min(count, len(texts)))


def seconds(work: Callable[[Sequence[Text]], object], texts: Sequence[Text]) -> float:
    """Processor seconds that some work takes."""
    start = time.process_time()
    work(texts)
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--model")
    given = parser.parse_args()
    texts, model, rules = drawn(given.folder, given.texts), language.load(given.model), language.load(language.RULES)

    def bare(some: Sequence[Text]) -> object:
        return list(model.read(part for text in some for part in text.parts))

    def ours(some: Sequence[Text]) -> object:
        return list(extract(some, model, shipped()))

    def by_rules(some: Sequence[Text]) -> object:
        return list(extract(some, rules, shipped()))

    works = {"bare pipeline": bare, "entities and relations": ours, "rules alone": by_rules}
    for work in works.values():
        work(texts[:50])  # compiles patterns, fills the model's caches
    gc.collect()
    gc.freeze()  # as in a worker of a build: the collector need not go through what is loaded
    took = dict.fromkeys(works, 0.0)
    for start in range(0, len(texts), BLOCK):
        for name, work in works.items():
            took[name] += seconds(work, texts[start : start + BLOCK])
    words = sum(len(re.findall(r"\w+", text.content)) for text in texts)
    table = Table("", "words/s", "bound")
    share = took["bare pipeline"] / took["entities and relations"]
    table.add_row("bare pipeline", f"{words / took['bare pipeline']:,.0f}", "")
    table.add_row(
        "entities and relations",
        f"{words / took['entities and relations']:,.0f}",
        f"{share:.0%} of {SHARE_OF_BARE:.0%}",
    )
    table.add_row("rules alone", f"{words / took['rules alone']:,.0f}", f"{BY_RULES:,}")
    Console().print(f"{len(texts):,} texts, {words:,} words, {model.description}")
    Console().print(table)
    sys.exit(share < SHARE_OF_BARE or words / took["rules alone"] < BY_RULES)


if __name__ == "__main__":
    main()
