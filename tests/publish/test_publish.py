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

from kgraph import publish
from kgraph.cli import application
from kgraph.errors import UsageError
from tests.evidence import FIRST, LAUNCH, REPORTED, build, corpus, export

QUICK = publish.Patience(pause=0.01)


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
        assert set(changed.put) == {FIRST, ""}
        assert held(url) == meant(exports)
        # A graph is lost: it is removed.
        text = (exports / "graph.nq").read_text(encoding="utf-8")
        kept = [line for line in text.splitlines(keepends=True) if not line.endswith(f"<{REPORTED}> .\n")]
        (exports / "graph.nq").write_text("".join(kept), encoding="utf-8")
        assert publish.publish(exports, url + "/store").delete == [REPORTED]
        assert held(url) == meant(exports)
        asked = httpx.get(url + "/query", params={"query": f"ASK {{ <{FIRST}> ?p ?o }}"}, timeout=30)
        assert "true" in asked.text


def many(folder: Path, changed: frozenset[int] = frozenset()) -> Path:
    """The parts of a build with two hundred articles, some of which have changed."""
    parts = folder / "nquads"
    parts.mkdir(parents=True, exist_ok=True)
    for number in range(4):
        with (parts / f"part-{number}.nq").open("w", encoding="utf-8") as file:
            for each in range(number, 200, 4):
                iri, words = f"https://example.org/{each:03}", "new words" if each in changed else "words"
                for other in range(20):
                    file.write(f'<{iri}> <https://schema.org/abstract> "{words} {other}" <{iri}> .\n')
                file.write(f'<https://example.org/company> <https://schema.org/name> "Name {each}" .\n')
    return folder


def parts_meant(exports: Path) -> set[str]:
    """What a fresh load of all parts gives."""
    store = ox.Store()
    for part in (exports / "nquads").glob("*.nq"):
        store.load(path=str(part), format=ox.RdfFormat.N_QUADS)
    return {str(quad) for quad in store}


def test_one_in_a_hundred_changes_and_only_that_is_sent(tmp_path: Path) -> None:
    exports = many(tmp_path / "exports")
    with oxigraph(tmp_path / "store") as url:
        first = publish.publish(exports, url + "/store", update=url + "/update")
        assert first.in_bulk
        assert len(first.put) == 201
        assert held(url) == parts_meant(exports)
        many(exports, frozenset({7, 100}))
        # Something is said anew of things once for all: a checksum is another.
        part = exports / "nquads" / "part-3.nq"
        part.write_text(part.read_text().replace('"Name 7"', '"Another\\u2028name 7"'), encoding="utf-8")
        planned = publish.publish(exports, url + "/store", update=url + "/update", dry_run=True)
        changed = publish.publish(exports, url + "/store", update=url + "/update")
        assert changed == planned
        assert changed.put == ["https://example.org/007", "https://example.org/100"]
        assert (len(changed.removed), len(changed.added)) == (1, 1)
        assert held(url) == parts_meant(exports)
        again = publish.publish(exports, url + "/store", update=url + "/update")
        assert (again.put, again.removed, again.added) == ([], [], [])


def test_where_a_difference_was_not_sent_to_its_end_the_default_graph_is_sent_whole(tmp_path: Path) -> None:
    exports = many(tmp_path / "exports")
    with oxigraph(tmp_path / "store") as url:
        publish.publish(exports, url + "/store", update=url + "/update")
        part = exports / "nquads" / "part-0.nq"
        part.write_text(part.read_text().replace("Name 0", "Name zero"), encoding="utf-8")
        with pytest.raises(publish.PublishError):
            publish.publish(exports, url + "/store", update=url + "/nowhere")
        # What half of it may have done is not known, and the exports have changed once more.
        part.write_text(part.read_text().replace("Name zero", "Name naught"), encoding="utf-8")
        after = publish.publish(exports, url + "/store", update=url + "/update")
        assert (after.put, after.removed) == ([""], [])
        assert held(url) == parts_meant(exports)
        part.write_text(part.read_text().replace("Name naught", "Name 0"), encoding="utf-8")
        assert publish.publish(exports, url + "/store", update=url + "/update").put == []
        assert held(url) == parts_meant(exports)


