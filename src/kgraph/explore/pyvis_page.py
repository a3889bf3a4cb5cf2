"""Small graphs with live physics: a :class:`pyvis.network.Network` whose page is safe and works offline.

pyvis's own template fetches Bootstrap from a CDN and turns every title into ``innerHTML`` as soon as one contains
"href". Here the page is kgraph's: vis-network is read from the installed pyvis, data stands in a JSON block, text is
only ever text, and a content security policy allows these scripts and no other.
"""

from __future__ import annotations

import html
import json
import warnings
from collections.abc import Mapping
from importlib import resources

import networkx as nx
import numpy as np
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kgraph.explore import assembly, columns, layout, told
from kgraph.explore.colours import Colours, colour
from kgraph.explore.numbering import number

LIMIT = 300  # nodes that a caller usually wants at most
WARN_ABOVE = 1_000
_HIDDEN = frozenset({"type", "label", "altLabel", "abstract", "headline", "url", "exact", "start", "end", "image"})


class SafeNetwork(Network):  # type: ignore[misc]
    """A pyvis network whose page needs no network and runs nothing but its own code."""

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page as text (the arguments are pyvis's and change nothing)."""
        library = (resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(
            "utf-8"
        )
        library = library.replace("</script", "<\\/script")
        script, style = assembly.join(("dom.js", "pyvis.js")), assembly.asset("theme.css") + assembly.asset("pyvis.css")
        options = self.options if isinstance(self.options, dict) else json.loads(self.options.to_json())
        policy = assembly.policy([library, script], [style])
        data = {
            "heading": self.heading,
            "nodes": self.nodes,
            "edges": self.edges,
            "options": options,
            "kinds": self.kinds,
        }
        return assembly.fill(
            assembly.asset("pyvis.html"),
            {
                "policy": html.escape(policy, quote=True),
                "title": html.escape(self.heading),
                "style": style,
                "data": assembly.inert(data),
                "library": library,
                "script": script,
            },
        )

    kinds: Mapping[str, str] = {}


def to_pyvis(
    graph: nx.MultiDiGraph[str],
    *,
    title: str = "",
    colours: Colours | None = None,
    physics: bool = True,
    height: str = "100%",
    positions: Mapping[str, tuple[float, float]] | None = None,
) -> SafeNetwork:
    """Return ``graph`` as a pyvis network, ready for ``show``, ``save_graph`` or ``generate_html``; it is only read.

    Parallel edges are kept. ``positions`` (pixels by node) places nodes; without it they start from a layout of their
    own, and physics moves them on. Warns above 1,000 nodes, where live physics no longer pleases: take
    :func:`kgraph.explore.page` for those.
    """
    if graph.number_of_nodes() > WARN_ABOVE:
        warnings.warn(
            f"{graph.number_of_nodes()} nodes are many for live physics; graph.html shows them better.", stacklevel=2
        )
    network = SafeNetwork(
        height=height, width="100%", directed=True, heading=title or str(graph.graph.get("title") or "Graph")
    )
    told_by = told.of_graph(graph)
    numbered = number(told_by)
    by_name = {str(node): node for node in graph}
    iris = [told_by.nodes[row] for row in numbered.node.tolist()]
    held = [graph.nodes[by_name[iri]] for iri in iris]
    kinds = [str(a.get("type") or "Thing") for a in held]
    network.kinds = {k: colour(k, colours) for k in sorted(set(kinds))}
    if positions is None:
        n = len(iris)
        weight = np.ones(len(numbered.source))
        places = 34 * layout.one_level(
            np.ones(n, dtype=bool), numbered.source, numbered.target, weight, np.full(n, 1.5)
        )
    else:
        places = np.array([positions.get(iri, (0.0, 0.0)) for iri in iris])
    most = float(numbered.rank.max()) if len(numbered.rank) else 1.0
    for i, (iri, attributes) in enumerate(zip(iris, held, strict=True)):
        name = columns.label(attributes.get("label"), iri)
        place = {"x": float(places[i, 0]), "y": float(places[i, 1])}
        options = Node(
            i, "dot", label=name[:40] + ("…" if len(name) > 40 else ""), color=network.kinds[kinds[i]],
            size=6 + 16 * (float(numbered.rank[i]) / most) ** 0.5, **place,
        ).options  # fmt: skip
        options["about"] = {
            "iri": iri, "name": name[:5000], "type": kinds[i], "url": told.plain(attributes.get("url")),
            "abstract": str(attributes.get("abstract") or attributes.get("exact") or "")[:5000],
            "properties": [
                [str(k), str(told.plain(v))[:1000]]
                for k, v in sorted(attributes.items(), key=lambda item: str(item[0]))
                if k not in _HIDDEN
            ],
        }  # fmt: skip
        network.nodes.append(options)
        network.node_ids.append(i)
        network.node_map[i] = options
    number_of = {iri: i for i, iri in enumerate(iris)}
    edges = [
        (number_of[str(a)], str(key), number_of[str(b)], data) for a, b, key, data in graph.edges(keys=True, data=True)
    ]
    for a, key, b, data in sorted(edges, key=lambda edge: edge[:3]):
        options = Edge(a, b, True, label=told.edge_label(key, data)[:40]).options
        claims = [c for c in data.get("claims") or () if isinstance(c, Mapping)]
        options["words"] = [str(c.get("exact") or "")[:600] for c in claims[:3]]
        network.edges.append(options)
    network.toggle_physics(physics)
    return network
