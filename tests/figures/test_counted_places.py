"""Where a text counts: the place of its headline or of its words, for figures that name none themselves."""

import pytest

from kgraph.extractors.figures import market_figures
from kgraph.extractors.figures.counted_places import counted_place, only_place
from kgraph.model import Text
from kgraph.namespace import KG


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Brazil tablet shares, Q3 2024: Orbix stays in front", "Brazil"),
        ("Orbix outgrows every grocer in Norway as discounters gain", "Norway"),
        ("Europe’s Tablet Shipments Down 11% in Q3", "Europe"),
        ("Zelbo, Spain’s biggest supermarket, has fallen", "Spain"),
        ("Four vendors share four-fifths of the Mexican spend", "Mexico"),
        ("In Ireland, Zelbo's slice of the market shrank to 8%", "Ireland"),
        ("Zelbo is the No. 2 U.S. records vendor", "U.S."),
        ("Kenya's insurers slow down", "Kenya"),
        ("Poland's Orbix leads the forecast", ""),
        ("Indian vendor Zelbo took share", ""),
        ("Zelbo leads the global tablet market before Spain's", ""),
        ("Tablet sales in Spain and tablet sales in Italy rose", ""),
    ],
)
def test_the_one_place_in_which_words_count(words: str, place: str) -> None:
    assert counted_place(words) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Zelbo holds 14% and Orbix 7% after a slow year in Peru.", "Peru"),
        ("Zelbo holds 14% and Peru-based Orbix 7%.", ""),
        ("Zelbo holds 14% and Peru's Orbix 7%.", ""),
        ("Zelbo holds 14% in Peru and 7% in Chile.", ""),
    ],
)
def test_the_only_place_that_is_named(words: str, place: str) -> None:
    assert only_place(words) == place


def test_shares_of_a_text_are_of_its_place() -> None:
    text = Text(
        headline="Zelbo outgrows every grocer in Norway as discounters gain share",
        abstract="Counters show Zelbo with a market share of 7.65%, and Orbix at 9.9%. Kelvox now stands at 27.4%.",
    )
    found = {(str(f.value), f.region) for f in market_figures.extract(text) if f.measure == KG.SHARE}
    assert found == {("7.65", "Norway"), ("9.9", "Norway"), ("27.4", "Norway")}


def test_a_firm_of_a_place_holds_its_share_and_not_the_place() -> None:
    [share] = market_figures.extract(Text(abstract="China’s Zelbo supplied 46 GWh for a global market share of 35.0%."))
    assert (share.subject, share.region) == ("Zelbo", "Global")


def test_what_a_sentence_says_of_the_region_of_one_firm_holds_for_the_next() -> None:
    text = Text(
        abstract="Zelbo had 13% of global pump shipments in 2013. Orbix was next on 11%, ahead of Kelvox (9.8%)."
    )
    found = {(str(f.value), f.region, f.year) for f in market_figures.extract(text)}
    assert found == {("13", "Global", 2013), ("11", "Global", 2013), ("9.8", "Global", 2013)}


def test_a_headline_names_who_holds_a_share_and_not_the_share() -> None:
    text = Text(headline="Europe’s Tablet Shipments Down 11% in Q3 2023; Orbix Share at 24%")
    assert [(f.subject, f.region, f.year) for f in market_figures.extract(text)] == [("Orbix", "Europe", 2023)]
