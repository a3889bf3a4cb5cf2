"""Texts that nobody wrote for us: bounded time, no crash, little found."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Text
from tests.text.reading import model, read, resolved, things

SECONDS = 30
"""For a megabyte on a slow machine that does other things as well; a quadratic step takes hours."""

MEBIBYTES = 1024
"""More than before, for a megabyte: the model sees only its first hundred thousand characters."""

HOSTILE = {
    "one line": "Acme Corp launched Orbix platform with Microsoft Azure and " * 8_000,
    "a megabyte in one line": "acme corp launched a platform and more of it " * 22_000,
    "one word": "A" * 1_000_000,
    "names": ", ".join(f"Zorb{number} Corp" for number in range(10_000)) + " launched it.",
    "one name": "Azure " * 60_000,
    "commas": "Microsoft , " * 30_000,
    "open brackets": "Acme ( " * 50_000,
    "of of": "Department of " * 30_000,
    "its": "Microsoft its " * 20_000,
    "stops": "A. " * 50_000,
    "quotes": '"' * 200_000,
    "right to left": "\u202eMicrosoft\u202c launched \u200bAzure\u200b مرحبا שלום " * 2_000,
    "emoji": "🚀 Microsoft 😀 launched Azure 🎉 " * 2_000,
    "entities": "Microsoft &amp; Google&#39;s Azure &nbsp; launched " * 2_000,
    "private use": "\ue000\ue100 Microsoft launched Azure \ue005\ue101 " * 2_000,
    "surrogates": "\ud800 Microsoft \udfff" * 1_000,
    "nul": "\x00Microsoft\x00 acquired\x00 Orbixo" * 1_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_bounded_time(kind):
    text = HOSTILE[kind]
    begin = time.process_time()
    (extraction,) = read(text)
    assert time.process_time() - begin < SECONDS
    for mention in extraction.mentions[:1000]:
        assert 0 <= mention.start < mention.end <= len(text)


TAILS = ("", " for", " Linux/ARM64", " and", " of", " (", " its", " Zelbo's", ",", " \u2013", " A.")


def test_a_text_may_end_anywhere() -> None:
    """Feeds cut texts off; whatever stands last, nothing looks for what comes after it."""
    items = json.loads((Path(__file__).parent.parent / "gold" / "news.sample.json").read_text(encoding="utf-8"))
    for number, item in enumerate(items):
        words = f"{item['title']}\n{item['excerpt']}".split(" ")
        begun = [" ".join(words[:end]) for end in range(1 + number % 6, len(words) + 1, 6)]
        cut = [Text(abstract=begin + tail) for begin in begun for tail in TAILS]
        assert len(read(*cut)) == len(cut)


@pytest.mark.parametrize("said", ["teamed up", "signed a partnership", "launched Orbix", "bought Orbixo Inc."])
@pytest.mark.parametrize("tail", ["On Monday it", "Now it", "It", "Its", "The company", "The", "Later they", "uses it"])
def test_a_sentence_may_end_where_it_names_somebody_again(said: str, tail: str) -> None:
    assert len(read(f"Philips and Microsoft {said}. {tail}", f"Philips {said} with Microsoft. {tail}")) == 2


@pytest.mark.long
@pytest.mark.parametrize("kind", ["a megabyte in one line", "one line", "names"])
def test_bounded_time_and_memory_with_the_language_model(kind):
    resource = pytest.importorskip("resource")  # not on Windows
    language = model()
    read("Acme Corp. launched Orbix.", language=language)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    read(HOSTILE[kind], language=language)
    assert time.process_time() - begin < 2 * SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEBIBYTES * 1024


def test_ten_thousand_names_resolve_in_bounded_time():
    begin = time.process_time()
    resolution = resolved(HOSTILE["names"])
    assert time.process_time() - begin < SECONDS
    assert len(resolution.things) >= 9_000


def test_german_text_gives_few_things_and_no_crash():
    text = (
        "Die Siemens Healthineers AG hat am Mittwoch in Erlangen einen neuen Computertomographen vorgestellt. "
        "Der Vorstand zeigte sich zufrieden mit dem Ergebnis des Quartals. Krankenhäuser in Deutschland sollen "
        "davon profitieren, sagte ein Sprecher des Unternehmens am Rande der Messe."
    )
    found = things(resolved(text, least=0.6, language=model()))
    assert ("Company", "Siemens Healthineers") in found
    assert len(found) <= 5


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    (extraction,) = read(Text(text[:100], text[100:]))
    assert all(0 <= claim.start <= claim.end for claim in extraction.claims)


@given(
    st.lists(
        st.sampled_from(
            "Microsoft Azure AI # ® 's - . , ( ) 365 Inc launched its of for the & Jane Miller GE 2".split()
        ),
        max_size=40,
    )
)
def test_any_mixture_of_names_and_signs_can_be_read_and_resolved(words):
    resolved(" ".join(words), least=0.0)
