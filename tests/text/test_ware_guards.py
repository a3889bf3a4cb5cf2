"""Nobody makes or launches an office, an event, part of a word, or what is known to be another firm's."""

import pytest

from kgraph.namespace import KG, SCHEMA
from tests.text.reading import read


def told(text: str) -> set[tuple[str, str]]:
    (extraction,) = read(text)
    names = [mention.name for mention in extraction.mentions]
    makes = {(names[c.object], names[c.subject]) for c in extraction.claims if c.predicate == SCHEMA.MANUFACTURER}
    return makes | {(names[c.subject], names[c.object]) for c in extraction.claims if c.predicate == KG.LAUNCHED}


@pytest.mark.parametrize(
    "text",
    [
        "Nurses read Acme Corp.'s Orbix Research Report in May.",
        "Acme Corp.'s Innovation Center in Potsdam has a new head.",
        "Acme Corp. has sold its Orbix unit to a rival.",
        "Acme Corp. won its Orbix contract in May.",
        "Acme Corp. launches Office 365 training for nurses.",
        "Acme Corp. has released a Microsoft 365 detection tool.",
        "The FDA has its Orbix scanner in use.",
        "Acme Corp. trails its rival Orbix Studio.",
    ],
)
def test_no_ware(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Acme Corp. sells its Orbix Studio platform.", ("Acme Corp", "Orbix Studio")),
        ("Orbix Studio-maker Acme Corp. grew by 5%.", ("Acme Corp", "Orbix Studio")),
        ("Microsoft's Azure-based Orbix Studio system is fast.", ("Microsoft", "Orbix Studio")),
        ("Acme Corp. is about to open Orbix Store, a marketplace for apps.", ("Acme Corp", "Orbix Store")),
        ("Acme Corp. has kicked off the public preview of Orbix Studio.", ("Acme Corp", "Orbix Studio")),
        ("Acme Corp. announces the launch and availability of Orbix Studio.", ("Acme Corp", "Orbix Studio")),
        ("After a deal with Zelbo Inc., Acme Corp. improved its Orbix Studio app.", ("Acme Corp", "Orbix Studio")),
    ],
)
def test_ware(text, said):
    assert said in {(maker.rstrip("."), ware) for maker, ware in told(text)}
