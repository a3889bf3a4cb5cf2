"""What the sentences of errors say."""

from pathlib import Path

import pytest

from kgraph import loading, query, validate
from kgraph.errors import MissingExportError
from kgraph.publish import exports


@pytest.mark.parametrize("ask", [query.open_exports, loading.load, validate.check_exports])
def test_exports_that_are_missing_are_told_from_those_in_parts(tmp_path: Path, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(MissingExportError, match="run kgraph build first"):
        ask(tmp_path)
    (tmp_path / "nquads").mkdir()
    with pytest.raises(MissingExportError, match=r"a build in parts.*--in-memory"):
        ask(tmp_path)


def test_publication_takes_both(tmp_path: Path) -> None:
    with pytest.raises(MissingExportError, match="run kgraph build first"):
        exports.digests(tmp_path)
    (tmp_path / "nquads").mkdir()
    (tmp_path / "nquads" / "part-0.nq").write_text("<a:a> <a:b> <a:c> .\n")
    assert exports.digests(tmp_path)
