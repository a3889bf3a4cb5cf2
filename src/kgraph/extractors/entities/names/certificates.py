"""Names of certificates, which are sentences of their own: "X and Y Migration to Z Specialization"."""

from collections.abc import Sequence

from kgraph.extractors.entities.names.forms import MAX_RUN
from kgraph.extractors.entities.names.vocabulary import Name
from kgraph.extractors.entities.shapes import CAPITAL
from kgraph.text import word_class

_CERTIFICATE = word_class("specialization specialisation specializations")
_BEFORE = word_class("the a an earns earned earn achieves achieved receives received gains gained ' ‘ \" “")
_INSIDE_CERTIFICATE = word_class("and to on for of with &")


def whole(words: Sequence[str], flags: Sequence[int], names: list[Name]) -> list[Name]:
    """The same names; that of a certificate begins after its article: "the *X and Y Migration to Z Specialization*"."""
    result: list[Name] = []
    for name in names:
        each = name
        if words[name.end - 1].lower() in _CERTIFICATE:
            k = name.first
            while (
                k > max(0, name.first - MAX_RUN)
                and words[k - 1].lower() not in _BEFORE
                and (flags[k - 1] & CAPITAL or words[k - 1] in _INSIDE_CERTIFICATE)
            ):
                k -= 1
            if k and words[k - 1].lower() in _BEFORE and flags[k] & CAPITAL:
                while result and result[-1].end > k:
                    result.pop()
                each = Name(k, name.end, (), (), name.how)
        result.append(each)
    return result
