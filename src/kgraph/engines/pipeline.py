"""The story of a build over tables, on one page: the same steps as :mod:`kgraph.building`, and the same statements."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph import language, ledger, linking, merge, ontology, vocabularies
from kgraph.building import Options, undescribed
from kgraph.engines import components
from kgraph.engines.plan import Plan
from kgraph.engines.tables import Split
from kgraph.engines.values import decode, encode
from kgraph.errors import UsageError
from kgraph.graph import Dangling
from kgraph.lexicon import shipped
from kgraph.model import Fact, Iri, Problem
from kgraph.namespace import RDF, RDFS
from kgraph.resolution import KnownThing, Named, Resolution, resolve_names
from kgraph.resolution import record as resolution_record
from kgraph.resolution.known import facts_of, known_things
from kgraph.resolution.merging import Node
from kgraph.sources import SourceFile

DOCUMENTS_OF_BUCKET = 500
"""How many documents' descriptions and words a task holds at most, about: 50 MB."""
ROWS_OF_BUCKET = 50_000
"""How many facts and claims a task that writes graphs shall hold at most, about: 200 MB."""
OUTPUTS = ("graph_nodes", "graph_edges", "graph_claims", "graph_statements", "graph_extractors", "graph_quads")
_ORIGIN_LINKS, _ORIGIN_CONCEPTS, _ORIGIN_THINGS, _ORIGIN_MEASURES = 2, 3, 4, 6


@dataclass(frozen=True, slots=True)
class Findings:
    """What a build has to say beside its tables."""

    documents: int
    problems: list[Problem]
    keys: list[ledger.Entry]
    resolution: dict[str, Any]


def build(plan: Plan, files: list[SourceFile], options: Options, folder: Path, split_size: int) -> Findings:
    """Make all tables of a build.

    Args:
        plan: makes and names them.
        files: to read.
        options: how.
        folder: for what tasks must read beside their splits; every worker must see it.
        split_size: how many documents, or texts, a task is given.

    Raises:
        UsageError: if no file can be read.
    """
    plan.say(digits=_digits(len(files), DOCUMENTS_OF_BUCKET))
    say_terms(plan)
    plan.give("files", [(file.path, str(file.location)) for file in files])
    _describe(plan, split_size)
    if plan.fetch("select count(*) from accounts") == [(0,)]:
        raise UsageError(f"nothing to build from: none of {len(files)} files could be read")
    known = list(known_things(_facts(plan.ask("named_facts"))))
    vocabulary = vocabularies.default_mesh()
    links = linking.link(_facts(plan.ask("concept_facts")), vocabulary)
    _read_words(plan, known, options, folder, split_size)
    named = _name(plan, known, options)
    used = {iri for (iri,) in plan.ask("things_used")}
    things = [thing for thing in named.things if thing.iri in used or not thing.is_new]
    kept = {thing.iri: thing.type for thing in things}
    plan.give("names", [(key, kind, iri, kept.get(iri, "")) for (key, kind), iri in sorted(named.names.items())])
    plan.steps("names_of_figures", "figured_by_article")
    plan.map(
        "words:measure",
        plan.buckets("figured_by_article"),
        ["figure_facts"],
        least=options.min_confidence,
        names=plan.files["names_of_figures"],
    )
    _find_stories(plan)
    concepts = links.concepts | {concept for (concept,) in plan.ask("concepts_used")}
    given: list[tuple[int, Iterable[Fact]]] = [
        (_ORIGIN_LINKS, links.facts),
        (_ORIGIN_CONCEPTS, linking.describe(concepts, vocabulary)),
        (_ORIGIN_THINGS, facts_of(sorted(things, key=lambda thing: thing.iri))),
        (_ORIGIN_MEASURES, _measures(plan)),
    ]
    rows = [(origin, f.subject, f.predicate, encode(f.object)) for origin, facts in given for f in facts]
    plan.give("given_facts", rows)
    write(plan, options, folder)
    resolution = resolution_record.plain(Resolution(merges=named.merges, doubtful=named.doubtful))
    return Findings(*_report(plan, links.problems), resolution)


def say_terms(plan: Plan) -> None:
    """Tell the queries which classes have names, and which properties lead to things."""
    kinds = ", ".join(f"'s{kind}'" for kind in ("Company", "Organization", "Person", "Place", "Product"))
    objects = sorted(each.iri for each in ontology.load().properties.values() if each.is_object)
    plan.say(kinds=kinds, objects=", ".join(f"'{iri}'" for iri in objects))


def _describe(plan: Plan, split_size: int) -> None:
    """Files to what is said of each thing once."""
    made = ("described", "descriptions", "aliases", "accounts", "problems", "keys")
    plan.map_rows("documents:read_files", "files", split_size, made)
    canonical = merge.canonical_addresses(dict(plan.ask("first_claims")))
    plan.give("canonical", sorted(canonical.items()))
    plan.steps("described_once", "described_by_subject", "states")
    plan.map(
        "documents:bring_together",
        plan.buckets("described_by_subject"),
        ["own_values", "votes", "texts"],
        canonical=plan.files["canonical"],
    )
    plan.steps("values_by_subject")
    plan.map("documents:settle", plan.buckets("values_by_subject"), ["settled"])


