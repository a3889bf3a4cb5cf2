"""The silence report: sentences that name two known things and gave no statement.

It is the to-do list of the next pattern.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import accumulate
from typing import NamedTuple

from kgraph.extractors.sentences import sentences
from kgraph.graph import Graph
from kgraph.model import Claim, Extraction, Iri, Mention, Text

RELATABLE = frozenset({"Company", "Organization", "Product", "Person", "Market"})
"""Types between which the ontology knows relations worth a pattern; a place in a sentence is mostly a dateline."""

LEAST_EVIDENCE = 0.5
"""Log-odds of its best type from which on a mention is taken for a known thing."""


class Silence(NamedTuple):
    """A sentence that says nothing to the graph."""

    exact: str
    names: tuple[str, ...]
    """The known things that it names, in its order, once each."""
    articles: tuple[Iri, ...]
    """Where it stands, sorted."""
    start: int
    end: int
    """Its span in the text of the first of these."""


def silent_sentences(
    texts: Iterable[tuple[Iri, Text, Extraction]],
    *,
    known: Collection[str] | None = None,
    least: float = LEAST_EVIDENCE,
) -> list[Silence]:
    """Find the sentences that name two or more known things, but lie in no claim's and no figure's span.

    Args:
        texts: articles with what was extracted from them.
        known: lower-cased names that count as known; None for every mention with enough evidence.
        least: the evidence, in log-odds, that a mention's best type needs.

    Returns:
        Each distinct sentence once, the ones that stand in most articles first, then in the order of their words.
    """
    found: dict[str, list[tuple[Iri, int, int, tuple[str, ...]]]] = defaultdict(list)
    for article, text, extraction in texts:
        content = text.content
        spoken = _Spans([(c.start, c.end) for c in extraction.claims] + [(f.start, f.end) for f in extraction.figures])
        mentions = [each for each in sorted(extraction.mentions) if _is_known(each, known, least)]
        mentions.sort(key=lambda mention: mention.start)
        at = 0
        for sentence in sentences(text):
            while at < len(mentions) and mentions[at].start < sentence.start:
                at += 1
            inside = []
            while at < len(mentions) and mentions[at].start < sentence.end:
                inside.append(mentions[at])
                at += 1
            names = tuple({name_of(mention).casefold(): mention.name for mention in inside}.values())
            if len(names) > 1 and not spoken.touch(sentence.start, sentence.end):
                found[content[sentence.start : sentence.end]].append((article, sentence.start, sentence.end, names))
    silences = []
    for exact, places in found.items():
        _, start, end, names = min(places)
        silences.append(Silence(exact, names, tuple(sorted({place[0] for place in places})), start, end))
    return sorted(silences, key=lambda silence: (-len(silence.articles), silence.exact))


def of_graph(graph: Graph) -> list[Silence]:
    """The silent sentences of a graph: of headlines and abstracts, which are all of the words that exports hold."""
    claims: dict[Iri, list[Claim]] = defaultdict(list)
    mentions: dict[Iri, list[Mention]] = defaultdict(list)
    for _, target, held in graph.edges(data=True):
        for each in held["claims"]:
            if held["label"] == "mentions":
                kind, name = graph.nodes[target]["type"], " ".join(each["exact"].split())
                mentions[each["article"]].append(Mention(name, each["start"], each["end"], ((kind, 1.0),)))
            elif held["label"] != "about":
                claims[each["article"]].append(Claim(0, "", 0, each["start"], each["end"], each["confidence"], ""))
    figures = [held for _, held in graph.nodes(data=True) if held["type"] == "MarketFigure"]
    spans = {(held["exact"], held["start"], held["end"]) for held in figures}
    texts = []
    for article, found in sorted(mentions.items()):
        held = graph.nodes[article]
        text = Text(held.get("headline", ""), held.get("abstract", ""))
        claims[article] += [
            Claim(0, "", 0, start, end, 1.0, "") for exact, start, end in spans if text.content[start:end] == exact
        ]
        texts.append((article, text, Extraction(tuple(found), tuple(claims[article]))))
    return silent_sentences(texts)


class _Spans:
    """Spans of a text, asked in logarithmic time whether one of them reaches into a stretch."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def name_of(mention: Mention) -> str:
    """The name that tells mentions of one thing apart from those of another, as far as one text says."""
    return mention.stands_for or mention.name


def _is_known(mention: Mention, known: Collection[str] | None, least: float) -> bool:
    kind, weight = max(mention.types, key=lambda pair: (pair[1], pair[0]), default=("", 0.0))
    if kind not in RELATABLE or weight < least:
        return False
    return known is None or name_of(mention).casefold() in known
