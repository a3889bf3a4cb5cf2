"""The anchors of all shipped expressions, written down: ``python -m kgraph.extractors.relations.anchor_table``."""

from pathlib import Path

from kgraph.extractors.relations import sequences
from kgraph.extractors.relations.anchors import KEPT, Anchors, digest, read_off
from kgraph.extractors.relations.expressions import patterns


def table() -> str:
    """A line for each expression: its digest, its anchors and their sequence, parted by bars."""
    expressions = {pattern.match for pattern in patterns()}
    lines = [
        f"{digest(each)}\t{_column(read_off(each))}\t{_column(sequences.read_off(each))}\n" for each in expressions
    ]
    return "".join(sorted(lines))


def _column(needed: Anchors) -> str:
    return "|".join(" ".join(sorted(words)) for words in needed)


def main() -> None:
    """Write the file into the checkout that this package stands in."""
    (Path(__file__).resolve().parent / KEPT).write_text(table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
