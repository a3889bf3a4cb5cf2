"""Pages for people and machines, and what keeps them safe."""

from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest

from kgraph.serve import store
from tests.evidence import COMPANY
from tests.serve.serving import Server, serving

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_thing_dereferences_as_page_or_data(server: Server) -> None:
    address = server.url + "/id/company/medtronic"
    page = httpx.get(address, headers=HTML)
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>Medtronic</h1>" in page.text
    assert 'href="/id/product/gi-genius"' in page.text
    for media_type, form in (("text/turtle", ox.RdfFormat.TURTLE), ("application/ld+json", ox.RdfFormat.JSON_LD)):
        data = httpx.get(address, headers={"Accept": media_type})
        assert data.headers["content-type"].startswith(media_type)
        assert data.headers["vary"] == "Accept"
        assert COMPANY in {each.subject.value for each in ox.parse(data.content, format=form)}
    assert httpx.get(address + "?format=ttl").headers["content-type"].startswith("text/turtle")
    assert httpx.get(server.url + "/node?iri=" + quote(COMPANY, safe=""), headers=HTML).status_code == 200
    assert httpx.get(server.url + "/id/company/nobody").status_code == 404
    assert httpx.get(address, headers={"Accept": "image/png"}).status_code == 406


def test_every_link_of_a_page_leads_somewhere(server: Server) -> None:
    import re

    page = httpx.get(server.url + "/id/product/gi-genius", headers=HTML).text
    links = set(re.findall(r'href="(/id/[^"]+)"', page))
    assert links
    for link in links:
        assert httpx.get(server.url + link.replace("&amp;", "&"), headers=HTML).status_code == 200


def test_the_other_pages(server: Server) -> None:
    front = httpx.get(server.url + "/")
    assert "yasgui" in front.text
    for name in ("yasgui.min.js", "yasgui.min.css", "query.js", "kgraph.css", "LICENSE.yasgui.txt"):
        assert httpx.get(f"{server.url}/static/{name}").status_code == 200
    assert "picture" in httpx.get(server.url + "/explore").text
    assert httpx.get(server.url + "/health").json()["status"] == "ok"
    assert len(list(ox.parse(httpx.get(server.url + "/ontology").content, format=ox.RdfFormat.TURTLE))) > 100


def test_nothing_of_a_page_comes_from_elsewhere(server: Server) -> None:
    page = httpx.get(server.url + "/")
    assert 'src="http' not in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/health", "/none", "/explore", "/id/x"])
def test_security_headers_are_everywhere(server: Server, path: str) -> None:
    headers = httpx.get(server.url + path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2Fapp.py",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/id/../../../../etc/passwd",
        "/id/%3E%20%3Chttp://x%3E",
        "/id/a%22%3E%3Cscript%3E",
        "/node?iri=%3E%7D%20SELECT",
        "/node?iri=javascript:alert(1)",
        "/node",
        "//etc/passwd",
        "/%00",
    ],
)
def test_path_tricks_lead_nowhere(server: Server, path: str) -> None:
    answer = httpx.get(httpx.URL(server.url).copy_with(raw_path=path.encode()), headers=HTML)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text
    assert "<script>" not in answer.text


def test_another_host_is_refused(server: Server) -> None:
    assert httpx.get(server.url + "/health", headers={"Host": "evil.example"}).status_code == 400


def test_token_and_origins(exports: Path) -> None:
    with serving(exports, "--token", "s3cret", "--cors", "https://app.example", "--workers", "1") as server:
        assert httpx.get(server.url + "/sparql?query=ASK%7B%7D").status_code == 401
        assert (
            httpx.get(server.url + "/sparql?query=ASK%7B%7D", headers={"Authorization": "Bearer no"}).status_code == 401
        )
        right = {"Authorization": "Bearer s3cret", "Origin": "https://app.example"}
        answer = httpx.get(server.url + "/sparql?query=ASK%7B%7D", headers=right)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "https://app.example"
        other = httpx.get(server.url + "/sparql?query=ASK%7B%7D", headers={**right, "Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


def test_the_store_is_loaded_once_and_anew_for_other_exports(exports: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "exports"
    shutil.copytree(exports, copy, ignore=shutil.ignore_patterns(store.FOLDER))
    first = store.prepare(copy, small=0)
    inode = first.stat().st_ino
    assert store.prepare(copy, small=0) == first
    assert first.stat().st_ino == inode
    with (copy / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("\n<urn:a> <urn:b> <urn:c> .\n")
    second = store.prepare(copy, small=0)
    assert second != first
    assert not first.exists()
    (copy / "graph.nq").write_text("no quads {", encoding="utf-8")
    with pytest.raises(store.ExportError, match="broken"):
        store.prepare(copy, small=0)


def test_a_small_graph_stays_in_memory(exports: Path) -> None:
    assert store.prepare(exports) == exports
    assert len(store.open_store(exports)) == len(store.open_store(store.prepare(exports, small=0)))
