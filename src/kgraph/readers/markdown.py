"""Markdown with YAML front matter; the body may hold Markdown, HTML, or both."""

from typing import Any

from markdown_it import MarkdownIt

from kgraph.readers import front_matter, html_text

FORM = "markdown"


def accepts(text: str) -> bool:
    """Whether a text opens with a line of hyphens, as front matter does."""
    first = text.lstrip("\ufeff \t\n").partition("\n")[0].rstrip()
    return len(first) >= 3 and not first.strip("-")


def read(text: str) -> tuple[dict[str, Any], str, list[tuple[str, str]]]:
    """Front matter, and the body as plain text."""
    metadata, content, notes = front_matter.parse_document(text.lstrip("\ufeff \t\n"))
    return metadata, plain(content), notes


def plain(content: str) -> str:
    """A Markdown or HTML body as plain text, a paragraph a line."""
    return html_text.plain(MarkdownIt("commonmark").enable("table").render(content)) if content.strip() else ""
