"""Which articles tell of the same things, and how far that goes."""

import math

import networkx as nx
import numpy as np
from scipy import sparse

from kgraph.analysis.stories import TOLD_BY, of_kind
from kgraph.analysis.views import Network
from kgraph.graph import Graph

_ROWS = 512  # of the product at a time: the whole of it would be as large as the square of the corpus


def article_similarity(graph: Graph, *, neighbours: int = 10, threshold: float = 0.2, common: float = 0.1) -> Network:
    """Each article with those most like it: the cosine of what they are about and mention, rare things weighing more.

    A thing's weight is its inverse document frequency (Spärck Jones 1972).

    Args:
        graph: as ``kgraph.load`` returns it.
        neighbours: how many of the most similar each article is tied to at most (it may be chosen by more).
        threshold: cosines below it are no ties.
        common: what stands in more than this share of the articles (and in more than ten) tells none apart, and is
            left out.

    Returns:
        An undirected graph of the articles that say anything; ``weight`` is the cosine, above 0 and up to 1.
    """
    articles = of_kind(graph, ("Article",))
    places = {article: place for place, article in enumerate(articles)}
    rows, columns, weights = [], [], []
    features = 0
    for thing in sorted(graph):
        within = sorted(
            places[article]
            for article, keys in graph.pred[thing].items()
            if article in places and any(key in keys for key in TOLD_BY)
        )
        if 2 <= len(within) <= max(10, common * len(articles)):
            rows += within
            columns += [features] * len(within)
            weights += [math.log(len(articles) / len(within))] * len(within)
            features += 1
    network: Network = nx.Graph()
    if not features:
        return network
    held = sparse.csr_array((weights, (rows, columns)), shape=(len(articles), features))
    norms = np.sqrt(held.multiply(held).sum(axis=1))
    held = sparse.diags_array(np.divide(1.0, norms, out=np.zeros(len(norms)), where=norms > 0)) @ held
    ties: dict[tuple[int, int], float] = {}
    for first in range(0, len(articles), _ROWS):
        block = (held[first : first + _ROWS] @ held.T).tocsr()
        for row in range(block.shape[0]):
            span = slice(block.indptr[row], block.indptr[row + 1])
            found = zip(block.indices[span].tolist(), block.data[span].tolist(), strict=True)
            like = [(other, cosine) for other, cosine in found if cosine >= threshold and other != first + row]
            like.sort(key=lambda each: (-round(each[1], 12), each[0]))
            for other, cosine in like[:neighbours]:
                ties[min(first + row, other), max(first + row, other)] = min(cosine, 1.0)
    said = sorted(set(rows))
    network.add_nodes_from(
        (articles[place], {name: graph.nodes[articles[place]][name] for name in ("label", "type")}) for place in said
    )
    network.add_edges_from((articles[a], articles[b], {"weight": ties[a, b]}) for a, b in sorted(ties))
    return network
