"""Pairs of names to things: what is joined, and how it is called."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kgraph.identity import normal
from kgraph.lexicon import Lexicon
from kgraph.resolution.components import Components, Merge
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.pairs import NodeKey, Pair
from kgraph.resolution.spelling import fold, shown, without_suffix
from kgraph.resolution.types import ENTITY_TYPES

NodeComponents: TypeAlias = Components[NodeKey]
_MARKET = re.compile(r"^(?:the\s+)?(?:(?:global|worldwide|world)\s+)?(.*?)\s*\bmarkets?$", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """All mentions of one folded name as one class."""

    key: str
    kind: str
    surfaces: Counter[str] = field(default_factory=Counter)
    shorts: Counter[str] = field(default_factory=Counter)
    stands_for: dict[str, str] = field(default_factory=dict)
    """Of each short name a fuller one that it stands for, the least of several."""
    confidence: float = 0.0
    total: int = 0

    def count(self, name: str, stands_for: str, mentions: int) -> None:
        """Count mentions that are written alike."""
        self.total += mentions
        (self.shorts if stands_for else self.surfaces)[name] += mentions
        if stands_for:
            self.stands_for[name] = min(stands_for, self.stands_for.get(name, stands_for))


def market_key(name: str) -> str:
    """The key under which mentions of a market meet: without "the", "global" and "market"."""
    found = _MARKET.match(" ".join(name.split()))
    return normal(found[1] if found and found[1] else name)


def join(pairs: Iterable[Pair], nodes: Iterable[Node], decisions: Decisions) -> tuple[NodeComponents, list[Merge]]:
    """Make one what pairs say is one, the strongest pair first; and say what joined what.

    Pairs of different components have nothing to do with each other: whole components can be joined alone.
    """
    apart = [((a, kind), (b, kind)) for a, b in decisions.different for kind in ENTITY_TYPES]
    components: NodeComponents = Components(apart)
    merges = [
        Merge(fold(short), node.key, node.kind, f"{short!r} stands for {full!r} in the same text")
        for node in nodes
        for short, full in node.stands_for.items()
    ]
    for pair in sorted(pairs):
        left, right = (pair.left, pair.kind), (pair.right, pair.kind)
        if components.find(left) != components.find(right) and components.unite(left, right):
            merges.append(Merge(pair.left, pair.right, pair.kind, pair.reason))
    return components, merges


def label(members: Sequence[Node], lexicon: Lexicon | None, decisions: Decisions) -> str:
    """The preferred name of a thing: decided, shipped, or the most frequent spelling without its legal form."""
    for node in members:
        preferred = decisions.aliases.get(node.key)
        if preferred:
            return preferred
    kind = members[0].kind
    spellings: Counter[str] = Counter()
    for node in members:
        for name, count in (node.surfaces or node.shorts).items():
            spellings[_preferred_form(name, kind)] += count
    if lexicon is not None:
        listed = sorted({e.label for name in spellings for e in lexicon.known(name) if e.type == kind})
        if listed:
            return min(listed, key=lambda name: (-len(name), name))
    if len(spellings) < 2:
        return next(iter(spellings), members[0].key)
    keys: Counter[str] = Counter()
    for name, count in spellings.items():
        keys[fold(name)] += count
    fullest = max(keys, key=lambda key: (keys[key], len(key), key))
    return max(
        (name for name in spellings if fold(name) == fullest),
        key=lambda name: (not name.isupper() or len(name) < 6, spellings[name], name),
    )


def _preferred_form(name: str, kind: str) -> str:
    if kind == "Market":
        found = _MARKET.match(name)
        return found[1] if found and found[1] else name
    text = _with_genitive(name) if kind == "Company" else shown(name)
    return without_suffix(text) if kind in ("Company", "Organization") else text


def _with_genitive(name: str) -> str:
    """A firm's name as it is shown, with the genitive that was found to be a part of it: "Halford's"."""
    text = shown(name)
    return name if name[:-2] == text and name[-2:] in ("'s", "’s") else text


def alternatives(members: Iterable[Node], preferred: str) -> set[str]:
    """All other names under which a thing was seen, without trade-mark signs."""
    found = set()
    for node in members:
        for name in (*node.surfaces, *node.shorts):
            text = _with_genitive(name) if node.kind == "Company" else shown(name)
            found |= {text, without_suffix(text)} if node.kind == "Company" else {text}
            if node.kind == "Market":
                found.add(_preferred_form(name, "Market"))
    return {name for name in found if name and name != preferred}
