"""Mentions and claims of a corpus to things and statements.

Every mention is typed and joined with others of its thing; then it and every claim becomes a
:class:`~kgraph.model.Statement` between IRIs.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence as Words
from kgraph.model import Iri, Statement, Text
from kgraph.namespace import SCHEMA
from kgraph.resolution import relations
from kgraph.resolution.components import Merge, path
from kgraph.resolution.decisions import NONE, Decisions
from kgraph.resolution.mentions import Form, Place, Row, Source, Typing, nodes_of, row_of, typed
from kgraph.resolution.naming import Former, KnownThing, Named, Thing, iris_of, resolve_names
from kgraph.resolution.pairs import Doubt, NodeKey
from kgraph.resolution.spelling import fold

EXTRACTOR = "names/1"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What resolution found."""

    things: tuple[Thing, ...] = ()
    statements: tuple[Statement, ...] = ()
    merges: tuple[Merge, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    names: dict[tuple[str, str], Iri] = field(default_factory=dict)
    """``(folded name, class) -> IRI`` of every spelling, for what comes with a name only (a figure's subject)."""

    def iri_of(self, name: str, *types: str) -> Iri | None:
        """The thing that ``name`` names, of the first class of ``types`` that has one."""
        key = fold(name)
        return next((self.names[key, kind] for kind in types if (key, kind) in self.names), None)

    def why(self, a: str, b: str) -> tuple[Merge, ...]:
        """The chain of reasons that makes two names (as written or as labels) one thing; empty where they are not."""
        return path(self.merges, fold(a), fold(b))


@dataclass(frozen=True, slots=True)
class Decided:
    """What is remembered of what the names in a corpus meant, by some lists and decisions."""

    typing: Typing = field(default_factory=Typing)
    mentions: Mapping[Form, int] = field(default_factory=dict)
    """How often each form stands in the texts of all articles."""
    names: Former = field(default_factory=Former)

    def touched(self, typing: Typing, mentions: Mapping[Form, int]) -> set[NodeKey]:
        """The names that came, went, or are written otherwise or more or less often in another state of the corpus."""
        found = set()
        for form, place in typing.places.items():
            before = self.typing.places.get(form)
            if before != place or self.mentions[form] != mentions[form]:
                found |= {place.node, before.node} if before else {place.node}
        return found | {place.node for form, place in self.typing.places.items() if form not in typing.places}

    def meanings(self) -> dict[Form, tuple[Iri, float]]:
        """Of each form the thing that it meant, and how sure that was."""
        return meanings(self.typing, iris_of(self.names.components.values()))


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in a corpus mean."""

    typing: Typing
    named: Named
    mentions: Mapping[Form, int]
    """How often each form stands in the texts of all articles."""

    @property
    def places(self) -> dict[Form, Place]:
        """What each form is."""
        return self.typing.places

    def meanings(self) -> dict[Form, tuple[Iri, float]]:
        """Of each form the thing that it means, and how sure that is."""
        return meanings(self.typing, self.named.iris)

    def rows(self, sources: Iterable[Source]) -> list[list[Place]]:
        """For each source, what each of its mentions is."""
        places = self.places
        return [[places[form] for form in row_of(source.extraction)] for source in sources]

    def kinds(self) -> dict[Iri, str]:
        """The class of each thing."""
        return {thing.iri: thing.type for thing in self.named.things}

    def decided(self) -> Decided:
        """What is to be remembered of them."""
        return Decided(self.typing, self.mentions, self.named.decided)


def meanings(typing: Typing, iris: Mapping[NodeKey, Iri]) -> dict[Form, tuple[Iri, float]]:
    """Of each form the thing that it means, and how sure that is."""
    return {form: (iris[place.node], place.confidence) for form, place in typing.places.items()}


def decide_names(
    rows: Mapping[Iri, Row],
    texts: Mapping[Iri, Text],
    known: Iterable[KnownThing] = (),
    lexicon: Lexicon | None = None,
    decisions: Decisions = NONE,
    former: Decided | None = None,
) -> Names:
    """Decide what the names in a corpus mean: that depends on how often they are written how, and not on where.

    Args:
        rows: the forms in the text of each article.
        texts: of the articles.
        known: what the input's structure declares.
        lexicon: the names known for every text.
        decisions: of the user.
        former: what names meant in an earlier state of the corpus, by the same lists and decisions: they are decided
            again only where they are touched.
    """
    before = former or Decided()
    typing = typed({texts[article]: row for article, row in rows.items()}, decisions, before.typing)
    mentions = Counter(chain.from_iterable(rows.values()))
    touched, nodes = before.touched(typing, mentions), nodes_of(mentions, typing.places)
    return Names(typing, resolve_names(nodes, known, lexicon, decisions, before.names, touched), mentions)


def relate(corpus: Iterable[Source], names: Names, least: float) -> list[Statement]:
    """All relations that texts state; those without claims may be left out.

    Args:
        corpus: the texts.
        names: what the names in the whole corpus mean.
        least: how sure a statement has to be.
    """
    claiming = [source for source in corpus if source.extraction.claims]
    named, rows = names.named, names.rows(claiming)
    return relations.statements(claiming, rows, named.iris, names.kinds(), named.makers, least)


def mention_all(corpus: Sequence[Source], names: Names, least: float) -> list[Statement]:
    """What some articles mention; the other arguments are as for :func:`relate`."""
    return mention_statements(corpus, names.rows(corpus), names.named.iris, least)


def resolution(names: Names, statements: Sequence[Statement], least: float) -> Resolution:
    """What resolution found.

    Args:
        names: what the names in the corpus mean.
        statements: all relations, if not what each article mentions.
        least: how sure a mention has to be.
    """
    named = names.named
    used = {end for each in statements for end in (each.subject, str(each.object))}
    used.update(named.iris[place.node] for place in names.places.values() if place.confidence >= least)
    kept = tuple(sorted((t for t in named.things if t.iri in used or not t.is_new), key=lambda t: t.iri))
    return Resolution(kept, tuple(statements), tuple(sorted(named.merges)), tuple(sorted(named.doubtful)), named.names)


def mention_statements(
    corpus: Sequence[Source], places: Sequence[Sequence[Place]], iris: Mapping[tuple[str, str], Iri], least: float
) -> list[Statement]:
    """Which article mentions what, and in which words."""
    evidence: dict[tuple[Iri, Iri], list[Words]] = {}
    for source, row in zip(corpus, places, strict=True):
        content = source.text.content
        for mention, place in zip(source.extraction.mentions, row, strict=True):
            if place.confidence < least:
                continue
            exact = content[mention.start : mention.end]
            words = Words(source.article, exact, mention.start, mention.end, place.confidence, EXTRACTOR)
            evidence.setdefault((source.article, iris[place.node]), []).append(words)
    return [
        Statement(a, SCHEMA.MENTIONS, o, tuple(sorted(set(each), key=_order)))
        for (a, o), each in sorted(evidence.items())
    ]


def _order(words: Words) -> tuple[str, int, int, str]:
    return words.article, words.start, words.end, words.extractor
