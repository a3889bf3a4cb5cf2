import pytest

from kgraph.extractors.markets.counted import counted_market, field_name, industry_name
from kgraph.extractors.markets.names import market_names
from kgraph.extractors.sentences import sentences
from kgraph.model import Text


def names(words: str) -> list[tuple[str, str]]:
    text = Text(abstract=words)
    return [(m.name, m.region) for s in sentences(text) for m in market_names(text.content, s)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Global Smart Healthcare Market was valued", ("Smart Healthcare", "Global")),
        (
            "the global (AI) artificial intelligence in precision medicine market size & share was",
            ("artificial intelligence in precision medicine", "Global"),
        ),
        ("Middle East Cloud Applications Market Growing", ("Cloud Applications", "Middle East")),
        ("COVID-19 Impact on Cloud Computing Market - Exclusive", ("Cloud Computing", "")),
        (
            "Insights on the Artificial Intelligence in Next Generation Networking Global Market to 2026",
            ("Artificial Intelligence in Next Generation Networking", "Global"),
        ),
        (
            "Global $50+ Billion Healthcare Artificial Intelligence Market to 2027",
            ("Healthcare Artificial Intelligence", "Global"),
        ),
        ("China's cloud market will reach", ("cloud", "China")),
        ("the worldwide market for AI in medical imaging at USD", ("AI in medical imaging", "Global")),
        ("The market for dental implants in China fell", ("dental implants", "")),
        ("Cloud as a Service Market Report", ("Cloud as a Service", "")),
        ("The Internet of Things (IoT) Cloud Platform Market size", ("Internet of Things Cloud Platform", "")),
        ("a 12% share in the U.S. remote patient monitoring market", ("remote patient monitoring", "U.S.")),
        ("the second-largest MedTech market", ("MedTech", "")),
    ],
)
def test_a_market_by_its_name(words: str, expected: tuple[str, str]) -> None:
    assert names(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "The company entered new markets.",
        "stealing market share from rivals",
        "Allied Market Research said so.",
        "MarketsandMarkets expects it.",
        "available in the Azure Marketplace",
        "emerging markets slowed",
        "its market cap rose",
        "the stock market fell",
        "in more efficient markets",
        "in North America and the European market",
        "the current market dynamics",
        "market",
        "Market Market Market " * 30,
    ],
)
def test_no_market_by_name(words: str) -> None:
    assert names(words) == []


def test_the_span_is_the_name_as_written() -> None:
    text = Text(abstract="Growth of the Global Smart  Healthcare Market.")
    [sentence] = sentences(text)
    [market] = market_names(text.content, sentence)
    assert text.content[sentence.start + market.start : sentence.start + market.end] == "Smart  Healthcare"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Worldwide sales of CT scanners, devices and equipment stood at $7.97 billion",
            "CT scanners, devices and equipment",
        ),
        ("Buyers spent roughly $22 billion on medical imaging equipment worldwide", "medical imaging equipment"),
        ("Spending on blood glucose meters came to $11.3 billion", "blood glucose meters"),
        ("IDC predicts that cloud computing will be a 107-billion-dollar industry", "cloud computing"),
    ],
)
def test_a_market_that_is_counted(words: str, expected: str) -> None:
    found = counted_market(words)
    assert found is not None
    assert found.name == expected


def test_an_agency_that_buys_makes_no_market() -> None:
    assert counted_market("The agency plans to spend at least $100 million over five years on cloud services.") is None


def test_an_industry_is_a_market_where_money_is_counted() -> None:
    found = industry_name("The global healthcare industry was valued at USD 8.45 trillion")
    assert found is not None
    assert (found.name, found.region) == ("healthcare", "Global")


@pytest.mark.parametrize(
    ("words", "name", "region"),
    [
        ("Worldwide security software revenue rose 4.9 per cent to $19.9bn in 2013.", "security software", "Global"),
        ("Acme had 30.4 percent of global server systems revenue.", "server systems", "Global"),
        ("Security software revenue in India surged to $2.1bn, Gartner says.", "Security software", "India"),
        ("Global Acme revenue rose to $2.1bn.", "", ""),
        ("Cloud revenue in India surged to $2.1bn.", "", ""),
    ],
)
def test_markets_whose_takings_are_counted(words: str, name: str, region: str) -> None:
    found = counted_market(words)
    assert ((found.name, found.region) if found else ("", "")) == (name, region)


@pytest.mark.parametrize(
    ("field", "name"),
    [("chip design", "chip design"), ("European cloud", "cloud"), ("global tech", ""), ("big", ""), ("", "")],
)
def test_a_field_is_a_market_where_it_says_something(field: str, name: str) -> None:
    found = field_name(f"the {field} companies", 4, 4 + len(field))
    assert (found.name if found else "") == name
