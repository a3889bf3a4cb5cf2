"""Values of front matter by type: what has another type is noted with its key, never guessed, never fatal."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from kgraph import identity

MAX_ITEMS = 10_000
"""More entries than any list in front matter needs."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def clean(text: str) -> str:
    """A string on one line: entities decoded, control characters and lone surrogates taken for spaces."""
    text = html.unescape(text) if "&" in text else text
    return (_CONTROL.sub(" ", text) if not text.isprintable() else text).strip()


class Fields:
    """The values of one mapping, read by type.

    Args:
        values: the mapping.
        prefix: the key path of the mapping itself, for the notes: ``related[].``.
    """

    __slots__ = ("notes", "prefix", "values")

    def __init__(self, values: Mapping[str, Any], prefix: str = "") -> None:
        self.values = values
        self.prefix = prefix
        self.notes: list[tuple[str, str]] = []

    def note(self, key: str, reason: str) -> None:
        """Remember that the value under a key could not be used."""
        self.notes.append((self.prefix + key, reason))

    def get(self, path: str) -> Any:
        """The value at a key path such as ``link.href``; None where any part is missing."""
        value: Any = self.values
        for key in path.split("."):
            if value is None:
                return None
            if not isinstance(value, Mapping):
                self.note(path.rpartition(".")[0], f"a mapping belongs here, not {_kind(value)}")
                return None
            value = value.get(key)
        return value

    def text(self, *paths: str) -> str:
        """The first string that is not empty; numbers and dates count as their spelling."""
        for path in paths:
            value = self.get(path)
            if isinstance(value, list | Mapping):
                self.note(path, f"a text belongs here, not {_kind(value)}")
            elif value is not None and (found := clean(str(value))):
                return found
        return ""

    def integer(self, path: str) -> int | None:
        """A whole number."""
        value = self.get(path)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,18}", value.strip()):
            return int(value)
        if value is not None and value != "":
            self.note(path, f"a whole number belongs here, not {_shown(value)}")
        return None

    def decimal(self, path: str) -> Decimal | None:
        """A number."""
        value = self.get(path)
        if value is None or value == "":
            return None
        try:
            number = Decimal(str(value)) if not isinstance(value, bool) else Decimal("nan")
        except InvalidOperation:
            number = Decimal("nan")
        if not number.is_finite():
            self.note(path, f"a number belongs here, not {_shown(value)}")
            return None
        return number

    def when(self, *paths: str) -> date | datetime | None:
        """The first date, or date and time with its zone where one is given."""
        for path in paths:
            value = self.get(path)
            if isinstance(value, date):
                return value
            if isinstance(value, str) and value.strip():
                try:
                    text = value.strip()
                    return date.fromisoformat(text) if _DATE.fullmatch(text) else datetime.fromisoformat(text)
                except ValueError:
                    self.note(path, f"not a date: {_shown(value)}")
            elif value not in (None, ""):
                self.note(path, f"not a date: {_shown(value)}")
        return None

    def address(self, *paths: str) -> str:
        """The first address on the web, as it is written (without tracking); "" where there is none."""
        for path in paths:
            value = self.get(path)
            if isinstance(value, str) and (found := identity.web_address(value)):
                return found
            if value not in (None, ""):
                self.note(path, f"not an address on the web: {_shown(value)}")
        return ""

    def items(self, path: str) -> Iterator[Any]:
        """The entries of a list; a single value counts as a list of one."""
        value = self.get(path)
        if value is None or value == "":
            return
        for item in value[:MAX_ITEMS] if isinstance(value, list) else [value]:
            if item is not None:
                yield item
        if isinstance(value, list) and len(value) > MAX_ITEMS:
            self.note(path, f"{len(value):,} entries: only the first {MAX_ITEMS:,} are read")

    def texts(self, path: str) -> list[str]:
        """The strings of a list, each once, in their order."""
        found: dict[str, None] = {}
        for item in self.items(path):
            if isinstance(item, list | Mapping):
                self.note(f"{path}[]", f"a text belongs here, not {_kind(item)}")
            elif text := clean(str(item)):
                found[text] = None
        return list(found)

    def mappings(self, path: str) -> list[Mapping[str, Any]]:
        """The mappings of a list."""
        found = []
        for item in self.items(path):
            if isinstance(item, Mapping):
                found.append(item)
            else:
                self.note(f"{path}[]", f"a mapping belongs here, not {_kind(item)}")
        return found

    def links(self, path: str) -> list[str]:
        """The addresses of a list of pictures, given as addresses or as mappings with a ``url``, sorted."""
        found = set()
        for item in self.items(path):
            value = item.get("url") if isinstance(item, Mapping) else item
            if isinstance(value, str) and (address := identity.web_address(value)):
                found.add(address)
            elif not (isinstance(value, str) and value.startswith("/")):  # "/…" is a file of the curator's own site
                self.note(f"{path}[].url", f"not an address on the web: {_shown(value)}")
        return sorted(found)


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, Mapping) else _shown(value)


def _shown(value: object) -> str:
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in str(value)[:60])
    return f"{unicodedata.normalize('NFC', text)!r}"
