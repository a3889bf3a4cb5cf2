"""Where names begin and end: a text with the name that it must give, and another with what must stand there instead."""
# ruff: noqa: E501

import pytest

from kgraph.model import Text
from tests.text.reading import read

WAYS = [
    ("what powers it ends its name", "They sell Managed Virtual Zelbo Powered by Acme.", "Managed Virtual Zelbo", "They sell Zelbo Powered Mesh by Acme.", "Zelbo Powered Mesh"),
    ("a verb of a title ends a name", "ZelboPro Delivers an interface for teams that look for areas of need.", "ZelboPro", "They call Zelbo Controls a leader.", "Zelbo Controls"),
    ("a modal verb ends a name", "Zelbo Process Planner Can be bought here.", "Zelbo Process Planner", "Zelbo Process Can opened.", "Zelbo Process Can"),
    ("a legal form that needs no stop", "They will acquire the Swiss firm Zelbo AG.", "Zelbo AG", "They will acquire the firm Zelbo Inc.", "Zelbo Inc."),
]


@pytest.mark.parametrize(("text", "name"), [each[1:3] for each in WAYS] + [each[3:] for each in WAYS])
def test_a_name_ends_where_it_should(text: str, name: str) -> None:
    headline, _, abstract = text.rpartition(" || ")
    [extraction] = read(Text(headline, abstract))
    assert name in {mention.name for mention in extraction.mentions}
