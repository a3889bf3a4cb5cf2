"""A graph as large as that of a real corpus, made up: benchmarks that need no corpus use it."""

import random
from datetime import UTC, datetime, timedelta

import networkx as nx

from kgraph import ontology
from kgraph.identity import BASE

_KG, _SCHEMA = ontology.PREFIXES["kg"], ontology.PREFIXES["schema"]
_WORDS = (
    "Azure cloud health data platform launches new service for hospitals with Microsoft partner analytics AI".split()
)


def graph(articles: int = 5_000, related: int = 32, claims: int = 100_000) -> "nx.MultiDiGraph[str]":
    """Articles with publishers and topics, ``related`` edges from each, and mentions of things with their words."""
    chance = random.Random(1)

    def text(length: int) -> str:
        return " ".join(chance.choices(_WORDS, k=length))

    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=BASE, documents={})

    def edge(source: str, key: str, target: str, said: list[dict[str, object]]) -> None:
        best = max((float(str(each["confidence"])) for each in said), default=1.0)
        label = ontology.local_name(key)
        made.add_edge(source, target, key, label=label, confidence=best, support=len(said) or 1, claims=said)

    iris = [f"{BASE}article/www.example-{number % 400}.com/{number:020x}" for number in range(articles)]
    things = [f"{BASE}company/thing-{number}" for number in range(articles)]
    for number in range(400):
        made.add_node(
            f"{BASE}provider/p{number}.com", type="Provider", label=text(2), name=text(2), domain=f"p{number}.com"
        )
    for number in range(20):
        made.add_node(f"{BASE}topic/t{number}", type="Topic", label=text(2), prefLabel=text(2))
    for iri in things:
        made.add_node(iri, type="Company", label=text(2), altLabel=[text(3)])
    for number, iri in enumerate(iris):
        title = text(10)
        made.add_node(
            iri,
            type="Article",
            label=title,
            headline=title,
            abstract=text(40),
            datePublished=datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
            url=iri.replace(BASE, "https://example.org/"),
            image=[f"https://example.org/{number}.png"],
            quality=number % 100,
            heat=number % 300,
            path=[f"_news/{number}.md"],
            sha256=[f"{number:064x}"],
        )
        made.graph["documents"][f"_news/{number}.md"] = {
            "sha256": f"{number:064x}",
            "states": sorted({iri, *chance.choices(iris, k=related)}),
        }
    for iri in iris:
        edge(iri, _SCHEMA + "publisher", f"{BASE}provider/p{chance.randrange(400)}.com", [])
        for topic in chance.sample(range(20), 2):
            edge(iri, _SCHEMA + "about", f"{BASE}topic/t{topic}", [])
        for other in chance.sample(iris, min(related, len(iris))):
            edge(iri, _KG + "related", other, [])
        for thing in chance.sample(things, claims // articles):
            start = chance.randrange(300)
            said = {"article": iri, "exact": text(2), "start": start, "end": start + 12}
            edge(iri, _SCHEMA + "mentions", thing, [{**said, "confidence": 0.87, "extractor": "entities/1.0"}])
    return made
