"""Words, sentences and the shapes of words: what the rules read, with or without a language model.

Everything here takes time linear in the text's length.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
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
    | ['’][sS]\b                                      # possessive
    | \d+(?:,\d{{3}})+(?:\.\d+)?                      # 80,000
    | (?:[ODL]|[DNS]ell|Dall|Sant)['’](?=[A-Z])[^\W_]+   # O'Connor, Dell'Oro
    | [A-Z][a-z]{{1,3}}['’](?!(?:re|ve|ll|am|all|em)\b)[a-z]{{2,}}   # Ne'eman
    | \#?[^\W_]+(?:&[^\W_]+                           # AT&T
        | \.(?=[a-z0-9]|(?:AI|IO|X|Max)\b)[^\W_]+     # C3.ai, 20.12, Avicenna.AI, Cima.X
        | -(?=[A-Z0-9])(?!(?:{_SECOND_PARTS})\b)[^\W_]+   # Asia-Pacific, but not AI-Powered
        | (?:-(?:to|of|the|its|and|in|by|as|a|on|for))+-(?=[A-Z])[^\W_]+   # End-to-End
        | _(?=[^\W_])[^\W_]+                             # NV_Promo
        | -(?<=X-)rays?\b | -(?<=x-)rays?\b
        | (?<=[A-Z])@(?=[A-Z])[^\W_]+                      # ID@Acme
        | \+(?=\W|$) )*
    | \((?:TM|SM|R)\) | [®™©℠ⓇⓒⒸ]
    | \S
    """,
    re.VERBOSE,
)
_MARKS = frozenset(("®", "™", "©", "℠", "Ⓡ", "Ⓒ", "ⓒ", "(TM)", "(SM)", "(R)"))
_ABBREVIATED = word_class(
    "inc corp co ltd dr mr mrs ms prof sr jr st vs no jan feb mar apr jun jul aug sep sept oct nov dec "
    "maj capt col sgt adm hon rev messrs ph.d m.d u.s u.k dept univ gen gov sen rep lt approx est fig al etc e.g i.e"
)


class Tokens(NamedTuple):
    """The words and marks of a text, and where each begins."""

    words: list[str]
    starts: list[int]


_LOST = re.compile(r"(?<=[a-z])\?(?=\ [a-z])")
"""A question mark that stands for a sign that was lost: "Quartz? suite"."""
CACHED = 1 << 15
"""Runs of characters without white space that are remembered with the words in them."""
MOST_REMEMBERED = 6
"""Words and marks of a run that is remembered: a run of more seldom comes again."""


_GARBLED = re.compile("â€.")


def _ungarbled(found: re.Match[str]) -> str:
    """The mark whose three bytes stand as three letters, as far from the beginning: "Zelboâ€™s"."""
    try:
        return found[0].encode("cp1252").decode().rjust(3)
    except UnicodeError:
        return "  ”" if found[0][2] == "\x9d" else found[0]  # the only mark whose last byte is no letter there


class _Runs(dict[str, tuple[tuple[str, int], ...] | None]):
    """The words of each run of characters without white space with their places in it; none where it is one word."""

    def __missing__(self, run: str) -> tuple[tuple[str, int], ...] | None:
        text = _GARBLED.sub(_ungarbled, run) if "â€" in run else run
        found = tuple((match[0], match.start()) for match in TOKEN.finditer(f"{text} ") if match[0] not in _MARKS)
        words = None if found == ((run, 0),) else found
        if len(run) <= MAX_WORD and len(found) <= MOST_REMEMBERED:
            if len(self) >= CACHED:
                self.clear()
            self[run] = words
        return words


_RUNS = _Runs()


