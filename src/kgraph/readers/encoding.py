"""Bytes to text: UTF-8 first, with or without its mark; what else is met in practice; never a guess in silence."""

import codecs

from kgraph.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """Text with plain newlines, and a note where the bytes are no UTF-8 and were read as Windows-1252.

    Raises:
        UnreadableError: if the file is empty or binary.
    """
    if not data.strip():
        raise UnreadableError("", "the file is empty")
    notes: list[tuple[str, str]] = []
    codec = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if codec in ("utf-8", "utf-8-sig") and b"\0" in data:
        raise UnreadableError("", "a binary file (it holds NUL bytes)")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place, byte = f"line {line}", f"byte 0x{data[error.start]:02x}"
        if codec != "utf-8" or _is_binary(data):
            raise UnreadableError(place, f"neither text nor {codec.upper()} ({byte})") from None
        text = data.decode("cp1252", "replace")
        notes.append((place, f"not UTF-8 ({byte}): read as Windows-1252"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, notes


def _is_binary(data: bytes) -> bool:
    """Whether bytes below the space that no text uses make up more than a hundredth."""
    head = data[:65536]
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return control * 100 > len(head)
