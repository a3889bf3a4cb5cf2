"""Words that look like names and are parts of amounts."""

from kgraph.text import word_class

_SCALES = word_class("thousand million billion trillion crore")
_SIGNS = "$€£"


def is_amount(before: str, word: str) -> bool:
    """Whether a name is only an amount's: "raised $3 *Million Series A*", "raises $*3M*"."""
    return (before[-1].isdigit() and word.lower() in _SCALES) or (before[-1] in _SIGNS and word[0].isdigit())
