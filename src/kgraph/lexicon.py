"""Every name already known, and whose it is; and the words that are no names.

The shipped lists stand under ``data/`` with their provenance. Names that the input itself declares (a provider, an
offering and its maker, an author) are added with :meth:`Lexicon.with_names`.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any, NamedTuple

import ahocorasick_rs

from kgraph.text import words_of

MAX_NAME_TOKENS = 14


class Known(NamedTuple):
    """A name of a list: what it names, under which preferred name, and who makes it."""

    label: str
    type: str
    """Local name of the class."""
    maker: str = ""
    weight: float = 3.0
    """Log-odds that a text with this name means this thing."""
    tokens: int = 1


Form = tuple[str, ...]
"""A name as its tokens."""


class Forms(dict[Form, tuple[Known, ...]]):
    """The names that begin with one word; and by their second words, how many tokens the longest has."""

    __slots__ = ("alone", "longest")

    def __init__(self, forms: "Forms | None" = None) -> None:
        super().__init__(forms or {})
        self.alone: tuple[Known, ...] = forms.alone if forms else ()
        """What the first word says by itself."""
        self.longest: dict[str, int] = dict(forms.longest) if forms else {}

    def __setitem__(self, form: Form, known: tuple[Known, ...]) -> None:
        super().__setitem__(form, known)
        if len(form) == 1:
            self.alone = known
        else:
            self.longest[form[1]] = max(self.longest.get(form[1], 0), len(form))


Names = Mapping[str, Forms]
_NO_FORMS = Forms()


class _Layered(Mapping[str, Forms]):
    """A few names above very many: made in no time, for a single text."""

    def __init__(self, below: Names, above: Names) -> None:
        self._below, self._above = below, above

    def __getitem__(self, first: str) -> Forms:
        found = self._above.get(first)
        return self._below[first] if found is None else found

    def get(self, first: str, default: Any = None) -> Any:
        found = self._above.get(first)
        return self._below.get(first, default) if found is None else found

    def __contains__(self, first: object) -> bool:
        return first in self._above or first in self._below

    def __iter__(self) -> Iterator[str]:
        yield from self._below
        yield from (first for first in self._above if first not in self._below)

    def __len__(self) -> int:
        return len(self._below) + sum(first not in self._below for first in self._above)


class Declared:
    """The names that the input declares, asked text by text which of them matter there.

    A name matters where each of its words occurs in the text: no other text is read anew when it comes or goes.
    """

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """Take names, each with the local name of its class."""
        by_word: dict[str, list[tuple[Form, tuple[str, str]]]] = {}
        for name, kind in sorted(set(known)):
            if form := form_of(name):
                by_word.setdefault(max(form, key=lambda word: (len(word), word)), []).append((form, (name, kind)))
        self._candidates = list(by_word.values())
        self._words = ahocorasick_rs.AhoCorasick(list(by_word)) if by_word else None

    def within(self, text: str) -> tuple[tuple[str, str], ...]:
        """The names whose words all occur in ``text``, sorted."""
        if self._words is None:
            return ()
        found = {number for number, _, _ in self._words.find_matches_as_indexes(text, overlapping=True)}
        return tuple(
            sorted(
                name
                for number in found
                for form, name in self._candidates[number]
                if all(word in text for word in form)
            )
        )


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Known names by their first word, and closed classes of words."""

    names: Names
    words: frozenset[str]
    """Ordinary English words in lower case, inflected forms included."""
    first_names: frozenset[str]
    surnames: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    """The classes of ``data/heads.toml`` by their names; "firms" and "tails" are the last words of any organisation's
    name and of any name at all."""

    @property
    def firms(self) -> frozenset[str]:
        """The last words of names of companies and of other organisations."""
        return self.heads["firms"]

    def match(self, tokens: Sequence[str], at: int, end: int) -> tuple[int, tuple[Known, ...]]:
        """The longest known name that starts at ``tokens[at]`` and ends by ``end``: its end and what it may be."""
        forms = self.names.get(tokens[at]) if at < end else None
        if forms is None:
            return at, ()
        longest = forms.longest.get(tokens[at + 1]) if at + 1 < end else None
        if longest is not None:
            for stop in range(min(end, at + longest), at + 1, -1):
                found = forms.get(tuple(tokens[at:stop]))
                if found is not None:
                    return stop, found
        return (at + 1, forms.alone) if forms.alone and at < end else (at, ())

    def known(self, name: str) -> tuple[Known, ...]:
        """All that ``name`` may be; nothing where it is not known."""
        form = form_of(name)
        return self.names.get(form[0], _NO_FORMS).get(form, ()) if form else ()

    def is_ordinary(self, word: str) -> bool:
        """Whether ``word``, whatever its case, is an ordinary word."""
        return word.lower() in self.words

    def with_names(self, known: Iterable[tuple[str, str]]) -> "Lexicon":
        """The same lexicon with more names, each given with the local name of its class."""
        extra = sorted({(name, kind) for name, kind in known if name and len(form_of(name)) <= MAX_NAME_TOKENS})
        if not extra:
            return self
        more: dict[str, Forms] = {}
        for name, kind in extra:
            if form := form_of(name):
                more.setdefault(form[0], Forms(self.names.get(form[0])))
                _add(more, name, Known(name, kind, weight=4.0))
        names = _Layered(self.names, more)
        return replace(self, names=names)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Other names of the shipped lists and the preferred name of each; what names two things is left out."""
        found: dict[str, set[str]] = {}
        for forms in self.names.values():
            for form, entries in forms.items():
                for entry in entries:
                    found.setdefault(" ".join(form), set()).add(entry.label)
        return {name: min(labels) for name, labels in sorted(found.items()) if len(labels) == 1}


@lru_cache(maxsize=1 << 16)
def form_of(name: str) -> Form:
    """A name as the tokens that a text would give for it."""
    if name.isascii() and name.replace(" ", "").isalpha():  # most names: found in a tenth of the time
        return tuple(name.split())
    return tuple(words_of(name))


def _add(names: dict[str, Forms], name: str, entry: Known) -> None:
    form = form_of(name)
    if not form:
        return
    if (forms := names.get(form[0])) is None:
        forms = names[form[0]] = Forms()
    if len(form) > 1:
        entry = Known(*entry[:-1], len(form))  # a third of the time of _replace
    known = forms.get(form)
    forms[form] = (entry,) if known is None else (*(each for each in known if each.type != entry.type), entry)


def _lines(name: str) -> list[str]:
    text = (resources.files("kgraph") / "data" / name).read_text(encoding="utf-8")
    return [line for line in map(str.strip, text.splitlines()) if line and line[0] != "#"]


def _alternatives(line: str) -> list[str]:
    return [each.strip() for each in line.split(" | ") if each.strip()]


def _unaccented(name: str) -> str:
    """A name as those write it who leave out its accents; the long vowels of transliterations stay."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) or c == _MACRON)


