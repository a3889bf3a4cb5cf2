"""One server for all tests that do it no harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evidence import build, corpus, export
from tests.serve.serving import Server, serving

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    made = export(build(corpus(folder / "sources")), folder / "exports")
    (made / "graph.html").write_text("<!doctype html><title>picture</title>", encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def server(exports: Path) -> Iterator[Server]:
    with serving(exports, "--timeout", "3", "--rows", "2000") as running:
        yield running
