"""Exports into any store that speaks the Graph Store Protocol: all at once the first time, then what has changed.

https://www.w3.org/TR/sparql11-http-rdf-update/ : PUT replaces a graph and DELETE removes one, so that doing either
again does no harm. A store that is empty and takes N-Quads is filled by POST, in large pieces. The default graph holds
what is said of things once for all, so something in it changes with nearly every document; where the store has an
address for SPARQL Update, it is sent the difference, else the whole.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.model import Iri
from kgraph.publish import contents
from kgraph.publish.contents import DEFAULT
from kgraph.publish.journal import JOURNAL, UNSURE, Journal, Taken
from kgraph.publish.store import Credentials, Endpoint, Patience, PublishError, RefusedError, Store

__all__ = ["JOURNAL", "Credentials", "Patience", "Plan", "PublishError", "RefusedError", "publish"]

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a store needs to become what the exports are; graphs sorted, the default graph ("") last."""

    put: list[Iri] = field(default_factory=list)
    delete: list[Iri] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    """Lines of N-Triples that leave the default graph, where it need not be sent whole."""
    added: list[str] = field(default_factory=list)
    """Lines that come into it."""
    in_bulk: bool = False
    """Whether the graphs are loaded all at once."""


def publish(
    folder: Path,
    url: str,
    credentials: Credentials | None = None,
    *,
    update: str = "",
    everything: bool = False,
    dry_run: bool = False,
    patience: Patience | None = None,
    tell: Tell = lambda *_: None,
) -> Plan:
    """Bring a store up to date with the exports of a folder; give what was done.

    Args:
        folder: of exports.
        url: of the store's Graph Store endpoint: ``http://127.0.0.1:7878/store``.
        credentials: for the store.
        update: address of the store's SPARQL Update endpoint; "" for one that has none.
        everything: send all graphs, whatever the journal says; for a store that has lost them.
        dry_run: do nothing but plan.
        patience: with a store that fails for now.
        tell: called with how many graphs or pieces are done, and how many there are (0 where that is not known).

    Raises:
        ExportError: if there are no exports, or they are broken.
        UsageError: if an address is none of HTTP.
        PublishError: if the store refuses, or does not answer for all attempts.
    """
    known, patience = credentials or Credentials(), patience or Patience()
    endpoints = [Endpoint(address, known, patience) for address in (url, update) if address]
    digests = contents.digests(folder)
    journal = Journal(folder, url)
    with Store(*endpoints) as store:
        there = journal.read()
        taken = Taken() if everything else there
        if not dry_run and _can_load(store, taken, folder) and _load(store, journal, folder, digests, taken, tell):
            _keep_default(journal, folder, wanted=bool(update))
            return Plan(_in_order(digests), in_bulk=True)
        plan = _plan(journal, folder, digests, taken, there, patching=bool(update))
        if not dry_run:
            journal.tidy()  # so that half a line of an interruption does not spoil the next one
            _send(store, journal, folder, digests, plan, tell)
            _keep_default(journal, folder, wanted=bool(update) and DEFAULT in plan.put)
            journal.tidy()
    return plan


def _can_load(store: Store, taken: Taken, folder: Path) -> bool:
    """Whether the store has nothing yet, or nothing but the beginning of these very graphs."""
    if not taken.graphs:
        return store.is_empty()
    if any(digest != UNSURE for digest in taken.graphs.values()):
        return False
    there = {piece.name: piece.digest for piece in contents.pieces(folder)}
    return taken.pieces.items() <= there.items()


def _load(store: Store, journal: Journal, folder: Path, digests: dict[Iri, str], taken: Taken, tell: Tell) -> bool:
    """Load all graphs at once; False where the store does not take N-Quads, and nothing is done."""
    if not taken.graphs:
        journal.begin_load(digests)
    for done, piece in enumerate(contents.pieces(folder), start=1):
        if taken.pieces.get(piece.name) != piece.digest:
            try:
                store.load(piece.body)
            except RefusedError:
                if done > 1 or taken.pieces:
                    raise
                journal.end_load({})
                return False  # it has other ways
            journal.note_piece(piece)
        tell(done, 0)
    journal.end_load(digests)
    return True


def _plan(
    journal: Journal, folder: Path, digests: dict[Iri, str], taken: Taken, there: Taken, *, patching: bool
) -> Plan:
    put = _in_order({graph: digest for graph, digest in digests.items() if taken.graphs.get(graph) != digest})
    delete = _in_order(there.graphs.keys() - digests.keys())
    unchanged = len(digests) - len(put)
    before = journal.default() if patching and DEFAULT in put and DEFAULT in taken.graphs else None
    if before is None or contents.digest_of(before) != taken.graphs[DEFAULT]:
        return Plan(put, delete, unchanged)
    now, then = set(contents.of_graphs(folder, [DEFAULT])[DEFAULT]), set(before)
    removed, added = sorted(then - now), sorted(now - then)
    if len(removed) + len(added) > len(now):
        return Plan(put, delete, unchanged)
    return Plan(put[:-1], delete, unchanged, removed, added)


def _in_order(graphs: "dict[Iri, str] | set[Iri]") -> list[Iri]:
    return sorted(graphs, key=lambda graph: (graph == DEFAULT, graph))


def _send(store: Store, journal: Journal, folder: Path, digests: dict[Iri, str], plan: Plan, tell: Tell) -> None:
    """Replace, remove and patch, and note each."""
    patched = bool(plan.removed or plan.added)
    total, lines = len(plan.put) + len(plan.delete) + patched, contents.of_graphs(folder, plan.put)
    for done, graph in enumerate(plan.put, start=1):
        store.put(graph, "".join(lines.pop(graph)).encode())
        journal.note(graph, digests[graph])
        tell(done, total)
    for done, graph in enumerate(plan.delete, start=len(plan.put) + 1):
        store.delete(graph)
        journal.note(graph, None)
        tell(done, total)
    if patched:
        journal.note(DEFAULT, UNSURE)
        store.patch(plan.removed, plan.added)
        _keep_default(journal, folder, wanted=True)
        journal.note(DEFAULT, digests[DEFAULT])
        tell(total, total)


def _keep_default(journal: Journal, folder: Path, *, wanted: bool) -> None:
    if wanted:
        journal.keep_default(contents.of_graphs(folder, [DEFAULT])[DEFAULT])
