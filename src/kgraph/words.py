"""What is remembered of the words of a corpus, so that names are decided again only where they are touched."""

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias

from kgraph import deriving, packing
from kgraph.cache import Cache
from kgraph.deriving import Derived, ReadTexts
from kgraph.mentioned import Mentioned
from kgraph.merge import Merged
from kgraph.model import Fact, Iri, Statement, Text
from kgraph.options import Options
from kgraph.report import Progress
from kgraph.resolution.mentions import Form, Place, Typing
from kgraph.resolution.naming import Component, Former, Thing
from kgraph.resolution.pairing import Asked
from kgraph.resolution.pairs import Doubt, Pair
from kgraph.resolution.resolving import Decided, Names
from kgraph.stories import Remembered
from kgraph.workers import Pool

Mentions = Callable[[Set[Iri]], Iterable[Statement]]
"""Gives what some articles mention."""


@dataclass(slots=True)
class Words:
    """The words of a corpus, by article."""

    mentioned: Mentioned = field(default_factory=Mentioned)
    declared: list[tuple[str, str]] = field(default_factory=list)
    """The names that documents declare: what a text says depends on them."""
    is_whole: bool = False
    """Whether all texts could be read."""
    decided: Decided = field(default_factory=Decided)
    """What the names mean."""
    told: dict[Iri, bytes] = field(default_factory=dict)
    """A digest of what each article mentions, where that is anything."""

    @classmethod
    def of(cls, merged: Merged, mentioned: Mentioned, said: Derived, mentions: Iterable[Statement]) -> "Words":
        """What is to be remembered of the words of a corpus.

        Args:
            merged: what structure says.
            mentioned: what all articles mention.
            said: what is worked out of it.
            mentions: the same as statements.
        """
        declared = deriving.declared_in(merged)
        return cls(mentioned, declared, said.is_whole, said.names.decided(), digests((), mentions, {}))

    @classmethod
    def unpack(cls, data: bytes) -> "Words":
        """The words in some bytes.

        Raises:
            UnpackError, TypeError, ValueError, LookupError: if they are none of words.
        """
        numbers, concepts, telling, declared, is_whole, forms, names, told = packing.unpack(data)
        typing, mentions = Typing(), dict[Form, int]()
        for form, count, mentions[form], key, node, kind, confidence in forms:
            typing.counts[form], typing.keys[form] = count, key
            typing.places[form] = Place((node, kind), confidence)
        numbered = list(typing.places)
        rows = {article: tuple(map(numbered.__getitem__, row)) for article, row in numbers.items()}
        decided = Decided(typing, mentions, _names(*names))
        return cls(Mentioned(rows, concepts, set(telling)), declared, is_whole, decided, told)

    def pack(self) -> bytes:
        """The words as bytes."""
        mentioned, typing, mentions = self.mentioned, self.decided.typing, self.decided.mentions
        numbers = {form: number for number, form in enumerate(typing.places)}
        rows = {article: [*map(numbers.__getitem__, row)] for article, row in mentioned.rows.items()}
        forms = [
            (form, typing.counts[form], mentions[form], typing.keys[form], *place.node, place.confidence)
            for form, place in typing.places.items()
        ]
        telling, names = sorted(mentioned.telling), _plain(self.decided.names)
        held = rows, mentioned.concepts, telling, self.declared, self.is_whole, forms, names, self.told
        return packing.pack(held)

    def read(
        self,
        former: Mapping[Iri, Text],
        merged: Merged,
        options: Options,
        tell: Progress,
        cache: Cache,
        pool: Pool,
        remembered: Remembered,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> tuple[ReadTexts, set[Iri]]:
        """Read the texts that are new, and all that say more of their names than which there are.

        Args:
            former: the texts that articles had.
            merged: what structure says now.
            options: how to read.
            tell: is told how far the reading is.
            cache: what was found in texts before.
            pool: of the processes that read.
            remembered: of the stories that articles tell; what there is to know of new ones is added.
            meanwhile: is called while processes read.

        Returns:
            What they say, and the articles whose texts say something new: in these, concepts are found as well.
        """
        texts, declared = merged.texts, deriving.declared_in(merged)
        fresh = set(texts)
        if self.is_whole and self.declared == declared:
            fresh = {article for article, text in texts.items() if former.get(article) != text}
        self.mentioned.drop(former.keys() - texts.keys())
        read = deriving.read_texts(
            merged, options, tell, cache, pool, remembered, fresh | self.mentioned.telling, fresh, meanwhile
        )
        self.mentioned.enter((source for source in read.words if source.article in fresh), read.concepts_of())
        self.declared, self.is_whole = declared, not read.problems
        return read, fresh

    def settle(self, names: Names, fresh: Set[Iri], mentions: Mentions) -> set[Iri]:
        """Let names mean what they mean now; give the articles that mention something else than before.

        Args:
            names: all of the corpus.
            fresh: the articles whose texts say something new.
            mentions: gives what articles mention now.
        """
        before = self.decided.meanings()
        changed = {form for form, meaning in names.meanings().items() if before.get(form) != meaning}
        touched = fresh | self.mentioned.of_forms(changed) | (self.told.keys() - self.mentioned.rows.keys())
        told = digests((), mentions(touched), {})
        found = {article for article in touched if self.told.get(article) != told.get(article)}
        self.told = {article: digest for article, digest in self.told.items() if article not in touched} | told
        self.decided = names.decided()
        return found


_Plain: TypeAlias = tuple[Any, ...]


def _plain(names: Former) -> tuple[list[_Plain], list[_Plain], list[_Plain]]:
    """What was decided of names, in nothing but Python's own types."""
    components = [(members, tuple(thing), *rest) for members, thing, *rest in names.components.values()]
    listed = [(node, [tuple(pair) for pair in found]) for node, found in names.asked.listed.items()]
    alike = [(opening, [tuple(each) for each in found]) for opening, found in names.asked.alike.items()]
    return components, listed, alike


def _names(components: list[_Plain], listed: list[_Plain], alike: list[_Plain]) -> Former:
    """What :func:`_plain` made plain."""
    made = {members[0]: Component(members, Thing(*thing), *rest) for members, thing, *rest in components}
    asked = Asked(
        frozenset(chain.from_iterable(each.members for each in made.values())),
        {node: tuple(Pair(*each) for each in found) for node, found in listed},
        {
            opening: tuple(Pair(*e) if len(e) > len(Doubt._fields) else Doubt(*e) for e in found)
            for opening, found in alike
        },
    )
    return Former(asked, made)


def digests(facts: Iterable[Fact], statements: Iterable[Statement], stories: Mapping[Iri, Iri]) -> dict[Iri, bytes]:
    """By thing: a digest of what is said of it, and of the stories that say so.

    Args:
        facts: that are said of things.
        statements: the same, with their evidence.
        stories: the representative of each article whose story others tell as well.
    """
    parts: defaultdict[Iri, list[bytes]] = defaultdict(list)
    for fact in facts:
        parts[fact.subject].append(repr(fact).encode("utf-8", "surrogatepass"))
    for subject, predicate, value, evidence in map(
        attrgetter("subject", "predicate", "object", "evidence"), statements
    ):
        words = [
            (e.article, e.exact, e.start, e.end, e.confidence, e.extractor, e.start_date, stories.get(e.article))
            for e in evidence
        ]
        parts[subject].append(marshal.dumps((predicate, str(value), words), 2))  # equal values, equal bytes
    return {thing: blake2b(b"\0".join(sorted(each)), digest_size=16).digest() for thing, each in parts.items()}
