"""What a user has decided: the reviewed file ``resolution.yaml``.

::

    same:      [[GE Healthcare, GE HealthCare Technologies]]     # one thing
    different: [[Azure Files, Azure Tiles]]                      # never one thing
    type:      {Terra: Product}                                  # the class of a name
    alias:     {"Big Blue": IBM}                                 # another name, and the preferred one
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kgraph.errors import UsageError
from kgraph.resolution.spelling import fold
from kgraph.resolution.types import ENTITY_TYPES

SECTIONS = ("same", "different", "type", "alias")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Reviewed decisions, by folded names."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Folded name to preferred name as written."""

    def type_of(self, key: str) -> str:
        """The class decided for a folded name; empty where none was."""
        return self.types.get(key, "")


NONE = Decisions()


def read(path: Path) -> Decisions:
    """Read the file of decisions; raises :class:`~kgraph.errors.UsageError` where it makes no sense."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
    return parse(data, str(path))


def parse(data: Any, where: str = "resolution.yaml") -> Decisions:
    """Decisions from plain data."""
    if not isinstance(data, dict) or any(key not in SECTIONS for key in data):
        raise UsageError(f"{where}: expected a mapping with some of {', '.join(SECTIONS)}")
    same, different = (_pairs(data.get(section), section, where) for section in ("same", "different"))
    types = {fold(name): kind for name, kind in _mapping(data.get("type"), "type", where).items()}
    wrong = sorted(kind for kind in types.values() if kind not in ENTITY_TYPES)
    if wrong:
        raise UsageError(f"{where}: no such class: {wrong[0]}; one of {', '.join(ENTITY_TYPES)}")
    aliases = {fold(name): preferred for name, preferred in _mapping(data.get("alias"), "alias", where).items()}
    return Decisions(same, different, types, aliases)


def _pairs(rows: Any, section: str, where: str) -> tuple[tuple[str, str], ...]:
    rows = rows or []
    if not isinstance(rows, list) or any(
        not isinstance(row, list) or len(row) < 2 or not all(isinstance(n, str) for n in row) for row in rows
    ):
        raise UsageError(f"{where}: '{section}' must be a list of lists of two or more names")
    if section == "same":
        return tuple((fold(row[0]), fold(name)) for row in rows for name in row[1:])
    return tuple((fold(a), fold(b)) for row in rows for i, a in enumerate(row) for b in row[i + 1 :])


def _mapping(rows: Any, section: str, where: str) -> dict[str, str]:
    rows = rows or {}
    if not isinstance(rows, dict) or any(not isinstance(k, str) or not isinstance(v, str) for k, v in rows.items()):
        raise UsageError(f"{where}: '{section}' must map names to text")
    return dict(rows)
