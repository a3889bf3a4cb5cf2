"""Which of the distinct names are one thing: what names meet by, pairs of them, whole components, and things."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from kgraph.engines import tables
from kgraph.engines.tables import Row, Split, Tables
from kgraph.engines.tasks.documents import Tick
from kgraph.engines.values import encode
from kgraph.lexicon import shipped
from kgraph.resolution import merging, naming, pairs
from kgraph.resolution.decisions import NONE
from kgraph.resolution.known import facts_of
from kgraph.resolution.merging import Node
from kgraph.resolution.naming import KnownThing, Thing
from kgraph.resolution.pairs import NodeKey
from kgraph.resolution.spelling import fold


def meet(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """By what each name may meet others; and the pairs that it makes by itself."""
    rows = tables.read(split.inputs["names"])
    nodes, known = _nodes(rows), _known(rows)
    made: dict[str, list[tuple[Any, ...]]] = {
        name: [] for name in ("nodes", "cuts", "heads", "spelt", "compared", "listed", "other_names")
    }
    for each in known:
        key = fold(each.label)
        made["other_names"] += [(each.type, fold(other), key) for other in each.alternatives if fold(other) != key]
    for key, kind in sorted({*nodes, *((fold(each.label), each.type) for each in known)}):
        node = nodes.get((key, kind))
        made["nodes"].append((key, kind))
        made["cuts"] += [
            (maker, rest, key, int(tells), node.total if node else 0) for maker, rest, tells in pairs.cuts(key, kind)
        ]
        if first := pairs.head(key, kind, shipped()):
            made["heads"].append((first, key))
        if kind != "Market":
            made["spelt"].append((key, kind, *pairs.block(key)))
        if pairs.is_compared(key, kind):
            made["compared"].append((key, kind, key[: pairs.START], len(key), pairs.numbers(key)))
        made["listed"] += pairs.listed(key, kind, node.surfaces if node else (), shipped())
    tick()
    return made


def compare(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """Which of the names that met are one that is misspelt, and which may be."""
    found = [
        pairs.compare(row["kind"], row["a"], row["b"], shipped()) for row in tables.read(split.inputs["candidates"])
    ]
    tick()
    return {
        "alike": sorted(each for each in found if isinstance(each, pairs.Pair)),
        "doubts": sorted(each for each in found if isinstance(each, pairs.Doubt)),
    }


def join(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """Names to things; what could be one thing is in one split."""
    rows = tables.read(split.inputs["names"])
    given = [pairs.Pair(*row.values()) for row in tables.read(split.inputs["pairs"])]
    components, merges = naming.join(_nodes(rows), _known(rows), given, shipped(), settings.get("decisions", NONE))
    tick()
    return {
        "members": sorted((*key, each.first, each.thing.iri) for each in components for key in each.members),
        "things_made": sorted(
            (t.iri, t.type, t.label, json.dumps(t.alternatives), t.confidence, int(t.is_new), each.first)
            for each, t in ((component, component.thing) for component in components)
        ),
        "spellings": sorted(spelling for each in components for spelling in each.spellings()),
        "merges": sorted(set(merges)),
    }


def unify(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """Things, each once; and under which names their makers may be known."""
    made = naming.one_of(
        (
            row["first"],
            Thing(
                row["iri"],
                row["kind"],
                row["name"],
                tuple(json.loads(row["alternatives"])),
                row["confidence"],
                bool(row["is_new"]),
            ),
        )
        for row in tables.read(split.inputs["things_made"])
    )
    made.sort(key=lambda thing: thing.iri)
    tick()
    return {
        "things": [(thing.iri, thing.type, int(thing.is_new)) for thing in made],
        "thing_facts": [(fact.subject, fact.predicate, encode(fact.object)) for fact in facts_of(made)],
        "maker_names": [
            (thing.iri, turn, *named)
            for thing in made
            for turn, named in enumerate(naming.maker_names(thing, shipped()))
        ],
    }


def _nodes(rows: Iterable[Row]) -> dict[NodeKey, Node]:
    """The names that texts mention."""
    nodes: dict[NodeKey, Node] = {}
    by_node: defaultdict[NodeKey, list[Row]] = defaultdict(list)
    for row in rows:
        if not row["iri"]:
            by_node[row["key"], row["kind"]].append(row)
    for key, held in sorted(by_node.items()):
        node = nodes[key] = merging.Node(*key, Counter(), Counter())
        for row in held:
            node.total += row["times"]
            (node.shorts if row["is_short"] else node.surfaces)[row["name"]] += row["times"]
            node.confidence = max(node.confidence, row["confidence"])
            if row["stands_for"]:
                node.stands_for[row["name"]] = row["stands_for"]
    return nodes


def _known(rows: Iterable[Row]) -> list[KnownThing]:
    """The names that the input's structure declares."""
    return sorted(
        KnownThing(row["iri"], row["kind"], row["name"], tuple(json.loads(row["alternatives"])))
        for row in rows
        if row["iri"]
    )
