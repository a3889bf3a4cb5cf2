"""What is worked out of the words of a corpus: names and concepts, what is said of them, and stories."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple

from kgraph import linking, merge, stages, stories, vocabularies
from kgraph.aside import Aside
from kgraph.cache import Cache
from kgraph.concepts import TAGGER
from kgraph.lexicon import Declared, shipped
from kgraph.mentioned import Mentioned
from kgraph.model import ConceptMention, Evidence, Fact, Iri, Problem, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.options import Options
from kgraph.report import Progress
from kgraph.resolution import record
from kgraph.resolution.known import facts_of, known_things
from kgraph.resolution.measured import figure_facts
from kgraph.resolution.mentions import Source
from kgraph.resolution.resolving import Decided, Names, decide_names, mention_all, relate, resolution
from kgraph.workers import Pool


class ReadTexts(NamedTuple):
    """What texts say, each read by itself, and which of a corpus tell one story."""

    words: list[Source]
    concepts: list[tuple[str, Statement]]
    """The concepts that each article mentions and is about, with their identifiers."""
    stories: list[tuple[Iri, ...]]
    """The articles of each story that several tell (see :func:`kgraph.stories.cluster`)."""
    problems: list[Problem]

    def of(self, articles: Set[Iri]) -> "ReadTexts":
        """The same for some articles, without the stories."""
        words = [source for source in self.words if source.article in articles]
        return ReadTexts(words, [each for each in self.concepts if each[1].subject in articles], [], [])

    def concepts_of(self) -> Iterator[tuple[Iri, str]]:
        """Which article mentions which concept."""
        return ((statement.subject, concept) for concept, statement in self.concepts)


def read_texts(
    merged: merge.Merged,
    options: Options,
    tell: Progress,
    cache: Cache,
    pool: Pool,
    remembered: stories.Remembered | None = None,
    articles: Set[Iri] | None = None,
    tagged: Set[Iri] | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> ReadTexts:
    """Read the words of texts, find the concepts in them, and compare all texts with one another.

    Args:
        merged: what structure says: the texts, and the dates of articles.
        options: how.
        tell: is told how far the reading is.
        cache: what earlier builds found in texts.
        pool: of the processes that read, while this one compares.
        remembered: of the stories that articles tell; what there is to know of new ones is added.
        articles: whose texts are read; by default all.
        tagged: the articles in which concepts are found; by default all.
        meanwhile: is called while processes read.
    """
    texts = merged.texts if articles is None else {a: text for a, text in merged.texts.items() if a in articles}
    named_in = merged.texts if tagged is None else {a: text for a, text in merged.texts.items() if a in tagged}
    concepts = tag_concepts(named_in, vocabularies.default_mesh(), options.min_confidence, cache, pool)
    words = read_words(texts, merged, options, partial(tell, "extract"), cache, pool)
    published = {f.subject: f.object for f in merged.facts if f.predicate == SCHEMA.DATE_PUBLISHED}
    dated = ((iri, text, _day(published.get(iri))) for iri, text in merged.texts.items())
    groups = stories.cluster(dated, remembered)
    shipped()  # is asked for next, and takes as long to load as the stories to compare
    meanwhile()
    named = concepts()
    sources, unread = words()
    return ReadTexts(sources, named, groups, unread)


def recall_texts(merged: merge.Merged, options: Options, cache: Cache, articles: Set[Iri]) -> ReadTexts:
    """What the texts of some articles say that were read before; the stories are left out."""
    texts = {article: text for article, text in merged.texts.items() if article in articles}
    if not texts:
        return ReadTexts([], [], [], [])
    with Pool(0) as pool:
        concepts = tag_concepts(texts, vocabularies.default_mesh(), options.min_confidence, cache, pool)
        words = read_words(texts, merged, options, lambda *_: None, cache, pool)
        return ReadTexts(words()[0], concepts(), [], [])


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
    names: Names
    """What the names in the texts mean."""
    is_whole: bool
    """Whether all texts could be read."""


def derive(
    merged: merge.Merged, mentioned: Mentioned, read: ReadTexts, options: Options, former: Decided | None = None
) -> Derived:
    """Work out which names and concepts are one, and what is said of them: all but what each article mentions.

    Args:
        merged: what structure says: all facts about things that texts may name.
        mentioned: what all texts mention.
        read: what those texts say that claim something or have figures; and the stories.
        options: how.
        former: what names meant by the same options, in an earlier state of the corpus.
    """
    vocabulary, least = vocabularies.default_mesh(), options.min_confidence
    links = linking.link(merged.facts, vocabulary)
    with Aside(partial(linking.describe, links.concepts | mentioned.all_concepts(), vocabulary)) as described:
        words = sorted((each for each in read.words if each.article in mentioned.telling), key=attrgetter("article"))
        known = known_things(merged.facts)
        names = decide_names(mentioned.rows, merged.texts, known, shipped(), options.decisions, former)
        found = resolution(names, relate(words, names, least), least)
        facts = [*links.facts, *described.answer(), *facts_of(found.things), *figure_facts(words, found, least)]
    statements = [*found.statements, *stories.statements(read.stories)]
    problems = [*links.problems, *read.problems]
    story_of, resolved = stories.story_of(read.stories), record.plain(found)
    return Derived(facts, statements, story_of, problems, resolved, names, not read.problems)


def mentions(read: ReadTexts, names: Names, options: Options) -> list[Statement]:
    """What articles mention.

    Args:
        read: what their texts say.
        names: what the names in the whole corpus mean.
        options: how sure a statement has to be.
    """
    return [*mention_all(read.words, names, options.min_confidence), *(statement for _, statement in read.concepts)]


def declared_in(merged: merge.Merged) -> list[tuple[str, str]]:
    """The names that documents declare, each with its class: what a text says depends on those that stand in it."""
    return sorted({(known.label, known.type) for known in known_things(merged.facts)})


def read_words(
    texts: Mapping[Iri, Text],
    merged: merge.Merged,
    options: Options,
    tell: Callable[[int, int], None],
    cache: Cache,
    pool: Pool,
) -> stages.Due[tuple[list[Source], list[Problem]]]:
    """What the words of articles say; the same words are read once."""
    declared = Declared(declared_in(merged))
    distinct = sorted(set(texts.values()), key=lambda text: (text.content, text.headline, text.abstract))
    read = stages.read_words(distinct, declared, options.model, cache, pool, tell)

    def due() -> tuple[list[Source], list[Problem]]:
        extractions, failed = read()
        said = dict(zip(distinct, extractions, strict=True))
        unread = {article: failed[text] for article, text in texts.items() if text in failed}
        problems = [
            Problem(path, "text", unread[article])
            for path, states in merged.states.items()
            for article in states
            if article in unread
        ]
        return [Source(article, text, said[text]) for article, text in texts.items()], problems

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
