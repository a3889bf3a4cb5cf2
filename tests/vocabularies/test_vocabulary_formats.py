import gzip
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from kgraph import vocabularies
from kgraph.concepts import LabelKind
from kgraph.errors import UsageError, VocabularyError
from kgraph.vocabularies import mesh_xml, opening, skos
from kgraph.vocabularies.check import check
from kgraph.vocabularies.compiled import CompiledVocabulary

RECORD = """<DescriptorRecord DescriptorClass="1"><DescriptorUI>{ui}</DescriptorUI>
<DescriptorName><String>{name}</String></DescriptorName><TreeNumberList>{trees}</TreeNumberList>
<ConceptList><Concept PreferredConceptYN="Y"><ScopeNote>A note.</ScopeNote><TermList>
<Term IsPermutedTermYN="N" LexicalTag="NON"><String>{name}</String></Term>
<Term IsPermutedTermYN="N" LexicalTag="ABB"><String>abbr {ui}</String></Term>
<Term IsPermutedTermYN="Y" LexicalTag="NON"><String>turned, {ui}</String></Term></TermList></Concept>
<Concept PreferredConceptYN="N"><TermList><Term IsPermutedTermYN="N" LexicalTag="TRD"><String>trade {ui}</String></Term>
</TermList></Concept></ConceptList></DescriptorRecord>"""


def _xml(*records: tuple[str, str, str], head: str = '<?xml version="1.0"?>') -> str:
    body = "".join(
        RECORD.format(ui=ui, name=name, trees="".join(f"<TreeNumber>{code}</TreeNumber>" for code in trees.split()))
        for ui, name, trees in records
    )
    return f"{head}\n<DescriptorRecordSet>{body}</DescriptorRecordSet>"


@pytest.fixture
def added(home, tmp_path):
    """Return a function that adds a file with this name and content and opens it."""

    def add(file: str, content: str | bytes, name: str = "x") -> CompiledVocabulary:
        path = tmp_path / file
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        vocabularies.add(name, path)
        return vocabularies.open_vocabulary(name)

    return add


TWO = _xml(("D000001", "Top", "A01"), ("D000002", "Below", "A01.100 B02.300.400"), ("D000003", "Other top", "B02"))


@pytest.mark.parametrize("packed", [False, True])
def test_mesh_xml(added, packed):
    data = gzip.compress(TWO.encode()) if packed else TWO
    vocabulary = added("desc2026.xml", data)
    concept = vocabulary.concept("D000002")
    assert concept.iri == "http://id.nlm.nih.gov/mesh/D000002"
    assert [(label.text, label.kind) for label in concept.labels] == [
        ("Below", LabelKind.PREFERRED),
        ("abbr D000002", LabelKind.ALTERNATIVE),
        ("turned, D000002", LabelKind.HIDDEN),
        ("trade D000002", LabelKind.ENTRY),
    ]
    assert concept.notations == ("A01.100", "B02.300.400")
    assert (concept.note, concept.kind, vocabulary.scheme.version) == ("A note.", "topical", "2026")
    assert vocabulary.ancestors("D000002") == (("D000002", "D000001"), ("D000002", "D000003"))


def test_nlms_own_samples_say_the_same_in_xml_and_rdf(samples, home):
    vocabularies.add("xml", samples / "desc-samples.xml")
    vocabularies.add("rdf", samples / "samples.nt")
    xml, rdf = vocabularies.open_vocabulary("xml"), vocabularies.open_vocabulary("rdf")
    assert len(xml) == len(rdf) == 43
    for one in xml:
        other = rdf.concept(one.id)
        assert (one.iri, one.pref_label, one.notations) == (other.iri, other.pref_label, other.notations)
        assert {(label.text, label.kind) for label in one.labels} == {
            (label.text, label.kind) for label in other.labels
        }


def test_supplementary_records_and_other_years(samples, home):
    assert vocabularies.add("supp", samples / "supp-samples.xml")[0].concepts == 19
    vocabularies.add("old", samples / "mesh2020-subset.nt")
    assert all(
        concept.iri.startswith("http://id.nlm.nih.gov/mesh/D") for concept in vocabularies.open_vocabulary("old")
    )


