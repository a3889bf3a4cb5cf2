"""A real Oxigraph server takes the exports, and then only what changes; a failing one is asked again."""

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kgraph import identity, publish
from kgraph.cli import application
from kgraph.errors import UsageError
from tests.evidence import FIRST, LAUNCH, REPORTED, build, corpus, export

TRIPLES = {"Content-Type": "application/n-triples"}


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return export(build(corpus(tmp_path / "sources")), tmp_path / "exports")


def serve(place: Path, port: int) -> "subprocess.Popen[bytes]":
    """Oxigraph's server, from its own binary, at a port: ready or about to be."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if binary is None:
        pytest.skip("needs the package oxigraph")
    command = [binary, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
            break
        except httpx.TransportError:
            time.sleep(0.1)
    return process


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def oxigraph(place: Path) -> Iterator[str]:
    """The address of a server that is ended with the block."""
    port = free_port()
    process = serve(place, port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def held(url: str) -> set[str]:
    """What the store holds."""
    answer = httpx.get(url + "/store", headers={"Accept": "application/n-quads"}, timeout=30)
    return {str(quad) for quad in ox.parse(answer.content, format=ox.RdfFormat.N_QUADS)}


def meant(exports: Path) -> set[str]:
    """What it shall hold, with values as Oxigraph writes them."""
    store = ox.Store()
    store.load(path=str(exports / "graph.nq"))
    return {str(quad) for quad in store}


def test_a_real_store_is_filled_and_kept_current(exports: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path / "store") as url:
        first = publish.publish(exports, url + "/store")
        assert FIRST in first.put
        assert first.put[-1] == ""
        assert held(url) == meant(exports)
        again = publish.publish(exports, url + "/store")
        assert (again.put, again.delete, again.unchanged) == ([], [], len(first.put))
        # An article changes: its graph is sent and no other one's.
        sources = tmp_path / "sources"
        (sources / "news" / "launch.md").write_text(LAUNCH.replace("heat: 3", "heat: 4"), encoding="utf-8")
        export(build(sources), exports)
        changed = publish.publish(exports, url + "/store")
        assert changed.put == [FIRST]
        assert changed.changed == [identity.document("news/launch.md")]  # its checksum
        assert held(url) == meant(exports)
        # A graph is lost: it is removed.
        text = (exports / "graph.nq").read_text(encoding="utf-8")
        kept = [line for line in text.splitlines(keepends=True) if not line.endswith(f"<{REPORTED}> .\n")]
        (exports / "graph.nq").write_text("".join(kept), encoding="utf-8")
        lost = publish.publish(exports, url + "/store")
        assert (lost.put, lost.delete, lost.changed) == ([], [REPORTED], [])
        assert held(url) == meant(exports)
        asked = httpx.get(url + "/query", params={"query": f"ASK {{ <{FIRST}> ?p ?o }}"}, timeout=30)
        assert "true" in asked.text


def many(folder: Path, changed: frozenset[int] = frozenset(), gone: frozenset[int] = frozenset()) -> Path:
    """The parts of a build with two hundred articles, some of which have changed, and some of which are gone."""
    parts = folder / "nquads"
    parts.mkdir(parents=True, exist_ok=True)
    for number in range(4):
        with (parts / f"part-{number}.nq").open("w", encoding="utf-8") as file:
            for each in sorted({*range(number, 200, 4)} - gone):
                iri, words = f"https://example.org/{each:03}", "new\\nwords" if each in changed else "words"
                for other in range(20):
                    file.write(f'<{iri}> <https://schema.org/abstract> "{words} {other}" <{iri}> .\n')
                file.write(f'<{iri}> <https://schema.org/identifier> "{words} {each}" .\n')
                file.write(f'<https://example.org/company> <https://schema.org/name> "Name {each}" .\n')
    return folder


def parts_meant(exports: Path) -> set[str]:
    """What a fresh load of all parts gives."""
    store = ox.Store()
    for part in (exports / "nquads").glob("*.nq"):
        store.load(path=str(part), format=ox.RdfFormat.N_QUADS)
    return {str(quad) for quad in store}


def article(number: int) -> str:
    return f"https://example.org/{number:03}"


def test_one_in_a_hundred_changes_and_only_that_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports = many(tmp_path / "exports")
    asked: list[str] = []
    ask = publish.Store._ask
    monkeypatch.setattr(publish.Store, "_ask", lambda store, *told: asked.append(told[0]) or ask(store, *told))
    with oxigraph(tmp_path / "store") as url:
        assert len(publish.publish(exports, url + "/store").put) == 201
        assert asked == ["POST", "POST"]  # whether it is empty, and everything in bulk
        assert held(url) == parts_meant(exports)
        many(exports, frozenset({7, 100}))
        changed = publish.publish(exports, url + "/store")
        assert changed.put == changed.changed == [article(7), article(100)]
        assert asked[2:] == ["PUT", "PUT", "POST"]
        assert held(url) == parts_meant(exports)
        again = publish.publish(exports, url + "/store")
        assert (again.put, again.changed, again.unchanged) == ([], [], 201)
        assert len(asked) == 5
        many(exports, frozenset({7, 100}), frozenset({3}))
        lost = publish.publish(exports, url + "/store")
        assert (lost.put, lost.delete) == ([], [article(3)])
        assert lost.changed == [article(3), "https://example.org/company"]
        assert held(url) == parts_meant(exports)


def test_what_a_loader_has_loaded_is_not_sent_again(tmp_path: Path) -> None:
    exports = many(tmp_path / "exports")
    with oxigraph(tmp_path / "store") as url:
        for part in sorted((exports / "nquads").iterdir()):
            httpx.post(url + "/store", content=part.read_bytes(), headers={"Content-Type": "application/n-quads"})
        assert publish.publish(exports, url + "/store", is_loaded=True).put == []
        many(exports, frozenset({50}))
        assert publish.publish(exports, url + "/store").put == [article(50)]
        assert held(url) == parts_meant(exports)


def test_a_store_that_holds_something_keeps_it(tmp_path: Path) -> None:
    exports, strange = many(tmp_path / "exports"), "<https://x.org/s> <https://x.org/p> <https://x.org/o>"
    with oxigraph(tmp_path / "store") as url:
        httpx.put(f"{url}/store?graph=https://x.org/g", content=f"{strange} .", headers=TRIPLES)
        httpx.put(f"{url}/store?graph={article(5)}", content=f"{strange} .", headers=TRIPLES)
        publish.publish(exports, url + "/store")
        assert held(url) == parts_meant(exports) | {f"{strange} <https://x.org/g>"}


class Server:
    """A server that is killed when it is told, and started anew a second later."""

    def __init__(self, place: Path) -> None:
        self.place, self.port = place, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.started = [serve(place, self.port)]
        self.again = threading.Timer(1.0, lambda: self.started.append(serve(place, self.port)))

    def kill(self) -> None:
        self.started[0].kill()
        self.started[0].wait()
        self.again.start()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        if self.again.is_alive():
            self.again.join()
        for each in self.started:
            each.kill()
            each.wait()


def test_the_server_is_killed_in_the_middle_and_comes_back(tmp_path: Path) -> None:
    exports = many(tmp_path / "exports")
    with Server(tmp_path / "store") as server:
        publish.publish(exports, server.url + "/store")
        many(exports, frozenset(range(1, 200)), frozenset({0}))

        plan = publish.publish(
            exports, server.url + "/store", tell=lambda done, _: done == 90 and server.kill(), attempts=12
        )
        assert len(plan.put) == 199
        server.again.join()
        assert len(server.started) == 2
        assert held(server.url) == parts_meant(exports)


def test_the_server_is_killed_while_it_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports = many(tmp_path / "exports")
    monkeypatch.setattr(publish.exports, "BATCH", 10_000)
    with Server(tmp_path / "store") as server:
        done: list[int] = []
        publish.publish(
            exports,
            server.url + "/store",
            tell=lambda sent, _: done.append(sent) or (len(done) == 5 and server.kill()),
            attempts=12,
        )
        assert len(done) > 10
        server.again.join()
        assert held(server.url) == parts_meant(exports)


def test_whoever_was_killed_while_he_filled_a_store_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = many(tmp_path / "exports")
    monkeypatch.setattr(publish.exports, "BATCH", 10_000)
    done: list[int] = []

    def stop(sent: int, _: int) -> None:
        done.append(sent)
        if len(done) == 5:
            raise KeyboardInterrupt

    with oxigraph(tmp_path / "store") as url:
        with pytest.raises(KeyboardInterrupt):
            publish.publish(exports, url + "/store", tell=stop)
        many(exports, frozenset({9}), frozenset({0, 1, 2, 3, 4}))  # and meanwhile the corpus has changed
        publish.publish(exports, url + "/store")
        assert held(url) == parts_meant(exports)


class Store(BaseHTTPRequestHandler):
    """A store that keeps what it is given, and fails as told."""

    graphs: dict[str, bytes]
    failures: list[int]
    asked: list[str]

    def do_PUT(self) -> None:
        self._answer("PUT")

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def _answer(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked.append(f"{method} {self.path}")
        status = self.failures.pop(0) if self.failures else 204
        if status == 0:  # hang up without an answer
            self.close_connection = True
            return
        if status == 204:
            self.graphs.pop(self.path, None) if method == "DELETE" else self.graphs.update({self.path: body})
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def failing(*failures: int) -> Iterator[tuple[str, type[Store]]]:
    handler = type("Told", (Store,), {"graphs": {}, "failures": list(failures), "asked": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/data", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_failing_store_is_asked_again(exports: Path) -> None:
    with failing(503, 0, 429, 500) as (url, store):
        plan = publish.publish(exports, url, pause=0.01)
        assert len(store.graphs) == len(plan.put)
        assert len(store.asked) == len(plan.put) + 4


def test_what_is_interrupted_goes_on_where_it_stopped(exports: Path) -> None:
    with failing(204, 204, *[503] * 2) as (url, store):
        with pytest.raises(publish.PublishError, match="2 times"):
            publish.publish(exports, url, attempts=2, pause=0.01)
        before = len(store.asked)
        journal = next((exports / publish.JOURNAL).iterdir())
        journal.write_text(journal.read_text() + '["half a li', encoding="utf-8")
        rest = publish.publish(exports, url, pause=0.01)
        assert rest.unchanged == 2
        assert len(store.asked) - before == len(rest.put)
        assert publish.publish(exports, url).put == []
        assert len(publish.publish(exports, url, everything=True).put) == rest.unchanged + len(rest.put)


@pytest.mark.parametrize("status", [400, 401, 403, 415])
def test_a_refusal_is_told_at_once(exports: Path, status: int) -> None:
    with failing(*[status] * 9) as (url, store):
        with pytest.raises(publish.PublishError, match=str(status)):
            publish.publish(exports, url)
        assert len(store.asked) == 1


def test_the_command_plans_and_reports(exports: Path) -> None:
    with failing() as (url, store):
        run = CliRunner()
        planned = run.invoke(application(), ["publish", url, "--on", str(exports), "--dry-run"])
        assert "to send" in planned.stdout
        assert not store.asked
        assert run.invoke(application(), ["publish", url, "--on", str(exports)]).exit_code == 0
        assert store.graphs
    with pytest.raises(UsageError):
        publish.publish(exports, "ftp://example.org/")
