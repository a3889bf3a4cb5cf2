"""A store behind its Graph Store endpoint, asked again where it fails for the moment."""

import random
import time
from base64 import b64encode
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import quote, urlsplit

from kgraph.errors import KgraphError, UsageError
from kgraph.model import Iri

_FINE = (200, 201, 202, 204)
_IS_EMPTY = "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


class PublishError(KgraphError):
    """The store does not take the graphs."""


class RefusedError(PublishError):
    """The store says that it will not, whenever it is asked."""


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


class Store:
    """A Graph Store endpoint; and, where one is known, the SPARQL endpoint for updates beside it."""

    def __init__(self, url: str, update: str, credentials: Credentials, attempts: int, pause: float) -> None:
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
        self._is_oxigraph = self._path.endswith("/store")
        self._update = self._path.removesuffix("store") + "update" if self._is_oxigraph else ""
        if update:
            told = urlsplit(update)
            if (told.scheme, told.netloc) != (parts.scheme, parts.netloc):
                raise UsageError(f"{update} is on another server than {url}")
            self._update = told.path + (f"?{told.query}" if told.query else "")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    @property
    def takes_updates(self) -> bool:
        """Whether the default graph can be changed in part."""
        return bool(self._update)

    def put(self, graph: Iri, body: bytes) -> None:
        """Replace a graph."""
        self._ask("PUT", self._target(graph), body, "application/n-triples", graph or "the default graph")

    def delete(self, graph: Iri) -> None:
        """Remove a graph; one that is not there is removed already."""
        self._ask("DELETE", self._target(graph), None, "", graph, (*_FINE, 404))

    def update(self, body: bytes) -> None:
        """Change what an update says, which is all or nothing."""
        self._ask("POST", self._update, body, "application/sparql-update", "a change of the default graph")

    def add(self, body: bytes) -> None:
        """Add quads."""
        self._ask("POST", self._path + (f"?{self._query}" if self._query else ""), body, "application/n-quads", "quads")

    def is_empty(self) -> bool:
        """Whether the store is known to hold nothing, so that all can be added in bulk."""
        if not self._is_oxigraph:
            return False
        try:
            target = f"{self._path.removesuffix('store')}query"
            answer = self._ask("POST", target, _IS_EMPTY.encode(), "application/sparql-query", "a question")
        except RefusedError:
            return False
        return "false" in answer

    def _target(self, graph: Iri) -> str:
        named = f"graph={quote(graph, safe='')}" if graph else "default"
        return f"{self._path}?{f'{self._query}&' if self._query else ''}{named}"

    def _ask(
        self, method: str, target: str, body: bytes | None, media: str, what: str, fine: tuple[int, ...] = _FINE
    ) -> str:
        headers = {"Content-Type": media, "Accept": "application/sparql-results+json, */*;q=0.1"} if media else {}
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
                return said
            reason = f"{answer.status} {answer.reason}{f': {said[:300]}' if said else ''}"
            if answer.status < 500 and answer.status not in (408, 425, 429):
                raise RefusedError(f"{self._shown} refuses {what}: {reason}")
            asked = answer.headers.get("Retry-After", "")
            wait = min(float(asked), 60.0) if asked.isdecimal() else 0.0
        raise PublishError(f"{self._shown} does not take {what}, {self._attempts} times: {reason}")
