"""Names brought together in memory: all pairs among them, with no name or block of names asked again in vain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from kgraph.lexicon import Lexicon
from kgraph.resolution import pairs
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.pairs import Doubt, Name, NodeKey, Pair
from kgraph.resolution.spelling import digits, fold

Opening: TypeAlias = tuple[str, str]
"""The class of names, and how they begin: what is spelt almost alike shares it."""


@dataclass(slots=True)
class Asked:
    """What came of asking the names of a corpus, each by itself and those that begin alike together."""

    names: Set[NodeKey] = frozenset()
    listed: dict[NodeKey, tuple[Pair, ...]] = field(default_factory=dict)
    """What the shipped lists make of a name, where they know it."""
    alike: dict[Opening, tuple[Pair | Doubt, ...]] = field(default_factory=dict)
    """What is spelt almost alike, where anything is."""


def find(
    keys: Iterable[NodeKey],
    surfaces: Mapping[NodeKey, Iterable[str]],
    totals: Mapping[NodeKey, int],
    known: Iterable[Name],
    lexicon: Lexicon | None,
    decisions: Decisions,
    former: Asked | None = None,
    touched: Set[NodeKey] = frozenset(),
) -> tuple[list[Pair], list[Doubt], Asked]:
    """All pairs among some names, sorted; those that only look alike; and what the next time need not be asked.

    Args:
        keys: the names, declared ones among them.
        surfaces: how each is written in full, where it is.
        totals: how often each is mentioned, where it is.
        known: what the input declares.
        lexicon: the shipped lists.
        decisions: the user's.
        former: what was asked of an earlier state of the corpus, with the same lists.
        touched: the names that are written otherwise now, or more or less often.
    """
    names = sorted(set(keys))
    kinds_of: dict[str, list[str]] = {}
    for key, kind in names:
        kinds_of.setdefault(key, []).append(kind)
    asked = _ask(names, surfaces, lexicon, former or Asked(), touched)
    found = [*pairs.decided(kinds_of, decisions)]
    for each in known:
        others = ((fold(other), fold(each.label)) for other in each.alternatives)
        found += [Pair(pairs.DECLARED, each.type, other, label) for other, label in others if other in kinds_of]
    for several in asked.listed.values():
        found += several
    found += _by_maker(names, kinds_of, totals)
    found += _by_head([key for key, kind in names if kind == "Company"], lexicon)
    found += _by_spelling(names)
    alike = [each for several in asked.alike.values() for each in several]
    doubts = {each for each in alike if isinstance(each, Doubt)}
    found += [each for each in alike if isinstance(each, Pair)]
    return sorted({each for each in found if each.left != each.right}), sorted(doubts), asked


def _ask(
    names: Sequence[NodeKey],
    surfaces: Mapping[NodeKey, Iterable[str]],
    lexicon: Lexicon | None,
    former: Asked,
    touched: Set[NodeKey],
) -> Asked:
    """Ask the names that are new or touched, and those that begin as one that came or went."""
    asked = Asked(frozenset(names))
    openings: dict[Opening, list[str]] = {}
    for node in names:
        key, kind = node
        if node in touched or node not in former.names:
            found = tuple(pairs.listed(key, kind, surfaces.get(node, ()), lexicon))
        else:
            found = former.listed.get(node, ())
        if found:
            asked.listed[node] = found
        if pairs.is_compared(key, kind):
            openings.setdefault((kind, key[: pairs.START]), []).append(key)
    renewed = {(kind, key[: pairs.START]) for key, kind in asked.names ^ former.names}
    for opening, several in openings.items():
        alike = former.alike.get(opening, ())
        if opening in renewed:
            compared = (pairs.compare(opening[0], a, b, lexicon) for a, b in _candidates(several))
            alike = tuple(each for each in compared if each is not None)
        if alike:
            asked.alike[opening] = alike
    return asked


def _candidates(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Of names that begin alike, in order, those that are about as long and have the same numbers."""
    reach = len(names) if len(names) <= pairs.MAX_BLOCK else pairs.NEIGHBOURS
    for i, a in enumerate(names):
        for b in names[i + 1 : i + 1 + reach]:
            if abs(len(a) - len(b)) <= pairs.LENGTHS and digits(a) == digits(b):
                yield a, b


def _by_maker(
    keys: Sequence[NodeKey], kinds_of: Mapping[str, Sequence[str]], totals: Mapping[NodeKey, int]
) -> Iterator[Pair]:
    """Join "Microsoft Azure" and "Azure", "Azure Event Grid" and "Event Grid": where one brand only comes before."""
    by_rest: dict[str, list[str]] = {}
    for key, kind in keys:
        for maker, rest, tells in pairs.cuts(key, kind):
            brands = kinds_of.get(maker, ())
            if ("Company" in brands or ("Product" in brands and tells)) and "Product" in kinds_of.get(rest, ()):
                by_rest.setdefault(rest, []).append(key)
    for rest, full in by_rest.items():
        ranked = sorted((-totals.get((key, "Product"), 0), key) for key in full)
        counts = [max(1, -less) for less, _ in ranked]
        if len(counts) == 1 or counts[0] >= pairs.BRANDS * counts[1]:
            yield Pair(pairs.MAKER, "Product", rest, ranked[0][1])


def _by_head(companies: Sequence[str], lexicon: Lexicon | None) -> Iterator[Pair]:
    """Join "Metaswitch" and "Metaswitch Networks", where one such name only begins so."""
    known, by_first = set(companies), dict[str, list[str]]()
    for key in companies:
        if (first := pairs.head(key, "Company", lexicon)) in known:
            by_first.setdefault(first, []).append(key)
    yield from (Pair(pairs.HEAD, "Company", first, full[0]) for first, full in by_first.items() if len(full) == 1)


def _by_spelling(keys: Sequence[NodeKey]) -> Iterator[Pair]:
    """Hyphens, spaces, a plural s."""
    first: dict[tuple[str, str, str], str] = {}
    for key, kind in keys:
        if kind != "Market":
            same = first.setdefault((kind, *pairs.block(key)), key)
            if same != key:
                yield Pair(pairs.SPELLING, kind, key, same)
    for (kind, text, held), key in first.items():
        plural = first.get((kind, f"{text}s", held))
        if plural and kind == "Product" and len(text) > 6:
            yield Pair(pairs.PLURAL, kind, key, plural)
