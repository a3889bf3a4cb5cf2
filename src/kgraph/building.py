"""The story on one page: files to documents, documents to descriptions and claims, and all of them to one graph."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar

from kgraph import fingerprint, identity, language, ledger, linking, merge, sources, stages, stories, vocabularies
from kgraph.cache import Cache
from kgraph.errors import UsageError
from kgraph.extractors.concepts import VERSION as CONCEPTS_VERSION
from kgraph.extractors.structure.accounts import Account
from kgraph.graph import Assembly, Dangling, Graph, assemble
from kgraph.lexicon import Declared, shipped
from kgraph.model import Evidence, Fact, Iri, Problem, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution import Source, record, resolve
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.known import facts_of, known_things
from kgraph.resolution.measured import figure_facts
from kgraph.workers import DIED, Pool

_T = TypeVar("_T")
Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told."""

    base: Iri = identity.BASE
    model: str | None = None
    """The language model's name; None for the best one installed."""
    min_confidence: float = 0.5
    """What a text says is left out where it is less probable than this (the F1 on the gold is best about here)."""
    decisions: Decisions = NONE
    """What the user has decided about names: overrules resolution."""
    license: Iri = ""
    """Under which licence the dataset may be passed on; stated in its description only."""
    workers: int | None = None
    """How many processes read; None for one on each processor, 0 for none beside this one. The graph is the same."""

    def __post_init__(self) -> None:
        """Refuse what is no IRI.

        Raises:
            UsageError: if the base or the licence cannot be one.
        """
        if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", self.base, re.I):
            raise UsageError(f"the base IRI {self.base!r} is no absolute IRI that ends in / or #")
        if self.license and not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", self.license, re.I):
            raise UsageError(f"the licence {self.license!r} is no absolute IRI")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to say beside the graph."""

    documents: int
    problems: list[Problem]
    keys: list[ledger.Entry]
    notes: dict[str, str] = field(default_factory=dict)
    """What was used: the language model, vocabularies."""
    built_from: str = ""
    """A digest of all that the graph depends on: the files, the options, the vocabulary, the program."""
    resolution: dict[str, Any] = field(default_factory=dict)
    """Which names were merged, with the reasons, and which pairs are doubtful (see :mod:`kgraph.resolution.record`)."""

    @property
    def unknown_keys(self) -> list[ledger.Entry]:
        """Front-matter keys that nothing accounts for."""
        return [entry for entry in self.keys if entry.status == "unknown"]


def build(
    paths: Iterable[str | os.PathLike[str]],
    options: Options | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    given: "Given | None" = None,
    remember: "Remember | None" = None,
) -> tuple[Graph, Report]:
    """Build the graph of all documents in folders, files and patterns.

    Args:
        paths: what to read.
        options: how.
        progress: is told how far the build is.
        cache: what earlier builds found; the graph is the same with and without it.
        given: what stands at these paths, where that is known already.
        remember: is shown what the graph is made of before it is let go.

    Raises:
        UsageError: if there is nothing to read.
    """
    options, tell, cache = options or Options(), progress or (lambda *_: None), cache or Cache()
    given = given or look(paths)
    with Pool(options.workers) as pool:
        accounts, counted, noted = account_for(given.files, partial(tell, "read"), given.digests, cache, pool)
        if not accounts:
            raise UsageError(
                f"nothing to build from: none of {len(given.files) + len(given.problems)} files could be read"
            )
        merged, count = merge.merge(accounts), len(accounts)
        if remember is not None:
            remember.structure(accounts, merged, counted, noted)
        accounts.clear()  # from here on what is no longer needed is let go, so that the graph alone grows
        read = read_texts(merged, options, tell, cache, pool)
    tell("resolve", 0, 1)
    said = derive(merged, read, options, None if remember is None else remember.traits)
    del read
    if remember is not None:
        remember.words(said)
    facts = _handed([*merged.facts, *said.facts])
    merged.facts.clear()
    merged.texts.clear()
    said.facts.clear()
    documents = {path: {"sha256": merged.checksums[path], "states": states} for path, states in merged.states.items()}
    assembly = assemble(facts, _handed(said.statements), documents=documents, stories=said.story_of, base=options.base)
    if remember is not None:
        remember.graph(assembly)
    if options.license:
        assembly.graph.graph["license"] = options.license
    tell("resolve", 1, 1)
    found = [*noted, *merged.problems, *said.problems, *map(undescribed, assembly.dangling)]
    return assembly.graph, report(given, options, count, found, counted, said.resolved)


class ReadTexts(NamedTuple):
    """What the texts of a corpus say, each read by itself."""

    words: list[Source]
    concepts: list[tuple[str, Statement]]
    """The concepts that each article mentions and is about, with their identifiers."""
    problems: list[Problem]


def read_texts(merged: merge.Merged, options: Options, tell: Progress, cache: Cache, pool: Pool) -> ReadTexts:
    """Read the words of each text, and find the concepts in it."""
    concepts = tag_concepts(merged.texts, vocabularies.default_mesh(), options.min_confidence, cache, pool)
    words, unread = read_words(merged, options, partial(tell, "extract"), cache, pool)
    return ReadTexts(words, concepts, unread)


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


def derive(
    merged: merge.Merged, read: ReadTexts, options: Options, traits: dict[Iri, stories.Traits] | None = None
) -> Derived:
    """Work out which names and concepts are one, what is said of them, and which articles tell one story.

    Args:
        merged: what structure says: the texts, the dates of articles, and all facts about other things.
        read: what the texts say.
        options: how.
        traits: of the texts of articles, as far as they are known; those of the others are added.
    """
    vocabulary = vocabularies.default_mesh()
    links = linking.link(merged.facts, vocabulary)
    resolution = resolve(
        read.words, known_things(merged.facts), shipped(), options.decisions, min_confidence=options.min_confidence
    )
    published = {f.subject: f.object for f in merged.facts if f.predicate == SCHEMA.DATE_PUBLISHED}
    dated = ((iri, text, _day(published.get(iri))) for iri, text in merged.texts.items())
    groups = stories.cluster(dated, traits)
    facts = [
        *links.facts,
        *linking.describe(links.concepts | {concept for concept, _ in read.concepts}, vocabulary),
        *facts_of(resolution.things),
        *figure_facts(read.words, resolution, options.min_confidence),
    ]
    statements = [*resolution.statements, *(each for _, each in read.concepts), *stories.statements(groups)]
    problems = [*links.problems, *read.problems]
    return Derived(facts, statements, stories.story_of(groups), problems, record.plain(resolution))


def report(
    given: "Given",
    options: Options,
    documents: int,
    found: list[Problem],
    counted: ledger.Ledger,
    resolved: dict[str, Any],
) -> Report:
    """What a build has to say.

    Args:
        given: what was to be read.
        options: how.
        documents: how many could be read.
        found: what was wrong with them.
        counted: their keys.
        resolved: the record of resolution.
    """
    problems = sorted({*given.problems, *found})
    # What a process died of may pass: the next build shall try again.
    origin = "" if any(DIED in each.reason for each in problems) else built_from(given, options)
    return Report(documents, problems, counted.entries(), notes(options), origin, resolved)


class Remember(Protocol):
    """Is shown what a graph is made of."""

    @property
    def traits(self) -> dict[Iri, stories.Traits]:
        """Takes those of the texts of articles."""

    def structure(
        self, accounts: list[Account], merged: merge.Merged, counted: ledger.Ledger, noted: list[Problem]
    ) -> None:
        """All accounts, what they come to, their keys, and what was wrong with the files."""

    def words(self, said: Derived) -> None:
        """What is worked out of words and names."""

    def graph(self, assembly: Assembly) -> None:
        """What it all comes to."""


def _handed(values: list[_T]) -> Iterator[_T]:
    """The values in their order, each forgotten when the next is asked for."""
    values.reverse()
    while values:
        yield values.pop()


class Given(NamedTuple):
    """What a build has to read."""

    files: list[sources.SourceFile]
    digests: list[bytes]
    """Of the bytes of each file."""
    problems: list[Problem]
    """What is there but must not be read."""


def look(paths: Iterable[str | os.PathLike[str]]) -> Given:
    """Find what stands at some paths.

    Raises:
        UsageError: if there is nothing to read.
    """
    files, problems = sources.find(paths)
    return Given(files, stages.digests(files), problems)


def built_from(given: Given, options: Options) -> str:
    """A digest of all that a graph and its exports depend on: files, options, vocabulary, language model, program."""
    files, digests, problems = given
    contents = (part for file, digest in zip(files, digests, strict=True) for part in (file.path, digest))
    return fingerprint.of(fingerprint.program(), settings(options), repr(list(problems)), *contents).hex()


def settings(options: Options) -> str:
    """All that a graph and its exports depend on beside the files and the program: options, vocabulary, model."""
    return repr(
        (
            options.base,
            language.identify(options.model),
            options.min_confidence,
            options.decisions,
            options.license,
            stages.identity_of(vocabularies.default_mesh()),
        )
    )


def notes(options: Options) -> dict[str, str]:
    """What a build uses, for people: the language model, the vocabulary."""
    scheme = vocabularies.default_mesh().scheme
    return {
        "language model": language.Language(*language.identify(options.model)).description,
        "vocabulary": f"{scheme.title} {scheme.version}",
    }


def read_words(
    merged: merge.Merged, options: Options, tell: Callable[[int, int], None], cache: Cache, pool: Pool
) -> tuple[list[Source], list[Problem]]:
    """What the words of each article say; the same words are read once."""
    declared = Declared((known.label, known.type) for known in known_things(merged.facts))
    distinct = sorted(set(merged.texts.values()), key=lambda text: (text.content, text.headline, text.abstract))
    extractions, failed = stages.read_words(distinct, declared, options.model, cache, pool, tell)
    said = dict(zip(distinct, extractions, strict=True))
    unread = {article: failed[text] for article, text in merged.texts.items() if text in failed}
    problems = [
        Problem(path, "text", unread[article])
        for path, states in merged.states.items()
        for article in states
        if article in unread
    ]
    return [Source(article, text, said[text]) for article, text in merged.texts.items()], problems


def tag_concepts(
    texts: Mapping[Iri, Text],
    vocabulary: vocabularies.CompiledVocabulary,
    min_confidence: float,
    cache: Cache,
    pool: Pool,
) -> list[tuple[str, Statement]]:
    """The concepts that each article mentions, and those it is about, with the words that name them."""
    found: defaultdict[tuple[Iri, Iri, str], list[Evidence]] = defaultdict(list)
    distinct = sorted({text.content: text for text in texts.values()}.items())
    named = stages.tag_all([text for _, text in distinct], vocabulary, cache, pool, lambda *_: None)
    mentions = {content: each for (content, _), each in zip(distinct, named, strict=True)}
    for article, text in texts.items():
        for each in mentions[text.content]:
            if each.confidence < min_confidence:
                continue
            evidence = Evidence(
                article, each.text, each.start, each.end, each.confidence, f"concepts/{CONCEPTS_VERSION}"
            )
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


def account_for(
    files: list[sources.SourceFile],
    tell: Callable[[int, int], None],
    digests: list[bytes] | None = None,
    cache: Cache | None = None,
    pool: Pool | None = None,
) -> tuple[list[Account], ledger.Ledger, list[Problem]]:
    """Read files and describe what their front matter says, one by one: only what it says is kept."""
    accounts: list[Account] = []
    problems: list[Problem] = []
    counted = ledger.Ledger()
    read = stages.read_all(files, digests or stages.digests(files), cache or Cache(), pool or Pool(0), tell)
    for file, (account, keys, noted) in zip(files, read, strict=True):
        problems += noted
        counted.add(file.path, keys)
        if account is not None:
            accounts.append(account)
    return accounts, counted, problems


def undescribed(edge: Dangling) -> Problem:
    """Name what documents refer to and no document describes."""
    return Problem(
        edge.subject.removeprefix(identity.BASE),
        edge.predicate.rpartition("/")[2],
        f"refers to {edge.object.removeprefix(identity.BASE)}, which no document describes",
    )
