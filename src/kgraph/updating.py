"""A build from what the last one remembered: what changed is read, and what follows from it is worked out anew."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import astuple, dataclass, field
from functools import partial
from itertools import chain
from typing import TypeVar

from kgraph import building, deriving, identity, ontology, packing, stages
from kgraph.cache import Cache
from kgraph.change import Change
from kgraph.corpus import Corpus, ForgottenError, Recall
from kgraph.deriving import Derived, ReadTexts
from kgraph.extractors.structure.accounts import Account
from kgraph.given import Given, settings
from kgraph.graph import Assembly, Dangling
from kgraph.ledger import Ledger
from kgraph.mentioned import Mentioned
from kgraph.merge import Merged
from kgraph.model import Fact, Iri, Problem, Statement
from kgraph.namespace import KG, RDF, RDFS
from kgraph.options import Options
from kgraph.report import Progress, Report
from kgraph.resolution.resolving import Names
from kgraph.stages import Read
from kgraph.stories import Remembered, Traits
from kgraph.words import Mentions, Words, digests
from kgraph.workers import Pool, can_fork

AT_LEAST, SHARE = 20, 0.1
"""Where more documents have changed than these, and than this share of them, everything is built anew."""

_Said = TypeVar("_Said", Fact, Statement)
Known = dict[Iri, list[Fact]]
"""What is known of each of some things."""
LeadingTo = Callable[[set[Iri]], Iterable[Iri]]
"""Gives the nodes of the former graph from which an edge leads to one of these."""


@dataclass(slots=True)
class Memory:
    """What a build remembers for the next one."""

    settings: str = ""
    """All that it depended on beside the files and the program."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """Of the bytes of each file, by path."""
    noted: list[Problem] = field(default_factory=list)
    """What was wrong with the files."""
    counted: Ledger = field(default_factory=Ledger)
    corpus: Corpus = field(default_factory=Corpus)
    words: Words = field(default_factory=Words)
    derived: dict[Iri, bytes] = field(default_factory=dict)
    """A digest of what words, names and stories say of each thing, but for what each article mentions."""
    nodes: set[Iri] = field(default_factory=set)
    """All that is described well enough to be a node, under :data:`kgraph.identity.BASE`."""
    dangling: list[Dangling] = field(default_factory=list)
    stories: Remembered = field(default_factory=Remembered)
    room: int = 0
    """What the cache took on the disk after everything was built, in bytes."""

    @classmethod
    def of(cls, given: Given, options: Options) -> "Memory":
        """The memory of a build that has not begun."""
        digests = {file.path: digest for file, digest in zip(given.files, given.digests, strict=True)}
        return cls(settings(options), digests)

    def pack(self) -> bytes:
        """The memory as bytes."""
        return packing.pack(
            (
                self.settings,
                self.digests,
                self.noted,
                dict(self.counted.counts),
                self.counted.keys,
                self.corpus.pack(),
                self.words.pack(),
                self.derived,
                sorted(self.nodes),
                [(each.subject, each.predicate, each.object) for each in self.dangling],
                {article: (b"".join(traits.keys), traits.headline) for article, traits in self.stories.traits.items()},
                self.stories.alike,
                self.room,
            )
        )

    @classmethod
    def unpack(cls, data: bytes) -> "Memory":
        """The memory in some bytes.

        Raises:
            ForgottenError: if there is none in them.
        """
        try:
            told, digests, noted, counts, keys, corpus, words, *rest = packing.unpack(data)
            made = cls(told, digests, noted, Ledger(counts, keys), Corpus.unpack(corpus), Words.unpack(words))
            made.derived, nodes, dangling, traits, alike, made.room = rest
            made.nodes = set(nodes)
            made.dangling = [Dangling(*each) for each in dangling]
            made.stories = Remembered({article: Traits.of(*each) for article, each in traits.items()}, alike)
        except (packing.UnpackError, TypeError, ValueError, LookupError) as error:
            raise ForgottenError from error
        return made

    # What a build of everything shows (:class:`kgraph.building.Remember`).

    def structure(self, accounts: list[Account], merged: Merged, counted: Ledger, noted: list[Problem]) -> None:
        """Remember the documents and what they come to."""
        self.corpus, self.counted = Corpus.of(accounts, merged), counted
        self.noted = [*noted, *merged.problems]

    def said(self, merged: Merged, mentioned: Mentioned, said: Derived, mentions: Iterable[Statement]) -> None:
        """Remember what follows from them."""
        self.words = Words.of(merged, mentioned, said, mentions)
        self.derived = digests(said.facts, said.statements, said.story_of)

    def graph(self, assembly: Assembly) -> None:
        """Remember what of it is in the graph."""
        self.nodes = {identity.above(assembly.graph.graph["base"], iri) for iri in assembly.graph}
        self.dangling = assembly.dangling


def update(
    memory: Memory,
    given: Given,
    options: Options,
    cache: Cache,
    leading_to: LeadingTo,
    progress: Progress = lambda *_: None,
    pool: Pool | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> tuple[Change, Report]:
    """Work out what has changed since a build that left a memory, which is brought up to date.

    Args:
        memory: of the former build.
        given: what there is to read now.
        options: how to build.
        cache: what earlier builds found in files and texts.
        leading_to: tells of the former graph.
        progress: is told how far the build is.
        pool: of the processes that read; ended as soon as everything is read.
        meanwhile: is called while processes read texts: what is needed later can be loaded.

    Raises:
        ForgottenError: if everything is to be built anew; the memory is of no use then.
    """
    if memory.settings != settings(options):
        raise ForgottenError
    files = {file.path: file for file in given.files}
    now = dict(zip(files, given.digests, strict=True))
    changed = sorted(path for path in files if memory.digests.get(path, b"") != now[path] or not now[path])
    gone = sorted(memory.digests.keys() - files.keys())
    if len(files) != len(given.files) or len(changed) + len(gone) > max(AT_LEAST, SHARE * len(files)):
        raise ForgottenError

    def recall(paths: list[str]) -> dict[str, Account]:
        found = stages.recall(paths, [memory.digests[path] for path in paths], cache)
        return {path: account for path, (account, _, _) in found.items() if account is not None}

    if len(changed) < 2 and not can_fork():  # a process would take longer to start than one document to read
        pool = Pool(0)
    with pool or Pool(options.workers) as readers:
        some = [files[path] for path in changed]
        read = stages.read_all(some, [now[path] for path in changed], cache, readers, partial(progress, "read"))
        former = stages.recall([*gone, *changed], [memory.digests.get(path, b"") for path in (*gone, *changed)], cache)
        former |= {path: (None, {}, ()) for path in (*gone, *changed) if memory.digests.get(path) == b""}  # unreadable
        if not former.keys() >= {path for path in (*gone, *changed) if path in memory.digests}:
            raise ForgottenError
        anew = dict(zip(changed, read(), strict=True))
        before, described = dict(memory.corpus.texts), dict(memory.corpus.states)
        facts = _replace(memory, former, anew, recall)
        memory.stories.forget(facts.keys())
        for path in gone:
            del memory.digests[path]
        memory.digests |= {path: now[path] for path in changed}
        merged = memory.corpus.needed()
        texts, fresh = memory.words.read(before, merged, options, progress, cache, readers, memory.stories, meanwhile)
    progress("resolve", 0, 1)
    said = deriving.derive(merged, memory.words.mentioned, texts, options, memory.words.decided)
    mentions = partial(_mentions, merged, texts, fresh, said.names, options, cache)
    renamed = memory.words.settle(said.names, fresh, mentions)
    states = memory.corpus.states
    documents = frozenset(path for path in described.keys() | states if described.get(path) != states.get(path))
    change = _change(memory, facts, said, renamed, mentions, options, leading_to, recall, documents)
    progress("resolve", 1, 1)
    found = [*memory.noted, *said.problems, *map(building.undescribed, memory.dangling)]
    count = len(memory.corpus.checksums)
    return change, building.report(given, options, count, found, memory.counted, said.resolved)


def _replace(memory: Memory, former: Mapping[str, Read], anew: Mapping[str, Read], recall: Recall) -> Known:
    """Put what files say now in the place of what they said; give what may be known otherwise."""
    for path, (_, keys, _) in former.items():
        memory.counted.remove(path, keys)
    for path, (_, keys, _) in anew.items():
        memory.counted.add(path, keys)
    memory.noted = [each for each in memory.noted if each.path not in former and each.path not in anew]
    for account, _, noted in anew.values():
        memory.noted += [*noted, *(account.problems if account else ())]
    before = [account for account, _, _ in former.values() if account is not None]
    after = [account for account, _, _ in anew.values() if account is not None]
    return memory.corpus.update(before, after, recall, {each.object for each in memory.dangling})


def _mentions(
    merged: Merged, read: ReadTexts, fresh: Set[Iri], names: Names, options: Options, cache: Cache, articles: Set[Iri]
) -> list[Statement]:
    """What articles mention, be it that they were read now or before."""
    before = deriving.recall_texts(merged, options, cache, merged.texts.keys() & articles - fresh)
    return [s for each in (read.of(articles & fresh), before) for s in deriving.mentions(each, names, options)]


def _change(
    memory: Memory,
    known: Known,
    said: Derived,
    renamed: set[Iri],
    mentions: Mentions,
    options: Options,
    leading_to: LeadingTo,
    recall: Recall,
    documents: frozenset[str],
) -> Change:
    """What of the graph is not as it was."""
    facts, statements = _by_subject(said.facts), _by_subject(said.statements)
    measures = {str(fact.object) for fact in said.facts if fact.predicate == KG.MEASURE}
    known_measures, derived = ontology.measures().keys(), digests(said.facts, said.statements, said.story_of)
    wanted = set(known) | renamed
    wanted |= {each for each in derived.keys() | memory.derived.keys() if derived.get(each) != memory.derived.get(each)}
    told: dict[Iri, list[Fact]] = {}
    nodes = memory.nodes
    while wanted:
        more = {each: found for each, found in known.items() if each in wanted}
        more |= memory.corpus.facts(wanted - known.keys(), recall)
        told |= {each: [*found, *facts.get(each, ())] for each, found in more.items()}
        whole = {
            each
            for each, held in told.items()
            if {RDF.TYPE, RDFS.LABEL} <= {fact.predicate for fact in held if fact.object}
        }
        nodes = (memory.nodes - told.keys() - known_measures) | whole | (measures & known_measures)
        # Who refers to a thing that came or went has an edge more, or one less.
        came, gone = nodes - memory.nodes, memory.nodes - nodes
        referring = {each.subject for each in memory.dangling if each.object in came}
        if gone:
            there = leading_to({identity.below(options.base, each) for each in gone})
            referring |= {identity.above(options.base, each) for each in there}
        wanted = referring - told.keys()
    corpus = memory.corpus
    assembly = building.put_together(
        (fact for each in sorted(told) for fact in told[each]),
        chain((statement for each in sorted(told) for statement in statements.get(each, ())), mentions(told.keys())),
        said,
        corpus.checksums,
        corpus.states,
        options,
        elsewhere=nodes - told.keys(),
    )
    memory.dangling = sorted(
        [*(each for each in memory.dangling if each.subject not in told), *assembly.dangling], key=astuple
    )
    memory.derived = derived
    gone, memory.nodes = memory.nodes - nodes, nodes
    told_here = frozenset(iri for iri, held in assembly.graph.nodes(data=True) if held)
    gone_here = frozenset(identity.below(options.base, each) for each in gone)
    return Change(assembly.graph, told_here, gone_here, documents)


def _by_subject(said: Iterable[_Said]) -> dict[Iri, list[_Said]]:
    found: defaultdict[Iri, list[_Said]] = defaultdict(list)
    for each in said:
        found[each.subject].append(each)
    return found
