"""From a graph to answers, tables and plots: what matters, who belongs together, what is rising.

    >>> import kgraph
    >>> from kgraph import analysis
    >>> graph = kgraph.load("exports")  # doctest: +SKIP
    >>> analysis.figures(graph).pandas()  # doctest: +SKIP

Views turn the graph into plain networkx graphs or into tables of named tuples; measures take any simple networkx graph.
Everything counts independent stories: a reprint never raises a number. Pictures are in :mod:`kgraph.analysis.plots`,
other tools' formats in :mod:`kgraph.analysis.interop`; both import their libraries when they are called.
"""

from kgraph.analysis.communities import Community, Partition, communities, partition
from kgraph.analysis.figures import Contradiction, Figure, contradictions, figures
from kgraph.analysis.forecasts import Forecast, cagr, forecasts
from kgraph.analysis.measures import (
    Bridge,
    Prediction,
    Scores,
    betweenness,
    bridges,
    cores,
    degrees,
    likely_links,
    pagerank,
)
from kgraph.analysis.mesh import Branch, mesh_branches
from kgraph.analysis.ranking import Ranked, Ranking, ranking
from kgraph.analysis.similarity import article_similarity
from kgraph.analysis.statements import Supported, statements
from kgraph.analysis.stories import stories, support
from kgraph.analysis.table import Table
from kgraph.analysis.timeline import Event, timeline
from kgraph.analysis.trends import Count, Trend, series, trends
from kgraph.analysis.views import (
    comentions,
    company_products,
    everything,
    project,
    provider_topics,
    related,
    topic_cooccurrence,
)

__all__ = [
    "Branch",
    "Bridge",
    "Community",
    "Contradiction",
    "Count",
    "Event",
    "Figure",
    "Forecast",
    "Partition",
    "Prediction",
    "Ranked",
    "Ranking",
    "Scores",
    "Supported",
    "Table",
    "Trend",
    "article_similarity",
    "betweenness",
    "bridges",
    "cagr",
    "comentions",
    "communities",
    "company_products",
    "contradictions",
    "cores",
    "degrees",
    "everything",
    "figures",
    "forecasts",
    "likely_links",
    "mesh_branches",
    "pagerank",
    "partition",
    "project",
    "provider_topics",
    "ranking",
    "related",
    "series",
    "statements",
    "stories",
    "support",
    "timeline",
    "topic_cooccurrence",
    "trends",
]
