"""What the formats of two text tables share: rows of texts, written and read with the standard library's csv."""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows as CSV (RFC 4180) with a header; a cell with either character of its line ends is quoted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows(rows)


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by its header; cells may be as large as an article's claims."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)