@pytest.mark.parametrize("in_bulk", [True, False])
def test_the_server_is_killed_in_the_middle_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_bulk: bool
) -> None:
    exports = many(tmp_path / "exports")
    monkeypatch.setattr("kgraph.publish.contents.PIECE", 4_000)
    port = free_port()
    first = serve(tmp_path / "store", port)
    started = [first]
    again = threading.Timer(1.0, lambda: started.append(serve(tmp_path / "store", port)))

    def kill(done: int, _: int) -> None:
        if done == 50:
            first.kill()
            first.wait()
            again.start()

    url = f"http://127.0.0.1:{port}"
    try:
        if not in_bulk:
            httpx.post(url + "/store", content='<a:a> <a:b> "c" .', headers={"Content-Type": "application/n-quads"})
        plan = publish.publish(exports, url + "/store", tell=kill, patience=publish.Patience(12))
        assert plan.in_bulk is in_bulk
        assert len(plan.put) == 201
        again.join()
        assert len(started) == 2
        assert held(url) == parts_meant(exports)
    finally:
        if again.is_alive():
            again.join()
        for each in started:
            each.kill()
            each.wait()


@pytest.mark.parametrize("changes", [False, True])
def test_a_load_that_was_given_up_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: bool) -> None:
    exports = many(tmp_path / "exports")
    monkeypatch.setattr("kgraph.publish.contents.PIECE", 20_000)

    class GivenUpError(Exception):
        pass

    def give_up(done: int, _: int) -> None:
        if done == 5:
            raise GivenUpError

    with oxigraph(tmp_path / "store") as url:
        with pytest.raises(GivenUpError):
            publish.publish(exports, url + "/store", tell=give_up)
        partly = held(url)
        assert partly < parts_meant(exports)
        if changes:  # what was loaded before is not what stands there now: each graph is replaced, and one is gone
            many(exports, frozenset({4, 8}))
            part = exports / "nquads" / "part-0.nq"
            kept = [
                each for each in part.read_text().splitlines(keepends=True) if "<https://example.org/000>" not in each
            ]
            part.write_text("".join(kept), encoding="utf-8")
        rest = publish.publish(exports, url + "/store")
        assert rest.in_bulk is not changes
        assert rest.delete == (["https://example.org/000"] if changes else [])
        assert held(url) == parts_meant(exports)


def test_a_store_that_takes_no_quads_is_given_graph_by_graph(exports: Path) -> None:
    with failing() as (url, store):
        store.quads = 415
        plan = publish.publish(exports, url, patience=QUICK)
        assert not plan.in_bulk
        assert store.asked[:2] == ["GET /data", "POST /data"]
        assert len(store.graphs) == len(plan.put)


class Store(BaseHTTPRequestHandler):
    """A store that keeps what it is given, and fails as told."""

    graphs: dict[str, bytes]
    failures: list[int]
    asked: list[str]
    quads = 501
    """How it answers what concerns all graphs at once."""

    def do_GET(self) -> None:
        if self.quads != 501:
            self.asked.append(f"GET {self.path}")
        self._say(501 if self.quads == 501 else 200)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked.append(f"POST {self.path}")
        self._say(self.quads)

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
        self._say(status)

    def _say(self, status: int) -> None:
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
        plan = publish.publish(exports, url, patience=QUICK)
        assert len(store.graphs) == len(plan.put)
        assert len(store.asked) == len(plan.put) + 4


def test_what_is_interrupted_goes_on_where_it_stopped(exports: Path) -> None:
    with failing(204, 204, *[503] * 2) as (url, store):
        with pytest.raises(publish.PublishError, match="2 times"):
            publish.publish(exports, url, patience=publish.Patience(2, 0.01))
        before = len(store.asked)
        journal = next((exports / publish.JOURNAL).iterdir())
        journal.write_text(journal.read_text() + '["half a li', encoding="utf-8")
        rest = publish.publish(exports, url, patience=QUICK)
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
