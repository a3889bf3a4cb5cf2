"""What ``kgraph diff`` says of two exports, and what ``kgraph build`` says of the ones before."""

import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kgraph.cli import application
from kgraph.errors import KgraphError
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from kgraph.report import Outcome

RULES = Options(model="rules", workers=0)
KEPT = """---
title: Contoso announced Aurora Suite
webUrl: https://news.example/kept
publishedDateTime: 2024-05-01T08:00:00Z
quality: 5
provider:
  name: A News
  domain: a.example
---
"""
SAME = KEPT.replace("/kept", "/same").replace("Contoso announced Aurora Suite", "Jvion works")
EDITED = KEPT.replace("quality: 5", "quality: 6")
GONE = """---
title: Fabrikam acquired Northwind Health
webUrl: https://news.example/gone
topics:
  - Digital Health
---
"""
CAME = """---
title: Contoso partners with Fabrikam on diabetes
webUrl: https://news.example/came
provider:
  name: B News
  domain: b.example
---
"""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Outcome]:
    """Two builds: one document stayed, one was edited, one went and one came."""
    place = tmp_path_factory.mktemp("diff")
    source = place / "source"
    source.mkdir()
    (source / "kept.md").write_text(SAME)
    (source / "edited.md").write_text(KEPT)
    (source / "gone.md").write_text(GONE)
    rebuild([source], place / "new", RULES)
    shutil.copytree(place / "new", place / "old")
    (source / "edited.md").write_text(EDITED)
    (source / "gone.md").unlink()
    (source / "came.md").write_text(CAME)
    return place / "old", place / "new", rebuild([source], place / "new", RULES)


def run(*arguments: object) -> str:
    done = CliRunner().invoke(application(["build", "diff"]), [str(each) for each in arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_every_change_names_the_document_that_caused_it(exports: tuple[Path, Path, Outcome]) -> None:
    old, new, _ = exports
    said = json.loads(run("diff", old, new, "--json"))
    assert said["documents"] == ["came.md", "edited.md", "gone.md"]
    articles = {
        (each["how"], each["label"]): each["documents"]
        for each in said["changes"]
        if each["what"] == "node" and each["type"] == "Article"
    }
    assert articles == {
        ("came", "Contoso partners with Fabrikam on diabetes"): ["came.md"],
        ("went", "Fabrikam acquired Northwind Health"): ["gone.md"],
        ("changed", "Contoso announced Aurora Suite"): ["edited.md"],
    }
    assert ("went", "Topic") in [(each["how"], each["type"]) for each in said["changes"]]
    came = [each for each in said["changes"] if each["how"] == "came" and each["type"] == "partnersWith"]
    assert came
    assert all(each["documents"] == ["came.md"] for each in came)
    assert not any("Jvion works" in each["label"] for each in said["changes"])
    assert all(each["documents"] for each in said["changes"])


def test_the_counts_agree_with_the_changes(exports: tuple[Path, Path, Outcome]) -> None:
    old, new, outcome = exports
    said = json.loads(run("diff", old, new, "--format", "json"))
    for how in ("came", "went"):
        for what in ("node", "edge"):
            kinds = [each["type"] for each in said["changes"] if (each["how"], each["what"]) == (how, what)]
            counted = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
            assert said["summary"].get(how, {}).get(what, {}) == counted
            assert outcome.changes is not None
            assert outcome.changes[how][what] == counted, "what the build itself says"


def test_the_table_is_for_people(exports: tuple[Path, Path, Outcome]) -> None:
    old, new, _ = exports
    shown = run("diff", old, new)
    for word in ("came", "went", "changed", "Article", "came.md", "caused by 3 documents"):
        assert word in shown
    assert "the same graph" in run("diff", old, old)


@pytest.mark.parametrize("back", [False, True])
def test_the_patch_leads_from_one_to_the_other(exports: tuple[Path, Path, Outcome], back: bool) -> None:
    old, new, _ = exports
    if back:
        old, new = new, old
    lines = run("diff", old, new, "--format", "patch").splitlines()
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    store = ox.Store()
    store.bulk_load(path=str(old / "graph.nq"))
    for line in lines[1:-1]:
        (quad,) = ox.parse(line[2:], ox.RdfFormat.N_QUADS)
        if line.startswith("D "):
            assert quad in store, "only what is there is deleted"
            store.remove(quad)
        else:
            assert line.startswith("A ")
            assert quad not in store, "only what is not there is added"
            store.add(quad)
    wanted = ox.Store()
    wanted.bulk_load(path=str(new / "graph.nq"))
    assert set(store) == set(wanted)


def test_a_folder_without_exports_is_named(tmp_path: Path, exports: tuple[Path, Path, Outcome]) -> None:
    done = CliRunner().invoke(application(["diff", "build"]), ["diff", str(tmp_path), str(exports[1])])
    assert isinstance(done.exception, KgraphError)
    assert str(tmp_path) in str(done.exception)


def test_build_says_what_came_and_went(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(KEPT)
    build = ["build", tmp_path / "one.md", "-o", tmp_path / "out", "--model", "rules", "--workers", 0]
    assert "came:" not in run(*build)
    (tmp_path / "one.md").write_text(KEPT.replace("/kept", "/other"))
    again = run(*build)
    assert "came: 1 Article" in " ".join(again.split())
    assert "went: 1 Article" in " ".join(again.split())
    assert "nothing changed" in run(*build)
