"""The whole way from files to exports: the same bytes every time, hostile input, interruptions."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import kgraph
from kgraph import exporters, ontology, writing
from kgraph.building import build
from kgraph.errors import ExportError, UsageError
from kgraph.exporters import side_by_side
from kgraph.namespace import SCHEMA
from kgraph.options import Options

RULES = Options(model="rules")

GOOD = (
    "---\ntitle: Good\nwebUrl: https://a.org/good\nexcerpt: Fine words.\nprovider:\n  name: A\n  domain: a.org\n---\n"
)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"

BAD: dict[str, tuple[bytes, str]] = {
    "yaml-error.md": (b"---\ntitle: 'open\n---\n", "line 3"),
    "duplicate-keys.md": (b"---\ntitle: A\ntitle: B\nwebUrl: https://a.org/dup\n---\n", "line 3"),
    "tag.md": (b"---\ntitle: !!python/object/apply:os.system [exit]\n---\n", "line 2"),
    "binary.bin": (b"\x7fELF\x02\x01\x01\0\0\0", ""),
    "latin-1.md": ("---\ntitle: Café\nwebUrl: https://a.org/cafe\n---\n".encode("latin-1"), "line 2"),
    "no-date.md": (b"---\ntitle: D\nwebUrl: https://a.org/d\npublishedDateTime: soon\n---\n", "publishedDateTime"),
    "no-url.md": (b"---\ntitle: U\nwebUrl: nowhere\n---\n", "webUrl"),
    "related-text.md": (b"---\ntitle: R\nwebUrl: https://a.org/r\nrelated:\n  - just text\n---\n", "related[]"),
    "provider-list.md": (b"---\ntitle: L\nwebUrl: https://a.org/l\nprovider:\n  - a\n  - b\n---\n", "provider"),
    "title-mapping.md": (b"---\ntitle:\n  a: b\nwebUrl: https://a.org/m\n---\n", "title"),
    "no-end.md": (b"---\ntitle: E\n", "line 1"),
    "empty.md": (b"", ""),
    "quality-word.md": (b"---\ntitle: Q\nwebUrl: https://a.org/q\nquality: high\n---\n", "quality"),
    "alias-bomb.md": (
        b"---\nwebUrl: https://a.org/bomb\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n".encode() for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + b"---\n",
        "f",
    ),
    "merge-bomb.md": (
        b"---\na: &a {k1: 1, k2: 2, k3: 3, k4: 4, k5: 5, k6: 6, k7: 7, k8: 8, k9: 9}\n"
        + b"".join(
            f"{b}: &{b} {{<<: [{','.join(['*' + a] * 10)}]}}\n".encode()
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + b"---\n",
        "line 6",
    ),
}
FINE: dict[str, bytes] = {
    "good.md": GOOD.encode(),
    "related-null.md": b"---\ntitle: N\nwebUrl: https://a.org/n\nrelated: null\ntopics:\nimages: []\n---\n",
    "long-title.md": b'---\ntitle: "' + b"long " * 20_000 + b'"\nwebUrl: https://a.org/long\n---\n',
    "script.md": (
        f"---\ntitle: '{SCRIPT}'\nexcerpt: '{SCRIPT}'\nwebUrl: https://a.org/s\n"
        f"provider:\n  name: '{SCRIPT}'\n  domain: s.org\ntopics:\n  - '{SCRIPT}'\n---\n"
    ).encode(),
    "body-alone.md": b"---\n---\nA body without any front matter.\n",
    "front-matter-alone.md": b"---\ntitle: F\n---",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, content in {**FINE, **{name: content for name, (content, _) in BAD.items()}}.items():
        (folder / name).write_bytes(content)
    return folder


def test_each_bad_document_is_named_and_the_good_ones_are_built(hostile: Path) -> None:
    graph, report = build([hostile], RULES)
    named = {problem.path: problem.place for problem in report.problems}
    assert named == {name: place for name, (_, place) in BAD.items()}
    titles = {held.get("headline") for _, held in graph.nodes(data=True)}
    assert {"Good", "N", "F", "B", "Café", "D", "U", "R", "L", "Q", SCRIPT} <= titles
    assert ("long " * 20_000).strip() in titles


def test_hostile_words_stay_intact_in_rdf(hostile: Path, tmp_path: Path) -> None:
    graph, _ = build([hostile], RULES)
    writing.write(graph, tmp_path / "out")
    store = ox.Store()
    store.bulk_load(path=str(tmp_path / "out" / "graph.ttl"))
    headlines = {quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode(SCHEMA.HEADLINE), None)}
    assert SCRIPT in headlines


def test_the_same_input_gives_the_same_bytes(seeds: Path, tmp_path: Path) -> None:
    """Across hash seeds, and across the order and the place of the files."""
    moved = tmp_path / "elsewhere" / "seeds"
    moved.mkdir(parents=True)
    for file in sorted(seeds.iterdir(), reverse=True):
        shutil.copy(file, moved)
    made = []
    for number, source in enumerate([seeds, moved]):
        out = tmp_path / str(number)
        command = [sys.executable, "-m", "kgraph", "build", str(source), "-o", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": str(number * 4242 + 1)}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        made.append(json.loads((out / "manifest.json").read_text()))
    assert made[0]["artefacts"] == made[1]["artefacts"]
    assert made[0]["sources"] == made[1]["sources"]
    assert {name for each in exporters.EXPORTERS for name in side_by_side.file_names(each)} == set(made[0]["artefacts"])


def test_nothing_of_the_machine_is_in_the_exports(seeds: Path, tmp_path: Path) -> None:
    graph, _ = build([seeds], RULES)
    writing.write(graph, tmp_path / "out")
    for file in filter(Path.is_file, (tmp_path / "out").iterdir()):
        data = file.read_bytes()
        assert str(seeds).encode() not in data
        assert str(tmp_path).encode() not in data
        assert b"Xx0YGZNwhiEL9" not in data


def test_an_interrupted_write_leaves_the_earlier_exports_whole(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, _ = build([seeds], RULES)
    writing.write(graph, tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}

    class Broken:
        NAME = "graph.broken"

        def write(self, graph: object, folder: Path) -> None:
            (folder / self.NAME).write_text("half")
            raise KeyboardInterrupt

    monkeypatch.setattr(exporters, "EXPORTERS", (*exporters.EXPORTERS, Broken()))
    smaller, _ = build([seeds / "001_514fca7762ac06f7.txt"], RULES)
    with pytest.raises(KeyboardInterrupt):
        writing.write(smaller, tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


def test_a_folder_that_cannot_be_written_is_named(seeds: Path, tmp_path: Path) -> None:
    graph, _ = build([seeds], RULES)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="cannot be written to"):
        writing.write(graph, tmp_path / "file")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        build([tmp_path])


def test_another_base_changes_the_things_and_nothing_else(seeds: Path) -> None:
    there, _ = build([seeds], Options(base="https://data.example/", model="rules"))
    here, _ = build([seeds], RULES)
    renamed = {iri.replace("https://w3id.org/kgraph/id/", "https://data.example/") for iri in here}
    assert set(there) == renamed
    assert there.number_of_edges() == here.number_of_edges()
    with pytest.raises(UsageError, match="base"):
        build([seeds], Options(base="no iri"))


def test_the_licence_stands_in_the_description_and_nowhere_else(seeds: Path, tmp_path: Path) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    for name, graph in (
        ("with", build([seeds], Options(license=licence, model="rules"))[0]),
        ("without", build([seeds], RULES)[0]),
    ):
        writing.write(graph, tmp_path / name)
    texts = {each.name: each.read_bytes() for each in (tmp_path / "with").iterdir() if each.is_file()}
    same = {name for name, text in texts.items() if (tmp_path / "without" / name).read_bytes() == text}
    assert texts.keys() - same == {"dataset.ttl", "manifest.json"}
    assert f"dcterms:license <{licence}>" in texts["dataset.ttl"].decode()
    with pytest.raises(UsageError, match="licence"):
        build([seeds], Options(license="CC BY 4.0"))


def test_python_gives_the_graph_and_loads_it_back(seeds: Path, tmp_path: Path) -> None:
    graph = kgraph.build(seeds, model="rules")
    assert type(graph).__name__ == "MultiDiGraph"
    writing.write(graph, tmp_path)
    again = kgraph.load(tmp_path)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_every_node_and_edge_keeps_the_contract(seeds: Path) -> None:
    graph, _ = build([seeds])
    known = ontology.load()
    for _, held in graph.nodes(data=True):
        assert held["type"] in known.classes
        assert held["label"]
    for _, _, key, held in graph.edges(keys=True, data=True):
        assert held.keys() == {"label", "confidence", "support", "claims"}
        assert key.endswith(held["label"])
        assert known.properties[held["label"]].iri == key


def test_importing_kgraph_is_light() -> None:
    code = "import sys, kgraph; print(sorted({'spacy', 'pyvis', 'networkx', 'rdflib'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_corpus_has_the_counts_that_others_counted(azure: Path) -> None:
    """Documents, articles, providers, topics and edges as counted independently of this code."""
    from collections import Counter

    from kgraph import merge, sources
    from kgraph.building import account_for

    accounts, counted, problems = account_for(sources.find([azure / "_news"])[0], lambda *_: None)
    merged = merge.merge(accounts)
    types = Counter(fact.object for fact in merged.facts if fact.predicate.endswith("#type"))
    edges = Counter(fact.predicate.rpartition("/")[2].rpartition("#")[2] for fact in merged.facts)
    assert not problems
    assert not [entry for entry in counted.entries() if entry.status == "unknown"]
    assert (len(accounts), types["Article"], types["Provider"], types["Topic"]) == (4958, 4944, 427, 20)
    assert (edges["publisher"], edges["about"], edges["related"]) == (4944, 6702, 160_097)
