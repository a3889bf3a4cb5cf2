"""Browsers that tests share: each process of the tests has one driver, and starts each browser once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

CHROMIUM = os.environ.get("KGRAPH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]


@pytest.fixture(scope="session")
def browsers() -> Iterator[Callable[[list[str]], Any]]:
    """Start a Chromium with these flags."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'kgraph[browser]'"
    )
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt install chromium, or point KGRAPH_CHROMIUM at one")
    started = []
    with sync_api.sync_playwright() as playwright:

        def start(flags: list[str]) -> Any:
            started.append(playwright.chromium.launch(executable_path=CHROMIUM, args=flags))
            return started[-1]

        yield start
        for browser in started:
            browser.close()


@pytest.fixture(scope="session")
def chromium(browsers: Callable[[list[str]], Any]) -> Any:
    """A browser without a graphics processor, and without WebGL."""
    return browsers(FLAGS)


@pytest.fixture(scope="session")
def chromium_with_webgl(browsers: Callable[[list[str]], Any]) -> Any:
    """A browser whose WebGL is imitated by the processor."""
    return browsers([*(f for f in FLAGS if f != "--disable-gpu"), *SOFTWARE_GL])
