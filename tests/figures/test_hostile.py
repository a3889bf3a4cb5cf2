"""Bounded time on text that nobody writes. Each of the long ones takes seconds, so most are short here."""

import time

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.extractors.markets import competitors
from kgraph.extractors.markets.listed_names import LONGEST_LIST
from kgraph.model import Text

SENTENCE = (
    "The global smart healthcare market was valued at USD 1.26 Billion in 2022 and is expected "
    "to reach USD 26.24 Billion by 2032, at a CAGR of 17.3%. "
)
PIECES = {
    "blanks": " ",
    "letters": "a",
    "digits": "1",
    "commas": "Acme, ",
    "money": "$1 ",
    "percentages": "5% and ",
    "market": "market ",
    "for": "the market for ",
    "of": "market of the ",
    "years": "2020-2027 ",
    "bars": "| a ",
    "open rows": "a |\n",
    "lines": "\n",
    "stops": ". A",
    "brackets": "(a ",
    "cues": "raises $5 million ",
    "shares": "share of 5% ",
    "players": "leading major top key players ",
    "possessives": "Acme's ",
    "dashes": "x — ",
    "emoji": "🚀",
    "zero width": "\u200b",
    "right to left": "\u202eשלום 5% ",
    "spent": "companies spent ",
    "becomes": "x will be a ",
    "compared": "compared to 5% ",
}


@pytest.mark.parametrize("name", PIECES)
def test_a_line_of_repeated_words_takes_bounded_time(name: str) -> None:
    text = Text(body=PIECES[name] * (60_000 // len(PIECES[name])))
    start = time.process_time()
    found = market_figures.extract(text)
    competitors.extract(text, found)
    assert time.process_time() - start < 4


@pytest.mark.parametrize("piece", [SENTENCE, "Key players are " + "Acme Inc., " * 100, "x" * 1000])
def test_a_megabyte_in_one_line(piece: str) -> None:
    text = Text(body=piece * (1_000_000 // len(piece)))
    start = time.process_time()
    found = market_figures.extract(text)
    competitors.extract(text, found)
    assert time.process_time() - start < 25


def test_ten_thousand_names_in_a_sentence() -> None:
    names = ", ".join(f"Acme{i} Labs" for i in range(10_000))
    mentions, claims = competitors.extract(Text(body=f"Key players in the pump market are {names}."))
    assert len(claims) <= LONGEST_LIST
    assert len(mentions) <= LONGEST_LIST + 10


@pytest.mark.parametrize(
    "words",
    [
        "Der weltweite Markt für Röntgengeräte wird bis 2030 auf 5,4 Milliarden Euro wachsen.",
        "The \u202emarket\u202c was \ufeffworth \u200b$5\u200b billion in 2020.",
        "The market size &amp; share was &#36;5 billion.",
        "\x00\x01 $5 billion \ud83d market",
    ],
)
def test_odd_characters_do_no_harm(words: str) -> None:
    text = Text(abstract=words)
    for figure in market_figures.extract(text):
        assert 0 <= figure.start < figure.end <= len(words)
    competitors.extract(text)
