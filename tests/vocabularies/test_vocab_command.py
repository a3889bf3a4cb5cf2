import gzip
import json
import time
from decimal import Decimal

import networkx as nx
import pytest
from rich.console import Console
from typer.testing import CliRunner

from kgraph import vocabularies
from kgraph.cli.scheme_stats import as_rows, as_tree, scheme_branches
from kgraph.cli.vocab import app
from kgraph.errors import UsageError
from kgraph.extractors.concepts.abbreviations import find_abbreviations
from kgraph.extractors.concepts.tagging import concepts_tagger
from kgraph.extractors.concepts.tagging_rules import load_rules
from kgraph.vocabularies.check import check


@pytest.fixture
def run(home, tmp_path, mesh):
    """Run ``kgraph vocab`` with a small vocabulary at hand."""
    (home / "vocabularies").mkdir(parents=True)
    (home / "vocabularies" / "shipped").symlink_to(mesh.path.parent)
    table = tmp_path / "tools.csv"
    table.write_text(
        "id,label,alt labels,broader,note\n1,Tools,,,All of them.\n2,Claw hammer,Nail hammer,1,\n3,Spoons,,,\n"
    )
    vocabularies.add("tools", table)

    def invoke(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == code, (result.output, result.exception)
        return result.output

    return invoke


def test_list(run):
    rows = json.loads(run("list", "--json"))
    assert [(row["name"], row["concepts"]) for row in rows] == [("mesh", 30_767), ("tools", 3)]
    assert "tools" in run("list")


def test_show(run):
    output = run("show", "mesh", "machine learning")
    for words in (
        "Machine Learning",
        "D000069550",
        "Artificial Intelligence",
        "L01.224.050.375.530",
        "Learning, Machine",
    ):
        assert words in output
    shown = json.loads(run("show", "tools", "nail hammer", "--json"))
    assert (shown["id"], shown["broader"], shown["altLabel"]) == ("2", ["1"], ["Nail hammer"])
    assert json.loads(run("show", "tools", "2", "--json")) == shown


def test_show_something_else(run):
    result = CliRunner().invoke(app, ["show", "tools", "hammer"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == "tools has nothing called “hammer”; is it “Claw hammer”?"


def test_search_and_remove(run):
    assert run("search", "tools", "nail", "ham") == "2\tClaw hammer  (Nail hammer)\n"
    assert json.loads(run("search", "tools", "tool", "--json"))[0]["id"] == "1"
    run("search", "tools", "saw", code=1)
    run("remove", "tools")
    assert vocabularies.names() == ("mesh",)


PUBTATOR = "12|t|Claw hammers\n12|a|A claw hammer (CH). CH is it.\n12\t0\t4\tx\ty\tz\n\n13|t|Nothing\n13|a|here\n"


@pytest.mark.parametrize("packed", [False, True])
def test_tag_pubtator(run, tmp_path, packed):
    file = tmp_path / "docs.txt"
    file.write_bytes(gzip.compress(PUBTATOR.encode()) if packed else PUBTATOR.encode())
    assert run("tag", "tools", str(file)).splitlines() == [
        "12\t0\t12\tClaw hammers\tConcept\t2",
        "12\t15\t26\tclaw hammer\tConcept\t2",
        "12\t28\t30\tCH\tConcept\t2",
        "12\t33\t35\tCH\tConcept\t2",
    ]


def test_tag_plain_text(run, tmp_path):
    file = tmp_path / "note.txt"
    file.write_text("One\nspoon, a nail\thammer | and 12|x|y.\n")
    assert run("tag", "tools", str(file)) == "note\t4\t9\tspoon\tConcept\t3\nnote\t13\t24\tnail hammer\tConcept\t2\n"
    assert "telehealth\tConcept\tD017216" in run(
        "tag", "mesh", str(_written(tmp_path, "We use telehealth.")), "--strict"
    )


def _written(folder, text):
    (folder / "t.txt").write_text(text)
    return folder / "t.txt"


def test_check(run, tmp_path):
    assert "0 errors" in run("check", "tools")
    skos = tmp_path / "bad.ttl"
    skos.write_text(
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://e/> ."
        'e:a a s:Concept ; s:prefLabel "A"@en, "AA"@en ; s:broader e:b ; s:definition "d" .'
        'e:b a s:Concept ; s:prefLabel "B"@en ; s:broader e:a ; s:exactMatch <http://x/y> ; s:broadMatch <http://x/y> .'
        'e:c a s:Concept ; s:altLabel "B"@en ; s:closeMatch e:a .'
        'e:d a s:Concept ; s:prefLabel "D"@en ; s:altLabel "D"@en ; s:broader e:gone .'
    )
    vocabularies.add("bad", skos)
    found = {
        (f["severity"], f["rule"], tuple(f["concepts"])) for f in json.loads(run("check", "bad", "--json", code=1))
    }
    assert found >= {
        ("error", "doubled prefLabel", ("a",)),
        ("error", "missing prefLabel", ("c",)),
        ("error", "cycle", ("a", "b")),
        ("error", "broken mapping", ("b",)),
        ("error", "one label twice", ("d",)),
        ("error", "unknown parent", ("d",)),
        ("warning", "label clash", ("b", "c")),
        ("warning", "mapping within", ("c",)),
        ("warning", "orphan", ("c",)),
        ("warning", "undocumented", ("b", "c", "d")),
    }
    assert "errors" in run("check", "bad", code=1)


def test_check_finds_the_cycle_in_mesh(mesh):
    cycles = [finding.concepts for finding in check(mesh) if finding.rule == "cycle"]
    assert cycles == [("D013285", "D015835")]


def test_branches_of_a_graph():
    skos, schema = "http://www.w3.org/2004/02/skos/core#", "https://schema.org/"
    ai, ml, category = "http://id.nlm.nih.gov/mesh/D001185", "http://id.nlm.nih.gov/mesh/D000069550", "urn:c"
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node(ai, label="Artificial Intelligence")
    graph.add_node(ml, label="Machine Learning")
    graph.add_node("urn:s", label="Healthcare IT News")
    graph.add_edge(ml, ai, skos + "broader")
    graph.add_edge(category, ml, skos + "exactMatch")
    graph.add_edge(category, "urn:s", skos + "inScheme")
    graph.add_edge("urn:a1", ml, schema + "mentions", confidence=Decimal("0.9"))
    graph.add_edge("urn:a1", ml, schema + "about")
    graph.add_edge("urn:a2", category, schema + "about")
    graph.add_edge("urn:a2", ai, schema + "mentions")
    (tree,) = scheme_branches(graph, "mesh")
    assert (tree.label, tree.own, tree.total) == ("Artificial Intelligence", 1, 3)
    assert as_rows((tree,))[0]["children"] == [
        {"concept": ml, "label": "Machine Learning", "own": 2, "total": 2, "children": []}
    ]
    console = Console(width=80, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    console.print(as_tree((tree,), "MeSH"))
    console.file.close()
    assert "3  Artificial Intelligence (1 itself)" in console.export_text()
    assert [branch.total for branch in scheme_branches(graph, "healthcare it news")] == [1]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("electronic health records (EHRs) grow", [("EHRs", "electronic health records")]),
        ("RPM (remote patient monitoring)", [("RPM", "remote patient monitoring")]),
        ("heat shock transcription factor (HSF)", [("HSF", "heat shock transcription factor")]),
        ("magnetic resonance imaging [MRI; 3 T]", [("MRI", "magnetic resonance imaging")]),
        ("5-hydroxytryptamine (5-HT)", [("5-HT", "5-hydroxytryptamine")]),
        ("the year (2020) and it (see below) and a (b)", []),
        ("artificial intelligence (AI) and Amnesty International (AI)", [("AI", "artificial intelligence")]),
        ("a long form\nof lines (LFOL)", []),
        ("penicillins (1 defect), nimodipine (n=101), caffeine (p < 0.05), conjunctivitis (patient 1)", []),
        ("the drug metrifonate (10 mg/kg) and hyperplasia (RR 1.3; 95%)", []),
    ],
)
def test_abbreviations(text, pairs):
    found = find_abbreviations(text)
    assert [(abbreviation.short, abbreviation.long) for abbreviation in found] == pairs
    for short, (start, end), long, (long_start, long_end) in found:
        assert (text[start:end], text[long_start:long_end]) == (short, long)


def test_hostile_brackets_take_linear_time():
    for text in (
        "(" * 200_000,
        "(aa" * 100_000,
        "alpha beta (AB) " * 20_000,
        "x" * 300_000 + " (xx)",
        "( ) " * 100_000,
    ):
        assert len(find_abbreviations(text)) <= 1


@pytest.fixture(scope="module")
def everywhere(mesh):
    return concepts_tagger(mesh, "everywhere")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("acute kidney failure", {"acute kidney failure": "D058186"}),
        ("ischaemia and anaemia", {"ischaemia": "D007511", "anaemia": "D000740"}),
        ("serum Na and K; NA levels", {"Na": "D012964", "K": "D011188", "NA": "D009638"}),
        ("given CaCl(2) in water", {"CaCl(2)": "D002122"}),
        ("hepatic and renal failure", {"hepatic and renal failure": "D051437 D017093"}),
        ("chronic active hepatitis B", {"hepatitis B": "D006509"}),
        ("hepatitis in a family", {"hepatitis": "D006505"}),
        ("isoniazid-induced hepatitis", {"isoniazid": "D007538", "hepatitis": "D056486"}),
        ("the enzyme and its receptor, a solution, an acid", {}),
        ("Parkinson's disease (PD). PD is treated.", {"Parkinson's disease": "D010300", "PD": "D010300"}),
    ],
)
def test_names_as_papers_write_them(everywhere, text, found):
    tagged = {}
    for mention in everywhere.tag(text):
        if everywhere.type_of(mention.concept) in ("Disease", "Chemical"):
            tagged[mention.text] = f"{tagged.get(mention.text, '')} {mention.concept}".strip()
    assert {words: set(concepts.split()) for words, concepts in tagged.items() if words in found} == {
        words: set(concepts.split()) for words, concepts in found.items()
    }
    assert tagged.keys() - {"water", "active"} <= found.keys()


