import pytest

from kgraph.extractors.figures.sentence_heads import company_at_head


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Liberty Lake-based Itron Inc. earned $65 million.", "Itron Inc."),
        ("Orvexa's quarterly profit climbs to $65 million", "Orvexa"),
        ("In the third quarter, Orvexa Health posted a loss.", "Orvexa Health"),
        ("Shares of Orvexa Inc fell.", "Orvexa Inc"),
        ("Orvexa Inc said sales rose.", "Orvexa Inc"),
        ("Anna Bell said sales rose.", ""),
        ("Demand rose in May.", ""),
        ("Revenue edged up.", ""),
        ("Germany leads the field.", ""),
        ("", ""),
    ],
)
def test_the_company_that_a_sentence_begins_with(words: str, name: str) -> None:
    assert company_at_head(words) == name
