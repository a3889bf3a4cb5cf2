import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from kgraph import vocabularies
from kgraph.cli.vocab import app
from kgraph.errors import UsageError, VocabularyError
from kgraph.vocabularies.download import download, file_name, is_address

CONTENT = b"id,label\n" + b"".join(b"%d,Label %d\n" % (number, number) for number in range(20_000))


class _Server(ThreadingHTTPServer):
    """A server that breaks off after ``break_after`` bytes and remembers what it was asked for."""

    daemon_threads = True
    content = CONTENT
    etag = '"one"'
    break_after: int | None = None
    promise_length = True
    ranges = True
    asked: list[str]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        server = self.server
        asked = self.headers.get("Range", "")
        server.asked.append(asked)
        if "missing.csv" in self.path:
            self.send_error(404)
            return
        begin = 0
        if asked and server.ranges and self.headers.get("If-Range") == server.etag:
            begin = int(asked.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{len(server.content) - 1}/{len(server.content)}")
        else:
            self.send_response(200)
        body = server.content[begin:]
        if server.promise_length:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", server.etag)
        self.end_headers()
        if server.break_after is not None:
            body = body[: server.break_after]
            server.break_after = None
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as running:
        running.asked = []
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def _address(server: _Server, name: str = "voc.csv") -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/path/{name}?v=1"


def test_a_file_is_fetched_with_progress(server, tmp_path):
    seen = []
    path = download(_address(server), tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert seen[0] == (0, len(CONTENT))
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [other.name for other in tmp_path.iterdir()] == [path.name]


def test_what_breaks_off_is_gone_on_with(server, tmp_path):
    server.break_after = 100_000
    assert download(_address(server), tmp_path).read_bytes() == CONTENT
    assert server.asked == ["", "bytes=100000-"]


def test_nothing_half_loaded_is_ever_used(server, tmp_path, home):
    server.break_after = 100_000
    with pytest.raises(VocabularyError, match="broke off after 100,000 bytes"):
        download(_address(server), home / "downloads", attempts=1)
    assert [path.suffix for path in sorted((home / "downloads").iterdir())] == [".part", ".json"]
    assert vocabularies.names() == ("mesh",)
    assert download(_address(server), home / "downloads").read_bytes() == CONTENT
    assert server.asked[-1] == "bytes=100000-"


def test_a_changed_file_is_fetched_from_the_start(server, tmp_path):
    server.break_after = 100_000
    with pytest.raises(VocabularyError):
        download(_address(server), tmp_path, attempts=1)
    server.content, server.etag = b"id,label\n1,New\n", '"two"'
    assert download(_address(server), tmp_path).read_bytes() == b"id,label\n1,New\n"


def test_a_server_without_ranges_is_asked_for_all_of_it_again(server, tmp_path):
    server.break_after, server.ranges = 50_000, False
    assert download(_address(server), tmp_path).read_bytes() == CONTENT


def test_a_wrong_checksum_throws_the_file_away(server, tmp_path):
    with pytest.raises(VocabularyError, match="SHA-256"):
        download(_address(server), tmp_path, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []
    digest = hashlib.sha256(CONTENT).hexdigest()
    assert download(_address(server), tmp_path, sha256=digest.upper()).read_bytes() == CONTENT


def test_refusals(server, tmp_path):
    with pytest.raises(VocabularyError, match="404"):
        download(_address(server, "missing.csv"), tmp_path)
    with pytest.raises(UsageError):
        download("file:///etc/hostname", tmp_path)
    with pytest.raises(VocabularyError, match="broke off after 0 bytes"):
        download("http://127.0.0.1:1/x", tmp_path, attempts=2)


def test_file_names_are_safe_and_distinct():
    assert is_address("HTTPS://a/b")
    assert not is_address("C:/file")
    names = {
        file_name(address) for address in ("http://a/../../x.ttl", "http://b/x.ttl", "http://a/", "http://a/%2e%2e%2fx")
    }
    assert len(names) == 4
    assert not any("/" in name or name.startswith(".") for name in names)


def test_the_command_adds_from_an_address(server, home):
    server.break_after = 100_000
    result = CliRunner().invoke(app, ["add", "numbers", _address(server)])
    assert result.exit_code == 0, result.output
    assert "20,000 concepts" in result.output
    assert vocabularies.open_vocabulary("numbers").find("label 7").id == "7"
