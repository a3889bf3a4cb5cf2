"""What the documents of a corpus describe, thing by thing, so that one document more costs what it says and no more.

:func:`kgraph.merge.merge` brings all accounts of a corpus together. A :class:`Corpus` is what is remembered of that:
which descriptions there are of each thing, and how many say what of other things. Where documents come and go, only
the things that they describe are brought together again; what they come to is what merging everything would give.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from typing import Any

from kgraph import merge, packing
from kgraph.extractors.structure.accounts import Account
from kgraph.merge import Merged, OfOne
from kgraph.model import Description, Fact, Iri, Text, Value
from kgraph.namespace import RDF, SCHEMA

Recall = Callable[[list[str]], Mapping[str, Account]]
"""Gives the accounts of documents, by their paths, as far as they are known."""
_ARTICLE = "Article"


class ForgottenError(Exception):
    """The corpus does not remember enough: everything is to be merged anew."""


@dataclass(slots=True)
class Corpus:
    """The descriptions of a corpus, and what they come to."""

    checksums: dict[str, str] = field(default_factory=dict)
    """By document path: the SHA-256 of its bytes."""
    states: dict[str, tuple[Iri, ...]] = field(default_factory=dict)
    """By document path: the things that the document describes, sorted."""
    own: dict[str, Iri] = field(default_factory=dict)
    """By document path: the thing that the document is about, under the address that it gives."""
    owners: dict[Iri, tuple[str, ...]] = field(default_factory=dict)
    """By thing: the documents that are about it."""
    parts: dict[bytes, bytes] = field(default_factory=dict)
    """Descriptions in passing by their digests, packed."""
    subjects: dict[bytes, Iri] = field(default_factory=dict)
    """What each of them is a description of, under the address that it gives."""
    uses: dict[bytes, int] = field(default_factory=dict)
    """In how many documents each of them stands."""
    listed: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    """By document path: the descriptions in passing in it."""
    passing: dict[Iri, tuple[bytes, ...]] = field(default_factory=dict)
    """By thing: the descriptions in passing of it."""
    aliases: dict[tuple[Iri, Iri], int] = field(default_factory=dict)
    """How many descriptions say that an address is another one of a thing."""
    canonical: dict[Iri, Iri] = field(default_factory=dict)
    """From each IRI that is only another address of a thing to the thing's own."""
    votes: dict[Iri, dict[Iri, dict[Iri | Value, int]]] = field(default_factory=dict)
    """By thing and predicate: how many things' descriptions say what of it in passing."""
    texts: dict[Iri, Text] = field(default_factory=dict)
    """The words of each article that has any."""
    things: dict[Iri, tuple[Fact, ...]] = field(default_factory=dict)
    """What is known of everything but articles."""
    published: dict[Iri, Iri | Value] = field(default_factory=dict)
    """When each article was published."""

    @classmethod
    def of(cls, accounts: Iterable[Account], merged: Merged) -> "Corpus":
        """The corpus of some accounts, and what they were merged to."""
        made = cls(canonical=dict(merged.canonical), texts=dict(merged.texts), checksums=dict(merged.checksums))
        made.states = {path: tuple(states) for path, states in merged.states.items()}
        known: dict[int, bytes] = {}
        passing: dict[Iri, dict[bytes, None]] = {}
        owners: dict[Iri, list[str]] = {}
        for account in accounts:
            names = {}
            for other in account.others:
                name = known.get(id(other))
                if name is None:
                    name = known[id(other)] = made._keep(other)
                names[name] = other
            for name, other in names.items():
                if name not in made.uses:
                    made._claim(other, 1)
                made.uses[name] = made.uses.get(name, 0) + 1
            made._enter(account, names)
            owners.setdefault(made.thing(account.own.subject), []).append(account.path)
        for name, subject in made.subjects.items():
            passing.setdefault(made.thing(subject), {})[name] = None
        made.passing = {thing: tuple(sorted(names)) for thing, names in passing.items()}
        made.owners = {thing: tuple(sorted(paths)) for thing, paths in owners.items()}
        for (subject, predicate), counted in merged.votes.items():
            made.votes.setdefault(subject, {})[predicate] = dict(counted)
        for thing, facts in groupby(merged.facts, key=lambda fact: fact.subject):
            made._know(thing, tuple(facts))
        return made

    @classmethod
    def unpack(cls, data: bytes) -> "Corpus":
        """The corpus of some bytes.

        Raises:
            UnpackError, TypeError: if they are none of a corpus.
        """
        held = packing.unpack(data)
        if not isinstance(held, dict) or held.keys() != set(cls.__slots__):
            raise packing.UnpackError("no packed corpus")
        made = cls(**held)
        made.texts = {article: Text(*parts) for article, parts in held["texts"].items()}
        return made

    def pack(self) -> bytes:
        """The corpus as bytes."""
        held = {name: getattr(self, name) for name in self.__slots__}
        # As tuples they are packed in a tenth of the time.
        held["texts"] = {article: (text.headline, text.abstract, text.body) for article, text in self.texts.items()}
        return packing.pack(held)

    def thing(self, address: Iri) -> Iri:
        """The IRI of the thing that an address leads to."""
        return self.canonical.get(address, address)

    def needed(self) -> Merged:
        """All that words, names and concepts need to know of the structure: no facts about articles but their dates."""
        facts = [fact for _, held in sorted(self.things.items()) for fact in held]
        facts += [Fact(article, SCHEMA.DATE_PUBLISHED, when) for article, when in sorted(self.published.items())]
        states = {path: list(things) for path, things in self.states.items()}
        return Merged(facts, dict(sorted(self.texts.items())), states, self.checksums)

    def update(
        self, gone: Iterable[Account], came: Iterable[Account], recall: Recall, dangling: Container[Iri] = ()
    ) -> dict[Iri, list[Fact]]:
        """Let documents go and others come; give what is then known of each thing for which that may matter.

        Args:
            gone: accounts of documents that are no more, or are no more what they were.
            came: accounts of documents that are new, or are now what they were not.
            recall: gives the accounts of other documents.
            dangling: things that descriptions refer to and none describes.

        Raises:
            ForgottenError: if everything is to be merged anew; the corpus is of no use then.
        """
        gone, came = list(gone), list(came)
        listed, uses = self._relist(came), dict(self.uses)
        for account in gone:
            for name in self.listed[account.path]:
                uses[name] -= 1
        for names in listed.values():
            for name in names:
                uses[name] = uses.get(name, 0) + 1
        dead = {name for name, count in uses.items() if not count}
        born = uses.keys() - self.uses.keys()
        addresses = {self.subjects[name] for name in dead | born} | {each.own.subject for each in (*gone, *came)}
        touched = sorted({self.thing(address) for address in addresses})
        before = self._brought_together(touched, {each.path: each for each in gone}, recall)
        self._replace(gone, came, listed, {name: count for name, count in uses.items() if count}, dead, born)
        self._readdress(dangling)
        after = self._brought_together(touched, {each.path: each for each in came}, recall)
        voted = self._recount(touched, before, after)
        for thing in touched:
            text = after[thing].text if thing in after else Text()
            if text.content:
                self.texts[thing] = text
            else:
                self.texts.pop(thing, None)
        after |= self._brought_together(sorted(voted - set(touched)), {each.path: each for each in came}, recall)
        facts = {thing: self._settled(thing, after.get(thing)) for thing in sorted({*touched, *voted})}
        for thing, held in facts.items():
            self._know(thing, tuple(held))
        return facts

    def facts(self, things: Iterable[Iri], recall: Recall) -> dict[Iri, list[Fact]]:
        """What is known of some things.

        Raises:
            ForgottenError: if a document is not remembered.
        """
        wanted = sorted(set(things))
        brought = self._brought_together([each for each in wanted if each not in self.things], {}, recall)
        return {
            thing: list(self.things[thing]) if thing in self.things else self._settled(thing, brought.get(thing))
            for thing in wanted
        }

    # --- Documents come and go ---------------------------------------------------------------------------------------

    def _keep(self, other: Description) -> bytes:
        data = packing.pack(other)
        name = blake2b(data, digest_size=16).digest()
        self.parts[name], self.subjects[name] = data, other.subject
        return name

    def _enter(self, account: Account, listed: Iterable[bytes]) -> None:
        """Enter a document, but for what it makes of things."""
        self.own[account.path], self.listed[account.path] = account.own.subject, tuple(listed)
        self._claim(account.own, 1)

    def _claim(self, description: Description, more: int) -> None:
        """Count a description among those, or no longer among those, that give other addresses of its thing."""
        for alias in description.aliases:
            named = alias, description.subject
            self.aliases[named] = self.aliases.get(named, 0) + more
            if not self.aliases[named]:
                del self.aliases[named]

    def _relist(self, came: Iterable[Account]) -> dict[str, tuple[bytes, ...]]:
        """By path: the descriptions in passing in documents that come; one that is known has the name it had."""
        found: dict[str, tuple[bytes, ...]] = {}
        for account in came:
            names = []
            for other in account.others:
                same = (n for n in self.passing.get(self.thing(other.subject), ()) if self._part(n) == other)
                names.append(next(same, None) or self._keep(other))
            found[account.path] = tuple(dict.fromkeys(names))
        return found

    def _replace(
        self,
        gone: list[Account],
        came: list[Account],
        listed: dict[str, tuple[bytes, ...]],
        uses: dict[bytes, int],
        dead: set[bytes],
        born: set[bytes],
    ) -> None:
        """Forget the documents that go and enter those that come."""
        for account in gone:
            path, thing = account.path, self.thing(account.own.subject)
            del self.checksums[path], self.states[path], self.own[path], self.listed[path]
            self._set(self.owners, thing, (each for each in self.owners[thing] if each != path))
            self._claim(account.own, -1)
        for name in dead | born:
            self._claim(self._part(name), 1 if name in born else -1)
        for account in came:
            path, thing = account.path, self.thing(account.own.subject)
            self._enter(account, listed[path])
            self.checksums[path] = account.sha256
            self._set(self.owners, thing, (*self.owners.get(thing, ()), path))
            described = (account.own.subject, *(self.subjects[name] for name in listed[path]))
            self.states[path] = tuple(sorted({self.thing(address) for address in described}))
        self.uses = uses
        for name in sorted(dead | born):
            thing = self.thing(self.subjects[name])
            there = {*self.passing.get(thing, ()), name} - (dead - born)
            self._set(self.passing, thing, there)
        for name in dead:
            del self.parts[name], self.subjects[name]

    def _set(self, among: dict[Iri, tuple[Any, ...]], thing: Iri, values: Iterable[Any]) -> None:
        """Hold some values for a thing, sorted; none at all are not held."""
        if held := tuple(sorted(values)):
            among[thing] = held
        else:
            among.pop(thing, None)

    def _readdress(self, dangling: Container[Iri]) -> None:
        """Take note of new addresses, as long as nothing is known under them yet."""
        least: dict[Iri, Iri] = {}
        for alias, subject in sorted(self.aliases):
            least.setdefault(alias, subject)
        canonical = merge.canonical_addresses(least)
        if canonical == self.canonical:
            return
        added = canonical.keys() - self.canonical.keys()
        described = added & {*self.own.values(), *self.subjects.values()}
        kept = all(canonical.get(alias) == thing for alias, thing in self.canonical.items())
        if not kept or described or any(alias in dangling for alias in added):
            raise ForgottenError
        self.canonical = canonical

    # --- What the descriptions come to --------------------------------------------------------------------------------

    def _part(self, name: bytes) -> Description:
        found = packing.unpack(self.parts[name])
        if not isinstance(found, Description):
            raise ForgottenError
        return found

    def _brought_together(
        self, things: Iterable[Iri], at_hand: Mapping[str, Account], recall: Recall
    ) -> dict[Iri, OfOne]:
        """What all descriptions of each thing come to, for those that have any."""
        wanted = list(things)
        missing = sorted({p for thing in wanted for p in self.owners.get(thing, ())} - at_hand.keys())
        accounts = {**at_hand, **(recall(missing) if missing else {})}
        if not accounts.keys() >= set(missing):
            raise ForgottenError
        found = {}
        for thing in wanted:
            own = [(accounts[path].own, True) for path in self.owners.get(thing, ())]
            passing = [(self._part(name), False) for name in self.passing.get(thing, ())]
            if own or passing:
                found[thing] = merge.bring_together(thing, [*own, *passing], self.canonical)
        return found

    def _recount(self, touched: Iterable[Iri], before: Mapping[Iri, OfOne], after: Mapping[Iri, OfOne]) -> set[Iri]:
        """Count what is said in passing anew; the things of which something else is said now."""
        changed: Counter[Fact] = Counter()
        for thing in touched:
            changed.update(after[thing].in_passing if thing in after else ())
            changed.subtract(before[thing].in_passing if thing in before else ())
        voted = set()
        for fact, more in changed.items():
            if not more:
                continue
            voted.add(fact.subject)
            counted = self.votes.setdefault(fact.subject, {}).setdefault(fact.predicate, {})
            counted[fact.object] = counted.get(fact.object, 0) + more
            if not counted[fact.object]:
                del counted[fact.object]
        for thing in voted:
            self.votes[thing] = {predicate: counted for predicate, counted in self.votes[thing].items() if counted}
            if not self.votes[thing]:
                del self.votes[thing]
        return voted

    def _settled(self, thing: Iri, brought: OfOne | None) -> list[Fact]:
        votes = {(thing, predicate): Counter(counted) for predicate, counted in self.votes.get(thing, {}).items()}
        return merge.settle(brought.own if brought else {}, votes)

    def _know(self, thing: Iri, facts: tuple[Fact, ...]) -> None:
        """Remember what others need to know of a thing."""
        self.things.pop(thing, None)
        self.published.pop(thing, None)
        kind = next((fact.object for fact in facts if fact.predicate == RDF.TYPE), None)
        if facts and kind != _ARTICLE:
            self.things[thing] = facts
        for fact in facts:
            if fact.predicate == SCHEMA.DATE_PUBLISHED:
                self.published[thing] = fact.object
