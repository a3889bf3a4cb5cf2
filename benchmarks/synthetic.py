"""A corpus larger than memory's comfort: varied documents from a seed, and what building them takes.

    python benchmarks/synthetic.py make FOLDER [--documents 200000] [--seed 1]
    python benchmarks/synthetic.py build FOLDER EXPORTS [--model rules]

``build`` prints documents per second and the most memory that the build and all its processes held at once (Linux: what
they share is counted once).
"""

import argparse
import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path

SYLLABLES = "bel cor dan el far gen hol in jor kel lum mar nor os pra quen ros sol tan ul ver wen xel yor zan".split()
SUFFIXES = ["Health", "Systems", "Labs", "Medical", "Cloud", "Analytics", "Robotics", "Diagnostics", "Networks", "AI"]
VERBS = ["acquired", "partners with", "invested in", "announced a partnership with", "integrates with"]
ADVANCES = ["platform", "service", "device", "assistant", "monitor", "scanner", "registry"]
CONDITIONS = ["diabetes", "asthma", "influenza", "hypertension", "stroke", "epilepsy", "obesity", "anemia", "sepsis"]
PLACES = ["Berlin", "Oslo", "Boston", "Toronto", "Singapore", "Nairobi", "Lima", "Europe", "Asia-Pacific"]
FIRST, LAST = ["Jane", "John", "Maria", "Wei", "Amina", "Lars", "Olga", "Pedro"], ["Roe", "Miller", "Chen", "Okafor"]
TOPICS = ["Digital Health", "Cloud", "AI", "Genomics", "Devices", "Policy", "Imaging", "Telehealth"]


def name(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randrange(2, 4))).capitalize()


def document(number: int, draw: random.Random, companies: list[str]) -> str:
    """One article; of every hundred some are reprints, some lack what others have."""
    one, other = draw.choice(companies), draw.choice(companies)
    product = f"{name(draw)} {draw.randrange(1, 9)}"
    headline = f"{one} {draw.choice(VERBS)} {other}"
    text = (
        f"{one} launched {product}, a {draw.choice(ADVANCES)} for {draw.choice(CONDITIONS)}, in "
        f"{draw.choice(PLACES)}. "
        f"{draw.choice(FIRST)} {draw.choice(LAST)}, chief executive of {one}, said that {other} was the first to use "
        f"it. "
        f"The {draw.choice(CONDITIONS)} market is expected to reach USD {draw.randrange(1, 90)}.{draw.randrange(10)} "
        f"billion by {draw.randrange(2024, 2034)}, at a CAGR of {draw.randrange(3, 30)}.{draw.randrange(10)}%."
    )
    lines = ["---", f"title: '{headline}'", f"excerpt: '{text}'"]
    lines += [f"webUrl: https://news{number % 900}.example/{number}"]
    lines.append(f"publishedDateTime: 20{draw.randrange(10, 25)}-{draw.randrange(1, 13):02}-11T08:00:00Z")
    lines += ["provider:", f"  name: Source {number % 900}", f"  domain: news{number % 900}.example"]
    lines += ["topics:", *(f"  - {topic}" for topic in sorted(draw.sample(TOPICS, draw.randrange(1, 4))))]
    if number > 100 and draw.random() < 0.3:
        lines.append("related:")
        for earlier in sorted(draw.sample(range(max(0, number - 5000), number), 3)):
            lines += [f"  - title: 'Story {earlier}'", f"    webUrl: https://news{earlier % 900}.example/{earlier}"]
    return "\n".join([*lines, "---", ""])


def make(folder: Path, documents: int, seed: int) -> None:
    draw = random.Random(seed)
    companies = [f"{name(draw)} {draw.choice(SUFFIXES)}" for _ in range(max(50, documents // 40))]
    for number in range(documents):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.md").write_text(document(number, draw, companies), encoding="utf-8")


def build(folder: Path, exports: Path, model: str) -> None:
    count, began, most = sum(1 for _ in folder.rglob("*.md")), time.perf_counter(), 0
    command = [sys.executable, "-m", "kgraph", "build", str(folder), "-o", str(exports), "--model", model, "--json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as building:
        while building.poll() is None:
            most = max(most, held(building.pid))
            time.sleep(1)
    if building.returncode:
        sys.exit(f"the build ended with {building.returncode}")
    took = time.perf_counter() - began
    print(f"{count:,} documents in {took:.0f} s, {count / took:.0f} a second")
    print(f"all processes together held {most / 2**20:.2f} GiB at most")


def held(process: int) -> int:
    """KiB that a process and those below it hold."""
    total = 0
    with contextlib.suppress(OSError):  # it has ended
        memory = Path(f"/proc/{process}/smaps_rollup").read_text()
        total = sum(int(line.split()[1]) for line in memory.splitlines() if line.startswith("Pss:"))
        for thread in Path(f"/proc/{process}/task").iterdir():
            total += sum(held(int(child)) for child in (thread / "children").read_text().split())
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making, building = commands.add_parser("make"), commands.add_parser("build")
    making.add_argument("folder", type=Path)
    making.add_argument("--documents", type=int, default=200_000)
    making.add_argument("--seed", type=int, default=1)
    building.add_argument("folder", type=Path)
    building.add_argument("exports", type=Path)
    building.add_argument("--model", default="rules")
    given = parser.parse_args()
    if given.command == "make":
        make(given.folder, given.documents, given.seed)
    else:
        build(given.folder, given.exports, given.model)


if __name__ == "__main__":
    main()
