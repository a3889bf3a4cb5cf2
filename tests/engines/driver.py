"""Runs builds one after another in a process of its own; prints a line of JSON for each stage and what came of each."""

import hashlib
import json
import random
import sys
from pathlib import Path
from typing import Any

from kgraph.engines import outputs
from kgraph.engines.guarded import Limits
from kgraph.options import Options


def digest(folder: Path) -> str:
    """Of the sorted statements, whatever the parts that they stand in."""
    parts = sorted((folder / "nquads").glob("*.nq"))
    lines = [line for part in parts for line in part.read_bytes().splitlines(keepends=True)]
    return hashlib.sha256(b"".join(sorted(lines))).hexdigest()


def say(what: dict[str, Any]) -> None:
    """Print a line of JSON."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(told: dict[str, Any]) -> None:
    if "shuffle" in told:
        find = outputs.sources.find

        def shuffled(paths):
            files, problems = find(paths)
            random.Random(told["shuffle"]).shuffle(files)
            return files, problems

        outputs.sources.find = shuffled
    scale = outputs.Scale(told.get("split_size", 100), "500MB", Limits(**told.get("limits", {})))
    out = Path(told["out"])
    manifest, report = outputs.build(
        told["sources"],
        out,
        told["engine"],
        Options(workers=told.get("workers", 2), model=told.get("model")),
        scale,
        lambda stage, tasks: say({"stage": stage, "tasks": tasks}),
    )
    found = {"digest": digest(out), "documents": report.documents, "problems": report.problems}
    say(found | {"nodes": manifest["nodes"]})


if __name__ == "__main__":
    for each in sys.argv[1:]:
        main(json.loads(each))
