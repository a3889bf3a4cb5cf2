"""The story on one page: files to documents, documents to descriptions and claims, and all of them to one graph."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from kgraph import identity, language, ledger, linking, merge, readers, sources, stories, vocabularies
from kgraph.concepts import Vocabulary
from kgraph.errors import UnreadableError, UsageError
from kgraph.extractors import structure
from kgraph.extractors.concepts import VERSION as CONCEPTS_VERSION
from kgraph.extractors.concepts import concepts_tagger
from kgraph.extractors.structure.accounts import Account
from kgraph.extractors.text import extract
from kgraph.graph import Assembly, Graph, assemble
from kgraph.language import Language
from kgraph.lexicon import shipped
from kgraph.model import Evidence, Fact, Iri, Problem, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution import Source, resolve
from kgraph.resolution.known import facts_of, known_things
from kgraph.resolution.measured import figure_facts

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


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to say beside the graph."""

    documents: int
    problems: list[Problem]
    keys: list[ledger.Entry]
    notes: dict[str, str] = field(default_factory=dict)
    """What was used: the language model, vocabularies."""

    @property
    def unknown_keys(self) -> list[ledger.Entry]:
        """Front-matter keys that nothing accounts for."""
        return [entry for entry in self.keys if entry.status == "unknown"]


def build(
    paths: Iterable[str | os.PathLike[str]], options: Options | None = None, progress: Progress | None = None
) -> tuple[Graph, Report]:
    """Build the graph of all documents in folders, files and patterns.

    Raises:
        UsageError: if there is nothing to read.
    """
    options, tell = options or Options(), progress or (lambda *_: None)
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", options.base, re.I):
        raise UsageError(f"the base IRI {options.base!r} is no absolute IRI that ends in / or #")
    files, problems = sources.find(paths)
    accounts, keys, more = account_for(files, partial(tell, "read"))
    problems += more
    if not accounts:
        raise UsageError(f"nothing to build from: none of {len(files) + len(problems)} files could be read")
    merged = merge.merge(accounts)
    vocabulary = vocabularies.default_mesh()
    links = linking.link(merged.facts, vocabulary)
    language, words = read_words(merged.texts, merged.facts, options, partial(tell, "extract"))
    tagged = tag_concepts(merged.texts, vocabulary, options.min_confidence)
    tell("resolve", 0, 1)
    resolution = resolve(words, known_things(merged.facts), shipped(), min_confidence=options.min_confidence)
    published = {f.subject: f.object for f in merged.facts if f.predicate == SCHEMA.DATE_PUBLISHED}
    groups = stories.cluster((iri, text, _day(published.get(iri))) for iri, text in merged.texts.items())
    facts = [
        *merged.facts,
        *links.facts,
        *linking.describe(links.concepts | {concept for concept, _ in tagged}, vocabulary),
        *facts_of(resolution.things),
        *figure_facts(words, resolution, options.min_confidence),
    ]
    statements = [*resolution.statements, *(each for _, each in tagged), *stories.statements(groups)]
    documents = {path: {"sha256": merged.checksums[path], "states": states} for path, states in merged.states.items()}
    assembly = assemble(facts, statements, documents=documents, stories=stories.story_of(groups), base=options.base)
    tell("resolve", 1, 1)
    problems += merged.problems + links.problems + _dangling(assembly)
    notes = {
        "language model": language.description,
        "vocabulary": f"{vocabulary.scheme.title} {vocabulary.scheme.version}",
    }
    return assembly.graph, Report(len(accounts), sorted(set(problems)), keys, notes)


def read_words(
    texts: Mapping[Iri, Text], facts: Iterable[Fact], options: Options, tell: Callable[[int, int], None]
) -> tuple[Language, list[Source]]:
    """What the words of each article say; the same words are read once."""
    chosen = language.load(options.model)
    lexicon = shipped().with_names((known.label, known.type) for known in known_things(facts))
    distinct = sorted(set(texts.values()), key=lambda text: text.content)
    said = {}
    for done, (text, extraction) in enumerate(zip(distinct, extract(distinct, chosen, lexicon), strict=True), start=1):
        said[text] = extraction
        tell(done, len(distinct))
    return chosen, [Source(article, text, said[text]) for article, text in texts.items()]


def tag_concepts(
    texts: Mapping[Iri, Text], vocabulary: Vocabulary, min_confidence: float
) -> list[tuple[str, Statement]]:
    """The concepts that each article mentions, and those it is about, with the words that name them."""
    tagger = concepts_tagger(vocabulary)
    found: defaultdict[tuple[Iri, Iri, str], list[Evidence]] = defaultdict(list)
    for article, text in texts.items():
        for each in tagger.tag(text.content):
            if each.confidence < min_confidence:
                continue
            evidence = Evidence(
                article, each.text, each.start, each.end, each.confidence, f"concepts/{CONCEPTS_VERSION}"
            )
            for predicate in (SCHEMA.MENTIONS, SCHEMA.ABOUT) if each.central else (SCHEMA.MENTIONS,):
                found[article, predicate, each.concept].append(evidence)
    iris = {identifier: concept.iri for _, _, identifier in found if (concept := vocabulary.concept(identifier))}
    return [
        (identifier, Statement(article, predicate, iris[identifier], tuple(evidence)))
        for (article, predicate, identifier), evidence in sorted(found.items())
        if identifier in iris
    ]


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def account_for(
    files: list[sources.SourceFile], tell: Callable[[int, int], None]
) -> tuple[list[Account], list[ledger.Entry], list[Problem]]:
    """Read files and describe what their front matter says, one by one: only what it says is kept."""
    accounts, problems, counted = [], [], ledger.Ledger()
    for done, file in enumerate(files, start=1):
        document, noted = readers.read(file)
        problems += noted
        if document is not None:
            try:
                counted.add(document.path, ledger.keys_of(document.metadata))
                accounts.append(structure.describe(document))
            except UnreadableError as error:
                problems.append(Problem(document.path, error.place, error.reason))
        tell(done, len(files))
    return accounts, counted.entries(), problems


def _dangling(assembly: Assembly) -> list[Problem]:
    """Name what documents refer to and no document describes."""
    return [
        Problem(
            each.subject.removeprefix(identity.BASE),
            each.predicate.rpartition("/")[2],
            f"refers to {each.object.removeprefix(identity.BASE)}, which no document describes",
        )
        for each in assembly.dangling
    ]
