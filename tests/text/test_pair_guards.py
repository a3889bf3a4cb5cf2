"""A platform's name before what is one of its many things joins nothing with the platform itself."""

import pytest

from kgraph.namespace import KG, SCHEMA
from tests.text.reading import read


def joined(text: str) -> set[tuple[str, str]]:
    (extraction,) = read(text)
    names = [mention.name for mention in extraction.mentions]
    return {
        (names[c.subject], names[c.object])
        for c in extraction.claims
        if c.predicate in (KG.INTEGRATES_WITH, SCHEMA.HAS_PART)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Azure Backup now supports Azure file shares.",
        "The Azure CLI adds support for Azure virtual machines.",
        "Orbix Studio is a feature of Azure managed disks.",
    ],
)
def test_only_whose_it_is(text):
    assert not joined(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Orbix Studio now supports Azure virtual machines.", ("Orbix Studio", "Azure")),
        ("Azure Backup now supports Azure Files.", ("Azure Backup", "Azure Files")),
        ("Orbix Studio is a feature of Azure.", ("Azure", "Orbix Studio")),
    ],
)
def test_the_platform_itself(text, said):
    assert said in joined(text)


def test_a_firm_by_another_of_its_names_owns_what_its_own_name_says():
    (extraction,) = read("Lilly could not make enough of its drug Zepbound.")
    names = [mention.name for mention in extraction.mentions]
    assert ("Zepbound", "Lilly") in {
        (names[c.subject], names[c.object]) for c in extraction.claims if c.predicate == SCHEMA.MANUFACTURER
    }
