from kgraph.extractors.sentences import LONGEST, sentences
from kgraph.model import Text


def cut(text: Text) -> list[str]:
    return [text.content[s.start : s.end] for s in sentences(text)]


def test_abbreviations_and_numbers_do_not_end_a_sentence() -> None:
    text = Text(
        abstract="Acme Inc. Europe grew 1.5 times in the U.S. Market data by Dr. Low show it. It paid $2.5 million."
    )
    assert cut(text)[-1] == "It paid $2.5 million."
    assert len(cut(text)) == 2


def test_a_bracket_in_a_list_goes_on_with_the_sentence() -> None:
    assert len(cut(Text(abstract="Key players are Zelbo N.V. (Netherlands), Orbix plc. (Ireland), and Quell."))) == 1
    assert len(cut(Text(abstract="Zelbo bought Orbix N.V. (It paid in cash.) Quell did not."))) > 1


def test_a_line_is_never_joined_with_the_next_but_in_a_table() -> None:
    text = Text("Headline", "Abstract", "One\nTwo |\n3 |")
    assert cut(text) == ["Headline", "Abstract", "One", "Two |\n3 |"]


def test_rows_that_a_scraper_broke_are_put_together_by_the_number_of_bars() -> None:
    body = (
        "Item | Details |\n---|---|\nSegments |\nBy Types\nBy User\n|\nSize |\nUSD 5 Million |\n| Year | 2024 | x\nEnd."
    )
    rows = cut(Text(body=body))
    assert "Segments |\nBy Types\nBy User\n|" in rows
    assert "Size |\nUSD 5 Million |" in rows
    assert rows[-1] == "End."


def test_every_sentence_is_bounded_and_nothing_is_lost() -> None:
    text = Text(body="word " * 2000 + "x" * 5000)
    spans = sentences(text)
    assert all(s.end - s.start <= LONGEST for s in spans)
    assert "".join(cut(text)).replace(" ", "") == text.content.replace(" ", "")


def test_the_last_sentence_of_each_part_is_marked() -> None:
    spans = sentences(Text("One thing. Two things.", "Three things. Four things."))
    assert [s.is_last for s in spans] == [False, True, False, True]
    assert [s.part for s in spans] == [0, 0, 1, 1]


def test_no_text_no_sentences() -> None:
    assert sentences(Text()) == []
