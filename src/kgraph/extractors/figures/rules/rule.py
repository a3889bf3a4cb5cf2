"""What one rule for a number says, and the two ways in which it looks at the words around."""

import re
from typing import NamedTuple

MONEY, PERCENT = "money", "percent"


class Rule(NamedTuple):
    """A way to say what a number measures."""

    name: str
    measure: str
    """Local name in the ontology: "marketSize", "cagr" …; "" for a number that measures none of them."""
    unit: str
    """"money" or "percent"."""
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    """Where both are given, both must match; where neither, the rule always fits."""
    needs: str
    """"" or what the sentence must speak of: "market", "company", "funding", "deal", "share" …;
    "small" and "vast" are of the number."""
    example: str
    counter: str
    confidence: float


def before(pattern: str) -> re.Pattern[str]:
    """A pattern for the end of what stands before a number."""
    return re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE)


def after(pattern: str) -> re.Pattern[str]:
    """A pattern for the beginning of what stands after a number."""
    return re.compile(rf"\s*(?:{pattern})", re.IGNORECASE)
