import random
import time
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import stories
from kgraph.model import Text
from kgraph.namespace import KG

DAY = datetime(2021, 1, 19, 13, tzinfo=UTC)
LONG = (
    "The lens market is poised to grow by USD 557.96 million during 2020-2024, progressing at "
    "a CAGR of almost 5%. Request a free sample of the report today."
)


def groups(*articles: tuple[str, Text, datetime | date | None]) -> list[tuple[str, ...]]:
    return stories.cluster(articles)


def test_a_headline_that_a_feed_cut_off_tells_the_same_story() -> None:
    found = groups(
        (
            "b",
            Text(
                "Global Lens Market to Grow by $ 557.96 Million During 2020-2024 | Integration of AI to be",
                "LONDON -- January",
            ),
            DAY,
        ),
        (
            "a",
            Text(
                "Global Lens Market to Grow by $ 557.96 Million During 2020-2024 | Integration of AI to "
                "be Key Trend | Technavio",
                LONG,
            ),
            DAY,
        ),
    )
    assert found == [("a", "b")]


def test_two_releases_about_one_report_are_two_stories() -> None:
    offer = 'The "Lens Market - Forecast to 2027" report has been added to ResearchAndMarkets.com\'s offering.'
    assert not groups(
        (
            "a",
            Text("Global $50+ Billion Lens Market to 2027: Focus on Contact Lenses and Glasses", offer + " It grows."),
            DAY,
        ),
        ("b", Text("Global Lens Market, 2020-2027 - Growing Use of AI to Accelerate New Launches", offer), DAY),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Azure Sphere OS version 20.10 is now available for evaluation",
            "Azure Sphere OS version 20.12 is now available for evaluation",
        ),
        (
            "Azure cost management and billing updates of April for everybody",
            "Azure cost management and billing updates of May for everybody",
        ),
        ("Public preview: log analytics in Norway East", "Public preview: log analytics in Brazil Southeast"),
    ],
)
def test_a_series_is_not_one_story(one: str, other: str) -> None:
    same = "You can now use it to collect telemetry."
    assert not groups(("a", Text(one, same), DAY), ("b", Text(other, same), DAY))


def test_the_headline_alone_decides_only_in_the_same_days_and_when_it_is_long() -> None:
    headline = "Acme launches a new platform for remote care of heart patients"
    far = datetime(2021, 6, 1, tzinfo=UTC)
    assert groups(
        ("a", Text(headline, "One text of its own."), DAY), ("b", Text(headline, "Another text altogether."), DAY)
    )
    assert not groups(
        ("a", Text(headline, "One text of its own."), DAY), ("b", Text(headline, "Another text altogether."), far)
    )
    assert not groups(
        ("a", Text("Acme news", "One text of its own."), DAY), ("b", Text("Acme news", "Another text altogether."), DAY)
    )


def test_a_copy_under_another_headline_is_found_by_its_text() -> None:
    words = (
        "Acme and Beta said on Friday that they will build a cloud region near Milan under a "
        "plan that is to run for five years and to create jobs."
    )
    assert groups(
        ("a", Text("Acme, Beta plan cloud region near Milan", words), DAY),
        ("b", Text("Cloud region near Milan planned by Acme and Beta", f"MILAN (Reuters) - {words}"), DAY),
    )


def test_the_representative_is_the_earliest_then_the_longest_then_the_first() -> None:
    headline = "Acme launches a new platform for remote care of heart patients"
    early = datetime(2021, 1, 18, tzinfo=UTC)
    assert groups(("z", Text(headline, "Short."), early), ("a", Text(headline, "Longer words."), DAY)) == [("z", "a")]
    assert groups(("z", Text(headline, "Longer words."), DAY), ("a", Text(headline, "Short."), DAY)) == [("z", "a")]
    assert groups(("z", Text(headline, "Short."), DAY), ("a", Text(headline, "Short."), DAY)) == [("a", "z")]
    assert groups(("z", Text(headline, "Short."), None), ("a", Text(headline, "Short."), date(2021, 1, 19))) == [
        ("a", "z")
    ]


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        (
            f"{n}-{copy}",
            Text(f"Release number {n} about the platform of company {n * 7} for remote care", f"{LONG} Copy."),
            DAY,
        )
        for n in range(30)
        for copy in range(3)
    ]
    expected = stories.cluster(articles)
    assert len(expected) == 30
    random.Random(1).shuffle(articles)
    assert stories.cluster(articles) == expected


