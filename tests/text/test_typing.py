"""What forms of names are, decided again only where a name is written otherwise, or more or less often."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Text
from kgraph.resolution.decisions import NONE
from kgraph.resolution.mentions import Form, Row, typed

NAMES = ("Acme", "ACME", "Acme Inc.", "Zelbo", "telehealth market")
EVIDENCE = ((("Company", 2.0),), (("Product", 1.5),), (("Company", 0.4), ("Product", 0.3)), (("Market", 3.0),))
FORMS = st.builds(
    lambda name, stands_for, types: (name, stands_for, types),
    st.sampled_from(NAMES),
    st.sampled_from(("", "", "Acme")),
    st.sampled_from(EVIDENCE),
)
CORPORA = st.dictionaries(st.integers(0, 9), st.lists(FORMS, max_size=4).map(tuple), max_size=8)


def texts(corpus: dict[int, tuple[Form, ...]]) -> dict[Text, Row]:
    return {Text(str(number)): row for number, row in corpus.items()}


@given(CORPORA, CORPORA)
def test_what_is_known_changes_nothing(before: dict[int, tuple[Form, ...]], now: dict[int, tuple[Form, ...]]) -> None:
    known = typed(texts(before), NONE)
    assert typed(texts(now), NONE, known) == typed(texts(now), NONE)
    assert typed(texts(before | now), NONE, known) == typed(texts(before | now), NONE)


def test_a_name_is_decided_by_all_its_mentions() -> None:
    company: Form = ("Acme", "", (("Company", 2.0),))
    product: Form = ("Acme", "", (("Product", 1.5),))
    alone = typed({Text("a"): (product,)}, NONE)
    assert alone.places[product].node == ("acme", "Product")
    both = typed({Text("a"): (product,), Text("b"): (company,) * 3}, NONE, alone)
    assert both.places[company].node == ("acme", "Company")
    assert both == typed({Text("a"): (product,), Text("b"): (company,) * 3}, NONE)
