"""What stands in a graph comes from strangers: how it is shown on a terminal without commanding it."""

import re
import sys

from rich.console import Console
from rich.text import Text

# Escape sequences begin with one of these; bidirectional overrides turn what follows them round.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def inert(text: object, style: str = "") -> Text:
    """A text as it is, markup and all, with control characters made visible."""
    return Text(_COMMANDS.sub(lambda found: f"\\x{ord(found[0]):02x}", str(text)), style)


def console() -> Console:
    """Standard output: as wide as the terminal, or as wide as the lines where it is none."""
    return Console(width=None if sys.stdout.isatty() else 10_000, highlight=False)
