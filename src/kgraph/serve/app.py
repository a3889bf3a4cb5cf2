"""The addresses of the server and what answers them."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kgraph import ontology, query
from kgraph.errors import KgraphError
from kgraph.folders import read_manifest
from kgraph.model import Iri
from kgraph.serve import pages, protocol, store
from kgraph.serve.guard import Guard
from kgraph.serve.pool import BusyError, DiedError, Limits, Pool, TimedOutError
from kgraph.serve.protocol import HTML, RefusalError
from kgraph.serve.worker import TRIPLES, Answer, Job

_BODY_SECONDS = 10.0
_PATIENCE = 16
_EXPLORE_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_STATIC = {"kgraph.css": "text/css", "query.js": "text/javascript", "yasgui.min.js": "text/javascript"}
_STATIC |= {"yasgui.min.css": "text/css", "kgraph.svg": "image/svg+xml", "LICENSE.yasgui.txt": "text/plain"}
_FORMATS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples", "html": HTML}


@dataclass(frozen=True, slots=True)
class Settings:
    """How exports are served."""

    limits: Limits = field(default_factory=Limits)
    workers: int = 2
    token: str = ""
    """Where one is set, requests must bear it; ``/health`` excepted."""
    origins: tuple[str, ...] = ()
    """Web origins whose pages may ask (CORS); none by default."""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    """Names under which the server may be addressed; "*" for any."""


def application(exports: Path, settings: Settings | None = None) -> Starlette:
    """The ASGI application for a folder of exports; loads the store where it is not there yet.

    Raises:
        ExportError: if there are no exports, or they are broken.
    """
    chosen = settings or Settings()
    site = Site(exports, Pool(store.prepare(exports), chosen.limits, chosen.workers), chosen)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.pool.open()
        try:
            yield
        finally:
            await site.pool.close()

    middleware = [Middleware(Guard, token=chosen.token)]
    if chosen.origins:
        asked = ("GET", "POST")
        cors = Middleware(CORSMiddleware, allow_origins=chosen.origins, allow_methods=asked, allow_headers=["*"])
        middleware.insert(0, cors)
    if "*" not in chosen.hosts:
        middleware.insert(0, Middleware(TrustedHostMiddleware, allowed_hosts=list(chosen.hosts), www_redirect=False))
    read = ["GET"]
    routes = [
        Route("/", site.front, methods=read),
        Route("/sparql", site.sparql, methods=["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]),
        Route("/graph", site.graph, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        Route("/queries", site.queries, methods=read),
        Route("/id/{path:path}", site.thing, methods=read),
        Route("/node", site.node, methods=read),
        Route("/ontology", site.ontology, methods=read),
        Route("/dataset", site.dataset, methods=read),
        Route("/explore", site.explore, methods=read),
        Route("/health", site.health, methods=read),
        Route("/static/{name}", static, methods=read),
    ]
    handlers: dict[Any, Any] = {KgraphError: _refused, Exception: _failed, 404: _not_found, 405: _not_allowed}
    return Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)


@dataclass(slots=True)
class Site:
    """What the server shows."""

    exports: Path
    pool: Pool
    settings: Settings
    base: Iri = ""

    def __post_init__(self) -> None:
        """Learn under which IRIs the things of these exports stand."""
        self.base = str(read_manifest(self.exports).get("base", ""))

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, queries."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        body = await self._body(request) if request.method == "POST" else b""
        accept = ",".join(request.headers.getlist("accept"))
        kind = request.headers.get("content-type", "")
        return _answered(
            await self.pool.ask(protocol.query_job(request.method, request.url.query, kind, body, accept)), accept
        )

    async def graph(self, request: Request) -> Response:
        """Graph Store Protocol, reading."""
        if request.method not in ("GET", "HEAD"):
            raise RefusalError(405, "these graphs are read-only", Allow="GET, HEAD")
        accept = ",".join(request.headers.getlist("accept"))
        return _answered(await self.pool.ask(protocol.graph_job(request.url.query, accept)), accept)

    async def thing(self, request: Request) -> Response:
        """A thing below the base IRI, by the rest of its IRI."""
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
        return await self._thing(request, self.base + raw.removeprefix("/id/"))

    async def node(self, request: Request) -> Response:
        """Any thing, by its IRI."""
        return await self._thing(request, request.query_params.get("iri", ""))

    async def _thing(self, request: Request, iri: Iri) -> Response:
        protocol.checked_iri(iri, "the address")
        wanted = _FORMATS.get(request.query_params.get("format", ""))
        accept = ",".join(request.headers.getlist("accept"))
        kind = wanted or protocol.negotiate(accept, [HTML, *TRIPLES])
        if not kind:
            raise RefusalError(406, f"a thing comes as one of {', '.join([HTML, *TRIPLES])}")
        if kind != HTML:
            answer = await self.pool.ask(Job("thing", iri, triples=kind))
            return _answered(answer, accept, Vary="Accept")
        said = await self.pool.ask(Job("thing", iri, triples="application/n-triples"))
        _answered(said, accept)
        back = f"CONSTRUCT {{ ?s ?p <{iri}> }} WHERE {{ SELECT ?s ?p {{ ?s ?p <{iri}> }} LIMIT 500 }}"
        incoming = await self.pool.ask(Job("query", back, triples="application/n-triples"))
        label = ontology.PREFIXES["rdfs"] + "label"
        names = (
            f"SELECT DISTINCT ?n ?l {{ {{ <{iri}> ?p ?n }} UNION {{ SELECT ?n {{ ?n ?p <{iri}> }} LIMIT 500 }} "
            f"?n <{label}> ?l }} LIMIT 2000"
        )
        called = await self.pool.ask(Job("query", names, results="application/sparql-results+json"))
        rows = json.loads(called.body)["results"]["bindings"] if called.status == "done" else []
        labels = {row["n"]["value"]: row["l"]["value"] for row in rows}
        html = pages.thing(iri, said.body, incoming.body, labels, self.address)
        return HTMLResponse(html, headers={"Vary": "Accept"})

    def address(self, iri: Iri) -> str:
        """Where this server shows a thing."""
        if self.base and iri.startswith(self.base):
            return "/id/" + iri.removeprefix(self.base)
        return "/node?iri=" + quote(iri, safe="")

    async def front(self, _: Request) -> Response:
        """The page to ask from."""
        return HTMLResponse(pages.front())

    async def queries(self, _: Request) -> Response:
        """The queries that come with kgraph."""
        shipped = query.shipped().values()
        return JSONResponse(
            [{"title": each.title, "explanation": each.explanation, "query": each.text} for each in shipped]
        )

    async def explore(self, _: Request) -> Response:
        """The graph as a picture."""
        try:
            html = await asyncio.to_thread((self.exports / "graph.html").read_bytes)
        except OSError:
            raise RefusalError(404, "these exports hold no graph.html") from None
        return HTMLResponse(html, headers={"content-security-policy": _EXPLORE_POLICY})

    async def ontology(self, _: Request) -> Response:
        """The ontology in Turtle."""
        return Response((ontology.folder() / "kgraph.ttl").read_bytes(), media_type="text/turtle")

    async def dataset(self, _: Request) -> Response:
        """The description of the dataset in Turtle."""
        try:
            return Response((self.exports / "dataset.ttl").read_bytes(), media_type="text/turtle")
        except OSError:
            raise RefusalError(404, "these exports hold no dataset.ttl") from None

    async def health(self, _: Request) -> Response:
        """Whether a worker answers."""
        answer = await self.pool.ask(Job("query", "ASK {}", results="application/sparql-results+json"))
        return JSONResponse({"status": "ok" if answer.status == "done" else "failing", "stopped": self.pool.stopped})

    async def _body(self, request: Request) -> bytes:
        limit = self.settings.limits.body
        parts, size = [], 0
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                async for part in request.stream():
                    size += len(part)
                    if size <= limit:
                        parts.append(part)
                    elif size > limit * _PATIENCE:  # what is a little too large is read on, so that the answer arrives
                        break
        except TimeoutError:
            raise RefusalError(408, "the request took too long to arrive", Connection="close") from None
        except ClientDisconnect:
            raise RefusalError(400, "the request ended early") from None
        if size > limit:
            raise RefusalError(413, f"a request has at most {limit:,} bytes", Connection="close")
        return b"".join(parts)


def _answered(answer: Answer, accept: str, **headers: str) -> Response:
    """A worker's answer as a response."""
    if answer.status == "wrong":
        raise RefusalError(400, f"the query is wrong: {answer.body.decode('utf-8', 'replace')[:2000]}")
    if answer.status == "large":
        raise RefusalError(413, "the answer has more rows than this server gives at once: add a LIMIT, or ask for less")
    if answer.status == "none":
        raise RefusalError(404, "there is nothing of that name here")
    if answer.status == "unacceptable":
        raise RefusalError(406, f"the answer does not come in any of the formats asked for: {accept[:200]}")
    return Response(answer.body, media_type=answer.media_type, headers={"Vary": "Accept", **headers})


