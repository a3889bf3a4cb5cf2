"""Which articles tell the same story: reprints and near copies of one release.

Candidates come from three keys, so that time grows with the number of articles and not with its square: the first words
of the headline, the first words of the abstract, and bands of a MinHash signature over the whole text (Broder, "On the
resemblance and containment of documents", 1997; banding after Indyk and Motwani, 1998). A candidate joins a story when

- its text and the other's resemble each other nearly everywhere, or one is a cut-off beginning of the other; or
- its headline is the other's, or a cut-off beginning of it, long enough to be no coincidence, in the same days; or
- the headlines nearly agree and so do the abstracts;

and never when their headlines name different numbers or months ("version 20.10", "20.12"): such are neighbours in a
series. Two releases about one report share a sentence of boilerplate and are different stories.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from sys import intern
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kgraph.model import Iri, Statement, Text
from kgraph.namespace import KG

BANDS, ROWS = 16, 3
"""A pair of resemblance 0.6 shares a band with probability 0.98, one of 0.2 with 0.12."""
SHINGLE = 3
"""Words in a shingle: excerpts are short."""
LONG_HEADLINE = 8
"""Words from which on a headline is said twice only by copying."""
LONG_ABSTRACT = 20
"""Words from which on an abstract is more than one sentence of boilerplate."""
MOST_WORDS = 2_000
"""Of a text are looked at; a copy does not begin to differ later."""
MOST_COMPARISONS = 40
"""Stories in one block that an article is compared with, the latest: keeps hostile input linear."""
AT_HAND = 1 << 12
"""Texts whose shingles are held as sets."""
SAME_DAYS = 10
"""Days within which the headline alone may decide."""
SEASON = 60
"""Days after which a headline said again, with a text that is only alike, is news of its own."""

_WORD = re.compile(r"[^\W_]+(?:[.,:'’&/-][^\W_]+)*|[$€£%]")
_DATELINE = re.compile(
    r"^(?:[A-Z][\w .,'’-]{2,60}?,? )?(?:\(?(?:[A-Z]{3,}[A-Z .-]*|PRNewswire|Business Wire|Reuters|AP|"
    r"AFP)[^)]{0,30}\)?\s?)?(?:--|—|–|\s-\s|(?<=\)) ?-\s)\s?",
)
_SERIAL_WORDS = """
    january february march april may june july august september october november december q1 q2 q3 q4 monday tuesday
    wednesday thursday friday saturday sunday one two three four five six seven eight nine ten i ii iii iv v
"""
_SERIAL = frozenset(_SERIAL_WORDS.split())
_OUTLET = re.compile(r"\s+(?:\||[–—-])\s+[^|–—]{2,40}$")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*$")

_KEY = 8
"""Bytes of a key."""

Published = date | datetime | None


class Traits(NamedTuple):
    """What is asked of a text before it is compared with others."""

    keys: tuple[bytes, ...]
    """Digests; articles whose texts share none are never one story."""
    headline: int
    """Words in the headline."""

    @classmethod
    def of(cls, keys: bytes, headline: int) -> "Traits":
        """Traits with the keys one after another."""
        return cls(tuple(keys[at : at + _KEY] for at in range(0, len(keys), _KEY)), headline)


@dataclass(slots=True)
class Remembered:
    """What is remembered of articles, so that few of their texts are looked at again."""

    traits: dict[Iri, Traits] = field(default_factory=dict)
    """What is asked of the text of each before it is compared with others."""
    alike: dict[tuple[Iri, Iri], bool] = field(default_factory=dict)
    """Whether two of them tell one story, where that was asked."""

    def forget(self, articles: Set[Iri]) -> None:
        """Forget articles that say something else now, or nothing."""
        self.traits = {article: each for article, each in self.traits.items() if article not in articles}
        self.alike = {pair: each for pair, each in self.alike.items() if articles.isdisjoint(pair)}


class _Article(NamedTuple):
    headline: tuple[str, ...]
    bare: tuple[str, ...]
    """The headline without an outlet's name at its end."""
    abstract: tuple[str, ...]
    body: tuple[str, ...]
    shingles: "array[int]"
    """A set, in few bytes: there may be as many texts as candidates for one story."""
    numbers: frozenset[str]


class _Candidate(NamedTuple):
    """An article in the order of seniority: the earliest first, of equals the longest, then by IRI."""

    is_undated: bool
    day: int
    """Of the proleptic Gregorian calendar; 0 where it is not known."""
    shortness: int
    iri: Iri
    text: Text
    traits: Traits


