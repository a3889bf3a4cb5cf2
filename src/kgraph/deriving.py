"""What is worked out of the words of a corpus: names and concepts, what is said of them, and stories."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from kgraph import linking, merge, stages, stories, vocabularies
from kgraph.cache import Cache
from kgraph.concepts import TAGGER
from kgraph.lexicon import Declared, shipped
from kgraph.model import ConceptMention, Evidence, Fact, Iri, Problem, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.options import Options
from kgraph.report import Progress
from kgraph.resolution import record
from kgraph.resolution.known import facts_of, known_things
from kgraph.resolution.measured import figure_facts
from kgraph.resolution.mentions import Source
from kgraph.resolution.resolving import resolve
from kgraph.workers import Pool


class ReadTexts(NamedTuple):
    """What the texts of a corpus say, each read by itself, and which of them tell one story."""

    words: list[Source]
    concepts: list[tuple[str, Statement]]
    """The concepts that each article mentions and is about, with their identifiers."""
    stories: list[tuple[Iri, ...]]
    """The articles of each story that several tell (see :func:`kgraph.stories.cluster`)."""
    problems: list[Problem]


def read_texts(
    merged: merge.Merged,
    options: Options,
    tell: Progress,
    cache: Cache,
    pool: Pool,
    traits: dict[Iri, stories.Traits] | None = None,
) -> ReadTexts:
    """Read the words of each text, find the concepts in it, and compare it with others.

    Args:
        merged: what structure says: the texts, and the dates of articles.
        options: how.
        tell: is told how far the reading is.
        cache: what earlier builds found in texts.
        pool: of the processes that read, while this one compares.
        traits: of the texts of articles, as far as they are known; those of the others are added.
    """
    concepts = tag_concepts(merged.texts, vocabularies.default_mesh(), options.min_confidence, cache, pool)
    words = read_words(merged, options, partial(tell, "extract"), cache, pool)
    named = concepts()
    published = {f.subject: f.object for f in merged.facts if f.predicate == SCHEMA.DATE_PUBLISHED}
    dated = ((iri, text, _day(published.get(iri))) for iri, text in merged.texts.items())
    groups = stories.cluster(dated, traits)
    shipped()  # is asked for next, and takes as long to load as the stories to compare
    sources, unread = words()
    return ReadTexts(sources, named, groups, unread)


@dataclass(slots=True)
class Derived:
    """What is worked out of the words and names of a corpus."""

    facts: list[Fact]
    statements: list[Statement]
    story_of: dict[Iri, Iri]
    """The representative of each article whose story others tell as well."""
    problems: list[Problem]
    resolved: dict[str, Any]
    """The record of resolution (see :mod:`kgraph.resolution.record`)."""


def derive(merged: merge.Merged, read: ReadTexts, options: Options) -> Derived:
    """Work out which names and concepts are one, and what is said of them.

    Args:
        merged: what structure says: all facts about things that texts may name.
        read: what the texts say.
        options: how.
    """
    vocabulary = vocabularies.default_mesh()
    links = linking.link(merged.facts, vocabulary)
    resolution = resolve(
        read.words, known_things(merged.facts), shipped(), options.decisions, min_confidence=options.min_confidence
    )
    facts = [
        *links.facts,
        *linking.describe(links.concepts | {concept for concept, _ in read.concepts}, vocabulary),
        *facts_of(resolution.things),
        *figure_facts(read.words, resolution, options.min_confidence),
    ]
    statements = [*resolution.statements, *(each for _, each in read.concepts), *stories.statements(read.stories)]
    problems = [*links.problems, *read.problems]
    return Derived(facts, statements, stories.story_of(read.stories), problems, record.plain(resolution))


def read_words(
    merged: merge.Merged, options: Options, tell: Callable[[int, int], None], cache: Cache, pool: Pool
) -> stages.Due[tuple[list[Source], list[Problem]]]:
    """What the words of each article say; the same words are read once."""
    declared = Declared((known.label, known.type) for known in known_things(merged.facts))
    distinct = sorted(set(merged.texts.values()), key=lambda text: (text.content, text.headline, text.abstract))
    read = stages.read_words(distinct, declared, options.model, cache, pool, tell)

    def due() -> tuple[list[Source], list[Problem]]:
        extractions, failed = read()
        said = dict(zip(distinct, extractions, strict=True))
        unread = {article: failed[text] for article, text in merged.texts.items() if text in failed}
        problems = [
            Problem(path, "text", unread[article])
            for path, states in merged.states.items()
            for article in states
            if article in unread
        ]
        return [Source(article, text, said[text]) for article, text in merged.texts.items()], problems

    return due


def tag_concepts(
    texts: Mapping[Iri, Text],
    vocabulary: vocabularies.CompiledVocabulary,
    min_confidence: float,
    cache: Cache,
    pool: Pool,
) -> stages.Due[list[tuple[str, Statement]]]:
    """The concepts that each article mentions, and those it is about, with the words that name them."""
    distinct = sorted({text.content: text for text in texts.values()}.items())
    tagged = stages.tag_all([text for _, text in distinct], vocabulary, cache, pool, lambda *_: None)

    def due() -> list[tuple[str, Statement]]:
        mentions = {content: each for (content, _), each in zip(distinct, tagged(), strict=True)}
        return _stated(texts, mentions, vocabulary, min_confidence)

    return due


def _stated(
    texts: Mapping[Iri, Text],
    mentions: Mapping[str, tuple[ConceptMention, ...]],
    vocabulary: vocabularies.CompiledVocabulary,
    min_confidence: float,
) -> list[tuple[str, Statement]]:
    found: defaultdict[tuple[Iri, Iri, str], list[Evidence]] = defaultdict(list)
    for article, text in texts.items():
        for each in mentions[text.content]:
            if each.confidence < min_confidence:
                continue
            evidence = Evidence(article, each.text, each.start, each.end, each.confidence, TAGGER)
            for predicate in (SCHEMA.MENTIONS, SCHEMA.ABOUT) if each.central else (SCHEMA.MENTIONS,):
                found[article, predicate, each.concept].append(evidence)
    used = {identifier for _, _, identifier in found}
    iris = {identifier: concept.iri for identifier in sorted(used) if (concept := vocabulary.concept(identifier))}
    return [
        (identifier, Statement(article, predicate, iris[identifier], tuple(evidence)))
        for (article, predicate, identifier), evidence in sorted(found.items())
        if identifier in iris
    ]


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
