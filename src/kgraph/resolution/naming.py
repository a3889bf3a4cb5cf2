"""What the distinct names of a corpus are: which of them are one thing, what it is called, and whose it is.

Each function asks no more than it is given, be it all names or the whole components of some of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kgraph import identity
from kgraph.lexicon import Lexicon
from kgraph.model import Iri
from kgraph.resolution import merging, pairs
from kgraph.resolution.components import Merge
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.merging import Node
from kgraph.resolution.pairs import Doubt, NodeKey
from kgraph.resolution.spelling import fold


class KnownThing(NamedTuple):
    """A thing that the input's structure declares (a provider, an offering and its maker, an author), with its IRI."""

    iri: Iri
    type: str
    label: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A resolved thing."""

    iri: Iri
    type: str
    """Local name of its class."""
    label: str
    alternatives: tuple[str, ...]
    confidence: float
    """That it is a thing of that class: the best of its mentions."""
    is_new: bool
    """Whether no structure of the input declared it."""


class Spelling(NamedTuple):
    """What one way of writing a name leads to; of several the least counts."""

    key: str
    kind: str
    rank: int
    """0 for a name that texts use for the thing, 1 for another way to write it, 2 where no text mentions the thing."""
    first: str
    """The least name of the thing."""
    iri: Iri


@dataclass(slots=True)
class Named:
    """What the distinct names of a corpus are, decided together."""

    things: list[Thing]
    iris: dict[NodeKey, Iri]
    """``(folded name, class) -> IRI`` of every node."""
    names: dict[NodeKey, Iri]
    """The same of every spelling."""
    makers: dict[Iri, Iri]
    """The makers of products."""
    merges: list[Merge]
    doubtful: list[Doubt]


class Joined(NamedTuple):
    """Whole components of names, joined."""

    things: list[tuple[str, Thing]]
    """Each with the least of its names; two may have come to one IRI (see :func:`one_of`)."""
    roots: dict[NodeKey, str]
    """The least name of all that is one with each."""
    iris: dict[NodeKey, Iri]
    """Of each name."""
    spellings: list[Spelling]
    merges: list[Merge]


def resolve_names(
    nodes: Mapping[NodeKey, Node],
    known: Iterable[KnownThing] = (),
    lexicon: Lexicon | None = None,
    decisions: Decisions = NONE,
) -> Named:
    """Decide which of the distinct names of a corpus are one thing; the mentions themselves are not needed."""
    declared = sorted(known)
    found, doubts = pairs.find(
        [*nodes, *((fold(each.label), each.type) for each in declared)],
        {key: node.surfaces for key, node in nodes.items()},
        {key: node.total for key, node in nodes.items()},
        [pairs.Name(each.label, each.type, each.alternatives) for each in declared],
        lexicon,
        decisions,
    )
    joined = join(nodes, declared, found, lexicon, decisions)
    things = one_of(joined.things)
    names: dict[NodeKey, Iri] = {}
    for each in sorted(joined.spellings):
        names.setdefault((each.key, each.kind), each.iri)
    makers = {}
    for thing in things:
        candidates = (names.get((key, "Company"), "") if key else iri for key, iri in maker_names(thing, lexicon))
        if maker := next(filter(None, candidates), ""):
            makers[thing.iri] = maker
    roots = joined.roots
    doubtful = [d for d in doubts if roots.get((d.left, d.type), d.left) != roots.get((d.right, d.type), d.right)]
    return Named(things, joined.iris, names, makers, joined.merges, doubtful)


def join(
    nodes: Mapping[NodeKey, Node],
    known: Iterable[KnownThing],
    found: Iterable[pairs.Pair],
    lexicon: Lexicon | None,
    decisions: Decisions,
) -> Joined:
    """Join names by pairs, and make things of them."""
    components, merges = merging.join(found, nodes.values(), decisions)
    declared: dict[NodeKey, KnownThing] = {}
    groups: dict[NodeKey, list[NodeKey]] = {}
    for each in sorted(known):
        key = fold(each.label), each.type
        root = components.find(key)
        declared.setdefault(root, each)
        groups.setdefault(root, []).append(key)
    for key in nodes:
        groups.setdefault(components.find(key), []).append(key)
    made = Joined([], {}, {}, [], merges)
    for root, keys in groups.items():
        members = sorted(set(keys))
        (first, _), mentioned = members[0], [nodes[key] for key in members if key in nodes]
        thing = _thing(mentioned, declared.get(root), lexicon, decisions)
        made.things.append((first, thing))
        for key in members:
            made.roots[key], made.iris[key] = first, thing.iri
        spelt = {fold(name) for name in (thing.label, *thing.alternatives)}
        made.spellings.extend(
            Spelling(key, thing.type, int((key, thing.type) not in members) if mentioned else 2, first, thing.iri)
            for key in spelt
        )
    return made


def _thing(
    members: Sequence[Node], declared: KnownThing | None, lexicon: Lexicon | None, decisions: Decisions
) -> Thing:
    if not members:
        assert declared is not None  # noqa: S101 - else there is nothing to make a thing of
        return Thing(declared.iri, declared.type, declared.label, declared.alternatives, 1.0, False)
    sure = max(node.confidence for node in members)
    if declared:
        others = {*merging.alternatives(members, declared.label), *declared.alternatives} - {declared.label}
        return Thing(declared.iri, declared.type, declared.label, tuple(sorted(others)), sure, False)
    kind, label = members[0].kind, merging.label(members, lexicon, decisions)
    written = tuple(sorted(merging.alternatives(members, label)))
    return Thing(identity.thing(kind, label), kind, label, written, sure, True)


def one_of(things: Iterable[tuple[str, Thing]]) -> list[Thing]:
    """Each thing once, where several components have come to one IRI: a declared one first, then by the least name."""
    made: dict[Iri, Thing] = {}
    for _, thing in sorted(things, key=lambda each: (each[1].is_new, each[0], each[1].type)):
        if other := made.get(thing.iri):
            both = tuple(sorted({*other.alternatives, *thing.alternatives}))
            thing = replace(other, alternatives=both, confidence=max(other.confidence, thing.confidence))  # noqa: PLW2901
        made[thing.iri] = thing
    return list(made.values())


def maker_names(thing: Thing, lexicon: Lexicon | None) -> Iterator[tuple[str, Iri]]:
    """Under which folded names the maker of a product may be known, the likeliest first.

    As the shipped lists say, or as the product's names begin. Beside each name stands an IRI, or nothing: that of a
    listed maker that no document names.
    """
    for name in (thing.label, *thing.alternatives) if thing.type == "Product" else ():
        listed = [e.maker for e in lexicon.known(name) if e.type == "Product" and e.maker] if lexicon else []
        words = name.split()
        begun = [" ".join(words[:cut]) for cut in range(min(4, len(words) - 1), 0, -1)]
        if begun and lexicon and begun[-1].lower() in lexicon.heads["openers"]:
            begun.pop()  # no firm called "Cloud" makes "Cloud PC"
        if words[-1].lower() in _CERTIFICATES:
            begun += words[1:-1]  # "Kubernetes on Microsoft Azure Advanced Specialization"
        yield from ((fold(each), "") for each in (*listed, *begun))
        if listed:
            yield "", identity.thing("Company", listed[0])  # not in this corpus, but another's product all the same


_CERTIFICATES = frozenset(("specialization", "specialisation", "competency", "msp", "certification", "provider"))