def test_every_name_is_linked_on_demand(mesh, everywhere):
    text = "Proteins and an acid: this report says what enzyme inhibitors and the drug did to the disease."
    told = {mention.text for mention in everywhere.tag(text)}
    tagged = concepts_tagger(mesh, load_rules("everywhere").letting_all_in()).tag(text)
    assert {m.text: m.concept for m in tagged if m.text not in told}.items() >= {
        ("Proteins", "D011506"),
        ("acid", "D000143"),
        ("enzyme inhibitors", "D004791"),
        ("disease", "D004194"),
    }
    assert told < {mention.text for mention in tagged}


def test_types_are_told(everywhere):
    types = {m.text: everywhere.type_of(m.concept) for m in everywhere.tag("Aspirin eased the headaches of physicians")}
    assert types == {"Aspirin": "Chemical", "headaches": "Disease", "physicians": "M"}


def test_hostile_texts_are_tagged_in_linear_time(everywhere, news):
    defining = "".join(f"alpha{i} beta{i} (A{i}B{i}) " for i in range(5_000))
    for text in (
        "cancer " * 30_000,
        "a-" * 100_000,
        "(" * 200_000,
        defining,
        "β" * 100_000,
        "and or " * 30_000,
        "\n" * 200_000,
    ):
        for tagger in (everywhere, news):
            begun = time.process_time()
            tagger.tag(text)
            assert time.process_time() - begun < 5