def cluster(
    articles: Iterable[tuple[Iri, Text, Published]],
    known: Remembered | None = None,
    tick: Callable[[], None] = lambda: None,
) -> list[tuple[Iri, ...]]:
    """Group articles that tell one story; each group has two or more, its representative first.

    The representative is the earliest, of equals the longest, then the first by IRI. Articles without any words belong
    to no story. The result depends on what is given, not on its order, and is sorted.

    Args:
        articles: with their texts and days; each once, where something is known of them.
        known: what is known of them from an earlier time; afterwards, what there is to know.
        tick: is called for each article that has been compared.
    """
    traits = {} if known is None else known.traits
    candidates = sorted((_candidate(*article, traits) for article in articles), key=itemgetter(0, 1, 2, 3))
    one_story = _Comparison(candidates, None if known is None else known.alike)
    blocks: dict[bytes, list[int]] = {}
    parent = list(range(len(candidates)))
    for i, candidate in enumerate(candidates):
        compared = set()
        for key in candidate.traits.keys:
            block = blocks.get(key)
            if block is None:
                blocks[key] = [i]
                continue
            for j in block:
                root = _root(parent, j)
                if root not in compared and root != _root(parent, i):
                    compared.add(root)
                    if one_story(i, j) or (root != j and one_story(i, root)):
                        first, second = sorted((_root(parent, i), root))
                        parent[second] = first
            mine, length = _root(parent, i), candidate.traits.headline
            if not any(candidates[j].traits.headline == length and _root(parent, j) == mine for j in block):
                block.append(i)
                del block[:-MOST_COMPARISONS]
        tick()
    if known is not None:
        known.alike = one_story.asked
    groups: dict[int, list[Iri]] = defaultdict(list)
    for i, candidate in enumerate(candidates):
        groups[_root(parent, i)].append(candidate.iri)
    return sorted(tuple(dict.fromkeys(group)) for group in groups.values() if len(set(group)) > 1)


def statements(groups: Iterable[Sequence[Iri]]) -> list[Statement]:
    """``kg:sameStoryAs`` from every other article of a group to its representative."""
    return [Statement(other, KG.SAME_STORY_AS, group[0]) for group in groups for other in group[1:]]


def story_of(groups: Iterable[Sequence[Iri]]) -> dict[Iri, Iri]:
    """The representative of each article that has one: ``len({story.get(a, a) for a in articles})`` counts stories."""
    return {article: group[0] for group in groups for article in group}


def _candidate(iri: Iri, text: Text, published: Published, known: MutableMapping[Iri, Traits]) -> _Candidate:
    traits = known.get(iri)
    if traits is None:
        traits = known[iri] = traits_of(text)
    day = published.toordinal() if published else 0
    return _Candidate(published is None, day, -len(text.content), iri, text, traits)


