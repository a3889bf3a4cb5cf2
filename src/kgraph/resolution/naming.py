"""What the distinct names of a corpus are: which of them are one thing, what it is called, and whose it is.

Each function asks no more than it is given, be it all names or the whole components of some of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from kgraph import identity
from kgraph.lexicon import Lexicon
from kgraph.model import Iri
from kgraph.resolution import merging, pairing, pairs
from kgraph.resolution.components import Merge
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.merging import Node
from kgraph.resolution.pairing import Asked
from kgraph.resolution.pairs import Doubt, NodeKey
from kgraph.resolution.spelling import fold


class KnownThing(NamedTuple):
    """A thing that the input's structure declares (a provider, an offering and its maker, an author), with its IRI."""

    iri: Iri
    type: str
    label: str
    alternatives: tuple[str, ...] = ()


class Thing(NamedTuple):
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


class Component(NamedTuple):
    """Names that are one thing."""

    members: tuple[NodeKey, ...]
    """Sorted."""
    thing: Thing
    """Two components may have come to one IRI (see :func:`one_of`)."""
    spelt: tuple[tuple[str, int], ...]
    """Each way to write a name of it, folded, with its rank (see :class:`Spelling`)."""
    makers: tuple[tuple[str, Iri], ...]
    """Under which names its maker may be known (see :func:`maker_names`)."""

    @property
    def first(self) -> str:
        """The least name of the thing."""
        return self.members[0][0]

    def spellings(self) -> Iterator[Spelling]:
        """What each way of writing a name of it leads to."""
        thing = self.thing
        return (Spelling(key, thing.type, rank, self.first, thing.iri) for key, rank in self.spelt)


@dataclass(slots=True)
class Former:
    """What the names of an earlier state of a corpus were, by the same lists and decisions."""

    asked: Asked = field(default_factory=Asked)
    components: dict[NodeKey, Component] = field(default_factory=dict)
    """By their first members."""


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
    decided: Former
    """What a later state of the corpus need not decide again."""


def resolve_names(
    nodes: Mapping[NodeKey, Node],
    known: Iterable[KnownThing] = (),
    lexicon: Lexicon | None = None,
    decisions: Decisions = NONE,
    former: Former | None = None,
    touched: Set[NodeKey] = frozenset(),
) -> Named:
    """Decide which of the distinct names of a corpus are one thing; the mentions themselves are not needed.

    Args:
        nodes: the names that texts mention.
        known: those that the input's structure declares.
        lexicon: the shipped lists.
        decisions: the user's.
        former: what names were in an earlier state of the corpus, by the same lists and decisions.
        touched: the names that came, went, or are written otherwise or more or less often since.
    """
    declared, before = sorted(known), former or Former()
    found, doubts, asked = pairing.find(
        [*nodes, *((fold(each.label), each.type) for each in declared)],
        {key: node.surfaces for key, node in nodes.items()},
        {key: node.total for key, node in nodes.items()},
        [pairs.Name(each.label, each.type, each.alternatives) for each in declared],
        lexicon,
        decisions,
        before.asked,
        touched,
    )
    components, merges = join(nodes, declared, found, lexicon, decisions, before.components, touched)
    things = one_of((each.first, each.thing) for each in components)
    names: dict[NodeKey, Iri] = {}
    for each in sorted(chain.from_iterable(component.spellings() for component in components)):
        names.setdefault((each.key, each.kind), each.iri)
    makers, by_iri = {}, {each.thing.iri: each for each in components}
    for thing in things:
        alone = by_iri[thing.iri]
        likely = (
            alone.makers if alone.thing is thing else maker_names(thing, lexicon)
        )  # else it has other names as well
        candidates = (names.get((key, "Company"), "") if key else iri for key, iri in likely)
        if maker := next(filter(None, candidates), ""):
            makers[thing.iri] = maker
    roots = {key: each.first for each in components for key in each.members}
    doubtful = [d for d in doubts if roots.get((d.left, d.type), d.left) != roots.get((d.right, d.type), d.right)]
    decided = Former(asked, {each.members[0]: each for each in components})
    return Named(things, iris_of(components), names, makers, merges, doubtful, decided)


def iris_of(components: Iterable[Component]) -> dict[NodeKey, Iri]:
    """The thing that each name is."""
    return {key: each.thing.iri for each in components for key in each.members}


def join(
    nodes: Mapping[NodeKey, Node],
    known: Iterable[KnownThing],
    found: Iterable[pairs.Pair],
    lexicon: Lexicon | None,
    decisions: Decisions,
    former: Mapping[NodeKey, Component] = MappingProxyType({}),
    touched: Set[NodeKey] = frozenset(),
) -> tuple[list[Component], list[Merge]]:
    """Join names by pairs, and make things of them; say what joined what."""
    united, merges = merging.join(found, nodes.values(), decisions)
    declared: dict[NodeKey, KnownThing] = {}
    groups: dict[NodeKey, list[NodeKey]] = {}
    for each in sorted(known):
        key = fold(each.label), each.type
        root = united.find(key)
        declared.setdefault(root, each)
        groups.setdefault(root, []).append(key)
    for key in nodes:
        groups.setdefault(united.find(key), []).append(key)
    components = []
    for root, keys in groups.items():
        members, thing = tuple(sorted(set(keys))), declared.get(root)
        made = former.get(members[0])
        if made is None or made.members != members or thing or not made.thing.is_new or not touched.isdisjoint(members):
            made = _component(members, [nodes[key] for key in members if key in nodes], thing, lexicon, decisions)
        components.append(made)
    return components, merges


def _component(
    members: tuple[NodeKey, ...],
    mentioned: Sequence[Node],
    declared: KnownThing | None,
    lexicon: Lexicon | None,
    decisions: Decisions,
) -> Component:
    thing = _thing(mentioned, declared, lexicon, decisions)
    spelt = sorted({fold(name) for name in (thing.label, *thing.alternatives)})
    ranks = (int((key, thing.type) not in members) if mentioned else 2 for key in spelt)
    return Component(members, thing, tuple(zip(spelt, ranks, strict=True)), tuple(maker_names(thing, lexicon)))


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
            thing = other._replace(alternatives=both, confidence=max(other.confidence, thing.confidence))  # noqa: PLW2901
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
