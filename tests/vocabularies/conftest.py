import os
from pathlib import Path

import pytest

from kgraph import vocabularies
from kgraph.extractors.concepts.tagging import ConceptTagger, concepts_tagger

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the working data are not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def samples(shared: Path) -> Path:
    return shared / "data" / "mesh" / "fixtures"


@pytest.fixture(scope="session")
def shipped_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home."""
    monkeypatch.setenv("KGRAPH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def mesh(shipped_home: Path) -> vocabularies.CompiledVocabulary:
    """The shipped MeSH."""
    before = os.environ.get("KGRAPH_HOME")
    os.environ["KGRAPH_HOME"] = str(shipped_home)
    try:
        return vocabularies.default_mesh()
    finally:
        if before is None:
            del os.environ["KGRAPH_HOME"]
        else:
            os.environ["KGRAPH_HOME"] = before


@pytest.fixture(scope="session")
def news(mesh: vocabularies.CompiledVocabulary) -> ConceptTagger:
    return concepts_tagger(mesh, "news")
