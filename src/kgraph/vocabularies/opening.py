"""Opening vocabulary files: plain or gzipped, in pieces of bounded size, with sentences for what is wrong with them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kgraph.errors import VocabularyError

LONGEST_LINE = 4 << 20
"""Longest line that is read, in bytes: the longest in MeSH has 30 kB."""
GZIP_MAGIC = b"\x1f\x8b"
_TROUBLE = (OSError, EOFError, zlib.error, gzip.BadGzipFile)


def open_binary(path: Path) -> IO[bytes]:
    """Open ``path`` for reading bytes, unpacked when it is gzipped."""
    try:
        with path.open("rb") as stream:
            packed = stream.read(2) == GZIP_MAGIC
        return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]
    except OSError as error:
        raise VocabularyError(f"{path} cannot be read: {error.strerror or error}") from error


def pieces(path: Path, size: int = 1 << 18) -> Iterator[bytes]:
    """Yield the (unpacked) bytes of ``path`` in pieces."""
    with open_binary(path) as stream:
        try:
            while piece := stream.read(size):
                yield piece
        except _TROUBLE as error:
            raise VocabularyError(f"{path.name} breaks off or is damaged: {error}") from error


def head(path: Path, size: int = 4096) -> str:
    """Return the beginning of the (unpacked) file as text, for recognising its format."""
    if path.is_dir():
        raise VocabularyError(f"{path} is a folder; a vocabulary is one file")
    with open_binary(path) as stream:
        try:
            return stream.read(size).decode("utf-8-sig", "replace")
        except _TROUBLE as error:
            raise VocabularyError(f"{path.name} breaks off or is damaged: {error}") from error


def raw_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield (number, bytes) of the (unpacked) lines of a file, with their ends."""
    with open_binary(path) as stream:
        number = 0
        while True:
            number += 1
            try:
                line = stream.readline(LONGEST_LINE)
            except _TROUBLE as error:
                raise VocabularyError(f"{path.name}:{number}: the file breaks off or is damaged: {error}") from error
            if not line:
                return
            if len(line) >= LONGEST_LINE:
                limit = LONGEST_LINE >> 20
                raise VocabularyError(f"{path.name}:{number}: a line of more than {limit} MB is no vocabulary's")
            yield number, line


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (number, text) of the lines of a UTF-8 file, without their ends."""
    for number, line in raw_lines(path):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise VocabularyError(
                f"{path.name}:{number}: not UTF-8 (byte {error.start + 1} of the line); convert the file first"
            ) from error
        if "\x00" in text:
            raise VocabularyError(f"{path.name}:{number}: a zero byte: this is no text file")
        yield number, text.rstrip("\r\n")
