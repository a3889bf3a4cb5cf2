"""Who stands where in the field that a text counts, and which field that is."""

import pytest

from kgraph.extractors.markets import competitors
from kgraph.model import Text

HEADLINE = "Kiosk shipments climb again"


FIRMS = {"O": "Orbixo", "Z": "Zelbo", "K": "Kranvo", "M": "Mirex", "W": "Zelbo Works"}


def named(letters: str) -> set[str]:
    return {FIRMS[letter] for letter in letters.split()}


def players(headline: str, words: str) -> set[tuple[str, str]]:
    mentions, claims = competitors.extract(Text(headline, words))
    return {(mentions[claim.subject].name, mentions[claim.object].name.lower()) for claim in claims}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orbixo stayed on top, ahead of Zelbo, which lost ground. Kranvo and Mirex followed.", "O Z K M"),
        ("Orbixo clung to its No. 1 position. Zelbo was second; Kranvo and Mirex came next.", "O Z K M"),
        ("Orbixo still leads, but Zelbo's share rose to 9.1%, while Kranvo ended the quarter on 8%.", "O Z K"),
        ("Gartner ranks Orbixo first, with Zelbo second and Kranvo third.", "O Z K"),
        ("Orbixo will remain the biggest brand, with Zelbo and Kranvo in second and third place.", "O Z K"),
        ("Orbixo lost its lead to Zelbo. Next came Kranvo and Mirex.", "O Z K M"),
        ("Orbixo sold 9 million units, Zelbo 4.1 million and Kranvo the rest.", "O Z K"),
        ("Orbixo, which makes its own cells in Spain and Italy, came to 16.2%.", "O"),
        ("Orbixo won a customer and now has 35.9% of them.", "O"),
        ("Orbixo (OTC:ORB) collected $925M for a share of almost 15%.", "O"),
        ("Zelbo Works, the kiosk unit of Acme Ltd., came third.", "W"),
        ("Orbixo and its new Mirex bands come second.", "O"),
        ("China's Orbixo overtook South Korea's Zelbo.", "O Z"),
    ],
)  # fmt: skip
def test_places_in_the_field_of_the_headline(words: str, expected: str) -> None:
    assert players(HEADLINE, words) == {(name, "kiosk") for name in named(expected)}


@pytest.mark.parametrize(
    "words",
    [
        "Gartner said 5% more were sold in Europe.",
        "China was first, Japan second.",
        "Orbixo was first to open a museum.",
        "Its Mirex was second to none.",
        "Demand in March stood at 5% of last year's.",
        "They ship on Monday, ahead of Christmas.",
    ],
)
def test_no_firms_place(words: str) -> None:
    assert players(HEADLINE, words) == set()


def test_places_are_told_only_of_a_field() -> None:
    assert players("Orbixo opens a museum", "Orbixo stayed on top. Zelbo came second with 9%.") == set()


@pytest.mark.parametrize(
    ("headline", "field"),
    [
        ("Global Kiosk Shipments Fall 11% in Q3", "kiosk"),
        ("Worldwide sleep kiosk sales sink again", "sleep kiosk"),
        ("Zelbo regains kiosk crown", "kiosk"),
        ("Europe’s kiosk deliveries down", "kiosk"),
        ("Gartner: Zelbo only fifth among kiosk makers in 2021", "kiosk"),
        ("Kiosks in 2019: a good year", "kiosks"),
        ("Fewer sold", "kiosks"),
    ],
)
def test_the_field_of_a_text(headline: str, field: str) -> None:
    words = "The newest study of kiosks in Europe is out. " if headline == "Fewer sold" else ""
    found = players(headline, f"{words}Orbixo came third with 9%.")
    assert ("Orbixo", field) in found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Besides Orbixo, the leading players in the kiosk market are Zelbo and Kranvo.", "O Z K"),
        ("In the kiosk market, Orbixo, Zelbo and Kranvo count among the major players.", "O Z K"),
        ("The study of the kiosk market looks at vendors such as Orbixo, Zelbo and Kranvo.", "O Z K"),
        ("Orbixo and Zelbo collectively accounted for more than half of the kiosk market in 2022.", "O Z"),
        ("Orbixo (Zelbo Group), Kranvo and Mirex dominate the kiosk market.", "O K M"),
        ("Orbixo and Zelbo were the market leaders in the kiosk market.", "O Z"),
        ("It names Orbixo, Zelbo and Kranvo among the leaders of the kiosk market.", "O Z K"),
        ("Orbixo, one of the world's largest makers of kiosks, has doubled output.", "O"),
        ("Orbixo and Zelbo make two thirds of kiosk software.", "O Z"),
    ],
)
def test_players_in_further_words(words: str, expected: str) -> None:
    assert {name for name, _ in players("", words)} == named(expected)


@pytest.mark.parametrize(
    "words",
    [
        "Orbixo, the world's largest maker of kiosks, today announced a museum.",
        "Zelbo and Orbixo lost market share.",
    ],
)
def test_who_is_no_player(words: str) -> None:
    assert players("", words) == set()


def test_a_market_keeps_its_short_name() -> None:
    text = Text("Kiosk Rental Platform Market to grow", "KRPs left the museum. Key players: Orbixo, Zelbo and Kranvo.")
    mentions, _ = competitors.extract(text)
    assert [(m.name, m.stands_for) for m in mentions if m.stands_for] == [("KRP", "Kiosk Rental Platform")]
