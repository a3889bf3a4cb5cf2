"""The words of articles to mentions, claims and figures: the extractors of text, in their order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from kgraph.extractors import entities, figures, markets, relations, short_forms
from kgraph.extractors.shapes import shaper
from kgraph.language import Language
from kgraph.lexicon import Lexicon
from kgraph.model import Claim, Extraction, Mention, Text

VERSION = "1"
BATCH = 256
MAX_PART = 100_000
"""Code points that the language model sees of one part of a text; the rest is read by rules alone."""


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
    shape = shaper(lexicon)
    stream, known = iter(texts), lexicon
    while batch := list(islice(stream, BATCH)):
        parts = [[part for _, part in entities.parts(text)] for text in batch]
        read = language.read(part[:MAX_PART] for row in parts for part in row)
        for text, row in zip(batch, parts, strict=True):
            lexicon = known.with_names(declared(text))
            mentions, sentences = entities.find(text, [next(read) for _ in row], lexicon, shape)
            named, place = _with(mentions, markets_found := markets.extract(text))
            named = short_forms.link(text.content, named, lexicon)
            claims = relations.find(text.content, named[: len(mentions)], sentences)
            listed = (
                claim._replace(subject=place[claim.subject], object=place[claim.object]) for claim in markets_found[1]
            )
            named = relations.feedback(named, claims)
            yield Extraction(tuple(named), (*claims, *listed), figures.extract(text))


def _with(
    mentions: Sequence[Mention], found: tuple[Sequence[Mention], Sequence[Claim]]
) -> tuple[list[Mention], dict[int, int]]:
    """Names, and after them markets and their players; and where each of the latter stands now.

    A player that is a name already, or overlaps one, is that name: the two places' evidence adds up.
    """
    named = list(mentions)
    spans = sorted((mention.start, mention.end, number) for number, mention in enumerate(mentions))
    place = {}
    for number, other in enumerate(found[0]):
        same = None
        if dict(other.types).keys() != {"Market"}:
            same = next((i for start, end, i in spans if start < other.end and other.start < end), None)
        if same is None:
            place[number] = len(named)
            named.append(other)
        else:
            place[number] = same
            types = dict(named[same].types)
            for kind, weight in other.types:
                types[kind] = types.get(kind, 0.0) + weight
            longer = max(named[same], other, key=lambda mention: mention.end - mention.start)
            named[same] = longer._replace(types=tuple(sorted(types.items())))
    return named, place
