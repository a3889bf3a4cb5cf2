"""A store that is spoken to by the Graph Store Protocol and, where it has an address for that, by SPARQL Update."""

import random
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from itertools import islice
from urllib.parse import SplitResult, quote, urlsplit

from kgraph.errors import KgraphError, UsageError
from kgraph.model import Iri
from kgraph.publish.contents import DEFAULT

_DONE = (200, 201, 202, 204)
_AT_ONCE = 20_000
"""Lines in one update."""


class PublishError(KgraphError):
    """The store does not take the graphs."""


class RefusedError(PublishError):
    """The store says that it will not do what it is asked."""


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
class Patience:
    """How long a store is asked again that fails for now."""

    attempts: int = 6
    pause: float = 0.5
    """Seconds before the second attempt; each further pause is twice as long."""


class Endpoint:
    """An address that takes requests, asked again while it fails for now."""

    def __init__(self, url: str, credentials: Credentials, patience: Patience) -> None:
        """Nothing is asked yet.

        Raises:
            UsageError: if the address is none of HTTP.
        """
        self.url = url
        self._parts = _http(url)
        self._headers, self._patience = credentials.headers(), patience
        kind = HTTPSConnection if self._parts.scheme == "https" else HTTPConnection
        self._connection = kind(self._parts.hostname or "", self._parts.port, timeout=600)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(
        self, method: str, query: str, body: bytes | None, headers: dict[str, str], fine: Iterable[int], what: str
    ) -> bytes:
        """Make a request until it is answered; give how the answer begins.

        Raises:
            RefusedError: if the answer is that this will never do.
            PublishError: if there is no other answer than failures.
        """
        query = "&".join(filter(None, (self._parts.query, query)))
        target = (self._parts.path or "/") + (f"?{query}" if query else "")
        reason, wait = "", 0.0
        for attempt in range(self._patience.attempts):
            if attempt:
                pause = self._patience.pause * 2 ** (attempt - 1)
                time.sleep(max(wait, pause * random.uniform(0.5, 1)))  # noqa: S311
            try:
                self._connection.request(method, target, body, {**self._headers, **headers})
                answer = self._connection.getresponse()
                said = answer.read(2000)
                if answer.status in fine and not answer.isclosed():
                    self._connection.close()  # there is more of it than we want to know
                else:
                    answer.read()
            except (OSError, HTTPException) as error:
                self._connection.close()
                reason, wait = str(error) or type(error).__name__, 0.0
                continue
            if answer.status in fine:
                return said
            told = said.decode("utf-8", "replace").strip()
            reason = f"{answer.status} {answer.reason}{f': {told[:300]}' if told else ''}"
            if answer.status == 501 or (answer.status < 500 and answer.status not in (408, 425, 429)):
                raise RefusedError(f"{self.url} refuses {what}: {reason}")
            asked = answer.headers.get("Retry-After", "")
            wait = min(float(asked), 60.0) if asked.isdecimal() else 0.0
        raise PublishError(f"{self.url} does not take {what}, {self._patience.attempts} times: {reason}")


class Store:
    """The graphs of a store."""

    def __init__(self, graphs: Endpoint, update: Endpoint | None = None) -> None:
        """A store by the addresses of its Graph Store Protocol and of its updates."""
        self._graphs, self._update = graphs, update

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._graphs.close()
        if self._update is not None:
            self._update.close()

    def put(self, graph: Iri, body: bytes) -> None:
        """Replace a graph."""
        what = graph or "the default graph"
        self._graphs.ask("PUT", _named(graph), body, {"Content-Type": "application/n-triples"}, _DONE, what)

    def delete(self, graph: Iri) -> None:
        """Remove a graph; one that is not there is removed already."""
        self._graphs.ask("DELETE", _named(graph), None, {}, (*_DONE, 404), graph or "the default graph")

    def is_empty(self) -> bool:
        """Whether the store says that it holds nothing; it must know N-Quads to say so."""
        try:
            accept = {"Accept": "application/n-quads"}
            return not self._graphs.ask("GET", "", None, accept, (200, 204), "the question what it holds").strip()
        except RefusedError:
            return False

    def load(self, body: bytes) -> None:
        """Add N-Quads to whatever is there."""
        self._graphs.ask("POST", "", body, {"Content-Type": "application/n-quads"}, _DONE, "N-Quads")

    def patch(self, removed: Iterable[str], added: Iterable[str]) -> None:
        """Change the default graph by lines of N-Triples; doing it again does no harm."""
        assert self._update is not None  # noqa: S101 - asked only where there is an address
        for verb, lines in (("DELETE", iter(removed)), ("INSERT", iter(added))):
            for some in _batches(lines):
                text = f"{verb} DATA {{\n{''.join(some)}}}"
                headers = {"Content-Type": "application/sparql-update"}
                self._update.ask("POST", "", text.encode(), headers, _DONE, "an update of the default graph")


def _http(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{url} is no address of a store: it begins with http:// or https://")
    return parts


def _named(graph: Iri) -> str:
    return "default" if graph == DEFAULT else f"graph={quote(graph, safe='')}"


def _batches(lines: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(lines, _AT_ONCE)):
        yield some
