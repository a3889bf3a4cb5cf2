"""A graph by what is not as it was."""

from dataclasses import dataclass, field

from kgraph.graph import Graph
from kgraph.model import Iri


@dataclass(frozen=True, slots=True)
class Change:
    """A graph by what is not as it was: enough to write its exports over those of the graph before."""

    graph: Graph
    """Nodes that are new or hold or say something else than before, with all they hold and all edges that lead from
    them; nodes at other ends of these edges stand bare in it, without attributes. Its ``graph`` attributes (base,
    documents, license) are those of the whole new graph."""
    told: frozenset[Iri] = field(default_factory=frozenset)
    """The nodes that are described in it; a node in it that is not told is bare."""
    gone: frozenset[Iri] = field(default_factory=frozenset)
    """Nodes of the former graph that are no more."""
    documents: frozenset[str] = field(default_factory=frozenset)
    """The documents, by path, that came, went, or describe other nodes than before."""
