"""In which order a line must hold what a pattern cannot match without: slots and words' beginnings, one after another.

A sentence that has "with" before "partnered", or no name before the verb, has all the anchors of "X partnered with Y"
and still cannot match. As the anchors themselves, sequences are kept in a file: reading them off takes long.
"""

import re

from kgraph.extractors.relations.anchors import WHOLE, Anchors, Expression, Span, kept

_SLOT = re.compile(r"\[((?:[\ue000-\ue00f]|\\ue00[0-9a-f])+)\]")
_LETTER = re.compile(r"\\u(e00[0-9a-f])")


def sequence(expression: str) -> Anchors:
    """Sets of letters of slots and of words' beginnings; words with one of each must follow each other in a match.

    Each set stands for a word of its own: no word fills two places.

    Args:
        expression: a regular expression over lines of words.
    """
    found = kept(expression)
    return read_off(expression) if found is None else found.sequence


def read_off(expression: str) -> Anchors:
    """What :func:`sequence` gives, worked out."""
    read = Expression(expression)
    found: list[frozenset[str]] = []
    alternatives = read.alternatives(WHOLE, 0, len(expression))
    if len(alternatives) == 1:
        _follow(read, alternatives[0], False, False, found)
    return tuple(found)


def _follow(read: Expression, alternative: Span, begins: bool, ends: bool, found: list[frozenset[str]]) -> None:
    """Add what the parts of an alternative need, in their order.

    Only what stands where a word begins is added, so that it is of another word than what was added before.
    """
    for item in read.items(alternative):
        inside = read.inside(item.begin) if item.begin in read.ends and not item.optional else []
        within = read.is_end(item.end, alternative.end, ends)
        if len(inside) == 1:
            _follow(read, inside[0], begins, within, found)
        elif not item.optional and (begins or not found):
            needed = _letters(read.text[item.begin : item.end])
            if not needed and begins:
                needed = read.beginnings(item.begin, alternative.end, ends)
            if not needed and inside:
                needed = next(iter(read.anchors(inside, begins, within)), frozenset())
            if needed:
                found.append(needed)
        begins = read.begins_after(item, begins)


def _letters(item: str) -> frozenset[str]:
    """The letters of a slot that a part of an expression is; none where it is none."""
    slot = _SLOT.fullmatch(item)
    return frozenset(_LETTER.sub(lambda code: chr(int(code[1], 16)), slot[1])) if slot else frozenset()
