"""The colour of each kind of node, in one place for every page.

Mid tones that keep a contrast of 3:1 on the light and on the dark ground (WCAG 2.2, 1.4.11); the many (articles) are
quiet, the telling few (companies, products, markets) carry the colour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

DEFAULT: Mapping[str, str] = {
    "Article": "#7b899c",
    "Report": "#58789a",
    "Provider": "#a1793f",
    "Topic": "#c0566f",
    "Category": "#c4725a",
    "Organization": "#4d8566",
    "Company": "#1f8f86",
    "Product": "#4678cf",
    "Person": "#9a62b8",
    "Place": "#7a8c34",
    "Market": "#bb7f1e",
    "MarketFigure": "#b0664a",
}
OTHER = "#8a8580"

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def colour(kind: str, colours: Mapping[str, str] | Callable[[str], str] | None = None) -> str:
    """Return ``#rrggbb`` for the type ``kind`` (a class's local name), from ``colours`` where it knows one.

    What is no colour of that form is not let into a page: the default stands in.
    """
    wanted: str | None
    if callable(colours):
        try:
            wanted = colours(kind)
        except (KeyError, LookupError, ValueError):
            wanted = None
    else:
        wanted = (colours or {}).get(kind)
    if isinstance(wanted, str) and _HEX.fullmatch(wanted):
        return wanted.lower()
    return DEFAULT.get(kind, OTHER)
