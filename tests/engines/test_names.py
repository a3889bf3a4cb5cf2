"""Which names are one is decided alike in memory and by set operations, whatever joins them."""

import random
from pathlib import Path

import pytest

from kgraph.building import build
from kgraph.engines import components, outputs
from kgraph.exporters import nquads
from kgraph.options import Options
from kgraph.resolution import decisions, pairs
from kgraph.resolution.record import Record
from tests.engines.driver import digest
from tests.engines.runs import needs_duckdb

SYLLABLES = "bel cor dan gen hol jor kel lum mar nor pra quen ros sol tan ver wen xel zan".split()
DECIDED = {
    "same": [["Zorbelka", "Quensolta"]],
    "different": [["Hyperledgeron Biolabs", "Hyperledgerom Biolabs"], ["Metaswirl", "Metaswirl Networks"]],
    "alias": {"Big Bluebell": "Marnorpra"},
    "type": {"Terrawen": "Product"},
}


def corpus(folder: Path) -> Path:
    """Articles in which names vary in every way that a rule knows, and in some that none does."""
    chance = random.Random(11)
    folder.mkdir()
    made = ["".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize() for _ in range(60)]
    stems = [f"Hyperledger{made[0].lower()}{letter}" for letter in "abcdefgh"]  # one block, larger than it may be
    firms = [*made, *stems, "Zorbelka", "Quensolta", "Big Bluebell", "Marnorpra", "Metaswirl", "Metaswirl Networks"]
    firms += [f"{name} Networks" for name in made[:9]] + [f"{made[1]} Labs", f"{made[1]} Systems"]
    firms += ["Hyperledgeron Biolabs", "Hyperledgerom Biolabs", "Hyperlodgerim Biolabs", "Amazon.com", "Terrawen"]
    for number in range(150):
        one, other = chance.choice(firms), chance.choice(firms)
        product = f"{chance.choice(made)} {chance.choice(['Explorer Suite', 'Data-Hub', 'Data Hub', 'Cloudberrie'])}"
        product = f"{chance.choice((one + ' ', '', ''))}{product}{chance.choice(('', '', 's', ' 2', ' 3'))}"
        text = f"{one} {chance.choice(('Inc.', 'Corp.', 'GmbH'))} launches the {product} platform with {other} Ltd."
        text += (
            f" {made[2]} Health ({made[2][:2].upper()}H) partners with {made[2][:2].upper()}H and Dell Technologies."
        )
        lines = [
            "---",
            f"title: {one} and {other} news {number}",
            f"excerpt: '{text}'",
            f"webUrl: https://x.org/{number}",
        ]
        if number % 9 == 0:
            lines += ["relatedOfferings:", f"  - name: {product}", f"    company: {one}"]
        (folder / f"{number:03}.md").write_text("\n".join([*lines, "---", ""]))
    return folder


@needs_duckdb
@pytest.mark.parametrize("most", [3, pairs.MAX_BLOCK])
def test_tables_and_memory_agree(
    most: int, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "MAX_BLOCK", most)
    monkeypatch.setattr(components, "IN_MEMORY", 0 if most == 3 else components.IN_MEMORY)
    folder = corpus(tmp_path / "news")
    options = Options(workers=1, model="rules", min_confidence=0.2, decisions=decisions.parse(DECIDED))
    graph, expected = build([folder], options)
    (tmp_path / "memory" / "nquads").mkdir(parents=True)
    nquads.write(graph, tmp_path / "memory" / "nquads")
    _, found = outputs.build([folder], tmp_path / "tables", "local", options, outputs.Scale(split_size=40))
    assert found.resolution == expected.resolution
    assert found.problems == expected.problems
    assert digest(tmp_path / "tables") == digest(tmp_path / "memory")
    record = Record(tuple(map(tuple, expected.resolution["merges"])), ())
    reasons = " ".join(reason for *_, reason in record.merges)
    for rule in ("same", "alias", "shipped lists", "maker", "fuller one", "hyphens", "plural", "alike", "stands for"):
        assert rule in reasons, rule
    assert expected.resolution["doubtful"]
