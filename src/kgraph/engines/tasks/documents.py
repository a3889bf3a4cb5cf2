"""Files to descriptions, descriptions to what is said of each thing once."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from kgraph import ledger, merge, packing, tasks
from kgraph.engines import tables
from kgraph.engines.tables import Row, Split, Tables
from kgraph.engines.values import decode, encode
from kgraph.model import Description, Fact, Iri, Problem, Value
from kgraph.resolution.known import known_things
from kgraph.resolution.spelling import fold
from kgraph.sources import SourceFile

Tick = Callable[[], None]


class _Packed:
    """Descriptions as bytes: one that forty documents list is packed once in a process."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Description, str, bytes]] = {}

    def __call__(self, description: Description) -> tuple[str, bytes]:
        known = self._known.get(id(description))
        if known is None or known[0] is not description:
            data = packing.pack(description)
            if len(self._known) >= 1 << 16:
                self._known.clear()
            known = self._known[id(description)] = description, blake2b(data, digest_size=16).hexdigest(), data
        return known[1:]


_packed = _Packed()


def read_files(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What each file says in its structure."""
    described: list[tuple[str, str, int, str]] = []
    descriptions: dict[str, bytes] = {}
    aliases: set[tuple[str, str]] = set()
    accounts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    counted = ledger.Ledger()
    tick()
    for row in tables.between(split.inputs["files"], split.start, split.stop):
        _, (account, keys, found) = tasks.read_file(SourceFile(row["path"], Path(row["location"])))
        problems += found
        counted.add(row["path"], keys)
        tick()
        if account is None:
            continue
        accounts.append((account.path, account.sha256))
        problems += account.problems
        for each, own in [(account.own, 1), *((other, 0) for other in account.others)]:
            digest, data = _packed(each)
            descriptions[digest] = data
            described.append((each.subject, account.path, own, digest))
            aliases.update((alias, each.subject) for alias in each.aliases)
    return {
        "described": described,
        "descriptions": sorted(descriptions.items()),
        "aliases": sorted(aliases),
        "accounts": accounts,
        "problems": [tuple(each) for each in problems],
        "keys": [(entry.key, entry.occurrences, entry.example) for entry in counted.entries()],
    }


@lru_cache(maxsize=1)
def _canonical(files: tuple[str, ...]) -> dict[Iri, Iri]:
    return {row["alias"]: row["target"] for row in tables.read(files)}


def bring_together(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What all descriptions of each thing come to."""
    canonical = _canonical(tuple(settings["canonical"]))
    own: list[tuple[str, str, str, int]] = []
    votes: Counter[tuple[str, str, str]] = Counter()
    texts: list[tuple[str, str, str, str, str]] = []
    for subject, rows in _by_subject(split, "described"):
        ranked = [(packing.unpack(row["packed"]), bool(row["own"])) for row in sorted(rows, key=lambda r: r["digest"])]
        found = merge.bring_together(subject, ranked, canonical)
        for (_, predicate), values in found.own.items():
            own += [(subject, predicate, encode(value), place) for place, value in enumerate(values)]
        for fact in found.in_passing:
            votes[fact.subject, fact.predicate, encode(fact.object)] += 1
        if found.text.content:
            text = found.text
            parts = (text.headline, text.abstract, text.body)
            words = blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
            texts.append((subject, words, *parts))
        tick()
    return {"own_values": own, "votes": [(*each, count) for each, count in sorted(votes.items())], "texts": texts}


def settle(settings: dict[str, Any], split: Split, tick: Tick) -> Tables:
    """What things say of themselves first, then what most others say of them; and which of them have names."""
    facts: list[Fact] = []
    for _, rows in _by_subject(split, "values"):
        own: defaultdict[tuple[Iri, Iri], list[Iri | Value]] = defaultdict(list)
        votes: defaultdict[tuple[Iri, Iri], Counter[Iri | Value]] = defaultdict(Counter)
        for row in sorted(rows, key=lambda row: (row["place"] or 0, row["value"])):
            about, value = (row["subject"], row["predicate"]), decode(row["value"])
            if row["place"] is not None:
                own[about].append(value)
            else:
                votes[about][value] += row["votes"]
        facts += merge.settle(own, votes)
        tick()
    return {
        "settled": [(fact.subject, fact.predicate, encode(fact.object)) for fact in facts],
        "known": [
            (each.iri, each.type, each.label, fold(each.label), json.dumps(each.alternatives))
            for each in known_things(facts)
        ],
    }


def _by_subject(split: Split, name: str) -> Iterator[tuple[str, list[Row]]]:
    rows = sorted(tables.read(split.inputs[name]), key=lambda row: row["subject"])
    for subject, group in groupby(rows, key=lambda row: row["subject"]):
        yield subject, list(group)
