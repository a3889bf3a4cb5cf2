"""The story of a build over tables, on one page: the same steps as :mod:`kgraph.building`, and the same statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph import language, ledger, linking, merge, ontology, vocabularies
from kgraph.building import undescribed
from kgraph.engines import components
from kgraph.engines.plan import Plan
from kgraph.engines.tables import Split
from kgraph.engines.values import decode, encode
from kgraph.errors import UsageError
from kgraph.graph import Dangling
from kgraph.model import Fact, Problem
from kgraph.namespace import RDF, RDFS
from kgraph.options import Options
from kgraph.resolution import pairs, record
from kgraph.resolution.components import Merge
from kgraph.resolution.resolving import Resolution
from kgraph.sources import SourceFile

DOCUMENTS_OF_BUCKET = 500
"""How many documents' descriptions and words a task holds at most, about: 50 MB."""
ROWS_OF_BUCKET = 50_000
"""How many facts and claims a task that writes graphs shall hold at most, about: 200 MB."""
OUTPUTS = ("graph_nodes", "graph_edges", "graph_claims", "graph_statements", "graph_extractors", "graph_quads")
_ORIGIN_LINKS, _ORIGIN_CONCEPTS, _ORIGIN_MEASURES = 2, 4, 6  # the others stand in the queries


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
    plan.model = language.identify(options.model)[0]
    say_terms(plan)
    plan.give("files", [(file.path, str(file.location)) for file in files])
    _describe(plan, split_size)
    if plan.fetch("select count(*) from accounts") == [(0,)]:
        raise UsageError(f"nothing to build from: none of {len(files)} files could be read")
    vocabulary = vocabularies.default_mesh()
    links = linking.link(_facts(plan.ask("concept_facts")), vocabulary)
    _read_words(plan, options, split_size)
    resolved = _name(plan, options)
    plan.steps("kept_things", "kept_facts", "names_of_figures", "figured_by_article")
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
        (_ORIGIN_MEASURES, _measures(plan)),
    ]
    rows = [(origin, f.subject, f.predicate, encode(f.object)) for origin, facts in given for f in facts]
    plan.give("given_facts", rows)
    write(plan, options, folder)
    return Findings(*_report(plan, links.problems), resolved)


def say_terms(plan: Plan) -> None:
    """Tell the queries which properties lead to things."""
    objects = sorted(each.iri for each in ontology.load().properties.values() if each.is_object)
    plan.say(objects=", ".join(f"'{iri}'" for iri in objects))


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
    plan.map("documents:settle", plan.buckets("values_by_subject"), ["settled", "known"])


def _read_words(plan: Plan, options: Options, split_size: int) -> None:
    """Texts, each once, to what they say."""
    plan.steps("words_once")
    made = ("mentions", "evidence", "said", "tagged", "used_concepts", "story_keys", "figured", "figure_names")
    plan.map_rows(
        "words:read_words",
        "words_once",
        split_size,
        made,
        known=plan.files["known"],
        model=plan.model,
        least=options.min_confidence,
    )


def _name(plan: Plan, options: Options) -> dict[str, Any]:
    """Mentions to things: what each is by the sums over the corpus, and which of the distinct names are one.

    Gives what was merged, and what is doubtful.
    """
    plan.steps("evidence_of_names", "mentions_by_words")
    plan.map("words:place", plan.buckets("mentions_by_words"), ["places"], decisions=options.decisions)
    plan.steps("copies", "names_by_key")
    met = ("nodes", "cuts", "heads", "spelt", "compared", "listed", "other_names")
    plan.map("names:meet", plan.buckets("names_by_key"), met)
    plan.give("decided_names", [(name,) for name in sorted(pairs.names_of(options.decisions))])
    kinds_of: defaultdict[str, list[str]] = defaultdict(list)
    for name, kind in sorted(plan.ask("kinds_of_decided")):
        kinds_of[name].append(kind)
    plan.give("decided", sorted(pairs.decided(kinds_of, options.decisions)))
    plan.say(
        **{
            f"rule_{name}": getattr(pairs, name.upper()) for name in ("declared", "maker", "head", "spelling", "plural")
        },
        most=pairs.MAX_BLOCK,
        lengths=pairs.LENGTHS,
        brands=pairs.BRANDS,
        steps=" union all ".join(f"select {step} as step" for step in range(1, pairs.NEIGHBOURS + 1)),
    )
    plan.steps("candidates_by_name")
    plan.map("names:compare", plan.buckets("candidates_by_name"), ["alike", "doubts"])
    plan.steps("pairs", "name_edges")
    _label(plan, "name_edges", "name_labels")
    plan.steps("names_by_group", "pairs_by_group")
    made = ("members", "things_made", "spellings", "merges")
    plan.map("names:join", plan.buckets("names_by_group", "pairs_by_group"), made, decisions=options.decisions)
    plan.steps("things_made_by_iri")
    plan.map("names:unify", plan.buckets("things_made_by_iri"), ["things", "thing_facts", "maker_names"])
    plan.steps("names", "resolved", "places_by_words", "said_by_words")
    plan.map("words:claim", plan.buckets("said_by_words", "places_by_words"), ["claims"], least=options.min_confidence)
    plan.steps("claims_of_articles")
    merges = tuple(Merge(*row) for row in plan.rows("merges"))
    doubtful = tuple(pairs.Doubt(*row) for row in plan.ask("doubtful"))
    return record.plain(Resolution(merges=merges, doubtful=doubtful))


def _label(plan: Plan, edges: str, labels: str) -> None:
    """Make a table of what hangs together by a table of edges: in memory, or by set operations where it is large."""
    ((count,),) = plan.fetch(f"select count(*) from {edges}")  # noqa: S608 - a name of ours
    if count > components.IN_MEMORY:
        components.by_stars(plan, edges, labels)
    else:
        plan.give(labels, components.in_memory(plan.rows(edges, "u", "v")))


def _find_stories(plan: Plan) -> None:
    """Articles that share no key are never compared: what hangs together by keys is a task of its own."""
    plan.steps("story_edges")
    _label(plan, "story_edges", "labels")
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
    for iri, label in ontology.measures().items():
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
