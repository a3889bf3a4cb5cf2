"""What the texts state, and how many independent stories say so."""

from collections.abc import Collection
from typing import NamedTuple

from kgraph.analysis.stories import independent, stories
from kgraph.analysis.table import Table
from kgraph.graph import Graph
from kgraph.model import Iri


class Supported(NamedTuple):
    """A statement found in text, and what speaks for it."""

    subject: str
    relation: str
    """The property's local name."""
    object: str
    support: int
    """How many independent stories say it."""
    articles: int
    """How many articles do; what is above ``support`` are reprints."""
    claims: int
    """How many sentences do."""
    confidence: float
    """Of the most certain claim."""
    sentence: str
    """Its words."""
    subject_iri: Iri
    predicate: Iri
    object_iri: Iri


def statements(graph: Graph, predicates: Collection[Iri] = ()) -> Table[Supported]:
    """All statements that rest on text, the best supported first.

    Args:
        graph: as ``kgraph.load`` returns it.
        predicates: IRIs of the properties to look at; all, if empty.
    """
    same = stories(graph)
    rows = []
    for subject, thing, key, held in graph.edges(keys=True, data=True):
        if not held["claims"] or (predicates and key not in predicates):
            continue
        said_by = {claim["article"] for claim in held["claims"]}
        best = min(held["claims"], key=lambda claim: (-claim["confidence"], claim["article"], claim["start"]))
        rows.append(
            Supported(
                graph.nodes[subject]["label"],
                held["label"],
                graph.nodes[thing]["label"],
                len(independent(said_by, same)),
                len(said_by),
                len(held["claims"]),
                float(held["confidence"]),
                best["exact"],
                subject,
                key,
                thing,
            )
        )
    rows.sort(key=lambda row: (-row.support, -row.confidence, row.subject_iri, row.predicate, row.object_iri))
    return Table(Supported, rows)
