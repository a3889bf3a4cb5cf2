"""Words to mentions, mentions to what they are, what is said between them, figures, and copies of one story."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from kgraph import language, packing, stories, vocabularies
from kgraph.concepts import TAGGER
from kgraph.engines import tables
from kgraph.engines.tables import Split, Tables
from kgraph.engines.tasks.documents import Tick
from kgraph.engines.values import decode, encode
from kgraph.extractors.concepts.tagging import ConceptTagger, concepts_tagger
from kgraph.extractors.text import EXAMPLE, extract
from kgraph.lexicon import Declared, shipped
from kgraph.model import Evidence, Extraction, Iri, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution import relations
from kgraph.resolution import types as typing_
from kgraph.resolution.decisions import NONE
from kgraph.resolution.measured import figure_facts
from kgraph.resolution.mentions import Place, Source, decided_by, key_of, place_of
from kgraph.resolution.naming import Thing as ResolvedThing
from kgraph.resolution.resolving import Resolution as Resolved
from kgraph.resolution.resolving import mention_statements
from kgraph.resolution.spelling import fold
from kgraph.vocabularies import CompiledVocabulary

KINDS = (*typing_.ENTITY_TYPES, typing_.NOTHING)


@lru_cache(maxsize=1)
def _declared(files: tuple[str, ...]) -> Declared:
    return Declared((row["name"], row["kind"]) for row in tables.read(files, ("name", "kind")))


@lru_cache(maxsize=1)
def _vocabulary() -> CompiledVocabulary:
    return vocabularies.default_mesh()  # which asks the disk each time whether it is current


@lru_cache(maxsize=1)
def _tagger() -> ConceptTagger:
    return concepts_tagger(_vocabulary())


@cache
def _iri_of(concept: str) -> Iri | None:
    found = _vocabulary().concept(concept)
    return found.iri if found else None


def load(name: str) -> language.Language:
    """Load all that reading words needs: the language model of that name, lists, and the vocabulary."""
    model = language.load(name)
    list(extract([EXAMPLE], model, shipped()))
    _tagger().tag(EXAMPLE.content)
    return model


def read_words(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What each text says: names with the evidence for what they are, claims, figures, concepts, keys of stories."""
    rows = list(tables.between(split.inputs["words_once"], split.start, split.stop))
    texts = [Text(row["headline"], row["abstract"], row["body"]) for row in rows]
    declared, model = _declared(tuple(settings["known"])), load(settings["model"])
    tick()  # what had to be loaded is
    read = extract(texts, model, shipped(), lambda text: declared.within(text.content))
    made: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    totals: dict[str, typing_.Evidence] = {}
    for row, text, said in zip(rows, texts, read, strict=True):
        words = row["words"]
        made["said"].append((words, packing.pack((text, said))))
        for place, mention in enumerate(said.mentions):
            key = key_of(mention.name, mention.stands_for)
            totals.setdefault(key, typing_.Evidence()).add(mention.types)
            kinds = json.dumps(mention.types)
            made["mentions"].append((words, place, mention.name, mention.stands_for, key, kinds))
        figures = tuple(each for each in said.figures if each.confidence >= settings["least"])
        if figures:
            made["figured"].append((words, packing.pack((text, Extraction(figures=figures)))))
            names = {name for each in figures for name in (each.market, each.region, each.subject) if name}
            made["figure_names"] += [(fold(name),) for name in names]
        _tag(words, text, settings["least"], made)
        made["story_keys"] += [(words, key) for key in _story_keys(text)]
        tick()
    made["evidence"] = [
        (key, held.count, *(each for kind in KINDS for each in (held.total.get(kind, 0), held.most.get(kind, 0))))
        for key, held in sorted(totals.items())
    ]
    for name in ("used_concepts", "figure_names"):
        made[name] = sorted(set(made[name]))
    order = (
        "mentions", "evidence", "said", "tagged", "used_concepts", "story_keys", "figured", "figure_names",
    )  # fmt: skip
    return {name: made[name] for name in order}


def _tag(words: str, text: Text, least: float, made: dict[str, list[tuple[Any, ...]]]) -> None:
    for each in _tagger().tag(text.content):
        if each.confidence < least:
            continue
        made["used_concepts"].append((each.concept,))
        if concept := _iri_of(each.concept):
            evidence = each.start, each.end, each.text, each.confidence, TAGGER, ""
            for predicate in (SCHEMA.MENTIONS, SCHEMA.ABOUT) if each.central else (SCHEMA.MENTIONS,):
                made["tagged"].append((words, "", predicate, concept, *evidence))


