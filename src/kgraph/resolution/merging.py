"""Which spellings of names are one thing, and why. Linear: names meet in blocks, never all with all."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz

from kgraph.identity import normal
from kgraph.lexicon import Lexicon
from kgraph.resolution.components import Components, Merge
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.spelling import digits, fold, shown, squash, without_suffix

NodeKey: TypeAlias = tuple[str, str]
"""``(folded name, class)``"""
NodeComponents: TypeAlias = Components[NodeKey]
Unite: TypeAlias = Callable[[NodeKey, NodeKey, str], None]
SURE, DOUBTFUL = 94.0, 86.0
"""Similarities (rapidfuzz's ratio, 0 to 100) from which names are one thing, or are proposed to the user."""
MAX_BLOCK = 400
"""Names that are compared with each other; of a larger block only neighbours in alphabetical order are."""
_MARKET = re.compile(r"^(?:the\s+)?(?:(?:global|worldwide|world)\s+)?(.*?)\s*\bmarkets?$", re.IGNORECASE)
_GENERIC = frozenset(
    [
        "cloud",
        "platform",
        "service",
        "services",
        "software",
        "system",
        "systems",
        "solution",
        "solutions",
        "center",
        "hub",
        "suite",
        "app",
        "one",
        "studio",
        "store",
    ]
)


_COMPANY_HEADS = frozenset(
    (
        "networks",
        "technologies",
        "technology",
        "systems",
        "software",
        "labs",
        "group",
        "solutions",
        "pharmaceuticals",
        "therapeutics",
    )
)


class Name(NamedTuple):
    """A name that the input's structure declares."""

    label: str
    type: str
    alternatives: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """Two names that may be one thing: for the user to decide."""

    left: str
    right: str
    type: str
    similarity: float


@dataclass(slots=True)
class Node:
    """All mentions of one folded name as one class."""

    key: str
    kind: str
    surfaces: Counter[str] = field(default_factory=Counter)
    shorts: Counter[str] = field(default_factory=Counter)
    stands_for: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.0
    total: int = 0

    def count(self, name: str, is_short: bool) -> None:
        """Count one mention."""
        self.total += 1
        (self.shorts if is_short else self.surfaces)[name] += 1


def market_key(name: str) -> str:
    """The key under which mentions of a market meet: without "the", "global" and "market"."""
    found = _MARKET.match(" ".join(name.split()))
    return normal(found[1] if found and found[1] else name)


def merge(
    nodes: Mapping[NodeKey, Node], known: Sequence[Name], lexicon: Lexicon | None, decisions: Decisions
) -> tuple[NodeComponents, list[Merge], list[Doubt]]:
    """Join nodes: by decision, by declared and shipped names, by their makers' names, by spelling."""
    keys = sorted({*nodes, *((fold(each.label), each.type) for each in known)})
    kinds_of: dict[str, list[str]] = {}
    for key, kind in keys:
        kinds_of.setdefault(key, []).append(kind)
    different = [
        ((a, kind), (b, kind)) for a, b in decisions.different for kind in {*kinds_of.get(a, ()), *kinds_of.get(b, ())}
    ]
    components: NodeComponents = Components(different)
    merges: list[Merge] = []
    doubts: list[Doubt] = []

    def unite(a: NodeKey, b: NodeKey, reason: str) -> None:
        if a != b and components.find(a) != components.find(b) and components.unite(a, b):
            merges.append(Merge(a[0], b[0], b[1], reason))

    for (key, kind), node in sorted(nodes.items()):
        for short, full in sorted(node.stands_for.items()):
            merges.append(Merge(fold(short), key, kind, f"{short!r} stands for {full!r} in the same text"))
    for a, b in decisions.same:
        for kind in kinds_of.get(a, ()):
            if kind in kinds_of.get(b, ()):
                unite((a, kind), (b, kind), "decided in resolution.yaml: same")
    for name, preferred in sorted(decisions.aliases.items()):
        for kind in kinds_of.get(name, ()):
            unite((name, kind), (fold(preferred), kind), "decided in resolution.yaml: alias")
    for each in known:
        for other in each.alternatives:
            if fold(other) in kinds_of:
                unite((fold(other), each.type), (fold(each.label), each.type), "declared as another name in the input")
    _by_shipped_lists(keys, nodes, lexicon, unite)
    _by_maker(keys, kinds_of, nodes, unite)
    _by_company_head(keys, lexicon, unite)
    _by_spelling(keys, unite)
    _by_similarity(keys, lexicon, components, unite, doubts)
    return components, merges, doubts


def _by_shipped_lists(
    keys: Sequence[NodeKey], nodes: Mapping[NodeKey, Node], lexicon: Lexicon | None, unite: Unite
) -> None:
    if lexicon is None:
        return
    for key in keys:
        node = nodes.get(key)
        for surface in sorted(node.surfaces) if node else ():
            for entry in lexicon.known(without_suffix(shown(surface))) or lexicon.known(surface):
                if entry.type == key[1] and fold(entry.label) != key[0]:
                    unite(
                        key,
                        (fold(entry.label), key[1]),
                        f"{surface!r} is another name of {entry.label!r} in the shipped lists",
                    )


def _by_maker(
    keys: Sequence[NodeKey], kinds_of: Mapping[str, Sequence[str]], nodes: Mapping[NodeKey, Node], unite: Unite
) -> None:
    """Join "Microsoft Azure" and "Azure", "Azure Event Grid" and "Event Grid": where one brand only comes before."""
    by_rest: dict[str, list[str]] = {}
    for key, kind in keys:
        if kind != "Product":
            continue
        words = key.split()
        for cut in range(1, min(4, len(words))):
            maker, rest = " ".join(words[:cut]), " ".join(words[cut:])
            tells = len(words) - cut > 1 or any(c.isdigit() for c in rest)
            is_brand = "Company" in kinds_of.get(maker, ()) or ("Product" in kinds_of.get(maker, ()) and tells)
            if is_brand and "Product" in kinds_of.get(rest, ()):
                by_rest.setdefault(rest, []).append(key)
    for rest, full in sorted(by_rest.items()):
        if len(rest.split()) == 1 and rest in _GENERIC:
            continue
        ranked = sorted(full, key=lambda key: (-nodes[key, "Product"].total if (key, "Product") in nodes else 0, key))
        counts = [nodes[key, "Product"].total if (key, "Product") in nodes else 1 for key in ranked]
        if len(counts) == 1 or counts[0] >= 3 * counts[1]:
            unite((rest, "Product"), (ranked[0], "Product"), "the same product with and without its maker's name")


def _by_company_head(keys: Sequence[NodeKey], lexicon: Lexicon | None, unite: Unite) -> None:
    """Join "Metaswitch" and "Metaswitch Networks", where one such name only begins so."""
    by_first: dict[str, list[str]] = {}
    companies = {key for key, kind in keys if kind == "Company"}
    for key in sorted(companies):
        words = key.split()
        if len(words) == 2 and words[1] in _COMPANY_HEADS and words[0] in companies:
            by_first.setdefault(words[0], []).append(key)
    for first, full in sorted(by_first.items()):
        if len(full) == 1 and len(first) > 3 and (lexicon is None or first not in lexicon.words):
            unite((first, "Company"), (full[0], "Company"), "a short name and the only fuller one that begins with it")


def _by_spelling(keys: Sequence[NodeKey], unite: Unite) -> None:
    """Hyphens, spaces, a plural s."""
    first: dict[tuple[str, str, tuple[str, ...]], NodeKey] = {}
    for key, kind in keys:
        if kind == "Market":
            continue
        block = (squash(key), kind, digits(key))
        if block in first:
            unite((key, kind), first[block], "the same but for spaces and hyphens")
        else:
            first[block] = (key, kind)
    for (text, kind, numbers), node in sorted(first.items()):
        plural = (f"{text}s", kind, numbers)
        if plural in first and kind == "Product" and len(text) > 6:
            unite(node, first[plural], "the same but for a plural s")


def _by_similarity(
    keys: Sequence[NodeKey], lexicon: Lexicon | None, components: NodeComponents, unite: Unite, doubts: list[Doubt]
) -> None:
    blocks: dict[tuple[str, str], list[str]] = {}
    for key, kind in keys:
        if kind in ("Company", "Organization", "Product", "Person") and len(key) >= 8:
            blocks.setdefault((kind, key[:4]), []).append(key)
    for (kind, _), names in sorted(blocks.items()):
        reach = len(names) if len(names) <= MAX_BLOCK else 5
        for i, a in enumerate(names):
            for b in names[i + 1 : i + 1 + reach]:
                if abs(len(a) - len(b)) > 4 or digits(a) != digits(b):
                    continue
                ratio = fuzz.ratio(a, b, score_cutoff=DOUBTFUL)
                if not ratio or components.find((a, kind)) == components.find((b, kind)):
                    continue
                if ratio >= SURE and _is_misspelling(a, b, lexicon):
                    unite((a, kind), (b, kind), f"spelt almost alike ({ratio:.0f} of 100)")
                else:
                    doubts.append(Doubt(a, b, kind, round(ratio, 1)))


def _is_misspelling(a: str, b: str, lexicon: Lexicon | None) -> bool:
    """Whether two names differ in one long word that is no word of its own in one of them."""
    left, right = a.split(), b.split()
    if len(left) != len(right):
        return False
    odd = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    if len(odd) != 1 or min(map(len, odd[0])) < 6:
        return False
    return lexicon is None or not all(word in lexicon.words for word in odd[0])


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
    if not spellings:
        return members[0].key
    keys = {fold(name) for name in spellings}
    fullest = max(keys, key=lambda key: (sum(n for name, n in spellings.items() if fold(name) == key), len(key), key))
    return max(
        (name for name in spellings if fold(name) == fullest),
        key=lambda name: (not name.isupper() or len(name) < 6, spellings[name], name),
    )


def _preferred_form(name: str, kind: str) -> str:
    if kind == "Market":
        found = _MARKET.match(name)
        return found[1] if found and found[1] else name
    text = shown(name)
    return without_suffix(text) if kind in ("Company", "Organization") else text


def alternatives(members: Iterable[Node], preferred: str) -> set[str]:
    """All other names under which a thing was seen, without trade-mark signs."""
    found = set()
    for node in members:
        for name in (*node.surfaces, *node.shorts):
            text = shown(name)
            found |= {text, without_suffix(text)} if node.kind == "Company" else {text}
            if node.kind == "Market":
                found.add(_preferred_form(name, "Market"))
    return {name for name in found if name and name != preferred}
