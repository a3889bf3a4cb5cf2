"""Plain text without front matter: a market report, or any other text. Every text is acceptable to this reader."""

from typing import Any

FORM = "report"


def accepts(text: str) -> bool:
    """Every text, hence asked last."""
    return bool(text)


def read(text: str) -> tuple[dict[str, Any], str, list[tuple[str, str]]]:
    """No metadata; the body is the text as it stands, without the white space around it."""
    return {}, text.strip("\ufeff\n\t "), []