_MACRON = "\u0304"


_COMMON_TAILS = frozenset(
    ("Storage", "Service", "Services", "Platform", "Database", "Marketplace", "Cache", "Portal", "Files")
)
"""Last words of products' names that are also written small: "Azure Blob storage"."""


_PLACES = {"city": 2.0, "town": 1.2}
"""Log-odds that the name of a place of some kind means it; of countries and states 4."""


def _shipped_names() -> Iterator[tuple[str, Known]]:
    """The names of the shipped lists, the weakest first: a later entry of the same type replaces an earlier one."""
    for line in _lines("platforms.txt"):
        label, *others = _alternatives(line)
        for name in (label, *others):
            yield name, Known(label, "Product", label, weight=1.0)  # the company, given below, comes first
    for line in _lines("listed_companies.txt"):
        yield line, Known(line, "Company", weight=2.5)
    for line in _lines("places.tsv"):
        name, kind = line.split("\t")
        yield name, Known(name, "Place", weight=_PLACES.get(kind, 4.0))
        if not name.isascii() and (plain := _unaccented(name)).isascii():
            yield plain, Known(name, "Place", weight=_PLACES.get(kind, 4.0))  # "Montreal"
        if kind == "city" and len(name) > 4:
            yield name.upper(), Known(name, "Place", weight=2.0)
    for file, kind in (("companies.txt", "Company"), ("organizations.txt", "Organization"), ("places.txt", "Place")):
        for line in _lines(file):
            label, *others = _alternatives(line)
            for name in (label, *others):
                yield name, Known(label, kind, weight=4.0)
            if kind in ("Place", "Company") and len(label) > 4 and not label.isupper():
                yield label.upper(), Known(label, kind, weight=3.0)  # datelines and shouted headlines
    for line in _lines("not_names.txt"):
        for name in _alternatives(line):
            yield name, Known(name, "Nothing", weight=6.0)
    for line in _lines("products.txt"):
        maker, _, products = line.partition(": ")
        for product in products.split(";"):
            label, *others = _alternatives(product)
            for name in (label, *others):
                yield name, Known(label, "Product", maker, weight=4.0)
                head, _, last = name.rpartition(" ")
                if " " in head and last in _COMMON_TAILS:
                    yield f"{head} {last.lower()}", Known(label, "Product", maker, weight=4.0)
                if len(name.split()) > 1 and name.split()[0] != maker.split()[0]:
                    yield f"{maker} {name}", Known(label, "Product", maker, weight=4.0)


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon of the lists that come with kgraph."""
    heads = tomllib.loads((resources.files("kgraph") / "data" / "heads.toml").read_text(encoding="utf-8"))
    classes = {key: frozenset(value.split()) for key, value in heads.items()}
    classes["firms"] = classes["company"] | classes["organization"]
    classes["tails"] = classes["firms"] | classes["product"]
    words = frozenset(_lines("words.txt")) | frozenset(" ".join(_lines("modern_words.txt")).split())
    names: dict[str, Forms] = {}
    for name, entry in _shipped_names():
        _add(names, name, entry)
    return Lexicon(
        names=names,
        words=words,
        first_names=frozenset(_lines("first_names.txt")) | frozenset(" ".join(_lines("given_names.txt")).split()),
        surnames=frozenset(_lines("surnames.txt")),
        heads=classes,
    )
