"""Read texts the way a build does, in names instead of IRIs."""

from collections.abc import Iterable
from functools import cache

from kgraph.extractors.text import extract
from kgraph.language import RULES, Language, load
from kgraph.lexicon import Lexicon, shipped
from kgraph.model import Extraction, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.mentions import Source, row_of
from kgraph.resolution.naming import KnownThing
from kgraph.resolution.resolving import Resolution, decide_names, mention_all, relate, resolution


@cache
def model() -> Language:
    return load()


@cache
def rules() -> Language:
    return load(RULES)


def read(*texts: str | Text, language: Language | None = None) -> list[Extraction]:
    given = [text if isinstance(text, Text) else Text(abstract=text) for text in texts]
    return list(extract(given, language or rules(), shipped()))


def resolved(
    *texts: str | Text, least: float = 0.5, decisions: Decisions = NONE, language: Language | None = None
) -> Resolution:
    given = [text if isinstance(text, Text) else Text(abstract=text) for text in texts]
    sources = [
        Source(f"https://example.org/{number:04d}", text, extraction)
        for number, (text, extraction) in enumerate(zip(given, read(*given, language=language), strict=True))
    ]
    return resolve(sources, lexicon=shipped(), decisions=decisions, min_confidence=least)


def resolve(
    sources: Iterable[Source],
    known: Iterable[KnownThing] = (),
    lexicon: Lexicon | None = None,
    decisions: Decisions = NONE,
    min_confidence: float = 0.0,
) -> Resolution:
    """All that resolution finds in a corpus, as a build puts it together."""
    corpus = sorted(sources, key=lambda source: source.article)
    rows = {source.article: row_of(source.extraction) for source in corpus}
    names = decide_names(rows, {source.article: source.text for source in corpus}, known, lexicon, decisions)
    related = relate(corpus, names, min_confidence)
    return resolution(names, [*mention_all(corpus, names, min_confidence), *related], min_confidence)


def things(resolution: Resolution) -> set[tuple[str, str]]:
    return {(thing.type, thing.label) for thing in resolution.things}


def relations(resolution: Resolution) -> set[tuple[str, str, str]]:
    labels = {thing.iri: thing.label for thing in resolution.things}
    return {
        (labels[each.subject], each.predicate.replace("#", "/").rpartition("/")[2], labels[str(each.object)])
        for each in resolution.statements
        if each.predicate != SCHEMA.MENTIONS
    }


def names(texts: Iterable[str]) -> set[tuple[str, str]]:
    return things(resolved(*texts))
