"""How much of the first build a second one costs: nothing changed, one file changed, one worker against two.

    python benchmarks/incremental.py FOLDER [--model NAME]

Prints wall-clock and processor seconds (children included) and the ratios, and checks that the result of each
incremental build is, checksum by checksum, that of a build from nothing.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def build(source: Path, out: Path, *more: str) -> tuple[float, float, dict[str, str]]:
    """Wall-clock seconds, processor seconds and artefacts of ``kgraph build``."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "kgraph", "build", str(source), "-o", str(out), "--json", *more],
        check=True,
        capture_output=True,
        env=os.environ,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent, json.loads(done.stdout)["artefacts"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=None)
    parser.add_argument("--workers", action="store_true", help="also compare one worker with two")
    given = parser.parse_args()
    more = ["--model", given.model] if given.model else []
    with tempfile.TemporaryDirectory() as place:
        source, out = Path(place, "source"), Path(place, "out")
        shutil.copytree(given.folder, source)
        first = build(source, out, *more)
        report("first build", first, first)
        report("nothing changed", build(source, out, *more), first)
        files = sorted(path for path in source.rglob("*") if path.is_file() and path.suffix == ".md")
        edits = {
            "one headline changed": lambda text: text.replace("title: ", "title: New ", 1).replace('New "', '"New ', 1),
            "one text with new names": lambda text: (
                text.replace("---", "---\nexcerpt: Contoso acquired Fabrikam.", 1)
                if "excerpt:" not in text
                else text.replace("excerpt: ", "excerpt: Contoso acquired Fabrikam in Oslo. ", 1).replace(
                    '. "', ". ", 1
                )
            ),
        }
        for number, (name, change) in enumerate(edits.items()):
            file = files[len(files) // 2 + number]
            file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
            again = build(source, out, *more)
            report(name, again, first)
        files[0].unlink()
        again = build(source, out, *more)
        report("one file deleted", again, first)
        anew = build(source, Path(place, "anew"), "--no-cache", *more)
        report("from nothing, --no-cache", anew, first)
        print("incremental equals full:", again[2] == anew[2])
        if given.workers:
            one = build(source, Path(place, "one"), "--workers", "1", *more)
            report("one worker", one, first)
            print("the same with one worker:", one[2] == anew[2])


def report(name: str, took: tuple[float, float, dict[str, str]], first: tuple[float, float, dict[str, str]]) -> None:
    print(
        f"{name:28s} {took[0]:8.2f} s wall {took[1]:8.2f} s processor   "
        f"1/{first[0] / took[0]:.1f} of the first by the clock, 1/{first[1] / took[1]:.1f} by the processor",
        flush=True,
    )


if __name__ == "__main__":
    main()