def test_statements_lead_to_the_representative() -> None:
    found = stories.statements([("a", "b", "c")])
    assert [(s.subject, s.predicate, s.object) for s in found] == [
        ("b", KG.SAME_STORY_AS, "a"),
        ("c", KG.SAME_STORY_AS, "a"),
    ]
    assert stories.story_of([("a", "b", "c")]) == {"a": "a", "b": "a", "c": "a"}


def test_empty_and_wordless_articles_belong_to_no_story() -> None:
    assert groups() == []
    assert groups(("a", Text(), None), ("b", Text(), None), ("c", Text("…"), None), ("d", Text("…"), None)) == []


def test_time_grows_with_the_number_of_articles_and_not_with_its_square() -> None:
    def seconds(count: int) -> float:
        articles = [
            (str(i), Text("The same eight words begin every single headline here " + str(i % 1000), LONG), DAY)
            for i in range(count)
        ]
        start = time.process_time()
        stories.cluster(articles)
        return time.process_time() - start

    seconds(50)
    assert seconds(2000) < 12 * max(seconds(400), 0.05)


def test_the_same_headline_half_a_year_later_is_news_of_its_own() -> None:
    first = Text(
        "Automatic guest patching of machines is now in public preview", "It keeps machines safe and compliant."
    )
    later = Text(first.headline + " for Linux machines", first.abstract + " It now works on Linux, too.")
    assert not groups(("a", first, DAY), ("b", later, datetime(2021, 9, 1, tzinfo=UTC)))
    assert groups(("a", first, DAY), ("b", first, datetime(2021, 9, 1, tzinfo=UTC)))


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2), st.integers(0, 30)), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 7), st.integers(0, 30)), max_size=4),
    st.sets(st.integers(0, 11), max_size=3),
)
def test_what_is_remembered_changes_nothing(
    first: list[tuple[int, int, int]], edits: list[tuple[int, int, int]], gone: set[int]
) -> None:
    def article(number: int, subject: int, copy: int, day: int) -> tuple[str, Text, date]:
        headline = f"Release number {subject // 2} about the platform of company {subject} for remote care"
        return str(number), Text(headline, f"{LONG} {'Copy. ' * copy}"), date(2021, 1, 1 + day)

    corpus = {str(number): article(number, *each) for number, each in enumerate(first)}
    remembered = stories.Remembered()
    assert stories.cluster(corpus.values(), remembered) == stories.cluster(corpus.values())
    now = {name: each for name, each in corpus.items() if int(name) not in gone}
    now |= {str(number): article(number, subject, 0, day) for number, subject, day in edits}
    remembered.forget({name for name in corpus.keys() | now.keys() if corpus.get(name) != now.get(name)})
    assert stories.cluster(now.values(), remembered) == stories.cluster(now.values())


def test_pairs_are_kept_only_where_something_asks_for_them_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[stories._Comparison] = []
    comparison = stories._Comparison

    def making(*given: Any) -> stories._Comparison:
        made.append(comparison(*given))
        return made[-1]

    monkeypatch.setattr(stories, "_Comparison", making)
    copies = [(str(k), Text(f"Headline number one of company {k}", LONG), date(2021, 1, 1)) for k in range(9)]
    stories.cluster(copies)
    assert not made[-1].asked
    remembered = stories.Remembered()
    stories.cluster(copies, remembered)
    assert remembered.alike
