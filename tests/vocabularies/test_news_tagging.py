import re
from pathlib import Path

import pytest

from kgraph.extractors.concepts.matching import Folded, Matcher, fold_name
from kgraph.extractors.concepts.tagging import ConceptMention, load_rules
from kgraph.extractors.concepts.variants import plural, spellings, swapped, turned

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def _words(news, text: str) -> dict[str, str]:
    return {mention.text: mention.concept for mention in news.tag(text)}


def test_multi_word_terms_and_offsets(news):
    text = "Café “Déjà-vu”: remote patient monitoring cuts hospital readmissions of people with type 2 diabetes"
    for mention in news.tag(text):
        assert text[mention.start : mention.end] == mention.text
    assert _words(news, text) == {
        "remote patient monitoring": "D000098465",
        "hospital readmissions": "D010359",
        "type 2 diabetes": "D003924",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The adoption of new solutions aids growth and will lead to a report in no time",
        "A hybrid environment with drive and power at the back of the industry",
        "a lead-free gold rush, an iron will and the arc of history",
        "the product life cycle and the server's response times",
        "Police seizures rose; the economy fell into depression",
        "iot and ai in small letters, ml of water, aids to navigation",
    ],
)
def test_everyday_words_are_no_concepts(news, text):
    assert news.tag(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an AI-powered scanner", ["AI"]),
        ("non-cancer causes", []),
        ("cancer-like growth", []),
        ("see example.com/cancer and cancer@example.com", []),
        ("the Dutch Cancer Society", []),
        ("GE Healthcare and NXP Semiconductors", []),
        ("is building Industry Clouds", []),
        ("work in France and in the United States", []),
        ("women and men, adults and children", []),
    ],
)
def test_context_decides(news, text, found):
    assert [mention.text for mention in news.tag(text)] == found


def test_the_longest_name_wins(news):
    assert _words(news, "new breast cancer treatments") == {"breast cancer": "D001943"}
    assert _words(news, "the COVID-19 vaccine arrived") == {"COVID-19 vaccine": "D000086663"}


def test_abbreviations_count_where_the_text_defines_them(news):
    assert _words(news, "RPM is 3000 per minute") == {}
    found = _words(news, "Remote patient monitoring (RPM) grows. Demand for RPM doubles.")
    assert found["RPM"] == "D000098465"


def test_an_abbreviation_that_stands_for_something_else_is_none(news):
    assert "AI" not in _words(news, "Amnesty International (AI) writes. AI demands answers.")


def test_what_a_text_is_about(news):
    mentions = news.tag("Telehealth grows\nMachine learning helps; one more word on blockchain.")
    central = {mention.text: mention.central for mention in mentions}
    assert central == {"Telehealth": True, "Machine learning": False, "blockchain": False}


def test_tagging_is_the_same_every_time(news):
    text = SEEDS[4].read_text(encoding="utf-8")
    assert news.tag(text) == news.tag(text)
    assert all(isinstance(mention, ConceptMention) for mention in news.tag(text))


def test_the_seeds_have_twenty_five_descriptors(news):
    found = {}
    for seed in SEEDS:
        text = seed.read_text(encoding="utf-8")
        if match := re.search(r'^title: "?(.*?)"?\nexcerpt: "(.*)"$', text, re.MULTILINE):
            text = f"{match[1]}\n{match[2]}"
        elif text.startswith("---"):
            text = text.split("\n---\n", 1)[1]
        for mention in news.tag(text):
            if mention.confidence >= 0.5:
                found.setdefault(mention.concept, set()).add(mention.text.lower())
    assert len(found) >= 25
    judged = {}
    path = ROOT / "tests" / "vocabularies" / "data" / "seeds_judged.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, concept, verdict = line.split("\t")
            judged[words, concept] = verdict
    for concept, texts in found.items():
        for words in texts:
            assert judged.get((words, concept)) == "right", (words, concept)


def test_azure_texts_judged_by_hand(news, shared):
    tarfile = pytest.importorskip("tarfile")
    judged: dict[str, dict[tuple[int, int, str], str]] = {}
    path = ROOT / "tests" / "vocabularies" / "data" / "azure_judged.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, start, end, _, concept, verdict = line.split("\t")
            judged.setdefault(name, {})[int(start), int(end), concept] = verdict
    assert len(judged) == 200
    right = wrong = 0
    seen = 0
    with tarfile.open(shared / "data" / "azure.tar.xz") as archive:
        for member in archive:
            known = judged.get(member.name.rpartition("/")[2])
            if known is None or not member.isfile():
                continue
            seen += 1
            for mention in news.tag(_headline_and_excerpt(archive.extractfile(member).read().decode())):
                if mention.confidence >= 0.5:
                    verdict = known.get((mention.start, mention.end, mention.concept))
                    right += verdict == "right"
                    wrong += verdict != "right"  # what nobody has judged counts as wrong
    assert seen == 200
    assert right / (right + wrong) >= 0.95
    assert right >= 300


def _headline_and_excerpt(text: str) -> str:
    import yaml

    front = text.split("\n---", 1)[0].split("\nrelated:", 1)[0].removeprefix("---\n")
    values = yaml.safe_load(front)
    return f"{values.get('title') or ''}\n{values.get('excerpt') or ''}"


def test_every_rule_has_its_reason():
    for name in ("news", "everywhere"):
        for section, rules in load_rules(name).table.items():
            if section in ("tagger", "confidence", "type"):
                continue
            for rule in rules if isinstance(rules, list) else [rules]:
                assert len(rule["reason"]) > 20, (name, section)


@pytest.mark.parametrize(
    ("text", "name", "span"),
    [
        ("the β-carotene  level", "beta carotene", (4, 14)),
        ("TNF-α.", "tnf alpha", (0, 5)),
        ("heart\n   failure", "heart failure", (0, 16)),
        ("soft\u00adware", "software", (0, 9)),
        ("Sjögren’s", "sjogren s", (0, 9)),
        ("ĲSSEL 5", "ijssel 5", (0, 7)),
    ],
)
def test_matches_are_told_in_the_texts_own_offsets(text, name, span):
    (hit,) = Matcher([name]).find(Folded(text))
    assert hit == (*span, 0)


def test_names_match_whole_words_only():
    assert Matcher(["art"]).find(Folded("artery, start, ART art.")) == [(15, 18, 0), (19, 22, 0)]
    assert Matcher(["heart lung"]).find(Folded("heart, lung")) == []


def test_variants():
    assert list(plural("diagnosis")) == ["diagnoses"]
    assert list(plural("allergy")) == ["allergies"]
    assert list(plural("virus")) == []
    assert "anaemia" in spellings("anemia")
    assert "tumor" in spellings("tumour")
    assert "renal failure" in swapped("kidney failure")
    assert turned("Kidney Failure, Acute") == "Acute Kidney Failure"
    assert fold_name(" --- ") == ""
