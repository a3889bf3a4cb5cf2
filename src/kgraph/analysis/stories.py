"""Which articles tell one story, when it was told, and what it tells of.

Reprints of a release are one story: everything counted here counts stories, so that a reprint never raises a number.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime

from kgraph import ontology
from kgraph.graph import Graph
from kgraph.model import Iri
from kgraph.namespace import KG, SCHEMA

TOLD_BY = (SCHEMA.MENTIONS, SCHEMA.ABOUT)
"""The edges by which an article says what it is of."""


def of_kind(graph: Graph, kinds: Collection[str]) -> list[Iri]:
    """The nodes of some classes, subclasses included, sorted.

    Args:
        graph: as ``kgraph.load`` returns it.
        kinds: local names of classes of the ontology, such as "Organization".
    """
    known = ontology.load().classes
    wanted = {name for name in known if any(kind in known and ontology.is_a(name, kind) for kind in kinds)}
    wanted |= set(kinds)
    return sorted(iri for iri, held in graph.nodes(data=True) if held["type"] in wanted)


def stories(graph: Graph) -> dict[Iri, Iri]:
    """Each article that shares its story with others, and the article that stands for the story: the first by IRI."""
    above: dict[Iri, Iri] = {}

    def root(article: Iri) -> Iri:
        while (up := above.setdefault(article, article)) != article:
            above[article] = above[up]
            article = up
        return article

    for article in of_kind(graph, ("Article",)):
        for other, keys in graph.adj[article].items():
            if KG.SAME_STORY_AS in keys:
                first, second = sorted((root(article), root(other)))
                above[second] = first
    return {article: root(article) for article in sorted(above)}


def published(graph: Graph, article: Iri) -> date | None:
    """The day on which an article was published (in UTC), where that is known."""
    said = graph.nodes[article].get("datePublished")
    if isinstance(said, datetime):
        try:
            return said.astimezone(UTC).date() if said.tzinfo else said.date()
        except OverflowError:  # at the ends of time there is no other zone
            return said.date()
    return said if isinstance(said, date) else None


def story_days(graph: Graph) -> dict[Iri, date]:
    """The day of each dated story: when the first of its articles appeared."""
    same = stories(graph)
    days: dict[Iri, date] = {}
    for article in of_kind(graph, ("Article",)):
        if day := published(graph, article):
            story = same.get(article, article)
            days[story] = min(day, days.get(story, day))
    return days


def told(
    graph: Graph,
    kinds: Collection[str],
    *,
    by: Collection[Iri] = TOLD_BY,
    min_confidence: float = 0.0,
    same: dict[Iri, Iri] | None = None,
) -> dict[Iri, frozenset[Iri]]:
    """For each thing of some classes, the independent stories that tell of it.

    Args:
        graph: as ``kgraph.load`` returns it.
        kinds: local names of classes; subclasses are included.
        by: the edges that count, from articles to the thing.
        min_confidence: edges below it are left out.
        same: what :func:`stories` returned, where the caller has it.
    """
    same = stories(graph) if same is None else same
    articles = set(of_kind(graph, ("Article",)))
    found = {}
    for thing in of_kind(graph, kinds):
        found[thing] = frozenset(
            same.get(article, article)
            for article, keys in graph.pred[thing].items()
            if article in articles
            and any(keys[key].get("confidence", 1.0) >= min_confidence for key in by if key in keys)
        )
    return found


def by_story(things: dict[Iri, frozenset[Iri]]) -> dict[Iri, list[Iri]]:
    """The same the other way round: for each story, the things that it tells of, sorted."""
    found: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for thing in sorted(things):
        for story in things[thing]:
            found[story].append(thing)
    return {story: found[story] for story in sorted(found)}


def support(graph: Graph, subject: Iri, predicate: Iri, thing: Iri, same: dict[Iri, Iri] | None = None) -> int:
    """How many independent stories say a statement; 1 where front matter says it and no text does.

    Raises:
        KeyError: if the graph holds no such statement.
    """
    same = stories(graph) if same is None else same
    return len(independent((c["article"] for c in graph.edges[subject, thing, predicate]["claims"]), same)) or 1


def independent(articles: Iterable[Iri], same: dict[Iri, Iri]) -> frozenset[Iri]:
    """The stories of some articles."""
    return frozenset(same.get(article, article) for article in articles)
