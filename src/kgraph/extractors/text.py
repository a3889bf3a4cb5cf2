"""The words of articles to mentions, claims and figures: the extractors of text, in their order."""

import sys
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kgraph.collector import collection_afterwards
from kgraph.extractors.entities import recognition, release_notes, short_forms
from kgraph.extractors.entities.shapes import shaper
from kgraph.extractors.entities.typing_evidence.setting import NOTHING
from kgraph.extractors.figures import market_figures
from kgraph.extractors.markets import competitors
from kgraph.extractors.relations import extraction, raised
from kgraph.extractors.steps import Steps, in_step
from kgraph.language import Language, Reading
from kgraph.lexicon import Lexicon
from kgraph.model import Claim, Extraction, Mention, Text

VERSION = "1"
BATCH = 256
IN_STEP, MOST_HELD = 128, 100_000
"""Texts that are read in step, and code points in them from which on no more are taken."""
AGAINST_MARKETS = 3.0
EXAMPLE = Text("Contoso acquires Fabrikam", "The company raised $5 million.")
"""Read before there is anything to read, it lets all be loaded that the first text needs."""


def extract(
    texts: Iterable[Text],
    language: Language,
    lexicon: Lexicon,
    declared: Callable[[Text], Iterable[tuple[str, str]]] = lambda _: (),
) -> Iterator[Extraction]:
    """Yield what each text says, in order. The result for a text does not depend on the texts around it.

    Args:
        texts: what to read.
        language: the language model.
        lexicon: the names known for every text.
        declared: further names known for one text, each with the local name of its class.
    """
    yield from extract_read(_read(texts, language, declared), lexicon)


def _read(
    texts: Iterable[Text], language: Language, declared: Callable[[Text], Iterable[tuple[str, str]]]
) -> Iterator["ReadText"]:
    stream = iter(texts)
    while batch := list(islice(stream, BATCH)):
        read = language.read(part for text in batch for part in text.parts)
        for text in batch:
            yield ReadText(text, tuple(next(read) for _ in text.parts), declared(text))


class ReadText(NamedTuple):
    """A text that the language model has read."""

    text: Text
    read: tuple[Reading, ...]
    """What the model makes of each of its parts."""
    declared: Iterable[tuple[str, str]] = ()
    """Names known for this text, each with the local name of its class."""


def extract_read(texts: Iterable[ReadText], known: Lexicon) -> Iterator[Extraction]:
    """Yield what each text says that the language model has read; see :func:`extract`."""
    shape = shaper(known)
    for batch in _batches(texts):
        with collection_afterwards():
            said = in_step(_said(each, known, shape) for each in batch)
        yield from said


def _batches(texts: Iterable[ReadText]) -> Iterator[list[ReadText]]:
    """Texts that are read in step: as many as fill the processor's time and not its memory."""
    batch: list[ReadText] = []
    held = 0
    for each in texts:
        batch.append(each)
        held += sum(map(len, each[0].parts))  # a process gets plain tuples
        if len(batch) == IN_STEP or held >= MOST_HELD:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _said(given: ReadText, known: Lexicon, shape: Callable[[str], int]) -> Steps[Extraction]:
    """What one text says."""
    text, read, declared = given
    lexicon, content = known.with_names(declared), text.content
    mentions, sentences = yield from recognition.find(text, read, lexicon, shape)
    yield "figures"
    measured = market_figures.extract(text, unowned=True)
    yield "markets"
    listed = competitors.extract(text, measured)
    yield "short forms"
    named, place = _with(mentions, *listed)
    named = short_forms.link(content, _no_markets(named, lexicon), lexicon)
    yield "release notes"
    named = release_notes.with_tools(text, named, lexicon)
    yield "relations"
    claims, raisings = yield from extraction.find(content, named[: len(mentions)], sentences, lexicon)
    yield "feedback"
    measured = raised.with_raisers(measured, raisings, named, claims, text.headline)
    players = (claim._replace(subject=place[claim.subject], object=place[claim.object]) for claim in listed[1])
    named = extraction.feedback(named, claims, lexicon)
    return Extraction(tuple(named), (*claims, *players), measured)


def _no_markets(mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The same mentions; what the text also calls a market is the less likely to be a thing of another kind."""
    markets = {m.name.lower() for m in mentions for kind, _ in m.types if kind == "Market"}
    if not markets:
        return list(mentions)
    return [
        mention.with_evidence({NOTHING: AGAINST_MARKETS})
        if mention.name.lower() in markets and "Market" not in dict(mention.types) and not lexicon.known(mention.name)
        else mention
        for mention in mentions
    ]


def _with(
    mentions: Sequence[Mention], found: Sequence[Mention], claims: Sequence[Claim]
) -> tuple[list[Mention], dict[int, int]]:
    """Names, and after them markets and their players; and where each of the latter stands now.

    A player that is a name already, or overlaps one, is that name: the two places' evidence adds up. What a list of
    players sets apart is the name; elsewhere the longer span is.
    """
    listed = {claim.subject for claim in claims if claim.pattern == "key players"}
    named = list(mentions)
    spans = sorted((mention.end, mention.start, number) for number, mention in enumerate(mentions))
    place = {}
    for number, other in enumerate(found):
        same = None
        if dict(other.types).keys() != {"Market"}:
            after = bisect(spans, (other.start, sys.maxsize))  # names do not overlap: the first that ends later
            if after < len(spans) and spans[after][1] < other.end:
                same = spans[after][2]
        if same is None:
            place[number] = len(named)
            named.append(other)
        else:
            place[number] = same
            joined = named[same].with_evidence(dict(other.types))
            longer = max(named[same], other, key=lambda mention: mention.end - mention.start)
            apart = number in listed and "," not in named[same].name  # not "Becton, Dickinson and Company"
            named[same] = (other if apart else longer)._replace(types=joined.types)
    return named, place
