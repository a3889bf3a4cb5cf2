"""Words, sentences and the shapes of words: what the rules read, with or without a language model.

Everything here takes time linear in the text's length.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


def word_class(words: str) -> frozenset[str]:
    """A closed class of words, written with spaces between them."""
    return frozenset(words.split())


MAX_WORD = 120
"""Longer runs of letters are no words (encoded data, a text without spaces) and never part of a name."""

_SECOND_PARTS = "|".join(
    "Based Powered Driven Enabled Native Led Ready First Backed Owned Grade Specific Assisted Wide Centric Compliant "
    "Approved Cleared As To Like Related Focused Only Level".split()
)
TOKEN = re.compile(
    rf"""
    [a-zA-Z]++(?=[\s,])                               # most words: what follows is only sooner found
    | https?://\S+ | [\w.+-]++@[\w-]+\.[\w.]+         # addresses
    | (?:[^\W\d_]\.){{2,}}                            # U.S.
    | ['’]s\b                                         # possessive
    | \d+(?:,\d{{3}})+(?:\.\d+)?                      # 80,000
    | [ODL]['’](?=[A-Z])[^\W_]+                      # O'Connor
    | \#?[^\W_]+(?:&[^\W_]+                           # AT&T
        | \.(?=[a-z0-9]|(?:AI|IO|X|Max)\b)[^\W_]+     # C3.ai, 20.12, Avicenna.AI, Cima.X
        | -(?=[A-Z0-9])(?!(?:{_SECOND_PARTS})\b)[^\W_]+   # Asia-Pacific, but not AI-Powered
        | -(?<=X-)rays?\b | -(?<=x-)rays?\b
        | \+(?=\W|$) )*
    | \((?:TM|SM|R)\) | [®™©℠]
    | (?!(?<=[a-z])\?(?=\ [a-z]))\S                 # but not "Quartz? suite", where a sign was lost
    """,
    re.VERBOSE,
)
_MARKS = frozenset(("®", "™", "©", "℠", "(TM)", "(SM)", "(R)"))
_ABBREVIATED = word_class(
    "inc corp co ltd dr mr mrs ms prof sr jr st vs no jan feb mar apr jun jul aug sep sept oct nov dec "
    "maj capt col sgt adm hon rev messrs ph.d m.d u.s u.k dept univ gen gov sen rep lt approx est fig al etc e.g i.e"
)


class Token(NamedTuple):
    """A word or a mark and where it stands."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Split ``text`` into words and marks, white space and trade-mark signs left out."""
    made = tuple.__new__  # what Token() does, without a call of Python's for every word
    return [made(Token, (word, *match.span())) for match in TOKEN.finditer(text) if (word := match[0]) not in _MARKS]


_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_BULLETS = frozenset("•·▪◦‣*")
_OPENERS_OF_SENTENCES = word_class(
    "the it its in a an this these we our today they he she but and for with as at on by"
)
_LETTERED = word_class("series class type phase vitamin hepatitis group plan part round section exhibit")
MAX_SENTENCE = 300
"""Tokens. A "sentence" that is longer is a list or no text at all, and is cut into pieces of this length."""


def sentences(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text as half-open ranges of tokens.

    Line ends, bullets and final stops end a sentence; stops after abbreviations and initials do not.
    """
    first, has_lines = 0, "\n" in text
    for i in range(1, len(tokens)):
        before, here = tokens[i - 1], tokens[i]
        gap = here.start - before.end
        if (
            (has_lines and gap and "\n" in text[before.end : here.start])
            or here.text in _BULLETS
            or i - first >= MAX_SENTENCE
            or (gap and not before.text[-1].isalnum() and _stops(tokens, i))
        ):
            if tokens[first].text in _BULLETS:
                first += 1
            if first < i:
                yield first, i
            first = i
    if first < len(tokens) and tokens[first].text in _BULLETS:
        first += 1
    if first < len(tokens):
        yield first, len(tokens)


def _stops(tokens: list[Token], i: int) -> bool:
    """Whether a sentence ends before token ``i``, by a stop before it."""
    k = i - 1
    while k > 0 and tokens[k].text in _CLOSERS and tokens[k - 1].end == tokens[k].start:
        k -= 1
    stop, here = tokens[k].text, tokens[i].text
    if stop not in _STOPS:
        return stop[-1] == "." and len(stop) > 2 and here.lower() in _OPENERS_OF_SENTENCES and here[0].isupper()
    if not (here[0].isupper() or here[0].isdigit() or here[0] in "\"'“‘(«#") and (here.islower() or not here.isalpha()):
        return False  # but "iCAD" begins one
    if stop != "." or k == 0:
        return True
    word = tokens[k - 1].text
    is_initial = len(word) == 1 and word.isupper() and not (k > 1 and tokens[k - 2].text.lower() in _LETTERED)
    if word.lower() in _ABBREVIATED or is_initial:
        return here.lower() in _OPENERS_OF_SENTENCES
    return True
