"""Exports into any store that speaks the Graph Store Protocol, and only what has changed since the last time.

https://www.w3.org/TR/sparql11-http-rdf-update/ : PUT replaces a graph and DELETE removes one, so that doing either
again does no harm. A journal beside the exports notes each graph that the store has taken; an interrupted publication
goes on where it stopped.
"""

import hashlib
import json
import random
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kgraph.errors import ExportError, KgraphError, UsageError
from kgraph.model import Iri

JOURNAL = ".published"
_SOURCE = "graph.nq"
_PARTS = "nquads"
"""The folder of parts that a build over tables leaves in its place."""
_DEFAULT = ""  # stands for the default graph


class PublishError(KgraphError):
    """The store does not take the graphs."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """How to introduce oneself to a store: a bearer token, or a name and a password."""

    token: str = ""
    user: str = ""
    password: str = ""

    def headers(self) -> dict[str, str]:
        """The header that says so; none where there is nothing to say."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user:
            return {"Authorization": "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode()}
        return {}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a store needs to become what the exports are; graphs sorted, the default graph ("") last."""

    put: list[Iri] = field(default_factory=list)
    delete: list[Iri] = field(default_factory=list)
    unchanged: int = 0


def publish(
    folder: Path,
    url: str,
    credentials: Credentials | None = None,
    *,
    everything: bool = False,
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
        everything: send all graphs, whatever the journal says; for a store that has lost them.
        dry_run: do nothing but plan.
        attempts: how often a request is made before the store is given up.
        pause: seconds before the second attempt; each further pause is twice as long.
        tell: called with how many graphs are done, and how many there are to do.

    Raises:
        ExportError: if there are no exports, or they are broken.
        UsageError: if the address is none of HTTP.
        PublishError: if the store refuses, or does not answer for all attempts.
    """
    store = _Store(url, credentials or Credentials(), attempts, pause)
    digests = _digests(folder)
    journal = _Journal(folder / JOURNAL / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.jsonl")
    taken = journal.read()
    order: Callable[[Iri], tuple[bool, Iri]] = lambda graph: (graph == _DEFAULT, graph)  # noqa: E731
    put = sorted((g for g, digest in digests.items() if everything or taken.get(g) != digest), key=order)
    plan = Plan(put, sorted(taken.keys() - digests.keys(), key=order), len(digests) - len(put))
    if dry_run:
        return plan
    journal.tidy()  # so that half a line of an interruption does not spoil the next one
    total = len(plan.put) + len(plan.delete)
    with store:
        for done, (graph, body) in enumerate(_contents(folder, plan.put), start=1):
            store.put(graph, body)
            journal.note(graph, digests[graph])
            tell(done, total)
        for done, graph in enumerate(plan.delete, start=len(plan.put) + 1):
            store.delete(graph)
            journal.note(graph, None)
            tell(done, total)
    journal.tidy()
    return plan


# --- The exports ------------------------------------------------------------------------------------------------------


def _quads(folder: Path) -> Iterator[ox.Quad]:
    parts = [folder / _SOURCE] if (folder / _SOURCE).is_file() else sorted((folder / _PARTS).glob("*.nq"))
    if not parts:
        raise ExportError(f"{folder} holds no {_SOURCE}: run kgraph build first, or name another folder")
    for path in parts:
        try:
            with path.open("rb") as file:
                yield from ox.parse(file, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError, OSError) as error:
            raise ExportError(f"{path} is broken: {error}") from error


def _graph_of(quad: ox.Quad) -> Iri:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else _DEFAULT


def _digests(folder: Path) -> dict[Iri, str]:
    """A digest of each graph's lines, whatever their order: the parts of a build are not always cut alike."""
    sums = {_DEFAULT: 0}
    for quad in _quads(folder):
        # A line stands in a graph once; a sum of digests in 256 bits is no harder to forge than it needs to be here.
        digest = int.from_bytes(hashlib.sha256(f"{quad.triple} .\n".encode()).digest())
        graph = _graph_of(quad)
        sums[graph] = (sums.get(graph, 0) + digest) % (1 << 256)
    return {graph: f"{total:064x}" for graph, total in sums.items()}


def _contents(folder: Path, graphs: list[Iri]) -> Iterator[tuple[Iri, bytes]]:
    """The graphs in N-Triples, in the order given."""
    lines: dict[Iri, list[str]] = {graph: [] for graph in graphs}
    if graphs:
        for quad in _quads(folder):
            if (wanted := lines.get(_graph_of(quad))) is not None:
                wanted.append(f"{quad.triple} .\n")
    for graph in graphs:
        yield graph, "".join(lines.pop(graph)).encode()


# --- What the store has ----------------------------------------------------------------------------------------------


class _Journal:
    """Which graphs a store has taken, a line of JSON for each; the last line about a graph counts."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[Iri, str]:
        taken: dict[Iri, str] = {}
        if not self._path.is_file():
            return taken
        for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                graph, digest = json.loads(line)
            except (ValueError, TypeError):  # an interruption in the middle of a line
                continue
            if digest is None:
                taken.pop(graph, None)
            else:
                taken[graph] = digest
        return taken

    def note(self, graph: Iri, digest: str | None) -> None:
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([graph, digest]) + "\n")
        except OSError as error:
            raise ExportError(f"the journal {self._path} cannot be written: {error.strerror}") from error

    def tidy(self) -> None:
        """Leave one line for each graph."""
        if self._path.is_file():
            lines = "".join(json.dumps(pair) + "\n" for pair in sorted(self.read().items()))
            staged = self._path.with_suffix(".new")
            staged.write_text(lines, encoding="utf-8")
            staged.replace(self._path)


# --- The store --------------------------------------------------------------------------------------------------------


class _Store:
    """A Graph Store endpoint."""

    def __init__(self, url: str, credentials: Credentials, attempts: int, pause: float) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"{url} is no address of a store: it begins with http:// or https://")
        self._shown = url
        self._path = parts.path or "/"
        self._query = parts.query
        self._headers = credentials.headers()
        self._attempts, self._pause = attempts, pause
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(parts.hostname, parts.port, timeout=120)

    def __enter__(self) -> "_Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def put(self, graph: Iri, body: bytes) -> None:
        """Replace a graph."""
        self._ask("PUT", graph, body, {"Content-Type": "application/n-triples"}, (200, 201, 202, 204))

    def delete(self, graph: Iri) -> None:
        """Remove a graph; one that is not there is removed already."""
        self._ask("DELETE", graph, None, {}, (200, 202, 204, 404))

    def _ask(self, method: str, graph: Iri, body: bytes | None, headers: dict[str, str], fine: tuple[int, ...]) -> None:
        named = f"graph={quote(graph, safe='')}" if graph else "default"
        target = f"{self._path}?{f'{self._query}&' if self._query else ''}{named}"
        reason, wait = "", 0.0
        for attempt in range(self._attempts):
            if attempt:
                time.sleep(max(wait, self._pause * 2 ** (attempt - 1) * random.uniform(0.5, 1)))  # noqa: S311
            try:
                self._connection.request(method, target, body, {**self._headers, **headers})
                answer = self._connection.getresponse()
                said = answer.read(2000).decode("utf-8", "replace").strip()
                answer.read()
            except (OSError, HTTPException) as error:
                self._connection.close()
                reason, wait = str(error) or type(error).__name__, 0.0
                continue
            if answer.status in fine:
                return
            reason = f"{answer.status} {answer.reason}{f': {said[:300]}' if said else ''}"
            if answer.status < 500 and answer.status not in (408, 425, 429):
                raise PublishError(f"{self._shown} refuses {graph or 'the default graph'}: {reason}")
            asked = answer.headers.get("Retry-After", "")
            wait = min(float(asked), 60.0) if asked.isdecimal() else 0.0
        raise PublishError(
            f"{self._shown} does not take {graph or 'the default graph'}, {self._attempts} times: {reason}"
        )
