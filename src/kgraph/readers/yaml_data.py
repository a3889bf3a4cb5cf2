"""A data file that is YAML from end to end: one mapping, as curators keep for topics and organisations."""

import re
from typing import Any

from kgraph.errors import UnreadableError
from kgraph.readers import front_matter

FORM = "yaml"
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")


def accepts(text: str) -> bool:
    """Whether every line that starts in the first column is a key, an item or a comment, and two at least are keys."""
    lines = [line for line in text.lstrip("\ufeff").split("\n") if line[:1].strip() and line[0] != "#"]
    keys = sum(bool(_KEY_LINE.match(line)) for line in lines)
    return keys >= 2 and all(_KEY_LINE.match(line) or line.startswith("- ") for line in lines)


def read(text: str) -> tuple[dict[str, Any], str, list[tuple[str, str]]]:
    """The mapping as metadata; there is no body."""
    data, notes = front_matter.parse(text.lstrip("\ufeff"))
    if not isinstance(data, dict):
        raise UnreadableError("", "YAML: not a mapping")
    return data, "", notes
