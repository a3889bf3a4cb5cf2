"""The ontology says everything once, the contract's terms are in it, and what is generated from it is current."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kgraph import ontology, ontology_reference

PREFIXED = re.compile(r"`((?:kg|schema|skos|prov|oa|rdf|rdfs):[A-Za-z]+)`")


def iri(short: str) -> str:
    prefix, _, name = short.partition(":")
    return ontology.PREFIXES[prefix] + name


def test_what_is_generated_is_current(seeds: Path) -> None:
    root = seeds.parent
    assert (root / "src/kgraph/namespace.py").read_text() == ontology_reference.namespace_module(), "run: poe generate"
    assert (root / "docs/ontology.md").read_text() == ontology_reference.reference_page(), "run: poe generate"


def test_every_term_has_label_comment_and_a_colour_or_a_range() -> None:
    loaded = ontology.load()
    for each in loaded.classes.values():
        assert each.label
        assert each.comment
        assert re.fullmatch(r"#[0-9a-f]{6}", each.colour)
    for term in loaded.every_property:
        assert term.label
        assert term.comment
        assert term.range


def test_every_range_and_domain_is_defined() -> None:
    loaded = ontology.load()
    known = {iri for each in loaded.classes.values() for iri in each.types}
    known |= {
        ontology.PREFIXES["rdfs"] + "Resource",
        ontology.PREFIXES["rdf"] + "Property",
        ontology.PREFIXES["prov"] + "Entity",
    }
    for term in loaded.every_property:
        for end in (*term.domain, *term.range):
            assert end in known or end.startswith(ontology.PREFIXES["xsd"])


def test_the_contracts_terms_are_there(shared: Path) -> None:
    text = (shared / "CONTRACT.md").read_text()
    loaded = ontology.load()
    terms = {each.iri for each in loaded.every_property} | {i for each in loaded.classes.values() for i in each.types}
    terms |= {ontology.PREFIXES["kg"] + name for name in loaded.measures}
    named = set(PREFIXED.findall(text)) | {
        word for line in re.findall(r"`(kg:marketSize[^`]*)`", text) for word in line.split()
    }
    assert {term for term in named if iri(term) not in terms} == set()


def test_superclasses_are_materialised_as_the_contract_has_it() -> None:
    kg, schema = ontology.PREFIXES["kg"], ontology.PREFIXES["schema"]
    assert set(ontology.types("Company")) == {
        kg + "Company",
        kg + "Organization",
        schema + "Corporation",
        schema + "Organization",
    }
    assert {kg + "Article", schema + "Report"} <= set(ontology.types("Report"))
    assert ontology.class_of(frozenset(ontology.types("Company"))) == "Company"
    assert ontology.class_of(frozenset(ontology.types("Report"))) == "Report"
    assert ontology.is_a("Report", "Article")
    assert not ontology.is_a("Article", "Report")


def test_every_ignored_key_has_its_reason() -> None:
    ignored = ontology.ignored_keys()
    assert "secured" in ignored
    assert all(len(reason) > 10 for reason in ignored.values())
    assert not ignored.keys() & ontology.known_keys().keys()


@pytest.mark.long
def test_a_wheel_brings_the_ontology(seeds: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(seeds.parent)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"kgraph/_ontology/kgraph.ttl", "kgraph/_ontology/ignored-keys.toml", "kgraph/py.typed"} <= set(names)
    code = "from kgraph import ontology; print(ontology.folder().name, len(ontology.load().classes))"
    environment = {"PYTHONPATH": str(wheel), "PATH": ""}
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    environment["PYTHONPATH"] = str(installed)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "_ontology"
