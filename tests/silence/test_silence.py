from kgraph.model import Claim, Extraction, Figure, Mention, Text
from kgraph.namespace import KG
from kgraph.silence import silent_sentences

TEXT = Text("Acme met Beta.", "Acme bought Gamma. Acme likes Paris. Acme and Beta danced. Beta held 5%, Gamma none.")


def mention(name: str, start: int, kind: str = "Company", weight: float = 2.0) -> Mention:
    return Mention(name, start, start + len(name), ((kind, weight),))


def mentions() -> tuple[Mention, ...]:
    found = []
    for name, kind in (("Acme", "Company"), ("Beta", "Company"), ("Gamma", "Product"), ("Paris", "Place")):
        at = TEXT.content.find(name)
        while at >= 0:
            found.append(mention(name, at, kind))
            at = TEXT.content.find(name, at + 1)
    return tuple(sorted(found))


def extraction() -> Extraction:
    start = TEXT.content.index("Acme bought")
    claim = Claim(0, KG.ACQUIRED, 1, start, start + 18, 0.9, "test")
    share = TEXT.content.index("Beta held")
    figure = Figure(KG.SHARE, 5, "percent", share, len(TEXT.content), 0.9, False)  # type: ignore[arg-type]
    return Extraction(mentions(), (claim,), (figure,))


def test_sentences_with_two_names_and_no_statement_are_listed() -> None:
    found = silent_sentences([("one", TEXT, extraction()), ("two", TEXT, extraction())])
    assert [(s.exact, s.names, s.articles) for s in found] == [
        ("Acme and Beta danced.", ("Acme", "Beta"), ("one", "two")),
        ("Acme met Beta.", ("Acme", "Beta"), ("one", "two")),
    ]
    assert all(TEXT.content[s.start : s.end] == s.exact for s in found)


def test_what_stands_in_most_articles_comes_first() -> None:
    other = Text("Acme saw Beta.")
    found = silent_sentences(
        [
            ("one", other, Extraction((mention("Acme", 0), mention("Beta", 9)))),
            ("two", TEXT, extraction()),
            ("three", TEXT, extraction()),
        ]
    )
    assert [len(s.articles) for s in found] == [2, 2, 1]


def test_only_known_names_with_evidence_count() -> None:
    text = Text("Acme saw Beta.")
    weak = Extraction((mention("Acme", 0), mention("Beta", 9, weight=0.1)))
    strong = Extraction((mention("Acme", 0), mention("Beta", 9)))
    assert silent_sentences([("one", text, weak)]) == []
    assert silent_sentences([("one", text, strong)], known={"acme"}) == []
    assert len(silent_sentences([("one", text, strong)], known={"acme", "beta"})) == 1


def test_two_names_of_one_thing_are_one() -> None:
    text = Text("Acme is Acme Labs.")
    short = Mention("Acme", 0, 4, (("Company", 2.0),), stands_for="Acme Labs")
    assert silent_sentences([("one", text, Extraction((short, mention("Acme Labs", 8))))]) == []


def test_nothing_gives_nothing() -> None:
    assert silent_sentences([]) == []
    assert silent_sentences([("one", Text(), Extraction())]) == []
