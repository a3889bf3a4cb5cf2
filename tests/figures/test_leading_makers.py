"""Who is called the largest of a field, and who does not count as such."""

import pytest

from kgraph.extractors.markets import competitors
from kgraph.model import Text


def players(words: str) -> dict[str, list[str]]:
    mentions, claims = competitors.extract(Text(body=words))
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(mentions[claim.object].name, []).append(mentions[claim.subject].name)
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orbixo is the top image sensor supplier to the phone industry.", {"image sensor": ["Orbixo"]}),
        ("Zelbo Services (ZS) is by far the most popular kiosk provider.", {"kiosk": ["Zelbo Services"]}),
        ("Zelbo Cloud is the leading kiosk hosting provider in China.", {"kiosk hosting": ["Zelbo Cloud"]}),
        ("The largest provider of kiosk hosting is Orbixo.", {"kiosk hosting": ["Orbixo"]}),
        ("Orbixo regained the top spot in smartphones.", {"smartphones": ["Orbixo"]}),
        ("Orbixo Group, still dominant in kiosk hosting with 28%, grew.", {"kiosk hosting": ["Orbixo Group"]}),
        ("Orbixo dominates the sleep kiosk segment, and Zelbo makes sensors.", {"sleep kiosk": ["Orbixo"]}),
        ("Orbixo, Zelbo and Acme lead the public cloud.", {"public cloud": ["Orbixo", "Zelbo", "Acme"]}),
        ("Orbixo, Zelbo and Acme remain the top three kiosk vendors.", {"kiosk": ["Orbixo", "Zelbo", "Acme"]}),
        ("The three largest vendors of kiosks, Orbixo and Zelbo among them, agree.", {"kiosks": ["Orbixo", "Zelbo"]}),
        ("Cloud computing: Orbixo is still the biggest player, but Zelbo grows.", {"Cloud computing": ["Orbixo"]}),
        ("Under pressure, cloud leader Orbixo launched a kiosk.", {"cloud": ["Orbixo"]}),
        ("Zelbo inched closer to Orbixo in the hybrid cloud market share.", {"hybrid cloud": ["Zelbo", "Orbixo"]}),
        ("Orbixo remains the leader in cloud infrastructure.", {"cloud infrastructure": ["Orbixo"]}),
        (
            "Orbixo is still number one in kiosk software, ahead of Zelbo and Acme.",
            {"kiosk software": ["Orbixo", "Zelbo", "Acme"]},
        ),
        ("Orbixo, the kiosk market leader, cut prices.", {"kiosk": ["Orbixo"]}),
        ("Zelbo, which is number two in kiosk software, cut prices.", {"kiosk software": ["Zelbo"]}),
        ("Orbixo is a distant fourth in the private cloud market.", {"private cloud": ["Orbixo"]}),
        ("Zelbo is the No. 2 kiosk hosting platform after Orbixo.", {"kiosk hosting": ["Zelbo"]}),
        ("Orbixo has long been the dominant player in edge computing.", {"edge computing": ["Orbixo"]}),
        (
            "Orbixo and Zelbo are the two biggest players in the kiosk software business.",
            {"kiosk software": ["Orbixo", "Zelbo"]},
        ),
        ("Leading kiosk providers such as Orbixo, Zelbo and Acme cut prices.", {"kiosk": ["Orbixo", "Zelbo", "Acme"]}),
        ("Top kiosk vendors Orbixo, Zelbo and Acme cut prices.", {"kiosk": ["Orbixo", "Zelbo", "Acme"]}),
        ("The three biggest kiosk providers (Orbixo, Zelbo and Acme) agree.", {"kiosk": ["Orbixo", "Zelbo", "Acme"]}),
        ("Last year Zelbo overtook Orbixo in kiosk software.", {"kiosk software": ["Zelbo", "Orbixo"]}),
        ("Zelbo trails only Orbixo in edge computing, says Gartner.", {"edge computing": ["Zelbo", "Orbixo"]}),
        ("Zelbo is closing the gap with Orbixo in the kiosk software market.", {"kiosk software": ["Zelbo", "Orbixo"]}),
        ("Top kiosk providers in 2021: Orbixo, Zelbo, and Acme", {"kiosk": ["Orbixo", "Zelbo", "Acme"]}),
        (
            "The top four kiosk hosting service providers were Orbixo (32%) and Zelbo (19%).",
            {"kiosk hosting service": ["Orbixo", "Zelbo"]},
        ),
    ],
)
def test_the_largest_of_a_field_compete_in_it(words: str, expected: dict[str, list[str]]) -> None:
    assert players(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Orbixo, the leading kiosk provider, today announced a tool.",
        "Orbixo is the leading provider of kiosks for banks.",
        "Orbixo is the largest company of the town.",
        "Jane Miller leads the kiosk segment at Orbixo.",
        "Orbixo and Zelbo lead the round.",
        "Orbixo took first place in China.",
        "Cloud security leader Jane Miller joined Orbixo.",
        "Orbixo is a leader in cloud infrastructure.",
        "Orbixo remains the leader in Ohio.",
        "Orbixo ranks second in our list.",
        "Orbixo works with kiosk providers such as Zelbo and Acme.",
        "Orbixo and Zelbo are players in the cloud.",
        "The company competes with Zelbo in cloud computing.",
        "Zelbo trails Orbixo in the courts.",
        "The top service providers were Orbixo and Zelbo.",
        "Backed by key cloud vendors, Orbixo and Zelbo grew.",
    ],
)
def test_who_only_praises_himself_is_no_largest(words: str) -> None:
    assert players(words) == {}
