"""Where tests find things: the seeds, and the shared data that stands beside a checkout and may be absent."""

import os
import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.browsers import browsers, chromium, chromium_with_webgl

__all__ = ["browsers", "chromium", "chromium_with_webgl"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))
_TRUSTING_NOBODY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""How an archive is unpacked; Python 3.11.4 is the first that knows it."""

settings.register_profile("kgraph", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kgraph")


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; tests that need it skip where it is absent."""
    if not (SHARED / "CONTRACT.md").is_file():
        pytest.skip(f"needs the shared folder, which is not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def azure(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real corpus, unpacked."""
    archive = shared / "data" / "azure.tar.xz"
    if not archive.is_file():
        pytest.skip("needs the azure corpus")
    folder = tmp_path_factory.mktemp("azure")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, **_TRUSTING_NOBODY)
    return folder / "azure"
