"""``kgraph stats --scheme``: how often each branch of a concept scheme is used, children included, as a tree."""

from __future__ import annotations

from typing import Any

import networkx as nx
from rich.markup import escape
from rich.tree import Tree

from kgraph.concepts import MESH, BranchCount, roll_up

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_USES = (_SCHEMA + "about", _SCHEMA + "mentions")


def scheme_branches(graph: nx.MultiDiGraph[Any], scheme: str) -> tuple[BranchCount, ...]:
    """Return the used branches of ``scheme``: "mesh", or the label of any concept scheme in ``graph``.

    A use is an article, or another thing, that is about the concept or mentions it, once for both; being about a
    category counts for the descriptor that the category is the same as.
    """
    members = _members(graph, scheme)
    uses: dict[str, set[str]] = {node: set() for node in members}
    parents: list[tuple[str, str]] = []
    for source, target, predicate in graph.edges(keys=True):
        if predicate in _USES:
            same = [other for _, other, key in graph.out_edges(target, keys=True) if key == _SKOS + "exactMatch"]
            for concept in (target, *same):
                if concept in uses:
                    uses[concept].add(source)
        elif predicate == _SKOS + "broader" and source in members and target in members:
            parents.append((source, target))
    labels = {node: str(graph.nodes[node].get("label", node)) for node in members}
    return roll_up({node: len(users) for node, users in uses.items()}, sorted(parents), labels)


def _members(graph: nx.MultiDiGraph[Any], scheme: str) -> set[str]:
    wanted = scheme.casefold()
    if wanted == "mesh":
        return {node for node in graph if str(node).startswith(MESH)}
    return {
        source
        for source, target, predicate in graph.edges(keys=True)
        if predicate == _SKOS + "inScheme" and str(graph.nodes[target].get("label", target)).casefold() == wanted
    }


def as_tree(branches: tuple[BranchCount, ...], title: str) -> Tree:
    """Return the branches as a tree to print: uses with all below, and in brackets the concept's own."""
    tree = Tree(escape(title))

    def grow(onto: Tree, parts: tuple[BranchCount, ...]) -> None:
        for part in parts:
            own = f" [dim]({part.own} itself)[/]" if part.own != part.total else ""
            grow(onto.add(f"{part.total:>5}  {escape(part.label)}{own}"), part.children)

    grow(tree, branches)
    return tree


def as_rows(branches: tuple[BranchCount, ...]) -> list[dict[str, object]]:
    """Return the branches as nested dictionaries for JSON."""
    return [
        {"concept": b.concept, "label": b.label, "own": b.own, "total": b.total, "children": as_rows(b.children)}
        for b in branches
    ]
