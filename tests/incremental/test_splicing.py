"""What is copied from former exports is what would be written anew, and nothing else is copied."""

import random
from pathlib import Path
from typing import Any

import pytest

from kgraph import folders, writing
from kgraph.exporters import splicing, texts
from kgraph.exporters.splicing import Strip
from kgraph.options import Options
from kgraph.rebuilding import rebuild
from tests.exporters.graphs import example
from tests.incremental.test_interruptions import corpus

RULES = Options(model="rules", workers=0)


def changed(seed: int) -> Any:
    """The example with something else in it."""
    graph, draw = example(), random.Random(seed)
    nodes, edges = sorted(graph), sorted(graph.edges(keys=True))
    for iri in draw.sample(nodes, 2):
        graph.nodes[iri]["label"] += " – geändert"
    graph.remove_edges_from(draw.sample(edges, 2))
    if seed % 3 == 0:
        graph.remove_node(nodes[draw.choice([0, -1, len(nodes) // 2])])
    if seed % 4 == 0:
        graph.add_node(graph.graph["base"] + f"company/{'a' if seed % 8 else 'z'}{seed}", type="Company", label="New")
    return graph


@pytest.mark.parametrize("seed", range(24))
def test_the_bytes_are_those_of_writing_anew(seed: int, tmp_path: Path) -> None:
    out, anew = tmp_path / "out", tmp_path / "anew"
    writing.write(example(), out, remember=True)
    assert (out / folders.STATE / splicing.INDEX).exists()
    again = writing.write(changed(seed), out, remember=True)["artefacts"]
    assert again == writing.write(changed(seed), anew)["artefacts"]
    assert folders.is_current(out, folders.read_manifest(out))


def test_most_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, copied, added = tmp_path / "out", [], []
    writing.write(example(), out, remember=True)
    copy, add = Strip.copy, Strip.add
    monkeypatch.setattr(Strip, "copy", lambda self, run: copied.extend(run) or copy(self, run))
    monkeypatch.setattr(Strip, "add", lambda self, text: added.append(text) or add(self, text))
    writing.write(changed(1), out, remember=True)
    assert len(copied) > 2 * len(added) > 0
    copied.clear()
    (out / "graph.ttl").write_bytes((out / "graph.ttl").read_bytes() + b"# edited\n")
    writing.write(changed(2), out, remember=True)
    assert not copied, "from files that somebody has touched nothing is taken"


@pytest.mark.parametrize("damage", ["index", "foreign", "cut"])
def test_a_damaged_index_is_not_used(damage: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    writing.write(example(), out, remember=True)
    index = out / folders.STATE / splicing.INDEX
    data = bytearray(index.read_bytes())
    if damage == "index":
        data[len(data) // 2] ^= 1
        index.write_bytes(data)
    elif damage == "cut":
        index.write_bytes(data[: len(data) // 2])
    else:
        writing.write(changed(5), tmp_path / "other", remember=True)
        index.write_bytes((tmp_path / "other" / folders.STATE / splicing.INDEX).read_bytes())
    again = writing.write(changed(3), out, remember=True)["artefacts"]
    assert again == writing.write(changed(3), tmp_path / "anew")["artefacts"]


def test_what_a_killed_build_put_aside_belongs_to_nothing(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "source", 4), tmp_path / "out"
    rebuild([source], out, RULES)
    index = (out / folders.STATE / splicing.INDEX).read_bytes()
    (source / "0000.md").write_text("---\ntitle: Contoso acquired Fabrikam\nwebUrl: https://a.example/\n---\n")
    (out / folders.STATE / splicing.FRESH).write_bytes(index[32:])
    rebuild([source], out, RULES, use_cache=False)
    (source / "0001.md").write_text("---\ntitle: Jvion works\nwebUrl: https://b.example/\n---\n")
    again = rebuild([source], out, RULES).manifest["artefacts"]
    assert again == rebuild([source], tmp_path / "anew", RULES, use_cache=False).manifest["artefacts"]


def test_an_article_that_is_named_as_a_claim_is(tmp_path: Path) -> None:
    out, graph = tmp_path / "out", example()
    claim = next(line.split()[0][1:-1] for line in _lines(graph, tmp_path) if "/claim/" in line.split()[0])
    graph.add_node(claim, type="Article", label="Hostile")
    writing.write(example(), out, remember=True)
    for _ in range(2):
        again = writing.write(graph, out, remember=True)["artefacts"]
        assert again == writing.write(graph, tmp_path / "anew")["artefacts"]
    assert (
        writing.write(example(), out, remember=True)["artefacts"]
        == (writing.write(example(), tmp_path / "anew")["artefacts"])
    )


def _lines(graph: Any, folder: Path) -> list[str]:
    texts.write(graph, folder)
    return (folder / "graph.nq").read_text(encoding="utf-8").splitlines()
