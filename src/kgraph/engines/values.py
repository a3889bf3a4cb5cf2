"""Values of facts as text and back, so that set operations can compare them: equal values, equal text."""

from datetime import date, datetime
from decimal import Decimal

from kgraph.model import Value


def encode(value: Value) -> str:
    """A value with its type, as text.

    >>> [encode(each) for each in ("a", 1, True, Decimal("1.50"), date(2024, 5, 1))]
    ['sa', 'i1', 'b1', 'n1.50', 'd2024-05-01']
    """
    # A bool is an int, and a datetime a date: the order matters.
    if isinstance(value, str):
        return f"s{value}"
    if isinstance(value, bool):
        return f"b{value:d}"
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, Decimal):
        return f"n{value}"
    if isinstance(value, float):
        return f"f{value!r}"
    return f"m{value.isoformat()}" if isinstance(value, datetime) else f"d{value.isoformat()}"


def decode(text: str) -> Value:
    """The value that :func:`encode` made this text of."""
    kind, held = text[0], text[1:]
    match kind:
        case "s":
            return held
        case "b":
            return held == "1"
        case "i":
            return int(held)
        case "n":
            return Decimal(held)
        case "f":
            return float(held)
        case "m":
            return datetime.fromisoformat(held)
        case _:
            return date.fromisoformat(held)
