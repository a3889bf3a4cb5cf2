"""Which description wins, and that the order of documents decides nothing."""

import random
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from kgraph.extractors import structure
from kgraph.extractors.structure.accounts import Account
from kgraph.merge import Merged, merge
from kgraph.model import Document
from kgraph.namespace import KG, RDFS, SCHEMA, SKOS

ADDRESSES = [
    "https://a.org/1",
    "https://a.org/2",
    "https://a.org/3",
    "http://a.org/1/?utm_source=x",
    "https://a.org/amp/1",
]


def account(path: str, **metadata: object) -> Account:
    return structure.describe(Document(path, "0" * 64, "markdown", metadata, ""))


def values(merged: Merged, predicate: str) -> list[object]:
    return [fact.object for fact in merged.facts if fact.predicate == predicate]


entries = st.fixed_dictionaries(
    {"webUrl": st.sampled_from(ADDRESSES)},
    optional={
        "title": st.sampled_from(["One", "Two", "A longer title"]),
        "excerpt": st.sampled_from(["", "Some words.", "Some more words than that."]),
        "quality": st.integers(0, 3),
        "topics": st.lists(st.sampled_from(["AI", "ai", "Cloud"]), max_size=2),
        "ampWebUrl": st.sampled_from(ADDRESSES),
        "publishedDateTime": st.just(datetime(2024, 1, 1, tzinfo=UTC)),
        "provider": st.fixed_dictionaries(
            {"name": st.sampled_from(["A", "a.org", "The A"]), "domain": st.just("a.org")}
        ),
    },
)


@given(
    st.lists(st.tuples(entries, st.lists(entries, max_size=3)), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_of_documents_decides_nothing(
    documents: list[tuple[dict[str, object], list[dict[str, object]]]], rng: random.Random
) -> None:
    accounts = [account(f"{n}.md", **own, related=related) for n, (own, related) in enumerate(documents)]
    merged = merge(accounts)
    rng.shuffle(accounts)
    again = merge(accounts)
    assert again == merged
    assert [iri for iri, _ in sorted(merged.texts.items())] == list(merged.texts)


def test_where_a_document_lies_does_not_decide_what_is_taken_from_it() -> None:
    address = {"webUrl": "https://a.org/1", "title": "One"}
    for first, second in (("a.md", "b.md"), ("b.md", "a.md")):
        merged = merge([account(first, **address, quality=0), account(second, **address, quality=1)])
        assert values(merged, KG.QUALITY) == [1]


@given(st.lists(st.tuples(entries, st.lists(entries, max_size=3)), min_size=1, max_size=5))
def test_a_second_copy_of_a_document_adds_its_path_and_nothing_else(
    documents: list[tuple[dict[str, object], list[dict[str, object]]]],
) -> None:
    accounts = [account(f"{n}.md", **own, related=related) for n, (own, related) in enumerate(documents)]
    own, related = documents[0]
    copy = account("copy.md", **own, related=related)
    # Frequency decides between names of a provider, so one more voice may tip it; all else must stay.
    names = {RDFS.LABEL, SCHEMA.NAME, SKOS.ALT_LABEL, KG.PATH, SKOS.PREF_LABEL}
    before = {fact for fact in merge(accounts).facts if fact.predicate not in names}
    after = {fact for fact in merge([*accounts, copy]).facts if fact.predicate not in names}
    assert after == before


def test_a_documents_own_words_go_before_fuller_ones_in_passing() -> None:
    passing = {"webUrl": "https://a.org/1", "title": "Fuller", "excerpt": "More.", "quality": 9, "heat": 9}
    merged = merge(
        [
            account("a.md", webUrl="https://a.org/1", title="Own"),
            account("b.md", webUrl="https://a.org/2", title="B", related=[passing]),
        ]
    )
    assert sorted(map(str, values(merged, SCHEMA.HEADLINE))) == ["B", "Own"]
    assert values(merged, KG.QUALITY) == [9], "what its own document leaves out is filled in"


def test_of_descriptions_in_passing_the_fullest_wins() -> None:
    scant, full = (
        {"webUrl": "https://a.org/1", "title": "Scant"},
        {"webUrl": "https://a.org/1/", "title": "Full", "excerpt": "Words."},
    )
    for related in ([scant, full], [full, scant]):
        merged = merge([account("b.md", webUrl="https://a.org/2", title="B", related=related)])
        assert sorted(map(str, values(merged, SCHEMA.HEADLINE))) == ["B", "Full"]
        assert sorted(text.headline for text in merged.texts.values()) == ["B", "Full"]


def test_an_amp_address_is_the_article_itself() -> None:
    amp = {"webUrl": "https://amp.a.org/1", "title": "By its AMP address"}
    cached = {"webUrl": "https://amp-a-org.cdn.ampproject.org/c/s/amp.a.org/1", "title": "From the cache"}
    merged = merge(
        [
            account("a.md", webUrl="https://a.org/1", title="Own", ampWebUrl="https://amp.a.org/1"),
            account("b.md", webUrl="https://a.org/2", title="B", related=[amp, cached]),
        ]
    )
    assert len(set(values(merged, SCHEMA.URL))) == 2
    assert len(values(merged, KG.RELATED)) == 1


def test_two_addresses_that_name_each_other_are_one_article() -> None:
    merged = merge(
        [
            account("a.md", webUrl="https://a.org/1", title="One", ampWebUrl="https://a.org/2"),
            account("b.md", webUrl="https://a.org/2", title="Two", ampWebUrl="https://a.org/1"),
        ]
    )
    assert len(values(merged, SCHEMA.URL)) == 1
    assert values(merged, KG.PATH) == ["a.md", "b.md"]


def test_a_provider_is_called_what_most_articles_call_it() -> None:
    merged = merge(
        [
            account(f"{n}.md", webUrl=f"https://a.org/{n}", title="T", provider={"name": name, "domain": "www.A.org"})
            for n, name in enumerate(["Rare", "Common", "Common"])
        ]
    )
    assert "Common" in values(merged, RDFS.LABEL)
    assert values(merged, SKOS.ALT_LABEL) == ["Rare"]
    assert values(merged, KG.DOMAIN) == ["a.org"]
