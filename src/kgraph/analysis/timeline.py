"""What happened when: launches, acquisitions, partnerships and the like, with the words that tell of them."""

import calendar
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from kgraph import ontology
from kgraph.analysis.stories import independent, published, stories
from kgraph.analysis.table import Table
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import KG

EVENTS = (KG.LAUNCHED, KG.ACQUIRED, KG.PARTNERS_WITH, KG.INVESTED_IN, KG.CERTIFIED_BY, KG.USES, KG.INTEGRATES_WITH)
"""The statements that tell of something that happened, rather than of what is."""


class Event(NamedTuple):
    """One thing that happened."""

    day: date
    """When: the first day of the month or year where no more is known."""
    until: date
    """The last day that it may have been."""
    dated_by: str
    """"text" where the sentence gives the date, "publication" where only the article has one."""
    subject: str
    relation: str
    """The property's local name."""
    object: str
    support: int
    """How many independent stories tell of it."""
    confidence: float
    sentence: str
    """The words of the most certain claim."""
    source: str
    subject_iri: Iri
    object_iri: Iri
    article: Iri


def timeline(graph: Graph, relations: Collection[Iri] = EVENTS, *, min_confidence: float = 0.0) -> Table[Event]:
    """The dated events in a graph, in the order of their days.

    An event's day is the most precise that a sentence gives (the earliest of those), else the day on which the first
    article told of it. What nothing dates is left out.

    Args:
        graph: as ``kgraph.load`` returns it.
        relations: IRIs of the properties that count as events.
        min_confidence: statements below it are left out.
    """
    same = stories(graph)
    rows = []
    for subject, thing, key, held in graph.edges(keys=True, data=True):
        if key not in relations or held["confidence"] < min_confidence or not held["claims"]:
            continue
        if (
            ontology.property(ontology.local_name(key)).symmetric
            and subject > thing
            and graph.has_edge(thing, subject, key)
        ):
            continue  # the same event, told from the other side
        span, dated_by = _when(graph, held["claims"])
        if not span:
            continue
        best = min(held["claims"], key=lambda claim: (-claim["confidence"], claim["article"], claim["start"]))
        rows.append(
            Event(
                day=span[0],
                until=span[1],
                dated_by=dated_by,
                subject=graph.nodes[subject]["label"],
                relation=held["label"],
                object=graph.nodes[thing]["label"],
                support=len(independent((claim["article"] for claim in held["claims"]), same)),
                confidence=float(held["confidence"]),
                sentence=best["exact"],
                source=graph.nodes[best["article"]]["label"],
                subject_iri=subject,
                object_iri=thing,
                article=best["article"],
            )
        )
    rows.sort(key=lambda row: (row.day, row.until, row.subject_iri, row.relation, row.object_iri))
    return Table(Event, rows)


def _when(graph: Graph, claims: list[dict[str, Any]]) -> tuple[tuple[date, date] | None, str]:
    """The first and last day of an event, and what they rest on."""
    spans = [span for claim in claims if (span := days(claim.get("startDate", "")))]
    if spans:
        return min(spans, key=lambda span: (span[1] - span[0], span)), "text"
    told = [day for claim in claims if claim["article"] in graph and (day := published(graph, claim["article"]))]
    return ((min(told), min(told)) if told else None), "publication"


def days(said: str) -> tuple[date, date] | None:
    """The first and the last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for anything else.

    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    try:
        numbers = [int(part) for part in said.split("-")]
        match numbers:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return None