async def static(request: Request) -> Response:
    """A file of the pages."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise RefusalError(404, "there is nothing of that name here")
    content = resources.files("kgraph.serve").joinpath("static", name).read_bytes()
    return Response(content, media_type=_STATIC[name], headers={"Cache-Control": "public, max-age=3600"})


_STATUS: dict[type[KgraphError], int] = {BusyError: 503, TimedOutError: 503, DiedError: 503}

_Handler = Callable[[Request, Exception], Awaitable[Response]]


async def _refused(_: Request, error: Exception) -> Response:
    status, headers = _STATUS.get(type(error), 500) if isinstance(error, KgraphError) else 500, {}
    if isinstance(error, RefusalError):
        status, headers = error.status, error.headers
    elif isinstance(error, BusyError):
        headers = {"Retry-After": "5"}
    return PlainTextResponse(f"{error}\n", status, headers)


async def _failed(_: Request, __: Exception) -> Response:
    return PlainTextResponse("something went wrong in the server\n", 500)


async def _not_found(_: Request, __: Exception) -> Response:
    return PlainTextResponse("there is nothing of that name here\n", 404)


async def _not_allowed(_: Request, error: Exception) -> Response:
    return PlainTextResponse("this server only reads\n", 405, getattr(error, "headers", None))