def _read_words(plan: Plan, known: list[KnownThing], options: Options, folder: Path, split_size: int) -> None:
    """Texts, each once, to what they say."""
    declared = folder / "declared.json"
    declared.write_text(json.dumps(sorted({(each.label, each.type) for each in known})), encoding="utf-8")
    plan.steps("words_once")
    made = ("mentions", "evidence", "said", "tagged", "used_concepts", "story_keys", "figured", "figure_names")
    plan.map_rows(
        "words:read_words",
        "words_once",
        split_size,
        made,
        declared=str(declared),
        model=language.identify(options.model)[0],
        least=options.min_confidence,
    )


def _name(plan: Plan, known: list[KnownThing], options: Options) -> Named:
    """Mentions to things: what each is by the sums over the corpus, and which of the distinct names are one."""
    plan.steps("evidence_of_names", "mentions_by_words")
    plan.map("words:place", plan.buckets("mentions_by_words"), ["places"], decisions=options.decisions)
    plan.steps("copies")
    nodes: dict[tuple[str, str], Node] = {}
    for key, kind, name, is_short, times, confidence in plan.ask("names_written"):
        node = nodes.setdefault((key, kind), Node(key, kind))
        node.total += times
        (node.shorts if is_short else node.surfaces)[name] += times
        node.confidence = max(node.confidence, confidence)
    for key, kind, name, stands_for in plan.ask("names_stood_for"):
        nodes[key, kind].stands_for[name] = stands_for
    named = resolve_names(nodes, known, shipped(), options.decisions)
    types = {thing.iri: thing.type for thing in named.things}
    makers = {iri: (maker, types.get(maker, "")) for iri, maker in named.makers.items()}
    resolved = [(key, kind, iri, types[iri], *makers.get(iri, ("", ""))) for (key, kind), iri in named.iris.items()]
    plan.give("resolved", sorted(resolved))
    plan.steps("places_by_words", "said_by_words")
    plan.map("words:claim", plan.buckets("said_by_words", "places_by_words"), ["claims"], least=options.min_confidence)
    plan.steps("claims_of_articles")
    return named


def _find_stories(plan: Plan) -> None:
    """Articles that share no key are never compared: what hangs together by keys is a task of its own."""
    plan.steps("story_edges")
    ((edges,),) = plan.fetch("select count(*) from story_edges")
    if edges > components.IN_MEMORY:
        components.by_stars(plan, "story_edges", "labels")
    else:
        plan.give("labels", components.in_memory(plan.rows("story_edges", "u", "v")))
    plan.steps("candidates_by_story")
    plan.map("words:cluster", plan.buckets("candidates_by_story"), ["stories"])


def write(plan: Plan, options: Options, folder: Path) -> None:
    """Facts, claims and stories to the outputs, in buckets of subjects small enough for memory."""
    plan.steps("facts", "complete", "all_links")
    ((rows,),) = plan.ask("how_many")
    plan.say(digits=_digits(rows, ROWS_OF_BUCKET))
    plan.steps("facts_by_subject", "links_by_subject", "claims_by_subject", "documents_by_subject")
    splits = plan.buckets("facts_by_subject", "links_by_subject", "claims_by_subject", "documents_by_subject")
    where = {"base": options.base, "folder": str(folder / "nquads")}
    plan.map("graphs:write", splits, OUTPUTS, **where)
    plan.steps("stated_by_path")
    documents = plan.buckets("stated_by_path")
    plan.map("graphs:write_documents", documents, ["document_statements", "document_quads"], **where)
    extractors = [Split(0, {"graph_extractors": tuple(plan.files["graph_extractors"])})]
    plan.map("graphs:write_extractors", extractors, ["extractor_statements", "extractor_quads"], **where)
    for kind in ("statements", "quads"):
        for other in ("document", "extractor"):
            plan.files[f"graph_{kind}"] += plan.files[f"{other}_{kind}"]


def _digits(rows: int, rows_of_bucket: int) -> int:
    """How many hexadecimal digits name enough buckets."""
    digits = 0
    while rows > 16**digits * rows_of_bucket and digits < 4:
        digits += 1
    return digits


def _facts(rows: Iterable[tuple[Any, ...]]) -> list[Fact]:
    facts = [Fact(subject, predicate, decode(value)) for subject, predicate, value in rows]
    return sorted(facts, key=lambda fact: (fact.subject, fact.predicate, str(fact.object)))


def _measures(plan: Plan) -> list[Fact]:
    used = {str(decode(value)) for (value,) in plan.ask("measures_used")}
    facts = []
    for name, label in sorted(ontology.load().measures.items()):
        iri: Iri = ontology.PREFIXES["kg"] + name
        if iri in used:
            facts += [Fact(iri, RDF.TYPE, "Measure"), Fact(iri, RDFS.LABEL, label)]
    return facts


def _report(plan: Plan, more: list[Problem]) -> tuple[int, list[Problem], list[ledger.Entry]]:
    """How many documents were read, what was wrong, and the front-matter keys."""
    problems = [Problem(*row) for row in plan.rows("problems")] + more
    problems += [Problem(path, "", reason) for path, reason in plan.lost["read_files"]]
    if reasons := dict(plan.lost["read_words"]):
        listed = ", ".join(f"'{words}'" for words in sorted(reasons))
        problems += [Problem(path, "text", reasons[words]) for path, words in plan.ask("lost_words", lost=listed)]
    problems += [undescribed(Dangling(*row)) for row in plan.ask("dangling")]
    ((documents,),) = plan.fetch("select count(*) from accounts")
    keys = [
        ledger.Entry(key, times, example, ledger.status(key)) for key, times, example in sorted(plan.ask("keys_of_all"))
    ]
    return documents, sorted(set(problems)), keys
