"""HTML to the words that a reader would see, by an HTML5 parser."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote br dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "template", "head", "noscript", "iframe", "object", "svg", "math", "-comment"))
_SPACE = re.compile(r"[ \t\r\f\v]*\n[ \t\r\n\f\v]*")


def plain(html: str) -> str:
    """The visible text: a line for each block, a bar between the cells of a table; scripts and styles left out."""
    root = LexborHTMLParser(html).root
    parts: list[str] = []
    # A stack of our own, since hostile HTML nests deeper than Python recurses.
    stack: list[LexborNode | str] = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        tag = (node.tag or "").lower()
        if tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
        if tag in _UNSEEN:
            continue
        edge = "\n" if tag in _BLOCKS else " | " if tag in _CELLS else ""
        stack.append("\n" if edge == "\n" else "")
        children = list(node.iter(include_text=True))
        stack += reversed(children)
        stack.append("" if edge == " | " and _is_first(node) else edge)
    lines = _SPACE.sub("\n", "".join(parts)).split("\n")
    return "\n".join(line for line in (re.sub(r" {2,}", " ", line).strip(" ") for line in lines) if line.strip(" |"))


def _is_first(cell: LexborNode) -> bool:
    """Whether a cell is the first of its row."""
    before = cell.prev
    while before is not None and before.tag not in _CELLS:
        before = before.prev
    return before is None
