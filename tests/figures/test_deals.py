"""Who is bought for a sum: told of the buyer, of the seller, of the bought, before the sum or behind it."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.model import Text
from kgraph.namespace import KG


def prices(words: str) -> set[tuple[str, str]]:
    found = market_figures.extract(Text("Orbix and the rest", words))
    return {(str(f.value // 1_000_000), f.subject) for f in found if f.measure == KG.PRICE}


@pytest.mark.parametrize(
    ("words", "bought"),
    [
        ("Tarn Corp will pay about $490 million in cash for Orbix Medical, or $80 per share.", "Orbix Medical"),
        ("Tarn Corp shells out $490 million for Orbix Medical", "Orbix Medical"),
        ("Tarn Corp offered $15 a share, or $490 million, to buy Orbix Medical.", "Orbix Medical"),
        ("Tarn Corp to buy Orbix Medical in $490 million deal", "Orbix Medical"),
        ("Tarn Corp will merge with Orbix Medical in a $490 million deal.", "Orbix Medical"),
        ("Tarn Corp closed its $490 million Orbix Medical acquisition in May.", "Orbix Medical"),
        ("Tarn Corp's $490 million bid for Orbix Medical won over shareholders.", "Orbix Medical"),
        ("Tarn Corp to take Orbix Medical private for $490 million", "Orbix Medical"),
        ("Orbix Medical sold to Tarn Corp for $490 million", "Orbix Medical"),
        ("Orbix Medical was acquired by Tarn Corp for $490 million.", "Orbix Medical"),
        ("Velora is selling Orbix Medical to Tarn Corp for $490 million.", "Orbix Medical"),
        ("Velora is selling its kidney unit to Tarn Corp for $490 million.", ""),
    ],
)
def test_who_is_bought(words: str, bought: str) -> None:
    assert prices(words) == {("490", bought)}


@pytest.mark.parametrize(
    "words",
    [
        "Tarn Corp to sell scanners in $490 million industry.",
        "Tarn Corp sold $490 million of bonds.",
        "Tarn Corp spent $490 million on marketing.",
        "Tarn Corp bought a 5% stake in Orbix Medical for $490 million.",
    ],
)
def test_what_is_no_takeover(words: str) -> None:
    assert prices(words) == set()
