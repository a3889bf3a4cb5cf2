"""Facts and statements to one plain ``networkx.MultiDiGraph``, and what its attributes mean.

Node keys and edge keys are IRIs. A node has ``type`` (the local name of its most specific class), ``label``, and its
literal properties under their local names: a single value where the ontology allows one, a sorted list otherwise. An
edge has ``label`` (the predicate's local name), ``confidence`` (the best claim's; 1.0 where front matter says it),
``support`` (how many independent stories say it) and ``claims``. The graph itself has ``base`` and ``documents``,
and ``license`` where the builder stated one.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

import networkx as nx

from kgraph import identity, ontology
from kgraph.collector import no_cyclic_collection
from kgraph.model import Evidence, Fact, Iri, Statement
from kgraph.namespace import KG, RDF, RDFS

Graph: TypeAlias = "nx.MultiDiGraph[str]"
_Rebase: TypeAlias = Callable[[Iri], Iri]


@dataclass(frozen=True, slots=True)
class Dangling:
    """An edge that was left out because one of its ends is described nowhere."""

    subject: Iri
    predicate: Iri
    object: Iri


@dataclass(slots=True)
class Assembly:
    """A graph, and what could not become a part of it."""

    graph: Graph
    dangling: list[Dangling] = field(default_factory=list)


def assemble(
    facts: Iterable[Fact],
    statements: Iterable[Statement] = (),
    *,
    documents: Mapping[str, Mapping[str, Any]] | None = None,
    stories: Mapping[Iri, Iri] | None = None,
    base: Iri = identity.BASE,
    elsewhere: Container[Iri] = (),
) -> Assembly:
    """Put a graph together; the same facts and statements, in whatever order, give the same graph.

    Args:
        facts: what is known without evidence: types, labels, values, and the edges that front matter states.
        statements: what texts state, with their evidence.
        documents: by path, ``sha256`` and ``states`` (the things that the document describes).
        stories: for articles that tell the same story, the article that stands for it.
        base: what the IRIs of things begin with, instead of :data:`kgraph.identity.BASE`.
        elsewhere: what is described in another place: an edge may lead to it, to a node that holds nothing here.
    """
    nodes: defaultdict[Iri, dict[str, Any]] = defaultdict(dict)
    links: dict[tuple[Iri, Iri, Iri], list[Evidence]] = {}
    properties: dict[Iri, ontology.Property] = {}
    for subject, predicate, value in facts:
        if predicate == RDF.TYPE:
            nodes[subject]["type"] = value
        elif predicate == RDFS.LABEL:
            nodes[subject]["label"] = value
        else:
            if (known := properties.get(predicate)) is None:
                known = properties[predicate] = ontology.property(ontology.local_name(predicate))
            if known.is_object:
                links.setdefault((subject, str(value), predicate), [])
            elif known.multiple:
                nodes[subject].setdefault(known.local_name, set()).add(value)
            else:
                nodes[subject][known.local_name] = value
    for statement in statements:
        ends = statement.subject, str(statement.object), statement.predicate
        links.setdefault(ends, []).extend(statement.evidence)
    measured = {end for _, end, predicate in links if predicate == KG.MEASURE}
    for iri, label in ontology.measures().items():
        if iri in measured:
            nodes[iri] |= {"type": "Measure", "label": label}
    complete = {iri for iri, held in nodes.items() if held.get("type") and held.get("label")}
    dangling = [
        Dangling(s, p, o) for s, o, p in links if s not in complete or (o not in complete and o not in elsewhere)
    ]
    here = partial(identity.below, base)
    with no_cyclic_collection():
        graph: Graph = nx.MultiDiGraph(base=base, documents=_documents(documents or {}, here))
        graph.add_nodes_from((here(iri), _attributes(nodes[iri])) for iri in sorted(complete, key=here))
        for each in dangling:
            del links[each.subject, each.object, each.predicate]
        for ends in sorted(links) if base == identity.BASE else sorted(links, key=lambda ends: tuple(map(here, ends))):
            source, target, predicate = ends
            edge = _edge(predicate, links.pop(ends), stories or {}, here)
            graph.add_edge(here(source), here(target), predicate, **edge)
    return Assembly(graph, sorted(dangling, key=lambda each: (each.subject, each.predicate, each.object)))


def _documents(documents: Mapping[str, Mapping[str, Any]], here: _Rebase) -> dict[str, dict[str, Any]]:
    return {
        path: {"sha256": documents[path]["sha256"], "states": sorted(map(here, documents[path]["states"]))}
        for path in sorted(documents)
    }


def _attributes(held: Mapping[str, Any]) -> dict[str, Any]:
    """Type and label first, the rest by name; several values sorted."""
    rest = {
        name: sorted(value, key=lambda each: (str(type(each)), each)) if isinstance(value, set) else value
        for name, value in sorted(held.items())
        if name not in ("type", "label")
    }
    return {"type": held["type"], "label": held["label"], **rest}


def _edge(predicate: Iri, evidence: list[Evidence], stories: Mapping[Iri, Iri], here: _Rebase) -> dict[str, Any]:
    if not evidence:
        return {"label": ontology.local_name(predicate), "confidence": 1.0, "support": 1, "claims": []}
    distinct = sorted(
        set(evidence), key=lambda e: (e.article, e.start, e.end, e.extractor, -e.confidence, e.start_date)
    )
    best: dict[tuple[Iri, int, int, str], Evidence] = {}  # the same words twice are one claim, the surer one
    for each in distinct:
        best.setdefault((each.article, each.start, each.end, each.extractor), each)
    claims = []
    for each in best.values():
        claim: dict[str, Any] = {
            "article": here(each.article),
            "exact": each.exact,
            "start": each.start,
            "end": each.end,
            "confidence": each.confidence,
            "extractor": each.extractor,
        }
        if each.start_date:
            claim["startDate"] = each.start_date
        claims.append(claim)
    return {
        "label": ontology.local_name(predicate),
        "confidence": max((claim["confidence"] for claim in claims), default=1.0),
        "support": len({stories.get(each.article, each.article) for each in distinct}) or 1,
        "claims": claims,
    }
