"""Exports that are written from what changed are those that the whole new graph would be written as."""

import os
import random
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph import diff, exporters, folders, writing
from kgraph.change import Change
from kgraph.exporters import parquet, splicing, texts
from kgraph.exporters.splicing import Strip, pieces
from tests.exporters.graphs import BASE, KG, example, graphs
from tests.incremental.test_splicing import changed

TABLES = (texts, parquet)
"""The page is made from the tables: it needs no test with each pair of graphs."""


def change_between(old: Any, new: Any, more: frozenset[str] = frozenset()) -> Change:
    """What came between two graphs, and some nodes that stayed as they were."""
    told = {
        iri
        for iri in new
        if iri not in old
        or list(old.nodes[iri].items()) != list(new.nodes[iri].items())
        or old.adj[iri] != new.adj[iri]
    } | more
    graph = type(new)(**new.graph)
    for iri in sorted(told):
        graph.add_node(iri, **new.nodes[iri])
        graph.add_edges_from((iri, *rest) for _, *rest in new.edges(iri, keys=True, data=True))
    before, now = (described(each) for each in (old, new))
    documents = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    return Change(graph, frozenset(told), frozenset(old) - frozenset(new), frozenset(documents))


def described(graph: Any) -> dict[str, list[str]]:
    """What each document of a graph describes."""
    return {path: held["states"] for path, held in graph.graph.get("documents", {}).items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix not in ("", ".json")}


def check(old: Any, new: Any, place: Path, more: frozenset[str] = frozenset()) -> bool:
    """Whether the update could be done; if so, that it did what writing anew does."""
    out, anew = place / "out", place / "anew"
    before = writing.write(old, out, remember=True)
    had = contents(out)
    wanted = writing.write(new, anew)
    found = writing.update(change_between(old, new, more), out)
    if found is None:
        assert contents(out) == had
        assert folders.read_manifest(out) == before
        assert not list((out / folders.STATE).glob("staged-*"))
        return False
    manifest, changes = found
    assert contents(out) == contents(anew)
    assert {**manifest, "built": ""} == {**wanted, "built": ""}
    assert folders.read_manifest(out) == manifest
    assert folders.is_current(out, manifest)
    assert changes == diff.summary(diff.outline_of(old), diff.outline_of(new))
    again = writing.update(Change(type(new)(**new.graph)), out)
    assert again is not None, "what was updated can be updated again"
    assert again[0]["artefacts"] == manifest["artefacts"]
    return True


@pytest.fixture
def tables_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporters, "EXPORTERS", TABLES)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.usefixtures("tables_only")
@pytest.mark.parametrize("seed", range(24))
def test_an_updated_graph_is_written_as_anew(seed: int, tmp_path: Path) -> None:
    new, draw = changed(seed), random.Random(seed)
    if seed % 5 == 0:
        new.graph["license"] = "https://example.org/license"
    if seed % 2:
        new.graph["documents"]["two.md"] = {"sha256": "5" * 64, "states": [BASE + "article/example.org/2"]}
        new.graph["documents"]["one.md"]["states"] = new.graph["documents"]["one.md"]["states"][:1]
    more = frozenset(draw.sample(sorted(new), 3))
    assert check(example(), new, tmp_path, more) or seed % 4 == 0 or seed % 3 == 0


def test_the_page_is_written_from_the_change_as_well(tmp_path: Path) -> None:
    assert check(example(), changed(1), tmp_path)


@settings(max_examples=40)
@given(graphs(), graphs(), st.booleans())
def test_any_graph_becomes_any_other(old: Any, new: Any, alike: bool) -> None:
    if alike:  # so that something stays
        new.graph["base"] = old.graph["base"]
        new.add_nodes_from(old.nodes(data=True))
        new.add_edges_from(old.edges(keys=True, data=True))
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as place:
        patch.setattr(exporters, "EXPORTERS", TABLES)
        patch.setattr(os, "fsync", lambda _: None)
        check(old, new, Path(place))


@pytest.mark.usefixtures("tables_only")
def test_the_same_heads_are_enough(tmp_path: Path) -> None:
    """An article with another attribute of the same type, a claim fewer and a document less need no whole graph."""
    new = example()
    one = BASE + "article/example.org/1"
    new.nodes[one]["label"] = "Other"
    new.remove_edge(one, BASE + "product/gi-genius", "https://schema.org/mentions")
    new.remove_node(BASE + "article/path/report.txt")
    del new.graph["documents"]["report.txt"]
    assert check(example(), new, tmp_path)


