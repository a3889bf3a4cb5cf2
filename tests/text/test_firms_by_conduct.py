"""Firms that look like products or ordinary words, and act as firms do."""

from kgraph.model import Text
from tests.text.reading import model, resolved, things


def found(headline: str, text: str = "") -> set[tuple[str, str]]:
    return things(resolved(Text(headline, text), language=model()))


def test_who_announces_behind_a_firms_noun_without_an_article_is_a_firm():
    title = "Zelbogic360 Now Available in the Microsoft Azure Marketplace"
    text = "Zelbogic360, data backup and archiving {}, today announced the availability of Sorvix9 in the marketplace."
    assert ("Company", "Zelbogic360") in found(title, text.format("specialist"))
    assert ("Company", "Zelbogic360") not in found(title, text.format("suite"))


def test_what_stands_at_the_beginning_of_a_sentence_is_what_the_firm_behind_it_is():
    text = "Leading video delivery {}, Zelbix, announces today a deal that lasts five years."
    assert ("Company", "Zelbix") in found("Zelbix prefers the cloud", text.format("platform"))
    text = "Its leading video delivery platform, Zelbix, was released today."
    assert ("Company", "Zelbix") not in found("Zelbix prefers the cloud", text)


def test_the_worlds_leading_provider_is_a_firm():
    text = "Zelb4Q, World's leading Cloud Managed Services Provider, has grown."
    assert ("Company", "Zelb4Q") in found("", text)
    assert ("Company", "Zelb4Q") not in found("", "Zelb4Q, World's leading Cloud Managed Media Player, has grown.")
