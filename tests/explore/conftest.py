"""A real Chromium without a network, watched: what it asks for, says and runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Watched:
    """A page, and all that it asked for and complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(script, *arguments)

    def quiet(self) -> None:
        """Assert: nothing asked for, nothing complained about, nothing run that should not."""
        assert self.requests == []
        assert self.complaints == []
        assert self.run("() => window.PWN ?? null") is None


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Watched]]:
    yield from _visits(chromium)


@pytest.fixture
def visit_with_webgl(chromium_with_webgl: Any) -> Iterator[Callable[..., Watched]]:
    yield from _visits(chromium_with_webgl)


def _visits(browser: Any) -> Iterator[Callable[..., Watched]]:
    contexts = []

    def open_file(
        file: Path, address: str = "", ready: str = "html[data-ready=all]", init: str = "", **options: Any
    ) -> Watched:
        options.setdefault("viewport", {"width": 1200, "height": 760})
        context = browser.new_context(offline=True, accept_downloads=True, **options)
        contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.set_default_timeout(8000)
        watched = Watched(page)
        own = file.as_uri()
        page.on(
            "request",
            lambda r: (
                None
                if r.url.split("#")[0] == own or r.url.startswith(("data:,", "blob:"))
                else watched.requests.append(r.url[:200])
            ),
        )
        page.on(
            "console", lambda m: watched.complaints.append(m.text[:300]) if m.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda e: watched.complaints.append(str(e)[:300]))
        page.on("dialog", lambda d: (watched.complaints.append("dialog"), d.dismiss()))
        page.goto(own + address)
        if ready:
            page.wait_for_selector(ready, state="attached")
        return watched

    yield open_file
    for context in contexts:
        context.close()
