"""One thing, one IRI: whatever the spelling of its address; and always an IRI."""

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kgraph import identity, rdf


@pytest.mark.parametrize(
    "address",
    [
        "https://www.forbes.com/a/b/",
        "HTTP://WWW.Forbes.com:80/a/b",
        "https://www.forbes.com:443/a/b#part",
        "https://www.forbes.com/a/b/?utm_source=x&fbclid=1&gclid=2",
        "https://www-forbes-com.cdn.ampproject.org/c/s/www.forbes.com/a/b/",
    ],
)
def test_spellings_of_one_address_are_one_article(address: str) -> None:
    assert identity.article(address) == identity.article("https://www.forbes.com/a/b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.org/x?id=1", "https://a.org/x?id=2"),
        ("https://a.org/x", "https://a.org/X"),
        ("https://a.org/x", "https://a.org:8080/x"),
        ("https://a.org/x", "https://b.org/x"),
    ],
)
def test_other_addresses_are_other_articles(one: str, other: str) -> None:
    assert identity.article(one) != identity.article(other)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "javascript:alert(1)",
        "ftp://a.org/x",
        "http://",
        "http://x",
        "//a.org",
        "https://a b",
        "http://[::1]/x",
        "data:text/html,x",
        "https://a.org:port/",
    ],
)
def test_what_is_no_address_has_no_article(address: str) -> None:
    assert identity.article(address) is None
    assert identity.web_address(address) is None


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("benzinga.com", "benzinga.com"),
        ("WWW.Forbes.COM", "forbes.com"),
        ("https://www.a.co.uk/x", "a.co.uk"),
        ("localhost", None),
        ("<script>", None),
        ("", None),
    ],
)
def test_domains(text: str, domain: str | None) -> None:
    assert identity.domain(text) == domain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++", "C#"),
        ("Windows 10", "Windows 11"),
        ("HoloLens", "HoloLens 2"),
        ("AT&T", "AT T"),
        ("a/b", "a b"),
        ("日本", "中国"),
    ],
)
def test_names_that_differ_have_other_iris(one: str, other: str) -> None:
    assert identity.thing("Product", one) != identity.thing("Product", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GI Genius™", "GI  genius"),
        ("AI in Healthcare", "AI In\u00a0Healthcare"),
        ("Asia-Pacific", "Asia\u2011Pacific"),
    ],
)
def test_spellings_of_one_name_have_one_iri(one: str, other: str) -> None:
    assert identity.thing("Product", one) == identity.thing("Product", other)


@given(st.text())
def test_every_name_gives_a_valid_iri(name: str) -> None:
    made = [identity.thing("Company", name), identity.topic(name), identity.category(name, name)]
    encodable = name.encode("utf-8", "replace").decode("utf-8")
    made += [identity.article_at(encodable), identity.document(encodable), identity.learning_resource_at(encodable)]
    for iri in made:
        assert rdf.is_iri(iri)
        assert rdflib.URIRef(iri).n3()


@given(st.text(), st.text('/?#%&=[]@:é \\<>"{}|^`', max_size=8))
def test_every_address_gives_a_valid_iri_or_none(path: str, more: str) -> None:
    for address in (f"https://a.org/{path}{more}", f"{path}{more}", f"http://{path}/{more}"):
        for made in (identity.article(address), identity.web_address(address)):
            assert made is None or rdf.is_iri(made)
        shown = identity.web_address(address)
        assert shown is None or identity.article(shown) == identity.article(address)
