"""YAML front matter, each distinct block parsed once.

In a news curator's corpus nineteen twentieths of the text are ``related`` lists whose items recur in dozens of files.
The handler cuts the front matter at its top-level keys, parses each block it has not met before, and puts the results
together; where that could differ from parsing the whole (anchors, odd indentation, an error), it parses the whole. The
parser is PyYAML on libyaml: the faster loaders, for YAML 1.2, read ``012``, ``yes`` or ``12:30`` as something else.
"""

import json
import re
from datetime import datetime
from functools import lru_cache
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from kgraph.errors import UnreadableError

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MAX_DEPTH = 100
_MAX_MERGED = 10_000
_TOP = re.compile(r"\n(?=[^\s#])")
_LIST = re.compile(r"([A-Za-z_][\w.-]*):[ \t]*\n( *)- ")
_BLOCK = re.compile(r"([A-Za-z_][\w.-]*):[ \t]*\n ")
# Values on one line that mean the same in JSON or ISO 8601, for which Python has readers many times faster.
_JSON = re.compile(
    r"([A-Za-z_][\w.-]*): "
    r'("(?:[ !#-\[\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\\["\\/nt])*"'
    r"|-?(?:0|[1-9]\d*)|true|false|null)"
)
_TIME = re.compile(r"([A-Za-z_][\w.-]*): (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")
_FLAT = re.compile(r"([A-Za-z_][\w.-]*):[ \t]")
_ANCHOR = re.compile(r"[&*](?<![^\s\[{,:-].)[^\s,\]}]")
_BRACKET = re.compile(r"[\[{\]}]")
_DASHES = re.compile(rf"(?:[-?] +){{{_MAX_DEPTH}}}")
_DEEP = " " * _MAX_DEPTH


_NO_STRINGS = frozenset(("yes", "no", "on", "off", "true", "false", "null"))
"""Keys that YAML 1.1 reads as something else."""


class _Loader(_Safe):  # type: ignore[misc]
    """PyYAML's safe loader that notices duplicate keys and refuses merge keys that multiply."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.duplicates: list[tuple[int, str]] = []

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        super().flatten_mapping(node)
        if len(node.value) > _MAX_MERGED:
            raise yaml.constructor.ConstructorError(None, None, "merge keys multiply beyond measure", node.start_mark)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(made) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    self.duplicates.append((key.start_mark.line + 1, key.value))
                seen.add(str(key.value))
        return made


class _AmbiguousError(Exception):
    """A block that cannot be parsed by itself with certainty."""


def parse(text: str, first_line: int = 1) -> tuple[Any, list[tuple[str, str]]]:
    """Parse a whole YAML text; also give the duplicate keys in it (the last one counts).

    Raises:
        UnreadableError: with line and reason.
    """
    _refuse_depth(text, first_line)
    loader = None
    try:
        loader = _Loader(text)
        data = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = " ".join(filter(None, (error.context, error.problem)))
        raise UnreadableError(f"line {mark.line + first_line}" if mark else "", f"YAML: {reason}") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise UnreadableError(f"line {line}", f"YAML: {error.reason} (U+{ord(str(error.character)[:1]):04X})") from None
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnreadableError("", f"YAML: {error}") from None
    finally:
        if loader is not None:
            loader.dispose()
    notes = [
        (f"line {line + first_line - 1}", f"the key {key!r} stands twice: the last one counts")
        for line, key in loader.duplicates
    ]
    return data, notes


def _refuse_depth(text: str, first_line: int) -> None:
    """Refuse what is nested so deep that it can only be an attack on the parser's stack."""
    place = 0
    if text.count("[") + text.count("{") > _MAX_DEPTH:
        depth = 0
        for found in _BRACKET.finditer(text):
            depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
            if depth > _MAX_DEPTH:
                place = text.count("\n", 0, found.start()) + 1
                break
    if "- - - " in text and (dashes := _DASHES.search(text)):
        place = text.count("\n", 0, dashes.start()) + 1
    elif _DEEP in text:
        place = place or _deep_line(text)
    if place:
        raise UnreadableError(f"line {place + first_line - 1}", f"YAML: nested more than {_MAX_DEPTH} deep")


def _deep_line(text: str) -> int:
    """The first line at which indented blocks nest too deep; 0 where none does."""
    open_at: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        indent = len(line) - len(line.lstrip(" "))
        while open_at and open_at[-1] >= indent:
            open_at.pop()
        open_at.append(indent)
        if len(open_at) > _MAX_DEPTH:
            return number
    return 0


