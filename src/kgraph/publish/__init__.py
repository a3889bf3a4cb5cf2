"""Exports into any store that speaks the Graph Store Protocol, and only what has changed since the last time.

https://www.w3.org/TR/sparql11-http-rdf-update/ : PUT replaces a graph and DELETE removes one, so that doing either
again does no harm. What the default graph says of a subject is replaced by a SPARQL update, where the store's endpoint
for them is known; an empty store is filled in bulk. A journal beside the exports notes what the store has taken; an
interrupted publication goes on where it stopped.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.model import Iri
from kgraph.publish import exports
from kgraph.publish.exports import DEFAULT, Unit
from kgraph.publish.journal import UNKNOWN, Journal
from kgraph.publish.store import Credentials, PublishError, RefusedError, Store

__all__ = ["JOURNAL", "Credentials", "Plan", "PublishError", "publish"]

JOURNAL = ".published"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a store needs to become what the exports are; graphs sorted, the default graph ("") last."""

    put: list[Iri] = field(default_factory=list)
    """Graphs to send."""
    delete: list[Iri] = field(default_factory=list)
    """Graphs to remove."""
    changed: list[Iri] = field(default_factory=list)
    """Subjects of which the default graph says something else than before."""
    unchanged: int = 0
    """Graphs that stay as they are."""


def publish(
    folder: Path,
    url: str,
    credentials: Credentials | None = None,
    *,
    update: str = "",
    everything: bool = False,
    is_loaded: bool = False,
    dry_run: bool = False,
    attempts: int = 6,
    pause: float = 0.5,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> Plan:
    """Bring a store up to date with the exports of a folder; give what was done.

    Args:
        folder: of exports.
        url: of the store's Graph Store endpoint: ``http://127.0.0.1:7878/store``.
        credentials: for the store.
        update: the store's endpoint for SPARQL updates; Oxigraph's is known. Without one a default graph in which
            anything changed is sent as a whole.
        everything: send all graphs, whatever the journal says; for a store that has lost them.
        is_loaded: send nothing: the store has been loaded with these very exports, by a loader of its own.
        dry_run: do nothing but plan.
        attempts: how often a request is made before the store is given up.
        pause: seconds before the second attempt; each further pause is twice as long.
        tell: called with how much is done, and how much there is to do: graphs, or in bulk, bytes.

    Raises:
        ExportError: if there are no exports, or they are broken.
        UsageError: if the address is none of HTTP.
        PublishError: if the store refuses, or does not answer for all attempts.
    """
    store = Store(url, update, credentials or Credentials(), attempts, pause)
    digests = exports.digests(folder)
    journal = Journal(folder / JOURNAL / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.jsonl")
    taken = {} if everything else journal.read()
    if is_loaded:
        taken = digests
    plan = _plan(digests, taken, journal.read(), by_subject=store.takes_updates)
    if dry_run:
        return plan
    journal.tidy()  # so that half a line of an interruption does not spoil the next one
    if is_loaded:
        gone = journal.read().keys() - digests.keys()
        journal.note([*((unit, None) for unit in gone), *sorted(digests.items())])
        return plan
    with store:
        if taken or everything or not _fill(folder, store, journal, digests, tell):
            _bring(folder, store, journal, digests, plan, tell)
    journal.tidy()
    return plan


def _plan(digests: dict[Unit, str], taken: dict[Unit, str], noted: dict[Unit, str], *, by_subject: bool) -> Plan:
    """What is to do, so that a store holds ``digests``; it may hold what is ``noted``, and surely ``taken``."""
    graphs = {unit.graph for unit in digests} | {unit.graph for unit in noted if unit.graph == DEFAULT}
    put = sorted(g for g in graphs - {DEFAULT} if taken.get(Unit(g)) != digests[Unit(g)])
    subjects = {unit for unit in (*digests, *taken) if unit.graph == DEFAULT}
    changed = sorted(unit.subject for unit in subjects if taken.get(unit) != digests.get(unit))
    # What was sent as a whole by an earlier version, or begun and interrupted, is sent as a whole again.
    is_known = any(unit.graph == DEFAULT for unit in taken) and Unit(DEFAULT) not in taken
    is_sure = by_subject and is_known and all(taken.get(Unit(DEFAULT, subject)) != UNKNOWN for subject in changed)
    if not is_sure and (changed or not is_known) and DEFAULT in graphs:
        put, changed = [*put, DEFAULT], []
    delete = sorted({unit.graph for unit in noted} - graphs)
    return Plan(put, delete, changed, len(graphs) - len(put) - bool(changed))


def _fill(
    folder: Path, store: Store, journal: Journal, digests: dict[Unit, str], tell: Callable[[int, int], None]
) -> bool:
    """Send everything in bulk to a store that holds nothing; False where it does, or does not take it so."""
    if not store.is_empty():
        return False
    # Whoever goes on after an interruption must know what may be there, in part.
    journal.note((unit, UNKNOWN) for unit in sorted(digests))
    sent, total = 0, exports.size(folder)
    try:
        for batch in exports.batches(folder):
            store.add(batch)
            sent += len(batch)
            tell(sent, max(sent, total))
    except RefusedError:
        if sent:
            raise
        return False
    journal.note(sorted(digests.items()))
    return True


def _bring(
    folder: Path,
    store: Store,
    journal: Journal,
    digests: dict[Unit, str],
    plan: Plan,
    tell: Callable[[int, int], None],
) -> None:
    """Send the graphs that are others, and of the default graph the subjects."""
    total, done = len(plan.put) + len(plan.delete) + len(plan.changed), 0
    for unit, text in exports.contents(folder, [Unit(graph) for graph in plan.put]):
        store.put(unit.graph, text.encode())
        journal.note([(unit, digests[unit])] if unit.graph != DEFAULT else _whole(journal, digests))
        tell(done := done + 1, total)
    for units, body in exports.updates(folder, [Unit(DEFAULT, subject) for subject in plan.changed]):
        store.update(body)
        journal.note((unit, digests.get(unit)) for unit in units)
        tell(done := done + len(units), total)
    for graph in plan.delete:
        store.delete(graph)
        journal.note([(Unit(graph), None)])
        tell(done := done + 1, total)


def _whole(journal: Journal, digests: dict[Unit, str]) -> list[tuple[Unit, str | None]]:
    """What is to note when the default graph was sent as a whole."""
    before = {unit for unit in journal.read() if unit.graph == DEFAULT}
    now = [(unit, digest) for unit, digest in sorted(digests.items()) if unit.graph == DEFAULT]
    return [*((unit, None) for unit in sorted(before - digests.keys())), *now]
