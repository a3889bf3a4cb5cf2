"""Graphs of a wanted size, in the shape of the contract, from the front matter of a folder of articles.

A stand-in for the build, so that the explorer can be measured alone and at any size: articles, providers, topics and
related articles are read as they stand; what is *mentioned* is guessed from capitals, which is good enough to give
realistic names, degrees and evidence, and for nothing else.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import yaml

BASE = "https://w3id.org/kgraph/id/"
KG = "https://w3id.org/kgraph/ontology#"
SCHEMA = "https://schema.org/"
_PHRASE = re.compile(r"\b(?:[A-Z][A-Za-z0-9&+\-]+|[A-Z]{2,})(?: (?:(?:of|for|and|the) )?[A-Z][A-Za-z0-9&+\-]+){0,3}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_STOP = frozenset(
    "The A An In On At For With And But This That These Those How Why What When Where Who It Its Here Now New As To"
    " From By If We You Your Our Is Are Are More Most One Two Three First Last After Before Today However While".split()
)
_VERBS = (
    ("partner", KG + "partnersWith"),
    ("acqui", KG + "acquired"),
    ("launch", KG + "launched"),
    ("announc", KG + "launched"),
    ("migrat", KG + "uses"),
    ("adopt", KG + "uses"),
    ("integrat", KG + "integratesWith"),
    ("compet", KG + "competesWith"),
    ("invest", KG + "investedIn"),
)


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def front_matter(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (file name, front matter) in the order of names; each distinct top-level block is parsed once."""
    seen: dict[str, Any] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in {".md", ".txt"}:
            continue
        head = path.read_text(encoding="utf-8").partition("---\n")[2].partition("\n---")[0]
        fields: dict[str, Any] = {}
        for block in re.split(r"\n(?=[A-Za-z])", head):
            if block.startswith("secured"):
                continue
            if block.startswith("related:"):
                items = []
                for item in re.split(r"\n(?=  - )", block)[1:]:
                    if item not in seen:
                        seen[item] = yaml.load(item, Loader=_loader())
                    items += seen[item]
                fields["related"] = items
                continue
            try:
                if block not in seen:
                    seen[block] = yaml.load(block, Loader=_loader())
            except yaml.YAMLError:
                continue
            if isinstance(seen[block], dict):
                fields.update(seen[block])
        if fields.get("title"):
            yield path.name, fields


