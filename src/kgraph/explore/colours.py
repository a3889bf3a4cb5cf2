"""The colour of each kind of node: the ontology's, unless a caller has others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kgraph import ontology

Colours = Mapping[str, str] | Callable[[str], str]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def colour(kind: str, colours: Colours | None = None) -> str:
    """Return ``#rrggbb`` for the type ``kind`` (a class's local name), from ``colours`` where it knows one.

    What is no colour of that form is not let into a page: the ontology's stands in.
    """
    wanted = colours(kind) if callable(colours) else (colours or {}).get(kind)
    return wanted.lower() if isinstance(wanted, str) and _HEX.fullmatch(wanted) else ontology.colour(kind)
