"""Which names are one thing, decided again only where they are touched."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.lexicon import shipped
from kgraph.model import Text
from kgraph.resolution.decisions import Decisions
from kgraph.resolution.mentions import Form, Row
from kgraph.resolution.naming import KnownThing
from kgraph.resolution.resolving import Names, decide_names

NAMES = (
    "Zelbo Health",
    "Zelbo-Health",
    "Zelbo Health Inc.",
    "Zelbo Healthh",
    "Zelbo",
    "Zelbo Networks",
    "Microsoft",
    "MSFT",
    "Microsoft Azure",
    "Azure",
    "Quistor Analyzer",
    "Quistor Analyzers",
    "Quistor Analyzer 2",
    "telehealth market",
)
EVIDENCE = ((("Company", 2.0),), (("Product", 1.5),), (("Company", 0.4), ("Product", 0.3)), (("Market", 3.0),))
FORMS = st.builds(
    lambda name, stands_for, types: (name, stands_for, types),
    st.sampled_from(NAMES),
    st.sampled_from(("", "", "", "Zelbo Health")),
    st.sampled_from(EVIDENCE),
)
CORPORA = st.dictionaries(st.integers(0, 9), st.lists(FORMS, max_size=5).map(tuple), max_size=8)
KNOWN = st.lists(
    st.sampled_from(
        (
            KnownThing("https://example.org/zelbo", "Company", "Zelbo Health", ("ZH",)),
            KnownThing("https://example.org/azure", "Product", "Azure"),
            KnownThing("https://example.org/maker", "Company", "Quistor", ("Zelbo Networks",)),
        )
    ),
    max_size=2,
    unique=True,
)
DECISIONS = st.sampled_from(
    (
        Decisions(),
        Decisions(same=(("zelbo", "quistor analyzer"),), different=(("zelbo health", "zelbo healthh"),)),
        Decisions(aliases={"zelbo": "Zelbo Group"}),
    )
)


def decided(
    corpus: dict[int, Row], known: list[KnownThing], decisions: Decisions, former: Names | None = None
) -> Names:
    rows = {f"https://example.org/{number}": row for number, row in corpus.items()}
    texts = {article: Text(repr(row)) for article, row in rows.items()}  # who says the same has the same text
    return decide_names(rows, texts, known, shipped(), decisions, former.decided() if former else None)


@given(CORPORA, CORPORA, KNOWN, KNOWN, DECISIONS)
def test_what_was_decided_changes_nothing(
    before: dict[int, tuple[Form, ...]],
    now: dict[int, tuple[Form, ...]],
    known_before: list[KnownThing],
    known: list[KnownThing],
    decisions: Decisions,
) -> None:
    former = decided(before, known_before, decisions)
    for corpus in (now, before | now, before):
        assert decided(corpus, known, decisions, former) == decided(corpus, known, decisions)


def test_what_was_decided_is_kept() -> None:
    company: Form = ("Zelbo Health", "", (("Company", 2.0),))
    other: Form = ("Quistor", "", (("Company", 2.0),))
    former = decided({1: (company,)}, [], Decisions())
    both = decided({1: (company,), 2: (other,)}, [], Decisions(), former).decided().names.components
    assert both["zelbo health", "Company"] is former.decided().names.components["zelbo health", "Company"]
    twice = decided({1: (company,), 2: (company, other)}, [], Decisions(), former).decided().names.components
    assert twice["zelbo health", "Company"] is not former.decided().names.components["zelbo health", "Company"]
