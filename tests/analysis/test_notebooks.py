"""The notebooks run from top to bottom, and say what they said when they were last read by a person."""

import os
import warnings
from pathlib import Path

import pytest

from kgraph.rebuilding import rebuild

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")
pytest.importorskip("pandas")

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
SRC = Path(__file__).parents[2] / "src"


def texts(notebook):
    """What each cell printed or returned, as text."""
    return [
        "".join(out.get("text", "") or out.get("data", {}).get("text/plain", "") for out in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def run(name, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(SRC), os.environ.get("PYTHONPATH", "")]))
    kept = nbformat.read(FOLDER / name, as_version=4)
    fresh = nbformat.from_dict(kept)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the notebook machinery; the cells run in a process of their own
        client = nbclient.NotebookClient(fresh, timeout=600, resources={"metadata": {"path": str(FOLDER)}})
        client.execute()
    return texts(kept), texts(fresh)


@pytest.mark.filterwarnings("ignore")
def test_the_tour_runs_and_finds_the_forecast(monkeypatch):
    _, fresh = run("tour.ipynb", monkeypatch)
    assert any("in eight years is a CAGR of 17.3 %, as stated" in text for text in fresh)


@pytest.fixture
def azure_exports(request, tmp_path):
    """The exports of the azure corpus: those that AZURE_EXPORTS names, else built from the shared archive."""
    if given := os.environ.get("AZURE_EXPORTS"):
        return Path(given)
    corpus = request.getfixturevalue("azure")
    rebuild([corpus / "_news"], tmp_path / "exports")
    return tmp_path / "exports"


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_the_azure_notebook_runs(azure_exports, monkeypatch):
    monkeypatch.setenv("AZURE_EXPORTS", str(azure_exports))
    kept, fresh = run("azure.ipynb", monkeypatch)
    assert len(kept) == len(fresh)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_outputs_are_kept_and_tell_nothing_of_the_machine(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert sum(bool(cell.outputs) for cell in code) >= len(code) - 1
    assert all(out.output_type != "error" for cell in code for out in cell.outputs)
    whole = path.read_text(encoding="utf-8")
    for place in (str(FOLDER.parents[1]), str(Path.home()) + "/", "/tmp/"):
        assert place not in whole