def tokenize(text: str) -> Tokens:
    """Split ``text`` into words and marks, white space and trade-mark signs left out.

    What a run of characters holds does not depend on the runs around it, and most have been met before.
    """
    runs = text.split()
    words: list[str] = []
    starts: list[int] = []
    even = len(" ".join(runs)) == len(text)  # one blank between two runs, so that they need not be looked for
    at = 0
    for run in runs:
        if not even:
            at = text.find(run, at)
        inside = _RUNS[run]
        if inside is None:
            words.append(run)
            starts.append(at)
        else:
            for word, offset in inside:
                words.append(word)
                starts.append(at + offset)
        at += len(run) + 1
    if "?" in text and (lost := {match.start() for match in _LOST.finditer(text)}):
        kept = [k for k, start in enumerate(starts) if words[k] != "?" or start not in lost]
        return Tokens([words[k] for k in kept], [starts[k] for k in kept])
    return Tokens(words, starts)


def words_of(text: str) -> list[str]:
    """The words and marks of a text without their places."""
    return tokenize(text).words


_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_STOPS_AND_CLOSERS = _STOPS | _CLOSERS
_BULLETS = frozenset("•·▪◦‣*")
_OPENERS_OF_SENTENCES = word_class(
    "the it its in a an this these we our today they he she but and for with as at on by"
)
_LETTERED = word_class("series class type phase vitamin hepatitis group plan part round section exhibit")
MAX_SENTENCE = 300
"""Tokens. A "sentence" that is longer is a list or no text at all, and is cut into pieces of this length."""


def sentences(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text as half-open ranges of tokens.

    Line ends, bullets and final stops end a sentence; stops after abbreviations and initials do not.
    """
    first, words = 0, tokens.words
    lines = _line_beginnings(text, tokens.starts) if "\n" in text else ()
    places = [
        i for i, word in enumerate(words, 1) if not word.isalnum() and (word in _STOPS_AND_CLOSERS or word[-1] == ".")
    ]
    if lines or not _BULLETS.isdisjoint(words):
        bullets = (i for i, word in enumerate(words) if word in _BULLETS)
        places = sorted({*places, *lines, *bullets} - {0})
    for i in places:
        if i >= len(words):
            break
        while i - first > MAX_SENTENCE:
            yield from _piece(words, first, first + MAX_SENTENCE)
            first += MAX_SENTENCE
        if i - first == MAX_SENTENCE or words[i] in _BULLETS or i in lines or _stops(tokens, i):
            yield from _piece(words, first, i)
            first = i
    while len(words) - first > MAX_SENTENCE:
        yield from _piece(words, first, first + MAX_SENTENCE)
        first += MAX_SENTENCE
    yield from _piece(words, first, len(words))


def _piece(words: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """A range of words without the bullet at its beginning, where anything is left."""
    if first < end and words[first] in _BULLETS:
        first += 1
    if first < end:
        yield first, end


def _line_beginnings(text: str, starts: Sequence[int]) -> set[int]:
    """The tokens that are the first of their lines."""
    found, at = set(), text.find("\n")
    while at >= 0:
        found.add(bisect(starts, at))
        at = text.find("\n", at + 1)
    return found


def _stops(tokens: Tokens, i: int) -> bool:
    """Whether a sentence ends before token ``i``, by a stop before it."""
    words, starts = tokens
    k = i - 1
    if starts[i] == starts[k] + len(words[k]) or not (words[k] in _STOPS_AND_CLOSERS or words[k][-1] == "."):
        return False
    while k > 0 and words[k] in _CLOSERS and starts[k - 1] + len(words[k - 1]) == starts[k]:
        k -= 1
    if words[i - 1] == ")" and "(" in words[max(0, k - 2) : k]:
        return False  # "Cambridge (Minn.) Medical Center"
    stop, here = words[k], words[i]
    if stop not in _STOPS:
        return stop[-1] == "." and len(stop) > 2 and here.lower() in _OPENERS_OF_SENTENCES and here[0].isupper()
    if not (here[0].isupper() or here[0].isdigit() or here[0] in "\"'“‘(«#") and (here.islower() or not here.isalpha()):
        return False  # but "iCAD" begins one
    if stop != "." or k == 0:
        return True
    word = words[k - 1]
    is_initial = len(word) == 1 and word.isupper() and not (k > 1 and words[k - 2].lower() in _LETTERED)
    if word.lower() in _ABBREVIATED or is_initial:
        return here.lower() in _OPENERS_OF_SENTENCES
    return True
