"""How much of the first build a second one costs: nothing changed, one file changed, one worker against two.

    python benchmarks/incremental.py FOLDER [--model NAME] [--rounds 2] [--workers]

Each round builds once from nothing, once with nothing changed, and after each of several small changes. Prints the
medians of wall-clock and processor seconds (children included), the ratios of these and the range of single ones to
the median first build, and checks that the result of the last incremental build is, checksum by checksum, that of a
build from nothing.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

HEADLINES = 3
"""Files of each round that get another headline, one after the other."""
SETTLING = 4
"""Seconds after which files that were just copied look as if they were left alone: younger ones are read again."""
Took = tuple[float, float]
"""Wall-clock and processor seconds."""


def build(source: Path, out: Path, *more: str) -> tuple[Took, dict[str, str]]:
    """What ``kgraph build`` takes, and its artefacts."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "kgraph", "build", str(source), "-o", str(out), "--json", *more],
        check=True,
        capture_output=True,
        env=os.environ,
    )
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (took, spent), json.loads(done.stdout)["artefacts"]


def with_new_headline(text: str) -> str:
    return re.sub(r'^title: ("?)', r"title: \1New ", text, count=1, flags=re.MULTILINE)


def with_new_names(text: str) -> str:
    said = "Contoso acquired Fabrikam in Oslo."
    if not re.search("^excerpt: ", text, re.MULTILINE):
        return text.replace("---", f"---\nexcerpt: {said}", 1)
    return re.sub(r'^excerpt: ("?)', rf"excerpt: \1{said} ", text, count=1, flags=re.MULTILINE)


def changes(source: Path, number: int) -> Iterator[str]:
    """Change one file after another, other ones in each round, and tell how."""
    files = sorted(path for path in source.rglob("*.md") if path.is_file())
    middle = len(files) // 2 + number * (HEADLINES + 1)
    for file in files[middle : middle + HEADLINES]:
        file.write_text(with_new_headline(file.read_text(encoding="utf-8")), encoding="utf-8")
        yield "one headline changed"
    file = files[middle + HEADLINES]
    file.write_text(with_new_names(file.read_text(encoding="utf-8")), encoding="utf-8")
    yield "one text with new names"
    files[number].unlink()
    yield "one file deleted"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=None)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--workers", action="store_true", help="also compare one worker with two")
    given = parser.parse_args()
    more = ["--model", given.model] if given.model else []
    took: dict[str, list[Took]] = {}
    with tempfile.TemporaryDirectory() as place:
        source, out = Path(place, "source"), Path(place, "out")
        shutil.copytree(given.folder, source)
        time.sleep(SETTLING)
        for number in range(given.rounds):
            shutil.rmtree(out, ignore_errors=True)
            took.setdefault("first build", []).append(build(source, out, *more)[0])
            took.setdefault("nothing changed", []).append(build(source, out, *more)[0])
            for name in changes(source, number):
                spent, again = build(source, out, *more)
                took.setdefault(name, []).append(spent)
        spent, anew = build(source, Path(place, "anew"), "--no-cache", *more)
        took["from nothing, --no-cache"] = [spent]
        if given.workers:
            spent, one = build(source, Path(place, "one"), "--workers", "1", *more)
            took["one worker"] = [spent]
            print("the same with one worker:", one == anew)
    for name, each in took.items():
        report(name, each, took["first build"])
    print("incremental equals full:", again == anew)


def report(name: str, took: Sequence[Took], first: Sequence[Took]) -> None:
    whole, whole_spent = (median(column) for column in zip(*first, strict=True))
    clock, spent = (median(column) for column in zip(*took, strict=True))
    single = sorted(whole / each for each, _ in took)
    print(
        f"{name:26s} {clock:7.2f} s wall {spent:7.2f} s processor   1/{whole / clock:.1f} of the first by the clock "
        f"(1/{single[0]:.1f} to 1/{single[-1]:.1f}), 1/{whole_spent / spent:.1f} by the processor",
        flush=True,
    )


if __name__ == "__main__":
    main()
