"""The main job on a real corpus, measured beside the plain libraries in one run.

    python benchmarks/main_job.py FOLDER [--every N]

FOLDER holds Markdown files with front matter (a news curator's, by the thousand). Prints CPU-seconds and ratios:

- reading all files into documents, against ``frontmatter.load`` on every Nth of them (results compared);
- building the graph from what the front matter says, and writing every export but the page;
- the graph's triples to Turtle, against rdflib's serialiser (and rdflib reads the file back equal);
- peak memory of the whole.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import frontmatter
import rdflib
from rich.console import Console
from rich.table import Table

from kgraph import merge, readers, sources
from kgraph.building import account_for
from kgraph.exporters import parquet, texts, turtle
from kgraph.graph import assemble

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """The result, and the CPU-seconds of this process that it took."""
    start = time.process_time()
    return work(), time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=5, help="compare with the plain libraries on every Nth file")
    arguments = parser.parse_args()
    files, _ = sources.find([arguments.folder])
    table = Table("what", "CPU-seconds", "against", "ratio", title=f"{len(files):,} files")

    documents, reading = timed(lambda: [readers.read(file)[0] for file in files])
    sample = files[:: arguments.every]
    plain, plainly = timed(lambda: [frontmatter.load(str(file.location)) for file in sample])
    plainly *= len(files) / len(sample)
    equal = all(
        repr(dict(one.metadata)) == repr(other.metadata)
        for one, other in zip(documents[:: arguments.every], plain, strict=True)
        if one
    )
    table.add_row(
        "read into documents",
        f"{reading:.1f}",
        f"frontmatter.load {plainly:.1f} (equal: {equal})",
        f"{plainly / reading:.1f}",
    )
    del documents, plain

    (accounts, _, _), accounting = timed(lambda: account_for(files, lambda *_: None))
    merged, merging = timed(lambda: merge.merge(accounts))
    held = {path: {"sha256": merged.checksums[path], "states": states} for path, states in merged.states.items()}
    assembly, assembling = timed(lambda: assemble(merged.facts, documents=held))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        writing = sum(timed(lambda e=each: e.write(assembly.graph, out))[1] for each in (texts, parquet))
        whole = accounting + merging + assembling + writing
        table.add_row(
            "files to graph to exports, without the words", f"{whole:.1f}", "of it writing", f"{writing:.1f} s"
        )

        _, turtling = timed(lambda: turtle.write(assembly.graph, out))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        rdflib.NORMALIZE_LITERALS = False
        read, _ = timed(lambda: rdflib.Graph().parse(out / turtle.NAME))
        text, theirs = timed(lambda: read.serialize(format="turtle"))
        again = rdflib.Graph().parse(data=text, format="turtle")
        table.add_row(
            "triples to Turtle",
            f"{turtling:.1f}",
            f"rdflib {theirs:.1f} ({len(read):,} triples; equal: {set(again) == set(read)})",
            f"{theirs / turtling:.1f}",
        )
    Console().print(table, f"peak memory before rdflib: {peak:.2f} GB")


if __name__ == "__main__":
    main()