class _Reader:
    """Reads texts when they are asked for."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._read: dict[int, _Article] = {}
        self.shingles = lru_cache(maxsize=AT_HAND)(lambda number: frozenset(self[number].shingles))

    def __getitem__(self, number: int) -> _Article:
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = _read(self._texts[number])
        return found


class _Comparison:
    """Says whether two candidates tell one story; what is known of them is not worked out again.

    Where nothing shall be known later, nothing is kept: among a hundred thousand texts there are millions of pairs.
    """

    def __init__(self, candidates: Sequence[_Candidate], known: Mapping[tuple[Iri, Iri], bool] | None) -> None:
        self._candidates, self._known = candidates, known
        self._read = _Reader([candidate.text for candidate in candidates])
        self.asked: dict[tuple[Iri, Iri], bool] = {}

    def __call__(self, i: int, j: int) -> bool:
        if self._known is None:
            return _same_story(self._candidates, self._read, i, j)
        pair = self._candidates[i].iri, self._candidates[j].iri
        found = self._known.get(pair)
        if found is None:
            found = _same_story(self._candidates, self._read, i, j)
        self.asked[pair] = found
        return found


def _read(text: Text) -> _Article:
    headline = _words(_CUT.sub("", text.headline))
    outlet = _OUTLET.search(text.headline)
    bare = _words(text.headline[: outlet.start()]) if outlet else headline
    abstract = _words(_DATELINE.sub("", text.abstract[:20_000], count=1))
    body = _words(text.body[:20_000])
    everything = (headline + abstract + body)[:MOST_WORDS]
    return _Article(
        headline,
        bare if len(bare) >= 4 else headline,
        abstract,
        body,
        _shingles(everything),
        frozenset(word for word in headline if any(c.isdigit() for c in word) or word in _SERIAL),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(intern(word.strip(".,:'’-/&")) for word in _WORD.findall(text.casefold())[:MOST_WORDS])


def _shingles(words: Sequence[str]) -> "array[int]":
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    return array("I", sorted({int.from_bytes(blake2b(run.encode(), digest_size=4).digest()) for run in runs}))


def _coefficients() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    digest = b"".join(blake2b(bytes([i]), digest_size=8).digest() for i in range(BANDS * ROWS))
    numbers = np.frombuffer(digest, dtype="<u4").astype(np.uint64)
    return (numbers[0::2] | np.uint64(1))[:, None], numbers[1::2][:, None]


_FACTOR, _OFFSET = _coefficients()
_PRIME = np.uint64((1 << 61) - 1)


def traits_of(text: Text) -> Traits:
    """What is asked of a text before it is compared."""
    read = _read(text)
    keys = _keys(read) if read.headline or read.abstract else []
    return Traits(tuple(dict.fromkeys(keys)), len(read.headline))


def _signature(shingles: "array[int]") -> npt.NDArray[np.uint64]:
    values = np.array(shingles, dtype=np.uint64)[None, :]
    lowest: npt.NDArray[np.uint64] = (((_FACTOR * values + _OFFSET) % _PRIME) & np.uint64(0xFFFFFFFF)).min(axis=1)
    return lowest


def _keys(article: _Article) -> Iterator[bytes]:
    """Digests of what texts of one story share."""
    if len(article.headline) >= LONG_HEADLINE:
        yield _key("headline", " ".join(article.headline[:LONG_HEADLINE]))
    elif article.headline:
        yield _key("short headline", " ".join(article.headline))
    if len(article.abstract) >= LONG_ABSTRACT:
        yield _key("abstract", " ".join(article.abstract[:LONG_ABSTRACT]))
    if len(article.shingles) > 1:
        signature = _signature(article.shingles)
        for band in range(BANDS):
            yield _key(str(band), signature[band * ROWS : (band + 1) * ROWS].tobytes())


def _key(kind: str, shared: str | bytes) -> bytes:
    data = shared.encode("utf-8", "surrogatepass") if isinstance(shared, str) else shared
    return blake2b(data, digest_size=_KEY, person=kind.encode()).digest()


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _same_story(candidates: Sequence[_Candidate], read: _Reader, i: int, j: int) -> bool:
    one, other = read[i], read[j]
    if not _numbers_agree(one, other):
        return False
    dated = not (candidates[i].is_undated or candidates[j].is_undated)
    apart = abs(candidates[i].day - candidates[j].day) if dated else 0
    near = apart <= SAME_DAYS
    headline = _is_beginning(one.headline, other.headline, LONG_HEADLINE) or _is_beginning(
        one.bare, other.bare, LONG_HEADLINE
    )
    equal = one.bare == other.bare or one.headline == other.headline
    if headline and near:
        return True
    abstract = _is_beginning(one.abstract, other.abstract, LONG_ABSTRACT)
    overlap = _resemblance(read.shingles(i), read.shingles(j))
    if abstract and near and _headlines_related(one, other):
        return True
    alike = (abstract or overlap >= 0.5) if apart <= SEASON else overlap >= 0.9
    if (equal or (headline and apart <= SEASON)) and (
        alike or (one.abstract == other.abstract and one.body == other.body)
    ):
        return True
    return overlap >= 0.75 and near and len(one.abstract) + len(one.body) >= LONG_ABSTRACT


def _numbers_agree(one: _Article, other: _Article) -> bool:
    """Whether the headlines name the same numbers as far as the shorter one goes."""
    if one.numbers == other.numbers:
        return True
    short, long = sorted((one, other), key=lambda article: len(article.headline))
    return _is_beginning(one.headline, other.headline, LONG_HEADLINE) and short.numbers <= long.numbers


def _headlines_related(one: _Article, other: _Article) -> bool:
    first, second = set(one.headline), set(other.headline)
    return len(first & second) * 3 >= min(len(first), len(second))


def _is_beginning(one: Sequence[str], other: Sequence[str], least: int) -> bool:
    """Whether the shorter of two runs of words, of at least ``least``, is how the longer one begins.

    The last word may be cut in the middle.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    n = len(short)
    return n >= least and short[: n - 1] == long[: n - 1] and long[n - 1].startswith(short[n - 1])


def _resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard's coefficient of two sets of shingles."""
    shared = len(one & other)
    union = len(one) + len(other) - shared
    return shared / union if union else 0.0