def _story_keys(text: Text) -> list[str]:
    return sorted(key.hex() for key in stories.traits_of(text).keys)


def place(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What each mention is, by its own evidence and that of all mentions of its name."""
    decisions = settings.get("decisions", NONE)
    made = []
    decided: dict[str, Any] = {}
    for row in tables.read(split.inputs["mentions"]):
        key = row["key"]
        if key not in decided:
            held = typing_.Evidence(count=row["mentions"])
            for kind in KINDS:
                held.total[kind] = row[f"total_{kind.lower()}"]
                held.most[kind] = row[f"most_{kind.lower()}"]
            decided[key] = decided_by(held)
        types = tuple((kind, weight) for kind, weight in json.loads(row["types"]))
        name, stands_for = row["name"], row["stands_for"]
        (node, kind), confidence = place_of((name, stands_for, types), key, decided[key], decisions)
        made.append((row["words"], row["place"], node, kind, confidence, name, int(bool(stands_for)), stands_for))
    tick()
    return {"places": made}


def claim(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What each text says in statements between things; the article itself is left open ("")."""
    rows_of = defaultdict(list)
    for row in tables.read(split.inputs["places"]):
        rows_of[row["words"]].append(row)
    made = []
    for row in sorted(tables.read(split.inputs["said"]), key=lambda row: row["words"]):
        text, said = packing.unpack(row["packed"])
        here = sorted(rows_of[row["words"]], key=lambda each: each["place"])
        places = [[Place((each["key"], each["kind"]), each["confidence"]) for each in here]]
        iris = {(each["key"], each["kind"]): each["iri"] for each in here}
        kinds = {each["iri"]: each["type"] for each in here}
        kinds |= {each["maker"]: each["maker_type"] for each in here if each["maker_type"]}
        makers = {each["iri"]: each["maker"] for each in here if each["maker"]}
        corpus = [Source("", text, said)]
        found = mention_statements(corpus, places, iris, settings["least"])
        found += relations.statements(corpus, places, iris, kinds, makers, settings["least"])
        made += [stated for each in found for stated in _claims(row["words"], each)]
        tick()
    return {"claims": made}


def _claims(words: str, said: Statement) -> Iterable[tuple[Any, ...]]:
    for e in said.evidence:
        found = e.start, e.end, e.exact, e.confidence, e.extractor, e.start_date
        yield (words, said.subject, said.predicate, said.object, *found)


def measure(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """The figures that each article states, as facts."""
    names: dict[tuple[str, str], Iri] = {}
    things = []
    for row in tables.read(settings["names"]):
        names[row["key"], row["kind"]] = row["iri"]
        if row["type"]:  # a thing that somebody mentions
            things.append(ResolvedThing(row["iri"], row["type"], "", (), 1.0, False))
    resolution = Resolved(things=tuple(things), names=names)
    facts: set[tuple[str, str, str]] = set()
    for row in tables.read(split.inputs["figured"]):
        text, said = packing.unpack(row["packed"])
        found = figure_facts([Source(row["article"], text, said)], resolution, settings["least"])
        facts.update((fact.subject, fact.predicate, encode(fact.object)) for fact in found)
        tick()
    return {"figure_facts": sorted(facts)}


def cluster(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """Which articles tell one story; what could be one story is in one split."""

    def given() -> Iterator[tuple[Iri, Text, date | None]]:
        for row in tables.read(split.inputs["candidates"]):
            tick()
            yield row["article"], Text(row["headline"], row["abstract"], row["body"]), _day(row["published"])

    groups = stories.cluster(given(), tick=tick)
    return {"stories": sorted(stories.story_of(groups).items())}


def _day(value: str | None) -> date | None:
    held = decode(value) if value else None
    return held.date() if isinstance(held, datetime) else held if isinstance(held, date) else None


def evidence_of(row: dict[str, Any]) -> Evidence:
    """A row of claims as evidence."""
    return Evidence(
        row["article"], row["exact"], row["begins"], row["ends"], row["confidence"], row["extractor"], row["start_date"]
    )