@pytest.mark.usefixtures("tables_only")
def test_what_depends_on_the_whole_graph_is_not_updated(tmp_path: Path) -> None:
    named, typed, based, claimed = example(), example(), example(), example()
    named.add_node(BASE + "organization/new", type="Organization", label="New")
    typed.nodes[BASE + "article/example.org/1"]["quality"] = "good"
    claim = next(line for line in _subjects(tmp_path) if "/claim/" in line)
    claimed.add_node(claim, type="Article", label="Hostile")
    based.graph["base"] = "https://example.org/"
    for number, new in enumerate((named, typed, based, claimed)):
        assert not check(example(), new, tmp_path / str(number)), number


@pytest.mark.usefixtures("tables_only")
def test_an_extractor_that_is_needed_no_more_goes(tmp_path: Path) -> None:
    new = example()
    for source, target, held in list(new.edges(data=True)):
        if any(claim["extractor"].startswith("relations") for claim in held["claims"]):
            new.remove_edge(source, target, KG + "launched")
    assert check(example(), new, tmp_path / "went")
    assert check(new, example(), tmp_path / "came")


def _subjects(place: Path) -> set[str]:
    texts.write(example(), place)
    return {line.split()[0][1:-1] for line in (place / "graph.nq").read_text(encoding="utf-8").split("\n") if line}


@pytest.mark.usefixtures("tables_only")
@pytest.mark.parametrize("name", ["graph.nq", "graph.graphml", "edges.parquet", "manifest.json", "blocks.bin"])
@pytest.mark.parametrize("how", ["edited", "as long", "gone"])
def test_former_files_that_are_not_whole_are_not_used(name: str, how: str, tmp_path: Path) -> None:
    writing.write(example(), tmp_path, remember=True)
    file = next(tmp_path.rglob(name))
    data = file.read_bytes()
    if how == "gone":
        file.unlink()
    else:
        file.write_bytes(data[:-2] + b"  " if how == "as long" else data + b" ")
    if name == "manifest.json" and how != "gone":
        file.write_bytes(data.replace(b'"graph.nq": "', b'"graph.nq": "0' if how == "edited" else b'"graph.nq":"0'))
    if how != "gone" and name.startswith(("graph", "edges")):
        status = file.stat()
        os.utime(file, ns=(status.st_atime_ns, 0))  # whoever sets times back is noticed all the same
    assert writing.update(change_between(example(), changed(1)), tmp_path) is None


@pytest.mark.usefixtures("tables_only")
def test_nothing_is_looked_at_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.write(example(), tmp_path, remember=True)
    added: list[str] = []
    add = Strip.add
    monkeypatch.setattr(Strip, "add", lambda self, text: added.append(text) or add(self, text))
    monkeypatch.setattr(splicing.stamps, "checksum", lambda path: path.parent.name.startswith("staged-") and "0" * 64)
    change = change_between(example(), changed(1))
    assert writing.update(change, tmp_path) is not None, "files that look as they did are not read"
    assert len(added) < 10 * len(change.told)


def test_pieces() -> None:
    former = ["b", "d", "f"]
    assert pieces(former, [], []) == [range(3)]
    assert pieces(former, ["d"], ["a", "d", "e", "g"]) == ["a", range(0, 1), "d", "e", range(2, 3), "g"]
    assert pieces(former, former, []) == []
    assert pieces([], [], ["b", "a"]) == ["a", "b"]
    assert pieces(former, [], ["d"]) is None
    assert pieces(former, ["c"], []) is None
    assert pieces(former, ["b", "b"], []) is None
    assert pieces(former, [], ["c", "c"]) is None


def test_nothing_is_left_of_former_exports(tmp_path: Path) -> None:
    for number in range(3):
        writing.write(changed(number), tmp_path, remember=True)
        assert {each.name for each in (tmp_path / folders.STATE).iterdir() if each.is_dir()} == set()
        assert threading.active_count() == 1 or not any("rmtree" in thread.name for thread in threading.enumerate())