def _iri(kind: str, name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    return f"{BASE}{kind}/{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _kind(phrase: str) -> str:
    last = phrase.rsplit(" ", 1)[-1]
    if last in {"Inc", "Corp", "Ltd", "Technologies", "Systems", "Group", "Solutions", "Partners", "Holdings"}:
        return "Company"
    if last in {"University", "Department", "Agency", "Hospital", "Institute", "Foundation", "Court", "Association"}:
        return "Organization"
    if last in {"Market", "Industry"}:
        return "Market"
    if phrase.startswith(("Azure", "Windows", "Office", "SQL", "Power")) or last in {"Service", "Server", "Studio"}:
        return "Product"
    return ("Company", "Product", "Company", "Person", "Place", "Product")[zlib.crc32(phrase.encode()) % 6]


def _when(value: object) -> datetime | date | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


class _Builder:
    """The graph so far, with an upper limit for its nodes and edges."""

    def __init__(self, nodes: int | None, edges: int | None) -> None:
        self.graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self.nodes, self.edges = nodes or 10**9, edges or 10**9
        self.count = 0  # networkx counts its edges anew at every call
        self._read: set[str] = set()

    def node(self, iri: str, kind: str, label: str, **properties: Any) -> str | None:
        if iri not in self.graph:
            if self.graph.number_of_nodes() >= self.nodes:
                return None
            self.graph.add_node(iri, type=kind, label=label)
        self.graph.nodes[iri].update({k: v for k, v in properties.items() if v is not None})
        return iri

    def edge(self, a: str | None, b: str | None, predicate: str, claim: dict[str, Any] | None = None) -> None:
        if a is None or b is None or a == b:
            return
        if not self.graph.has_edge(a, b, predicate):
            if self.count >= self.edges:
                return
            self.count += 1
            label = re.split(r"[#/]", predicate)[-1]
            self.graph.add_edge(a, b, key=predicate, label=label, confidence=1.0, support=1, claims=[])
        if claim and claim not in self.graph.edges[a, b, predicate]["claims"]:
            data = self.graph.edges[a, b, predicate]
            data["claims"].append(claim)
            data["support"] = len({c["article"] for c in data["claims"]})
            data["confidence"] = max(c["confidence"] for c in data["claims"])

    def article(self, fields: dict[str, Any]) -> str | None:
        url = fields.get("webUrl") or (fields.get("link") or {}).get("href") or fields.get("title")
        if not isinstance(url, str):
            return None
        title, excerpt = str(fields["title"]), fields.get("excerpt") or fields.get("description")
        when = _when(fields.get("publishedDateTime") or fields.get("date"))
        iri = self.node(
            _iri("article", url.rstrip("/")), "Article", title,
            headline=title, abstract=str(excerpt) if excerpt else None, url=url, datePublished=when,
            quality=fields.get("quality"), heat=fields.get("heat"),
        )  # fmt: skip
        provider = fields.get("provider")
        if iri and isinstance(provider, dict) and provider.get("domain"):
            domain = str(provider["domain"]).removeprefix("www.")
            name = str(provider.get("name") or domain)
            self.edge(iri, self.node(_iri("provider", domain), "Provider", name, domain=domain), SCHEMA + "publisher")
        for topic in fields.get("topics") or ():
            node = self.node(_iri("topic", str(topic)), "Topic", str(topic), altLabel=[str(topic).lower()])
            self.edge(iri, node, SCHEMA + "about")
        for category in fields.get("categories") or ():
            scheme, _, label = str(category).rpartition(": ")
            match = (
                "http://id.nlm.nih.gov/mesh/D" + str(zlib.crc32(label.encode()) % 10**6) if "MeSH" in scheme else None
            )
            node = self.node(
                _iri("category", str(category)), "Category", label, inScheme=scheme or None, exactMatch=match
            )
            self.edge(iri, node, SCHEMA + "about")
        return iri

    def forget(self) -> None:
        """Read every article again."""
        self._read.clear()

    def mentions(self, iri: str, most: int = 100) -> None:
        if iri in self._read:
            return
        self._read.add(iri)
        article = self.graph.nodes[iri]
        text = article["headline"] + ("\n" + article["abstract"] if article.get("abstract") else "")
        for sentence in _SENTENCE.finditer(text):
            found: list[str] = []
            for match in _PHRASE.finditer(sentence[0]):
                if len(found) >= most:
                    break
                words = match[0].split(" ")
                while words and words[0] in _STOP:
                    words.pop(0)
                phrase = " ".join(words)
                if len(phrase) < 3:
                    continue
                start = sentence.start() + match.end() - len(phrase)
                kind = _kind(phrase)
                node = self.node(_iri(kind.lower(), phrase), kind, phrase)
                claim = self._claim(iri, phrase, start, 0.5 + zlib.crc32(phrase.encode()) % 50 / 100)
                self.edge(iri, node, SCHEMA + "mentions", claim)
                if node and node not in found:
                    found.append(node)
            lowered = sentence[0].lower()
            predicate = next((p for verb, p in _VERBS if verb in lowered), None)
            if predicate:
                for a, b in pairwise(found):
                    exact = sentence[0].strip()
                    at = sentence.start() + sentence[0].index(exact)
                    self.edge(a, b, predicate, self._claim(iri, exact, at, 0.55 + len(exact) % 40 / 100))

    @staticmethod
    def _claim(article: str, exact: str, start: int, confidence: float) -> dict[str, Any]:
        return {
            "article": article, "exact": exact, "start": start, "end": start + len(exact),
            "confidence": round(confidence, 2), "extractor": "capitals/1",
        }  # fmt: skip


def build(folder: Path, nodes: int | None = None, edges: int | None = None) -> nx.MultiDiGraph:
    """Return a contract-shaped graph of the articles in ``folder``, of ``nodes`` nodes and ``edges`` edges at most.

    Where the corpus is too small for the wanted size, articles are repeated under other addresses.
    """
    builder = _Builder(nodes, edges)
    documents = [fields for _, fields in front_matter(folder)]
    step = max(1, len(documents) * 20 // nodes) if nodes and nodes < 20 * len(documents) and nodes < 1_000 else 1
    for turn in range(8):
        for document in documents[::step]:
            fields = document
            if turn:
                title = f"{fields['title']} ({turn + 1})"
                fields = {**fields, "webUrl": f"{fields.get('webUrl')}?page={turn + 1}", "title": title, "related": []}
            iri = builder.article(fields)
            if iri is None:
                continue
            builder.mentions(iri, most=1 if turn else 100)
            for item in (fields.get("related") or ())[: 8 if nodes else None]:
                if isinstance(item, dict) and item.get("title"):
                    other = builder.article(item)
                    builder.edge(iri, other, KG + "related")
                    if other:
                        builder.mentions(other, most=3 if nodes else 100)
        if not nodes or builder.graph.number_of_nodes() >= nodes:
            break
    if nodes:
        _fill(builder, documents)
    return builder.graph


def _fill(builder: _Builder, documents: list[dict[str, Any]]) -> None:
    """Add edges between the nodes that are there, until there are enough: articles that are related, then mentions."""
    for fields in documents:
        if builder.count >= builder.edges:
            return
        iri = builder.article(fields)
        for item in fields.get("related") or () if iri else ():
            if isinstance(item, dict) and item.get("title"):
                builder.edge(iri, builder.article(item), KG + "related")
    builder.forget()
    for fields in documents:
        if builder.count >= builder.edges:
            return
        iri = builder.article(fields)
        if iri:
            builder.mentions(iri)