def test_mesh_ascii(added):
    text = (
        "*NEWRECORD\nRECTYPE = D\nMH = Calcimycin\nENTRY = A-23187|T109|LAB|NRW|NLM (1991)|900308|abcdef\n"
        "ENTRY = Calcimycine|T109|NON|EQV|NLM|1|abcdef\nENTRY = Mycin, Calci\nMN = D03.438\nMN = D02.1\n"
        "MS = A note.\nDC = 1\n"
        "UI = D000001\n\n*NEWRECORD\nMH = Top\nMN = D03\nUI = D000002\n"
    )
    vocabulary = added("d2026.bin", text)
    concept = vocabulary.concept("D000001")
    assert [(label.text, label.kind.name, label.lexical) for label in concept.labels] == [
        ("Calcimycin", "PREFERRED", ""),
        ("Calcimycine", "ALTERNATIVE", "NON"),
        ("Mycin, Calci", "HIDDEN", ""),
        ("A-23187", "ENTRY", "LAB"),
    ]
    assert vocabulary.ancestors("D000001") == (("D000001", "D000002"),)


def test_mesh_tree_file(added):
    vocabulary = added("mtrees2026.bin", "Body Regions;A01\nAbdomen;A01.923.047\nTorso;A01.923\n")
    assert vocabulary.find("abdomen").notations == ("A01.923.047",)
    assert vocabulary.ancestors("A01.923.047") == (("A01.923.047", "A01.923"), ("A01.923", "A01"))


def test_mesh_merged(shared, home):
    compiled, _ = vocabularies.add("full", shared / "data" / "mesh" / "mesh_merged.jsonl.gz")
    assert compiled.concepts == 31_126
    vocabulary = vocabularies.open_vocabulary("full")
    assert vocabulary.find("A-23187").id == "D000001"
    assert vocabulary.find("mHealth").id == "D017216"
    begun = time.process_time()
    assert CompiledVocabulary(vocabulary.path).find("Data Systems").id == "D000078327"
    assert time.process_time() - begun < 0.5


SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://example.org/c/> .
@prefix dct: <http://purl.org/dc/terms/> .
<http://example.org/s> a skos:ConceptScheme ; dct:title "Ein Schema"@de, "A scheme"@en .
e:animal a skos:Concept ; skos:prefLabel "animal"@en, "Tier"@de ; skos:narrower e:cat ; skos:definition "Lives."@en .
e:cat a skos:Concept ; skos:prefLabel "cat"@en ; skos:altLabel "pussy cat"@en ; skos:hiddenLabel "kat"@en ;
  skos:notation "12" ; skos:closeMatch <http://id.nlm.nih.gov/mesh/D002415> .
