"""What tells some articles apart from all: things and words that they have more often than the rest."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from kgraph.analysis.stories import TOLD_BY, of_kind
from kgraph.graph import Graph
from kgraph.model import Iri

_WORD = re.compile(r"[^\W\d_][\w+#.-]*\w")


class Telling:
    """What each article of a graph is of, and which words its headline has."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.articles = frozenset(of_kind(graph, ("Article",)))
        self._things: dict[Iri, Collection[str]] = {}
        self._words: dict[Iri, Collection[str]] = {}
        for article in sorted(self.articles):
            neighbours = graph.adj[article].items()
            self._things[article] = {thing for thing, keys in neighbours if any(key in keys for key in TOLD_BY)}
            self._words[article] = {word.casefold() for word in _WORD.findall(graph.nodes[article]["label"])}
        self._all_things = Counter(thing for things in self._things.values() for thing in things)
        self._all_words = Counter(word for words in self._words.values() for word in words)
        self._saying = sum(1 for things in self._things.values() if things)

    def about(self, group: Iterable[Iri]) -> frozenset[Iri]:
        """The articles among some nodes, and those about, or mentioning, one of the others."""
        found: set[Iri] = set()
        for node in group:
            if node in self.articles:
                found.add(node)
            else:
                sources = self._graph.pred[node].items()
                found |= {source for source, keys in sources if any(key in keys for key in TOLD_BY)}
        return self.articles & found

    def things(self, articles: Collection[Iri], besides: Collection[Iri], count: int) -> tuple[str, ...]:
        """The labels of the most telling things of some articles, leaving out some things."""
        here = Counter(thing for article in articles for thing in self._things[article] if thing not in besides)
        saying = sum(1 for article in articles if self._things[article])
        ranked = _most_telling(here, saying, self._all_things, self._saying)
        return tuple(dict.fromkeys(str(self._graph.nodes[thing]["label"]) for thing in ranked))[:count]

    def words(self, articles: Collection[Iri], count: int) -> tuple[str, ...]:
        """The most telling words of the headlines of some articles, in lower case."""
        here = Counter(word for article in articles for word in self._words[article])
        return tuple(_most_telling(here, len(articles), self._all_words, len(self.articles)))[:count]


def _most_telling(here: Mapping[str, int], among: int, anywhere: Mapping[str, int], of_all: int) -> list[str]:
    """What adds most to the Kullback-Leibler divergence of here from anywhere, p·ln(p/q); once is no pattern."""
    scored = []
    for each, times in here.items():
        share = times / among
        gain = share * math.log(share / (anywhere[each] / of_all))
        if times > 1 and gain > 0:
            scored.append((-round(gain, 12), each))
    return [each for _, each in sorted(scored)]
