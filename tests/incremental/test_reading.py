"""What is read for a small change: a few texts by two processes, from few names, and none that is not touched."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph import deriving, language, renewing, stages, tasks, updating, workers
from kgraph.cache import Cache
from kgraph.extractors.concepts.tagging import concepts_tagger
from kgraph.lexicon import Declared
from kgraph.model import Text
from kgraph.options import Options
from kgraph.packing import unpack
from kgraph.rebuilding import rebuild
from kgraph.vocabularies import default_mesh
from kgraph.workers import Pool

TEXTS = [
    Text("Contoso acquires Fabrikam", "The company, based in Berlin, said on Monday that the deal is closed.", ""),
    Text("Northwind Health partners with Microsoft", "", "Its chief executive, Jane Roe, said so."),
    Text("A day in the sun", "Nothing is said of anybody.", ""),
]
NOBODY = Declared(())
RULES = Options(model="rules", workers=0)


@pytest.fixture
def ready() -> Iterator[Pool]:
    """Processes of which one begins to load the language model."""
    with Pool(2) as pool:
        pool.make_ready(language.READ_TEXTS, (language.identify()[0],))
        yield pool


def test_two_processes_read_as_one_does(ready: Pool) -> None:
    with Pool(0) as alone:
        expected = stages.read_words(TEXTS, NOBODY, None, Cache(), alone, lambda *_: None)()
    heard: list[tuple[int, int]] = []
    assert ready.is_ready_for(language.READ_TEXTS)
    assert stages.read_words(TEXTS, NOBODY, None, Cache(), ready, lambda *at: heard.append(at))() == expected
    assert ready.is_ready_for(stages.EXTRACT_READ)
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.skipif(sys.platform != "linux", reason="there is no safe fork elsewhere")
@pytest.mark.parametrize(("where", "name"), [(language, "read_texts"), (tasks, "extract_read")])
def test_a_text_that_kills_one_of_two_processes_is_named(
    where: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = getattr(where, name)

    def deadly(*given: object) -> object:
        texts = [each if isinstance(each, Text) else each[0] for each in given[0 if name != "read_texts" else 1]]  # type: ignore[index,attr-defined]
        if any("sun" in text.headline for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        return kept(*given)

    monkeypatch.setattr(where, name, deadly)
    monkeypatch.setattr(workers, "can_fork", lambda: True)  # only a fork knows what was patched here
    with Pool(2) as pool:
        pool.make_ready(language.READ_TEXTS, ("rules",))
        said, unread = stages.read_words(TEXTS, NOBODY, "rules", Cache(), pool, lambda *_: None)()
    assert list(unread) == [TEXTS[2]]
    assert "SIGKILL" in unread[TEXTS[2]]
    assert said[0].mentions
    assert said[0].claims


def test_names_from_shelves_are_those_of_the_whole_vocabulary() -> None:
    contents = [
        "Heart attack patients with type 2 diabetes mellitus are seen by telemedicine, and asthma is not.",
        "Machine learning finds breast cancer in mammography; influenza vaccines came late to New York.",
        "",
    ]
    tagger = concepts_tagger(default_mesh())
    names = unpack(tasks.tabulate_names([""])[0])
    for some in (contents, contents[:1], contents[1:]):
        found = [unpack(each) for each in tasks.tag_contents(names, some)]
        assert found == [tagger.tag(content) for content in some]
    assert tagger.tag(contents[0])


def corpus(folder: Path) -> None:
    """Documents that mention names, of which three claim something."""
    folder.mkdir()
    for number in range(12):
        text = f"Contoso number {number} is in the news." if number > 2 else "Contoso acquires Fabrikam."
        lines = [f"title: 'Day {number} at Contoso'", f"excerpt: '{text}'", f"webUrl: https://news.example/{number}"]
        (folder / f"{number}.md").write_text("---\n" + "\n".join(lines) + "\n---\n")


def test_no_text_is_read_that_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path / "news")
    rebuild([tmp_path / "news"], tmp_path / "out", RULES)
    asked: list[set[str]] = []
    plain = stages.read_words

    def read_words(texts: list[Text], *rest: object) -> object:
        asked.append({text.headline for text in texts})
        return plain(texts, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(deriving.stages, "read_words", read_words)
    nine = tmp_path / "news/9.md"
    nine.write_text(nine.read_text().replace("Day 9", "The ninth day"))
    outcome = rebuild([tmp_path / "news"], tmp_path / "out", RULES)
    claiming = {f"Day {number} at Contoso" for number in range(3)}
    assert asked[0] == {"The ninth day at Contoso", *claiming}
    anew = rebuild([tmp_path / "news"], tmp_path / "anew", RULES)
    assert outcome.manifest["artefacts"] == anew.manifest["artefacts"]


def test_a_cache_that_has_outgrown_its_build_is_tidied_by_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(tmp_path / "news")
    rebuild([tmp_path / "news"], tmp_path / "out", RULES)
    updated: list[bool] = []
    plain = updating.update
    monkeypatch.setattr(updating, "update", lambda *given: updated.append(True) or plain(*given))
    for number, spare in enumerate((1 << 26, -(1 << 40))):
        monkeypatch.setattr(renewing, "_SPARE", spare)
        (tmp_path / f"news/new{number}.md").write_text(
            f"---\ntitle: New {number}\nwebUrl: https://a.org/{number}\n---\n"
        )
        assert rebuild([tmp_path / "news"], tmp_path / "out", RULES).is_new
    assert len(updated) == 1
