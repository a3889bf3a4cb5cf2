"""Firms that look like products or ordinary words, and act as firms do."""

from kgraph.model import Text
from tests.text.reading import model, read, resolved, things


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


def test_two_ordinary_words_that_begin_a_headline_and_do_something_are_a_firm():
    assert ("Company", "Stellar Orchard") in found("Stellar Orchard Debuts Zelbrix Detection App", "It is easy.")
    for title in ("Truck Driver Introduces Zelbrix App", "Stellar Orchard Debuts in May with Zelbrix"):
        assert not {name for kind, name in found(title, "It is easy.") if kind == "Company"} & {
            "Truck Driver",
            "Stellar Orchard",
        }


def test_ordinary_words_are_a_firm_by_what_they_have_done():
    text = "Data Orchard has {} with Zelbrix to move programs."
    title = "Data Orchard brings a council onto the cloud"
    assert ("Company", "Data Orchard") in found(title, text.format("teamed up"))
    assert ("Company", "Data Orchard") not in found(title, text.format("nothing to do"))


def test_a_headline_gives_a_firms_name_without_its_legal_form():
    title = "Cyber Security Harbor Fights Zelbrix"
    text = "{} has nothing more to say of Zelbrix."
    first = [read(Text(title, text.format(name)), language=model())[0].mentions[0] for name in (FULL, "It")]
    assert [each.name for each in first] == ["Cyber Security Harbor", "Zelbrix"]


FULL = "Cyber Security Harbor, Inc."


def test_an_ordinary_word_that_begins_a_headline_and_does_something_is_a_firm_unless_the_text_writes_it_small():
    title = "Orchard Releases Zelbrix for Small Studios"
    assert ("Company", "Orchard") in found(title, "For studios that avoid costs, it is easy.")
    assert ("Company", "Orchard") not in found(title, "For studios that avoid costs, the orchard is easy.")


def test_a_plural_is_a_firm_where_a_firms_noun_explains_it():
    title = "Choices Achieves Azure Partner Status"
    text = "Choices, the leading {} of tests, has been named a partner. It pleases Choices."
    assert ("Company", "Choices") in found(title, text.format("provider"))
    assert ("Company", "Choices") not in found(title, text.format("outcome"))


def test_what_is_launched_is_a_product_though_it_looks_like_a_web_address():
    assert ("Product", "ZXQnow.io") in found("Zelbix Launches ZXQnow.io", "ZXQnow.io is here.")
    assert ("Product", "ZXQnow.io") not in found("Zelbix Hires from ZXQnow.io", "ZXQnow.io is here.")


def test_a_plural_with_a_verb_in_the_singular_is_a_firm():
    assert ("Company", "Harbor Bridges") in found("Harbor Bridges Launches Zelbrix", "It is easy.")
    assert ("Company", "Harbor Bridges") not in found("Harbor Bridges Launch Zelbrix", "It is easy.")


def test_who_writes_works_for_the_firm_behind_his_title():
    text = "By Jane Miller, {}, ZELBIX - The economy is changing what firms do."
    assert weight("ZELBIX", text.format("Architecture Services Director")) > 2
    assert weight("ZELBIX", text.format("Green Valley")) < 2


def test_who_has_subsidiaries_is_a_firm():
    assert weight("Zelbaton", "Games are run by Zelbaton and its subsidiary companies.") > 3
    assert weight("Zelbaton", "Games are run by Zelbaton and its many add-ons.") < 3


def test_a_known_firms_name_may_go_on_as_that_of_a_group():
    assert ("Company", "Siemens Zelbo Groupe") in found("", "In May Siemens Zelbo Groupe chose a new office in Paris.")
    assert ("Company", "Siemens International") in found("", "In May Siemens International chose an office in Paris.")
    assert ("Company", "Siemens Zelbo Monitor") not in found("", "In May Siemens Zelbo Monitor was sold in Paris.")


def test_a_command_line_utility_is_a_product_and_a_water_utility_is_not():
    assert ("Product", "ZelbIngest") in found("", "ZelbIngest is a command-line utility for large volumes of data.")
    assert ("Product", "ZelbIngest") not in found("", "ZelbIngest is a water utility for large towns.")


def weight(name: str, text: str) -> float:
    mentions = read(Text("", text), language=model())[0].mentions
    return next(mention.weight("Company") for mention in mentions if mention.name == name)