e:tom a skos:Concept ; skos:prefLabel "Tom"@en ; skos:broader e:cat .
"""


def test_skos_turtle(added):
    vocabulary = added("animals.ttl", SKOS)
    assert (vocabulary.scheme.title, vocabulary.scheme.iri) == ("A scheme", "http://example.org/s")
    cat = vocabulary.find("kat")
    assert (cat.iri, cat.pref_label, cat.alt_labels, cat.notations) == (
        "http://example.org/c/cat",
        "cat",
        ("pussy cat",),
        ("12",),
    )
    assert cat.matches == (("closeMatch", "http://id.nlm.nih.gov/mesh/D002415"),)
    assert vocabulary.find("Tier").pref_label == "animal"
    assert vocabulary.ancestors("tom") == (("tom", "cat"), ("cat", "animal"))


def test_skos_rdf_xml(added):
    import pyoxigraph

    turtle = pyoxigraph.parse(SKOS.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    data = pyoxigraph.serialize((quad.triple for quad in turtle), format=pyoxigraph.RdfFormat.RDF_XML)
    vocabulary = added("animals.rdf", data)
    assert vocabulary.ancestors("tom") == (("tom", "cat"), ("cat", "animal"))


def test_iptc_media_topics(shared, home):
    compiled, _ = vocabularies.add("iptc", shared / "data" / "iptc" / "mediatopic-en-GB-2023-10-02.ttl")
    assert compiled.concepts == 1372
    vocabulary = vocabularies.open_vocabulary("iptc")
    assert vocabulary.find("animation").iri == "http://cv.iptc.org/newscodes/mediatopic/20000003"
    assert vocabulary.ancestors("20000003")[-1][1] == "01000000"


@pytest.mark.parametrize(("file", "joint"), [("t.csv", ","), ("t.tsv", "\t"), ("t.csv", ";")])
def test_tables(added, file, joint):
    bar = "|"
    rows = [
        ["id", "label", "alt labels", "broader"],
        ["1", "Tools", "", ""],
        ["2", "Hammers", f"Mallets{bar}Sledges", "1"],
    ]
    vocabulary = added(file, "\ufeff" + "\r\n".join(joint.join(row) for row in rows))
    assert vocabulary.find("mallets").id == "2"
    assert vocabulary.find("sledges").iri == "https://w3id.org/kgraph/id/concept/x/2"
    assert vocabulary.ancestors("2") == (("2", "1"),)


def test_an_unchanged_source_is_not_compiled_again(home, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,label\n1,One\n")
    assert vocabularies.add("x", path)[1] is True
    assert vocabularies.add("x", path)[1] is False
    path.write_text("id,label\n1,Two\n")
    assert vocabularies.add("x", path)[1] is True
    assert vocabularies.open_vocabulary("x").find("two")


def test_compiling_is_deterministic(home, tmp_path):
    (tmp_path / "d.xml").write_text(TWO)
    vocabularies.add("a", tmp_path / "d.xml")
    vocabularies.add("b", tmp_path / "d.xml")
    a, b = vocabularies.open_vocabulary("a"), vocabularies.open_vocabulary("b")
    assert a.path.read_bytes() == b.path.read_bytes()


# What is wrong with a file is said with its place, and nothing of it is kept.

BROKEN = {
    "truncated.xml": (TWO[: len(TWO) * 2 // 3], "is the file whole"),
    "cut.xml.gz": (gzip.compress(TWO.encode() * 3)[:200], "breaks off or is damaged"),
    "unknown.xml": (_xml(("D1", "x", "A01"), head='<?xml version="1.0" encoding="klingon-8"?>'), "encoding"),
    "bomb.xml": (
        '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {name} "{("&" + below + ";") * 10}">' for below, name in pairwise("abcdefghij"))
        + "]>"
        + _xml(("D000001", "&j;", "A01"), head=""),
        "bomb.xml",
    ),
    "noname.xml": (
        "<DescriptorRecordSet><DescriptorRecord><DescriptorUI>D1</DescriptorUI></DescriptorRecord></DescriptorRecordSet>",
        "without identifier or name",
    ),
    "none.xml": ("<DescriptorRecordSet><!-- <DescriptorRecord --></DescriptorRecordSet>", "no concept found"),
    "latin.csv": ("id,label\n1,Café\n".encode("latin-1"), "latin.csv:2: not UTF-8"),
    "wide.csv": ("id,label\n1,Café\n".encode("utf-16"), "not UTF-8"),
    "zero.csv": (b"id,label\n1,a\x00b\n", "zero byte"),
    "nolabel.csv": ("id,label\n1,\n", "row without a label"),
    "broken.ttl": (SKOS[:-40], "broken.ttl"),
    "nothing.ttl": ("@prefix a: <http://a/> . a:b a a:c .", "no skos:Concept"),
    "broken.nt": ("<http://id.nlm.nih.gov/mesh/D1> <http://id.nlm.nih.gov/mesh/vocab#concept> oops .", "broken.nt"),
    "cut.nt": ("<http://id.nlm.nih.gov/mesh/D1> <http://id.nlm.nih.gov/mesh/vocab#x> <http://id.nlm", "cut.nt:1"),
    "half.jsonl": ('{"id": "D1", "name": "x", "trees": [], "terms": []}\n{"id": "D2", "na', "half.jsonl:2"),
    "half.bin": ("*NEWRECORD\nMH = x\nUI = D1\n*NEWRECORD\nMH = y\n", "half.bin:4"),
    "half.tsv": ("D000001\tA\t\tA01\t\nD000002\tB\t", "half.tsv:2"),
    "image.png": (b"\x89PNG\r\n\x1a\n", "none of the formats"),
    "empty.csv": (b"", "none of the formats"),
}


@pytest.mark.parametrize("file", sorted(BROKEN))
def test_broken_files_are_refused_with_the_place_and_leave_nothing(home, tmp_path, file):
    content, words = BROKEN[file]
    path = tmp_path / file
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(VocabularyError, match=words.replace("(", r"\(")) as raised:
        vocabularies.add("x", path)
    assert "Traceback" not in str(raised.value)
    assert vocabularies.names() == ("mesh",)
    assert not list((home / "vocabularies").glob("*")) if home.exists() else True


def test_a_broken_file_leaves_what_was_there_before(added, tmp_path):
    added("good.xml", TWO)
    with pytest.raises(VocabularyError):
        added("bad.xml", TWO[:-100])
    assert len(vocabularies.open_vocabulary("x")) == 3


def test_a_descriptor_without_tree_number_is_kept_and_reported(added):
    vocabulary = added("d.xml", _xml(("D005260", "Female", ""), ("D000001", "Top", "A01")))
    assert vocabulary.find("female").id == "D005260"
    assert vocabulary.ancestors("D005260") == ()
    assert vocabulary.problems == ("D005260 (Female) has no tree number and stands in no hierarchy",)


def test_of_doubled_identifiers_the_first_is_kept_and_reported(added):
    vocabulary = added("d.xml", _xml(("D000001", "First", "A01"), ("D000001", "Second", "A02")))
    assert len(vocabulary) == 1
    assert vocabulary.concept("D000001").pref_label == "First"
    assert vocabulary.problems == ("D000001 occurs more than once; the first record is kept",)


def test_a_missing_level_in_the_tree_is_stepped_over(added):
    vocabulary = added("d.xml", _xml(("D000001", "Top", "A01"), ("D000002", "Deep", "A01.100.200.300")))
    assert vocabulary.ancestors("D000002") == (("D000002", "D000001"),)


def test_a_skos_cycle_is_kept_reported_and_never_hangs(added):
    prefix = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://e/> ."
    body = "".join(
        f'e:{a} a skos:Concept ; skos:prefLabel "{a}" ; skos:broader e:{b} .' for a, b in ("ab", "bc", "ca", "da", "ee")
    )
    vocabulary = added("cycle.ttl", prefix + body)
    assert set(vocabulary.ancestors("d")) == {("d", "a"), ("a", "b"), ("b", "c"), ("c", "a")}
    cycles = [finding for finding in check(vocabulary) if finding.rule == "cycle"]
    assert [finding.concepts for finding in cycles] == [("a", "b", "c"), ("e",)]
    assert {finding.severity for finding in cycles} == {"error"}


def test_a_line_without_end_is_refused(home, tmp_path):
    path = tmp_path / "long.csv"
    with path.open("wb") as stream:
        stream.write(b"id,label\n")
        stream.truncate(2 << 30)  # sparse: two gigabytes of zeros in one line
    tracemalloc.start()
    with pytest.raises(VocabularyError, match="a line of more than 4 MB"):
        vocabularies.add("x", path)
    assert tracemalloc.get_traced_memory()[1] < 50 << 20
    tracemalloc.stop()


def test_xml_without_records_is_refused_before_it_fills_the_memory(home, tmp_path, monkeypatch):
    monkeypatch.setattr(mesh_xml, "LARGEST_RECORD", 1 << 20)
    path = tmp_path / "d.xml"
    path.write_text("<DescriptorRecordSet><DescriptorRecord><String>" + "x" * (3 << 20))
    with pytest.raises(VocabularyError, match="without a whole MeSH record"):
        vocabularies.add("x", path)


def test_too_much_skos_is_refused_even_when_it_is_packed_small(home, tmp_path, monkeypatch):
    monkeypatch.setattr(skos, "LARGEST", 1 << 20)
    path = tmp_path / "s.ttl.gz"
    path.write_bytes(gzip.compress(b" " * (2 << 20) + SKOS.encode()))
    with pytest.raises(VocabularyError, match="SKOS file of more than"):
        vocabularies.add("x", path)


def test_large_xml_is_streamed(tmp_path, monkeypatch):
    record = _xml(("D000001", "Name", "A01")).split("<DescriptorRecordSet>")[1].split("</DescriptorRecordSet>")[0]
    path = tmp_path / "d.xml"
    with path.open("w") as stream:
        stream.write("<DescriptorRecordSet>")
        for number in range(6_000):  # 4 MB
            stream.write(record.replace("D000001", f"D{number:06}"))
        stream.write("</DescriptorRecordSet>")
    tracemalloc.start()
    assert sum(1 for _ in mesh_xml.read(path)) == 6_000
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_names_of_vocabularies_are_no_paths(home, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("label\nx\n")
    for name in ("../x", "a/b", "", "UPPER", ".hidden", "x" * 80):
        with pytest.raises(UsageError):
            vocabularies.add(name, path)
    with pytest.raises(UsageError, match="there is no vocabulary “nope”"):
        vocabularies.open_vocabulary("nope")
    with pytest.raises(UsageError, match="stays"):
        vocabularies.remove("mesh")
    with pytest.raises(UsageError, match="does not exist"):
        vocabularies.add("x", tmp_path / "missing.csv")
    with pytest.raises(VocabularyError, match="folder"):
        vocabularies.add("x", tmp_path)


def test_a_damaged_compiled_file_is_said_to_be_one(home, tmp_path):
    folder = home / "vocabularies"
    folder.mkdir(parents=True)
    (folder / "x.sqlite").write_bytes(b"no database at all, but long enough to look like one" * 100)
    with pytest.raises(VocabularyError, match="not a compiled vocabulary"):
        vocabularies.open_vocabulary("x")
    path = tmp_path / "t.csv"
    path.write_text("label\nnew\n")
    vocabularies.add("x", path)
    assert vocabularies.open_vocabulary("x").find("new")


def test_lines_of_any_ending(tmp_path: Path):
    path = tmp_path / "t.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\nthree")
    assert list(opening.lines(path)) == [(1, "one"), (2, "two"), (3, "three")]