@lru_cache(maxsize=1 << 16)
def _block(text: str) -> Any:
    """Parse one block that stands for itself. The value is shared between documents: nobody may change it."""
    if _ANCHOR.search(text):
        raise _AmbiguousError
    data, notes = parse(text)
    if notes:
        raise _AmbiguousError
    return data


@lru_cache(maxsize=1 << 16)
def _item(text: str, indent: int) -> Any:
    """Parse one item of a block list, its dash taken off; its further lines are indented. The value is shared."""
    if _FLAT.match(text):
        lines = text.rstrip("\n").split("\n" + " " * indent)
        if len(lines) == text.rstrip("\n").count("\n") + 1:
            return _in_blocks("\n".join(lines))
    value = _block(f"{' ' * (indent - 2)}- {text}\n")
    if not isinstance(value, list) or len(value) != 1:
        raise _AmbiguousError
    return value[0]


def _in_blocks(text: str) -> dict[str, Any]:
    """Parse block by block."""
    parsed: dict[str, Any] = {}
    flat: list[str] = []
    keys: list[str] = []
    for chunk in _TOP.split(text.strip("\n")):
        if found := _LIST.match(chunk):
            dash = f"{found[2]}- "
            parsed[found[1]] = [_item(item, len(dash)) for item in chunk[found.end() :].split(f"\n{dash}")]
        elif found := _BLOCK.match(chunk):
            value = _block(f"{chunk}\n")
            if not isinstance(value, dict) or len(value) != 1:
                raise _AmbiguousError
            parsed.update(value)
        elif found := _JSON.fullmatch(chunk):
            parsed[found[1]] = json.loads(found[2])
        elif found := _TIME.fullmatch(chunk):
            parsed[found[1]] = datetime.fromisoformat(found[2])
        elif found := _FLAT.match(chunk) or re.match(r"([A-Za-z_][\w.-]*):$", chunk):
            flat.append(chunk)
        elif chunk.startswith("#") or not chunk:
            continue
        else:
            raise _AmbiguousError
        if found:
            keys.append(found[1])
    if len(keys) != len(set(keys)) or not _NO_STRINGS.isdisjoint(key.lower() for key in keys):
        raise _AmbiguousError
    if flat:
        rest = "\n".join(flat)
        if _ANCHOR.search(rest):
            raise _AmbiguousError
        data, notes = parse(rest + "\n")
        if notes or not isinstance(data, dict) or len(data) != len(flat) or not data.keys() <= set(keys):
            raise _AmbiguousError
        parsed |= data
    return {key: parsed[key] for key in keys}


class Handler(YAMLHandler):
    """python-frontmatter's handler for YAML, made fast and watchful. One for each document: it keeps the notes."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[tuple[str, str]] = []
        self.closed = False

    def split(self, text: str) -> tuple[str, str]:
        """Cut at the two boundary lines, found without a regular expression over the whole text."""
        start = text.find("\n") + 1
        if start == 0 or text[: start - 1].rstrip().strip("-") or not text.startswith("---"):
            raise ValueError("no front matter")
        end = start - 1
        while (end := text.find("\n---", end)) >= 0:
            line_end = text.find("\n", end + 1)
            line = text[end + 1 : line_end] if line_end >= 0 else text[end + 1 :]
            if not line.rstrip().strip("-"):
                self.closed = True
                return text[start : end + 1], text[line_end + 1 :] if line_end >= 0 else ""
            end += 4
        raise ValueError("no end of front matter")

    def load(self, fm: str, **_: object) -> Any:
        """Parse front matter, block by block where that is certain to give the same."""
        try:
            return _in_blocks(fm)
        except (_AmbiguousError, UnreadableError, ValueError):
            data, self.notes = parse(fm, first_line=2)
            return data


def parse_document(text: str) -> tuple[dict[str, Any], str, list[tuple[str, str]]]:
    """Front matter and content of a text, as ``frontmatter.parse`` gives them, with notes on duplicate keys.

    Raises:
        UnreadableError: if the front matter is no YAML, or no mapping.
    """
    handler = Handler()
    metadata, content = frontmatter.parse(text, handler=handler)
    if not handler.closed:
        raise UnreadableError("line 1", "front matter that has no end: no second line of hyphens")
    return metadata, content, handler.notes
